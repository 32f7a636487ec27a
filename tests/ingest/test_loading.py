"""What becomes of a file in the archive: new, unchanged, changed, read anew, the same text, failed; and nothing half-stored."""

from __future__ import annotations

import hashlib

import pytest
from django.db import connection, transaction

from archive.keys import key_of
from archive.models import Article, Extraction, Mention, Original, Person, Publisher
from ingest.engine.types import Record
from ingest.growth import look_at_what_grew
from ingest.loading import Outcome, load, load_all, take_over
from ingest.models import FormerVersion
from tests.ingest.made_up import extracted, official, record
from tests.ingest.snapshot import snapshot

pytestmark = pytest.mark.django_db

PAGE = "https://example.org/news/1"
BODY = "Ana Popa spoke in Tirana today about the sea and what it is worth."


def spoke(body: str = BODY, **release: object) -> Record:
    return record(body=body, people=(official("Ana Popa", "RO", body, position="Minister"),), **release)


def test_a_new_file_is_an_article_with_its_bytes_and_what_was_read() -> None:
    loaded = load(extracted(spoke(publisher="Ministry of Defense", source_url="https://example.org/news/1"), content=b"as it came"))
    article = Article.objects.get()
    assert (loaded.outcome, loaded.article) == (Outcome.NEW, article.pk)
    assert (article.title, article.published, str(article.published_earliest)) == ("Talks in Tirana", "2024-09-12", "2024-09-12")
    assert (article.publisher.name, article.source_url) == ("Ministry of Defense", "https://example.org/news/1")
    assert bytes(article.original.content) == b"as it came"
    assert Extraction.objects.get(in_force=True).record["people"][0]["name"] == "Ana Popa"


def test_the_same_file_again_changes_nothing() -> None:
    load(extracted(spoke()))
    before = (snapshot(), list(Extraction.objects.values_list("pk")))
    assert load(extracted(spoke())).outcome is Outcome.UNCHANGED
    assert (snapshot(), list(Extraction.objects.values_list("pk"))) == before


def test_the_same_bytes_under_another_name_are_told_and_not_stored_twice() -> None:
    load(extracted(spoke(), path="a.txt"))
    loaded = load(extracted(spoke(), path="b.txt"))
    assert (loaded.outcome, loaded.reason) == (Outcome.SAME_TEXT, "the same file as a.txt")
    assert Article.objects.count() == 1


def test_the_same_text_in_other_bytes_is_told_and_not_stored_twice() -> None:
    load(extracted(spoke(), path="a.txt"))
    loaded = load(extracted(spoke(), path="b.html", content=b"<p>in other clothes"))
    assert (loaded.outcome, loaded.reason) == (Outcome.SAME_TEXT, "the same text as a.txt")
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"path": "a.txt"}, {"path": "a.txt"}, id="from the same path"),
        pytest.param(
            {"path": "a.txt", "url": "https://example.org/news/1"},
            {"path": "b.txt", "url": "https://example.org/news/1"},
            id="of the same page",
        ),
    ],
)
def test_other_bytes_are_a_new_version_and_the_former_is_kept(first, second) -> None:
    load(extracted(spoke(source_url=first.get("url")), path=first["path"], content=b"former"))
    key = Article.objects.get().key
    loaded = load(extracted(spoke(f"{BODY} And more.", source_url=second.get("url")), path=second["path"], content=b"new"))
    article = Article.objects.get()
    assert (loaded.outcome, article.key, article.body) == (Outcome.CHANGED, key, f"{BODY} And more.")
    assert (bytes(Original.objects.get().content), bytes(FormerVersion.objects.get().content)) == (b"new", b"former")
    assert [extraction.record["body"] for extraction in Extraction.objects.filter(in_force=False)] == [BODY]


@pytest.mark.parametrize("url", ["https://example.org/", "https://example.org/news/", None, "javascript:alert(1)"])
def test_two_files_of_one_site_are_two_articles(url) -> None:
    load(extracted(spoke(source_url=url), path="a.txt"))
    assert load(extracted(spoke(f"{BODY} And more.", source_url=url), path="b.txt")).outcome is Outcome.NEW


def test_a_new_version_takes_back_what_only_the_former_told() -> None:
    load(extracted(spoke(), path="a.txt"))
    load(extracted(record(body="Nobody spoke, it turned out."), path="a.txt"))
    assert not Person.objects.exists()
    assert not Mention.objects.exists()


