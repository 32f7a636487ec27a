"""From a document to a release: headline, running text, who published it and when, and what was cut and why."""

from __future__ import annotations

import re

from ingest.engine.types import Document, Release


def release(document: Document) -> Release:
    """The clean release that a document holds. Never raises for any text."""
    blocks = [block.strip() for block in re.split(r"\n[^\S\n]*\n", document.text) if block.strip()]
    if not blocks:
        return Release(title=None, body="")
    joined = [" ".join(block.split()) for block in blocks]
    return Release(title=joined[0], body="\n\n".join(joined[1:]), source_url=document.url)
