"""The words that the grammar of people knows: ranks, honorifics, offices, particles and plain English, from `data/people`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any, Generic, TypeVar

from ingest.engine import tables
from ingest.engine.sentences import tokens
from ingest.engine.values import frozen

Value = TypeVar("Value")


@frozen
class Rank:
    """A military or police rank in full words; `weak` if the word alone is ordinary English, `office` if it is as often an office."""

    name: str
    flag: bool = False
    weak: bool = False
    office: bool = False
    plural: bool = False
    abbreviated: bool = False


@frozen
class Honorific:
    """A word of courtesy before a name; `office` if it tells an office where no other is told ("Ambassador")."""

    office: bool = False


@frozen
class Head:
    """The noun that an office is built around."""

    weak: bool = False
    plural: bool = False
    acronym: bool = False  # counts in capitals only ("CDS")
    minor: bool = False  # gives way to an office that is joined to it


_Words = dict[str | None, Any]


class Phrases(Generic[Value]):
    """Runs of folded words with a value each; the longest run that begins at a word is found."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Value]]) -> None:
        self._values: dict[tuple[str, ...], Value] = {}
        self._following: _Words = {}  # by a word what may follow it, in the same form; under None the value of the run up to it
        for words, value in entries:
            self._values.setdefault(words, value)
            following = self._following
            for word in words:
                following = following.setdefault(word, {})
            following.setdefault(None, value)
        self.firsts = frozenset(words[0] for words in self._values)

    def entries(self) -> Iterable[tuple[tuple[str, ...], Value]]:
        """All runs with their values."""
        return self._values.items()

    def at(self, parts: list[str], start: int) -> tuple[int, Value] | None:
        """The length in parts and the value of the longest run at `start`."""
        following, at, found = self._following, start, None
        while at < len(parts) and (behind := following.get(parts[at])) is not None:
            following, at = behind, at + 1
            if (value := following.get(None)) is not None:
                found = at - start, value
        return found


@frozen
class Lexicon:
    """All word lists, folded; loaded once."""

    ranks: Phrases[Rank]
    honorifics: Phrases[Honorific]
    heads: Phrases[Head]
    bodies: Phrases[bool]
    service_names: frozenset[str]
    plain: frozenset[str]
    particles: frozenset[str]
    opening: frozenset[str]
    suffixes: frozenset[str]
    postnominals: frozenset[str]
    calendar: frozenset[str]
    branches: frozenset[str]
    rank_corps: frozenset[str]
    given_titles: frozenset[str]
    surname_titles: frozenset[str]
    ships: frozenset[str]
    institutional: frozenset[str]
    modifiers: frozenset[str]
    transient: frozenset[str]
    acting: frozenset[str]
    former: frozenset[str]
    links: frozenset[str]
    grades: tuple[str, ...]
    bare_grades: frozenset[str]
    titular_grades: frozenset[str]
    verbs: frozenset[str]
    strong_bodies: frozenset[str]
    attached: frozenset[str]
    small_words: frozenset[str]
    with_article: frozenset[str]
    staff_words: frozenset[str]
    family_first: frozenset[str]
    twins: frozenset[str]
    nicknames: frozenset[tuple[str, str]]
    own_countries: tuple[tuple[str, str], ...]
    navies: dict[str, str]  # the country of a ship’s prefix
    shared_prefixes: dict[str, tuple[str, ...]]  # the countries whose ships bear one prefix, first the one that mostly writes it in English
    trigraphs: dict[str, str]  # the country that three capitals in brackets tell

    @property
    def firsts(self) -> frozenset[str]:
        """Every word that a phrase of some kind begins with."""
        return self.ranks.firsts | self.honorifics.firsts | self.heads.firsts | self.bodies.firsts


@cache
def lexicon() -> Lexicon:
    """The word lists of `data/people`."""
    names, offices = _lists("names.yml"), _lists("offices.yml")
    return Lexicon(
        ranks=Phrases(_ranks()),
        honorifics=Phrases(_honorifics()),
        heads=Phrases(_heads(offices["heads"], frozenset(offices["weak"]), frozenset(offices["minor"]))),
        own_countries=tuple((entry[:-3].strip(), entry[-3:].strip()) for entry in offices["own_countries"]),
        navies={entry[:-3]: entry[-2:] for entry in names["navies"]},
        shared_prefixes={entry.split()[0]: tuple(entry.split()[1:]) for entry in names["shared_prefixes"]},
        trigraphs={entry[:3]: entry[-2:] for entry in names["trigraphs"]},
        bodies=Phrases((run, True) for form in offices["bodies"] for run in (split(form), split(form + "s"))),
        service_names=frozenset(offices["services"]),
        plain=tables.english_words(),
        grades=tuple(offices["grades"]),
        nicknames=frozenset((pair.split()[0], pair.split()[1]) for pair in names["nicknames"]),
        **{key: frozenset(names[key]) for key in _OF_NAMES},
        **{key: frozenset(offices[key]) for key in _OF_OFFICES},
    )


