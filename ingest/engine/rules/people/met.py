"""The states whose ministers and chiefs the first official of a release met, who is told without his own: none is the publisher's."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.engine import patterns
from ingest.engine.rules.people import companions, journey, own_offices
from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import View


def states(body: View, sightings: list[Sighting]) -> set[str]:
    """The states told with those whom "Defence Minister Popa", of no state that is told, met: "held talks with Minister Roca of | Peru"."""
    told = [each for each in sightings if each.view is body]
    if not told or not _is_unmarked(told[0], told):
        return set()
    is_minister = any(each.office and _OF_DEFENCE.search(each.office.position) for each in told if each.parts[-1] == told[0].parts[-1])
    peers = (each for each in told[1:] if _is_national(each) or (not is_minister and _holds_office(each)))
    met = (each for each in peers if (journey.is_object(each) or _is_colleague(told[0], each)) and not _receives_guests(each))
    return {state for each in met if (state := _mark(each)) not in (None, INTERNATIONAL)}


def _receives_guests(host: Sighting) -> bool:
    """Whether people of another state were received by somebody, who is at home: "The Chilean delegation was received by Admiral N"."""
    view, state = host.view, _mark(host)
    start, _ = view.sentence(host.begin)
    hosted = next((at for at in range(start + 1, host.begin) if view.folds[at] in _HOSTED and view.folds[at - 1] in _PASSIVE), None)
    if hosted is None or "by" not in view.folds[hosted : hosted + _HOSTED_BY]:
        return False
    return any(at in view.countries and view.countries[at].value != state for at in range(start, hosted))


_HOSTED_BY = 8  # words: "was received | at the base by"
_PASSIVE = frozenset({"was", "were", "is", "are", "also", "then", "warmly"})
_HOSTED = frozenset({"received", "welcomed", "hosted", "greeted"})


def received(sightings: list[Sighting]) -> set[str]:
    """The states of those whom somebody receives whom no state marks: "Minister N received the Chief of the | Royal Thai | Army, M"."""
    found: set[str] = set()
    for host, each in pairwise(sightings):
        state, at = _mark(each), each.begin - 1 - (each.view.fold(each.begin - 1) == "the")
        if state in (None, INTERNATIONAL) or host.view is not each.view or at != host.close or each.view.fold(at) not in _RECEIVING:
            continue
        if host.office is not None and _mark(host) is None and own_offices.is_of_state(host.office.position):
            found.add(state)
    return found


_RECEIVING = frozenset({"received", "receives", "welcomed", "welcomes", "hosted", "hosts"})


def partner(body: View, met: set[str]) -> str | None:
    """The one state that the text pairs with one of those met: "cooperation between Peru and | Chile |", "| Chile | and Peru will"."""
    found: set[str] = set()
    for at in sorted(body.countries):
        one = body.countries[at]
        other = body.countries.get(one.end + 1 + (body.fold(one.end + 1) == "the"))
        if other is None or body.fold(one.end) != "and" or not _is_pair(body, one.start):
            continue
        if len({one.value, other.value} & met) == 1:
            found |= {one.value, other.value} - met
    return found.pop() if len(found) == 1 else None


def acts_first(code: str, body: View, sightings: list[Sighting], guests: set[str]) -> bool:
    """Whether the text opens with an official of the state in which it plays: "The Greek Minister of Defence met in | Athens |".

    Not where a minister whom nothing marks stands beside: then he is the publisher's, and has come there.
    """
    told = [each for each in sightings if each.view is body]
    start = int(body.fold(0) == "the")
    marked = body.countries.get(start)
    if marked is not None and marked.value == code and body.heads_between(marked.end, marked.end + _NAMELESS):
        nameless = not told or body.sentence_number(told[0].begin) > 0
        return nameless and not any(_mark(each) is None and journey.is_object(each) for each in told)  # "Poland’s defence minister has"
    if not told or code in guests or _mark(told[0]) != code or journey.is_object(told[0]):
        return False
    opening = [each for each in told if body.sentence_number(each.begin) <= 1]
    others = any(_mark(each) is None and _holds_office(each) and each.office and not each.office.organization for each in opening)
    return told[0] in opening and not others


_NAMELESS = 4  # words from a state to the head of an office of its


def _is_colleague(first: Sighting, other: Sighting) -> bool:
    """Whether two of one sentence are ministers of defence, of whom a state has one: "Minister Popa and Defence Minister of Peru Roca"."""
    view = first.view
    alike = all(each.office is not None and _OF_DEFENCE.search(each.office.position) for each in (first, other))
    return alike and view.sentence(first.begin) == view.sentence(other.begin)


_OF_DEFENCE = patterns.compile(
    r"^(?:minister (?:of|for) (?:national )?defen[cs]e|(?:national )?defen[cs]e minister|secretary of (?:national )?defen[cs]e)\b",
    re.IGNORECASE,
)


def _is_unmarked(first: Sighting, told: list[Sighting]) -> bool:
    """Whether the first official holds an office that a state has, and nowhere is told of which one; a guest is not told so."""
    same = [each for each in told if each.parts[-1] == first.parts[-1]]
    if any(_mark(each) is not None or journey.is_object(each) for each in same):
        return False
    return any(_holds_office(each) for each in same)


def _holds_office(sighting: Sighting) -> bool:
    """Whether somebody is told with the office of a minister or of a chief of a force; envoys may be anybody's."""
    office = sighting.office
    if office is None or companions.DIPLOMAT.search(office.position.lower()):
        return False
    held = office.position.lower()
    return own_offices.is_national(held) or own_offices.is_over_body_of_state(sighting) or held.endswith(_CHIEFS)


_CHIEFS = ("army chief", "navy chief", "naval chief", "air chief", "defence chief", "defense chief", "military chief")


def _is_national(sighting: Sighting) -> bool:
    """Whether somebody is a minister, president or chief of defence; the chief of one force may welcome his own minister."""
    return _holds_office(sighting) and sighting.office is not None and own_offices.is_national(sighting.office.position)


def _mark(sighting: Sighting) -> str | None:
    return sighting.country or (sighting.office.country if sighting.office else None)


def _is_pair(body: View, start: int) -> bool:
    """Whether two states that begin here are spoken of as two: behind "between" or "both", or at the head of a sentence or clause."""
    start -= body.fold(start - 1) == "the"
    return body.sentence(start)[0] == start or body.fold(start - 1) in {"between", "both", "that", ",", "of", "where"}
