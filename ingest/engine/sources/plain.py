"""Plain text: lines and empty lines, hard-wrapped or not, the form in which most releases reach an archive."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from ingest.engine import patterns
from ingest.engine.cleaning import publishers
from ingest.engine.sources.page import Block, Page, single_spaced
from ingest.engine.types import Document
from ingest.engine.values import frozen


@frozen
class Plain:
    """Any text that no other layout claims."""

    name: str = "plain"

    def matches(self, document: Document) -> bool:
        return True

    def read(self, document: Document) -> Page:
        return Page(blocks=blocks(without_tags(document.text)), url=document.url)


def without_tags(text: str) -> str:
    """The text without tags and entities that an editor left in it: "<p style=…>The talks</p>"; as it is where there are none."""
    if "</" in text and len(_TAG.findall(text)) > 3:
        text = _QUOTED.sub("", _TAG.sub("", _LINE_TAG.sub("\n\n", text)))
    if ";" in text and len(_BROKEN.findall(text)) > 1:
        text = _BROKEN.sub(r"&\g<0>", text)
    return html.unescape(text) if "&" in text and _ENTITY.search(text) else text


_QUOTED = patterns.compile(r"^[ \t]*''[ \t]*", re.MULTILINE)  # what was left between two tags of a list
_LINE_TAG = patterns.compile(r"</?(?:p|div|li|h[1-6]|blockquote)\b[^<>]{0,300}>|<br\s?/?>", re.IGNORECASE)
_TAG = patterns.compile(
    r"</?(?:p|div|li|ul|ol|h[1-6]|blockquote|span|strong|em|b|i|u|a|img|font|br|table|tr|td|tbody)\b[^<>]{0,1000}>", re.IGNORECASE
)
_BROKEN = patterns.compile(r"(?<![&\w])(?:nbsp|quot|[lr][ds]quo|[mn]dash|hellip);|(?<=[.,!?])(?:quot|[lr][ds]quo);")  # ldquo;The head
_ENTITY = patterns.compile(r"&(?:nbsp|amp|quot|apos|[lr][ds]quo|[mn]dash|hellip|#\d{2,5}|#x[\da-f]{2,4});", re.IGNORECASE)


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs, list items and single lines of a text; a paragraph that was wrapped at a fixed width is whole again."""
    lines = _closed_up([_without_frame(line) for line in text.splitlines()])
    width = _wrap_width(lines)
    ragged = _is_ragged(lines, width)
    carries_on = _is_broken_off if ragged else partial(_continues, width=width)
    return tuple(piece for group in _groups(lines) for block in _joined(group, carries_on) for piece in block)


_ITEM = patterns.compile(r"\s{0,40}(?:[-–—•·●▪◦‣*○►➢□■◆◇]\s+|\(?(?:[a-zA-Z]|[ivxIVX]{1,4}|\d{1,2})[.)]\s+)(?=\S)")
_INITIAL = patterns.compile(  # "H. E. Sheikh", "C. Clark; A. de Vries, …", "J. Novak said": the first letter of a name, not that of a list
    r"\s{0,40}[A-Z]\.\s?[A-Z]\.\s|\s{0,40}[A-Z]\.\s(?:[A-Z]\.\s?){0,2}(?:[a-z]{2,4}\s){0,2}[A-Z][\w’'-]{1,25}(?:\s[A-Z][\w’'-]{1,25})?(?:\s?[,;(]|\s(?:and|said|met|told|added|will|is|was)\b)"
)
_NARROWEST, _WIDEST = 55, 145  # a text set by hand breaks between these columns


def _without_frame(line: str) -> str:
    """The line of a table of one column without the bars around it: "| Minister N receives the envoy |"."""
    bare = line.strip()
    return bare[1:-1].strip() if len(bare) > 3 and bare[0] == bare[-1] == "|" and "|" not in bare[1:-1] else line


def is_item(line: str) -> bool:
    """Whether the line opens with a bullet, letter or number of a list: "·  Col. B. Enkhtuya", "a)  General Tan Sri"."""
    return _ITEM.match(line) is not None and _INITIAL.match(line) is None


