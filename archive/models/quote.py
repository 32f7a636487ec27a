"""What was said."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Self

from django.db import models
from django.db.models import F, Q, Value

from archive.models.article import Article
from archive.models.checks import is_among, is_span
from archive.models.functions import Fold
from archive.models.keyed import Keyed, KeyedQuerySet
from archive.models.mention import Mention
from archive.models.person import Person


class QuoteQuerySet(KeyedQuerySet["Quote"]):
    """Questions about quotations. Each keeps those that answer it."""

    def public(self) -> Self:
        """Those that a published release has."""
        return self.filter(article__status="published")

    def saying(self, words: str) -> Self:
        """Those that have these words one after the other, accents and capitals aside."""
        return self.alias(folded=Fold(F("text"))).filter(folded__contains=Fold(Value(words)))

    def said_by(self, people: Collection[int]) -> Self:
        return self.filter(speaker__in=people)

    def of(self, countries: Collection[str]) -> Self:
        """Those of officials of any of these countries."""
        return self.filter(speaker__country__in=countries)

    def told_by(self, publishers: Collection[int]) -> Self:
        return self.filter(article__publisher__in=publishers)

    def maybe_since(self, day: datetime.date) -> Self:
        """Those that may have been published on or after this day."""
        return self.filter(Q(article__published_latest__gte=day) | Q(article__published_earliest__isnull=True))

    def maybe_until(self, day: datetime.date) -> Self:
        """Those that may have been published on or before this day."""
        return self.filter(Q(article__published_earliest__lte=day) | Q(article__published_earliest__isnull=True))

    def newest(self) -> Self:
        return self.order_by(F("article__published_earliest").desc(nulls_last=True), "article", "start")

    def for_export(self) -> Self:
        """With everything that is said of each; the text of the release is left in the database."""
        return self.select_related("speaker", "article__publisher").defer("article__body", "article__search")


class Quote(Keyed):
    """A direct quotation with its speaker; the span covers what stands inside the marks."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="quotes")
    speaker = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="quotes")
    speaker_name = models.CharField(max_length=300, help_text="As the release names the speaker.")
    text = models.TextField()
    where = models.CharField(max_length=5, choices=Mention.Where, default=Mention.Where.BODY)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    rule = models.CharField(max_length=80, blank=True)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            is_span(name="quote_span_in_order"),
            is_among("where", Mention.Where, name="quote_where_known"),
        ]

    def __str__(self) -> str:
        return self.text
