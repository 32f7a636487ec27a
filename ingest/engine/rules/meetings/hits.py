"""Where the words of a sentence tell that officials met: the triggers that stand in it and have what they need."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache

from ingest.engine import patterns
from ingest.engine.rules.meetings import exercises, lacking, parties, passing, pronouns, rosters
from ingest.engine.rules.meetings.cued import Cued
from ingest.engine.rules.meetings.lexicon import Needs, Trigger, lexicon
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.values import frozen


@frozen
class Hit:
    """A trigger and where its words stand in the passage."""

    trigger: Trigger
    start: int
    end: int


def find(scene: Scene, line: Line, named: tuple[Name, ...]) -> tuple[Hit, ...]:
    """The triggers of a sentence that have what they need, in order, none inside another; words inside quotation marks tell nothing.

    Faint ones ("discussed", "their meeting") are read only where the sentence has no other.
    """
    stems = line.words & lexicon().stems
    if not stems:
        return ()
    missing = lacking.of(scene, line, named)
    for faint in (False, True):
        hits = list(_hits(line, stems, missing, faint=faint))
        if len(hits) > _MOST:
            return ()
        if told := tuple(_told(scene, line, hits, named)):
            return told
    return ()


_MOST = 40  # triggers of one sentence; more are no prose


def _hits(line: Line, stems: frozenset[str], missing: frozenset[Needs], *, faint: bool) -> Iterator[Hit]:
    """The triggers of a sentence by position, longer ones first; none in speech, and none of those whose needs nothing in it can meet."""
    known = lexicon()
    ranks = {rank for word in stems for rank in known.ranks[faint].get(word, ())}
    triggers = [(rank, known.triggers[rank]) for rank in ranks]
    hits = [
        (match.start(), -match.end(), rank)
        for rank, trigger in triggers
        if trigger.needs not in missing and not (trigger.also and trigger.also.isdisjoint(line.parts))
        for match in trigger.words.finditer(line.text, line.small)
    ]
    for start, negative_end, rank in sorted(hits):
        trigger = known.triggers[rank]
        if not line.speech(line.start + start) and not _is_unreal(line, trigger, start, -negative_end):
            yield Hit(trigger, line.start + start, line.start - negative_end)


def _is_unreal(line: Line, trigger: Trigger, start: int, end: int) -> bool:
    """Whether words of a sentence tell of nothing that was, or not here: what was before, was wished, or is told in passing."""
    if trigger.needs != "occasion" and POINTS_BACK.search(line, max(0, start - 50), start):
        return True
    if line.text[max(0, start - 3) : start] == "to " and _ALSO_WISHED.search(line.text, max(0, start - _WISHES), start):
        return True
    if UNREAL.search(line, max(0, start - 60), start) or _INVITED.search(line, 0, start) or _is_in_passing(line, trigger, start):
        return True
    if passing.is_matter(line, trigger, start, end) or (trigger.rule.endswith(".called-on") and passing.is_urged(line, start, end)):
        return True
    is_noun = trigger.rule.endswith(_OF_NOUN)
    return is_noun and bool(_NOT_HELD.match(line, end) or _CALLED_FOR.search(line.text, max(0, start - 60), start))


def _is_in_passing(line: Line, trigger: Trigger, start: int) -> bool:
    """Whether a clause tells why somebody was there: "Minister Popa, who visited Chile to attend the Andean Forum, met"."""
    if not (trigger.kind == "visit" or _ATTENDS.match(line.text, start) or (trigger.rule.endswith("there-for") and line.words & _MEETS)):
        return False
    inside = any(each.start() < start < each.end() < len(line.text) - 1 for each in asides(line))
    return inside or _CAME_TO.search(line, 0, start) is not None


# "has invited Minister Popa, who was in Lima, to | visit"; not "was invited to attend"
_INVITED = Cued(
    "invited invites asked asks tasked directed",
    r"\b(?:asked|asks|tasked|directed)\s+(?!by\b|to\b|for\b)[^;:.,]{2,120}?\bto\s+(?:\w+ly\s+)?\Z"
    r"|\b(?<!was )(?<!were )(?<!been )(?<!are )(?<!is )(?:has\s+|have\s+|had\s+|also\s+)*invit(?:ed|es)\s+(?!by\b|to\b)"
    r"[^;:]{2,240}?\bto\s+(?:\w+ly\s+)?\Z",
)
# "met Minister Popa | who is on a visit to the country to | attend the Andean Forum"
_CAME_TO = Cued(
    "who",
    r"\b(?:met|received|welcomed|hosted|talks|meeting)\b[^;]{3,200}?[a-z]\s+who\s+(?:is|was|are|were|had|has|came|arrived)\b[^,;.]{0,100}?\bto\s+\Z",
)
_MEETS = frozenset(["met", "meets", "received", "held", "talks"])  # what tells more of one who is somewhere for a gathering
# "Minister Popa, who visited Chile to | attend | the Andean Forum, met"
_ATTENDS = patterns.compile(r"(?:attend|participat|tak(?:e|ing)\s+part|took\s+part)")


# "Prior to the call on Minister Popa": the call was told before; "commented on the talks": others spoke of them
POINTS_BACK = Cued(
    "prior before after following ahead comment comments commented commenting commentary asked question questions",
    r"\b(?:prior\s+to|before|after|following|ahead\s+of|comment(?:s|ed|ing)?\s+on|commentary\s+on|asked\s+about|questions?\s+(?:on|about))"
    r"\s+(?:the|his|her|their)\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)


# "expressed his readiness to | meet", "hoped to | visit", "has not yet | met", "without | meeting"
UNREAL = Cued(
    "readiness ready willing willingness hope hopes hoped hoping wish wishes wished want wants wanted desire desires desired eager prepared"
    " like refused refuses refusal declined declines unable failed fails proposed proposes proposal offer offered offers urged permitted"
    " permitting allowed allowing enabled enabling not never without instead",
    r"\b(?:readiness|ready|willing(?:ness)?|hop(?:e|es|ed|ing)|wish(?:es|ed)?|want(?:s|ed)?|desires?|desired|eager|prepared|would\s+like|refus(?:ed|es|al)|declin(?:ed|es)|unable|fail(?:ed|s)|propos(?:ed|es|al)|offer(?:ed|s)?|urged|permitt(?:ed|ing)|allow(?:ed|ing)|enabl(?:ed|ing))"
    r"\s+(?:[\w-]+\s+){0,3}?to\s+(?:[\w-]+\s+)?\Z|\b(?:not|never|without|instead\s+of)\s+(?:yet\s+|ever\s+|be(?:en)?\s+)?\Z",
    re.IGNORECASE,
)
# "commended their willingness to hold the talks in July, and to | host | the Forum"
_ALSO_WISHED = patterns.compile(
    r"\b(?:readiness|willingness|desire|offer|intention|decision|plans?)\s+to\s[^.;]{3,200}?,?\s+(?:and|or)\s+(?:also\s+)?to\s+\Z"
)
_WISHES = 260  # characters of what somebody wishes
# rules of words that are nouns, of which the verb comes later
_OF_NOUN = (".meeting-between", ".call-between", ".talks-took-place", ".was-held", ".talks-of-states")
# "called on both to resume | talks", "of the 1994 | consultations"
_CALLED_FOR = patterns.compile(
    r"\bto\s+(?:resume|renew|restart|reopen|begin|start|hold|continue|launch|convene|join|pursue|maintain|deepen|intensify|expand|schedule|arrange|return\s+to)\s+(?:[\w-]+\s+){0,5}\Z|\b(?:call(?:s|ed)?|appeal(?:s|ed)?|push(?:es|ed)?)\s+for\s+(?:[\w-]+\s+){0,3}\Z"
    r"|\b19\d\d\s+(?:[\w-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
# "talks between the two | have not yet been resumed", "talks | broke down"
_NOT_HELD = Cued(
    "not never yet broke collapsed stalled should must could ought every each once twice annually alternately discussed debated considered",
    r"[^.;]{0,90}?\b(?:have|has|had|were|was|did|could|are|is)\s+(?:not|never|yet\s+to)\b|[^.;,]{0,60}?\b(?:broke\s+down|collapsed|stalled)\b|[^.;]{0,120}?\b(?:should|must|could|ought)\b"
    r"|[^.;]{0,90}?\b(?:(?:every|each)\s+(?:year|month|spring|autumn|two)|(?:once|twice)\s+a\s+year|annually|alternately)\b|[^.;]{0,60}?\b(?:will|would|to)\s+be\s+(?:discussed|debated|considered)\b",
    re.IGNORECASE,
)


def _told(scene: Scene, line: Line, hits: list[Hit], named: tuple[Name, ...]) -> Iterator[Hit]:
    """The hits that have what their trigger needs, none inside another."""
    reached = line.start
    for hit in hits:
        seen = _AUDIENCE.match(scene.passage.text, hit.end) and not (hit.trigger.kind == "visit" and _are_two_sides(scene, line, hit.start))
        if (
            hit.start >= reached
            and not seen
            and not (hit.trigger.kind == "visit" and _COMPANY.match(scene.passage.text, hit.end))
            and _has_what_it_needs(scene, line, hit, named)
        ):
            reached = hit.end
            yield hit


# "visited | the headquarters of the company Roca Systems": no state receives there
_COMPANY = patterns.compile(
    r"\s*(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:(?:headquarters|facilit(?:y|ies)|premises|plants?|offices)\s+of\s+(?:the\s+)?)?(?:[\w-]+\s+){0,2}?(?:company|firm|manufacturer|factory|enterprise)\b"
)


def _are_two_sides(scene: Scene, line: Line, end: int) -> bool:
    """Whether people of two sides stand before a position: together they visited even one's own troops."""
    return len({home.name for person in line.people if person.start < end and (home := scene.side_of(person.person))}) > 1


