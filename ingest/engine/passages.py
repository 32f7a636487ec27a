"""A clean release made ready for rules: headline and body with their tokens, sentences and gazetteer terms."""

from __future__ import annotations

from operator import attrgetter

from ingest.engine import gazetteers, homonyms, sentences
from ingest.engine.types import Passage, Release, Where


def of(release: Release) -> tuple[Passage, Passage]:
    """The passages of headline and body, in this order; a release without a headline has an empty first passage."""
    return homonyms.told_apart((_passage("title", release.title or ""), _passage("body", release.body)))


def _passage(where: Where, text: str) -> Passage:
    tokens = sentences.tokens(text)
    texts = tuple(map(_TEXT, tokens))
    words = frozenset(texts)
    return Passage(
        where=where,
        text=text,
        tokens=tokens,
        sentences=sentences.sentences(text, tokens),
        terms=gazetteers.find(text),
        texts=texts,
        words=words.union(*(word.split("-") for word in words if "-" in word)) - {""} if "-" in text else words,
    )


_TEXT = attrgetter("text")
