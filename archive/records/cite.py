"""How a page is cited: its lasting address and the day it was seen."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from archive.models import Article
from archive.prose.dates import in_words


@dataclass(frozen=True, slots=True)
class Cite:
    """The address to cite, and the day of access in words."""

    permalink: str
    seen: str


def cited(request: HttpRequest, *, question: str = "", path: str = "") -> Cite:
    """Return what a reader needs to cite this page. The address is the one without a question, which never changes.

    A page that answers a question is cited with it: `question` is that part of its address, from the "?", in one way of writing it.
    `path` is the page's own, where a form was sent to another one.
    """
    return Cite(request.build_absolute_uri((path or request.path) + question), in_words(timezone.localdate().isoformat()).text)


def source_in_words(article: Article) -> str:
    """A release as a reference names it: its publisher, its title and its day."""
    publisher = article.publisher.name if article.publisher else "publisher not stated"
    return f"{publisher}, “{article.title or 'without a headline'}”, {in_words(article.published)}"