def _has_what_it_needs(scene: Scene, line: Line, hit: Hit, named: tuple[Name, ...]) -> bool:
    """Whether those stand there of whom the trigger tells: "received the delegation" tells a meeting, "received a letter" none."""
    text = scene.passage.text
    stop = topic(text, hit.end, line.end)
    rest = text[hit.end : stop]
    if hit.trigger.roles == "host-guest" and (_THING.match(rest) or _is_taken(rest)):
        return False
    if hit.trigger.rule.endswith(".received") and passing.is_thing_welcomed(line, hit.start - line.start, hit.end - line.start):
        return False
    if (hit.trigger.roles == "guest-host" or rest.startswith(" by ")) and _is_of_thing(line, hit):
        return False
    match hit.trigger.needs:
        case None:
            return True
        case "occasion":
            return name_for(text, line, hit, named, stop) is not None
        case "person":
            if hit.trigger.roles == "guest-host" and OFFICE.match(rest):
                return True
            behind = any(hit.start <= person.start < stop for person in line.people)
            return behind or any(hit.end <= side.start < stop for side in line.sides) or bool(_DELEGATION.match(rest))
        case "object":
            near = (side for side in counterparts(line, hit.end) if side.start < hit.end + _NEXT)
            met = is_object(line, text, hit.end) or any(not _INVITES.search(text, hit.end, side.start) for side in near)
            return met and not _SENT_OFF.search(text, hit.end, line.end)
        case "pronoun":
            return bool(pronouns.met(scene, line, hit.start, hit.end))
        case "pair" | "two" | "across":
            return _has_people_of_two(scene, line, hit)
        case "relay":
            return _has_people_of_two(scene, line, hit) and parties.is_solemn(scene, line)
    return _has_its_sides(scene, line, hit)


