"""A real Chromium and a site with the two seed releases in it, read by the engine as it is.

Without a browser these tests are skipped; PARLEY_REQUIRE_BROWSER=1 makes a missing one a failure. PARLEY_CHROMIUM names another one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 60_000  # milliseconds: a machine that does other things too is no fault of the page
SEEDS = (settings.BASE_DIR / "seeds", settings.BASE_DIR.parent / "shared" / "gold" / "seeds")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    executable = os.environ.get("PARLEY_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        message = "There is no Chromium on this machine; PARLEY_CHROMIUM may name one."
        if os.environ.get("PARLEY_REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in this thread; Django takes that for asynchronous code
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(params=[1280, 390], ids=["1280 pixels", "390 pixels"])
def width(request: pytest.FixtureRequest) -> int:
    return request.param


@pytest.fixture
def page(chromium: Browser, width: int) -> Iterator[Page]:
    """A page that notes what its policy or a missing file makes the browser complain of; a test fails if there is anything.

    That the page itself is none (404) is no complaint.
    """
    # Without motion, as colors in transition are not those that an audit should see.
    context = chromium.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console",
        lambda said: complaints.append(said.text) if said.type == "error" and said.location.get("url") != page.url else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def site(live_server, transactional_db: None) -> str:  # type: ignore[no-untyped-def]
    """The address of a site with the seeds in it."""
    folder: Path | None = next((folder for folder in SEEDS if folder.is_dir()), None)
    if folder is None:
        pytest.fail(f"There are no seeds, neither in {SEEDS[0]} nor in {SEEDS[1]}.")
    releases = sorted(str(path) for path in folder.iterdir() if path.suffix in (".txt", ".md"))
    call_command("ingest", *releases, processes=1)
    return live_server.url
