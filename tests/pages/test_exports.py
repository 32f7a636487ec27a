"""What is taken away is what the page shows: all of it, in its order, with its proofs; or it says why not."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import zipfile
from collections.abc import Iterator

import openpyxl
import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree
from openpyxl.utils import get_column_letter

from archive.exports import commas, objects, table, workbook
from archive.models import Article, Meeting
from archive.views.exports import TABLES
from tests.conftest import SmallArchive, make_article, make_meeting, make_mention, make_person, make_report

ROOMS = sorted(TABLES)
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def archive(small_archive: SmallArchive) -> SmallArchive:
    make_mention(small_archive.note, "person", "Ülo Tamm", person=small_archive.tamm)
    make_mention(small_archive.release, "organization", "Minister of Defence", organization=small_archive.ministry)
    return small_archive


def taken(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, response.content
    return response.getvalue()


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def sheet_of(content: bytes) -> list[dict[str, object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
    names, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, names), row, strict=True)) for row in rows]


class TestEveryFormat:
    @pytest.mark.parametrize("room", ROOMS)
    def test_has_the_same_things_in_the_order_of_the_page(self, room: str, archive: SmallArchive, client: Client) -> None:
        shown = re.search(r'<h2 id="count">([\d,]+)', client.get(f"/{room}/").content.decode())
        in_csv = [row["id"] for row in rows_of(taken(client, f"/{room}.csv"))]
        assert shown
        assert len(in_csv) == int(shown[1])
        assert [row["id"] for row in sheet_of(taken(client, f"/{room}.xlsx"))] == in_csv
        assert [row["id"] for row in json.loads(taken(client, f"/{room}.json"))["rows"]] == in_csv
        entries = etree.fromstring(taken(client, f"/{room}.atom")).findall("a:entry", ATOM)
        assert len(entries) == len(in_csv)

    @pytest.mark.parametrize("sort", ["newest", "oldest", "level", "added"])
    def test_meetings_stand_as_on_the_page_in_each_order(self, sort: str, archive: SmallArchive, client: Client) -> None:
        make_report(make_meeting("Later talks", date="2024-01"), archive.release, position=5)
        page = client.get(f"/meetings/?sort={sort}").content.decode()
        on_page = re.findall(r'<h3><a href="(/meetings/\w+/)"', page)
        rows = rows_of(taken(client, f"/meetings.csv?sort={sort}"))
        assert [row["permalink"].removeprefix("http://testserver") for row in rows] == on_page
        assert len(on_page) == 3

    def test_only_what_fits_the_question_is_taken(self, archive: SmallArchive, client: Client) -> None:
        assert [row["countries"] for row in rows_of(taken(client, "/meetings.csv?of=EE&with=japan"))] == ["EE; JP"]

    @pytest.mark.parametrize("room", ROOMS)
    def test_an_empty_answer_is_an_empty_table(self, room: str, client: Client, db: None) -> None:
        assert rows_of(taken(client, f"/{room}.csv")) == []
        assert sheet_of(taken(client, f"/{room}.xlsx")) == []
        told = json.loads(taken(client, f"/{room}.json"))
        assert (told["rows"], told["count"], told["complete"]) == ([], 0, True)
        assert etree.fromstring(taken(client, f"/{room}.atom")).find("a:updated", ATOM) is not None

    @pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "atom"])
    @pytest.mark.parametrize("room", ROOMS)
    def test_what_no_published_release_tells_is_not_in_it(self, room: str, suffix: str, archive: SmallArchive, client: Client) -> None:
        draft = make_article("Secret talks", "Ada Unseen met Bo Hidden.", status="draft")
        meeting = make_meeting("Unseen talks", date="2024-02-02")
        make_report(meeting, draft)
        make_mention(draft, "person", "Ada Unseen", person=make_person("Ada Unseen", "Unseen Ada", "EE"))
        content = taken(client, f"/{room}.{suffix}")
        if suffix == "xlsx":
            content = json.dumps(sheet_of(content), default=str).encode()
        assert b"Unseen" not in content
        assert b"Secret" not in content

    @pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
    @pytest.mark.parametrize("room", ROOMS)
    def test_more_rows_take_no_more_queries(
        self, room: str, suffix: str, archive: SmallArchive, client: Client, django_assert_max_num_queries
    ) -> None:  # type: ignore[no-untyped-def]
        for number in range(12):
            article = make_article(f"Release {number}", f"Person {number} was there. And more.", published="2024-01-01")
            make_report(make_meeting(f"Talks {number}", date="2024-01-01"), article)
            make_mention(article, "person", f"Person {number}", person=make_person(f"Person {number}", f"Person {number}"))
        with django_assert_max_num_queries(8):  # one for the order of the ids, the others for each chunk
            taken(client, f"/{room}.{suffix}")

    def test_a_headline_alone_is_sent_to_whoever_asks_for_no_more(self, archive: SmallArchive, client: Client) -> None:
        response = client.head("/meetings.xlsx")
        assert (response.status_code, response.content) == (200, b"")


class TestProofs:
    def test_a_meeting_carries_its_sentence_article_source_and_hash(self, archive: SmallArchive, client: Client) -> None:
        Article.objects.filter(pk=archive.release.pk).update(source_url="https://example.org/a")
        row = next(row for row in rows_of(taken(client, "/meetings.csv")) if row["name"] == "Estonia-Portugal talks")
        told = next(article for article in (archive.release, archive.other_account) if article.sha256 == row["sha256"])
        assert row["sentence"]
        assert row["sentence"] in f"{told.title} {told.body}"
        assert row["article_permalink"] == f"http://testserver/articles/{told.public_id}/"
        assert row["source_url"] == "https://example.org/a"
        assert row["article_permalinks"].count("/articles/") == 2
        assert client.get(row["permalink"]).status_code == 200

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            pytest.param("Estonia-Portugal talks", ("2023-10-03", "2023-10-03", "2023-10-03"), id="a day"),
            pytest.param("Call of Estonia and Japan", ("XXXX-03-05", "", ""), id="a day without a year"),
        ],
    )
    def test_dates_keep_their_precision(self, name: str, said: tuple[str, str, str], archive: SmallArchive, client: Client) -> None:
        row = next(row for row in rows_of(taken(client, "/meetings.csv")) if row["name"] == name)
        assert (row["date"], row["earliest"], row["latest"]) == said

    def test_officials_stand_with_rank_country_and_office(self, archive: SmallArchive, client: Client) -> None:
        row = next(row for row in rows_of(taken(client, "/meetings.csv")) if row["name"] == "Estonia-Portugal talks")
        assert re.search(r"Ülo Tamm \(EE\), \w", row["people"])

    def test_a_person_carries_the_sentence_that_named_him_last(self, archive: SmallArchive, client: Client) -> None:
        row = next(row for row in rows_of(taken(client, "/people.csv")) if row["name"] == "João da Costa")
        assert row["sentence"].startswith("TALLINN – Minister of Defence Ülo Tamm met his Portuguese counterpart João da Costa")


class TestWorkbook:
    def test_the_first_sheet_says_question_time_count_and_what_the_columns_mean(self, archive: SmallArchive, client: Client) -> None:
        content = taken(client, "/meetings.xlsx?of=EE&with=PT")
        told = {row[0]: row[1] for row in openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)}
        assert told["Question"] == "Meetings of Estonia with Portugal, newest first"
        assert told["Page"] == "http://testserver/meetings/?of=EE&with=PT"
        assert told["Rows"] == 1
        assert str(told["Asked"]).startswith(f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}")
        assert set(told) >= {column.name for column in TABLES["meetings"].columns}

    def test_days_are_days_and_numbers_are_numbers(self, archive: SmallArchive, client: Client) -> None:
        row = sheet_of(taken(client, "/meetings.xlsx?of=PT"))[0]
        assert (row["earliest"], row["level"], row["articles"]) == (datetime.datetime(2023, 10, 3), 2, 2)

    def test_each_column_is_as_wide_as_most_of_its_values_and_its_header_filters(self, archive: SmallArchive, client: Client) -> None:
        sheet = openpyxl.load_workbook(io.BytesIO(taken(client, "/meetings.xlsx"))).worksheets[1]
        wide = {
            sheet.cell(1, place).value: sheet.column_dimensions[get_column_letter(place)].width for place in range(1, sheet.max_column + 1)
        }
        assert wide["level"] < wide["date"] < wide["permalink"]
        assert wide["sentence"] == workbook.WIDEST
        assert all(width > len(str(name)) + 3 for name, width in wide.items()), "no header is cut by the sign of its filter"
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)

    def test_it_goes_on_with_another_sheet_where_one_is_full(
        self, archive: SmallArchive, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(workbook, "ROWS", 1)
        book = openpyxl.load_workbook(io.BytesIO(taken(client, "/meetings.xlsx")))
        assert book.sheetnames[:3] == ["Question", "Meetings", "Meetings 2"]
        assert [sheet.max_row for sheet in book.worksheets[1:3]] == [2, 2]

    def test_text_that_is_too_long_for_a_cell_is_cut_and_says_so(self, archive: SmallArchive, client: Client) -> None:
        Meeting.objects.filter(pk=archive.talks.pk).update(title="x" * 40_000)
        name = str(sheet_of(taken(client, "/meetings.xlsx?of=PT"))[0]["name"])
        assert len(name) == 32_767
        assert name.endswith("[cut]")

    @pytest.mark.parametrize("title", ["a\x0bb", "<a> & 'b' \"c\"", " blanks  kept ", "𝔘ñîcode \ufffe"])
    def test_any_text_comes_back(self, title: str, archive: SmallArchive, client: Client) -> None:
        Meeting.objects.filter(pk=archive.talks.pk).update(title=f"T{title}")
        name = sheet_of(taken(client, "/meetings.xlsx?of=PT"))[0]["name"]
        assert name == f"T{title}".replace("\x0b", "").replace("\ufffe", "")

    def test_text_that_excel_would_take_for_its_own_escape_is_escaped(self, archive: SmallArchive, client: Client) -> None:
        Meeting.objects.filter(pk=archive.talks.pk).update(title="a_x000D_b")
        part = zipfile.ZipFile(io.BytesIO(taken(client, "/meetings.xlsx?of=PT"))).read("xl/worksheets/sheet2.xml")
        assert b">A_x005F_x000D_b<" in part


class TestFormulas:
    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", '=HYPERLINK("http://x")', "＝1"])
    def test_none_gets_into_a_csv(self, text: str) -> None:
        assert commas.defused(text) == f"'{text}"

    @pytest.mark.parametrize("text", ["Talks", "1-2", "a=b", "", "2024-01-01", "“+”"])
    def test_other_text_is_left_alone(self, text: str) -> None:
        assert commas.defused(text) == text

    def test_a_workbook_holds_it_as_text_letter_for_letter(self, archive: SmallArchive, client: Client) -> None:
        Meeting.objects.filter(pk=archive.talks.pk).update(title="=1+1")
        sheet = openpyxl.load_workbook(io.BytesIO(taken(client, "/meetings.xlsx?of=PT"))).worksheets[1]
        cell = sheet["C2"]
        assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
        assert rows_of(taken(client, "/meetings.csv?of=PT"))[0]["name"] == "'=1+1"


class TestFeed:
    def test_it_has_what_a_feed_must_have(self, archive: SmallArchive, client: Client) -> None:
        feed = etree.fromstring(taken(client, "/meetings.atom?of=Estonia"))
        links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
        assert links == {"self": "http://testserver/meetings.atom?of=EE", "alternate": "http://testserver/meetings/?of=EE"}
        assert feed.findtext("a:title", namespaces=ATOM) == "Meetings of Estonia · Parley"
        for entry in [feed, *feed.findall("a:entry", ATOM)]:
            assert entry.findtext("a:id", namespaces=ATOM)
            assert entry.findtext("a:title", namespaces=ATOM)
            assert datetime.datetime.fromisoformat(str(entry.findtext("a:updated", namespaces=ATOM))).tzinfo

    def test_the_accounts_of_its_meetings_are_asked_for_once(self, archive: SmallArchive, client: Client) -> None:
        with CaptureQueriesContext(connection) as asked:
            assert etree.fromstring(taken(client, "/meetings.atom")).findall("a:entry", ATOM)
        assert sum('FROM "archive_meetingreport"' in one["sql"] and '"archive_article"."body"' in one["sql"] for one in asked) == 1

    def test_asked_again_it_is_the_same(self, archive: SmallArchive, client: Client) -> None:
        assert taken(client, "/meetings.atom") == taken(client, "/meetings.atom")

    def test_ids_are_told_apart(self, archive: SmallArchive, client: Client) -> None:
        for room in ROOMS:
            ids = etree.fromstring(taken(client, f"/{room}.atom")).xpath("//a:entry/a:id/text()", namespaces=ATOM)
            assert len(set(ids)) == len(ids)

    def test_it_goes_on_by_pages(self, archive: SmallArchive, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("archive.exports.feed.ENTRIES", 1)
        address, seen = "/meetings.atom", []
        for _ in range(2):
            feed = etree.fromstring(taken(client, address))
            seen += feed.xpath("//a:entry/a:id/text()", namespaces=ATOM)
            address = next(iter(feed.xpath("//a:link[@rel='next']/@href", namespaces=ATOM)), "")
        assert len(set(seen)) == 2
        assert address == ""

    def test_words_of_a_release_are_no_markup_in_it(self, archive: SmallArchive, client: Client) -> None:
        Article.objects.filter(pk=archive.note.pk).update(body="<script>alert(1)</script> & more", title="<b>A & B</b>\x08")
        entry = next(e for e in etree.fromstring(taken(client, "/articles.atom")) if "A & B" in (e.findtext("a:title", "", ATOM) or ""))
        assert entry.findtext("a:title", namespaces=ATOM) == "<b>A & B</b>"
        assert entry.findtext("a:summary", namespaces=ATOM) == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"


class TestWhatIsNotUnderstood:
    @pytest.mark.parametrize(
        ("asked", "fault"),
        [
            pytest.param("of=Portugl", "Did you mean Portugal?", id="a country that is none"),
            pytest.param("country=EE", "country: There is no such filter.", id="a filter that is none"),
            pytest.param("since=soon", "“soon” is not a date", id="a date that is none"),
            pytest.param("sort=best", "sort: “best” is none of", id="an order that is none"),
            pytest.param("q=%00", "NUL", id="a NUL byte"),
            pytest.param(f"q={'x' * 10_000}", "longer than 500", id="ten thousand characters"),
        ],
    )
    @pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "atom"])
    def test_is_told_and_nothing_is_exported(self, suffix: str, asked: str, fault: str, archive: SmallArchive, client: Client) -> None:
        response = client.get(f"/meetings.{suffix}?{asked}")
        assert response.status_code == 400
        assert fault in response.content.decode()
        assert b"Estonia-Portugal" not in response.content

    @pytest.mark.parametrize("page", ["0", "-1", "x", "99999999", "٣", ""])
    def test_a_page_of_a_feed_that_is_none(self, page: str, archive: SmallArchive, client: Client) -> None:
        assert client.get(f"/meetings.atom?page={page}").status_code == 400

    def test_sending_something_is_refused(self, client: Client, db: None) -> None:
        assert client.post("/meetings.csv").status_code == 405


@pytest.mark.slow
class TestBrokenOff:
    """The database really ends the connection while rows are on their way."""

    @pytest.fixture
    def cut(self, transactional_db: None, small_archive: SmallArchive, monkeypatch: pytest.MonkeyPatch, client: Client) -> Iterator[object]:
        for module in (commas, objects, workbook):
            monkeypatch.setattr(module, "BLOCK", 0)
        monkeypatch.setattr(table, "FIRST", 1)
        monkeypatch.setattr(workbook, "MEASURED", 1)
        monkeypatch.setattr(table, "CHUNK", 1)

        def cut_after_the_first_row(address: str) -> bytes:
            response = client.get(address)
            blocks = iter(response.streaming_content)
            content = next(blocks)
            other = connections.create_connection("default")
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                pid = cursor.fetchone()[0]
            with other.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
            other.close()
            return content + b"".join(blocks)

        yield cut_after_the_first_row
        connection.close()

    def test_the_last_line_says_so(self, cut) -> None:  # type: ignore[no-untyped-def]
        last = rows_of(cut("/meetings.csv"))[-1]
        assert last["id"] == "# Broken off by the database after 1 rows: this is a part. Ask again for the whole."

    def test_json_says_so_at_its_end(self, cut) -> None:  # type: ignore[no-untyped-def]
        told = json.loads(cut("/meetings.json"))
        assert (told["count"], told["complete"]) == (1, False)
        assert "this is a part" in told["fault"]

    def test_a_workbook_says_so_on_both_sheets(self, cut) -> None:  # type: ignore[no-untyped-def]
        content = cut("/meetings.xlsx")
        assert "this is a part" in str(sheet_of(content)[-1]["id"])
        first = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
        assert any("this is a part" in str(cell) for row in first.iter_rows(values_only=True) for cell in row)


class TestThePage:
    def test_leads_to_each_format_of_its_own_question(self, archive: SmallArchive, client: Client) -> None:
        html = client.get("/meetings/?of=Estonia&page=1&sort=level").content.decode()
        for suffix in ("csv", "xlsx", "json", "atom"):
            assert f'<a href="/meetings.{suffix}?of=EE&amp;sort=level">' in html
        assert "All 2 as" in html

    def test_names_its_feed_in_its_head(self, archive: SmallArchive, client: Client) -> None:
        head = client.get("/people/?of=EE").content.decode().split("</head>")[0]
        assert '<link rel="alternate" type="application/atom+xml" title="People of Estonia" href="/people.atom?of=EE">' in head

    def test_names_none_where_the_question_is_not_understood(self, client: Client, db: None) -> None:
        assert "atom" not in client.get("/meetings/?of=Nowhere").content.decode()
