"""A release of three paragraphs, to set something between, above or below them."""

from __future__ import annotations

from ingest.engine import clean
from ingest.engine.types import Document, Release

FIRST = "The two ministers reviewed the state of defence cooperation and agreed that staff talks should be held every year from now on."
LAST = "The delegation also visited the naval base, where it was shown the new training centre for divers and the workshop for small boats."
END = "Both sides described the talks as useful, and the envoy thanked the command for the welcome that she had been given at the port."
HEADLINE = "Minister Receives Envoy of Sandova in Baku"


def release(page: str, format: str = "text") -> Release:
    """What is read from the page, in which FIRST, LAST, END and HEADLINE stand for the sentences above."""
    for name, words in {"FIRST": FIRST, "LAST": LAST, "END": END, "HEADLINE": HEADLINE}.items():
        page = page.replace(name, words)
    return clean.release(Document(page, format))  # type: ignore[arg-type]
