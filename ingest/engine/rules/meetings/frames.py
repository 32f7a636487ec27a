"""What single sentences tell: who met whom, in which tense, where and when. What belongs together is decided later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ingest.engine.rules.meetings import names
from ingest.engine.rules.meetings.lexicon import Trigger, lexicon
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Line, Scene, Side
from ingest.engine.rules.references import Reference
from ingest.engine.types import Date, Evidence, MeetingKind, Mode, Place

Tense = Literal["past", "perfect", "future", "relative"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One telling of an occasion. `before` and `behind` are those who stand at the sides of the trigger's words."""

    line: Line
    trigger: Trigger
    start: int
    end: int
    kind: MeetingKind
    mode: Mode | None
    before: tuple[Reference, ...]
    behind: tuple[Reference, ...]
    sides: tuple[Side, ...]
    plural: bool  # "the two ministers", "they": those of the occasion at hand
    tense: Tense
    background: bool
    sequel: bool  # the sentence opens with "after", "later", "separately": another occasion than the one before
    date: Date | None
    place: Place | None
    name: Name | None
    destination: Side | None  # the country gone to
    goes_on: bool  # "who is on a visit", "where she was received": more of what the sentence told before
    by_journey: bool  # "the visit ended with": those who travel

    @property
    def people(self) -> tuple[Reference, ...]:
        return self.before + self.behind


def of_line(scene: Scene, line: Line) -> tuple[Frame, ...]:
    """The frames of a sentence in order; words inside quotation marks tell nothing."""
    found: list[Frame] = []
    hits = list(_hits(line))
    if not hits or len(hits) > _MOST:
        return ()
    named = names.find(scene.passage, line)
    told = list(_told(scene, line, hits, named))
    for at, hit in enumerate(told):
        until = told[at + 1].start if at + 1 < len(told) else line.end
        found.append(_frame(scene, line, hit, until, named, found))
    return tuple(found)


_MOST = 40  # triggers of one sentence; more are no prose


@dataclass(frozen=True, slots=True)
class _Hit:
    trigger: Trigger
    start: int
    end: int


def _hits(line: Line) -> Iterator[_Hit]:
    """The triggers of a sentence by position, longer ones first; none in speech."""
    triggers = lexicon().triggers
    ranks = {rank for word in line.words & lexicon().stems.keys() for rank in lexicon().stems[word]}
    hits = [
        (match.start(), -match.end(), rank, triggers[rank]) for rank in sorted(ranks) for match in triggers[rank].words.finditer(line.text)
    ]
    asides = [match.span() for match in _ASIDE.finditer(line.text) if match.end() < len(line.text) - 1] if hits else []
    for start, negative_end, _, trigger in sorted(hits, key=lambda hit: hit[:3]):
        points_back = trigger.needs != "occasion" and _POINTS_BACK.search(line.text, max(0, start - 50), start)
        in_passing = trigger.kind == "visit" and any(first < start < last for first, last in asides)
        if not line.speech(line.start + start) and not points_back and not in_passing:
            yield _Hit(trigger, line.start + start, line.start - negative_end)


