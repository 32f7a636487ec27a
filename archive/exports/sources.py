"""The columns that prove a line: the sentence, the article it stands in, where that came from and the hash of its file."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.urls import reverse

from archive.exports.table import Column, Line
from archive.keys import PUBLIC

NO_ID = "0" * PUBLIC


def permalink(line: Line[Any], kind: str, public_id: str) -> str:
    """Return the lasting address of a thing's page."""
    before, after = _address(kind)
    return f"{line.site}{before}{public_id}{after}"


@cache
def _address(kind: str) -> tuple[str, str]:
    """What stands before and after the id in the addresses of pages of this kind: they are looked up once."""
    before, _, after = reverse(kind, args=[NO_ID]).partition(NO_ID)
    return before, after


def _article_permalink(line: Line[Any]) -> str:
    article = line.evidence.article
    return permalink(line, "article", article.public_id) if article else ""


def _of_article(line: Line[Any], name: str) -> str:
    article = line.evidence.article
    return str(getattr(article, name) or "") if article else ""


SOURCE: tuple[Column[Any], ...] = (
    Column(
        "sentence",
        "The words that it was read from, letter for letter, out of the article named next.",
        lambda line: line.evidence.sentence,
    ),
    Column("sentence_rule", "Rule that read them.", lambda line: line.evidence.rule),
    Column("article_permalink", "Address of the article that the sentence stands in.", _article_permalink),
    Column("publisher", "Who issued it; empty: not stated.", lambda line: _of_article(line, "publisher")),
    Column("published", "When it was issued, as EDTF; empty: not stated.", lambda line: _of_article(line, "published")),
    Column("source_url", "Where it was first published; empty: not stated.", lambda line: _of_article(line, "source_url")),
    Column("sha256", "SHA-256 of the file it came in.", lambda line: _of_article(line, "sha256")),
)
