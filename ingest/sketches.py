"""Texts that have much in common: a sketch of each, by which an index finds the others, and what two of them share.

A text is taken as its runs of five words. The sixteen runs with the least hashes are its sketch: of two texts that share half of their
runs, the sketches share several (https://en.wikipedia.org/wiki/MinHash).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from ingest.engine import patterns

RUN = 5  # words
KEPT = 16  # hashes of a sketch
WORD = patterns.compile(r"\w+")
TOKEN = re.compile(r"\n\n+|\S+")
COMPARED = 6000  # words of each text that are laid beside each other


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one of two texts; `other` where the other text says something else there."""

    text: str
    other: bool


def sketch(text: str) -> list[int]:
    """The sketch of a text, as numbers that a column of integers holds; fewer than sixteen for a text of a few words."""
    return sorted(_runs(text))[:KEPT]


def in_common(one: str, other: str) -> float:
    """Which share of the shorter text's runs of words the longer has too, 0 to 1."""
    left, right = _runs(one), _runs(other)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def side_by_side(one: str, other: str) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """The paragraphs of both texts in pieces, those marked that the other text has not."""
    left, right = (TOKEN.findall(text)[:COMPARED] for text in (one, other))
    marks = [True] * len(left), [True] * len(right)
    for start, begin, size in SequenceMatcher(None, left, right).get_matching_blocks():
        marks[0][start : start + size] = [False] * size
        marks[1][begin : begin + size] = [False] * size
    return list(_paragraphs(left, marks[0])), list(_paragraphs(right, marks[1]))


def _paragraphs(tokens: list[str], marks: list[bool]) -> Iterator[list[Piece]]:
    told = zip(tokens, marks, strict=True)
    for is_break, words in groupby(told, key=lambda pair: pair[0].startswith("\n\n")):
        if not is_break:
            yield [Piece(" ".join(word for word, _ in some), other) for other, some in groupby(words, key=lambda pair: pair[1])]


def _runs(text: str) -> set[int]:
    words = [word.encode() for word in WORD.findall(text.casefold())]
    if not words:
        return set()
    runs = zip(*(words[start:] for start in range(RUN)), strict=False) if len(words) > RUN else (words,)
    return {(hashed * 0x9E3779B1 & 0xFFFFFFFF) - 2**31 for hashed in map(zlib.crc32, map(b" ".join, runs))}
