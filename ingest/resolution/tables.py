"""The data files of who-is-who, each read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"
# `safe_load` takes the loader in Python even where the one in C is there: a fifth of a second for these files.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:
    """The content of one data file."""
    text = (DATA / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506  our own files, by a loader that makes plain values only


@cache
def common_surnames() -> frozenset[str]:
    """Family names that decide little by themselves, folded."""
    return frozenset(name for names in load("surnames.yml")["common"].values() for name in names)


@cache
def honorifics(gender: str) -> frozenset[str]:
    """Honorifics of a "male" or "female", folded."""
    return frozenset(load("honorifics.yml")[gender])


@cache
def titles() -> frozenset[str]:
    """Ranks and titles that may stand before a name, and are no names themselves; folded."""
    return frozenset(load("honorifics.yml")["before_names"])


@cache
def beside_names() -> frozenset[str]:
    """Titles that are told or left out at will, and in some countries are names themselves; folded."""
    return frozenset(load("honorifics.yml")["beside_names"])


@cache
def beside_ranks() -> frozenset[str]:
    """Words beside a rank that say nothing of its grade."""
    return frozenset(map(str, load("offices.yml")["beside_ranks"]))


@cache
def ordinals() -> dict[str, int]:
    """The numbers that words tell: "seventh" 7."""
    return {word: place for place, word in enumerate(load("bodies.yml")["ordinals"], 1)}


@cache
def known_surnames() -> frozenset[str]:
    """Family names that are known as such: two of them are two names and no slip of the pen."""
    return common_surnames() | frozenset(name for names in load("surnames.yml")["known"].values() for name in names)


@cache
def korean_surnames() -> frozenset[str]:
    """Korean family names in all their spellings."""
    return frozenset(name for spellings in load("romanisation.yml")["korean_surnames"] for name in spellings)


@cache
def family_first_surnames() -> frozenset[str]:
    """Family names that tell by themselves that they stand first."""
    common = load("surnames.yml")["common"]
    return korean_surnames() | frozenset(common["chinese"]) | frozenset(common["vietnamese"])


def are_apart(a: str, b: str) -> bool:
    """Whether two words are listed as two family names."""
    return not _apart().get(a, _NONE).isdisjoint(_apart().get(b, _NONE))


def one_given_name(a: str, b: str) -> bool:
    """Whether two words are forms of one given name, such as Bill and William."""
    return bool(_given_names().get(a, frozenset()) & _given_names().get(b, frozenset()))


def given_name_classes(word: str) -> frozenset[int]:
    """The numbers of the classes of given names in which a word stands."""
    return _given_names().get(word, frozenset())


@cache
def _apart() -> dict[str, frozenset[int]]:
    """For each name the numbers of the lists in which it stands."""
    lists: dict[str, set[int]] = {}
    for number, names in enumerate(load("surnames.yml")["apart"]):
        for name in names:
            lists.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in lists.items()}


_NONE: frozenset[int] = frozenset()


@cache
def _given_names() -> dict[str, frozenset[int]]:
    classes: dict[str, set[int]] = {}
    number = 0
    for group in load("given_names.yml").values():
        for names in group:
            number += 1
            for name in names:
                classes.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in classes.items()}
