"""The three questions of an analyst, each a few clicks and one address: who met whom, when they last spoke, show me the sentence, give me
the table. And the search is kept, to be told of what is new."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.browser.audit import on_all_screens

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("width", [1280], indirect=True)]
PASSWORD = "correct horse battery"


def test_three_questions_are_answered_proved_and_taken_away(page: Page, site: str) -> None:
    _who_has_romania_met_that_year_and_at_what_level(page, site)
    _when_did_korea_and_romania_last_speak_and_who_hosted(page, site)
    _which_ministers_of_a_group_met_the_commanders_of_a_country(page, site)


def test_a_question_is_kept_and_its_pages_pass_the_audit(page: Page, site: str) -> None:
    User.objects.create_user("ana", "ana@example.org", PASSWORD)
    page.goto(f"{site}/sign-in/")
    page.get_by_label("User name").fill("ana")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("Signed in as ana")).to_be_visible()

    faults = {"none yet": _audited(page, f"{site}/searches/")}
    page.goto(f"{site}/meetings/?of=RO&kind=meeting")
    page.get_by_role("link", name="Save and be told of new ones").click()
    expect(page.get_by_label("Name")).to_have_value("Talks of Romania")
    faults["save"] = _audited(page)
    page.get_by_label("Mail me what is new").select_option("weekly")
    page.get_by_role("button", name="Save").click()
    kept = page.get_by_role("row").filter(has_text="Talks of Romania")
    expect(kept.get_by_label("How often Talks of Romania is mailed")).to_have_value("weekly")
    faults["one kept"] = _audited(page)
    kept.get_by_role("link", name="Talks of Romania").click()
    whole = page.get_by_role("link", name="The whole list")
    expect(whole).to_be_visible()
    faults["what is new"] = _audited(page)
    whole.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Talks of Romania")
    assert {name: found for name, found in faults.items() if found} == {}


def _who_has_romania_met_that_year_and_at_what_level(page: Page, site: str) -> None:
    page.goto(f"{site}/countries/RO/")
    page.get_by_text("Table by year").click()
    page.get_by_role("link", name=re.compile(r"^\d+ in 2024$")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"Meetings of Romania since 2024"))
    talks = page.get_by_role("listitem").filter(has_text="10 Sep 2024").filter(has_text="United States").first
    expect(talks).to_contain_text("General officer")


def _when_did_korea_and_romania_last_speak_and_who_hosted(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("searchbox").first.fill("Korea and Romania")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("history", re.IGNORECASE)).first.click()
    expect(page).to_have_url(f"{site}/countries/KR/RO/")
    expect(page.locator("dl.figures")).to_contain_text("hosted by Romania")
    expect(page.get_by_text("year not stated").first).to_be_visible()


def _which_ministers_of_a_group_met_the_commanders_of_a_country(page: Page, site: str) -> None:
    """None, in this archive: the page says which part to drop. Those of another group are there, with sentence and table."""
    page.goto(f"{site}/meetings/?of=asean-members&with=CN&office=theater+command")
    expect(page.get_by_role("heading", name=re.compile("^No meetings of .* with China attended by a “theater command”"))).to_be_visible()
    page.goto(f"{site}/meetings/?of=nato-members&with=KR&office=minister")
    rows = page.get_by_role("region", name=re.compile("meeting")).get_by_role("heading", level=3)
    expect(rows.first).to_be_visible()
    shown = rows.count()
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").click()
    path = Path(str(taken.value.path()))
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == shown
    rows.first.get_by_role("link").click()
    page.get_by_role("link", name=re.compile(r"^Source \d+: ")).first.click()
    expect(page.locator("mark:target")).to_be_in_viewport()


def _audited(page: Page, address: str = "") -> list[str]:
    """What is wrong with a page, wide and narrow, light and dark."""
    if address:
        page.goto(address)
    return [fault for faults in on_all_screens(page).values() for fault in faults]
