"""From which day to which day an occasion lasted."""

from __future__ import annotations

import re
from datetime import timedelta

from ingest.engine import patterns
from ingest.engine.dates import parse
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.types import Basis, Date

# "four-day", "four day", "four days", "week-long"
_DAYS_LONG = r"(?:(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[-\s]days?['’]?|(?P<week>week-?\s?long))"


def of(occasion: Occasion, matter: str) -> tuple[str | None, str | None, Basis | None]:
    date = occasion.date
    if (date is None or date.end is None) and (both := _began_and_ended(occasion)) is not None:
        return both[0].start, both[1].start, both[1].basis
    if date is None:
        return None, None, None
    if date.end is None and (days := _since(occasion, date)) is not None:
        return *days, date.basis
    if date.end is None and (begun := _begun(occasion)):
        return begun, date.start, date.basis
    if (month := _of_the_month(occasion)) is not None:
        return month, None, date.basis
    travels = occasion.first.kind == "visit" or (occasion.state == "planned" and occasion.first.trigger.rule.endswith("visited-somebody"))
    stay = (_returned(occasion) or _stay(occasion)) if travels and not _is_call_at_house(occasion) else None
    return date.start, date.end or stay or _end_of_journey(occasion) or _until(occasion, matter), date.basis


def _end_of_journey(occasion: Occasion) -> str | None:
    """The day on which the traveller came home, where the day of the talks is the one on which he left, told in another sentence."""
    at = occasion.date.evidence.start if occasion.date else 0
    own = any(frame.line.start <= at < frame.line.end for frame in occasion.frames)
    return None if own else _came_home(occasion)


def _is_call_at_house(occasion: Occasion) -> bool:
    """Whether the day is that of a call at a house in which talks were: "visited the Fleet Headquarters and met Admiral Roca today"."""
    first = occasion.first
    if _TOURED.match(occasion.scene.passage.text, first.start) and not first.destination:
        return True
    gone_to = first.destination or first.place or first.trigger.needs == "unit"
    return not gone_to and occasion.state == "held" and any(frame.kind == "meeting" and frame.behind for frame in occasion.frames[:2])


_TOURED = patterns.compile(r"(?:toured|inspected|viewed)\b")


def _of_the_month(occasion: Occasion) -> str | None:
    """The month of which "last week" tells, where the week lies in one: no day is stated."""
    date = occasion.date
    if date is None or date.end is None or date.basis != "relative" or date.start[:7] != date.end[:7]:
        return None
    at = date.evidence
    text = occasion.scene.passage.text[at.start : at.end] if at.where == occasion.scene.where else ""
    return f"{date.start[:7]}-XX" if _WEEK.fullmatch(text) else None


_WEEK = patterns.compile(r"(?:earlier\s+|late\s+|later\s+)?(?:this|last|next|that|the\s+(?:same|past|following))\s+week", re.IGNORECASE)


def _returned(occasion: Occasion) -> str | None:
    """The day on which the traveller goes home: "is due to return home on Friday", "stays until 20 June"."""
    date = occasion.date
    if date is None or date.start.endswith("XX"):
        return None
    if (back := _came_home(occasion) or _sailed(occasion)) is not None:
        return back
    left = occasion.first.line.text if occasion.first.line.number == 0 else ""
    for line in occasion.scene.lines[occasion.first.line.number :]:
        found = _HOME.search(line.text)
        if found and found["town"] and found["town"] not in left:
            continue
        days = [day.start for day in line.dates if found and day.evidence.start >= line.start + found.end()]
        if days and days[0] > date.start and not days[0].endswith("XX"):
            return days[0]
    return None


def _came_home(occasion: Occasion) -> str | None:
    """The day behind the one told on which, as the release opens, the traveller came home: "returned home on Friday upon completion of"."""
    line = occasion.scene.lines[0]
    found = _CAME_HOME.search(line.text) if occasion.scene.where == "body" else None
    if found is None or not {each.person.name for each in line.people} & set(occasion.people) or occasion.date is None:
        return None
    days = [day.start for day in line.dates if 0 <= day.evidence.start - line.start - found.end() <= len(" on the morning of ")]
    return days[0] if days and days[0] > occasion.date.start and not days[0].endswith("XX") else None


