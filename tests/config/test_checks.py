"""`manage.py check` tells what is wrong with the set-up: each fault beside the set-up that is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.checks import CheckMessage
from pytest_django.fixtures import Settings

from config import checks


def ids(found: list[CheckMessage]) -> list[str]:
    assert all(message.hint for message in found)
    return [str(message.id) for message in found]


@pytest.mark.parametrize(
    ("check", "wrong", "right", "told"),
    [
        pytest.param(
            checks.the_secret_key_lasts,
            {"SECRET_KEY": "for-this-process-only-x"},
            {"SECRET_KEY": "kept"},
            "parley.W001",
            id="a key that ends with the process",
        ),
        pytest.param(
            checks.all_machines_share_one_secret_key,
            {"DATABASE_URL": "postgresql://db/parley"},
            {"DATABASE_URL": None},
            "parley.W002",
            id="a key of one machine for a shared database",
        ),
        pytest.param(
            checks.debugging_stays_at_home,
            {"DEBUG": True, "ALLOWED_HOSTS": ["archive.example.org"]},
            {"DEBUG": True, "ALLOWED_HOSTS": ["localhost"]},
            "parley.W003",
            id="debugging in public",
        ),
        pytest.param(
            checks.passwords_travel_encrypted,
            {"PARLEY_HTTPS": False, "ALLOWED_HOSTS": ["archive.example.org"]},
            {"PARLEY_HTTPS": True, "ALLOWED_HOSTS": ["archive.example.org"]},
            "parley.W004",
            id="passwords in the open",
        ),
    ],
)
def test_a_fault_is_told_with_what_to_do(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    check: Callable[..., list[CheckMessage]],
    wrong: dict[str, object],
    right: dict[str, object],
    told: str,
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    for name, value in wrong.items():
        setattr(settings, name, value)
    assert ids(check(None)) == [told]
    for name, value in right.items():
        setattr(settings, name, value)
    assert ids(check(None)) == []


@pytest.mark.django_db
def test_a_server_without_the_extensions_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ids(checks.the_server_brings_what_search_needs(None, databases=["default"])) == []
    monkeypatch.setattr(checks, "EXTENSIONS", ("pg_trgm", "an_extension_that_nobody_made"))
    assert ids(checks.the_server_brings_what_search_needs(None, databases=["default"])) == ["parley.E001"]
