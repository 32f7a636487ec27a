"""A clean release made ready for rules: headline and body with their tokens, sentences and gazetteer terms."""

from __future__ import annotations

from ingest.engine import gazetteers, sentences
from ingest.engine.types import Passage, Release, Where


def of(release: Release) -> tuple[Passage, Passage]:
    """The passages of headline and body, in this order; a release without a headline has an empty first passage."""
    return _passage("title", release.title or ""), _passage("body", release.body)


def _passage(where: Where, text: str) -> Passage:
    words = sentences.tokens(text)
    return Passage(
        where=where,
        text=text,
        tokens=words,
        sentences=sentences.sentences(text, words),
        terms=gazetteers.find(text),
    )