def _has_people_of_two(scene: Scene, line: Line, hit: Hit) -> bool:
    """Whether people of two sides stand where the trigger needs them: anywhere, behind its words, or on both sides of these."""
    homes = [(person.start, home.name) for person in line.people if (home := scene.side_of(person.person))]
    behind = {name for start, name in homes if start >= hit.end}
    match hit.trigger.needs:
        case "two":
            return len(behind) > 1
        case "across" | "relay":
            before = {name for start, name in homes if start < hit.start}
            return bool(before and behind and before.isdisjoint(behind))
    unnamed = {side.name for side in counterparts(line, line.start) if side.start < hit.start}
    return len(unnamed.union(name for _, name in homes)) > 1


def _has_its_sides(scene: Scene, line: Line, hit: Hit) -> bool:
    """Whether the states, forces or delegations stand there that the trigger needs instead of people."""
    match hit.trigger.needs:
        case "nations":
            forces = {side.name for side in exercises.forces(scene, line)}
            if len(forces) > 1 or hit.trigger.kind != "exercise":
                return len(forces) > 1
            return rosters.counts_many(line.text) or exercises.is_of_many_soon(scene, line)
        case "transfer":
            return bool(parties.transfer(scene, line, hit.start, hit.end)) and parties.is_solemn(scene, line)
        case "parties":
            return bool(parties.attached(scene, line, hit.start, _noun_end(scene, hit)))
        case "told-parties":
            return bool(line.dates or line.places) and bool(parties.attached(scene, line, hit.start, hit.end))
        case "together":
            by_somebody = any(
                line.start == person.start or _COURTESY.fullmatch(line.text, 0, person.start - line.start) for person in line.people
            )
            return not by_somebody and len(parties.before(scene, line, hit.start)) > 1
        case "unit":
            officials = any(person.start < hit.start for person in line.people) and _VISITED.match(scene.passage.text, hit.start)
            return not officials and parties.unit(scene, line, hit.start) is not None
        case "delegations":
            return len({side.name for side in parties.delegations(scene, line)}) > 1
        case "counted":
            return any(_counts_or_lists(scene, near) for near in scene.lines[line.number : line.number + _SOON])
        case "many":
            return rosters.heads_of_many(scene, line, line.end if hit.trigger.kind == "exercise" else hit.start)
    return True


