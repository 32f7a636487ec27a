"""Offices told by letters that a release has explained: "Admiral N (CRNO)", behind "Commander of the Royal Navy (CRNO)"."""

from __future__ import annotations

from ingest.engine.rules.people import offices
from ingest.engine.rules.people.line import Sighting, Span
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import View
from ingest.engine.values import replace


def held(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings, each that bears letters in brackets and no office with the office behind which the letters were printed first."""
    return [_with_office(each) if _is_lettered(each) else each for each in sightings]


def _is_lettered(sighting: Sighting) -> bool:
    """Whether a bracket stands behind the name and no office is told but by the letters in it: "General N | (CDS)"."""
    view, office = sighting.view, sighting.office
    return view.fold(sighting.end) == "(" and (office is None or view.words[sighting.end + 1 : sighting.end + 2] == [office.position])


def _with_office(sighting: Sighting) -> Sighting:
    view = sighting.view
    letters = _bracketed(view, sighting.end)
    first = _printed_first(view, letters, sighting.begin) if letters is not None else None
    office = _office_before(view, first) if first is not None else None
    if office is None or office.plural or office.counterpart:
        return sighting
    office = replace(office, position=office.position.partition(" (")[0])  # "Chief of the Defence Staff of Ghana (CDS)"
    return replace(sighting, office=office, close=max(sighting.close, letters[1] + 1) if letters else sighting.close)


def _bracketed(view: View, at: int) -> Span | None:
    """The letters in the bracket at a word, with their number: "( | CCTF 151 | )"."""
    end = at + 2 + view.fold(at + 2).isdigit()
    told = view.fold(end) == ")" and view.words[at + 1].isupper() and len(view.words[at + 1]) > 1
    return (at + 1, end) if told else None


def _printed_first(view: View, letters: Span, before: int) -> int | None:
    """The bracket with the same letters that stands first, before the person is told; None where there is none."""
    told = view.words[letters[0] : letters[1]]
    size = len(told)
    return next((at for at in range(before - size) if view.folds[at] == "(" and view.words[at + 1 : at + 1 + size] == told), None)


def _office_before(view: View, bracket: int) -> Office | None:
    """The office whose words lead up to a bracket, if the letters in it begin with that of the office and it has a body."""
    start, stop = view.sentence(bracket)
    for office in offices.find(view, start, stop):
        ends_here = office.start < bracket and office.end in (bracket, bracket + 3, bracket + 4)
        if ends_here and view.words[bracket + 1][0].lower() == view.folds[office.head][0]:
            return office
    return None
