"""Where the words that a correction rests on stand in a text that may have been cleaned anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from archive.models import Correction


def place(made: Correction, body: str) -> int | None:
    """Where the words of the correction's anchor stand in the text: of several places, the one with most of the same around it."""
    words = made.anchor_text
    places = list(_places(words, body))
    if not places:
        return 0 if not words else None

    def alike(start: int) -> tuple[int, int]:
        before = _alike(reversed(body[:start]), reversed(made.anchor_before))
        return before + _alike(body[start + len(words) :], made.anchor_after), -start

    return max(places, key=alike)


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many signs two texts have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _places(words: str, body: str) -> Iterator[int]:
    start = body.find(words) if words else -1
    while start >= 0:
        yield start
        start = body.find(words, start + 1)
