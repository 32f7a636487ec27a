"""Journeys whose meetings are told by themselves: they give way to these, and leave them country, town and day."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.meetings.occasion import Occasion, overlap, venue_side
from ingest.engine.rules.meetings.scenes import Side


def fold(occasions: list[Occasion]) -> None:
    """Takes a journey away where its meetings are told by themselves, and leaves them its country and days."""
    for journey in [occasion for occasion in occasions if _is_mere_journey(occasion)]:
        gone_to = _gone_to(journey)
        inside = [other for other in occasions if other is not journey and other.status == "primary" and _lies_in(other, journey, gone_to)]
        if not inside:
            continue
        for other in inside:
            here = [side for name, side in gone_to.items() if name in other.sides]
            if other.destination is None and len(here) == 1:
                other.destination = here[0]
            if _is_in_town_gone_to(other, journey):
                other.place = journey.place
        if len(inside) == 1 and inside[0].date is None and inside[0].first.line.number >= journey.first.line.number:
            inside[0].date = journey.date
        occasions.remove(journey)


def _is_in_town_gone_to(other: Occasion, journey: Occasion) -> bool:
    """Whether what tells no place was in the town gone to: "flew to Lima, where on 7 May he was briefed. Later that day she met N"."""
    town, venue = journey.place, other.destination
    if town is None or town.country is None or other.place or other.is_call or (venue and venue.name != town.country):
        return False
    goes_on = other.first.line.number >= journey.first.line.number and other.first.line.paragraph == journey.frames[-1].line.paragraph
    return goes_on and town.country in other.sides and (other.date is None or journey.date is None or overlap(other.date, journey.date))


def _is_mere_journey(occasion: Occasion) -> bool:
    """Whether the occasion opened with a visit of which no talks with anybody named are told."""
    if occasion.status != "primary" or not occasion.is_journey:
        return False
    if occasion.is_umbrella:
        gone_to = occasion.destination and occasion.destination.start >= occasion.first.start
        return bool(gone_to) or (len(occasion.frames) == 1 and _only_arrives(occasion))
    return not any(frame.behind for frame in occasion.frames)


def _only_arrives(occasion: Occasion) -> bool:
    """Whether the words tell of an arrival, and of nobody but who invited."""
    first, text = occasion.first, occasion.scene.passage.text
    invited = all(_INVITATION.search(text, first.end, person.start) for person in first.behind)
    return invited and bool(_ARRIVED.match(text, first.start))


_INVITATION = patterns.compile(r"\binvitation\s+(?:of|from)\b")
_ARRIVED = patterns.compile(r"(?:arriv|travel|fl[iey]|came|on\s+an?\s)")


def _gone_to(journey: Occasion) -> dict[str, Side]:
    """The countries that the sentence of the journey names behind its words, and the one of the place; not that of the travellers."""
    first = journey.first
    homes = {home.name for reference in first.before if (home := journey.scene.side_of(reference.person))}
    found = {
        term.value: Side(term.value, True, term.start, term.end)
        for term in journey.scene.terms(first.start, first.line.end)
        if term.kind == "country" and term.value not in homes
    }
    for side in (journey.destination, venue_side(journey)):
        if side:
            found.setdefault(side.name, side)
    return found


def _lies_in(other: Occasion, journey: Occasion, gone_to: dict[str, Side]) -> bool:
    if not journey.people:  # a ship that came, whose commander called on somebody
        return other.first.kind == "meeting" and journey.first.trigger.needs == "unit" and bool(other.sides.keys() & journey.sides.keys())
    if not set(journey.people) & set(other.people) or not other.sides.keys() & gone_to.keys():
        return False
    arrives = _ARRIVED.match(journey.scene.passage.text, journey.first.start)
    if other.date and journey.date and journey.date.end is None and not overlap(other.date, journey.date) and journey.place and not arrives:
        return False  # sights seen on another day
    return not (other.place and other.place.country and other.place.country not in gone_to)
