"""Whether two are the same, as people decided."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from archive.keys import LENGTH
from archive.models.append_only import append_only
from archive.models.checks import is_among, withdrawn_by_somebody


class JudgementQuerySet(models.QuerySet["Judgement"]):
    def in_force(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


class JudgementKind(models.TextChoices):
    MENTION = "mention", "two mentions"
    REPORT = "report", "two reports of a meeting"


class JudgementVerdict(models.TextChoices):
    SAME = "same", "the same"
    DIFFERENT = "different", "different"
    UNSURE = "unsure", "not enough to tell"


class Judgement(models.Model):
    """Same, different or unsure, on two mention keys or two keys of meeting reports; `left` is the smaller key."""

    Kind = JudgementKind
    Verdict = JudgementVerdict

    kind = models.CharField(max_length=10, choices=Kind)
    left = models.CharField(max_length=LENGTH)
    right = models.CharField(max_length=LENGTH)
    verdict = models.CharField(max_length=10, choices=Verdict)
    stays = models.CharField(
        max_length=LENGTH,
        blank=True,
        help_text="Of two that are the same, the key of the one whose name and address stay. Empty: not told.",
    )
    left_was = models.CharField(max_length=LENGTH, blank=True, help_text="Whom the machine took `left` for: a key, for when it is gone.")
    right_was = models.CharField(max_length=LENGTH, blank=True, help_text="The same of `right`.")
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="judgements")
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = JudgementQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        indexes = [models.Index(fields=["right"], name="judgement_right")]
        constraints = [
            models.CheckConstraint(condition=Q(left__lt=F("right")), name="judgement_pair_in_order"),
            models.UniqueConstraint(
                fields=["kind", "left", "right"], condition=Q(withdrawn_at__isnull=True), name="judgement_one_in_force"
            ),
            models.CheckConstraint(condition=Q(stays="") | Q(stays=F("left")) | Q(stays=F("right")), name="judgement_stays_one_of_the_two"),
            is_among("kind", JudgementKind, name="judgement_kind_known"),
            is_among("verdict", JudgementVerdict, name="judgement_verdict_known"),
            withdrawn_by_somebody(name="judgement_withdrawn_by_somebody"),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.left} and {self.right}: {self.get_verdict_display()}"
