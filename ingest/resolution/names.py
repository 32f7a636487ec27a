"""How two written names relate: explainable classes instead of one threshold.

No distance between two strings parts Lee Jong-sup and Lee Jong-seop (one man) from Kim Jong-un and Kim Jong-il (two). What parts them
is knowledge: which letters two romanisations of one syllable may have, which given names are one name, which family names are two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, get_args

from rapidfuzz.distance import DamerauLevenshtein

from ingest.engine.values import frozen, replace
from ingest.resolution import romanisation, tables

# Letters whose accent another spelling writes as a second letter: Šešelj and Sheshelj, Müller and Mueller.
_DIGRAPHS = str.maketrans(
    {"š": "sh", "č": "ch", "ž": "zh", "ć": "ch", "đ": "dj", "ş": "sh", "ș": "sh", "ç": "ch", "ğ": "gh", "ñ": "ny"}
    | {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
)
NameClass = Literal[
    "identical", "order", "spelling", "nickname", "middle", "initial", "partial", "surname", "shuffled", "typo", "apart", "different"
]  # fmt: skip
WordClass = Literal["same", "spelling", "nickname", "initial", "part", "typo", "apart", "different"]

SUFFIXES = {"jr": "Jr.", "junior": "Jr.", "sr": "Sr.", "senior": "Sr.", "ii": "II", "iii": "III", "iv": "IV", "2nd": "II", "3rd": "III"}
PARTICLES = frozenset(
    "al el bin ibn ben bint binti abu van von der den de da do dos das del della di du la le ten ter zu af av y e".split()  # noqa: SIM905
)
_SPECIAL = str.maketrans(
    {"ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}
    | {"þ": "th", "Þ": "th", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ə": "a", "Ə": "a"}
)
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`-][^\W_]+)*")
_IN_MARKS = re.compile(r"[“\"‘(«]([^“”\"‘’()«»]{2,20})[”\"’)»]")
_DIGRAPH_INITIAL = re.compile(r"ts|ch|sh|zh|kh|dz")  # "Ts. Munkhbayar"
_RUN_TOGETHER = re.compile(r"[B-DF-HJ-NP-TV-Z]{2,4}")  # initials without full stops: "VK", "BKGM"
_COMMON_AT_MOST = 3  # words of a name that many bear
_SON_OF = frozenset({"bin", "ibn", "ben"})
_ARTICLE = frozenset({"al", "el", "ul"})
# "Abdel Fattah", "Abdulfattah", "Abd al-Fattah"; "Abderrahmane", where the article has taken on the sound that follows
_SERVANT = re.compile(r"^abd(?:[aeiou]l|[aeiou]?([rsnztd])(?=\1))?[- ]?(?=\w)")
_OF_GOD = re.compile(r"^abd[aou]ll?ah?$")
_SERVANTS = frozenset("abd abdel abdul abdal abdol abdil".split())  # noqa: SIM905
# "Saif al-Din", "Saif Eddine", "Seifeddine"
_FAITH = re.compile(r"(?:[uea]dd|[ae]l-?d)(?:ine?|een)$")
_FAITHS = frozenset("al-din el-din ud-din ed-din ad-din al-deen ul-din uddin eddine eddin aldin eldin".split())  # noqa: SIM905
_IBERIAN = frozenset("ES PT BR AR BO CL CO CR CU DO EC SV GQ GT HN MX NI PA PY PE UY VE AO MZ CV PH TL".split())  # noqa: SIM905
_PATRONYMIC = re.compile(
    r"[a-z]{2,}(?:[oy]e?v[iy]ch|yev[iy]ch|ev[iy]ch|ovna|[yi]?[ei]vna|yivna"  # Mykolayovych, Sergeevich, Ivanovna
    r"|-?ul[yi]|-?[kq][yi]z[yi]|-?o(?:g|gh)l[uyi])$"  # Serikuly, Erkinkyzy, Fikrat oglu
)
_CHILD_OF = frozenset("uly uli kyzy qyzy qizi kizi oglu oghlu ogly ogli".split())  # noqa: SIM905
# Where a patronymic is told or left out as others do with the initial of a second name. Elsewhere "-ovich" ends family names.
_WITH_PATRONYMICS = frozenset("UA RU BY KZ KG UZ TJ TM AZ AM GE MD".split())  # noqa: SIM905
_WITHOUT_FAMILY_NAMES = frozenset({"ET", "ER", "MM"})  # a name and the father's name, or words of which none is the family's
_FAMILY_FIRST = frozenset({"KR", "KP", "CN", "TW", "HK", "VN", "JP", "HU", "KH"})


@frozen
class Name:
    """A written name as its words: folded, in order, without suffix; `family` is the place of the word written in capitals, if one is."""

    written: str
    words: tuple[str, ...]
    suffix: str | None = None
    family: int | None = None


@frozen
class NameMatch:
    """The class of a pair of names, with the reason in words."""

    kind: NameClass
    reason: str


@lru_cache(maxsize=50_000)
def compare(a: str, b: str, *, country: str | None = None) -> NameMatch:
    """The closest class in which two names stand; `country` (ISO alpha-2) chooses the romanisations that may differ."""
    return _best([_compared(one, two, country) for one in _of_country(a, country) for two in _of_country(b, country)])


def _of_country(written: str, country: str | None) -> tuple[Name, ...]:
    """The readings of a name; where the patronymic stands last, the family name stands first: "Tarasyuk Oleh Petrovych"."""
    readings = _readings(written)
    if country not in _WITH_PATRONYMICS:
        return readings
    turned = (
        replace(one, words=one.words[1:] + one.words[:1]) for one in readings if len(one.words) == 3 and _PATRONYMIC.match(one.words[2])
    )
    return *readings, *turned


def _compared(one: Name, two: Name, country: str | None) -> NameMatch:
    country = _romanised_as(one, two, country)
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


@lru_cache(maxsize=50_000)
def _readings(written: str) -> tuple[Name, ...]:
    """A name as written, with accents read as second letters, and with the nickname that stands in marks in the place of the given name."""
    plain = _IN_MARKS.sub(" ", written)
    if plain.count(",") == 1 and fold(plain.rpartition(",")[2].strip(" .")) not in SUFFIXES:  # "Hallowell, Curtis"; not "Brown, Jr."
        plain = " ".join(reversed(plain.split(",")))
    low = plain.casefold()
    spelled = [reading for reading in (low.translate(_DIGRAPHS), low.replace("đ", "dj"), low.replace("ə", "e")) if reading != low]
    called = [f"{nickname} {' '.join(plain.split()[1:])}" for nickname in _IN_MARKS.findall(written)]
    return tuple(parse(reading) for reading in dict.fromkeys([plain, *spelled, *called]))


def _romanised_as(one: Name, two: Name, country: str | None) -> str | None:
    """The country whose manner of romanising decides. A Chinese name with a hyphen is no pinyin, but as Taiwan writes it."""
    if country == "CN" and ("-" in "".join(one.words)) != ("-" in "".join(two.words)):
        return "TW"
    return country or _told_by_form(one, two)


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
    raw = _without_titles(raw)
    if len(raw) > 1 and _RUN_TOGETHER.fullmatch(raw[0]) and not raw[-1].isupper():
        raw = [*raw[0], *raw[1:]]
    capitals = [i for i, word in enumerate(raw) if len(word) > 1 and word.isupper()]
    family = capitals[0] if len(capitals) == 1 and len(raw) > 1 else None
    words = _with_articles(list(filter(None, map(fold, raw))))
    return Name(written, words, suffix, family if len(words) == len(raw) else None)


def _without_titles(raw: list[str]) -> list[str]:
    """The words behind ranks and titles: "Gen. Popa", "Datuk Seri Hishamuddin". Some word is always left."""
    at = 0
    while at < len(raw) - 1:
        first, second = fold(raw[at]), fold(raw[at + 1])
        if f"{first} {second}" in tables.titles() and at < len(raw) - 2:
            at += 2
        elif first in tables.titles():
            at += 1
        else:
            break
    return raw[at:]


def _with_articles(words: list[str]) -> tuple[str, ...]:
    """The Arabic article joined with its name, as "Al Dosari" and "Al-Dosari" are one; so are names of two words, as "Abdel Fattah" is."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in _ARTICLE:
            joined[-1] = f"{joined[-1]}-{word}"
        else:
            joined.append(word)
    whole: list[str] = []
    for word in joined:
        if whole and whole[-1] in _SERVANTS:
            whole[-1] = f"abdul{_without_article(word)}"
        elif whole and word in _FAITHS:
            whole[-1] = f"{whole[-1]}uddin"
        elif whole and word in _CHILD_OF:
            whole[-1] = f"{whole[-1]}-{word}"
        else:
            whole.append(_one_form(word))
    return tuple(whole)


