"""The headline of a web page by its headings and its window, and the site that the window names beside it."""

from __future__ import annotations

import re
from functools import cache

from bs4 import BeautifulSoup, Tag

from ingest.engine import patterns, tables
from ingest.engine.cleaning import publishers
from ingest.engine.sources.page import single_spaced


def title(soup: BeautifulSoup, container: Tag | None, stated: dict[str, str], *, headline: str | None) -> str | None:
    """The headline: an `h1` beside the text, else what the page gives to others to show, else the window's without the site."""
    window = single_spaced(soup.title.get_text()).strip(":*|»« ") if soup.title else ""  # ::: Armed Forces of Sandova :::
    shown = next((stated[name] for name in _shown() if name in stated), None) or headline
    headings = _headlines(container or soup) or _headlines(soup)
    for heading in headings:
        if heading.lower()[:40] in f"{window} {shown}".lower():
            return heading
    if headings and not shown:
        return headings[0]
    if not shown and (below := _headings(container or soup, "h2")):
        if (named := next((one for one in below if one.lower()[:40] in window.lower()), None)) is not None:
            return named
        return None if len(below) > 1 else below[0]  # the window names the site alone, and the headline is of the second rank
    if not shown and not headings and (lesser := _heading_above_text(container or soup)):
        return lesser
    named = _without_site(shown or window, stated.get("og:site_name")) or (headings[0] if headings else None)
    bare = named is not None and shown is None and (_is_section(named) or publishers.is_masthead(named))
    return None if bare else named


def _headlines(root: Tag) -> list[str]:
    """The headings of first rank without those that name the site: `<h1 id="logo">Ministry of Defence</h1>`."""
    return [heading for heading in _headings(root, "h1") if not publishers.is_masthead(heading)]


def _is_section(title: str) -> bool:
    """Whether a window names a section or kind of page alone: "News Detail", "Press Releases"."""
    return all(word in publishers.section_words() for word in re.findall(r"[^\W_]+", title.lower()))


def _headings(root: Tag, name: str) -> list[str]:
    """The first headings of one rank that are longer than a section's name."""
    texts = [single_spaced(tag.get_text(" ")) for tag in root.find_all(name, limit=5)]
    return [text for text in texts if len(text.split()) > 2]


def _heading_above_text(root: Tag) -> str | None:
    """The first heading of a lower rank that stands above a paragraph, on a page that has none of the first two: `<h4 class="tit">`."""
    for tag in root.find_all(["h3", "h4", "h5"], limit=6):
        text = single_spaced(tag.get_text(" "))
        below = tag.find_next("p")
        beside = any(parent.name in {"aside", "nav", "footer", "header"} for parent in tag.parents)
        if len(text.split()) > 3 and not beside and below is not None and len(below.get_text()) >= _FEWEST_OF_PARAGRAPH:
            return text
    return None


_FEWEST_OF_PARAGRAPH = 80  # letters of the first paragraph below a headline


def names_window(root: Tag, window: str) -> bool:
    """Whether a heading of second or third rank in an element is what the page's window is called."""
    return any(heading.lower()[:40] in window.lower() for rank in ("h2", "h3") for heading in _headings(root, rank))


def _without_site(title: str, site: str | None) -> str | None:
    """The title without the site's name before or behind it: "Talks held in Baku | Ministry of Defence"."""
    if site and title.lower().endswith(site.lower()):
        title = title[: -len(site)].rstrip(" |-–—:»·") or title
    parts = _BARS.split(title)
    longest = max(parts, key=len) if len(parts) > 1 and len(max(parts, key=len)) > 0.6 * len(title) else title
    return longest.strip() or None


def site(soup: BeautifulSoup, container: Tag) -> str | None:
    """The site that the window names beside the headline: "Minister receives envoy - Undersecretariat", "News Agency | Talks"."""
    window = single_spaced(soup.title.get_text()) if soup.title else ""
    for rank in ("h1", "h2", "h3"):
        for heading in _headings(container, rank) or _headings(soup, rank):
            at = window.lower().find(heading.lower()[:40])
            if at < 0:
                continue
            before = [part for part in _BARS.split(window[:at]) if part.strip(_BAR_SIGNS)]
            behind = [part for part in _BARS.split(window[at:])[1:] if part.lower() not in heading.lower()]
            return next((part.strip(_BAR_SIGNS) for part in (*behind[-1:], *before[:1]) if " " in part or not _is_section(part)), None)
    return None


_BAR_SIGNS = " |»·>-–—:"
_BARS = patterns.compile(r"\s+(?:[|»·>]|[-–—]{1,2}|::)\s+")


@cache
def _shown() -> tuple[str, ...]:
    """The names under which a page gives its headline to others that show it."""
    return tuple(tables.read("html_marks.yaml")["titles"])
