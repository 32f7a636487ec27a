"""Where and when an occasion was, told in a sentence of its own: "The talks took place at Camp Oster on 14 May."."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.dateline import is_dateline
from ingest.engine.rules.meetings.occasion import Occasion, is_coarse, is_other_place, overlap
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.rules.meetings.spot import is_origin
from ingest.engine.rules.meetings.told import Told
from ingest.engine.types import Date, Place


def read(told: Told, line: Line) -> None:
    """Gives the occasion told last the place and day that a sentence without words of meeting tells of it, where it has none."""
    _read_stay(told, line)
    _read_arrival(told, line)
    occasion, reported = _told_last(told, line), _REPORTED.search(line.text)
    known = (
        (_known(occasion, line) or _named(occasion, line) or _BEHIND.search(line.text) or reported) if line.places or line.dates else None
    )
    if occasion is None or known is None or occasion.status != "primary" or occasion.is_call or line.speech(line.start + known.end()):
        return
    held = (_TO_BE_HELD if occasion.state == "planned" else _HELD).search(line.text, known.end(), known.end() + _LONGEST)
    begin = held.end() if held else known.end() if _IN_OR_AT.match(line.text, known.end()) else None
    if begin is None or _AGAIN.search(_ASIDE.sub(" ", line.text[known.end() if reported else 0 : held.start() if held else begin])):
        return
    place = _place(line, begin)
    day = _day(line, begin) if held else None
    for other in _spoken_of(told, occasion, line):
        if place and _is_told_better(other, place) and not _is_elsewhere(other, place):
            other.place = place
        if day and (other.date is None or _is_told_anew(day, other.date)):
            other.date = day


def _read_arrival(told: Told, line: Line) -> None:
    """Gives a port call, of which no day is told, the port and day of a sentence that tells how the ship came: "She berthed at"."""
    last = told.last
    if last is None or last.first.trigger.needs != "unit" or last.first.kind != "visit" or last.state != "held":
        return
    came = _BERTHED.search(line.text)
    if came is None or line.number - last.frames[-1].line.number > 1 or _AGAIN.search(line.text[: came.end()]):
        return
    place, day = _place(line, came.end()), _day(line, came.end())
    if place and last.place is None and not _is_elsewhere(last, place):
        last.place = place
    last.date = last.date or day


# "The vessel, BAP Belmar, | berthed | at the naval base in Callao on Wednesday"
_BERTHED = patterns.compile(
    r"\A(?:She|It|They|The\s+(?:[\w-]+\s+){0,3}?(?:ships?|vessels?|boats?|frigates?|corvettes?|destroyers?|cutters?))\b[^.;]{0,60}?"
    r"\b(?:berthed|docked|moored|anchored|dropped\s+anchor|arrived|tied\s+up|put\s+in(?:to)?|entered)\b"
)


def _read_stay(told: Told, line: Line) -> None:
    """Gives the first occasion reported, which tells no day, all days of the guests' stay: "The guests are in Peru from 12 to 14 May."."""
    lead, stay = told.lead(), (_STAYS.match(line.text) or _DAYS_SESSION.match(line.text)) if line.dates else None
    if lead is None or stay is None or lead.date is not None or lead.is_call or lead.state != "held":
        return
    if _DAYS_SESSION.match(line.text):
        lead.date = line.dates[0]
        return
    days = [date for date in line.dates if date.end and 0 <= date.evidence.start - line.start - stay.end() <= len("between the ")]
    if len(days) == 1:
        lead.date = days[0]


# "Wednesday’s session marked their 9th sitting."
_DAYS_SESSION = patterns.compile(
    r"(?:The\s)?(?:Today|Yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)['’]s\s(?:[\w-]+\s){0,2}(?:meeting|session|talks|visit|conference|call|ceremony)\b"
)
# "The Chilean delegation is in Peru on", "The visit to Lima lasts from"
_STAYS = patterns.compile(
    r"(?:The|His|Her|Their|This)\s(?:[\w.’'-]+\s){0,12}?(?:delegation|guests?|team|group|visit|stay|trip|tour|talks|meeting|conference)\s(?:[\w.’'-]+\s){0,12}?"
    r"(?:(?:is|are|was|were|stays?|stayed|will\s+be|will\s+stay|remains?)\s+(?:in|at|on)\s+(?:[\w’'-]+\s){1,6}?|(?:lasts?|lasted|runs?|ran|will\s+last)\s+)(?=(?:on|from|between|during)\b)"
)


def _told_last(told: Told, line: Line) -> Occasion | None:
    """The occasion told last; of "both meetings" the last one that the release reports."""
    return (
        next((other for other in reversed(told.occasions[-_NEAR:]) if other.status == "primary"), None)
        if _BOTH.match(line.text)
        else told.last
    )


