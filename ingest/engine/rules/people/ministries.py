"""The ministry of a minister: where a release names both, the office is held there."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.engine.rules.people.lexicon import fold
from ingest.engine.types import Evidence, Organization, Person

_BODY = re.compile(r"(?:ministry|department) (?:of|for) (?:the )?(.+)", re.IGNORECASE)
_OFFICE = (
    # "Minister of National Defence", "Deputy Minister for Defence", "State Secretary"
    re.compile(r"(?:minister|secretary) (?:of|for) (?:the )?(.+)", re.IGNORECASE),
    # "Defence Minister", "Deputy Foreign Minister"
    re.compile(r"(?:(?:first|second|deputy|vice|assistant|acting|state|federal) )*(.+?) (?:vice-?)?(?:minister|secretary)", re.IGNORECASE),
)


# "Minister", "Deputy Minister", "State Secretary for Defence Policy": in the one ministry that is named.
_BARE = re.compile(r"(?:(?:first|deputy|vice|assistant) )*minister|(?:state|permanent) secretary.*|secretary[ -]general", re.IGNORECASE)


def place(officials: tuple[Person, ...], bodies: tuple[Organization, ...]) -> tuple[Person, ...]:
    """The people, each minister without an organization in the ministry of the same field and country that the release names."""
    ministries = [(body, _field(found.group(1))) for body in bodies if (found := _BODY.search(body.name))]
    return tuple(_placed(person, ministries) for person in officials) if ministries else officials


def _placed(person: Person, ministries: list[tuple[Organization, str]]) -> Person:
    if person.organization is not None or person.position is None or person.country is None:
        return person
    fields = {
        _field(found.group(1)) for pattern in _OFFICE if (found := pattern.fullmatch(person.position) or pattern.search(person.position))
    }
    own = [(body, field) for body, field in ministries if body.country == person.country]
    fitting = [body for body, field in own if field in fields or _BARE.fullmatch(person.position)]
    if len({body.name for body in fitting}) != 1:
        return person
    body = fitting[0]
    at = body.mentions[0] if body.mentions else None
    proof = (("organization", Evidence(at.start, at.end, "people.ministry", at.where)),) if at else ()
    return replace(person, organization=body.name, evidence=(*person.evidence, *proof))


def _field(words: str) -> str:
    """A field of work as it is compared: "National Defense", "Defence of Mongolia" and "Defence" are one."""
    plain = fold(words).replace("defense", "defence").removeprefix("national ")
    return re.split(r" of | \(|,| for ", plain)[0].strip()