def without_bullet(line: str) -> str:
    """The line of a list without what counts or marks it."""
    found = _ITEM.match(line) if is_item(line) else None
    return line[found.end() :] if found else line


# ---- columns ----

_GAPS = ("  ", "\t", "\u00a0")
_GAP = patterns.compile(r"(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")
_WIDE = patterns.compile(r"(?<=\S)(?:[ \u00a0]{3,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")
_SMALL = frozenset(["of", "and", "the", "for", "in", "to", "on", "at", "by", "&", "-", "–", "|", "a"])


def cells(line: str) -> list[str]:
    """The columns of a menu or of labels set on one line ("Source: Navy News   Editor: Ana Ruiz"); the whole line where it has none.

    Running text set to both margins has gaps too: a column begins with a capital or a figure, or with a label, and is short.
    """
    if len(line) > 400 or not any(gap in line for gap in _GAPS) or is_item(line):
        return [line]
    parts = _with_labels(_GAP.split(line.strip()))
    if len(parts) < 3:
        parts = _with_labels(_WIDE.split(line.strip()))
    if not _POINTERS.isdisjoint(parts):
        return [line]  # the way to the page, not a menu
    if (
        all(part.isalpha() or part[:-1].isalpha() for part in parts)
        and publishers.is_state_word(parts[0])
        and publishers.is_masthead(" ".join(parts))
    ):
        return [line]  # Uganda   Peoples'   Defence   Forces
    return parts if len(parts) > 1 and all(map(_is_cell, parts)) and not _CARRIED_ON.search(line) else [line]


_POINTERS = frozenset({">", "»", "›", "→", ">>"})  # Harbour News  >  Politics
_CARRIED_ON = patterns.compile(r"[a-z][.,;]\s*$")
_LABELLED = patterns.compile(r"\s{0,9}(?:Published|Posted|Updated|Last (?:updated|modified)|Date|Source|Author|Editor)\s?:\s")
_LABEL = patterns.compile(r"[^\W\d_][\w ]{0,20}:")


def _with_labels(parts: list[str]) -> list[str]:
    """The columns with the value behind a label joined to it: "Date Posted:", "08.16.2019"."""
    joined: list[str] = []
    for part in parts:
        if joined and joined[-1].endswith(":"):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _is_cell(part: str) -> bool:
    words = part.split()
    return len(words) <= 14 and part.lower() not in _SMALL and (not words[0][0].islower() or _LABEL.match(part) is not None)


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


def _closed_up(lines: list[str]) -> list[str]:
    """The lines without the empty line behind each of a wrapped text that some program has set double-spaced; else as they are."""
    apart = [at for at in range(len(lines) - 2) if lines[at].strip() and not lines[at + 1].strip() and lines[at + 2].strip()]
    open_ends = [at for at in apart if lines[at].rstrip()[-1] not in _CLOSED]
    carried = [at for at in open_ends if len(lines[at]) >= _NARROWEST - 15 and lines[at + 2][0].islower()]
    if len(carried) < 6 or len(carried) * 4 < len(apart):
        return lines
    width = max(len(lines[at].rstrip()) for at in carried)
    dropped = {at + 1 for at in (*open_ends, *(at for at in apart if len(lines[at].rstrip()) > width - 15))}
    return [line for at, line in enumerate(lines) if at not in dropped]


_CLOSED = '.!?:;”"'


def _wrap_width(lines: list[str]) -> int | None:
    """The column at which the text was wrapped; None when its paragraphs stand on lines of their own."""
    followed = [len(line.rstrip()) for line, after in pairwise(lines) if after.strip() and line.strip()]
    long = [length for length in followed if length >= _NARROWEST]
    if len(long) < 3 and not (len(long) == 2 and _runs_on(lines)):
        return None
    width = max(long)
    near = sum(length > width - 15 for length in long)
    wider = sum(len(line.rstrip()) > 2 * width for line in lines)
    if wider > 1 and wider * 2 >= len(long):
        return None  # whole paragraphs stand on lines of their own; what is as long as a wrapped line is headline, lead or credit
    return width if width <= _WIDEST and near * 2 >= len(long) else None


