"""What stands in quotation marks: the pieces of a text, in order, whatever marks its ministry sets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ingest.engine import patterns
from ingest.engine.values import frozen


@frozen
class Piece:
    """What stands inside one pair of marks; `before` is the position of the opening mark, `after` the one behind the closing mark.

    `goes_on` tells a piece that takes up a quotation left open above.
    """

    start: int
    end: int
    before: int
    after: int
    goes_on: bool = False


@lru_cache(maxsize=4)
def pieces(text: str) -> tuple[Piece, ...]:
    """What stands in quotation marks, in order. A mark left open at the end of a paragraph is taken up by the next one.

    Single marks count where they hold a sentence and stand outside of double ones. Quotes and meetings ask for those of one body.
    """
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    doubles = list(_in_double_marks(text)) if any(mark in text for mark in _DOUBLE) else []
    if not any(mark in text for mark in _OTHERS) and (doubles or "'" not in text):
        yield from doubles
        return
    singles = [*_SINGLE.finditer(text), *(() if doubles else _STRAIGHT.finditer(text)), *_TYPED.finditer(text)]
    single = [Piece(match.start("words"), match.end("words"), match.start(), match.end()) for match in singles]
    reached = 0
    for piece in sorted([*doubles, *single], key=_begins):
        if piece.before >= reached:
            yield piece
            reached = piece.after


_DOUBLE = ('"', "“", "”", "«", "„")
_OTHERS = ("‘", "''", "<<", "»")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"', "”": "”"}  # ” opens in Finnish and Swedish, and where a machine turned the marks
_LONGEST = 3000  # characters; a mark that nobody closes ends with its paragraph
_PARAGRAPH = patterns.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
# ‘We have trained together for years.’ but not the nations’ own, ’90s; a mark that nobody closes ends with its paragraph, where
# a sign or nothing stands before it: no more does Sultan Omar ‘Ali speak than he is spoken of
_SINGLE = patterns.compile(
    r"(?<!\w)‘(?P<words>[A-Z](?:[^‘“”\"\n]{15,1500}?(?:[.,!?](?=’(?!\w))|\w(?=’[,.]\s))"
    r"|(?:(?<=[:,]\s‘[A-Z])|(?<=\n‘[A-Z])|(?<=\A‘[A-Z]))(?:[^‘’“”\"\n]|’(?=\w)){15,1500}?[.!?](?=\n|\Z)))’?(?!\w)"
)
# 'We have trained together for years,' and not the nations' own
_STRAIGHT = patterns.compile(r"(?<![\w'])'(?P<words>[A-Z](?:[^'“”\"\n]|(?<=\w)'(?=\w)){15,1500}?[.,!?])'(?!\w)")

# marks made of two signs, and angle marks turned inwards: ''We train as one,'' <<We train as one>>, »We train as one«
_TYPED = patterns.compile(
    r"(?:(?<!\w)(?:''|``|‘’|‘‘|’’)|<<\s?|(?<!\w)»)(?P<words>[A-Z][^\n\"“”«»<>]{10,1500}?)\s?(?:''|’’|(?<=[.,!?])[”\"]|>>|«)"
)


def _begins(piece: Piece) -> int:
    return piece.before


def _in_double_marks(text: str) -> Iterator[Piece]:
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


def _piece(text: str, start: int, closes: int | None, paragraph_end: int, *, goes_on: bool = False) -> Piece:
    end = paragraph_end if closes is None else closes
    inner = text[start:end]
    begin = start + len(inner) - len(inner.lstrip())
    return Piece(begin, begin + len(inner.strip()), start - 1, end + (closes is not None), goes_on)


def _opening(text: str, start: int, end: int) -> int | None:
    """The position of the next mark that can open a quotation."""
    found = _OPENING.search(text, start, end)
    return found.start() if found else None


# the mark first and what stands before it behind that: a search for one of five signs is quick
_OPENING = patterns.compile(r"[“„«\"”](?:(?<=[“„«])|(?<![\w.,!?;…].)(?=\s?\w|\s?[‘'(\[…]))")


def _closing(text: str, start: int, end: int, mark: str) -> int | None:
    """The position of the mark that closes the quotation: its own one, or the wrong one where another quotation opens before that."""
    signs, end = _CLOSERS[mark], min(end, start + _LONGEST)
    own = min((at for sign in signs if (at := text.find(sign, start, end)) >= 0), default=None)
    if mark == '"':
        curly = _CURLY_CLOSER.match(text, start, end if own is None else own)
        return curly.end() - 1 if curly else own
    if mark != "“":
        return own
    wrong = _WRONG_CLOSER.search(text, start, end if own is None else own)
    return wrong.start() if wrong and (own is None or text.find("“", wrong.end(), own) >= 0) else own


# "We train as one,” said N; not "We call it the “crew” here"
_CURLY_CLOSER = patterns.compile(r"[^“”]*(?<=[\w.,!?…)])”(?!\w)")
# “We train as one", said N   “We train as one,“ said N: a straight mark or an opening one stands where a quotation ends
_WRONG_CLOSER = patterns.compile(r"(?<=[\w.,!?…)])[\"“](?!\w)")


def _first_sign(text: str, start: int, end: int) -> int | None:
    """The position of the first sign that is no white space, where the stretch opens a paragraph."""
    if start and text[start - 1] != "\n":
        return None
    return next((at for at in range(start, end) if not text[at].isspace()), None)
