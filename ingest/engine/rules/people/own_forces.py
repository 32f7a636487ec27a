"""The state whose force the text names, where an official of that force stands without a state: the publisher's, who need not say so."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import Found, View


def state(both: tuple[View, View], sightings: list[Sighting], guests: set[str]) -> str | None:
    """The one state with a force of the kind that an official without a state leads, and none of the guests'.

    "General N of Chile called on the Chief of the Defence Staff, Admiral M, who spoke of the help to the | Ghana Armed Forces |". Where no
    guest is told, only a state in whose force the same office is named: "the Commander of the Navy, Admiral M, ninth Commander of
    the | Peru Navy |".
    """
    marked = {each.parts[-1] for each in sightings if each.country or (each.office is not None and each.office.country)}
    held = (each.office.position.lower() for each in sightings if each.office is not None and each.parts[-1] not in marked)
    offices = list(dict.fromkeys(held))
    firsts = {office.partition(" ")[0] for office in offices}
    led = {kind for kind, (office, _) in _KINDS.items() if any(office.search(held) for held in offices)}
    if not led:
        return None
    beside = {(each.view.passage.where, at) for each in sightings for at in range(each.begin, each.close)}  # a name
    found: set[str] = set()
    for view in both:
        for at in sorted(view.countries):
            named = view.countries[at]
            if named.value in guests or led.isdisjoint(_kinds(view, named)) or (view.passage.where, at) in beside:
                continue
            if guests or _is_of_office(view, named, firsts):
                found.add(named.value)
    return found.pop() if len(found) == 1 else None


def _kinds(view: View, named: Found) -> set[str]:
    """Which forces of the state the words name: "Ghana | Armed Forces |", "Thai | Army |", which may be all of them."""
    behind = " ".join(view.folds[named.end : named.end + _NAME])
    return {kind for kind, (_, force) in _KINDS.items() if force.match(behind)}


def _is_of_office(view: View, named: Found, firsts: set[str]) -> bool:
    """Whether an office that is held without a state is named with one here: "the ninth | Commander of the | Peru Navy"."""
    at = named.start - (view.fold(named.start - 1) == "the")
    return view.fold(at - 1) == "of" and view.fold(at - 2) in firsts


_NAME = 3  # words of a force behind its state
_WHOLE = r"(?:armed|defen[cs]e|military|self-defen[cs]e) (?:force|forces)\b|army\b|military\b"
# Of each kind of force: how the office over it is worded, and its name behind a state
_KINDS = {
    "naval": (patterns.compile(r"\b(?:navy|naval)\b(?! (?:attach|advis))"), patterns.compile(r"navy\b|naval forces?\b")),
    "air": (patterns.compile(r"\bair (?:force|staff|command)\b"), patterns.compile(r"air force\b")),
    "land": (patterns.compile(r"\b(?:army|land forces)\b"), patterns.compile(r"army\b|land forces?\b")),
    "whole": (
        patterns.compile(
            r"defen[cs]e (?:staff|forces?)\b|armed forces|general staff|minister (?:of|for) (?:national )?defen|defen[cs]e minister"
        ),
        patterns.compile(_WHOLE),
    ),
}  # fmt: skip
