"""The country of a ship, for whoever commands it."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.people import skippers
from ingest.engine.rules.people.afloat import of_prefix
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.side_words import Told, words
from ingest.engine.rules.people.view import Found, View


def side(sighting: Sighting) -> Told | None:
    """The country of the ship that was named last, for its commanding officer."""
    if (told := _of_told_ship(sighting)) is not None:
        return told
    if not _commands_ship(sighting):
        return _received_aboard(sighting)
    view = sighting.view
    behind = range(sighting.end, min(sighting.close + 4, len(view.words)))  # "N, Commanding Officer, | KNS Shujaa"
    inside = range(sighting.begin, sighting.start)  # "Commanding Officer of | KNS Shujaa |, N"
    for at in (*inside, *behind, *range(sighting.begin - 1, max(sighting.begin - _FROM_SHIP, -1), -1)):
        if view.is_ship(at):
            if (spelled := _spelled_out(view, at)) is not None:
                return spelled.value, (spelled.start, spelled.end)
            code = of_prefix(view, at)
            return (code, (at, at + 1)) if code is not None else None
        if view.folds[at] in words().ships and (found := _owner(view, at)) is not None and not _is_partner(view, found):
            return found.value, (found.start, found.end)
    return None


def _is_partner(view: View, found: Found) -> bool:
    """Whether a ship only sails with the one told of: "will conduct a passage exercise with a | Peruvian | Navy ship"."""
    return view.fold(found.start - 1) in {"a", "an", "the"} and view.fold(found.start - 2) in {"with", "alongside"}


def _received_aboard(sighting: Sighting) -> Told | None:
    """The country of the ship aboard which somebody receives a guest: "was welcomed aboard | ROKS Hwarang | by Captain N"."""
    view, at = sighting.view, sighting.begin - 1 - (sighting.view.fold(sighting.begin - 1) == "the")
    if view.fold(at) != "by":
        return None
    for ship in range(at - 1, max(at - _ABOARD, view.sentence(at)[0]), -1):
        before = view.fold(ship - 1) if view.fold(ship - 1) != "the" else view.fold(ship - 2)
        if view.is_ship(ship) and before in {"aboard", "board", "onboard"}:
            received = {"received", "welcomed", "greeted", "hosted"}.intersection(view.folds[max(ship - _ABOARD, 0) : at])
            code = of_prefix(view, ship)
            return (code, (ship, ship + 1)) if code is not None and received else None
    return None


_ABOARD = 8  # words between a ship and who receives aboard it


def _of_told_ship(sighting: Sighting) -> Told | None:
    """The country of the ship that a sentence says somebody commands: "Captain N was the skipper of | JS Fujiyama"."""
    view, at = sighting.view, sighting.close
    if (told := _of_one_of_several(sighting)) is not None:
        return told
    if view.fold(at) not in {"is", "was", "commands", "commanded", "skippers", "skippered"}:
        return None
    for ship in range(at + 1, min(at + 6, view.sentence(sighting.start)[1])):
        if view.is_ship(ship):
            code = of_prefix(view, ship)
            led = view.folds[at].startswith(("command", "skipper")) or _CAPTAINS.intersection(view.folds[at + 1 : ship])
            return (code, (ship, ship + 1)) if code is not None and led else None
    return None


def _of_one_of_several(sighting: Sighting) -> Told | None:
    """The country of ships that several command: "Commanders | N | and M were the skippers of JS Fujiyama and JS Asama"."""
    view, at = sighting.view, sighting.close
    stop = min(at + _ROW, view.sentence(sighting.start)[1])
    led = next((word for word in range(at, stop) if view.folds[word] in _SEVERAL), None)
    if led is None or view.fold(led + 1) != "of" or not {"were", "are"}.intersection(view.folds[max(led - 3, at) : led]):
        return None
    ship = led + 2 + (view.fold(led + 2) == "the")
    code = of_prefix(view, ship) if view.is_ship(ship) else None
    return (code, (ship, ship + 1)) if code is not None else None


_ROW = 16  # words from the first of several to their ships
_SEVERAL = frozenset({"skippers", "captains", "commanders", "officers"})
_CAPTAINS = frozenset({"skipper", "captain", "commander", "officer", "commandant"})


def _commands_ship(sighting: Sighting) -> bool:
    """Whether somebody commands a ship: its commanding officer, "the ship is commanded by Commander N"."""
    view, begin = sighting.view, sighting.begin
    position = sighting.office.position.lower() if sighting.office is not None else ""
    start, stop = view.sentence(begin)
    if _AFLOAT.match(position) or (_ABOARD_TOO.fullmatch(position) and not words().ships.isdisjoint(view.folds[start:stop])):
        return sighting.organization is None and (sighting.office is None or sighting.office.organization is None)
    bare = sighting.office is None or sighting.office.start == sighting.office.end
    return bare and skippers.commands(view, begin, view.sentence(begin)[0])


# "Commanding Officer", "Mission Commander of the two ships", "commander of the visiting vessel"
_AFLOAT = patterns.compile(
    r"commanding officer|captain$|officer in tactical command|mission commander|ship's captain|commander of the task group"
    r"|.*\bof the (?:\w+ ){0,3}(?:ships?|vessels?|frigates?|corvettes?|flotilla)$"
)


_ABOARD_TOO = patterns.compile(
    r"(?:executive|first|navigating|operations|weapons|chief engineer|deck) officer|first lieutenant|second[- ]in[- ]command"
)


def _owner(view: View, at: int) -> Found | None:
    """The state of a ship, told beside its kind: "a | Bangladesh | Navy ship", "three ships of the | Philippine | Navy"."""
    link = _past_name(view, at + 1)
    behind = view.countries.get(link + 1 + (view.fold(link + 1) == "the")) if view.fold(link) in {"of", "from"} else None
    start = max(at - 5, view.sentence(at)[0])
    start = next((word + 1 for word in range(at - 1, start - 1, -1) if view.words[word] == ","), start)
    return behind or next((view.countries[word] for word in range(at - 1, start - 1, -1) if word in view.countries), None)


def _past_name(view: View, at: int) -> int:
    """The word behind the name of a ship: "the frigate | “Larkspur” | of the Chilean Navy"."""
    end = at
    while end < at + _NAME and (view.fold(end) in _QUOTES or (end < len(view.words) and view.capital[end])):
        end += 1
    return end


_NAME = 6  # words of the name of a ship, with its marks
_QUOTES = frozenset("“”\"'‘’«»()")


def _spelled_out(view: View, at: int) -> Found | None:
    """The state of a ship whose kind is spelled out before a prefix in brackets: "the | Chilean | Navy Ship Larkmoor (CNS Larkmoor)"."""
    if view.fold(at - 1) != "(":
        return None
    for ship in range(at - 2, max(at - _SPELLED, 0), -1):
        if view.folds[ship] == "ship":
            return _owner(view, ship)
    return None


_SPELLED = 6  # words between the kind of a ship and the bracket


_FROM_SHIP = 150  # words
