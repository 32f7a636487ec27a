"""Patterns that are compiled when they are first asked: compiling all takes a third of a second, and a text needs a part of them."""

from __future__ import annotations

import re
from typing import Any, cast


def compile(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use; from then on as quick as any other. A wrong one raises then, so each needs a test."""
    return cast("re.Pattern[str]", _Uncompiled(source, flags))


class _Uncompiled:
    def __init__(self, source: str, flags: int | re.RegexFlag) -> None:
        self._written = (source, flags)

    def __getattr__(self, name: str) -> Any:
        """Called once, for the first attribute that is asked; the methods of the compiled pattern then stand in this one's place."""
        compiled = re.compile(*self._written)
        self.__dict__.update({method: getattr(compiled, method) for method in _ASKED})
        return getattr(compiled, name)


_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags", "groups", "groupindex")
