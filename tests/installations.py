"""Parley as operators have it: commands in processes of their own, on a database that was made for one test.

To migrate an empty database takes longer than most tests, so that databases are copies: of the template that the tests' own are copied
from, or of one that the seeds were ingested into, which whoever needs it first makes for the whole run.
"""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from config.embedded_postgres import locks

ROOT = settings.BASE_DIR
PATIENCE = 300.0  # seconds that anything may take on a machine that does other things too
os.environ.setdefault("PARLEY_NICE", "0")  # the other tests are no readers of a site, who would go first


@dataclass(frozen=True)
class Installation:
    """What runs is told by the environment alone: an address of a database, or a folder for the embedded server."""

    environment: dict[str, str]

    def start(self, *words: str, **variables: str) -> subprocess.Popen[str]:
        """The command as a process that runs, with pipes for all that it says and is told."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=self.environment | variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def site(self, *words: str, **variables: str) -> tuple[subprocess.Popen[str], str]:
        """A site on a free port, once it answers, and what it has said until then."""
        process = self.start("start", "--port", "0", *words, **variables)
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            if "Parley is at" in line:
                return process, said
        _, errors = process.communicate(timeout=PATIENCE)
        raise AssertionError(f"it ended before it was ready: {said}{errors}")

    def run(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """The command when it has ended, well or not."""
        process = self.start(*words, **variables)
        try:
            out, err = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def command(self, *words: str) -> str:
        """What a command that ends well has said."""
        done = self.run(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def connect(self) -> psycopg.Connection:
        return psycopg.connect(self.environment["DATABASE_URL"], autocommit=True)


def embedded(data: Path) -> Installation:
    """One that keeps its data in the folder, with a server of its own, whatever the environment of the tests says."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return Installation(kept | {"PARLEY_DATA": str(data), "DJANGO_SETTINGS_MODULE": "config.settings"})


def address_in(said: str) -> str:
    """Where a site is, by what it has said."""
    found = re.search(r"http://\S+/", said)
    assert found is not None, said
    return found.group()


def on(url: str) -> Installation:
    """One whose database is at this address."""
    return Installation({**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings"})


_numbers = itertools.count()


@dataclass
class Databases:
    """Makes databases on the tests' own server. `shared` is a folder that all processes of a test run have in common."""

    shared: Path
    made: list[str] = field(default_factory=list)

    def empty(self) -> str:
        """The address of a database in which there is nothing."""
        return address(self._make())

    def migrated(self) -> str:
        """The address of one that has all tables, and in them what the migrations put there."""
        if hasattr(connection.creation, "template"):
            return address(self._make(connection.creation.template))
        url = self.empty()
        on(url).command("migrate", "--verbosity", "0")
        return url

    def seeded(self) -> str:
        """The address of one into which the seeds have been ingested."""
        told = self.shared / "seeded"
        with locks.held(self.shared / "seeded.lock", timeout=2 * PATIENCE):
            if not told.exists():
                url = self.migrated()
                on(url).command("ingest", "seeds")
                told.write_text(self.made.pop())  # others copy it until the run ends; the next run drops it
        return address(self._make(told.read_text()))

    def drop(self) -> None:
        """All that were made here are gone, whoever uses them."""
        with _server() as server:
            while self.made:
                server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(self.made.pop())))

    def _make(self, template: str = "template0") -> str:
        name = f"test_made{next(_numbers)}_{os.getpid()}"  # of a form that the next run drops, should this one be killed
        with _server() as server:
            server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
        self.made.append(name)
        return name


def address(database: str) -> str:
    """The DATABASE_URL of a database of the tests' own server."""
    told = {name: quote(str(connection.settings_dict[name]), safe="") for name in ("USER", "PASSWORD", "HOST", "PORT")}
    return f"postgresql://{told['USER']}:{told['PASSWORD']}@:{told['PORT']}/{database}?host={told['HOST']}"


def _server() -> psycopg.Connection:
    return psycopg.connect(address("postgres"), autocommit=True)


def until(there: Callable[[], object], *, seconds: float = PATIENCE, every: float = 0.05) -> bool:
    """Whether it is so, at the latest after that time."""
    deadline = time.monotonic() + seconds
    while not there():
        if time.monotonic() > deadline:
            return False
        time.sleep(every)
    return True
