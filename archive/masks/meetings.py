"""Masks of meetings: besides values, which countries were members of which groups on their days, and which articles tell of them."""

from __future__ import annotations

import datetime
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import ExpressionWrapper, Func, Value

from archive.filters.groups import NONE, SUFFIX, Groups
from archive.keys import PUBLIC
from archive.masks.bits import Bits, Gathered, Masks, bits, first_day, last_day
from archive.models import Agreement, Meeting, MeetingReport, Participation
from archive.models.meeting import BANDS, LEADS

NAMES = (
    *("of", "kind", "state", "level", "mode", "among", "host", "guest", "venue", "topic", "publisher", "agreement", "sure", "dated"),
    *("lead", "year"),
)
UNREPORTED = "unreported"  # the one question worth following of which the answer depends on the day


@dataclass(frozen=True)
class Telling:
    """Which meetings each article tells of: those of the article at place n are `meetings[starts[n]:starts[n + 1]]`, by their places."""

    starts: array[int]
    meetings: array[int]

    def of(self, articles: Iterable[int]) -> set[int]:
        """The places of the meetings of which any of these articles tells, these too by their places."""
        found: set[int] = set()
        for article in articles:
            found.update(self.meetings[self.starts[article] : self.starts[article + 1]])
        return found


@dataclass(frozen=True, kw_only=True)
class MeetingMasks(Masks):
    """Meetings as bits. `spells` are those of each spell of time through which groups had the same members."""

    spells: Mapping[int | None, Bits]
    groups: Groups
    telling: Telling
    articles: Mapping[int, int]  # the place of each article by its id
    members: dict[str, dict[str, Bits]] = field(default_factory=dict)

    def told_by(self, articles: Iterable[int]) -> Bits:
        """Those of which any article tells, of these ids."""
        known = (self.articles[pk] for pk in articles if pk in self.articles)
        return bits(self.telling.of(known), len(self.places))

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
    fields = ("pk", "countries", "kind", "state", "level", "mode", "host", "country", "topics", "earliest", "latest")
    rows = Meeting.objects.public().newest().annotate(spell=ExpressionWrapper(spell, models.IntegerField()))
    meetings = list(rows.values_list(*fields, "spell"))
    places = {row[0]: place for place, row in enumerate(meetings)}
    found = Gathered(len(meetings))
    for place, row in enumerate(meetings):
        _gather(found, place, row, groups)
    telling = _gather_reports(found, places, articles)
    _gather_what_hangs_on(found, places)
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
        articles=articles,
    )


def _gather(found: Gathered, place: int, row: tuple, groups: Groups) -> None:  # type: ignore[type-arg]
    _, countries, kind, state, level, mode, host, venue, topics, earliest, _, spell = row
    found.add("kind", kind, place)
    found.add("state", state, place)
    found.add("level", str(level or "unknown"), place)
    found.add("mode", mode or "not-stated", place)
    found.add("spell", str(spell), place)
    if earliest:
        found.add("dated", "only", place)
        found.add("year", str(earliest.year), place)
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


def _gather_what_hangs_on(found: Gathered, places: Mapping[int, int]) -> None:
    """Agreements and guests."""
    done = Agreement.objects.filter(article__status="published", meeting__isnull=False).order_by()
    actions = {(meeting, name) for meeting, action in done.values_list("meeting", "action") for name in ("yes", action)}
    for meeting, name in actions:
        if meeting in places and name in ("yes", "signed"):
            found.add("agreement", name, places[meeting])
    guests = Participation.objects.filter(side="guest", country__isnull=False).order_by().values_list("meeting", "country").distinct()
    for meeting, code in guests.iterator(5000):
        if meeting in places:
            found.add("guest", code, places[meeting])


def _gather_leads(found: Gathered, places: Mapping[int, int]) -> None:
    for lead, following in LEADS.items():
        if lead != UNREPORTED:
            for pk in following(Meeting.objects.all(), datetime.date.min).order_by().values_list("pk", flat=True):
                if pk in places:
                    found.add("lead", lead, places[pk])


def _gather_reports(found: Gathered, places: Mapping[int, int], articles: Mapping[int, int]) -> Telling:
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
    return _one_after_the_other([telling.get(article, []) for article in range(len(articles))])


def _one_after_the_other(meetings: list[list[int]]) -> Telling:
    starts, flat = array("l", [0]), array("l")
    for told in meetings:
        flat.extend(told)
        starts.append(len(flat))
    return Telling(starts, flat)


def band_of(confidence: float | None) -> str:
    """The band of `BANDS` in which a confidence lies."""
    if confidence is None:
        return "unknown"
    return next(band for band, lowest in BANDS.items() if confidence >= lowest)
