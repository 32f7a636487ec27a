"""What the words of an office tell: who holds the office that a title names, and which letters stand for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from ingest.engine import patterns, tables
from ingest.engine.rules import blends
from ingest.engine.types import Person
from ingest.engine.values import frozen


def holds(person: Person, wanted: list[str]) -> bool:
    if not wanted:
        return False
    held = _singulars(f"{person.rank or ''} {person.position or ''} {person.organization or ''}")
    if len(wanted) == 1 and wanted[0] in (_initials(person.position), _initials(person.rank)):
        return True
    if not _SPEAKS_FOR.isdisjoint(held) and _SPEAKS_FOR.isdisjoint(wanted):
        return False  # "the Deputy Secretary" is not the "Deputy Secretary of Defense Spokesperson"
    head = _singulars(f"{person.rank or ''} {_office(person.position)}")
    if "prime" in head and "deputy" in head and "prime" not in wanted and "deputy" in wanted:
        return False  # "the Deputy Minister" is no Deputy Prime Minister
    if len(wanted) == 2 and wanted[1] == "chief" and wanted[0] in lists().services:
        return not _CHIEFS.isdisjoint(head) and not lists().services[wanted[0]].isdisjoint(held)
    body = person.organization or ""
    return wanted[-1] in head and all(word in held or word == _initials(body) or blends.is_of(word, body) for word in wanted)


_SPEAKS_FOR = frozenset(["spokesperson", "spokesman", "spokeswoman"])
_CHIEFS = frozenset(["chief", "commander", "commandant", "chair", "minister", "secretary"])


def is_lesser(person: Person, wanted: list[str]) -> bool:
    """Whether the office is one under or beside the one that the words name: "the Secretary" is not the Press Secretary.

    Of an office of two halves, that in which the words stand: "the Minister" is the Deputy Prime Minister and Minister of Defence.
    """
    halves = [words for half in _halves(person.position) if wanted[-1] in (words := _singulars(half))] if wanted else []
    told = halves or [_singulars(_office(person.position))]
    return all(any(word in lists().lesser and word not in wanted for word in words) for words in told)


@lru_cache(maxsize=512)
def _singulars(words: str) -> frozenset[str]:
    """The words as they are compared; the last few hundred are kept, for every title of a release is held against every official."""
    return frozenset(map(singular, _WORD.findall(words)))


def stands_in(person: Person, words: str) -> bool:
    """Whether the acronym behind a title is that of the holder’s body: "of IMS"."""
    acronym = words.split()[-1].casefold()
    return acronym in _initials(person.organization) or acronym in (person.organization or "").casefold().split()


def short_forms(person: Person) -> Iterator[str]:
    """The initials of an office, and of an office with the first words of its body: "CDF" of the Chief | Defence Forces of Peru."""
    office = _initials(person.position)
    if len(office) > 1:
        yield office
    if (person.position or "").split(maxsplit=1)[:1] == ["Chief"] and len(office) == 3:
        yield "".join(
            word[0] for word in (person.position or "").split() if word != "the"
        ).casefold()  # COAS, the Chief of (the) Army Staff
    body = _initials(person.organization)
    yield from (office + body[:length] for length in (1, 2, 3) if office and 3 <= len(office) + length <= 5 and len(body) >= length)


def is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 5 and word.isupper()


@lru_cache(maxsize=512)
def _office(position: str | None) -> str:
    """The position up to its first "of" or "for", where the head of the office stands; each half of "Head of Mission/Force Commander"."""
    return " ".join(_halves(position))


@lru_cache(maxsize=512)
def _halves(position: str | None) -> tuple[str, ...]:
    """The heads of an office of one or two parts: "Head" and "Force Commander" of "Head of Mission and Force Commander"."""
    return tuple(_BEHIND_HEAD.split(half, maxsplit=1)[0] for half in _AND_ALSO.split(position or ""))


# "Head of Mission | and | Force Commander", and not "Minister of Defence and Veterans"
_AND_ALSO = patterns.compile(
    r"/|,?\s+and\s+(?=(?:[\w-]+\s+){0,3}?(?:Minister|Secretary|Commander|Chief|Director|Head|Commandant|President|Ambassador|Chairman"
    r"|Advis[eo]r|Inspector|Governor)\b)"
)


_BEHIND_HEAD = patterns.compile(r" (?:of|for|to|at|in) ")


@lru_cache(maxsize=512)
def _initials(text: str | None) -> str:
    return "".join(word[0] for word in (text or "").split() if word[0].isupper()).casefold()


def singular(word: str) -> str:
    folded = word.casefold()
    return lists().spellings.get(folded, folded)


def gender(person: Person) -> str | None:
    """ "m" or "f" where a title or a word of the name tells it: "Ms.", "Her Excellency", "Dato Haji", "Ali bin Omar"; else None."""
    words = (word.strip(".()’'").casefold() for word in (person.honorific or "").split())
    told = {lists().genders[word] for word in words if word in lists().genders}
    told = told or {_FATHERS[word] for word in person.name.casefold().split() if word in _FATHERS}
    return told.pop() if len(told) == 1 else None


_FATHERS = {**dict.fromkeys(("bin", "ibn", "oglu", "oğlu"), "m"), **dict.fromkeys(("binti", "bint", "qizi", "qızı"), "f")}


_WORD = patterns.compile(r"\w+")


# ---- the letters of an office ----


def introduced(text: str, officials: Iterable[Person], where: str) -> Iterator[tuple[str, Person]]:
    """The acronyms that stand in parentheses between an office and the name of its holder: "Chief of the General Staff (CEMGA), General N".

    An acronym that the words before it spell without the head of the office is that of a body: "Minister in the Ministry of Defence (MoD)".
    """
    starts = sorted(((at.start, person) for person in officials for at in person.mentions if at.where == where), key=lambda one: one[0])
    for short in _SHORT.finditer(text):
        at = bisect_left(starts, short.end(), key=lambda one: one[0])
        if at == len(starts) or starts[at][0] - short.end() > 60 or not _RANK_BESIDE.fullmatch(text, short.end(), starts[at][0]):
            continue
        words = [word for word in re.findall(r"\w+", text[max(0, short.start() - 120) : short.start()]) if word[0].isupper()]
        if _is_spelled(short["short"], words):
            yield short["short"].casefold(), starts[at][1]
            continue
        heads = [rank for rank, word in enumerate(words) if word in lists().written_heads and word[0] == short["short"][0]]
        if not heads:
            continue
        rest = {"".join(word[0] for word in words[begin:]).casefold() for begin in range(heads[-1] + 1, len(words))}
        if re.sub("[a-z]", "", short["short"]).casefold() not in rest:
            yield short["short"].casefold(), starts[at][1]


def _is_spelled(short: str, words: list[str]) -> bool:
    """Whether an acronym is made of the words before it, the head of an office first: "Special Representative of the Chairperson (SRC)"."""
    spelled = [word for word in words if not word.isupper()][-len(short) :]
    begins = any(word in lists().written_heads or word in lists().spelled_heads for word in spelled[:2])
    return len(short) > 2 and begins and "".join(word[0] for word in spelled) == short


# ", Général de corps d'armée ", " and Head of ATMIS, Ambassador "
_RANK_BESIDE = patterns.compile(r"(?:\s+and\s[^,;:()\n]{1,40})?,\s[^,;:()\n]{0,50}")
_SHORT = patterns.compile(r"\((?P<short>[A-Z][A-Za-z]{1,7})\)")


# ---- the lists ----


@frozen
class Lists:
    """The lists of `data/references.yaml`."""

    written_heads: frozenset[str]  # in small letters, with a capital, in capitals
    spelled_heads: frozenset[str]  # with a capital
    decoration: frozenset[str]
    lesser: frozenset[str]
    spellings: Mapping[str, str]
    genders: Mapping[str, str]
    services: Mapping[str, frozenset[str]]
    openers: frozenset[str]  # with a capital


@cache
def lists() -> Lists:
    lists = tables.read("references.yaml")
    genders = dict.fromkeys(lists["men"], "m") | dict.fromkeys(lists["women"], "f")
    heads = lists["heads"]
    services = {service: frozenset(words) for service, words in lists["services"].items()}
    written = frozenset(
        form for head in heads for form in (head, head.capitalize(), head.title(), head.title().replace("-In-", "-in-"), head.upper())
    )
    spelled = frozenset(head.capitalize() for head in lists["spelled_heads"])
    return Lists(
        written,
        spelled,
        frozenset(lists["decoration"]),
        frozenset(lists["lesser"]),
        lists["spellings"],
        genders,
        services,
        frozenset(lists["openers"]),
    )
