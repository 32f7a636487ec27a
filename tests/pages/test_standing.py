"""While releases are taken in, readers are shown the archive as it was when counts were ready; what a person does shows at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client

from archive import masks, standing
from archive.models import Article
from ingest.files import Source
from ingest.run import run
from tests.conftest import make_article
from tests.pages.test_remembered import alone

RELEASE = "Minister of Defence {name} met the Minister of Defence of Norway, Kari Holm, in Oslo on 3 March 2024 to discuss cooperation.\n"


@pytest.fixture
def grown(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An archive that holds one article, counts as large, and makes no counts in the background."""
    cache.clear()
    monkeypatch.setattr("archive.masks.is_large", lambda than: True)
    make_article("A release", "They met.")
    alone()
    assert masks.make()
    with masks.making:
        yield
    masks._made.clear()
    standing._held.clear()


def take_in(folder: Path, name: str) -> None:
    """A release is taken in as `manage.py ingest` does it."""
    path = folder / f"{name}.txt"
    path.write_text(f"{name} in Oslo\n\n{RELEASE.format(name=name)}", encoding="utf-8")
    assert [loaded.reason for loaded in run([Source(path)], count=1)] == [""]
    alone()


def told(client: Client) -> str:
    """What the list of articles says of their number and of its age."""
    page = client.get("/articles/").content.decode()
    return page[page.index('<h2 id="count">') :]


@pytest.mark.django_db(transaction=True)
def test_what_is_taken_in_shows_when_counts_are_ready_for_it(grown: None, client: Client, tmp_path: Path) -> None:
    before = standing.state()
    take_in(tmp_path, "Amadou Diallo")
    assert standing.now().growing
    assert standing.state() == before
    page = told(client)
    assert "1 article" in page
    assert "Releases are being taken in. This is the archive as it was at" in page
    assert masks.make()
    page = told(client)
    assert "2 articles" in page
    assert "taken in" not in page


@pytest.mark.django_db(transaction=True)
def test_each_page_that_counts_says_when_at_its_foot(grown: None, client: Client, tmp_path: Path) -> None:
    assert "What this page counts" not in client.get("/").content.decode()
    take_in(tmp_path, "Amadou Diallo")
    assert "What this page counts, it counted at" in client.get("/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_what_a_person_does_shows_at_once(grown: None, client: Client, tmp_path: Path) -> None:
    take_in(tmp_path, "Amadou Diallo")
    make_article("Another release", "They met again.")
    alone()
    page = told(client)
    assert "3 articles" in page
    assert "taken in" not in page


@pytest.mark.django_db(transaction=True)
def test_all_shows_when_no_more_is_taken_in(grown: None, client: Client, tmp_path: Path) -> None:
    take_in(tmp_path, "Amadou Diallo")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE archive_change SET at = at - interval '1 hour'")
    assert not standing.now().growing
    page = told(client)
    assert "2 articles" in page
    assert "taken in" not in page


@pytest.mark.django_db(transaction=True)
def test_what_is_too_old_is_not_shown(grown: None, client: Client, tmp_path: Path) -> None:
    standing.hold(standing.now(), seconds=0)
    take_in(tmp_path, "Amadou Diallo")
    assert standing.shown_as_of() is None
    assert "2 articles" in told(client)


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_has_written_sees_what_it_wrote(grown: None) -> None:
    with transaction.atomic():
        standing.take_in()
        Article.objects.update(title="Another title")
        assert standing.state() is None


@pytest.mark.django_db(transaction=True)
def test_taking_in_ends_with_its_transaction(grown: None) -> None:
    before = standing.now().acted
    with transaction.atomic():
        standing.take_in()
        Article.objects.update(title="Taken in")
    alone()
    assert standing.now().acted == before
    Article.objects.update(title="Corrected")
    alone()
    assert standing.now().acted != before
