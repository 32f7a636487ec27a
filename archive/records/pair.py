"""The history of two countries: every meeting, year by year, and what was read in the years without one.

A year in which nothing of one side was read is told apart from a silence, so that silence is not taken for absence.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.text import capfirst

from archive import masks
from archive.models import Agreement, Article, Country, Meeting, Person
from archive.models.agreement import AgreementQuerySet
from archive.prose.countries import in_a_sentence
from archive.prose.dates import in_words
from archive.prose.levels import LEVELS
from archive.records.between import BY_WIRE, between
from archive.records.figures import Figure, any_of
from archive.records.years import Bar, bars, by_year, silent_months

Months = dict[datetime.date, int]
MOST = 8
AGREEMENTS = 12  # on the page; the list has them all


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting on the line of the two: on the lane of the side that hosted, or across both."""

    meeting: Meeting
    lane: str
    hosted: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """One year with its meetings, or several in a row without any and with the same sides read."""

    first: int | None
    last: int | None
    events: tuple[Event, ...]
    read: tuple[int, int]
    ongoing: bool = False
    more: int = 0

    @property
    def label(self) -> str:
        if self.first is None:
            return "No year"
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def anchor(self) -> str:
        return f"y-{self.first or 'none'}"

    @property
    def blind(self) -> str:
        """Which lanes are dotted: "a", "b", "both" or none."""
        if self.first is None:
            return ""
        return {(False, True): "a", (True, False): "b", (False, False): "both"}.get((self.read[0] > 0, self.read[1] > 0), "")


@dataclass(frozen=True, slots=True)
class Row:
    """A year with the months in which nothing of each side was read."""

    year: int
    read: tuple[int, int]
    silent: tuple[list[datetime.date], list[datetime.date]]


