"""What who-is-who across articles has to look up: one row for each fact that may be joined with facts of other articles.

All of it is derived from the extractions in force, and is derived anew with them.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from archive.keys import LENGTH
from archive.models import Appointment, Article, MeetingReport
from archive.models.checks import is_among


class PersonSighting(models.Model):
    """An official in one article; see `ingest.resolution.linking.Official`."""

    key = models.CharField(max_length=LENGTH, unique=True)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    block = models.CharField(max_length=LENGTH)
    gender = models.CharField(max_length=1, blank=True)
    standing = models.CharField(max_length=4, blank=True)
    held = models.CharField(
        max_length=LENGTH, blank=True, db_default="", help_text="Whom it goes on speaking of, since people decided on him."
    )
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


class Sketch(models.Model):
    """By what an index finds texts that have much in common with an article's; see `ingest.sketches`."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, primary_key=True, related_name="sketch")
    low = ArrayField(models.IntegerField())

    class Meta:
        indexes = [GinIndex(fields=["low"], name="sketch_low")]

    def __str__(self) -> str:
        return f"Sketch of article {self.article_id}"


class TextVerdict(models.TextChoices):
    SAME = "same", "the same release"
    UPDATE = "update", "a new version"
    DIFFERENT = "different", "two releases"


class TextJudgement(models.Model):
    """What an editor decided on two releases with much text in common, by their keys; nobody is asked about them again."""

    Verdict = TextVerdict

    article = models.CharField(max_length=LENGTH, help_text="The one that was looked at.")
    other = models.CharField(max_length=LENGTH, db_index=True, help_text="The one that it was compared with.")
    verdict = models.CharField(max_length=10, choices=Verdict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="text_judgement_once"),
            models.CheckConstraint(condition=~models.Q(article=models.F("other")), name="text_judgement_of_two"),
            is_among("verdict", TextVerdict, name="text_verdict_known"),
        ]

    def __str__(self) -> str:
        return f"{self.article} and {self.other}: {self.get_verdict_display()}"


class NewVersion(models.Model):
    """A draft that takes the place of a published release when it is published; readers see the former until then."""

    draft = models.OneToOneField(Article, on_delete=models.CASCADE, primary_key=True, related_name="new_version")
    of = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="new_versions")

    def __str__(self) -> str:
        return f"Article {self.draft_id}, a new version of {self.of_id}"


class FootingKind(models.TextChoices):
    PERSON = "person", "official"
    ORGANIZATION = "organization", "organization"
    APPOINTMENT = "appointment", "office"
    REPORT = "report", "report of a meeting"


class Footing(models.Model):
    """A mention that spoke of a thing on which people decided something: while that holds, the next reading of it speaks of the same.

    All things are named by keys, since a footing outlives the rows. For reports, `mention` is the key of the report itself.
    """

    Kind = FootingKind

    kind = models.CharField(max_length=12, choices=Kind)
    decided = models.CharField(max_length=LENGTH, help_text="The key that the decision is on.")
    article = models.CharField(max_length=LENGTH, db_index=True)
    mention = models.CharField(max_length=LENGTH)
    told = models.JSONField(default=dict, help_text="What the thing is known again by.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "decided", "mention"], name="footing_once"),
            is_among("kind", FootingKind, name="footing_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.decided} by {self.mention}"
