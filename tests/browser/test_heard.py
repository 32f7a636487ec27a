"""What somebody who hears the pages is told, and where the focus goes: each of these was once silent, or said twice."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Page, expect

from archive.models import Article
from archive.views import listing
from ingest.loading import load
from tests.ingest.made_up import extracted, official, record

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("width", [1280], indirect=True)]
PASSWORD = "correct horse battery"
BODY = "The deputy minister of defence, Pavel Horvath, received Ana Zupan. They spoke about cooperation."


def test_a_list_tells_what_came_in_its_place(page: Page, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PER_PAGE", 2)
    page.goto(f"{site}/people/")
    said = page.locator("#announce")
    page.get_by_role("navigation", name="Pages of results").get_by_role("link", name="Next").click()
    expect(said).to_have_text(re.compile(r"^\d+ people\. People\. 3 to 4 of \d+$"))
    page.get_by_label("Sort by").select_option(index=1)
    expect(said).to_have_text(re.compile(r"^\d+ people\. People\. \w+"))


def test_a_fault_of_a_filter_is_told_once_and_beside_its_field(page: Page, site: str) -> None:
    page.goto(f"{site}/meetings/")
    page.locator("#filters summary").filter(has_text="Date").click()
    since = page.get_by_label("Since")
    since.fill("someday")
    since.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("“someday” is not a date")
    expect(page.locator("#announce")).to_have_text("")
    expect(since).to_be_focused()
    expect(since).to_have_accessible_description(re.compile("^“someday” is not a date[^“]*$"))


def test_a_draft_whose_date_is_refused_is_told_at_the_field(page: Page, site: str) -> None:
    editor = User.objects.create_user("eva", password=PASSWORD)
    editor.groups.add(Group.objects.get(name="editors"))
    read = extracted(record(body=BODY, published=None, people=(official("Pavel Horvath", "SK", BODY),)), path="a.txt")
    draft = Article.objects.get(pk=load(read, status="draft", by=editor).article)
    page.goto(f"{site}/sign-in/?next=/drafts/{draft.public_id}/")
    page.get_by_label("User name").fill("eva")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label(re.compile("^Date of publication")).fill("next Tuesday")
    page.get_by_role("button", name="Keep").first.click()
    date = page.get_by_label(re.compile("^Date of publication"))
    expect(date).to_have_value("next Tuesday")
    expect(date).to_be_focused()
    expect(date).to_have_accessible_description(re.compile("^Give the date as year, month, day"))
    assert date.get_attribute("aria-invalid") == "true"
