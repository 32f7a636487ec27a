"""Figures are counted once for each state of the archive, and a state is another one as soon as something that readers see was written."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from archive import masks
from archive.large import is_large
from archive.models import Article, Meeting
from archive.remembered import lately, remembered
from archive.standing import OneStateMiddleware, state
from tests.conftest import make_article
from tests.installations import PATIENCE


def alone() -> None:
    """Goes on once no transaction is open that began before the last write: those of other tests on the same server count, too."""
    waiting = "SELECT coalesce(max(xact), 0) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint FROM archive_change"
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        with connection.cursor() as cursor:
            cursor.execute(waiting)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    raise AssertionError("another transaction is still open")


def test_it_changes_when_something_was_written_and_not_by_other_writes(transactional_db: None) -> None:
    cache.clear()
    alone()
    before = state()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE elsewhere AS SELECT 1")
    assert state() == before
    make_article("A release", "They met.")
    assert state() != before


def test_figures_are_kept_while_others_sign_in(transactional_db: None, django_user_model: Any) -> None:
    cache.clear()
    alone()
    counted: list[int] = []
    for name in ("one", "two"):
        remembered("a question", lambda: counted.append(1) or len(counted))  # type: ignore[func-returns-value]
        django_user_model.objects.create_user(name)
    assert counted == [1]
    assert remembered("another question", lambda: "another answer") == "another answer"


def test_a_transaction_that_has_written_has_none(transactional_db: None) -> None:
    with transaction.atomic():
        make_article("A release", "They met.")
        assert state() is None


def test_in_a_large_archive_nobody_waits_for_figures_that_were_counted_before(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.clear()
    monkeypatch.setattr("archive.remembered.is_large", lambda: True)
    counted = threading.Event()

    def count() -> int:
        number = Article.objects.count()
        if number:
            counted.set()
        return number

    assert lately("articles", count)[0] == 0
    make_article("A release", "They met.")
    assert lately("articles", count, hold=True)[0] == 0
    assert not counted.wait(0.2), "they were counted anew though it would soon be quicker"
    figures, when = lately("articles", count)
    assert figures == 0
    assert when is not None
    assert counted.wait(10)
    for _ in range(50):
        if lately("articles", count)[0] == 1:
            return
        time.sleep(0.1)
    pytest.fail("The figures were not counted anew.")


def test_a_page_that_only_reads_asks_once_for_the_state(django_assert_num_queries, db: None) -> None:  # type: ignore[no-untyped-def]
    asked: list[str | None] = []

    def page(request: HttpRequest) -> HttpResponse:
        asked.extend([state(), state()])
        return HttpResponse()

    for _ in range(2):
        with django_assert_num_queries(1):
            OneStateMiddleware(page)(RequestFactory().get("/"))
    with django_assert_num_queries(2):
        OneStateMiddleware(page)(RequestFactory().post("/"))
    assert len(asked) == 6


def test_a_small_archive_is_counted_by_the_database(transactional_db: None) -> None:
    Meeting.objects.create(key="m" * 26, kind="meeting")
    assert masks.ready("meetings") is None
    assert not is_large()
