"""What is read of a body at one spot of the text."""

from __future__ import annotations

from ingest.engine.types import Evidence
from ingest.engine.values import frozen


@frozen
class Name:
    """A name of a body where it stands. `canonical` and `country` are told by a table; `codes` are the states named inside it."""

    text: str
    evidence: Evidence
    codes: tuple[str, ...] = ()
    canonical: str | None = None
    country: str | None = None
    acronym: Evidence | None = None  # the acronym printed behind it in brackets
    generic: bool = False  # made of words of offices alone, so that it means the body of the state at hand
    bare: bool = False  # a head alone ("the Navy", "the Ministry"), which means a body named elsewhere, or that of the state at hand
