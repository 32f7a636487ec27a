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


def test_somebody_without_a_role_signs_in_and_comes_back(settings: Settings, analyst: User) -> None:
    settings.PARLEY_CLOSED = True
    client = Client()
    told = {"username": "analyst", "password": "correct horse battery", "next": "/meetings/?country=RO"}
    assert client.post("/sign-in/", told).headers["Location"] == "/meetings/?country=RO"
    assert client.get("/meetings/").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(analyst: User, elsewhere: str) -> None:
    told = {"username": "analyst", "password": "correct horse battery", "next": elsewhere}
    assert Client().post("/sign-in/", told).headers["Location"] == "/"


def test_a_wrong_password_is_told(analyst: User) -> None:
    answer = Client().post("/sign-in/", {"username": "analyst", "password": "wrong"})
    assert answer.status_code == 200
    assert "do not go together" in answer.content.decode()


def test_whoever_signs_out_is_asked_again(settings: Settings, analyst: User) -> None:
    settings.PARLEY_CLOSED = True
    client = Client()
    client.force_login(analyst)
    client.post("/sign-out/")
    assert client.get("/meetings/").status_code == 302
