"""With which letters the matches of a pattern can open, read from what `re._parser` made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from ingest.engine.values import frozen

LATIN = 256  # the letters told one by one, in a table of bits; those behind them are told together
OTHER_LETTERS = re.ASCII | re.LOCALE  # with these, classes of letters are others than those told here


@frozen
class Opening:
    """Letters one of which opens each match, and perhaps more than those: none is left out."""

    latin: frozenset[int] = frozenset()  # below LATIN
    beyond: bool = False  # any letter from LATIN on
    may_be_empty: bool = False  # then what follows may open the match


_NOTHING = Opening(may_be_empty=True)
_ANYTHING = Opening(frozenset(range(LATIN)), beyond=True)


def of(parts: Iterable[tuple[Any, Any]], flags: int) -> Opening | None:
    """The opening of parts in a row; None where it cannot be told."""
    row = _NOTHING
    for operator, told in parts:
        part = _of(operator.name, told, flags)
        if part is None:
            return None
        row = Opening(row.latin | part.latin, row.beyond or part.beyond, part.may_be_empty)
        if not part.may_be_empty:
            break
    return row


def _of(operator: str, told: Any, flags: int) -> Opening | None:
    match operator:
        case "LITERAL":
            return _written([told], flags)
        case "NOT_LITERAL" | "ANY":
            return _ANYTHING
        case "IN":
            return _of_class(told, flags)
        case "BRANCH":
            return _of_choices([of(choice, flags) for choice in told[1]])
        case "SUBPATTERN":
            _, added, taken, parts = told
            return of(parts, (flags | added) & ~taken)
        case "ATOMIC_GROUP":
            return of(told, flags)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, parts = told
            again = of(parts, flags)
            return again and Opening(again.latin, again.beyond, again.may_be_empty or not least)
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _NOTHING  # the edge of a word, what stands before or behind: no letter of the match
    return None


def _of_choices(choices: list[Opening | None]) -> Opening | None:
    known = [choice for choice in choices if choice is not None]
    if len(known) < len(choices):
        return None
    latin = frozenset[int]().union(*(choice.latin for choice in known))
    return Opening(latin, any(choice.beyond for choice in known), any(choice.may_be_empty for choice in known))


def _of_class(members: list[tuple[Any, Any]], flags: int) -> Opening | None:
    """The letters of "[A-Z\\d]"; of one that is turned round, "[^.;]", only where capitals are told from small letters."""
    turned = members[0][0].name == "NEGATE"
    found = [_of_member(operator.name, told, flags) for operator, told in members[turned:]]
    whole = _of_choices(list(found))
    if whole is None or not turned:
        return whole
    return _ANYTHING if flags & re.IGNORECASE else Opening(_ANYTHING.latin - whole.latin, beyond=True)


def _of_member(operator: str, told: Any, flags: int) -> Opening | None:
    match operator:
        case "LITERAL":
            return _written([told], flags)
        case "RANGE":
            first, last = told
            return _written([*range(first, min(last, LATIN - 1) + 1), last], flags)
        case "CATEGORY" if not flags & OTHER_LETTERS:
            return Opening(_of_category(told.name), beyond=True)
    return None


def _written(letters: list[int], flags: int) -> Opening:
    """Letters as a pattern has them; without regard to case a letter beyond the table may stand for any in it, and the other way round."""
    latin = {letter for letter in letters if letter < LATIN}
    beyond = any(letter >= LATIN for letter in letters)
    if not flags & re.IGNORECASE:
        return Opening(frozenset(latin), beyond)
    signs = "".join(map(chr, _ANYTHING.latin if beyond else latin))
    both = {ord(sign) for sign in signs + signs.lower() + signs.upper() if ord(sign) < LATIN}
    return Opening(frozenset(both), beyond=True)


_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}


@cache
def _of_category(name: str) -> frozenset[int]:
    return frozenset(ord(sign) for sign in re.findall(_CATEGORIES[name], "".join(map(chr, range(LATIN)))))
