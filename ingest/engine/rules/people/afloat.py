"""Offices held over a ship: "the Commanding Officer of the French frigate Larkspur", "the captain of USS Fitzroy"."""

from __future__ import annotations

from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.side_words import words
from ingest.engine.rules.people.view import Found, View
from ingest.engine.values import frozen, replace


@frozen
class Ship:
    """A ship whose name ends before the word `end`, with the state or the service that its words tell."""

    end: int
    country: str | None
    body: Found | None


def commanded(view: View, office: Office, stop: int) -> Office:
    """The office with the whole name of the ship that it is held over, which is no part of the position; others as they are."""
    head_end = view.heads[office.head][0]
    if " ".join(view.folds[office.head : head_end]) not in _COMMANDING:
        return office
    ship = _ship(view, head_end, stop)
    if ship is None or (office.plural and view.fold(ship.end) != ","):
        return office
    body = ship.body.value if ship.body is not None else None
    position = office.position.partition(" of ")[0]
    return replace(
        office, end=ship.end, position=position, organization=body, country=office.country or ship.country, plural=False, courtesy=False
    )


def captain(view: View, at: int, stop: int) -> Office | None:
    """The office of "the | captain | of the frigate Larkspur", where the word is in small letters and so no rank."""
    ship = _ship(view, at + 1, stop) if view.words[at].islower() and view.fold(at + 1) == "of" else None
    if ship is None:
        return None
    body = ship.body.value if ship.body is not None else None
    return Office(at, ship.end, at, position=view.words[at], organization=body, country=ship.country)


CAPTAINS = frozenset({"captain", "skipper", "master"})
_COMMANDING = frozenset({"commanding officer", "commanding officers", "officer commanding", "commander", "commandant", "executive officer"})


def _ship(view: View, at: int, stop: int) -> Ship | None:
    """The ship behind "of", or named at once by its prefix: "Commanding Officer | HMAS Fitzroy"."""
    if view.fold(at) == "of":
        at += 1 + (view.fold(at + 1) in {"the", "a", "an", "visiting", "their"})
    elif not view.is_ship(at):
        return _named_before(view, at, stop)
    kind = _kind(view, at, min(at + _DESCRIBED, stop))
    if kind is not None and kind == at + 1 and view.fold(at - 1) == "the" and view.folds[at] in _ANY_SHIP and _is_told(view, at):
        return Ship(kind, None, None)  # "Commanding Officer of the ship | Luis Roca": of the one that was named
    end = _named(view, kind, stop) if kind is not None else None
    if kind is None or end is None:
        return None
    state = view.country_within(at, kind)
    code = state.value if state is not None else _of_navy(view, kind - 1)
    body = next((view.bodies[word] for word in range(at, kind) if word in view.bodies and view.bodies[word].end <= kind), None)
    return Ship(end, code, body)


def _is_told(view: View, at: int) -> bool:
    """Whether a ship was named before, and no name of it follows here: two capitals that are names of people do."""
    if not (view.is_name_like(at + 1) and view.is_name_like(at + 2)):
        return False
    named = [word for word in range(max(at - _FAR, 0), at) if view.is_ship(word)]
    return bool(named) and all(view.fold(word + 1) != view.fold(at + 1) for word in named)


_ANY_SHIP = frozenset({"ship", "vessel", "warship"})


def of_prefix(view: View, at: int) -> str | None:
    """The country of the navy that puts the word before the names of its ships.

    Of several that share it the one that is named right before it or alone ("The | Indian | Naval Ship (INS)"), and where the passage
    names none of them the one whose English texts write it most.
    """
    near = next((view.countries[word].value for word in range(at - 1, max(at - 6, -1), -1) if word in view.countries), None)
    if (code := view.lex.navies.get(view.folds[at])) is not None:
        own = _beside(view, at) if code not in view.named else None
        return own if own is not None else code  # "the Peruvian Navy frigate | BNS | Larkspur"
    sharing = view.lex.shared_prefixes.get(view.folds[at], ())
    if near in sharing:
        return near
    around = range(max(at - _AROUND, 0), min(at + _AROUND, len(view.words)))
    named = {view.countries[word].value for word in around if word in view.countries}.intersection(sharing)
    if named:
        return named.pop() if len(named) == 1 else None
    return sharing[0] if sharing and view.named.isdisjoint(sharing) else None


def _beside(view: View, at: int) -> str | None:
    """The state whose ship the prefix stands for, where only words of ships and capitals stand between."""
    for end in range(at, max(at - _OWNED, 0), -1):
        if (found := view.countries_ending.get(end)) is not None:
            return found.value
        if not (view.capital[end - 1] or view.folds[end - 1] in _OF_SHIPS):
            return None
    return None


_OWNED = 6  # words between a state and the prefix of its ship
_OF_SHIPS = frozenset(
    {"ship", "frigate", "corvette", "vessel", "destroyer", "submarine", "patrol", "training", "naval", "offshore", "'s", "'"}
)


def _of_navy(view: View, at: int) -> str | None:
    return of_prefix(view, at) if view.is_ship(at) else None


def _named_before(view: View, at: int, stop: int) -> Ship | None:
    """The ship whose name stands without the prefix that it had before: "HMAS Fitzroy sailed", "Commanding Officer | Fitzroy"."""
    if at >= stop or not view.capital[at] or at in view.ranks or at in view.honorifics:
        return None
    for prefix in range(at - 2, max(at - _FAR, -1), -1):
        if view.is_ship(prefix) and view.folds[prefix + 1] == view.folds[at]:
            end = at + 1
            while end < min(at + _NAME, stop) and view.capital[end] and view.folds[end] == view.folds[prefix + 1 + end - at]:
                end += 1
            return Ship(end, of_prefix(view, prefix), None)
    return None


def _kind(view: View, at: int, stop: int) -> int | None:
    """Where the name of a ship begins: behind its prefix or kind, which words of English and of states may describe."""
    kind: int | None = None
    while at < stop:
        if view.is_ship(at):
            return at + 1
        if view.folds[at] in words().ships:
            kind = at + 1
            at += 1
        elif kind is None and at in view.countries:
            at = view.countries[at].end
        elif kind is None and at in view.bodies:
            at = view.bodies[at].end
        elif kind is None and view.plain[at] and view.folds[at] not in view.lex.small_words and view.folds[at] not in view.lex.verbs:
            at += 1
        else:
            break
    return kind


def _named(view: View, at: int, stop: int) -> int | None:
    """The end of the name of a ship, in quotation marks or not, with the number of its hull."""
    quoted = at < stop and view.words[at] in _MARKS
    at += quoted
    begun = at
    while at < min(begun + _NAME, stop) and view.capital[at] and (quoted or not (at in view.ranks or at in view.honorifics)):
        at += 1
    if at == begun:
        return None
    at += quoted and view.fold(at) in _MARKS
    if view.fold(at) == "(":
        close = next((word for word in range(at + 2, min(at + 5, stop)) if view.words[word] == ")"), None)
        at = close + 1 if close is not None else at
    return at


_DESCRIBED = 9  # words that describe a ship
_NAME = 3  # words of its name
_FAR = 400  # words back to where a ship was named in full
_MARKS = frozenset({'"', "“", "”", "'", "‘", "’", "«", "»", "„"})
_AROUND = 150  # words around a prefix among which a navy may be named
