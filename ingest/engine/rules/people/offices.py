"""The offices of a sentence."""

from __future__ import annotations

from ingest.engine.rules.people import afloat, extent, heads, parting
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import View


def find(view: View, start: int, stop: int) -> list[Office]:
    """The offices of the sentence [start, stop), from left to right, none inside another."""
    found: list[Office] = []
    reached = start
    commanding = view.heads_between(start, stop)
    if not afloat.CAPTAINS.isdisjoint(view.folds[start:stop]):
        commanding = sorted({*commanding, *(at for at in range(start, stop) if view.folds[at] in afloat.CAPTAINS)})
    for at in commanding:
        if at < reached:
            continue
        office = _office(view, at, reached, stop) if at not in view.heads or heads.is_head(view, at, start) else None
        if office is None:
            continue
        found.append(office)
        reached = office.end
    return found


def _office(view: View, at: int, reached: int, stop: int) -> Office | None:
    """The office whose head or captain stands at a word, with the ship that it is held over."""
    if at not in view.heads:
        return afloat.captain(view, at, stop)
    return afloat.commanded(view, parting.office(view, extent.of(view, at, reached, stop)), stop)
