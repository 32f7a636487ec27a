"""The states and territories that headline and body name, by name or demonym."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile

from ingest.engine import gazetteers, patterns, tables
from ingest.engine.rules import Rule
from ingest.engine.types import Evidence, Mention, Passage, Term, Token, Where
from ingest.engine.values import frozen

RULES = (
    Rule(
        "countries.name", "A name of a state or territory, its short form or official name, names it.", "Ministers of Peru and the ROK met."
    ),
    Rule("countries.demonym", "A demonym names its state.", "Omani and Ivorian officers trained."),
)


States = Mapping[Where, tuple[Term, ...]]


def states(both: tuple[Passage, Passage]) -> States:
    """The terms that name a state, in order, for headline and body: what the rules for countries and for organizations go by."""
    return {passage.where: tuple(named(passage)) for passage in both}


def find(both: tuple[Passage, Passage], named_states: States | None = None) -> list[Mention]:
    """Every mention of a state, in order; `value` is the ISO code. `named_states` is `states(both)`, where the caller has it already.

    Names inside organizations, documents and events count; features of the map, cities, persons and web addresses do not.
    """
    found = named_states or states(both)
    terms = [(passage, term) for passage in both for term in found[passage.where]]
    return [
        Mention("country", term.value, Evidence(term.start, term.end, f"countries.{_RULES[term.kind]}", passage.where))
        for passage, term in terms
    ]


def named(passage: Passage) -> Iterator[Term]:
    """The terms of the passage that name a state: "country" and "demonym", without those that name a thing or a person."""
    addresses, ships = _addresses(passage), names_ships(passage)
    starts = [address.start for address in addresses]
    for term in passage.terms:
        if term.kind not in _RULES:
            continue
        before = bisect_right(starts, term.start) - 1  # of thousands of addresses the one that may hold the term
        if before >= 0 and term.start < addresses[before].end:
            continue
        around = _Around(passage.text, term)
        if not (_names_no_state(around) or (ships and is_of_ship(passage.text, term)) or _is_person(around)):
            yield term


def _addresses(passage: Passage) -> list[Token]:
    """Addresses of the web and of mail, which name no state: "www.mod.gov.example/Peru"."""
    if not any(sign in passage.text for sign in ("http", "www.", "@")):
        return []
    return [token for token in passage.tokens if token.text.startswith(("http", "www.")) or "@" in token.text[1:]]


_RULES = {"country": "name", "demonym": "demonym"}


# ---- words that name no state ----


@frozen
class _Around:
    """A term with the text at its sides."""

    text: str
    term: Term

    @property
    def word(self) -> str:
        return gazetteers.fold(self.text[self.term.start : self.term.end])

    @property
    def before(self) -> str:
        return self.text[max(0, self.term.start - 60) : self.term.start]

    @property
    def after(self) -> str:
        return self.text[self.term.end : self.term.end + 45]


def _names_no_state(around: _Around) -> bool:
    return _is_feature(around) or _is_us_state(around)


def names_ships(passage: Passage) -> bool:
    """Whether the prefix of a ship stands in the passage, without which no word of a state is of a ship’s name."""
    return not _facts().ships.isdisjoint(passage.words)


def is_of_ship(text: str, term: Term) -> bool:
    """Whether the word of a state is of the name of a ship: "the destroyer USS John Finn", "HMAS Australia"."""
    found = _SHIP.search(text, max(0, term.start - _LONGEST_SHIP), term.start)
    return found is not None and found["prefix"] in _facts().ships


_LONGEST_SHIP = 60  # characters of a ship's name before the word of a state
_SHIP = patterns.compile(r"\b(?P<prefix>[A-Z]{2,6}) (?:[‘“\"']?[A-Z][\w.’'-]{0,20} ){0,2}[‘“\"']?\Z")


def _is_feature(around: _Around) -> bool:
    """ "Korean Peninsula", "Gulf of Guinea", "Lake Malawi"."""
    facts = _facts()
    if around.text[around.term.end + 1 : around.term.end + 2].isupper():
        if facts.feature_after.match(around.text, around.term.end):
            return True
        if around.term.kind == "country" and facts.named_after.match(around.text, around.term.end):
            return True
    before = around.before
    return bool(facts.may_be_feature.search(before[-8:]) and facts.feature_before.search(before))


def _is_us_state(around: _Around) -> bool:
    """ "Columbus, Georgia" after a city of the United States, or "Lebanon, Pennsylvania"."""
    if around.text.startswith(", ", around.term.end) and _facts().state_after.match(around.text, around.term.end):
        return True
    if not around.text.endswith(", ", max(0, around.term.start - 2), around.term.start) or around.word != "georgia":
        return False
    words = gazetteers.fold(around.before[:-2]).split()
    return any(" ".join(words[-length:]) in _us_cities() for length in (1, 2, 3))


def _is_person(around: _Around) -> bool:
    """ "Gen. Jordan", "Ms. Amy French", "Michael Jordan", "Minister Israel Lopez"."""
    facts, word = _facts(), around.word
    if word not in facts.family_names and word not in facts.given_names:
        return False
    if around.term.kind == "demonym" and not around.text[around.term.start : around.term.end].isascii():
        return True  # "Germán": the name, for these peoples are written without accents
    words = _capital_words(around.before)
    follower = facts.name_after.match(around.after)
    if word in facts.given_names and follower and _OFFICE_FOLLOWS.match(around.after, follower.end()):
        return follower[1].casefold() not in facts.bodies
    if word in facts.given_names and words and words[-1] in facts.titles and follower:
        return follower[1].casefold() not in facts.bodies
    if word not in facts.family_names or not words or (follower and follower[1].casefold() in facts.bodies):
        return False
    return words[-1] in facts.titles or words[-1] in facts.english_given or (len(words) > 1 and words[-2] in facts.titles)


# "Israel Rivers, chargé d'affaires": an office in apposition
_OFFICE_FOLLOWS = patterns.compile(
    r",[ ](?:the[ ])?(?:acting|deputy|chief|chargé|minister|ambass|direct|head|presid|secret|command|advis|assist|senior|spokes)",
    re.IGNORECASE,
)


def _capital_words(before: str) -> list[str]:
    """The unbroken run of capital words that ends the text, without their stops, in small letters."""
    words = before.rsplit("\n", 1)[-1].split(" ")
    run = list(takewhile(lambda word: word[:1].isupper() and not word.endswith((",", ";", ":")), reversed(words[:-1])))
    return [word.strip(".").casefold() for word in reversed(run)] if words[-1] == "" else []


# ---- facts ----


@frozen
class _Facts:
    feature_after: re.Pattern[str]
    named_after: re.Pattern[str]
    may_be_feature: re.Pattern[str]  # quick: whether `feature_before` is worth asking
    feature_before: re.Pattern[str]
    state_after: re.Pattern[str]
    name_after: re.Pattern[str]
    family_names: frozenset[str]
    given_names: frozenset[str]
    titles: frozenset[str]
    english_given: frozenset[str]
    ships: frozenset[str]  # "USS"
    bodies: frozenset[str]


@cache
def _facts() -> _Facts:
    data = tables.read("countries.yaml")
    after, before, bare = (_either(data[k]) for k in ("feature_after", "feature_before", "feature_before_bare"))
    return _Facts(
        feature_after=patterns.compile(rf"[ \n]({after}|{after.upper()})\b"),
        named_after=patterns.compile(rf"[ ](?:{_either(data['named_after'])})\b"),
        may_be_feature=patterns.compile(rf"(?:of(?: the)?|{bare}) $"),
        feature_before=patterns.compile(rf"(?:\b(?:{before})[ ]of[ ](?:the[ ])?|\b(?:{bare})[ ])$", re.IGNORECASE),
        state_after=patterns.compile(rf",[ ](?:{_either(list(gazetteers.forms('us_state')))})\b", re.IGNORECASE),
        name_after=patterns.compile(r"[ ]([A-Z][\w'’-]+)"),
        family_names=frozenset(data["family_names"]),
        given_names=frozenset(data["given_names"]),
        titles=frozenset(data["titles"]),
        english_given=frozenset(data["english_given"]),
        ships=frozenset(data["ships"]),
        bodies=frozenset(data["bodies"]),
    )


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)


@cache
def _us_cities() -> frozenset[str]:
    listed = gazetteers.values("city") | gazetteers.values("doubtful_city")
    return frozenset(gazetteers.fold(value.removesuffix("|US")) for value in listed if value.endswith("|US"))