def test_bytes_that_come_back_are_a_version_again() -> None:
    for body in (BODY, f"{BODY} And more.", BODY):
        load(extracted(spoke(body), path="a.txt"))
    assert Article.objects.get().body == BODY
    assert FormerVersion.objects.count() == 1


@pytest.mark.parametrize("path", ["a.txt", "c.txt"])
@pytest.mark.parametrize("status", ["draft", "published"])
def test_a_file_whose_release_has_a_newer_version_by_now_is_told_as_its_earlier_one(path: str, status: str) -> None:
    """Uploaded again after an editor had said that "b.txt" is a new version of it: its key was taken, and the database refused it."""
    former = Article.objects.get(pk=load(extracted(spoke(), path="a.txt", content=b"former")).article)
    update = Article.objects.get(pk=load(extracted(spoke(f"{BODY} And more."), path="b.txt"), status="draft").article)
    take_over(former=former, update=update)
    again = load(extracted(spoke(), path=path, content=b"former"), status=status)
    assert (again.outcome, again.reason, again.article) == (Outcome.UNCHANGED, "an earlier version of b.txt", former.pk)
    assert Article.objects.get().body == f"{BODY} And more."


def test_the_file_of_a_published_release_that_had_another_version_since_waits_for_nobody() -> None:
    """The same under the name that it has kept: readers go on seeing what was published last."""
    load(extracted(spoke(), path="a.txt", content=b"former"))
    load(extracted(spoke(f"{BODY} And more."), path="a.txt"))
    again = load(extracted(spoke(), path="a.txt", content=b"former"), status="draft")
    assert (again.outcome, again.reason) == (Outcome.UNCHANGED, "an earlier version of a.txt")


def test_a_newer_engine_that_finds_something_else_replaces_what_was_read() -> None:
    load(extracted(spoke(), content=b"same"))
    loaded = load(extracted(record(body=BODY), content=b"same", engine="test-2"))
    assert loaded.outcome is Outcome.READ_ANEW
    assert [extraction.engine for extraction in Extraction.objects.all()] == ["test-2"]
    assert not Person.objects.exists()


def test_a_newer_engine_that_finds_the_same_is_noted() -> None:
    load(extracted(spoke()))
    before = snapshot()
    assert load(extracted(spoke(), engine="test-2")).outcome is Outcome.UNCHANGED
    assert Extraction.objects.get().engine == "test-2"
    assert snapshot() == before


def test_a_file_without_running_text_fails_and_says_what_to_do() -> None:
    loaded = load(extracted(record(body="")))
    assert loaded.outcome is Outcome.FAILED
    assert "as .txt" in loaded.reason


def test_of_files_loaded_together_one_that_fails_costs_no_other() -> None:
    files = [extracted(spoke(f"{BODY} {n}", publisher="Ministry of Defense"), path=f"{n}.txt") for n in range(3)]
    bad = extracted(spoke(f"{BODY} \x00"), path="bad.txt")
    loaded = load_all([files[0], bad, *files[1:]])
    assert [one.outcome for one in loaded] == [Outcome.NEW, Outcome.FAILED, Outcome.NEW, Outcome.NEW]
    assert Article.objects.filter(publisher__name="Ministry of Defense").count() == 3


def test_of_files_loaded_together_those_that_are_the_same_are_told_as_if_one_came_after_the_other() -> None:
    files = [
        extracted(spoke(), path="a.txt"),
        extracted(spoke(), path="b.txt"),
        extracted(spoke(), path="c.txt", content=b"in other clothes"),
        extracted(spoke(f"{BODY} And more."), path="a.txt"),
        extracted(record(body=""), path="d.txt"),
    ]
    outcomes = [Outcome.NEW, Outcome.SAME_TEXT, Outcome.SAME_TEXT, Outcome.CHANGED, Outcome.FAILED]
    assert [one.outcome for one in load_all(files)] == outcomes


def test_a_text_that_a_new_version_gave_up_is_free_for_another_file_of_the_same_run() -> None:
    load(extracted(spoke(), path="a.txt"))
    changed, other = extracted(spoke(f"{BODY} And more."), path="a.txt"), extracted(spoke(), path="b.txt", content=b"in other clothes")
    assert [one.outcome for one in load_all([changed, other])] == [Outcome.CHANGED, Outcome.NEW]


