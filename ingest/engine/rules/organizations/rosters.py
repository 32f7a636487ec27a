"""Bodies of lists: those that took part, one a line, and those whom the people of a list serve, named at the end of each line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.engine import patterns
from ingest.engine.rules.organizations.letters import acronym
from ingest.engine.rules.organizations.name import Name
from ingest.engine.rules.organizations.words import FIRMS, REGIONS, STATES, Words, facts, head_at
from ingest.engine.rules.people.lexicon import lexicon as people_words
from ingest.engine.values import frozen

_SHORTEST = 3  # lines that make a list


@frozen
class _Item:
    """The words [first, last] of a line, and the parts that commas make of them."""

    first: int
    last: int
    parts: tuple[tuple[int, int], ...]


def listed(words: Words) -> Iterator[Name]:
    """ "Organizations represented:", then "Harbour Pilots United" in a line of its own; "Ann Berg, Director, | Harbour Pilots United |"."""
    if words.passage.where != "body" or words.passage.text.count("\n") < _SHORTEST:
        return
    for announcement, lines in _lists(words.passage.text):
        items = [item for line in lines if (item := _item(words, *line)) is not None]
        if _OF_BODIES.search(announcement):
            yield from (name for item in items if len(item.parts) == 1 and (name := _whole(words, item)) is not None)
        persons = [item for item in items if len(item.parts) > 1 and _is_person(words, *item.parts[0])]
        if len(persons) >= _SHORTEST:
            yield from (name for item in persons if (name := _served(words, item)) is not None)


# ---- lists ----

_Line = tuple[int, int]  # where it begins and ends
_LINE = patterns.compile(r"[^\n]*\S[^\n]*")
_OF_BODIES = patterns.compile(
    r"\b(?:organi[sz]ations|companies|groups|institutions|associations|firms|businesses|unions|universities|colleges|foundations"
    r"|philanthropies|agencies|entities|denominations|churches|representatives[ ](?:from|of)(?:[ ]the[ ]following)?)\b[^.\n]{0,80}$",
    re.IGNORECASE,
)
_LONGEST = 180  # signs of a line that is an item


def _lists(text: str) -> Iterator[tuple[str, list[_Line]]]:
    """Each run of short lines without a full stop, with the words that announce it before a colon."""
    announcement, lines = "", list[_Line]()
    for match in _LINE.finditer(text):
        line = match[0].strip(" *_-•–")
        ends = line.endswith(".") and not line.endswith(("Inc.", "Ltd.", "Corp.", "Jr.", "D.C.", "S.A."))
        if line.endswith(":") or ends or len(line) > _LONGEST:
            yield announcement, lines
            announcement, lines = (line[-160:-1] if line.endswith(":") else ""), []
        else:
            lines.append((match.start(), match.end()))
    yield announcement, lines


def _item(words: Words, start: int, end: int) -> _Item | None:
    """The words of a line without the sign that opens it, and its parts."""
    first, last = words.number_behind(start), words.number_behind(end) - 1
    while first <= last and not words.tokens[first].text[0].isalnum():
        first += 1
    return _Item(first, last, tuple(_parts(words, first, last))) if first <= last else None


def _parts(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs of words between commas that stand in no bracket; "Inc." belongs to what is before it."""
    begin, depth = first, 0
    for number in range(first, last + 1):
        text = words.tokens[number].text
        depth += (text == "(") - (text == ")")
        if text in ",;" and depth == 0 and not (number < last and words.lower[number + 1].rstrip(".") in FIRMS | _SUFFIXES):
            if begin < number:
                yield begin, number - 1
            begin = number + 1
    if begin <= last:
        yield begin, last


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def _is_person(words: Words, first: int, last: int) -> bool:
    """Whether the words are like the name of a person, with or without rank and courtesies before it."""
    if not 1 <= last - first <= 8 or any(head_at(words, at) for at in range(first, last + 1)):
        return False
    named = [at for at in range(first, last + 1) if words.is_capital(at)]
    small = [at for at in range(first, last + 1) if words.tokens[at].text[0].islower()]
    plain = sum(words.lower[at] in people_words().plain for at in named)
    return len(named) > 1 and len(small) < len(named) and plain < len(named) - 1 and not any(c.isdigit() for c in words.text(first, last))


# ---- what an item names ----


def _whole(words: Words, item: _Item) -> Name | None:
    """The body that the line names: "Harbour Pilots United (HPU)", "the Harbour Fund – Larvik"."""
    first, last = item.parts[0]
    last = next((at - 1 for at in range(first + 1, last + 1) if words.tokens[at].text in "–—:("), last)
    return _body(words, first, last)


def _served(words: Words, item: _Item) -> Name | None:
    """The body in the last part of the line, behind a name: the whole of it, or what stands behind "at"."""
    first, last = item.parts[-1]
    last = next((at - 1 for at in range(first + 1, last + 1) if words.tokens[at].text == "("), last)
    at = next((at for at in range(last - 1, first, -1) if words.lower[at] == "at"), None)
    if at is None and words.lower[first] in _OWNERS:
        at = next((at for at in range(first, last) if words.lower[at] == "of"), None)
    if at is not None:
        return _body(words, at + 1, last) if any(_is_office(words, each) for each in range(item.parts[1][0], at)) else None
    is_town = words.lower[first : first + 2] == ["city", "of"]
    if (_is_local(words, *item.parts[-2]) and not is_town) or (len(item.parts) == 2 and not _tells_itself(words, first, last)):
        return None
    return _body(words, first, last)


