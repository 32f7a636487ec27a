"""A text with some of its spans marked, as safe HTML, whatever overlaps and whatever the text holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

T = TypeVar("T")
FOR_THE_EYE = '<mark role="none">'  # a mark that a reader of screens does not announce


@dataclass(frozen=True, slots=True)
class Span(Generic[T]):
    """The characters from `start` to `end` of a text, and what is said of them."""

    start: int
    end: int
    of: T


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """One unbroken run of a span inside the marked text: crossed by another span, or longer than the text, it comes in several pieces.

    `first` is told when a piece is opened, `last` when it is closed.
    """

    of: T
    first: bool
    last: bool
    inside: bool = False  # another marked span lies around it


Opening = Callable[[Piece[T]], str]
Closing = Callable[[Piece[T]], str]


def marked(text: str, spans: Iterable[Span[T]], *, opening: Opening[T], closing: Closing[T], offset: int = 0) -> SafeString:
    """Return the text escaped, with each span between its opening and closing tags, properly nested.

    Of two spans that cross, the later one is cut at the end of the earlier one and goes on after it. Spans that are empty or lie
    outside the text are left out. `offset` is where in the counted text this text begins, so that a paragraph can be marked alone.
    """
    inside = sorted(_inside(text, spans, offset), key=lambda span: (span.start, -span.end))
    return mark_safe("".join(_write(text, inside, opening, closing)))  # noqa: S308 (every piece of text below is escaped)


@dataclass(frozen=True, slots=True)
class _Run(Generic[T]):
    """The part of a span that lies in the text at hand, and whether the span begins and ends in it."""

    start: int
    end: int
    of: T
    begins: bool
    ends: bool


def _inside(text: str, spans: Iterable[Span[T]], offset: int) -> Iterator[_Run[T]]:
    for span in spans:
        start, end = max(span.start - offset, 0), min(span.end - offset, len(text))
        if start < end:
            yield _Run(start, end, span.of, span.start >= offset, span.end <= offset + len(text))


def _write(text: str, spans: Sequence[_Run[T]], opening: Opening[T], closing: Closing[T]) -> Iterator[str]:
    """Yield the text between one boundary and the next; at each boundary close what ends there and open what begins there."""
    bounds = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    waiting = list(reversed(spans))
    open_now: list[_Run[T]] = []
    for at, until in zip(bounds, [*bounds[1:], len(text)], strict=True):
        yield from _close(open_now, at, opening, closing)
        while waiting and waiting[-1].start == at:
            span = waiting.pop()
            yield opening(Piece(span.of, span.begins, False, bool(open_now)))
            open_now.append(span)
        if at < until:
            yield conditional_escape(text[at:until])


def _close(open_now: list[_Run[T]], at: int, opening: Opening[T], closing: Closing[T]) -> Iterator[str]:
    """Close every span that ends here; what lies inside such a span but goes on is cut and opened again."""
    outermost = next((depth for depth, span in enumerate(open_now) if span.end <= at), None)
    if outermost is None:
        return
    lifted = open_now[outermost:]
    for span in reversed(lifted):
        open_now.pop()
        yield closing(Piece(span.of, False, span.ends and span.end <= at, bool(open_now)))
    for span in lifted:
        if span.end > at:
            yield opening(Piece(span.of, False, False, bool(open_now)))
            open_now.append(span)
