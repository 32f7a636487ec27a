"""Ids and days of the things of a list, in its order, as numbers in a row."""

from __future__ import annotations

from array import array
from typing import Any

from archive.masks.bits import first_day, last_day

AT_ONCE = 5000  # rows in memory


def days_of(things: Any, field: str = "") -> tuple[array[int], array[int], array[int]]:
    """The ids of a QuerySet, and of each the first and the last day on which it may lie, out of `<field>_earliest` and `<field>_latest`."""
    ids, earliest, latest = array("q"), array("i"), array("i")
    names = (f"{field}_earliest", f"{field}_latest") if field else ("earliest", "latest")
    for pk, first, last in things.values_list("pk", *names).iterator(chunk_size=AT_ONCE):
        ids.append(pk)
        earliest.append(first_day(first))
        latest.append(last_day(first, last))
    return ids, earliest, latest
