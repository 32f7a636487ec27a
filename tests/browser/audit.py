"""What an accessibility audit finds on a page that is open, and whether it scrolls sideways."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
OF_COLORS = ("color-contrast", "link-in-text-block")  # all that another theme can change


def serious(page: Page, *, rules: tuple[str, ...] = ()) -> list[str]:
    """The serious violations by all rules, or by these, with the element of each."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    options: dict[str, Any] = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    found = page.evaluate("options => axe.run(options)", options)
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] if one["impact"] in GRAVE for node in one["nodes"]]


def on_all_screens(page: Page) -> dict[str, list[str]]:
    """By width and theme what is wrong with the page that is open. The dark colors are looked at once: no width changes them."""
    page.wait_for_load_state()  # behind a link there is for a moment a page without an element
    found = {}
    for width, theme, rules in ((1280, "dark", OF_COLORS), (1280, "light", ()), (390, "light", ())):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        found[f"{width} {theme}"] = [*sideways(page), *serious(page, rules=rules)]
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def sideways(page: Page) -> list[str]:
    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{beyond} pixels wider than the window"] if beyond > 0 else []
