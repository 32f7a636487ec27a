"""What operators are told is so: every variable has its line, and the units start what there is."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from contextlib import ExitStack
from urllib.request import urlopen

import psutil
import pytest
from django.conf import settings
from django.core.management import get_commands

from ingest.documentation import environment
from tests.installations import Databases, on, until

UNITS = sorted((settings.BASE_DIR / "docs" / "systemd").iterdir())
NAMED = re.compile(r'environ(?:\.get\(|\[)"([A-Z_]+)"|environment\.(?:flag|number|words|one_of)\(\s*"([A-Z_]+)"')
NOT_OURS = {"PATH"}


def test_every_variable_that_the_code_asks_for_is_in_the_table() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for room in ("config", "archive", "ingest") for path in (settings.BASE_DIR / room).rglob("*.py")
    )
    asked = {one or other for one, other in NAMED.findall(code)} - NOT_OURS
    told = set(re.findall(r"[A-Z_]{4,}", environment()))
    assert asked - told == set(), "Add these to the table at the head of config/settings.py, then run: python manage.py document"


@pytest.mark.parametrize("unit", [pytest.param(path, id=path.name) for path in UNITS])
def test_a_unit_starts_a_command_that_there_is(unit) -> None:  # type: ignore[no-untyped-def]
    text = unit.read_text(encoding="utf-8")
    for command in re.findall(r"manage\.py ([\w-]+)", text):
        assert command in get_commands()
    if unit.suffix == ".timer":
        assert unit.with_suffix(".service") in UNITS
    elif unit.suffix == ".socket":
        assert "Service=parley-web@current.service" in text
    else:
        assert "User=parley" in text


@pytest.mark.parametrize("unit", [pytest.param(path, id=path.name) for path in UNITS if path.suffix == ".service"])
def test_a_unit_that_writes_below_var_lib_has_its_folder_made(unit) -> None:  # type: ignore[no-untyped-def]
    """systemd starts no unit whose ReadWritePaths are not there, and nobody else makes these folders."""
    text = unit.read_text(encoding="utf-8")
    made = {f"/var/lib/{folder}" for folder in re.findall(r"^StateDirectory=(.+)$", text, re.M)}
    assert set(re.findall(r"/var/lib/[\w/]*\w(?=/| )", text)) <= made
    assert "ReadWritePaths" not in text


@pytest.mark.parametrize("unit", [pytest.param(path, id=path.name) for path in UNITS if path.suffix == ".service"])
def test_a_unit_is_of_the_version_that_is_served_and_has_no_rights_of_the_machine(unit) -> None:  # type: ignore[no-untyped-def]
    text = unit.read_text(encoding="utf-8")
    assert set(re.findall(r"/srv/parley/([\w%]+)", text)) <= {"current", "%i"}
    assert {"NoNewPrivileges=true", "ProtectSystem=strict", "CapabilityBoundingSet="} <= set(text.splitlines())


def test_the_guide_names_every_unit() -> None:
    guide = (settings.BASE_DIR / "docs" / "operating.md").read_text(encoding="utf-8")
    assert [path.name for path in UNITS if path.name not in guide] == []


# What systemd does for a service with a socket: it is number 3, and the environment says for whom.
SOCKET_ACTIVATED = 'exec 3<&"$0"; LISTEN_PID=$$ exec "$@"'


@pytest.mark.slow
def test_two_versions_serve_at_one_address_and_nobody_is_refused_while_one_takes_over(databases: Databases) -> None:
    """The socket of `parley-web.socket`, with two gunicorns on it in turn, as in an upgrade."""
    environment = on(databases.seeded()).environment | {"LISTEN_FDS": "1", "PARLEY_WEB_WORKERS": "1", "PARLEY_BIND": "127.0.0.1:1"}
    with ExitStack() as ending, socket.create_server(("127.0.0.1", 0)) as door:
        address = f"http://127.0.0.1:{door.getsockname()[1]}/healthz"
        os.set_inheritable(door.fileno(), True)

        def version() -> subprocess.Popen[bytes]:
            gunicorn = [sys.executable, "-m", "gunicorn", "-c", "python:config.gunicorn", "config.wsgi"]
            started = subprocess.Popen(
                ["/bin/bash", "-c", SOCKET_ACTIVATED, str(door.fileno()), *gunicorn],
                cwd=settings.BASE_DIR,
                env=environment,
                pass_fds=[door.fileno()],
            )
            ending.callback(started.kill)
            return started

        old = version()
        assert asked(address) == 200
        new = version()
        children_of(new)
        old.terminate()
        statuses = [asked(address)]
        while old.poll() is None:
            statuses.append(asked(address))
        assert old.returncode == 0
        assert {*statuses, asked(address)} == {200}


def asked(address: str) -> int:
    with urlopen(address, timeout=60) as answer:  # noqa: S310  our own
        return int(answer.status)


def children_of(process: subprocess.Popen[bytes]) -> None:
    """Waits until it has forked its web server."""
    assert until(lambda: psutil.Process(process.pid).children())
