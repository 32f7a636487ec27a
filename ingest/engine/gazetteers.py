"""Known names in a text: countries, demonyms, cities, organizations of states, and whatever else the tables of `data/gazetteers` list.

Every table is a TSV whose column heads are the kinds of its terms; `#` begins a remark. The first column is the value of the row, except
in tables of places, where it is the country and each form is a value of its own ("Bucharest|RO").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from ahocorasick_rs import AhoCorasick

from ingest.engine import patterns
from ingest.engine.tables import DATA
from ingest.engine.types import Term
from ingest.engine.values import frozen

# Of these kinds the longest name wins: "New Mexico" holds no Mexico, "Panama City" no Panama. Other kinds may lie over them.
GEOGRAPHY = frozenset({"country", "demonym", "country_mask", "city", "doubtful_city"})
_FAMILIES = dict.fromkeys(GEOGRAPHY, "geography")  # of every other kind its own name


def find(text: str) -> tuple[Term, ...]:
    """All terms of the tables in the text, in order of position; in each family of kinds the leftmost and longest ones.

    Case: a form counts in capitals or with a capital at its head, one that is marked "=" only as it is listed. Accents do not matter.
    """
    return _in_text(text) if len(text) > _LONG else _in_name(text)


def _in_text(text: str) -> tuple[Term, ...]:
    folded = fold(text)
    tables = _tables()
    hits = sorted(_hits(text, folded, tables), key=lambda hit: (hit[0], -hit[1]))
    reached: dict[str, tuple[int, int]] = {}  # the span that was taken last, by family
    found: list[Term] = []
    for start, end, entry in hits:
        family = _FAMILIES.get(entry.kind, entry.kind)
        taken = reached.get(family)
        if taken is not None and start < taken[1] and (start, end) != taken:
            continue
        reached[family] = (start, end)
        found.append(Term(start, end, entry.kind, entry.value))
    return tuple(found)


_in_name = lru_cache(maxsize=1 << 11)(_in_text)  # publishers, datelines and names of bodies come again and again


def kinds(name: str) -> frozenset[str]:
    """The kinds of the terms that take up all of a name; none for a name that the tables do not list."""
    if fold(name) not in _listed():
        return frozenset()
    return frozenset(term.kind for term in find(name) if term.end - term.start == len(name))


@cache
def _listed() -> frozenset[str]:
    return frozenset(_tables().patterns)


def fold(text: str) -> str:
    """The text in small letters without accents and with plain quotes, dashes and blanks, character for character of the same length."""
    return _folded_text(text) if len(text) > _LONG else _folded_words(text)


_LONG = 100  # characters of a text; names of states are asked by the dozen, and would push out the body


def _without_accents(text: str) -> str:
    if not text.isascii():
        for character in set(_BEYOND_ASCII.findall(text)):
            text = text.replace(character, _folded(character))
    for sign in _ASCII_SIGNS:  # the others are replaced already
        text = text.replace(sign, _SIGNS[sign])
    return text.lower()


_folded_text = lru_cache(maxsize=16)(_without_accents)  # of one body several ask
_folded_words = lru_cache(maxsize=1 << 12)(_without_accents)


@cache
def values(kind: str) -> frozenset[str]:
    """All values of a kind ("country": the ISO codes)."""
    return frozenset(entry.value for entries in _tables().entries for entry in entries if entry.kind == kind)


@cache
def forms(kind: str) -> dict[str, str]:
    """Every folded form of a kind with its value, for looking up a name that is already at hand."""
    tables = _tables()
    return {
        pattern: entry.value
        for pattern, entries in zip(tables.patterns, tables.entries, strict=True)
        for entry in entries
        if entry.kind == kind
    }


# ---- searching ----


class _Entry(NamedTuple):
    kind: str
    value: str
    exact: str | None  # the only spelling that counts, for forms marked "="


@frozen
class _Tables:
    patterns: tuple[str, ...]
    entries: tuple[tuple[_Entry, ...], ...]
    automaton: AhoCorasick
    small: frozenset[int]  # the patterns, by number, that count without a capital


def _hits(text: str, folded: str, tables: _Tables) -> Iterator[tuple[int, int, _Entry]]:
    size = len(folded)
    for number, start, end in tables.automaton.find_matches_as_indexes(folded, overlapping=True):
        if not text[start].isupper() and number not in tables.small:
            continue
        if start and folded[start - 1].isalnum() and folded[start].isalnum():
            continue
        if end < size and folded[end].isalnum() and folded[end - 1].isalnum():
            continue
        for entry in tables.entries[number]:
            if entry.exact is None or text[start:end].translate(_PLAIN) == entry.exact:
                yield start, end, entry


def _may_be_small(entry: _Entry) -> bool:
    return entry.exact is not None and not entry.exact[:1].isupper()


# ---- tables ----


@cache
def _tables() -> _Tables:
    collected: dict[str, list[_Entry]] = {}
    for file in sorted((DATA / "gazetteers").glob("*.tsv")):
        for pattern, entry in _rows(file.read_text(encoding="utf-8").splitlines()):
            listed = collected.get(pattern)
            if listed is None:
                collected[pattern] = [entry]
            elif not any(_says_as_much(other, entry) for other in listed):
                listed.append(entry)
    patterns = tuple(collected)
    entries = tuple(map(tuple, collected.values()))
    small = frozenset(number for number, listed in enumerate(entries) for entry in listed if _may_be_small(entry))
    return _Tables(patterns, entries, AhoCorasick(patterns), small)


def _says_as_much(known: _Entry, entry: _Entry) -> bool:
    """Whether an entry adds nothing to one that is known: the same value, and no spelling that the known one leaves out."""
    return known.kind == entry.kind and fold(known.value) == fold(entry.value) and known.exact in (None, entry.exact)


def _rows(lines: Iterable[str]) -> Iterator[tuple[str, _Entry]]:
    kinds: list[str] = []
    for line in lines:
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not kinds:
            kinds = cells
            continue
        for kind, cell in zip(kinds[1:], cells[1:], strict=False):
            if kind != "reason":
                yield from _forms(kind, cells[0], cell, of_places=kinds[0] == "country")


def _forms(kind: str, value: str, cell: str, *, of_places: bool) -> Iterator[tuple[str, _Entry]]:
    for form, folded in zip(cell.split(" | "), fold(cell).split(" | "), strict=True):
        if not form:
            continue
        spelled = form.removeprefix("=")
        exact = spelled if form[0] == "=" or not spelled[0].isupper() else None
        yield folded.removeprefix("="), _Entry(kind, f"{spelled}|{value}" if of_places else value, exact)


# ---- folding, one character for one ----

_SIGNS = {
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "−": "-", "“": '"', "”": '"', "\u00a0": " ",
    "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " ",
}  # fmt: skip
_LETTERS = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "s", "æ": "a", "œ": "o", "ə": "a", "þ": "t", "ħ": "h"}
_PLAIN = str.maketrans(_SIGNS)
_ASCII_SIGNS = tuple(sign for sign in _SIGNS if sign.isascii())
_BEYOND_ASCII = patterns.compile("[^\x00-\x7f]")


@cache
def _folded(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    lower = character.lower()[0]
    base = _LETTERS.get(lower) or normalize("NFD", lower)[0]
    return base if base.isalnum() else character
