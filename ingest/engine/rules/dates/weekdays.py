"""Days told by their weekday, counted from publication or from the days told before."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.dates import WEEKDAYS, Partial, days, month_shifted, partial, placed, shifted, week, weekday
from ingest.engine.rules.dates.parts import AND, DAY, MONTH, TO, WEEKDAY_NUMBERS
from ingest.engine.rules.dates.reader import Reader, Span


def by_name(reader: Reader, start: int, end: int) -> Span | None:
    """ "on Friday", "last Monday", "this Friday (6)"; before publication unless the sentence looks ahead."""
    text, word = reader.text, reader.text[start:end].rstrip(".").lower()
    if not text[start].isupper() or DATE_FOLLOWS.match(text, end) or text[start - 1 : start] == "(":
        return None
    before = _BEFORE_WEEKDAY.search(text, max(0, start - 14), start)
    if word not in WEEKDAYS and before is None:
        return None
    number, said = WEEKDAY_NUMBERS[word], before["word"].lower() if before else ""
    bracket = _DAY_IN_BRACKETS.match(text, end)
    if bracket:
        told = day_of_month(reader, int(bracket["day"]))
        until = _TO_DAY_IN_BRACKETS.match(text, bracket.end())
        last = day_of_month(reader, int(until["day"])) if until else None
        return Span(start, (until or bracket).end(), told, last, "weekday-day", "relative")
    if (figures := _FIGURES_IN_BRACKETS.match(text, end)) and (told := _in_figures(reader, number, figures)):
        return Span(start, figures.end(), told, None, "weekday-day", "relative")
    if (row := _TO_WEEKDAY.match(text, end)) and DATE_FOLLOWS.match(text, row.end()):
        return None  # "On Wednesday and Thursday, 22 and 23 November"
    beside = _DAY_BESIDE_WEEKDAY.match(text, end)
    told = day_of_month(reader, int(beside["day"])) if beside else None
    if beside and told and told.exact and told.exact.weekday() == number:
        return _weekdays(reader, start, beside.end(), told) or Span(start, beside.end(), told, None, "weekday-day", "relative")
    other_week = _OF_WEEK.match(text, end)
    if other_week and reader.published:
        monday = week(reader.published, {"last": -1, "this": 0, "next": 1}[other_week["which"].lower()])
        told = shifted(monday[0], number) if monday else None
        return Span(start, other_week.end(), told, None, "weekday", "relative")
    told = _that_weekday(reader, number, said, start)
    return _weekdays(reader, start, end, told) or Span(start, end, told, None, "weekday", "relative")


# "Monday, 12 March", "today (March 12)": the date itself follows
DATE_FOLLOWS = patterns.compile(
    rf"\.?[\s,(]{{1,3}}(?:the\s)?(?:{DAY}\s(?:of\s)?{MONTH}|{MONTH}\s{DAY}|{DAY}(?:{TO}|{AND}){DAY}\s{MONTH})", re.IGNORECASE
)
_DAY_IN_BRACKETS = patterns.compile(r"(?:\s(?:morning|afternoon|evening|night))?\s\((?P<day>\d{1,2})(?:st|nd|rd|th)?\)")
_FIGURES_IN_BRACKETS = patterns.compile(r"\s\((?P<first>\d{1,2})[/.](?P<second>\d{1,2})\.?\)")  # "on Tuesday (20/8)"
# "from Tuesday (5) | to Thursday (7)"
_TO_DAY_IN_BRACKETS = patterns.compile(rf"{TO}(?:{'|'.join(WEEKDAYS)})?\s?\((?P<day>\d{{1,2}})(?:st|nd|rd|th)?\)", re.IGNORECASE)
# "on Monday 20 with the Chairman"; not "on Monday 20 soldiers"
_DAY_BESIDE_WEEKDAY = patterns.compile(
    r",?\s(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?=[,.;)]|\s(?:and|in|at|on|with|by|to|until|till|he|she|they|it|was|were)\b)"
)
_BEFORE_WEEKDAY = patterns.compile(r"\b(?P<word>last|next|this|on|coming|past|previous|following|by|until)\s(?:the\s)?$", re.IGNORECASE)
# "on Friday last week"
_OF_WEEK = patterns.compile(r",?\s(?:of\s)?(?P<which>last|this|next)\sweek\b", re.IGNORECASE)
_TO_WEEKDAY = patterns.compile(
    rf"\s?(?P<link>to|until|till|through|and|[-–—])\s?(?:on\s)?(?P<day>{'|'.join(WEEKDAYS)})\b(?:\s(?:the\s)?\d{{1,2}}\b(?=[,.;)]|\s(?:in|at|with|by)\b))?",
    re.IGNORECASE,
)


def _in_figures(reader: Reader, number: int, figures: re.Match[str]) -> Partial | None:
    """Day and month of two figures, the day first unless the weekday of the other order is the one that is told."""
    first, second = int(figures["first"]), int(figures["second"])
    orders = [(month, day) for month, day in ((second, first), (first, second)) if 1 <= month <= 12 and 1 <= day <= 31]
    told = [found for month, day in orders if (found := placed(month, day, reader.published)) is not None]
    return next((found for found in told if found.exact and found.exact.weekday() == number), told[0] if told else None)


def _weekdays(reader: Reader, start: int, end: int, first: Partial | None) -> Span | None:
    """ "from Wednesday to Friday", "on Tuesday and Wednesday": days in a row; None where no second day follows."""
    match = _TO_WEEKDAY.match(reader.text, end)
    if match is None or first is None or first.exact is None:
        return None
    length = (WEEKDAY_NUMBERS[match["day"].lower()] - first.exact.weekday()) % 7
    between = reader.text[max(0, start - 8) : start] == "between "
    if not length or (match["link"] == "and" and length > 1 and not between):
        return None
    last = shifted(first, length)
    today = reader.published.exact if reader.published else None
    if today and last and last.exact and first.exact < today < last.exact and reader.direction(start) == "past":
        return Span(start, match.end(), shifted(first, -7), shifted(first, length - 7), "weekday", "relative")
    return Span(start, match.end(), first, last, "weekday", "relative")


def _that_weekday(reader: Reader, number: int, said: str, at: int) -> Partial | None:
    published = reader.published
    if reader.last_span and said not in ("last", "next"):  # "visited from 12 to 14 March … On Tuesday": the day within the visit
        inside = [day for day in days(*reader.last_span) if day.exact and day.exact.weekday() == number]
        if len(inside) == 1:
            return inside[0]
    if published is None or published.exact is None:
        return _weekday_on(reader, number) if said in ("", "on", "following", "next") else None
    if said in ("last", "past", "previous"):
        yesterday = shifted(published, -1)
        return weekday(number, yesterday, "past") if yesterday else None
    ahead = said in ("next", "coming", "following", "by", "until") or reader.direction(at) == "future" or _is_announced(reader, number, at)
    if ahead and published.exact.weekday() == number and said in ("this", "on", ""):
        return published
    return weekday(number, published, "future" if ahead else "past")


def _is_announced(reader: Reader, number: int, at: int) -> bool:
    """Whether a bare present announces that day: "visits Peru on Thursday"; of yesterday and the day before it tells what was."""
    today = reader.published.exact if reader.published else None
    return today is not None and (today.weekday() - number) % 7 not in _JUST_OVER and reader.is_present(at)


_JUST_OVER = (0, 1, 2)  # days before publication of which a report in the present may tell


def _weekday_on(reader: Reader, number: int) -> Partial | None:
    """The next day of that name behind the one told with its own ("On Monday, June 3, he met … On Tuesday he left"), or that day itself.

    Of a day told with its year it is the nearest one.
    """
    told, near = reader.weekday_told, reader.last_told
    if told is None and near and near.exact:  # "concluded on Friday (24 May 2024) … On Thursday he met"
        found = [shifted(near, off) for off in (0, -1, 1, -2, 2, -3, 3) if (near.exact.weekday() + off) % 7 == number]
        return found[0] if found else None
    return shifted(told[0], (number - told[1]) % 7) if told else None


def day_of_month(reader: Reader, day: int) -> Partial | None:
    """The day of that number nearest to publication."""
    published = reader.published
    if published is None or published.month is None:
        return None
    choices = [
        found
        for step in (-1, 0, 1)
        if (near := month_shifted(published, step)) and (found := partial(near.year, near.month, day)) is not None
    ]
    exact = [(abs((found.exact - published.exact).days), found) for found in choices if found.exact and published.exact]
    return min(exact, key=lambda pair: pair[0])[1] if exact else partial(published.year, published.month, day)
