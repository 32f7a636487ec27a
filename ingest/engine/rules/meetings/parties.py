"""Between whom talks were of which no people are named: the states that a sentence joins, and whose ship or unit acts in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.engine import patterns
from ingest.engine.rules.meetings.dateline import is_dateline
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.types import Term
from ingest.engine.values import replace


def of(scene: Scene, line: Line) -> tuple[Side, ...]:
    """The states that the sentence joins as parties, in order: "experts of the Czech and the Romanian ministries"."""
    terms = [term for term in scene.terms(line.start, line.end) if _is_party(scene, line, term)]
    found: dict[int, Side] = {}
    for one, other in pairwise(terms):
        if one.value != other.value and _JOINED.fullmatch(scene.passage.text, one.end, other.start):
            found.update({term.start: Side(term.value, True, term.start, term.end) for term in (one, other)})
    return tuple(found.values())


def attached(scene: Scene, line: Line, start: int, end: int) -> tuple[Side, ...]:
    """The states between which the noun at a span says that talks were: "Chilean-Peruvian | talks", "| consultations of Chile and Peru".

    What else is named "between" two states in the sentence, a border or their trade, joins none.
    """
    text, joined = scene.passage.text, of(scene, line)
    for one, other in pairwise(joined):
        leads = other.end <= start and _LEADS.fullmatch(text, other.end, start)
        follows = one.start >= end and _OF_THEM.fullmatch(text, end, one.start)
        apart = one.start >= end and _BETWEEN_THEM.search(text, end, one.start)
        if leads or follows or apart:
            return joined
    return ()


# "Chilean-Peruvian | joint staff | talks"
_LEADS = patterns.compile(
    r"\s+(?:(?!in\b|at\b|on\b|of\b|to\b|and\b|was\b|were\b|is\b|are\b|the\b|an?\b|with\b|by\b|from\b|for\b|after\b|before\b)[\w’'-]+\s+){0,5}"
)
# "talks | of the general staffs of | Chile and Peru", "meeting | between the | Chilean and"
_OF_THEM = patterns.compile(
    r"\s+(?:(?:(?!on\b|about\b|for\b|over\b)[\w-]+\s+){0,2}(?:of|between|among)\s+)(?:(?!on\b|about\b|against\b|over\b|was\b|were\b|is\b|are\b|and\b|border\b(?!\s+(?:representatives|guards?|commissioners|delegates|services?|forces|troops|officials|police|commanders|authorities)\b)|trade\b|relations\b)[\w’'-]+\s+){0,9}"
)
# "talks | were held in Arica: on Tuesday between the staffs of | Chile and Peru"
_BETWEEN_THEM = patterns.compile(r"(?:\w+day|\d|held|conducted|place|[:,])\s+between\s+(?:[\w’'-]+\s+){0,8}\Z")


def before(scene: Scene, line: Line, start: int) -> set[str]:
    """The sides that stand before a position as people, delegations or joined states."""
    homes = {home.name for person in line.people if person.start < start and (home := scene.side_of(person.person))}
    named = {side.name for side in line.sides if side.start < start and side.is_state}
    grouped = _GROUP.search(scene.passage.text, line.start, start)
    joined = {side.name for side in of(scene, line) if grouped and side.start < start}
    return homes | named | joined


def delegations(scene: Scene, line: Line) -> Iterator[Side]:
    """The sides whose delegations one of the next sentences names, and those of this one: "The Peruvian delegation was headed by"."""
    behind = tuple(_delegations_behind(scene, line))
    yield from (*line.sides, *behind) if behind else ()


def delegations_follow(scene: Scene, line: Line) -> bool:
    """Whether one of the next sentences speaks of delegations."""
    return any(True for _ in _of_delegations(scene, line))


def _of_delegations(scene: Scene, line: Line) -> Iterator[Line]:
    behind = scene.lines[line.number + 1 : line.number + _NEXT_LINES]
    return (near for near in behind if not near.words.isdisjoint(_DELEGATIONS))


def _delegations_behind(scene: Scene, line: Line) -> Iterator[Side]:
    for near in _of_delegations(scene, line):
        yield from near.sides
        for person in near.people:
            home = scene.side_of(person.person)
            if home and not scene.is_unsure(person.person.name):
                yield replace(home, start=person.start, end=person.end)


_NEXT_LINES = 5  # sentences in which talks tell their delegations
_DELEGATIONS = frozenset(["delegation", "delegations", "side", "sides", "team", "teams"])


def unit(scene: Scene, line: Line, start: int, *, led: bool = False) -> Side | None:
    """The state whose navy, unit or delegation stands as subject before a position: "a frigate of the Hellenic Navy | docked at".

    Of one that is `led` by somebody named there ("Three Chilean ships, commanded by Captain Lind, | visited") the body may be his own.
    """
    if _SAID.search(scene.passage.text, line.start, start) or _OF_SOMEBODY.search(scene.passage.text, line.start, start):
        return None  # "The Chilean Navy said that the minister | visited"
    body = (None if led else scene.national_body(line.start, start)) or next(ships(scene, line.start, start), None)
    if body:
        return body
    text = scene.passage.text
    if _THE_SHIP.fullmatch(text, line.start, start):  # those with which the release began
        return next(ships(scene, 0, min(line.start, _BEGINNING)), None)
    terms = [term for term in scene.terms(line.start, start) if term.kind in ("country", "demonym")]
    ours = (term for term in terms if _UNIT.match(text, term.end, start) or _UNIT_OF.search(text, line.start, term.start))
    return next((Side(term.value, True, term.start, term.end) for term in ours), None)


def has_no_unit(scene: Scene, line: Line) -> bool:
    """Whether a sentence without states names no ship and no body of a state either: then `unit` finds none in it."""
    no_ship = line.parts.isdisjoint(_SHIPS) and line.parts.isdisjoint(lexicon().ship_stems)
    return no_ship and scene.national_body(line.start, line.end) is None


# one of which stands in what `_THE_SHIP` matches
_SHIPS = frozenset(["ship", "ships", "vessel", "vessels", "warship", "warships", "frigate", "frigates", "destroyer", "destroyers"])
_SHIPS |= {"squadron", "flotilla", "taskforce", "force", "group", "unit"}
_SAID = patterns.compile(r"\b(?:said|says|stated|announced|reported|confirmed)\s+(?:(?:on|in)\s+[\w ]{3,30}\s)?(?:that|the|its|his|an?)\b")
_BEGINNING = 4000  # characters in which a release names the ships of which it tells
# "Major Vega of the Chilean Navy, who | arrived in": one person
_OF_SOMEBODY = patterns.compile(r"\bwho\s+(?:\w+\s+){0,2}\Z")
# "From 14 to 17 June, the ships | called at"
_THE_SHIP = patterns.compile(
    r"(?:(?:On|From|In|At|After|Before|Then|Later|Today|Yesterday|Finally)\b[^,;.]{0,60},?\s+)?(?:[Tt]he|[Bb]oth|[Aa]ll)\s+(?:[\w-]+\s+){0,2}?(?:ships?|vessels?|warships?|frigates?|destroyers?|squadron|flotilla|task\s*force|group|unit)\s+(?:will\s+)?(?:then\s+|also\s+|later\s+)?"
)


def transfer(scene: Scene, line: Line, start: int, end: int) -> tuple[Side, ...]:
    """The state that gives and the one that is given, where words at a span say so: "| handed over | two boats to the Peruvian Navy"."""
    text = scene.passage.text
    to = next(_TO_WHOM.finditer(text, end, min(line.end, end + _LONGEST_GIFT)), None)
    given = _state_at(scene, to.end(), line.end) if to else None
    if to is None or given is None:
        return ()
    by = _BY.match(text, end, to.start()) or _BY.search(text, to.end(), line.end)
    givers = [person for person in line.people if (person.start < start if by is None else person.start >= by.end())]
    home = scene.side_of(givers[-1 if by is None else 0].person) if givers else None
    giver = home or _state_at(scene, by.end(), line.end) if by else home or _first_state(scene, line.start, start)
    return (giver, given) if giver and giver.is_state and giver.name != given.name else ()


def given_in_ceremony(scene: Scene, line: Line, start: int, end: int) -> tuple[Side, ...]:
    """The states of a handover that is told as a ceremony: "The Chilean Embassy | held a ceremony | to present the Peruvian Navy with"."""
    giver = scene.acting_body(line.start, start)
    if giver is None or not _GIVING.search(line.text):
        return ()
    for to in _FOR_WHOM.finditer(scene.passage.text, end, min(line.end, end + _LONGEST_GIFT)):
        given = _state_at(scene, to.end(), line.end)
        if given and given.name != giver.name:
            return giver, given
    return ()


_GIVING = patterns.compile(
    r"\b(?:hand(?:ed|ing)?[-\s]?over|turn[-\s]?over|donat\w+|present(?:ed|ing)?|deliver\w*|transfer\w*)\b", re.IGNORECASE
)
_FOR_WHOM = patterns.compile(r"\b(?:to|for|with|present(?:ing)?|provid(?:e|ing))\s+(?=the\b|(?-i:[A-Z]))")


def _state_at(scene: Scene, start: int, end: int) -> Side | None:
    """The state that is named, or whose force is, right behind a position."""
    body = scene.visited_body(start, end)
    term = next((term for term in scene.terms(start, end) if term.kind in ("country", "demonym")), None)
    named = term and _OF_STATE.fullmatch(scene.passage.text, start, term.start)
    return body or (Side(term.value, True, term.start, term.end) if term and named else None)


def _first_state(scene: Scene, start: int, end: int) -> Side | None:
    term = next((term for term in scene.terms(start, end) if term.kind in ("country", "demonym")), None)
    return Side(term.value, True, term.start, term.end) if term else None


_LONGEST_GIFT = 160  # characters of what is handed over
_TO_WHOM = patterns.compile(r"\bto\s+(?=the\b|its\b|(?-i:[A-Z]))")
_BY = patterns.compile(r"\s*\bby\s+")
# "to | the Armed Forces of | Peru", "to | the government of | Peru"
_OF_STATE = patterns.compile(
    r"(?:the\s+)?(?:(?:(?:armed|defen[cs]e|security|air)\s+forces?|government|people|navy|army|coast\s+guard|ministry\s+of\s+(?:national\s+)?defen[cs]e)\s+of\s+)?(?:the\s+)?(?:(?:Republic|Kingdom|State)\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)


def is_solemn(scene: Scene, line: Line) -> bool:
    """Whether a ceremony, or who was present, is told in the sentence or near it, or where it was and on which day."""
    days = [date for near in scene.lines[max(0, line.number - 1) : line.number + 1] for date in near.dates]
    if any(not date.start.endswith("X") for date in days) and any(not is_dateline(line, place) for place in line.places):
        return True
    return _SOLEMN.search(scene.passage.text, max(0, line.start - _AROUND), line.end + _AROUND) is not None


_AROUND = 500  # characters before and behind a sentence
_SOLEMN = patterns.compile(
    r"\b(?:ceremon(?:y|ies)|at\s+a\s+function|(?:was|were)\s+(?:also\s+)?present\s+(?:on|at|during)|in\s+the\s+presence\s+of|hand-?over\s+was\s+attended|on\s+the\s+occasion)\b",
    re.IGNORECASE,
)


def site_of(scene: Scene, start: int, end: int) -> Side | None:
    """The state whose base, school or ship is named right behind a position: "went to | the Belgian naval base"."""
    text = scene.passage.text
    term = next((term for term in scene.terms(start, end) if term.kind in ("country", "demonym")), None)
    if term is None or not _TO_SITE.fullmatch(text, start, term.start) or not _OWN_SITE.match(text, term.end, end):
        return None
    return Side(term.value, True, term.start, term.end)


_TO_SITE = patterns.compile(r"\s*(?:(?:to|at|in|the|a|an|of|by)\s+)*")
_OWN_SITE = patterns.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,4}?(?:base|academy|school|college|cent(?:er|re)|frigate|ship|vessel|submarine|shipyard|range|barracks|airfield|headquarters|ministry|museum)\b",
    re.IGNORECASE,
)


def ships(scene: Scene, start: int, end: int) -> Iterator[Side]:
    """The states whose ships are named between two positions: "USS Ross"."""
    for match in _SHIP.finditer(scene.passage.text, start, end):
        state = lexicon().ship_prefixes.get(match[1]) or _of_shared_prefix(scene, match[1])
        if state:
            yield Side(state, True, match.start(1), match.end(1))


def _of_shared_prefix(scene: Scene, prefix: str) -> str | None:
    """Whose a ship is whose prefix several navies use: the one of them that the release names first."""
    navies = lexicon().shared_ship_prefixes.get(prefix)
    return scene.first_named(navies) if navies else None


_SHIP = patterns.compile(r"\b([A-Z][A-Za-z]{1,5})\s+(?=[‘“\"]?[A-Z])")


def in_subject(scene: Scene, line: Line, start: int) -> tuple[Side, ...]:
    """The states that are joined before the words as their subject: "The Chilean and Peruvian coast guards | held"."""
    joined = tuple(side for side in of(scene, line) if side.start < start <= side.start + _NEAR)
    if not joined:
        return ()
    text = scene.passage.text
    bare = _OPENS.fullmatch(text, line.start, joined[0].start) and _ACTS_NEXT.fullmatch(text, joined[-1].end, start)
    return joined if bare or _GROUP.search(text, line.start, start) else ()


def both(scene: Scene, line: Line, start: int) -> tuple[Side, ...]:
    """The two states with which a sentence opens, where words at a position speak of both: "| between delegations of both countries"."""
    text = scene.passage.text
    if not _BOTH.search(text, start, min(line.end, start + _NEAR)):
        return ()
    joined = tuple(side for side in of(scene, line) if side.start < start)
    return joined if len(joined) == _PAIR and _OPENS_RELEASE.fullmatch(text, line.start, joined[0].start) else ()


_PAIR = 2
_OPENS_RELEASE = patterns.compile(r"(?:[A-Z][\w .,’'-]{1,40}\s?[—–:-]\s*)?(?:[Tt]he\s+)?")  # a dateline may stand before them
_BOTH = patterns.compile(r"\b(?:both|the\s+two)\s+(?:countries|states|nations|sides|parties|armies|navies|ministries)\b")
_NEAR = 110  # characters before a verb in which its subject stands
# "Yesterday, the | Chilean and Peruvian": states that open a sentence act themselves
_OPENS = patterns.compile(r"(?:(?:On|In|At|Today|Yesterday)\b[^,;]{0,50},\s+)?(?:[Tt]he\s+)?")


_ACTS_NEXT = patterns.compile(r"\s+(?:(?:have|has|had|today|yesterday|jointly|also|then)\s+){0,3}")


def _is_party(scene: Scene, line: Line, term: Term) -> bool:
    """Whether a state is named as such, and not as the place, or in a name such as that of a person."""
    text = scene.passage.text
    in_place = term.kind == "country" and _IN.search(text, max(line.start, term.start - 40), term.start)
    one_of_many = _EXAMPLES.search(text, max(line.start, term.start - 30), term.start)
    return term.kind in ("country", "demonym") and not (in_place or one_of_many) and not line.speech(term.start)


# "planners of Chile and Peru": those who meet for a state
_GROUP = patterns.compile(
    r"\b(?:experts|planners|officers|officials|representatives|delegations?|delegates|specialists|chiefs|commanders|ministers|ministries|secretaries|directors|staffs?|heads|leaders|teams|negotiators"
    r"|ambassadors|attach[eé]s|diplomats|inspectors|engineers|instructors|navies|armies|forces|guards|sides|parties|governments|commissioners|lawmakers|parliamentarians|agenc(?:y|ies)|experts['’])\b",
    re.IGNORECASE,
)


def _words(most: int) -> str:
    return rf"(?:\s+[\w’'.-]+){{0,{most}}}"


# "in Chile", "in the Chilean town of", "Arica, | Chile": where, and not who
_IN = patterns.compile(
    r"(?:\b(?:in|at|near|off|to|into|from|outside|around)\s+(?:the\s+|[a-z]+\s+)?|\b(?:in|at|near|off)\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?,\s)\Z"
)
# "a region of 34 nations, among them | Canada"
_EXAMPLES = patterns.compile(r"\b(?:among\s+(?:them|which|others)|such\s+as),?\s+(?:the\s+)?\Z")
# What may stand between two parties: "and", "and the", "Ministry of Defence and that of", a comma, a dash
_JOINED = patterns.compile(
    rf"(?:['’]s?)?(?:\s?[-–—/]\s?|{_words(7)}(?:,|,?\s+and)(?:\s+(?!in\b|at\b|to\b|was\b|were\b)[\w’'.-]+){{0,6}}\s+"
    rf"|{_words(4)}\s+with\s+(?:(?:the|its|his|their)\s+)?)"
)
# "a delegation from | Pakistan’s War College"
_UNIT_OF = patterns.compile(
    r"\b(?:delegation|team|group|ships?|frigates?|vessels?|officers|cadets|students|midshipmen|troops|soldiers|crew)\s+(?:from|of)\s+(?:the\s+)?\Z"
)
# "Brazilian | training ship", "the Dutch | frigate"
_UNIT = patterns.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,3}?(?:Navy|navy|[Ff]rigates?|[Ss]hips?|[Vv]essels?|[Ww]arships?|[Ff]lotilla|[Cc]orvettes?|[Cc]utter|submarines?|destroyers?|patrol\s+boats?|aircraft|squadrons?|detachments?|units?|delegations?|cadets|officers|teams?|students|midshipmen|crew|troops|soldiers|sailors|pilots|group)\b"
)
