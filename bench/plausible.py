"""Releases as ministries might write them, made by chance: the wordings of `plausible.txt`, filled with the engine's own words.

What is damaged or shuffled seldom has the form that a rule asks for, so most of what a rule does with it is never tried. Here each
construction stands beside each other one, with ranks, offices, bodies, states and verbs that the rules know. Nobody in it is anybody.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from bench.wordings import Wordings
from ingest.engine import tables
from ingest.engine.gazetteers import forms
from ingest.engine.rules.meetings.lexicon import lexicon as meetings
from ingest.engine.rules.people.lexicon import Phrases
from ingest.engine.rules.people.lexicon import lexicon as people

DEEP = 5  # symbols within each other behind which only the first way of each is taken; a sentence begins anywhere on the way there


class Writer:
    """Writes sentences and releases; one seed always writes the same."""

    def __init__(self, chance: random.Random) -> None:
        self._chance, self._ways, self._words = chance, _ways(), _words()
        self._cast: list[str] = []  # those of whom a release has told
        self._sides: list[str] = []  # the states of which it tells most
        self._wordings = Wordings(chance)
        self._made: dict[str, Callable[[], str]] = {
            "name": self._name,
            "family": self._family,
            "trigger": lambda: self._wordings.of(chance.choice(meetings().triggers).words.plain),
            "acronym": lambda: "".join(chance.choices("ABCDEFGIMNOPRSTU", k=chance.randint(2, 6))),
            **{kind: partial(self._of_sides, kind) for kind in _OF_STATES},
            "day": lambda: str(chance.randint(0, 32)),
            "year": lambda: str(chance.choice([2019, 2023, 2024, 2025, 24, 1999])),
        }

    def release(self) -> str:
        """A headline, now and then what stands above it, a dateline and some paragraphs."""
        chance = self._chance
        self._cast, self._sides = [], chance.sample(sorted(_of_states("demonym")), k=chance.randint(2, 4))
        title = chance.choice(_CASES)(self.grow("title"))
        above = [self.grow("furniture") for _ in range(chance.choice([0, 0, 1, 2]))]
        paragraphs = [" ".join(self.sentence() for _ in range(chance.randint(1, 4))) for _ in range(chance.randint(1, 5))]
        paragraphs[0] = f"{chance.choice(['', self.grow('dateline') + ' '])}{paragraphs[0]}"
        listed = [chance.choice(["- ", "• ", "1. ", ""]) + self.grow("line") for _ in range(chance.choice([0, 0, 0, 4]))]
        return "\n\n".join([*above, title, *paragraphs, *listed]) + "\n"

    def sentence(self) -> str:
        """One sentence, mostly with a capital at its head."""
        written = self.grow("sentence", self._chance.randint(0, DEEP))
        return written[:1].upper() + written[1:] if self._chance.random() < 0.95 else written

    def grow(self, symbol: str, deep: int = 0) -> str:
        """One way to word a symbol, in small letters or, where the symbol has them, in capitals."""
        small = symbol.lower()
        if small in self._made:
            written = self._made[small]()
        elif small in self._ways:
            ways = self._ways[small]
            written = self._filled(ways[0] if deep > DEEP else self._chance.choice(ways), deep + 1)
        else:
            written = self._chance.choice(self._words[small])
        if symbol.isupper():
            return written.upper()
        return written if symbol.islower() else written[:1].upper() + written[1:]

    def _filled(self, way: str, deep: int) -> str:
        while (found := _CHOICE.search(way)) is not None:
            chosen = self._chance.choice([*found[1].split("|")] if found[1] is not None else ["", found[2]])
            way = way[: found.start()] + chosen + way[found.end() :]
        return _SYMBOL.sub(lambda symbol: self.grow(symbol[1], deep), way)

    def _of_sides(self, kind: str) -> str:
        """A state, a people or a city, mostly one of those of which the release tells."""
        known = _of_states(kind)
        code = self._chance.choice([side for side in self._sides if side in known] or sorted(known))
        return self._chance.choice(known[code if self._chance.random() < 0.8 else self._chance.choice(sorted(known))])

    def _name(self) -> str:
        """A name, or one of those before, whole or by its last word."""
        if self._cast and self._chance.random() < 0.4:
            told = self._chance.choice(self._cast)
            return self._chance.choice([told, told.split()[-1]])
        self._cast.append(self._new_name())
        return self._cast[-1]

    def _new_name(self) -> str:
        chance = self._chance
        given, family = chance.choice(_GIVEN), self._family()
        return chance.choice(
            [f"{given} {family}"] * 5
            + [f"{given} {chance.choice('ABCXYZ')}. {family}", f"{given[0]}. {family}", family, f"{family.upper()} {given}"]
            + [f"{given} {self.grow('particle')} {family}", f"{given}-{chance.choice(_GIVEN)} {family}", f"{given} “{family}” {family}"]
            + [f"{given} {chance.choice(_GIVEN)} {family}", f"{given} {self.grow('city')}", f"{given} {self.grow('twin')}"]
        )

    def _family(self) -> str:
        return self._chance.choice(_FAMILIES)


_CASES: Sequence[Callable[[str], str]] = (str, str, str.title, str.upper)
_CHOICE = re.compile(r"<([^<>\[\]]*)>|\[([^<>\[\]]*)\]")
_SYMBOL = re.compile(r"\{(\w+)\}")

_GIVEN = (
    "Ana", "Luis", "Bo", "Þórdís", "Nguyễn", "Kim", "Abdul", "Jean", "Sergiu", "Mercy", "Sultan", "Prince", "May", "Mark", "Will", "Al",
)  # fmt: skip
_FAMILIES = (
    "Popa", "Roca", "Đặng", "O’Neill", "al-Hakimi", "Müller-Voss", "Van der Berg", "Nur", "Jordan", "Page", "King", "McArdle", "Said",
    "D’Souza", "Iñíguez", "Kowalczyk", "Chad", "Poe Jr.", "Staff", "General", "Ng", "Şahin", "Minister", "Khan", "Francis", "Marshal",
    "West", "Ray", "Neto",
)  # fmt: skip


@cache
def _ways() -> Mapping[str, Sequence[str]]:
    """The wordings of each symbol, in the order of the file."""
    ways: dict[str, list[str]] = {}
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            symbol, _, way = line.partition(": ")
            ways.setdefault(symbol, []).append(way)
    return ways


@cache
def _words() -> Mapping[str, Sequence[str]]:
    """The engine's own words for each symbol that has no wordings."""
    known, saying, agreements = people(), tables.read("saying.yaml"), tables.read("agreements.yaml")
    bodies = tables.read("organizations.yaml")
    return {
        **{kind: _titled(forms(kind)) for kind in ("intorg", "statebody")},
        "rank": _runs(known.ranks, lambda rank: not rank.plural),
        "ranks": _runs(known.ranks, lambda rank: rank.plural),
        "head": _runs(known.heads, lambda head: not head.plural),
        "heads": _runs(known.heads, lambda head: head.plural),
        "honorific": _runs(known.honorifics, lambda _: True),
        "noun": sorted({word for group in bodies["heads"].values() for word in group["words"]}),
        "subject": _SUBJECTS + tuple(_titled(bodies["subjects"])),
        "service": _titled(known.service_names),
        "modifier": sorted(known.modifiers),
        "particle": sorted(known.particles),
        "twin": _titled(known.twins),
        "suffix": sorted(word.upper() for word in known.postnominals | known.suffixes),
        "corps": sorted(known.branches | known.rank_corps),
        "ship": sorted(f"{prefix.upper()} {family}" for prefix in known.ships for family in _FAMILIES[:4]),
        "group": sorted(meetings().groups),
        "occasion": sorted(meetings().occasion_heads | meetings().body_heads),
        "month": sorted(_titled(name for names in tables.read("months.yaml").values() for name in names[:2])),
        "weekday": ("Monday", "Tuesday", "Wed.", "Thursday", "Friday", "Sat", "Sunday"),
        "number": ("two", "three", "12", "27", "several", "a dozen", "III", "2024", "five"),
        "ordinal": ("1st", "2nd", "third", "Fourth", "XII", "25th", "first", "inaugural"),
        "site": ("Air Base", "Palace", "Barracks", "Camp", "port", "Headquarters", "base", "city"),
        "document": tuple(agreements["documents"]),
        "adjective": tuple(agreements["adjectives"]),
        "signing": tuple(agreements["verbs"]),
        "said": tuple(map(str, saying["verbs"] + saying["phrases"])),
        "verb": sorted(known.verbs),
        "word": _any_words(),
    }


