"""What nothing in a sentence can meet of what triggers need, told before it is searched for their words: those take longer."""

from __future__ import annotations

from ingest.engine.rules.meetings import parties
from ingest.engine.rules.meetings.lexicon import Needs, lexicon
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Line, Scene


def of(scene: Scene, line: Line, named: tuple[Name, ...]) -> frozenset[Needs]:
    """The needs that a sentence with these names of occasions cannot meet; others it may not meet either."""
    lacking = set(_WITHOUT_PEOPLE[min(len(line.people), 2)])
    if len(line.people) == 1 and not line.words.isdisjoint(_COUNTERPARTS):
        lacking -= {"pair"}  # the other one is not named
    if not named:
        lacking.add("occasion")
    if not parties.delegations_follow(scene, line):
        lacking.add("delegations")
    lacking |= _without_states(scene, line)
    return frozenset(lacking)


_PEOPLE: dict[Needs, int] = {"object": 1, "pair": 2, "two": 2, "across": 2, "relay": 2, "pronoun": 1}
_WITHOUT_PEOPLE = tuple(frozenset(needs for needs, least in _PEOPLE.items() if least > people) for people in range(3))
_COUNTERPARTS = frozenset({"counterpart", "counterparts"})


_MANY = 3  # states, which may meet themselves: "Chile, Peru and Brazil met in Lima"


def _without_states(scene: Scene, line: Line) -> set[Needs]:
    """The needs for which too few states are named in the sentence."""
    states = {term.value for term in scene.terms(line.start, line.end) if term.kind in ("country", "demonym")}
    lacking: set[Needs] = set()
    if len(states) < _MANY and line.parts.isdisjoint(lexicon().heads_stems):
        lacking.add("many")
    if len(states) < 2:
        lacking |= {"parties", "told-parties"}
        if len(states) + len(line.people) < 2 and line.parts.isdisjoint(lexicon().group_stems):
            lacking.add("together")
    if not (line.dates or line.places):
        lacking.add("told-parties")
    if not states and parties.has_no_unit(scene, line):
        lacking.add("unit")
    return lacking
