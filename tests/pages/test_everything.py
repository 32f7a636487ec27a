"""One search asks all rooms: words by their stems, names by spellings near them, hits marked, never a fault."""

from __future__ import annotations

import re
from typing import NoReturn
from urllib.parse import quote

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from psycopg.errors import QueryCanceled

from archive.models import Organization
from archive.patience import patient
from archive.prose.marking import FOR_THE_EYE
from tests.conftest import SmallArchive, make_mention


@pytest.fixture
def archive(small_archive: SmallArchive) -> SmallArchive:
    make_mention(small_archive.release, "organization", "Minister of Defence", organization=small_archive.ministry)
    make_mention(small_archive.note, "person", "Ülo Tamm", person=small_archive.tamm)
    return small_archive


def rooms(client: Client, asked: str) -> dict[str, str]:
    """The sections of the answer by their room."""
    html = client.get(f"/search/?{asked}").content.decode()
    sections = dict(re.findall(r'<section class="section" aria-labelledby="(\w+)">(.*?)</section>', html, re.S))
    assert "http://testserver/search/?q=" in sections.pop("cite")
    return sections


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("q=exercise", {"meetings", "articles", "agreements"}, id="a word by its stem"),
        pytest.param("q=tam", {"people"}, id="a slip in a name"),
        pytest.param("q=Tamm", {"people", "meetings", "articles"}, id="a name"),
        pytest.param("q=Ulo+Tamm&exact=yes", {"meetings", "articles"}, id="a name that is not written so, with the switch"),
        pytest.param("q=sea+worth", {"meetings", "articles", "quotes"}, id="what somebody said"),
        pytest.param("q=%22worth+sea%22", set(), id="a phrase the other way round"),
        pytest.param("q=MoD", {"organizations"}, id="an acronym"),
        pytest.param("q=xyzzy", set(), id="nothing"),
    ],
)
def test_the_rooms_that_have_the_words_answer(asked: str, found: set[str], archive: SmallArchive, client: Client) -> None:
    assert set(rooms(client, asked)) == found


def test_two_countries_find_their_meetings(archive: SmallArchive, client: Client) -> None:
    found = rooms(client, "q=Portugal+and+Estonia")
    assert "/meetings/?of=PT&amp;with=EE" in found["meetings"] or "Estonia-Portugal" in found["meetings"]


def test_words_of_an_office_find_who_held_it(archive: SmallArchive, client: Client) -> None:
    assert "Ülo Tamm" in rooms(client, "q=minister+of+defense")["offices"]


def test_all_rooms_are_asked_with_few_questions(archive: SmallArchive, client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert len(rooms(client, "q=minister")) > 1
    assert sum("SAVEPOINT" not in one["sql"] for one in asked) <= 15


@pytest.mark.parametrize(
    ("asked", "room", "marked"),
    [
        pytest.param("cyber", "articles", "<mark>cyber</mark>", id="in an article"),
        pytest.param("cyber", "meetings", "<mark>cyber</mark>", id="in the source of a meeting"),
        pytest.param("exercise", "agreements", "<mark>exercises</mark>", id="in the title of an agreement"),
        pytest.param("worth", "quotes", "<mark>worth</mark>", id="in a quote"),
        pytest.param("Tam", "people", "Ülo <mark>Tamm</mark>", id="in a name that is spelt nearly so"),
        pytest.param("Tokyo", "articles", "A call with <mark>Tokyo</mark>", id="in a headline"),
    ],
)
def test_hits_are_marked(asked: str, room: str, marked: str, archive: SmallArchive, client: Client) -> None:
    assert marked in rooms(client, f"q={asked}")[room].replace(FOR_THE_EYE, "<mark>")


def test_countries_that_are_named_lead_to_their_history(archive: SmallArchive, client: Client) -> None:
    html = client.get("/search/?q=Estonia+and+portugal").content.decode()
    assert 'href="/countries/EE/PT/"' in html
    assert 'href="/countries/PT/"' in html


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        pytest.param("portgual", "Portugal", id="a slip"),
        pytest.param("Portugal", "", id="no slip"),
        pytest.param("exercise", "", id="words that releases have"),
        pytest.param("qqqzzzx", "", id="words that are near to none"),
    ],
)
def test_a_slip_in_the_name_of_a_country_is_asked_about(words: str, meant: str, archive: SmallArchive, client: Client) -> None:
    html = client.get(f"/search/?q={words}").content.decode()
    assert re.findall(r'Did you mean <a href="\?q=(\w+)">', html) == [meant] * bool(meant)


def test_a_room_with_more_leads_to_its_list_by_the_same_words(archive: SmallArchive, client: Client) -> None:
    for number in range(7):
        Organization.objects.create(key=f"{number:010}{16 * 'o'}", name=f"Cyber Command {number}", country_id="EE")
    assert 'href="/organizations/?q=cyber">All 7' in rooms(client, "q=cyber")["organizations"]


def test_what_is_marked_is_escaped(archive: SmallArchive, client: Client) -> None:
    archive.release.title = "<script>alert(1)</script> cyber"
    archive.release.save()
    html = client.get("/search/?q=cyber").content.decode()
    assert "&lt;script&gt;" in html
    assert "<script>alert" not in html


SIGNS = "q=" + quote("& | ! ( ) : * <-> ' \\ %")


@pytest.mark.parametrize("asked", ["", "q=", "q=%00", "q=" + "x" * 10_000, "q=%22open", "q=of+the", "q=-deputy", SIGNS, "q=%ED%A0%80"])
def test_no_words_break_the_page(asked: str, archive: SmallArchive, client: Client) -> None:
    response = client.get(f"/search/?{asked}")
    assert response.status_code == 200
    assert b"<h1" in response.content


def test_words_that_are_too_long_are_told_beside_the_field(archive: SmallArchive, client: Client) -> None:
    assert "longer than 500 characters" in client.get("/search/?q=" + "x" * 501).content.decode()


def test_a_room_that_has_no_time_is_told(archive: SmallArchive, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.records.everything.SECONDS", -1.0)
    html = client.get("/search/?q=cyber").content.decode()
    assert "This is a part of the answer." in html
    assert 'href="/meetings/?q=cyber">meetings' in html


def test_rooms_that_have_no_time_together_are_asked_one_by_one(
    archive: SmallArchive, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> NoReturn:
        raise OperationalError from QueryCanceled()

    whole = rooms(client, "q=tamm")
    monkeypatch.setattr("archive.records.everything.first_ids", cut)
    alone = rooms(client, "q=Tamm")
    assert set(alone) == set(whole)
    assert "Ülo" in alone["people"]


class TestPatience:
    @pytest.fixture(autouse=True)
    def _large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("archive.patience.is_large", lambda: True)

    def test_what_takes_too_long_is_cut_and_the_rest_is_answered(self, db: None) -> None:
        with patient(seconds=5, each=0.05) as patience:
            assert patience.answer(lambda: _asked("SELECT pg_sleep(3)"), otherwise="no time") == "no time"
            assert patience.answer(lambda: _asked("SELECT 7"), otherwise=0) == 7
        assert patience.cut

    def test_the_limit_that_was_in_force_is_in_force_again(self, db: None) -> None:
        before = _asked("SHOW statement_timeout")
        with patient(seconds=5, each=0.5):
            assert _asked("SHOW statement_timeout") == "500ms"
        assert _asked("SHOW statement_timeout") == before


def _asked(sql: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]
