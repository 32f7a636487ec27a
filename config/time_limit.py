"""No question of a reader holds the database longer than PARLEY_QUERY_SECONDS: it is broken off, and the reader is told so."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from psycopg.errors import QueryCanceled

log = logging.getLogger("parley.queries")
READING = {"GET", "HEAD", "OPTIONS"}


class TimeLimitMiddleware:
    """Limits each query of a request that only reads, and answers 503 with what to do where one was broken off.

    What writes is not limited: a merge of two officials with thousands of pages is done or not done, and never given up half-way.
    Connections carry the limit from their beginning, so that reading costs no query more.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.PARLEY_QUERY_SECONDS:
            raise MiddlewareNotUsed
        self.get_response = get_response
        connection_created.connect(_limit_new, dispatch_uid="parley.time_limit")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in READING:
            return self.get_response(request)
        _set_limit(connection, 0)
        try:
            return self.get_response(request)
        finally:
            _set_limit(connection, settings.PARLEY_QUERY_SECONDS)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not is_broken_off(exception):
            return None
        log.warning("query broken off after %s s", settings.PARLEY_QUERY_SECONDS, extra={"path": request.path})
        connection.close()  # a transaction that failed may be left open
        return _told(request)


def is_broken_off(exception: BaseException) -> bool:
    """Whether a query ended because it took longer than its limit.

    Where not even its cursor could be closed in time, the fault comes as psycopg has it.
    """
    canceled = isinstance(exception.__cause__, QueryCanceled)
    return isinstance(exception, QueryCanceled) or (isinstance(exception, OperationalError) and canceled)


def _told(request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": "Too broad", "status": 503, "detail": TOO_BROAD}
        return JsonResponse(problem, status=503, content_type="application/problem+json", headers={"Retry-After": "60"})
    answer = render(request, "too_broad.html", {"seconds": settings.PARLEY_QUERY_SECONDS}, status=503)
    answer.headers["Retry-After"] = "60"
    return answer


TOO_BROAD = "The question took longer than its limit and was broken off. Narrow it: fewer countries, a shorter span of dates, rarer words."


def _limit_new(sender: Any, connection: BaseDatabaseWrapper, **more: Any) -> None:
    _set_limit(connection, settings.PARLEY_QUERY_SECONDS)


def _set_limit(to: BaseDatabaseWrapper, seconds: float) -> None:
    """Where there is no connection yet, the limit comes with it; where the transaction failed, the connection is closed soon."""
    if to.connection is None or to.needs_rollback:
        return
    with to.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, false)", [str(int(1000 * seconds))])