def _counts_or_lists(scene: Scene, line: Line) -> bool:
    """Whether a sentence counts the nations whose delegates came, or lists them: "delegations from Chile, Peru and Brazil take part"."""
    return rosters.counts_delegates(line.text) or rosters.lists_delegates(scene, line)


_COURTESY = patterns.compile(
    r"(?:M[rs]s?|Dr)\.?\s"
)  # "Mr. Popa briefed on the talks with Chilean officials and | consulted | his colleagues"
_INVITES = patterns.compile(r"\binvitation\s+(?:of|from)\b")  # "on a visit to Chile at the invitation of his counterpart"
# "visited", which officials do as well: they are the guests then, and not the ship or unit of which the sentence tells
_VISITED = patterns.compile(r"(?:visit|tour)", re.IGNORECASE)
_SOON = 3  # sentences in which a conference counts its nations


def counterparts(line: Line, start: int) -> Iterator[Side]:
    """The states behind this position that are told by a counterpart, named or not: "with her | Polish | counterpart"."""
    behind = (side for side in line.sides if side.is_state and side.start >= start)
    return (side for side in behind if _COUNTERPART.match(line.text, side.end - line.start))


_NEXT = 60  # characters between "with" and the people of an unnamed counterpart
_COUNTERPART = patterns.compile(r"(?:,?\s+(?:and\s+)?[A-Z][\w.-]*){0,6}\s+counterparts?\b")


def _noun_end(scene: Scene, hit: Hit) -> int:
    """The end of the noun with which the words open: "talks | of Chile and Peru took place"."""
    match = _FIRST_WORD.match(scene.passage.text, hit.start, hit.end)
    return match.end() if match else hit.end


