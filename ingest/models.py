"""What who-is-who across articles has to look up: one row for each fact that may be joined with facts of other articles.

All of it is derived from the extractions in force, and is derived anew with them.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from archive.keys import LENGTH
from archive.models import Appointment, Article, MeetingReport


class PersonSighting(models.Model):
    """An official in one article; see `ingest.resolution.linking.Official`."""

    key = models.CharField(max_length=LENGTH, unique=True)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    block = models.CharField(max_length=LENGTH)
    gender = models.CharField(max_length=1, blank=True)
    standing = models.CharField(max_length=4, blank=True)
    person_key = models.CharField(max_length=LENGTH, db_index=True, help_text="Whom it speaks of before people's judgements.")
    appointment = models.ForeignKey(Appointment, on_delete=models.SET_NULL, null=True, related_name="+")
    names = ArrayField(models.TextField(), help_text="The fullest name first, then the other forms that the article uses.")
    rank = models.CharField(max_length=150, blank=True)
    position = models.CharField(max_length=400, blank=True)
    level = models.PositiveSmallIntegerField(null=True)
    country = models.CharField(max_length=2, blank=True)
    mentions = ArrayField(models.CharField(max_length=LENGTH), default=list, help_text="Keys of the mentions that name the official.")

    class Meta:
        indexes = [
            models.Index(fields=["block", "gender", "standing", "person_key"], name="person_sighting_block"),
            GinIndex(fields=["mentions"], name="person_sighting_mentions"),
        ]

    def __str__(self) -> str:
        return f"{self.names[0]} in article {self.article_id}"


class OrganizationSighting(models.Model):
    """A body in one article."""

    key = models.CharField(max_length=LENGTH, unique=True)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    organization_key = models.CharField(max_length=LENGTH, db_index=True)
    names = ArrayField(models.TextField(), help_text="The fullest name first, then acronyms and other forms that the article uses.")
    country = models.CharField(max_length=3, blank=True)
    mentions = ArrayField(models.CharField(max_length=LENGTH), default=list, help_text="Keys of the mentions that name the body.")

    class Meta:
        indexes = [GinIndex(fields=["mentions"], name="body_sighting_mentions")]

    def __str__(self) -> str:
        return f"{self.names[0]} in article {self.article_id}"


class MeetingSighting(models.Model):
    """A report of a meeting; see `ingest.resolution.linking.Account`."""

    report = models.OneToOneField(MeetingReport, on_delete=models.CASCADE, primary_key=True, related_name="+")
    block = models.CharField(max_length=LENGTH, db_index=True)
    sides = models.JSONField(help_text="Who took part, by keys: see `ingest.projection.meetings.Side`.")

    def __str__(self) -> str:
        return f"Report {self.report_id}"


class FormerVersion(models.Model):
    """The bytes that an article's file held before; what was read from them is an extraction no longer in force."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    replaced = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"Former version of article {self.article_id}"