def _one_form(word: str) -> str:
    """Names made of "servant of" or "of the faith" in one form, however they are joined: "abdulrahman" for "abderrahmane"."""
    plain = word.replace("-", "")
    if _OF_GOD.match(plain) or plain in _SERVANTS or len(plain) < 7:
        return word
    if plain.startswith("abd"):
        return _SERVANT.sub("abdul", word, count=1)
    return _FAITH.sub("uddin", word)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word without case, accents and apostrophes; hyphens stay."""
    if word.isascii() and "'" not in word and "`" not in word:
        return word.casefold()
    flat = unicodedata.normalize("NFKD", word.translate(_SPECIAL))
    return "".join(c for c in flat if not unicodedata.combining(c) and c not in "'’ʼ`").casefold()


def family_names(name: str, country: str | None = None) -> frozenset[str]:
    """The words of a name that may be the family name: the word in capitals alone where one is, else both ends, as the country has it."""
    parsed = parse(name)
    return _families(parsed, country)


@lru_cache(maxsize=50_000)
def is_common(name: str) -> bool:
    """Whether a family name of this name is so common that it decides little by itself; one of many words is not, whatever is in it."""
    parsed = parse(name)
    return len(parsed.words) <= _COMMON_AT_MOST and bool(_families(parsed, None) & tables.common_surnames())


# ---- words ----


@cache
def word_class(a: str, b: str, country: str | None = None) -> WordClass:
    """How two folded words of a name relate."""
    if a == b or a.replace("-", "") == b.replace("-", ""):
        return "same"
    if len(a) == 1 or len(b) == 1 or _DIGRAPH_INITIAL.fullmatch(min(a, b, key=len)):
        short, long = sorted((a, b), key=len)
        return "initial" if long.startswith(short) else "different"
    if {a, b} <= _SON_OF or _without_article(a) == _without_article(b):
        return "spelling"
    if tables.are_apart(a, b):
        return "apart"
    if romanisation.alike(a, b, country):
        return "spelling"
    if tables.one_given_name(a, b):
        return "nickname"
    if _is_part(a, b) or _is_part(b, a):
        return "part"
    if romanisation.decides(country) or {a, b} <= tables.known_surnames():
        return "apart" if _near(a, b, slips=1) else "different"
    return "typo" if _near(a, b, slips=1 if min(len(a), len(b)) < 7 else 2) else "different"


def _without_article(word: str) -> str:
    head, _, tail = word.partition("-")
    return tail if tail and head in _ARTICLE else word


def _is_part(a: str, b: str) -> bool:
    """Whether `a` is one half of the double name `b`."""
    return len(a) > 2 and a in b.split("-")


def _near(a: str, b: str, *, slips: int) -> bool:
    """A slip of the pen in a word long enough to bear it, and not in its first letter."""
    if min(len(a), len(b)) < 4 or a[0] != b[0]:
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=slips) <= slips


# ---- names of the same number of words ----

_ORDER: tuple[NameClass, ...] = get_args(NameClass)
_WORST: tuple[WordClass, ...] = get_args(WordClass)


def _best(matches: list[NameMatch]) -> NameMatch:
    return min(matches, key=lambda match: _ORDER.index(match.kind), default=NameMatch("different", "no word in common"))


def _aligned(one: Name, two: Name, country: str | None) -> list[NameMatch]:
    """Word by word, in the same order and with the family name moved from one end to the other."""
    if len(one.words) != len(two.words):
        return []
    found = [_word_by_word(one.words, two.words, country, moved=False)]
    if not _may_turn(one, two, country):
        return found
    for turned in {two.words[1:] + two.words[:1], two.words[-1:] + two.words[:-1]}:
        found.append(_word_by_word(one.words, turned, country, moved=True))
    return found


def _may_turn(one: Name, two: Name, country: str | None) -> bool:
    """Whether something tells which word is the family name: the country's habit, capitals, or a family name that stands first."""
    if country in _FAMILY_FIRST or one.family is not None or two.family is not None:
        return True
    return country is None and bool({one.words[0], two.words[0]} & tables.family_first_surnames())


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
    if worst == "different" or (moved and worst != "initial"):
        return NameMatch("different", f"{pairs} differ")
    if worst == "initial":
        first = classes[0] == "initial" or moved
        return NameMatch("initial" if first else "middle", f"an initial stands for a name: {pairs}{tail}")
    if worst == "part":
        return NameMatch("partial", f"half of a double name: {pairs}")
    if worst == "apart":
        return NameMatch("apart", f"two different names: {pairs}")
    return NameMatch("typo", f"a letter apart: {pairs}")


