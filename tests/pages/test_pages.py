"""Every page answers, says what it must, and asks the database a bounded number of questions."""

from __future__ import annotations

import gzip
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import FormerKey
from tests.conftest import SmallArchive

MOST_QUERIES = 15


PAGES = {
    "home": "/",
    "meetings": "/meetings/",
    "meetings asked everything": "/meetings/?of=EE&with=PT&kind=meeting&level=2&state=held&since=2023&until=2024&person=Tamm&q=cyber",
    "meetings of groups": "/meetings/?of=NATO&with=EU&office=minister&lead=first",
    "matrix": "/meetings/matrix/?of=EE&since=2023",
    "ties of countries": "/meetings/network/",
    "ties of officials": "/meetings/officials/?of=EE",
    "timeline": "/meetings/timeline/?kind=meeting",
    "map": "/meetings/map/",
    "picture of what is not understood": "/meetings/matrix/?of=Narnia",
    "meeting": "/meetings/{talks}/",
    "meeting without a date": "/meetings/{call}/",
    "articles": "/articles/",
    "articles asked": "/articles/?q=cyber&of=PT&since=2023&person=Tamm",
    "article": "/articles/{release}/",
    "people": "/people/",
    "people asked": "/people/?q=Tamm&of=EE&level=2&office=minister",
    "person": "/people/{tamm}/",
    "organizations": "/organizations/",
    "organizations asked": "/organizations/?q=defence&of=EE&kind=ministry",
    "organization": "/organizations/{ministry}/",
    "agreements": "/agreements/",
    "agreements asked": "/agreements/?q=cyber&of=EE&with=PT&action=signed&since=2023&lead=promised",
    "offices": "/offices/",
    "page of an office": "/offices/?q=minister+of+defence&of=EE&since=2020",
    "quotes": "/quotes/",
    "quotes asked": "/quotes/?q=sea&of=EE&person=Tamm&since=2023",
    "search": "/search/",
    "search for words": "/search/?q=cyber",
    "search for a name": "/search/?q=Tamm",
    "countries": "/countries/",
    "country": "/countries/EE/",
    "country without meetings": "/countries/NZ/",
    "silences": "/countries/silences/",
    "pair": "/countries/EE/PT/",
    "pair that never met": "/countries/FJ/PE/",
}


def address(page: str, archive: SmallArchive) -> str:
    """The address of a page with the ids of the archive's things in it."""
    ids = {name: getattr(archive, name).public_id for name in ("talks", "call", "release", "tamm", "ministry")}
    return PAGES[page].format(**ids)


@pytest.fixture
def archive(small_archive: SmallArchive) -> SmallArchive:
    """The small archive, its ministry named in a release."""
    from tests.conftest import make_mention

    make_mention(small_archive.release, "organization", "Minister of Defence", organization=small_archive.ministry)
    make_mention(small_archive.note, "person", "Ülo Tamm", person=small_archive.tamm)
    return small_archive


@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_with_few_queries_and_is_small_as_sent(page: str, archive: SmallArchive, client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address(page, archive), headers={"accept-encoding": "gzip"})
    assert response.status_code == 200
    assert len(response.content) < 100_000
    # Savepoints are there for the transaction of the test alone: pages have none.
    queries = [query["sql"] for query in asked.captured_queries if "SAVEPOINT" not in query["sql"]]
    assert len(queries) <= MOST_QUERIES, queries


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_landmarks_one_heading_and_nothing_that_its_policy_forbids(page: str, archive: SmallArchive, client: Client) -> None:
    html = client.get(address(page, archive)).content.decode()
    assert len(re.findall(r"<h1[ >]", html)) == 1
    for landmark in ('<a class="skip" href="#main">', "<main ", "<header ", "<footer ", '<nav aria-label="Archive">'):
        assert landmark in html
    html = re.sub(r'<script src="/static/[\w./-]+" defer></script>', "", html)  # of this site and nothing else
    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=|javascript:", html)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_id_twice_and_no_link_within_it_that_leads_nowhere(page: str, archive: SmallArchive, client: Client) -> None:
    html = client.get(address(page, archive)).content.decode()
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))
    assert {target for target in re.findall(r'href="#([^"]+)"', html) if target not in ids} == set()


