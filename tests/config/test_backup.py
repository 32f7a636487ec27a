"""A backup holds everything; restored into an empty server, nothing differs, judgements and original bytes included."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper
from django.db import connection

from config import dumps
from config.embedded_postgres.server import Server
from config.how_far import HowFar
from tests.installations import Databases, Installation, embedded, on

pytestmark = pytest.mark.slow

JUDGE = """
from django.contrib.auth.models import User
from archive.actions import people
from archive.models import Person
admin = User.objects.create_superuser("admin", password="correct horse battery")
people.suppress(person=Person.objects.order_by("pk").first(), by=admin, reason="to be kept")
"""


@pytest.fixture(scope="module")
def installation(databases: Databases) -> Installation:
    """The seeds, an account and a decision."""
    here = on(databases.seeded())
    here.command("shell", "--command", JUDGE)
    return here


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a server in which there is nothing until something is restored."""
    folder = tmp_path_factory.mktemp("elsewhere")
    Server(folder / "postgres").ensure()
    yield folder
    Server(folder / "postgres").stop()


@pytest.fixture(scope="module")
def backup(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("backups") / "parley.dump"
    assert "read back and whole" in installation.command("backup", str(path))
    return path


def test_a_backup_never_overwrites_another(installation: Installation, backup: Path) -> None:
    before = backup.read_bytes()
    done = installation.run("backup", str(backup))
    assert (done.returncode, backup.read_bytes()) == (1, before)
    assert "Choose another name" in done.stderr


@pytest.mark.django_db
def test_each_table_is_told_as_it_is_begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun: list[str] = []
    contents = dumps.write(connection, tmp_path / "parley.dump", begun=begun.append)
    assert sorted(begun) == sorted(contents.tables)
    far = HowFar(OutputWrapper(sys.stdout), "tables", of=len(begun), every=0)
    far.begun(begun[0])
    far.more()
    assert capsys.readouterr().out == f"0 of {len(begun)} tables done: {begun[0]}\n2 of {len(begun)} tables done\n"
    HowFar(OutputWrapper(sys.stdout), "tables").more(9)
    assert capsys.readouterr().out == "", "what takes no time needs no line"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Make it first"):
        call_command("backup", tmp_path / "nowhere" / "parley.dump")


def test_a_file_that_is_not_whole_restores_nothing(backup: Path, databases: Databases, tmp_path: Path) -> None:
    empty, whole, broken = on(databases.empty()), backup.read_bytes(), tmp_path / "broken.dump"
    for content in (b"", whole[:2_000], whole[:-3_000]):
        broken.write_bytes(content)
        done = empty.run("restore", str(broken))
        assert done.returncode == 1
        assert "Nothing was restored" in done.stderr
        assert "Traceback" not in done.stderr
        with empty.connect() as connection:
            assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_restored_into_an_empty_server_nothing_differs(installation: Installation, backup: Path, elsewhere: Path, tmp_path: Path) -> None:
    restored = embedded(elsewhere)
    assert "2 articles" in restored.command("restore", str(backup))
    with installation.connect() as one, Server(elsewhere / "postgres").connect("parley") as other:
        assert fingerprints(other) == fingerprints(one)
        changes = [each.execute("SELECT count(*) FROM archive_change").fetchone() for each in (one, other)]
        assert changes[0] > changes[1] == (0,), "transactions of one server are told on another"
    again = restored.run("restore", str(backup))
    assert again.returncode == 1
    assert "restoring never overwrites" in again.stderr
    assert "read back and whole" in restored.command("backup", str(tmp_path / "again.dump"))


def fingerprints(connection: psycopg.Connection) -> dict[str, tuple[int, str]]:
    """Of each table its number of rows and a digest over all of them, in an order of their own; which transactions wrote is left out."""
    found = {}
    named = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'archive_change' ORDER BY 1"
    tables = connection.execute(named).fetchall()
    for (table,) in tables:
        rows = connection.execute(f'SELECT t::text FROM "{table}" t ORDER BY 1').fetchall()  # noqa: S608  names of our own tables
        found[table] = (len(rows), hashlib.sha256("\n".join(row for (row,) in rows).encode()).hexdigest())
    assert found["archive_original"][0] == 2
    assert found["archive_correction"][0] == found["auth_user"][0] == 1
    return found
