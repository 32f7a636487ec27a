"""The dates that headline and body tell, explicit or counted from publication or from the date told before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

from ingest.engine import patterns
from ingest.engine.dates import (
    MONTHS,
    WEEKDAYS,
    Direction,
    Partial,
    days,
    month_shifted,
    parse,
    partial,
    placed,
    shifted,
    week,
    weekday,
    year_shifted,
)
from ingest.engine.rules import Rule
from ingest.engine.types import Basis, Date, Evidence, Passage, Release, Sentence, Where
from ingest.engine.values import frozen

RULES = (
    Rule(
        "dates.day-month-year", "A day or span of days before a month is a date, with or without a year.", "They met on 12-14 March 2024."
    ),
    Rule("dates.month-day-year", "A day or span of days after a month is a date, with or without a year.", "They met March 12, 2024."),
    Rule("dates.day-of-list", "Of two days that do not follow each other one is read.", "They met on 5 and 9 March."),
    Rule("dates.span", "Two days in two months are a span.", "He stayed from 30 June to 2 July."),
    Rule("dates.month", "A month with a year, or after a preposition, is a date without a day.", "They will meet in September."),
    Rule("dates.year", "A year after a preposition is a date without a month.", "The ships arrive in 2027."),
    Rule("dates.iso", "Year, month and day in numbers are a date.", "Posted 2024-03-12."),
    Rule("dates.numeric", "Three numbers are a date, the day first where the calendar allows it.", "Riga, 14.05.2015."),
    Rule("dates.ordinal", "An ordinal after “on the” is a day of the month told before.", "They met on 3 March. On the 7th, they left."),
    Rule(
        "dates.weekday", "A weekday is the last one before publication, or the next where the sentence looks ahead.", "They met on Friday."
    ),
    Rule("dates.weekday-day", "A weekday with a number in brackets is that day near publication.", "He was received this Friday (6)."),
    Rule("dates.named-day", "Today, yesterday and tomorrow are counted from publication.", "They met yesterday."),
    Rule("dates.part-of-day", "A morning, evening or night is that of publication or of the day before.", "They arrived last night."),
    Rule(
        "dates.following-day",
        "The next, same or previous day is counted from the date told before.",
        "They met on 3 March. The next day they left.",
    ),
    Rule("dates.period", "A week, month, season or year is counted from publication.", "They will meet next month."),
    Rule(
        "dates.lasting",
        "The day on which an occasion of several days ended or began tells all its days.",
        "The three-day talks ended on Thursday.",
    ),
    Rule("dates.in-time", "Days, months or years to come are counted from publication.", "They meet again in six months' time."),
    Rule("dates.ago", "Days, months or years ago are counted from publication.", "They signed it two days ago."),
)


def find(both: tuple[Passage, Passage], release: Release) -> tuple[Date, ...]:
    """Every date of headline and body in order of position.

    `basis` is "stated" where the text prints the date, with or without its year, and "relative" where it is counted from publication
    ("yesterday", "on Friday", "next month") or from the date before it ("the following day"). What cannot be counted is left out.
    """
    published = parse(release.published)
    found: list[Date] = []
    for passage in both:
        found += _Reader(passage, published, found).read()
    return tuple(found)


def within(found: Iterable[Date], start: int, end: int, where: Where = "body") -> tuple[Date, ...]:
    """The dates that stand between two offsets, such as those of a sentence."""
    return tuple(date for date in found if date.evidence.where == where and start <= date.evidence.start < end)


# ---- reading a passage ----


@frozen
class _Span:
    """A date that was read: its days, where it stands, and by which rule."""

    start: int
    end: int
    first: Partial | None
    last: Partial | None
    rule: str
    basis: Basis = "stated"


class _Reader:
    """Walks over the words of a passage and tries a rule at each word that may be part of a date."""

    def __init__(self, passage: Passage, published: Partial | None, before: list[Date]) -> None:
        self.passage, self.text, self.published = passage, passage.text, published
        self.last_told = next((parse(date.start) for date in reversed(before) if _has_day(parse(date.start))), None)
        self.last_over = self.last_told  # the last day told that was not still to come when the release was published
        self.last_span: tuple[Partial, Partial] | None = None
        self.day_reported: Partial | None = None  # the first day told behind the dateline: that of what the release reports

    def read(self) -> Iterator[Date]:
        reached = -1
        for start, stop, word in self.passage.tokens:
            rule = _rule_of(word)
            if rule is None or start < reached:
                continue
            span = rule(self, start, stop)
            if span is None or span.first is None or span.start < reached:
                continue
            span = _lasting(self, span)
            reached = span.end
            self._remember(span)
            end = str(span.last) if span.last and span.last != span.first else None
            yield Date(str(span.first), end, span.basis, Evidence(span.start, span.end, f"dates.{span.rule}", self.passage.where))

    def direction(self, at: int) -> Direction:
        """Whether the clause looks ahead ("will", "scheduled") or back.

        What stands before the day tells it, else what follows up to a relative clause.
        """
        sentence = self._sentence(at)
        if sentence is None:
            return "past"
        relative = _RELATIVE.search(self.text, at, sentence.end)
        end = relative.start() if relative else sentence.end
        ahead = (
            _AHEAD.search(self.text, sentence.start, end)
            or _MEANT.search(self.text, sentence.start, at)
            or (None if _HELD.search(self.text, sentence.start, end) else _TO_COME.search(self.text, sentence.start, end))
        )
        if ahead is None or (ahead.end() < at and _DONE.search(self.text, ahead.end(), at)):
            return "past"
        return "future"

    def length_near(self, at: int) -> int | None:
        """Of how many days the sentence, or else the one after it, tells ("a two-day meeting")."""
        number = bisect_right(self._starts, at) - 1
        for sentence in self.passage.sentences[max(0, number) : number + 2]:
            if told := _LENGTH.search(self.text, sentence.start, sentence.end):
                word = told["number"].lower()
                return int(word) if word.isdecimal() else _NUMBER_WORDS[word]
        return None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.passage.sentences]

    def _sentence(self, at: int) -> Sentence | None:
        number = bisect_right(self._starts, at) - 1
        return self.passage.sentences[number] if number >= 0 else None

    def _remember(self, span: _Span) -> None:
        """Keeps a day for those that are counted from it; one until which something runs is no such day."""
        if _has_day(span.first) and not _UNTIL.search(self.text, max(0, span.start - 12), span.start):
            self.last_told = span.first
            if not (span.first and _is_to_come(span.first, self.published)):
                self.last_over = span.first
            if self.day_reported is None and not _DATELINE.match(self.text, span.end):
                self.day_reported = span.first
            self.last_span = (span.first, span.last) if span.first and span.last else self.last_span


_DATELINE = patterns.compile(r"\s*(?:\([^()]{1,20}\)|/[^/]{1,20}/)?\s*[-–—:]")
_UNTIL = patterns.compile(r"\b(?:through|until|till)\s(?:the\s)?\Z")


def _has_day(told: Partial | None) -> bool:
    return told is not None and told.day is not None


# "met on Monday ahead of the conference that will take place"
_RELATIVE = patterns.compile(r"\b(?:that|which|who|whom|where|ahead[ ]of)\b")
# "will meet", "scheduled for", "to be held": the sentence tells what is to come
_AHEAD = patterns.compile(
    r"""\b(?:
      will|shall|to[ ]be[ ](?:held|hosted)|(?:is|are|plans?|expected|set|going)[ ]to|due[ ](?:to|in)|scheduled|slated|planned[ ]for
    | later[ ]this
    )\b""",
    re.VERBOSE,
)

# "The upcoming visit on Friday", but not "discussed the upcoming summit in a call on Friday"
_TO_COME = patterns.compile(r"\b(?:upcoming|next|looks?[ ]forward|invited|forthcoming|to[ ]come)\b")
_HELD = patterns.compile(r"\b(?:met|held|discussed|spoke|talked|visited|received|welcomed|hosted|reviewed|called|took[ ]place|conferred)\b")

# "will train together under an agreement | signed in Lima on Thursday"
_DONE = patterns.compile(r"\b(?:signed|reached|announced|concluded|struck|unveiled|adopted|approved|inked)\b(?=[^.;]{0,80}\Z)")

# "agreed to meet in June", "would stay until": what somebody means to do, where it stands before the date
_MEANT = patterns.compile(
    r"""\b(?:
      (?:agreed|hopes?|hoped|expects|intends?|intended|aims?|wants?|wish(?:es)?|looking[ ]forward)[ ]to | would
    | (?:is|are|was|were)[ ]expected | to[ ]be[ ]\w{3,12}ed | to[ ]plan
    )\b""",
    re.VERBOSE,
)

# ---- parts of patterns ----

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9, "janv": 1}
_WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)}
_WEEKDAY_NUMBERS |= {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_DAY = r"\d{1,2}(?:[ ]?(?:st|nd|rd|th))?\b"
_YEAR = r"(?:19|20)\d\d\b"
_TO = r"\s{0,2}(?:-|–|—|‑|to|until|till|through|thru)\s{0,2}(?:the\s)?"
_AND = r"\s(?:and|&)\s(?:the\s)?"

# "March 5 percent", "March 7:30", "March 5 p.m.": a number after a month that is no day, but "March 5,2024" is one
_NO_COUNT = r"(?![.:]\d|,(?!(?:19|20)\d\d\b)\d|\s?(?:%|percent|per[ ]cent|million|billion|[ap]\.?m\b))"

# "12 ", "12th of ", "Tuesday, 12-14 ", "5, 6 and 7 ": what may stand before a month
_DAYS_BEFORE = patterns.compile(
    rf"""
    (?<![\d.,:/-])
    (?P<first>{_DAY})
    (?: (?:,\s{_DAY}){{0,3}} (?:(?P<to>{_TO}) | (?P<and>{_AND})) (?:[A-Z][a-z]{{2,5}}day,?\s)? (?P<last>{_DAY}) )?
    (?:\s(?:day\s)?of)? [\s,-]{{1,2}}$
    """,
    re.VERBOSE,
)
# " 12, 2024", " 12-14", " 30 to July 2", ". 5 and 6": what may stand after a month
_DAYS_AFTER = patterns.compile(
    rf"""
    \.?\s{{1,2}}(?:the\s)?(?P<first>{_DAY}){_NO_COUNT}
    (?: (?: (?P<to>{_TO}) | (?P<and>{_AND}) ) (?:(?P<month>{_MONTH})\s)? (?P<last>{_DAY}){_NO_COUNT} )?
    (?:(?:,\s?|\s)(?:of\s)?(?P<year>{_YEAR}))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# " to 2 July 2024", " 2023 – 2 January 2024": the end of a span whose months differ
