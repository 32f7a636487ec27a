"""What a word tells by itself: its folded form, its capital, whether it is plain English, its parts at hyphens."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ingest.engine.remembered import Remembered
from ingest.engine.rules.people.lexicon import lexicon


class Shape(NamedTuple):
    """One word as the grammar of people compares it; `opens` if a phrase of the lexicon begins with its first part."""

    fold: str
    capital: bool
    plain: bool
    pieces: tuple[str, ...]
    opens: bool


def _of(word: str) -> Shape:
    fold = _fold(word)
    pieces = (fold,) if "-" not in fold or len(fold) == 1 else tuple(piece.rstrip(".") for piece in fold.split("-"))
    return Shape(fold, word[0].isupper() or _has_article(word), _is_plain(fold, lexicon().plain), pieces, pieces[0] in _firsts())


SHAPES = Remembered(_of)


_STRAIGHT = str.maketrans("’‘‐‑", "''--")


def _fold(word: str) -> str:
    lower = word.lower()
    return lower if lower.isalnum() else lower.translate(_STRAIGHT).rstrip(".") or word


def _has_article(word: str) -> bool:
    """Whether an Arabic article or particle in small letters is tied to a capital: "al-Rahim", "ould-Daddah"."""
    article, mark, rest = word.translate(_STRAIGHT).partition("-")
    return bool(mark) and rest[:1].isupper() and article in _ARTICLES


_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ur", "abu", "ibn", "bin", "ben", "ould", "ag"})


def _is_plain(fold: str, plain: frozenset[str]) -> bool:
    if fold in plain or fold.endswith(FORMED):
        return True
    return "-" in fold and all(
        part in plain or part in _PREFIXES or not part.isalpha() or (len(part) < 3 and part != fold) for part in fold.split("-")
    )


FORMED = ("-based", "-born", "-led", "-made", "-backed", "-sponsored")  # "Sri | Lanka-based": English, whatever stands before the hyphen
_PREFIXES = frozenset(
    {"anti", "counter", "multi", "cyber", "inter", "non", "sub", "trans", "pre", "post", "bi", "mid", "pan", "euro", "afro"}
)


@cache
def _firsts() -> frozenset[str]:
    return lexicon().firsts
