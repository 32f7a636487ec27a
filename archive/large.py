"""Whether the archive is so large that counting in it is felt."""

from __future__ import annotations

from time import monotonic

from django.db import connection

LARGE = 10_000  # meetings
SECONDS = 60.0  # for which an answer is taken as it was

_known: dict[str, tuple[float, bool]] = {}


def is_large() -> bool:
    """Whether there are so many meetings, as the planner of the database knows; asked once a minute."""
    name = str(connection.settings_dict["NAME"])
    when, large = _known.get(name, (0.0, False))
    if name not in _known or monotonic() - when > SECONDS:
        with connection.cursor() as cursor:
            cursor.execute("SELECT reltuples >= %s FROM pg_class WHERE oid = 'archive_meeting'::regclass", [LARGE])
            large = bool(cursor.fetchone()[0])
        _known[name] = (monotonic(), large)
    return large