def _sailed(occasion: Occasion) -> str | None:
    """The day on which a ship left the port at which she had arrived on the day told, in the sentence with which the release opens."""
    line = occasion.first.line
    if occasion.first.trigger.needs != "unit" or line.number or occasion.date is None:
        return None
    left = _SAILED.search(line.text)
    days = [
        day.start
        for day in line.dates
        if left and 0 <= day.evidence.start - line.start - left.end() <= len(" the port of Lima, Peru, on the morning of ")
    ]
    return days[0] if days and days[0] > occasion.date.start and not days[0].endswith("XX") else None


_SAILED = patterns.compile(r"\b(?:departed|left|sailed\s+from|set\s+sail\s+from)\b")
_CAME_HOME = patterns.compile(r"\breturned\s+(?:back\s+)?home\b")
_HOME = patterns.compile(
    r"\b(?:visit|stay|port\s+call|tour)\b[^.;]{0,120}?\bwill\s+(?:conclude|end|last\s+(?:until|till|through|to))\b|\b(?:scheduled|due|expected)\s+to\s+(?:leave|depart|set\s+(?:off|sail)|sail)\b"
    r"|\b(?:ships?|vessels?|she|they|delegation|guests?)\s+(?:is|are|will)\s+(?:to\s+)?(?:leave|depart|set\s+sail)\b"
    r"|\b(?:returns?|scheduled\s+to\s+return|will\s+return|due\s+to\s+return|due\s+back)\s+(?:home\b|to\s+(?P<town>[A-Z]\w+))|\b(?:stays?|remains?|will\s+stay)\s+(?:there\s+)?until\b"
)


def _begun(occasion: Occasion) -> str | None:
    """The first day of "the two-day meeting" that ended on the day told, or "after a four-day visit" on which somebody left."""
    stayed = _AFTER_STAY.search(occasion.first.line.text)
    if stayed and occasion.first.kind == "visit" and occasion.first.start - occasion.first.line.start <= stayed.end():
        return _days_before(occasion, _told_length(stayed))
    lines = [occasion.first.line.text, *(line.text for line in occasion.scene.lines[occasion.first.line.number + 1 :][:1])]
    if not _ENDED.search(lines[0][occasion.first.start - occasion.first.line.start :][:60]):
        return None
    length = next((found for text in lines if (found := _MEETING_LENGTH.search(text))), None)
    return _days_before(occasion, _told_length(length)) if length else None


def _since(occasion: Occasion, date: Date) -> tuple[str, str] | None:
    """The days of a gathering that ended on the one and was "held here since" the other, as the sentence tells that opens it."""
    line = occasion.first.line
    if not occasion.is_gathering or occasion.state != "held" or "since " not in line.text:
        return None
    begun = [day for day in line.dates if _SINCE.search(line.text, 0, day.evidence.start - line.start)]
    others = [day.start for day in line.dates if day not in begun]
    if not begun or not _CLOSES.search(line.text) or date.start not in (begun[0].start, *others):
        return None
    last = next((day for day in (date.start, *others) if day > begun[0].start), None)
    return (begun[0].start, last) if last and not begun[0].end and "X" not in begun[0].start + last else None


def _began_and_ended(occasion: Occasion) -> tuple[Date, Date] | None:
    """Both days of what, as its sentence says, began on the one and ended on the other: "which began on Tuesday, ended today"."""
    line = occasion.first.line
    if occasion.state != "held" or occasion.scene.where != "body" or len(line.dates) < _TWO:
        return None
    begun = next((day for day in line.dates if _BEGAN_ON.search(line.text, 0, day.evidence.start - line.start)), None)
    if begun is None:
        return None
    for day in line.dates:
        lead = line.text[begun.evidence.end - line.start : max(0, day.evidence.start - line.start)]
        ends = _ENDED_ON.search(lead) or (_ENDED.match(line.text[day.evidence.end - line.start :].lstrip()))
        own = occasion.date is None or occasion.date.start in (begun.start, day.start)
        if ends and own and day.start > begun.start and "X" not in begun.start + day.start:
            return begun, day
    return None


