"""Whom words mean that tell the part somebody plays in a release, and not the office alone: "the new Commander", "the visiting Minister",
"the head of the Peruvian delegation", "the diplomat".

These are added to the references that names and titles make (`references`), and go before the latter where they stand on the same words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ingest.engine import patterns
from ingest.engine.types import Passage, Person, Term


class Meant(NamedTuple):
    """A span and the person whom it means: by name, or by the part that he or she plays."""

    start: int
    end: int
    person: Person


def find(passage: Passage, named: list[Meant], order: tuple[Person, ...]) -> Iterator[Meant]:
    """The parts that words of a passage tell; `named` are the spans of names in order, `order` the people as they are named first."""
    if not order:
        return
    yield from _of_succession(passage, named)
    if not passage.words.isdisjoint(("visiting", "guest")):
        yield from _of_guests(passage, named, order)
    if not passage.words.isdisjoint(("head", "leader", "chief")):
        yield from _of_delegations(passage, order)
    if not passage.words.isdisjoint(("diplomat", "envoy")):
        yield from _of_diplomats(passage, named)
    if not passage.words.isdisjoint(("officer", "official", "guest", "visitor", "politician", "dignitary")):
        yield from _of_nations(passage, order)


# ---- who leaves an office and who takes it ----


def _of_succession(passage: Passage, named: list[Meant]) -> Iterator[Meant]:
    """The one who took a command, and the one who gave it up, where one sentence names both: "| the new Commander | said"."""
    pair = next(_handovers(passage, named), None)
    if pair is None:
        return
    leaving, coming, told = pair
    for match in _LEAVING.finditer(passage.text, told):
        yield Meant(match.start(), match.end(), leaving)
    for match in _COMING.finditer(passage.text, told):
        yield Meant(match.start(), match.end(), coming)


def _handovers(passage: Passage, named: list[Meant]) -> Iterator[tuple[Person, Person, int]]:
    """Who gave up an office, who took it, and where that was told; those who stand in one sentence with the words between them."""
    text, begins = passage.text, [sentence.start for sentence in passage.sentences]
    for one, other in pairwise(named):
        if one.person.name == other.person.name or other.start - one.end > _LONGEST:
            continue
        between = text[one.end : other.start]
        if bisect_left(begins, one.end) != bisect_left(begins, other.start):
            continue  # they stand in two sentences
        if _GAVE_TO.search(between) or (_TO.search(between) and _CHANGE_FROM.search(text, max(0, one.start - _LONGEST), one.start)):
            yield one.person, other.person, other.end
        elif _TOOK_FROM.search(between):
            yield other.person, one.person, other.end


_LONGEST = 260  # characters between two who are named
_CHARGE = (
    r"(?:command|leadership|duties|post|office|position|responsibilit(?:y|ies)|authority|helm|baton|colou?rs|flag|guidon|standard"
    r"|presidency|chairmanship|reins)"
)
# "| handed over the command of the mission to | Colonel Roca", "| was succeeded by |"
_GAVE_TO = patterns.compile(
    rf"\b(?:hand(?:ed|s|ing)|pass(?:ed|es|ing)|turn(?:ed|s|ing)|transfer(?:red|s|ring)|relinquish(?:ed|es|ing)|gave|surrendered)\b[^;]{{0,60}}?\b{_CHARGE}\b[^;]*?\bto\b"
    r"|\b(?:was|were|is)\s+(?:succeeded|replaced|relieved|followed)\s+by\b|\b(?:hand(?:ed|s)|pass(?:ed|es))\s+(?:it\s+)?over\s+to\b"
)
_TO = patterns.compile(r"\bto\s+(?:(?:the|his|her|successor|new|incoming)\s+|[A-Z][\w.’'()-]*,?\s+)*\Z")
# "The command passed from |", "change of command between |"
_CHANGE_FROM = patterns.compile(rf"\b{_CHARGE}\b[^;]*?\bfrom\s+(?:the\s+|outgoing\s+|[A-Z][\w.’'()-]*,?\s+)*\Z")
# "| took over command of the mission from | Colonel Roca", "| , who succeeds |"
_TOOK_FROM = patterns.compile(
    rf"\b(?:took|takes|taking|assum(?:ed|es|ing)|received?|accept(?:ed|s))\b[^;]{{0,40}}?\b(?:over|{_CHARGE})\b[^;]*?\bfrom\b"
    r"|\b(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|reliev(?:es|ed|ing)|(?:as\s+)?(?:the\s+)?successor\s+(?:to|of)|taking\s+the\s+place\s+of)\s"
)
_HEADS = (
    r"(?:commander(?:-in-chief)?|commandant|chief|director(?:[-\s]general)?|head|chair(?:man|woman|person)?|attach[ée]|ambassador|secretary"
    r"|minister|president|commodore|admiral|general|colonel)"
)
_LEAD = r"(?:[\w-]+[ ]){0,3}?"
_TAIL = r"\b(?![-’'\w]|[ ](?:of|for)[ ]|[ ][A-Z])"
_LEAVING = patterns.compile(rf"\b(?:[Tt]he|[Hh]is|[Hh]er)[ ](?:outgoing|departing|former|previous|relieved)[ ]{_LEAD}(?i:{_HEADS}){_TAIL}")
_COMING = patterns.compile(
    rf"\b(?:[Tt]he|[Ii]ts)[ ](?:new|incoming|newly[ -](?:appointed|installed|minted)|freshly[ ]appointed)[ ]{_LEAD}(?i:{_HEADS}){_TAIL}"
)


# ---- the guest ----


def _of_guests(passage: Passage, named: list[Meant], order: tuple[Person, ...]) -> Iterator[Meant]:
    """The one of several holders of an office who came from elsewhere: "| the visiting Minister | also met"."""
    for match in _VISITING.finditer(passage.text):
        head = match["head"].casefold()
        fitting = [person for person in order if head in f"{person.position or ''} {person.rank or ''}".casefold() and person.country]
        if len({person.country for person in fitting}) < _SEVERAL:
            continue
        guest = _received(passage, named, fitting) or _from_elsewhere(passage, fitting)
        if guest:
            yield Meant(match.start(), match.end(), guest)


_SEVERAL = 2
_VISITING = patterns.compile(rf"\b(?:[Tt]he|[Hh]is|[Hh]er)[ ](?:visiting|guest)[ ]{_LEAD}(?P<head>(?i:{_HEADS})){_TAIL}")


def _received(passage: Passage, named: list[Meant], fitting: list[Person]) -> Person | None:
    """The one of two whom, as the words between their names say, the other received; None where they say nothing of that."""
    names = {person.name for person in fitting}
    for one, other in pairwise(each for each in named if each.person.name in names):
        between = passage.text[one.end : other.start]
        if one.person.country == other.person.country or len(between) > _LONGEST or "\n" in between:
            continue
        if _RECEIVED_BY.search(between):
            return one.person
        if _RECEIVED.search(between):
            return other.person
    return None


_RECEIVED_BY = patterns.compile(r"\b(?:received|hosted|welcomed|greeted|called\s+on|paid)\b[^.;]*?\b(?:by|on|to)\s|\bcalled\s+on\b")
_RECEIVED = patterns.compile(r"\b(?:received|hosted|hosts|welcomed|welcomes|receives|greeted)\b")


def _from_elsewhere(passage: Passage, fitting: list[Person]) -> Person | None:
    """The first of them who is not of the country of the town with which the text opens; None where it opens with none."""
    town = next((term for term in passage.terms if term.kind == "city" and term.start < _DATELINE), None)
    home = town.value.rpartition("|")[2] if town else None
    return next((person for person in fitting if person.country != home), None) if home else None


_DATELINE = 40  # characters in which the town of a dateline stands


# ---- who leads a delegation ----


def _of_delegations(passage: Passage, order: tuple[Person, ...]) -> Iterator[Meant]:
    """The first of a state’s people, for the one who leads them: "said | the head of the Peruvian delegation |"."""
    for match in _HEAD_OF.finditer(passage.text):
        nations = {term.value for term in _nations(passage, match.start("whose"), match.end("whose"))}
        leader = next((person for person in order if person.country in nations), None)
        if leader:
            yield Meant(match.start(), match.end(), leader)


_HEAD_OF = patterns.compile(
    r"\b[Tt]he[ ](?:head|leader|chief)[ ]of[ ]the[ ](?P<whose>(?:[\w’'-]+[ ]){1,4})(?:delegation|side|team|mission)\b(?!,?[ ][A-Z])"
)


# ---- the diplomat ----


def _of_diplomats(passage: Passage, named: list[Meant]) -> Iterator[Meant]:
    """The envoy named last before "the diplomat", or the one of the nation told with it."""
    starts = [each.start for each in named]
    for match in _DIPLOMAT.finditer(passage.text):
        nations = {term.value for term in _nations(passage, match.start(), match.end())}
        before = (each.person for each in reversed(named[: bisect_left(starts, match.start())]))
        envoys = (each for each in before if _ENVOY.search(each.position or "") and (not nations or each.country in nations))
        if envoy := next(envoys, None):
            yield Meant(match.start(), match.end(), envoy)


_DIPLOMAT = patterns.compile(r"\b[Tt]he[ ](?:[\w’'-]+[ ]){0,2}?(?:diplomat|envoy)\b(?![-’'\w]|[ ][A-Z]|[ ](?:to|of|for)[ ])")
_ENVOY = patterns.compile(
    r"\b(?:ambassador|high[ ]commissioner|attach[ée]|charg[ée]|consul|envoy|nuncio|chief[ ]of[ ]mission|head[ ]of[ ]mission)", re.IGNORECASE
)


# ---- the one of a nation ----


def _of_nations(passage: Passage, order: tuple[Person, ...]) -> Iterator[Meant]:
    """The only one of a nation, told by it and by what many are: "| the Swedish officer | noted"."""
    for match in _NATIONAL.finditer(passage.text):
        nations = {term.value for term in _nations(passage, match.start(), match.end())}
        theirs = [person for person in order if person.country in nations]
        if len(theirs) == 1:
            yield Meant(match.start(), match.end(), theirs[0])


_NATIONAL = patterns.compile(
    r"\b[Tt]he[ ](?:[A-Z][\w’'-]+[ ]){1,2}(?:officer|official|guest|visitor|politician|dignitary)\b(?![-’'\w]|[ ][A-Z])"
)


def _nations(passage: Passage, start: int, end: int) -> Iterator[Term]:
    """The countries and demonyms between two positions."""
    return (term for term in passage.terms if term.start >= start and term.end <= end and term.kind in ("country", "demonym"))
