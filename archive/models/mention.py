"""Spans that name something."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from archive.keys import LENGTH
from archive.models.article import Article
from archive.models.checks import is_among, is_share, is_span
from archive.models.country import Country
from archive.models.organization import Organization
from archive.models.person import Person


class MentionWhere(models.TextChoices):
    TITLE = "title", "headline"
    BODY = "body", "text"


class MentionKind(models.TextChoices):
    PERSON = "person", "person"
    ORGANIZATION = "organization", "organization"
    COUNTRY = "country", "country"
    PLACE = "place", "place"
    DATE = "date", "date"


class Mention(models.Model):
    """A span of title or body that names a person, organization, country, place or date; and whom it was taken for."""

    Where = MentionWhere
    Kind = MentionKind

    key = models.CharField(max_length=LENGTH, unique=True, help_text="The same after every extraction that reads the same words.")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="mentions", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind)
    where = models.CharField(max_length=5, choices=Where, default=Where.BODY)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField(help_text="The exact words.")
    value = models.TextField(help_text="The name, ISO code or EDTF date of what they name.")
    rule = models.CharField(max_length=80)
    confidence = models.FloatField(null=True, blank=True, help_text="Measured precision of the rule, 0 to 1.")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="mentions", db_index=False)
    organization = models.ForeignKey(
        Organization, on_delete=models.SET_NULL, null=True, blank=True, related_name="mentions", db_index=False
    )
    country = models.ForeignKey(Country, on_delete=models.PROTECT, null=True, blank=True, related_name="mentions", db_index=False)

    class Meta:
        ordering = ["article", "where", "start"]
        # Fifty rows of each release: no column has two indexes, and none has a row for a mention that names no such thing.
        indexes = [
            models.Index(fields=["article", "where", "start"], name="mention_in_order"),
            models.Index(fields=["country", "article"], condition=Q(country__isnull=False), name="mention_of_country"),
            models.Index(fields=["person"], condition=Q(person__isnull=False), name="mention_of_person"),
            models.Index(fields=["organization"], condition=Q(organization__isnull=False), name="mention_of_organization"),
        ]
        constraints = [
            is_span(name="mention_span_in_order"),
            is_among("kind", MentionKind, name="mention_kind_known"),
            is_among("where", MentionWhere, name="mention_where_known"),
            is_share("confidence", name="mention_confidence_is_share"),
        ]

    def __str__(self) -> str:
        return self.text