def _is_ragged(lines: list[str], width: int | None) -> bool:
    """Whether an editor broke the lines at odd places: a good part goes on in small letters where no stop stands before.

    Of lines that were wrapped at a column, those count that end well before it.
    """
    pairs = [(one.rstrip(), two) for one, two in pairwise(lines) if one.strip() and two.strip()]
    broken = [one for one, two in pairs if two.strip()[0].islower() and one[-1] not in _CLOSED and not is_item(two)]
    if width is not None:
        return sum(len(one) < width // 2 for one in broken) >= _FEWEST_BROKEN
    return len(broken) >= _FEWEST_BROKEN + 3 and len(broken) * 3 >= len(pairs) and max(map(len, broken)) <= _WIDEST


_FEWEST_BROKEN = 2


def _runs_on(lines: list[str]) -> bool:
    """Whether a short text has a paragraph of three lines, each but the last as long as the others and none of them ended by a stop."""
    for one, two, three in zip(lines, lines[1:], lines[2:], strict=False):
        ends = (one.rstrip(), two.rstrip())
        if (
            three.strip()
            and all(len(end) >= _NARROWEST and end[-1] not in ".!?:;" and "|" not in end for end in ends)
            and abs(len(ends[0]) - len(ends[1])) < 15
        ):
            return True
    return False


_ROW = patterns.compile(r"\S[ \t]{2,}[-–—:][ \t]+\S")  # "Grenada      -  Mrs. N": a row of a list set in columns


def _joined(group: list[str], carries_on: Callable[[str, str], bool]) -> Iterator[tuple[Block, ...]]:
    """The blocks of a run of lines, those of one line together."""
    held: list[str] = []
    apart = True
    for line in group:
        if held and carries_on(held[-1], line):
            held.append(line)
            continue
        if held:
            yield _blocks_of(held, apart=apart)
            apart = False
        held = [line]
    yield _blocks_of(held, apart=apart)


def _is_broken_off(before: str, line: str) -> bool:
    """Whether a line of a text that was broken at odd places carries on the one before it."""
    before = before.rstrip()
    if _LABELLED.match(line) or before[-1] in _CLOSED or (is_item(line) and not _INITIAL_BEHIND.match(line)):
        return False
    return line.strip()[0].islower() or len(before) >= _LONG_LINE


_INITIAL_BEHIND = patterns.compile(r"\s{0,9}[A-Z]\.\s[A-Z][a-z]+\s")  # "… General Carter", "F. Ham referred …"
_LONG_LINE = 40  # letters; a headline in two lines is broken before


def _continues(before: str, line: str, *, width: int | None) -> bool:
    """Whether the line carries on the paragraph of the one before it."""
    if is_item(line) or _LABELLED.match(line):
        return False
    before, line = before.rstrip(), line.strip()
    if _ROW.search(line) and not line[0].islower():
        return False
    if width is not None and len(before) >= _NARROWEST - 15:
        return len(before) + 1 + len(line.split(maxsplit=1)[0]) > width - 3 or (line[0].islower() and before[-1] not in ".!?:;")
    return width is not None and is_item(before) and line[0].islower() and len(before) > _NARROWEST


_BOLD = patterns.compile(r"(?<![\w*])\*\*(?=\S)(?P<bold>[^*]{1,300})(?<=\S)\*\*(?![\w*])")  # **Oslo, 2 October 2022** –


def _blocks_of(lines: list[str], *, apart: bool) -> tuple[Block, ...]:
    columns = cells(lines[0]) if len(lines) == 1 else []
    if len(columns) > 1:
        return tuple(Block(single_spaced(part), apart=apart and not at, row=len(columns), beside=at > 0) for at, part in enumerate(columns))
    text = single_spaced(" ".join(lines))
    text = _BOLD.sub(r"\g<bold>", text) if "**" in text else text
    return (Block(text=text, kind="item" if is_item(lines[0]) else "text", apart=apart),)