# "Prior to the call on Minister Popa": the call was told before
_POINTS_BACK = re.compile(r"\b(?:prior\s+to|before|after|following|ahead\s+of)\s+(?:the|his|her|their)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)


def _told(scene: Scene, line: Line, hits: list[_Hit], named: tuple[Name, ...]) -> Iterator[_Hit]:
    """The hits that have what their trigger needs, none inside another."""
    text = scene.passage.text
    reached = line.start
    for hit in hits:
        stop = _topic(text, hit.end, line.end)
        behind = [person for person in line.people if hit.start <= person.start < stop]
        sides = [side for side in line.sides if hit.end <= side.start < stop]
        name = _name_for(text, line, hit, named, stop)
        if hit.start >= reached and not _AUDIENCE.match(text, hit.end) and _is_met(hit.trigger, behind, sides, name, text[hit.end : stop]):
            reached = hit.end
            yield hit


def _frame(scene: Scene, line: Line, hit: _Hit, until: int, named: tuple[Name, ...], earlier: list[Frame]) -> Frame:
    trigger, start, end = hit.trigger, hit.start, hit.end
    text = scene.passage.text
    stop = _topic(text, end, until)
    behind = tuple(present(text, line, [person for person in line.people if start <= person.start < stop]))
    if trigger.rule.endswith("visited"):
        behind = tuple(person for person in behind if _WITH.search(text, end - 30, person.start))
    before, plural = _subject(scene, line, start, earlier)
    name = _name_for(text, line, hit, named, stop)
    sides = tuple(_sides(scene, line, stop, name) if not earlier else (side for side in line.sides if start <= side.start < stop))
    clause = text[max(line.start, start - 60) : start]
    goes_on = bool(earlier) and bool(_GOES_ON.search(clause))
    told = _where_and_when(text, end, until)
    line = _without_asides(_without_names(line, named), start)
    apart = until < line.end and _SAME_SUBJECT.match(text, until)
    place = _place(scene, hit, line, told, line.end if apart else until)
    kind = "exercise" if name and name.is_exercise else _kind(trigger, line, start, place)
    return Frame(
        line=line,
        trigger=trigger,
        start=start,
        end=end,
        kind="visit" if goes_on and earlier[-1].kind == "visit" and trigger.rule.endswith("received-by") else kind,
        mode=_mode(trigger, line),
        before=before,
        behind=behind,
        sides=sides,
        plural=plural,
        tense=_tense(clause),
        background=_is_background(line, start, end),
        sequel=bool(_SEQUEL.match(line.text)) or bool(_SEPARATE.search(clause)),
        date=_nearest(text, line.dates, start, told, earlier),
        place=place,
        name=name,
        destination=_destination(scene, line, hit, stop),
        goes_on=goes_on,
        by_journey=bool(_JOURNEY.search(clause)),
    )


def _sides(scene: Scene, line: Line, stop: int, name: Name | None) -> Iterator[Side]:
    """The sides that the sentence names; of an exercise every country whose troops are told."""
    if name and name.is_exercise:
        for term in scene.terms(line.start, line.end):
            if term.kind in ("country", "demonym") and not name.start <= term.start < name.end:
                yield Side(term.value, True, term.start, term.end)
        return
    yield from (side for side in line.sides if side.start < stop)
    if name:
        yield from _in_name(scene, name)


def _in_name(scene: Scene, name: Name) -> Iterator[Side]:
    """The states between whom a name says that the occasion is: "the Ethio-Djibouti Joint Committee"."""
    for term in scene.terms(name.start, name.end):
        paired = _PAIRED.match(scene.passage.text, term.end) or _PAIR_END.search(scene.passage.text, name.start, term.start)
        if paired and term.kind in ("country", "demonym"):
            yield Side(term.value, True, term.start, term.end)
    for match in _PREFIX.finditer(scene.passage.text, name.start, name.end):
        if match[1] in lexicon().prefixes:
            yield Side(lexicon().prefixes[match[1]], True, match.start(1), match.end(1))


_PAIRED = re.compile(r"\s?[-–—/]\s?[A-Z]")
_PAIR_END = re.compile(r"\w\s?[-–—/]\s?\Z")
_PREFIX = re.compile(r"\b([A-Z][a-z]+)(?=[-–—][A-Z])")


def _is_met(trigger: Trigger, behind: list[Reference], sides: list[Side], name: Name | None, rest: str) -> bool:
    """Whether what the trigger needs stands there: "received the delegation" tells a meeting, "received a letter" none."""
    if trigger.roles == "host-guest" and _THING.match(rest):
        return False
    if trigger.needs == "occasion":
        return name is not None
    if trigger.needs == "person":
        return bool(behind or sides) or bool(_DELEGATION.match(rest))
    return True


# Those named behind a visit who are met or come along; not the saint of the temple that was seen.
_WITH = re.compile(r"\b(?:with|by|invitation\s+(?:of|from)|accompanied|counterpart|host|guest\s+of)\b", re.IGNORECASE)
_DELEGATION = re.compile(
    r"\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}(?:delegation|counterparts?|visitors?|guests?|dignitar(?:y|ies))\b", re.IGNORECASE
)


# "met with soldiers of the corps", "spoke to students": they are no side
_AUDIENCE = re.compile(
    r"\s*(?:with\s+|to\s+)?(?:the\s+|some\s+|its\s+|\d+\s+)?(?:\w+\s+)?(?:students|cadets|soldiers|sailors|airmen|troops|contingents?|crews?|service\s+members|servicemen|personnel|reporters|journalists|media|press|veterans|families|children|members\s+of\s+the\s+(?:diaspora|community))\b",
    re.IGNORECASE,
)


# "welcomed the deployment", "received a letter", "hosted the exercise"
_THING = re.compile(
    r"\s+(?:the\s+|an?\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){0,3}?(?:deployment|progress|decisions?|offers?|contributions?|signing|signature|announcement|efforts?|support|establishment"
    r"|participation|news|proposals?|initiatives?|results?|outcomes?|increase|agreements?|invitations?|letters?|messages?|reports?|information|gifts?|awards?|medals?|praise|training|growth|launch|accession|opportunity|chance|steps?|commitments?|conclusion|creation|adoption|approval|release)\b",
    re.IGNORECASE,
)


def _topic(text: str, start: int, end: int) -> int:
    """The position where the sentence turns from who met to what was talked about."""
    match = lexicon().topics.search(text, start, end)
    return match.start() if match else end


def _where_and_when(text: str, start: int, end: int) -> int:
    """The position up to which day and place are told: as `_topic`, but beyond "on the sidelines of", and not into another clause."""
    other = _ANOTHER_DAY.search(text, start, end)
    end = other.start() if other else end
    for match in lexicon().topics.finditer(text, start, end):
        if not lexicon().beside.match(match.group()):
            return match.start()
    return end


# "ahead of the conference that will take place in Lima on 3 May", "to plan a seminar for October", "the exercise, which will be held in"
_ANOTHER_DAY = re.compile(
    r"\b(?:ahead\s+of|in\s+the\s+run-up\s+to|in\s+advance\s+of|in\s+preparation\s+for|forthcoming|upcoming|next|previous|earlier\s+this|scheduled\s+for|due\s+(?:to|in|on)"
    r"|(?:which|that|who)\s+(?:will|would|is\s+due|is\s+to|are\s+to|had|has|have)|since|until)\b|(?<!\bof)\s+to\s+(?!discuss|meet)(?=(?:plan|prepare|agree|draw|finali[sz]e|conclude|sign)\b)",
    re.IGNORECASE,
)


def _without_asides(line: Line, start: int) -> Line:
    """The line without the days and places of relative clauses in which the trigger does not stand: "who is in Lima until 3 May,"."""
    asides = [match for match in _ASIDE.finditer(line.text) if not match.start() <= start - line.start < match.end()]
    if not asides:
        return line

    def is_aside(evidence: Evidence, *, elsewhere: bool = False) -> bool:
        around = (match for match in asides if match.start() <= evidence.start - line.start < match.end())
        return any(not (elsewhere and _CAME.search(match.group())) for match in around)

    return replace(
        line,
        dates=tuple(date for date in line.dates if not is_aside(date.evidence)),
        places=tuple(place for place in line.places if not is_aside(place.evidence, elsewhere=True)),
    )


def _without_names(line: Line, named: tuple[Name, ...]) -> Line:
    """The line without places that are part of the name of an occasion: "the Ethio-Djibouti Committee"."""
    if not named or not line.places:
        return line
    outside = (place for place in line.places if not any(name.start <= place.evidence.start < name.end for name in named))
    return replace(line, places=tuple(outside))


_CAME = re.compile(r"\b(?:arriv\w+|came|come|visit\w*|here|is\s+in|are\s+in)\b")
_ASIDE = re.compile(r",\s+who(?:m|se)?\b[^,;]*")


# ---- who ----


def present(text: str, line: Line, people: list[Reference]) -> Iterator[Reference]:
    """Those of the people who take part: not "on behalf of N", not "N’s commitment", not one who is represented by another."""
    for reference in people:
        lead = text[max(line.start, reference.start - 110) : reference.start]
        if _is_absent(lead) or _OWNED.match(text, reference.end) or _REPRESENTED.match(text, reference.end):
            continue
        if line.speech(reference.start):
            continue
        yield reference


# President Popa’s commitment; but N’s delegation, visit, meeting, talks, office
_OWNED = re.compile(r"['’]s?\s+(?!(?:[\w-]+\s+){0,2}(?:delegation|visit|meeting|talks|call|counterpart|arrival|team)\b)\w")
_REPRESENTED = re.compile(
    r"(?:\s*\([^()]{1,20}\))?\s*,?\s*(?:who\s+(?:was|is)\s+)?represented\s+(?:at\s+the\s+\w+\s+)?by\b|\s*,\s*(?:who\s+)?(?:was|were|is)\s+(?:unable|absent)|\s*,\s*who\s+(?:remained|stayed|could\s+not|had\s+been\s+called)\b"
)


def _is_absent(lead: str) -> bool:
    """Whether words such as "on behalf of" lead straight to the name, with an office between at most."""
    match = None
    for match in lexicon().absent.finditer(lead):  # noqa: B007
        pass
    return match is not None and not re.search(r"[;:]|\band\b|,\s+\w+(?:ed|s)\s+(?:by|with)\b", lead[match.end() :])


def _subject(scene: Scene, line: Line, start: int, earlier: list[Frame]) -> tuple[tuple[Reference, ...], bool]:
    """Those before the trigger, and whether a plural stands for those of the occasion at hand ("the two ministers met")."""
    text = scene.passage.text
    lead = text[line.start : start]
    if earlier and _WHERE.search(lead):
        return earlier[-1].before, False
    if earlier and _SAME_SUBJECT.match(text, start):
        return earlier[0].before, earlier[0].plural
    pronoun = _PRONOUN.search(lead)
    if pronoun:
        meant = scene.cast.pronoun(line.start + pronoun.start("who"), line.start + pronoun.end("who"))
        beside = tuple(person for person in line.people if person.start < start and _TOGETHER.search(text, line.start, person.start))
        return ((meant, *beside) if meant else ()), False
    begin = earlier[-1].end if earlier else opening(text, line.start, start)
    people = tuple(present(text, line, [person for person in line.people if begin <= person.start < start]))
    if earlier and not _acts(text, people, start):
        return (earlier[-1].behind if _WHO.search(lead) else earlier[0].before), earlier[0].plural
    return people, not people and bool(_PLURAL.search(lead))


def opening(text: str, start: int, end: int) -> int:
    """The end of a phrase that only says when: "Prior to the call on Minister Popa, "; `start` where there is none."""
    match = _OPENING.match(text, start, end)
    return match.end() if match else start


_OPENING = re.compile(r"(?:Prior\s+to|Before|After|Following|Ahead\s+of)\b[^,;.]{0,120},\s")


def _acts(text: str, people: tuple[Reference, ...], start: int) -> bool:
    """Whether the last of the people stands as a subject right before the trigger."""
    return (
        bool(people)
        and len(re.findall(r"\w+", text[people[-1].end : start])) <= 6
        and not re.search(r"\band\b", text[people[-1].end : start])
    )


# "Today, together with Deputy Minister Roca, he met"
_TOGETHER = re.compile(r"\b(?:[Tt]ogether|[Aa]long|[Jj]ointly)\s+with\s[^,;.]{0,80}\Z|\b[Aa]ccompanied\s+by\s[^,;.]{0,80}\Z")
_PRONOUN = re.compile(
    r"\b(?P<who>[Hh]e|[Ss]he)\s+(?:(?:also|then|later|had|will|would|is|was|has|first|to|be|expected|scheduled|due)\s+){0,4}\Z"
)
_SAME_SUBJECT = re.compile(r"(?:and|then),?\s+(?:later\s+|then\s+)?separately\b")
_WHERE = re.compile(r"\bwhere\s+(?:he|she|they|it)\s+(?:(?:also|then|later|had|will|is|was|has|are|were|be)\s+){0,3}\Z")
_GOES_ON = re.compile(r"\b(?:where\s+(?:he|she|they|it)|who)\s+(?:(?:also|then|later|had|will|is|was|has|are|were|be)\s+){0,3}\Z")
_JOURNEY = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Hh]is\s+\w+)\s+(?:visit|trip|tour|journey)\s+\Z")
_WHO = re.compile(r"\bwho\s+(?:(?:also|then|later|had|will|is|was|has|are|were)\s+){0,2}\Z")
_PLURAL = re.compile(
    r"\b(?:they|(?:the|both)\s+(?:two\s+|three\s+)?(?:\w+\s+)?(?:sides|ministers|generals|leaders|delegations|officials|parties|three|chiefs|countries))\b[^,.;]{0,30}\Z",
    re.IGNORECASE,
)


