"""A public site starts only with what is safe there, and says what to set."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from config import production
from config.refusal import told_plainly

GOOD_KEY = secrets.token_urlsafe(50)
GOOD = {"debug": False, "secret_key": GOOD_KEY, "database_url": "postgresql://db/parley", "hosts": ["archive.example.org"]}


def test_a_sound_site_has_no_faults() -> None:
    assert production.faults(**GOOD) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param({"debug": True}, "Unset DEBUG", id="debugging"),
        pytest.param({"secret_key": None}, "SECRET_KEY is not set", id="no key"),
        pytest.param({"secret_key": "a" * 60}, "SECRET_KEY is short", id="a key of one letter"),
        pytest.param({"secret_key": "changeme"}, "8 characters; 50 are asked for", id="a short key"),
        pytest.param({"secret_key": "django-insecure-" + GOOD_KEY}, "made for development", id="a key of a project template"),
        pytest.param({"database_url": None}, "Set it to a PostgreSQL server", id="the embedded database"),
        pytest.param({"hosts": ["*"]}, "ALLOWED_HOSTS holds", id="any host"),
    ],
)
def test_each_fault_says_what_to_set(wrong: dict[str, object], told: str) -> None:
    (fault,) = production.faults(**{**GOOD, **wrong})
    assert told in fault


def test_all_faults_are_told_at_once_and_nothing_starts() -> None:
    done = manage("check", ALLOWED_HOSTS="archive.example.org", DEBUG="1")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert [name for name in ("DEBUG is on", "SECRET_KEY is not set", "DATABASE_URL is not set") if name not in done.stderr] == []


def test_a_database_that_is_not_reached_is_told_with_where_to_look() -> None:
    with pytest.raises(SystemExit, match="Look at DATABASE_URL"), told_plainly(), connection.wrap_database_errors:
        psycopg.connect("postgresql://127.0.0.1:1/parley")


@pytest.mark.django_db
def test_tables_that_are_not_there_are_told_with_the_command_that_makes_them() -> None:
    with pytest.raises(SystemExit, match=r"manage\.py migrate"), told_plainly(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM archive_of_the_next_version")


def test_a_trial_in_a_trusted_network_is_possible_on_purpose() -> None:
    done = manage("check", ALLOWED_HOSTS="parley.lan", PARLEY_PRODUCTION="0")
    assert done.returncode == 0, done.stderr
    assert "parley.W004" in done.stderr


def test_the_check_before_deployment_finds_nothing() -> None:
    done = manage(
        *("check", "--deploy", "--fail-level", "WARNING"),
        ALLOWED_HOSTS="archive.example.org",
        SECRET_KEY=GOOD_KEY,
        DATABASE_URL="postgresql://db/parley",
        PARLEY_HTTPS="1",
    )
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def manage(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    ours = {
        name: value
        for name, value in os.environ.items()
        if name not in {"SECRET_KEY", "DATABASE_URL", "DEBUG", "ALLOWED_HOSTS", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    }
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *words]
    return subprocess.run(command, env=ours | environment, capture_output=True, text=True, timeout=120, check=False)
