r"""Patterns that know with which letters their matches open, so that a search passes over all others at once.

Python's `re` knows it of a pattern that opens with plain letters. One that opens with the edge of a word (`\b(?:Fort|Camp)`), or that
takes capitals for small letters, it tries at every position of a text: five times as long as to look at the letter there. The program
that `re` compiles has a place for these letters, which is filled here for more patterns: 2.7 ms a release became 1.8 ms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

from ingest.engine.values import frozen

LATIN = 256  # the letters told one by one, in a table of bits; those behind them are told together
LAST = 0x10FFFF
PROGRAMS = {20220615, 20221023, 20230612}  # the forms of programs known here: of Python 3.11, 3.12 and 3.13
_OTHER_LETTERS = re.ASCII | re.LOCALE  # with these, classes of letters are others than those told here


def compile(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """What `re.compile` gives, and quicker in search; the same where this Python's programs are of an unknown form."""
    if import_module("_sre").MAGIC not in PROGRAMS:
        return re.compile(source, flags)
    return _compiled(source, int(flags))


def _compiled(source: str, flags: int) -> re.Pattern[str]:
    """As `re.compile` does it, with the letters put into the program between its two steps."""
    parsed = import_module("re._parser").parse(source, flags)
    state = parsed.state
    program = _with_letters(import_module("re._compiler")._code(parsed, flags), parsed, flags | state.flags)
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    pattern: re.Pattern[str] = import_module("_sre").compile(
        source, flags | state.flags, program, state.groups - 1, state.groupdict, tuple(names)
    )
    return pattern


def _with_letters(program: list[int], parsed: Any, flags: int) -> list[int]:
    """The program; with the letters where it tells none yet, and where each match has one of them first."""
    terms = import_module("re._constants")
    info, size, told, shortest, longest = program[:5]
    if info != terms.INFO or told or not shortest:
        return program
    opening = _of_all(parsed, flags)
    if opening is None or opening.may_be_empty:
        return program
    bits = [sum(1 << letter % 32 for letter in opening.latin if letter // 32 == word) for word in range(LATIN // 32)]
    beyond = [terms.RANGE, LATIN, LAST] if opening.beyond else []
    letters = [terms.CHARSET, *bits, *beyond, terms.FAILURE]
    return [info, 4 + len(letters), terms.SRE_INFO_CHARSET, shortest, longest, *letters, *program[1 + size :]]


# ---- with what a match may open ----


@frozen
class _Opening:
    """Letters one of which opens each match, and perhaps more than those: none is left out."""

    latin: frozenset[int] = frozenset()  # below LATIN
    beyond: bool = False  # any letter from LATIN on
    may_be_empty: bool = False  # then what follows may open the match


_NOTHING = _Opening(may_be_empty=True)
_ANYTHING = _Opening(frozenset(range(LATIN)), beyond=True)


def _of_all(parts: Iterable[tuple[Any, Any]], flags: int) -> _Opening | None:
    """The opening of parts in a row; None where it cannot be told."""
    row = _NOTHING
    for operator, told in parts:
        part = _of(operator.name, told, flags)
        if part is None:
            return None
        row = _Opening(row.latin | part.latin, row.beyond or part.beyond, part.may_be_empty)
        if not part.may_be_empty:
            break
    return row


def _of(operator: str, told: Any, flags: int) -> _Opening | None:
    match operator:
        case "LITERAL":
            return _written([told], flags)
        case "NOT_LITERAL" | "ANY":
            return _ANYTHING
        case "IN":
            return _of_class(told, flags)
        case "BRANCH":
            return _of_choices([_of_all(choice, flags) for choice in told[1]])
        case "SUBPATTERN":
            _, added, taken, parts = told
            return _of_all(parts, (flags | added) & ~taken)
        case "ATOMIC_GROUP":
            return _of_all(told, flags)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, parts = told
            again = _of_all(parts, flags)
            return again and _Opening(again.latin, again.beyond, again.may_be_empty or not least)
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _NOTHING  # the edge of a word, what stands before or behind: no letter of the match
    return None


def _of_choices(choices: list[_Opening | None]) -> _Opening | None:
    known = [choice for choice in choices if choice is not None]
    if len(known) < len(choices):
        return None
    latin = frozenset[int]().union(*(choice.latin for choice in known))
    return _Opening(latin, any(choice.beyond for choice in known), any(choice.may_be_empty for choice in known))


def _of_class(members: list[tuple[Any, Any]], flags: int) -> _Opening | None:
    """The letters of "[A-Z\\d]"; of one that is turned round, "[^.;]", only where capitals are told from small letters."""
    turned = members[0][0].name == "NEGATE"
    found = [_of_member(operator.name, told, flags) for operator, told in members[turned:]]
    whole = _of_choices(list(found))
    if whole is None or not turned:
        return whole
    return _ANYTHING if flags & re.IGNORECASE else _Opening(_ANYTHING.latin - whole.latin, beyond=True)


def _of_member(operator: str, told: Any, flags: int) -> _Opening | None:
    match operator:
        case "LITERAL":
            return _written([told], flags)
        case "RANGE":
            first, last = told
            return _written([*range(first, min(last, LATIN - 1) + 1), last], flags)
        case "CATEGORY" if not flags & _OTHER_LETTERS:
            return _Opening(_of_category(told.name), beyond=True)
    return None


def _written(letters: list[int], flags: int) -> _Opening:
    """Letters as a pattern has them; without regard to case a letter beyond the table may stand for any in it, and the other way round."""
    latin = {letter for letter in letters if letter < LATIN}
    beyond = any(letter >= LATIN for letter in letters)
    if not flags & re.IGNORECASE:
        return _Opening(frozenset(latin), beyond)
    signs = "".join(map(chr, _ANYTHING.latin if beyond else latin))
    both = {ord(sign) for sign in signs + signs.lower() + signs.upper() if ord(sign) < LATIN}
    return _Opening(frozenset(both), beyond=True)


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
