from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

# From which likeness on the index of names finds a spelling; PostgreSQL's own 0.6 misses "Dinku" for Dîncu.
LIKENESS = "SELECT set_config('pg_trgm.word_similarity_threshold', '0.5', false)"


class ArchiveConfig(AppConfig):
    """What is known: releases, and the people, organizations and meetings they tell of."""

    name = "archive"
    verbose_name = "Archive"

    def ready(self) -> None:
        connection_created.connect(_liken, dispatch_uid="archive.likeness")


def _liken(sender: Any, connection: BaseDatabaseWrapper, **more: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(LIKENESS)