_TWO = 2
# "the exercise, which had begun near Lima on | 6 May"
_BEGAN_ON = patterns.compile(
    r"\b(?:which|that|and|who)\s(?:had\s|was\s|were\s)?(?:began|begun|started|opened|commenced|kicked\s+off|got\s+under\s+way|launched)"
    r"\s(?:(?:here|in|at|near|off)\b[^.;,]{0,40}?\s)?(?:on\s|last\s)*(?:[A-Z][a-z]{2,5}day,?\s(?:the\s)?)?\Z"
)
# "came to an end in Lima | today"
_ENDED_ON = patterns.compile(
    r"\b(?:ended|closed|concluded|finished|wound\s+up|wrapped\s+up|completed|drew\s+to\s+a\s+close|came\s+to\s+(?:an\s+end|a\s+close))"
    r"\s(?:[^.;]{0,60}?\s)?(?:on\s)?(?:[A-Z][a-z]{2,5}day,?\s(?:the\s)?)?\Z"
)
# "the session, held in this city | since | Tuesday, ended on Wednesday"
_SINCE = patterns.compile(
    r"\b(?:held|meeting|met|under\s+way|place|convened|gathered|session)\s(?:[^.;,]{0,40}?\s)?since\s+(?:last\s+|this\s+)?\Z"
)
_CLOSES = patterns.compile(
    r"\b(?:ended|ends|closed|closes|close|closing|concluded|concludes|conclusion|finished|wound\s+up|wrapped\s+up|passed|last\s+day)\b"
)


def _days_before(occasion: Occasion, length: str) -> str | None:
    """The first of so many days, the last of which is told."""
    last, days = parse(occasion.date.start) if occasion.date else None, _number(length)
    if last is None or last.exact is None:
        return None
    return (last.exact - timedelta(days=days - 1)).isoformat() if days > 1 else None


def _until(occasion: Occasion, matter: str) -> str | None:
    """The last day of what "runs until 20 June", "ends on 20 June" or is told with all its days in a sentence of its own."""
    is_exercise = occasion.first.kind == "exercise"
    if not (occasion.name or is_exercise) or occasion.scene.where != "body" or occasion.date is None:
        return None
    if (last := _told_with_all_days(occasion)) is not None:
        return last
    if occasion.first.line.number == 0:
        matter = occasion.scene.passage.text
    runs = _RUNS.search(matter) or (_WILL_END.search(matter) if is_exercise or occasion.first.line.number == 0 else None)
    if runs is None:
        return None
    at = occasion.first.line.start + runs.end()
    last = next((date.start for line in occasion.scene.lines for date in line.dates if at <= date.evidence.start <= at + 4), None)
    return last if last and last > occasion.date.start and not last.endswith("XX") else None


def _told_with_all_days(occasion: Occasion) -> str | None:
    """The last of the days on which, as a sentence near by says, the exercise or gathering is held that began on the day told."""
    begun, number = occasion.date, occasion.first.line.number
    names = [occasion.name.text] if occasion.name else []
    for line in occasion.scene.lines[number + 1 : number + _NEAR] if begun else ():
        spans = [date.end for date in line.dates if date.end and begun and date.start == begun.start]
        if spans and (_IS_HELD.search(line.text) or any(name in line.text for name in names)) and _OF_OCCASION.search(line.text):
            return spans[0]
    return None


