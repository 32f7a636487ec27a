"""Word documents (.docx, .docm): the paragraphs of the text, as it would be printed. Pictures, headers, notes and macros are left alone."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from ingest.formats.errors import ReadingError
from ingest.formats.opened import Opened

TEXT_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_BROKEN = "The Word document is damaged. Open it in Word, save it anew, and upload that."


def matches(content: bytes) -> bool:
    """Whether the bytes are a ZIP archive with the text of a Word document in it."""
    return content.startswith(b"PK\x03\x04") and TEXT_PART in _names(content)


def has_macros(content: bytes) -> bool:
    return any(name.lower().endswith("vbaproject.bin") for name in _names(content))


def opened(content: bytes, *, limit: int) -> Opened:
    """Paragraphs with an empty line between them, rows of tables on lines of their own. Raises `ReadingError`."""
    try:
        root = etree.fromstring(_part(content, limit), parser=_parser())
    except (etree.XMLSyntaxError, ValueError):
        raise ReadingError(_BROKEN) from None
    if root.getroottree().docinfo.doctype:
        raise ReadingError("The Word document declares entities, which Word never does. It is not opened; send the text as .txt.")
    text = "\n\n".join(_paragraphs(root))
    if not text.strip():
        raise ReadingError("The Word document has no text, perhaps only pictures. Save the text of the release as .txt.")
    return Opened(text)


def _names(content: bytes) -> frozenset[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        return frozenset()


def _part(content: bytes, limit: int) -> bytes:
    """The XML of the text. The size that the archive tells may be a lie, so no more than `limit` bytes are unpacked, whatever it says."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if archive.getinfo(TEXT_PART).flag_bits & 1:
                raise ReadingError("The Word document is locked with a password. Save it without one and upload that.")
            with archive.open(TEXT_PART) as part:
                text = part.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, KeyError, NotImplementedError, RuntimeError):
        raise ReadingError(_BROKEN) from None
    if len(text) > limit:
        raise ReadingError(f"The Word document unpacks to more than {limit / 1_000_000:.0f} MB. Split it into single releases.")
    return text


def _parser() -> etree.XMLParser:
    """One that expands no entity and fetches nothing."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Paragraphs outside tables, and rows of tables. What a table holds is told by its rows, what a paragraph holds by itself."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}p":
            text = _text(element)
        elif element.tag == f"{_W}tr":
            text = _row(element)
        elif element.tag == _FALLBACK:
            continue
        else:
            waiting.extend(reversed(element))
            continue
        if text.strip():
            yield text.strip()


def _row(row: etree._Element) -> str:
    """A row with one cell is layout, and its paragraphs are paragraphs; others are lines with their cells apart."""
    cells = [[text for p in cell.iter(f"{_W}p") if (text := _text(p).strip())] for cell in row.iter(f"{_W}tc")]
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        return "\n\n".join(filled[0])
    return "\t".join(" ".join(cell) for cell in filled)


def _text(paragraph: etree._Element) -> str:
    """The letters of a paragraph; struck-out changes (`w:delText`) and the second copy of a text box are no part of it."""
    pieces: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag in _BREAKS:
            pieces.append(_BREAKS[element.tag])
        elif element.tag != _FALLBACK:
            waiting.extend(reversed(element))
    return "".join(pieces)
