"""Dates that the text prints: with a month in words, or in numbers."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.dates import MONTHS, Direction, Partial, month_shifted, partial, placed, shifted
from ingest.engine.rules.dates.parts import AND, DAY, MONTH, MONTH_NUMBERS, TO, YEAR
from ingest.engine.rules.dates.reader import Reader, Span
from ingest.engine.rules.dates.weekdays import day_of_month


def month(reader: Reader, start: int, end: int) -> Span | None:
    """ "12 March 2024", "March 12-14", "30 June to 2 July", "in March"."""
    text = reader.text
    if text[start:end].lower().startswith(_MID):
        start += len(_MID)
    word = text[start:end]
    if not word[:1].isupper():
        return None
    number = MONTH_NUMBERS[word.rstrip(".").lower()]
    before = _DAYS_BEFORE.search(text, max(0, start - 32), start)
    if before and 1 <= _int(before["first"]) <= 31:
        return _day_first(reader, before, number, start, end)
    after = _DAYS_AFTER.match(text, end)
    if after and 1 <= _int(after["first"]) <= 31:
        return _month_first(reader, after, number, start)
    return _month_alone(reader, number, start, end)


_MID = "mid-"  # "in mid-March": one word with its month


def _day_first(reader: Reader, before: re.Match[str], month: int, start: int, end: int) -> Span | None:
    text, first = reader.text, _int(before["first"])
    on = None if before["last"] else _SPAN_ON.match(text, end)
    between = on and _BETWEEN.search(text, max(0, before.start() - 12), before.start())
    if on and (on["to"] or between or _is_next_day((month, first), (_month_number(on["month"]), _int(on["last"])))):
        return _across(
            reader, before.start(), on.end(), (month, first), (_month_number(on["month"]), _int(on["last"])), on["year"], on["end"]
        )
    year, stop = _year_after(reader, end, abbreviated=len(text[start:end]) <= 4)
    if before["and"] and not (_follow(before) or _BETWEEN.search(text, max(0, before.start() - 12), before.start())):
        return _single(reader, before.start("last"), stop, year, month, _int(before["last"]))
    last = _int(before["last"]) if before["last"] else None
    return _days(reader, before.start(), stop, year, month, first, last, "day-month-year")


def _month_first(reader: Reader, after: re.Match[str], month: int, start: int) -> Span | None:
    first, year = _int(after["first"]), int(after["year"]) if after["year"] else None
    if after["month"]:
        until = (_month_number(after["month"]), _int(after["last"]))
        if after["to"]:
            return _across(reader, start, after.end(), (month, first), until, None, after["year"])
        return _single(reader, start, after.end("first"), year, month, first)
    if after["and"] and not (_follow(after) or _BETWEEN.search(reader.text, max(0, start - 12), start)):
        return _single(reader, start, after.end("first"), year, month, first)
    last = _int(after["last"]) if after["last"] else None
    said, end = _said_year(reader, after.end())
    return _days(reader, start, end, year or said, month, first, last, "month-day-year")


# "March 5 percent", "March 7:30", "March 5 p.m.": a number after a month that is no day, but "March 5,2024" is one
_NO_COUNT = r"(?![.:]\d|,(?!(?:19|20)\d\d\b)\d|\s?(?:%|percent|per[ ]cent|million|billion|[ap]\.?m\b))"
# "12 ", "12th of ", "Tuesday, 12-14 ", "5, 6 and 7 ": what may stand before a month
_DAYS_BEFORE = patterns.compile(
    rf"""
    (?<![\d.,:/-])
    (?P<first>{DAY})
    (?: (?:,\s{DAY}){{0,3}} (?:(?P<to>{TO}) | (?P<and>{AND})) (?:[A-Z][a-z]{{2,5}}day,?\s)? (?P<last>{DAY}) )?
    (?:\s(?:day\s)?of)? [\s,-]{{1,2}}$
    """,
    re.VERBOSE,
)
_BETWEEN = patterns.compile(r"\bbetween\s(?:the\s)?\Z", re.IGNORECASE)  # "between | 5 and 9 March"
_ERA = r"(?:(?:Reiwa|Heisei|Sh[oō]wa|Minguo)\s?\d{1,4}\s?[(/,]\s?)?"  # "October 3, | Reiwa 6 (|2024)"
# " 12, 2024", " 12-14", " 30 to July 2", ". 5 and 6": what may stand after a month
_DAYS_AFTER = patterns.compile(
    rf"""
    (?:(?:\.?|,(?=\s\d{{1,2}},?\s{YEAR}))\s{{1,2}}(?:the\s)?|(?<=[a-z]\.)|\.(?=\d{{1,2}}\b))(?P<first>{DAY}){_NO_COUNT}
    (?: (?:,\s{YEAR},?(?=\s[tu])|,(?=\s[tu]))? (?: (?P<to>{TO}) | (?P<and>{AND}) ) (?:(?P<month>{MONTH})\s)? (?P<last>{DAY}){_NO_COUNT} )?
    (?:(?:,\s?|\s)(?:of\s)?{_ERA}(?P<year>{YEAR}))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# " to 2 July 2024", " 2023 – 2 January 2024": the end of a span whose months differ
