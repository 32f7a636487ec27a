"""Days, weeks, months and years counted from publication: "yesterday", "last week", "two months ago"."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.engine import patterns
from ingest.engine.dates import WEEKDAYS, Partial, month_shifted, partial, shifted, week, weekday, year_shifted
from ingest.engine.rules.dates.following import from_told
from ingest.engine.rules.dates.parts import NUMBER_WORDS
from ingest.engine.rules.dates.reader import Reader, Span
from ingest.engine.rules.dates.weekdays import DATE_FOLLOWS, day_of_month


def named_day(reader: Reader, start: int, end: int) -> Span | None:
    """ "today", "yesterday", "tomorrow", counted from publication."""
    if reader.published is None or _NO_DAY.match(reader.text, end) or DATE_FOLLOWS.match(reader.text, end):
        return None
    if (told := in_brackets(reader, start, end)) is not None:
        return told
    off = DAYS_OFF[reader.text[start:end].lower()]
    before = reader.text[max(0, start - 11) : start].lower()
    if before.endswith("day before "):
        off -= 1
    if before.endswith("day after "):
        off += 1
    beside = _AND_NEXT.match(reader.text, end)
    if beside and DAYS_OFF[beside["day"]] == off + 1:
        return Span(start, beside.end(), shifted(reader.published, off), shifted(reader.published, off + 1), "named-day", "relative")
    return Span(start, end, shifted(reader.published, off), None, "named-day", "relative")


def in_brackets(reader: Reader, start: int, end: int) -> Span | None:
    """The day that is told in brackets behind "today", "this morning" or "the weekend": "called on the Minister yesterday (18)"."""
    bracket = _DAY_IN_BRACKETS.match(reader.text, end)
    told = day_of_month(reader, int(bracket["day"])) if bracket else None
    return Span(start, bracket.end(), told, None, "named-day", "relative") if bracket and told else None


_DAY_IN_BRACKETS = patterns.compile(r"(?:\s(?:morning|afternoon|evening|night))?\s\((?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\)")


# "today's world", "today's challenges": no day is meant
_NO_DAY = patterns.compile(
    r"['’]s\s(?:world|threats?|challenges|environment|security|war|wars|battlefield|age|era|warfare|complex|generation|youth|military)\b"
)
DAYS_OFF = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_AND_NEXT = patterns.compile(r"\sand\s(?P<day>today|tomorrow)\b")  # "held yesterday and today"


def weekend(reader: Reader, start: int, end: int) -> Span | None:
    """ "at the weekend": the Saturday and Sunday nearest to publication, on the side that the verb tells."""
    if reader.published is None or not _AT_WEEKEND.search(reader.text, max(0, start - 12), start):
        return None
    if (told := in_brackets(reader, start, end)) is not None:
        return told
    saturday = weekday(5, reader.published, reader.direction(start))
    return Span(start, end, saturday, shifted(saturday, 1), "period", "relative") if saturday else None


_AT_WEEKEND = patterns.compile(r"\b(?:at|over|during|on)\sthe\s\Z", re.IGNORECASE)


def period(reader: Reader, start: int, end: int) -> Span | None:
    match = _PERIOD.match(reader.text, start)
    if match is None:
        return None
    which, what = match["which"].lower(), match["what"].lower()
    behind_told = which in ("same", "that") or reader.text[max(0, start - 4) : start].lower() == "the "
    if what == "day" or which in ("same", "that") or (what in _PARTS_OF_DAY and which in _BESIDE_TOLD and behind_told):
        return from_told(reader, start, match.end(), _BESIDE_TOLD.get(which)) if what in _PARTS_OF_DAY else None
    step = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1}.get(which, 1)
    counted = _DAY_OF.search(reader.text, max(0, start - 24), start) if what == "month" and reader.published else None
    if counted and reader.published and (month := month_shifted(reader.published, step)):
        first, last = (partial(month.year, month.month, int(counted[day])) if counted[day] else None for day in ("first", "day"))
        return Span(counted.start(), match.end(), first or last, last if first else None, "ordinal", "relative")
    if reader.published is None or (which == "following" and what != "week"):
        return None
    if what == "week" and which == "this" and _ON_WEEKDAY.match(reader.text, match.end()):
        return None  # "this week, on Tuesday": the day tells more
    if what in _PARTS_OF_DAY:
        # "last night" is yesterday's, "this morning" today's; "the last morning" of a visit is none of them
        is_near = what == "night" or which in ("this", "current", "last")
        if not is_near or DATE_FOLLOWS.match(reader.text, match.end()) or reader.text[max(0, start - 4) : start].lower() == "the ":
            return None
        told = in_brackets(reader, start, match.end())
        return told or Span(start, match.end(), shifted(reader.published, step), None, "part-of-day", "relative")
    return Span(start, match.end(), *_spread(reader.published, what, step), "period", "relative")


_SEASON = r"(?:spring|summer|autumn|fall|winter)"
# "this morning", "last week", "earlier this month", "next year", "the following day", "the same day"
_PERIOD = patterns.compile(
    rf"""
    (?P<which>this|last|next|past|previous|following|same|coming|that|current)\s
    (?P<what>morning|afternoon|evening|night|day|week|weekend|month|year|{_SEASON}|spring|quarter)\b(?!-)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ON_WEEKDAY = patterns.compile(rf",?\s(?:on|from|between)\s(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
# "on the 11th of this month", "from 12 to 13 this month"
_DAY_OF = patterns.compile(
    r"\b(?:(?P<first>\d{1,2})(?:st|nd|rd|th)?\s?(?:to|and|until|[-–])\s?)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s(?:the\s)?)?\Z"
)
_BESIDE_TOLD = {"following": 1, "next": 1, "previous": -1, "same": 0, "that": 0}  # "the next morning": days from the one told before
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "day"})


