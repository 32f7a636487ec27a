"""The outermost layer around every request: whether the site lives, what a request cost, and an id to find its words in the log by."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from config import clients, health, metrics, tracing

requests_log = logging.getLogger("parley.requests")
queries_log = logging.getLogger("parley.queries")

Answering = Callable[[HttpRequest], HttpResponseBase]
# Asked by load balancers and monitoring under whatever host name or plain address they use, so they are answered before hosts are checked.
PROBES: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "/healthz": health.alive,
    "/readyz": health.ready,
    "/metrics": metrics.view,
}


class ObservedMiddleware:
    """Answers probes; else counts, times and logs what the rest answers, under an id that the answer carries as `X-Request-ID`."""

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with tracing.request(request.headers.get("X-Request-ID", "")) as name:
            request.traced_as = name  # type: ignore[attr-defined]  # for what is logged of it when it is over
            probe = PROBES.get(request.path)
            answer = probe(request) if probe else self.observed(request)
            answer.headers["X-Request-ID"] = name
        if request.method == "HEAD":
            _without_body(answer)
        return answer

    def observed(self, request: HttpRequest) -> HttpResponseBase:
        began, queries = time.perf_counter(), Timed()
        with connection.execute_wrapper(queries):
            answer = self.get_response(request)
        seconds = time.perf_counter() - began
        view = getattr(request.resolver_match, "view_name", None) or "unknown"
        metrics.observe(view=view, method=request.method or "", status=answer.status_code, seconds=seconds, queries=queries.seconds)
        requests_log.info(
            "%s %s %s",
            *(request.method, tracing.shown(request), answer.status_code),
            extra={
                "view": view,
                "status": answer.status_code,
                "ms": round(1000 * seconds, 1),
                "queries": len(queries.seconds),
                "query_ms": round(1000 * sum(queries.seconds), 1),
                "client": clients.address(request),
            },
        )
        return answer


def _without_body(answer: HttpResponseBase) -> None:
    """Who asks for the head alone makes no export run to its end, and the web server has nothing to throw away and to complain of."""
    if answer.streaming:
        answer.streaming_content = iter(())  # type: ignore[attr-defined]
    else:
        answer.content = b""  # type: ignore[attr-defined]


class Timed:
    """Times each query of a request, and logs those that take longer than PARLEY_SLOW_QUERY milliseconds (their text, not their values)."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            took = time.perf_counter() - began
            self.seconds.append(took)
            if 1000 * took > settings.PARLEY_SLOW_QUERY:
                queries_log.warning("slow query: %.0f ms", 1000 * took, extra={"ms": round(1000 * took, 1), "sql": str(sql)[:2000]})
