r"""The choices of a pattern parted by their first letters, so that at each word of a text few of them are tried.

`re` passes over a choice at once where it opens with a plain letter that is not the next one of the text. One that opens with choices of
its own, with a part that may be missing or with letters in any case it tries at every word, sixty of them in the longest lists of words.
Here `(?:was|were)\s+led|acted|wrote` becomes `w(?:as\s+led|ere\s+led|rote)|acted`, and so on at the letters behind: 43 µs a sentence became
16 µs. What matches stays the same, since of the choices that can match at one letter each stands where it stood among them.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from ingest.engine import openings

FEW = 9
MANY = 12  # ways to open above which a choice is left as it is: behind each of them what follows is written once more
SHORT = 3  # letters of a class that counts as so many ways to open
SMALL = 128  # only letters below this are looked at
ALSO = {"i": "İı", "k": "\u212a", "s": "ſ"}  # what else `re.IGNORECASE` takes for these letters

_Part = tuple[Any, Any]  # as `re._parser` has it: an operator, and what is told of it
_Row = list[_Part]


def part(parsed: Any, flags: int) -> None:
    """In what `re._parser` made of a pattern, all choices are parted."""
    for at, (operator, told) in enumerate(parsed.data):
        match operator.name:
            case "BRANCH":
                choices = told[1]
                if len(choices) > FEW and not flags & openings.OTHER_LETTERS:
                    choices = [
                        _row(choice, parsed.state) for choice in _by_letters([choice.data for choice in choices], flags, parsed.state)
                    ]
                    parsed.data[at] = operator, (None, choices)
                for choice in choices:
                    part(choice, flags)
            case "SUBPATTERN":
                _, added, taken, inner = told
                part(inner, (flags | added) & ~taken)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" | "ASSERT" | "ASSERT_NOT":
                part(told[-1], flags)
            case "ATOMIC_GROUP":
                part(told, flags)


def _row(parts: _Row, state: Any) -> Any:
    return _PARSER.SubPattern(state, parts)


_PARSER, _TERMS = import_module("re._parser"), import_module("re._constants")


def _by_letters(choices: list[_Row], flags: int, state: Any) -> list[_Row]:
    """The choices, those that open with one letter put together where the first of them stood."""
    found: list[tuple[int | None, list[_Row]]] = []  # a letter with what follows it, or a choice that is left as it is
    reached: dict[int, list[_Row]] = {}  # what follows each letter, until a choice that may open with it too is left as it is
    for choice in choices:
        ways = _ways(choice, flags, state)
        if ways is None or len(ways) > MANY:
            found.append((None, [choice]))
            opening = openings.of(choice, flags)
            reached = {letter: rows for letter, rows in reached.items() if not _may_be(opening, letter)}
            continue
        for letter, rest in ways:
            if letter not in reached:
                reached[letter] = []
                found.append((letter, reached[letter]))
            reached[letter].append(rest)
    return [rows[0] if letter is None else [_letter(letter, flags, state), *_either(rows, state)] for letter, rows in found]


def _may_be(opening: openings.Opening | None, letter: int) -> bool:
    """Whether a match with this opening may open with the letter, or with one that is taken for it."""
    sign = chr(letter)
    if opening is None or opening.may_be_empty or (opening.beyond and sign in ALSO):
        return True
    return letter in opening.latin or ord(sign.upper()) in opening.latin


def _ways(row: _Row, flags: int, state: Any) -> list[tuple[int, _Row]] | None:
    """The letters with which a row of parts opens, in the order in which they are tried, each with what follows; None if not all do."""
    if not row:
        return None
    (operator, told), rest = row[0], row[1:]
    match operator.name:
        case "LITERAL":
            return [(_small(told, flags), rest)] if told < SMALL else None
        case "IN" if len(told) <= SHORT and all(member.name == "LITERAL" and letter < SMALL for member, letter in told):
            return [(letter, rest) for letter in dict.fromkeys(_small(letter, flags) for _, letter in told)]
        case "SUBPATTERN" if told[:3] == (None, 0, 0):
            return _ways([*told[3], *rest], flags, state)
        case "BRANCH":
            return _of_all([[*choice, *rest] for choice in told[1]], flags, state)
        case "MAX_REPEAT" if told[:2] == (0, 1):
            return _of_all([[*told[2], *rest], rest], flags, state)
        case "ASSERT" | "ASSERT_NOT" if told[0] < 0:  # what stands before: asked behind the letter, of which most words have another
            return _before(operator, told[1], _ways(rest, flags, state), flags, state)
    return None


def _before(operator: Any, before: Any, ways: list[tuple[int, _Row]] | None, flags: int, state: Any) -> list[tuple[int, _Row]] | None:
    """The ways with what must or must not stand before their letters, told behind these."""
    if ways is None:
        return None
    return [(letter, [(operator, (-1, _row([*before, _letter(letter, flags, state)], state))), *rest]) for letter, rest in ways]


def _of_all(rows: list[_Row], flags: int, state: Any) -> list[tuple[int, _Row]] | None:
    found: list[tuple[int, _Row]] = []
    for row in rows:
        ways = _ways(row, flags, state)
        if ways is None or len(found) > MANY:
            return None
        found += ways
    return found


def _small(letter: int, flags: int) -> int:
    return ord(chr(letter).lower()) if flags & re.IGNORECASE else letter


def _letter(letter: int, flags: int, state: Any) -> _Part:
    """The letter as a part of a pattern; where capitals are taken for small ones, as the set of all that are taken for it."""
    if not flags & re.IGNORECASE:
        return _TERMS.LITERAL, letter
    sign = chr(letter)
    taken = dict.fromkeys([sign, sign.upper(), *ALSO.get(sign, "")])
    return _TERMS.SUBPATTERN, (None, 0, int(re.IGNORECASE), _row([(_TERMS.IN, [(_TERMS.LITERAL, ord(each)) for each in taken])], state))


def _either(rows: list[_Row], state: Any) -> _Row:
    """One of the rows, as the parts of a row."""
    if len(rows) == 1:
        return rows[0]
    return [(_TERMS.BRANCH, (None, [_row(row, state) for row in rows]))]
