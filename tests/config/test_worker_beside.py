"""The worker beside the site: there when the site is, back when it is killed, gone when the site is."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from config.embedded_postgres.server import Server
from tests.config.test_start import said_until_ready, start

pytestmark = pytest.mark.slow


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    Server(tmp_path / "postgres").stop()


def worker_of(site: psutil.Process, *, but: int = 0) -> psutil.Process:
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        for child in site.children():
            with suppress(psutil.Error):  # one that has just ended is still listed
                if "worker" in child.cmdline() and child.pid != but:
                    return child
        time.sleep(0.1)
    raise AssertionError("there is no worker")


def gone(process: psutil.Process) -> bool:
    _, alive = psutil.wait_procs([process], timeout=30)
    return not alive


def test_a_killed_worker_is_started_anew_and_ends_with_the_site(data: Path) -> None:
    process = start(data)
    try:
        said_until_ready(process)
        site = psutil.Process(process.pid)
        first = worker_of(site)
        first.kill()
        second = worker_of(site, but=first.pid)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
        assert process.returncode == 0
        assert gone(second)
    finally:
        process.kill()


def test_a_worker_does_not_outlive_a_site_that_was_killed(data: Path) -> None:
    process = start(data)
    try:
        said_until_ready(process)
        worker = worker_of(psutil.Process(process.pid))
        time.sleep(3)
        process.kill()
        assert gone(worker)
    finally:
        process.kill()
        process.wait()
