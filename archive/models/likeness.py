"""Officials, organizations and reports of meetings that the machine took for one, or would ask about."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef

from archive.keys import LENGTH
from archive.models.append_only import append_only
from archive.models.checks import is_among, withdrawn_by_somebody


class LikenessQuerySet(models.QuerySet["Likeness"]):
    def joining(self) -> Self:
        """Those that a rule joins by itself, where nobody took the rule back."""
        taken_back = RuleWithdrawal.objects.filter(withdrawn_at__isnull=True, rule=OuterRef("rule"), version=OuterRef("version"))
        return self.filter(~Exists(taken_back), verdict=LikenessVerdict.SAME)


class LikenessKind(models.TextChoices):
    PERSON = "person", "officials"
    ORGANIZATION = "organization", "organizations"
    MEETING = "meeting", "reports of a meeting"


class LikenessVerdict(models.TextChoices):
    SAME = "same", "the same"
    UNSURE = "unsure", "a person should look"


class Likeness(models.Model):
    """What the comparison of two came to, by which rule of which version, and why. Derived; it can be derived anew.

    `left` and `right` are keys of people or organizations before anything was joined, or keys of reports; `left` is the smaller.
    """

    Kind = LikenessKind
    Verdict = LikenessVerdict

    kind = models.CharField(max_length=12, choices=LikenessKind, default=LikenessKind.PERSON)
    left = models.CharField(max_length=LENGTH)
    right = models.CharField(max_length=LENGTH)
    verdict = models.CharField(max_length=10, choices=Verdict)
    rule = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    reasons = models.JSONField(default=list)
    pages = models.PositiveIntegerField(default=0, help_text="How many articles tell of either of them.")

    objects = LikenessQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "likenesses"
        indexes = [
            models.Index(fields=["right"], name="likeness_right"),
            models.Index(fields=["kind", "verdict", "-pages", "left", "right"], name="likeness_of_kind_in_order"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["left", "right"], name="likeness_once_a_pair"),
            models.CheckConstraint(condition=models.Q(left__lt=F("right")), name="likeness_pair_in_order"),
            is_among("kind", LikenessKind, name="likeness_kind_known"),
            is_among("verdict", LikenessVerdict, name="likeness_verdict_known"),
        ]

    def __str__(self) -> str:
        return f"{self.left} and {self.right}: {self.get_verdict_display()}, by {self.rule}"


class RuleWithdrawal(models.Model):
    """A rule of joining that somebody took back: what it joined is apart again. The withdrawal can itself be withdrawn."""

    rule = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "version"], condition=models.Q(withdrawn_at__isnull=True), name="rule_withdrawal_one_in_force"
            ),
            withdrawn_by_somebody(name="rule_withdrawal_withdrawn_by_somebody"),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.rule}, version {self.version}"
