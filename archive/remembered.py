"""Figures that take long to count, counted once for each state of the archive."""

from __future__ import annotations

import datetime
import hashlib
import threading
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from archive.large import is_large
from archive.patience import unhurried
from archive.standing import state

Figures = TypeVar("Figures")
State = tuple[str | None, str]  # of the archive, and of what else figures rest on
SECONDS = 3600
REST = 60  # seconds from one counting in the background to the next


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
