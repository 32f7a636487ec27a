"""Who is joined with whom across articles, without a person having looked: only what cannot well be otherwise.

Facts fall into blocks (same name whatever its case, accents, hyphens and order, same country); nothing is ever joined across blocks,
so a new article touches few facts. Every function here depends on the set of facts alone, so the order in which articles arrive
changes nothing. A wider comparison may join blocks; what it has to bring is in `ingest.resolution.compare`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from archive.keys import key_of
from ingest.engine.values import frozen
from ingest.resolution import tables

RULE = "linking.same-name-same-country"
VERSION = "1"

# Letters that Unicode does not take apart into a base letter and an accent.
PLAIN_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "þ": "th"})
MEN = frozenset({"mr", "sir", "lord", "prince", "sheikh", "king", "sultan", "emir"})
WOMEN = frozenset({"ms", "mrs", "miss", "madam", "madame", "dame", "lady", "princess", "sheikha", "queen", "baroness"})
HIGHEST_LEVELS, WORKING_LEVEL = frozenset({1, 2, 3}), 6
SMALL_WORDS = frozenset({"the", "of", "for", "and"})
INTERNATIONAL = "INT"


# ---- people ----


@frozen
class Official:
    """What a fact tells about who it speaks of: its block, and traits that may part people of one name ("" where not told)."""

    block: str
    gender: str = ""  # "m" or "f", from the honorific
    standing: str = ""  # "high" or "low", from the level of the office
    held: str = ""  # the key of the person on whom people decided something, where the fact goes on speaking of that one


def official(name: str, *, country: str | None, honorific: str | None, level: int | None, alone: str) -> Official:
    """The block and traits of a person fact.

    A name of one word, or a person whose country is not told, is joined with nobody: the block then is the fact's own key, `alone`.
    """
    words = fold(name)
    if country is None or len(words) < 2:
        return Official(key_of("official alone", alone))
    return Official(key_of("official", country, *_any_order(words)), _gender(honorific), _standing(level))


def person_keys(block: Iterable[Official]) -> dict[Official, str]:
    """The person that each fact of one block speaks of.

    What speaks for two people of one name (a Mr. and a Ms., a minister and a corporal) parts the block, and then what tells neither
    is joined with neither. Whoever is held to a key has it, and all of whom the same is told have it too.
    """
    found = set(block)
    gender_tells = len({one.gender for one in found} - {""}) > 1
    standing_tells = len({one.standing for one in found} - {""}) > 1
    told = {one: (one.block, one.gender * gender_tells, one.standing * standing_tells) for one in found}
    held: dict[tuple[str, str, str], set[str]] = {traits: set() for traits in told.values()}
    for one, traits in told.items():
        held[traits] |= {one.held} - {""}
    alone = {traits: keys.pop() for traits, keys in held.items() if len(keys) == 1}
    return {one: one.held or alone.get(traits) or key_of("person", *traits) for one, traits in told.items()}


# ---- organizations ----


def organization_key(name: str, *, aliases: Collection[str] = (), country: str | None, alone: str) -> str:
    """The organization that a fact speaks of: the one of its name and country, whatever case, accents, article and spelling.

    An international one is known by its acronym too. One whose country is not told is joined with none: `alone` is the fact's key.
    """
    if country is None:
        return key_of("organization alone", alone)
    if country == INTERNATIONAL:
        for form in (name, *aliases):
            acronym = _international().get(_plain(form))
            if acronym:
                return key_of("organization", INTERNATIONAL, acronym)
    return key_of("organization", country, *_plain(name))


def organization_kind(name: str) -> str:
    """What kind of body the name speaks of, by the most telling word in it; "" where no word tells."""
    words = f" {' '.join(re.findall(r'[a-z0-9-]+', name.casefold()))} "
    return next((kind for kind, heads in _kinds() if any(f" {head} " in words for head in heads)), "")


# ---- meetings ----


@frozen
class Account:
    """What a report of a meeting tells about which meeting it is. `people` are keys of people."""

    key: str
    article: str
    title: tuple[str, ...]
    people: frozenset[str]
    by_call: bool
    block: str = ""


@dataclass(frozen=True, slots=True)
class Ties:
    """What is decided on pairs of reports, by their keys: people found them of one meeting, or of two; a rule found them of one."""

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
    by_rule: frozenset[tuple[str, str]] = frozenset()

    def part(self, ours: Iterable[Account], theirs: Iterable[Account]) -> bool:
        """Whether people found one of ours and one of theirs to be of two meetings."""
        known = {account.key for account in theirs}
        return any(
            (one.key, other) in self.different or (other, one.key) in self.different for one in ours if self.different for other in known
        )


NO_TIES = Ties()


def meeting_block(*, date: str | None, end_date: str | None, countries: Collection[str], organizations: Collection[str], alone: str) -> str:
    """The block of a report: same day or days, same sides. One whose day is not wholly known is joined with none."""
    if date is None or "X" in date or (end_date and "X" in end_date) or len(countries) + len(organizations) < 2:
        return key_of("occasion alone", alone)
    bodies = sorted(" ".join(_plain(body)) for body in organizations)
    return key_of("occasion", date, end_date, *sorted(countries), "and", *bodies)


def meetings(accounts: Iterable[Account], ties: Ties = NO_TIES) -> list[tuple[Account, ...]]:
    """The reports meeting by meeting.

    What people found to be one is one. Of one block those are one that have a person or a title in common, at most one of each article;
    a call and an occasion in one room are two meetings, and so are two that one article tells apart. What is left rules may join.
    """
    told = sorted(set(accounts), key=lambda account: account.key)
    groups = _tied(told, ties)
    placed = {account.key for group in groups for account in group}
    for account in told:
        if account.key in placed:
            continue
        home = next((group for group in groups if _same_occasion(account, group) and not ties.part((account,), group)), None)
        if home is None:
            groups.append([account])
        else:
            home.append(account)
    for left, right in sorted(ties.by_rule):
        _join_by_rule(groups, left, right, ties)
    return sorted((tuple(sorted(group, key=lambda account: account.key)) for group in groups), key=lambda group: group[0].key)


def _tied(told: Iterable[Account], ties: Ties) -> list[list[Account]]:
    """The reports that people made one, group by group; those on which nobody decided are left out."""
    by_key = {account.key: account for account in told}
    group = {key: {key} for pair in ties.same for key in pair if key in by_key}
    for left, right in sorted(ties.same):
        if left in group and right in group and group[left] is not group[right]:
            group[left] |= group[right]
            for key in group[right]:
                group[key] = group[left]
    found = {min(keys): keys for keys in group.values() if len(keys) > 1}
    return [[by_key[key] for key in sorted(found[first])] for first in sorted(found)]


def _same_occasion(account: Account, group: list[Account]) -> bool:
    if any(other.article == account.article or other.by_call != account.by_call for other in group):
        return False
    there = [other for other in group if other.block == account.block]
    return any(other.people & account.people or (other.title and other.title == account.title) for other in there)


def _join_by_rule(groups: list[list[Account]], left: str, right: str, ties: Ties) -> None:
    """The groups of the two are one, unless people parted them or one article tells of both."""
    ours, theirs = (next((group for group in groups if any(one.key == key for one in group)), None) for key in (left, right))
    if ours is None or theirs is None or ours is theirs or ties.part(ours, theirs):
        return
    if {one.article for one in ours} & {one.article for one in theirs} or len({one.by_call for one in (*ours, *theirs)}) > 1:
        return
    ours.extend(theirs)
    groups.remove(theirs)


# ---- names ----


@lru_cache(maxsize=50_000)
def fold(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, punctuation; a hyphen or an apostrophe joins what it stands between."""
    plain = name.casefold()
    if not plain.isascii():
        flat = unicodedata.normalize("NFKD", plain.translate(PLAIN_LETTERS))
        plain = "".join(sign for sign in flat if not unicodedata.combining(sign))
    return tuple(re.sub(r"[^\w\s]", lambda sign: " " if sign[0] in ".,;:/()" else "", plain).split())


