"""Which findings are one document, and which of its names is kept."""

from __future__ import annotations

import re

from ingest.engine.rules.agreements.document import Document


def same(one: Document, other: Document) -> bool:
    """Whether two findings are the same document: the words of the shorter title stand in the longer one."""
    if one is other:
        return False
    mine, theirs = _content(one.title), _content(other.title)
    if not one.proper or not other.proper:
        if one.sentence is other.sentence and _are_of_two_kinds(one.title, other.title):
            return False
        return one.action == other.action or mine <= theirs or theirs <= mine
    return mine <= theirs or theirs <= mine


def _are_of_two_kinds(one: str, other: str) -> bool:
    """Whether each title tells a kind that the other one lacks: "an MoU was signed on X, and a Letter of Arrangement on Y"."""
    mine, theirs = _content(one) & _KINDS, _content(other) & _KINDS
    return bool(mine - theirs and theirs - mine)


_KINDS = frozenset(
    {
        "memorandum",
        "memoranda",
        "letter",
        "letters",
        "protocol",
        "declaration",
        "statement",
        "contract",
        "treaty",
        "plan",
        "program",
        "programme",
    }
)


def fuller(other: Document, one: Document, later: bool) -> bool:
    """Whether `other` is to be kept before `one`: a proper name before a bare kind, the longer name, the first of equals."""
    mine, theirs = (one.proper, len(_content(one.title))), (other.proper, len(_content(other.title)))
    return theirs > mine or (theirs == mine and later)


def _content(title: str) -> frozenset[str]:
    words = frozenset(word.casefold() for word in re.findall(r"\w+", title)) - {"on", "of", "the", "for", "and", "a", "in"}
    return words.union(*(_IN_FULL[word] for word in words & _IN_FULL.keys())) - _IN_FULL.keys()


# "MoU on Salvage" is the "Memorandum of Understanding (MoU)" of the paragraph above
_IN_FULL = {
    "mou": {"memorandum", "understanding"},
    "moc": {"memorandum", "cooperation"},
    "loi": {"letter", "intent"},
    "soi": {"statement", "intent"},
}
