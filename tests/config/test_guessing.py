"""Guessing passwords is slowed down, for the account and address at which it happens and no other."""

from __future__ import annotations

import datetime

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from config import clients

RIGHT = "correct horse battery"


@pytest.fixture
def guessed(settings: Settings, analyst: User) -> None:
    settings.AXES_FAILURE_LIMIT = 3
    for guess in ("one", "two", "three"):
        sign_in(guess)


def sign_in(password: str, *, name: str = "analyst", address: str = "192.0.2.7", page: str = "/sign-in/") -> int:
    return Client(REMOTE_ADDR=address).post(page, {"username": name, "password": password}).status_code


@pytest.mark.usefixtures("guessed")
@pytest.mark.parametrize("page", ["/sign-in/", "/admin/login/"])
def test_after_many_wrong_passwords_the_right_one_is_not_heard(page: str) -> None:
    assert sign_in(RIGHT, page=page) == 429


@pytest.mark.usefixtures("guessed")
def test_the_page_says_how_long_and_what_to_do() -> None:
    answer = Client(REMOTE_ADDR="192.0.2.7").post("/sign-in/", {"username": "analyst", "password": RIGHT})
    assert "rests for a quarter of an hour" in answer.content.decode()


@pytest.mark.usefixtures("guessed")
def test_the_owner_signs_in_from_elsewhere(editor: User) -> None:
    assert sign_in(RIGHT, address="192.0.2.8") == 302
    assert sign_in(RIGHT, name="editor") == 302


@pytest.mark.usefixtures("guessed")
def test_the_rest_ends() -> None:
    AccessAttempt.objects.update(attempt_time=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    assert sign_in(RIGHT) == 302


@pytest.mark.parametrize(
    ("proxies", "told", "meant"),
    [
        pytest.param(0, "203.0.113.9", "192.0.2.1", id="without a proxy the header is a claim of the client"),
        pytest.param(1, "10.0.0.1, 203.0.113.9", "203.0.113.9", id="one proxy: what it saw, not what it was told"),
        pytest.param(2, "10.0.0.1, 203.0.113.9, 198.51.100.2", "203.0.113.9", id="two proxies: what the outer one saw"),
        pytest.param(1, "", "192.0.2.1", id="a proxy that tells nothing"),
    ],
)
def test_the_address_is_what_our_proxies_saw(settings: Settings, proxies: int, told: str, meant: str) -> None:
    settings.PARLEY_PROXIES = proxies
    request: HttpRequest = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=told)
    assert clients.address(request) == meant
