"""Masks of meetings: besides values, which countries were members of which groups on their days, and which articles tell of them."""

from __future__ import annotations

import datetime
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import ExpressionWrapper, Func, Q, Value

from archive.filters.groups import NONE, SUFFIX, Groups
from archive.keys import PUBLIC
from archive.masks import ties
from archive.masks.bits import Bits, Gathered, Hanging, Masks, bits, first_day, flags, last_day, month_of
from archive.masks.ties import Attendance
from archive.models import Agreement, Meeting, MeetingReport, Participation
from archive.models.confidence import band_of
from archive.models.meeting import LEADS, PARITIES

NAMES = (
    *("of", "kind", "state", "level", "mode", "among", "host", "guest", "venue", "topic", "publisher", "agreement", "sure", "dated"),
    *("parity", "lead", "year", "month"),
)
UNREPORTED = "unreported"  # the one question worth following of which the answer depends on the day


Pair = tuple[list[str], int, datetime.date, datetime.date]


@dataclass(frozen=True, kw_only=True)
class MeetingMasks(Masks):
    """Meetings as bits. `spells` are those of each spell of time through which groups had the same members.

    `telling` has the articles that tell of them, `holding` the appointments in which somebody took part; `pairs` is as `tally_pairs`.
    """

    spells: Mapping[int | None, Bits]
    groups: Groups
    telling: Hanging
    holding: Hanging
    attendance: Attendance
    ties: ties.Ties | None
    pairs: Sequence[Pair]
    members: dict[str, dict[str, Bits]] = field(default_factory=dict)

    def work_out(self) -> None:
        super().work_out()
        self._belonging  # noqa: B018
        self.telling.work_out()
        if self.ties:
            self.ties.at.work_out()

    def told_by(self, articles: Iterable[int]) -> Bits:
        """Those of which any article tells, of these ids."""
        return bits(self.telling.on(articles), len(self.places))

    def told_in(self, articles: Bits) -> Bits:
        """As `told_by`, of articles by their places in their own list."""
        return bits(self.telling.on_flagged(flags(articles, len(self.telling.numbers))), len(self.places))

    def telling_of(self, within: Bits, articles: Iterable[int]) -> int:
        """How many of these articles tell of any of those within."""
        wanted = set(self.each(within))
        return sum(1 for article in articles if not wanted.isdisjoint(self.telling.on([article])))

    def attended_in(self, appointments: Iterable[int]) -> Bits:
        """Those in which somebody took part in any of these appointments, by their ids."""
        return bits(self.holding.on(appointments), len(self.places))

    def pairings(self, within: Bits, codes: Collection[str]) -> list[tuple[str, str, int]]:
        """As `tally_pairings`, of those within and for these countries alone."""
        own = {code: within & self.values["of"].get(code, 0) for code in codes}
        counts = ((one, other, (own[one] & own[other]).bit_count()) for one, other in combinations(sorted(own), 2))
        return sorted((row for row in counts if row[2]), key=lambda row: (-row[2], row[:2]))

    def met_others(self, within: Bits) -> dict[str, int]:
        """For each country that sat beside another one in any of those within: in how many of them it was, also by itself."""
        beside = self.sides(within & self.having("among", ["two", "more"]))[0]
        own = self.sides(within)[0]
        return {code: own[code] for code in beside}

    def following(self, lead: str, today: datetime.date) -> Bits:
        """Those to which a question worth following leads."""
        if lead != UNREPORTED:
            return self.having("lead", [lead])
        return self.having("state", [Meeting.State.PLANNED]) & self.having("dated", ["only"]) & ~self.since(today)

    def leads(self, within: Bits, today: datetime.date) -> dict[str, int]:
        """To how many of those within each question worth following leads."""
        return {lead: (within & self.following(lead, today)).bit_count() for lead in LEADS}

    def sides(self, within: Bits, *, beside: Collection[str] = ()) -> tuple[dict[str, int], dict[str, int]]:
        """As `Groups.count`: how many have a side from each country and each group; `beside` are countries and groups, and then a side
        counts only where there is another side from one of these."""
        if not beside:
            counts = self.counts("of", within)
            countries = {code: n for code, n in counts.items() if not code.endswith(SUFFIX)}
            return countries, {raw.removesuffix(SUFFIX): n for raw, n in counts.items() if raw.endswith(SUFFIX)}
        present = {code: mask & within for code, mask in self._beside(beside).items()}
        groups = {slug: self._any({code: mask & present.get(code, 0) for code, mask in of.items()}) for slug, of in self._belonging.items()}
        return _counted(present), _counted(groups)

    def contacts(self, code: str) -> list[tuple[str, int, datetime.date | None]]:
        """As `tally_contacts` of the meetings of a country."""
        own = self.values["of"].get(code, 0)
        held = self.values["state"].get(Meeting.State.HELD, 0) & self.values["dated"].get("only", 0)
        counts, _ = self.sides(own)
        return [(other, n, self._newest(own & held & self.values["of"][other])) for other, n in counts.items()]

    def _newest(self, within: Bits) -> datetime.date | None:
        """The day of the newest of those within, which have one."""
        place = (within & -within).bit_length() - 1
        return datetime.date.fromordinal(self.earliest[place]) if within else None

    def two_sides(self, one: Collection[str], other: Collection[str]) -> Bits:
        """Those with a side from `one` and another side from `other`, countries and groups both."""
        both = {*one, *other}
        return self.having("of", one) & self.having("of", other) & self._twice(self._present(both))

    def _beside(self, beside: Collection[str]) -> dict[str, Bits]:
        """For each country the meetings at which it sat beside another side from any of these."""
        theirs = self._present(beside)
        one, two = self._any(theirs), self._twice(theirs)
        own = {code: mask for code, mask in self.values["of"].items() if not code.endswith(SUFFIX)}
        return {code: mask & (one & ~theirs.get(code, 0) | two) for code, mask in own.items()}

    def _present(self, wanted: Collection[str]) -> dict[str, Bits]:
        """For each country the meetings at which it was a side and counted among the wanted, by itself or as a member of that day."""
        found: dict[str, Bits] = {}
        for raw in wanted:
            slug = raw.removesuffix(SUFFIX)
            alone = {} if raw.endswith(SUFFIX) else {raw: self.values["of"].get(raw, 0)}
            for code, mask in (alone or self._belonging.get(slug, {})).items():
                found[code] = found.get(code, 0) | mask
        return found

    @property
    def _belonging(self) -> dict[str, dict[str, Bits]]:
        """For each group and each country that ever was a member: the meetings at which it was a side, and a member on the day."""
        if not self.members:
            found: dict[str, dict[str, Bits]] = defaultdict(dict)
            for spell, days in self.spells.items():
                for code, slugs in self.groups.belonging(spell).items():
                    for slug in slugs:
                        found[slug][code] = found[slug].get(code, 0) | days & self.values["of"].get(code, 0)
            self.members.update(found)
        return self.members

    @staticmethod
    def _any(present: Mapping[str, Bits]) -> Bits:
        found = 0
        for mask in present.values():
            found |= mask
        return found

    @staticmethod
    def _twice(present: Mapping[str, Bits]) -> Bits:
        """Those at which at least two of the countries were."""
        once = twice = 0
        for mask in present.values():
            twice |= once & mask
            once |= mask
        return twice


