"""What every article's projection asks for, and the lock that keeps two of them apart."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, cached_property

from django.db import connection, models

from archive import edtf
from archive.keys import key_of
from archive.models import Country, Publisher
from ingest.engine.rules.people.home import of_name

SHORT = 180  # characters of a publisher's name, so that the name of its country fits behind it
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
        self._publishers: dict[tuple[str, ...], int] = {}
        self.offices_in_hand: set[str] = set()  # their releases are read again just now, for the body that people told them to be in

    def forget(self) -> None:
        """Publishers are asked for anew: the transaction that made some of them has failed."""
        self._publishers.clear()

    @cached_property
    def countries(self) -> frozenset[str]:
        """The codes that the archive knows."""
        return frozenset(self._country_names)

    @cached_property
    def _country_names(self) -> dict[str, str]:
        return dict(Country.objects.values_list("code", "name"))

    def country(self, code: str | None) -> str | None:
        """The code, if it is one of a country that the archive knows; international bodies have none."""
        return code if code in self.countries else None

    def known(self, codes: Collection[str]) -> list[str]:
        return sorted(set(codes) & self.countries)

    def publisher(self, name: str | None, *, home: str | None = None) -> int | None:
        """The row of the publisher of that name and country, which is made where there is none.

        Many states have a "Ministry of Defence": where the name does not tell whose it is, `home` does, and stands behind it. What
        people make of the name later stays, since the row is known by its key.
        """
        if not name:
            return None
        told = of_name(name)
        code = self.country(told or home)
        words = (name,) if told or not code else (name, code)
        if words not in self._publishers:
            shown = f"{name[:SHORT]} ({self._country_names[code]})" if len(words) > 1 and code else name
            self._publishers[words] = _publisher(key_of("publisher", *words), shown[: longest(Publisher, "name")], code)
        return self._publishers[words]


def _publisher(key: str, name: str, country: str | None) -> int:
    """The row of this key or name; a country that was not told when it was made is told now."""
    publisher = Publisher.objects.filter(key=key).first() or Publisher.objects.filter(name=name).first()
    if publisher is None:
        publisher = Publisher.objects.create(key=key, name=name, country_id=country)
    elif country and publisher.country_id is None:
        Publisher.objects.filter(pk=publisher.pk).update(country_id=country)
    return publisher.pk
