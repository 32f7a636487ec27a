"""Figures that take long to count, counted once for each state of the archive."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.db import connection

Figures = TypeVar("Figures")
SECONDS = 3600

# Two questions with one snapshot see the same rows. A transaction that has written sees its own rows as well, so it has none.
SNAPSHOT = "SELECT CASE WHEN pg_current_xact_id_if_assigned() IS NULL THEN pg_current_snapshot()::text END"


def remembered(question: str, count: Callable[[], Figures]) -> Figures:
    """What `count` returns, not counted again until something was written since. `question` tells the figures from others."""
    snapshot = _snapshot()
    if snapshot is None:
        return count()
    key = "figures:" + hashlib.sha256(f"{connection.settings_dict['NAME']} {snapshot} {question}".encode()).hexdigest()
    figures: Figures | None = cache.get(key)
    if figures is None:
        figures = count()
        cache.set(key, figures, SECONDS)
    return figures


def _snapshot() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(SNAPSHOT)
        row: tuple[str | None] = cursor.fetchone()
    return row[0]
