"""Dates that keep their precision, as EDTF: `2024-09-12`, `2024-09-XX`, `2024-XX-XX`, `XXXX-09-23`."""

from __future__ import annotations

import calendar
import datetime
import re

HOW_TO_WRITE = "Write 2024-09-10; 2024-09 or 2024 where no more is known; 2024-09-XX without the day, XXXX-09-23 without the year."
PATTERN = r"^([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[~?%]?$"
# Parts of a year that stand in the place of a month, with the months they cover: 2025-40 is the first half of 2025.
# Seasons are those of the northern half of the earth; winter is that of the turn of the year before.
PARTS = {
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (1, 3),
    "33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12),
    "37": (1, 4), "38": (5, 8), "39": (9, 12),
    "40": (1, 6), "41": (7, 12),
}  # fmt: skip
Bounds = tuple[datetime.date | None, datetime.date | None]


def bounds(start: str | None, end: str | None = None) -> Bounds:
    """The first and the last day that a date (or the span from `start` to `end`) may be; (None, None) where the year is not known.

    What is no EDTF, or no day of the calendar, has no bounds either.
    """
    earliest, latest = _days(start)
    if not end:
        return earliest, latest
    _, last = _days(end)
    if earliest and last and last < earliest:
        return earliest, latest
    return earliest, last or latest


def is_date(text: str) -> bool:
    """Whether it is EDTF and stands in the calendar: 2024-02-30, 2024-13-01 and 2024-21-05 (a day of a season) do not."""
    if not re.fullmatch(PATTERN, text):
        return False
    year, month, day = ([*text.rstrip("~?%").split("-"), "XX", "XX"])[:3]
    if year == "0000" or (month in PARTS and day != "XX") or (month != "XX" and month not in PARTS and not 1 <= int(month) <= 12):
        return False
    return day == "XX" or 1 <= int(day) <= _most_days(year, month)


def _most_days(year: str, month: str) -> int:
    """Days of the month; the most that it can have where the year, or the month, is not told."""
    return 31 if month == "XX" else calendar.monthrange(int(year) if year.isdigit() else 2024, int(month))[1]


def _days(date: str | None) -> Bounds:
    if not date or not re.fullmatch(PATTERN, date) or date.startswith("XX"):
        return None, None
    year, month, day = ([*date.rstrip("~?%").split("-"), "XX", "XX"])[:3]
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first_month, last_month = (1, 12) if month == "XX" else PARTS.get(month) or (int(month), int(month))
    try:
        first_day, last_day = (1, calendar.monthrange(last_year, last_month)[1]) if day == "XX" else (int(day), int(day))
        return datetime.date(first_year, first_month, first_day), datetime.date(last_year, last_month, last_day)
    except (ValueError, calendar.IllegalMonthError):
        return None, None
