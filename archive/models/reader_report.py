"""What readers say is wrong."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from archive.keys import LENGTH
from archive.models.checks import is_among
from archive.models.correction import CorrectionKind


class ReaderReportQuerySet(models.QuerySet["ReaderReport"]):
    def waiting(self) -> Self:
        """Those that nobody has answered."""
        return self.filter(answered_at__isnull=True)


class ReaderReportAnswer(models.TextChoices):
    CORRECTED = "corrected", "set right"
    RIGHT = "right", "right as it is"
    UNCLEAR = "unclear", "not to be understood"
    IDLE = "idle", "of no use"


class ReaderReport(models.Model):
    """What a reader found wrong with one field of one thing. Nothing of the archive rests on it; an admin looks, and may correct.

    Who wrote it is not kept; `sender` is a keyed hash of the network address and the day, which tells one sender's reports of that day
    from another's and nothing else.
    """

    Kind = CorrectionKind
    Answer = ReaderReportAnswer

    kind = models.CharField(max_length=12, choices=CorrectionKind)
    key = models.CharField(max_length=LENGTH, db_index=True)
    field = models.CharField(max_length=60, blank=True, help_text="Empty: the thing as a whole.")
    shown = models.TextField(blank=True, help_text="What the page showed.")
    says = models.TextField(help_text="What the reader finds wrong.")
    sender = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(max_length=12, choices=ReaderReportAnswer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = ReaderReportQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        indexes = [
            models.Index(fields=["made_at"], condition=Q(answered_at__isnull=True), name="reader_report_waiting"),
            models.Index(fields=["sender", "made_at"], name="reader_report_of_sender"),
        ]
        constraints = [
            is_among("kind", CorrectionKind, name="reader_report_kind_known"),
            models.CheckConstraint(condition=~Q(says=""), name="reader_report_says_something"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="reader_report_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key[:10]}: {self.says[:60]}"
