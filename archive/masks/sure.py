"""With which confidence the things of a list were read, as bits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from archive.masks.bits import Gathered
from archive.models.confidence import band_of


def gather(found: Gathered, places: Mapping[int, int], confidence: Collection[tuple[int, Any]]) -> None:
    """Put each thing into its band. `confidence` has that of things by their ids; those that are not in it were not measured."""
    known = dict(confidence)
    for pk, place in places.items():
        found.add("sure", band_of(known.get(pk)), place)
