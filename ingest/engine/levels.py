"""How senior an office is, from 1 (head of state or government) to 6 (working level), by the table `data/people/levels.yml`."""

from __future__ import annotations

import re
from functools import cache

from ingest.engine import patterns, tables
from ingest.engine.values import frozen


def level(rank: str | None, position: str | None, *, organization: str | None = None) -> int | None:
    """The level of a position, else of a rank; None where neither tells.

    1 head of state or government, 2 minister, 3 deputy minister, state or permanent secretary, chief of defence, 4 service chief or theatre
    commander, 5 other general or flag officer, director, 6 working level. A general or flag officer never stands below 5.
    """
    by_position = _by_position(position, organization) if position else None
    by_rank = _by_rank(rank) if rank else None
    if by_position is None:
        return by_rank
    if by_position == 6 and by_rank == 5:
        return 5
    return by_position


# ---- the table ----


@frozen
class _Entry:
    level: int
    words: _Phrases
    unless: _Phrases | None
    body: _Phrases | None
    alone: bool

    def covers(self, position: str, organization: str) -> bool:
        """Whether this is the entry of a folded position in a folded organization, "" where none is told."""
        if self.alone and organization:
            return False
        office = f"{position} of {organization}" if organization else position
        if self.body and not self.body.stand_in(office):
            return False
        if not self.words.stand_in(position):
            return False
        return not (self.unless and self.unless.stand_in(office))


@frozen
class _Phrases:
    """Wordings in one pattern, and the first words of them: where none of these stands, the pattern need not be compiled or searched."""

    pattern: re.Pattern[str]
    firsts: frozenset[str]

    def stand_in(self, office: str) -> bool:
        """Whether one of the wordings stands in a folded text."""
        return not self.firsts.isdisjoint(office.split()) and self.pattern.search(office) is not None


@cache
def _by_position(position: str, organization: str | None) -> int | None:
    words, body = _folded(position), _folded(organization or "")
    return next((entry.level for entry in _table() if entry.covers(words, body)), None)


@cache
def _by_rank(rank: str) -> int | None:
    return 5 if _folded(rank) in _flag_ranks() else 6


@cache
def _table() -> tuple[_Entry, ...]:
    return tuple(
        _Entry(
            level=entry["level"],
            words=_any_of(entry["any"]),
            unless=_any_of(entry["not"]) if "not" in entry else None,
            body=_any_of(entry["body"]) if "body" in entry else None,
            alone=bool(entry.get("alone")),
        )
        for entry in tables.read("people/levels.yml")
    )


@cache
def _flag_ranks() -> frozenset[str]:
    return frozenset(_folded(entry["name"]) for entry in tables.read("people/ranks.yml") if entry.get("flag"))


def _any_of(phrases: list[str]) -> _Phrases:
    pieces = [[_folded(piece) for piece in phrase.split("*")] for phrase in phrases]
    wordings = "|".join(" .{0,60}?".join(map(re.escape, each)) for each in pieces)
    return _Phrases(patterns.compile(rf"\b(?:{wordings})\b"), frozenset(each[0].split()[0] for each in pieces))


_SIGNS = patterns.compile(r"\W+")


def _folded(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", text.lower()).split())
