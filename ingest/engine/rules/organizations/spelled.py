"""Names told by their acronym: "UN Relief and Works Agency for … (UNRWA)" begins and ends where the letters do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ingest.engine import gazetteers
from ingest.engine.rules.organizations.words import ACRONYM, Head, Words, facts, head_at, stops

_SMALL = frozenset({"of", "for", "and", "the", "in", "on", "to", "against", "&", "de", "du", "des", "'s", "'"})
_CUT = frozenset({"of", "for", "in", "on", "to", "against", "de", "du", "des"})
_WORDS, _LETTERS = 14, 9


def spans(words: Words) -> Iterator[tuple[Head, int, int]]:
    """The head, first and last word of each name before an acronym in brackets whose letters its words spell."""
    if "(" not in words.known and "[" not in words.known:
        return
    for number, word in enumerate(words.lower[:-2]):
        if word not in ("(", "[") or number == 0 or words.tokens[number + 2].text not in (")", "]", ",", ";"):
            continue
        acronym = words.tokens[number + 1].text
        if not ACRONYM.match(acronym) or len(acronym) > _LETTERS or not words.is_capital(number - 1):
            continue
        first = begin(words, number - 1, "".join(filter(str.isalpha, acronym)).lower())
        head = _head(words, first, number - 1) if first is not None else None
        if first is not None and head is not None:
            yield head, first, number - 1


def meant_otherwise(words: Words) -> frozenset[str]:
    """The acronyms of the tables that stand for something else here, as the words before their brackets tell: "Extra Duty Allowance (EDA)".

    Where the words begin as a long form of the tables does, or hold a head, they are that body in other words.
    """
    found = set()
    for number, (last, term) in words.beginning.items():
        if last != number or number < 3 or words.lower[number - 1] != "(" or words.lower[number + 1 : number + 2] != [")"]:
            continue
        acronym = words.tokens[number].text
        first = begin(words, number - 2, acronym.lower()) if acronym.isalpha() and acronym.isupper() else None
        if first is None or first == number - 2 or any(head_at(words, at) for at in range(first, number - 1)):
            continue
        if words.lower[first] not in _openers(term.kind, term.value):
            found.add(acronym)
    return frozenset(found)


@lru_cache(maxsize=256)
def _openers(kind: str, value: str) -> frozenset[str]:
    """The first words of the long forms of a body of the tables."""
    return frozenset(form.split()[0] for form, meant in gazetteers.forms(kind).items() if meant == value and " " in form)


def begin(words: Words, last: int, letters: str) -> int | None:
    """Where the words that spell the letters begin: the beginning that passes over the fewest capital words, at most half of them."""
    best: tuple[int, int] | None = None
    first, capitals = last, 0
    while first >= 0 and last - first < _WORDS and (words.is_capital(first) or words.lower[first] in _SMALL):
        if words.is_capital(first):
            capitals += 1
            run = tuple(words.lower[first : last + 1])
            passed = _passed(run, letters) if words.lower[first][0] == letters[0] else None
            if passed is not None and passed * 2 <= capitals and (best is None or passed < best[0]):
                best = (passed, first)
        if stops(words, first) and words.is_capital(first) and words.lower[first] not in _OFFICIALS:
            break
        if not words.joined(first):
            break
        first -= 1
    return best[1] if best else None


_OFFICIALS = frozenset({"chiefs", "ministers", "general", "commanders", "governors"})  # "Committee of Chiefs of Defence Staff"


@lru_cache(maxsize=1024)
def _passed(run: tuple[str, ...], letters: str) -> int | None:
    """How many words of weight give no letter; None where the words do not spell the letters."""
    if not run:
        return None if letters else 0
    word, rest = run[0], run[1:]
    counts = []
    without = _passed(rest, letters)
    if without is not None:
        counts.append(without + (word not in _SMALL))
    for size in range(1, min(len(word), len(letters), 3) + 1):
        if not word.startswith(letters[:size]):
            break
        after = _passed(rest, letters[size:])
        if after is not None:
            counts.append(after)
    return min(counts, default=None)


def _head(words: Words, first: int, last: int) -> Head | None:
    """The head of the name: the last capital word before its first complement, which must be a head and no thing ("… Agreement")."""
    if words.lower[last] in facts().things or " ".join(words.lower[last - 1 : last + 1]) in facts().no_names:
        return None  # "Army to Army Staff Talks (AAST)", "Callao National Convention Centre (CNCC)"
    cut = next((at for at in range(first, last + 1) if words.lower[at] in _CUT), last + 1)
    for at in range(first, cut):
        head = head_at(words, at)
        if head is not None and head.last == cut - 1 and words.lower[head.last] not in facts().things:
            return head
    return None
