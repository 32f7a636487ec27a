"""Plain text: lines and empty lines, hard-wrapped or not, the form in which most releases reach an archive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.engine.sources.page import Block, Page, single_spaced
from ingest.engine.types import Document


@dataclass(frozen=True, slots=True)
class Plain:
    """Any text that no other layout claims."""

    name: str = "plain"

    def matches(self, document: Document) -> bool:
        return True

    def read(self, document: Document) -> Page:
        return Page(blocks=blocks(document.text), url=document.url)


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs, list items and single lines of a text; a paragraph that was wrapped at a fixed width is whole again."""
    lines = text.splitlines()
    width = _wrap_width(lines)
    return tuple(block for group in _groups(lines) for block in _joined(group, width))


_ITEM = re.compile(r"\s{0,40}(?:[-–—•·●▪◦‣*○►➢]\s+|\(?(?:[a-zA-Z]|[ivxIVX]{1,4}|\d{1,2})[.)]\s+)(?=\S)")
_NARROWEST, _WIDEST = 55, 130  # a text set by hand breaks between these columns


def is_item(line: str) -> bool:
    """Whether the line opens with a bullet, letter or number of a list: "·  Col. B. Enkhtuya", "a)  General Tan Sri"."""
    return _ITEM.match(line) is not None


def without_bullet(line: str) -> str:
    """The line of a list without what counts or marks it."""
    found = _ITEM.match(line)
    return line[found.end() :] if found else line


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """Runs of lines between empty lines."""
    group: list[str] = []
    for line in lines:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _wrap_width(lines: list[str]) -> int | None:
    """The column at which the text was wrapped; None when its paragraphs stand on lines of their own."""
    followed = [len(line.rstrip()) for line, after in pairwise(lines) if after.strip() and line.strip()]
    long = [length for length in followed if length >= _NARROWEST]
    if len(long) < 3:
        return None
    width = max(long)
    near = sum(length > width - 15 for length in long)
    return width if width <= _WIDEST and near * 2 >= len(long) else None


def _joined(group: list[str], width: int | None) -> Iterator[Block]:
    """The blocks of a run of lines."""
    held: list[str] = []
    apart = True
    for line in group:
        if held and _continues(held[-1], line, width):
            held.append(line)
            continue
        if held:
            yield _block(held, apart=apart)
            apart = False
        held = [line]
    yield _block(held, apart=apart)


def _continues(before: str, line: str, width: int | None) -> bool:
    """Whether the line carries on the paragraph of the one before it."""
    if is_item(line):
        return False
    before, line = before.rstrip(), line.strip()
    if width is not None and len(before) >= _NARROWEST - 15:
        return len(before) + 1 + len(line.split(maxsplit=1)[0]) > width - 3 or (line[0].islower() and before[-1] not in ".!?:;")
    return width is not None and is_item(before) and line[0].islower() and len(before) > _NARROWEST


def _block(lines: list[str], *, apart: bool) -> Block:
    text = single_spaced(" ".join(lines))
    return Block(text=text, kind="item" if is_item(lines[0]) else "text", apart=apart)
