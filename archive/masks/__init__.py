"""Counts beside filters over a large archive: for each value of a filter one long number, whose bits are the things that have it.

To count the meetings of a value within a question is to "and" two numbers and count bits, which takes microseconds where the database
takes a tenth of a second for each filter. The numbers are made anew, in the background, when the archive has changed; until they are
ready, and in an archive that is not large, the database counts. Both ways give the same (see `tests/pages/test_masks.py`).

While releases are taken in the numbers of a moment ago are shown, and with them the archive as it stood then (`archive.standing`).
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import connection, transaction

from archive import standing, warm
from archive.large import FELT, is_large
from archive.masks import agreements, articles, meetings, organizations, people, quotes
from archive.masks.bits import Masks
from archive.patience import unhurried
from archive.standing import state

REST = 20.0  # seconds from one making to the next, while things are written all the time; as long as it takes, where that is longer
SHOWN = 60.0  # seconds for which they are shown while the archive grows, and as long as it takes to make the next ones

_made: dict[str, tuple[str, Mapping[str, Masks]]] = {}  # by database: the state of the archive, and the masks of each room
making = threading.Lock()  # held while they are made in the background
_rests_until = 0.0


def ready(room: str) -> Masks | None:
    """The masks of a room as readers are shown it. None: they are not ready, and where counting is felt they are now being made."""
    before, rooms = _made.get(str(connection.settings_dict["NAME"]), ("", None))
    if rooms is None and not is_large(than=FELT):
        return None
    shown = state()
    is_shown = rooms is not None and shown == before
    is_old = not is_shown or standing.shown_as_of() is not None
    if is_old and shown is not None and not connection.in_atomic_block and not making.locked() and time.monotonic() > _rests_until:
        threading.Thread(target=_make_apart, daemon=True).start()
    return rooms.get(room) if rooms is not None and is_shown else None


def make() -> bool:
    """Make the masks of the archive as it is now. False where this transaction has written."""
    began = time.monotonic()
    with _in_one_moment():
        of = standing.now()
        if of.state is None:
            return False
        made = _read()
    for one in made.values():
        one.work_out()
    _made[str(connection.settings_dict["NAME"])] = of.state, made
    standing.hold(of, seconds=SHOWN + 2 * (time.monotonic() - began))
    _set_apart()
    return True


@contextmanager
def _in_one_moment() -> Iterator[None]:
    """All that is asked inside is of one state of the archive, whatever is written meanwhile."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _set_apart() -> None:
    """What is there now is not looked through for garbage again until masks are made anew.

    Else one page in twenty pays for that, with a tenth of a second: more than it takes to make the page.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _read() -> dict[str, Masks]:
    of_articles = articles.read()
    return {
        "articles": of_articles,
        "meetings": meetings.read(of_articles.places),
        "people": people.read(),
        "organizations": organizations.read(),
        "agreements": agreements.read(),
        "quotes": quotes.read(),
    }


def _make_apart() -> None:
    global _rests_until
    if not making.acquire(blocking=False):
        return
    began = time.monotonic()
    try:
        with unhurried():
            make()
            warm.words_once()
    finally:
        took = time.monotonic() - began
        _rests_until = time.monotonic() + max(REST - took, took)
        making.release()
        connection.close()
