"""How two written names relate: explainable classes instead of one threshold.

No distance between two strings parts Lee Jong-sup and Lee Jong-seop (one man) from Kim Jong-un and Kim Jong-il (two). What parts them
is knowledge: which letters two romanisations of one syllable may have, which given names are one name, which family names are two.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, get_args

from rapidfuzz.distance import DamerauLevenshtein

from ingest.resolution import romanisation, tables

NameClass = Literal[
    "identical", "order", "spelling", "nickname", "middle", "initial", "partial", "surname", "shuffled", "typo", "apart", "different"
]  # fmt: skip
WordClass = Literal["same", "spelling", "nickname", "initial", "typo", "apart", "different"]

SUFFIXES = {"jr": "Jr.", "junior": "Jr.", "sr": "Sr.", "senior": "Sr.", "ii": "II", "iii": "III", "iv": "IV", "2nd": "II", "3rd": "III"}
PARTICLES = frozenset(
    "al el bin ibn ben bint abu van von der den de da do dos das del della di du la le ten ter zu af av y e".split()  # noqa: SIM905
)
_SPECIAL = str.maketrans(
    {"ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}
    | {"þ": "th", "Þ": "th", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ə": "a", "Ə": "a"}
)
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`-][^\W_]+)*")
_FAMILY_FIRST = frozenset({"KR", "KP", "CN", "TW", "HK", "VN", "JP", "HU", "KH"})


@dataclass(frozen=True, slots=True)
class Name:
    """A written name as its words: folded, in order, without suffix; `family` is the place of the word written in capitals, if one is."""

    written: str
    words: tuple[str, ...]
    suffix: str | None = None
    family: int | None = None


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The class of a pair of names, with the reason in words."""

    kind: NameClass
    reason: str


def compare(a: str, b: str, *, country: str | None = None) -> NameMatch:
    """The closest class in which two names stand; `country` (ISO alpha-2) chooses the romanisations that may differ."""
    one, two = parse(a), parse(b)
    country = country or _told_by_form(one, two)
    if not one.words or not two.words:
        return NameMatch("different", "a name is missing")
    if one.suffix and two.suffix and one.suffix != two.suffix:
        return NameMatch("different", f"{one.suffix} is not {two.suffix}")
    if _squash(one.words) == _squash(two.words):
        return NameMatch("identical", "the same name")
    if len(one.words) > len(two.words):
        one, two = two, one
    if len(one.words) == 1 and len(two.words) > 1:
        return _surname_only(one, two, country)
    return _best([*_aligned(one, two, country), *_joined(one, two, country), *_shuffled(one, two, country), *_longer(one, two, country)])


def _told_by_form(one: Name, two: Name) -> str | None:
    """ "KR" for two names in the Korean form: a Korean family name and a hyphenated given name."""
    korean = all(len(name.words) == 2 and "-" in "".join(name.words) and set(name.words) & tables.korean_surnames() for name in (one, two))
    return "KR" if korean else None


def parse(written: str) -> Name:
    """The words of a name, folded: no case, accents, apostrophes or titles of generation."""
    raw = _WORD.findall(written.replace(".", " ").replace(",", " "))
    suffix = None
    if len(raw) > 1 and (ending := SUFFIXES.get(fold(raw[-1]))) is not None:
        suffix, raw = ending, raw[:-1]
    capitals = [i for i, word in enumerate(raw) if len(word) > 1 and word.isupper()]
    family = capitals[0] if len(capitals) == 1 and len(raw) > 1 else None
    return Name(written, tuple(filter(None, map(fold, raw))), suffix, family)


def fold(word: str) -> str:
    """A word without case, accents and apostrophes; hyphens stay."""
    flat = unicodedata.normalize("NFKD", word.translate(_SPECIAL))
    return "".join(c for c in flat if not unicodedata.combining(c) and c not in "'’ʼ`").casefold()


