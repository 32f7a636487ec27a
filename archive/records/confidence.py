"""How often the rule that read a fact is right, as measured on annotated releases. Who measures is named in the settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.utils.module_loading import import_string

from archive.records.slips import At


def of_places(places: Iterable[At]) -> float | None:
    """The measured precision of the best of the rules that read a fact in these places, 0 to 1; None where none was measured."""
    measured = of_rules()
    return max((measured[at.rule] for at in places if at.rule in measured), default=None)


def of_rules() -> Mapping[str, float]:
    """The measured precision of each rule."""
    measured: Mapping[str, float] = import_string(settings.MEASURED)()
    return measured


def in_words(confidence: float | None) -> str:
    """The precision for the end of a line: ", 91 %"; "" where it is not known."""
    return "" if confidence is None else f", {confidence:.0%}".replace("%", " %")
