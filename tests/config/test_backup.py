"""A backup holds everything; restored into an empty server, nothing differs, judgements and original bytes included."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from config.embedded_postgres.server import Server
from tests.config.test_embedded_postgres import ROOT, environment

pytestmark = pytest.mark.slow

JUDGE = """
from django.contrib.auth.models import User
from archive.actions import people
from archive.models import Person
admin = User.objects.create_superuser("admin", password="correct horse battery")
people.suppress(person=Person.objects.order_by("pk").first(), by=admin, reason="to be kept")
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("archive")
    assert manage(folder, "migrate", "--verbosity", "0").returncode == 0
    assert manage(folder, "ingest", "seeds").returncode == 0
    assert manage(folder, "shell", "--command", JUDGE).returncode == 0
    yield folder
    Server(folder / "postgres").stop()


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A server in which there is nothing until something is restored."""
    folder = tmp_path_factory.mktemp("elsewhere")
    yield folder
    Server(folder / "postgres").stop()


@pytest.fixture(scope="module")
def backup(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("backups") / "parley.dump"
    done = manage(data, "backup", str(path))
    assert done.returncode == 0, done.stderr
    assert "read back and whole" in done.stdout
    return path


def test_a_backup_never_overwrites_another(data: Path, backup: Path) -> None:
    before = backup.read_bytes()
    done = manage(data, "backup", str(backup))
    assert (done.returncode, backup.read_bytes()) == (1, before)
    assert "Choose another name" in done.stderr


def test_a_folder_that_is_not_there_is_told(data: Path, tmp_path: Path) -> None:
    done = manage(data, "backup", str(tmp_path / "nowhere" / "parley.dump"))
    assert done.returncode == 1
    assert "Make it first" in done.stderr


def test_a_file_that_is_not_whole_restores_nothing(backup: Path, elsewhere: Path, tmp_path: Path) -> None:
    whole, broken = backup.read_bytes(), tmp_path / "broken.dump"
    for content in (b"", whole[:2_000], whole[:-3_000]):
        broken.write_bytes(content)
        done = manage(elsewhere, "restore", str(broken))
        assert done.returncode == 1
        assert "Nothing was restored" in done.stderr
        assert "Traceback" not in done.stderr
        with opened(elsewhere) as connection:
            assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_restored_into_an_empty_server_nothing_differs(data: Path, backup: Path, elsewhere: Path) -> None:
    done = manage(elsewhere, "restore", str(backup))
    assert done.returncode == 0, done.stderr
    assert "2 articles" in done.stdout
    assert fingerprints(elsewhere) == fingerprints(data)
    again = manage(elsewhere, "restore", str(backup))
    assert again.returncode == 1
    assert "restoring never overwrites" in again.stderr


def fingerprints(data: Path) -> dict[str, tuple[int, str]]:
    """Of each table its number of rows and a digest over all of them, in an order of their own."""
    found = {}
    with opened(data) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").fetchall()
        for (table,) in tables:
            rows = connection.execute(f'SELECT t::text FROM "{table}" t ORDER BY 1').fetchall()  # noqa: S608  names of our own tables
            found[table] = (len(rows), hashlib.sha256("\n".join(row for (row,) in rows).encode()).hexdigest())
    assert found["archive_original"][0] == 2
    assert found["archive_correction"][0] == found["auth_user"][0] == 1
    return found


def opened(data: Path) -> psycopg.Connection:
    server = Server(data / "postgres")
    server.ensure()
    return server.connect("parley")


def manage(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *words], cwd=ROOT, env=environment(data), capture_output=True, text=True, timeout=300, check=False
    )