# ---- how and when ----


def _kind(trigger: Trigger, line: Line, start: int, place: Place | None) -> MeetingKind:
    """The kind of the trigger, unless the sentence says that a talk was by telephone, or a place or "in person" that it was not."""
    phone = lexicon().phone.search(line.text)
    if trigger.rule.endswith("joined-for") and _is_by_video(line):
        return "call"
    if trigger.rule.endswith("spoke-with") and not phone and (place or _IN_PERSON.search(line.text)):
        return "meeting"
    return "call" if trigger.kind == "meeting" and phone and abs(phone.start() + line.start - start) < 150 else trigger.kind


_IN_PERSON = re.compile(
    r"\b(?:in\s+person|face\s+to\s+face|on\s+the\s+(?:margins|sidelines)\s+of|at\s+the\s+(?:Pentagon|White\s+House|ministry))\b",
    re.IGNORECASE,
)


def _mode(trigger: Trigger, line: Line) -> Mode | None:
    if _is_by_video(line):
        return "video"
    if trigger.kind == "call":
        return "phone"
    return None


def _is_by_video(line: Line) -> bool:
    return any(part in line.text for part in _VIDEO) and bool(lexicon().video.search(line.text))


_VIDEO = ("ideo", "VTC", "irtual", "nline", "via ")  # one of which stands in every sentence that the pattern can match


