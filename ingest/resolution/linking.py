"""Who is joined with whom across articles, without a person having looked: only what cannot well be otherwise.

Facts fall into blocks (same name whatever its case, accents, hyphens and order, same country); nothing is ever joined across blocks,
so a new article touches few facts. Inside a block, facts that tell the same about who somebody is share a `Likeness`; `clusters`
parts the likenesses of one block. It is a function of the set of likenesses alone, so the order in which articles arrive changes
nothing. A join says by which rule it was made, and a wider comparison may later take the place of `clusters`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

RULE = "linking.same-name-same-country"
VERSION = "1"

# Letters that Unicode does not take apart into a base letter and an accent.
PLAIN_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "þ": "th"})
MEN = frozenset({"mr", "sir", "lord", "prince", "sheikh", "king", "sultan", "emir"})
WOMEN = frozenset({"ms", "mrs", "miss", "madam", "madame", "dame", "lady", "princess", "sheikha", "queen", "baroness"})
WORKING_LEVEL, HIGHEST_LEVELS = 6, frozenset({1, 2, 3})


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """What a fact tells about who somebody is. `alone` is the key of the fact itself where it must not be joined with others."""

    words: tuple[str, ...]
    gender: str = ""  # "m", "f", or "" where no honorific tells
    standing: str = ""  # "high", "low", or ""
    alone: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Likenesses that are one person, and the reasons."""

    members: tuple[Likeness, ...]
    reasons: tuple[str, ...]


def likeness(name: str, *, honorific: str | None, level: int | None, alone: str = "") -> Likeness:
    """What a person fact tells about who it speaks of."""
    return Likeness(fold(name), _gender(honorific), _standing(level), alone)


def person_block(name: str, country: str | None, *, alone: str) -> str:
    """The block of a person fact: people of two blocks are never joined.

    A name of one word, or a person whose country is not told, is joined with nobody: the block then is the fact's own (`alone`).
    """
    words = fold(name)
    if country is None or len(words) < 2:
        return key("person", alone)
    return key("person", country, *sorted(words))


def organization_block(name: str, country: str | None, *, alone: str) -> str:
    """The block of an organization fact, all of whose facts are one organization. Without a country it is the fact's own."""
    words = [word for word in fold(name) if word not in {"the", "of", "for", "and"}]
    if country is None or not words:
        return key("organization", alone)
    return key("organization", country, *(SPELLINGS.get(word, word) for word in words))


SPELLINGS = {"defence": "defense", "center": "centre", "organisation": "organization", "programme": "program"}


def clusters(found: Iterable[Likeness]) -> tuple[Join, ...]:
    """The people of one block, in a settled order.

    What speaks for two people of one name (a Mr. and a Ms., a minister and a corporal) parts the block, and then what tells neither
    is joined with neither.
    """
    likenesses = sorted(set(found))
    telling = [trait for trait in TRAITS if len({trait(one) for one in likenesses} - {""}) > 1]
    groups: dict[tuple[object, ...], list[Likeness]] = {}
    for one in likenesses:
        groups.setdefault((one.alone, _any_order(one.words), *(trait(one) for trait in telling)), []).append(one)
    return tuple(Join(tuple(group), _reasons(group)) for group in groups.values())


def fold(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, punctuation; a hyphen or an apostrophe joins what it stands between."""
    flat = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN_LETTERS))
    plain = "".join(sign for sign in flat if not unicodedata.combining(sign))
    return tuple(re.sub(r"[^\w\s]+", lambda sign: " " if sign[0] in ".,;:/()" else "", plain).split())


def key(*parts: str) -> str:
    """A short name for a thing that depends on the parts alone."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=12).hexdigest()


def _any_order(words: tuple[str, ...]) -> tuple[str, ...]:
    """The same for a name with its family name first and last: the least of its rotations."""
    return min((words[at:] + words[:at] for at in range(len(words))), default=())


def _reasons(group: list[Likeness]) -> tuple[str, ...]:
    if len({one.words for one in group}) > 1:
        return ("same words of the name in another order", "same country")
    return ("same name", "same country")


def _gender(honorific: str | None) -> str:
    words = set(fold(honorific or ""))
    if words & WOMEN:
        return "f"
    return "m" if words & MEN else ""


def _standing(level: int | None) -> str:
    if level is None:
        return ""
    if level in HIGHEST_LEVELS:
        return "high"
    return "low" if level == WORKING_LEVEL else ""


TRAITS: tuple[Callable[[Likeness], str], ...] = (attrgetter("gender"), attrgetter("standing"))
