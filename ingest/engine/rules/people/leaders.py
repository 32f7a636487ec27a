"""Heads of state and government whose country their name tells, where no words of a release do."""

from __future__ import annotations

from functools import cache

from ingest.engine import levels, tables
from ingest.engine.rules.people import identity
from ingest.engine.rules.people.lexicon import split
from ingest.engine.rules.people.line import Sighting

Leader = tuple[frozenset[str], str]  # the words of a name and the country


def country(sighting: Sighting) -> str | None:
    """The country of the leader of that name, or of that surname behind the title; None for officers, lesser offices and shared names."""
    office = sighting.office
    heads = office is not None and levels.level(None, office.position, organization=office.organization) == 1
    if sighting.rank is not None or not (heads or office is None):
        return None
    parts = identity.strip(sighting.parts)
    if len(parts) == 1 and not heads:
        return None
    named = frozenset(parts)
    found = {code for part in named for words, code in _by_surname().get(part, ()) if words <= named or named <= words}
    return found.pop() if len(found) == 1 else None


def is_other_president(sighting: Sighting) -> bool:
    """Whether "President N" in a release of the United States is another state's, since it tells of their own, who are few and known."""
    office = sighting.office
    if office is None or sighting.rank is not None or office.start > sighting.start or office.position.lower() not in _HEADS:
        return False
    unnamed = office.organization is None and sighting.organization is None
    return unnamed and _american().isdisjoint(identity.strip(sighting.parts)) and not _american().isdisjoint(sighting.view.folds)


_HEADS = frozenset({"president", "prime minister"})


@cache
def _american() -> frozenset[str]:
    """The surnames of the presidents of the United States since about 2000."""
    return frozenset(surname for surname, held in _by_surname().items() if any(code == "US" for _, code in held))


@cache
def _by_surname() -> dict[str, list[Leader]]:
    """The leaders by their surname, which comes first in names such as Xi Jinping."""
    found: dict[str, list[Leader]] = {}
    for code, names in tables.read("people/leaders.yml").items():
        for name in names:
            words = identity.strip(split(name))
            surname = words[0] if identity.is_family_first(words) else words[-1]
            found.setdefault(surname, []).append((frozenset(words), code))
    return found