def _joined(one: Name, two: Name, country: str | None) -> list[NameMatch]:
    """Given names written as one word or two ("Jong Sup", "Jong-sup", "Jongsup"), the family name at either end."""
    found = []
    for a in _halves(one.words):
        for b in _halves(two.words):
            family, given = word_class(a[0], b[0], country), word_class(a[1], b[1], country)
            moved = a[2] != b[2]
            if moved and not _may_turn(one, two, country):
                continue
            if family in {"same", "spelling"} and given in {"same", "spelling"}:
                kind: NameClass = "spelling" if "spelling" in (family, given) else "order" if moved else "identical"
                found.append(NameMatch(kind, f"the same family and given name{', family name at the other end' if moved else ''}"))
    return found


def _halves(words: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """(family, given, which end) of a name of two or three words, read both ways."""
    if not 2 <= len(words) <= 3:
        return []
    return [(words[0], "-".join(words[1:]), "first"), (words[-1], "-".join(words[:-1]), "last")]


def _shuffled(one: Name, two: Name, country: str | None) -> list[NameMatch]:
    if len(one.words) == len(two.words) and sorted(one.words) == sorted(two.words):
        if _SON_OF & set(one.words):
            return [NameMatch("different", "who is whose son is told the other way round")]
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
    if worst in {"same", "spelling"} and (one.words[0] in PARTICLES or country in _IBERIAN) and one.words == two.words[1:]:
        return [NameMatch("surname", f"only the family name {' '.join(one.words)} is told")]
    if all(len(word) == 1 for word in extra) and worst in {"same", "spelling", "nickname"}:
        return [NameMatch("middle", f"only the initial {' '.join(extra).upper()} is missing")]
    if (
        country in _WITH_PATRONYMICS
        and len(extra) == 1
        and len(one.words) == 2
        and _PATRONYMIC.match(two.words[1])
        and extra[0] == two.words[1]
    ):
        return [NameMatch("middle", f"only the patronymic {extra[0]} is missing")] if worst in {"same", "spelling", "nickname"} else []
    if worst in {"same", "spelling"} and (all(map(_goes_without_saying, extra)) or _is_kunya(extra, two.words)):
        return [NameMatch("spelling", f"only {' '.join(extra)} is missing")]
    if worst in {"same", "spelling", "nickname"}:
        return [NameMatch("partial", f"{' '.join(extra)} is missing")]
    if worst == "initial":
        return [NameMatch("initial", f"an initial stands for a name, {' '.join(extra)} is missing")]
    return []


def _goes_without_saying(word: str) -> bool:
    return word in PARTICLES or word in tables.beside_names()


def _is_kunya(extra: Sequence[str], words: Sequence[str]) -> bool:
    """Whether what is missing is the name of a father after his son, "Abu Talib" or "Abu-Talib", before given and family name."""
    if not extra or list(words[: len(extra)]) != list(extra) or len(words) < len(extra) + 2:
        return False
    return (len(extra) == 2 and extra[0] == "abu") or (len(extra) == 1 and extra[0].startswith("abu-"))


def _left_over(short: tuple[str, ...], long: tuple[str, ...], country: str | None) -> tuple[list[str], WordClass] | None:
    """The words of the longer name that the shorter lacks, when all of the shorter's stand in it in the same order."""
    extra: list[str] = []
    worst: WordClass = "same"
    at = 0
    for place, word in enumerate(long):
        kind = word_class(short[at], word, country) if at < len(short) else "different"
        if kind == "initial" and any(word_class(short[at], later, country) in {"same", "spelling"} for later in long[place + 1 :]):
            kind = "different"  # in "Job M. Masimaki" the letter does not stand for the family name
        if kind in {"same", "spelling", "nickname", "initial"}:
            worst, at = max(worst, kind, key=_WORST.index), at + 1
        else:
            extra.append(word)
    return (extra, worst) if at == len(short) else None


def _surname_only(one: Name, two: Name, country: str | None) -> NameMatch:
    word = one.words[0]
    if country == "VN" and len(two.words) > 1 and word == two.words[-1] != two.words[0]:
        return NameMatch("partial", f"only the given name {word} is told")
    if country in _WITHOUT_FAMILY_NAMES and word == two.words[-1]:
        return NameMatch("partial", f"only {word} is told, and nobody is called by the last of such names")
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
