"""Dates in words that keep their precision: what the release does not state is said, never filled in.

>>> in_words("2024-09-10").text
'10 September 2024'
>>> in_words("XXXX-09-23")
Words(text='23 September', unstated='year not stated', machine=None)
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

# EDTF level 2: the two digits after the year that name a part of it rather than a month.
PARTS_OF_A_YEAR = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first quarter",
    "34": "second quarter",
    "35": "third quarter",
    "36": "fourth quarter",
    "37": "first third",
    "38": "middle third",
    "39": "last third",
    "40": "first half",
    "41": "second half",
}
# 2024-09-12, 2024-09, 2024, XXXX-09-23, 2024-XX-XX, 2025-40, 2024~
EDTF = re.compile(r"(?P<year>\d{4}|XXXX|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX))?(?:-(?P<day>\d{2}|XX))?(?P<about>[~?%])?")


@dataclass(frozen=True, slots=True)
class Words:
    """A date as it is read aloud: what is known, what is not stated, and the value of `<time datetime>` where one can be given."""

    text: str
    unstated: str = ""
    machine: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.text, self.unstated) if part)


@dataclass(frozen=True, slots=True)
class Stated:
    """The parts of a date that are stated; None for those that are not."""

    year: str | None
    month: int | None
    day: int | None
    part: str | None = None
    about: bool = False


NOTHING = Words("", "date not stated")


def in_words(start: str | None, end: str | None = None, *, short: bool = False) -> Words:
    """Return a date or a span of dates in words. Anything that is not EDTF is given back as it stands, since it is what is known."""
    if not start:
        return NOTHING
    if "/" in start and not end:
        start, end = start.split("/", 1)
    first = _stated(start)
    if first is None:
        return Words(start)
    last = _stated(end) if end and end != start else None
    if last is None:
        return _one(first, start, short=short)
    return _span(first, last, start, short=short)


def days_in_words(first: datetime.date, last: datetime.date, *, short: bool = False) -> Words:
    """As `in_words`, of days of the calendar; from the first day of a month or year to its last, it is that month or year."""
    start, end = first.isoformat(), last.isoformat()
    if start[-2:] == "01" and (last + datetime.timedelta(days=1)).day == 1 and first != last:
        start, end = start[:-3], end[:-3]
        if start[-2:] == "01" and end[-2:] == "12":
            start, end = start[:-3], end[:-3]
        whole = in_words(start, end, short=short)
        return Words(whole.text, "", whole.machine)
    return in_words(start, end, short=short)


def _stated(text: str | None) -> Stated | None:
    found = EDTF.fullmatch(text.strip()) if text else None
    if found is None:
        return None
    year = None if found["year"] == "XXXX" else found["year"].replace("XX", "00s").replace("X", "0s")
    month, day = found["month"], found["day"]
    if month in PARTS_OF_A_YEAR:
        return Stated(year, None, None, PARTS_OF_A_YEAR[month], bool(found["about"]))
    number = int(month) if month and month.isdigit() else None
    if number is not None and not 1 <= number <= 12:
        return None
    return Stated(year, number, int(day) if day and day.isdigit() else None, None, bool(found["about"]))


def _one(date: Stated, written: str, *, short: bool) -> Words:
    text = _text(date, short=short)
    if not text:
        return NOTHING
    about = "about " if date.about else ""
    return Words(about + text, _unstated(date), _machine(date))


def _text(date: Stated, *, short: bool, month: bool = True, year: bool = True) -> str:
    if date.part:
        return f"{date.year}, {date.part}" if date.year else date.part
    parts = [
        str(date.day) if date.day and date.month else "",
        _month(date.month, short=short) if month else "",
        (date.year or "") if year else "",
    ]
    return " ".join(part for part in parts if part)


def _unstated(date: Stated) -> str:
    if date.year is None:
        return "year not stated"
    if date.part:
        return ""
    if date.month is None:
        return "month not stated" if date.year.isdigit() else ""
    return "" if date.day else "day not stated"


def _machine(date: Stated) -> str | None:
    """Return the value for `<time datetime>`, which HTML knows only for a year, a month or a day of a stated year."""
    if date.year is None or not date.year.isdigit() or date.part:
        return None
    return "-".join([date.year, *(f"{part:02}" for part in (date.month, date.day if date.month else None) if part)])


def _month(month: int | None, *, short: bool) -> str:
    if month is None:
        return ""
    if short and len(calendar.month_name[month]) > 4:
        return calendar.month_abbr[month]
    return calendar.month_name[month]


def _span(first: Stated, last: Stated, written: str, *, short: bool) -> Words:
    """Return "9–20 June 2025", "28 May – 2 June 2025" or "30 December 2024 – 2 January 2025"; what both ends share is said once."""
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month and first.month is not None
    if same_month and not (first.day and last.day):
        return _one(first, written, short=short)
    opening = _text(first, short=short, month=not same_month, year=not same_year)
    closing = _text(last, short=short)
    if not opening or not closing:
        return _one(first, written, short=short)
    dash = " – " if " " in opening else "–"
    return Words(f"{opening}{dash}{closing}", "year not stated" if first.year is None else "", _machine(first))
