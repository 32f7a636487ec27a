"""Masks of meetings: besides values, which countries were members of which groups on their days, and which articles tell of them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise

from django.db.models.functions import Left

from archive.filters.groups import SUFFIX, Groups
from archive.keys import PUBLIC
from archive.masks import sure, ties
from archive.masks.bits import ALWAYS, MONTH, NEVER, Bits, Hanging, Masks, Places, bits, flags, month_of, places_of, with_day
from archive.masks.days import AT_ONCE, days_of
from archive.masks.gathered import Gathered, by_value, each_of, in_orders
from archive.masks.ties import FEW, Attendance
from archive.models import Agreement, Meeting, MeetingReport, Participation
from archive.models.meeting import LEADS, PARITIES

OWN = (  # the filter, the field, and the value where it is empty
    *(("kind", "kind", ""), ("state", "state", ""), ("level", "level", "unknown"), ("mode", "mode", "not-stated")),
    *(("host", "host", ""), ("venue", "country", "")),
)
NAMES = (
    *("of", "kind", "state", "level", "mode", "among", "host", "guest", "venue", "topic", "publisher", "agreement", "dated"),
    *("parity", "lead", "month"),
)
UNREPORTED = "unreported"  # the one question worth following of which the answer depends on the day


Pair = tuple[list[str], int, datetime.date, datetime.date]


@dataclass(frozen=True, kw_only=True)
class MeetingMasks(Masks):
    """Meetings as bits.

    `telling` has the articles that tell of them, `holding` the appointments in which somebody took part; `pairs` is as `tally_pairs`.
    """

    groups: Groups
    telling: Hanging
    holding: Hanging
    attendance: Attendance
    ties: ties.Ties | None
    pairs: Sequence[Pair]
    members: dict[str, dict[str, Bits]] = field(default_factory=dict)  # by group and country: where it was a side, and a member that day

    def work_out(self) -> None:
        super().work_out()
        self.telling.work_out()
        if self.ties:
            self.ties.at.work_out()

    def told_by(self, articles: Iterable[int]) -> Bits:
        """Those of which any article tells, of these ids."""
        return bits(self.telling.on(articles), len(self.places))

    def told_in(self, articles: Bits) -> Bits:
        """As `told_by`, of articles by their places in their own list."""
        count = len(self.telling.numbers)
        few = articles.bit_count() * FEW < count
        told = self.telling.on_places(places_of(articles, count)) if few else self.telling.on_flagged(flags(articles, count))
        return bits(told, len(self.places))

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
        groups = {slug: self._any({code: mask & present.get(code, 0) for code, mask in of.items()}) for slug, of in self.members.items()}
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
            for code, mask in (alone or self.members.get(slug, {})).items():
                found[code] = found.get(code, 0) | mask
        return found

    def with_groups_and_years(self) -> MeetingMasks:
        """The same with what follows from countries and days: who was a side as a member of a group, and the years."""
        known = with_day(self.earliest)
        for spell, meetings in [*self._spells(), (None, self.all & ~known)]:
            for code, slugs in self.groups.belonging(spell).items():
                if own := meetings & self.values["of"].get(code, 0):
                    for slug in slugs:
                        of_group = self.members.setdefault(slug, {})
                        of_group[code] = of_group.get(code, 0) | own
        of = dict(self.values["of"]) | {slug + SUFFIX: self._any(of_group) for slug, of_group in self.members.items()}
        dated = {**self.values["dated"], "only": known}
        return replace(self, values={**self.values, "of": of, "dated": dated, "year": dict(self._years())})

    def _spells(self) -> Iterator[tuple[int, Bits]]:
        """The meetings of each spell of time through which groups had the same members."""
        days = [NEVER, *(day.toordinal() for day in self.groups.days), ALWAYS + 1]
        for spell, (since, before) in enumerate(pairwise(days)):
            yield spell, self.begun(since, before)

    def _years(self) -> Iterator[tuple[str, Bits]]:
        first, last, _ = self.days_from_to
        for year in range(first.year, last.year + 1) if first and last else ():
            days = (datetime.date(year, 1, 1).toordinal(), datetime.date(year, 12, 31).toordinal() + 1)
            if meetings := self.begun(*days):
                yield str(year), meetings

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


def read(articles: Places) -> MeetingMasks:
    """The meetings that readers may see, the newest first. `articles` are the places of the articles in their list."""
    ids, earliest, latest = days_of(Meeting.objects.public().newest())
    found = Gathered(places := Places(ids))
    _gather_own(found)
    _gather_dates(found)
    _gather_others(found)
    told = MeetingReport.objects.filter(article__status="published")
    public = Meeting.objects.public()
    made = MeetingMasks(
        ids,
        places,
        {name: found.bits(name) for name in NAMES} | {"sure": sure.bands(places, told, of="meeting")},
        earliest,
        latest,
        groups=Groups(),
        telling=Hanging.by_pairs(articles, places, by_value(told, of=("article", "meeting"))),
        holding=_holding(places),
        attendance=(there := ties.attendance(places)),
        ties=ties.read(there),
        pairs=public.tally_pairs(),
        orders=in_orders(places, oldest=public.oldest(), level=public.highest(), added=public.last_added()),
    )
    return made.with_groups_and_years()


def _gather_own(found: Gathered) -> None:
    """What stands in the meetings themselves."""
    meetings = Meeting.objects.all()
    for name, column, otherwise in OWN:
        found.add_each(name, meetings, column, otherwise=otherwise)
    found.add_each("among", meetings.counting_sides(), "among")
    found.add_each("topic", meetings.annotate(topic=each_of("topics")), "topic")
    found.add_each("of", meetings.annotate(code=each_of("countries")), "code")


def _gather_dates(found: Gathered) -> None:
    """Months, and years where no month is known."""
    known = Meeting.objects.filter(earliest__isnull=False).annotate(start=Left("date", MONTH))
    for date, year, ids in by_value(known, "start", "earliest__year"):
        month = month_of(date)
        found.add("month", month or str(year), ids)
        if month:
            found.add("dated", "month", ids)


def _gather_others(found: Gathered) -> None:
    """What others tell of them: who came as a guest, who published, what was agreed, how the sides stand to each other."""
    found.add_each("guest", Participation.objects.filter(side="guest"), "country", of="meeting")
    published = MeetingReport.objects.filter(article__status="published")
    found.add_each("publisher", published, "article__publisher__key", of="meeting", at_most=PUBLIC)
    done = Agreement.objects.filter(article__status="published", meeting__isnull=False)
    for action, ids in by_value(done, "action", of=("meeting",)):
        for name in {"yes", action} & {"yes", "signed"}:
            found.add("agreement", name, ids)
    for parity in PARITIES:
        found.add("parity", parity, Meeting.objects.of_parity([parity]).every_id())
    for lead, following in LEADS.items():
        if lead != UNREPORTED:
            found.add("lead", lead, following(Meeting.objects.all(), datetime.date.min).every_id())


def _holding(places: Places) -> Hanging:
    """In which appointments people took part."""
    taking_part = Participation.objects.filter(appointment__isnull=False)
    appointments = Places(taking_part.order_by().values_list("appointment", flat=True).distinct().iterator(chunk_size=AT_ONCE))
    return Hanging.by_pairs(appointments, places, by_value(taking_part, of=("appointment", "meeting")))
