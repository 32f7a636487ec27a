"""The way to a page, as pages print it above a headline: "Home > Harbour News > Minister receives envoy"."""

from __future__ import annotations

from ingest.engine import patterns

_POINTER = patterns.compile(r"\s*[»>›→]{1,2}\s*")
_STARTS = frozenset({"home", "homepage", "home page", "you are here", "you are here:", "main", "main page", "start"})


def steps(line: str) -> tuple[str, ...]:
    """The pages that a line leads through, without the first one of all; empty for a line that leads nowhere."""
    parts = [part for part in _POINTER.split(line.strip()) if part]
    if len(parts) < 2:
        return ()
    return tuple(part for part in parts if part.lower() not in _STARTS)
