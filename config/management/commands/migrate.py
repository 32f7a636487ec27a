"""`manage.py migrate`: Django's own, one at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.commands import migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

LOCK = (0x5041524C, 0x4D494752)  # of the database: what holds it ends with the connection, so that a killed process holds nothing
PAUSE = 0.5  # seconds between two looks


class Command(migrate.Command):
    """Two deployments that begin at once do not change the tables under each other: the later one waits, and then finds all done."""

    help = (
        "Bring the tables up to this version. Of several that are started at once, on whatever machines, one works and the others wait. "
        "What was broken off is simply started again: a migration is done whole or not at all, or makes its indexes anew."
    )

    def handle(self, *words: Any, **options: Any) -> None:
        with alone(connections[options["database"]], told=self.stdout.write):
            super().handle(*words, **options)


@contextmanager
def alone(database: BaseDatabaseWrapper, *, told: Callable[[str], Any]) -> Iterator[None]:
    """Nobody else migrates the database meanwhile. `told` hears it once where that has to be waited for."""
    waiting = False
    while not _asked("pg_try_advisory_lock", database):
        if not waiting:
            told("Another process brings the tables up to date; waiting for it.")
            waiting = True
        time.sleep(PAUSE)
    try:
        yield
    finally:
        if database.connection is not None and not database.needs_rollback:
            _asked("pg_advisory_unlock", database)


def _asked(function: str, database: BaseDatabaseWrapper) -> bool:
    with database.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s)", LOCK)
        return bool(cursor.fetchone()[0])
