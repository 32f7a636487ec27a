"""Slips: the paragraphs of a release that facts were read from, with the words of each fact marked and numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from archive.prose.marking import FOR_THE_EYE, Piece, Span, marked

PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")  # paragraphs of a body stand apart by an empty line
LONG = 160  # characters from which a marked passage has a stroke in the margin in place of a wash of colour


@dataclass(frozen=True, slots=True)
class At:
    """A span of a release: characters of its body, or of its headline."""

    start: int
    end: int
    where: str = "body"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact's words in one release: the fact's number and name, and the name of the place, for links to and fro."""

    number: int
    anchor: str
    of: str
    long: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its marks; `gap` paragraphs before it tell nothing of the matter and are left out. Number 0 is the headline."""

    number: int
    text: SafeString
    gap: int = 0


def spans_of(evidence: Any, field: str) -> list[At]:
    """Return where a field was read from, in the order of the record."""
    if isinstance(evidence, Mapping):
        value = evidence.get(field, ())
        items = [value] if isinstance(value, Mapping) else value
    else:
        items = [item for item in evidence or () if item.get("field") == field]
    return [At(item["start"], item["end"], item.get("where", "body"), item.get("rule", "")) for item in items]


def paragraphs(title: str, body: str, marks: Iterable[tuple[At, Mark]]) -> list[Paragraph]:
    """Return the headline (where something was read from it) and the paragraphs that something was read from, marked."""
    places = list(marks)
    in_title = [_tight(title, at, mark) for at, mark in places if at.where == "title"]
    in_body = [_tight(body, at, mark) for at, mark in places if at.where == "body"]
    shown = [Paragraph(0, _marked(title, in_title, 0))] if in_title and title else []
    return [*shown, *_of_body(body, in_body)]


def _tight(text: str, at: At, mark: Mark) -> Span[Mark]:
    """The span without blanks at its end, so that its number stands beside its last word."""
    return Span(at.start, at.start + len(text[at.start : at.end].rstrip()), mark)


def count_paragraphs(body: str) -> int:
    return sum(1 for _ in PARAGRAPH.finditer(body))


def _of_body(body: str, spans: list[Span[Mark]]) -> Iterator[Paragraph]:
    gap = 0
    for number, found in enumerate(PARAGRAPH.finditer(body), start=1):
        inside = [span for span in spans if span.start < found.end() and span.end > found.start()]
        if inside:
            yield Paragraph(number, _marked(found[0], inside, found.start()), gap)
        gap = 0 if inside else gap + 1


def _marked(text: str, spans: list[Span[Mark]], offset: int) -> SafeString:
    return marked(text, spans, opening=_opening, closing=_closing, offset=offset)


def _opening(piece: Piece[Mark]) -> str:
    style = "ev ev--long" if piece.of.long else "ev"
    if piece.first:
        return format_html('<mark class="{}" id="{}" data-n="{}">', style, piece.of.anchor, piece.of.number)
    return format_html('<mark class="{}" data-n="{}">', style, piece.of.number)


def _closing(piece: Piece[Mark]) -> str:
    if not piece.last:
        return "</mark>"
    about = Truncator(piece.of.of).chars(60)
    return format_html('<a class="ref" href="#f{0}" aria-label="Fact {0}: {1}">{0}</a></mark>', piece.of.number, about)


def excerpt(body: str, start: int, end: int, *, also: Iterable[At] = (), before: int = 160, after: int = 160) -> SafeString:
    """Return the words from `start` to `end` marked, with some of their paragraph before and after, cut at sentences or blanks.

    Of the spans in `also`, those inside what is shown are marked too, and all for the eye alone: a reader of screens that says
    "highlight" before and after each of several words tells no sentence any more.
    """
    paragraph = next((found for found in PARAGRAPH.finditer(body) if found.start() <= start < found.end()), None)
    if paragraph is None:
        return SafeString("")
    first = max(paragraph.start(), start - before)
    last = min(paragraph.end(), max(end, start) + after)
    if first > paragraph.start():
        sentence = max(body.rfind(mark, paragraph.start(), start) for mark in (". ", "? ", "! ", ".” "))
        first = sentence + 2 if sentence >= first else body.find(" ", first, start) + 1 or start
    if last < paragraph.end():
        last = max(body.rfind(" ", min(end, last), last), min(end, last))
    opening = FOR_THE_EYE if also else "<mark>"
    spans = [Span(start, end, None), *(Span(at.start, at.end, None) for at in also if at.where == "body")]
    text = marked(body[first:last], _merged(spans), opening=lambda _: opening, closing=lambda _: "</mark>", offset=first)
    cut = first > paragraph.start() and body[first - 2 : first] not in (". ", "? ", "! ", "” ")
    return format_html("{}{}{}", "… " if cut else "", text, " …" if last < paragraph.end() else "")


def _merged(spans: Iterable[Span[None]]) -> list[Span[None]]:
    """Spans that touch or overlap as one, so that no mark lies inside another."""
    found: list[Span[None]] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end), None)
        else:
            found.append(span)
    return found
