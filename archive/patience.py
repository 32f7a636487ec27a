"""Questions to the database that may take so long and no longer; what is answered without them is told as a part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from time import monotonic
from typing import TypeVar

from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled

from archive.large import is_large
from config.time_limit import is_broken_off

Answer = TypeVar("Answer")

UNHURRIED = "10min"

# One statement says what was in force and sets the new limit.
SET = "SELECT current_setting('statement_timeout'), set_config('statement_timeout', %s, false)"


class Patience:
    """Seconds that a page has for what it can do without. `cut` tells whether something took too long and was left out."""

    def __init__(self, seconds: float) -> None:
        self.ends = monotonic() + seconds
        self.cut = False

    def answer(self, question: Callable[[], Answer], *, otherwise: Answer) -> Answer:
        """What the question returns; `otherwise` where the database did not answer in time, or the time was up before it was asked."""
        if monotonic() > self.ends:
            self.cut = True
            return otherwise
        try:
            with transaction.atomic() if connection.in_atomic_block else nullcontext():
                return question()
        except (OperationalError, QueryCanceled) as fault:
            if not is_broken_off(fault):
                raise
            self.cut = True
            return otherwise


@contextmanager
def patient(*, seconds: float, each: float) -> Iterator[Patience]:
    """What is asked inside has so many seconds, and `each` question no more than that: in a large archive, where it is needed."""
    if not is_large():
        yield Patience(seconds)
        return
    before = _limit(f"{int(each * 1000)}ms")
    try:
        yield Patience(seconds)
    finally:
        _limit(before)


@contextmanager
def unhurried() -> Iterator[None]:
    """What is asked inside, for which nobody waits, may take longer than what a page asks."""
    before = _limit(UNHURRIED)
    try:
        yield
    finally:
        _limit(before)


def _limit(value: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(SET, [value])
        row: tuple[str, str] = cursor.fetchone()
    return row[0]
