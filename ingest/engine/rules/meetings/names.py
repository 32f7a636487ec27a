"""Proper names of occasions: "12th Defence Policy Dialogue", "ROK-Romania defense ministerial talks"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress

from ingest.engine import patterns
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.rules.people import home
from ingest.engine.types import Passage, Token
from ingest.engine.values import frozen


@frozen
class Name:
    """The name of an occasion and where it stands; `is_body` where the words name a standing body that met."""

    text: str
    start: int
    end: int
    is_body: bool = False
    is_exercise: bool = False


def find(passage: Passage, line: Line) -> tuple[Name, ...]:
    """The names in a sentence, in order; a body counts only where the words around say that it met."""
    found = [*_proper(passage, line), *_plain(passage, line), *_ministerials(passage, line), *_exercises(passage, line)]
    return tuple(_apart(sorted(found, key=lambda name: (name.start, -name.end))))


def _apart(found: list[Name]) -> Iterator[Name]:
    """The names without those that begin inside an earlier one."""
    reached = -1
    for name in found:
        if name.start >= reached:
            reached = name.end
            yield name


# "the Chair of the Andean Committee", "a member of the Security Council": a body in somebody's office
_OFFICE = patterns.compile(
    r"(?:Chair\w*|Head|Secretary|Secretary-General|President|[Mm]embers?|Director|Deputy|Chief|Adviser|Advisor|Spokes\w+|Representative)(?:\s+of)?\s+(?:the\s+)?\Z"
)
_SESSION = patterns.compile(
    r"(?:meeting|session|round|edition|convened|held|chaired|co-chaired|hosted|attend(?:ed|s|ing)?|part\s+in|part\s+(?:on\s+\w+\s+)?(?:in\s+[A-Z]\w+\s+)?in)\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_MEETS = patterns.compile(
    r"\s+(?:\([^()]{1,20}\)\s+)?(?:has\s+|today\s+)?(?:met|meets|convened|convenes|held|holds|gathered|was\s+held|took\s+place)\b|['’]s?\s+(?:\w+\s+)?(?:meeting|session)\b"
)
_NO_OCCASION = patterns.compile(
    r"(?:Security|Privy|National|City|Atlantic|Ministers)\s+Council|(?:Cabinet|Central|Executive)\s+Committee|Chiefs\s+of\s+Staff\s+Committee|General\s+Assembly|Congress\b(?!\s+of)|Intensified\s+Dialogue"
)


def _proper(passage: Passage, line: Line) -> Iterator[Name]:
    heads = lexicon().head_words
    if passage.words.isdisjoint(heads):
        return
    tokens = passage.tokens
    first, last = bisect_left(tokens, (line.start,)), bisect_left(tokens, (line.end,))
    reached = first
    for at in compress(range(first, last), map(heads.__contains__, passage.texts[first:last])):
        is_body = _is_head(tokens, at, lexicon().body_heads)
        if at < reached or not (is_body or _is_head(tokens, at, lexicon().occasion_heads)) or line.speech(tokens[at].start):
            continue
        if at + 1 < last and (_is_head(tokens, at + 1, lexicon().body_heads) or _is_head(tokens, at + 1, lexicon().occasion_heads)):
            continue  # the Ministerial Committee: its last head says what it is
        if at + 1 < last and (tokens[at + 1].text in _HOUSES or tokens[at + 1].text in _HOLDERS):
            continue  # the Lima Conference Centre is a house, and the Committee Chair somebody
        begin, stop = _leftmost(tokens, at, first), _rightmost(tokens, at, last)
        reached = stop
        begin += (
            tokens[begin].text in _CALENDAR and stop - begin > 2 and tokens[begin + 1].text[0].isupper()
        )  # "the September | Andean Leaders’ Summit"
        text = _written(passage.text, tokens[begin].start, tokens[stop - 1].end)
        if stop - begin < 2 or _NO_OCCASION.search(text) or not _is_named(tokens, begin, stop):
            continue
        before = passage.text[max(line.start, tokens[begin].start - 60) : tokens[begin].start]
        if is_body and (_OFFICE.search(before) or not (_SESSION.search(before) or _MEETS.match(passage.text, tokens[stop - 1].end))):
            continue
        yield Name(text, tokens[begin].start, tokens[stop - 1].end, is_body)


def _is_head(tokens: tuple[Token, ...], at: int, heads: frozenset[str]) -> bool:
    """Whether a token ends a head, which may have two words ("Task Force", and not "Security Force")."""
    return tokens[at].text in heads or (at > 0 and f"{tokens[at - 1].text} {tokens[at].text}" in heads)


def _is_named(tokens: tuple[Token, ...], begin: int, stop: int) -> bool:
    """Whether there is more to the name than a head ("Session"); a number is enough, for another session may be told whole."""
    numbered = stop - begin == 2 and _NUMBERED.fullmatch(tokens[begin].text) is not None
    return numbered or sum(token.text[0].isupper() for token in tokens[begin:stop]) >= 2


def _leftmost(tokens: tuple[Token, ...], at: int, first: int) -> int:
    """The index of the first token of the name: capitals, ordinals and what joins them."""
    begin = at
    while begin > first and at - begin < 14:
        word = tokens[begin - 1].text
        if word[0].isupper() and word not in _NO_NAME:
            begin -= 1
        elif _ORDINAL.fullmatch(word):
            return begin - 1
        elif [token.text for token in tokens[max(begin - 3, first) : begin]] == ["2", "+", "2"]:
            begin -= 3  # ministers of defense and foreign affairs on both sides
        elif word == ")" and begin - 4 >= first and tokens[begin - 3].text == "(":
            begin -= 3  # the Republic of Korea (RoK) Dialogue
        elif word in _JOINTS and begin - 2 >= first and tokens[begin - 2].text[0].isupper() and tokens[begin - 2].text not in _NO_NAME:
            begin -= 2
        else:
            break
    return begin


def _rightmost(tokens: tuple[Token, ...], at: int, last: int) -> int:
    """The index behind the last token: "of the Peru–Chile Committee" goes with "3rd Session"."""
    stop = at + 1
    if stop < last and tokens[stop].text in ("of", "on", "for"):
        look = stop + 1
        while look < last and tokens[look].text in ("the", "States"):
            look += 1
        start = look
        while look < last and (
            tokens[look].text[0].isupper()
            or (tokens[look].text in _JOINTS and look + 1 < last and (tokens[look + 1].text[0].isupper() or tokens[look + 1].text == "the"))
            or (tokens[look].text == "the" and tokens[look - 1].text in _JOINTS)
        ):
            look += 1
        while look > start and tokens[look - 1].text in ("the", *_JOINTS):
            look -= 1  # "of Chiefs of Staff | of the armed forces"
        if look > start and tokens[start].text not in _CALENDAR:
            return look
    if [token.text for token in tokens[stop : stop + 2]] in (["-", "Plus"], ["–", "Plus"]):
        return stop + 2  # the 10th ASEAN Defence Ministers’ Meeting - Plus
    while stop < last and (tokens[stop].text[0].isupper() or tokens[stop].text.isdigit()) and tokens[stop].text not in _CALENDAR:
        stop += 1
    return stop


_NUMBERED = patterns.compile(r"\d+(?:st|nd|rd|th)")
_HOUSES = frozenset(["Centre", "Center", "Hall", "Room", "Rooms", "Building", "Complex", "House", "Palace"])
_HOLDERS = frozenset(
    ["Chair", "Chairman", "Chairwoman", "Chairperson", "Co-Chair", "Vice-Chair", "Secretary", "President", "Director", "Spokesperson"]
)
_NO_NAME = frozenset(
    ["The", "A", "An", "This", "Today", "Yesterday", "On", "In", "At", "During", "Following", "After", "Both", "His", "Her", "Their", "Its"]
)
_JOINTS = frozenset(["of", "and", "on", "for", "’s", "'s", "’", "'", "&", "-", "–", "/", "to"])
_ORDINAL = patterns.compile(
    r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|inaugural", re.IGNORECASE
)
_CALENDAR = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)


def _plain(passage: Passage, line: Line) -> Iterator[Name]:
    """A pair of countries before a plain noun: "ROK-Czech defense ministerial talks"."""
    if line.words.isdisjoint(_PLAIN_STEMS):
        return
    for match in lexicon().plain_heads.finditer(line.text, line.small):
        start, end = line.start + match.start(), line.start + match.end()
        pair = _PAIR.search(passage.text, max(line.start, start - 50), start)
        if pair and not line.speech(start):
            yield Name(_written(passage.text, pair.start("pair"), end), pair.start("pair"), end)


def _ministerials(passage: Passage, line: Line) -> Iterator[Name]:
    if line.words.isdisjoint(_MINISTERIAL_STEMS):
        return
    for match in lexicon().ministerials.finditer(line.text, line.small):
        start, end = line.start + match.start(), line.start + match.end()
        if not line.speech(start):
            yield Name(_written(passage.text, start, end), start, end)


_PLAIN_STEMS = frozenset(["talks", "meeting", "dialogue", "group"])
_MINISTERIAL_STEMS = frozenset(["ministers", "minister", "chiefs", "leaders", "summit"])
_PAIR = patterns.compile(
    r"(?P<pair>(?:(?!(?:The|An?|This|At|In|On|During|After)\s)[A-Z][\w.]*\s)?[A-Z][\w.]*\s?[-–—]\s?(?:[A-Z][\w.]*\s)?[A-Z][\w.]*\s+)\Z"
)


def _exercises(passage: Passage, line: Line) -> Iterator[Name]:
    if "exercise" not in line.words:
        return
    for match in (*_EXERCISE.finditer(passage.text, line.start, line.end), *_OPENED.finditer(passage.text, line.start, line.end)):
        yield Name(_written(passage.text, match.start("name"), match.end("name")), match.start("name"), match.end("name"), is_exercise=True)


# exercise ‘Bersatu Sky-3’, Exercise Desert Khanjar, the Khaan Quest exercise
_NAMED = r"[A-Z][\w'’-]*(?:[ ][A-Z0-9][\w'’-]*){0,4}"
# "the opening ceremony of Desert Shield 25, a two-week exercise"
_OPENED = patterns.compile(
    r"ceremony[ ](?:of|for)[ ](?:the[ ])?(?P<name>[A-Z][\w'’-]*(?:[ ](?:(?:de|del|da|do|of|the)[ ])?[A-Z0-9][\w'’-]*){0,5})"
    r",[ ]an?[ ](?:[\w-]+[ ]){0,9}?exercise\b"
)
_EXERCISE = patterns.compile(rf"\b[Ee]xercise,?[ ](?:(?:code-?named|dubbed|called|named|titled)[ ])?[‘“\"«]?(?P<name>{_NAMED})")


def _written(text: str, start: int, end: int) -> str:
    return re.sub(r"\s+", " ", text[start:end])


def is_of_two(name: str) -> bool:
    """Whether a summit is called after two who talk as one delegation each: "EU-Chile Summit"; not "U.S.-Africa Leaders Summit"."""
    found = _SUMMIT_OF_TWO.fullmatch(name)
    return found is not None and all(part == "EU" or home.of_name(part) not in (None, home.INTERNATIONAL) for part in found.groups())


_SUMMIT_OF_TWO = patterns.compile(r"(?:[\dA-Z][\w-]*\s+){0,2}?([A-Z][\w.]*)\s?[-–/]\s?([A-Z][\w.]*)\s+(?:[A-Z][\w-]+\s+)?Summit")
