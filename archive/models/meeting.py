"""Meetings: real-world events, told of by one release or by several."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping
from functools import reduce
from operator import or_
from typing import Any, Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Count, Exists, F, Func, Max, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.text import slugify

from archive.models.article import APART_FROM_THE_REST, Article, places_of, words_query
from archive.models.checks import in_order, is_among, is_edtf, is_level
from archive.models.country import Country, GroupMembership, spells_of
from archive.models.former_key import FormerKey
from archive.models.history import changed
from archive.models.keyed import Keyed, public_id_is_unique
from archive.models.level import Level
from archive.models.meeting_line import OnOneLine
from archive.models.meeting_tallies import WITH_MONTH, MeetingTallies
from archive.models.meeting_values import MeetingBasis, MeetingKind, MeetingMode, MeetingState
from archive.models.publication import first_told_since, only_unpublished


class MeetingQuerySet(MeetingTallies["Meeting"]):
    """Questions about meetings. Each keeps those that answer it; together they are the question of a list."""

    def public(self) -> Self:
        """Those that readers may see: all but those that only unpublished releases tell of, and those that somebody found to be none."""
        from archive.models.meeting_report import MeetingReport

        return self.filter(suppressed=False).exclude(pk__in=only_unpublished(MeetingReport, "meeting"))

    def of(self, countries: Collection[str], members: Collection[GroupMembership] = ()) -> Self:
        """Those with a side from any of these countries, or from one that was a member of a group on the meeting's day."""
        return self._as_of_their_day(lambda sides: _has_side(sides[0] | set(countries)), members)

    def between(
        self,
        countries: Collection[str],
        others: Collection[str],
        members: Collection[GroupMembership] = (),
        other_members: Collection[GroupMembership] = (),
    ) -> Self:
        """Those with a side from `countries` or from `members` of their day, and another side from `others` or `other_members`."""

        def sides(belonging: tuple[frozenset[str], ...]) -> Q:
            one, other = belonging[0] | set(countries), belonging[1] | set(others)
            both = _has_side(one) & _has_side(other)
            return both & Q(GreaterThanOrEqual(Shared(F("countries"), sorted(one | other)), 2)) if one & other else both

        return self._as_of_their_day(sides, members, other_members)

    def _as_of_their_day(self, condition: Callable[[tuple[frozenset[str], ...]], Q], *groupings: Collection[GroupMembership]) -> Self:
        """Those that meet the condition with the members that the groups had when it began, or ever where its year is not known."""
        if not any(groupings):
            return self.filter(condition(tuple(frozenset[str]() for _ in groupings)))
        spells = spells_of(*groupings)
        ever = tuple(frozenset[str]().union(*(spell.members[place] for spell in spells)) for place in range(len(groupings)))
        wanted = Q(earliest__isnull=True) & condition(ever)
        for spell in spells:
            began = Q(earliest__isnull=False)
            began &= Q(earliest__gte=spell.since) if spell.since else Q()
            began &= Q(earliest__lt=spell.until) if spell.until else Q()
            wanted |= began & condition(spell.members)
        return self.filter(wanted)

    def with_each(self, countries: Collection[str]) -> Self:
        """Those with a side from each of these countries."""
        return self.filter(countries__contains=sorted(set(countries)))

    def in_country(self, countries: Collection[str]) -> Self:
        """Those held in any of these countries."""
        return self.filter(country__in=countries)

    def hosted_by(self, countries: Collection[str]) -> Self:
        return self.filter(host__in=countries)

    def with_guests(self, countries: Collection[str]) -> Self:
        """Those at which a side from any of these countries was a guest."""
        return self.filter(self._participation(country__in=countries, side="guest"))

    def of_so_many(self, numbers: Collection[str]) -> Self:
        """Those of just "two" countries, or of "more"."""
        wanted = Q(countries__len=2) if "two" in numbers else Q()
        return self.filter(wanted | Q(countries__len__gte=3) if "more" in numbers else wanted)

    def with_people(self, people: models.QuerySet[Any] | Collection[int]) -> Self:
        """Those in which any of these officials took part."""
        return self.filter(self._participation(person__in=people))

    def with_organizations(self, organizations: models.QuerySet[Any] | Collection[int]) -> Self:
        """Those in which any of these bodies took part, itself or through an official who held an office there."""
        from archive.models.participation import Participation

        itself = Participation.objects.filter(organization__in=organizations).order_by().values("meeting")
        represented = Participation.objects.filter(appointment__organization__in=organizations).order_by().values("meeting")
        return self.filter(Q(pk__in=itself) | Q(pk__in=represented))

    def with_office(self, words: str, countries: Collection[str] = ()) -> Self:
        """Those in which somebody took part in an office of these words, whoever held it that day; for one of these countries, if any."""
        from archive.models.appointment import Appointment
        from archive.models.participation import Participation

        offices = Appointment.objects.called(words, countries).values("pk")[:APART_FROM_THE_REST]
        return self.filter(pk__in=Participation.objects.filter(appointment__in=offices).order_by().values("meeting"))

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

    def on_topics(self, topics: Collection[str]) -> Self:
        """Those about any of these."""
        return self.filter(topics__overlap=list(topics))

    def with_agreement(self, actions: Collection[str] = ("yes",)) -> Self:
        """Those at which a document was signed, amended, renewed, planned or discussed; "yes" stands for any of these."""
        return self.filter(self._agreement() if "yes" in actions else self._agreement(action__in=actions))

    def without_agreement_told(self) -> Self:
        return self.filter(~self._agreement())

    def told_by(self, publishers: models.QuerySet[Any] | Collection[int]) -> Self:
        """Those that a release of any of these publishers tells of."""
        return self.filter(self._report(article__publisher__in=publishers))

    def confidence(self) -> Subquery:
        """That of the surest account that is published."""
        from archive.models.meeting_report import MeetingReport

        told = MeetingReport.objects.filter(meeting=OuterRef("pk"), article__status="published").order_by().values("meeting")
        return Subquery(told.annotate(most=Max("confidence")).values("most"))

    def saying(self, words: str) -> Self:
        """Those told of in a release that has these words: "phrases" in quotes, `or`, `-without`."""
        from archive.models.meeting_report import MeetingReport

        releases = Article.objects.public().with_words(words).order_by().values("pk")[:APART_FROM_THE_REST]
        return self.filter(pk__in=MeetingReport.objects.filter(article__in=releases).order_by().values("meeting"))

    def with_excerpt(self, words: str) -> Self:
        """With `excerpt`: the places of the first release with the words that have them. Not yet escaped."""
        from archive.models.meeting_report import MeetingReport

        telling = MeetingReport.objects.filter(meeting=OuterRef("pk"), article__status="published", article__search=words_query(words))
        first = telling.annotate(excerpt=places_of(words, "article__body")).order_by("-prominence", "key").values("excerpt")[:1]
        return self.annotate(excerpt=Subquery(first))

    def worth_following(self, leads: Collection[str], today: datetime.date) -> Self:
        """Those to which any of these questions leads, by its name in `LEADS`."""
        return self.filter(reduce(or_, (Q(pk__in=LEADS[lead](Meeting.objects.public(), today).values("pk")) for lead in leads)))

    def unreported(self, today: datetime.date) -> Self:
        """Those that were announced and whose day is over, but that no release reports as held."""
        return self.filter(state=MeetingState.PLANNED, latest__lt=today)

    def told_by_both_sides(self) -> Self:
        """Those that publishers of at least two of the countries that took part tell of."""
        from archive.models.meeting_report import MeetingReport

        own = MeetingReport.objects.filter(
            article__status="published", meeting__participations__country=F("article__publisher__country")
        ).order_by()
        sides = own.values("meeting").annotate(sides=Count("article__publisher__country", distinct=True)).filter(sides__gte=2)
        return self.filter(pk__in=sides.values("meeting"))

    def after_their_release(self) -> Self:
        """Those told as held that lie after every release that tells of them: a slip of a date, or of the reading."""
        not_before = Q(article__published_latest__isnull=True) | Q(article__published_latest__gte=OuterRef("earliest"))
        return self.filter(self._report(), ~self._report(not_before), state=MeetingState.HELD, earliest__isnull=False)

    def apart(self) -> Self:
        """Those whose sides, each by its highest official, are three levels apart or more."""
        return self._whose_sides("max(highest) - min(highest) >= 3")

    def of_parity(self, parities: Collection[str]) -> Self:
        """Those whose sides, each by its highest official, are at levels of these parities: "equal", "unequal".

        Those of which the level of fewer than two sides is known are of neither.
        """
        found = [self._whose_sides(PARITIES[parity]) for parity in parities]
        return reduce(or_, found) if found else self.none()

    def _whose_sides(self, stand: str) -> Self:
        """Those in which the `highest` officials of the sides stand so to each other; one of the conditions of this module."""
        return self.filter(pk__in=RawSQL(LEVELS_OF_SIDES + stand, ()))  # noqa: S611 (constants)

    def first_of_their_pair(self) -> Self:
        """Those held that are the first between just these two countries, of those whose day is known."""
        firsts = Meeting.objects.public().filter(state=MeetingState.HELD, countries__len=2, earliest__isnull=False)
        return self.filter(pk__in=firsts.order_by("countries", "earliest", "id").distinct("countries").values("pk"))

    def maybe_since(self, day: datetime.date) -> Self:
        """Those that may lie on or after this day; those without a year may lie anywhere."""
        return self.filter(Q(latest__gte=day) | Q(earliest__isnull=True))

    def maybe_until(self, day: datetime.date) -> Self:
        """Those that may lie on or before this day; those without a year may lie anywhere."""
        return self.filter(Q(earliest__lte=day) | Q(earliest__isnull=True))

    def dated(self, how: Collection[str] = ("only",)) -> Self:
        """Those whose year is known; of "month" alone, those whose month is."""
        return self.filter(earliest__isnull=False) if "only" in how else self.filter(date__regex=WITH_MONTH)

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
        light = [f"{name}__{field}" for name in ("country", "host") for field in ("official_name", "other_names", "region")]
        return self.select_related("country", "host").defer(*light).prefetch_related("line")

    def new_since(self, moment: datetime.datetime) -> Self:
        """Those of which no release told that was public at that moment."""
        from archive.models.meeting_report import MeetingReport

        return self.filter(pk__in=first_told_since(MeetingReport.objects.all(), "meeting", moment))

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

    def for_rows(self) -> Self:
        """With nothing that hangs on them: a long table fetches that itself, as plain values (`archive/exports/meetings.py`)."""
        return self

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

    def tally_leads(self, today: datetime.date) -> dict[str, int]:
        """To how many each question worth following leads."""
        return dict.fromkeys(LEADS, 0) | self.tally_several({"lead": self}, today=today)["lead"]

    def tally_several(self, wanted: Mapping[str, Self], *, today: datetime.date) -> dict[str, dict[str, int]]:
        """How many there are for each value of several fields, each for meetings of its own, in one question to the database.

        `wanted` are the meetings for each of the names host, venue, guest, topic, sure, agreement, parity and lead.
        """
        first, *others = (
            rows.annotate(field=Value(name)).values_list("field", "value", "n")
            for name, meetings in wanted.items()
            for rows in meetings._tallies(name, today)
        )
        found: dict[str, dict[str, int]] = {name: {} for name in wanted}
        for name, value, n in first.union(*others, all=True):
            found[name][value] = n
        return found

    def _tallies(self, name: str, today: datetime.date) -> list[models.QuerySet[Any]]:
        """Rows of `value` and `n` for one field; several queries where a meeting may have several of its values."""
        if name == "lead":
            return [following(self, today)._tally_value(Value(lead)) for lead, following in LEADS.items()]
        if name == "agreement":
            return [self.with_agreement([action])._tally_value(Value(action)) for action in ("yes", "signed")]
        if name == "parity":
            return [self.of_parity([parity])._tally_value(Value(parity)) for parity in PARITIES]
        return [getattr(self, f"_tally_{name}")()]

    def _tally_host(self) -> models.QuerySet[Any]:
        return self._tally_value(Cast("host_id", models.TextField())).filter(host__isnull=False)

    def _tally_venue(self) -> models.QuerySet[Any]:
        return self._tally_value(Cast("country_id", models.TextField())).filter(country__isnull=False)

    def _tally_topic(self) -> models.QuerySet[Any]:
        return self._tally_value(Cast(Func(F("topics"), function="unnest"), models.TextField()))

    def _tally_sure(self) -> models.QuerySet[Any]:
        return self._tally_value(self.band())

    def _tally_guest(self) -> models.QuerySet[Any]:
        from archive.models.participation import Participation

        guests = Participation.objects.filter(side="guest", country__isnull=False, meeting__in=self.order_by().values("pk")).order_by()
        return guests.annotate(value=Cast("country_id", models.TextField())).values("value").annotate(n=Count("meeting", distinct=True))

    def _tally_value(self, value: Any) -> models.QuerySet[Any]:
        return self.order_by().annotate(value=value).values("value").annotate(n=Count("pk"))

    def _participation(self, *conditions: Q, **fields: object) -> Exists:
        from archive.models.participation import Participation

        return Exists(Participation.objects.filter(*conditions, meeting=OuterRef("pk"), **fields))

    def _report(self, *conditions: Q, **fields: object) -> Exists:
        from archive.models.meeting_report import MeetingReport

        return Exists(MeetingReport.objects.filter(*conditions, meeting=OuterRef("pk"), article__status="published", **fields))

    def _agreement(self, **fields: object) -> Exists:
        from archive.models.agreement import Agreement

        return Exists(Agreement.objects.filter(meeting=OuterRef("pk"), article__status="published", **fields))