_SPAN_ON = patterns.compile(
    rf"(?:,?\s(?P<year>{YEAR}))?(?:(?P<to>{TO})|{AND})(?P<last>{DAY})\s(?:of\s)?(?P<month>{MONTH})(?:,?\s(?P<end>{YEAR}))?", re.IGNORECASE
)
_YEAR_AFTER = patterns.compile(rf"\.?(?:,|\sof)?\s{{1,2}}{_ERA}(?P<year>{YEAR})(?!\s?(?:troops|soldiers|personnel|people|hours))")
_SHORT_YEAR_AFTER = patterns.compile(r"\.?\s(?P<year>[0-4]\d)\b(?![:.,/-]?\d)")
_THIS_YEAR_AFTER = patterns.compile(r",?\s(?:of\s)?(?P<which>this|last|next|the\s(?:current|present|same))\syear\b")


def _int(text: str) -> int:
    return int(_FIGURES.match(text)[0]) if text[:1].isdigit() else 0  # type: ignore[index]


_FIGURES = patterns.compile(r"\d+")


def _follow(days_told: re.Match[str]) -> bool:
    """Whether "and" joins days one after the other ("5 and 6", "5, 6 and 7"), which make a span."""
    first, last = _int(days_told["first"]), _int(days_told["last"])
    return last - first == 1 + days_told[0].split(days_told["and"])[0].count(",")


def _days(reader: Reader, start: int, end: int, year: int | None, month: int, first: int, last: int | None, rule: str) -> Span | None:
    begins = partial(year, month, first) if year else placed(month, first, reader.published)
    if begins is None:
        return None
    ends = partial(begins.year, month, last) if last and last > first else None
    return Span(start, end, begins, ends, rule)


def _single(reader: Reader, start: int, end: int, year: int | None, month: int, day: int) -> Span | None:
    return _days(reader, start, end, year, month, day, None, "day-of-list")


def _across(
    reader: Reader, start: int, end: int, first: tuple[int, int], last: tuple[int, int], year: str | None, end_year: str | None
) -> Span | None:
    """A span from one month into another; the year told at its end holds for its beginning, too, unless that would turn it round."""
    told = int(year) if year else int(end_year) - (first > last) if end_year else None
    begins = partial(told, *first) if told else placed(*first, reader.published)
    if begins is None:
        return None
    ends = partial(begins.year + (first > last) if begins.year else None, *last)
    return Span(start, end, begins, ends, "span")


