"""Whether two written names are of one organization: a verdict with its reasons, as `compare` gives it for officials.

Joined are names that say the same when what goes without saying is left out (whose body it is, "national", how "defense" is spelled),
when one is the acronym of the other, its name in the language of its country, or its former name. What has a number, a place or a part
of its own ("2nd Brigade", "Press Office of …") is another body. Countries part: there are a hundred Ministries of Defense.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from ingest.engine import gazetteers
from ingest.resolution import numbers, tables
from ingest.resolution.compare import Decision
from ingest.resolution.linking import INTERNATIONAL, fold

RULES_VERSION = "2"

_LONG_ENOUGH_FOR_A_SLIP = 9  # letters of a word in which one that is wrong is a slip of the pen
_LETTERS_OF_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Body:
    """What releases tell of one organization: a name, other names given for it in the same words, a country (INT: of several)."""

    name: str
    also: tuple[str, ...] = ()
    country: str | None = None

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Body:
        """The description in a mapping. Raises ValueError where the name is missing or a value is of another kind."""
        name, also, country = values.get("name"), values.get("aliases") or (), values.get("country")
        if not isinstance(name, str) or not name.strip():
            raise ValueError("a name is needed")
        if not isinstance(also, list | tuple) or not all(isinstance(one, str) for one in also):
            raise ValueError("aliases must be a list of texts")
        if country is not None and not isinstance(country, str):
            raise ValueError("country must be text or null")
        return cls(name, tuple(also), country)

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Plain:
    """A name as it is compared: its words in order without what goes without saying, and its numbers."""

    words: tuple[str, ...]
    numbers: tuple[int, ...] = field(default=())

    @property
    def any_order(self) -> tuple[str, ...]:
        return tuple(sorted(self.words))


def compare(a: Body, b: Body) -> Decision:
    """Whether two descriptions are of one organization."""
    if a.country and b.country and a.country != b.country:
        return Decision("different", "body-country", (f"country: {a.country} and {b.country}",))
    country = a.country or b.country
    kind, told = min((_names(one, other, country) for one in _telling(a) for other in _telling(b)), key=lambda one: _ORDER.index(one[0]))
    if kind == "same" and _one_acronym_of_two(a, b, country):
        return Decision("unsure", "body-shared-acronym", (told, f"it is told of {a.name} and of {b.name}", "a person should look"))
    if kind == "different":
        return Decision("different", "body-name-differs", (told,))
    if kind in {"near", "part"}:
        return Decision("unsure", f"body-{kind}", (told, "a person should look"))
    if not a.country or not b.country:
        return Decision("unsure", "body-no-country", (told, "the country is not told of both"))
    return Decision("same", f"body-{kind}", (told, f"country: {country}"))


def blocks(body: Body) -> frozenset[str]:
    """What two organizations must have in common to be compared at all: nothing else can come out as one, or as a question."""
    country = body.country or ""
    found: set[str] = set()
    for form in _telling(body):
        name = plain(form, body.country)
        meant = _acronyms().get((body.country, _letters(form).upper())) or _translations().get(name.words) or name
        found |= {f"w {' '.join(sorted(_without_kind(one)))}" for one in (name, meant, _now(meant, body.country))}
        found |= {f"a {initials}" for initials in (_initials(form) if " " in form else {_letters(form).lower()})}
        found |= {f"p {' '.join(words)}" for words in (name.words, name.words[1:])}
        for at, word in enumerate(name.words):
            if len(word) >= _LONG_ENOUGH_FOR_A_SLIP - 1:
                found.add(f"n {' '.join((*name.words[:at], word[:3], *name.words[at + 1 :]))}")
    return frozenset(f"{country} {block}" for block in found)


def _telling(body: Body) -> tuple[str, ...]:
    """The name, and of the other names those that tell the body from others: "MoND", not "the Ministry"."""
    others = (form for form in body.also if _is_written_as_acronym(form) or len(plain(form, body.country).words) >= 2)
    return (body.name, *others)


def _one_acronym_of_two(a: Body, b: Body, country: str | None) -> bool:
    """Whether both are told with names in full that are no names of one body, and only an acronym is the same."""
    full = [[form for form in _telling(body) if not _is_written_as_acronym(form)] for body in (a, b)]
    return all(full) and all(_names(one, other, country)[0] in {"near", "part", "different"} for one in full[0] for other in full[1])


# ---- how two names relate, the closest first ----

_ORDER = ("same", "country-words", "order", "kind", "translation", "acronym", "renamed", "near", "part", "different")


def _names(one: str, other: str, country: str | None) -> tuple[str, str]:
    """The class of two written names with the reason."""
    pair = f"{one} and {other}"
    a, b = plain(one, country), plain(other, country)
    if fold(one) == fold(other):
        return "same", f"name: {one}"
    if a.numbers != b.numbers:
        return "different", f"name: {pair} have different numbers"
    if a.words and a == b:
        return "country-words", f"name: {pair} say the same, whose it is left out"
    if a.words and a.any_order == b.any_order:
        return "order", f"name: {pair} are the same words in another order"
    if _of_one_kind(a, b):
        return "kind", f"name: {pair} are of one kind for the same matter"
    if translated := _translated(a, b):
        return "translation", f"name: {pair}, which means {translated}"
    if _is_acronym(one, other, country) or _is_acronym(other, one, country):
        return "acronym", f"acronym: {pair}"
    if since := _renamed(a, b, country):
        return "renamed", f"renamed: {pair}, {since}"
    if _slip(a, b):
        return "near", f"name: {pair} are a letter apart"
    if _told_shorter(a, b):
        return "part", f"name: {pair}, of which one says more"
    return "different", f"name: {pair}"


@lru_cache(maxsize=50_000)
def plain(name: str, country: str | None) -> Plain:
    """The words that tell the body from others of its country."""
    words = _known(tuple(_in_full(word) for word in fold(name.replace("&", " and ").replace("/", " "))))
    told = tuple(number for word in words if (number := numbers.value(word)) is not None)
    words = _without_country(words, country)
    words = tuple(word for word in words if word not in _data("bodies.yml")["small"])
    kept = (
        word for word, following in zip(words, (*words[1:], ""), strict=True) if word not in _silent() or following in _not_silent_before()
    )
    return Plain(tuple(map(_singular, kept)) or words, told)


def _known(words: tuple[str, ...]) -> tuple[str, ...]:
    spellings = _data("organizations.yml")["spellings"]
    return tuple(spellings.get(word, word) for word in words)


def _in_full(word: str) -> str:
    told: str = _data("bodies.yml")["in_full"].get(word, word)
    return told


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _without_country(words: tuple[str, ...], country: str | None) -> tuple[str, ...]:
    """The words without those that name the country: "U.S.", "Republic of Korea", "Estonian"."""
    if country is None or country == INTERNATIONAL:
        return words
    for form in _country_words(country):
        for at in range(len(words) - len(form) + 1):
            if words[at : at + len(form)] == form and len(words) > len(form):
                words = words[:at] + words[at + len(form) :]
                break
    return words


def _of_one_kind(a: Plain, b: Plain) -> bool:
    """ "Ministry of Defense" and "Department of Defense", of which a country has one."""
    for alike in _data("bodies.yml")["kinds_alike"]:
        one, other = (tuple(word for word in name.words if word not in alike) for name in (a, b))
        if one and one == other and all(set(name.words) & set(alike) for name in (a, b)):
            return True
    return False


def _translated(a: Plain, b: Plain) -> str:
    one, other = (_translations().get(name.words, name) for name in (a, b))
    if (one, other) == (a, b) or (one.any_order != other.any_order and not _of_one_kind(one, other)):
        return ""
    return " ".join(one.words)


def _is_acronym(short: str, long: str, country: str | None) -> bool:
    """Whether `short` is an acronym that stands for `long`: listed for the country, or made of its first letters ("MoND")."""
    letters = _letters(short)
    if (told := _acronyms().get((country, letters.upper()))) is not None:
        of = plain(long, country)
        return told.any_order == of.any_order or _of_one_kind(told, of)
    return _is_written_as_acronym(short) and letters.lower() in _initials(long)


def _letters(form: str) -> str:
    return re.sub(r"[.\s]", "", form)


def _is_written_as_acronym(form: str) -> bool:
    letters = _letters(form)
    capitals = sum(sign.isupper() for sign in letters)
    return bool(re.fullmatch(r"[A-Z][A-Za-z-]{1,11}", letters)) and capitals >= 2 and 2 * capitals > len(letters)


def _initials(name: str) -> frozenset[str]:
    """The first letters of the words, with those of small words and without; none of a name of one or two words."""
    words = fold(name)
    telling = [word for word in words if word not in _data("bodies.yml")["small"]]
    return frozenset("".join(word[0] for word in some) for some in (words, telling) if len(some) >= _LETTERS_OF_ACRONYM)


def _without_kind(name: Plain) -> tuple[str, ...]:
    alike = {word for words in _data("bodies.yml")["kinds_alike"] for word in words}
    return tuple(word for word in name.words if word not in alike) or name.words


def _now(name: Plain, country: str | None) -> Plain:
    """The present name of what was called so."""
    for former, now, _ in _data("bodies.yml")["renamed"].get(country or "", ()):
        if plain(former, country).any_order == name.any_order:
            return plain(now, country)
    return name


def _renamed(a: Plain, b: Plain, country: str | None) -> str:
    for former, now, day in _data("bodies.yml")["renamed"].get(country or "", ()):
        if {a.any_order, b.any_order} == {plain(former, country).any_order, plain(now, country).any_order}:
            return f"since {day}" if day else "one body under two names"
    return ""


def _slip(a: Plain, b: Plain) -> bool:
    """Whether just one long word of the two differs, by one letter."""
    if len(a.words) != len(b.words):
        return False
    apart = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    if len(apart) != 1 or min(map(len, apart[0])) < _LONG_ENOUGH_FOR_A_SLIP:
        return False
    return DamerauLevenshtein.distance(*apart[0], score_cutoff=1) <= 1


def _told_shorter(a: Plain, b: Plain) -> bool:
    """Whether one name is the other with one word more in front, as "Joint Forces Command" and "Forces Command" are."""
    short, long = sorted((a.words, b.words), key=len)
    return len(short) >= 2 and len(long) == len(short) + 1 and long[1:] == short and long[0] not in _data("bodies.yml")["another"]


# ---- tables ----


def _data(name: str) -> Any:
    return tables.load(name)


@cache
def _silent() -> frozenset[str]:
    return frozenset(_data("bodies.yml")["silent"])


@cache
def _not_silent_before() -> frozenset[str]:
    return frozenset(_data("bodies.yml")["not_silent_before"])


@cache
def _country_words(country: str) -> tuple[tuple[str, ...], ...]:
    """Every way to name the country or what is of it, folded, the longest first."""
    forms: Collection[str] = {form for kind in ("country", "demonym") for form, value in gazetteers.forms(kind).items() if value == country}
    return tuple(sorted({_known(fold(form)) for form in forms} - {()}, key=lambda form: (-len(form), form)))


@cache
def _translations() -> dict[tuple[str, ...], Plain]:
    return {plain(name, None).words: plain(english, None) for name, english in _data("bodies.yml")["translations"].items()}


@cache
def _acronyms() -> dict[tuple[str | None, str], Plain]:
    told = _data("bodies.yml")["acronyms"]
    return {(country, letters): plain(words, country) for country, known in told.items() for letters, words in known.items()}
