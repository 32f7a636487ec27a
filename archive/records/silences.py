"""Pairs of countries that met time and again, and then no more, with what was read of each side since."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Max

from archive import masks
from archive.filters.countries import Countries
from archive.masks.meetings import MeetingMasks
from archive.models import Article, Country, Meeting

OFTEN = 3  # meetings from which a pair has a rhythm
TIMES = 3  # how many times its usual pause a pair is silent before it has fallen silent
RHYTHM = 90  # days from the first to the last of them: those of one journey are none
YEAR = 365
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Silence:
    """Two countries with the days from one meeting to the next, as a rule, and the days since the last one."""

    codes: tuple[str, str]
    meetings: int
    last: datetime.date
    usual: float
    silent: int

    @property
    def weight(self) -> float:
        return self.silent / max(self.usual, 30)


@dataclass(frozen=True, slots=True)
class Row:
    """A silence as the page shows it; `read` are the articles of each side's publishers since."""

    one: Country
    other: Country
    silence: Silence
    read: tuple[int, int]

    @property
    def usual_months(self) -> int:
        return max(1, round(self.silence.usual / 30.4))

    @property
    def silent_months(self) -> int:
        return round(self.silence.silent / 30.4)


def end_of_archive() -> datetime.date | None:
    """The day of the last article: silence ends there, not today."""
    if made := masks.ready("articles"):
        return made.days_from_to[2]
    last: datetime.date | None = Article.objects.public().aggregate(last=Max("published_latest"))["last"]
    return last


def fallen_silent(end: datetime.date | None) -> list[Silence]:
    """Those that met at least three times over three months, and then no more; the longest silence first.

    Silent is who did not meet for over a year and for three times the usual pause.

    `end` is the day up to which the archive can tell; None in one without articles.
    """
    if end is None:
        return []
    found = []
    made = masks.ready("meetings")
    pairs = made.pairs if isinstance(made, MeetingMasks) else Meeting.objects.public().tally_pairs()
    for codes, meetings, first, last in pairs:
        usual, silent = (last - first).days / max(meetings - 1, 1), (end - last).days
        if meetings >= OFTEN and (last - first).days >= RHYTHM and silent > max(YEAR, TIMES * usual):
            found.append(Silence((codes[0], codes[1]), meetings, last, usual, silent))
    return sorted(found, key=lambda silence: (-silence.weight, silence.codes))


class SilencesRecord:
    """The pairs that fell silent."""

    def __init__(self, countries: Countries) -> None:
        self.countries = countries
        self.all = fallen_silent(end_of_archive())

    @cached_property
    def rows(self) -> list[Row]:
        """The first of them, with what was read since; those of whom nothing was read, so that no silence can be told, stand at the end."""
        shown = self.all[:SHOWN]
        read = _read_by_month() if shown else {}
        return sorted((self._row(silence, read) for silence in shown), key=lambda row: not any(row.read))

    def _row(self, silence: Silence, read: Mapping[str, Mapping[datetime.date, int]]) -> Row:
        since = [sum(n for month, n in read.get(code, {}).items() if month > silence.last) for code in silence.codes]
        return Row(self.countries[silence.codes[0]], self.countries[silence.codes[1]], silence, (since[0], since[1]))


def _read_by_month() -> dict[str, dict[datetime.date, int]]:
    """For each country how many articles of its publishers were read, by month."""
    found: dict[str, dict[datetime.date, int]] = {}
    for code, month, n in Article.objects.public().tally_months_of_countries():
        found.setdefault(code, {})[month] = n
    return found
