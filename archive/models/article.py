"""Releases."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any, Self

import pghistory
from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, HashIndex
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, Count, Exists, F, FloatField, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Left, TruncMonth

from archive.models.checks import in_order, is_among, is_edtf
from archive.models.confidence import MeasuredQuerySet
from archive.models.history import changed, deleted
from archive.models.keyed import Keyed, public_id_is_unique
from archive.models.publisher import Publisher

# A text search vector holds 1 MB at most; a longer text is searched in its first part and read in full.
SEARCHED = 200_000

HIT, HIT_END = "\ue000", "\ue001"  # stand around a hit until the text is escaped; no release has these letters
WEIGHED = 2000

# More than there will ever be. The limit has the planner look for these first, by their index, and not one by one for each row of
# another table or in the order of a list, which takes a thousand times longer where few have the words.
APART_FROM_THE_REST = 10**9
CONFIG = "parley"  # English words by their stems, letters without accents


class ArticleQuerySet(MeasuredQuerySet["Article"]):
    """Questions about releases. Each keeps those that answer it; together they are the question of a list."""

    def public(self) -> Self:
        """Those that are published."""
        return self.filter(status=ArticleStatus.PUBLISHED)

    def saying(self, words: str) -> Self:
        """Those that have these words: "phrases" in quotes, `or`, `-without`; accents and capitals do not matter.

        They are looked for in the index of words before all else. In the order of the list, one by one, as the planner would do it where
        few are wanted, rare words take a hundred times longer.
        """
        return self.filter(pk__in=Article.objects.with_words(words).order_by().values("pk")[:APART_FROM_THE_REST])

    def with_words(self, words: str) -> Self:
        """As `saying`, for questions that ask nothing else."""
        return self.filter(search=words_query(words))

    def issued_by(self, publishers: Collection[int]) -> Self:
        return self.filter(publisher__in=publishers)

    def naming_countries(self, countries: Collection[str]) -> Self:
        """Those whose headline or text names each of these countries."""
        named = self
        for code in countries:
            named = named.filter(self._mention(country=code))
        return named

    def naming_people(self, people: models.QuerySet[Any] | Collection[int]) -> Self:
        """Those that name any of these officials."""
        return self.filter(self._mention(person__in=people))

    def naming_organizations(self, organizations: models.QuerySet[Any] | Collection[int]) -> Self:
        """Those that name any of these bodies."""
        return self.filter(self._mention(organization__in=organizations))

    def maybe_since(self, day: datetime.date) -> Self:
        """Those that may have been published on or after this day."""
        return self.filter(Q(published_latest__gte=day) | Q(published_earliest__isnull=True))

    def maybe_until(self, day: datetime.date) -> Self:
        """Those that may have been published on or before this day."""
        return self.filter(Q(published_earliest__lte=day) | Q(published_earliest__isnull=True))

    def dated(self) -> Self:
        """Those whose year of publication is known."""
        return self.filter(published_earliest__isnull=False)

    def public_since(self, moment: datetime.datetime) -> Self:
        """Those that came into the archive after the moment, or were published after it."""
        versions = apps.get_model("archive", "ArticleEvent").objects.filter(pgh_created_at__gt=moment, pgh_obj=OuterRef("pk"))
        return self.filter(Q(created__gt=moment) | Exists(versions.exclude(status=ArticleStatus.PUBLISHED)))

    def new_since(self, moment: datetime.datetime) -> Self:
        return self.public_since(moment)

    def confidence(self) -> Subquery:
        """That of the least sure of the meetings that were read from it; null where none was."""
        from archive.models.meeting_report import MeetingReport

        told = MeetingReport.objects.filter(article=OuterRef("pk"), meeting__suppressed=False).order_by().values("article")
        return Subquery(told.annotate(least=Min("confidence")).values("least"))

    def newest(self) -> Self:
        return self.order_by(F("published_earliest").desc(nulls_last=True), "-id")

    def oldest(self) -> Self:
        return self.order_by(F("published_earliest").asc(nulls_last=True), "id")

    def fitting_best(self, words: str) -> Self:
        """Those first in which the words weigh most: headline before lead before text.

        Only the newest `WEIGHED` are weighed, which takes long; where more have the words, the others follow, the newest first.
        """
        weighed = Q(pk__in=self.newest().values("pk")[:WEIGHED])
        fit = Case(When(weighed, then=SearchRank(F("search"), words_query(words))), default=Value(-1.0), output_field=FloatField())
        return self.annotate(fit=fit).order_by("-fit", F("published_earliest").desc(nulls_last=True), "-id")

    def best_first(self, words: str) -> Self:
        """As `fitting_best`, of no more than are weighed."""
        return self.alias(fit=SearchRank(F("search"), words_query(words))).order_by(
            "-fit", F("published_earliest").desc(nulls_last=True), "-id"
        )

    def with_excerpt(self, words: str) -> Self:
        """With `excerpt`, the places of the text that have the words, and `marked`, the headline; hits between `HIT` and `HIT_END`.

        Not yet escaped.
        """
        return self.annotate(excerpt=places_of(words, "body"), marked=all_of(words, "title"))

    def for_list(self) -> Self:
        """With everything that a line of a list shows, and with only the beginning of the text."""
        from archive.models.meeting_report import MeetingReport

        told = MeetingReport.objects.filter(article=OuterRef("pk"), meeting__suppressed=False).order_by().values("article")
        light = self.select_related("publisher__country").defer("body", "search")
        return light.annotate(
            opening=Left("body", 400), meetings=Coalesce(Subquery(told.annotate(n=Count("meeting", distinct=True)).values("n")), 0)
        )

    def for_export(self) -> Self:
        """With everything that a line of a table says."""
        return self.for_list().with_confidence()

    def tally_publishers(self) -> list[dict[str, Any]]:
        """How many each publisher issued, the most first: rows of `public`, `name` and `n`."""
        counts = dict(self.order_by().filter(publisher__isnull=False).values_list("publisher").annotate(n=Count("pk")))
        issuers = Publisher.objects.filter(pk__in=counts)
        rows = [{"public": one.public_id, "name": one.name, "n": counts[one.pk]} for one in issuers]
        return sorted(rows, key=lambda row: (-row["n"], row["name"]))

    def tally_countries(self) -> dict[str, int]:
        """How many name each country."""
        from archive.models.mention import Mention

        named = Mention.objects.filter(article__in=self.order_by().values("pk"), country__isnull=False)
        return dict(named.order_by().values_list("country").annotate(n=Count("article", distinct=True)))

    def tally_months(self) -> dict[datetime.date, int]:
        """How many there are in each month, where the month is known; months are their first days."""
        known = self.order_by().filter(published__regex=r"^\d{4}-\d{2}")
        return dict(known.annotate(month=TruncMonth("published_earliest")).values_list("month").annotate(n=Count("pk")))

    def tally_months_of_countries(self) -> list[tuple[str, datetime.date, int]]:
        """As `tally_months`, for the publishers of each country: rows of its code, the month and the number."""
        known = self.order_by().filter(published__regex=r"^\d{4}-\d{2}", publisher__country__isnull=False)
        months = known.annotate(month=TruncMonth("published_earliest")).values_list("publisher__country", "month")
        return list(months.annotate(n=Count("pk")))

    def _mention(self, **fields: object) -> Exists:
        from archive.models.mention import Mention

        return Exists(Mention.objects.filter(article=OuterRef("pk"), **fields))


def words_query(words: str) -> SearchQuery:
    """What is looked for: "phrases" in quotes, `or`, `-without`. Whatever else is typed is taken for words."""
    return SearchQuery(words, config=CONFIG, search_type="websearch")


def places_of(words: str, field: str) -> SearchHeadline:
    """The places of a text that have the words, each word between `HIT` and `HIT_END`. Not yet escaped."""
    return SearchHeadline(
        field, words_query(words), config=CONFIG, start_sel=HIT, stop_sel=HIT_END, max_words=24, min_words=12, max_fragments=2
    )


def all_of(words: str, field: str) -> SearchHeadline:
    """A whole text with each of the words between `HIT` and `HIT_END`. Not yet escaped."""
    return SearchHeadline(field, words_query(words), config=CONFIG, start_sel=HIT, stop_sel=HIT_END, highlight_all=True)


class ArticleManager(models.Manager.from_queryset(ArticleQuerySet)):  # type: ignore[misc]
    """Leaves the search vector in the database; it is only ever compared there."""

    def get_queryset(self) -> ArticleQuerySet:
        articles: ArticleQuerySet = super().get_queryset().defer("search")
        return articles


class ArticleStatus(models.TextChoices):
    DRAFT = "draft", "draft"
    PUBLISHED = "published", "published"
    WITHDRAWN = "withdrawn", "withdrawn"


class ArticleFormat(models.TextChoices):
    TEXT = "text", "plain text"
    MARKDOWN = "markdown", "Markdown"
    HTML = "html", "HTML"
    WORD = "word", "Word"
    PDF = "pdf", "PDF"
    MAIL = "mail", "mail"
    MHTML = "mhtml", "saved web page"


@pghistory.track(
    changed(),
    deleted(),
    exclude=["search", "body"],
)
class Article(Keyed):
    """One release: its text as it was cleaned, and what the page says about itself."""

    Status = ArticleStatus
    Format = ArticleFormat

    title = models.TextField(blank=True)
    subtitle = models.TextField(blank=True)
    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, null=True, blank=True, related_name="articles")
    authors = ArrayField(models.TextField(), default=list, blank=True)
    published = models.CharField(max_length=12, blank=True, help_text="EDTF: 2024-09-12, XXXX-09-23. Empty: not stated.")
    published_earliest = models.DateField(null=True, blank=True)
    published_latest = models.DateField(null=True, blank=True)
    dateline = models.TextField(blank=True, help_text="The place at the head of the text.")
    source_url = models.URLField(max_length=2000, blank=True)
    language = models.CharField(max_length=8, default="en")
    body = models.TextField(help_text="Running text. Every span counts its characters.")
    path = models.CharField("file", max_length=1000, blank=True, help_text="Name of the file it came in.")
    format = models.CharField(max_length=10, choices=Format, default=Format.TEXT)
    sha256 = models.CharField("SHA-256 of the file", max_length=64)
    text_hash = models.CharField(max_length=64, db_index=True, help_text="The same for two files with the same text.")
    status = models.CharField(max_length=10, choices=Status, default=Status.PUBLISHED)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="articles")
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)
    search = models.GeneratedField(
        expression=SearchVector("title", weight="A", config="parley")
        + SearchVector("subtitle", weight="B", config="parley")
        + SearchVector(Left("body", SEARCHED), weight="C", config="parley"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ArticleManager()

    class Meta:
        ordering = [F("published_earliest").desc(nulls_last=True), "-id"]
        indexes = [
            GinIndex(fields=["search"], name="article_search"),
            models.Index(F("published_earliest").desc(nulls_last=True), F("id").desc(), name="article_newest"),
            models.Index(fields=["publisher", "-published_earliest"], name="article_of_publisher"),
            models.Index(fields=["status"], name="article_of_status"),
            # Asked for as a whole, and longer than an entry of an ordinary index may be (2,704 bytes).
            HashIndex(fields=["path"], name="article_path"),
            HashIndex(fields=["source_url"], name="article_source_url"),
        ]
        constraints = [
            public_id_is_unique("article_public_id_unique"),
            models.UniqueConstraint(fields=["sha256"], name="article_sha256_unique"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="article_sha256_is_hex"),
            is_edtf("published", name="article_published_is_edtf"),
            in_order("published_earliest", "published_latest", name="article_published_in_order"),
            is_among("status", ArticleStatus, name="article_status_known"),
            is_among("format", ArticleFormat, name="article_format_known"),
        ]

    def __str__(self) -> str:
        return self.title or self.path or "Release without a headline"
