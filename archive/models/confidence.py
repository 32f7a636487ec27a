"""How surely things were read, in bands: the measured precision of the rules that read them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Case, Count, TextField, Value, When
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.module_loading import import_string

from archive.models.keyed import KeyedQuerySet

# From the surest down: each band with the lowest share that lies in it.
BANDS = {"95": 0.95, "90": 0.90, "80": 0.80, "below": 0.0}
NOT_MEASURED = "unknown"

M = TypeVar("M", bound=models.Model)


def measured() -> Mapping[str, float]:
    """The measured precision of each rule. Who measures is named in the settings."""
    precision: Mapping[str, float] = import_string(settings.MEASURED)()
    return precision


def band_of(confidence: float | None) -> str:
    """The band of `BANDS` in which a confidence lies."""
    if confidence is None:
        return NOT_MEASURED
    return next(band for band, lowest in BANDS.items() if confidence >= lowest)


class MeasuredQuerySet(KeyedQuerySet[M]):
    """Questions about things that were read with a confidence."""

    def confidence(self) -> Any:
        """The confidence with which each was read, as an expression; null where it was not measured."""
        raise NotImplementedError

    def as_sure_as(self, bands: Collection[str]) -> Self:
        """Those that were read with a confidence in any of these `BANDS`; "unknown" for those that were not measured."""
        return self.alias(band=self.band()).filter(band__in=bands)

    def with_confidence(self) -> Self:
        """With `confidence`, 0 to 1; None: not measured."""
        return self.annotate(confidence=self.confidence())

    def tally_sure(self) -> dict[str, int]:
        """How many lie in each band."""
        return dict(self.order_by().annotate(band=self.band()).values_list("band").annotate(n=Count("pk")))

    def band(self) -> Case:
        """The band of each, as an expression."""
        bands = (When(GreaterThanOrEqual(self.confidence(), lowest), then=Value(band)) for band, lowest in BANDS.items())
        return Case(*bands, default=Value(NOT_MEASURED), output_field=TextField())
