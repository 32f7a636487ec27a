"""Paragraphs that are printed in capitals throughout, set as prose is, letter for letter, so that capitals tell names again.

Press sections and older archives print whole releases so. What is told by capitals in prose, where a name begins and ends, is told there by
what a word is: one of plain English goes into small letters, one of an office, a body or a place keeps its first capital, and so does every
word that no list knows, which most often is a name.
"""

from __future__ import annotations

from functools import cache

from ingest.engine import gazetteers, patterns
from ingest.engine.rules.organizations.words import facts
from ingest.engine.rules.people.lexicon import lexicon
from ingest.engine.types import Release
from ingest.engine.values import replace

# A long run without a small letter: not a heading, and not an acronym.
_RUN = patterns.compile(r"[^a-z\n]{60}")
_PARAGRAPH = patterns.compile(r"[^\n]+")
_WORD = patterns.compile(r"[^\W\d_]+")
_SHARE = 0.9  # of the letters of such a paragraph are capitals
_LETTERS = 50  # at least, in such a paragraph
_LINKS = frozenset({"of", "for", "and", "the", "to", "on", "in", "&"})
# words that open a title or an office and far more often stand for themselves: "most", "member", "counterpart"
_PLAIN = frozenset(
    {"a", "able", "as", "charge", "chairs", "colleague", "colleagues", "contact", "counter", "counterpart", "counterparts", "delegate"}
    | {"delegates", "delegation", "he", "her", "his", "house", "leader", "leaders", "leading", "led", "master", "member", "members", "most"}
    | {"opposite", "ordinary", "party", "political", "predecessor", "press", "private", "pro", "right", "second", "ship", "successor"}
    | {"team", "teams", "technical", "the", "very"}
)
_VOWELS = frozenset("AEIOUYÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕØÚÙÛÜ")


def as_prose(release: Release) -> Release:
    """The release, its paragraphs in capitals set as prose; every other one as it is, and every letter in its place."""
    body = release.body
    if _RUN.search(body) is None:
        return release
    return replace(release, body=_PARAGRAPH.sub(lambda line: _lowered(line[0]) if is_shouted(line[0]) else line[0], body))


def is_shouted(line: str) -> bool:
    """Whether the letters of a paragraph are capitals, but for a few."""
    capitals = sum(map(str.isupper, line))
    return capitals >= _LETTERS and capitals >= _SHARE * (capitals + sum(map(str.islower, line)))


def _lowered(line: str) -> str:
    letters = list(line)
    words = [(found.start(), found.end()) for found in _WORD.finditer(line)]
    kept = _kept(line, words)
    for number, (start, end) in enumerate(words):
        if kept[number] == "all":
            continue
        for at in range(start + (kept[number] == "first"), end):
            small = letters[at].lower()
            letters[at] = small if len(small) == 1 else letters[at]
    return "".join(letters)


def _kept(line: str, words: list[tuple[int, int]]) -> list[str]:
    """Of each word what stays in capitals: "all" of an acronym, the "first" letter of a name, "none" of a plain word."""
    texts = [line[start:end] for start, end in words]
    folds = [text.lower() for text in texts]
    kept = [_alone(line, span, text, fold) for span, text, fold in zip(words, texts, folds, strict=True)]
    _keep_places(line, words, kept)
    _keep_offices(line, words, folds, kept)
    for number, (start, _) in enumerate(words):
        if kept[number] == "none" and _opens_sentence(line, start):
            kept[number] = "first"
    return kept


def _alone(line: str, span: tuple[int, int], text: str, fold: str) -> str:
    """What a word keeps by itself."""
    start, end = span
    if start and line[start - 1].isdigit():
        return "none"  # "20TH"
    if start and line[start - 1] in "'’" and len(text) <= 2:
        return "none"  # "NIGERIA'S"
    if fold in lexicon().calendar or fold in _offices():
        return "first"
    dotted = line[end : end + 1] == "." and (len(text) == 1 or (len(text) < 4 and text[0] not in _VOWELS))
    if not dotted and (fold in lexicon().plain or fold in _LINKS | _PLAIN or fold in lexicon().particles):
        return "none"
    in_brackets = line[max(start - 1, 0) : start] == "(" and line[end : end + 1] == ")"
    return "all" if in_brackets or dotted or not _VOWELS.intersection(text) else "first"


@cache
def _offices() -> frozenset[str]:
    """Words that bear a capital in the names of offices, ranks and bodies."""
    words = lexicon()
    heads = {head for head in facts().head_starts if head not in _LINKS}
    return (words.ranks.firsts | words.honorifics.firsts | words.heads.firsts | heads) - words.small_words - _PLAIN - _LINKS


def _keep_places(line: str, words: list[tuple[int, int]], kept: list[str]) -> None:
    """States, towns and organizations keep their first letters, and acronyms of them all."""
    starts = {start: number for number, (start, _) in enumerate(words)}
    for term in gazetteers.find(line):
        number = starts.get(term.start)
        while number is not None and number < len(words) and words[number][1] <= term.end:
            start, end = words[number]
            whole = (start, end) == (term.start, term.end)
            acronym = whole and end - start <= (3 if term.kind != "intorg" else 8) and " " not in line[start:end]
            kept[number] = "all" if acronym else "none" if line[start:end].lower() in _LINKS else "first"
            number += 1


def _keep_offices(line: str, words: list[tuple[int, int]], folds: list[str], kept: list[str]) -> None:
    """What an office or a body is of, and what stands before its head, keeps its first letter: "Minister of Defence", "Joint Staff"."""
    fields = facts().generic - _LINKS - facts().stop
    goes_on = False
    for number, fold in enumerate(folds):
        parted = number > 0 and line[words[number - 1][1] : words[number][0]].strip() not in ("", ",", "&", "-")
        goes_on = goes_on and not parted
        if fold in _offices():
            goes_on = True
        elif goes_on and fold in fields and kept[number] == "none":
            kept[number] = "first"
        elif fold not in _LINKS:
            goes_on = False
    for number in range(len(words) - 2, -1, -1):
        joined = line[words[number][1] : words[number + 1][0]] in (" ", "-")
        if (
            kept[number] == "none"
            and kept[number + 1] == "first"
            and joined
            and folds[number] in fields
            and folds[number + 1] in _offices()
        ):
            kept[number] = "first"


def _opens_sentence(line: str, start: int) -> bool:
    before = line[:start].rstrip(" \"“'‘(")
    return not before or before[-1] in ".:!?"
