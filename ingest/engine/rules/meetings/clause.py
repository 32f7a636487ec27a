"""The words of a sentence that belong to one occasion: how far they go, and what in them is of another one."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings import hits
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.types import Date, Evidence, Place
from ingest.engine.values import replace


def where_and_when(text: str, line: Line, start: int, end: int, *, of_gathering: bool = False) -> int:
    """The position up to which day and place are told: as `_topic`, but beyond "on the sidelines of", and not into another clause.

    A clause may say when and where the gathering itself is, of which the words before tell.
    """
    other = None if line.parts.isdisjoint(OF_ANOTHER_DAY) else ANOTHER_DAY.search(text, start, end)
    if of_gathering and other and _ITSELF_IS.match(text, other.start()):
        other = ANOTHER_DAY.search(text, other.end(), end)
    end = other.start() if other else end
    for match in lexicon().topics.finditer(text, start, end):
        if not lexicon().beside.match(match.group()):
            return match.start()
    return end


# "will take part in the meeting of defence ministers, | which is to be held on 13 June in Brussels", "that has opened in Lima today"
_ITSELF_IS = patterns.compile(
    r"(?:which|that)\s+(?:(?:will|is\s+to|is\s+due\s+to)\s+"
    r"(?:be\s+(?:held|hosted|convened|organi[sz]ed)|take\s+place|convene|begin|start|open)"
    r"|(?:has|had)\s+(?:just\s+)?(?:opened|started|begun|kicked\s+off|got\s+under\s+way|been\s+(?:opened|held|organi[sz]ed|hosted)))\b",
    re.IGNORECASE,
)


def is_beside(text: str, line: Line, position: int) -> bool:
    """Whether the position lies in the name of a gathering beside which it was: "on the sidelines of the meeting of EU ministers"."""
    lead = text[max(line.start, position - 120) : position]
    beside = _BESIDE.search(lead)
    return beside is not None and not _LEFT_GATHERING.search(lead, beside.end())


_BESIDE = patterns.compile(r"\b(?:sidelines|margins|fringes|eve)\s+of\s", re.IGNORECASE)
_LEFT_GATHERING = patterns.compile(r"[,;.()]|\b(?:with|between|met|on|in|at|today|yesterday|by|who|which|for|to)\b")


# "ahead of the conference that will take place in Lima on 3 May", "the seminar that Peru will host in May",
# "to plan a seminar for October", "the exercise, which will be held in"
ANOTHER_DAY = patterns.compile(
    r"\b(?:ahead\s+of|in\s+the\s+run-up\s+to|in\s+advance\s+of|in\s+preparation\s+for|forthcoming|upcoming|next(?!\s+(?:week|month|year|\w+day|spring|summer|autumn|winter)\b)|previous|(?:a\s+)?follow-?\s?up\s+to|on\s+the\s+(?:instructions?|mandate)\s+of|earlier\s+this(?!\s+(?:week|month|morning|afternoon|evening)\b)|scheduled\s+for|due\s+(?:to|in|on)|(?:is|are)\s+(?:scheduled|expected|slated)\s+to(?=\s+(?:attend|meet|visit|call|hold|deliver|address|leave|depart|return|sign|receive|participate|take\s+part|tour))"
    r"|(?:which|that|who)\s+(?:will|would|is\s+due|is\s+to|are\s+to|had|has|have)|(?:which|that)\s+(?:[\w’'-]+\s+){1,6}?will|since(?!(?-i:\s[a-z\s]{3,40}?\swith\b))|until)\b|(?<!\bof)\s+to\s+(?!discuss|meet)(?=(?:plan|prepare|agree|draw|finali[sz]e|conclude|sign)\b)",
    re.IGNORECASE,
)
# one of these stands in every sentence that the pattern can match
OF_ANOTHER_DAY = frozenset([
    "ahead", "run", "advance", "preparation", "forthcoming", "upcoming", "next", "previous", "earlier", "scheduled", "due", "which", "that",
    "who", "expected", "slated", "since", "until", "follow", "instruction", "instructions", "mandate", "followup",
    "plan", "prepare", "agree", "draw", "finalise", "finalize", "conclude", "sign",
])  # fmt: skip


def without_asides(line: Line, start: int) -> Line:
    """The line without the days and places of relative clauses in which the trigger does not stand: "who is in Lima until 3 May,"."""
    asides = [match for match in hits.asides(line) if not match.start() <= start - line.start < match.end()]
    if not asides:
        return line

    def is_aside(evidence: Evidence, *, elsewhere: bool = False) -> bool:
        around = (match for match in asides if match.start() <= evidence.start - line.start < match.end())
        return any(not (elsewhere and _CAME.search(match.group())) for match in around)

    def sets_out(date: Date) -> bool:
        """Whether it is the day on which somebody set out: "who left Peru today on a visit to", "who arrived this morning"."""
        alone = all(is_aside(each.evidence) for each in line.dates)  # else "…, who arrived on Monday, will meet Minister Popa tomorrow"
        return alone and date.basis == "relative" and date.end is None and any(_SETS_OUT.match(match.group()) for match in asides)

    return replace(
        line,
        dates=tuple(date for date in line.dates if not is_aside(date.evidence) or sets_out(date)),
        places=tuple(place for place in line.places if not is_aside(place.evidence, elsewhere=True)),
    )


_SETS_OUT = patterns.compile(r",\s+who\s+(?:left|departed|arrived|landed|flew)\b")
_CAME = patterns.compile(r"\b(?:arriv\w+|came|come|visit\w*|here|is\s+in|are\s+in)\b")


def beside_gathering(line: Line, named: tuple[Name, ...]) -> Place | None:
    """The town after which the gathering is called beside which two met: "on the sidelines of the Callao Naval Forum"."""
    for place in line.places:
        inside = any(name.start <= place.evidence.start < name.end for name in named) or _GATHERING.match(
            line.text, place.evidence.end - line.start
        )
        if inside and _BESIDE_THE.search(line.text, 0, place.evidence.start - line.start):
            return place
    return None


_BESIDE_THE = patterns.compile(r"\b(?:sidelines|margins|fringes|framework)\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_GATHERING = patterns.compile(
    r"\s+(?:[A-Z][\w-]+\s+){0,3}(?:Conference|Forum|Dialogue|Air\s?[Ss]how|Show|Exhibition|Expo|Symposium|Seminar)\b"
)


def without_names(line: Line, named: tuple[Name, ...]) -> Line:
    """The line without places that are part of the name of an occasion: "the Ethio-Djibouti Committee"."""
    if not named or not line.places:
        return line
    outside = (place for place in line.places if not any(name.start <= place.evidence.start < name.end for name in named))
    return replace(line, places=tuple(outside))
