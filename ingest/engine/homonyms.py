"""Words that two states share, told apart once for a whole release, before any rule asks: "Congolese", "Dominican"."""

from __future__ import annotations

from functools import cache

from ingest.engine import gazetteers, tables
from ingest.engine.types import Passage, Term
from ingest.engine.values import replace

Passages = tuple[Passage, Passage]


def told_apart(both: Passages) -> Passages:
    """The passages, in which a shared word names the state that the release tells; without a sign of its own it stays the usual one.

    The rarer state is meant where it alone is named in full ("the Republic of the Congo"), or where neither is and a city of its own,
    but none of the usual one, is named ("Pointe-Noire").
    """
    for usual, other in _shared().items():
        words = [(passage, term) for passage in both for term in passage.terms if term.value == usual and term.kind in _STATES]
        if not words or any(_is_own_name(passage, term) for passage, term in words):
            continue
        if any(term.value == other and term.kind in _STATES for passage in both for term in passage.terms) or _is_at_home(
            both, usual, other
        ):
            both = (_renamed(both[0], usual, other), _renamed(both[1], usual, other))
    for letters, (usual, other) in _letters().items():
        if _is_named_so_alone(both, letters, usual) and any(term.value == other for passage in both for term in passage.terms):
            both = (_renamed(both[0], usual, other), _renamed(both[1], usual, other))
    return both


def _is_named_so_alone(both: Passages, letters: str, usual: str) -> bool:
    """Whether a state is named by its letters and never otherwise: "RoK", in a release that speaks of Kazakhstan and not of Korea."""
    forms = [gazetteers.fold(passage.text[term.start : term.end]) for passage in both for term in passage.terms if term.value == usual]
    return bool(forms) and all(form == letters for form in forms)


_STATES = ("country", "demonym")


def _is_own_name(passage: Passage, term: Term) -> bool:
    """Whether the form is longer than the word that two states share."""
    return term.kind == "country" and ("republic" in (form := gazetteers.fold(passage.text[term.start : term.end])) or "dr" in form)


def _is_at_home(both: Passages, usual: str, other: str) -> bool:
    cities = {term.value.rpartition("|")[2] for passage in both for term in passage.terms if term.kind == "city"}
    return other in cities and usual not in cities


def _renamed(passage: Passage, usual: str, other: str) -> Passage:
    terms = tuple(
        Term(term.start, term.end, term.kind, other) if term.value == usual and term.kind in _STATES else term for term in passage.terms
    )
    return replace(passage, terms=terms)


@cache
def _letters() -> dict[str, tuple[str, str]]:
    letters: dict[str, list[str]] = tables.read("countries.yaml")["letters"]
    return {form: (usual, other) for form, (usual, other) in letters.items()}


@cache
def _shared() -> dict[str, str]:
    shared: dict[str, str] = tables.read("countries.yaml")["shared"]
    return shared
