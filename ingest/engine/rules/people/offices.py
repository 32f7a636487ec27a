"""The offices of a sentence."""

from __future__ import annotations

from ingest.engine.rules.people import extent, heads, parting
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import View


def find(view: View, start: int, stop: int) -> list[Office]:
    """The offices of the sentence [start, stop), from left to right, none inside another."""
    found: list[Office] = []
    reached = start
    for at in view.heads_between(start, stop):
        if at < reached or not heads.is_head(view, at, start):
            continue
        office = parting.office(view, extent.of(view, at, reached, stop))
        found.append(office)
        reached = office.end
    return found
