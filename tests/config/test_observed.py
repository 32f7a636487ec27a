"""What those who run the site see of it: health, figures, and a log in which a request is found again."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings as configured
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from procrastinate.contrib.django.models import ProcrastinateJob
from prometheus_client.parser import text_string_to_metric_families
from pytest_django.fixtures import Settings

from archive.models import Article, ImportBatch, ImportFile
from config import health, metrics, tracing
from config.observed import ObservedMiddleware
from ingest import tasks


@pytest.fixture(autouse=True)
def _ask_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "_told", (0.0, b""))
    monkeypatch.setattr(health, "_all_applied", False)


@pytest.fixture
def logged() -> Iterator[list[logging.LogRecord]]:
    """What the site logs meanwhile, with the ids that the log writes."""
    lines: list[logging.LogRecord] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record)

    keeper, logs = Keeper(), [logging.getLogger(name) for name in ("parley", "django")]
    keeper.addFilter(tracing.Named())
    before = [log.level for log in logs]
    for log in logs:
        log.addHandler(keeper)
    logs[0].setLevel("INFO")
    yield lines
    for log, level in zip(logs, before, strict=True):
        log.removeHandler(keeper)
        log.setLevel(level)


# ---- health ----


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_probes_are_answered_whatever_the_host_and_however_closed(db: None, settings: Settings, path: str) -> None:
    settings.PARLEY_CLOSED, settings.SECURE_SSL_REDIRECT = True, True
    assert Client(headers={"host": "10.1.2.3:8000"}).get(path).status_code == 200


def test_the_process_lives_without_a_database() -> None:
    assert Client().get("/healthz").content == b"ok\n"


def test_a_site_whose_database_is_gone_is_not_ready(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with connection.execute_wrapper(lambda *told: _gone()):
        answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "database": "not reached"})


def _gone() -> None:
    from django.db import OperationalError

    raise OperationalError("password=secret host=db.internal")


@pytest.mark.django_db
def test_a_site_before_its_migrations_is_not_ready() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations)")
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()["migrations"]) == (503, "wait for manage.py migrate")


# ---- figures ----


def figures(answer: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    samples = (sample for family in text_string_to_metric_families(answer) for sample in family.samples)
    return {(sample.name, tuple(sorted(sample.labels.items()))): sample.value for sample in samples}


def test_requests_and_the_archive_are_counted(small_archive: object) -> None:
    key = ("parley_requests_total", (("method", "GET"), ("status", "200"), ("view", "meetings")))
    before = figures(Client().get("/metrics").content.decode()).get(key, 0.0)
    Client().get("/meetings/")
    metrics._told = (0.0, b"")
    now = figures(Client().get("/metrics").content.decode())
    assert now[key] == before + 1
    assert now["parley_articles", (("state", "published"),)] == Article.objects.filter(status="published").count()
    assert now["parley_database_up", ()] == 1.0
    assert any(name == "parley_request_queries_sum" for name, _ in now)


@pytest.mark.parametrize(
    ("token", "sent", "client", "status"),
    [
        pytest.param("", "", "127.0.0.1", 200, id="this machine, no token set"),
        pytest.param("", "", "192.0.2.1", 403, id="another machine, no token set"),
        pytest.param("s3cret", "Bearer s3cret", "192.0.2.1", 200, id="the token"),
        pytest.param("s3cret", "Bearer wrong", "127.0.0.1", 403, id="a wrong token, even here"),
        pytest.param("s3cret", "", "127.0.0.1", 403, id="no token, even here"),
    ],
)
def test_figures_are_for_monitoring(db: None, settings: Settings, token: str, sent: str, client: str, status: int) -> None:
    settings.PARLEY_METRICS_TOKEN = token
    headers = {"authorization": sent} if sent else {}
    assert Client(REMOTE_ADDR=client, headers=headers).get("/metrics").status_code == status


def test_a_visitor_behind_the_proxy_is_not_this_machine(db: None, settings: Settings) -> None:
    settings.PARLEY_PROXIES = 1
    assert Client(headers={"x-forwarded-for": "203.0.113.9"}).get("/metrics").status_code == 403


# ---- the log ----


def test_a_request_is_found_again_by_the_id_in_its_answer(db: None, logged: list[logging.LogRecord]) -> None:
    answer = Client().get("/meetings/?of=RO")
    (line,) = [line for line in logged if line.name == "parley.requests"]
    assert re.fullmatch("[0-9a-f]{32}", answer.headers["X-Request-ID"])
    assert line.request_id == answer.headers["X-Request-ID"]  # type: ignore[attr-defined]
    assert (line.view, line.status) == ("meetings", 200)  # type: ignore[attr-defined]
    assert line.queries > 0  # type: ignore[attr-defined]


def test_what_is_told_of_a_request_when_it_is_over_has_its_id_and_not_its_secret(db: None, logged: list[logging.LogRecord]) -> None:
    answer = Client().get("/unsubscribe/not-a-token-of-ours/")
    (line,) = [line for line in logged if line.name == "django.request"]
    assert (answer.status_code, line.request_id) == (404, answer.headers["X-Request-ID"])  # type: ignore[attr-defined]
    assert line.getMessage() == "Not Found: /unsubscribe/…/"
    assert "not-a-token" not in str(vars(line))


def test_an_upload_is_followed_from_its_request_to_its_jobs(db: None, logged: list[logging.LogRecord]) -> None:
    batch = ImportBatch.objects.create()
    ImportFile.objects.create(batch=batch, path="a.txt")
    with tracing.request("from-a-proxy-1234"):
        tasks.start(batch)
    (line,) = [line for line in logged if line.name == "parley.jobs"]
    (job,) = ProcrastinateJob.objects.all()
    assert (line.request_id, line.batch, line.jobs) == ("from-a-proxy-1234", batch.pk, [job.pk])  # type: ignore[attr-defined]


def test_who_asks_for_the_head_alone_gets_no_body_that_the_server_must_throw_away(db: None, rf: RequestFactory) -> None:
    answer = ObservedMiddleware(lambda request: HttpResponse("words"))(rf.head("/"))
    streamed = ObservedMiddleware(lambda request: StreamingHttpResponse(iter(["a long", "export"])))(rf.head("/"))
    assert (answer.content, b"".join(streamed)) == (b"", b"")  # type: ignore[attr-defined, call-overload]


@pytest.mark.parametrize(
    ("told", "kept"), [("from-a-proxy-1234", True), ("short", False), ("x" * 65, False), ("bad id\twith blanks", False)]
)
def test_an_id_of_a_proxy_is_kept_if_it_is_one(told: str, kept: bool) -> None:
    assert (Client(headers={"x-request-id": told}).get("/healthz").headers["X-Request-ID"] == told) is kept


def test_a_slow_query_is_logged_with_its_text_and_without_its_values(db: None, settings: Settings, logged: list[logging.LogRecord]) -> None:
    settings.PARLEY_SLOW_QUERY = -1
    Client().get("/articles/?q=whistleblower")
    slow = [line for line in logged if line.name == "parley.queries"]
    assert slow
    assert all("whistleblower" not in line.sql for line in slow)  # type: ignore[attr-defined]


def test_the_log_of_a_public_site_is_lines_of_json() -> None:
    words = "import django, logging; django.setup(); logging.getLogger('parley.requests').info('GET %s', '/x', extra={'ms': 1.5})"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings", "PARLEY_LOG": "json", "PARLEY_LOG_LEVEL": "INFO"}
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=configured.BASE_DIR, env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    line = json.loads(done.stderr.splitlines()[-1])
    assert (line["message"], line["ms"], line["level"], line["request_id"]) == ("GET /x", 1.5, "INFO", "")
