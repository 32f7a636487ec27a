"""Dates as an analyst types them: `2023`, `March 2023`, `21.09.99`, `last 90 days`; the page says back what was understood."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from archive.prose.dates import in_words

EXAMPLES = "2023, March 2023, 21.09.99, last 90 days"

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name
}
MONTHS["sept"] = 9

MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
YEAR = r"(?P<year>\d{4})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"


class NotADate(ValueError):
    """What was typed is no date; the message says so in words for the field."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that what was typed stands for, both ends included, and how it is said in a sentence ("2023", "March 2023")."""

    first: date
    last: date
    said: str

    @property
    def opening(self) -> str:
        """The first day, as the page says it back beside a "since" field."""
        return in_words(self.first.isoformat()).text

    @property
    def closing(self) -> str:
        """The last day, as the page says it back beside an "until" field."""
        return in_words(self.last.isoformat()).text


def understood(typed: str, *, today: date) -> Period:
    """Return the days that the typed text stands for. Raises `NotADate` with a sentence for the reader.

    Numbers with dots or slashes are day, month, year, as outside the United States; two digits of a year are taken for the century
    that does not lie ahead of today.
    """
    text = " ".join(typed.casefold().replace(",", " ").split())
    for pattern, read in READERS:
        found = pattern.fullmatch(text)
        if found:
            return _read(read, found, typed, today)
    raise NotADate(f"“{_cut(typed)}” is not a date. Try {EXAMPLES}.")


def _read(read: Reader, found: re.Match[str], typed: str, today: date) -> Period:
    try:
        return read(found, today)
    except (ValueError, OverflowError):
        raise NotADate(f"There is no such day as “{_cut(typed)}”. Try {EXAMPLES}.") from None


def _cut(typed: str) -> str:
    return typed if len(typed) <= 40 else typed[:40] + "…"


Reader = Callable[[re.Match[str], date], Period]


def _year(found: re.Match[str], today: date) -> Period:
    year = int(found["year"])
    return Period(date(year, 1, 1), date(year, 12, 31), str(year))


def _month(found: re.Match[str], today: date) -> Period:
    year, month = int(found["year"]), _number_of_month(found)
    last = calendar.monthrange(year, month)[1]
    return Period(date(year, month, 1), date(year, month, last), f"{calendar.month_name[month]} {year}")


def _day(found: re.Match[str], today: date) -> Period:
    day = date(_full_year(found["year"], today), _number_of_month(found), int(found["day"]))
    return Period(day, day, in_words(day.isoformat()).text)


def _number_of_month(found: re.Match[str]) -> int:
    month = found["month"]
    return int(month) if month.isdigit() else MONTHS[month.rstrip(".")]


def _full_year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year else year - 100


def _last(found: re.Match[str], today: date) -> Period:
    count, unit = int(found["count"] or 1), found["unit"]
    days = count * {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
    said = f"last {count} {unit}s" if count > 1 else f"last {unit}"
    return Period(today - timedelta(days=days), today, said)


def _today(found: re.Match[str], today: date) -> Period:
    day = today if found[0] == "today" else today - timedelta(days=1)
    return Period(day, day, in_words(day.isoformat()).text)


def _this_year(found: re.Match[str], today: date) -> Period:
    return Period(date(today.year, 1, 1), date(today.year, 12, 31), str(today.year))


READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"{YEAR}", _year),  # 2023
        (rf"{MONTH} {YEAR}", _month),  # March 2023
        (rf"{YEAR}[-/](?P<month>\d{{1,2}})", _month),  # 2023-03
        (r"(?P<month>\d{1,2})[./](?P<year>\d{4})", _month),  # 03/2023
        (rf"{YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})", _day),  # 2023-03-21
        (r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d{2})", _day),  # 21.09.99
        (rf"{DAY} (?:of )?{MONTH} {YEAR}", _day),  # 21 September 1999
        (rf"{MONTH} {DAY} {YEAR}", _day),  # September 21, 1999
        (r"(?:the )?(?:last|past) (?:(?P<count>\d{1,5}) )?(?P<unit>day|week|month|year)s?", _last),  # last 90 days
        (r"today|yesterday", _today),
        (r"this year", _this_year),
    )
)
