"""Patterns that are compiled when they are first asked: compiling all takes a third of a second, and a text needs a part of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, cast

from ingest.engine import programs
from ingest.engine.choices import ALSO


def compile(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use; from then on as quick as any other. A wrong one raises then, so each needs a test."""
    return cast("re.Pattern[str]", _Uncompiled(source, flags))


def either(wordings: Iterable[str]) -> str:
    """The source of a pattern that matches one of the wordings in any case, the earlier ones first among those of one letter.

    They are parted by their first letters, so that at each word of a text few are tried: a plain alternation in `(?i:…)` tries all. Each
    wording is a pattern of its own that begins with a letter.
    """
    by_letter: dict[str, list[str]] = {}
    for wording in wordings:
        by_letter.setdefault(wording[0].casefold(), []).append(wording[1:])
    return "|".join(f"[{letter}{letter.upper()}{ALSO.get(letter, '')}](?i:{'|'.join(ends)})" for letter, ends in by_letter.items())


class AnyCase:
    """A pattern that does not tell capitals from small letters. A text that is at hand in small letters too is searched in half the time.

    With `re.IGNORECASE` every alternative is tried at every word; without it those with another first letter are passed over at once. Where
    a part of the pattern tells capitals, `(?-i:…)`, the small letters show only from where on a match may begin, or that there is none.
    """

    def __init__(self, source: str, flags: int | re.RegexFlag = 0) -> None:
        self.plain = compile(source, flags | re.IGNORECASE)
        self._tells_capitals = _TELLING in source
        hidden = self._tells_capitals and _refuses_capitals(import_module("re._parser").parse(source, flags))
        self._small = None if hidden else compile(_CAPITAL.sub(_in_small, source), flags)

    def finditer(self, text: str, small: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches; `small` is `small(text)`, and the letters of a match may be those of either."""
        if not small or not self._small:
            return self.plain.finditer(text, start, end)
        if not self._tells_capitals:
            return self._small.finditer(small, start, end)
        first = self._small.search(small, start, end)
        return self.plain.finditer(text, first.start(), end) if first else iter(())

    def search(self, text: str, small: str) -> re.Match[str] | None:
        """The first match; as `finditer`."""
        return next(self.finditer(text, small), None)


def _refuses_capitals(parts: Iterable[tuple[Any, Any]], *, negated: bool = False) -> bool:
    """Whether a capital may keep a pattern from matching, `(?!(?-i:[A-Z]))`: small letters in its place would hide a match."""
    for operator, told in parts:
        match operator.name:
            case "SUBPATTERN":
                inner = [told[3]]
                if negated and told[2] & re.IGNORECASE:
                    return True
            case "BRANCH":
                inner = told[1]
            case "ASSERT" | "ASSERT_NOT" | "MAX_REPEAT" | "MIN_REPEAT":
                inner = [told[-1]]
            case _:
                continue
        turned = negated != (operator.name == "ASSERT_NOT")
        if any(_refuses_capitals(each, negated=turned) for each in inner):
            return True
    return False


def small(text: str) -> str:
    """The text in small letters, letter for letter; empty where a letter has no one small letter that `re.IGNORECASE` takes for it."""
    lower = text.lower()
    if text.isascii():
        return lower
    return "" if len(lower) != len(text) or any(letter in lower for letter in _AMBIGUOUS) else lower


_AMBIGUOUS = "".join(ALSO.values())


_TELLING = "(?-i:"  # opens a part that tells capitals from small letters
# what stands in a pattern for itself in capitals: no escape (\W), no name of a group
_CAPITAL = re.compile(r"\\.|\(\?P|\(\?-i:|[^\W\d_a-z]", re.DOTALL)


def _in_small(found: re.Match[str]) -> str:
    if found[0] == _TELLING:
        return "(?:"
    return found[0] if len(found[0]) > 1 else found[0].lower()


class _Uncompiled:
    def __init__(self, source: str, flags: int | re.RegexFlag) -> None:
        self._written = (source, flags)

    def __getattr__(self, name: str) -> Any:
        """Called once, for the first attribute that is asked; the methods of the compiled pattern then stand in this one's place."""
        compiled = programs.compile(*self._written)
        self.__dict__.update({method: getattr(compiled, method) for method in _ASKED})
        return getattr(compiled, name)


_ASKED = tuple(name for name in dir(re.Pattern) if name[0] != "_")  # what is left out is compiled anew whenever it is asked for
