"""Page layouts: one module each, asked in order; the first that knows a document reads it."""

from __future__ import annotations

from ingest.engine.sources.html import Html
from ingest.engine.sources.layouts import LAYOUTS
from ingest.engine.sources.markdown import Markdown
from ingest.engine.sources.page import Page, Source
from ingest.engine.sources.plain import Plain
from ingest.engine.types import Document

# The general readers stand last, and `Plain` reads whatever is left.
SOURCES: tuple[Source, ...] = (*LAYOUTS, Html(), Markdown(), Plain())


def of(document: Document) -> Source:
    """The source module that reads the document."""
    return next(source for source in SOURCES if source.matches(document))


__all__ = ["SOURCES", "Page", "Source", "of"]
