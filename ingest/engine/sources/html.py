"""Pages of HTML of any site."""

from __future__ import annotations

from ingest.engine.sources.page import Page
from ingest.engine.types import Document
from ingest.engine.values import frozen


@frozen
class Html:
    """A document that is a web page."""

    name: str = "html"

    def matches(self, document: Document) -> bool:
        return document.format == "html"

    def read(self, document: Document) -> Page:
        from ingest.engine.sources import markup  # here: Beautiful Soup is a third of what the engine loads, and text needs none of it

        return markup.read(document)
