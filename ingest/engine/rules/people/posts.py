"""The country to which envoys are sent of whom a release tells: there it was written."""

from __future__ import annotations

from functools import cache

from ingest.engine import tables
from ingest.engine.rules.people import own_offices
from ingest.engine.rules.people.home import of_name
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import Found, View


def told(both: tuple[View, View]) -> str | None:
    """The one country to which envoys are sent: "High Commissioner of the Maldives to | Sri Lanka", "Colombo-based Embassy of Peru"."""
    told = {found.value for view in both for found in view.countries.values() if found.kind == "country" and _is_post(view, found)}
    told |= {code for view in both for at, word in enumerate(view.words) if "-based" in word and (code := _of_seat_of_envoys(view, at))}
    return told.pop() if len(told) == 1 else _of_two(both)


def _of_two(both: tuple[View, View]) -> str | None:
    """Of two states to which one embassy stands, the one that is named again: "the Embassy in Peru and Bolivia", "the law of | Peru |"."""
    posts: set[str] = set()
    for view in both:
        for found in view.countries.values():
            other = view.countries.get(found.end + 1 + (view.fold(found.end + 1) == "the"))
            if view.fold(found.end) != "and" or other is None or view.fold(found.start - 1) not in {"in", "to"} or is_abroad(view, found):
                continue
            if _envoys().intersection(view.folds[max(found.start - 1 - NEAR_POST, 0) : found.start - 1]):
                posts |= {found.value, other.value}
    named = [found.value for view in both for found in view.countries.values()]
    again = {code for code in posts if named.count(code) > 1}
    return again.pop() if len(again) == 1 else None


def of(sighting: Sighting) -> set[str]:
    """The states that an envoy is sent to by the words of the office: "Ambassador to | Kenya | and | Somalia |", "Attaché in | Paris |"."""
    first, office, view = _posted(sighting), sighting.office, sighting.view
    if first is None or office is None:
        return set()
    return {first.value, *(view.countries[at].value for at in range(first.end, office.end) if at in view.countries)}


def of_envoys_met(sightings: list[Sighting]) -> str | None:
    """The one state in which envoys serve whom somebody met who holds an office of state without saying of which: "Minister N received the
    Ambassador of Chile in | Peru |, M"."""
    unmarked = any(each.office is not None and own_offices.is_of_state(each.office.position) and not _mark(each) for each in sightings)
    found = (
        {code for each in sightings if _mark(each) and not _is_companion(each) for code in of(each) if code != _mark(each)}
        if unmarked
        else set()
    )
    return found.pop() if len(found) == 1 else None


def _is_companion(envoy: Sighting) -> bool:
    """Whether an envoy stands in the sentence among those who accompany somebody."""
    view = envoy.view
    return "accompanied" in view.folds[max(view.sentence(envoy.begin)[0], envoy.begin - _ROW) : envoy.begin]


def _mark(sighting: Sighting) -> str | None:
    return sighting.country or (sighting.office.country if sighting.office is not None else None)


def _posted(sighting: Sighting) -> Found | None:
    view, office = sighting.view, sighting.office
    if office is None:
        return None
    for at in range(office.head, office.end - 1):
        if view.folds[at] in {"to", "in"} or (view.folds[at] == "for" and not view.folds[office.head].startswith("consul")):
            inner = at + 1 + (view.fold(at + 1) == "the")
            return view.countries.get(inner) or view.places.get(inner)
    return None


def _of_seat_of_envoys(view: View, at: int) -> str | None:
    """The country of a place by which a mission or its people are called: "the | Lima-based | Embassy of Ghana"."""
    place, mark, _ = view.words[at].rpartition("-based")
    if not mark or not place or not _envoys().intersection(each.rstrip("s") for each in view.folds[at + 1 : at + NEAR_POST]):
        return None
    return of_name(place) or of_name(f"{view.words[at - 1]} {place}" if at else place)


def _is_post(view: View, found: Found) -> bool:
    at = found.start - 1 - (view.fold(found.start - 1) == "the")
    if is_abroad(view, found):
        return False
    if view.fold(at) != "to" or (view.fold(found.end) in {"and", ","} and view.fold(found.end + 1) in {"the", "and"}):
        return False  # "Ambassador to Barbados | and the Eastern Caribbean": in which of them
    return view.fold(at - 1) == "accredited" or bool(_envoys().intersection(view.folds[max(at - NEAR_POST, 0) : at]))


def is_abroad(view: View, found: Found) -> bool:
    """Whether an envoy goes with a traveller of his own state: "The King was accompanied by the Ambassador to | Belgium |"."""
    at = found.start - 1 - (view.fold(found.start - 1) == "the")
    first = max(view.sentence(at)[0], at - _ROW)
    envoy = not _envoys().isdisjoint(view.folds[max(at - NEAR_POST, first) : at])
    return view.fold(at) == "to" and envoy and "accompanied" in view.folds[first:at]


def goes_along(sighting: Sighting) -> bool:
    """Whether an envoy is among those who accompany somebody: "The Minister was accompanied by N, M and | Ambassador N |"."""
    view = sighting.view
    first = max(view.sentence(sighting.begin)[0], sighting.begin - _ROW)
    at = next((word for word in range(first, sighting.begin) if view.folds[word] == "accompanied"), None)
    return at is not None and view.fold(at + 1) == "by"


_ROW = 60  # words from "accompanied" to the last of those who are
NEAR_POST = 6  # words between an envoy and "to"


@cache
def _envoys() -> frozenset[str]:
    return frozenset(tables.read("people/whence.yml")["envoys"].split(", "))
