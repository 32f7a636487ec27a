"""What was said."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Count, F, Q

from archive.keys import PUBLIC
from archive.models.article import CONFIG, Article, all_of, words_query
from archive.models.checks import is_among, is_span
from archive.models.keyed import Keyed, KeyedQuerySet
from archive.models.mention import Mention
from archive.models.person import Person


class QuoteQuerySet(KeyedQuerySet["Quote"]):
    """Questions about quotations. Each keeps those that answer it."""

    def public(self) -> Self:
        """Those that a published release has."""
        return self.filter(article__status="published")

    def saying(self, words: str) -> Self:
        """Those that have these words: "phrases" in quotes, `or`, `-without`; endings, accents and capitals do not matter."""
        return self.alias(words=SearchVector("text", config=CONFIG)).filter(words=words_query(words))

    def with_marked_text(self, words: str) -> Self:
        """With `marked`: the words said, with each of those asked for marked. Not yet escaped."""
        return self.annotate(marked=all_of(words, "text"))

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

    def dated(self) -> Self:
        """Those in a release whose year is known."""
        return self.filter(article__published_earliest__isnull=False)

    def newest(self) -> Self:
        return self.order_by(F("article__published_earliest").desc(nulls_last=True), "article", "start")

    def oldest(self) -> Self:
        return self.order_by(F("article__published_earliest").asc(nulls_last=True), "article", "start")

    def for_list(self) -> Self:
        return self.for_export().select_related("speaker__country", "article__publisher")

    def new_since(self, moment: datetime.datetime) -> Self:
        """Those in releases that became public after that moment."""
        return self.filter(article__in=Article.objects.public().public_since(moment).order_by().values("pk"))

    def tally_countries(self) -> dict[str, int]:
        """How many are of officials of each country."""
        rows = self.order_by().filter(speaker__country__isnull=False).values_list("speaker__country")
        return dict(rows.annotate(n=Count("pk")))

    def tally_publishers(self) -> list[dict[str, object]]:
        """How many stand in releases of each publisher, the most first: rows of `public`, `name` and `n`."""
        rows = self.order_by().filter(article__publisher__isnull=False).values_list("article__publisher__key", "article__publisher__name")
        counts = [(key[:PUBLIC], name, n) for key, name, n in rows.annotate(n=Count("pk"))]
        return [{"public": key, "name": name, "n": n} for key, name, n in sorted(counts, key=lambda row: (-row[2], row[1]))]

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
        indexes = [GinIndex(SearchVector("text", config=CONFIG), name="quote_words")]
        constraints = [
            is_span(name="quote_span_in_order"),
            is_among("where", Mention.Where, name="quote_where_known"),
        ]

    def __str__(self) -> str:
        return self.text
