"""A sentence by which somebody says what others did: "Minister Popa said that the presidents of Chile and Peru met in Lima"."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.meetings.scenes import Line, Scene, words_of
from ingest.engine.types import Person
from ingest.engine.values import replace


def parted(scene: Scene, line: Line) -> tuple[Line, Line] | None:
    """The words that say who said it, and those that say what others did; None where the speaker may be the one who acts.

    The clause has a subject of its own where people or a state stand at its head: not "said that he", "said that the talks with N".
    """
    if line.words.isdisjoint(_SAYING) or not line.people:
        return None
    for said in _SAID.finditer(line.text):
        at = line.start + said.end()
        heads = [person.start for person in line.people if person.start >= at]
        heads += [term.start for term in scene.terms(at, line.end) if term.kind in ("country", "demonym")]
        speaks = line.people[0].start < at
        if heads and speaks and not line.speech(at) and _SUBJECT.fullmatch(line.text, said.end(), min(heads) - line.start):
            return _part(line, line.start, at), _part(line, at, line.end)
    return None


def speakers(scene: Scene, line: Line) -> tuple[Person, ...]:
    """Those who said it, of whom a state is known."""
    return tuple(person.person for person in line.people if scene.side_of(person.person))


def is_no_news(line: Line) -> bool:
    """Whether the words that lead to a clause say that it is not true, or was before: "denied that", "recalled that"."""
    return _NO_NEWS.search(line.text) is not None


def _part(line: Line, start: int, end: int) -> Line:
    """The part of a sentence between two positions, as a sentence of its own."""
    text = line.text[start - line.start : end - line.start]
    words, parts = words_of(text.casefold())
    return replace(
        line,
        start=start,
        end=end,
        text=text,
        small=patterns.small(text),
        words=words,
        parts=parts,
        people=tuple(each for each in line.people if start <= each.start < end),
        dates=tuple(each for each in line.dates if start <= each.evidence.start < end),
        places=tuple(each for each in line.places if start <= each.evidence.start < end),
    )


# one of these stands in every sentence that the pattern can match
_SAYING = frozenset(
    ["said", "says", "stated", "recalled", "reminded", "announced", "reported", "informed", "told", "added", "noted", "confirmed", "denied",
     "wrote", "mentioned", "explained", "claimed", "revealed", "reports", "denies", "recalls", "announces",
     "highlighted", "emphasized", "emphasised", "stressed", "underlined", "underscored", "conveyed", "shared"]
)  # fmt: skip
# "said on Monday that ", "told the committee that ", "denied reports that "
_SAID = patterns.compile(
    r"\b(?:said|says|stated|recall(?:ed|s)|reminded|announce[ds]|report(?:ed|s)|informed|told|added|noted|confirmed|denie[ds]|wrote|mentioned|explained|claimed|revealed"
    r"|highlighted|emphasi[sz]ed|stressed|underlined|underscored|conveyed|shared)"
    r"\s(?:[^.;:“”\"]{0,90}?\s)??that\s+(?:yesterday\s+|today\s+)?"
    r"|\b(?:said|says|announced|added|confirmed)\s+(?=(?:the\s+)?[A-Z])"
    r"|(?<![”\"’]\s)\b(?:said|says|added|noted|confirmed)\s+(?=(?:the|his|her)\s+[a-z])"  # "Ms. Wade said | the secretary | met"
)
_NO_NEWS = patterns.compile(r"\b(?:denie[ds]|recall(?:ed|s)|reminded|false|untrue|unfounded)\b")
# "the presidents of | Chile": what may stand before those who act; possessive, for a word may be read in two ways
_SUBJECT = patterns.compile(
    r"(?:(?:[Tt]he|[Bb]oth|of|for|and|a|an|[A-Z][\w.’'-]*|(?:defen[cs]e|foreign|prime|armed|naval|general|interior)|forces|staffs?|officials|officers|troops"
    r"|(?:minister|president|chief|commander|general|admiral|leader|government|soldier|secretar|ambassador|head|representative|delegation|nav|arm)(?:s|y|ies)?)\s+){0,12}+"
)