def family_names(name: str, country: str | None = None) -> frozenset[str]:
    """The words of a name that may be the family name: the word in capitals alone where one is, else both ends, as the country has it."""
    parsed = parse(name)
    return _families(parsed, country)


def is_common(name: str) -> bool:
    """Whether a family name of this name is so common that it decides little by itself."""
    return bool(_families(parse(name), None) & tables.common_surnames())


# ---- words ----


@cache
def word_class(a: str, b: str, country: str | None = None) -> WordClass:
    """How two folded words of a name relate."""
    if a == b or a.replace("-", "") == b.replace("-", ""):
        return "same"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[0] == b[0] else "different"
    if tables.are_apart(a, b):
        return "apart"
    if romanisation.alike(a, b, country):
        return "spelling"
    if tables.one_given_name(a, b):
        return "nickname"
    if romanisation.decides(country):  # where a letter more makes another name, a near miss is another name
        return "different"
    return "typo" if _near(a, b) else "different"


def _near(a: str, b: str) -> bool:
    """One slip of the pen in a word long enough to bear it, and not in its first letter."""
    shorter = min(len(a), len(b))
    if shorter < 4 or a[0] != b[0]:
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=2) <= (1 if shorter < 9 else 2)


# ---- names of the same number of words ----

_ORDER: tuple[NameClass, ...] = get_args(NameClass)
_WORST: tuple[WordClass, ...] = ("same", "spelling", "nickname", "initial", "typo", "apart", "different")


def _best(matches: list[NameMatch]) -> NameMatch:
    return min(matches, key=lambda match: _ORDER.index(match.kind), default=NameMatch("different", "no word in common"))


def _aligned(one: Name, two: Name, country: str | None) -> list[NameMatch]:
    """Word by word, in the same order and with the family name moved from one end to the other."""
    if len(one.words) != len(two.words):
        return []
    found = [_word_by_word(one.words, two.words, country, moved=False)]
    for turned in {two.words[1:] + two.words[:1], two.words[-1:] + two.words[:-1]}:
        found.append(_word_by_word(one.words, turned, country, moved=True))
    return found


def _word_by_word(a: tuple[str, ...], b: tuple[str, ...], country: str | None, *, moved: bool) -> NameMatch:
    classes = [word_class(x, y, country) for x, y in zip(a, b, strict=True)]
    worst = max(classes, key=_WORST.index)
    pairs = ", ".join(f"{x}/{y}" for x, y, kind in zip(a, b, classes, strict=True) if kind == worst)
    tail = ", family name at the other end" if moved else ""
    if worst == "same":
        return NameMatch("order" if moved else "identical", f"the same words{tail}")
    if worst == "spelling":
        return NameMatch("spelling", f"two spellings of one name: {pairs}{tail}")
    if worst == "nickname":
        return NameMatch("nickname", f"two forms of one given name: {pairs}{tail}")
    if moved and worst != "initial":
        return NameMatch("different", f"{pairs} differ")
    if classes.count("different"):
        return NameMatch("different", f"{pairs} differ")
    if worst == "initial":
        return NameMatch("initial", f"an initial stands for a name: {pairs}{tail}")
    if sum(kind in {"typo", "apart"} for kind in classes) > 1:
        return NameMatch("different", f"{pairs} differ in more than one word")
    if worst == "apart":
        return NameMatch("apart", f"two different names: {pairs}")
    return NameMatch("typo", f"a letter apart: {pairs}")


def _joined(one: Name, two: Name, country: str | None) -> list[NameMatch]:
    """Given names written as one word or two ("Jong Sup", "Jong-sup", "Jongsup"), the family name at either end."""
    found = []
    for a in _halves(one.words):
        for b in _halves(two.words):
            family, given = word_class(a[0], b[0], country), word_class(a[1], b[1], country)
            if family in {"same", "spelling"} and given in {"same", "spelling"}:
                moved = a[2] != b[2]
                kind: NameClass = "spelling" if "spelling" in (family, given) else "order" if moved else "identical"
                found.append(NameMatch(kind, f"the same family and given name{', family name at the other end' if moved else ''}"))
    return found


