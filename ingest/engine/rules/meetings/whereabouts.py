"""Where and when an occasion was, told in a sentence of its own: "The talks took place at Camp Oster on 14 May."."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.occasion import Occasion, is_other_place
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.rules.meetings.told import Told
from ingest.engine.rules.meetings.when_and_where import is_origin
from ingest.engine.types import Date, Place


def read(told: Told, line: Line) -> None:
    """Gives the occasion told last the place and day that a sentence without words of meeting tells of it, where it has none."""
    occasion, reported = told.last, _REPORTED.search(line.text)
    known = (
        (_known(occasion, line) or _named(occasion, line) or _BEHIND.search(line.text) or reported) if line.places or line.dates else None
    )
    if occasion is None or known is None or occasion.status != "primary" or occasion.is_call or line.speech(line.start + known.end()):
        return
    held = _HELD.search(line.text, known.end(), known.end() + _LONGEST)
    begin = held.end() if held else known.end() if _IN_OR_AT.match(line.text, known.end()) else None
    if begin is None or _AGAIN.search(line.text, known.end() if reported else 0, begin):
        return
    place = _place(line, begin)
    if place and (occasion.place is None or is_finer(place, occasion.place)) and not _is_elsewhere(occasion, place):
        occasion.place = place
    if occasion.date is None and held:
        occasion.date = _day(line, begin)


def _known(occasion: Occasion | None, line: Line) -> re.Match[str] | None:
    """The words by which a sentence speaks of the occasion; "it" is the one of the sentence before."""
    goes_on = occasion is not None and line.number == occasion.frames[-1].line.number + 1
    return _KNOWN.match(line.text) or (_IT.match(line.text) if goes_on else None)


def _named(occasion: Occasion | None, line: Line) -> re.Match[str] | None:
    """The name of the occasion right before words that it is held: "leads a delegation to the 26th Session of N, | taking place in"."""
    at = line.text.find(occasion.name.text) if occasion and occasion.name else -1
    return _GOING_ON.match(line.text, at + len(occasion.name.text)) if at >= 0 and occasion and occasion.name else None


def is_finer(place: Place, than: Place) -> bool:
    """Whether one place is a site that may lie in the other, a town: "in Bern", and later "at the Belmar House"."""
    return place.evidence.rule == "places.site" and than.evidence.rule != "places.site" and not is_other_place(place, than)


def _place(line: Line, begin: int) -> Place | None:
    near = (place for place in line.places if begin <= place.evidence.start - line.start <= begin + _LONGEST)
    return next((place for place in near if not is_origin(line.text[: place.evidence.start - line.start])), None)


def _day(line: Line, begin: int) -> Date | None:
    return next((date for date in line.dates if begin <= date.evidence.start - line.start <= begin + _LONGEST), None)


def _is_elsewhere(occasion: Occasion, place: Place) -> bool:
    there = occasion.destination.name if occasion.destination else None
    return bool(there and place.country and there != place.country)


_LONGEST = 120  # characters between the words for an occasion and where it was
_GOING_ON = patterns.compile(
    r"(?:\s+\([^()]{1,20}\))?,?\s+(?:(?:which|that)\s+is\s+|is\s+)?(?=(?:taking\s+place|(?:being\s+)?held|hosted|under\s+way)\s)"
)
# "It was held", "This year it took place"
_IT = patterns.compile(r"(?:This\s+(?:year|time),?\s+)?[Ii]t(?=\s+(?:is\s+being|was|took)\s)")
# "The talks", "Their bilateral meeting", "Today’s signing ceremony"
_KNOWN = patterns.compile(
    r"(?:The|This|These|Their|His|Her|Both|Today['’]s|Tuesday['’]s)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:meetings?|talks|discussions|consultations|conversations?|dialogue|visit|ceremony|reception|audience|event|session|gathering|signing)\b"
)
# "the minister said after the talks | in Warsaw"
_BEHIND = patterns.compile(
    r"\b(?:after|following|during|before|at)\s+(?:the|their|his|her)\s+(?:[\w-]+\s+){0,2}?(?:meeting|talks|signing|ceremony|discussions|consultations)(?=\s+(?:in|at)\s)"
)
# "who announced that | the meeting has kicked off in Arica"
_REPORTED = patterns.compile(
    r"\bthat\s+(?:the|this|their)\s+(?:\w+\s+)?(?:meetings?|talks|session|visit|conference|event)(?=\s+(?:ha[sd]|was|were|took|began|started)\s)"
)
# "took place", "between the two ministers was held"
_HELD = patterns.compile(
    r"\b(?:took\s+place|taking\s+place|under\s+way|(?:was|were|being)\s+(?:also\s+)?(?:held|hosted|organi[sz]ed|staged|conducted)|happened|occurred|(?:has\s+|have\s+)?(?:kicked\s+off|got\s+under\s+way|began|begun|started))\b"
)
_IN_OR_AT = patterns.compile(r"\s+(?:in|at)\s+")
# "The next meeting was held", "The earlier talks in Lima"
_AGAIN = patterns.compile(r"\b(?:next|last|previous|earlier|first|second|third|future|upcoming|latest|will|which|that|who)\b", 0)
