"""A release that is not published tells readers nothing: in no table, page, list, count or search."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.actions import articles
from archive.models import Article, Meeting
from ingest import projection
from ingest.loading import load
from tests.ingest.made_up import any_record, extracted
from tests.ingest.snapshot import snapshot

pytestmark = pytest.mark.django_db

SECRET = (
    "Talks nobody has heard of\n\nTALLINN, Oct. 3, 2023 – Minister of Defense of Estonia Ülo Tamm met his Portuguese counterpart João da "
    "Costa in Tallinn on Oct. 3.\n\n“We know what the sea is worth,” Tamm said.\n"
)
ADDRESSES = [
    "/", "/meetings/", "/meetings/?of=EE", "/articles/", "/articles/?q=heard", "/people/", "/people/?q=Costa", "/organizations/",
    "/agreements/", "/countries/", "/countries/EE/", "/countries/EE/PT/",
]  # fmt: skip


def rows() -> dict[str, object]:
    """Everything that readers' pages are made of, without the articles themselves."""
    return {name: rows for name, rows in snapshot().items() if name != "articles"}


def put(seed: int, *, status: str) -> Article:
    loaded = load(extracted(any_record(seed), path=f"{seed}.txt"), status=status)
    return Article.objects.get(pk=loaded.article)


def test_a_draft_changes_nothing_that_readers_see() -> None:
    for seed in range(8):
        put(seed, status="published")
    before = rows()
    for seed in range(100, 108):
        put(seed, status="draft")
    assert rows() == before
    projection.rebuild()
    assert rows() == before


@pytest.mark.parametrize("seed", range(4))
def test_a_draft_that_is_published_is_as_if_it_had_been_all_along(seed: int, editor: User) -> None:
    numbers = range(seed * 10, seed * 10 + 8)
    drafts = [put(number, status="draft" if number % 2 else "published") for number in numbers]
    assert articles.publish(articles=drafts, by=editor) == 4
    published = rows()

    Article.objects.all().delete()
    projection.rebuild()
    for number in numbers:
        put(number, status="published")
    assert rows() == published


def test_what_is_withdrawn_leaves_nothing_behind(editor: User) -> None:
    kept = [put(seed, status="published") for seed in range(4)]
    before = rows()
    gone = [put(seed, status="published") for seed in range(50, 54)]
    assert articles.withdraw(articles=gone, by=editor, reason="sent by mistake") == 4
    assert rows() == before
    assert articles.withdraw(articles=gone, by=editor) == 0
    assert {article.status for article in Article.objects.filter(pk__in=[one.pk for one in kept])} == {"published"}


@pytest.fixture
def secret(tmp_path) -> Article:
    from ingest.extraction import extract

    path = tmp_path / "secret.txt"
    path.write_text(SECRET, encoding="utf-8")
    return Article.objects.get(pk=load(extract(path), status="draft").article)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_shows_a_draft(secret: Article, client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    for word in ("Tamm", "nobody has heard", "the sea is worth"):
        assert word not in page


def test_the_pages_of_a_draft_are_not_there(secret: Article, client: Client, editor: User) -> None:
    assert client.get(f"/articles/{secret.public_id}/").status_code == 404
    articles.publish(articles=[secret], by=editor)
    assert client.get(f"/articles/{secret.public_id}/").status_code == 200
    assert client.get(f"/meetings/{Meeting.objects.get().public_id}/").status_code == 200
    assert "Tamm" in client.get("/countries/EE/").content.decode()
    articles.withdraw(articles=[secret], by=editor)
    assert client.get(f"/articles/{secret.public_id}/").status_code == 404
    assert "Tamm" not in client.get("/countries/EE/").content.decode()
