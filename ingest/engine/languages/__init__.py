"""Which language a text is in. A language is a value made of data: its most frequent small words, or the script that gives it away."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from ingest.engine import patterns, tables
from ingest.engine.values import frozen

SAMPLE = 5_000  # characters that are looked at
UNKNOWN = "und"  # ISO 639-2: undetermined
ENOUGH = 12  # one word of so many is a small word of its language
CLEAR = 6  # one of so many in English, whose texts have more of them; fewer make a second look worth its time
PURE = 4  # one of so many in a text that is English throughout, in which ENOUGH are of no other language
FEWEST = 12  # words in small letters that tell a language


@frozen
class Language:
    """ISO 639-1 code, the small words of its running text, and the range of signs that only this language (or its family) is written in."""

    code: str
    words: frozenset[str] = frozenset()
    script: str | None = None


def recognize(text: str) -> str:
    """The ISO 639-1 code of the language that most of the text is in; "en" for a text too short to tell, "und" for one in none known."""
    return tell(text).code


@frozen
class Told:
    """The language of most of a text, and whether it is English throughout: no other language and no other script stands in it."""

    code: str
    pure: bool = False


def tell(text: str) -> Told:
    """The language of a text, by its script and by the small words in its first five thousand letters."""
    sample = text[:SAMPLE]
    others = 0 if text.isascii() else len(_NOT_LATIN.findall(text))
    script = _by_script(sample) if others >= 4 else None
    words = _WORD.findall(sample.lower())
    scores = _scores(words, script)
    best = max(scores, key=lambda code: (scores[code], code == "en"), default="en")
    if best != "en" and script is None and len(words) < _FEW and _is_english_beside_names(sample):
        return Told("en")
    count = scores.get(best, 0)
    if count >= 2 and count * (CLEAR if best == "en" else ENOUGH) >= len(words):
        second = max((number for code, number in scores.items() if code != best), default=0)
        return Told(best, pure=best == "en" and count * PURE >= len(words) > second * ENOUGH and others < FEWEST)
    if script is not None:
        return Told(next(language.code for language in known() if language.script == script))
    return Told("en" if _may_be_english(sample) else UNKNOWN)


def is_telling(text: str) -> bool:
    """Whether a line is long enough to be of a language: by its letters, or by words in small letters; names alone are of none."""
    return len(_NOT_LATIN.findall(text)) >= FEWEST or len(_SMALL_WORD.findall(text)) >= FEWEST - 4


def _may_be_english(sample: str) -> bool:
    """Whether words in small letters are too few to tell, or a good part of them is English: names are written with capitals."""
    small = [word for word in _SMALL_WORD.findall(sample) if word not in _PARTICLES]
    languages, _ = _by_word(None)
    return len(small) < FEWEST or sum("en" in languages.get(word, ()) for word in small) * ENOUGH >= len(small)


def _is_english_beside_names(sample: str) -> bool:
    """Whether words in small letters are English that are no particles of names: "Khalid bin Ahmed Al-Khalifa | today received"."""
    small = [word for word in _SMALL_WORD.findall(sample) if word not in _PARTICLES]
    return bool(small) and 2 * sum(word in tables.english_words() for word in small) > len(small)


_FEW = 60  # words among which names may outweigh the small words of a language


def _scores(words: list[str], script: str | None) -> dict[str, int]:
    """How many of the words are small words of each language that is written in the script; those that have none are left out."""
    by_word, scores = _by_word(script)
    scores = dict(scores)
    for word, times in Counter(filter(by_word.__contains__, words)).items():
        for code in by_word[word]:
            scores[code] += times
    return {code: times for code, times in scores.items() if times}


@cache
def _by_word(script: str | None) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """The languages of each small word, and all of them with the count 0."""
    listed = [language for language in known() if language.words and language.script == script]
    words = {word for language in listed for word in language.words}
    by_word = {word: tuple(language.code for language in listed if word in language.words) for word in words}
    return by_word, {language.code: 0 for language in listed}


@cache
def known() -> tuple[Language, ...]:
    """All languages of `data/languages.yaml`, in its order."""
    table = tables.read("languages.yaml")
    return tuple(Language(str(entry["code"]), frozenset(str(entry.get("words", "")).split()), entry.get("script")) for entry in table)


_SCRIPTS = {
    # classes of signs, compiled only where a text is not in Latin letters; order matters: Japanese and Korean write Chinese signs too
    "kana": "[\u3040-\u30ff]",
    "hangul": "[\uac00-\ud7af\u1100-\u11ff]",
    "han": "[\u4e00-\u9fff]",
    "cyrillic": "[\u0400-\u052f]",
    "arabic": "[\u0600-\u06ff\u0750-\u077f]",
    "hebrew": "[\u0590-\u05ff]",
    "greek": "[\u0370-\u03ff]",
    "devanagari": "[\u0900-\u097f]",
    "bengali": "[\u0980-\u09ff]",
    "thai": "[\u0e00-\u0e7f]",
    "lao": "[\u0e80-\u0eff]",
    "khmer": "[\u1780-\u17ff]",
    "burmese": "[\u1000-\u109f]",
    "ethiopic": "[\u1200-\u137f]",
    "tibetan": "[\u0f00-\u0fff]",
    "sinhala": "[\u0d80-\u0dff]",
    "tamil": "[\u0b80-\u0bff]",
    "telugu": "[\u0c00-\u0c7f]",
    "kannada": "[\u0c80-\u0cff]",
    "malayalam": "[\u0d00-\u0d7f]",
    "gujarati": "[\u0a80-\u0aff]",
    "gurmukhi": "[\u0a00-\u0a7f]",
    "georgian": "[\u10a0-\u10ff]",
    "armenian": "[\u0530-\u058f]",
}
_WORD = patterns.compile(r"[a-z]++[^\W\d_]*+|[^\W\d_]++")  # of small letters; those of English first, which is quick
_SMALL_WORD = patterns.compile(r"\b[^\W\d_A-Z][^\W\d_A-Z]+\b")
_PARTICLES = frozenset(["bin", "binti", "bint", "ibn", "al", "el", "bol", "de", "da", "dos", "van", "von", "der", "den"])
_NOT_LATIN = patterns.compile("[\u0370-\u1dff\u2c00-\ua71f\ua800-\uffdc]")
_SHARE = {"kana": 5, "han": 3}  # kana among Chinese signs, and signs that stand for whole words: fewer of them make a text


def _by_script(sample: str) -> str | None:
    """The script that holds a good part of the letters; None for Latin."""
    letters = sum(sign.isalpha() for sign in sample)
    for script, signs in _SCRIPTS.items():
        found = len(re.findall(signs, sample))
        if found >= 4 and found * _SHARE.get(script, 2) >= letters:
            return script
    return None
