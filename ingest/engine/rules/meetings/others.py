"""Others of whom a sentence also tells: those whose meeting only a noun tells, and those who are the subject of its next verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.engine import patterns
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.hits import Hit
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.references import Reference
from ingest.engine.types import Date
from ingest.engine.values import replace


def owners(text: str, line: Line, hit: Hit) -> tuple[Reference, ...]:
    """Those whose meeting it is of which others only speak: "she told him of Secretary Roca | ’s upcoming | meeting with"."""
    people = [person for person in line.people if person.end <= hit.start]
    if len(people) < 2 or not hit.trigger.rule.endswith(_OF_OWNER) or not _OWNER.fullmatch(text, people[-1].end, hit.start):
        return ()
    return last_row(text, tuple(people))


def is_of_noun(text: str, hit: Hit, earlier: list[Frame], subjects: tuple[Reference, ...]) -> bool:
    """Whether a noun tells another meeting than the words before it: "met Minister Popa ahead of the President’s | talks with"."""
    if not earlier:
        return False
    if subjects:
        return hit.trigger.rule.endswith(_OF_OWNER) and _OWNER.fullmatch(text, subjects[-1].end, hit.start) is not None
    return hit.trigger.rule.endswith(("meeting-between", "call-between")) and text.endswith("between", hit.start, hit.end)


_OF_OWNER = ("meeting-with", "call-of")  # rules of nouns behind those whose meeting it is
_OWNER = patterns.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}")


def is_recalled(text: str, start: int, end: int) -> bool:
    """Whether the words that lead to a noun only say of what the meeting at hand was the sequel or forerunner: "met ahead of"."""
    return _RELATED.search(text, start, end) is not None


_RELATED = patterns.compile(
    r"\b(?:ahead\s+of|following|after|before|prior\s+to|since|in\s+(?:preparation|advance)\s+(?:for|of)|buil(?:d|ding|ds|t)\s+(?:up)?on"
    r"|follow(?:ing|ed|s)?[\s-]+up\s+(?:on|to|of))\s+(?:(?!(?:met|held|hosted|spoke|received)\b)[\w.’',-]+\s+){0,14}\Z",
    re.IGNORECASE,
)


def only_valued(text: str, hit: Hit, start: int) -> bool:
    """Whether officials only speak well of what was held: "Ministers Popa and Roca | welcomed | the Forum that took place in Lima"."""
    return hit.trigger.rule.endswith("was-held") and _VALUED.search(text, start, hit.start) is not None


_VALUED = patterns.compile(
    r"\b(?:welcom(?:ed|es|ing)|applaud(?:ed|s|ing)|prais(?:ed|es|ing)|commend(?:ed|s|ing)|hail(?:ed|s|ing)|recall(?:ed|s|ing)|noted|reviewed"
    r"|look(?:s|ed|ing)?\s+forward\s+to|congratulat(?:ed|es|ing)|thank(?:ed|s|ing))\b"
)


def thanked(line: Line, start: int) -> int | None:
    """Where it is told that somebody is thanked for what the words at a position say: "She | thanked Minister Popa for | attending"."""
    words = _THANKED_FOR.search(line.text, 0, start - line.start)
    return line.start + words.start() if words else None


_THANKED_FOR = patterns.compile(
    r"\b(?:thank(?:ed|s)|commend(?:ed|s)|congratulated|praised|applauded)\s(?:[^.;]|\.(?!\s)){3,120}?\bfor\s+(?:(?:his|her|their)\s+)?"
    r"(?:[\w-]+ing\s(?:[^.;,]|\.(?!\s)){3,80}?\sand\s+)?\Z"
)


def of_leaders(scene: Scene, lead: str, earlier: list[Frame]) -> Iterator[Side]:
    """The states of those whose leaders met: "Generals Popa and Roca met for the first time since | their leaders | met in Lima"."""
    for person in earlier[-1].people if earlier and are_their_leaders(lead) else ():
        if side := scene.side_of(person.person):
            yield replace(side, start=0, end=0)


def are_their_leaders(lead: str) -> bool:
    """Whether the subject of a verb is the leaders of those told before: "since our two presidents last | met"."""
    return _THEIR_LEADERS.search(lead) is not None


_THEIR_LEADERS = patterns.compile(
    r"\b(?:their|our)\s+(?:respective\s+|two\s+|three\s+)?(?:leaders|presidents|heads\s+of\s+(?:state|government)|prime\s+ministers)\s+"
    r"(?:(?:had|have|first|last)\s+){0,2}\Z",
    re.IGNORECASE,
)


def next_subject(text: str, people: tuple[Reference, ...], until: int) -> tuple[Reference, ...]:
    """Those of the people of whom the next words tell: "met Minister Popa in Lima, | and Secretary Roca | visited the port".

    Or whose meeting these are: "met Minister Popa ahead of | President Roca | ’s meeting with".
    """
    row = last_row(text, people)
    if row and _OWNER.fullmatch(text, row[-1].end, until):
        return row
    if not row or len(row) == len(people) or not _VERB_NEXT.fullmatch(text, row[-1].end, until):
        return ()
    return row if _AND_OTHERS.search(text, people[-len(row) - 1].end, row[0].start) else ()


def last_row(text: str, people: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The last of the people with those whom commas or "and" join to him; of two behind ", and" the last."""
    first = len(people) - 1
    while first > 0 and IN_A_ROW.fullmatch(text, people[first - 1].end, people[first].start):
        first -= 1
    two = first == len(people) - 2 and _COMMA_AND.match(text, people[first].end)
    return people[first + 1 :] if two else people[first:]


# "Minister Popa | and the Chief of Staff, | Colonel Roca"
IN_A_ROW = patterns.compile(r",?\s+(?:(?:and|as\s+well\s+as|with)\s+)?(?:(?:(?:the|of|for|and|to|his|her)\s+|[A-Z][\w’'.&-]*,?\s+){0,14})")
_COMMA_AND = patterns.compile(r",\s+and\s")
_AND_OTHERS = patterns.compile(r",\s+(?:(?:and|while|whereas)\s+)?(?:(?:[Tt]he|of|for|and|to|[A-Z][\w’'.&-]*)\s+){0,12}\Z")
_VERB_NEXT = patterns.compile(
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3})?\s+"
    r"(?:(?:also|recently|then|later|earlier|will|had|has|is|was|are|were)\s+){0,3}"
)


def in_own_clause(text: str, dates: tuple[Date, ...], earlier: list[Frame], subjects: tuple[Reference, ...]) -> tuple[Date, ...]:
    """The days without those of the clause before: "met Minister Popa | last month |, and Secretary Roca recently visited"."""
    if not earlier or not subjects or subjects[0].start < earlier[-1].end:
        return dates
    begin = subjects[0].start
    return tuple(date for date in dates if date.evidence.start < earlier[-1].end or not _AND.search(text, date.evidence.end, begin))


_AND = patterns.compile(r"\b(?:and|while|whereas)\b|;")


def behind(text: str, line: Line, start: int) -> Line:
    """The line with none of the days and places before a position, but for a day right before it: "the 2 November | talks between"."""
    return replace(
        line,
        dates=tuple(date for date in line.dates if date.evidence.start >= start or _OF_IT.fullmatch(text, date.evidence.end, start)),
        places=tuple(place for place in line.places if place.evidence.start >= start),
    )


_OF_IT = patterns.compile(r"(?:['’]s)?\s+(?:(?!and\b)[\w-]+\s+){0,3}")
