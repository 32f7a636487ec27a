"""An editor uploads a folder of releases, watches, checks, publishes; a reader finds the meeting on its country's page."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connection
from playwright.sync_api import Browser, Page, expect

from archive.models import Appointment, Article, ImportBatch, Meeting
from ingest.review import Draft
from tests.browser.audit import serious, sideways
from tests.installations import address, on

pytestmark = [pytest.mark.browser, pytest.mark.slow]
RELEASES = settings.BASE_DIR.parent / "shared" / "gold" / "releases"
NAMES = (
    "africa-algeria-mauritania-chief-of-staff.txt",
    "africa-nigeria-cameroon-transborder-committee.txt",
    "caucasus-azerbaijan-kazakhstan.txt",
    "caucasus-israel-greece-cyprus.txt",
)
FILES = len(NAMES)


@pytest.fixture
def releases() -> list[Path]:
    """Some releases in English."""
    if not RELEASES.is_dir():
        pytest.skip(f"There are no gold releases in {RELEASES}.")
    return [RELEASES / name for name in NAMES]


@pytest.fixture
def worker(transactional_db: None) -> Iterator[None]:
    process = subprocess.Popen(
        [sys.executable, "manage.py", "worker"],
        cwd=settings.BASE_DIR,
        env=on(address(connection.settings_dict["NAME"])).environment,
        stderr=subprocess.DEVNULL,
    )
    yield
    process.kill()
    process.wait()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


@pytest.fixture
def account(transactional_db: None) -> User:
    user = User.objects.create_user("marin", password="correct horse battery")
    user.groups.add(Group.objects.get(name="editors"))
    return user


def sign_in(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("User name").fill("marin")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()


def test_from_a_folder_to_the_page_of_a_country(page: Page, live_server, account: User, worker: None, releases: list[Path]) -> None:
    sign_in(page, f"{live_server.url}/upload/")
    page.get_by_label("Files or archives").set_input_files(releases)
    expect(page.get_by_text(f"{FILES} files, from {releases[0].name} on")).to_be_visible()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="is being read")).to_be_visible()
    expect(page.get_by_role("heading", name="is done")).to_be_visible(timeout=180_000)
    expect(page.get_by_text(f"{FILES} of {FILES} files done.", exact=True)).to_be_visible()
    assert serious(page) == []

    page.get_by_role("link", name="Look through the drafts").click()
    corrected = next(
        one for one in Article.objects.order_by("pk") if {"meeting", "official"} <= {fact.kind for fact in Draft(one).drafted.facts}
    )
    page.locator(f'.entry h2 a[href="/drafts/{corrected.public_id}/"]').click()
    expect(page.get_by_role("button", name="Publish")).to_be_visible()
    words = _correct_the_place(page)
    expect(page.get_by_text("Corrected by marin.")).to_be_visible()
    _correct_the_rank(page)
    expect(page.get_by_text("Corrected by marin.")).to_have_count(2)
    assert serious(page) == []
    assert sideways(page) == []
    assert not Meeting.objects.public().exists()

    page.goto(f"{live_server.url}/upload/{ImportBatch.objects.get().pk}/")
    page.get_by_role("button", name="of this upload").click()
    expect(page.get_by_text("The drafts of this upload are published.")).to_be_visible()
    assert set(Article.objects.values_list("status", flat=True)) == {"published"}

    meeting = Meeting.objects.public().exclude(countries=[]).filter(reports__article=corrected, place=words).first()
    assert meeting is not None, "The correction of the draft does not hold."
    assert Appointment.objects.filter(articles=corrected, rank="Field Marshal of the Walk").exists(), "Nor does that of an official."
    page.goto(f"{live_server.url}/countries/{meeting.countries[0]}/")
    expect(page.locator(f'a[href="/meetings/{meeting.public_id}/"]').first).to_be_visible()


def test_files_are_dropped_on_the_frame(page: Page, live_server, account: User) -> None:
    sign_in(page, f"{live_server.url}/upload/")
    expect(page.get_by_text("You can drop them here.")).to_be_visible()
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["They met."], "dropped.txt", { type: "text/plain" }));
            document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )
    expect(page.get_by_text("dropped.txt")).to_be_visible()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="is being read")).to_be_visible()
    assert ImportBatch.objects.get().files.get().path == "dropped.txt"


def test_what_is_sent_on_a_slow_line_is_told_and_can_be_stopped(page: Page, live_server, account: User, tmp_path: Path) -> None:
    _choose_a_large_file(page, live_server.url, tmp_path)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 100_000})
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Keep this page open.")).to_be_visible()
    expect(page.get_by_role("progressbar", name="How much is sent")).to_be_visible()
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_hidden()
    expect(page.get_by_role("button", name="Stop sending")).to_be_focused()
    expect(page.locator("[data-cut]")).to_be_hidden()
    assert serious(page) == []
    assert sideways(page) == []
    page.get_by_role("button", name="Stop sending").click()
    expect(page.get_by_text("Stopped. Nothing of it was taken")).to_be_visible()
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_focused()
    assert not ImportBatch.objects.exists()
    line.detach()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="is being read")).to_be_visible()


def test_a_lost_line_leaves_the_page_with_what_was_chosen(chromium: Browser, live_server, account: User, tmp_path: Path) -> None:
    context = chromium.new_context()  # the browser's console tells of the lost line too, as it should
    page = context.new_page()
    _choose_a_large_file(page, live_server.url, tmp_path)
    context.set_offline(True)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("alert").get_by_text("The connection was lost")).to_be_visible()
    context.set_offline(False)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="is being read")).to_be_visible()
    assert ImportBatch.objects.get().files.get().path == "large.txt"
    context.close()


def test_what_the_archive_refuses_is_told_and_stays_chosen(page: Page, live_server, account: User, tmp_path: Path) -> None:
    _choose_a_large_file(page, live_server.url, tmp_path)
    page.get_by_text("Or paste the text of one release").click()
    page.get_by_label("Address it was taken from").fill("no address")
    page.get_by_label("Text or HTML, headline first").fill("Talks in Riga")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#url-error")).to_be_visible()
    expect(page.get_by_text("large.txt")).to_be_visible()
    page.get_by_label("Address it was taken from").fill("https://mod.example.org/talks")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="is being read")).to_be_visible()
    assert ImportBatch.objects.get().files.count() == 2


def _choose_a_large_file(page: Page, site: str, folder: Path) -> None:
    large = folder / "large.txt"
    large.write_text("They met in Riga and agreed on joint training of their forces.\n" * 10_000)
    sign_in(page, f"{site}/upload/")
    page.get_by_label("Files or archives").set_input_files(large)
    expect(page.get_by_text("large.txt")).to_be_visible()


def test_everything_works_without_javascript(chromium: Browser, live_server, account: User, releases: list[Path]) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, f"{live_server.url}/upload/")
    page.get_by_label("Files or archives").set_input_files(releases[:1])
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="is being read")).to_be_visible()
    assert page.locator('meta[http-equiv="refresh"]').count() == 1
    page.get_by_role("button", name="Stop after the files in hand").click()
    expect(page.get_by_text("Stopped: 1 file will not be read.")).to_be_visible()
    context.close()


def _correct_the_rank(page: Page) -> None:
    """The first official of the draft has another rank in it."""
    page.locator("#people ~ ul summary").first.click()
    drawer = page.locator("#people ~ ul details[open]")
    drawer.get_by_label("Rank").fill("Field Marshal of the Walk")
    drawer.get_by_role("button", name="It is so").click()


def _correct_the_place(page: Page) -> str:
    """The place of the first meeting is the first word of the text, by selecting it there: what it is now."""
    page.locator("#meetings ~ ul summary").first.click()
    drawer = page.locator("#meetings ~ ul details[open]")
    drawer.get_by_label("Place").focus()
    words: str = page.evaluate(
        r"""() => {
            const text = document.createTreeWalker(document.querySelector(".fulltext"), NodeFilter.SHOW_TEXT);
            let node = text.nextNode();
            while (!/\w{3}/.test(node.data)) { node = text.nextNode(); }
            const found = /\w{3,}/.exec(node.data);
            getSelection().setBaseAndExtent(node, found.index, node, found.index + found[0].length);
            document.querySelector(".fulltext").dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
            return found[0];
        }"""
    )
    expect(drawer.get_by_label("Place")).to_have_value(words)
    drawer.get_by_role("button", name="It is so").click()
    return words
