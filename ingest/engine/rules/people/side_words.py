"""The words that tell on which side somebody stands."""

from __future__ import annotations

from functools import cache

from ingest.engine import tables
from ingest.engine.values import frozen

Told = tuple[str, tuple[int, int]]  # an ISO code and the words it was read from
TITLE = 20  # words of an office that no grammar reads


@frozen
class SideWords:
    """The lists of `data/people/sides.yml`, where the reason stands beside each."""

    visited: frozenset[str]
    row_signs: frozenset[str]
    arrivals: frozenset[str]
    ships: frozenset[str]
    advisers: frozenset[str]
    envoys: frozenset[str]
    missions: frozenset[str]
    before_envoys: frozenset[str]
    sent_to: frozenset[str]
    in_office: frozenset[str]
    office_ends: frozenset[str]
    in_title: frozenset[str]
    leading_to_title: frozenset[str]
    commands: frozenset[str]
    troops: frozenset[str]
    taking_part: frozenset[str]
    of_delegation: frozenset[str]
    guests: frozenset[str]
    joining: frozenset[str]
    led: frozenset[str]
    together: frozenset[str]
    both_sides: frozenset[str]
    gatherings: frozenset[str]


@cache
def words() -> SideWords:
    """The lists, read once; `envoys` hold the advisers too."""
    lists = {name: frozenset(listed) for name, listed in tables.read("people/sides.yml").items()}
    return SideWords(**lists | {"envoys": lists["envoys"] | lists["advisers"]})