_SPAN_ON = patterns.compile(
    rf"(?:,?\s(?P<year>{_YEAR}))?{_TO}(?P<last>{_DAY})\s(?:of\s)?(?P<month>{_MONTH})(?:,?\s(?P<end>{_YEAR}))?", re.IGNORECASE
)
_YEAR_AFTER = patterns.compile(rf"\.?(?:,|\sof)?\s{{1,2}}(?P<year>{_YEAR})(?!\s?(?:troops|soldiers|personnel|people|hours))")
_SHORT_YEAR_AFTER = patterns.compile(r"\.?\s(?P<year>[0-4]\d)\b(?![:.,/-]?\d)")
_THIS_YEAR_AFTER = patterns.compile(r",?\s(?:of\s)?(?P<which>this|last|next)\syear\b")


def _int(text: str) -> int:
    return int(_FIGURES.match(text)[0]) if text[:1].isdigit() else 0  # type: ignore[index]


_FIGURES = patterns.compile(r"\d+")


# ---- months, with or without days ----


def _month(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "12 March 2024", "March 12-14", "30 June to 2 July", "in March"."""
    text, word = reader.text, reader.text[start:end]
    if not word[0].isupper():
        return None
    number = _MONTH_NUMBERS[word.rstrip(".").lower()]
    before = _DAYS_BEFORE.search(text, max(0, start - 32), start)
    if before and 1 <= _int(before["first"]) <= 31:
        return _day_first(reader, before, number, start, end)
    after = _DAYS_AFTER.match(text, end)
    if after and 1 <= _int(after["first"]) <= 31:
        return _month_first(reader, after, number, start)
    return _month_alone(reader, number, start, end)


def _day_first(reader: _Reader, before: re.Match[str], month: int, start: int, end: int) -> _Span | None:
    text, first = reader.text, _int(before["first"])
    on = None if before["last"] else _SPAN_ON.match(text, end)
    if on:
        return _across(
            reader, before.start(), on.end(), (month, first), (_month_number(on["month"]), _int(on["last"])), on["year"], on["end"]
        )
    year, stop = _year_after(reader, end, abbreviated=len(text[start:end]) <= 4)
    if before["and"] and not _follow(before):
        return _single(reader, before.start("last"), stop, year, month, _int(before["last"]))
    last = _int(before["last"]) if before["last"] else None
    return _days(reader, before.start(), stop, year, month, first, last, "day-month-year")


def _month_first(reader: _Reader, after: re.Match[str], month: int, start: int) -> _Span | None:
    first, year = _int(after["first"]), int(after["year"]) if after["year"] else None
    if after["month"]:
        until = (_month_number(after["month"]), _int(after["last"]))
        if after["to"]:
            return _across(reader, start, after.end(), (month, first), until, None, after["year"])
        return _single(reader, start, after.end("first"), year, month, first)
    if after["and"] and not _follow(after):
        return _single(reader, start, after.end("first"), year, month, first)
    last = _int(after["last"]) if after["last"] else None
    said, end = _said_year(reader, after.end())
    return _days(reader, start, end, year or said, month, first, last, "month-day-year")


def _follow(days_told: re.Match[str]) -> bool:
    """Whether "and" joins days one after the other ("5 and 6", "5, 6 and 7"), which make a span."""
    first, last = _int(days_told["first"]), _int(days_told["last"])
    return last - first == 1 + days_told[0].split(days_told["and"])[0].count(",")


def _days(reader: _Reader, start: int, end: int, year: int | None, month: int, first: int, last: int | None, rule: str) -> _Span | None:
    begins = partial(year, month, first) if year else placed(month, first, reader.published)
    if begins is None:
        return None
    ends = partial(begins.year, month, last) if last and last > first else None
    return _Span(start, end, begins, ends, rule)


def _single(reader: _Reader, start: int, end: int, year: int | None, month: int, day: int) -> _Span | None:
    return _days(reader, start, end, year, month, day, None, "day-of-list")


def _across(
    reader: _Reader, start: int, end: int, first: tuple[int, int], last: tuple[int, int], year: str | None, end_year: str | None
) -> _Span | None:
    """A span from one month into another; the year told at its end holds for its beginning, too, unless that would turn it round."""
    told = int(year) if year else int(end_year) - (first > last) if end_year else None
    begins = partial(told, *first) if told else placed(*first, reader.published)
    if begins is None:
        return None
    ends = partial(begins.year + (first > last) if begins.year else None, *last)
    return _Span(start, end, begins, ends, "span")


def _month_number(name: str) -> int:
    return _MONTH_NUMBERS[name.rstrip(".").lower()]


def _year_after(reader: _Reader, end: int, *, abbreviated: bool) -> tuple[int | None, int]:
    """The year behind a month, and where the date ends."""
    full = _YEAR_AFTER.match(reader.text, end)
    if full:
        return int(full["year"]), full.end()
    short = _SHORT_YEAR_AFTER.match(reader.text, end) if abbreviated else None
    if short:
        return 2000 + int(short["year"]), short.end()
    return _said_year(reader, end)


def _said_year(reader: _Reader, end: int) -> tuple[int | None, int]:
    """The year of "in July this year", and where the words end."""
    said = _THIS_YEAR_AFTER.match(reader.text, end)
    if said is None or reader.published is None or reader.published.year is None:
        return None, end
    return reader.published.year + {"this": 0, "last": -1, "next": 1}[said["which"]], said.end()


# "in March", "since May", "last July": without one of these "May" and "March" are other words
_BEFORE_MONTH = patterns.compile(
    r"""\b(?P<word>in|of|since|until|till|by|last|next|this|early|late|mid|before|after|during|from|to|for|through|between|and|past|every)
    (?:[ -]|\s(?:early|late|mid|the[ ]month[ ]of)[ -])$""",
    re.IGNORECASE | re.VERBOSE,
)


def _month_alone(reader: _Reader, month: int, start: int, end: int) -> _Span | None:
    """ "in March", "March 2024", "last July"; the side of publication by the words before it or the verb's tense."""
    year, stop = _year_after(reader, end, abbreviated=False)
    before = _BEFORE_MONTH.search(reader.text, max(0, start - 24), start)
    if year:
        return _Span(start, stop, partial(year, month), None, "month")
    spelled = reader.text[start:end].rstrip(".").lower()
    until = _TO_MONTH.match(reader.text, end) if _FROM_MONTH.search(reader.text, max(0, start - 16), start) else None
    begins = placed(month, None, reader.published, reader.direction(start)) if until else None
    if until and begins:
        last = _month_number(until["month"])
        return _Span(start, until.end(), begins, partial(begins.year + (last < month) if begins.year else None, last), "month")
    if before is None or (spelled not in MONTHS) or before["word"].lower() in ("and", "every"):
        return None
    word = before["word"].lower()
    direction = _SIDE_OF_WORD.get(word) or reader.direction(start)
    found = placed(month, None, reader.published, direction)
    if word == "last" and found == _month_of(reader.published):
        found = placed(month, None, month_shifted(found, -1) if found else None, "past")
    return _Span(start, stop, found, None, "month")


_SIDE_OF_WORD: dict[str, Direction] = {
    "last": "past", "since": "past", "past": "past", "next": "future", "until": "future", "by": "future", "for": "future",
}  # fmt: skip


# "from late November to early December"
_FROM_MONTH = patterns.compile(r"\bfrom\s(?:(?:early|late|mid)[\s-])?\Z")
_TO_MONTH = patterns.compile(rf"\s(?:to|until|till|through)\s(?:(?:early|late|mid)[\s-])?(?P<month>{_MONTH})\b(?!\s\d)")


def _month_of(day: Partial | None) -> Partial | None:
    return partial(day.year, day.month) if day else None


# ---- days of the week ----

# "Monday, 12 March", "Monday (March 12)": the date itself follows
_DATE_FOLLOWS = patterns.compile(
    rf"\.?[\s,(]{{1,3}}(?:the\s)?(?:{_DAY}\s(?:of\s)?{_MONTH}|{_MONTH}\s{_DAY}|{_DAY}(?:{_TO}|{_AND}){_DAY}\s{_MONTH})", re.IGNORECASE
)
_DAY_IN_BRACKETS = patterns.compile(r"\s\((?P<day>\d{1,2})(?:st|nd|rd|th)?\)")
# "on Monday 20 with the Chairman"; not "on Monday 20 soldiers"
_DAY_BESIDE_WEEKDAY = patterns.compile(
    r",?\s(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?=[,.;)]|\s(?:and|in|at|on|with|by|to|until|till|he|she|they|it|was|were)\b)"
)
_BEFORE_WEEKDAY = patterns.compile(r"\b(?P<word>last|next|this|on|coming|past|previous|following|by|until)\s(?:the\s)?$", re.IGNORECASE)


# "on Friday last week"
_OF_WEEK = patterns.compile(r",?\s(?:of\s)?(?P<which>last|this|next)\sweek\b", re.IGNORECASE)


def _weekday(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "on Friday", "last Monday", "this Friday (6)"; before publication unless the sentence looks ahead."""
    text, word = reader.text, reader.text[start:end].rstrip(".").lower()
    if not text[start].isupper() or _DATE_FOLLOWS.match(text, end) or text[start - 1 : start] == "(":
        return None
    before = _BEFORE_WEEKDAY.search(text, max(0, start - 14), start)
    if word not in WEEKDAYS and before is None:
        return None
    number, said = _WEEKDAY_NUMBERS[word], before["word"].lower() if before else ""
    bracket = _DAY_IN_BRACKETS.match(text, end)
    if bracket:
        told = _day_of_month(reader, int(bracket["day"]))
        return _Span(start, bracket.end(), told, None, "weekday-day", "relative")
    if (row := _TO_WEEKDAY.match(text, end)) and _DATE_FOLLOWS.match(text, row.end()):
        return None  # "On Wednesday and Thursday, 22 and 23 November"
    beside = _DAY_BESIDE_WEEKDAY.match(text, end)
    told = _day_of_month(reader, int(beside["day"])) if beside else None
    if beside and told and told.exact and told.exact.weekday() == number:
        return _weekdays(reader, start, beside.end(), told) or _Span(start, beside.end(), told, None, "weekday-day", "relative")
    other_week = _OF_WEEK.match(text, end)
    if other_week and reader.published:
        monday = week(reader.published, {"last": -1, "this": 0, "next": 1}[other_week["which"].lower()])
        told = shifted(monday[0], number) if monday else None
        return _Span(start, other_week.end(), told, None, "weekday", "relative")
    told = _that_weekday(reader, number, said, start)
    return _weekdays(reader, start, end, told) or _Span(start, end, told, None, "weekday", "relative")


_TO_WEEKDAY = patterns.compile(
    rf"\s?(?P<link>to|until|till|through|and|[-–—])\s?(?:on\s)?(?P<day>{'|'.join(WEEKDAYS)})\b(?:\s(?:the\s)?\d{{1,2}}\b(?=[,.;)]|\s(?:in|at|with|by)\b))?",
    re.IGNORECASE,
)


def _weekdays(reader: _Reader, start: int, end: int, first: Partial | None) -> _Span | None:
    """ "from Wednesday to Friday", "on Tuesday and Wednesday": days in a row; None where no second day follows."""
    match = _TO_WEEKDAY.match(reader.text, end)
    if match is None or first is None or first.exact is None:
        return None
    length = (_WEEKDAY_NUMBERS[match["day"].lower()] - first.exact.weekday()) % 7
    between = reader.text[max(0, start - 8) : start] == "between "
    if not length or (match["link"] == "and" and length > 1 and not between):
        return None
    last = shifted(first, length)
    today = reader.published.exact if reader.published else None
    if today and last and last.exact and first.exact < today < last.exact and reader.direction(start) == "past":
        return _Span(start, match.end(), shifted(first, -7), shifted(first, length - 7), "weekday", "relative")
    return _Span(start, match.end(), first, last, "weekday", "relative")


def _that_weekday(reader: _Reader, number: int, said: str, at: int) -> Partial | None:
    published = reader.published
    if reader.last_span and said not in ("last", "next"):  # "visited from 12 to 14 March … On Tuesday": the day within the visit
        inside = [day for day in days(*reader.last_span) if day.exact and day.exact.weekday() == number]
        if len(inside) == 1:
            return inside[0]
    if published is None or published.exact is None:
        return None
    if said in ("last", "past", "previous"):
        yesterday = shifted(published, -1)
        return weekday(number, yesterday, "past") if yesterday else None
    ahead = said in ("next", "coming", "following", "by", "until") or reader.direction(at) == "future"
    if ahead and published.exact.weekday() == number and said == "this":
        return published
    return weekday(number, published, "future" if ahead else "past")


def _day_of_month(reader: _Reader, day: int) -> Partial | None:
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


# ---- days counted from publication or from the date before ----

# "today's world", "today's challenges": no day is meant
_NO_DAY = patterns.compile(
    r"['’]s\s(?:world|threats?|challenges|environment|security|war|wars|battlefield|age|era|warfare|complex|generation|youth|military)\b"
)
_DAYS_OFF = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _named_day(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "today", "yesterday", "tomorrow", counted from publication."""
    if reader.published is None or _NO_DAY.match(reader.text, end):
        return None
    off = _DAYS_OFF[reader.text[start:end].lower()]
    before = reader.text[max(0, start - 11) : start].lower()
    if before.endswith("day before "):
        off -= 1
    if before.endswith("day after "):
        off += 1
    beside = _AND_NEXT.match(reader.text, end)
    if beside and _DAYS_OFF[beside["day"]] == off + 1:
        return _Span(start, beside.end(), shifted(reader.published, off), shifted(reader.published, off + 1), "named-day", "relative")
    return _Span(start, end, shifted(reader.published, off), None, "named-day", "relative")


_AND_NEXT = patterns.compile(r"\sand\s(?P<day>today|tomorrow)\b")  # "held yesterday and today"


# ---- days of what lasts for several ----

_ENDED = r"ended|concluded|concludes|wound[ ]up|wrapped[ ]up|closed|finished|drew[ ]to[ ]a[ ]close|came[ ]to[ ](?:an[ ]end|a[ ]close)"
_BEGAN = r"began|opened|started|commenced|kicked[ ]off|got[ ]under[ ]way"
# "ended on ", "wound up here ", "opened ": what a day is of an occasion that lasts
_BOUND = patterns.compile(
    rf"\b(?:(?P<end>{_ENDED})|{_BEGAN})(?:[ ]here)?(?:[ ](?:at|in)(?:[ ][\w’'-]+){{1,8}}?)?[ ](?:on[ ])?$", re.VERBOSE
)
# "on Wednesday | opened the 3rd Regional Meeting"
_BOUND_BEHIND = patterns.compile(rf",?[ ](?:(?P<end>{_ENDED})|{_BEGAN})\b", re.VERBOSE)
_LENGTH = patterns.compile(
    r"(?:\b|(?P<after>\bafter\s))(?P<number>two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d)(?:-day\b|(?(after)\sdays\sof\b|(?!)))",
    re.IGNORECASE,
)  # "the two-day talks", "after two days of deliberations"


def _lasting(reader: _Reader, span: _Span) -> _Span:
    """The day, or, where an occasion of so many days ended or began on it ("the three-day talks ended on Thursday"), all of them."""
    day = span.first
    if span.last is not None or day is None or day.exact is None or span.rule not in _DAY_RULES:
        return span
    bound = _BOUND.search(reader.text, max(0, span.start - 90), span.start) or _BOUND_BEHIND.match(reader.text, span.end)
    length = reader.length_near(span.start) if bound else None
    if bound is None or length is None:
        return span
    if bound["end"]:
        return _Span(span.start, span.end, shifted(day, 1 - length), day, "lasting", "relative")
    return _Span(span.start, span.end, day, shifted(day, length - 1), "lasting", "relative")


_DAY_RULES = frozenset({"named-day", "weekday", "weekday-day", "day-month-year", "month-day-year"})


_AT_WEEKEND = patterns.compile(r"\b(?:at|over|during|on)\sthe\s\Z", re.IGNORECASE)


def _weekend(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "at the weekend": the Saturday and Sunday nearest to publication, on the side that the verb tells."""
    if reader.published is None or not _AT_WEEKEND.search(reader.text, max(0, start - 12), start):
        return None
    saturday = weekday(5, reader.published, reader.direction(start))
    return _Span(start, end, saturday, shifted(saturday, 1), "period", "relative") if saturday else None


_SEASON = r"(?:spring|summer|autumn|fall|winter)"
# "this morning", "last week", "earlier this month", "next year", "the following day", "the same day"
_PERIOD = patterns.compile(
    rf"""
    (?P<which>this|last|next|past|previous|following|same|coming|that|current)\s
    (?P<what>morning|afternoon|evening|night|day|week|weekend|month|year|{_SEASON}|spring|quarter)\b(?!-)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "a day later", "two days earlier", "one day prior to the meeting"
_SOME_DAYS_ON = patterns.compile(
    r"(?P<number>a|one|two|three|four|five)\sdays?\s(?:(?P<which>later|earlier|afterwards)\b"
    r"|(?P<ahead>prior\sto|ahead\sof|before)\s(?:the|his|her|their)\s(?:[\w-]+\s)?(?:meeting|talks|visit|ceremony|conference|summit|session)\b)",
    re.IGNORECASE,
)


def _period(reader: _Reader, start: int, end: int) -> _Span | None:
    match = _PERIOD.match(reader.text, start)
    if match is None:
        return None
    which, what = match["which"].lower(), match["what"].lower()
    behind_told = which in ("same", "that") or reader.text[max(0, start - 4) : start].lower() == "the "
    if what == "day" or which in ("same", "that") or (what in _PARTS_OF_DAY and which in _BESIDE_TOLD and behind_told):
        return _from_told(reader, start, match.end(), _BESIDE_TOLD.get(which)) if what in _PARTS_OF_DAY else None
    step = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1}.get(which, 1)
    counted = _DAY_OF.search(reader.text, max(0, start - 12), start) if what == "month" and reader.published else None
    if counted and reader.published and (month := month_shifted(reader.published, step)):
        return _Span(counted.start(), match.end(), partial(month.year, month.month, int(counted["day"])), None, "ordinal", "relative")
    if reader.published is None or (which == "following" and what != "week"):
        return None
    if what in _PARTS_OF_DAY:
        # "last night" is yesterday's, "this morning" today's; "the last morning" of a visit is none of them
        if (what != "night" and step) or reader.text[max(0, start - 4) : start].lower() == "the ":
            return None
        return _Span(start, match.end(), shifted(reader.published, step), None, "part-of-day", "relative")
    return _Span(start, match.end(), *_spread(reader.published, what, step), "period", "relative")


_DAY_OF = patterns.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\sof\s\Z")  # "on the 11th of this month"
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


def _from_told(reader: _Reader, start: int, end: int, step: int | None) -> _Span | None:
    """A day counted from the one told before it in the text."""
    told = reader.last_told
    if told and _is_to_come(told, reader.published) and reader.last_over and reader.direction(start) == "past":
        told = reader.last_over  # "On the following day he met", behind an exercise that will begin next week
    if step is None or told is None:
        return None
    return _Span(start, end, shifted(told, step), None, "following-day", "relative")


def _is_to_come(day: Partial, published: Partial | None) -> bool:
    """Whether the day lies behind that of publication."""
    return bool(day.exact and published and published.exact and day.exact > published.exact)


_OCCASION = r"(?:[\w-]+\s)?(?:ceremony|meetings?|talks|session|conference|summit|exercise|parade|forum|reception|symposium|visit)\b"


def _from_reported(reader: _Reader, start: int, end: int, step: int) -> _Span | None:
    """A day counted from that of what the release reports."""
    return _Span(start, end, shifted(reader.day_reported, step), None, "following-day", "relative") if reader.day_reported else None


# "the day before, ", "the day after the ceremony"
_DAY_BESIDE = patterns.compile(
    rf"\s(?P<which>before|after)(?=[,.;]|\s(?:he|she|they|it|the\s\w+\s\w+ed)\b|(?P<occasion>\s(?:the|their|his|her)\s{_OCCASION}))"
)
_EVE_OF = patterns.compile(rf"\sof\s(?:the|their|his|her)\s{_OCCASION}")


def _eve(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "on the eve of the ceremony": the day before the one told."""
    return _from_reported(reader, start, end, -1) if _EVE_OF.match(reader.text, end) else None


_DAY_NUMBERS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": 0, "final": 0, "closing": 0}
_NUMBERED_DAY = patterns.compile(rf"\b(?P<which>{'|'.join(_DAY_NUMBERS)})\s$", re.IGNORECASE)


def _day_beside(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "the day before, ", counted from the day told before, "the second day" of those told last."""
    numbered = _NUMBERED_DAY.search(reader.text, max(0, start - 12), start) if reader.last_span else None
    if numbered and reader.last_span:
        inside = list(days(*reader.last_span))
        number = _DAY_NUMBERS.get(numbered["which"].lower(), 0)
        return _Span(start, end, inside[number - 1], None, "following-day", "relative") if abs(number) <= len(inside) else None
    if _IN_THE_DAY.search(reader.text, max(0, start - 24), start):
        return _of_the_day(reader, start, end)
    match = _DAY_BESIDE.match(reader.text, end)
    if match is None or not reader.text[max(0, start - 4) : start].lower().endswith("the "):
        return None
    count = _from_reported if match["occasion"] else _from_told
    return count(reader, start, match.end("which"), -1 if match["which"] == "before" else 1)


# "later in the day", "in the course of the day"
_IN_THE_DAY = patterns.compile(r"\b(?:(?:later|earlier|early|late)\s(?:on\s)?in|in\sthe\scourse\sof|during)\sthe\s$", re.IGNORECASE)


def _of_the_day(reader: _Reader, start: int, end: int) -> _Span | None:
    """The day told before; of several days told together that of publication, if it is one of them."""
    told, published = reader.last_told, reader.published
    if reader.last_span and reader.last_span[0] == told:
        inside = list(days(*reader.last_span))
        return _Span(start, end, published, None, "following-day", "relative") if published in inside else None
    near = told and told.exact and published and published.exact and 0 <= (published.exact - told.exact).days <= _DAYS_BACK
    return _from_told(reader, start, end, 0) if near else None


_DAYS_BACK = 10  # days before publication of which a release reports


def _some_days_on(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "a day later", "two days earlier", "one day prior to the meeting"."""
    match = _SOME_DAYS_ON.match(reader.text, start)
    if match is None:
        return None
    number = _NUMBER_WORDS.get(match["number"].lower(), 1)
    if match["ahead"]:
        return _from_reported(reader, start, match.end("ahead"), -number)
    return _from_told(reader, start, match.end("which"), -number if match["which"].lower() == "earlier" else number)


_NUMBER_WORDS = {
    word: n for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1)
}
_AGO = patterns.compile(r"(?P<number>\w+)\s(?P<unit>days?|months?|years?)\s$")


def _ago(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "two days ago", "three months ago", "20 years ago", counted from publication."""
    match = _AGO.search(reader.text, max(0, start - 24), start)
    if match is None or reader.published is None:
        return None
    word = match["number"].lower()
    number = int(word) if word.isdecimal() and len(word) < 4 else _NUMBER_WORDS.get(word)
    if number is None:
        return None
    count: Callable[[Partial, int], Partial | None] = {"d": shifted, "m": month_shifted, "y": year_shifted}[match["unit"][0]]
    return _Span(match.start(), end, count(reader.published, -number), None, "ago", "relative")


_IN_TIME = patterns.compile(r"\bin\s(?P<number>\w+)\s(?P<unit>days?|months?|years?)['’]s?\s$")


def _in_time(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "in six months' time", counted from publication."""
    match = _IN_TIME.search(reader.text, max(0, start - 28), start)
    number = _NUMBER_WORDS.get(match["number"].lower()) if match else None
    if match is None or number is None or reader.published is None:
        return None
    count: Callable[[Partial, int], Partial | None] = {"d": shifted, "m": month_shifted, "y": year_shifted}[match["unit"][0]]
    return _Span(match.start(), end, count(reader.published, number), None, "in-time", "relative")


def _new_year(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "early in the new year": the year after publication's."""
    before = reader.text[max(0, start - 7) : start].lower()
    if before != "in the " or not reader.text.startswith("new year", start) or reader.published is None:
        return None
    return _Span(start, start + len("new year"), year_shifted(reader.published, 1), None, "period", "relative")


# ---- numbers ----

_ISO = patterns.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?![\d-])")
_DAY_MONTH_YEAR = patterns.compile(r"(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)?\d\d)(?![\d./-]\d|\d)")
_IN_YEAR = patterns.compile(
    r"\b(?:in|since|until|by|during|early|late|mid|(?:end|beginning|start|half|quarter|spring|summer|autumn|fall|winter) of)[ -]$",
    re.IGNORECASE,
)
_YEAR_ALONE = patterns.compile(rf"{_YEAR}(?![-–/.,:]\d|[-–]\w|\s(?:troops|soldiers|personnel|people|hours|tons|kilometers|resolution))")
# "on the 7th", "on the 7th and": an ordinal that no noun follows
_ORDINAL = patterns.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)(?=[.,;)]|\s(?:and|in|at|with|by|to|he|she|they|it|a|an)\b|$)")


def _numeric(reader: _Reader, start: int, end: int) -> _Span | None:
    """ "2024-03-12", "14.05.2015", "in 2026", "on the 7th"; other numbers are no dates."""
    text = reader.text
    if text[start - 1 : start] in ("-", "/", ".", "–") and start:
        return None
    iso = _ISO.match(text, start)
    if iso:
        return _Span(start, iso.end(), partial(int(iso["year"]), int(iso["month"]), int(iso["day"])), None, "iso")
    numbers = _DAY_MONTH_YEAR.match(text, start)
    if numbers:
        return _Span(start, numbers.end(), _in_order(reader, numbers), None, "numeric")
    if _YEAR_ALONE.match(text, start) and _IN_YEAR.search(text, max(0, start - 14), start):
        return _Span(start, start + 4, partial(int(text[start : start + 4])), None, "year")
    ordinal = _ORDINAL.match(text, start)
    if ordinal and text[max(0, start - 7) : start].lower() == "on the ":
        return _Span(start, ordinal.end(), _near_told(reader, int(ordinal["day"])), None, "ordinal", "relative")
    return None


def _in_order(reader: _Reader, numbers: re.Match[str]) -> Partial | None:
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


def _near_told(reader: _Reader, day: int) -> Partial | None:
    """The day of that number in the month told before, or nearest to publication."""
    told = reader.last_told
    return partial(told.year, told.month, day) if told else _day_of_month(reader, day)


_Rule = Callable[[_Reader, int, int], _Span | None]
_RULES: dict[str, _Rule] = {
    **dict.fromkeys(_MONTH_NUMBERS, _month),
    **dict.fromkeys(_WEEKDAY_NUMBERS, _weekday),
    **dict.fromkeys(_DAYS_OFF, _named_day),
    **dict.fromkeys(("this", "last", "next", "past", "previous", "following", "same", "coming", "that", "current"), _period),
    **dict.fromkeys(("a", "one", "two", "three", "four", "five"), _some_days_on),
    "day": _day_beside,
    "eve": _eve,
    "weekend": _weekend,
    "ago": _ago,
    "time": _in_time,
    "new": _new_year,
}


@lru_cache(maxsize=1 << 14)
def _rule_of(word: str) -> _Rule | None:
    """The rule that is tried at a word; most words come again in the next release."""
    return _RULES.get(word.rstrip(".").lower()) or (_numeric if word[0].isdigit() else None)
