"""Where and when an occasion was, told in a sentence of its own: "The talks took place at Camp Oster on 14 May."."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.dates import parse
from ingest.engine.rules.meetings.dateline import is_dateline
from ingest.engine.rules.meetings.occasion import Occasion, is_coarse, is_other_place, overlap, venue_side
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.meetings.spot import is_origin
from ingest.engine.rules.meetings.told import Told
from ingest.engine.types import Date, Place


def read(told: Told, line: Line) -> None:
    """Gives the occasion told last the place and day that a sentence without words of meeting tells of it, where it has none."""
    if not line.places and not line.dates:
        return
    _read_stay(told, line)
    _read_arrival(told, line)
    if _read_aside(told, line):
        return
    occasion, reported = _told_last(told, line), _REPORTED.search(line.text)
    known = _known(occasion, line) or _named(occasion, line) or _BEHIND.search(line.text) or reported
    if occasion is None or known is None or occasion.status != "primary" or occasion.is_call or line.speech(line.start + known.end()):
        return
    held = (_TO_BE_HELD if occasion.state == "planned" else _HELD).search(line.text, known.end(), known.end() + _LONGEST)
    begin = held.end() if held else known.end() if _IN_OR_AT.match(line.text, known.end()) else None
    if begin is None or _AGAIN.search(_ASIDE.sub(" ", line.text[known.end() if reported else 0 : held.start() if held else begin])):
        return
    for other in _spoken_of(told, occasion, line):
        _give(other, _place(line, begin), _day(line, begin) if held else None)


def _give(occasion: Occasion, place: Place | None, day: Date | None) -> None:
    """Gives an occasion a place and a day, where it has none or these tell it better."""
    if place and _is_told_better(occasion, place) and not _is_elsewhere(occasion, place):
        occasion.place = place
    if day and (occasion.date is None or _is_told_anew(day, occasion.date)):
        occasion.date = day


def _read_aside(told: Told, line: Line) -> bool:
    """Gives the occasion told last the place and day of a clause that speaks of it: "At the talks, which were held in Lima on 4 May, …"."""
    last = told.last
    if last is None or (last.status, last.state) != ("primary", "held") or last.is_call or not (line.places or line.dates):
        return False
    found = _OF_OCCASION.search(line.text)
    if found is None or line.speech(line.start + found.end()) or _OF_OTHERS.search(line.text[: found.end()]):
        return False
    house = _HOUSE.match(line.text, found.end())
    place, day, land = _in_a_row(last, line, line.start + (house.end() if house else found.end()))
    if day and not _is_news(day, last.scene.published):
        return False
    _give(last, place, day)
    if land and venue_side(last) is None:
        last.destination = land
    return bool(place or day or land)


def _in_a_row(occasion: Occasion, line: Line, at: int) -> tuple[Place | None, Date | None, Side | None]:
    """The first place, day and country that follow one right behind the other: "in Lima, Peru, | on Monday, 4 May"."""
    place, day, land = None, None, None
    lands = (Side(term.value, True, term.start, term.end) for term in occasion.scene.terms(at, line.end) if term.kind == "country")
    pieces: list[tuple[int, int, Place | Date | Side]] = [(each.start, each.end, each) for each in lands]
    pieces += [(each.evidence.start, each.evidence.end, each) for each in line.places]
    pieces += [(each.evidence.start, each.evidence.end, each) for each in line.dates]
    for start, end, piece in sorted(pieces, key=lambda each: each[:2]):
        if start < at:
            continue
        if start - at > _BETWEEN:
            break
        at = end
        if isinstance(piece, Date):
            day = day or piece
        elif isinstance(piece, Place):
            place = place or piece
        else:
            land = land or piece
    return place, day, land


_BETWEEN = 40  # characters between the words for an occasion and its place, and between place and day


def _is_news(day: Date, published: str | None) -> bool:
    """Whether a day is one of which a release reports, no earlier one and none to come."""
    told, today = parse(day.start), parse(published)
    if told is None or told.exact is None:
        return False
    if today is None or today.exact is None:
        return True
    return 0 <= (today.exact - told.exact).days <= _DAYS_BACK


_DAYS_BACK = 40


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
    if lead is not None and lead.state == "planned":
        _read_plan(lead, line)
    if lead is None or stay is None or lead.date is not None or lead.is_call or lead.state != "held":
        return
    if _DAYS_SESSION.match(line.text):
        lead.date = line.dates[0]
        return
    days = [date for date in line.dates if date.end and 0 <= date.evidence.start - line.start - stay.end() <= len("between the ")]
    if len(days) == 1:
        lead.date = days[0]


def _read_plan(lead: Occasion, line: Line) -> None:
    """Gives a visit to come, of which the first day or none is told, all its days: "The visit is scheduled from 20 to 22 May"."""
    plan = _IS_PLANNED.match(line.text)
    days = next((date for date in line.dates if plan and 0 <= date.evidence.start - line.start - plan.end() <= len(" between the ")), None)
    if days and days.end and (lead.date is None or (lead.date.end is None and lead.date.start == days.start)):
        lead.date = days


# "The visit is scheduled | from", "His four-day stay will last | from"
_IS_PLANNED = patterns.compile(
    r"(?:[^.;]{0,60},\s)?(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[\w-]+\s+){0,3}?(?:visit|stay|trip|tour|meeting|talks|conference)\s+"
    r"(?:(?:is|are)\s+(?:scheduled|planned|set|due|to\s+take\s+place)|will\s+(?:last|run|take\s+place|be\s+held)|(?:lasts|runs|takes\s+place))(?:\s+(?:for|to\s+last|to\s+run))?\b"
)
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
        if _SEVERAL.match(line.text)
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
    """The occasions of which a sentence tells: the last one, "both meetings", told right before, or "all the meetings"."""
    several = _SEVERAL.match(line.text)
    if several is None:
        return [occasion]
    if several["all"]:
        return [other for other in told.occasions if (other.status, other.state) == ("primary", occasion.state) and not other.is_call]
    near = [other for other in told.occasions[-2:] if line.number - other.frames[-1].line.number <= _NEAR]
    return [other for other in near if other.state == occasion.state and not other.is_call]


_NEAR = 3  # sentences before "both meetings" in which they are told, and occasions among which they are
_SEVERAL = patterns.compile(
    r"(?:(?P<all>All(?:\s+of)?(?:\s+(?:the(?:se)?|those|his|her|their))?|These|The\s+(?:three|four|five|six|seven|above))|Both|The\s+two|The(?=\s+(?:bilateral\s+)?meetings))"
    r"\s+(?:[\w-]+\s+){0,2}?(?:meetings|talks|calls|events|ceremonies|engagements)\b"
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


_NOUN = (
    r"(?:meetings?|interactions?|deliberations|encounter|talks|discussions|consultations|conversations?|dialogue|negotiations|visit|trip|stay|ceremony|reception|event|session"
    r"|gathering|signing|conference|seminar|workshop)"
)
# the words by which a clause speaks of the occasion told last
_OF_OCCASION = patterns.compile(
    # "the work of | the meeting, which was held | in", "the visit of N, which lasted"
    rf"\b(?:[Tt]he|[Tt]heir|[Tt]his|[Tt]hese|[Hh]is|[Hh]er)\s+(?:[\w-]+\s+){{0,3}}?{_NOUN}(?:\s+(?:between|of|with)\s[^,;.]{{1,90}}?)?,\s+which\s+"
    r"(?:(?:was|were|is\s+being)\s+(?:held|hosted|organi[sz]ed)|took\s+place|is\s+taking\s+place|lasted|ran|went\s+on)\b"
    # "During the talks held", "At the meeting that took place"
    rf"|\A(?:During|At|In\s+the\s+course\s+of|Within)\s+(?:the|their|this|these)\s+(?:[\w-]+\s+){{0,3}}?{_NOUN},?\s+"
    r"(?:(?:which|that)\s+)?(?:(?:(?:was|were)\s+)?held|took\s+place)\b"
    # "During their meeting | on Monday in", "The two sides, meeting | in"
    rf"|\A(?:During|At|In)\s+(?:the|their|his|her)\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}(?=\s+(?:in|at|on|today|yesterday|earlier)\s)"
    # "The meeting | on Monday focused on"
    rf"|\A(?:The|Their)\s+(?:[\w-]+\s+)?{_NOUN}(?=\s+(?:on|today|yesterday)\s)"
    r"|,\s+meeting(?=\s+(?:in|at|on|today|yesterday)\s)"
)
# "During the meeting at the Royal Larrian Army Headquarters | on Tuesday"
_HOUSE = patterns.compile(r"\s+at\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){2,7}(?=on\s)")
# "the previous talks, which", "recalled the meeting, which": not of the one told last
_OF_OTHERS = patterns.compile(
    r"\b(?:next|last|previous|earlier|first|second|third|fourth|future|upcoming|forthcoming|latest|since|recall\w*|agreed|decided|reached|results?|outcomes?"
    r"|implement\w*|follow-?up|prior|ahead|annual|another|other|will|would|invit\w+|plan\w*|prepar\w+)\b"
)
_LONGEST = 120  # characters between the words for an occasion and where it was
_GOING_ON = patterns.compile(
    r"(?:\s+\([^()]{1,20}\))?,?\s+(?:(?:which|that)\s+is\s+|is\s+)?(?=(?:taking\s+place|(?:being\s+)?held|hosted|under\s+way)\s)"
)
# "It was held", "This year it took place"
_IT = patterns.compile(r"(?:This\s+(?:year|time),?\s+)?[Ii]t(?=\s+(?:is\s+being|was|took)\s)")
# "The talks", "Their bilateral meeting", "Today’s signing ceremony"
_KNOWN = patterns.compile(
    r"(?:The|This|These|Their|His|Her|Both|All(?:\s+of)?(?:\s+the(?:se)?)?|Today['’]s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:meetings?|talks|discussions|consultations|conversations?|dialogue|visit|ceremony|reception|audience|events?|session|gathering|signing|engagements)\b"
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
