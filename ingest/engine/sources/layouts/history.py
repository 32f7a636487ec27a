"""What every layout tells of itself besides how it is read: since when its pages have looked so, and what changed."""

from __future__ import annotations

from typing import Protocol

from ingest.engine.sources.page import Page
from ingest.engine.types import Document
from ingest.engine.values import frozen


@frozen
class Change:
    """From when on (EDTF) pages have had a trait, and which."""

    since: str
    what: str


class Layout(Protocol):
    """A source with a history, the oldest change first; pages of every stage of it are still read."""

    @property
    def name(self) -> str: ...

    @property
    def history(self) -> tuple[Change, ...]: ...

    def matches(self, document: Document) -> bool: ...

    def read(self, document: Document) -> Page: ...
