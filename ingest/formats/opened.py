"""What comes out of a file that holds a release."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.engine.types import Format


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a release in a form that the engine reads, and the address it was saved from, where the file tells it."""

    text: str
    format: Format = "text"
    url: str | None = None