_NEAR = 8  # sentences behind the first in which all days are told
_IS_HELD = patterns.compile(r"\b(?:exercise|drills?|training|conference|forum|course|workshop|seminar)\b", re.IGNORECASE)
_OF_OCCASION = patterns.compile(
    r"\b(?:take[s]?\s+place|taking\s+place|(?:is|was|being|be)\s+(?:held|conducted|staged)|runs?|running|lasts?|scheduled)\b|-day\s+(?:[a-z]+\s+){0,3}(?:exercise|drills?|conference|seminar),\s+from\b"
)
_WILL_END = patterns.compile(
    r"\b(?:(?:will|to)\s+(?:conclude|end|close|wrap\s+up)|concludes|ends|closes|wraps\s+up)\s+(?:on\s+)?(?=[A-Z\d])"
)
_ENDED = patterns.compile(r"(?:[Cc]losed|[Cc]oncluded|wound\s+up|ended|wrapped\s+up|(?:was|were)\s+concluded)\b")
_MEETING_LENGTH = patterns.compile(
    rf"\b{_DAYS_LONG}\s+(?:[\w-]+\s+){{0,4}}?(?:meeting|talks|session|conference|forum|dialogue|seminar|event|visit|exercise|drills?|course)\b"
    # "the session, which met for two days", "lasted two days"
    r"|\b(?:met|sat|convened|lasted|took\s+place|was\s+held)\s+(?:for|over|during)?\s*(?:the\s+)?(two|three|four|five|2|3|4|5)\s+days\b",
    re.IGNORECASE,
)
_RUNS = patterns.compile(r"\b(?:runs?|continues?|lasts?|(?:will|to)\s+(?:run|continue|last))\s+(?:through|until|till|to)\s+(?:the\s+)?")


def _told_length(found: re.Match[str]) -> str:
    """How many days the words tell, as a word or in figures."""
    return "seven" if found["week"] else found[1] or found[found.lastindex or 1]


def _number(word: str) -> int:
    return _NUMBERS.get(word.casefold()) or (int(word) if word.isdigit() else 1)


def _stay(occasion: Occasion) -> str | None:
    """The last day of "a five-day visit" that begins on the day told."""
    line, length = occasion.first.line, _LENGTH.search(_line_of_day(occasion).text)
    begins = parse(occasion.date.start) if occasion.date else None
    if occasion.date and length and occasion.date.evidence.start >= line.end and _IS_ON.search(line.text):
        return None  # "is on a four-day visit. On Tuesday he called on": one of the days
    if occasion.date and length and _is_day_of_call(occasion, occasion.date):
        return None  # "presently in Peru on a three-day visit, called on Admiral Roca on Thursday"
    if length is None or begins is None or begins.exact is None:
        return None
    days = _number(_told_length(length))
    return (begins.exact + timedelta(days=days - 1)).isoformat() if days > 1 else None


def _is_day_of_call(occasion: Occasion, date: Date) -> bool:
    """Whether the day stands behind words for a call in the sentence that opens with the visit, and in no words for an arrival."""
    line, at = occasion.first.line, date.evidence.start
    calls = [frame for frame in occasion.frames if frame.line is line and frame.kind == "meeting" and frame.behind and frame.start < at]
    return bool(calls) and line.start <= at < line.end and not _ARRIVES.search(line.text, 0, calls[0].start - line.start)


_ARRIVES = patterns.compile(r"\b(?:arriv|began|begun|beg[iu]n|start|kicked|land|embark|commenc)\w*", re.IGNORECASE)
# "left for home on 20 June after a four-day visit"
_AFTER_STAY = patterns.compile(
    rf"\b(?:after|following)\s+(?:an?|its|his|her|their|the)\s+{_DAYS_LONG}\s+(?:[\w-]+\s+){{0,3}}?(?:visit|stay|trip|tour|call)\b",
    re.IGNORECASE,
)


def _line_of_day(occasion: Occasion) -> Line:
    """The sentence of the occasion that tells its day and how long it lasts, else its first."""
    day = occasion.date
    lines = (
        frame.line for frame in occasion.frames if day and frame.date and frame.date.start == day.start and _LENGTH.search(frame.line.text)
    )
    return next(lines, occasion.first.line)


_IS_ON = patterns.compile(r"\b(?:is|was|are|were)\s+(?:currently\s+|now\s+)?(?:on|paying|making|undertaking)\s+an?\b")
_LENGTH = patterns.compile(rf"\b{_DAYS_LONG}\b[^.;]{{0,40}}\b(?:visit|trip|tour)\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