def _tense(clause: str) -> Tense:
    if _RELATIVE.search(clause):
        return "relative"
    if _FUTURE.search(clause):
        return "future"
    return "perfect" if _PERFECT.search(clause) else "past"


_FUTURE = re.compile(
    r"\b(?:will|would|shall|may|could|(?:is|are|was|were|be|expected|scheduled|due|set|plans?|planned|intends?|slated|hopes?|going|invited|agreed|invitation)\s+to)"
    r"\s+(?:(?:also|then|be|have|soon|jointly|officially)\s+){0,2}\Z",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\bhad\s+(?:(?:also|been|already|last|previously|just)\s+){0,2}\Z", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:which|that)\s+(?:(?:the\s+)?[\w’-]+\s+){0,3}\Z")
_SEQUEL = re.compile(
    r"(?:Following|After|Afterwards|Later|Prior\s+to|Before|Earlier|Previously|Separately|Subsequently|Then|Also|In\s+the\s+(?:afternoon|evening|morning)|[OI]n\s+the\s+(?:margins|sidelines)"
    r"|During\s+(?:his|her|the)\s+(?:\w+\s+){0,2}(?:visit|stay|trip))\b"
)
_SEPARATE = re.compile(r"\b(?:separately|afterwards|later|then|subsequently)\s+\Z")


