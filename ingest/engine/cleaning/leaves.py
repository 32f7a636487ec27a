"""Days that a page sets on lines of their own, like the leaf of a calendar: "17", "October", "2023"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ingest.engine import patterns
from ingest.engine.cleaning.issued import months
from ingest.engine.sources.page import Block


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with two or three in a row that only together are a day with its year made one."""
    whole: list[Block] = []
    at = 0
    while at < len(blocks):
        length = _length(blocks, at)
        parts = [block.text for block in blocks[at : at + length]]
        whole.append(blocks[at] if length == 1 else replace(blocks[at], text=" ".join(parts), kind="text", row=1))
        at += length
    return whole


def _length(blocks: Sequence[Block], at: int) -> int:
    """Of how many blocks the day that begins here is made; 1 where none does."""
    if len(blocks[at].text) > _LONGEST:
        return 1
    for length in (2, 3):
        parts = [block.text for block in blocks[at : at + length]]
        if len(parts) == length and max(map(len, parts)) <= _LONGEST and _leaf().fullmatch(" ".join(parts)):
            return length
    return 1


_LONGEST = 14  # letters of a part: "17 September"


@cache
def _leaf() -> re.Pattern[str]:
    month = "|".join(sorted((name for name in months() if name.isalpha()), key=len, reverse=True))
    return patterns.compile(
        rf"""(?: \d{{1,2}}(?:st|nd|rd|th|\.)?[\s,/]{{1,3}}(?:{month})\.?[\s,/]{{1,3}}(?:19|20)\d\d     # 17 Oct 2023
              | (?:{month})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d                            # Oct 17 2023
              )""",
        re.VERBOSE | re.IGNORECASE,
    )
