"""Who takes part in the occasion that words of a sentence tell: the subject before them, those behind, the sides that are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.engine import patterns
from ingest.engine.rules.meetings import exercises, hits, others
from ingest.engine.rules.meetings.cued import Cued
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.references import Reference


def subject(scene: Scene, line: Line, start: int, earlier: list[Frame]) -> tuple[tuple[Reference, ...], bool]:
    """Those before the trigger, and whether a plural stands for those of the occasion at hand ("the two ministers met")."""
    text = scene.passage.text
    lead = text[line.start : start]
    if earlier and _WHERE.search(lead):
        return earlier[-1].before, False
    if earlier and others.are_their_leaders(lead):
        return (), False
    if earlier and SAME_SUBJECT.match(text, start):
        return earlier[0].before, earlier[0].plural
    if earlier and is_participle(text, line, start):
        return earlier[-1].before or earlier[0].before, earlier[0].plural
    pronoun = _PRONOUN.search(lead)
    if pronoun:
        meant = _meant_by(scene, line, lead, pronoun)
        beside = tuple(person for person in line.people if person.start < start and _TOGETHER.search(text, line.start, person.start))
        return ((meant, *beside) if meant else ()), False
    begin = _begin(text, earlier, start) if earlier else opening(text, line.start, start)
    people = tuple(present(text, line, [person for person in line.people if begin <= person.start < start]))
    people = _of_relative_clause(text, line, _outside_asides(line, people, start), start)
    people = (others.next_subject(text, people, start) or people) if earlier else people
    if earlier and not _acts(text, people, start):
        return (earlier[-1].behind if RELATIVE.search(lead) else earlier[0].before), earlier[0].plural
    return people, not people and bool(_PLURAL.search(lead))


def _begin(text: str, earlier: list[Frame], start: int) -> int:
    """From where the subject of a verb may stand behind earlier ones: behind ", while", or at that of "After meeting N, General Popa"."""
    before = earlier[-1]
    parted_off = [each.start for each in before.before if each.start > before.end]
    other = None
    for other in _OTHER_CLAUSE.finditer(text, before.end, start):  # noqa: B007
        pass
    return other.end() if other else min(parted_off, default=before.end)


# "met Minister Popa, | while | Secretary Roca received"
_OTHER_CLAUSE = patterns.compile(r",\s+(?:while|whereas)\b|;\s")


def is_participle(text: str, line: Line, start: int) -> bool:
    """Whether the words at a position are a participle, whose subject is that of the verb beside it: "met N before | being received by"."""
    return bool(_PARTICIPLE.match(text, start) or (_ING.match(text, start) and _BEFORE_ING.search(text, line.start, start)))


_PARTICIPLE = patterns.compile(
    r"(?:before|after|prior\s+to|upon|following|by|while|since|and)\s+(?:first\s+|also\s+|later\s+)?(?:meeting|calling|holding)\b(?!s)|followed\s+by\b|(?:also\s+)?meeting\b",
    re.IGNORECASE,
)
_ING = patterns.compile(r"(?:being|having|holding|hosting|receiving|calling|visiting|meeting|met|held|had)\b", re.IGNORECASE)
_BEFORE_ING = patterns.compile(
    r"\b(?:before|after|prior\s+to|upon|following|by|while|having)\s+(?:first\s+|also\s+|later\s+)?\Z", re.IGNORECASE
)


def _meant_by(scene: Scene, line: Line, lead: str, pronoun: re.Match[str]) -> Reference | None:
    """Whom a pronoun before the words means; behind "Apart from his meetings with Minister Popa", the one whose meetings they were."""
    start, end = line.start + pronoun.start("who"), line.start + pronoun.end("who")
    own = _HIS_OWN.match(lead)
    if own is None:
        return scene.cast.pronoun(start, end)
    person = scene.cast.before(line.start, gender="m" if own["whose"] == "his" else "f")
    return Reference(start, end, person, "pronoun") if person else None


def parted(scene: Scene, text: str, people: tuple[Reference, ...], line: Line) -> tuple[tuple[Reference, ...], tuple[Reference, ...]]:
    """The subject of a sentence that opens with its partner, and the partner: "In talks with Minister Popa, Colonel Roca | offered".

    Words on the occasion may stand between: "In a meeting with Minister Popa on the margins of the Forum, Colonel Roca | offered".
    """
    first = scene.side_of(people[0].person) if people else None
    behind = people[-1].end if people else line.end
    for at, person in enumerate((*people, *(each for each in line.people if each.start >= behind))[1:], start=1):
        home = scene.side_of(person.person)
        before = people[min(at, len(people)) - 1].end
        acts = _COMMA_BEFORE.search(text, before, person.start) and _ACTS_NEXT.match(text, person.end, line.end)
        if acts and first and home and home.name != first.name:
            return people[at:] or (person,), people[:at]
    return (), people


# "Apart from his meetings with Minister Popa, he": the same one, and not who was met
_HIS_OWN = patterns.compile(r"(?:Apart\s+from|Besides|In\s+addition\s+to|Alongside)\s+(?P<whose>his|her)\b")
_COMMA_BEFORE = patterns.compile(r",\s+(?:(?:[Tt]he|[A-Z][\w’'.-]*|of|for|and)\s+){0,8}\Z")
# "Colonel Roca | offered", "President Roca | of Chile met"
_ACTS_NEXT = patterns.compile(
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3})?(?:,?\s+(?:also\s+|then\s+)?[a-z]{3,}(?:ed|s|d|t)\b|,?\s+(?:said|spoke|told|gave|put|drew|made|took|laid|had|met)\b)"
)


def _outside_asides(line: Line, people: tuple[Reference, ...], start: int) -> tuple[Reference, ...]:
    """The people without those of a relative clause: "The Chief of Staff, who accompanied the Minister, held talks"."""
    asides = [match.span() for match in hits.asides(line, start - line.start)] if len(people) > 1 else []
    closed = [(first, last) for first, last in asides if last < start - line.start and line.text[last] == ","]
    outside = tuple(person for person in people if not any(first < person.start - line.start < last for first, last in closed))
    return outside or people


def _of_relative_clause(text: str, line: Line, people: tuple[Reference, ...], start: int) -> tuple[Reference, ...]:
    """Of the people before the words those of whom a clause tells: "Minister Popa praised Colonel Roca, who | visited"."""
    clause = RELATIVE.search(text, line.start, start) if len(people) > 1 else None
    before = [person for person in people if clause and person.end <= clause.start()]
    if clause is None or not before or not _IS_APPOSED.fullmatch(text, before[-1].end, clause.start()):
        return people
    first = len(before) - 1
    while first > 0 and others.IN_A_ROW.fullmatch(text, before[first - 1].end, before[first].start):
        first -= 1
    return people[first:]


# "Colonel Roca | , | who", "Colonel Roca | , the Chief of Staff, | who"
_IS_APPOSED = patterns.compile(r",?\s*(?:(?:(?:the|of|for|and|to)\s+|[A-Z][\w’'.&-]*,?\s+){0,14})")


def opening(text: str, start: int, end: int) -> int:
    """The end of a phrase that only says when ("Prior to the call on Minister Popa, ") or who tells it; `start` where there is none."""
    match = _OPENING.match(text, start, end) or _PROVIDED.match(text, start, end) or _STATEMENT_BY.match(text, start, end)
    return match.end() if match else start


# "Spokesperson Jane Ray provided the following readout: "
_PROVIDED = patterns.compile(
    r"[^;:“\"]{0,200}?\b(?:provided|released|issued|made|gave)\s[^;:“\"]{0,80}?(?:following|readout|statement)\b[^;:“\"]{0,30}:\s+"
)
# a headline: "Statement by Spokesperson Jane Ray on "
_STATEMENT_BY = patterns.compile(
    r"(?:Statement|Readout|Remarks|Press\s+Release)\s+(?:by|from)\s[^;:,]{3,120}?\s(?:on|of|about|regarding)\s+(?=(?:the\s+)?[A-Z])"
)
_OPENING = patterns.compile(r"(?:Prior\s+to|Before|After|Following|Ahead\s+of)\b[^,;.]{0,120},\s")


def _acts(text: str, people: tuple[Reference, ...], start: int) -> bool:
    """Whether the last of the people stands as a subject right before the trigger."""
    if not people:
        return False
    between = text[people[-1].end : start]
    return len(_WORD.findall(between)) <= 6 and not _NEXT_VERB.search(between)


_WORD = patterns.compile(r"\w+")


# "met Minister Popa | and | visited", "met Minister Popa at the base, then | proceeded to": of the one who met
_NEXT_VERB = patterns.compile(r"\band\b|,\s+(?:then|later|afterwards|subsequently)\s+\Z")


# "Today, together with Deputy Minister Roca, he met"
_TOGETHER = patterns.compile(r"\b(?:[Tt]ogether|[Aa]long|[Jj]ointly)\s+with\s[^,;.]{0,80}\Z|\b[Aa]ccompanied\s+by\s[^,;.]{0,80}\Z")
_PRONOUN = patterns.compile(
    r"\b(?P<who>[Hh]e|[Ss]he|H(?:is|er)\s+(?:Excellency|Majesty|(?:Royal\s+)?Highness)|HRH|HE)\s+(?:(?:also|then|later|had|will|would|is|was|has|first|to|be|expected|scheduled|due)\s+){0,4}\Z"
)
SAME_SUBJECT = patterns.compile(
    r"(?:and|then),?\s+(?:(?:later\s+|then\s+)?separately|(?:in|at)\s+(?:another|a\s+separate|a\s+second)\s+(?:meeting|session))\b"
)
_WHERE = patterns.compile(r"\bwhere\s+(?:he|she|they|it)\s+(?:(?:also|then|later|had|will|is|was|has|are|were|be)\s+){0,3}\Z")
GOES_ON = patterns.compile(
    r"\b(?:where\s+(?:he|she|they|it)|who)\s+(?:(?:also|currently|now|presently|then|later|had|will|is|was|has|are|were|be)\s+){0,3}\Z"
)
# "had met in Lima, where they discussed the barracks and | signed"
WHERE_THEY_SIGNED = patterns.compile(r",\s+where\s+(?:he|she|they|both|the\s+two)\s[^.;]{3,200}?\sand\s+(?:also\s+|then\s+)?\Z")
JOURNEY = patterns.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Hh]is\s+\w+)\s+(?:visit|trip|tour|journey)\s+\Z")
# "Colonel Roca, | who later | met", "Colonel Roca, | who, along with General Doe, | met"
RELATIVE = patterns.compile(
    r"\bwho(?:,\s+(?:along|together|jointly|accompanied)\s[^;.]{0,160}?,)?\s+(?:(?:also|currently|now|presently|then|later|had|will|is|was|has|are|were)\s+){0,2}\Z"
)
_PLURAL = patterns.compile(
    r"\b(?:they|(?:the|both)\s+(?:two\s+|three\s+)?(?:\w+\s+)?(?:sides|ministers|generals|leaders|presidents|commanders|secretaries|heads|principals|delegations|officials|parties|three|chiefs|countries))\b(?!['’])[^,.;]{0,30}\Z",
    re.IGNORECASE,
)


def present(text: str, line: Line, people: list[Reference]) -> Iterator[Reference]:
    """Those of the people who take part: not "on behalf of N", not "N’s commitment", not one who is represented by another."""
    may_be_absent = not line.parts.isdisjoint(lexicon().absent_stems)
    away: Reference | None = None  # the last of those who were not there
    sender: Reference | None = None  # the last of those who only sent their envoys
    for number, reference in enumerate(people):
        lead = text[_begin_of_lead(line, reference) : reference.start]
        absent = may_be_absent and (_is_absent(lead) or (away is not None and _is_joined(text, away, reference)))
        away = reference if absent else away
        sent = _sends(line, reference, text, sender)
        sender = reference if sent else sender
        if (
            absent
            or sent
            or (number > 0 and _OWN_VISIT.match(text, reference.end) and _DURING.search(lead))
            or (_is_served(line, reference) and not _SERVES.search(reference.person.position or ""))
            or _OWNED.match(text, reference.end)
            or _REPRESENTED.match(text, reference.end)
        ):
            continue
        if line.speech(reference.start):
            continue
        yield reference


def only_tells(line: Line, reference: Reference) -> bool:
    """Whether a sentence closes with who says it: "The ministers met in Lima, the spokesman, Colonel Roca, | told reporters"."""
    said = _SAID_LAST.match(line.text, reference.end - line.start)
    lead = line.text[max(0, reference.start - line.start - _OFFICE) : reference.start - line.start]
    return said is not None and "," in lead and _QUOTED.search(lead) is None


_QUOTED = patterns.compile(r"[”\"’']\s")  # "“Come again,” the Minister told the participants"
_OFFICE = 110  # characters of an office between a comma and the name
_SAID_LAST = patterns.compile(
    r",?\s+(?:[^,;.“”\"]{0,80},\s+)?(?:said|says|added|noted|announced|confirmed|reported|explained|told\s+(?:[\w’'-]+\s*){1,6})"
    r"(?:\s+(?:in|on|at|by|during)\s[^,;:“”\"]{1,80}|\s+(?:today|yesterday|later))?\.?\s*\Z"
)


def _is_joined(text: str, before: Reference, reference: Reference) -> bool:
    """Whether "and" joins a name to the one before: "sent his regards to Minister Popa and | General Roca"."""
    return _AND.fullmatch(text, before.end, reference.start) is not None


_AND = patterns.compile(r",?\s+and\s+(?:(?:to|[Tt]he|of|for|[A-Z][\w’'.-]*)\s+){0,8}")
# "Minister Roca met General Lind during | President Popa | ’s visit"
_DURING = patterns.compile(r"\bduring\s+(?:(?:the|of|[A-Z][\w-]*)\s+){0,6}\Z")
_OWN_VISIT = patterns.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}(?:visit|trip|tour|stay)\b")


def _begin_of_lead(line: Line, reference: Reference) -> int:
    """From where words that lead to a name tell of its bearer: behind another one’s, "on behalf of Minister Popa, | Colonel Roca"."""
    begin = max(line.start, reference.start - 110)
    others = [other for other in line.people if begin <= other.start < reference.start and other.person.name != reference.person.name]
    return others[-1].end if others else begin


def _sends(line: Line, reference: Reference, text: str, sender: Reference | None) -> bool:
    """Whether somebody’s envoys were there: "received envoys from Kenya’s President | Popa | and Togo’s President | Roca"."""
    if sender is not None and _AND_SENDER.fullmatch(text, sender.end, reference.start):
        return True
    before = _SENDER.search(line, max(0, reference.start - line.start - 90), reference.start - line.start)
    return before is not None and not (before["one"] and "'s" not in before.group().replace("’", "'"))


_SENDER = Cued("envoy envoys", r"\b[Ee]nvoy(?:s|(?P<one>))\s+(?:of|from)\s+(?:the\s+)?(?:[A-Z][\w-]*(?:['’]s?)?\s+){1,4}\Z")
_AND_SENDER = patterns.compile(
    r",?\s+and\s+(?:(?:of|from)\s+)?(?:the\s+)?(?:[A-Z][\w-]*\s+){0,2}[A-Z][\w-]*['’]s?\s+(?:[A-Z][\w-]*\s+){1,3}"
)


def _is_served(line: Line, reference: Reference) -> bool:
    """Whether words right before a name make its bearer one whom another serves."""
    return _SERVED.search(line, max(0, reference.start - line.start - 80), reference.start - line.start) is not None


_SERVES = patterns.compile(r"\b(?:advis[eo]r|aide|assistant|envoy|counsellor|spokes\w+)\b", re.IGNORECASE)
# "the Security Adviser to the | Prime Minister": he or she is only served
_SERVED = Cued(
    "adviser advisor aide camp assistant envoy counsellor spokesman spokeswoman spokesperson",
    r"\b(?:[Aa]dvis[eo]r|[Aa]ide(?:-de-[Cc]amp)?|[Aa]ssistant|[Ee]nvoy|[Cc]ounsellor|[Ss]pokes(?:man|woman|person))\s+(?:to|of|for)\s+(?:the\s+)?(?:[A-Z][\w-]*\s+){0,3}\Z",
)
# President Popa’s commitment; but N’s delegation, visit, meeting, talks, office
_OWNED = patterns.compile(
    r"['’]s?\s+(?!(?:[\w-]+\s+){0,2}(?i:delegation|visit|meetings?|talks|discussions?|consultations|calls?|counterpart|arrival|team)\b)\w"
)
_REPRESENTED = patterns.compile(
    r"(?:\s*\([^()]{1,20}\))?\s*,?\s*(?:who\s+)?(?:(?:was|is)\s+)?represented\s+(?:at\s+the\s+\w+\s+)?by\b|\s*,\s*(?:who\s+)?(?:was|were|is)\s+(?:unable|absent)"
    r"|\s*,?\s*(?:who\s+)?(?:(?:(?:could|did)\s+not|(?:was|were)\s+(?:unable|not\s+able)\s+to)\s+(?:attend|come|travel|take\s+part|participate|be\s+present|join)|sent\s+(?:his|her)\s+(?:regrets|apologies))\b"
    r"|\s*,\s*who\s+(?:remained|stayed|had\s+been\s+called)\b"
)


_COMMA = patterns.compile(r",\s+(?:(?:[Tt]he|of|for|[A-Z][\w’'.-]*)\s+){0,8}")


def _is_absent(lead: str) -> bool:
    """Whether words such as "on behalf of" lead straight to the name, with an office between at most."""
    match = None
    if _LED_BY.search(lead):
        return False
    for match in lexicon().absent.finditer(lead):  # noqa: B007
        pass
    if match is not None and match.group().casefold().startswith("according") and "," in lead[match.end() :]:
        return False  # "According to the embassy, | Minister Popa | met"
    if match is not None and _STANDS_IN.match(lead, match.end()) is not None:
        return False
    return match is not None and not _BREAKS.search(lead[match.end() :])


# "on behalf of | the Minister of Defence, the Deputy Minister | Ana Popa met": who stands in has an office of his or her own
_STANDS_IN = patterns.compile(
    r"\s+(?:the|his|her|its)\s+[^,;]{3,90},\s+(?:(?:the|his|her|its)\s+(?:[\w’'-]+\s+){0,4}?(?:Minister|Secretary|Chief|Commander|Director|Head|Ambassador)\b"
    r"|(?:(?:the|his|her|its)\s+)?(?:[\w’'-]+\s+){0,2}?(?i:deputy|vice(?!\s+(?:admiral|marshal|air))|assistant|permanent|under-?secretary|state\s+secretary)\b)"
)
_BREAKS = patterns.compile(r"[;:]|\b(?:and|by|was|were)\b|,\s+\w+(?:ed|s)\s+with\b")


# "The delegation is under the leadership of | Colonel Roca", who leads it himself
_LED_BY = patterns.compile(
    r"\b(?:delegation|team|group|contingent|party|mission)\b[^.;,]{0,60}?\sunder\s+the\s+(?:leadership|command|charge)\s+of\s+(?:(?:[Tt]he|of|for|and|[A-Z][\w’'.-]*)\s+)*\Z"
)


def sides(scene: Scene, line: Line, stop: int, name: Name | None, *, of_exercise: bool = False) -> Iterator[Side]:
    """The sides that the sentence names; of an exercise every country whose troops are told."""
    if of_exercise:
        yield from exercises.forces(scene, line, skip=(name.start, name.end) if name else (0, 0))
        return
    yield from (side for side in line.sides if side.start < stop)
    yield from scene.joined_bodies(line.start, stop, line.end)
    if name:
        yield from _in_name(scene, name)


def _in_name(scene: Scene, name: Name) -> Iterator[Side]:
    """The states between whom a name says that the occasion is: "the Ethio-Djibouti Joint Committee"."""
    inside = scene.terms(name.start, name.end)
    begins, ends = {term.start for term in inside}, {term.end for term in inside}
    for term in inside:
        signed = _PAIRED.match(scene.passage.text, term.end) or _PAIR_END.search(scene.passage.text, name.start, term.start)
        beside = term.end + 1 in begins or term.start - 1 in ends  # "the | Chilean Peru | Joint Commission"
        if (signed or beside) and term.kind in ("country", "demonym"):
            yield Side(term.value, True, term.start, term.end)
    yield from _behind_name(scene, name)
    for match in _PREFIX.finditer(scene.passage.text, name.start, name.end):
        if match[1] in lexicon().prefixes:
            yield Side(lexicon().prefixes[match[1]], True, match.start(1), match.end(1))


def _behind_name(scene: Scene, name: Name) -> Iterator[Side]:
    """The states right behind a name: "the fourth Meeting of Ministers of Defence (2+2) of Chile and Argentina"."""
    opens = _OF_STATES.match(scene.passage.text, name.end)
    reached = opens.end() if opens else -1
    for term in scene.terms(name.end, name.end + 120) if opens else ():
        if term.kind != "country" or not _LISTED.fullmatch(scene.passage.text, reached, term.start):
            return
        yield Side(term.value, True, term.start, term.end)
        reached = term.end


_OF_STATES = patterns.compile(r"\s*(?:\([^()]{1,20}\)\s*)?(?:of|between)\s+(?=the\b|[A-Z])")
_LISTED = patterns.compile(r"(?:\s*,|\s+and|\s*,\s+and)?\s*(?:the\s+)?(?:Republic\s+of\s+|Kingdom\s+of\s+)?")
_PAIRED = patterns.compile(r"\s?[-–—/]\s?[A-Z]")
_PAIR_END = patterns.compile(r"\w\s?[-–—/]\s?\Z")
# "Sino-Lao", and not the region of "Indo-Pacific"
_PREFIX = patterns.compile(r"\b([A-Z][a-z]+)(?=[-–—][A-Z])(?![-–—](?:Pacific|Asian?|Atlantic|European?|Mediterranean)\b)")
