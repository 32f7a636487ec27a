"""An admin corrects a name, the releases are read anew, the correction is taken back; and two who may be one are told apart by keys."""

from __future__ import annotations

import os
from io import StringIO
from itertools import product
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect

from archive.models import Article, Judgement, Person
from tests.browser.audit import on_all_screens
from tests.ledger.conftest import names_in, put

pytestmark = pytest.mark.browser
PASSWORD = "correct horse battery"


@pytest.fixture
def signed_in(page: Page, site: str) -> Page:
    """The page of an administrator who has signed in."""
    _admin("irina")
    _sign_in(page, site, "irina")
    return page


def _admin(name: str) -> User:
    user = User.objects.create_user(name, f"{name}@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name="admins"))
    return user


def _sign_in(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/sign-in/")
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text(f"Signed in as {name}")).to_be_visible()


def test_a_name_is_corrected_outlives_another_reading_and_is_taken_back(signed_in: Page, site: str) -> None:
    page, person = signed_in, Person.objects.get(name="Vasile Dîncu")
    page.goto(f"{site}/people/{person.public_id}/")
    row = page.locator("#correct-name")
    row.locator("summary").click()
    row.get_by_label("Name").fill("Vasile Dâncu")
    row.get_by_label("Reason").fill("as he signs")
    row.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vasile Dâncu")
    expect(page.locator("#correct-name")).to_contain_text("Corrected by irina")

    call_command("reextract", stdout=StringIO())
    call_command("rebuild", stdout=StringIO())
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vasile Dâncu")
    expect(page.locator("#correct-name td").nth(1)).to_contain_text("Vasile Dîncu")

    row = page.locator("#correct-name")
    row.locator("summary").click()
    row.get_by_role("button", name="Take the correction back").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vasile Dîncu")
    expect(page.get_by_role("table", name="What people decided, newest first")).to_contain_text("taken back by irina")


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_two_at_the_desk_at_once_do_not_overrule_each_other(signed_in: Page, site: str, chromium: Browser) -> None:
    for title, name in (("One", "Mihai Popa"), ("Two", "M. Popa"), ("Three", "Maria Tamm"), ("Four", "M. Tamm")):
        office = {} if name.startswith("M") and "." not in name else {"position": "deputy", "organization": None}
        put(names_in(title, name, **office))  # type: ignore[arg-type]
    call_command("rebuild", stdout=StringIO())
    _admin("pavel")
    other = chromium.new_context().new_page()
    _sign_in(other, site, "pavel")

    signed_in.goto(f"{site}/review/")
    other.goto(f"{site}/review/")
    expect(signed_in.get_by_text("1 of 2 left")).to_be_visible()
    signed_in.keyboard.press("n")
    expect(signed_in.get_by_text("1 of 1 left")).to_be_visible()
    other.keyboard.press("y")
    expect(other.get_by_text("while you looked at it")).to_be_visible()
    assert [judgement.verdict for judgement in Judgement.objects.in_force()] == ["different"]

    signed_in.keyboard.press("u")
    expect(signed_in.get_by_text("of 2 left")).to_be_visible()
    other.context.close()


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_the_verdict_is_at_hand_and_a_narrow_screen_tells_what_differs(signed_in: Page, site: str) -> None:
    for title, name in (("One", "Mihai Popa"), ("Two", "M. Popa")):
        put(names_in(title, name, position="chief" if title == "One" else "deputy"))
    call_command("rebuild", stdout=StringIO())
    signed_in.goto(f"{site}/review/")
    office = signed_in.get_by_role("row", name="Office")
    same = signed_in.get_by_role("button", name="Same")
    expect(same).to_be_in_viewport(ratio=1)
    expect(office.get_by_role("cell").last).to_have_text("differs")
    last = signed_in.locator("main section a").last
    last.focus()
    verdict = same.evaluate("one => one.closest('form').getBoundingClientRect().top")
    below = verdict - last.evaluate("one => one.getBoundingClientRect().bottom")
    assert below > 0, "what has the focus is not hidden behind the verdict"
    signed_in.set_viewport_size({"width": 390, "height": 900})
    expect(office.get_by_role("rowheader")).to_have_text("Office differs")


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_pages_of_admins_fit_the_screen_and_pass_the_audit(signed_in: Page, site: str) -> None:
    for title, name in (("One", "Mihai Popa"), ("Two", "M. Popa")):
        put(names_in(title, name, position="chief" if title == "One" else "deputy"))
    call_command("rebuild", stdout=StringIO())
    person = Person.objects.get(name="Mihai Popa")
    meeting = Article.objects.get(title="One").reports.get().meeting
    addresses = (f"/people/{person.public_id}/", f"/meetings/{meeting.public_id}/", "/review/", "/review/?queue=orphans")
    faults: dict[str, object] = {}
    for address in addresses:
        signed_in.goto(site + address)
        faults |= {f"{address}, {screen}": found for screen, found in on_all_screens(signed_in).items() if found}
        _picture(signed_in, address)
    assert faults == {}


def _picture(page: Page, address: str) -> None:
    """Pictures of the page on two screens in both themes, for somebody to look at, where PARLEY_PICTURES names a folder for them."""
    folder = os.environ.get("PARLEY_PICTURES")
    for theme, width in product(("light", "dark"), (390, 1280)) if folder else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        name = f"{address.strip('/').replace('/', '-').replace('?', '-')[:20]}-{theme}-{width}.png"
        page.screenshot(path=Path(folder) / name, full_page=True)  # type: ignore[arg-type]
