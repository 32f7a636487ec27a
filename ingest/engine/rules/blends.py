"""Short names made of the beginnings of words: SAF of "Slovenian Armed Forces", SOUTHCOM of "U.S. Southern Command"."""

from __future__ import annotations

import re
from functools import lru_cache

_FEWEST = 3  # letters; fewer spell too much
_SMALL = frozenset(["of", "the", "and", "for", "in"])
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=512)
def is_of(short: str, name: str) -> bool:
    """Whether a short name is made of the beginnings of the last words of a name, each of which gives one letter or more."""
    words = tuple(word for word in _WORD.findall(name.casefold()) if word not in _SMALL)
    return len(short) >= _FEWEST and any(_is_made_of(short.casefold(), words[begin:]) for begin in range(len(words) - 1))


def _is_made_of(letters: str, words: tuple[str, ...]) -> bool:
    if not words:
        return not letters
    sizes = (size for size in range(1, min(len(letters), len(words[0])) + 1) if words[0].startswith(letters[:size]))
    return any(_is_made_of(letters[size:], words[1:]) for size in sizes)