def _known(occasion: Occasion | None, line: Line) -> re.Match[str] | None:
    """The words by which a sentence speaks of the occasion; "it" is the one of the sentence before."""
    goes_on = occasion is not None and line.number == occasion.frames[-1].line.number + 1
    return _KNOWN.match(line.text) or (_IT.match(line.text) if goes_on else None)


def _named(occasion: Occasion | None, line: Line) -> re.Match[str] | None:
    """The name of the occasion right before words that it is held: "leads a delegation to the 26th Session of N, | taking place in"."""
    at = line.text.find(occasion.name.text) if occasion and occasion.name else -1
    return _GOING_ON.match(line.text, at + len(occasion.name.text)) if at >= 0 and occasion and occasion.name else None


def _is_told_better(occasion: Occasion, place: Place) -> bool:
    """Whether a place is to stand: none is known, it lies in the one known, or that one is only where the release was written."""
    known = occasion.place
    return known is None or is_finer(place, known) or is_dateline(occasion.first.line, known)


def _spoken_of(told: Told, occasion: Occasion, line: Line) -> list[Occasion]:
    """The occasions of which a sentence tells: the last one, or "both meetings", told right before."""
    if not _BOTH.match(line.text):
        return [occasion]
    near = [other for other in told.occasions[-2:] if line.number - other.frames[-1].line.number <= _NEAR]
    return [other for other in near if other.state == occasion.state and not other.is_call]


_NEAR = 3  # sentences before "both meetings" in which they are told, and occasions among which they are
_BOTH = patterns.compile(
    r"(?:Both|The(?:se)?\s+two|The(?=\s+(?:bilateral\s+)?meetings))\s+(?:[\w-]+\s+){0,2}?(?:meetings|talks|calls|events|ceremonies)\b"
)


def _is_told_anew(day: Date, known: Date) -> bool:
    """Whether a day is one of the days known, as of a visit in which the talks were, or days hold the one known."""
    if is_coarse(day) or is_coarse(known) or "X" in day.start + known.start:
        return False
    return bool(day.end) != bool(known.end) and overlap(day, known)


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
    r"(?:The|This|These|Their|His|Her|Both|Today['’]s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:meetings?|talks|discussions|consultations|conversations?|dialogue|visit|ceremony|reception|audience|event|session|gathering|signing)\b"
)
# "the minister said after the talks | in Warsaw"
_BEHIND = patterns.compile(
    r"\b(?:[Aa]fter|[Ff]ollowing|[Dd]uring|[Bb]efore|[Aa]t)\s+(?:the|their|his|her)\s+(?:[\w-]+\s+){0,2}?(?:meeting|talks|signing|ceremony|discussions|consultations)(?=\s+(?:in|at)\s)"
    # "cooperation was at the centre of the meeting | held from 12 to 13 May"
    r"|\b(?:of|at|in|during)\s+the\s+(?:\w+\s+)?(?:meeting|talks|session|discussions|consultations)(?=\s+held\s)"
    # "The chiefs, | whose three-day meeting opened on 10 June"
    r"|\bwhose\s+(?:[\w-]+\s+){0,3}?(?:meeting|talks|session|conference|visit)(?=\s+(?:opened|began|started|took|was)\b)"
)
# "who announced that | the meeting has kicked off in Arica"
_REPORTED = patterns.compile(
    r"\b(?:that|said|says|announced|added)\s+(?:the|this|their)\s+(?:\w+\s+)?(?:meetings?|talks|session|visit|conference|event)"
    r"(?=\s+(?:ha[sd]|was|were|took|began|started|will|is)\s)"
)
# "took place", "between the two ministers was held"
_HELD = patterns.compile(
    r"\b(?:took\s+place|(?<=meeting\s)held|(?<=talks\s)held|(?<=session\s)held|(?<=discussions\s)held|(?<=consultations\s)held|taking\s+place|under\s+way|(?:was|were|being)\s+(?:also\s+)?(?:held|hosted|organi[sz]ed|staged|conducted)|happened|occurred|(?:has\s+|have\s+)?(?:kicked\s+off|got\s+under\s+way|began|begun|started|opened))\b"
)
_ASIDE = patterns.compile(r",\s(?:which|who)\s[^,]{0,150},")  # "The session, which hosted officers of both states, started on Tuesday"
# "will be at", "is to take place"
_TO_BE_HELD = patterns.compile(
    r"\b(?:(?:will|shall)\s+(?:be(?:\s+(?:held|hosted|organi[sz]ed|staged))?|take\s+place)"
    r"|(?:is|are)\s+(?:due|scheduled|expected|set|planned|to)\s+(?:to\s+)?(?:be\s+held|take\s+place)|(?:is|are)\s+(?:scheduled|planned)\s+for)\b"
)
_IN_OR_AT = patterns.compile(r"\s+(?:in|at)\s+")
# "The next meeting was held", "The earlier talks in Lima"
_AGAIN = patterns.compile(r"\b(?:next|last|previous|earlier|first|second|third|future|upcoming|latest|will|which|that|who)\b", 0)
