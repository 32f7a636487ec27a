"""Whom "his counterpart" means: one told before, or who holds the same office."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.meetings.told import Told
from ingest.engine.rules.references import Reference
from ingest.engine.types import Person
from ingest.engine.values import replace


def with_bare(told: Told, frame: Frame) -> Frame:
    """The frame with the one whom "his counterpart" means: of the people told last one of another side, else who holds the same office."""
    homes = told.homes({each.person.name for each in frame.people})
    found = _BARE.search(told.scene.passage.text, frame.line.start, frame.line.end) if len(homes) == 1 else None
    if found is None:
        return frame
    known = [told.scene.person(name) for name in (told.last.people if told.last else ())]
    others = [person for person in (*known, *told.scene.cast.order) if (home := told.home(person.name)) and home.name not in homes]
    fitting = next((person for person in others if person in known or any(same_office(person, each.person) for each in frame.people)), None)
    if fitting is None:
        return frame
    meant = Reference(found.start(), found.end(), fitting, "title")
    return replace(frame, before=(*frame.before, meant)) if found.start() < frame.start else replace(frame, behind=(*frame.behind, meant))


# "the Minister and his counterpart paid a visit", and not "his counterpart Luis Roca"
_BARE = patterns.compile(
    r"\b(?:his|her|their)\s+(?:counterpart|opposite\s+number|colleague|guest|host)\b(?!,?\s+(?:[A-Z]|the\b|from\b|of\b|in\b))"
)


def of_side(told: Told, side: Side, frame: Frame) -> Reference | None:
    """The official of the side who holds the same office as one of those told: "his Egyptian counterpart"."""
    for person in told.scene.cast.order:
        home = told.home(person.name)
        if home and home.name == side.name and any(same_office(person, each.person) for each in frame.people):
            return Reference(side.start, side.end, person, "title")
    alone = [person for person in told.scene.cast.order if (home := told.home(person.name)) and home.name == side.name]
    return Reference(side.start, side.end, alone[0], "title") if len(alone) == 1 and not frame.people else None


def same_office(one: Person, other: Person) -> bool:
    """Whether two people hold offices of one name: counterparts."""
    mine, theirs = (set(re.findall(r"[a-z]{4,}", (person.position or "").casefold())) for person in (one, other))
    return bool(mine) and (mine == theirs or len(mine & theirs) >= 2)
