"""For which state, or for which international organization, each official acts."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.types import Organization, Passage, Person


def of_officials(officials: tuple[Person, ...], bodies: tuple[Organization, ...]) -> dict[str, Side]:
    """The side of each official by name: the ISO code, or the organization (its parent, where named: NATO for its Military Committee)."""
    international = [body for body in bodies if body.country == "INT"]
    homes: dict[str, Side] = {}
    for person in officials:
        if person.country != "INT" and _BUSINESS.search(person.position or ""):
            continue
        if person.country and person.country != "INT":
            homes[person.name] = Side(person.country, True, 0, 0)
        elif person.country == "INT" and (home := _root(person, international)):
            homes[person.name] = Side(home, False, 0, 0)
    return homes


# offices of companies, whose holders act for no state
_BUSINESS = patterns.compile(
    r"\b(?:chief (?:executive|operating|commercial|financial)(?: officer)?|CEO|managing director|(?:general|sales|country|regional) manager"
    r"|business development|(?:vice )?president (?:of|for) sales)\b",
    re.IGNORECASE,
)


def in_missions(passage: Passage, officials: tuple[Person, ...], bodies: tuple[Organization, ...]) -> dict[str, Side]:
    """The mission for which an officer acts who is lent to it by a state: "the Commander of EUFOR, Major General Luis Roca of Peru"."""
    international = {name for body in bodies if body.country == "INT" for name in (body.name, *body.aliases)}
    homes: dict[str, Side] = {}
    for person in officials:
        lent = person.country not in (None, "INT") and person.organization in international and person.position
        if lent and any(_OF_STATE.match(passage.text, at.end) for at in person.mentions if at.where == passage.where):
            homes[person.name] = Side(person.organization or "", False, 0, 0)
    return homes


_OF_STATE = patterns.compile(r"\s+(?:of|from)\s+(?:the\s+)?[A-Z]|,\s+an?\s+[A-Z]\w+(?:ian|ish|an|ese|i|ch)\b")


def _root(person: Person, international: list[Organization]) -> str | None:
    own = person.organization
    if own is None:
        return (
            international[0].name
            if len(international) == 1
            else _told_just_before(person, international) or _told_most(international) or _told_next(person, international)
        )
    if (parent := _parent(own, international)) is not None:
        return parent
    if not _COMMITTEE.search(own) and any(own in (body.name, *body.aliases) for body in international):
        return next(body.name for body in international if own in (body.name, *body.aliases))
    if _COMMITTEE.search(own) and (
        parent := next(
            (body.name for body in international for name in (body.name, *body.aliases) if own.endswith(f" of the {name}")), None
        )
    ):
        return parent
    for body in sorted(international, key=lambda body: len(body.name)):
        if any(own.startswith(f"{name} ") for name in (body.name, *body.aliases)):
            return body.name
    return own


def _parent(own: str, bodies: list[Organization]) -> str | None:
    """The organization for which a part of its staff acts: ECOWAS for a division of its Commission, the EU for its services."""
    part = _PART.search(own)
    named = [(form, body.name) for body in bodies for form in (body.name, *body.aliases) if body.name != own]
    if part is not None:
        return next((name for form, name in named if own.startswith((f"{form} ", form + "’"), part.end())), None)
    return next((name for form, name in named if form in ("EU", "European Union")), None) if own in _OF_UNION else None


# "Peace Support Operations | Division of the | ECOWAS Commission"
_PART = patterns.compile(r"\b(?:Division|Department|Directorate|Section|Branch|Bureau) of (?:the )?")
_OF_UNION = frozenset({
    "Civilian Planning and Conduct Capability", "Military Planning and Conduct Capability", "European External Action Service",
    "European Commission", "EU Military Staff", "European Union Military Staff",
})  # fmt: skip


def _told_just_before(person: Person, bodies: list[Organization]) -> str | None:
    """The body named last before the person is, in this sentence or the one before it: "The Mission had a guest. Its Commander, N, …"."""
    start = min((at.start for at in person.mentions if at.where == "body"), default=0)
    near = ((at.start, at.end - at.start, body.name) for body in bodies for at in body.mentions if at.where == "body")
    return max((found for found in near if 0 <= start - found[0] <= _JUST_BEFORE), default=(0, 0, None))[2]


def _told_next(person: Person, bodies: list[Organization]) -> str | None:
    """The first body named where nobody else is before it: "The Operations Commander, Ms. N, came, as part of the | EU |’s work"."""
    start = min((at.start for at in person.mentions if at.where == "body"), default=0)
    near = ((at.start, body.name) for body in bodies for at in body.mentions if at.where == "body")
    return min((found for found in near if 0 <= found[0] - start <= _JUST_BEFORE), default=(0, None))[1]


def _told_most(bodies: list[Organization]) -> str | None:
    """The body that the release names twice as often as any other; None where there is none."""
    ranked = sorted(bodies, key=lambda body: -len(body.mentions))
    if len(ranked) < 2 or len(ranked[0].mentions) < 2 * len(ranked[1].mentions):
        return None
    return ranked[0].name


_JUST_BEFORE = 300  # characters


# A committee acts for the organization whose members sit in it; a staff or agency is a body of its own.
_COMMITTEE = patterns.compile(r"\b(?:Committee|Council|Assembly|Parliament|Secretariat|Chairmanship)\b")