_FIRST_WORD = patterns.compile(r"[\w-]+")


def is_object(line: Line, text: str, end: int) -> bool:
    """Whether words of an office alone stand between a verb and a person: "visited | the Minister of Defence, | Ana Popa"."""
    person = next((person for person in line.people if person.start >= end), None)
    if person is None or person.start - end > _LONGEST_OFFICE:
        return False
    between = text[end : person.start]
    if any(end <= place.evidence.start < person.start for place in line.places) and not _TO_PLACE.search(between):
        return False
    return all(word[0].isupper() or word in lexicon().office_words for word in _WORD.findall(between))


_SENT_OFF = patterns.compile(r"\boff\b")  # "saw the Air Chief off", "called off"
_LONGEST_OFFICE = 160  # characters before a name that an office may take
_TO_PLACE = patterns.compile(r"\b(?:to|in|of)\s+\w+(?:,\s|\s)")  # the ambassador in Lima
_WORD = patterns.compile(r"[^\W\d_][\w’'-]*")


_DELEGATION = patterns.compile(
    r"(?!\s+(?:[\w-]+\s+){0,3}(?:local|community|business|faith|civic|youth|industry|labor|labour|tribal|religious|rights|student|union|opinion|party)\s+leaders)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}(?:delegations?|counterparts?|visitors?|visiting|guests?|dignitar(?:y|ies)|colleagues|ministers|attach[eé]s|ambassadors|allies|leaders|chiefs\s+of\s+(?:defen[cs]e|staff|general\s+staff))\b",
    re.IGNORECASE,
)


# "called on the Chief of the Defence Staff", whoever holds the office
OFFICE = patterns.compile(
    r"\s+(?:(?:the|his|her|their)\s+)?(?:[\w’'-]+\s+){0,3}?(?:Chiefs?|Ministers?|President|Premier|Secretary|Commander|Governor|Director|Head|Chairman|King|Queen|Sultan|Emir|Speaker|Prince|counterpart)\b"
)


# "met with soldiers of the corps", "spoke to students": they are no side
_AUDIENCE = patterns.compile(
    r"\s*(?:with\s+|to\s+)?(?:the\s+|some\s+|its\s+|\d+\s+)?(?:\w+\s+)?(?:students|cadets|soldiers|sailors|airmen|troops|contingents?|crews?|service\s+members|servicemen|personnel|reporters|journalists|media|press|veterans|families|children|members\s+of\s+the\s+(?:diaspora|community))\b",
    re.IGNORECASE,
)


# "welcomed the deployment", "received a letter", "hosted the exercise"
_THING = patterns.compile(
    r"\s+(?:the\s+|an?\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){0,3}?(?:deployment|progress|decisions?|offers?|contributions?|signing|signature|announcement|efforts?|support|establishment"
    r"|participation|events?|exercises?|drills?|news|proposals?|initiatives?|results?|outcomes?|increase|agreements?|invitations?|letters?|messages?|reports?|information|gifts?|awards?|medals?|praise|training|growth|launch|accession|briefings?|opportunity|chance|steps?|commitments?|conclusion|creation|adoption|approval|release|fact|idea|prospect|interest|readiness|statement|remarks|ceasefire|truce|appointment"
    r"|talks|dialogue|discussions|consultations|cooperation|ties|resumption|expansion|development|election"
    r"|troph(?:y|ies)|shields?|plaques?|souvenirs?|memento(?:e?s)?|crests?|certificates?|diplomas?|decorations?|donations?|consignments?|aid|assistance|salutes?)\b"
    r"(?!\s+(?:[\w-]+\s+)?(?:delegations?|teams?|committee|commission|group|officers?|attach|minister|secretary|director|chief|commissioner|envoy|adviser))",
    re.IGNORECASE,
)


