"""A country's page: its meetings by year and counterpart, its officials and agreements, and when it last spoke with whom."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from archive import masks
from archive.filters.countries import Countries
from archive.masks.bits import Bits
from archive.masks.meetings import MeetingMasks
from archive.models import Agreement, Appointment, Article, Country, Meeting
from archive.prose.levels import LEVELS
from archive.records.between import BY_WIRE
from archive.records.figures import Figure, any_of
from archive.records.pictures import Cell, shade
from archive.records.years import Bar, bars

NEWEST = 6
COUNTERPARTS = 15
OFFICIALS = 20
OFTEN, SILENT = 3, 6

Contact = tuple[str, int, datetime.date | None]  # a country, how many meetings, the last day


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Another country and in how many meetings it sat on another side."""

    country: Country
    count: int
    last: int | None = None  # the year of the last one told as held: of some, articles tell no more
    years: int | None = None  # from that one to this one


@dataclass(frozen=True, slots=True)
class Counted:
    """What the profile counts: by its words, by year, by level, and with whom.

    `abroad` are the countries in which its meetings were held abroad, `visited` those that hosted it on visits.
    """

    figures: dict[str, int]
    abroad: tuple[str, ...]
    visited: tuple[str, ...]
    years: dict[int | None, int]
    levels: dict[tuple[int | None, int | None], int]  # by level and year
    contacts: list[Contact]


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level with the number of meetings whose highest it was, their list, and the same for each year."""

    level: int | None
    words: str
    count: int
    address: str
    years: tuple[Cell, ...]


class CountryRecord:
    """A country with what the archive tells of its meetings."""

    def __init__(self, country: Country, countries: Countries, *, today: datetime.date) -> None:
        self.country = country
        self.countries = countries
        self.today = today
        self._meetings = Meeting.objects.public().of([country.code])
        made = masks.ready("meetings")
        self._counted = _by_masks(made, country.code) if isinstance(made, MeetingMasks) else _by_database(self._meetings, country.code)

    @property
    def count(self) -> int:
        return self._counted.figures["meetings"]

    @property
    def figures(self) -> list[Figure]:
        """How many were hosted, were visits or exercises, were held abroad or by wire, and are planned."""
        code = self.country.code
        asked = {
            "hosted": f"host={code}",
            "visits received": f"kind=visit&host={code}",
            "visits made": f"kind=visit&{visited}" if (visited := any_of("host", self._counted.visited)) else "",
            "exercises": "kind=exercise",
            "held abroad": any_of("venue", self._counted.abroad),
            "by telephone or video": any_of("mode", BY_WIRE),
            "planned, not yet told as held": "state=planned",
        }
        return [self._figure(words, number, asked.get(words)) for words, number in self._counted.figures.items()]

    def _figure(self, words: str, number: int, asked: str | None) -> Figure:
        """With the address of its list; all of the country where nothing more is asked (None), none where no list is so long ("")."""
        address = f"{reverse('meetings')}?of={self.country.code}{f'&{asked}' if asked else ''}"
        return Figure(words, f"{number:,}", address=address if number and asked != "" else "")

    @cached_property
    def _others(self) -> list[Counterpart]:
        """All countries met, those of most meetings first."""
        known = (row for row in self._counted.contacts if row[0] != self.country.code and row[0] in self.countries)
        rows = sorted(known, key=lambda row: (-row[1], row[0]))
        return [Counterpart(self.countries[code], n, *self._since(last)) for code, n, last in rows]

    @property
    def counterparts(self) -> list[Counterpart]:
        """The countries met most often."""
        return self._others[:COUNTERPARTS]

    @property
    def silent(self) -> list[Counterpart]:
        """Those met at least three times, of which the last was longest ago, neither in this year nor in the one before."""
        often = [one for one in self._others if one.count >= OFTEN and one.years is not None and one.years > 1]
        return sorted(often, key=lambda one: (-(one.years or 0), one.country.name))[:SILENT]

    @property
    def last_contact(self) -> Counterpart | None:
        """With whom the last meeting that is told as held was, and when."""
        known = [(last, code) for code, _, last in self._counted.contacts if last and code != self.country.code and code in self.countries]
        last, code = max(known, default=(None, ""))
        return next((one for one in self._others if last and one.country.code == code), None)

    def _since(self, day: datetime.date | None) -> tuple[int | None, int | None]:
        """The year of a day, and how many years ago that was."""
        return (day.year, max(self.today.year - day.year, 0)) if day else (None, None)

    @cached_property
    def years(self) -> list[int]:
        """All years from the first meeting to the last one."""
        known = [year for year in self.by_year if year]
        return list(range(min(known), max(known) + 1)) if known else []

    @property
    def by_year(self) -> dict[int | None, int]:
        return self._counted.years

    @property
    def without_year(self) -> int:
        return self.by_year.get(None, 0)

    @property
    def bars(self) -> list[Bar]:
        return bars({year: n for year, n in self.by_year.items() if year}, self.years)

    @property
    def levels(self) -> list[LevelRow]:
        """Each level with how many meetings reached it and no higher one, in all and by `years_of_levels`."""
        most = max(self._counted.levels.values(), default=0)
        return [self._level(level, words, most) for level, words in [*LEVELS.items(), (None, "not stated")]]

    @property
    def years_of_levels(self) -> list[int | None]:
        """The newest first, and after them what has no year."""
        return [*reversed(self.years), *([None] if self.without_year else [])]

    def _level(self, level: int | None, words: str, most: int) -> LevelRow:
        counts = [self._counted.levels.get((level, year), 0) for year in self.years_of_levels]
        address = f"{reverse('meetings')}?of={self.country.code}&level={level or 'unknown'}"
        cells = zip(self.years_of_levels, counts, strict=True)
        return LevelRow(level, words, sum(counts), address, tuple(_cell(n, year, address, most) for year, n in cells))

    @cached_property
    def newest(self) -> list[Meeting]:
        return list(self._meetings.for_list().newest()[:NEWEST])

    @cached_property
    def officials(self) -> list[Appointment]:
        """Offices held for the country, the highest first among those seen last."""
        held = Appointment.objects.public().filter(country=self.country).select_related("person", "organization")
        return list(held[:OFFICIALS])

    @cached_property
    def agreements(self) -> list[Agreement]:
        return list(Agreement.objects.public().of([self.country.code]).for_list().newest()[:NEWEST])

    @cached_property
    def articles_naming(self) -> int:
        made = masks.ready("articles")
        if made:
            return made.having("of", [self.country.code]).bit_count()
        return int(Article.objects.public().naming_countries([self.country.code]).count())


# ---- what is counted, in two ways ----


def _by_database(meetings: Any, code: str) -> Counted:
    rows = meetings.tally("earliest__year", "level", "state", "host", "country", "mode", "kind")

    def number(wanted: Callable[[dict[str, Any]], bool]) -> int:
        return sum(row["n"] for row in rows if wanted(row))

    years, levels = Counter[int | None](), Counter[tuple[int | None, int | None]]()
    for row in rows:
        years[row["earliest__year"]] += row["n"]
        levels[row["level"], row["earliest__year"]] += row["n"]
    figures = {
        "meetings": number(lambda row: True),
        "hosted": number(lambda row: row["host"] == code),
        "visits received": number(lambda row: row["kind"] == "visit" and row["host"] == code),
        "visits made": number(lambda row: row["kind"] == "visit" and row["host"] not in (None, code)),
        "exercises": number(lambda row: row["kind"] == "exercise"),
        "held abroad": number(lambda row: row["country"] not in (None, code)),
        "by telephone or video": number(lambda row: row["mode"] in BY_WIRE),
        "planned, not yet told as held": number(lambda row: row["state"] == "planned"),
    }
    abroad = _codes(row["country"] for row in rows if row["country"] != code)
    visited = _codes(row["host"] for row in rows if row["kind"] == "visit" and row["host"] != code)
    return Counted(figures, abroad, visited, dict(years), dict(levels), meetings.tally_contacts())


def _codes(found: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({code for code in found if code}))


def _by_masks(made: MeetingMasks, code: str) -> Counted:
    """The same in a large archive."""
    own = made.having("of", [code])
    visits, hosted = own & made.having("kind", ["visit"]), own & made.having("host", [code])
    hosts, venues = (made.having(name, made.values[name].keys() - {code}) for name in ("host", "venue"))
    found = {
        "meetings": own,
        "hosted": hosted,
        "visits received": visits & hosted,
        "visits made": visits & hosts,
        "exercises": own & made.having("kind", ["exercise"]),
        "held abroad": own & venues,
        "by telephone or video": own & made.having("mode", BY_WIRE),
        "planned, not yet told as held": own & made.having("state", ["planned"]),
    }
    years: dict[int | None, int] = {int(year): n for year, n in made.counts("year", own).items()}
    undated = (own & ~made.having("dated", ["only"])).bit_count()
    levels = {(level, year): n for year, within in _by_year(made, own) for level, n in _levels(made, within)}
    figures = {words: mask.bit_count() for words, mask in found.items()}
    abroad, visited = (_codes(made.counts(name, within).keys() - {code}) for name, within in (("venue", own), ("host", visits)))
    return Counted(figures, abroad, visited, years | ({None: undated} if undated else {}), levels, made.contacts(code))


def _by_year(made: MeetingMasks, own: Bits) -> Iterator[tuple[int | None, Bits]]:
    yield None, own & ~made.having("dated", ["only"])
    for year, within in made.values["year"].items():
        yield int(year), own & within


def _levels(made: MeetingMasks, within: Bits) -> Iterator[tuple[int | None, int]]:
    for level, n in made.counts("level", within).items() if within else ():
        yield int(level) if level.isdecimal() else None, n


def _cell(count: int, year: int | None, address: str, most: int) -> Cell:
    """Those without a year have no list of their own."""
    in_year = f"{address}&since={year}&until={year}&dated=only" if year and count else ""
    return Cell(count, in_year, shade(count, most), str(year or ""))
