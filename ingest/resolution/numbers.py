"""Numbers in names of bodies, however they are written: "7th", "Seventh" and "VII" are one."""

from __future__ import annotations

import re
from functools import cache

from ingest.resolution import tables

_DIGITS = re.compile(r"(\d{1,5})(?:st|nd|rd|th)?")
_ROMAN = re.compile(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})")  # up to 39, as corps and fleets have them
_VALUES = {"i": 1, "v": 5, "x": 10}


@cache
def value(word: str) -> int | None:
    """The number that a folded word tells; None where it tells none."""
    if digits := _DIGITS.fullmatch(word):
        return int(digits[1])
    if _ROMAN.fullmatch(word):
        values = [_VALUES[letter] for letter in word]
        return sum(-one if one < max(values[at:]) else one for at, one in enumerate(values))
    return tables.ordinals().get(word)
