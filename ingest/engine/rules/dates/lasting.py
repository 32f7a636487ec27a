"""Days on which an occasion of several days began or ended, which tell all its days."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.dates import shifted
from ingest.engine.rules.dates.parts import NUMBER_WORDS
from ingest.engine.rules.dates.reader import Reader, Span


def of(reader: Reader, span: Span) -> Span:
    """The day, or, where an occasion of so many days ended or began on it ("the three-day talks ended on Thursday"), all of them."""
    day = span.first
    if span.last is not None or day is None or day.exact is None or span.rule not in _DAY_RULES:
        return span
    stay = _AFTER_STAY.match(reader.text, span.end) if _LEFT.search(reader.text, max(0, span.start - 60), span.start) else None
    if stay:
        stayed = NUMBER_WORDS.get(stay["number"].lower()) or int(stay["number"])
        return Span(span.start, span.end, shifted(day, 1 - stayed), day, "lasting", "relative")
    bound = _BOUND.search(reader.text, max(0, span.start - _LEAD), span.start) or _BOUND_BEHIND.match(reader.text, span.end)
    length = reader.length_near(span.start) if bound else None
    if bound is None or length is None:
        return span
    if bound["end"]:
        return Span(span.start, span.end, shifted(day, 1 - length), day, "lasting", "relative")
    return Span(span.start, span.end, day, shifted(day, length - 1), "lasting", "relative")


_ENDED = (
    r"ended|concluded|concludes|wound[ ]up|wrapped[ ]up|closed|finished|drew[ ]to[ ]a[ ]close|came[ ]to[ ](?:an[ ]end|a[ ]close)"
    r"|completed(?=[ ](?:an?|his|her|its|their)[ ])"
)
_BEGAN = r"began|opened|started|commenced|kicked[ ]off|got[ ]under[ ]way"
# "ended on ", "wound up here ", "opened ", "began a two-day exercise in the bay on ": what a day is of an occasion that lasts
_BOUND = patterns.compile(
    rf"""\b(?:(?P<end>{_ENDED})|{_BEGAN}) (?:[ ]\w+ly)?
    (?:[ ](?:here|(?:an?|the|their|its|at|in)(?:[ ](?!(?:and|with|when|after|before)\b)(?:[\w’'()-]+|(?:[A-Z]\.)+(?:-\w+)?)){{1,12}}?))?
    [ ](?:on[ ])?(?:[A-Z][a-z]{{2,5}}day,?[ ](?:the[ ])?)?$""",
    re.VERBOSE,
)
_LEAD = 130  # characters of "wrapped up the 5th round of the bilateral consultations in Lima on Thursday, "
# "on Wednesday | opened the 3rd Regional Meeting", "Today | marked the end of the two-day talks"
_BOUND_BEHIND = patterns.compile(
    rf",?[ ](?:(?P<end>{_ENDED}|(?:marked|saw|was)[ ]the[ ](?:end|close|closing|conclusion|(?:last|final|closing)[ ]day)[ ]of)|{_BEGAN})\b",
    re.VERBOSE,
)
# "returned home | on Tuesday | after a three-day official visit"
_LEFT = patterns.compile(r"\b(?:returned|came|flew|arrived)\s(?:back\s)?(?:home\s|to\s[A-Z]\w+\s)?(?:back\s)?(?:on\s|late\s)*\Z")
_AFTER_STAY = patterns.compile(
    r",?\s(?:after|following|(?:up)?on\scompletion\sof|(?:up)?on\scompleting|after\scompleting|at\sthe\send\sof)\s(?:an?|his|her|their|the)\s"
    rf"(?P<number>{'|'.join(NUMBER_WORDS)}|[2-9])[-\s]days?['’]?\s(?:[\w-]+\s){{0,3}}?(?:visit|trip|tour|stay)\b"
)
_DAY_RULES = frozenset({"named-day", "weekday", "weekday-day", "day-month-year", "month-day-year"})
