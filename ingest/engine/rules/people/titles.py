"""The office of somebody whom one sentence calls by it alone, and the next by rank and name."""

from __future__ import annotations

from ingest.engine.rules.people import offices
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.standing import LATELY
from ingest.engine.rules.people.view import View
from ingest.engine.values import replace


def told(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings with the office of another state that the sentence before begins with, where the same guest is named next:
    "The Chief of the Peruvian Navy is in Singapore for a visit. Vice Admiral N called on the Minister".
    """
    settled = list(sightings)
    for number, each in enumerate(settled):
        if each.office is not None or each.country is not None or each.rank is None or not each.rank.flag or len(each.parts) < 2:
            continue
        office = _told_before(each)
        if office is None or any(_is_named_by(one, each, office) for one in settled[max(number - LATELY, 0) : number]):
            continue
        settled[number] = replace(each, office=office)
    return settled


def _told_before(sighting: Sighting) -> Office | None:
    """The office that opens the sentence before, where that tells of a visit and this one of what the guest did then."""
    view = sighting.view
    start, _ = view.sentence(sighting.begin)
    number = view.sentence_number(sighting.begin)
    if view.passage.where != "body" or start != sighting.begin or not 0 < number <= _OPENING:
        return None
    first, stop = view.sentences[number - 1]
    office = next(iter(offices.find(view, first, stop)), None)
    if office is None or any(view.words[at][0].islower() and view.folds[at] != "the" for at in range(first, office.start)):
        return None  # a dateline may stand before
    if office.plural or office.counterpart or office.country in (None, "INT") or not view.capital[office.head]:
        return None
    comes = view.fold(office.end) in _COMING and _VISITING.intersection(view.folds[office.end : stop])
    return office if comes and _acts(view, sighting.close) else None


def _acts(view: View, at: int) -> bool:
    """Whether a guest does something here."""
    at += view.fold(at) in {"also", "today", "yesterday", "then", "has"}
    return view.fold(at) in _ACTING


def _is_named_by(other: Sighting, sighting: Sighting, office: Office) -> bool:
    """Whether somebody named before holds the office, or the name is known already."""
    if other.view is not sighting.view:
        return False
    return other.parts[-1:] == sighting.parts[-1:] or (other.begin <= office.end + 1 and other.close >= office.start)


_OPENING = 4  # sentences at the head of a text
_COMING = frozenset(
    {"is", "was", "has", "arrived", "arrives", "paid", "visited", "visits", "made", "began", "embarked", "will", "on", "today"}
)
_VISITING = frozenset({"visit", "visited", "visits", "arrived", "tour", "trip"})
_ACTING = frozenset(
    {"called", "calls", "met", "meets", "inspected", "arrived", "visited", "paid", "held", "was", "is", "will", "received", "laid"}
)
