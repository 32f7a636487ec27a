"""Who came to whom where no place is told, as the courtesies between them show: thanks for a visit, a guest, a stay in the country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.engine import patterns
from ingest.engine.rules.meetings.occasion import BESIDE, OTHER_TIME, Occasion, overlap, venue_side
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.rules.references import Reference
from ingest.engine.types import Evidence

RULE = "meetings.courtesy"


def find_hosts(occasions: list[Occasion]) -> None:
    """Gives talks of two states, of which no place is told, the host to whom all courtesies point that are told of them."""
    primary = [occasion for occasion in occasions if occasion.status == "primary"]
    for at, occasion in enumerate(primary):
        if not _is_open(occasion):
            continue
        after = (other.first.line.number for other in primary[at + 1 :] if other.states() != occasion.states())
        until = min(next(after, len(occasion.scene.lines)), occasion.first.line.number + _FARTHEST)
        shown = {
            host: evidence for line in occasion.scene.lines[occasion.first.line.number : until] for host, evidence in _shown(occasion, line)
        }
        if len(shown) == 1:
            occasion.hosts.update(shown)


_FARTHEST = 30  # sentences


def _is_open(occasion: Occasion) -> bool:
    """Whether two states met of which either may have been the host."""
    states = [side.is_state for side, _ in occasion.sides.values()]
    elsewhere = BESIDE.match(occasion.first.line.text) or _MARGINS.search(occasion.first.line.text)
    here = occasion.scene.where == "body" and occasion.state == "held" and not occasion.is_call and not occasion.is_at_sea
    return here and states == [True, True] and venue_side(occasion) is None and not occasion.hosts and elsewhere is None


_MARGINS = patterns.compile(r"\b(?:sidelines|margins|fringes)\b")


def _shown(occasion: Occasion, line: Line) -> Iterator[tuple[str, Evidence]]:
    """The hosts to whom the courtesies of a sentence point, with the words that do."""
    if OTHER_TIME.search(line.text) or _is_of_another_day(occasion, line):
        return
    for pattern, who in _COURTESIES:
        for found in pattern.finditer(line.text):
            guest = who(occasion, line, found)
            host = _other(occasion, guest) if guest else None
            if host:
                yield host, occasion.scene.evidence(line.start + found.start(), line.start + found.end(), RULE)


def _is_of_another_day(occasion: Occasion, line: Line) -> bool:
    return occasion.date is not None and any(not overlap(date, occasion.date) for date in line.dates)


def _other(occasion: Occasion, side: str) -> str | None:
    """The other one of the two sides; None where the side is neither."""
    others = occasion.sides.keys() - {side}
    return next(iter(others)) if side in occasion.sides and len(others) == 1 else None


# ---- whom the words make the guest ----


def _subject(occasion: Occasion, line: Line, found: re.Match[str]) -> str | None:
    """The side of who does it: "General Popa | thanked for the warm reception"."""
    if line.speech(line.start + found.start()):
        return None
    lead = line.text[: found.start()]
    start = max(lead.rfind(";"), lead.rfind(". ")) + 1
    people = [person for person in line.people if start <= person.start - line.start < found.start()]
    if people:
        return _home(occasion, people[-1])
    states = occasion.scene.terms(line.start + start, line.start + found.start())
    if states:
        return states[-1].value if _ROLE.match(line.text, states[-1].end - line.start) else None
    pronoun = _PRONOUN.match(line.text)
    person = occasion.scene.cast.pronoun(line.start + pronoun.start(), line.start + pronoun.end()) if pronoun else None
    return _home(occasion, person) if person else _met(occasion) if _GUEST.match(line.text) else None


def _object(occasion: Occasion, line: Line, found: re.Match[str]) -> str | None:
    """The side of whom it is done to, or the one that is not the subject’s: "General Popa thanked | his colleague | for the visit"."""
    begin, end = line.start + found.start("whom"), line.start + found.end("whom")
    if line.speech(begin):
        return None
    people = [person for person in line.people if begin <= person.start < end]
    if people:
        return _home(occasion, people[0])
    states = [term for term in occasion.scene.terms(begin, end) if term.kind == "demonym"]
    if states:
        return states[0].value
    doer = _subject(occasion, line, found)
    return _other(occasion, doer) if doer else None


def _called_guest(occasion: Occasion, line: Line, found: re.Match[str]) -> str | None:
    """The side of who is called a guest or visitor: "the visiting | Chilean admiral", "his guest, | General Popa"."""
    begin, end = line.start + found.end(), line.start + found.end() + _TITLE
    before = occasion.scene.terms(line.start + found.start(), line.start + found.end())
    near = [
        person
        for person in line.people
        if begin <= person.start < end and _TITLE_WORDS.fullmatch(line.text, found.end(), person.start - line.start)
    ]
    own = [person for person in line.people if person.start - line.start < found.end() < person.end - line.start]
    if before or near or own:
        return before[-1].value if before else _home(occasion, (near or own)[0])
    states = [term for term in occasion.scene.terms(begin, end) if term.start - begin < len("the  ")]
    return states[0].value if states else None


def _came_to(occasion: Occasion, line: Line, found: re.Match[str]) -> str | None:
    """As `_visited`, of officials or delegations who came: "General Popa landed in | Chile |", and not "two companies arrived in"."""
    guest, doer = _visited(occasion, line, found), _subject(occasion, line, found)
    return guest if guest == doer else None


def _visited(occasion: Occasion, line: Line, found: re.Match[str]) -> str | None:
    """The side that is not the country gone to: "during his visit to | Chile |"."""
    terms = occasion.scene.terms(line.start + found.end(), line.start + found.end() + 1)
    there = terms[0] if terms and terms[0].kind == "country" and not _OF_SOMETHING.match(line.text, terms[0].end - line.start) else None
    return _other(occasion, there.value) if there else None


def _home(occasion: Occasion, reference: Reference) -> str | None:
    side = occasion.scene.home(reference.person.name)
    return side.name if side and not occasion.scene.is_unsure(reference.person.name) else None


def _met(occasion: Occasion) -> str | None:
    """The side of those whom the others met: of whom a sentence speaks as "the guest"."""
    homes = {home.name for name in occasion.met if (home := occasion.scene.home(name))}
    return next(iter(homes)) if occasion.first.trigger.roles == "peers" and occasion.first.before and len(homes) == 1 else None


# ---- the words ----


_GUEST = patterns.compile(r"(?:The|Their|His|Her)\s+(?:[a-z]+\s+){0,2}(?:guests?|visitors?)\b")
_ROLE = patterns.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:sides?|guests?|visitors?|delegations?|party|team|officials?|counterparts?|colleagues?|[Mm]inisters?|[Cc]hief"
    r"|[Cc]ommander|[Gg]eneral|[Aa]dmiral|[Cc]ommodore|[Cc]olonel|[Aa]mbassador|[Ss]ecretary|[Dd]irector|[Pp]resident|[Hh]ead|leaders?)\b"
)
_PRONOUN = patterns.compile(r"(?:He|She)\b")
_TITLE = 60  # characters of a title before a name
_TITLE_WORDS = patterns.compile(r",?\s*(?:[\w’'.-]+\s+){0,6}")
_OF_SOMETHING = patterns.compile(r"['’]")
_MANNER = r"(?:[a-z-]+\s+){0,4}?"
_VISIT = r"(?:visit|trip|journey|stay|call)"
_THANKS = r"(?:thank(?:s|ed|ing)?|gratitude|grateful|appreciation|appreciat(?:ed|es|ing)|thankful(?:ness)?)\b"
_FOR_OTHERS = (
    r"(?!\s+(?:[\w-]+\s+){0,5}?(?:to|of|for)\s+(?:[\w’'-]+\s+){0,3}"
    r"(?:refugees|people|citizens|children|families|persons|soldiers|troops|cadets|students)\b)"
)
_REALM = r"(?:the\s+)?(?:(?:Republic|Kingdom|State|Sultanate)\s+of\s+)?(?=[A-Z])"
# "thanked the Minister for the warm reception", "expressed gratitude for the hospitality accorded to him"
_HOSPITALITY = patterns.compile(
    rf"\b{_THANKS}[^.;:]{{0,110}}?\b(?:hospitality|(?:warm|cordial|kind|excellent|good|generous)\s+(?:[a-z]+\s+){{0,3}}(?:reception|welcome)"
    rf"|reception\s+(?:accorded|extended|given|shown)){_FOR_OTHERS}"
)
# "was accorded a guard of honour", "signed the visitors’ book", "thanked his hosts"
_HONOURS = patterns.compile(
    r"\b(?:(?:inspected|reviewed|(?:was|were)\s+(?:accorded|given|presented\s+with|received\s+with|honou?red\s+with))"
    r"\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}guards?\s+of\s+honou?r"
    r"|signed\s+(?:the|a)\s+(?:[\w’'-]+\s+){0,2}(?:visitors?[’']?s?|guest|distinguished\s+visitors?[’']?)\s*book"
    r"|thank(?:ed|ing)\s+(?:his|her|their)\s+hosts?)\b"
)
# "is in the | country", "on the occasion of their visit to the | country"
_IN_THE_COUNTRY = patterns.compile(
    rf"(?:\b(?:his|her|their)\s+{_MANNER}{_VISIT}|\b(?:is|are|was|were)(?:\s+(?:currently|now|presently))?|\bon\s+an?\s+{_MANNER}{_VISIT})"
    r"\s+(?:in|to)\s+(?:the|this)\s+country\b"
)
# "At the end of her stay, | the Chilean minister"
_DURING_STAY = patterns.compile(
    r"(?:During|At\s+the\s+end\s+of|As\s+(?:a\s+)?part\s+of|In\s+the\s+(?:course|framework)\s+of|Within)"
    rf"\s+(?:his|her)\s+{_MANNER}{_VISIT},\s+(?P<whom>[^,.;]{{3,90}})"
)
# "thanked | the General | for his visit", "expressed gratitude | to the Ambassador | for making the trip"
_FOR_VISIT = patterns.compile(
    rf"\b{_THANKS}(?P<whom>[^.;:]{{0,110}}?)\bfor\s+(?:(?:paying|making|undertaking)\s+)?"
    rf"(?:(?:the|his|her|their|an?|this)\s+{_MANNER}{_VISIT}\b(?!\s+of\b)|(?:coming|visiting|travell?ing)\s"
    r"|accepting\s+(?:the|his|her|their)\s+invitation)"
)
# "wished | the Minister | welcome", "wished | the General | a pleasant stay"
_WISHED = patterns.compile(
    rf"\b(?:wish(?:ed|es|ing)|bade|bid)\s+(?P<whom>[^.;:,]{{2,90}}?)\s+(?:(?:a\s+{_MANNER})?welcome\b|(?:an?|the)\s+{_MANNER}stay\b)"
)
_EXTENDED = patterns.compile(r"\b(?:extended|gave)\s+(?:an?|his|her|their)\s+(?:[a-z]+\s+){0,3}welcome\s+to\s+(?P<whom>[^.;:,]{3,90})")
# "the visiting Chilean admiral", "The Chilean guests", "his guest, General Popa"
_GUEST_CALLED = patterns.compile(r"\b[Tt]he\s+visiting\s|\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[\w-]+\s+){0,2}guests?\b")
# "during his visit to Chile", "is on a working visit to Chile"
_HIS_VISIT = patterns.compile(
    rf"\b(?:(?:[Hh]is|[Hh]er|[Tt]heir)\s+{_MANNER}(?:visit|trip|stay|tour)|(?:is|are|was|were)\s+on\s+an?\s+{_MANNER}(?:visit|trip|tour))"
    rf"\s+(?:to|in)\s+{_REALM}"
)
# "General Popa landed in Chile"
_LANDED = patterns.compile(rf"\b(?:landed|touched\s+down|arrived|(?:is|are)(?:\s+(?:currently|now))?)\s+in\s+{_REALM}")
# "glad to welcome my colleague to Chile"
_WELCOMED = patterns.compile(
    rf"\bwelcom(?:ed?|es|ing)\s+(?:(?:you|him|her|them)|(?!the\b|its\b)(?:[\w.-]+\s+){{0,8}}?[\w.-]+)\s+to\s+{_REALM}"
)
_COURTESIES = (
    (_HOSPITALITY, _subject),
    (_HONOURS, _subject),
    (_IN_THE_COUNTRY, _subject),
    (_DURING_STAY, _object),
    (_FOR_VISIT, _object),
    (_WISHED, _object),
    (_EXTENDED, _object),
    (_GUEST_CALLED, _called_guest),
    (_HIS_VISIT, _visited),
    (_LANDED, _came_to),
    (_WELCOMED, _visited),
)
