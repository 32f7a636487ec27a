"""One release's account of a meeting."""

from __future__ import annotations

from django.db import models

from archive.models.article import Article
from archive.models.checks import is_among, is_share
from archive.models.keyed import Keyed, KeyedQuerySet, public_id_is_unique
from archive.models.meeting import Meeting


class MeetingReportProminence(models.TextChoices):
    PRIMARY = "primary", "what the release is about"
    MENTIONED = "mentioned", "mentioned in passing"


class MeetingReport(Keyed):
    """What one article says of a meeting: its own values, and the span each was read from.

    `values` has the form of a meeting in the extraction record; `evidence` maps a field of it to `{"start", "end", "rule", "where"}`.
    """

    Prominence = MeetingReportProminence

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="reports")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="reports", db_index=False)  # `report_in_order` has it
    prominence = models.CharField(max_length=10, choices=Prominence)
    position = models.PositiveSmallIntegerField(default=0, help_text="Its place among the article's meetings.")
    values = models.JSONField(default=dict)
    evidence = models.JSONField(default=dict)
    confidence = models.FloatField(null=True, blank=True)

    objects = KeyedQuerySet.as_manager()

    class Meta:
        ordering = ["article", "position"]
        indexes = [models.Index(fields=["article", "position"], name="report_in_order")]
        constraints = [
            public_id_is_unique("report_public_id_unique"),
            is_among("prominence", MeetingReportProminence, name="report_prominence_known"),
            is_share("confidence", name="report_confidence_is_share"),
        ]

    def __str__(self) -> str:
        return f"Report {self.public_id} on meeting {self.meeting_id}"
