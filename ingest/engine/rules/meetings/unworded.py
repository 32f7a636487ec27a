"""A meeting that no words of the lexicon tell: people of two sides stand in one sentence that says what was done, in whatever words.

Writers have more verbs than any list: "motored to the base as the guest of", "had the ambassador over for breakfast". In releases of this
kind officials of two states who stand in one sentence mostly met (29 of 38 gold sentences that no other words told), unless its words
say that the one only spoke or wrote of the other: the list `estranged` of the data file.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ingest.engine import patterns
from ingest.engine.rules.meetings import who
from ingest.engine.rules.meetings.hits import Hit
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.references import Reference


def find(scene: Scene, line: Line) -> tuple[Hit, ...]:
    """The verb of a sentence that tells of people of two sides, and not that one only spoke or wrote of the other; none of others."""
    if not 2 <= len(line.people) <= _MOST or _is_of_another_year(scene, line) or _says_otherwise(line):
        return ()
    there = tuple(person for person in who.present(scene.passage.text, line, list(line.people)) if person.how != "pronoun")
    if not any(person.how == "name" for person in there) or _WHICH.search(line.text, 0, there[-1].start - line.start):
        return ()
    sure = (person.person for person in there if not scene.is_unsure(person.person.name))
    if len({home.name for person in sure if (home := scene.side_of(person))}) < 2:
        return ()
    return tuple(Hit(lexicon().unworded, *verb) for verb in islice(_verbs(line, there), 1))


_MOST = 12  # people of one sentence; more are a list
# "the talks | which | Minister Popa and Colonel Roca held in Lima": told before, or elsewhere
_WHICH = patterns.compile(r"\b(?:which|that)\s+(?=(?:the\s+)?[A-Z])")


def _says_otherwise(line: Line) -> bool:
    """Whether words say that one of them only spoke or wrote of the other, or that they were present at what was told before."""
    return bool(lexicon().estranged.search(line.text, line.small) or lexicon().presence.search(line.text, line.small))


def _is_of_another_year(scene: Scene, line: Line) -> bool:
    """Whether the sentence tells of what was years ago; December is close to a release of January."""
    published = scene.published or ""
    return published[5:7] != "01" and any(date.start[:4] < published[:4] for date in line.dates)


def _verbs(line: Line, people: tuple[Reference, ...]) -> Iterator[tuple[int, int]]:
    """The verbs of a sentence outside its quotations and names: those behind the first of its people, or else the first of all."""
    named = [(person.start, person.end) for person in people]
    for begin in (people[0].end - line.start, 0):
        for match in lexicon().verbs.finditer(line.text, begin):
            start, end = line.start + match.start(), line.start + match.end()
            if not line.speech(start) and not any(first <= start < last for first, last in named):
                yield start, end
