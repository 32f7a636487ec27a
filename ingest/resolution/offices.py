"""How two offices and two ranks relate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.resolution import tables
from ingest.resolution.names import fold

_SMALL = frozenset({"of", "the", "for", "and", "to", "in", "on", "at", "a", "national", "republic"})
_WORD = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class Grade:
    """A rank's place: branch ("land", "sea", "air", None where several have it) and NATO officer grade (0 for other ranks)."""

    branch: str | None
    value: int


@dataclass(frozen=True, slots=True)
class Office:
    """What a position is: its class where it has one, whether a state has one holder a day, and its words without small ones."""

    kind: str | None
    one: bool
    words: frozenset[str]


def grade(rank: str | None) -> Grade | None:
    """The grade of a written rank; None where it is not told or not known."""
    if not rank:
        return None
    return _grades().get(_words_of(rank))


def office(position: str | None, organization: str | None = None) -> Office | None:
    """What a position is; None where it is not told. The organization lends a bare "Minister" or "Chief" its words."""
    if not position:
        return None
    plain = _words_of(position)
    kind, one = _classify(plain)
    if kind in {None, "minister"} and organization:
        longer, longer_one = _classify(f"{plain} of {_words_of(organization)}")
        kind, one = (longer, longer_one) if longer else (kind, one)
    return Office(kind, one, _content(plain))


def same_office(a: Office, b: Office) -> bool:
    """Whether two positions are one office in other words."""
    if a.one and b.one and a.kind == b.kind:
        return True
    if a.kind != b.kind:
        return False
    if not a.words or not b.words:
        return False
    return a.words == b.words or (len(a.words & b.words) >= 2 and (a.words <= b.words or b.words <= a.words))


def can_be_held_together(a: Office, b: Office) -> bool:
    """Whether one official may hold both on one day."""
    if a.kind is None or b.kind is None or a.kind == b.kind:
        return not (a.one and b.one and a.kind != b.kind)
    pairs = tables.load("offices.yml")["together"]
    return [a.kind, b.kind] in pairs or [b.kind, a.kind] in pairs


def same_organization(a: str | None, b: str | None) -> bool:
    """Whether two written organizations are one name, spelling of "defence" and word order of small words aside."""
    if not a or not b:
        return False
    one, two = _content(_words_of(a)), _content(_words_of(b))
    return bool(one) and (one == two or (len(one & two) >= 2 and (one <= two or two <= one)))


def _words_of(text: str) -> str:
    words = [fold(word).replace("-", " ") for word in text.replace("-", " ").replace(".", "").split()]
    plain = " ".join(word.strip(",;()") for word in words)
    return re.sub(r"\bdefense\b", "defence", plain)


def _content(plain: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(plain) if word not in _SMALL)


@cache
def _grades() -> dict[str, Grade]:
    found: dict[str, Grade] = {}
    for branch, values in tables.load("offices.yml")["ranks"].items():
        for value, names in values.items():
            for name in names:
                found[_words_of(name)] = Grade(None if branch == "any" else branch, value)
    return found


@cache
def _classify(plain: str) -> tuple[str | None, bool]:
    for name, one, pattern in _patterns():
        if pattern.search(plain):
            return name, one
    return None, False


@cache
def _patterns() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    found = []
    for entry in tables.load("offices.yml")["classes"]:
        alternatives = "|".join(re.escape(words).replace(r"\*", r"(?:\w+ ){0,5}?").replace(r"}?\ ", "}?") for words in entry["words"])
        start = r"^(?:the |principal |first |acting )?" if entry.get("prefix") else r"\b"
        found.append((entry["name"], bool(entry.get("one")), re.compile(rf"{start}(?:{alternatives})\b")))
    return tuple(found)
