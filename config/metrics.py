"""What monitoring reads at /metrics, in the format of Prometheus.

What web servers do is counted by each process and added up over those of one machine (`PROMETHEUS_MULTIPROC_DIR`, set by whoever starts
them); what is in the archive and its queues is asked of the database, so that every machine tells the same.
"""

from __future__ import annotations

import hmac
import os
import time
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector

from config import clients

REQUESTS = Counter("parley_requests", "Requests answered.", ["view", "method", "status"])
SECONDS = Histogram(
    "parley_request_seconds", "Time to answer.", ["view"], buckets=(0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2, 5, 10)
)
QUERIES = Histogram("parley_request_queries", "Database queries of one request.", ["view"], buckets=(0, 5, 10, 15, 20, 30, 50, 100))
QUERY_SECONDS = Histogram("parley_query_seconds", "Time of one database query.", buckets=(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10))
UNKNOWN_HOSTS = Counter("parley_unknown_hosts", "Requests for a host name that is not the site's.")
REMEMBERED = 60.0  # seconds for which what the database told is told again: counting millions of facts is dear
LOCAL = {"127.0.0.1", "::1", ""}


def view(request: HttpRequest) -> HttpResponse:
    """All figures, for whoever holds PARLEY_METRICS_TOKEN; without a token set, for this machine alone."""
    if not may_read(request):
        return HttpResponse(
            "Metrics are for monitoring: send the header Authorization: Bearer PARLEY_METRICS_TOKEN.\n", "text/plain", status=403
        )
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        told = generate_latest(registry)
    else:
        told = generate_latest(REGISTRY)
    return HttpResponse(told + _of_the_archive(), content_type=CONTENT_TYPE_LATEST)


def may_read(request: HttpRequest) -> bool:
    token = settings.PARLEY_METRICS_TOKEN
    if not token:
        return request.META.get("REMOTE_ADDR", "") in LOCAL and clients.address(request) in LOCAL
    return hmac.compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {token}".encode())


# ---- what the database tells ----

# Each: name, help, labels, and the query that gives label values and a number.
GAUGES: list[tuple[str, str, list[str], str]] = [
    ("parley_articles", "Articles by state.", ["state"], "SELECT status, count(*) FROM archive_article GROUP BY 1"),
    ("parley_files", "Files that were sent, by state.", ["state"], "SELECT state, count(*) FROM archive_importfile GROUP BY 1"),
    ("parley_jobs", "Jobs of the queue, by state.", ["state"], "SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY 1"),
    (
        "parley_oldest_job_seconds",
        "Age of the oldest job that waits.",
        [],
        "SELECT coalesce(extract(epoch FROM now() - min(e.at)), 0) FROM procrastinate_jobs j JOIN procrastinate_events e ON e.job_id = j.id"
        " AND e.type = 'deferred' WHERE j.status = 'todo'",
    ),
    ("parley_meetings", "Meetings that readers see.", [], "SELECT count(*) FROM archive_meeting"),
    ("parley_facts", "Facts read by machine, by rule.", ["rule"], "SELECT rule, count(*) FROM archive_mention GROUP BY 1"),
]


class ArchiveCollector(Collector):
    """Asks the database at each scrape. A query that fails gives no figure, and `parley_database_up` says 0."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        up = True
        for name, words, labels, query in GAUGES:
            family = GaugeMetricFamily(name, words, labels=labels)
            try:
                rows = _asked(query)
            except DatabaseError:
                up = False
                continue
            for *values, number in rows:
                family.add_metric([str(value) for value in values], float(number))
            yield family
        yield GaugeMetricFamily("parley_database_up", "1 if the database answered all questions.", value=float(up))


def _asked(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


_told: tuple[float, bytes] = (0.0, b"")


def _of_the_archive() -> bytes:
    global _told
    if time.monotonic() - _told[0] > REMEMBERED or not _told[1]:
        registry = CollectorRegistry()
        registry.register(ArchiveCollector())
        _told = (time.monotonic(), generate_latest(registry))
    return _told[1]


# ---- what requests tell ----


def observe(*, view: str, method: str, status: int, seconds: float, queries: Iterable[float]) -> None:
    """Counts one answered request. `queries`: the seconds of each query."""
    times = list(queries)
    REQUESTS.labels(view, method if method in METHODS else "other", str(status)).inc()
    SECONDS.labels(view).observe(seconds)
    QUERIES.labels(view).observe(len(times))
    for duration in times:
        QUERY_SECONDS.observe(duration)


METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
