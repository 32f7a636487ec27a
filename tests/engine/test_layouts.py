"""Each page layout on its example: a page that we wrote in the manner of the site, and what it must come out as."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.engine import clean, dates, sources
from ingest.engine.sources.html import Html
from ingest.engine.sources.layouts import LAYOUTS, Layout
from ingest.engine.types import Document, Release

EXAMPLES = Path(__file__).parent / "layouts"


def example(layout: Layout) -> Document:
    return Document((EXAMPLES / f"{layout.name}.html").read_text("utf-8"), "html")


def wrongs(found: Release, expected: dict[str, object]) -> list[str]:
    """What the release has else than it must."""
    fields = {"title": found.title, "published": found.published, "publisher": found.publisher, "authors": list(found.authors)}
    wrong = [f"{name}: {value}" for name, value in fields.items() if value != expected[name]]
    wrong += [f"in the body: {piece}" for piece in expected["not_in_body"] if piece in found.body]  # type: ignore[attr-defined]
    if not found.body.startswith(str(expected["body_starts"])) or not found.body.endswith(str(expected["body_ends"])):
        wrong.append(f"body: {found.body[:60]} … {found.body[-60:]}")
    return wrong


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_example_comes_out_as_it_must(layout: Layout) -> None:
    expected = EXAMPLES / f"{layout.name}.json"
    assert expected.exists(), f"Write what {layout.name}.html must come out as to {expected}; this is what it comes out as: " + str(
        clean.release(example(layout))
    )

    assert sources.of(example(layout)) is layout
    assert wrongs(clean.release(example(layout)), json.loads(expected.read_text("utf-8"))) == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout_is_better_than_the_general_reader(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "SOURCES", (Html(),))
    expected = json.loads((EXAMPLES / f"{layout.name}.json").read_text("utf-8"))

    assert wrongs(clean.release(example(layout)), expected), "The general reader does as well: this layout needs no module."


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_history_is_dated_and_in_order(layout: Layout) -> None:
    since = [change.since for change in layout.history]

    assert since == sorted(since)
    assert all(dates.parse(each) is not None or each.isdigit() for each in since)
    assert all(change.what.endswith(".") for change in layout.history)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout_leaves_other_pages_alone_and_bears_its_own_cut_short(layout: Layout) -> None:
    text = example(layout).text

    assert not layout.matches(Document("<html><body><h1>Talks</h1><p>Two ministers met.</p></body></html>", "html"))
    assert not layout.matches(Document(text, "text"))
    for length in range(0, len(text), 97):
        clean.release(Document(text[:length], "html"))
