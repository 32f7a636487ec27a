"""Whether the process lives (`/healthz`) and whether it can serve the archive (`/readyz`)."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse


def alive(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers at all: a reason to restart it when it does not. The database is not asked."""
    return HttpResponse("ok\n", content_type="text/plain")


def ready(request: HttpRequest) -> HttpResponse:
    """200 if requests may be sent here, else 503 with what is wrong; the insides of a fault go to the log, not to whoever asks."""
    state = {"database": _database()}
    if state["database"] == "ok":
        state["migrations"] = _migrations()
    well = set(state.values()) == {"ok"}
    return JsonResponse({"ready": well, **state}, status=200 if well else 503)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "not reached"
    return "ok"


_all_applied = False  # once all migrations of this version are applied they stay so; only then is looking again saved


def _migrations() -> str:
    global _all_applied
    if not _all_applied:
        executor = MigrationExecutor(connection)
        _all_applied = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return "ok" if _all_applied else "wait for manage.py migrate"