def _spread(anchor: Partial, what: str, step: int) -> tuple[Partial | None, Partial | None]:
    """First and last day of a week, or the month, or the year, so many steps from the anchor."""
    if what in ("week", "weekend"):
        found = week(anchor, step)
        if found is None:
            return None, None
        return (shifted(found[0], 5), found[1]) if what == "weekend" else found
    if what == "month":
        return month_shifted(anchor, step), None
    return year_shifted(anchor, step), None


_AGO = patterns.compile(r"(?P<number>\w+)\s(?P<unit>days?|months?|years?)\s$")


def ago(reader: Reader, start: int, end: int) -> Span | None:
    """ "two days ago", "three months ago", "20 years ago", counted from publication."""
    match = _AGO.search(reader.text, max(0, start - 24), start)
    if match is None or reader.published is None:
        return None
    word = match["number"].lower()
    number = int(word) if word.isdecimal() and len(word) < 4 else NUMBER_WORDS.get(word)
    if number is None:
        return None
    count: Callable[[Partial, int], Partial | None] = {"d": shifted, "m": month_shifted, "y": year_shifted}[match["unit"][0]]
    return Span(match.start(), end, count(reader.published, -number), None, "ago", "relative")


_IN_TIME = patterns.compile(r"\bin\s(?P<number>\w+)\s(?P<unit>days?|months?|years?)['’]s?\s$")


def in_time(reader: Reader, start: int, end: int) -> Span | None:
    """ "in six months' time", counted from publication."""
    match = _IN_TIME.search(reader.text, max(0, start - 28), start)
    number = NUMBER_WORDS.get(match["number"].lower()) if match else None
    if match is None or number is None or reader.published is None:
        return None
    count: Callable[[Partial, int], Partial | None] = {"d": shifted, "m": month_shifted, "y": year_shifted}[match["unit"][0]]
    return Span(match.start(), end, count(reader.published, number), None, "in-time", "relative")


def new_year(reader: Reader, start: int, end: int) -> Span | None:
    """ "early in the new year": the year after publication's."""
    before = reader.text[max(0, start - 7) : start].lower()
    if before != "in the " or not reader.text.startswith("new year", start) or reader.published is None:
        return None
    return Span(start, start + len("new year"), year_shifted(reader.published, 1), None, "period", "relative")
