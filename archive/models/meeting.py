"""Meetings: real-world events, told of by one release or by several."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from functools import reduce
from operator import or_
from typing import Any, Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Prefetch, Q
from django.utils.text import slugify

from archive.models.checks import in_order, is_among, is_edtf, is_level
from archive.models.country import Country
from archive.models.history import changed
from archive.models.keyed import Keyed, KeyedQuerySet, public_id_is_unique
from archive.models.level import Level
from archive.models.publication import only_unpublished


class MeetingQuerySet(KeyedQuerySet["Meeting"]):
    """Questions about meetings. Each keeps those that answer it; together they are the question of a list."""

    def public(self) -> Self:
        """Those that readers may see: all but those that only unpublished releases tell of, and those that somebody found to be none."""
        from archive.models.meeting_report import MeetingReport

        return self.filter(suppressed=False).exclude(pk__in=only_unpublished(MeetingReport.objects.all(), "meeting"))

    def of(self, countries: Collection[str]) -> Self:
        """Those with a side from any of these countries."""
        return self.filter(countries__overlap=list(countries))

    def between(self, countries: Collection[str], others: Collection[str]) -> Self:
        """Those with a side from any of `countries` and another side from any of `others`."""
        pairs = [
            Q(countries__contains=[code]) & Q(countries__overlap=sorted(set(others) - {code}))
            for code in sorted(set(countries))
            if set(others) - {code}
        ]
        return self.filter(reduce(or_, pairs)) if pairs else self.none()

    def in_country(self, countries: Collection[str]) -> Self:
        """Those held in any of these countries."""
        return self.filter(country__in=countries)

    def hosted_by(self, countries: Collection[str]) -> Self:
        return self.filter(host__in=countries)

    def with_people(self, people: models.QuerySet[Any] | Collection[int]) -> Self:
        """Those in which any of these officials took part."""
        return self.filter(self._participation(person__in=people))

    def with_organizations(self, organizations: models.QuerySet[Any] | Collection[int]) -> Self:
        """Those in which any of these bodies took part, itself or through an official who held an office there."""
        taking_part = Q(organization__in=organizations) | Q(appointment__organization__in=organizations)
        return self.filter(self._participation(taking_part))

    def of_kind(self, kinds: Collection[str]) -> Self:
        return self.filter(kind__in=kinds)

    def in_state(self, states: Collection[str]) -> Self:
        return self.filter(state__in=states)

    def by_mode(self, modes: Collection[str]) -> Self:
        """Those held in person, by telephone or by video; "" for those where no release tells."""
        return self.filter(mode__in=modes)

    def at_level(self, levels: Collection[int | None]) -> Self:
        """Those whose highest level is any of these; None for those where it is not known."""
        known = Q(level__in=[level for level in levels if level is not None])
        return self.filter(known | Q(level__isnull=True) if None in levels else known)

    def with_agreement(self) -> Self:
        """Those at which a document was signed, amended, renewed, planned or discussed."""
        return self.filter(self._agreement())

    def without_agreement_told(self) -> Self:
        return self.filter(~self._agreement())

    def told_by(self, publishers: models.QuerySet[Any] | Collection[int]) -> Self:
        """Those that a release of any of these publishers tells of."""
        return self.filter(self._report(article__publisher__in=publishers))

    def saying(self, words: str) -> Self:
        """Those told of in a release that has these words: "phrases" in quotes, `or`, `-without`."""
        query = SearchQuery(words, config="parley", search_type="websearch")
        return self.filter(self._report(article__search=query))

    def maybe_since(self, day: datetime.date) -> Self:
        """Those that may lie on or after this day; those without a year may lie anywhere."""
        return self.filter(Q(latest__gte=day) | Q(earliest__isnull=True))

    def maybe_until(self, day: datetime.date) -> Self:
        """Those that may lie on or before this day; those without a year may lie anywhere."""
        return self.filter(Q(earliest__lte=day) | Q(earliest__isnull=True))

    def dated(self) -> Self:
        """Those whose year is known."""
        return self.filter(earliest__isnull=False)

    def newest(self) -> Self:
        """The latest first; those whose year is not known stand at the end."""
        return self.order_by(F("earliest").desc(nulls_last=True), "-id")

    def oldest(self) -> Self:
        """The earliest first; those whose year is not known stand at the end."""
        return self.order_by(F("earliest").asc(nulls_last=True), "id")

    def highest(self) -> Self:
        """The highest level first, and within it the newest."""
        return self.order_by(F("level").asc(nulls_last=True), F("earliest").desc(nulls_last=True), "-id")

    def last_added(self) -> Self:
        return self.order_by("-id")

    def for_list(self) -> Self:
        """With everything that a line of a list shows."""
        from archive.models.agreement import Agreement
        from archive.models.meeting_report import MeetingReport
        from archive.models.participation import Participation

        taking_part = Participation.objects.select_related("person", "organization", "country", "appointment").order_by("id")
        told = MeetingReport.objects.filter(article__status="published").select_related("article__publisher")
        reports = told.defer("article__search", "article__body").order_by(
            "-prominence", F("article__published_earliest").asc(nulls_last=True), "key"
        )
        return self.select_related("country", "host").prefetch_related(
            Prefetch("participations", queryset=taking_part),
            Prefetch("reports", queryset=reports),
            Prefetch("agreements", queryset=Agreement.objects.filter(article__status="published")),
        )

    def for_export(self) -> Self:
        """With everything that a line of a table says, the texts of the releases among it; no more than one line needs of each."""
        from archive.models.agreement import Agreement
        from archive.models.meeting_report import MeetingReport
        from archive.models.participation import Participation

        taking_part = Participation.objects.select_related("person", "organization", "country", "appointment")
        told = (
            MeetingReport.objects.filter(article__status="published")
            .select_related("article__publisher")
            .defer("values", "article__search")
        )
        first_published = F("article__published_earliest").asc(nulls_last=True)
        return self.select_related("country", "host").prefetch_related(
            Prefetch("participations", queryset=taking_part.order_by("id")),
            Prefetch("reports", queryset=told.order_by("-prominence", first_published, "key")),
            Prefetch("agreements", queryset=Agreement.objects.filter(article__status="published")),
        )

    def for_page(self) -> Self:
        """With everything that the page of one shows, the texts of its releases among it."""
        from archive.models.agreement import Agreement
        from archive.models.meeting_report import MeetingReport
        from archive.models.participation import Participation

        taking_part = Participation.objects.select_related(
            "person", "organization", "country", "appointment__organization", "appointment__country"
        )
        told = MeetingReport.objects.filter(article__status="published").select_related("article__publisher__country")
        return self.select_related("country", "host").prefetch_related(
            Prefetch("participations", queryset=taking_part.order_by("id")),
            Prefetch(
                "reports",
                queryset=told.defer("article__search").order_by(
                    "-prominence", F("article__published_earliest").asc(nulls_last=True), "key"
                ),
            ),
            Prefetch("agreements", queryset=Agreement.objects.filter(article__status="published")),
        )

    def tally(self, *fields: str) -> list[dict[str, Any]]:
        """How many there are for each combination of these fields: rows of the fields and `n`."""
        return list(self.order_by().values(*fields).annotate(n=Count("pk")))

    def tally_countries(self) -> dict[str, int]:
        """How many have a side from each country."""
        rows = self.order_by().annotate(code=Func(F("countries"), function="unnest")).values("code").annotate(n=Count("pk"))
        return {row["code"]: row["n"] for row in rows}

    def tally_years(self) -> dict[int | None, int]:
        """How many there are in each year in which they may have begun; None for those without a year."""
        rows = self.order_by().values("earliest__year").annotate(n=Count("pk"))
        return {row["earliest__year"]: row["n"] for row in rows}

    def _participation(self, *conditions: Q, **fields: object) -> Exists:
        from archive.models.participation import Participation

        return Exists(Participation.objects.filter(*conditions, meeting=OuterRef("pk"), **fields))

    def _report(self, **fields: object) -> Exists:
        from archive.models.meeting_report import MeetingReport

        return Exists(MeetingReport.objects.filter(meeting=OuterRef("pk"), article__status="published", **fields))

    def _agreement(self) -> Exists:
        from archive.models.agreement import Agreement

        return Exists(Agreement.objects.filter(meeting=OuterRef("pk")))


class MeetingKind(models.TextChoices):
    MEETING = "meeting", "meeting"
    CALL = "call", "call"
    VISIT = "visit", "visit"
    CONFERENCE = "conference", "conference"
    CEREMONY = "ceremony", "ceremony"
    EXERCISE = "exercise", "exercise"


class MeetingMode(models.TextChoices):
    IN_PERSON = "in_person", "in person"
    PHONE = "phone", "by telephone"
    VIDEO = "video", "by video"


class MeetingState(models.TextChoices):
    HELD = "held", "held"
    PLANNED = "planned", "planned"
    POSTPONED = "postponed", "postponed"
    CANCELLED = "cancelled", "cancelled"


class MeetingBasis(models.TextChoices):
    STATED = "stated", "stated"
    RELATIVE = "relative", "reckoned from the date of publication"
    PUBLICATION = "publication", "taken from the date of publication"


@pghistory.track(changed(), exclude=["countries"])
class Meeting(Keyed):
    """An occasion on which officials of at least two states or international organizations met."""

    Kind = MeetingKind
    Mode = MeetingMode
    State = MeetingState
    Basis = MeetingBasis

    title = models.TextField(blank=True, help_text="The proper name of the occasion. Empty: it has none.")
    kind = models.CharField(max_length=10, choices=Kind)
    mode = models.CharField(max_length=10, choices=Mode, blank=True, help_text="Empty: not told.")
    state = models.CharField(max_length=10, choices=State, default=State.HELD)
    date = models.CharField(max_length=12, blank=True, help_text="EDTF: 2024-09-10, XXXX-09-23. Empty: not stated.")
    end_date = models.CharField(max_length=12, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    basis = models.CharField("basis of the date", max_length=12, choices=Basis, blank=True)
    place = models.CharField(max_length=300, blank=True)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings_in", verbose_name="country of the venue"
    )
    host = models.ForeignKey(Country, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings_hosted")
    level = models.PositiveSmallIntegerField(choices=Level, null=True, blank=True, help_text="The highest level that took part.")
    topics = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    suppressed = models.BooleanField(default=False, help_text="Somebody found that no such meeting is told of.")
    countries = ArrayField(
        models.CharField(max_length=2), default=list, blank=True, editable=False, help_text="Codes of the sides, kept true by a trigger."
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = [F("earliest").desc(nulls_last=True), "-id"]
        indexes = [
            models.Index(F("earliest").desc(nulls_last=True), F("id").desc(), name="meeting_newest"),
            models.Index(fields=["kind", "-earliest"], name="meeting_of_kind"),
            models.Index(fields=["country", "-earliest"], name="meeting_in_country"),
            models.Index(fields=["level", "-earliest"], name="meeting_of_level"),
            models.Index(fields=["latest"], name="meeting_latest"),
            GinIndex(fields=["countries"], name="meeting_countries", fastupdate=False),
            GinIndex(fields=["topics"], name="meeting_topics"),
        ]
        constraints = [
            public_id_is_unique("meeting_public_id_unique"),
            is_among("kind", MeetingKind, name="meeting_kind_known"),
            is_among("mode", MeetingMode, name="meeting_mode_known", blank=True),
            is_among("state", MeetingState, name="meeting_state_known"),
            is_among("basis", MeetingBasis, name="meeting_basis_known", blank=True),
            is_edtf("date", name="meeting_date_is_edtf"),
            is_edtf("end_date", name="meeting_end_date_is_edtf"),
            in_order("earliest", "latest", name="meeting_dates_in_order"),
            is_level(name="meeting_level_known"),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display().capitalize()} of {', '.join(self.countries) or 'sides not told'}"

    @property
    def slug(self) -> str:
        return slugify(self.title)
