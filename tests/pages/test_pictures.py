"""Every number of a picture is the number of meetings on the list that it leads to."""

from __future__ import annotations

import datetime
import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.test import Client

from archive.filters.rooms import question_to
from archive.models import Participation
from tests.conftest import SmallArchive, make_meeting, make_report

TODAY = datetime.date(2025, 6, 1)
LINK = re.compile(r'<a href="(/meetings/\?[^"]+)"[^>]*>([\d,]+)</a>')


@pytest.fixture
def archive(small_archive: SmallArchive) -> SmallArchive:
    """With a conference of three countries more, and talks of which only the year is told."""
    for title, date, codes in (("Forum", "2022-05-02", "EE FR PT"), ("Talks", "2021", "EE FR"), ("More talks", "2022-05-20", "FR JP")):
        meeting = make_meeting(title, date=date)
        make_report(meeting, small_archive.release, position=5)
        Participation.objects.bulk_create(Participation(meeting=meeting, country_id=code) for code in codes.split())
    return small_archive


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("matrix", "Who met whom"),
        ("network", "Ties of countries"),
        ("officials", "Ties of officials"),
        ("timeline", "Timeline"),
        ("map", "Map"),
    ],
)
def test_each_picture_says_which_it_is_and_of_what_and_can_be_cited(kind: str, name: str, archive: SmallArchive, client: Client) -> None:
    html = client.get(f"/meetings/{kind}/?of=Estonia&page=2").content.decode()
    assert f"<title>{name}: meetings of Estonia · Parley</title>" in html
    heading = re.sub(r"<[^>]+>", "", re.search(r"<h1[^>]*>(.*?)</h1>", html, re.S)[1])  # type: ignore[index]
    assert " ".join(heading.split()) == f"{name}: meetings of Estonia"
    assert f'<a href="http://testserver/meetings/{kind}/?of=EE">' in html


@pytest.mark.parametrize("asked", ["", "?of=EE", "?of=NATO", "?of=EE&with=FR", "?kind=meeting&side=FR"])
def test_each_number_of_the_matrix_is_that_of_its_list(asked: str, archive: SmallArchive, client: Client) -> None:
    html = client.get(f"/meetings/matrix/{asked}").content.decode()
    cells = LINK.findall(html)
    assert cells
    for address, number in cells:
        asked_there = QueryDict(urlsplit(unescape(address)).query)
        assert question_to("meetings", asked_there, today=TODAY).count() == int(number.replace(",", "")), address


def test_the_timeline_counts_by_month_and_says_what_has_no_month_or_year(archive: SmallArchive, client: Client) -> None:
    html = client.get("/meetings/timeline/").content.decode()
    rows = {year: re.findall(r">(\d+)<", row) for year, row in re.findall(r'<th scope="row">(\d{4})</th>(.*?)</tr>', html, re.S)}
    assert rows["2022"] == ["2", "0", "0", "0", "0", "2", "0", "0", "0", "0", "0", "0", "0", "0"]
    assert rows["2021"] == ["1", *["0"] * 12, "1"]
    assert "1 more has no year." in html


def test_ties_are_drawn_listed_and_lead_on_by_keyboard(archive: SmallArchive, client: Client) -> None:
    html = client.get("/meetings/network/").content.decode()
    assert re.findall(r'<a class="node" href="([^"]+)" aria-label="Portugal, 3 in these ties">', html) == ["/meetings/?of=PT"]
    assert re.search(r"<td>Estonia</td><td>France</td><td class=\"num\"><a href=\"/meetings/\?of=EE&amp;with=FR\"[^>]*>2</a>", html)


def test_officials_of_two_countries_are_tied_and_those_of_one_are_not(archive: SmallArchive, client: Client) -> None:
    html = client.get("/meetings/officials/").content.decode()
    assert "<td>Ülo Tamm (EE)</td><td>João da Costa (PT)</td>" in html


@pytest.mark.parametrize(
    ("picture", "silent"),
    [pytest.param("map", r'<path(?! class)(?P<hidden> aria-hidden="true")?', id="countries with none"),
     pytest.param("network", r'<path(?P<hidden> aria-hidden="true")? class="tie w', id="lines of ties")],
)  # fmt: skip
def test_what_the_table_says_better_is_not_told_piece_by_piece(picture: str, silent: str, archive: SmallArchive, client: Client) -> None:
    """A reader of screens would go through a hundred "none found, image" to come to the table."""
    pieces = list(re.finditer(silent, client.get(f"/meetings/{picture}/").content.decode()))
    assert pieces
    assert all(piece["hidden"] for piece in pieces)


def test_the_map_leads_to_the_question_narrowed_to_a_country(archive: SmallArchive, client: Client) -> None:
    html = client.get("/meetings/map/?of=EE").content.decode()
    assert '<a href="/meetings/?of=EE&amp;side=FR" aria-label="France, 2 meetings">' in html
    assert '<a href="/meetings/?of=EE&amp;side=FR">France</a></th><td class="num">2</td>' in html


def test_a_picture_that_takes_too_long_says_so(archive: SmallArchive, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.records.pictures.SECONDS", -1.0)
    assert "too many of these meetings to draw them in time" in client.get("/meetings/matrix/").content.decode()