def _is_background(line: Line, start: int, end: int) -> bool:
    """Whether the words right around the trigger tell of another day: "met last year", "the next meeting will be held"."""
    around = line.text[max(0, start - line.start - 70) : end - line.start + 70]
    return bool(lexicon().background.search(around)) or is_invited(line, start)


def is_invited(line: Line, start: int) -> bool:
    """Whether the sentence only tells of an invitation to what the words at this position say."""
    return "invit" in line.text and bool(_INVITED.search(line.text, 0, start - line.start))


# "conveyed the invitation of Minister Popa for Secretary Doe to visit Lima", and not "at the invitation of"
_INVITED = re.compile(
    r"(?<!\bat\s)(?<!\bon\s)(?:\bthe|\bhis|\bher|\ban)\s+invitation\b[^.;]{0,150}\bto\s+(?:\w+\s+)?\Z|\binvit(?:ed|es)\b[^.;]{0,80}\bto\s+(?:\w+\s+)?\Z"
)


def _nearest(text: str, dates: tuple[Date, ...], start: int, stop: int, earlier: list[Frame]) -> Date | None:
    """The date that tells of the trigger: behind it in its clause, else before it; None where the sentence has none."""
    behind = [date for date in dates if start <= date.evidence.start < stop]
    before = [date for date in dates if date.evidence.start < start]
    if behind and before and not earlier and behind[0].evidence.start - start > 80:
        return before[-1]
    if behind:
        return behind[0]
    if before:
        return before[-1]
    alone = dates[0] if len(dates) == 1 else None
    return None if alone and _ANOTHER_DAY.search(text, start, alone.evidence.start) else alone


