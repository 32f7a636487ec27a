"""In which land a mission of several states serves, by its letters or by its name."""

from __future__ import annotations

import re
from functools import cache

from ingest.engine import gazetteers, patterns, tables


def land_of(name: str) -> str | None:
    """The ISO code of the land: LB for "UNIFIL", SS for "UN Mission in South Sudan"; None for other bodies and missions at sea."""
    if _elsewhere().search(name):
        return None
    by_letters = next((land for letters, land in _lands().items() if re.search(rf"\b{letters}\b", name)), None)
    if by_letters or not _MISSION.search(name):
        return by_letters
    named = {term.value for term in gazetteers.find(name) if term.kind == "country"}
    return next(iter(named)) if len(named) == 1 else None


_MISSION = patterns.compile(r"\b(?:Mission|Force|Operation|EUTM|EUCAP|EUAM|EUBAM|EUPOL)\b")


@cache
def _lands() -> dict[str, str]:
    return {letters: land for land, missions in tables.read("missions.yaml")["lands"].items() for letters in missions}


@cache
def _elsewhere() -> re.Pattern[str]:
    return patterns.compile(r"\b(?:" + "|".join(tables.read("missions.yaml")["elsewhere"]) + r")\b")
