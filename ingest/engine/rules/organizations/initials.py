"""Letters that a release does not explain, and that the initials of a body which it names in full spell: "the NPDC"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.engine import patterns
from ingest.engine.types import Passage


def spelled(both: tuple[Passage, Passage], names: Iterable[str]) -> dict[str, str]:
    """The unexplained acronyms of the passages with the one name whose capital words they are the initials of."""
    letters = {word for passage in both for word in filter(str.isupper, passage.words) if _ACRONYM.fullmatch(word)}
    if not letters:
        return {}
    letters -= {passage.text[term.start : term.end] for passage in both for term in passage.terms}
    found: dict[str, set[str]] = {}
    for name in names:
        for initials in letters.intersection(_initials(name)):
            found.setdefault(initials, set()).add(name)
    return {initials: of.pop() for initials, of in found.items() if len(of) == 1}


def spells(passage: Passage, acronym: str) -> bool:
    """Whether the passage prints words in a row, among small ones, whose initials are the letters: "Ports and Dunes Council" for "PDC"."""
    if not _ACRONYM.fullmatch(acronym):
        return False
    opening = [at for at, text in enumerate(passage.texts) if text[0] == acronym[0] and text != acronym]
    return any(_spell_from(passage.texts, at, acronym) for at in opening)


def _spell_from(texts: tuple[str, ...], at: int, acronym: str) -> bool:
    """Whether the capital words from here on, small ones between them, have these initials."""
    for letter in acronym:
        while at < len(texts) and texts[at] in _SMALL:
            at += 1
        if at >= len(texts) or texts[at][0] != letter or texts[at].isupper():
            return False
        at += 1
    return True


_ACRONYM = patterns.compile(r"[A-Z]{3,7}")
_SMALL = frozenset({"of", "for", "and", "on", "the", "to"})


def _initials(name: str) -> Iterator[str]:
    """Of the whole name, and of the name without whose it is: "Ports Council (of Peru)"; of none that holds letters itself: "US Ports"."""
    for form in (name, name.partition(" of the ")[0], name.rpartition(" of ")[0]):
        words = _CAPITAL_WORD.findall(form)
        if not any(word.isupper() for word in words):
            yield "".join(word[0] for word in words)


_CAPITAL_WORD = patterns.compile(r"\b[A-Z][\w’']*")
