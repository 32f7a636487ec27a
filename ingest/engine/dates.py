"""Arithmetic on dates of which not every part is known, written in EDTF: `2024-09-12`, `XXXX-09-23`, `2024-09-XX`, `2024-XX-XX`."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from ingest.engine.values import frozen

Direction = Literal["past", "future", "nearest"]

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SOME_YEAR = 2023  # stands in where no year is known; no leap year, so that no 29 February is made up


@frozen
class Partial:
    """A date with the parts that are known; None is a part that is not told."""

    year: int | None
    month: int | None
    day: int | None

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        month = "XX" if self.month is None else f"{self.month:02}"
        return f"{year}-{month}-{'XX' if self.day is None else f'{self.day:02}'}"

    @property
    def exact(self) -> date | None:
        """The calendar day, if all parts are known."""
        return None if None in (self.year, self.month, self.day) else date(self.year or 1, self.month or 1, self.day or 1)


def partial(year: int | None, month: int | None = None, day: int | None = None) -> Partial | None:
    """The date of these parts; None where the calendar has no such day (31 April; 29 February of a common year)."""
    if year is not None and not 1000 <= year <= 9999:
        return None
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and (month is None or not 1 <= day <= _length(year, month)):
        return None
    return Partial(year, month, day)


@lru_cache(maxsize=1024)
def parse(edtf: str | None) -> Partial | None:
    """The date of an EDTF string with `X` for what is not told; `2024` and `2024-09` count as well. None for anything else."""
    pieces = (edtf or "").split("-")
    if len(pieces) > 3 or len(pieces[0]) != 4:
        return None
    try:
        year, month, day = ([None if set(p) == {"X"} else int(p) for p in pieces] + [None, None])[:3]
    except ValueError:
        return None
    return partial(year, month, day)


def earliest(edtf: str | None) -> date | None:
    """The first day that the date may mean; None where the year is not known."""
    found = parse(edtf)
    if found is None or found.year is None:
        return None
    return date(found.year, found.month or 1, found.day or 1)


def latest(edtf: str | None) -> date | None:
    """The last day that the date may mean; None where the year is not known."""
    found = parse(edtf)
    if found is None or found.year is None:
        return None
    month = found.month or 12
    return date(found.year, month, found.day or _length(found.year, month))


def shifted(anchor: Partial, days: int) -> Partial | None:
    """The day so many days after the anchor (before it, if negative); None where the anchor has no day.

    Without a year the calendar of a common year is used: the day before `XXXX-04-11` is `XXXX-04-10`.
    """
    if anchor.month is None or anchor.day is None:
        return None
    start = _calendar_day(anchor)
    if start is None:
        return None
    if not 1 <= start.toordinal() + days <= date.max.toordinal():
        return None
    moved = start + timedelta(days=days)
    return Partial(moved.year if anchor.year else None, moved.month, moved.day)


def month_shifted(anchor: Partial, months: int) -> Partial | None:
    """The month so many months after that of the anchor, without a day."""
    if anchor.month is None:
        return None
    years, month = divmod(anchor.month - 1 + months, 12)
    return partial(anchor.year + years if anchor.year else None, month + 1)


def year_shifted(anchor: Partial, years: int) -> Partial | None:
    """The year so many years after that of the anchor, without a month; None where the anchor has no year."""
    return partial(anchor.year + years) if anchor.year else None


def weekday(number: int, anchor: Partial, direction: Direction) -> Partial | None:
    """The day of the week (Monday is 0) at or before the anchor, or after it; None where the anchor is no exact day."""
    day = anchor.exact
    if day is None:
        return None
    back = (day.weekday() - number) % 7
    if direction == "past" or (direction == "nearest" and back <= 3):
        return shifted(anchor, -back)
    return shifted(anchor, 7 - back)


def week(anchor: Partial, weeks: int) -> tuple[Partial, Partial] | None:
    """Monday and Sunday of the week so many weeks after that of the anchor."""
    monday = weekday(0, anchor, "past")
    first = shifted(monday, 7 * weeks) if monday else None
    last = shifted(first, 6) if first else None
    return (first, last) if first and last else None


def placed(month: int, day: int | None, anchor: Partial | None, direction: Direction = "nearest") -> Partial | None:
    """A month (and day) without a year, with the year that brings it nearest to the anchor or to the asked side of it.

    A month on the side asked may be the month of the anchor itself. Without the anchor's year the year stays open.
    """
    if anchor is None or anchor.year is None:
        return partial(None, month, day)
    choices = [found for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (found := partial(year, month, day))]
    if not choices or anchor.month is None:
        return partial(anchor.year, month, day)
    if direction == "past":
        choices = [found for found in choices if _months(found) <= _months(anchor)] or choices
    if direction == "future":
        choices = [found for found in choices if _months(found) >= _months(anchor)] or choices
    return min(choices, key=lambda found: abs(_ordinal(found) - _ordinal(anchor)))


def days(start: Partial, end: Partial) -> Iterator[Partial]:
    """The days from start to end, both included; nothing for spans of more than a month or with an unknown part."""
    if start.exact and end.exact and 0 <= (end.exact - start.exact).days <= 31:
        for number in range((end.exact - start.exact).days + 1):
            if day := shifted(start, number):
                yield day


def _length(year: int | None, month: int) -> int:
    """How many days the month has; without a year February has 29."""
    return calendar.monthrange(year if year else 2000, month)[1]


def _calendar_day(known: Partial) -> date | None:
    try:
        return date(known.year or _SOME_YEAR, known.month or 1, known.day or 1)
    except ValueError:
        return None


def _months(known: Partial) -> int:
    return (known.year or 0) * 12 + (known.month or 0)


def _ordinal(known: Partial) -> int:
    day = _calendar_day(known)
    return day.toordinal() + (0 if known.day else 14) if day else 0
