"""Whether two words may be two romanisations of one.

Each scheme brings the spellings of one sound to one form; two words are alike when a scheme of their country gives both the same form.
Sources: the published tables of the Revised Romanization and McCune-Reischauer (Korean), BGN/PCGN and ISO 9 (Cyrillic), Hepburn and
Kunrei (Japanese), Wade-Giles and pinyin (Chinese), and the habits of passports beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import product

from ingest.resolution import tables

Scheme = Callable[[str], frozenset[str]]


def alike(a: str, b: str, country: str | None = None) -> bool:
    """Whether two folded words may be spellings of one; without a country every scheme but the Korean and Arabic ones is tried."""
    schemes = _schemes(country)
    if any(_forms(scheme, a) & _forms(scheme, b) for scheme in schemes):
        return True
    return "arabic" in schemes and country in tables.load("romanisation.yml")["vowels_left_out"] and _without_a_vowel(a, b)


def forms(word: str, country: str | None) -> frozenset[tuple[str, str]]:
    """The forms to which the schemes of the country bring a word, each with its scheme: two words that may be one share one."""
    return frozenset((scheme, form) for scheme in _schemes(country) for form in _forms(scheme, word))


def decides(country: str | None) -> bool:
    """Whether names of this country are so short that one letter more makes another name."""
    return country in tables.load("romanisation.yml")["short_names"]


@cache
def _schemes(country: str | None) -> tuple[str, ...]:
    if country is None:
        return ("slavic", "japanese", "greek", "germanic")
    return tuple(name for name, countries in tables.load("romanisation.yml")["schemes"].items() if country in countries)


@cache
def _forms(scheme: str, word: str) -> frozenset[str]:
    return _SCHEMES[scheme](word)


def _replace(steps: tuple[tuple[str, str], ...], *, by_halves: bool = False) -> Scheme:
    """A scheme of replacements in their order; `by_halves`: each half of a double name ends as a name does."""
    compiled = tuple((re.compile(pattern), into) for pattern, into in steps)

    def replaced(word: str) -> str:
        for pattern, into in compiled:
            word = pattern.sub(into, word)
        return word

    def form(word: str) -> frozenset[str]:
        return frozenset({"-".join(map(replaced, word.split("-"))) if by_halves else replaced(word)})

    return form


_slavic = _replace(
    (
        (r"q", "k"),  # Jaqsylyqov, Zhaksylykov
        (r"(?:au|ou|ow)(?=$|-)", "ov"),  # Khrenau, Khrenov
        (r"^j", "zh"),
        (r"shch|sch|stch|šč", "š"),  # Shcherbakov, Scherbakov
        (r"zh|(?<=[aeiouy])j(?=[aeou])", "ž"),
        (r"dj|đ", "dž"),
        (r"tch|ch", "č"),  # Burchuladze, Burtchuladze
        (r"sh", "š"),
        (r"ts|tz", "c"),
        (r"kh|h|g", "x"),  # Khomchak, Homchak; Hrytsenko, Gritsenko
        (r"w", "v"),
        (r"ks", "x"),
        (r"(?:iy|yi|yy|ii|ij|yj|ij|i|y)$", "y"),  # Zaluzhnyy, Zaluzhnyi, Zaluzhny
        (r"[yij](?=[aeou])", "i"),  # Yury/Iury, Kyryliuk/Kyrylyuk
        (r"ie|io", "e"),  # Yevgen/Evgen, Artiom/Artem
        (r"y", "i"),
        (r"(.)\1", r"\1"),
        (r"ou", "u"),
        (r"ck|k", "k"),
        (r"ff|f", "f"),
        (r"ev$|eff$|ef$|ov$|of$", "ov"),
    ),
    by_halves=True,
)
_arabic_letters = _replace(
    (
        (r"^(?:al|el|ul|ad|as|ash|ar|az|an|at)-", "al-"),
        (r"sch|sh", "S"),
        (r"[ao]w(?=[aeiou])", "av"),  # Bawardi, Bowardi
        (r"ou|oo|ow(?=[^aeiou])|aw(?=[^aeiou])|au", "u"),
        (r"ee|ie|ey|ei|ay|ai|oi", "i"),
        (r"aa", "a"),
        (r"dj", "j"),
        (r"tch", "T"),
        (r"ch", "C"),
        (r"gh", "G"),
        (r"kh", "X"),
        (r"ph", "f"),
        (r"dh", "d"),  # Fayyadh, Fayyad
        (r"c(?=[aou])", "k"),
        (r"y$|i$", "i"),
        (r"(?<=[aeiou])h$", ""),
        (r"(?<=[^aeiousct])h(?=[^aeiou])|(?<=[aeiou])h(?=[^aeiou])", ""),
        (r"o", "u"),
        (r"w", "v"),
        (r"y", "i"),
        (r"(.)\1", r"\1"),
        (r"(?<=[^aeiou])e$", ""),  # Memmich, Memmiche
        (r"-", ""),
    )
)
_MAY_BE = {"e": "ai", "q": "kgG", "g": "gjG", "C": "TS", "T": "T"}  # Imed, Imad; Qaddafi, Gaddafi; Gamal, Jamal; Hachemi, Hashimi
_MOST_READINGS = 64


def _arabic(word: str) -> frozenset[str]:
    """Every word that the letters may stand for, where one letter of the Latin alphabet is written for several sounds."""
    readings = [""]
    for letter in next(iter(_arabic_letters(word))):
        readings = [head + sound for head in readings for sound in _MAY_BE.get(letter, letter)][:_MOST_READINGS]
    return frozenset(readings)


def _without_a_vowel(one: str, other: str) -> bool:
    """Whether two Arabic words are alike but for one short vowel that only one of them writes: Huneiti, Hneiti."""
    longer, shorter = sorted((next(iter(_arabic_letters(word))) for word in (one, other)), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or sum(letter not in "aeiu" for letter in shorter) < 3:
        return False
    return any(
        longer[at] in "aeiu" and longer[:at] + longer[at + 1 :] == shorter and longer[at - 1] not in "aeiu" and longer[at + 1] not in "aeiu"
        for at in range(1, len(longer) - 1)
    )


_japanese = _replace(
    (
        (r"oh(?=[^aeiouy]|$)|ou|oo", "o"),
        (r"uu", "u"),
        (r"shi|si", "si"),
        (r"chi|ti", "ti"),
        (r"tsu|tu", "tu"),
        (r"fu|hu", "hu"),
        (r"ji|zi|di", "zi"),
        (r"sh", "sy"),
        (r"ch", "ty"),
        (r"jy?", "zy"),
        (r"m(?=[bpm])", "n"),
        (r"l", "r"),
    )
)
_greek = _replace(
    (
        (r"g(?=[ie][aou])|y(?=i?[aou])|(?<=[aeou])[gy](?=i)", ""),  # Panagiotopoulos, Panayiotopoulos; Panagi, Panayi
        (r"ei|oi|y|i|h(?=$)", "i"),
        (r"ou", "u"),
        (r"ph|f", "f"),
        (r"kh|ch|h", "x"),
        (r"v|b(?=[^aeiou])", "v"),
        (r"gk|ng|g", "g"),
        (r"c|k", "k"),
        (r"mp|b", "b"),
        (r"nt|d", "d"),
        (r"(.)\1", r"\1"),
    ),
    by_halves=True,
)
_thai = _replace(
    (
        (r"(?<=[tpk])h", ""),  # Prayut, Prayuth
        (r"(?:sdi|[sd])$", "t"),  # Sawat, Sawasdi, Sawad
        (r"(?<=[lmnr])e$", ""),  # Chansamone, Chansamon
        (r"[lr]$", "n"),  # Chalermpol, Chalermpon
        (r"nh", "ny"),  # Chanhalat, Chanyalat
        (r"(?<=[aeo])r(?=[^aeiou]|$)", ""),  # Chaichan, Chaicharn
        (r"oo|ou", "u"),
        (r"ee|y$", "i"),
        (r"w|v", "v"),
        (r"ph", "p"),
        (r"j", "ch"),
        (r"aa", "a"),
        (r"(?<=v)o(?=n)", "a"),  # Wongsuwon, Wongsuwan
        (r"(.)\1", r"\1"),
    )
)
_azeri = _replace(
    (
        (r"kh", "x"),
        (r"q", "g"),  # Xaliqov, Khaligov
        (r"^j|dj", "c"),  # Cafarov, Jafarov
        (r"iy(?=[aeiou])", "i"),
        (r"zh", "j"),
        (r"(.)\1", r"\1"),
    )
)
_ethiopic = _replace(
    (
        (r"tch", "ch"),  # Getatchew, Getachew
        (r"gh", "g"),  # Ghirma, Girma
        (r"ph", "f"),
        (r"tz|ts", "c"),
        (r"ie|ye|ae", "e"),
        (r"y", "i"),
        (r"-", ""),
        (r"(.)\1", r"\1"),
    )
)


def _uzbek(word: str) -> frozenset[str]:
    """As Slavic names, and with the "o" of the language for the "a" of Russian releases: Qurbonov, Kurbanov."""
    return frozenset(form.replace("o", "a") for form in _slavic(word))


_germanic = _replace(((r"ae|aa", "a"), (r"oe", "o"), (r"ue", "u"), (r"ss", "s")))
_indic = _replace(
    (
        (r"aa", "a"),
        (r"ee|i$|y$", "i"),
        (r"oo|ou", "u"),
        (r"w", "v"),
        (r"sh|s", "s"),
        (r"ph", "f"),
        (r"(?<=[tdbgkp])h", ""),
        (r"y", "i"),
        (r"(.)\1", r"\1"),
    )
)


def _chinese(word: str) -> frozenset[str]:
    """A word without hyphens as it stands, and every pinyin that its syllables may be in Wade-Giles."""
    readings = frozenset({""})
    for syllable in word.split("-"):
        readings = frozenset(head + tail for head in readings for tail in _pinyin(syllable))
    return readings


@cache
def _pinyin(syllable: str) -> frozenset[str]:
    table = tables.load("romanisation.yml")["wade_giles"]
    found = {syllable}
    for start, initials in table["initials"]:
        if syllable.startswith(start):
            found |= {initial + syllable.removeprefix(start) for initial in initials}
            break
    for end, final in table["finals"]:
        found |= {reading.removesuffix(end) + final for reading in set(found) if reading.endswith(end)}
    return frozenset(found)


# ---- Korean ----


def _korean(word: str) -> frozenset[str]:
    """Every way to hear a romanised Korean word as syllables; a family name is brought to its first spelling."""
    for spellings in tables.load("romanisation.yml")["korean_surnames"]:
        if word in spellings:
            return frozenset({spellings[0], *_syllables(word)})
    readings = frozenset({""})
    for piece in word.split("-"):
        readings = frozenset(f"{head}.{tail}" if head else tail for head in readings for tail in _syllables(piece))
    return readings or frozenset({word})


@cache
def _syllables(piece: str) -> frozenset[str]:
    """The readings of one piece as one to three syllables joined by dots; empty where it cannot be Korean."""
    if not piece or len(piece) > 18:
        return frozenset()
    whole = {f"{i}-{v}-{f}" for i, v, f in _split(piece)}
    for cut in range(2, len(piece) - 1):
        head = {f"{i}-{v}-{f}" for i, v, f in _split(piece[:cut])}
        if head:
            whole |= {f"{one}.{rest}" for one in head for rest in _syllables(piece[cut:])}
    return frozenset(whole)


@cache
def _split(syllable: str) -> tuple[tuple[str, str, str], ...]:
    """The readings of one syllable as (initial, vowel, final)."""
    letters = tables.load("romanisation.yml")["korean_letters"]
    return tuple(
        reading
        for start, initials in letters["initials"].items()
        if syllable.startswith(start)
        for middle, vowels in letters["vowels"].items()
        if syllable.startswith(middle, len(start))
        for end, finals in letters["finals"].items()
        if syllable == start + middle + end
        for reading in product(initials, vowels, finals)
    )


_SCHEMES: dict[str, Scheme] = {
    "korean": _korean,
    "chinese": _chinese,
    "japanese": _japanese,
    "slavic": _slavic,
    "uzbek": _uzbek,
    "arabic": _arabic,
    "greek": _greek,
    "germanic": _germanic,
    "indic": _indic,
    "thai": _thai,
    "azeri": _azeri,
    "ethiopic": _ethiopic,
}