# The plain lists of names.yml and of offices.yml, each a field of the same name.
_OF_NAMES = (
    "particles", "opening", "suffixes", "postnominals", "calendar", "branches", "rank_corps", "given_titles", "surname_titles", "ships",
    "institutional", "family_first", "twins",
)  # fmt: skip
_OF_OFFICES = (
    "modifiers", "transient", "acting", "former", "links", "verbs", "strong_bodies", "attached", "small_words", "staff_words",
    "bare_grades", "titular_grades", "with_article",
)  # fmt: skip


def fold(word: str) -> str:
    """A word as it is compared: small letters, straight apostrophes, no stop at its end."""
    return word.lower().replace("’", "'").replace("‘", "'").replace("‐", "-").replace("‑", "-").rstrip(".") or word


def split(form: str) -> tuple[str, ...]:
    """The folded words of a form; hyphens part words."""
    if form.isascii() and form.replace(" ", "").isalpha():
        return tuple(form.lower().split())  # most forms: nothing to part but blanks
    return tuple(part for token in tokens(form) for part in fold(token.text).split("-") if part)


# ---- loading ----


def _lists(name: str) -> Mapping[str, list[str]]:
    return {key: [item.strip() for item in value.split(",") if item.strip()] for key, value in tables.read(f"people/{name}").items()}


def _ranks() -> Iterator[tuple[tuple[str, ...], Rank]]:
    for entry in tables.read("people/ranks.yml"):
        traits = {key: bool(entry.get(key)) for key in ("flag", "weak", "office")}
        for form in [*([] if entry.get("cut_short") else [entry["name"]]), *entry.get("forms", ())]:
            for words in _spelled_out(form):
                abbreviated = len(words) < len(split(entry["name"])) or len(" ".join(words)) < len(entry["name"])
                yield words, Rank(entry["name"], abbreviated=abbreviated, **traits)
        if not entry.get("cut_short"):
            yield _plural(split(entry["name"])), Rank(entry["name"], plural=True, **traits)
        for form in entry.get("forms", ()):
            for words in _spelled_out(form):
                yield _plural(words), Rank(entry["name"], plural=True, abbreviated=True, **traits)


def _spelled_out(form: str) -> Iterator[tuple[str, ...]]:
    """Every wording of a form: "lt|lieutenant gen|general" is four."""
    for choice in product(*(word.split("|") for word in form.split())):
        yield split(" ".join(choice))


def _honorifics() -> Iterator[tuple[tuple[str, ...], Honorific]]:
    for group, forms in _lists("honorifics.yml").items():
        for form in forms:
            yield split(form), Honorific(office=group == "office")


def _heads(forms: list[str], weak: frozenset[str], minor: frozenset[str]) -> Iterator[tuple[tuple[str, ...], Head]]:
    for form in forms:
        words = split(form)
        if form.isupper():
            yield words, Head(acronym=True)
            yield _plural(words), Head(acronym=True, plural=True)  # "MPs"
            continue
        yield words, Head(weak=form in weak, minor=form in minor)
        for coming in ("designate", "elect"):
            yield (*words, coming), Head(weak=form in weak)
        yield _plural(words), Head(weak=form in weak, plural=True)


_PLURAL_FIRST = frozenset({"secretaries", "directors", "ministers", "attorneys", "consuls", "governors", "inspectors", "heads", "chiefs"})


def _plural(words: tuple[str, ...]) -> tuple[str, ...]:
    """The plural, of the noun that takes it: "secretaries general", "chiefs of staff", "prime ministers", "lieutenant generals"."""
    first = _s(words[0])
    if first in _PLURAL_FIRST and len(words) > 1:
        return (first, *words[1:])
    return (*words[:-1], _s(words[-1]))


def _s(word: str) -> str:
    if word.endswith("y") and word[-2:] not in ("ay", "ey", "oy"):
        return word[:-1] + "ies"
    if word.endswith("man"):
        return word[:-3] + "men"
    return word + "s"
