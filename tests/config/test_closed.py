"""PARLEY_CLOSED: reading needs sign-in."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings


@pytest.mark.django_db
def test_reading_is_public() -> None:
    assert Client().get("/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/meetings/", "/countries/RO/", "/articles/"])
def test_a_closed_archive_asks_for_sign_in(settings: Settings, path: str) -> None:
    settings.PARLEY_CLOSED = True
    answer = Client().get(path)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/?next=")


def test_a_closed_archive_is_open_to_anybody_with_an_account(settings: Settings, analyst: User) -> None:
    settings.PARLEY_CLOSED = True
    client = Client()
    client.force_login(analyst)
    assert client.get("/").status_code == 200


@pytest.mark.django_db
def test_the_page_to_sign_in_stays_open(settings: Settings) -> None:
    settings.PARLEY_CLOSED = True
    assert Client().get("/sign-in/").status_code == 200
