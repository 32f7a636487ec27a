"""What a reader is told when something is broken: that it will be mended, and nothing of the insides."""

from __future__ import annotations

import errno
import logging
import sys

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from psycopg import errors

from config import tracing
from config.embedded_postgres.server import EmbeddedServerError

log = logging.getLogger("parley.database")

# What PostgreSQL says when it cannot go on, apart from not answering at all; see "Class 53" and "Class 57" of its error codes.
FULL = (errors.DiskFull, errors.OutOfMemory, errors.ConfigurationLimitExceeded)
AWAY = (errors.AdminShutdown, errors.CrashShutdown, errors.CannotConnectNow, errors.TooManyConnections, errors.IdleSessionTimeout)
RETRY = {"away": "10", "full": "300", "reading": "60"}  # seconds
WHY = {
    "away": "Its database does not answer; it may be started anew just now.",
    "full": "It has no room left on its disk, so that nothing can be added or changed. Whoever runs the archive has to make some.",
    "reading": "Its database only answers questions for now, so that nothing can be added or changed.",
}


def answered(request: HttpRequest) -> HttpResponse:
    """The last answer there is: 503 with when to try again where the database is away or full, else 500. It asks the database nothing."""
    kind = trouble(sys.exc_info()[1])
    if kind:
        log.error("the database is %s", kind, extra={"path": request.path})
    status = 503 if kind else 500
    why = WHY.get(kind, "Something broke here; it has been noted.")
    if request.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": "Out of order" if kind else "Broken", "status": status, "detail": why}
        answer: HttpResponse = JsonResponse(problem, status=status, content_type="application/problem+json")
    else:
        answer = render(None, f"{status}.html", {"why": why, "request_id": tracing.request_id()}, status=status)
    if kind:
        answer.headers["Retry-After"] = RETRY[kind]
    return answer


def trouble(error: BaseException | None) -> str:
    """`away`, `full` or `reading`, as the database is; empty where the fault is another."""
    if isinstance(error, InternalError) and isinstance(error.__cause__, errors.ReadOnlySqlTransaction):
        return "reading"
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:  # the disk on which uploads lie on their way in
        return "full"
    if isinstance(error, EmbeddedServerError):  # it cannot be started; the log says why and what to do
        return "away"
    if not isinstance(error, OperationalError | InterfaceError):
        return ""
    cause = error.__cause__
    if isinstance(cause, FULL):
        return "full"
    never_answered = isinstance(cause, errors.Error) and cause.sqlstate is None
    return "away" if cause is None or never_answered or isinstance(cause, AWAY) else ""