def _has_side(countries: Collection[str]) -> Q:
    return Q(countries__overlap=sorted(countries))


class Shared(Func):
    """How many values two arrays share."""

    template = "cardinality(ARRAY(SELECT unnest(%(expressions)s)))"
    arg_joiner = ") INTERSECT SELECT unnest("
    output_field = models.IntegerField()

    def __init__(self, array: F, values: list[str]) -> None:
        super().__init__(array, Value(values, output_field=ArrayField(models.CharField(max_length=2))))


LEVELS_OF_SIDES = """
    SELECT meeting_id FROM (
        SELECT taking_part.meeting_id, min(office.level) AS highest
        FROM archive_participation AS taking_part JOIN archive_appointment AS office ON office.id = taking_part.appointment_id
        WHERE taking_part.country_id IS NOT NULL AND office.level IS NOT NULL
        GROUP BY taking_part.meeting_id, taking_part.country_id
    ) AS sides
    GROUP BY meeting_id HAVING """

# Conditions on the highest officials of the sides.
PARITIES = {
    "equal": "count(*) > 1 AND max(highest) = min(highest)",
    "unequal": "max(highest) > min(highest)",
}

# Questions that lead to something: each keeps the meetings that are worth a second look. The day is today's.
LEADS: dict[str, Callable[[MeetingQuerySet, datetime.date], MeetingQuerySet]] = {
    "unreported": lambda meetings, today: meetings.unreported(today),
    "both-sides": lambda meetings, today: meetings.told_by_both_sides(),
    "after-release": lambda meetings, today: meetings.after_their_release(),
    "apart": lambda meetings, today: meetings.apart(),
    "first": lambda meetings, today: meetings.first_of_their_pair(),
}


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
    line = OnOneLine()

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

    @property
    def addresses(self) -> list[str]:
        """Its key, and those that lead to it since accounts of it were made one."""
        return [self.key, *FormerKey.objects.filter(kind=FormerKey.Kind.MEETING, now=self.key).values_list("key", flat=True)]
