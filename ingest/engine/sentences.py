"""Words and sentences of a text, found without guessing at anything that the text does not print."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, partial
from itertools import accumulate, compress

from ingest.engine import patterns, tables
from ingest.engine.types import Sentence, Token
from ingest.engine.values import frozen


def tokens(text: str) -> tuple[Token, ...]:
    """All words, numbers and signs of the text in order; only white space is left out.

    The stop of an abbreviation or initial belongs to its word ("Gen.", "J."), a possessive ending is a token of its own ("’s"),
    and a hyphen holds its parts together ("Jong-sup", "Romania-U.S.", "F-16") except between two numbers ("3-5").
    """
    pieces = (_ANY_SIGN if _has_address(text) else _SIGN).split(text)  # blanks and signs by turns: quicker than a match for each sign
    positions = list(accumulate(map(len, pieces)))
    signs, starts, ends = pieces[1::2], positions[:-1:2], positions[1::2]
    kept = [True] * len(signs)
    for at in _stops(signs):
        if ends[at - 1] == starts[at] and _abbreviations().is_short(signs[at - 1], text[ends[at] : ends[at] + 16]):
            signs[at - 1] += "."
            ends[at - 1] = ends[at]
            kept[at] = False
    return tuple(map(partial(tuple.__new__, Token), compress(zip(starts, ends, signs, strict=True), kept)))


def _stops(signs: list[str]) -> Iterator[int]:
    """The positions of the stops that have a sign before them."""
    at = 0
    while True:
        try:
            at = signs.index(".", at + 1)
        except ValueError:
            return
        yield at


def sentences(text: str, words: tuple[Token, ...] | None = None) -> tuple[Sentence, ...]:
    """The sentences of the text in order. A blank line ends a sentence and a paragraph; closing quotation marks stay with what they close.

    `words` are the tokens of the same text, where the caller has them already.
    """
    found: list[Sentence] = []
    for number, paragraph in enumerate(_paragraphs(text, tokens(text) if words is None else words)):
        start = 0
        for stop in _ends(text, paragraph):
            found.append(Sentence(paragraph[start].start, paragraph[stop].end, number))
            start = stop + 1
    return tuple(found)


# ---- tokens ----

_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}[^\W_]*(?:['’‘ʼʻ`](?![sS]\b){_LETTER}[^\W_]*)*"  # Nuku‘alofa, D'Arc, don't; not the ’s of "Romania’s"
_LETTERS = rf"(?:{_LETTER}\.){{2,9}}(?:{_LETTER}\b(?!\.))?"  # U.S., H.E., p.m., U.S (its last stop lost)
_NUMBER = r"\d+(?:[.,:/]\d+)*"  # 1,400  14.05.2015  06/10/2023  16:41
_ADDRESSES = r"""
      (?:https?://|www\.)[^\s<>"“”]+                        # an address of the web
    | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}        # presamapn@mapn.ro