def _is_of_thing(line: Line, hit: Hit) -> bool:
    """Whether it is no person who was welcomed: "The decision of Chile | was welcomed by | Minister Popa and Ambassador Roca"."""
    at = hit.start - line.start
    if not _WELCOMED.match(line.text, at):
        return False
    subjects = (found.end() for found in _SUBJECT.finditer(line.text, 0, at))
    return any((thing := _THING.match(line.text, start, at)) and not _OTHER_CLAUSE.search(line.text, thing.end(), at) for start in subjects)


# "was welcomed", "were warmly received"; what was hosted may be the talks themselves
_WELCOMED = patterns.compile(r"(?:(?:was|were|is|are|been)\s+(?:\w+\s+)?)?(?:welcomed|received|greeted|met)\b")
# where the subject of a sentence begins, before the blank behind its article
_SUBJECT = patterns.compile(
    r"(?:\A(?:(?:On\s+(?:\w+\s+)?(?:\d+\s+\w+|\w+\s+\d+|\w+day)|Today|Yesterday)\s+)?|[,;]\s+(?:and\s+)?|\b(?:said|says|added|that|noted|stressed)\s+)(?:the|an?|this|that|these|those|its|his|her|their|both|such|[\w-]+['’]s?)(?=\s)",
    re.IGNORECASE,
)
# "The agreement was signed, and Minister Popa | was received"; "the exercise director", "the training team"
_OTHER_CLAUSE = patterns.compile(
    r"\A(?!\s+(?:of|to|on|for|that|in|by|from|with|between|at|over|about|which|and|made|signed|announced|taken)\b|,|\s*\Z)|[,;]\s+(?:and|but|while|who|where|when)\b|;"
)


def _is_taken(rest: str) -> bool:
    """Whether words behind a verb tell what was taken from somebody: "received | the boats from Minister Popa"; no people, and no call."""
    taken = _FROM.match(rest)
    return taken is not None and not _OF_PEOPLE.search(taken["what"])


