"""With which confidence the things of a list were read, as bits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, TextField, Value, When

from archive.masks.bits import Bits, Places
from archive.masks.gathered import Gathered
from archive.models.confidence import BANDS, NOT_MEASURED

SUREST, LEAST_SURE = tuple(BANDS), tuple(reversed(BANDS))
BAND = Case(*(When(confidence__gte=lowest, then=Value(band)) for band, lowest in BANDS.items()), output_field=TextField())


def bands(places: Places, told: Any, *, of: str, order: Iterable[str] = SUREST) -> dict[str, Bits]:
    """The things by their bands. `told` are rows with a confidence and what they are `of`, which lies in the first of its bands."""
    found = Gathered(places)
    found.add_each("sure", told.filter(confidence__isnull=False).annotate(band=BAND), "band", of=of)
    by_band = found.bits("sure")
    measured: Bits = 0
    parted: dict[str, Bits] = {}
    for band in order:
        parted[band] = by_band.get(band, 0) & ~measured
        measured |= by_band.get(band, 0)
    return parted | {NOT_MEASURED: (1 << len(places)) - 1 & ~measured}
