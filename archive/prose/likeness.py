"""The words of a name that are like those looked for, marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from django.utils.safestring import SafeString
from rapidfuzz.fuzz import ratio

from archive.prose.marking import FOR_THE_EYE, Span, marked

WORD = re.compile(r"[^\W_]+")
LIKE = 70  # of 100: "dinku" and "dincu" have 80, "dincu" and "vasile" 36


def with_hits(name: str, typed: str) -> SafeString:
    """Return a name as HTML, each of its words marked that is one of the words typed, begins with one or is spelt nearly so."""
    wanted = [_folded(word[0]) for word in WORD.finditer(typed)]
    hits = [Span(word.start(), word.end(), "") for word in WORD.finditer(name) if _is_like(_folded(word[0]), wanted)]
    return marked(name, hits, opening=lambda _: FOR_THE_EYE, closing=lambda _: "</mark>")


def _is_like(word: str, wanted: Sequence[str]) -> bool:
    return any(word == one or (len(one) > 2 and (word.startswith(one) or ratio(word, one) >= LIKE)) for one in wanted)


def _folded(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter)).casefold()
