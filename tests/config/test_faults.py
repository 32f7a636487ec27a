"""What each fault does to the site, and that it goes on when the fault is over."""

from __future__ import annotations

import contextlib
import errno
import re
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import InternalError, OperationalError, connection, connections
from django.test import Client
from psycopg import errors

from config import faults
from config.embedded_postgres.server import PROGRAMS, EmbeddedServerError, Server
from config.management.commands import migrate
from tests.installations import PATIENCE, Databases, address_in, on, until

SECRET = "password=secret host=db.internal"


# ---- what is told ----


def raised(cause: Exception | None) -> OperationalError:
    error = OperationalError(SECRET)
    error.__cause__ = cause
    return error


def a_write_to_a_replica() -> InternalError:
    error = InternalError(SECRET)
    error.__cause__ = errors.ReadOnlySqlTransaction()
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        pytest.param(raised(errors.ConnectionTimeout(SECRET)), "away", id="nobody answers"),
        pytest.param(raised(errors.AdminShutdown()), "away", id="it is being stopped"),
        pytest.param(raised(errors.CannotConnectNow()), "away", id="it is being started"),
        pytest.param(raised(errors.TooManyConnections()), "away", id="it takes no more connections"),
        pytest.param(raised(errors.DiskFull()), "full", id="its disk is full"),
        pytest.param(OSError(errno.ENOSPC, SECRET), "full", id="the disk is full on which an upload lies on its way in"),
        pytest.param(raised(errors.QueryCanceled()), "", id="a query that took too long is no fault of the database"),
        pytest.param(raised(errors.DeadlockDetected()), "", id="a deadlock is ours"),
        pytest.param(EmbeddedServerError(SECRET), "away", id="the embedded one cannot be started"),
        pytest.param(a_write_to_a_replica(), "reading", id="it is a replica"),
        pytest.param(ValueError(SECRET), "", id="a fault of ours"),
    ],
)
def test_a_database_that_is_away_or_full_is_told_from_other_faults(error: Exception, kind: str) -> None:
    assert faults.trouble(error) == kind


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/meetings/", "/api/v1/meetings/"])
@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        pytest.param(raised(errors.ConnectionTimeout(SECRET)), 503, "does not answer", id="away"),
        pytest.param(raised(errors.DiskFull(SECRET)), 503, "no room left", id="full"),
        pytest.param(ValueError(SECRET), 500, "broke", id="broken"),
    ],
)
def test_a_fault_is_told_without_its_insides(path: str, error: Exception, status: int, words: str) -> None:
    if path.startswith("/api/") and status == 503:
        words = ""  # the API's own words for a database that does not answer

    def broken(*told: Any) -> None:
        raise error

    with connection.execute_wrapper(broken):
        answer = Client(raise_request_exception=False).get(path)
    page = answer.content.decode()
    assert answer.status_code == status
    assert words in page
    assert not re.search(r"secret|db\.internal|Traceback|OperationalError|settings", page)
    assert ("Retry-After" in answer.headers) is (status == 503)


# ---- the database is gone and comes back ----


@pytest.fixture
def server(databases: Databases, tmp_path: Path) -> Iterator[Server]:
    """One that may be stopped, with the seeds in its database."""
    here = Server(tmp_path / "postgres", lasting=False)
    here.ensure()
    dump = tmp_path / "seeds.dump"
    subprocess.run([PROGRAMS / "bin" / "pg_dump", "--format=custom", f"--file={dump}", databases.seeded()], check=True)
    subprocess.run([PROGRAMS / "bin" / "pg_restore", f"--dbname={address_of(here)}", "--exit-on-error", dump], check=True)
    yield here
    here.stop()


def address_of(server: Server) -> str:
    return f"postgresql://parley@/parley?host={server.socket_folder}"


@pytest.mark.slow
def test_a_site_whose_database_comes_back_goes_on_by_itself_and_so_does_its_worker(server: Server) -> None:
    process, said = on(address_of(server)).site(PARLEY_LOG_LEVEL="ERROR")
    base = address_in(said)
    try:
        assert asked(base + "meetings/")[0] == 200
        server.stop()
        status, page, headers = asked(base + "meetings/")
        assert (status, headers.get("Retry-After")) == (503, "10")
        assert "out of order for a moment" in page
        assert asked(base + "healthz")[0] == 200
        assert asked(base + "readyz")[0] == 503
        server.ensure()
        assert [asked(base + "meetings/")[0] for _ in range(8)] == [200] * 8  # every thread that lost its connection has a new one
        assert asked(base + "readyz")[0] == 200
        assert done_by_a_worker(server)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)


def asked(url: str) -> tuple[int, str, Any]:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310
            return answer.status, answer.read().decode(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), error.headers


def done_by_a_worker(server: Server) -> bool:
    """Whether a job that is queued now is soon taken from the queue."""
    with server.connect("parley") as queue:
        queue.execute(
            "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW('default', 'ingest.tend', 0, NULL, NULL, '{\"timestamp\": 0}', NULL)"
            "::procrastinate_job_to_defer_v1])"
        )
        waiting = "SELECT 1 FROM procrastinate_jobs WHERE task_name = 'ingest.tend' AND status = 'todo'"
        return until(lambda: queue.execute(waiting).fetchone() is None)


# ---- migrations ----


@pytest.mark.django_db(transaction=True)
def test_of_two_deployments_at_once_the_later_one_waits() -> None:
    order: list[str] = []
    began, told = threading.Event(), threading.Event()

    def first() -> None:
        with contextlib.closing(connections["default"].copy()) as own, migrate.alone(own, told=order.append):
            began.set()
            told.wait(PATIENCE)
            order.append("the first is done")

    def heard(words: str) -> None:
        order.append(words)
        told.set()

    thread = threading.Thread(target=first)
    thread.start()
    assert began.wait(PATIENCE)
    with migrate.alone(connection, told=heard):
        order.append("the second begins")
    thread.join()
    assert order == ["Another process brings the tables up to date; waiting for it.", "the first is done", "the second begins"]


@pytest.mark.slow
def test_a_migration_that_was_killed_is_started_again(databases: Databases) -> None:
    here = on(databases.empty())
    process = here.start("migrate", "archive", "0003")
    assert process.stdout is not None
    for line in process.stdout:
        if "archive.0002" in line:  # now in hand or just done
            break
    process.kill()
    process.communicate()
    again = here.command("migrate", "archive", "0003")
    assert "archive.0003" in again
    assert "archive.0001" not in again


# ---- clocks ----


@pytest.mark.django_db
def test_a_session_of_a_machine_whose_clock_runs_ahead_is_heard(analyst: User, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    client.force_login(analyst)
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() - 300)
    assert client.get("/searches/").status_code == 200
    call_command("send-digests")  # nothing is due, and nothing breaks
