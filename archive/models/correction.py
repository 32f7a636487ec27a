"""What people set right."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from archive.keys import LENGTH
from archive.models.append_only import append_only
from archive.models.checks import is_among, withdrawn_by_somebody


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def in_force(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)

    def lost(self) -> Self:
        """Those in force whose words are no longer in the text: somebody has to look at them."""
        return self.in_force().filter(lost_since__isnull=False)

    def read_otherwise(self) -> Self:
        """Those in force where the machine now reads something that nobody has looked at."""
        return self.in_force().filter(reads_since__isnull=False)


class CorrectionKind(models.TextChoices):
    ARTICLE = "article", "release"
    MENTION = "mention", "mention"
    PERSON = "person", "official"
    APPOINTMENT = "appointment", "office"
    ORGANIZATION = "organization", "organization"
    MEETING = "meeting", "meeting"
    REPORT = "report", "report of a meeting"
    OFFICIAL = "official", "official in one release"
    BODY = "body", "organization in one release"
    AGREEMENT = "agreement", "agreement"
    QUOTE = "quote", "quotation"


class CorrectionOperation(models.TextChoices):
    SET = "set", "set"
    ADD = "add", "added"
    SUPPRESS = "suppress", "suppressed"
    CONFIRM = "confirm", "confirmed"


class Correction(models.Model):
    """One field of one thing set, added, suppressed or confirmed. It is laid over every extraction to come.

    The thing is named by its kind and key. The anchor is the exact text that the correction rests on, with what stands before and after
    it, so that it is found again in a text that was cleaned anew.
    """

    Kind = CorrectionKind
    Operation = CorrectionOperation

    kind = models.CharField(max_length=12, choices=Kind)
    key = models.CharField(max_length=LENGTH, db_index=True)
    field = models.CharField(max_length=60, blank=True, help_text="Empty: the thing as a whole.")
    operation = models.CharField(max_length=10, choices=Operation)
    old = models.JSONField(null=True, blank=True, help_text="What the machine read.")
    new = models.JSONField(null=True, blank=True)
    reason = models.TextField(blank=True)
    article_key = models.CharField(max_length=LENGTH, blank=True, db_index=True)
    anchor_before = models.TextField(blank=True)
    anchor_text = models.TextField(blank=True)
    anchor_after = models.TextField(blank=True)
    lost_since = models.DateTimeField(null=True, blank=True, help_text="Since when its anchor is not in the text.")
    reads_now = models.JSONField(null=True, blank=True, help_text="What the machine reads now, where that is neither `old` nor `new`.")
    reads_since = models.DateTimeField(null=True, blank=True, help_text="Since when the machine reads that.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="corrections")
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        indexes = [models.Index(fields=["lost_since"], condition=Q(lost_since__isnull=False), name="correction_lost")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key", "field"],
                condition=Q(withdrawn_at__isnull=True, operation__in=["set", "confirm"]),
                name="correction_one_in_force",
            ),
            models.CheckConstraint(condition=~Q(operation__in=["set", "confirm"]) | ~Q(field=""), name="correction_sets_a_field"),
            is_among("kind", CorrectionKind, name="correction_kind_known"),
            is_among("operation", CorrectionOperation, name="correction_operation_known"),
            withdrawn_by_somebody(name="correction_withdrawn_by_somebody"),
        ]
        triggers = append_only(may_change=("lost_since", "reads_now", "reads_since"))

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}: {self.field or 'whole'} {self.get_operation_display()}"
