"""Who commands a ship by a verb: "the frigate is commanded by Captain N", whom words may call "the Commanding Officer of the ship"."""

from __future__ import annotations

from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.side_words import words
from ingest.engine.rules.people.view import View
from ingest.engine.values import replace


def commands(view: View, at: int, start: int) -> bool:
    """Whether a verb of command leads from a ship to what begins at `at`: "The ship has a crew of 150 and is | commanded by | N"."""
    led = view.fold(at - 1) == "by" and view.fold(at - 2) in _COMMANDED
    under = view.fold(at - 1) == "of" and view.folds[max(at - 4, 0) : at - 1] == ["under", "the", "command"]
    if not (led or under):
        return False
    if view.fold(start) in {"it", "she"}:
        start = view.sentences[max(view.sentence_number(start) - 1, 0)][0]  # "IRINS Jask is a frigate. | It | is commanded by Captain N"
    return any(view.is_ship(word) or view.folds[word] in words().ships for word in range(max(start, at - _BEFORE), at - 2))


_COMMANDED = frozenset({"commanded", "captained", "skippered"})
_BEFORE = 40  # words from a ship to the verb


def officer(sighting: Sighting) -> Sighting:
    """A name without rank or office as that of the commander of a ship."""
    at = sighting.start
    return replace(sighting, rule="people.name-led", close=sighting.end, office=Office(at, at, at, position="commander"))


def called(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings, each commander of a ship with the office by which words of the same text call him, without a name."""
    spans: dict[int, tuple[int, int] | None] = {}
    settled: list[Sighting] = []
    for each in sightings:
        view = each.view
        bare = each.office is None or each.office.start == each.office.end
        if bare and each.organization is None and commands(view, each.begin, view.sentence(each.begin)[0]):
            if id(view) not in spans:
                spans[id(view)] = _nameless(view)
            span = spans[id(view)]
            each = each if span is None else replace(each, office=Office(*span, span[0], position="Commanding Officer"))
        settled.append(each)
    return settled


def _nameless(view: View) -> tuple[int, int] | None:
    """The words "Commanding Officer", of the ship or ships, behind which no name stands."""
    for at in range(len(view.folds) - 1):
        if view.folds[at] == "commanding" and view.folds[at + 1] in {"officer", "officers"} and view.capital[at]:
            behind = at + 2
            if view.folds[behind : behind + 2] == ["of", "the"] and view.fold(behind + 2) in _SHIPS and not view.capital[behind + 3]:
                return at, at + 2
    return None


_SHIPS = frozenset({"ship", "ships", "vessel", "vessels", "warship", "warships", "frigate", "corvette", "destroyer"})