def _counted(masks: Mapping[str, Bits]) -> dict[str, int]:
    counts = ((name, mask.bit_count()) for name, mask in masks.items())
    return {name: n for name, n in counts if n}


# ---- how they are made ----


def read(articles: Mapping[int, int]) -> MeetingMasks:
    """The meetings that readers may see, the newest first. `articles` are the places of the articles in their list, by their ids."""
    groups = Groups()
    spell = Func(models.F("earliest"), Value(groups.days, output_field=ArrayField(models.DateField())), function="width_bucket")
    fields = ("pk", "countries", "kind", "state", "level", "mode", "host", "country", "topics", "earliest", "latest", "date")
    rows = Meeting.objects.public().newest().annotate(spell=ExpressionWrapper(spell, models.IntegerField()))
    meetings = list(rows.values_list(*fields, "spell"))
    places = {row[0]: place for place, row in enumerate(meetings)}
    found = Gathered(len(meetings))
    for place, row in enumerate(meetings):
        _gather(found, place, row, groups)
    telling = _gather_reports(found, places, articles)
    holding, attendance = _gather_participations(found, places)
    _gather_agreements(found, places)
    _gather_parities(found, places)
    _gather_leads(found, places)
    return MeetingMasks(
        list(places),
        places,
        {name: found.bits(name) for name in NAMES},
        array("l", (first_day(row[9]) for row in meetings)),
        array("l", (last_day(row[9], row[10]) for row in meetings)),
        spells={None if name == "None" else int(name): mask for name, mask in found.bits("spell").items()},
        groups=groups,
        telling=telling,
        holding=holding,
        attendance=attendance,
        ties=ties.read(attendance),
        pairs=_pairs((row[1], row[9]) for row in meetings if row[3] == Meeting.State.HELD and row[9]),
    )


def _pairs(held: Iterable[tuple[list[str], datetime.date]]) -> list[Pair]:
    """For each two countries that met by themselves the number of times, and the first and the last day; out of all that was held."""
    days: dict[tuple[str, ...], list[datetime.date]] = defaultdict(list)
    for countries, day in held:
        if len(countries) == 2:
            days[tuple(countries)].append(day)
    return [(list(codes), len(met), min(met), max(met)) for codes, met in days.items()]


