"""A country's page: its meetings by year and counterpart, its officials and agreements, and when it last spoke with whom."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from archive.filters.countries import Countries
from archive.models import Agreement, Appointment, Article, Country, Meeting
from archive.prose.levels import LEVELS
from archive.records.years import Bar, bars

NEWEST = 6
COUNTERPARTS = 15
OFFICIALS = 20


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Another country and in how many meetings it sat on another side."""

    country: Country
    count: int


class CountryRecord:
    """A country with what the archive tells of its meetings."""

    def __init__(self, country: Country, countries: Countries, *, today: datetime.date) -> None:
        self.country = country
        self.countries = countries
        self.today = today
        self._meetings = Meeting.objects.public().of([country.code])
        self._rows = self._meetings.tally("earliest__year", "level", "state", "host", "country", "mode", "kind")

    @property
    def count(self) -> int:
        return sum(row["n"] for row in self._rows)

    @property
    def figures(self) -> list[tuple[str, int]]:
        """How many were hosted, were visits or exercises, were held abroad or by wire, and are planned."""
        code = self.country.code
        return [
            ("meetings", self.count),
            ("hosted", self._sum(lambda row: row["host"] == code)),
            ("visits received", self._sum(lambda row: row["kind"] == "visit" and row["host"] == code)),
            ("visits made", self._sum(lambda row: row["kind"] == "visit" and row["host"] not in (None, code))),
            ("exercises", self._sum(lambda row: row["kind"] == "exercise")),
            ("held abroad", self._sum(lambda row: row["country"] not in (None, code))),
            ("by telephone or video", self._sum(lambda row: row["mode"] in ("phone", "video"))),
            ("planned, not yet told as held", self._sum(lambda row: row["state"] == "planned")),
        ]

    @cached_property
    def counterparts(self) -> list[Counterpart]:
        """The countries met most often."""
        counts = self._meetings.tally_countries()
        others = sorted((code for code in counts if code != self.country.code and code in self.countries), key=lambda code: -counts[code])
        return [Counterpart(self.countries[code], counts[code]) for code in others[:COUNTERPARTS]]

    @cached_property
    def years(self) -> list[int]:
        """All years from the first meeting to the last one."""
        known = [row["earliest__year"] for row in self._rows if row["earliest__year"]]
        return list(range(min(known), max(known) + 1)) if known else []

    @property
    def by_year(self) -> Counter[int | None]:
        counts: Counter[int | None] = Counter()
        for row in self._rows:
            counts[row["earliest__year"]] += row["n"]
        return counts

    @property
    def without_year(self) -> int:
        return self.by_year[None]

    @property
    def bars(self) -> list[Bar]:
        return bars({year: n for year, n in self.by_year.items() if year}, self.years)

    @property
    def levels(self) -> list[tuple[int | None, str, int]]:
        """Each level with how many meetings reached it and no higher one."""
        counts: Counter[int | None] = Counter()
        for row in self._rows:
            counts[row["level"]] += row["n"]
        return [(level, words, counts[level]) for level, words in LEVELS.items()] + [(None, "not stated", counts[None])]

    @cached_property
    def newest(self) -> list[Meeting]:
        return list(self._meetings.for_list().newest()[:NEWEST])

    @cached_property
    def officials(self) -> list[Appointment]:
        """Offices held for the country, the highest first among those seen last."""
        held = Appointment.objects.filter(country=self.country).select_related("person", "organization")
        return list(held[:OFFICIALS])

    @cached_property
    def agreements(self) -> list[Agreement]:
        return list(Agreement.objects.public().of([self.country.code]).for_list().newest()[:NEWEST])

    @cached_property
    def articles_naming(self) -> int:
        return int(Article.objects.public().naming_countries([self.country.code]).count())

    def _sum(self, wanted: Callable[[dict[str, Any]], bool]) -> int:
        return sum(row["n"] for row in self._rows if wanted(row))
