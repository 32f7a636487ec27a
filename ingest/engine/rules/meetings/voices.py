"""Those who spoke: an official of one of the sides whom a release quotes or reports took part in what it reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.engine import patterns
from ingest.engine.rules.meetings import rosters
from ingest.engine.rules.meetings.cued import Cued
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.occasion import BESIDE, Occasion, overlap
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.who import RELATIVE
from ingest.engine.rules.references import Reference


def add(told: Iterable[Occasion], scene: Scene, untold: Iterable[Occasion] = ()) -> None:
    """Adds those who speak in the body to the one occasion reported at which their side was, where it was held.

    Who is known to take part in any occasion is not added to another, and of two that may be meant none is taken. `untold` are
    occasions that become no meetings: who met a colleague of his own state there speaks of that.
    """
    told = tuple(told)
    reported = [occasion for occasion in told if occasion.status == "primary"]
    if not reported:
        return
    placed = {name for occasion in told for name in occasion.people} | set(_at_home(untold)) | set(_represented(scene))
    for line in scene.lines:
        for reference in line.people:
            of_lead = reference.person.name in placed and _only_later(told, reported[0], line, reference)
            if reference.person.name in placed and not of_lead:
                continue
            speaks = _speaks(line, reference)
            if not (speaks or _announces(line, reference)):
                continue
            heard = (
                occasion
                for occasion in (reported[:1] if of_lead else reported)
                if speaks or (occasion.is_gathering and rosters.is_of_many(occasion))
            )
            heard = (occasion for occasion in heard if not _only_tells_of(occasion, scene, reference))
            fitting = [occasion for occasion in heard if _is_of_side(occasion, scene, reference, alone=len(reported) == 1)]
            if len(fitting) == 1 and _is_heard(fitting[0], scene, line, reference) and not _is_asked(scene, reference):
                placed.add(reference.person.name)
                fitting[0].add(scene, reference, "meetings.voice")


def _represented(scene: Scene) -> Iterator[str]:
    """Those who sent somebody else, and whose words he or she read out: "General Popa, represented by Colonel Rusu"."""
    for reference in scene.cast.references:
        if _SENT_ANOTHER.match(scene.passage.text, reference.end):
            yield reference.person.name


_SENT_ANOTHER = patterns.compile(r"[^.;,]{0,12},?\s+(?:who\s+was\s+)?represented\s+by\b")


def _at_home(untold: Iterable[Occasion]) -> Iterator[str]:
    """Those who met one another and are of one state: "The Deputy Chief of the Guard, General N, met with Minister M"."""
    for occasion in untold:
        first = occasion.first
        met = first.trigger.rule.endswith(("met-with", "received")) and first.before and first.behind
        homes = {home.name if home else None for each in occasion.people for home in (occasion.scene.home(each),)}
        if met and len(homes) == 1 and None not in homes:
            yield from occasion.people


def _only_later(told: tuple[Occasion, ...], lead: Occasion, line: Line, reference: Reference) -> bool:
    """Whether who speaks behind a gathering is known only of what is told behind that: "Before it, Minister Popa had met"."""
    named = lead.name.text if lead.name else ""
    if not named or not lead.is_gathering:
        return False
    met = [occasion for occasion in told if reference.person.name in occasion.people]
    if lead in met or not all(occasion.first.line.number > line.number for occasion in met):
        return False
    return bool(rosters.is_of_many(lead) or lexicon().ministerials.plain.search(named) or lexicon().many.search(named))


def _only_tells_of(occasion: Occasion, scene: Scene, reference: Reference) -> bool:
    """Whether the words of the official are those that tell the occasion: "General Popa said that | Minister Roca met with"."""
    return any(
        (frame.line.start - _LEAD < reference.start < frame.line.start and frame.is_reported)
        or (frame.line.start <= reference.start < frame.start and _is_of_whom_it_tells(frame, scene))
        for frame in occasion.frames
    )


def _is_of_whom_it_tells(frame: Frame, scene: Scene) -> bool:
    """Whether a relative clause tells the occasion: "Minister Popa praised Colonel Roca, who | met"."""
    return RELATIVE.search(scene.passage.text, frame.line.start, frame.start) is not None


_LEAD = 300  # characters of the words that lead to what somebody says of others


def _is_heard(occasion: Occasion, scene: Scene, line: Line, reference: Reference) -> bool:
    """Whether a sentence may tell of what was said on the occasion: of no other day, and not beside something that the release is about.

    What is said may be of any day: "Colonel Roca explained that two brigades have returned since January".
    """
    if occasion.state != "held" or occasion.scene is not scene or BESIDE.match(occasion.first.line.text):
        return False
    verb = lexicon().voices.match(line.text, reference.end - line.start, reference.end - line.start + _NEAR)
    content = _CONTENT.search(line.text, verb.end()) if verb else None
    end = content.start() if content else len(line.text)
    if not line.parts.isdisjoint(lexicon().background_stems) and lexicon().background.search(line.text, 0, end):
        return False
    return occasion.date is None or all(overlap(date, occasion.date) for date in line.dates if date.evidence.start < line.start + end)


def _is_of_side(occasion: Occasion, scene: Scene, reference: Reference, *, alone: bool) -> bool:
    """Whether the official acts for one of the sides, or for some body of many states, and does not only speak to the press."""
    person = reference.person
    home = scene.side_of(person)
    if home is None or person.former or _TO_PRESS.search(person.position or "") or _LOOKS_ON.search(person.position or ""):
        return False
    among_bodies = alone and not home.is_state and any(not side.is_state for side, _ in occasion.sides.values())
    of_many = alone and home.is_state and rosters.is_of_many(occasion) and occasion.is_gathering
    return home.name in occasion.sides or among_bodies or of_many


def _speaks(line: Line, reference: Reference) -> bool:
    """Whether the words beside a name, outside quotation marks, tell that its bearer said something."""
    at, end = reference.start - line.start, reference.end - line.start
    if line.speech(reference.start) or _OF_ANOTHER.search(line, max(0, at - _NEAR), at):
        return False
    if lexicon().voices.match(line.text, end, end + _NEAR):
        return True
    beside = next((other for other in line.people if other.start >= reference.end), None)
    if beside and _AND.fullmatch(line.text, end, beside.start - line.start):  # "Minister Popa and the Chief, Colonel Roca, told"
        return bool(lexicon().voices.match(line.text, beside.end - line.start, beside.end - line.start + _NEAR))
    return bool(_SAID_BY.search(line.text, max(0, at - _NEAR), at))


def _is_asked(scene: Scene, reference: Reference) -> bool:
    """Whether the official speaks to journalists here or anywhere in the release, and so may have been elsewhere."""
    return any(
        (verb := lexicon().voices.match(line.text, end := each.end - line.start, end + _NEAR)) is not None
        and _ASKED.match(line.text, verb.end()) is not None
        for line in scene.lines
        for each in line.people
        if each.person.name == reference.person.name
    )


def _announces(line: Line, reference: Reference) -> bool:
    """Whether the official made something known: at a gathering to those there, elsewhere as often by a statement of the ministry."""
    return not line.speech(reference.start) and _ANNOUNCED.match(line.text, reference.end - line.start) is not None


_ANNOUNCED = patterns.compile(r",?\s+(?:(?:also|then)\s+)?(?:announced|confirmed|promised|offered|proposed|suggested)\b")
_NEAR = 260  # characters of an office between a name and the verb
_CONTENT = patterns.compile(r"\b(?:that|how)\b|[:“\"]")  # behind which words are told, and no longer when they were said
_AND = patterns.compile(r"\s+and\s+(?:(?:the|of|for|and|to|his|her|[A-Z][\w’'.&-]*,?)\s+){0,12}")
_TO_PRESS = patterns.compile(r"\b(?:spokes\w+|press|media|information|public\s+(?:affairs|relations)|communications?)\b", re.IGNORECASE)
_LOOKS_ON = patterns.compile(r"(?i)\b(?:analyst|fellow|research(?:er)?|scholar|professor|lecturer|historian|columnist|commentator)\b")
# "Secretary Popa told | reporters on Friday"
_ASKED = patterns.compile(
    r"\s+(?:(?:local|visiting|foreign|international|state)\s+)?(?:(?:reporters|journalists|newsmen|the\s+(?:press(?!\s+conf)|media|newspaper|broadcaster))\b"
    r"|(?:[Tt]he\s+)?(?:[A-Z][\w.-]*\s+){0,3}"
    r"(?:Press|News|Times|Post|Radio|TV|Agency|Reuters|AFP|BBC|CNN)\b)"
)
# "reiterated the condolences that President | Roca conveyed": another tells of it
_OF_ANOTHER = Cued("that which", r"\b(?:that|which)\s+(?:[A-Z][\w.'’-]*\s+){0,6}\Z")
# "“…,” said | Colonel Roca", "According to the Chief of Staff, | Colonel Roca"
_SAID_BY = patterns.compile(
    r"(?:[”\"’']\s*,?\s*(?:said|says|stated|added|noted|explained|stressed|underlined|emphasi[sz]ed|remarked|concluded|recalled)|\b[Aa]ccording\s+to)"
    r"\s+(?:(?:the|of|for|and|to|[A-Z][\w’'.,&-]*)\s+){0,16}\Z"
)
