"""Those of one row whom the publisher’s people meet: one state serves for all if words tell one and none of their own stands there.

"met with Foreign Minister A, National Security Advisor B, and opposition leader C": a foreign minister is a guest or a host.
"""

from __future__ import annotations

from ingest.engine.rules.people import companions, last_resort, own_offices
from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.journey import Journeys, is_object
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.side_words import words
from ingest.engine.values import replace


def share(sightings: list[Sighting], home: str, guest: str | None, journeys: Journeys) -> list[Sighting]:
    """The sightings with the one foreign state of their row for those in it of whom nothing tells any."""
    settled = list(sightings)
    for first, last in companions.rows(sightings):
        row = settled[first : last + 1]
        if last == first or not (
            is_object(row[0]) or companions.leading_word(row[0]) in {"with", "including", "met", "included", "includes", ":"}
        ):
            continue
        if _lead_together(row[0]):
            continue
        states = [_state(each, home, guest, journeys) for each in row]
        told = set(states) - {None}
        if len(told) != 1 or told & {home, INTERNATIONAL}:
            continue
        model = next(number for number, state in enumerate(states) if state is not None)
        if _is_sent(row[model]):
            continue
        for number in range(first, last + 1):
            each = settled[number]
            if each.country is None and not _is_own(each, home):
                settled[number] = replace(each, country=states[model], country_at=(row[model].begin, row[model].close))
    return settled


def _lead_together(first: Sighting) -> bool:
    """Whether those of a row lead or sign, one for each side: "co-chaired by | Defence Secretary N and Principal Secretary M of Kenya"."""
    view, at = first.view, first.begin - 1 - (first.view.fold(first.begin - 1) == "the")
    return view.fold(at) == "by" and view.fold(at - 1) in words().led


def _state(sighting: Sighting, home: str, guest: str | None, journeys: Journeys) -> str | None:
    """The state of one of the row, or the one that an office tells which the publisher's state does not have."""
    if sighting.country is not None or not last_resort.is_foreign(sighting, home):
        return sighting.country
    told = last_resort.country(sighting, home, guest, journeys[sighting.view.passage.where])
    return told[0] if told is not None else None


def _is_sent(sighting: Sighting) -> bool:
    """Whether somebody is a diplomat, who stands beside hosts and guests alike."""
    return sighting.office is not None and companions.DIPLOMAT.search(sighting.office.position.lower()) is not None


def _is_own(sighting: Sighting, home: str) -> bool:
    """Whether the one may as well be the publisher's: a diplomat, somebody who was told before, an office that its state has."""
    office = sighting.office
    if office is None:
        return sighting.rank is None or len(sighting.parts) == 1
    return _is_sent(sighting) or own_offices.country(office.position, home) == home or own_offices.serves_private_body(sighting)
