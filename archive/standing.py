"""How the archive stands: what tells one state of it from another, and which state readers are shown.

A page shows the archive as it is. While hundreds of releases are taken in a minute that is another state with every page, and nothing
that was counted for one page serves the next. Where nothing but releases that are being taken in has changed since counts were made
ready, pages show the archive as it stood then, and say so. What a person did, and a release by itself, shows at once.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from time import monotonic

from django.db import connection
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

LULL = 30  # seconds without a release after which no more are expected

# Triggers keep in `archive_change` which transactions changed what readers see, and whether they took releases in. Two questions before
# which the same one was the last see the same rows, as long as it ended before all that are still open began; else those with one
# snapshot do. A transaction that has written sees its own rows as well, so it has no state.
ASK = f"""
    SELECT
        CASE WHEN pg_current_xact_id_if_assigned() IS NULL THEN
            CASE WHEN greatest(acted, taken) >= earliest THEN snapshot ELSE coalesce(greatest(acted, taken)::text, 'none') END
        END,
        CASE WHEN acted >= earliest THEN snapshot ELSE coalesce(acted::text, 'none') END,
        coalesce((SELECT at FROM archive_change WHERE xact = taken) > clock_timestamp() - interval '{LULL} seconds', false)
    FROM (
        SELECT
            (SELECT max(xact) FROM archive_change WHERE NOT taken_in) AS acted,
            (SELECT max(xact) FROM archive_change WHERE taken_in) AS taken,
            pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS earliest,
            pg_current_snapshot()::text AS snapshot
    ) AS seen
"""  # noqa: S608  a number of ours

TAKE_IN = "SELECT set_config('parley.taking_in', 'on', true)"


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` tells the rows that are seen now from all others, None where this transaction has written; `acted` the same but for
    releases that were taken in. `growing`: some are being taken in."""

    state: str | None
    acted: str
    growing: bool


@dataclass(frozen=True, slots=True)
class _Held:
    """How the archive stood when counts were made ready, and until when (in `monotonic` seconds) that may be shown while it grows."""

    standing: Standing
    at: datetime.datetime
    until: float


_held: dict[str, _Held] = {}  # by database
_of_request: ContextVar[dict[str, tuple[str | None, datetime.datetime | None]] | None] = ContextVar("shown in this request", default=None)


def now() -> Standing:
    """How the archive stands, as this transaction sees it."""
    with connection.cursor() as cursor:
        cursor.execute(ASK)
        return Standing(*cursor.fetchone())


def hold(standing: Standing, *, seconds: float) -> None:
    """While the archive grows, readers are shown this state of it for so many seconds from now, unless somebody acts."""
    _held[_database()] = _Held(standing, timezone.now(), monotonic() + seconds)


def state() -> str | None:
    """What tells the state of the archive that readers are shown from every other. None where this transaction has written.

    A request that only reads asks once: what is written while its page is made shows on the next one.
    """
    return _shown()[0]


def shown_as_of() -> datetime.datetime | None:
    """When the archive was as readers are shown it; None where that is now."""
    return _shown()[1]


def asked_as_of() -> datetime.datetime | None:
    """As `shown_as_of`, where this request has asked for the state of the archive; None where it did not."""
    told = _of_request.get() or {}
    return told.get(_database(), ("", None))[1]


def take_in() -> None:
    """What this transaction, which has not written yet, changes is a release among many: pages may show it some seconds later."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE_IN)


def _shown() -> tuple[str | None, datetime.datetime | None]:
    told, name = _of_request.get(), _database()
    if told is not None and name in told:
        return told[name]
    standing, held = now(), _held.get(name)
    shown: tuple[str | None, datetime.datetime | None] = standing.state, None
    if held and standing.state != held.standing.state and _may_be_shown(held, standing):
        shown = held.standing.state, held.at
    if told is not None:
        told[name] = shown
    return shown


def _may_be_shown(held: _Held, standing: Standing) -> bool:
    if standing.state is None or not standing.growing:
        return False
    return standing.acted == held.standing.acted and monotonic() < held.until


def _database() -> str:
    return str(connection.settings_dict["NAME"])


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
