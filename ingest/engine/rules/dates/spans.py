"""Two days that words around them join: "between Wednesday, 9 June, and Thursday, 10 June"."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.dates import WEEKDAYS, Partial, partial
from ingest.engine.rules.dates.parts import DAY, MONTH, MONTH_NUMBERS, YEAR
from ingest.engine.rules.dates.reader import Reader, Span
from ingest.engine.values import replace


def of(reader: Reader, span: Span) -> Span:
    """The day, or all days from it to the one that words join to it.

    Words join two days behind "from" or "between"; a dash joins two in figures; "and" joins a weekday's day to that of the next one.
    """
    first = span.first
    if first is None or first.exact is None or span.last is not None or span.basis != "stated":
        return span
    second = _TO.match(reader.text, span.end) or _TO_FIGURES.match(reader.text, span.end)
    last = _last(second, first) if second else None
    begins = replace(first, year=last.year) if last else first
    if second is None or last is None or last.exact is None or begins.exact is None:
        return span
    days = (last.exact - begins.exact).days
    lead = _FROM.search(reader.text, max(0, span.start - _LEAD), span.start)
    joined = lead or second["dash"] or (second["and"] and days == 1)
    return Span(span.start, second.end(), begins, last, "span") if joined and 0 < days <= _LONGEST else span


def _last(second: re.Match[str], first: Partial) -> Partial | None:
    """The second day, which takes its year from the first where it tells none."""
    told = {name: second[name] or second.groupdict().get(f"{name}2") or "" for name in ("day", "month", "year")}
    year = int(told["year"]) if told["year"] else first.year
    if told["month"].isdigit():
        return partial(year, int(told["month"]), int(told["day"]))
    return partial(year, MONTH_NUMBERS[told["month"].rstrip(".").lower()], int(told["day"].rstrip("stndrh ")))


_LEAD = 24  # letters of "between the Wednesday, "
_LONGEST = 60  # days of the longest stay or exercise
_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s)?(?:the\s)?"
_FROM = patterns.compile(rf"\b(?:from|between)\s{_WEEKDAY}(?:\()?\Z", re.IGNORECASE)
# ", and Thursday, | 10 June 2021", " to Friday | June 10", ") to Friday (10 June"
_TO = patterns.compile(
    rf"(?:\)|,)?(?:\s(?:(?P<and>and)|to|until|till|through)\s|\s?(?P<dash>[–—-])\s?){_WEEKDAY}\(?"
    rf"(?:(?P<day>{DAY})\s(?:of\s)?(?P<month>{MONTH})|(?P<month2>{MONTH})\s(?P<day2>{DAY}))(?:,?\s(?P<year>{YEAR}))?",
    re.IGNORECASE,
)
# " – 05.06.2024", " to 2024-06-05"
_TO_FIGURES = patterns.compile(
    r"(?:\s(?:(?P<and>and)|to|until|till|through)\s|\s?(?P<dash>[–—]|\s-\s)\s?)"
    r"(?:(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})|(?P<year2>\d{4})-(?P<month2>\d\d)-(?P<day2>\d\d))\b"
)
