"""Whose forces trained together: the states of an exercise that a sentence tells, and those that it only points back to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.engine import patterns
from ingest.engine.rules.meetings import parties, rosters
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side


def forces(scene: Scene, line: Line, *, skip: tuple[int, int] = (0, 0)) -> tuple[Side, ...]:
    """The states that a sentence about an exercise names, whose forces act in it, or to which it points back; none inside the span `skip`.

    Where only one is named and the words speak of ships or navies told before ("on leaving, the ships trained with"), those with
    which the release began are the others.
    """
    found: dict[int, Side] = {side.start: side for side in _named(scene, line.start, line.end, skip)}
    if len({side.name for side in found.values()}) < _FEWEST and _POINTS_BACK.search(line.text):
        found.update((side.start, side) for side in _at_first(scene, line))
    return tuple(side for _, side in sorted(found.items()))


def is_of_many_soon(scene: Scene, line: Line) -> bool:
    """Whether a release that opens with an exercise counts or lists the nations that take part in its next sentences."""
    if line.number >= _OPENING_LINES:
        return False
    return any(
        rosters.counts_many(near.text) or next(rosters.rows(scene, near), None) is not None
        for near in scene.lines[line.number : line.number + _SOON]
    )


_SOON = 5  # sentences within which it tells who takes part


def is_of_many(occasion: Occasion) -> bool:
    """Whether words call an exercise one of many states and count them: "the multinational exercise Andes … of 26 countries"."""
    own = {frame.line.number: frame.line for frame in occasion.frames}
    first = occasion.first.line.number
    many = any(_MULTINATIONAL.search(line.text) for line in own.values())
    return many and any(rosters.counts_many(line.text) for line in (*own.values(), *occasion.scene.lines[first : first + _SOON]))


def is_only_matter(occasion: Occasion) -> bool:
    """Whether training is only spoken of, on no day, at no place, by no name: "praised the joint training of the two armies"."""
    told = occasion.name or occasion.date or occasion.place or occasion.destination or occasion.people
    return occasion.first.kind == "exercise" and occasion.status == "mentioned" and not told


_MULTINATIONAL = patterns.compile(r"\b(?:multi-?(?:national|lateral)|international)\b", re.IGNORECASE)


def tells_its_ceremony(line: Line) -> bool:
    """Whether a sentence tells of an opening or closing ceremony, which is that of the exercise told before."""
    return "ceremony" in line.words and bool(_ITS_CEREMONY.search(line.text))


_ITS_CEREMONY = patterns.compile(r"\b(?:opening|closing|concluding|inaugural)\s+ceremony\b", re.IGNORECASE)


def is_known(line: Line, start: int, end: int) -> bool:
    """Whether words at a span speak of an exercise as told before: "Chile and Peru | are taking part in the exercise | too"."""
    known = _KNOWN.search(line.text, max(0, start - line.start - _NEAR), end - line.start)
    return known is not None and not _NAMED.match(line.text, end - line.start)


_KNOWN = patterns.compile(r"\b(?:the|this)\s+(?:[\w-]+\s+){0,2}(?:exercises?|drills?|training)\Z", re.IGNORECASE)
_NAMED = patterns.compile(r",?\s+[‘“\"«]?[A-Z]")


def is_opened(line: Line) -> bool:
    """Whether a ceremony of the sentence opens or closes an exercise: "attended the closing ceremony of the combined exercise Andes"."""
    return not line.words.isdisjoint(_OPENING_STEMS) and bool(_OPENED.search(line.text))


_FEWEST = 2  # states that train together


def _named(scene: Scene, start: int, end: int, skip: tuple[int, int] = (0, 0)) -> Iterator[Side]:
    text = scene.passage.text
    for term in scene.terms(start, end):
        inside = skip[0] <= term.start < skip[1]
        bought = _BOUGHT.search(text, max(start, term.start - _NEAR), term.start)
        if term.kind in ("country", "demonym") and not inside and not bought and not _NO_FORCE.match(text, term.end):
            yield Side(term.value, True, term.start, term.end)
    yield from (side for side in scene.forces(start, end) if not skip[0] <= side.start < skip[1])
    yield from parties.ships(scene, start, end)


_NEAR = 30  # characters before a state
# "tanks bought from | Germany"; "trained off | Guam", which tells where
_BOUGHT = patterns.compile(
    r"\b(?:(?:bought|purchased|acquired|procured|supplied|donated|made|built|produced)\s+(?:from|by|in)|off(?:\s+the\s+coasts?\s+of)?)\s+(?:the\s+)?\Z"
)
# "in the Philippine | Sea", "along the Chilean | border": where, and not who
_NO_FORCE = patterns.compile(
    r"\s+(?:Sea|Gulf|Straits?|Ocean|Bay|Channel|Peninsula|[Bb]orders?|[Ff]rontier|[Cc]apital|[Cc]oast(?!\s+[Gg]uard)|(?:territorial\s+)?waters)\b"
)


def _at_first(scene: Scene, line: Line) -> tuple[Side, ...]:
    """The two states, or the one ship, with which the release began; nothing where it names more."""
    if not line.number:
        return ()
    opening = scene.lines[min(_OPENING_LINES, line.number) - 1]
    told = tuple(_named(scene, scene.lines[0].start, opening.end))
    return told if len({side.name for side in told}) <= _FEWEST else ()


_OPENING_LINES = 2  # sentences in which a release names those of whom it tells
# "on leaving port, the ships", "the two navies", "a patrol vessel of the host navy"
_POINTS_BACK = patterns.compile(
    r"\b(?:the|these|both|two|three|visiting)\s+(?:(?:two|three|visiting|participating|partner)\s+)?(?:ships?|vessels?|frigates?|destroyers?|warships|task\s+(?:group|force)|squadron"
    r"|flotilla|navies|armies|air\s+forces|forces|countries|nations|sides|contingents|troops|teams?)\b|\bhost\s+(?:navy|nation|country|force)\b"
    r"|\b(?:on|upon|after|before|as)\s+(?:(?:her|its|their|his|the|they|she)\s+)?(?:departure|departing|departed|leaving)\b",
    re.IGNORECASE,
)
_OPENING_STEMS = frozenset(["exercise", "exercises", "drill", "drills", "training", "exercise’s", "exercise's"])
# "the closing ceremony of the India-Peru military exercise", "the exercise's opening ceremony"
_OPENED = patterns.compile(
    r"\b(?:opening|closing|concluding|inaugural|inauguration|culmination)\s+(?:ceremony|function|session|parade)\s+(?:of|for)\s+(?:[\w’'–-]+\s+){0,8}?(?:exercises?|drills?|training)\b"
    r"|\bexercises?\b(?:U\.S\.|[^.;]){0,100}?\b(?:commenced|began|opened|kicked\s+off|concluded|ended|started)\b[^.;]{0,60}?\bwith\s+an?\s+(?:\w+\s+){0,2}ceremony\b"
    r"|\bexercise['’]?s?\s+(?:official\s+)?(?:opening|closing)\s+(?:ceremony|function|parade)\b"
    # "The exercise Larkspur, co-hosted by the Peruvian and Chilean armies, commenced today"
    r"|\A(?:The|A|An)\s[^.;,]{0,60}\bexercise\b[^.;,]{0,40},\s+(?:co-?)?(?:hosted|organi[sz]ed)\s[^.;]{5,200}?,\s+(?:commenced|began|opened|started|concluded|ended)\b",
    re.IGNORECASE,
)
