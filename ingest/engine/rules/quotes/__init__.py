"""Direct quotations and who spoke them.

A quotation is read where a sentence stands in quotation marks and words of saying beside it name the speaker. What follows without words
of its own, in the same breath or in the next paragraph, goes on with it and is not a second one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.engine import patterns
from ingest.engine.rules import Rule
from ingest.engine.rules.quotes import speakers
from ingest.engine.rules.quotes.marks import Piece, pieces
from ingest.engine.rules.references import Cast
from ingest.engine.types import Evidence, Passage, Person, Quote

__all__ = ["RULES", "find", "pieces"]

RULES = (
    Rule(
        "quotes.signed-below",
        "A name under the quotation, behind a dash or on a line of its own, is the speaker’s.",
        "“We train as one.” — Commodore Ngata",
    ),
    Rule("quotes.said-after", "Words of saying after the closing mark name the speaker.", "“We train as one,” said Commodore Ngata."),
    Rule("quotes.said-before", "Words of saying before the opening mark name the speaker.", "Commodore Ngata said: “We train as one.”"),
    Rule("quotes.label-before", "A label that ends in a colon names the speaker.", "Commodore Ngata: “We train as one.”"),
    Rule(
        "quotes.reported-before",
        "A whole sentence in marks belongs to the one whose words the sentence before it reports.",
        "Commodore Ngata said that the ship would stay. “We train as one.”",
    ),
    Rule(
        "quotes.same-speaker",
        "A second quotation later in a paragraph belongs to the speaker of the first.",
        "“We train as one,” said Commodore Ngata, who then turned to the budget. “It will grow every year.”",
    ),
)


def find(both: tuple[Passage, Passage], officials: tuple[Person, ...], *, cast: Cast | None = None) -> tuple[Quote, ...]:
    """The quotations of a sentence or more whose speaker is one of the officials, in order; the headline is not read.

    A quotation that goes on after "he said" or in the next paragraph is one; single phrases and names in quotation marks are none.
    `cast` are the officials in the body, where the caller has made it ready already.
    """
    body = both[1]
    spoken = [piece for piece in pieces(body.text) if _is_statement(body.text, piece)]
    if not spoken:
        return ()
    cast = cast or Cast(body, officials)
    turns: list[_Turn] = []
    for piece in spoken:
        _take(body, cast, turns, piece)
    return tuple(
        Quote(turn.speaker.name, body.text[turn.first.start : turn.first.end], Evidence(turn.first.start, turn.first.end, turn.rule))
        for turn in turns
        if turn.speaker is not None and _is_sentence(body.text, turn.first)
    )


@dataclass(slots=True)
class _Turn:
    """One quotation: its first piece and its last one so far, and who speaks, by which rule; None until that is told."""

    first: Piece
    last: Piece
    speaker: Person | None = None
    rule: str = ""


def _take(body: Passage, cast: Cast, turns: list[_Turn], piece: Piece) -> None:
    """Make the piece a part of the last turn, or a new turn behind it."""
    turn = turns[-1] if turns else None
    belongs = turn is not None and turn.speaker is not None and _belongs(body.text, turn.last, piece)
    told_anew = not piece.goes_on and belongs and turn is not None and _is_told_anew(body.text, turn.last, piece)
    if turn is not None and belongs and not told_anew:
        turn.last = piece
        return
    said = speakers.of(body, cast, piece)
    if turn is not None and belongs and (said is None or said[0] is turn.speaker or said[1] not in _BESIDE):
        turn.last = piece
        return
    if turn is not None and said is not None and said[0] is turn.speaker and _is_added(body.text, turn.last, piece):
        turn.last = piece
        return
    if turn is not None and turn.speaker is None and (piece.goes_on or (said and _is_told_below(body.text, turn.last, piece, said[1]))):
        turn.last = piece
        turn.speaker, turn.rule = said or (None, "")
        return
    if said is None and turn is not None and turn.speaker is not None:
        if _is_next_paragraph(body.text, turn.last, piece):
            turn.last = piece
            return
        if _is_later_in_paragraph(body.text, turn.last, piece):
            said = turn.speaker, "quotes.same-speaker"
    turns.append(_Turn(piece, piece, *(said or (None, ""))))


_BESIDE = frozenset(["quotes.said-after", "quotes.said-before"])


def _is_told_anew(text: str, before: Piece, piece: Piece) -> bool:
    """Whether words of saying of its own stand behind a piece, or in a sentence of their own before it: "… us.” Popa replied: “"."""
    between = text[before.after : piece.before].strip()
    own = text[before.end - 1] in ".!?" and between[:1].isupper() and between[-1:] in (":", ",")
    now, then = _WHO_SAYS.match(text, piece.after), _WHO_SAYS.match(text, before.after)
    turns = now is not None and then is not None and now["who"] != then["who"]  # "…,” he said. “…,” she replied"
    return own or turns or speakers.is_told_behind(text, piece)


_WHO_SAYS = patterns.compile(r"[ ,]{0,3}(?P<who>he|she)\s")


# ---- what may be speech ----


def _is_statement(text: str, piece: Piece) -> bool:
    """Whether the piece may be speech: three words, begun like a sentence (a title such as “Book of Honor” is told apart later)."""
    inner = text[piece.start : piece.end]
    if piece.goes_on:
        return True
    first = next((sign for sign in inner if sign.isalnum()), "")
    return inner.count(" ") >= 2 and (not first.islower() or inner[-1] in ".!?…," or text[piece.after : piece.after + 1] == ",")


def _is_sentence(text: str, piece: Piece) -> bool:
    """Whether a statement stands on its own: begun with a capital, or whole behind a colon or comma, and no title of a book or exercise."""
    inner = text[piece.start : piece.end].lstrip("…. ")
    first = next((sign for sign in inner if sign.isalnum()), "")
    return (not first.islower() or _is_whole(text, piece, inner)) and inner.count(" ") >= 2 and not _is_title(inner)


def _is_whole(text: str, piece: Piece, inner: str) -> bool:
    """Whether a sentence that a ministry began with a small letter stands whole in its marks: "Popa said: “our crews train as one …”".

    Behind "that" it does where another sentence follows in the same marks.
    """
    led = text[: piece.before].rstrip()[-1:] in (":", ",")
    led = led or (text[: piece.before].endswith(" that ") and _NEXT_SENTENCE.search(inner) is not None)
    return led and inner[-1:] in (".", "!", "?") and inner.count(" ") >= 8 and _BEGINS_SENTENCE.match(inner) is not None


_NEXT_SENTENCE = patterns.compile(r"\w[.!?]\s+[A-Z]\w*\s\w")
_BEGINS_SENTENCE = patterns.compile(r"(?!(?:to|and|or|but|of|in|on|at|for|by|with|from|as|that|which|who|an?)\b)\w")


def _is_title(inner: str) -> bool:
    """Whether every long word has a capital and no stop ends the words: “A History of the Coastal Fleet”."""
    long = [word for word in inner.split() if len(word) > 4]
    return inner[-1] not in ".,!?…;" and len(inner.split()) < 12 and len(long) > 1 and all(word[0].isupper() for word in long)


# ---- one quotation in several pieces ----


def _belongs(text: str, before: Piece, piece: Piece) -> bool:
    """Whether a piece continues the one before it: in the same breath, or added in the paragraph below."""
    lead, line, rest = text[before.after : piece.before].partition("\n")
    if line and len(lead) <= _TAG and _is_tag(lead) and _AND_ADDED.fullmatch(rest.strip()):
        return True
    return _goes_on(text, before, piece) or (bool(_ADDED.match(text, piece.after)) and _is_next_paragraph(text, before, piece))


def _goes_on(text: str, before: Piece, piece: Piece) -> bool:
    """Whether a piece is opened again without a close, or parted from the one before by words of saying alone."""
    between = text[before.after : piece.before]
    return piece.goes_on or (len(between) <= _TAG and "\n" not in between and _is_tag(between))


def _is_next_paragraph(text: str, before: Piece, piece: Piece) -> bool:
    """Whether a piece opens the paragraph below a quotation that ended its own, words of saying aside."""
    lead, line, rest = text[before.after : piece.before].partition("\n")
    return bool(line) and not rest.strip() and len(lead) <= _TAG and (not lead.strip(" .,") or _is_tag(lead))


def _is_told_below(text: str, before: Piece, piece: Piece, rule: str) -> bool:
    """Whether a paragraph in marks without words of saying stands above one whose words of saying come at its end."""
    alone = before.before == 0 or text[before.before - 1] == "\n"
    return alone and rule == "quotes.said-after" and not text[before.after : piece.before].strip()


def _is_later_in_paragraph(text: str, before: Piece, piece: Piece) -> bool:
    """Whether a whole sentence is quoted in the same paragraph without words of saying of its own."""
    if "\n\n" in text[before.after : piece.before]:
        return False
    return text[piece.end - 1] in ".!?" and text[: piece.before].rstrip()[-1:] in (".", "!", "?", "”", '"', ":")


def _is_added(text: str, before: Piece, piece: Piece) -> bool:
    """Whether words of adding or closing stand behind a paragraph that is below a quotation of the same speaker."""
    return bool(_ADDS.match(text, piece.after)) and _is_next_paragraph(text, before, piece)


# "…,” added the President.   “…,” Minister Popa concluded.
_ADDS = patterns.compile(
    r"[ ,.]{0,3}(?:(?:added|concluded)\b|(?:he|she|(?:the\s)?(?:[A-Z][\w’'.-]*\s){1,4})\s*(?:also\s|then\s)?(?:added|concluded)\b)"
)
_ADDED = patterns.compile(
    r"[ ,.]{0,3}(?:(?:he|she)\s+(?:also\s+|then\s+)?(?:added|continued|went\s+on|said|says|noted)|(?:added|continued)\s+(?:he|she))\b"
)
_AND_ADDED = patterns.compile(r"And\s+(?:he|she)\s+(?:also\s+|then\s+)?(?:added|continued|went\s+on):?,?")  # "And he added: “"
_TAG = 240  # characters that words of saying with a long office may take


def _is_tag(between: str) -> bool:
    """Whether the words between two pieces are words of saying and no sentence more."""
    stripped = between.strip(" ,.;:—–-")
    if not stripped:
        return True
    stops = len(re.findall(r"[.!?]\s+(?=[A-Z])", re.sub(r"\b[A-Z][a-z]{0,4}\.", "", stripped)))
    return bool(speakers.saying().search(stripped)) and not stops and "“" not in stripped and _adding_clause(stripped) is None


def _adding_clause(tag: str) -> re.Match[str] | None:
    """A clause that reports something else before the next piece: "said Popa, adding that the plan would be read again"."""
    return re.search(r",\s+(?:who|which|adding|noting|stressing|referring|pointing|explaining|and|as|while)\b(?=(?:\s+\S+){4})", tag)
