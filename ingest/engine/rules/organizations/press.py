"""Press agencies: bodies where somebody speaks to them or they report, and not where they sign a dateline."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.engine.rules.organizations.name import Name
from ingest.engine.rules.organizations.words import Words, facts, is_plain


def named(words: Words) -> Iterator[Name]:
    """Press agencies that somebody spoke to or that report, and not the sign of one in a dateline: "(Xinhua) --", "KAZINFORM -"."""
    if words.known.isdisjoint(facts().press_lower):
        return
    for number, token in enumerate(words.tokens):
        country = facts().press.get(token.text)
        if country is None or not number or words.tokens[number - 1].text in "(/-–—" or _is_given_name(words, number):
            continue
        doubtful = words.tokens[number - 1].text == "." or (token.text.isupper() and len(token.text) <= _SHORT)
        if doubtful and not _reports(words, number):
            continue  # the sign of a dateline, or letters that stand for other bodies too
        if words.lower[number + 1 : number + 2] not in ([")"], ["-"], ["–"], ["—"], ["/"], ["("]):
            yield Name(token.text, words.evidence(number, number, "known"), (), None, country)


def _is_given_name(words: Words, number: int) -> bool:
    """Whether somebody is called so: "Antara | Sen", "Petra | Lind"."""
    return not words.tokens[number].text.isupper() and words.joined(number + 1) and is_plain(words, number + 1)


_SHORT = 4  # letters of an acronym that is hardly one body's alone


def _reports(words: Words, number: int) -> bool:
    """Whether an agency is told something, or makes it known: "told | MTI |", "| QNA | reported"."""
    before, behind = words.lower[number - 1] if number else "", words.lower[number + 1] if number + 1 < len(words.tokens) else ""
    return before in ("told", "informs", "informed") or behind in _REPORTING


_REPORTING = frozenset(
    {"reports", "reported", "said", "says", "writes", "wrote", "quoted", "quotes", "quoting", "citing", "cited", "correspondent", "learned"}
    | {"learnt", "informs", "informed", "announced", "adds", "added", "has", "was", "news", "agency", "that"}
)