def _halves(words: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """(family, given, which end) of a name of two or three words, read both ways."""
    if not 2 <= len(words) <= 3:
        return []
    return [(words[0], "-".join(words[1:]), "first"), (words[-1], "-".join(words[:-1]), "last")]


def _shuffled(one: Name, two: Name, country: str | None) -> list[NameMatch]:
    if len(one.words) == len(two.words) > 2 and sorted(one.words) == sorted(two.words):
        return [NameMatch("shuffled", "the same words in another order")]
    return []


# ---- a name with fewer words ----


def _longer(one: Name, two: Name, country: str | None) -> list[NameMatch]:
    """The shorter name inside the longer: without a middle initial, without a further given or family name."""
    if len(one.words) >= len(two.words):
        return []
    left = _left_over(one.words, two.words, country)
    if left is None:
        return []
    extra, worst = left
    if all(len(word) == 1 for word in extra) and worst in {"same", "spelling", "nickname"}:
        return [NameMatch("middle", f"only the initial {' '.join(extra).upper()} is missing")]
    if all(word in PARTICLES for word in extra) and worst in {"same", "spelling"}:
        return [NameMatch("spelling", f"only {' '.join(extra)} is missing")]
    if worst in {"same", "spelling", "nickname"}:
        return [NameMatch("partial", f"{' '.join(extra)} is missing")]
    if worst == "initial":
        return [NameMatch("initial", f"an initial stands for a name, {' '.join(extra)} is missing")]
    return []


def _left_over(short: tuple[str, ...], long: tuple[str, ...], country: str | None) -> tuple[list[str], WordClass] | None:
    """The words of the longer name that the shorter lacks, when all of the shorter's stand in it in the same order."""
    extra: list[str] = []
    worst: WordClass = "same"
    at = 0
    for word in long:
        kind = word_class(short[at], word, country) if at < len(short) else "different"
        if kind in {"same", "spelling", "nickname", "initial"}:
            worst, at = max(worst, kind, key=_WORST.index), at + 1
        else:
            extra.append(word)
    return (extra, worst) if at == len(short) else None


def _surname_only(one: Name, two: Name, country: str | None) -> NameMatch:
    word = one.words[0]
    for family in sorted(_families(two, country)):
        kind = word_class(word, family, country)
        if kind in {"same", "spelling"}:
            return NameMatch("surname", f"only the family name {word} is told")
        if kind == "typo":
            return NameMatch("typo", f"only a family name is told, a letter apart: {word}/{family}")
    if any(word_class(word, other, country) == "same" for other in two.words):
        return NameMatch("partial", f"only {word} is told, not the family name")
    return NameMatch("different", f"{word} is no family name of {two.written}")


def _families(name: Name, country: str | None) -> frozenset[str]:
    words = name.words
    if not words:
        return frozenset()
    if len(words) == 1:
        return frozenset(words)
    if name.family is not None and name.family < len(words):
        return frozenset({words[name.family]})
    hyphenated_last = "-" in words[-1] and words[0] in tables.korean_surnames()
    ends = {words[0]} if hyphenated_last else {words[-1]}
    if country in _FAMILY_FIRST or (country is None and words[0] in tables.family_first_surnames()):
        ends.add(words[0])
    if len(words) > 2 and country not in _FAMILY_FIRST:
        ends.add(words[-2])  # Iberian: the father's name stands before the mother's
    ends |= {"-".join(pair) for pair in pairwise(words) if pair[0] in PARTICLES}
    ends |= {part for end in set(ends) for part in end.split("-") if len(part) > 2 and country not in _FAMILY_FIRST}
    return frozenset(ends - PARTICLES)


def _squash(words: tuple[str, ...]) -> str:
    return "".join(words).replace("-", "")
