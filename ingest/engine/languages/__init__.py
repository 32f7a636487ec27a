"""Which language a text is in. A language is a value made of data: its most frequent small words, or the script that gives it away."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from ingest.engine import patterns, tables
from ingest.engine.values import frozen

SAMPLE = 5_000  # characters that are looked at


@frozen
class Language:
    """ISO 639-1 code, the small words of its running text, and the range of signs that only this language (or its family) is written in."""

    code: str
    words: frozenset[str] = frozenset()
    script: str | None = None


def recognize(text: str) -> str:
    """The ISO 639-1 code of the language that most of the text is in; "en" for a text too short to tell."""
    sample = text[:SAMPLE]
    script = _by_script(sample) if len(_NOT_LATIN.findall(sample)) >= 4 else None
    words = _WORD.findall(sample.lower())
    scores = _scores(words, script)
    if not scores:
        return next((language.code for language in known() if language.script == script), "en")
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    enough = scores[best] * 12 >= len(words) and scores[best] >= 2
    if enough:
        return best
    return "en" if script is None else next(language.code for language in known() if language.script == script)


def _scores(words: list[str], script: str | None) -> dict[str, int]:
    """How many of the words are small words of each language that is written in the script; empty where none has a list."""
    by_word, scores = _by_word(script)
    scores = dict(scores)
    for word, count in Counter(words).items():
        for code in by_word.get(word, ()):
            scores[code] += count
    return scores


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
    "georgian": "[\u10a0-\u10ff]",
    "armenian": "[\u0530-\u058f]",
}
_WORD = patterns.compile(r"[^\W\d_]+")
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
