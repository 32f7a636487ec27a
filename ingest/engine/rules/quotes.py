"""Direct quotations and who spoke them.

A quotation is read where a sentence stands in quotation marks and words of saying beside it name the speaker. What follows without words
of its own, in the same breath or in the next paragraph, goes on with it and is not a second one.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingest.engine import patterns, tables
from ingest.engine.rules import Rule
from ingest.engine.rules.references import Cast
from ingest.engine.types import Evidence, Passage, Person, Quote

RULES = (
    Rule("quotes.signed-below", "A name behind a dash under the quotation is the speaker’s.", "“We train as one.” — Commodore Ngata"),
    Rule("quotes.said-after", "Words of saying after the closing mark name the speaker.", "“We train as one,” said Commodore Ngata."),
    Rule("quotes.said-before", "Words of saying before the opening mark name the speaker.", "Commodore Ngata said: “We train as one.”"),
    Rule("quotes.label-before", "A label that ends in a colon names the speaker.", "Commodore Ngata: “We train as one.”"),
    Rule(
        "quotes.same-speaker",
        "A second quotation later in a paragraph belongs to the speaker of the first.",
        "“We train as one,” said Commodore Ngata, who then turned to the budget. “It will grow every year.”",
    ),
)


def find(both: tuple[Passage, Passage], officials: tuple[Person, ...]) -> tuple[Quote, ...]:
    """The quotations of a sentence or more whose speaker is one of the officials, in order; the headline is not read.

    A quotation that goes on after "he said" or in the next paragraph is one; single phrases and names in quotation marks are none.
    """
    body = both[1]
    spoken = [piece for piece in pieces(body.text) if _is_statement(body.text, piece)]
    if not spoken:
        return ()
    cast = Cast(body, officials)
    found: list[Quote] = []
    before: _Piece | None = None
    speaker: Person | None = None
    for piece in spoken:
        if before is not None and speaker is not None and _goes_on(body.text, before, piece):
            before = piece
            continue
        if before is not None and speaker is not None and _is_added_below(body.text, before, piece):
            before = piece
            continue
        said = _speaker(body, cast, piece)
        if said is None and before is not None and speaker is not None:
            if _is_next_paragraph(body.text, before, piece):
                before = piece
                continue
            said = _same_speaker(body.text, before, piece, speaker)
        before, speaker = piece, said[0] if said else None
        if said and _is_sentence(body.text, piece):
            found.append(Quote(said[0].name, body.text[piece.start : piece.end], Evidence(piece.start, piece.end, said[1])))
    return tuple(found)


# ---- what stands in quotation marks ----


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands inside one pair of marks; `after` is the position behind the closing mark.

    `goes_on` tells a piece that takes up a quotation left open above.
    """

    start: int
    end: int
    before: int
    after: int
    goes_on: bool = False


_PARAGRAPH = patterns.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"', "”": "”"}  # ” opens where an editor's machine turned the marks round
_LONGEST = 3000  # characters; a mark that nobody closes ends with its paragraph
# ‘We have trained together for years.’ but not the nations’ own, ’90s
_SINGLE = patterns.compile(r"(?<!\w)‘(?P<words>[A-Z][^‘“”\n]{15,1500}?[.,!?])’(?!\w)")


def pieces(text: str) -> Iterator[_Piece]:
    """What stands in quotation marks, in order. A mark left open at the end of a paragraph is taken up by the next one."""
    if not any(mark in text for mark in ('"', "“", "«", "„")):
        yield from (_Piece(*match.span("words"), match.start(), match.end()) for match in _SINGLE.finditer(text))
        return
    open_mark = ""
    for paragraph in _PARAGRAPH.finditer(text):
        at, end = paragraph.span()
        while at < end:
            begins = _opening(text, at, end)
            if open_mark:
                closes = _closing(text, at, end, open_mark)
                if begins == _first_sign(text, at, end) or (closes is not None and (begins is None or closes < begins)):
                    start = at if begins is None or (closes is not None and closes < begins) else begins + 1
                    stop = _closing(text, start, end, open_mark)
                    yield _piece(text, start, stop, end, goes_on=True)
                    open_mark, at = ("", stop + 1) if stop is not None else (open_mark, end)
                    continue
                open_mark = ""
            if begins is None:
                break
            closes = _closing(text, begins + 1, end, text[begins])
            yield _piece(text, begins + 1, closes, end)
            open_mark, at = (text[begins], end) if closes is None else ("", closes + 1)


def _piece(text: str, start: int, closes: int | None, paragraph_end: int, *, goes_on: bool = False) -> _Piece:
    end = paragraph_end if closes is None else closes
    inner = text[start:end]
    begin = start + len(inner) - len(inner.lstrip())
    return _Piece(begin, begin + len(inner.strip()), start - 1, end + (closes is not None), goes_on)


def _opening(text: str, start: int, end: int) -> int | None:
    """The position of the next mark that can open a quotation."""
    for match in _OPENING.finditer(text, start, end):
        return match.start()
    return None


_OPENING = patterns.compile(r"[“„«]|(?<![\w.,!?;…])[\"”](?=\s?\w|\s?[‘'(\[…])")