def _gather(found: Gathered, place: int, row: tuple, groups: Groups) -> None:  # type: ignore[type-arg]
    _, countries, kind, state, level, mode, host, venue, topics, earliest, _, date, spell = row
    found.add("kind", kind, place)
    found.add("state", state, place)
    found.add("level", str(level or "unknown"), place)
    found.add("mode", mode or "not-stated", place)
    found.add("spell", str(spell), place)
    if earliest:
        found.add("dated", "only", place)
        found.add("year", str(earliest.year), place)
        month = month_of(date)
        found.add("month", month or str(earliest.year), place)
        if month:
            found.add("dated", "month", place)
    if len(countries) > 1:
        found.add("among", "two" if len(countries) == 2 else "more", place)
    for name, code in (("host", host), ("venue", venue)):
        if code:
            found.add(name, code, place)
    for topic in dict.fromkeys(topics):
        found.add("topic", topic, place)
    belonging = groups.belonging(spell)
    for raw in {*countries, *(slug + SUFFIX for code in countries for slug in belonging.get(code, NONE))}:
        found.add("of", raw, place)


def _gather_agreements(found: Gathered, places: Mapping[int, int]) -> None:
    done = Agreement.objects.filter(article__status="published", meeting__isnull=False).order_by()
    actions = {(meeting, name) for meeting, action in done.values_list("meeting", "action") for name in ("yes", action)}
    for meeting, name in actions:
        if meeting in places and name in ("yes", "signed"):
            found.add("agreement", name, places[meeting])


def _gather_participations(found: Gathered, places: Mapping[int, int]) -> tuple[Hanging, Attendance]:
    """Guests; in which appointments people took part, and who was there."""
    guests: set[tuple[str, int]] = set()
    holding: dict[int, list[int]] = {}
    there: dict[int, list[tuple[int, str, int]]] = {}
    rows = Participation.objects.filter(Q(country__isnull=False) | Q(appointment__isnull=False)).order_by()
    fields = ("meeting", "person", "country", "side", "appointment", "appointment__level")
    for meeting, person, country, side, appointment, level in rows.values_list(*fields).iterator(5000):
        place = places.get(meeting)
        if place is None:
            continue
        if appointment:
            holding.setdefault(appointment, []).append(place)
        if country:
            there.setdefault(place, []).append((person or 0, country, level or 0))
            if side == "guest":
                guests.add((country, place))
    for country, place in guests:
        found.add("guest", country, place)
    numbers = {pk: number for number, pk in enumerate(holding)}
    return Hanging.by_number(numbers, {numbers[pk]: met for pk, met in holding.items()}), _attendance(there, len(places))


def _attendance(there: Mapping[int, Collection[tuple[int, str, int]]], meetings: int) -> Attendance:
    codes: dict[str, int] = {}
    starts, people, countries, levels = array("l", [0]), array("l"), array("h"), array("b")
    for place in range(meetings):
        for person, country, level in there.get(place, ()):
            people.append(person)
            countries.append(codes.setdefault(country, len(codes)))
            levels.append(level)
        starts.append(len(people))
    return Attendance(list(codes), starts, people, countries, levels)


def _gather_parities(found: Gathered, places: Mapping[int, int]) -> None:
    for parity in PARITIES:
        for pk in Meeting.objects.of_parity([parity]).order_by().values_list("pk", flat=True):
            if pk in places:
                found.add("parity", parity, places[pk])


def _gather_leads(found: Gathered, places: Mapping[int, int]) -> None:
    for lead, following in LEADS.items():
        if lead != UNREPORTED:
            for pk in following(Meeting.objects.all(), datetime.date.min).order_by().values_list("pk", flat=True):
                if pk in places:
                    found.add("lead", lead, places[pk])


def _gather_reports(found: Gathered, places: Mapping[int, int], articles: Mapping[int, int]) -> Hanging:
    """Publishers and confidence; and which meetings each article tells of."""
    best: dict[int, float | None] = dict.fromkeys(places.values())
    publishers: set[tuple[str, int]] = set()
    telling: dict[int, list[int]] = {}
    told = MeetingReport.objects.filter(article__status="published").order_by()
    fields = ("meeting", "article", "article__publisher__key", "confidence")
    for meeting, article, publisher, confidence in told.values_list(*fields).iterator(5000):
        place = places.get(meeting)
        if place is None:
            continue
        telling.setdefault(articles.get(article, -1), []).append(place)
        if publisher:
            publishers.add((publisher[:PUBLIC], place))
        if confidence is not None:
            best[place] = max(confidence, best[place] or 0.0)
    for publisher, place in publishers:
        found.add("publisher", publisher, place)
    for place, confidence in best.items():
        found.add("sure", band_of(confidence), place)
    return Hanging.by_number(articles, telling)
