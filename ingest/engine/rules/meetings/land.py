"""The country of the occasion that words of a sentence tell, where no town tells it."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.hits import Hit
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side


def destination(scene: Scene, line: Line, hit: Hit, stop: int, until: int) -> Side | None:
    """The country right behind the words of a visit, or gone to where the visit is put off ("the visit of N to Chile has been …").

    Of talks it is the country with which the sentence opens, or that "in" behind those who met tells.
    """
    if hit.trigger.kind != "visit":
        told = headed(scene, line, hit.start) or _in_country(scene, line, hit, until) or _off_coast(scene, hit, until)
        return told or _at_house(scene, line, hit, until)
    begin = hit.end if _LEFT_FOR.fullmatch(scene.passage.text, hit.start, hit.end) else hit.start
    for term in scene.terms(line.start, line.end):
        if term.kind != "country" or _OF_SOMETHING.match(scene.passage.text, term.end):
            continue
        if _BOUND_FOR.search(scene.passage.text, max(line.start, term.start - _BOUND), term.start):
            continue
        if begin <= term.start < min(stop, hit.end + 40):
            return Side(term.value, True, term.start, term.end)
        if hit.trigger.rule.endswith("visit-of") and _TO_LAND.search(scene.passage.text, hit.start, term.start):
            return Side(term.value, True, term.start, term.end)
        if (
            line.start <= term.start < hit.start
            and hit.trigger.rule.endswith("put-off")
            and scene.passage.text.endswith("to ", line.start, term.start)
        ):
            return Side(term.value, True, term.start, term.end)
    return headed(scene, line, hit.start)


# "observed the training of the battalion bound for | Chile": where others are to go
_BOUND_FOR = patterns.compile(
    r"\b(?:bound|heading|headed|destined|leaving|preparing|earmarked|due)\s+(?:for|to)\s+(?:(?:deploy\w*|go|leave)\s+(?:to|for)\s+)?(?:the\s+)?\Z"
    r"|\b(?:[Bb]attalion|[Cc]ontingent|troops|unit|peacekeepers|soldiers)\s+(?:for|to)\s+(?:the\s+)?\Z"
)
_BOUND = 60  # characters before a country in which that is told
# "the visit of General Popa to the Republic of | Chile"
_TO_LAND = patterns.compile(r"\bto\s+(?:the\s+)?(?:(?:Republic|Kingdom|State|Sultanate|Federation)\s+of\s+)?\Z")
# "left Peru for | Chile"
_LEFT_FOR = patterns.compile(r"(?:left|leaves?|depart\w*)\s[^.;]{0,60}?for\s*", re.IGNORECASE)
_OF_SOMETHING = patterns.compile(
    r"['’]|\s+(?!(?:\w+day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*)\b)[A-Z]\w+"
)  # "visited the Singapore Air Force’s command"


def headed(scene: Scene, line: Line, end: int) -> Side | None:
    """The country with which the sentence opens: "In Ghana, the delegation met", "In the framework of visit to Peru, she met"."""
    for term in scene.terms(line.start, min(line.start + _LONGEST_OPENING, end)):
        if (
            term.kind == "country"
            and _OPENS_IN.fullmatch(scene.passage.text, line.start, term.start)
            and _CLOSED.match(scene.passage.text, term.end)
        ):
            return Side(term.value, True, term.start, term.end)
    return None


_LONGEST_OPENING = 110  # characters of "On the second day of his first official working visit to the Kingdom of"
_OPENS_IN = patterns.compile(
    r"(?:(?:[\w ]{1,25},?\s)?(?:[Ii]n|[Vv]isiting)"
    r"|(?:On\s+[\w ]{1,20},\s)?(?:[Dd]uring|[Aa]s\s+(?:a\s+)?part\s+of|[Ww]ithin(?:\s+the\s+(?:framework|scope)\s+of)?"
    r"|[Ii]n\s+the\s+(?:framework|course|scope)\s+of|On\s+the\s+\w+\s+day\s+of|While\s+on|On)"
    r"\s+(?:(?:his|her|their|its|an?|the)\s+)?(?:[\w-]+\s+){0,4}?(?:visit|trip|stay|tour)\s+(?:to|in))"
    r"\s+(?:the\s+)?(?:(?:Republic|Kingdom|State|Sultanate)\s+of\s+)?"
)
_CLOSED = patterns.compile(r"\s*,|\s+(?:on|today|yesterday|earlier|later|last|this|he|she|they|the|both)\b|\s+(?:[A-Z][a-z]{2,8}\.?\s)?\d")


def _in_country(scene: Scene, line: Line, hit: Hit, until: int) -> Side | None:
    """The country that "in" tells behind the words, a name or a day ("met Colonel Roca in Peru on May 3"), or where one is before them."""
    text = scene.passage.text
    for term in scene.terms(max(line.start, hit.start - 120), hit.start):
        is_in = _IS_IN.search(text, max(line.start, hit.start - 160), term.start)
        saw = _SAW_IN.search(text, line.start, term.start) and _AND_THERE.fullmatch(text, term.end, hit.start)
        if term.kind == "country" and (is_in or saw):
            return Side(term.value, True, term.start, term.end)
    for term in scene.terms(hit.start, hit.end):
        if term.kind == "country" and text.endswith("in ", hit.start, term.start):
            return Side(term.value, True, term.start, term.end)  # "are in Peru for the exercise"
    for term in scene.terms(hit.end, until):
        if _is_of_capital(text, hit.end, term.start, term.end):
            return Side(term.value, True, term.start, term.end)
    for term in scene.terms(hit.end, line.end):
        if term.kind == "country" and _VISITING.search(scene.passage.text, hit.end, term.start):
            return Side(term.value, True, term.start, term.end)
    for term in scene.terms(hit.end, until):
        lead = scene.passage.text[hit.start : term.start]
        if term.kind == "country" and _IN_IT.search(lead) and not _OF_SOMETHING.match(scene.passage.text, term.end):
            return Side(term.value, True, term.start, term.end)
    return None


def _is_of_capital(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a state is named as that of the town: "in the | Chilean | capital", "in | Chile’s | capital", "in the capital of | Chile"."""
    return (_IN.search(text, begin, start) is not None and _CAPITAL_OF.match(text, end) is not None) or _IN_CAPITAL.search(
        text, begin, start
    ) is not None


