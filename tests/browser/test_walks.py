"""What an analyst does: from the front page to the sentence, and from a pair of countries to their talks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_from_the_front_page_by_romania_to_the_staff_talks_their_sentence_and_the_article(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("list", name="The countries with the most meetings").get_by_role("link", name="Romania").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Romania")

    talks = page.get_by_role("listitem").filter(has_text="10 Sep 2024").filter(has_not_text="Roundtable").filter(has_text="United States")
    talks.get_by_role("heading", level=3).get_by_role("link").click()
    expect(page.get_by_text("Romania received the United States")).to_be_visible()

    page.get_by_role("link", name=re.compile(r"^Source \d+: Date$")).click()
    marked = page.locator("mark:target")
    expect(marked).to_contain_text("September 10, 2024")
    expect(marked).to_be_in_viewport()
    expect(marked.locator("xpath=ancestor::p")).to_contain_text("representatives of the Ministry of National Defense")

    page.get_by_role("link", name=re.compile("hold staff talks")).first.click()
    expect(page).to_have_url(re.compile(r"/articles/[a-z0-9]{10}/$"))
    expect(page.locator("a.m--person", has_text="Quaid Quadri")).to_have_count(1)
    assert "More in Partner Strong" not in page.locator(".fulltext").inner_text()


def test_from_the_pair_of_korea_and_romania_to_the_ministerial_talks(page: Page, site: str) -> None:
    page.goto(f"{site}/countries/RO/KR/")
    expect(page).to_have_url(f"{site}/countries/KR/RO/")
    expect(page.get_by_text("23 Sep,").first).to_be_visible()
    expect(page.get_by_text("year not stated").first).to_be_visible()

    page.get_by_role("link", name=re.compile("ministerial talks", re.IGNORECASE)).first.click()
    expect(page.get_by_role("link", name="Vasile Dîncu", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Lee Jong-sup", exact=True)).to_be_visible()


def test_a_list_is_narrowed_with_the_keyboard_alone(page: Page, site: str) -> None:
    page.goto(f"{site}/meetings/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    drawer = page.locator("summary", has_text="Filters")
    if drawer.is_visible():
        drawer.focus()
        page.keyboard.press("Enter")
    page.get_by_label("Add a country").first.fill("Moldova")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings of Moldova")
    expect(page.get_by_role("heading", level=2, name="1 meeting")).to_be_visible()

    page.get_by_role("link", name=re.compile("of Moldova.*take off")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings")


def test_the_theme_is_kept(page: Page, site: str) -> None:
    page.goto(f"{site}/meetings/")
    page.get_by_label("dark").check()
    page.get_by_role("button", name="Keep").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(f"{site}/people/")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_a_list_is_swapped_in_place_and_keeps_its_address(page: Page, site: str) -> None:
    page.goto(f"{site}/meetings/")
    page.evaluate("window.stayed = true")
    drawer = page.locator("summary", has_text="Filters")
    if drawer.is_visible():
        drawer.click()
    page.get_by_role("group", name="Country", exact=True).get_by_role("checkbox", name=re.compile("Romania")).check()

    expect(page).to_have_url(re.compile(r"[?&]of=RO"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings of Romania")
    expect(page).to_have_title("Meetings of Romania · Parley")
    expect(page.get_by_role("checkbox", name=re.compile("Romania")).first).to_be_focused()
    expect(page.locator("#announce")).to_contain_text("Meetings of Romania")
    assert page.evaluate("window.stayed")

    page.get_by_role("link", name=re.compile("of Romania.*take off")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings of Romania")


def test_keys_go_to_the_search_and_through_the_results(page: Page, site: str) -> None:
    page.goto(f"{site}/meetings/")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.href")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.href") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.href") == first
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox").first).to_be_focused()
    page.keyboard.type("j/k")
    expect(page.get_by_role("searchbox").first).to_have_value("j/k")


def test_the_way_here_runs_on_as_text_where_a_name_is_longer_than_the_line(page: Page, site: str) -> None:
    page.goto(f"{site}/articles/")
    page.locator(".entry h3 a, .entry h2 a").first.click()
    first, long = page.locator(".crumbs li").nth(0), page.locator(".crumbs li").nth(1)
    long.locator("a").evaluate("name => { name.textContent = 'Joint Public Relations Directorate '.repeat(5); }")
    begins = "one => one.getClientRects()[0].top"
    assert long.evaluate(begins) == first.evaluate(begins), "it begins in the line of what stands before it"
    page.set_viewport_size({"width": 390, "height": 900})
    assert long.evaluate("one => one.getClientRects().length") > 1
    assert long.evaluate(begins) == first.evaluate(begins)
