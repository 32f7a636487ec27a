"""News of the Defense Visual Information Distribution Service, which prints the stories of all American units."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ingest.engine import patterns
from ingest.engine.sources.layouts.history import Change
from ingest.engine.sources.page import Block, Page
from ingest.engine.types import Document, Dropped
from ingest.engine.values import frozen


@frozen
class Dvids:
    """Place, day of the event, writer and unit stand below the headline, in this order; the day of posting stands below the story.

    The general reader takes the day of the event for that of publication and the service for the publisher.
    """

    name: str = "dvids"
    history: tuple[Change, ...] = (
        Change("2008", "Headline, then place, date, writer and unit as headings of the third rank; a table of data below the story."),
        Change("2016", "The story is one paragraph with line breaks in `div.asset_news_container`; the data begin with NEWS INFO."),
    )

    def matches(self, document: Document) -> bool:
        return document.format == "html" and ("asset_news_container" in document.text or _NAMED.search(document.text[:20_000]) is not None)

    def read(self, document: Document) -> Page:
        from ingest.engine.sources import markup  # here: Beautiful Soup is a third of what the engine loads, and text needs none of it

        page = markup.read(document)
        end = next((at for at, block in enumerate(page.blocks) if _DATA.match(block.text)), len(page.blocks))
        posted = _POSTED.search(" ".join(block.text for block in page.blocks[end : end + 30]))  # label and value may be two cells
        return replace(
            page,
            blocks=tuple(block for block in page.blocks[:end] if not _CREDITED.match(block.text)),
            published=posted["date"] if posted else page.published,
            publisher=_unit(page.blocks[:end]),
            dropped=(
                *page.dropped,
                *(Dropped(block.text, "caption or credit") for block in page.blocks[:end] if _CREDITED.match(block.text)),
                *(Dropped(block.text, "data about the file") for block in page.blocks[end:]),
            ),
        )


_NAMED = patterns.compile(r"""property=["']og:site_name["']\s+content=["']DVIDS["']""")
_DATA = patterns.compile(r"(?:NEWS INFO|Date Taken:)")
_POSTED = patterns.compile(r"Date Posted:\s*(?P<date>\d\d\.\d\d\.\d{4})")  # Date Posted: 03.03.2020 05:12
_CREDITED = patterns.compile(r"Photo By .{2,60} \| ")  # Photo By Sgt. Ana Ruiz | The commander …
_WRITER = patterns.compile(r"(?:Story by\b.*|Courtesy Story)")


def _unit(blocks: tuple[Block, ...]) -> str | None:
    """The unit on the line below the writer; None where the page names none."""
    for above, block in pairwise(blocks):
        if _WRITER.fullmatch(above.text) and 0 < len(block.text.split()) <= 12:
            return block.text
    return None
