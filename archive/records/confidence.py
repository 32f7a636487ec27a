"""How often the rule that read a fact is right, as measured on annotated releases."""

from __future__ import annotations

from collections.abc import Iterable

from archive.models.confidence import measured
from archive.records.slips import At


def of_places(places: Iterable[At]) -> float | None:
    """The measured precision of the best of the rules that read a fact in these places, 0 to 1; None where none was measured."""
    known = measured()
    return max((known[at.rule] for at in places if at.rule in known), default=None)


def in_words(confidence: float | None) -> str:
    """The precision for the end of a line: ", 91 %"; "" where it is not known."""
    return "" if confidence is None else f", {confidence:.0%}".replace("%", " %")