_FROM = patterns.compile(r"\s+(?:the|a|an|his|her|two|three|four|five|several|\d+)\s+(?P<what>(?:[\w’'-]+\s+){1,6}?)from\s+")
_OF_PEOPLE = patterns.compile(
    r"\b(?:delegat|team|group|part(?:y|ies)\b|officer|official|minister|chief|command|represent|expert|visit|guest|call|member|student|cadet|envoy"
    r"|ambassador|attach|general|admiral|staff|mission|contingent|troop|soldier|ship|vessel|frigate|squadron|counterpart|colleague|leader|adviser"
    r"|advisor|participant|people|personnel|crew|trainee|instructor|journalist|parliament|lawmaker|president|premier|king\b|prince|speaker|chair|director"
    r"|head\b|secretary|governor|mayor|rector|marshal|colonel|captain|major|lieutenant|commodore|brigadier|senator|congress|deput|attach|veteran|family|pilot)",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def topic(text: str, start: int, end: int) -> int:
    """The position where the sentence turns from who met to what was talked about."""
    for match in lexicon().topics.finditer(text, start, end):
        if not (lexicon().beside.fullmatch(match.group()) and _THEN_WITH.match(text, match.end(), end)):
            return match.start()
    return end


# "met on the sidelines | of the Forum in Lima with"
_THEN_WITH = patterns.compile(r"[^.;,]{0,90}?\swith\s+(?:the\b|his\b|her\b|[A-Z])")


def asides(line: Line, end: int = sys.maxsize) -> list[re.Match[str]]:
    """What a sentence, up to a position, only tells beside: ", who is in Lima until 3 May", "(a draft was discussed in Lima in March)",
    "Days before both attend the Andean Forum in Lima,"."""
    lead = None if line.parts.isdisjoint(_AHEAD) else _TO_COME.match(line.text, 0, min(end, len(line.text)))
    told = _ASIDE.finditer(line.text, 0, end) if "(" in line.text or not line.parts.isdisjoint(_WHO) else ()
    return [*([lead] if lead else ()), *told]


_AHEAD = frozenset(["before", "ahead", "prior"])  # one of which opens what is still to come
_TO_COME = patterns.compile(
    r"(?:(?:Days|Weeks|Hours|A\s+(?:day|week|month)|Just\s+\w+)\s+before|Before|(?:(?:Days|Weeks|A\s+\w+)\s+)?(?:[Aa]head\s+of|[Pp]rior\s+to))\s"
    r"(?=[^;]{0,160}?\b(?:attends?|will|next\s+(?:week|month|year)|upcoming|later\s+this)\b)"
    r"[^,;]{3,160},(?:\s+(?:which|where)\s[^,;]{3,120},)?"
)


_WHO = frozenset(["who", "whom", "whose"])  # one of which opens every clause that the pattern can match
_ASIDE = patterns.compile(
    r",\s+who(?:m|se)?\b[^,;]*|\((?=[^()]{0,200}\b(?:was|were|had|has|have|will|is|are|agreed|met|signed|visited|discussed)\b)[^()]{20,300}\)"
)


# ---- the name of the occasion ----


def name_for(text: str, line: Line, hit: Hit, named: tuple[Name, ...], stop: int) -> Name | None:
    """The name of the occasion: behind the words that hold it, or before "took place"."""
    rule = hit.trigger.rule
    if rule.endswith("was-held"):
        held = next((name for name in reversed(named) if name.start < hit.start and _is_near(line, name.end, hit.start)), None)
        return None if held and _LEADS_UP_TO.search(text, line.start, held.start) else held
    if rule.endswith(("signed", "signed-by", "visited", "received-by", "spoke-with", ".discussed")):
        return None
    begin = max(line.start, hit.start - len("sidelines ")) if hit.trigger.needs == "occasion" else hit.start
    if rule.endswith("at-occasion"):
        begin = hit.end  # "during the" leads to the occasion itself
    around = next((name for name in named if name.start < hit.start < name.end), None)
    if around and rule.endswith(("gathering-of", "round-held")):
        return around  # "the 3rd Andean Defence | Ministers’ Meeting opened", "the Seventh | Round of Staff Talks was held"
    inside = [name for name in named if hit.start <= name.start < stop and not _is_only_spoken_of(text[begin : name.start])]
    inside = [name for name in inside if not (_is_why_they_came(line, hit, name) or _AND_ATTENDS.search(text, hit.end, name.start))]
    if inside:
        if hit.trigger.needs == "person":
            return inside[0] if _AT_NAME.search(text, hit.end, inside[0].start) else None
        if hit.trigger.needs is None:
            return None if _is_venue(text, line, hit, inside[0]) else inside[0]
        return inside[0] if _is_near(line, hit.end, inside[0].start) or _JOINS_FOR.match(text, hit.start, inside[0].start) else None
    before = (name for name in named if name.is_body and name.start < hit.start)
    return next((name for name in before if not _AHEAD_OF.search(text, line.start, name.start)), None)


# "met with the leaders of Peru | and to join others for the | Andean Forum"
_AND_ATTENDS = patterns.compile(
    r"\band\s+(?:(?:to|also|then|later|will)\s+){0,2}(?:join(?:s|ed)?|attend(?:s|ed)?|participate[sd]?\s+in|take\s+part\s+in|took\s+part\s+in)\b[^.;]{0,60}\Z"
)


def _is_why_they_came(line: Line, hit: Hit, name: Name) -> bool:
    """Whether a clause names what one of them had come for: "held talks with N, who was in Lima to take part in the Andean Forum"."""
    if hit.trigger.roles == "guest":
        return False
    clauses = (match.span() for match in asides(line))
    return any(start + line.start <= name.start < end + line.start and hit.end <= start + line.start for start, end in clauses)


def _is_venue(text: str, line: Line, hit: Hit, name: Name) -> bool:
    """Whether a named gathering is only where two met: "met with N at the Munich Forum"."""
    met = any(hit.end <= person.start < name.start for person in line.people)
    return met and not hit.trigger.rule.endswith("chaired") and bool(_AT_THE.search(text, hit.end, name.start))


_AT_THE = patterns.compile(r"\b(?:at|in)\s+the\s+\Z")


def _is_near(line: Line, start: int, end: int) -> bool:
    """Whether the name stands with the words, with no person between."""
    return end - start <= 90 and not any(start <= person.start < end for person in line.people)


# "| joined | leaders of the ALBA and its Secretary General for the annual | ALBA Summit"
_JOINS_FOR = patterns.compile(r"joined\s[^.;]{2,200}?\sfor\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}\Z")


def _is_only_spoken_of(lead: str) -> bool:
    """Whether words before a name make it the body of an official ("Secretary General of the Andean Forum") or another occasion."""
    return bool(
        _BESIDE.search(lead)
        or _OFFICE_IN.search(lead)
        or _BIDDEN.search(lead)
        or _WHO_IS_FOR.search(lead)
        or _AHEAD_OF.search(lead)
        or _VALUED.search(lead)
    )


# "met his counterparts | who are in Lima for the | Andean Forum"
_WHO_IS_FOR = patterns.compile(
    r"[a-z]\s+who\s+(?:is|are|was|were|came|had\s+come)\b[^,;.]{0,60}?\s(?:for|to\s+attend)\s+(?:the\s+)?(?:\w+\s+)?\Z"
)
# "held consultations | ahead of the | NATO Summit", "met to prepare for the | Andean Forum"
_AHEAD_OF = patterns.compile(
    r"\b(?:ahead\s+of|in\s+advance\s+of|prior\s+to|before|preparations?\s+(?:for|of)|to\s+prepare(?:\s+for)?|run-?up\s+to|on\s+the\s+eve\s+of"
    r"|in\s+view\s+of|since|after|following|(?:outcomes?|results?|decisions?|conclusions?)\s+of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}(?:of\s+(?:the\s+)?)?\Z",
    re.IGNORECASE,
)
# "spoke about preparations for | the Andean Summit, which will be held", "agreed to work together ahead of | the Summit to be held"
_LEADS_UP_TO = patterns.compile(
    r"\b(?:ahead\s+of|in\s+advance\s+of|preparations?\s+for|in\s+the\s+run-up\s+to|on\s+the\s+eve\s+of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
# "met and underscored | their commitment to the | Andean Forum"
_VALUED = patterns.compile(
    r"\b(?:commit(?:ment|ted)\s+to|support(?:ive)?\s+(?:for|to|of)|(?:importance|value|role|work|establishment|creation|usefulness|relevance)\s+of"
    r"|contributions?\s+to|confidence\s+in|membership\s+(?:of|in)|(?:reaffirm|welcom|prais|support|commend)(?:ed|ing))\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}\Z"
)
# "are meeting on the instruction of the 3rd Andean Summit"
_BIDDEN = patterns.compile(
    r"\b(?:instructions?|request|decision|mandate|directives?|recommendations?|invitation)\s+(?:of|from|by)\s+(?:the\s+)?\Z"
)
_OFFICE_IN = patterns.compile(
    r"\b(?:General|Secretary|Chair(?:man|woman|person)?|President|Director|Head|Commissioner|Chief|Officer|Delegate|Representative|Executive|Envoy)\s+(?:of|to)\s+(?:the\s+)?\Z"
)
# "hosted N in the fourth meeting of the Andean Committee"
_AT_NAME = patterns.compile(
    r"(?<!participating )(?<!part )(?<!attending )\b(?:in|at|for)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:(?:meeting|session|round|edition)\s+of\s+(?:the\s+)?)?\Z"
)
# "met during the Andean Forum": the meeting is not the forum
_BESIDE = patterns.compile(
    r"\b(?:during|margins|sidelines|fringes|conjunction\s+with|ahead\s+of|following|prior\s+to|before|after|report\s+of)\b[^,;]*\Z",
    re.IGNORECASE,
)
