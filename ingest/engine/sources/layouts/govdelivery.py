"""Bulletins that governments send by mail through GovDelivery, saved as mail or as the page of the same bulletin."""

from __future__ import annotations

from dataclasses import replace

from ingest.engine import patterns
from ingest.engine.sources.layouts.history import Change
from ingest.engine.sources.page import Page
from ingest.engine.types import Document, Dropped
from ingest.engine.values import frozen


@frozen
class GovDelivery:
    """The sender is named at the foot alone ("on behalf of: U.S. Department of State"), the time of sending above the headline.

    The general reader finds no publisher, since every bulletin comes from the same service.
    """

    name: str = "govdelivery"
    history: tuple[Change, ...] = (
        Change("2011", "Tables; the foot says for whom the service sent the mail, between two addresses."),
        Change("2019", "Time of sending as “10/11/2017 03:08 PM EDT” above the text, links to preferences and profile below it."),
    )

    def matches(self, document: Document) -> bool:
        return document.format == "html" and "govdelivery" in document.text.lower() and _SENT.search(document.text) is not None

    def read(self, document: Document) -> Page:
        from ingest.engine.sources import markup  # here: Beautiful Soup is a third of what the engine loads, and text needs none of it

        page = markup.read(document)
        lines = [*(block.text for block in page.blocks), *(piece.text for piece in page.dropped)]
        sender = next((found["name"].strip() for line in lines if (found := _SENT.search(line))), None)
        stamped = next((found["date"] for line in lines if (found := _STAMP.match(line))), None)
        end = next((at for at, block in enumerate(page.blocks) if _FOOT.search(block.text)), len(page.blocks))
        return replace(
            page,
            blocks=page.blocks[:end],
            publisher=sender or page.publisher,
            published=_month_first(stamped) if stamped else page.published,
            dropped=(*page.dropped, *(Dropped(block.text, "page foot") for block in page.blocks[end:])),
        )


_SENT = patterns.compile(r"on behalf of:?\s+(?P<name>[A-Z][^·|<>\n\d]{2,80}?)\s*(?:[·|<\n\d]|,\s\d|$)")
_STAMP = patterns.compile(r"(?P<date>\d{1,2}/\d{1,2}/\d{4}) \d{1,2}:\d\d [AP]M\b")
_FOOT = patterns.compile(r"\b(?:Manage (?:your )?Preferences|Update your subscriptions|Subscriber Preferences|This email was sent to)\b", 2)


def _month_first(date: str) -> str:
    """The American date in the order of years, months and days."""
    month, day, year = date.split("/")
    return f"{year}-{int(month):02d}-{int(day):02d}"
