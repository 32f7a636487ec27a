"""What every article's projection asks for, and the lock that keeps two of them apart."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, cached_property

from django.db import connection, models

from archive import edtf
from archive.keys import key_of
from archive.models import Country, Publisher

LOCK = 0x5041524C  # one number for all of Parley's processes: who projects waits for who does


def lock() -> None:
    """No other process projects until this transaction ends: joins look at what is there, so two at once could miss each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@cache
def longest(model: type[models.Model], column: str) -> int:
    """How many characters the column holds."""
    length: int = model._meta.get_field(column).max_length  # type: ignore[union-attr, assignment]
    return length


def stored_date(date: str | None, *, model: type[models.Model], column: str) -> str:
    """The date as the column holds it: EDTF; "" where none is stated, or where it is none."""
    if not date or len(date) > longest(model, column) or not re.fullmatch(edtf.PATTERN, date):
        return ""
    return date


class Lookups:
    """Small tables, read once for a run of many articles."""

    def __init__(self) -> None:
        self._publishers: dict[str, int] = {}

    @cached_property
    def countries(self) -> frozenset[str]:
        """The codes that the archive knows."""
        return frozenset(Country.objects.values_list("code", flat=True))

    def country(self, code: str | None) -> str | None:
        """The code, if it is one of a country that the archive knows; international bodies have none."""
        return code if code in self.countries else None

    def known(self, codes: Collection[str]) -> list[str]:
        return sorted(set(codes) & self.countries)

    def publisher(self, name: str | None) -> int | None:
        """The row of the publisher of that name, which is made where there is none."""
        if not name:
            return None
        name = name[: longest(Publisher, "name")]
        if name not in self._publishers:
            publisher, _ = Publisher.objects.get_or_create(name=name, defaults={"key": key_of("publisher", name)})
            self._publishers[name] = publisher.pk
        return self._publishers[name]
