"""The dates that headline and body tell, explicit or counted from publication or from the date told before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import compress

from ingest.engine.dates import parse
from ingest.engine.remembered import Remembered
from ingest.engine.rules import Rule
from ingest.engine.rules.dates import counted, following, lasting, spans, stated, weekdays
from ingest.engine.rules.dates.parts import MONTH_NUMBERS, WEEKDAY_NUMBERS
from ingest.engine.rules.dates.reader import Reader, Span
from ingest.engine.types import Date, Evidence, Passage, Release

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
    published = parse(release.written or release.published)
    found: list[Date] = []
    for passage in both:
        found += _read(Reader(passage, published, found))
    return tuple(found)


def _read(reader: Reader) -> Iterator[Date]:
    """Walks over the words of a passage and tries a rule at each word that may be part of a date."""
    reached, passage = -1, reader.passage
    rules = {word: rule for word, rule in zip(passage.words, map(_RULE_OF.__getitem__, passage.words), strict=True) if rule}
    for start, stop, word in compress(passage.tokens, map(rules.__contains__, passage.texts)):
        if start < reached:
            continue
        span = rules[word](reader, start, stop)
        if span is None or span.first is None or span.start < reached:
            continue
        span = lasting.of(reader, spans.of(reader, span))
        reached = span.end
        reader.remember(span)
        end = str(span.last) if span.last and span.last != span.first else None
        yield Date(str(span.first), end, span.basis, Evidence(span.start, span.end, f"dates.{span.rule}", reader.passage.where))


_Rule = Callable[[Reader, int, int], Span | None]


_RULES: dict[str, _Rule] = {
    **dict.fromkeys(MONTH_NUMBERS, stated.month),
    **dict.fromkeys(WEEKDAY_NUMBERS, weekdays.by_name),
    **dict.fromkeys(counted.DAYS_OFF, counted.named_day),
    **dict.fromkeys(("this", "last", "next", "past", "previous", "following", "same", "coming", "that", "current"), counted.period),
    **dict.fromkeys(("a", "one", "two", "three", "four", "five"), following.some_days_on),
    "day": following.day_beside,
    "eve": following.eve,
    "weekend": counted.weekend,
    "ago": counted.ago,
    "time": counted.in_time,
    "new": counted.new_year,
}


def _rule_of(word: str) -> _Rule | None:
    """The rule that is tried at a word."""
    return _RULES.get(word.rstrip(".").lower().removeprefix("mid-")) or (stated.numeric if word[0].isdigit() else None)


_RULE_OF = Remembered(_rule_of)
