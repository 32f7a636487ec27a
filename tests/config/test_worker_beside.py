"""The worker beside the site: there when the site is, back when it is killed, gone when the site is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress

import psutil
import pytest

from tests.installations import PATIENCE, ROOT, Databases, Installation, on, until

pytestmark = pytest.mark.slow


@pytest.fixture
def installation(databases: Databases) -> Installation:
    return on(databases.seeded())


@pytest.fixture
def site(installation: Installation) -> Iterator[subprocess.Popen[str]]:
    process, _ = installation.site()
    yield process
    process.kill()
    process.communicate()


def worker_of(site: subprocess.Popen[str], *, but: int = 0) -> psutil.Process:
    found: list[psutil.Process] = []

    def is_there() -> bool:
        for child in psutil.Process(site.pid).children():
            with suppress(psutil.Error):  # one that has just ended is still listed
                if "worker" in child.cmdline() and child.pid != but:
                    found.append(child)
        return bool(found)

    assert until(is_there), "there is no worker"
    return found[0]


def gone(process: psutil.Process) -> bool:
    _, alive = psutil.wait_procs([process], timeout=PATIENCE)
    return not alive


def test_a_killed_worker_is_started_anew_and_ends_with_the_site(site: subprocess.Popen[str]) -> None:
    first = worker_of(site)
    first.kill()
    second = worker_of(site, but=first.pid)
    site.send_signal(signal.SIGINT)
    site.communicate(timeout=PATIENCE)
    assert site.returncode == 0
    assert gone(second)


def test_a_worker_does_not_outlive_a_site_that_was_killed(site: subprocess.Popen[str], installation: Installation) -> None:
    worker = worker_of(site)
    with installation.connect() as queue:
        assert until(lambda: queue.execute("SELECT 1 FROM procrastinate_workers").fetchone()), "the worker does not work"
    site.kill()
    assert gone(worker)


UPLOAD = """
from django.contrib.auth.models import User
from archive.actions import imports
from ingest import tasks

editor = User.objects.create_user("eva", "eva@example.org")
batch = imports.begin(name="Monday", by=editor)
imports.add(batch=batch, name="a.txt", pieces=[b"Ministers met in Lima.\\n\\n3 May 2024"])
tasks.start(batch)
"""


def test_a_mail_that_no_server_takes_is_printed_where_the_site_runs(installation: Installation) -> None:
    site, _ = installation.site(PARLEY_MAIL_UPLOADS="1", EMAIL_HOST="")
    at_last = threading.Timer(PATIENCE, site.kill)
    at_last.start()
    try:
        installation.command("shell", "-c", UPLOAD)
        assert site.stdout is not None
        assert "To: eva@example.org\n" in site.stdout, "no mail was printed"
    finally:
        at_last.cancel()
        site.kill()


STARTS_AMONG_FORKS = """
import os, signal, sys, threading
from config import worker_beside

worker_beside.sys.executable = "/bin/true"  # what is started ends at once

def start():
    for _ in range(300):
        worker_beside._worker().wait()

starting, forked = threading.Thread(target=start, daemon=True), []
starting.start()
while starting.is_alive() and len(forked) < 3000:
    starting.join(0.0005)
    if child := os.fork():
        forked.append(child)
    else:
        signal.pause()  # a web server, which lives on
starting.join(20)
for child in forked:
    os.kill(child, signal.SIGKILL)
sys.exit(starting.is_alive())
"""


def test_a_web_server_forked_off_meanwhile_holds_no_start_up() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTS_AMONG_FORKS],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0