def _at_house(scene: Scene, line: Line, hit: Hit, until: int) -> Side | None:
    """The country in whose ministry, headquarters or school it was: "met General Popa | at the Chilean Ministry of Defence".

    An office held there is none: "met the Director of Policy at the Chilean Ministry of Defence".
    """
    text = scene.passage.text
    for body in scene.national_bodies(line.start, until):
        at = _AT_HOUSE.search(text, line.start, body.start)
        named = at and any(
            term.value == body.name and (term.start < body.end or _OF.fullmatch(text, body.end, term.start))
            for term in scene.terms(at.start(), min(line.end, body.end + _NEAR))
        )
        if at is None or not named or _ABROAD.search(text, body.start, body.end):
            continue
        is_house = at["house"] or _HOUSE.search(text, body.start, body.end) or _HOUSE_BEHIND.match(text, body.end)
        opens = at.start() == line.start
        if is_house and (opens or (at.start() >= hit.start and is_closed(scene, line, hit, at.start()))):
            return body
    return None


def is_closed(scene: Scene, line: Line, hit: Hit, end: int) -> bool:
    """Whether a name, day or body ends right before the position, or words for the talks, behind which no office goes on."""
    text = scene.passage.text
    ends = [*(person.end for person in line.people), *(date.evidence.end for date in line.dates)]
    ends += [side.end for side in scene.national_bodies(line.start, end)] + [term.end for term in scene.terms(line.start, end)]
    return any(0 <= end - each <= len(", ") for each in ends) or _TALKS_END.search(text, hit.start, end) is not None


