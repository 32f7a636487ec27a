"""The history of two countries: every meeting, year by year, and what was read in the years without one.

A year in which nothing of one side was read is told apart from a silence, so that silence is not taken for absence.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models.expressions import RawSQL

from archive import masks
from archive.masks.bits import Masks
from archive.masks.meetings import MeetingMasks
from archive.models import Agreement, Article, Country, Meeting, MeetingReport, Participation, Person, Publisher
from archive.models.agreement import AgreementQuerySet
from archive.prose.countries import in_a_sentence
from archive.prose.dates import in_words
from archive.prose.levels import LEVELS
from archive.records.years import Bar, bars, by_year, silent_months

Months = dict[datetime.date, int]
MOST = 8
TOLD, FEWEST = 80, 4  # meetings that are told one by one, all together and of a year at least
LOWEST = max(LEVELS)
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


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting of the two in few words, of which there may be thousands."""

    pk: int
    earliest: datetime.date | None
    state: str
    kind: str
    host: str | None
    country: str | None
    mode: str
    level: int | None


class PairRecord:
    """Two countries and what passed between them."""

    def __init__(self, one: Country, other: Country, *, today: datetime.date) -> None:
        self.one = one
        self.other = other
        self.today = today
        self._found = Meeting.objects.public().between([one.code], [other.code])
        rows = self._found.newest().values_list("pk", "earliest", "state", "kind", "host", "country", "mode", "level")
        self.meetings = [Met(*row) for row in rows]
        self._months = tuple(_months_read(country) for country in (one, other))
        self._read = tuple(by_year(months) for months in self._months)

    # ---- in one sentence and in figures ----

    @property
    def lede(self) -> str:
        """How many meetings there are from when to when, how many without a year, how many only planned."""
        if not self.meetings:
            return "No meeting of the two was read from the articles."
        held = [meeting for meeting in self.meetings if meeting.state == Meeting.State.HELD]
        dated = [meeting for meeting in held if meeting.earliest]
        parts = [_meetings(len(dated)) + _from_until([meeting.earliest.year for meeting in dated if meeting.earliest])] if dated else []
        undated, planned = len(held) - len(dated), len(self.meetings) - len(held)
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
    def figures(self) -> list[tuple[str, str, str]]:
        """Rows of a label, a number and words after it."""
        hosts = Counter(meeting.host for meeting in self.meetings)
        visits = Counter(meeting.host for meeting in self.meetings if meeting.kind == "visit")
        exercises = sum(1 for meeting in self.meetings if meeting.kind == "exercise")
        pair = (self.one.code, self.other.code)
        third = sum(1 for meeting in self.meetings if meeting.country and meeting.country not in pair)
        wire = sum(1 for meeting in self.meetings if meeting.mode in ("phone", "video"))
        level = min((meeting.level for meeting in self.meetings if meeting.level), default=None)
        silence = self.longest_silence
        rows = [
            (f"hosted by {in_a_sentence(self.one.name)}", str(hosts[self.one.code]), ""),
            (f"hosted by {in_a_sentence(self.other.name)}", str(hosts[self.other.code]), ""),
            (f"visits to {in_a_sentence(self.one.name)}", str(visits[self.one.code]), ""),
            (f"visits to {in_a_sentence(self.other.name)}", str(visits[self.other.code]), ""),
            ("exercises", str(exercises), ""),
            ("in a third country", str(third), ""),
            ("by telephone or video", str(wire), ""),
            ("highest level reached", str(level or "–"), LEVELS[level] if level else "not stated"),
        ]
        if self.last:
            months, day = (self.today - self.last).days // 30, in_words(self.last.isoformat()).text
            rows.append(("since the last contact", str(months), f"month{'' if months == 1 else 's'}, {day}"))
        if silence:
            years = silence.last - silence.first + 1 if silence.first and silence.last else 0
            rows.append(("longest silence while both were read", str(years), f"year{'' if years == 1 else 's'}, {silence.label}"))
        return rows

    @property
    def last(self) -> datetime.date | None:
        """The day of the last meeting that is told as held."""
        return max((met.earliest for met in self.meetings if met.earliest and met.state == Meeting.State.HELD), default=None)

    @property
    def longest_silence(self) -> Stretch | None:
        """The longest run of years without a meeting in which both sides were read."""
        silent = [stretch for stretch in self.history if not stretch.events and stretch.first and not stretch.blind]
        return max(silent, key=lambda stretch: (stretch.last or 0) - (stretch.first or 0), default=None)

    # ---- history ----

    @cached_property
    def years(self) -> list[int]:
        """All years from the first meeting or article to the last one."""
        known = {meeting.earliest.year for meeting in self.meetings if meeting.earliest}
        known |= set(self._read[0]) | set(self._read[1])
        return list(range(min(known), max(known) + 1)) if known else []

    @cached_property
    def history(self) -> list[Stretch]:
        """Newest first; meetings without a year stand before all, since they may belong anywhere."""
        undated = self._by_year.get(None, [])
        head = [Stretch(None, None, self._events(undated), (0, 0), more=self._more(undated))] if undated else []
        return [*head, *self._stretches()]

    @cached_property
    def _by_year(self) -> dict[int | None, list[Met]]:
        """The meetings of each year, the newest first; None for those without a year."""
        found: dict[int | None, list[Met]] = {}
        for met in self.meetings:
            found.setdefault(met.earliest.year if met.earliest else None, []).append(met)
        return found

    @property
    def _a_year(self) -> int:
        """How many of a year are told one by one; the others are in its list."""
        return max(FEWEST, TOLD // max(len(self._by_year), 1))

    @cached_property
    def _told(self) -> dict[int, Meeting]:
        """Those that are told one by one."""
        shown = [met.pk for mets in self._by_year.values() for met in mets[: self._a_year]]
        return {meeting.pk: meeting for meeting in Meeting.objects.filter(pk__in=shown).for_list()}

    def _events(self, mets: Sequence[Met]) -> tuple[Event, ...]:
        return tuple(self._event(self._told[met.pk]) for met in mets[: self._a_year] if met.pk in self._told)

    def _more(self, mets: Sequence[Met]) -> int:
        return max(len(mets) - self._a_year, 0)

    def _stretches(self) -> Iterator[Stretch]:
        waiting: list[Stretch] = []
        for year in reversed(self.years):
            read = (self._read[0][year], self._read[1][year])
            mets = self._by_year.get(year, [])
            stretch = Stretch(year, year, self._events(mets), read, ongoing=year == self.today.year, more=self._more(mets))
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

    @cached_property
    def unplaced(self) -> int:
        """Articles on the two whose publisher is of no known country: they count for neither side."""
        made, articles = masks.ready("meetings"), masks.ready("articles")
        if isinstance(made, MeetingMasks) and articles:
            return made.telling_of(made.of(met.pk for met in self.meetings), _of_no_country(articles))
        told = MeetingReport.objects.filter(meeting__in=self._ids, article__status="published")
        return int(told.filter(article__publisher__country__isnull=True).values("article").distinct().count())

    @property
    def _ids(self) -> RawSQL:
        """The meetings by their ids, which were found once."""
        return RawSQL("SELECT unnest(%s::bigint[])", ([met.pk for met in self.meetings],))

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
        highest: dict[tuple[int, str], int | None] = {}
        for meeting, code, _, level in self._present:
            before = highest.get((meeting, code))
            highest[meeting, code] = min(level or LOWEST, before or LOWEST) if level or before else None
        counts = Counter((code, level) for (_, code), level in highest.items())
        one, other = self.one.code, self.other.code
        rows = [(level, words, counts[one, level], counts[other, level]) for level, words in [*LEVELS.items(), (None, "not stated")]]
        return [row for row in rows if row[2] or row[3]]

    @cached_property
    def officials(self) -> list[tuple[Person, int]]:
        """The officials of the two who met most often."""
        counts = Counter(person for _, _, person, _ in self._present if person)
        fewest = min((n for _, n in counts.most_common(MOST)), default=0)
        people = Person.objects.in_bulk([pk for pk, n in counts.items() if n >= fewest])
        ranked = sorted(people.values(), key=lambda person: (-counts[person.pk], person.sort_name, person.pk))
        return [(person, counts[person.pk]) for person in ranked[:MOST]]

    @cached_property
    def _present(self) -> list[tuple[int, str, int | None, int | None]]:
        """Who of the two took part in any of them: rows of the meeting, the country, the person and the level."""
        codes, made = (self.one.code, self.other.code), masks.ready("meetings")
        if isinstance(made, MeetingMasks):
            return list(made.taking_part(made.of(met.pk for met in self.meetings), codes))
        rows = Participation.objects.filter(meeting__in=self._ids, country__in=codes).order_by()
        return list(rows.values_list("meeting", "country", "person", "appointment__level"))


def _months_read(country: Country) -> Months:
    """How many articles of the publishers of a country there are in each month."""
    made = masks.ready("articles")
    if not made:
        months: Months = Article.objects.public().filter(publisher__country=country).tally_months()
        return months
    own = made.having("publisher", (one.public_id for one in Publisher.objects.filter(country=country)))
    return {datetime.date.fromisoformat(f"{month}-01"): n for month, n in made.counts("month", own).items()}


def _of_no_country(made: Masks) -> list[int]:
    """Articles of which the country of the publisher is not known."""
    known = made.having("publisher", (one.public_id for one in Publisher.objects.filter(country__isnull=False)))
    return made.part(made.all & ~known, 0, len(made.ids))


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