def _destination(scene: Scene, line: Line, hit: _Hit, stop: int) -> Side | None:
    """The country right behind the words of a visit, or gone to where the visit is put off ("the visit of N to Chile has been …")."""
    if hit.trigger.kind != "visit":
        return _headed(scene, line, hit)
    for term in scene.terms(line.start, line.end):
        if term.kind != "country" or _OF_SOMETHING.match(scene.passage.text, term.end):
            continue
        if hit.start <= term.start < min(stop, hit.end + 40):
            return Side(term.value, True, term.start, term.end)
        if (
            line.start <= term.start < hit.start
            and hit.trigger.rule.endswith("put-off")
            and scene.passage.text.endswith("to ", line.start, term.start)
        ):
            return Side(term.value, True, term.start, term.end)
    return None


_OF_SOMETHING = re.compile(r"['’]|\s+(?!and\b)[A-Z]\w+\s+[A-Z]")  # "visited the Singapore Air Force’s command"


def _headed(scene: Scene, line: Line, hit: _Hit) -> Side | None:
    """The country with which the sentence opens: "In Ghana, the delegation met"."""
    for term in scene.terms(line.start, min(line.start + 40, hit.start))[:1]:
        if term.kind == "country" and _IN.fullmatch(scene.passage.text, line.start, term.start) and scene.passage.text[term.end] == ",":
            return Side(term.value, True, term.start, term.end)
    return None


_IN = re.compile(r"(?:(?:While|Later|Then|Today|Earlier|Also)?,?\s*)[Ii]n\s+(?:the\s+)?")


def _place(scene: Scene, hit: _Hit, line: Line, stop: int, until: int) -> Place | None:
    """Where it was: behind the trigger first, else before it; a place of which somebody comes ("from Lima") is none.

    A capital word behind "in" that no gazetteer knows is the last resort.
    """
    places = [place for place in line.places if not _FROM.search(line.text[: place.evidence.start - line.start])]
    behind = [place for place in places if hit.start <= place.evidence.start < stop]
    if behind:
        return behind[0]
    if hit.trigger.kind != "visit":
        before = [place for place in places if place.evidence.start < hit.start]
        if before:
            return before[-1]
        if len(places) == 1 and _is_of_clause(scene.passage.text, hit, places[0], until):
            return places[0]
    return _unlisted(scene, line, hit, stop)


