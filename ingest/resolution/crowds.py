"""Which two of a crowd are worth comparing: where hundreds of one country have family names that begin alike, two of a thousand pairs are.

Each member gets the marks that a member who may be the same has too: the given names, what they may be in another romanisation or for
short, and what is left of them when one letter is lost. Those who share a mark are compared, so that the work grows with the crowd and
not with its square. Who is told by a family name alone is compared with those who share the office, the rank of a general or the body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import combinations, product

from ingest.resolution import names, offices, romanisation, tables
from ingest.resolution.compare import Description

Mark = tuple[str, ...]
_LONG_ENOUGH = 4  # letters of a word in which one that is wrong is a slip of the pen
_GENERALS = 6  # the NATO grade from which a rank is a general's or an admiral's


def pairs(crowd: Mapping[str, Collection[Description]], families: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys, the smaller first, some of them more than once. `families` are family names as one word, by key."""
    marked: dict[Mark, list[str]] = defaultdict(list)
    by_initial: dict[str, list[str]] = defaultdict(list)
    in_full: dict[str, list[str]] = defaultdict(list)
    for key in sorted(crowd):
        given = {word for told in crowd[key] for word in _given(told.name, families[key])}
        country = next(iter(crowd[key])).country
        for mark in {mark for word in given for mark in _marks(word, country)} if given else _standing(crowd[key]):
            marked[mark].append(key)
        for letter in {word[0] for word in given}:
            (by_initial if letter in given else in_full)[letter].append(key)
    for keys in marked.values():
        yield from combinations(keys, 2)
    for letter, keys in by_initial.items():
        yield from combinations(keys, 2)
        yield from ((min(pair), max(pair)) for pair in product(keys, in_full[letter]))
    yield from _known_by_standing(crowd, families)


def _known_by_standing(crowd: Mapping[str, Collection[Description]], families: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Those of whom the family name alone is told, with all others of the same standing."""
    alone: dict[Mark, list[str]] = defaultdict(list)
    others: dict[Mark, list[str]] = defaultdict(list)
    for key in sorted(crowd):
        told_in_full = any(_given(told.name, families[key]) for told in crowd[key])
        for mark in _standing(crowd[key]):
            (others if told_in_full else alone)[mark].append(key)
    for mark, keys in alone.items():
        yield from ((min(pair), max(pair)) for pair in product(keys, others[mark]))


@lru_cache(maxsize=50_000)
def _given(name: str, family: str) -> frozenset[str]:
    """The words of a name beside the family name; several also as one word, since "Jong Sup" is "Jong-sup"."""
    told = [word for word in names.parse(name).words if word not in names.PARTICLES]
    whole = any(word.replace("-", "") == family for word in told)  # else the family name is of several words
    words = [word for word in told if not (word.replace("-", "") == family if whole else len(word) > 1 and word.replace("-", "") in family)]
    return frozenset({*words, "-".join(words)} if words else ())


@lru_cache(maxsize=50_000)
def _marks(word: str, country: str | None) -> frozenset[Mark]:
    whole = word.replace("-", "")
    found: set[Mark] = {("word", whole)}
    found |= {("sound", *form) for form in romanisation.forms(word, country)}
    found |= {("name", str(number)) for number in tables.given_name_classes(word)}
    if romanisation.decides(country):  # names so short that half a name, or one with another letter, is another name
        return frozenset(found)
    found |= {("word", part) for part in word.split("-") if len(part) > 1}
    if len(whole) >= _LONG_ENOUGH:
        found |= {("slip", whole), *(("slip", whole[:at] + whole[at + 1 :]) for at in range(1, len(whole)))}
    return frozenset(found)


def _standing(told: Collection[Description]) -> set[Mark]:
    """The offices, generals' ranks and bodies of an official."""
    found: set[Mark] = set()
    for one in told:
        office, grade = offices.office(one.position, one.organization), offices.grade(one.rank)
        if office:
            found.add(("office", office.kind or " ".join(sorted(office.words))))
        if grade and grade.value >= _GENERALS:
            found.add(("grade", str(grade.value)))
        if one.organization:
            found.add(("body", one.organization.casefold()))
    return found
