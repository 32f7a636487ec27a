"""A question that takes too long is broken off and told; what writes is never given up half-way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from psycopg.errors import QueryCanceled
from pytest_django.fixtures import Settings

from config import time_limit

SLEEP = "SELECT pg_sleep(0.5)"


@pytest.fixture
def limited(settings: Settings, transactional_db: None) -> Callable[[HttpRequest], Any]:
    """The layer around a view that asks a question of half a second, with a limit of a tenth of one."""
    settings.PARLEY_QUERY_SECONDS = 0.1
    connection.close()
    layer = time_limit.TimeLimitMiddleware(lambda request: HttpResponse(_asked()))

    def answered(request: HttpRequest) -> Any:
        try:
            return layer(request)
        except OperationalError as error:
            return layer.process_exception(request, error)

    yield answered
    connection.close()
    time_limit.connection_created.disconnect(dispatch_uid="parley.time_limit")


def _asked() -> str:
    with connection.cursor() as cursor:
        cursor.execute(SLEEP)
    return "done"


def test_a_question_that_takes_too_long_is_told(limited: Callable[[HttpRequest], Any]) -> None:
    request = RequestFactory().get("/meetings/")
    request.user = User()
    answer = limited(request)
    assert answer.status_code == 503
    assert "too broad" in answer.content.decode()
    assert answer.headers["Retry-After"]


def test_what_is_too_broad_can_be_asked_again(limited: Callable[[HttpRequest], Any]) -> None:
    request = RequestFactory().get("/meetings/?of=RO&q=a")
    request.user = User()
    assert 'href="/meetings/?of=RO&amp;q=a"' in limited(request).content.decode()


def test_a_cursor_that_could_not_be_closed_in_time_is_broken_off_too() -> None:
    assert time_limit.is_broken_off(QueryCanceled("canceling statement due to statement timeout"))


def test_the_api_tells_it_as_a_problem(limited: Callable[[HttpRequest], Any]) -> None:
    answer = limited(RequestFactory().get("/api/v1/meetings/"))
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_what_writes_takes_its_time_and_the_limit_comes_back(limited: Callable[[HttpRequest], Any]) -> None:
    connection.ensure_connection()
    assert limited(RequestFactory().post("/correct/")).content == b"done"
    assert limited(RequestFactory().get("/api/v1/meetings/")).status_code == 503


def test_other_faults_of_the_database_are_not_called_broad() -> None:
    assert not time_limit.is_broken_off(OperationalError("the server is gone"))
    told = OperationalError("canceling statement due to statement timeout")
    told.__cause__ = QueryCanceled()
    assert time_limit.is_broken_off(told)


@pytest.mark.django_db
def test_a_list_within_its_limit_is_answered() -> None:
    assert Client().get("/meetings/").status_code == 200