def _closing(text: str, start: int, end: int, mark: str) -> int | None:
    """The position of the mark that closes the quotation; a straight mark closes only behind a word or stop."""
    signs = _CLOSERS[mark]
    for at in range(start, min(end, start + _LONGEST)):
        if text[at] in signs:
            return at
    return None


def _first_sign(text: str, start: int, end: int) -> int | None:
    """The position of the first sign that is no white space, where the stretch opens a paragraph."""
    if start and text[start - 1] != "\n":
        return None
    return next((at for at in range(start, end) if not text[at].isspace()), None)


def _is_statement(text: str, piece: _Piece) -> bool:
    """Whether the piece may be speech: three words, begun like a sentence (a title such as “Book of Honor” is told apart later)."""
    inner = text[piece.start : piece.end]
    if piece.goes_on:
        return True
    first = next((sign for sign in inner if sign.isalnum()), "")
    return inner.count(" ") >= 2 and (not first.islower() or inner[-1] in ".!?…," or text[piece.after : piece.after + 1] == ",")


def _is_sentence(text: str, piece: _Piece) -> bool:
    """Whether a statement stands on its own: begun with a capital and ended with a stop or comma, inside the marks or right behind them."""
    inner = (
        text[piece.start : piece.end].strip("…. ")
        if text[piece.start : piece.end].startswith(("…", "..."))
        else text[piece.start : piece.end]
    )
    first = next((sign for sign in inner if sign.isalnum()), "")
    return not first.islower() and inner.count(" ") >= 2


# ---- who speaks ----


def _goes_on(text: str, before: _Piece, piece: _Piece) -> bool:
    """Whether a piece continues the one before it: opened again without a close, or parted from it by words of saying alone."""
    between = text[before.after : piece.before]
    return piece.goes_on or (len(between) <= _TAG and "\n" not in between and _is_tag(between))


def _is_next_paragraph(text: str, before: _Piece, piece: _Piece) -> bool:
    """Whether a piece opens the paragraph below a quotation that ended its own, words of saying aside."""
    lead, line, rest = text[before.after : piece.before].partition("\n")
    return bool(line) and not rest.strip() and len(lead) <= _TAG and (not lead.strip(" .,") or _is_tag(lead))


def _is_added_below(text: str, before: _Piece, piece: _Piece) -> bool:
    """Whether the paragraph below goes on with ”, she added“: the same speaker in the same breath."""
    return bool(_ADDED.match(text, piece.after)) and _is_next_paragraph(text, before, piece)


_ADDED = patterns.compile(r"[ ,.]{0,3}(?:he|she)\s+(?:added|continued|went\s+on)\b")
_TAG = 240  # characters that words of saying with a long office may take


def _is_tag(between: str) -> bool:
    """Whether the words between two pieces are words of saying and no sentence more."""
    stripped = between.strip(" ,.;:—–-")
    if not stripped:
        return True
    stops = len(re.findall(r"[.!?]\s+(?=[A-Z])", re.sub(r"\b[A-Z][a-z]{0,4}\.", "", stripped)))
    return bool(_saying().search(stripped)) and not stops and "“" not in stripped and _adding_clause(stripped) is None


def _adding_clause(tag: str) -> re.Match[str] | None:
    """A clause that reports something else before the next piece: "said Popa, adding that the plan would be read again"."""
    return re.search(r",\s+(?:who|which|adding|noting|stressing|referring|pointing|explaining|and|as|while)\b(?=(?:\s+\S+){4})", tag)


def _speaker(body: Passage, cast: Cast, piece: _Piece) -> tuple[Person, str] | None:
    signed = _SIGNATURE.match(body.text, piece.after)
    after = _named_on_line(cast, signed.start("line"), signed.end("line")) if signed else _after(body.text, cast, piece)
    if after:
        return after, "quotes.signed-below" if signed else "quotes.said-after"
    return _before(body.text, cast, piece)


# the line below: "— The Honourable Ana Popa, Minister of National Defence"
_SIGNATURE = patterns.compile(r"[ \t]*\n{0,2}[ \t]*[—–-]{1,2}[ \t]*(?P<line>[A-Z][^\n]{2,160})(?:\n|\Z)")


def _named_on_line(cast: Cast, start: int, end: int) -> Person | None:
    return next((reference.person for reference in cast.between(start, end) if reference.how == "name"), None)


def _same_speaker(text: str, before: _Piece, piece: _Piece, speaker: Person) -> tuple[Person, str] | None:
    """The last speaker, where a whole sentence is quoted in the same paragraph without words of saying of its own."""
    if "\n\n" in text[before.after : piece.before]:
        return None
    if text[piece.end - 1] not in ".!?" or not _starts_sentence(text, piece.before):
        return None
    return speaker, "quotes.same-speaker"


def _starts_sentence(text: str, position: int) -> bool:
    return text[:position].rstrip()[-1:] in (".", "!", "?", "”", '"', ":")