def test_a_release_without_title_and_date_is_stored() -> None:
    load(extracted(spoke(title=None, published=None)))
    article = Article.objects.get()
    assert (article.title, article.published, article.published_earliest) == ("", "", None)


@pytest.mark.parametrize("published", ["12 September", "2024-99", "2024-09-12T10:00"])
def test_a_date_that_is_none_is_not_stored(published) -> None:
    load(extracted(spoke(published=published)))
    assert Article.objects.get().published in {"", "2024-99"}


def test_what_the_database_cannot_hold_fails_alone_and_leaves_nothing() -> None:
    loaded = load(extracted(spoke(f"{BODY} \x00", publisher="Half-stored")))
    assert (loaded.outcome, "NUL" in loaded.reason) == (Outcome.FAILED, True)
    assert not Article.objects.exists()
    assert not Publisher.objects.exists()
    assert load(extracted(spoke())).outcome is Outcome.NEW


@pytest.mark.parametrize("count", [1, 40])
def test_new_releases_ask_the_database_a_settled_number_of_questions(django_assert_max_num_queries, count: int) -> None:
    load(extracted(spoke(title="Before"), path="before.txt"))
    files = [extracted(spoke(f"{BODY} And more: {number}."), path=f"{number}.txt") for number in range(count)]
    with django_assert_max_num_queries(45):
        load_all(files)
    assert connection.in_atomic_block


@pytest.mark.parametrize(
    ("publisher", "url", "name", "country"),
    [
        pytest.param("Romanian Ministry of National Defence", "", "Romanian Ministry of National Defence", "RO", id="told by its name"),
        pytest.param("Ministry of Defence", "https://www.mod.gov.in/news/7", "Ministry of Defence (India)", "IN", id="told by the address"),
        pytest.param("NATO", "https://www.nato.int/news/7", "NATO", None, id="of many states"),
        pytest.param("Ministry of Defence", "https://example.org/news/7", "Ministry of Defence", None, id="told by nothing"),
    ],
)
def test_a_publisher_is_of_the_country_that_the_release_tells(publisher: str, url: str, name: str, country: str | None) -> None:
    load(extracted(spoke(publisher=publisher, source_url=url)))
    made = Publisher.objects.get()
    assert (made.name, made.country_id) == (name, country)


def test_ministries_of_one_name_and_two_countries_are_two() -> None:
    for host in ("www.mod.gov.in", "www.mod.gov.jm"):
        load(extracted(spoke(f"{BODY} {host}", publisher="Ministry of Defence", source_url=f"https://{host}/news/7"), path=f"{host}.txt"))
    assert set(Publisher.objects.values_list("country", flat=True)) == {"IN", "JM"}


def test_a_publisher_keeps_the_name_that_a_person_gave_it() -> None:
    load(extracted(spoke(publisher="Ministry of Defence", source_url="https://www.mod.gov.in/news/7"), path="a.txt"))
    Publisher.objects.update(name="Ministry of Defence, New Delhi")
    load(extracted(spoke(f"{BODY} More.", publisher="Ministry of Defence", source_url="https://www.mod.gov.in/news/8"), path="b.txt"))
    assert Article.objects.filter(publisher__name="Ministry of Defence, New Delhi").count() == 2


@pytest.mark.django_db(transaction=True)  # what ANALYZE tells the planner outlives a rollback, and would mislead the tests behind it
def test_a_database_that_fills_is_asked_to_look_at_its_tables_as_they_double() -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE archive_article CASCADE")  # else it has the pages, and is known, as the tests before left it
    _add_articles(500)
    with transaction.atomic():
        assert look_at_what_grew() == []
    assert "archive_article" in look_at_what_grew()
    assert _articles_known() == 500
    _add_articles(100)
    assert "archive_article" not in look_at_what_grew()
    _add_articles(1200)
    assert "archive_article" in look_at_what_grew()


def _add_articles(count: int) -> None:
    there = Article.objects.count()
    texts = (f"They met {number} times." for number in range(there, there + count))
    hashes = ((text, hashlib.sha256(text.encode()).hexdigest()) for text in texts)
    Article.objects.bulk_create(Article(key=key_of("article", sha256), sha256=sha256, body=text) for text, sha256 in hashes)


def _articles_known() -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'archive_article'")
        return float(cursor.fetchone()[0])
