"""Figures that take long to count, counted once for each state of the archive."""

from __future__ import annotations

import datetime
import hashlib
import threading
from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from archive.large import is_large
from archive.patience import unhurried

Figures = TypeVar("Figures")
State = tuple[str | None, str]  # of the archive, and of what else figures rest on
SECONDS = 3600
REST = 60  # seconds from one counting in the background to the next

# Triggers keep in `archive_change` which transactions changed what readers see. Two questions before which the same one was the last
# see the same rows, as long as it ended before all that are still open began; else those with one snapshot do. A transaction that has
# written sees its own rows as well, so it has no state.
STATE = """
    SELECT CASE
        WHEN pg_current_xact_id_if_assigned() IS NOT NULL THEN NULL
        WHEN max(xact) >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint THEN pg_current_snapshot()::text
        ELSE coalesce(max(xact)::text, 'none')
    END FROM archive_change
"""


def remembered(question: str, count: Callable[[], Figures]) -> Figures:
    """What `count` returns, not counted again until something was written since. `question` tells the figures from others."""
    now = state()
    if now is None:
        return count()
    key = _key(f"{now} {question}")
    figures: Figures | None = cache.get(key)
    if figures is None:
        figures = count()
        cache.set(key, figures, SECONDS)
    return figures


def lately(
    question: str, count: Callable[[], Figures], *, version: str = "", hold: bool = False
) -> tuple[Figures, datetime.datetime | None]:
    """As `remembered`, and when that was counted, where it may be out of date. `version` tells what else the figures rest on.

    In a large archive nobody waits: the figures that were counted last are given out, and counted anew in the background; not yet where
    `hold` says that it would soon be quicker.
    """
    if not is_large():
        return remembered(f"{question} {version}", count), None
    key, now = _key(f"lately {question}"), (state(), version)
    kept: tuple[State, datetime.datetime, Figures] | None = cache.get(key)
    if kept is None:
        kept = _counted(key, now, count)
    elif kept[0] != now and not hold and cache.add(f"{key}:counting", "", REST):
        threading.Thread(target=_count_apart, args=[key, now, count], daemon=True).start()
    return kept[2], kept[1]


def _key(text: str) -> str:
    return "figures:" + hashlib.sha256(f"{connection.settings_dict['NAME']} {text}".encode()).hexdigest()


def _counted(key: str, now: State, count: Callable[[], Figures]) -> tuple[State, datetime.datetime, Figures]:
    """What is written while it is counted makes the figures old again."""
    kept = (now, timezone.now(), count())
    cache.set(key, kept, 24 * SECONDS)
    return kept


def _count_apart(key: str, now: State, count: Callable[[], Figures]) -> None:
    try:
        with unhurried():
            _counted(key, now, count)
    finally:
        connection.close()


def state() -> str | None:
    """What tells this state of the archive from every other. None where this transaction has written.

    A request that only reads asks once: what is written while its page is made shows on the next one.
    """
    told, name = _of_request.get(), str(connection.settings_dict["NAME"])
    if told is not None and name in told:
        return told[name]
    with connection.cursor() as cursor:
        cursor.execute(STATE)
        row: tuple[str | None] = cursor.fetchone()
    if told is not None:
        told[name] = row[0]
    return row[0]


_of_request: ContextVar[dict[str, str | None] | None] = ContextVar("state of the archive in this request", default=None)


class OneStateMiddleware:
    """Lets the parts of a page that only reads share one asking for the state of the archive."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        before = _of_request.set({})
        try:
            return self.get_response(request)
        finally:
            _of_request.reset(before)
