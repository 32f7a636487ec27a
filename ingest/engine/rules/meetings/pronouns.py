"""The one whom "him" or "her" behind a verb of hosts means: the guest of the sentence before, or who came where the clause tells them."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.references import Reference
from ingest.engine.types import Person


def met(scene: Scene, line: Line, start: int, end: int) -> tuple[Reference, ...]:
    """The one whom "him" or "her" behind a verb means, where he or she is known to be of another side than the subject."""
    found = _HIM.search(scene.passage.text, start, end)
    hosts = [person for person in line.people if person.start < start]
    if found is None or not hosts:
        return ()
    own = scene.side_of(hosts[-1].person)
    came = _WHERE.search(scene.passage.text, line.start, hosts[-1].start)
    guest = _who_came(scene, line, came.start(), own) if came else None
    if guest is None and found["who"].casefold() == "them":
        return ()
    guest = guest or scene.cast.before(line.start, gender="m" if found["who"].casefold() == "him" else "f")
    home = scene.side_of(guest) if guest else None
    unknown = came and (own is None or scene.is_unsure(hosts[-1].person.name))  # who is at home where the guest came to
    apart = home and (unknown or (own and own.name != home.name))
    return (Reference(found.start("who"), found.end("who"), guest, "pronoun"),) if guest and apart else ()


def _who_came(scene: Scene, line: Line, where: int, own: Side | None) -> Person | None:
    """The one who came where the hosts of a clause are: of another side than these, "he" before them, or of a delegation."""
    came = [person for person in line.people if person.start < where]
    others = (person.person for person in came if own is None or (home := scene.side_of(person.person)) is None or home.name != own.name)
    if (guest := next(others, None)) is not None:
        return guest
    if not came and (went := _WENT.search(scene.passage.text, line.start, where)):
        meant = scene.cast.pronoun(went.start("who"), went.end("who"))
        return meant.person if meant else None
    if not came and own and _GUESTS_CAME.match(scene.passage.text, line.start, where):
        foreign = [each.person for each in scene.cast.references if each.end < line.start and _is_of_other(scene, each.person, own)]
        return foreign[0] if len({side.name for each in foreign if (side := scene.side_of(each))}) == 1 else None
    states = {side.name for side in line.sides if side.start < where and side.is_state} - {own.name if own else ""}
    told = (each.person for each in scene.cast.references if each.end < line.start)
    known = (person for person in told if (home := scene.side_of(person)) and home.name in states)
    return next(known, came[0].person if came else None)


def _is_of_other(scene: Scene, person: Person, own: Side) -> bool:
    home = scene.side_of(person)
    return home is not None and home.is_state and home.name != own.name


# "On the second day, | the guests toured | the base, where Admiral Roca briefed them"
_GUESTS_CAME = patterns.compile(
    r"(?:[^.;]{1,60},?\s+)?[Tt]he(?:ir)?\s+(?:visiting\s+)?(?:guests?|visitors?|delegation|delegates|team|party|group)\s"
)
_WENT = patterns.compile(r"(?:\A|\s)(?P<who>[Hh]e|[Ss]he)\s+(?:(?:then|also|later|had|will)\s+)?[a-z]")
# "Minister Popa was in Lima, | where | Colonel Roca welcomed her"
_WHERE = patterns.compile(r",\s+where\b")
_HIM = patterns.compile(r"\b(?P<who>him|her|them)\b", re.IGNORECASE)
