"""A position in words: without acronyms, without what only describes its holder, in the singular."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.people.heads import is_abbreviation
from ingest.engine.rules.people.view import View


def undescribed(position: str) -> str:
    """The position without words that describe and are no part of the title."""
    return _DESCRIBED.sub("", position)


# "Commanding Officers | of the two ships", "Commanding Officer | of the visiting Fijian vessel": a description, no part of the title
_DESCRIBED = patterns.compile(
    r" of the (?:two|three|four|five|six|visiting)\b.*$| of th(?:is|at) (?:country|state)$| to the (?:country|kingdom|sultanate|republic)$"
)


# "chiefs of defence | of various countries", "ambassadors | of the three Baltic states": whose they are, and no part of the title
_OF_MANY = patterns.compile(r"(?i) (?:of|from|in) (?:the )?(?:(?!of )[\w-]+ ){0,3}(?:countries|nations|states)$")

# "All | service chiefs", "both | ministers"
_MANY = patterns.compile(r"(?i)^(?:all|both|several|various|some|many|other|most|two|three|four|five|six)(?: the)? ")


def without_acronym(view: View, start: int, end: int) -> str:
    """The words without acronyms in brackets: "National Security Adviser ( NSA )"."""
    if "(" not in view.words[start:end]:
        return view.text(start, end)
    kept = []
    at = begin = start
    while at < end:
        if _is_remark(view, at, end):
            kept.append(view.text(begin, at))
            at = begin = at + 3
        elif view.words[at] == "(" and view.words[end - 1] == ")" and all(view.words[each].isupper() for each in range(at + 1, end - 1)):
            return " ".join([*kept, view.text(begin, at)])  # "Army Chief of Staff (SBDF ACOS)"
        else:
            at += 1
    return " ".join(part for part in [*kept, view.text(begin, end)] if part)


def _is_remark(view: View, at: int, end: int) -> bool:
    """Whether one word in brackets is no part of the position: short for it, or that it is held for a time ("(Ag)")."""
    if view.words[at] != "(" or at + 2 >= end or view.words[at + 2] != ")":
        return False
    return _is_short(view, at + 1) or view.folds[at + 1] in view.lex.acting or (at + 3 == end and view.is_acronym(at + 1))


def _is_short(view: View, at: int) -> bool:
    """Whether the one word in brackets is short for the office: an acronym ("DAs") or a word of another language ("Menhan")."""
    word = view.words[at]
    foreign = view.capital[at] and not view.plain[at] and at not in view.bodies and at not in view.countries
    return foreign or word.removesuffix("s").isupper() or (len(word) <= 6 and is_abbreviation(word))


def singular(position: str, head: str) -> str:
    """The position as one person holds it: "Executive Vice Presidents" → "Executive Vice President"."""
    position = _MANY.sub("", _OF_MANY.sub("", position))
    for plural, single in (("ies", "y"), ("men", "man"), ("s", "")):
        for word in head.split():
            if word.endswith(plural):
                return position.replace(word, word[: -len(plural)] + single, 1)
    return position
