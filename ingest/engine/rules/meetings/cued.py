"""Patterns that are searched only in sentences in which one of their words stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from ingest.engine import patterns
from ingest.engine.rules.meetings.scenes import Line


class Cued:
    """A pattern with words of which one stands in every sentence that it matches: quicker to look for than to search all others.

    The words are in small letters, as `Line.parts` has them: those of hyphened words apart. A test holds each pattern against them.
    """

    def __init__(self, words: str, source: str, flags: int | re.RegexFlag = 0) -> None:
        self.words = frozenset(words.split())
        self.pattern = patterns.compile(source, flags)

    def may_match(self, line: Line) -> bool:
        """Whether one of the words stands in the sentence."""
        return not self.words.isdisjoint(line.parts)

    def search(self, line: Line, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two positions of the sentence, which count from its own start."""
        return None if self.words.isdisjoint(line.parts) else self.pattern.search(line.text, start, end)

    def match(self, line: Line, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at a position of the sentence."""
        return None if self.words.isdisjoint(line.parts) else self.pattern.match(line.text, start, end)

    def finditer(self, line: Line, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches between two positions of the sentence."""
        return iter(()) if self.words.isdisjoint(line.parts) else self.pattern.finditer(line.text, start, end)
