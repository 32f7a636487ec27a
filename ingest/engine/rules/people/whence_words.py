"""The words by which the text of a release tells from which country it comes."""

from __future__ import annotations

from functools import cache

from ingest.engine import tables
from ingest.engine.values import frozen


@frozen
class Words:
    envoys: frozenset[str]
    counterparts: frozenset[str]
    sent: frozenset[str]
    receiving: frozenset[str]
    several: frozenset[str]
    beside: frozenset[str]
    parties: frozenset[str]
    reporting: frozenset[str]
    reporting_bodies: frozenset[str]
    journeys: frozenset[str]
    leaving: frozenset[str]
    forces: frozenset[str]
    elsewhere: frozenset[str]
    other_time: frozenset[str]
    seats: tuple[str, ...]


@cache
def words() -> Words:
    data = {name: listed.split(", ") for name, listed in tables.read("people/whence.yml").items()}
    return Words(**{name: frozenset(listed) for name, listed in data.items() if name != "seats"}, seats=tuple(data["seats"]))


def is_seat(place: str) -> bool:
    """Whether ministers of all states meet in the city."""
    return place.casefold().startswith(words().seats)