class TestMeeting:
    def test_each_stated_fact_leads_to_its_words_and_back(self, archive: SmallArchive, client: Client) -> None:
        html = client.get(f"/meetings/{archive.talks.public_id}/").content.decode()
        date = re.search(r'data-fact="(\d+)" id="f\1">\s*<dt>Date', html)
        assert date
        assert f'<mark class="ev" id="s{date[1]}" data-n="{date[1]}">TALLINN' in html
        assert f'href="#f{date[1]}"' in html

    def test_an_official_leads_to_his_name_in_the_release(self, archive: SmallArchive, client: Client) -> None:
        html = client.get(f"/meetings/{archive.talks.public_id}/").content.decode()
        number = re.search(r'aria-label="Source (\d+): Ülo Tamm"', html)
        assert number
        assert re.search(rf'<mark class="ev" id="s{number[1]}" data-n="{number[1]}">[^<]*Ülo Tamm', html)

    def test_a_fact_tells_how_often_its_rule_is_right(self, archive: SmallArchive, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("ingest.engine.record.measured_confidence", lambda: {"test": 0.914})
        html = client.get(f"/meetings/{archive.talks.public_id}/").content.decode()
        assert re.search(r"<dt>Date</dt>.{0,300}Read by rule, 91 %", html, re.S)

    def test_a_fact_whose_rule_was_not_measured_tells_no_figure(
        self, archive: SmallArchive, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("ingest.engine.record.measured_confidence", lambda: {"another": 0.914})
        html = client.get(f"/meetings/{archive.talks.public_id}/").content.decode()
        assert "Read by rule<" in html
        assert "%" not in re.sub(r"<[^>]+>", "", html)

    def test_what_is_not_stated_says_so(self, archive: SmallArchive, client: Client) -> None:
        html = client.get(f"/meetings/{archive.call.public_id}/").content.decode()
        assert '5 March, <span class="unstated">year not stated</span>' in html
        assert re.search(r"<dt>Place</dt>\s*<dd><span class=\"unstated\">Not stated", html)

    def test_two_accounts_stand_side_by_side(self, archive: SmallArchive, client: Client) -> None:
        html = client.get(f"/meetings/{archive.talks.public_id}/").content.decode()
        assert "2 accounts compared" in html

    def test_one_account_is_not_compared(self, archive: SmallArchive, client: Client) -> None:
        assert "accounts compared" not in client.get(f"/meetings/{archive.call.public_id}/").content.decode()

    def test_it_can_be_cited_with_the_hash_of_its_source(self, archive: SmallArchive, client: Client) -> None:
        html = client.get(f"/meetings/{archive.talks.public_id}/").content.decode()
        assert archive.release.sha256 in html
        assert f"http://testserver/meetings/{archive.talks.public_id}/" in html

    def test_an_address_of_a_joined_meeting_leads_on(self, archive: SmallArchive, client: Client) -> None:
        FormerKey.objects.create(kind="meeting", key="abcdefghij" + "a" * 16, now=archive.talks.key)
        response = client.get("/meetings/abcdefghij/")
        assert response.status_code == 302  # a join can be undone, and browsers keep what is permanent
        assert response["Location"] == f"/meetings/{archive.talks.public_id}/"

    def test_a_meeting_that_only_a_withdrawn_release_tells_of_is_not_shown(self, archive: SmallArchive, client: Client) -> None:
        archive.note.status = "withdrawn"
        archive.note.save()
        assert client.get(f"/meetings/{archive.call.public_id}/").status_code == 404
        assert "1 meeting<" in client.get("/meetings/").content.decode()


class TestArticle:
    def test_its_mentions_are_marked(self, archive: SmallArchive, client: Client) -> None:
        html = client.get(f"/articles/{archive.release.public_id}/").content.decode()
        assert f'<a class="m m--person" href="#person-{archive.tamm.public_id}">Ülo Tamm</a>' in html
        assert '<span class="m m--place">Tallinn</span>' in html

    def test_markup_in_its_text_is_shown_and_not_run(self, archive: SmallArchive, client: Client) -> None:
        archive.release.body = "<script>alert(1)</script> & <b>bold</b> words of a release"
        archive.release.title = "<img src=x onerror=alert(1)>"
        archive.release.save()
        for page in (f"/articles/{archive.release.public_id}/", "/articles/?q=words", "/", f"/meetings/{archive.talks.public_id}/"):
            html = client.get(page).content.decode()
            assert "<script>" not in html
            assert "<img src" not in html

    def test_what_was_cut_from_the_file_is_told_with_the_reason(self, archive: SmallArchive, client: Client) -> None:
        extraction = archive.release.extractions.get()
        extraction.record = {"dropped": [{"text": "Share this", "reason": "share button"}]}
        extraction.save()
        html = client.get(f"/articles/{archive.release.public_id}/").content.decode()
        assert "<del>Share this</del>" in html
        assert "share button" in html


class TestPair:
    def test_its_address_has_one_order(self, archive: SmallArchive, client: Client) -> None:
        response = client.get("/countries/PT/EE/")
        assert (response.status_code, response["Location"]) == (301, "/countries/EE/PT/")

    def test_small_letters_lead_to_the_address(self, archive: SmallArchive, client: Client) -> None:
        assert client.get("/countries/ee/pt/")["Location"] == "/countries/EE/PT/"
        assert client.get("/countries/ee/")["Location"] == "/countries/EE/"

    def test_a_country_with_itself_is_the_country(self, archive: SmallArchive, client: Client) -> None:
        assert client.get("/countries/EE/EE/")["Location"] == "/countries/EE/"

    def test_years_in_which_one_side_was_not_read_are_not_called_silent(self, archive: SmallArchive, client: Client) -> None:
        html = client.get("/countries/EE/PT/").content.decode()
        assert "Nothing of Portugal was read for 2023" in html
        assert "Silence." not in html


class TestNotFound:
    @pytest.mark.parametrize(
        "address",
        [
            pytest.param("/meetings/aaaaaaaaaa/", id="a meeting that never was"),
            pytest.param("/meetings/short/", id="no id"),
            pytest.param("/people/aaaaaaaaaa/", id="a person who never was"),
            pytest.param("/countries/ZZ/", id="no country"),
            pytest.param("/countries/EE/ZZ/", id="half a pair"),
            pytest.param("/nowhere/", id="no page"),
        ],
    )
    def test_it_is_told_in_the_look_of_the_archive(self, address: str, archive: SmallArchive, client: Client) -> None:
        response = client.get(address)
        assert response.status_code == 404
        assert "There is no such page" in response.content.decode()
        assert "masthead" in response.content.decode()


class TestTheme:
    def test_the_choice_is_kept_and_leads_back(self, archive: SmallArchive, client: Client) -> None:
        response = client.post("/theme/", {"theme": "dark", "next": "/meetings/?of=EE"})
        assert response["Location"] == "/meetings/?of=EE"
        assert '<html lang="en" data-theme="dark">' in client.get("/").content.decode()

    def test_it_leads_nowhere_else(self, archive: SmallArchive, client: Client) -> None:
        assert client.post("/theme/", {"theme": "dark", "next": "https://elsewhere.example/"})["Location"] == "/"

    def test_whatever_a_cookie_holds_is_no_choice(self, archive: SmallArchive, client: Client) -> None:
        client.cookies["theme"] = '"><script>'
        assert '<html lang="en">' in client.get("/").content.decode()


def test_a_fault_of_ours_is_told_in_the_look_of_the_archive(db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("archive.views.home.HomeRecord", broken)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert "Something broke here, not at your side" in response.content.decode()


def test_pages_are_sent_compressed_to_those_who_can_read_that(archive: SmallArchive, client: Client) -> None:
    plain = client.get("/meetings/")
    packed = client.get("/meetings/", headers={"accept-encoding": "gzip"})
    assert (packed["Content-Encoding"], plain.has_header("Content-Encoding")) == ("gzip", False)
    assert gzip.decompress(packed.content).startswith(b"<!doctype html>")
    assert len(packed.content) < 100_000