_AT_HOUSE = patterns.compile(
    r"\b(?:[Aa]t|[Ii]n|[Ii]nside)\s+(?:the\s+)?"
    r"(?P<house>(?:[\w-]+\s+){0,3}?(?:[Hh]eadquarters|HQ|premises|building|complex|seat|offices?|compound)\s+of\s+(?:the\s+)?)?(?:[A-Z][\w-]+\s+){0,2}\Z"
)
_HOUSE = patterns.compile(
    r"\b(?:Ministry|Department|Headquarters|HQ|General\s+Staff|College|Academy|School|University|Institute|Command|Cent(?:re|er)|Base|Secretariat)\b"
)
_NEAR = 30  # characters behind a body in which its state may stand: "the Ministry of Defence | of the Republic of | Chile"
_OF = patterns.compile(r"(?:\s\([^()]{1,10}\))?\s+of\s+(?:the\s+)?(?:(?:Republic|Kingdom|State|Sultanate)\s+of\s+)?")
_HOUSE_BEHIND = patterns.compile(r"\s+(?:[Hh]eadquarters|HQ|building|premises|compound)\b")
_ABROAD = patterns.compile(r"\b(?:Embassy|High\s+Commission|Consulate|Mission|Delegation|Representation|Battalion|Contingent)\b")
_TALKS_END = patterns.compile(
    r"\b(?:met|meeting|talks|discussions|consultations|held|place|hosted|received|welcomed|signed|delegation|counterpart|colleague|today|yesterday|here|visit|call"
    r"|ceremony|event|session|reception|parade|conference|seminar|dinner|lunch|briefing|gathering|audience|exercise|course|training"
    r"|(?:Meeting|Session|Conference|Seminar|Workshop|Dialogue|Consultations|Committee|Commission|Forum|Symposium)|workshop|dialogue)"
    r",?\s+\Z"
)


def _off_coast(scene: Scene, hit: Hit, until: int) -> Side | None:
    """The country off which ships trained: "conducted an exercise off Guam"."""
    terms = scene.terms(hit.end, until) if hit.trigger.kind == "exercise" else []
    coasts = (term for term in terms if term.kind == "country" and _OFF.search(scene.passage.text, hit.start, term.start))
    return next((Side(term.value, True, term.start, term.end) for term in coasts), None)


_OFF = patterns.compile(r"\b(?:off|near)\s+(?:the\s+(?:\w+\s+)?coasts?\s+of\s+)?(?:the\s+)?\Z")
# "met the guest during his visit to the State of Qatar", "and his delegation currently visiting Egypt"
_VISITING = patterns.compile(
    r"\b(?:(?:his|her|their|the\s+(?:former|latter)['’]s)\s+(?:[\w-]+\s+){0,3}visit\s+to|(?:currently|now|who\s+(?:is|are))\s+visiting)\s+(?:the\s+)?(?:(?:State|Kingdom|Republic|Sultanate)\s+of\s+)?\Z"
)
_IS_IN = patterns.compile(
    r"\b(?:(?:is|are|was|were|arrived|came)\s+(?:now\s+|currently\s+)?(?:in|to|visiting|on\s+an?\s+(?:[\w-]+\s+){0,3}visit\s+(?:to|in))"
    r"|who\s+(?:has\s+|had\s+)?(?:visited|travell?ed\s+to|went\s+to|flew\s+to))\s+(?:the\s+)?\Z"
)
# "visited the Chilean troops in | Cyprus | on 3 May and | met", "met in the Chilean | capital"
_SAW_IN = patterns.compile(r"\b(?:visited|toured|inspected)\s[^.;]{0,60}\bin\s+(?:the\s+)?\Z")
_AND_THERE = patterns.compile(r"[^.;]{0,40}\band\s+(?:(?:also|then|later)\s+)?")
_IN = patterns.compile(r"\b(?:in|at|to)\s+(?:the\s+)?\Z")
_CAPITAL_OF = patterns.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+)?(?:capital|city|town|port)\b")
_IN_CAPITAL = patterns.compile(r"\bin\s+the\s+(?:capital|city|town|port)\s+of\s+(?:the\s+)?\Z")
_IN_IT = patterns.compile(
    r"(?:\b(?!(?:Forces?|Army|Navy|Guard|Police)\b)[A-Z][\w’'-]+|\d|\b(?:met|meet|gather|gathered|convene|convened|talks|meetings?|held|today|yesterday|here|week|month)),?\s+in\s+(?:the\s+)?\Z"
)
