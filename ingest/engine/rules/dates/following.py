"""Days counted from the one told before in the text: "the next day", "two days later", "on the eve of the ceremony"."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.dates import WEEKDAYS, days, shifted
from ingest.engine.rules.dates.parts import DAY, MONTH, NUMBER_WORDS
from ingest.engine.rules.dates.reader import Reader, Span, is_to_come


def from_told(reader: Reader, start: int, end: int, step: int | None) -> Span | None:
    """A day counted from the one told before it in the text."""
    told = reader.last_told
    if told and is_to_come(told, reader.published) and reader.last_over and reader.direction(start) == "past":
        told = reader.last_over  # "On the following day he met", behind an exercise that will begin next week
    if step is not None and reader.last_span and told == reader.last_span[0] and reader.day_reported in list(days(*reader.last_span)):
        told = reader.day_reported  # "on a visit from 5 to 9 May … The same afternoon", "… The day before": of the talks
    if step is None or told is None:
        return None
    return Span(start, end, shifted(told, step), None, "following-day", "relative")


def _from_reported(reader: Reader, start: int, end: int, step: int) -> Span | None:
    """A day counted from that of what the release reports."""
    return Span(start, end, shifted(reader.day_reported, step), None, "following-day", "relative") if reader.day_reported else None


def eve(reader: Reader, start: int, end: int) -> Span | None:
    """ "on the eve of the ceremony": the day before the one told."""
    return _from_reported(reader, start, end, -1) if _EVE_OF.match(reader.text, end) else None


def day_beside(reader: Reader, start: int, end: int) -> Span | None:
    """ "the day before, ", counted from the day told before, "the second day" of those told last."""
    numbered = _NUMBERED_DAY.search(reader.text, max(0, start - 12), start)
    if numbered and (reader.last_span or reader.day_one):
        return _numbered(reader, start, end, _DAY_NUMBERS[numbered["which"].lower()])
    if _IN_THE_DAY.search(reader.text, max(0, start - 24), start):
        return _of_the_day(reader, start, end)
    match = _DAY_BESIDE.match(reader.text, end)
    if match is None or not reader.text[max(0, start - 4) : start].lower().endswith("the "):
        return None
    count = _from_reported if match["occasion"] else from_told
    return count(reader, start, match.end("which"), -1 if match["which"] == "before" else 1)


def _numbered(reader: Reader, start: int, end: int, number: int) -> Span | None:
    """The day of that number of those told together, else counted from the one on which the journey began; the date itself may follow."""
    if _DATE_BEHIND.match(reader.text, end):
        return None
    inside = list(days(*reader.last_span)) if reader.last_span else []  # none where the year is not known
    if inside:
        return Span(start, end, inside[number - 1], None, "following-day", "relative") if number <= len(inside) else None
    day = shifted(reader.day_one, number - 1) if reader.day_one and number else None
    return Span(start, end, day, None, "following-day", "relative") if day else None


# "the second day | of his stay in Peru, May 14,", "the third day of the visit (Thursday)"
_DATE_BEHIND = patterns.compile(
    rf"(?:\sof\s(?:the|his|her|their|its)\s[^.,;()]{{1,60}})?(?:,\s|\s\(|\s[–—-]\s)(?:on\s)?(?:{'|'.join(WEEKDAYS)})?,?\s?(?:the\s)?(?:{DAY}|{MONTH}\s{DAY})",
    re.IGNORECASE,
)
# "a day later", "two days earlier", "one day prior to the meeting"
_SOME_DAYS_ON = patterns.compile(
    r"(?P<number>a|one|two|three|four|five)\sdays?\s(?:(?P<which>later|earlier|afterwards)\b"
    r"|(?P<beside>prior\sto|ahead\sof|before|after)\s(?:the|his|her|their)\s(?:[\w-]+\s)?(?:meeting|talks|visit|ceremony|conference|summit|session|signing)\b|(?P<then>before)(?=,))",
    re.IGNORECASE,
)
_OCCASION = r"(?:[\w-]+\s)?(?:ceremony|meetings?|talks|session|conference|summit|exercise|parade|forum|reception|symposium|visit|signing)\b"
# "the day before, ", "the day after the ceremony"
_DAY_BESIDE = patterns.compile(
    rf"\s(?P<which>before|after)(?=[,.;]|\s(?:he|she|they|it|the\s\w+\s\w+ed)\b|(?P<occasion>\s(?:the|their|his|her)\s{_OCCASION}))"
)
_EVE_OF = patterns.compile(rf"\sof\s(?:the|their|his|her|this)\s{_OCCASION}", re.IGNORECASE)
_DAY_NUMBERS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": 0, "final": 0, "closing": 0}
_NUMBERED_DAY = patterns.compile(rf"\b(?P<which>{'|'.join(_DAY_NUMBERS)})\s$", re.IGNORECASE)
# "later in the day", "in the course of the day"
_IN_THE_DAY = patterns.compile(r"\b(?:(?:later|earlier|early|late)\s(?:on\s)?in|in\sthe\scourse\sof|during)\sthe\s$", re.IGNORECASE)


def _of_the_day(reader: Reader, start: int, end: int) -> Span | None:
    """The day told before; of several days told together that of publication, if it is one of them."""
    told, published = reader.last_told, reader.published
    if reader.last_span and reader.last_span[0] == told:
        inside = list(days(*reader.last_span))
        return Span(start, end, published, None, "following-day", "relative") if published in inside else None
    if told and is_to_come(told, published) and reader.direction(start) == "past":
        told = reader.last_over  # "which she will tour on Thursday. Earlier in the day she had called on"
    near = told and told.exact and published and published.exact and 0 <= (published.exact - told.exact).days <= _DAYS_BACK
    return from_told(reader, start, end, 0) if near else None


_DAYS_BACK = 10  # days before publication of which a release reports


def some_days_on(reader: Reader, start: int, end: int) -> Span | None:
    """ "a day later", "two days earlier", "one day prior to the meeting"."""
    match = _SOME_DAYS_ON.match(reader.text, start)
    if match is None:
        return None
    number = NUMBER_WORDS.get(match["number"].lower(), 1)
    if match["beside"]:
        return _from_reported(reader, start, match.end("beside"), number if match["beside"].lower() == "after" else -number)
    if match["then"]:
        return from_told(reader, start, match.end("then"), -number)
    return from_told(reader, start, match.end("which"), -number if match["which"].lower() == "earlier" else number)
