"""Where there is nothing, pages say so in one sentence, draw no empty tables, and lead on."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from archive.models import Organization
from tests.conftest import SmallArchive


def page(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "lxml")


def test_a_country_of_which_nothing_was_read_has_no_table_of_levels_and_no_way_to_none(db: None, client: Client) -> None:
    romania = page(client, "/countries/RO/")
    assert "This is not proof that none was held" in romania.text
    assert romania.find(id="levels") is None
    assert "All 0" not in romania.text


def test_two_countries_that_are_not_known_to_have_met_have_no_lanes_to_explain(db: None, client: Client) -> None:
    pair = page(client, "/countries/KR/RO/")
    assert "This is not proof that they never met" in pair.text
    assert "A knot on a lane" not in pair.text
    assert pair.select('a[href="#history"]') == []


def test_an_organization_without_meetings_is_not_said_to_have_taken_part_in_none(small_archive: SmallArchive, client: Client) -> None:
    made = Organization.objects.create(key="h" * 24, name="Hydrographic Office")
    body = page(client, f"/organizations/{made.public_id}/")
    assert "no meeting of it or of its officials was read" in body.text
    assert "All 0" not in body.text


@pytest.mark.parametrize("address", ["/", "/meetings/", "/articles/", "/people/"])
def test_an_empty_archive_leads_an_editor_to_the_upload_and_nobody_else(editor: User, client: Client, address: str) -> None:
    ways = 'main a[href="/upload/"]'
    assert page(client, address).select(ways) == []
    client.force_login(editor)
    assert [one.text for one in page(client, address).select(ways)] == ["Upload releases"]


def test_words_that_nothing_has_are_told_once(small_archive: SmallArchive, client: Client) -> None:
    answer = page(client, "/search/?q=qqqzzzx")
    assert "Nothing has “qqqzzzx”" in answer.text
    assert "None among" not in answer.text
    assert "None among" in page(client, "/search/?q=Tamm").text


def test_a_way_out_quotes_words_once(small_archive: SmallArchive, client: Client) -> None:
    way = page(client, "/meetings/?q=qqqzzzx").select_one(".empty .index a")
    assert way is not None
    assert way.text == "without saying “qqqzzzx”"


def test_a_history_without_decisions_says_that_there_are_none_at_all_and_one_that_was_asked_for_less_leads_to_all(
    editor: User, administrator: User, client: Client
) -> None:
    client.force_login(administrator)
    assert "Nobody has decided anything yet" in page(client, "/history/").text
    client.force_login(editor)
    assert "Nothing was decided yet that is open to you" in page(client, "/history/").text
    assert page(client, "/history/?q=x").select('main a[href="/history/"]') != []


def test_signing_in_leads_back_to_no_second_signing_in(db: None, client: Client) -> None:
    assert page(client, "/sign-in/?next=/searches/").select("footer a[href^='/sign-in/']") == []
    assert page(client, "/people/").select("footer a[href^='/sign-in/']") != []