def _is_of_clause(text: str, hit: _Hit, place: Place, until: int) -> bool:
    """Whether the only place of a sentence stands before its topic, the next occasion and another day."""
    at = place.evidence.start
    return at < min(until, _topic(text, hit.end, until)) and not _ANOTHER_DAY.search(text, hit.end, max(hit.end, at))


def _unlisted(scene: Scene, line: Line, hit: _Hit, stop: int) -> Place | None:
    """A place that only "in" before it tells: "met in Haapsalu under the chairmanship of …"."""
    match = _IN_PLACE.search(scene.passage.text, hit.start, min(stop, hit.end + 120))
    if match is None:
        return None
    start, end = match.span("place")
    taken = any(start < term.end and term.start < end for term in scene.terms(line.start, line.end))
    dated = any(start < date.evidence.end and date.evidence.start < end for date in line.dates)
    if taken or dated or any(start < person.end and person.start < end for person in line.people) or scene.is_body(start, end):
        return None
    return Place(match["place"], None, scene.evidence(start, end, "meetings.place-behind-in"))


_CAPITALIZED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž’'‘-]{2,}"
_IN_PLACE = re.compile(
    rf"\b(?:in|leave\s+for|left\s+for|barracks\s+(?:at|in))\s+(?P<place>{_CAPITALIZED}(?:[ ]{_CAPITALIZED}){{0,2}})(?=[\s,.(])"
)
_FROM = re.compile(r"\b(?:from|of|left|leaves|over|to\s+the\s+embassy\s+in)\s+(?:the\s+)?\Z", re.IGNORECASE)


def _name_for(text: str, line: Line, hit: _Hit, named: tuple[Name, ...], stop: int) -> Name | None:
    """The name of the occasion: behind the words that hold it, or before "took place"."""
    rule = hit.trigger.rule
    if rule.endswith("was-held"):
        return next((name for name in reversed(named) if name.start < hit.start and _is_near(line, name.end, hit.start)), None)
    if rule.endswith(("signed", "signed-by", "visited", "received-by", "spoke-with")):
        return None
    inside = [name for name in named if hit.start <= name.start < stop and not _BESIDE.search(text[hit.start : name.start])]
    if inside:
        if hit.trigger.needs == "person":
            return inside[0] if _AT_NAME.search(text, hit.end, inside[0].start) else None
        if hit.trigger.needs is None:
            return None if _is_venue(text, line, hit, inside[0]) else inside[0]
        return inside[0] if _is_near(line, hit.end, inside[0].start) else None
    return next((name for name in named if name.is_body and name.start < hit.start), None)


def _is_venue(text: str, line: Line, hit: _Hit, name: Name) -> bool:
    """Whether a named gathering is only where two met: "met with N at the Munich Forum"."""
    met = any(hit.end <= person.start < name.start for person in line.people)
    return met and not hit.trigger.rule.endswith("chaired") and bool(_AT_THE.search(text, hit.end, name.start))


_AT_THE = re.compile(r"\b(?:at|in)\s+the\s+\Z")


def _is_near(line: Line, start: int, end: int) -> bool:
    """Whether the name stands with the words, with no person between."""
    return end - start <= 90 and not any(start <= person.start < end for person in line.people)


# "hosted N in the fourth meeting of the Andean Committee"
_AT_NAME = re.compile(r"\b(?:in|at|for)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?:(?:meeting|session|round|edition)\s+of\s+(?:the\s+)?)?\Z")
# "met during the Andean Forum": the meeting is not the forum
_BESIDE = re.compile(r"\b(?:during|margins|sidelines|ahead\s+of|following|prior\s+to|before|after|report\s+of)\b[^,;]*\Z", re.IGNORECASE)
