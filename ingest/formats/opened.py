"""What comes out of a file that holds a release."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.engine.types import Format


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a release in a form that the engine reads, the address it was saved from, and of a mail who sent it on which day."""

    text: str
    format: Format = "text"
    url: str | None = None
    sender: str | None = None
    sent: str | None = None