def _is_next_day(first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether two days of two months follow each other: "30 June and 1 July"."""
    begins = partial(None, *first)
    after = shifted(begins, 1) if begins else None
    return after is not None and (after.month, after.day) == last


def _month_number(name: str) -> int:
    return MONTH_NUMBERS[name.rstrip(".").lower()]


def _year_after(reader: Reader, end: int, *, abbreviated: bool) -> tuple[int | None, int]:
    """The year behind a month, and where the date ends."""
    full = _YEAR_AFTER.match(reader.text, end)
    if full:
        return int(full["year"]), full.end()
    short = _SHORT_YEAR_AFTER.match(reader.text, end) if abbreviated else None
    if short:
        return 2000 + int(short["year"]), short.end()
    return _said_year(reader, end)


def _said_year(reader: Reader, end: int) -> tuple[int | None, int]:
    """The year of "in July this year", and where the words end."""
    said = _THIS_YEAR_AFTER.match(reader.text, end)
    if said is None or reader.published is None or reader.published.year is None:
        return None, end
    return reader.published.year + {"last": -1, "next": 1}.get(said["which"], 0), said.end()


# "in March", "since May", "last July": without one of these "May" and "March" are other words
_BEFORE_MONTH = patterns.compile(
    r"""\b(?P<word>in|of|since|until|till|by|last|next|this|early|late|mid|before|after|during|from|to|for|through|between|and|past|every)
    (?:[ -]|\s(?:early|late|mid|the[ ]month[ ]of)[ -])$""",
    re.IGNORECASE | re.VERBOSE,
)


def _month_alone(reader: Reader, month: int, start: int, end: int) -> Span | None:
    """ "in March", "March 2024", "last July"; the side of publication by the words before it or the verb's tense."""
    year, stop = _year_after(reader, end, abbreviated=False)
    before = _BEFORE_MONTH.search(reader.text, max(0, start - 24), start)
    if year:
        return Span(start, stop, partial(year, month), None, "month")
    spelled = reader.text[start:end].rstrip(".").lower()
    until = _TO_MONTH.match(reader.text, end) if _FROM_MONTH.search(reader.text, max(0, start - 16), start) else None
    begins = placed(month, None, reader.published, reader.direction(start)) if until else None
    if until and begins:
        last = _month_number(until["month"])
        return Span(start, until.end(), begins, partial(begins.year + (last < month) if begins.year else None, last), "month")
    if before is None or (spelled not in MONTHS) or before["word"].lower() in ("and", "every"):
        return None
    word = before["word"].lower()
    direction = _SIDE_OF_WORD.get(word) or reader.direction(start)
    found = placed(month, None, reader.published, direction)
    if word == "last" and found == _month_of(reader.published):
        found = placed(month, None, month_shifted(found, -1) if found else None, "past")
    return Span(start, stop, found, None, "month")


_SIDE_OF_WORD: dict[str, Direction] = {
    "last": "past", "since": "past", "past": "past", "next": "future", "until": "future", "by": "future", "for": "future",
}  # fmt: skip
# "from late November to early December"
_FROM_MONTH = patterns.compile(r"\bfrom\s(?:(?:early|late|mid)[\s-])?\Z")
_TO_MONTH = patterns.compile(rf"\s(?:to|until|till|through)\s(?:(?:early|late|mid)[\s-])?(?P<month>{MONTH})\b(?!\s\d)")


def _month_of(day: Partial | None) -> Partial | None:
    return partial(day.year, day.month) if day else None


_ISO = patterns.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?![\d-])")
_DAY_MONTH_YEAR = patterns.compile(r"(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)?\d\d)(?![\d./-]\d|\d)")
_DAY_MONTH = patterns.compile(r"(?P<day>[0-3]?\d)\.\s?(?P<month>1[0-2]|0?[1-9])\.(?=\s|,)")  # "on | 5.12."
_ON_DAY = patterns.compile(r"\b[Oo]n\s\Z")
_IN_YEAR = patterns.compile(
    r"\b(?:in|since|until|by|during|early|late|mid|(?:end|beginning|start|half|quarter|spring|summer|autumn|fall|winter) of)[ -]$",
    re.IGNORECASE,
)
_YEAR_ALONE = patterns.compile(rf"{YEAR}(?![-–/.,:]\d|[-–]\w|\s(?:troops|soldiers|personnel|people|hours|tons|kilometers|resolution))")
# "on the 7th", "on the 7th and": an ordinal that no noun follows
_ORDINAL = patterns.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)(?=[.,;)]|\s(?:and|in|at|with|by|to|he|she|they|it|a|an)\b|$)"
    rf"(?!\s(?:and|to)\s(?:the\s)?{DAY}\s(?:of\s)?{MONTH})"  # "on the 6th and 7th of March"
)
_TO_ORDINAL = patterns.compile(rf"(?:{TO}|{AND})(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b")  # "on the 6th | and 7th"
# "on the ", "on the morning of the "
_ON_THE = patterns.compile(r"\b(?:on|(?:morning|afternoon|evening|night)\sof)\sthe\s\Z", re.IGNORECASE)


def numeric(reader: Reader, start: int, end: int) -> Span | None:
    """ "2024-03-12", "14.05.2015", "in 2026", "on the 7th"; other numbers are no dates."""
    text = reader.text
    if text[start - 1 : start] in ("-", "/", ".", "–") and start:
        return None
    iso = _ISO.match(text, start)
    if iso:
        return Span(start, iso.end(), partial(int(iso["year"]), int(iso["month"]), int(iso["day"])), None, "iso")
    numbers = _DAY_MONTH_YEAR.match(text, start)
    if numbers:
        return Span(start, numbers.end(), _in_order(reader, numbers), None, "numeric")
    in_figures = _DAY_MONTH.match(text, start)
    if in_figures and _ON_DAY.search(text, max(0, start - 6), start):
        return Span(start, in_figures.end(), placed(int(in_figures["month"]), int(in_figures["day"]), reader.published), None, "numeric")
    if _YEAR_ALONE.match(text, start) and _IN_YEAR.search(text, max(0, start - 14), start):
        return Span(start, start + 4, partial(int(text[start : start + 4])), None, "year")
    ordinal = _ORDINAL.match(text, start)
    if ordinal and _ON_THE.search(text, max(0, start - 20), start):
        until = _TO_ORDINAL.match(text, ordinal.end())
        last = _near_told(reader, int(until["day"])) if until and int(until["day"]) == int(ordinal["day"]) + 1 else None
        return Span(
            start, until.end() if last and until else ordinal.end(), _near_told(reader, int(ordinal["day"])), last, "ordinal", "relative"
        )
    return None


def _in_order(reader: Reader, numbers: re.Match[str]) -> Partial | None:
    """Day first, as most of the world writes it, unless the calendar or the nearness of publication says month first."""
    first, second, year = int(numbers["first"]), int(numbers["second"]), int(numbers["year"])
    if year < 100:
        if numbers["sign"] == "-" or not first or not second:
            return None
        year += 2000
    day_first, month_first = partial(year, second, first), partial(year, first, second)
    if numbers["sign"] == "/" and reader.published and reader.published == month_first:
        return month_first
    return day_first or month_first


def _near_told(reader: Reader, day: int) -> Partial | None:
    """The day of that number in the month told before, or nearest to publication."""
    told = reader.last_told
    return partial(told.year, told.month, day) if told else day_of_month(reader, day)
