"""The country of an official whom nothing near marks: the publisher's own, the guest's, or the one foreign state of a sentence."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.people import companions, leaders, own_offices, posts
from ingest.engine.rules.people.delegations import NEAR
from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.journey import Journey
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.side_words import Told
from ingest.engine.rules.people.view import Found, View


def country(sighting: Sighting, home: str | None, guest: str | None, journey: Journey) -> Told | None:
    """The country of an official whom nothing near marks: an envoy’s that of the other side, others the release’s own; with an
    international publisher, the country named last before in the sentence."""
    position = sighting.office.position.lower() if sighting.office is not None else ""
    if own_offices.serves_private_body(sighting) or sighting.rule in {"people.listed", "people.name-met"}:
        return None
    if sighting.office is not None and _OF_A_LAND.match(sighting.office.position):
        return None
    whole = (sighting.begin, sighting.close)
    if companions.DIPLOMAT.search(position) and home != "US":
        return _sent(sighting, home, guest, journey)
    if home is not None and is_foreign(sighting, home):
        return _of_guest(sighting, home, guest, journey)
    if home is not None and home != INTERNATIONAL:
        return home, whole
    if home == INTERNATIONAL and sighting.office is not None and not own_offices.is_national(sighting.office.position):
        return (INTERNATIONAL, whole) if not own_offices.is_over_body_of_state(sighting) else None
    told = sighting.office is not None or sighting.rank is not None
    return _named_before(sighting) if home == INTERNATIONAL and told else None


# "Prime Minister of Bavaria": of a land of some federation, for a state is told by its name or not at all
_OF_A_LAND = patterns.compile(r"Prime Minister of (?!the\b)[A-Z]")


def is_foreign(sighting: Sighting, home: str) -> bool:
    """Whether somebody holds an office that nobody of the publisher’s state holds: another’s president, for Americans a minister."""
    if own_offices.is_royal(sighting):
        return home not in own_offices.MONARCHIES and home != INTERNATIONAL
    return home == "US" and (_is_not_american(sighting) or leaders.is_other_president(sighting))


def _of_guest(sighting: Sighting, home: str, guest: str | None, journey: Journey) -> Told | None:
    """The one foreign state that the sentence names or tells by its places, else that of the journey, else the one of the release."""
    code = journey.at(sighting) or guest
    told = only_foreign(sighting, home) or ((code, (sighting.begin, sighting.close)) if code is not None else None)
    if told is not None and own_offices.is_royal(sighting) and told[0] not in own_offices.MONARCHIES:
        return None  # "the late Queen", remembered in talks with a republic
    return told


def _sent(sighting: Sighting, home: str | None, guest: str | None, journey: Journey) -> Told | None:
    """The country of an envoy: the publisher’s own where its people are abroad, else that of the guests."""
    if home is None or home == INTERNATIONAL:
        told = only_foreign(sighting, home)
        return None if told is not None and _is_of_who_is_met(sighting, told[1]) else told
    whole = (sighting.begin, sighting.close)
    sent_to = posts.of(sighting)
    if (sent_to and home not in sent_to) or journey.at(sighting) not in (None, home):
        return home, whole
    if _meets_another_state(sighting, home):
        return home, whole
    return only_foreign(sighting, home) or ((guest, whole) if guest is not None and guest not in sent_to else None)


def _is_of_who_is_met(sighting: Sighting, at: tuple[int, int]) -> bool:
    """Whether an encounter lies between an envoy and the state: "Attaché N | called on the Commander of the Zambia Army"."""
    between = sighting.view.folds[min(sighting.close, at[1]) : max(sighting.begin, at[0])]
    return not companions.ENCOUNTERS.isdisjoint(between)


def _meets_another_state(sighting: Sighting, home: str) -> bool:
    """Whether an envoy meets an official of another state, and so is no envoy of it: "Ambassador N called on the Minister of | Peru"."""
    view = sighting.view
    _, stop = view.sentence(sighting.start)
    behind = range(sighting.close, min(stop, sighting.close + NEAR))
    met = next((at for at in behind if view.folds[at] in companions.ENCOUNTERS), stop)
    found = next((view.countries[at] for at in behind if at > met and at in view.countries), None)
    return found is not None and found.value != home and _marks_office(view, found.start, found.end)


def _marks_office(view: View, start: int, end: int) -> bool:
    """Whether a state is that of an office: "the Defence Minister of | Peru", "| Peruvian | Defence Minister"."""
    of = start - 1 - (view.fold(start - 1) == "the")
    return bool(view.heads_between(of - 4, of)) if view.fold(of) == "of" else bool(view.heads_between(end, end + 3))


def _is_not_american(sighting: Sighting) -> bool:
    """Whether somebody holds an office that the United States do not have: in a release of theirs a guest."""
    office = sighting.office
    if office is None:
        return False
    held = f"{office.position} of the {office.organization}" if office.organization else office.position
    return own_offices.is_of_state(held)


def only_foreign(sighting: Sighting, home: str | None) -> tuple[str, tuple[int, int]] | None:
    """The one foreign country that the sentence names, or tells by its places; not the one an envoy is sent to."""
    view = sighting.view
    start, stop = view.sentence(sighting.start)
    around = range(max(start, sighting.begin - NEAR), min(stop, sighting.close + NEAR))
    passed = {home, *posts.of(sighting)}
    for table in (view.countries, view.places):
        near = [found for at in around if (found := table.get(at)) is not None and found.value not in passed]
        near = [found for found in near if not (sighting.start <= found.start < sighting.end or _is_in_name(view, found))]
        near = [found for found in near if sighting.begin <= found.start < sighting.close or not _is_in_office(view, found)]
        if len({found.value for found in near}) == 1:
            return near[0].value, (near[0].start, near[0].end)
        if near:
            return None
    return None


def _is_in_name(view: View, found: Found) -> bool:
    """Whether a place stands beside a word that can only be a name: "Tito Livio | Moreno"."""
    return view.is_name_like(found.start - 1) or view.is_name_like(found.end)


def _is_in_office(view: View, found: Found) -> bool:
    """Whether a state stands in an office that is told by itself: "Prime Minister N, the Amir of | Qatar |, and President M"."""
    at = found.start - 1 - (view.fold(found.start - 1) == "the")
    return found.kind == "country" and view.fold(at) == "of" and view.fold(found.end) == "," and at - 1 in view.heads


def _named_before(sighting: Sighting) -> tuple[str, tuple[int, int]] | None:
    view = sighting.view
    for at in range(sighting.begin - 1, max(view.sentence(sighting.begin)[0], sighting.begin - NEAR) - 1, -1):
        found = view.countries.get(at)
        if found is not None:
            return found.value, (found.start, found.end)
    return None