"""
_PLAIN = r"[A-Za-z][a-z]*+(?=[ ,\n])"  # eight words of ten; tried first, since the others take their time
_SIGNS = rf"""
      {_PLAIN}
    | ['’][sS]\b(?<=[^\W_]..)                               # the ’s of "Romania’s"
    | (?:{_LETTERS}|{_WORD})(?:[-‐‑](?:{_LETTERS}|{_WORD}|\d[^\W_]*))*   # Romania-U.S.  Jong-sup  F-16
    | {_NUMBER}(?:{_LETTER}+)?(?:[-‐‑](?:{_LETTERS}|{_WORD}))*          # 39  16th  5th-generation  18h22
    | \.{{2,}}|…                                             # an ellipsis
    | -{{2,}} | [*#_=]{{2,}}                                 # rules and end marks
    | \S
    """
_SIGN = patterns.compile(rf"({_SIGNS})", re.VERBOSE)
_ANY_SIGN = patterns.compile(rf"({_ADDRESSES}|{_SIGNS})", re.VERBOSE)  # slower, since every word could begin an address


def _has_address(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text


@frozen
class _Abbreviations:
    closed: frozenset[str]  # the stop never ends a sentence
    numbered: frozenset[str]
    anywhere: frozenset[str]
    initials: frozenset[str]
    starters: frozenset[str]

    def is_short(self, sign: str, following: str) -> bool:
        """Whether the stop behind the sign belongs to it."""
        return sign[0].isalpha() and self.takes_stop(sign.rpartition("-")[2], following)

    def takes_stop(self, word: str, following: str) -> bool:
        """Whether the stop after the word is the word's own; `following` is the text behind the stop."""
        lower = word.lower()
        if lower in self.closed or lower in self.anywhere:
            return word[0].isupper() or lower in {"etc", "vs", "al", "approx", "ca", "cf", "incl", "ret", "retd", "rtd", "viz"}
        after = following.lstrip(" \u00a0")[:1]
        if lower in self.numbered:
            return after.isdigit()
        if len(word) == 1 or lower in self.initials:
            return word[0].isupper() and (after.isupper() or after == "," or _PARTICLES.match(following) is not None)
        return False


# "Jose L. | dela Cruz", "Jan P. | van der Meer": lower-case particles behind an initial, and the capital that they lead to
_PARTICLES = patterns.compile(
    r"[ \u00a0](?:(?:d[aeiou]|d[aeo]l{1,2}a?|d[aeo]s|d[ae][nr]|degli|l[aeo]s?|v[ao]n|te[nr]|zu|bin|binti|al|el|ould)[ \u00a0]){1,3}"
    r"[^\W\d_a-zß-ÿ]"
)


@cache
def _abbreviations() -> _Abbreviations:
    lists = tables.read("abbreviations.yaml")
    as_set = {name: frozenset("no" if word is False else str(word) for word in words) for name, words in lists.items()}
    return _Abbreviations(
        closed=as_set["before_name"] | as_set["honorific"],
        numbered=as_set["numbered"],
        anywhere=as_set["anywhere"] - as_set["before_name"] - as_set["honorific"],
        initials=as_set["initials"],
        starters=as_set["starters"],
    )


# ---- sentences ----

_CLOSING = frozenset("\"'”’»)]›")
_OPENING = frozenset("\"'“‘„«([‹•·●-–—*")
_MARKS = patterns.compile(r"[.!?…]+")
_BLANK_LINE = patterns.compile(r"\n[^\S\n]*\n")


def _paragraphs(text: str, words: tuple[Token, ...]) -> Iterator[list[Token]]:
    first = 0
    for blank in _BLANK_LINE.finditer(text):
        stop = bisect_left(words, (blank.start(),), first)
        if stop > first:
            yield list(words[first:stop])
            first = stop
    if first < len(words):
        yield list(words[first:])


def _ends(text: str, paragraph: list[Token]) -> Iterator[int]:
    """Positions of the last token of each sentence of a paragraph."""
    last = len(paragraph) - 1
    first = reached = 0
    for at in [at for at, word in enumerate(paragraph) if word.text[-1] in ".!?…"]:
        if at < reached:
            continue
        end = _with_closing(paragraph, at)
        if end < last and _is_end(text, paragraph, first, at, end):
            yield end
            first = end + 1
        reached = end + 1
    yield last


def _with_closing(paragraph: list[Token], at: int) -> int:
    """The position of the last of the marks and closing quotation marks that follow; only ” and » may follow after a blank."""
    while at + 1 < len(paragraph):
        sign = paragraph[at + 1]
        touches = sign.start == paragraph[at].end and (sign.text in _CLOSING or _MARKS.fullmatch(sign.text))
        if not touches and sign.text not in "”»":
            break
        at += 1
    return at


def _is_end(text: str, paragraph: list[Token], first: int, at: int, end: int) -> bool:
    """Whether the sentence that began at `first` is over with the token at `end`; its mark stands at `at`."""
    mark, following = paragraph[at], paragraph[end + 1]
    if following.start == paragraph[end].end and not (end > at or mark.text in "!?"):
        return mark.text == "." and at > first and _is_run_together(paragraph[at - 1].text, following.text)
    if at - first == 1 and (paragraph[first].text.isdigit() or len(paragraph[first].text) == 1):
        return False  # "3. The Chief of Defence Staff received": a paragraph number
    opened = end + 1
    while opened < len(paragraph) - 1 and paragraph[opened].text in _OPENING:
        opened += 1
    begins = paragraph[opened].text
    if not (begins[0].isupper() or begins[0].isdigit() or (begins[0].isalpha() and not begins[0].islower())):
        return False
    if _MARKS.fullmatch(mark.text):
        return True
    if following.text in "-–—" and "\n" not in text[paragraph[end].end : following.start]:
        return False  # "MONTPELIER, Vt. – Minister Popa"
    if end == at and opened > end + 1:
        return not _leads_to_name(mark.text)  # "Brig. Gen. (PRT) Popa", "Col. “Tito” Roca"
    return end > at or _abbreviation_ends(mark.text, begins, text[paragraph[opened].start : paragraph[opened].start + 20])


def _is_run_together(last: str, following: str) -> bool:
    """Whether a page has lost the blank behind a stop: "arrangements.The first", and not "REPORT.AZ", "D.Seitkali", "news.Az"."""
    if len(last) < 3 or not following.istitle() or last.lower() in _abbreviations().closed:
        return False
    return following.lower() in _abbreviations().starters or (last.islower() and last.isalpha() and len(following) > 3)


def _leads_to_name(word: str) -> bool:
    """Whether the stop of an abbreviation never ends a sentence: that of a rank or honorific."""
    return word.rstrip(".").rpartition("-")[2].lower() in _abbreviations().closed


def _abbreviation_ends(word: str, following: str, behind: str) -> bool:
    """Whether the stop of an abbreviation is that of its sentence too: "… with the U.S. The talks …", but not "the U.S. Army"."""
    known = _abbreviations()
    bare = word.rstrip(".").rpartition("-")[2].lower()
    if bare in known.closed or bare in known.numbered:
        return False
    if following[0].isdigit():
        return False  # "Dec. 3-5"
    return following.lower() in known.starters and not _UNDER_SECRETARY.match(behind)


_UNDER_SECRETARY = patterns.compile(r"[Uu]nder[\s-][Ss]ecretar(?:y|ies)\b")
