"""`manage.py start`: a newcomer has the site with the seeds in it; a second start makes nothing anew."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.embedded_postgres import watcher
from config.embedded_postgres.server import Server
from tests.config.test_embedded_postgres import ROOT, environment

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("data")
    yield folder
    Server(folder / "postgres").stop()


@pytest.fixture(scope="module")
def first_start(data: Path) -> tuple[str, str, int]:
    return visit(data)


def visit(data: Path) -> tuple[str, str, int]:
    """What `start` says until it is stopped with Ctrl-C, the home page, and the exit status."""
    process = start(data)
    try:
        said = said_until_ready(process)
        url = re.search(r"http://\S+", said)
        assert url is not None
        with urllib.request.urlopen(url.group(), timeout=30) as answer:  # noqa: S310
            page = answer.read().decode()
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=30)
        assert "Traceback" not in errors
        return said + rest, page, process.returncode
    finally:
        process.kill()


def start(data: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "start", *(arguments or ("--port", "0"))],
        cwd=ROOT,
        env=environment(data) | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said_until_ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if "Parley is at" in line:
            return said
    assert process.stderr is not None
    raise AssertionError(f"it ended before it was ready: {said}{process.stderr.read()}")


def test_the_first_start_ingests_the_seeds_and_serves_them(first_start: tuple[str, str, int]) -> None:
    said, page, _ = first_start
    assert "ingesting seeds/" in said
    assert "Parley" in page


def test_the_first_start_makes_an_administrator(first_start: tuple[str, str, int]) -> None:
    said, _, _ = first_start
    assert re.search(r"admin, one-time password [\w-]{12}\n", said)


def test_ctrl_c_is_a_good_end(first_start: tuple[str, str, int], data: Path) -> None:
    _, _, status = first_start
    assert status == 0
    deadline = time.monotonic() + watcher.LINGER + 20
    while time.monotonic() < deadline and watcher.postmaster(data / "postgres") is not None:
        time.sleep(0.1)
    assert watcher.postmaster(data / "postgres") is None


def test_a_second_start_makes_nothing_anew(first_start: tuple[str, str, int], data: Path) -> None:
    said, _, status = visit(data)
    assert "password" not in said
    assert "ingesting" not in said
    assert status == 0


def test_a_busy_port_is_told_with_a_way_out(data: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        process = start(data, "--port", str(port))
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert f"Port {port}" in errors
    assert "make run PORT=" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize("port", ["http", "70000", "-1"])
def test_what_is_no_port_is_told(data: Path, port: str) -> None:
    process = start(data, f"--port={port}")
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 2
    assert "is no port" in errors


def test_a_server_of_ones_own_gets_no_administrator(tmp_path: Path) -> None:
    here = Server(tmp_path / "postgres", lasting=False)
    here.ensure()
    process = start(tmp_path, "--port", "0", DATABASE_URL=f"postgresql://parley@/parley?host={here.socket_folder}")
    try:
        assert "password" not in said_until_ready(process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
        here.stop()
