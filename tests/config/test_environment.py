"""Settings from the environment: what is set is checked, and a fault names its variable."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment


@pytest.mark.parametrize(("told", "meant"), [("1", True), ("yes", True), (" ON ", True), ("0", False), ("no", False), ("", False)])
def test_a_flag_is_yes_or_no(monkeypatch: pytest.MonkeyPatch, told: str, meant: bool) -> None:
    monkeypatch.setenv("PARLEY_CLOSED", told)
    assert environment.flag("PARLEY_CLOSED") is meant


def test_a_flag_that_is_neither_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_CLOSED", "perhaps")
    with pytest.raises(ImproperlyConfigured, match=r"PARLEY_CLOSED='perhaps'.*Set it to 1 or 0"):
        environment.flag("PARLEY_CLOSED")


def test_words_stand_between_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", " a.example.org, b.example.org ,")
    assert environment.words("ALLOWED_HOSTS") == ["a.example.org", "b.example.org"]


def test_a_database_url_names_everything() -> None:
    found = environment.database("postgresql://analyst:p%40ss@db.example.org:5433/archive?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("analyst", "p@ss", "db.example.org", 5433)
    assert (found["NAME"], found["OPTIONS"]) == ("archive", {"sslmode": "require"})


def test_a_database_url_may_name_the_folder_of_a_socket() -> None:
    found = environment.database("postgres:///archive?host=/run/postgresql")
    assert (found["HOST"], found["NAME"], found["OPTIONS"]) == ("/run/postgresql", "archive", {})


@pytest.mark.parametrize(
    ("url", "told"),
    [
        pytest.param("sqlite:///archive.db", "PostgreSQL only", id="another kind of database"),
        pytest.param("postgresql://db.example.org", "names no database", id="no name of a database"),
        pytest.param("postgresql://db.example.org:port/archive", "cannot be read", id="a port that is no number"),
        pytest.param("archive", "PostgreSQL only", id="no address at all"),
    ],
)
def test_a_wrong_database_url_is_told_with_its_form(url: str, told: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"{told}.*postgresql://USER:PASSWORD@HOST:PORT/NAME"):
        environment.database(url)


def test_a_faulty_database_url_does_not_give_its_password_away() -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        environment.database("mysql://analyst:secret@db/archive")
    assert "secret" not in str(caught.value)


def test_a_key_is_made_once_and_kept_for_its_owner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    first = environment.secret_key(tmp_path / "data")
    assert environment.secret_key(tmp_path / "data") == first
    assert len(first) > 50
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_key_that_is_set_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "mine")
    assert environment.secret_key(tmp_path) == "mine"
    assert not list(tmp_path.iterdir())


def test_where_no_key_can_be_kept_one_lasts_for_the_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "file").touch()
    assert environment.secret_key(tmp_path / "file" / "data").startswith(environment.EPHEMERAL)


def test_an_empty_key_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "secret_key").touch()
    with pytest.raises(ImproperlyConfigured, match="Delete the file"):
        environment.secret_key(tmp_path)