class PairRecord:
    """Two countries and what passed between them."""

    def __init__(self, one: Country, other: Country, *, today: datetime.date) -> None:
        self.one = one
        self.other = other
        self.today = today
        self.counted = between(one.code, other.code)
        self._months = tuple(_months_read(country) for country in (one, other))
        self._read = tuple(by_year(months) for months in self._months)

    @property
    def count(self) -> int:
        return self.counted.count

    # ---- in one sentence and in figures ----

    @property
    def lede(self) -> str:
        """How many meetings there are from when to when, how many without a year, how many only planned."""
        if not self.count:
            return "No meeting of the two was read from the articles."
        held = self.counted.held
        dated = [year for year, n in held.items() if year and n]
        parts = [_meetings(sum(held[year] for year in dated)) + _from_until(dated)] if dated else []
        undated, planned = held.get(None, 0), self.count - sum(held.values())
        if undated:
            parts.append(f"{undated} {'more ' if dated else _noun(undated)}whose year is not stated")
        if planned:
            parts.append(f"{planned} announced, not told as held")
        text = ", and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
        return text[:1].upper() + text[1:] + "."

    @property
    def cite_text(self) -> str:
        return f"{self.one.name} and {self.other.name}, history of meetings."

    @property
    def figures(self) -> list[Figure]:
        """What is counted of their meetings, and when the last one was."""
        return [*self._counts(), *self._times()]

    def _counts(self) -> Iterator[Figure]:
        counted = self.counted
        sides = (self.one, self.other)
        for words, numbers, asked in (("hosted by", counted.hosted, ""), ("visits to", counted.visits, "kind=visit&")):
            for side in sides:
                yield self._figure(f"{words} {in_a_sentence(side.name)}", numbers.get(side.code, 0), f"{asked}host={side.code}")
        yield self._figure("exercises", counted.exercises, "kind=exercise")
        yield self._figure("in a third country", sum(counted.venues.values()), any_of("venue", counted.venues))
        yield self._figure("by telephone or video", counted.by_wire, any_of("mode", BY_WIRE))
        level = counted.level
        address = self._list(f"level={level}") if level else ""
        yield Figure("highest level reached", capfirst(LEVELS[level]) if level else "–", "" if level else "not stated", address)

    def _times(self) -> Iterator[Figure]:
        if self.last:
            months = (self.today - self.last).days // 30
            day = in_words(self.last.isoformat()).text
            address = reverse("meeting", args=[self.last_meeting.public_id]) if self.last_meeting else ""
            yield Figure("since the last contact", str(months), f"month{'' if months == 1 else 's'}, {day}", address)
        if silence := self.longest_silence:
            years = silence.last - silence.first + 1 if silence.first and silence.last else 0
            words = f"year{'' if years == 1 else 's'}, {silence.label}"
            yield Figure("longest silence while both were read", str(years), words, f"#{silence.anchor}")

    def _figure(self, label: str, number: int, asked: str) -> Figure:
        return Figure(label, f"{number:,}", address=self._list(asked) if number and asked else "")

    def _list(self, asked: str) -> str:
        return f"{reverse('meetings')}?of={self.one.code}&with={self.other.code}&{asked}"

    @property
    def last(self) -> datetime.date | None:
        """The day of the last meeting that is told as held."""
        return self.counted.last[0] if self.counted.last else None

    @cached_property
    def last_meeting(self) -> Meeting | None:
        """That meeting."""
        return self._told.get(self.counted.last[1]) if self.counted.last else None

    @property
    def longest_silence(self) -> Stretch | None:
        """The longest run of years without a meeting in which both sides were read."""
        silent = [stretch for stretch in self.history if not stretch.events and stretch.first and not stretch.blind]
        return max(silent, key=lambda stretch: (stretch.last or 0) - (stretch.first or 0), default=None)

    # ---- history ----

    @cached_property
    def years(self) -> list[int]:
        """All years from the first meeting or article to the last one."""
        known = {year for year in self.counted.years if year} | set(self._read[0]) | set(self._read[1])
        return list(range(min(known), max(known) + 1)) if known else []

    @cached_property
    def history(self) -> list[Stretch]:
        """Newest first; meetings without a year stand before all, since they may belong anywhere."""
        head = [Stretch(None, None, self._events(None), (0, 0), more=self._more(None))] if self.counted.years.get(None) else []
        return [*head, *self._stretches()]

    @cached_property
    def _told(self) -> dict[int, Meeting]:
        """Those that are told one by one, and the last."""
        shown = {pk for newest in self.counted.newest.values() for pk in newest} | ({self.counted.last[1]} if self.counted.last else set())
        return {meeting.pk: meeting for meeting in Meeting.objects.filter(pk__in=shown).for_list()}

    def _events(self, year: int | None) -> tuple[Event, ...]:
        return tuple(self._event(self._told[pk]) for pk in self.counted.newest.get(year, ()) if pk in self._told)

    def _more(self, year: int | None) -> int:
        return self.counted.years.get(year, 0) - len(self.counted.newest.get(year, ()))

    def _stretches(self) -> Iterator[Stretch]:
        waiting: list[Stretch] = []
        for year in reversed(self.years):
            read = (self._read[0][year], self._read[1][year])
            stretch = Stretch(year, year, self._events(year), read, ongoing=year == self.today.year, more=self._more(year))
            if waiting and (stretch.events or stretch.blind != waiting[-1].blind):
                yield _joined(waiting)
                waiting = []
            if stretch.events:
                yield stretch
            else:
                waiting.append(stretch)
        if waiting:
            yield _joined(waiting)

    def _event(self, meeting: Meeting) -> Event:
        hosts = {self.one.code: "a", self.other.code: "b"}
        lane = hosts.get(meeting.host_id or "", "ab")
        if lane == "ab":
            hosted = f"Hosted by {in_a_sentence(meeting.host.name)}" if meeting.host else ""
        else:
            hosted = f"Hosted by {in_a_sentence((self.one if lane == 'a' else self.other).name)}"
        return Event(meeting, lane, hosted)

    # ---- what was read ----

    @property
    def read(self) -> list[tuple[Country, int, list[Bar]]]:
        """For each side how many articles of its publishers were read, by year."""
        sides = zip((self.one, self.other), self._read, strict=True)
        return [(country, sum(counts.values()), bars(counts, self.years)) for country, counts in sides]

    @property
    def unplaced(self) -> int:
        """Articles on the two whose publisher is of no known country: they count for neither side."""
        return self.counted.unplaced

    @property
    def both_unread(self) -> bool:
        return not any(self._read)

    @property
    def table(self) -> list[Row]:
        """For each year how many articles of each side were read, and in which months none."""
        rows: list[Row] = []
        for year in reversed(self.years):
            silent = tuple(silent_months(months, year, today=self.today) for months in self._months)
            rows.append(Row(year, (self._read[0][year], self._read[1][year]), (silent[0], silent[1])))
        return rows

    # ---- agreements, levels, officials ----

    @cached_property
    def agreements(self) -> list[Agreement]:
        """The newest."""
        return list(self._agreements.for_list().newest()[:AGREEMENTS])

    @cached_property
    def more_agreements(self) -> int:
        """How many there are besides."""
        return self._agreements.count() - AGREEMENTS if len(self.agreements) == AGREEMENTS else 0

    @property
    def _agreements(self) -> AgreementQuerySet:
        return Agreement.objects.public().between(self.one.code, self.other.code)

    @property
    def levels(self) -> list[tuple[int | None, str, int, int]]:
        """For each level how many meetings reached it on each side, by the highest official of the side."""
        counts = self.counted.levels
        one, other = self.one.code, self.other.code
        rows = [
            (level, words, counts.get((one, level), 0), counts.get((other, level), 0))
            for level, words in [*LEVELS.items(), (None, "not stated")]
        ]
        return [row for row in rows if row[2] or row[3]]

    @cached_property
    def officials(self) -> list[tuple[Person, int]]:
        """The officials of the two who met most often."""
        counts = self.counted.people
        fewest = min(sorted(counts.values(), reverse=True)[:MOST], default=0)
        people = Person.objects.in_bulk([pk for pk, n in counts.items() if n >= fewest])
        ranked = sorted(people.values(), key=lambda person: (-counts[person.pk], person.sort_name, person.pk))
        return [(person, counts[person.pk]) for person in ranked[:MOST]]


def _months_read(country: Country) -> Months:
    """How many articles of the publishers of a country there are in each month."""
    made = masks.ready("articles")
    if not made:
        months: Months = Article.objects.public().filter(publisher__country=country).tally_months()
        return months
    own = made.having("home", [country.code])
    return {datetime.date.fromisoformat(f"{month}-01"): n for month, n in made.counts("month", own).items()}


def _joined(years: Sequence[Stretch]) -> Stretch:
    """Several years in a row without a meeting as one stretch; they come newest first."""
    read = (sum(year.read[0] for year in years), sum(year.read[1] for year in years))
    return Stretch(years[-1].first, years[0].last, (), read, ongoing=years[0].ongoing)


def _meetings(count: int) -> str:
    return f"{count} meeting{'' if count == 1 else 's'}"


def _noun(count: int) -> str:
    return "meeting " if count == 1 else "meetings "


def _from_until(years: Sequence[int]) -> str:
    first, last = min(years), max(years)
    return f" in {first}" if first == last else f" from {first} to {last}"
