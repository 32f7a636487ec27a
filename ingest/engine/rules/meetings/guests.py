"""For which state somebody acts of whom no words tell it, as a journey shows: who visits Chile is of the other state in the headline."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.occasion import country_of
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.meetings.told import Told
from ingest.engine.rules.references import Reference

_PAIR = 2  # states in a headline, of which one is gone to and the other is the guest's


def learn(told: Told, frame: Frame) -> None:
    """Keeps the side of a guest of whom nothing else tells it, and of those whom he then meets in the country gone to."""
    _of_guest(told, frame)
    _of_ship(told, frame)
    _of_hosts(told, frame)


def _of_guest(told: Told, frame: Frame) -> None:
    """ "Vice Minister Popa was on a visit to Chile", under a headline of Peru and Chile: of Peru."""
    there, states = frame.destination, told.headline
    if there is None or frame.kind != "visit" or len(states) != _PAIR or there.name not in states:
        return
    origin = next(iter(states - {there.name}))
    for name in _unknown(told, frame.before, {there.name}):
        told.scene.learn(name, Side(origin, True, 0, 0))


def _of_ship(told: Told, frame: Frame) -> None:
    """ "Captain Lind, who commands the squadron, called on Colonel Roca", told of a ship of Sweden in Chile: of Sweden."""
    port = told.lead()
    if port is None or port.first.trigger.needs != "unit" or frame.trigger.roles != "guest-host" or not frame.behind:
        return
    there = country_of(port)
    guests = {side.name: side for side in port.first.sides if side.is_state and side.name != there}
    if there is None or len(guests) != 1:
        return
    for name in _unknown(told, frame.before, {there}):
        told.scene.learn(name, next(iter(guests.values())))


def _of_hosts(told: Told, frame: Frame) -> None:
    """ "At Arica he met Colonel Roca, commander of the 3rd Regiment", told of the guest of Chile: of Chile."""
    journey = next((each for each in told.occasions if each.is_journey and each.destination and each.status == "primary"), None)
    if journey is None or journey.destination is None or frame.kind != "meeting":
        return
    there = journey.destination.name
    elsewhere = frame.place is not None and frame.place.country not in (None, there)
    if elsewhere or there in {home.name for each in journey.first.before if (home := told.home(each.person.name))}:
        return
    guests = {each.person.name for each in journey.first.before}
    for name in _unknown(told, frame.behind, set()):
        if name not in guests and told.home(name) is None:
            told.scene.learn(name, Side(there, True, 0, 0))


def _unknown(told: Told, people: Iterable[Reference], guesses: set[str]) -> list[str]:
    """Those of whom no words tell a side, or only one that is guessed and wrong."""
    names = dict.fromkeys(each.person.name for each in people)
    return [name for name in names if (home := told.home(name)) is None or (told.scene.is_unsure(name) and home.name in guesses)]