def _after(text: str, cast: Cast, piece: _Piece) -> Person | None:
    """Who is named by `”, said N` or `”, N said` behind the closing mark."""
    clause = _clause_after(text, piece.after)
    verb = _saying().search(clause)
    if verb is None:
        return None
    lead = clause[: verb.start()].strip(" ,.;—–-")
    start, end = piece.after + verb.start(), piece.after + verb.end()
    if not lead:
        return _first_named(text, cast, end, piece.after + len(clause))
    own_sentence = text[piece.end - 1] in ".!?" and clause[verb.end() : verb.end() + 1] == " "
    if own_sentence and not _CLOSED_TAG.match(clause, verb.end()):
        return None
    return _subject(text, cast, piece.after, start)


# “…,” N said on Monday.   “…” N said, adding …   not: “…” N said that …
_CLOSED_TAG = patterns.compile(r"\s+(?:on|in|at|during|after|today|yesterday|here|to|of|about|following|when|as)\b")


def _clause_after(text: str, start: int) -> str:
    """What follows the closing mark up to the end of its sentence, the next mark or the line."""
    match = _CLAUSE.match(text, start)
    return match.group() if match else ""


_CLAUSE = patterns.compile(r"[ ,.]{0,3}(?:(?:[A-Z][\w]{0,4}\.|[A-Z]\.|\.(?=\w)|\([^()\n]{1,30}\))|[^.!?\n“„«\"]){0,240}")


def _first_named(text: str, cast: Cast, start: int, end: int) -> Person | None:
    """The first person named, by title or by "he", where only the words of an office stand before."""
    for reference in cast.between(start, end):
        return reference.person
    pronoun = _PRONOUN.match(text, start)
    meant = cast.pronoun(*pronoun.span(1)) if pronoun else None
    return meant.person if meant else None


_PRONOUN = patterns.compile(r"[\s,]*\b([Hh]e|[Ss]he)\b")


def _before(text: str, cast: Cast, piece: _Piece) -> tuple[Person, str] | None:
    """Who is named by `N said: “` or `N: “` before the opening mark, on the same line or at the end of the paragraph above."""
    lead_start, lead_end = _lead(text, piece.before)
    lead = text[lead_start:lead_end]
    if not lead:
        return None
    verb = _last(_saying().finditer(lead))
    if verb and (lead.endswith((":", ",", "that")) or verb.end() == len(lead)) and _leads_on(lead[verb.end() :]):
        if verb.group().startswith("according"):
            person = _first_named(text, cast, lead_start + verb.end(), lead_end)
        else:
            person = _subject(text, cast, lead_start, lead_start + verb.start())
        return (person, "quotes.said-before") if person else None
    if not lead.endswith(":"):
        return None
    named = cast.between(lead_start, lead_end)
    if not named:
        return None
    return named[-1 if len(lead) - (named[-1].end - lead_start) < 40 else 0].person, "quotes.label-before"


def _leads_on(rest: str) -> bool:
    """Whether the words from the verb to the mark only lead to it: "in his address:", "that"; they must not end a sentence."""
    return len(rest) <= 160 and not re.search(r"[a-z)][.!?]\s", rest)


def _lead(text: str, mark: int) -> tuple[int, int]:
    """The stretch that leads to a mark: its sentence so far, or the last line above where the mark opens a paragraph."""
    end = len(text[:mark].rstrip())
    if end == 0 or ("\n" in text[end:mark] and text[end - 1] not in ":,"):
        return mark, mark
    start = max(text.rfind("\n", 0, end) + 1, end - 400)
    for stop in _SENTENCE_STOP.finditer(text, start, end):
        start = stop.end()
    return start, end


_SENTENCE_STOP = patterns.compile(r"(?:(?<=[a-z0-9)]{2})[.!?]|(?<=[.!?,][”\"»]))[”\"»]?\s+(?=[A-Z“])")


def _subject(text: str, cast: Cast, start: int, verb: int) -> Person | None:
    """The person whose name, title or pronoun stands right before the verb; else the first one of the clause."""
    pronoun = _last(_LAST_PRONOUN.finditer(text, start, verb))
    if pronoun and _is_between(text[pronoun.end() : verb]):
        meant = cast.pronoun(*pronoun.span())
        return meant.person if meant else None
    named = cast.between(start, verb)
    for reference in reversed(named):
        if _is_between(text[reference.end : verb]):
            return reference.person
    return named[0].person if named else None


_LAST_PRONOUN = patterns.compile(r"\b(?:[Hh]e|[Ss]he)\b")


def _last(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    return next(iter(deque(matches, maxlen=1)), None)


def _is_between(words: str) -> bool:
    """Whether nothing parts the speaker from the verb but "also", post-nominals or a closed pair of commas."""
    rest = words.strip()
    rest = re.sub(r"^(?:\([^()]{1,40}\)|MP|,[^,]{1,120},)\s*", "", rest)
    return all(word in _words()["between"] for word in rest.split())


@cache
def _words() -> dict[str, frozenset[str]]:
    lists = tables.read("saying.yaml")
    return {name: frozenset(words) for name, words in lists.items()}


@cache
def _saying() -> re.Pattern[str]:
    words: Iterable[str] = sorted(_words()["phrases"] | _words()["verbs"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