def _is_local(words: Words, first: int, last: int) -> bool:
    """Whether the office is held in a place or ship, which may be what follows: "Ambassador, | Larvik", "Navigator, | Blue Heron"."""
    return not _OF_PLACES.isdisjoint(words.lower[first : last + 1])


_OF_PLACES = frozenset(
    {"ambassador", "attaché", "attache", "consul", "envoy", "mayor", "governor", "commissioner", "commander", "commanding", "captain"}
    | {"navigator", "senator", "councillor", "councilor"}
)
_OWNERS = frozenset({"ceo", "founder", "co-founder", "owner", "publisher"})


def _tells_itself(words: Words, first: int, last: int) -> bool:
    """Whether the words are no town or further person: letters, two capitals in one word, or a word of the language."""
    if first == last:
        text = words.tokens[first].text
        return len(text) > 2 and any(letter.isupper() for letter in text[1:])
    return any(words.lower[at] in people_words().plain and words.is_capital(at) for at in range(first, last + 1))


def _body(words: Words, first: int, last: int) -> Name | None:
    """The body between the words, where they are capital words that tell no place, office, trade or field of work."""
    first += words.lower[first] == "the" and first < last
    while last > first and words.tokens[last].text in "*_.":
        last -= 1
    span = range(first, last + 1)
    if last - first > _LONGEST_NAME or not words.is_capital(first) or not all(_may_stand(words, at) for at in span):
        return None
    if (
        _is_place(words, first, last)
        or any(_is_office(words, at) for at in span)
        or words.lower[last] in facts().subjects | _EVENTS
        or words.lower[first] in _EVENTS
    ):
        return None
    if all(words.lower[at] in facts().generic or not words.is_capital(at) for at in span) or _are_two(words, first, last):
        return None
    at = words.evidence(first, last, "listed")
    return Name(words.text(first, last), at, words.codes(at.start, at.end), acronym=acronym(words, last, first=first))


def _are_two(words: Words, first: int, last: int) -> bool:
    """Whether "and" joins two bodies, each with its head: "Larvik University and Halden University"."""
    for number in range(first + 1, last):
        if words.lower[number] in ("and", "&", "/"):
            sides = (range(first, number), range(number + 1, last + 1))
            return all(any(head_at(words, at) for at in side) for side in sides)
    return False


_LONGEST_NAME = 11
_SMALL = frozenset(
    {"of", "for", "and", "the", "in", "on", "to", "&", "against", "'s", "'", "-", "–", "+", "/", "@", "de", "del", "la", "with", "du"}
)


def _may_stand(words: Words, number: int) -> bool:
    return words.is_capital(number) or words.lower[number] in _SMALL or words.tokens[number].text.isdigit()


def _is_place(words: Words, first: int, last: int) -> bool:
    """Whether the words are a place, the letters of one, or a house of the tables."""
    text = words.text(first, last)
    if len(text) < 3 or text.lower() in facts().sites or _DISTRICT.match(text) or _is_ship(words, first):
        return True
    first += words.lower[first] in REGIONS and first < last
    start, end = words.tokens[first].start, words.tokens[last].end
    return any(term.kind in _PLACES and term.start <= start and end <= term.end for term in words.passage.terms)


def _is_ship(words: Words, number: int) -> bool:
    """Whether the letters before the names of warships stand here: "KNM"."""
    lexicon = people_words()
    return words.tokens[number].text.isupper() and (words.lower[number] in lexicon.navies or words.lower[number] in lexicon.shared_prefixes)


_DISTRICT = patterns.compile(r"[A-Z]\.?[A-Z]?\.[A-Z.]*$|[DRI]-[A-Z]{2}\b")  # "N.Y.", "D-PA-5"
_PLACES = STATES | {"city", "us_state", "country_mask", "region", "doubtful_city"}


def _is_office(words: Words, number: int) -> bool:
    """Whether an office, trade or degree begins at the word: "Chief", "Co-Chair", "Actor", "MSc"."""
    lexicon, word = people_words(), words.lower[number]
    several = word.removesuffix("s") in facts().trades and words.lower[number - 1] != "of" and words.lower[number - 2] != "of"
    if word in facts().trades or several or word in lexicon.postnominals:
        return True  # "Actors", and not "Conference of Larvik | Rabbis"
    part = word.removesuffix("-elect").rpartition("-")[2]
    return words.is_capital(number) and (
        part in facts().trades or lexicon.heads.at([part, *words.lower[number + 1 : number + 4]], 0) is not None
    )


_EVENTS = frozenset(
    {
        "medal",
        "award",
        "cross",
        "star",
        "program",
        "programme",
        "summit",
        "conference",
        "meeting",
        "session",
        "directive",
        "order",
        "act",
        "law",
    }
)
