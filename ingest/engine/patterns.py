"""Patterns that are compiled when they are first asked: compiling all takes a third of a second, and a text needs a part of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast


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
    return "|".join(f"[{letter}{letter.upper()}{_ALSO.get(letter, '')}](?i:{'|'.join(ends)})" for letter, ends in by_letter.items())


_ALSO = {"i": "İı", "k": "\u212a", "s": "ſ"}  # what else `re.IGNORECASE` takes for these letters


class _Uncompiled:
    def __init__(self, source: str, flags: int | re.RegexFlag) -> None:
        self._written = (source, flags)

    def __getattr__(self, name: str) -> Any:
        """Called once, for the first attribute that is asked; the methods of the compiled pattern then stand in this one's place."""
        compiled = re.compile(*self._written)
        self.__dict__.update({method: getattr(compiled, method) for method in _ASKED})
        return getattr(compiled, name)


_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags", "groups", "groupindex")