_OF_STATES = ("country", "demonym", "city")


@cache
def _of_states(kind: str) -> Mapping[str, Sequence[str]]:
    """The names of a kind by the state that they are of."""
    found: dict[str, list[str]] = {}
    for form, value in forms(kind).items():
        found.setdefault(value.rpartition("|")[2], []).append(form)
    return {code: _titled(names) for code, names in found.items()}


_SUBJECTS = ("Defence", "National Defence", "Foreign Affairs", "Staff", "the Navy", "the Armed Forces", "defence", "the Interior", "Trade")


def _runs(phrases: Phrases[Any], wanted: Callable[[Any], bool]) -> Sequence[str]:
    return _titled(" ".join(words) for words, value in phrases.entries() if wanted(value))


def _titled(runs: Iterable[str]) -> Sequence[str]:
    return sorted({re.sub(r"(?<![\w’'])(?!(?:of|the|and|in|for)\b)\w", lambda first: first[0].upper(), run) for run in runs})


@cache
def _any_words() -> Sequence[str]:
    """All plain words of the lists that the rules ask, whatever they are there for."""
    found: set[str] = set()
    for name in ("meetings.yaml", "agreements.yaml", "organizations.yaml", "references.yaml", "topics.yaml"):
        stack = [tables.read(name)]
        while stack:
            each = stack.pop()
            if isinstance(each, str):
                found.add(each)
            elif isinstance(each, dict | list):
                stack.extend(each.values() if isinstance(each, dict) else each)
    return sorted(word for word in found if len(word) < 30 and re.fullmatch(r"[\w’'-]+(?: [\w’'-]+)*", word))