def _any_order(words: tuple[str, ...]) -> tuple[str, ...]:
    """The same for a name with its family name first and last: the least of its rotations."""
    return min(words[at:] + words[:at] for at in range(len(words)))


def _plain(name: str) -> tuple[str, ...]:
    spellings = _bodies()["spellings"]
    return tuple(spellings.get(word, word) for word in fold(name) if word not in SMALL_WORDS)


@cache
def _international() -> MappingProxyType[tuple[str, ...], str]:
    """Every name of an international organization, plain, with the acronym that it is known by."""
    known = _bodies()["international"]
    return MappingProxyType({_plain(form): acronym for acronym, names in known.items() for form in (acronym, *names)})


@cache
def _kinds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((kind, tuple(heads)) for entry in _bodies()["kinds"] for kind, heads in entry.items())


@cache
def _bodies() -> MappingProxyType[str, Any]:
    return MappingProxyType(tables.load("organizations.yml"))


def _gender(honorific: str | None) -> str:
    words = set(fold(honorific or ""))
    if words & WOMEN:
        return "f"
    return "m" if words & MEN else ""


def _standing(level: int | None) -> str:
    if level is None:
        return ""
    if level in HIGHEST_LEVELS:
        return "high"
    return "low" if level == WORKING_LEVEL else ""
