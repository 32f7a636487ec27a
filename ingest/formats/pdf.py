"""PDF files with a text layer: the lines of their pages, with paragraphs set apart as the space between their lines tells."""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from ingest.formats.errors import ReadingError
from ingest.formats.opened import Opened

PAGES = 300  # a release has a few; a report of more is none
LEAST = 80  # letters; a scan with a stamp or a page number has fewer
_LOCKED = "The PDF is locked with a password. Save it without one and upload that."
_BROKEN = "The PDF is damaged and could not be opened. Save it anew, or save its text as .txt."
_BREAKS = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError, OSError, EOFError,
    NotImplementedError, AssertionError, StopIteration,
)  # fmt: skip
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it remarks on every slip of whoever wrote the file


def opened(content: bytes, *, limit: int) -> Opened:
    """The text of all pages. Raises `ReadingError` for a PDF that is locked, damaged, too long, or has no text but pictures of it."""
    pages: list[list[Line]] = []
    size = 0
    for page in _pages(content):
        pages.append(page)
        size += sum(len(line.text) for line in page)
        if size > limit:
            raise ReadingError(f"The PDF holds more than {limit / 1_000_000:.0f} MB of text. Split it into single releases.")
    if sum(1 for page in pages for line in page for sign in line.text if sign.isalpha()) < LEAST:
        raise ReadingError("The PDF has no text, only pictures of pages. Run it through text recognition, then upload the result.")
    return Opened("\n".join(_with_paragraphs(pages)))


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: how high on its page it stands, how large its letters are, and whether they are bold."""

    text: str
    height: float
    size: float = 0.0
    bold: bool = False


def _pages(content: bytes) -> Iterator[list[Line]]:
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(_LOCKED)
        if len(reader.pages) > PAGES:
            raise ReadingError(f"The PDF has {len(reader.pages):,} pages, more than the {PAGES} that are read. Split it into releases.")
        for page in reader.pages:
            yield _lines(page)
    except DependencyError:
        raise ReadingError(_LOCKED) from None
    except _BREAKS:
        raise ReadingError(_BROKEN) from None


def _lines(page: PageObject) -> list[Line]:
    pieces: list[Line] = []

    def note(text: str, shift: Sequence[float], place: Sequence[float], font: Any, size: float) -> None:
        height = place[4] * shift[1] + place[5] * shift[3] + shift[5]
        letters = abs(size * (place[3] or place[1]) * (shift[3] or shift[1]))
        pieces.append(Line(text, height, round(letters, 1), font is not None and "bold" in str(font.get("/BaseFont", "")).lower()))

    page.extract_text(visitor_text=note)
    lines: list[Line] = []
    text, first = "", Line("", 0.0)
    for piece in pieces:
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                lines.append(replace(first, text=" ".join(text.split())))
                text = ""
            if part.strip() and not text.strip():
                first = piece
            text += part
    lines.append(replace(first, text=" ".join(text.split())))
    return [line for line in lines if line.text]


def _with_headings_whole(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The same with the lines of a heading as one: those in letters larger than the text's, or bold ones that fill their line.

    Letters of one size and close together are of one heading; where it stands says nothing of where it ends.
    """
    letters = Counter[tuple[float, bool]]()
    for line in (line for page in pages for line in page):
        letters[line.size, line.bold] += len(line.text)
    usual = max(letters, key=letters.__getitem__, default=(0.0, False))
    widest = max((len(line.text) for page in pages for line in page), default=0)
    return [_joined(page, usual, widest) for page in pages]


def _joined(page: Sequence[Line], usual: tuple[float, bool], widest: int) -> list[Line]:
    joined: list[Line] = []
    above: Line | None = None
    for line in page:
        if above is not None and _goes_on(above, line, usual, widest):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}", height=line.height)
        else:
            joined.append(line)
        above = line
    return joined


def _goes_on(above: Line, line: Line, usual: tuple[float, bool], widest: int) -> bool:
    """Whether a line is of the same heading as the one above it."""
    size, bold = usual
    if (above.size, above.bold) != (line.size, line.bold) or not 0 < above.height - line.height < _CLOSE * line.size:
        return False
    stands_out = line.bold and not bold and line.size >= size and len(above.text) > 0.6 * widest
    return above.text[-1] not in ".:" and (line.size > _LARGER * size or stands_out)


_LARGER = 1.08  # times the letters of the text
_CLOSE = 1.6  # times the letters: from line to line of one heading


def _with_paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The lines with an empty one between paragraphs. Heads and feet of pages are left out, and sentences run on over pages."""
    repeated = _repeated(pages)
    kept = _with_headings_whole([[line for line in page if line.text not in repeated and not line.text.isdigit()] for page in pages])
    usual = _usual_gap(kept)
    full = _full_line(kept)
    last: str | None = None
    for page in kept:
        above: Line | None = None
        for line in page:
            apart = above is not None and (abs(above.height - line.height) > 1.3 * usual or _is_of_other_size(above, line))
            if apart or (last is not None and _ends(last, full)):
                yield ""
            yield line.text
            above, last = line, line.text


def _is_of_other_size(above: Line, line: Line) -> bool:
    """Whether one of two lines is a heading, by its letters."""
    return max(above.size, line.size) > _LARGER * min(above.size, line.size)


def _ends(line: str, full: float) -> bool:
    """Whether a paragraph ends with this line, by its words: a sentence that stops well before the margin, or a headline."""
    return len(line) < 0.8 * full and (line[-1] in '.!?”"’)' or len(line) < 0.6 * full)


def _usual_gap(pages: Sequence[Sequence[Line]]) -> float:
    """The space from one line of a paragraph to the next: a quarter of all lines stand as close, also where most paragraphs are short."""
    gaps = sorted(gap for page in pages for above, line in pairwise(page) if (gap := above.height - line.height) > 1)
    return gaps[len(gaps) // 4] if gaps else 1e9


def _full_line(pages: Sequence[Sequence[Line]]) -> float:
    """How many letters a full line has: nine in ten of the lines have no more."""
    lengths = sorted(len(line.text) for page in pages for line in page)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _repeated(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Heads and feet: lines that stand on three pages or more, and on nearly all."""
    seen = Counter(text for page in pages for text in {line.text for line in page})
    return frozenset(text for text, count in seen.items() if count >= 3 and count >= len(pages) - 2)
