"""`manage.py start`: a newcomer has the site with the seeds in it; a second start makes nothing anew."""

from __future__ import annotations

import re
import signal
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError

from config.embedded_postgres import watcher
from config.embedded_postgres.server import Server
from config.management.commands.start import Command
from tests.installations import PATIENCE, Databases, Installation, address_in, embedded, on, until

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("data")
    yield folder
    Server(folder / "postgres").stop()


@pytest.fixture(scope="module")
def first_start(data: Path) -> tuple[str, str, int]:
    return visit(embedded(data))


def visit(installation: Installation) -> tuple[str, str, int]:
    """What `start` says until it is stopped with Ctrl-C, the home page, and the exit status."""
    process, said = installation.site()
    try:
        with urllib.request.urlopen(address_in(said), timeout=PATIENCE) as answer:  # noqa: S310
            page = answer.read().decode()
        with urllib.request.urlopen(f"{address_in(said)}metrics", timeout=PATIENCE) as answer:  # noqa: S310
            assert 'parley_requests_total{method="GET",status="200",view="home"} 1.0' in answer.read().decode()
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=PATIENCE)
        assert "Traceback" not in errors
        return said + rest, page, process.returncode
    finally:
        process.kill()


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
    assert until(lambda: watcher.postmaster(data / "postgres") is None), "the database runs on"


def test_a_second_start_makes_nothing_anew(first_start: tuple[str, str, int], data: Path) -> None:
    said, _, status = visit(embedded(data))
    assert "password" not in said
    assert "ingesting" not in said
    assert status == 0


def test_a_busy_port_is_told_with_a_way_out(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = embedded(tmp_path).run("start", "--port", str(port))
    assert done.returncode == 1
    assert f"Port {port}" in done.stderr
    assert "make run PORT=" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "postgres").exists()


def test_what_is_no_port_ends_it(tmp_path: Path) -> None:
    done = embedded(tmp_path).run("start", "--port=http")
    assert done.returncode == 2
    assert "is no port" in done.stderr


@pytest.mark.parametrize("port", ["70000", "-1", "", "٣"])
def test_what_is_no_port_is_told(port: str) -> None:
    with pytest.raises(CommandError, match="is no port"):
        Command(no_color=True).create_parser("manage.py", "start").parse_args([f"--port={port}"])


def test_a_server_of_ones_own_gets_no_administrator(databases: Databases) -> None:
    process, said = on(databases.seeded()).site()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    assert "password" not in said
