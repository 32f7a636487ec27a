"""Whether the archive is so large that counting in it is felt."""

from __future__ import annotations

from time import monotonic

from django.db import connection

LARGE = 10_000  # meetings
FELT = 300  # those from which on it is felt when they are counted anew for each page, as while others are taken in
SECONDS, WHILE_SMALL = 60.0, 10.0  # for which a number is taken as it was; a small archive may soon be a large one

_known: dict[str, tuple[float, float]] = {}  # by database: until when, and the number of meetings


def is_large(*, than: int = LARGE) -> bool:
    """Whether there are so many meetings, as the planner of the database knows; asked now and then."""
    name = str(connection.settings_dict["NAME"])
    until, meetings = _known.get(name, (0.0, 0.0))
    if name not in _known or monotonic() > until:
        with connection.cursor() as cursor:
            cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'archive_meeting'::regclass")
            meetings = cursor.fetchone()[0]
        _known[name] = (monotonic() + (SECONDS if meetings >= LARGE else WHILE_SMALL), meetings)
    return meetings >= than
