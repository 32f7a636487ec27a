"""A table as an Excel workbook (ECMA-376), sent while it is written.

The libraries that write workbooks need the whole of it before the first byte can be sent, which for 150,000 meetings is a minute. Here
each row goes through the ZIP file to the reader as soon as it is known; the parts that must know how it ended (the first sheet, the list
of sheets) are written last, since the order of the parts in the file means nothing. See docs/decisions/0011-exports.md.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import chain, islice
from string import ascii_uppercase
from typing import IO, cast
from xml.sax.saxutils import escape, quoteattr

from archive.exports.commas import FORMULAS, said
from archive.exports.table import FIRST, Export, Value

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS = 1_048_575  # rows of one sheet below its header
BYTES = 1_800_000_000  # of one sheet; from 2 GB on the file would need ZIP64, which some readers refuse in a stream
CELL = 32_767  # characters of one cell
CUT = " … [cut]"
BLOCK = 64_000  # bytes that are sent at a time
MEASURED = FIRST  # rows by which columns get their width: those that the database is asked for by themselves
NARROWEST, WIDEST = 6, 60  # characters of a column

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Characters that XML does not have, and text that Excel would take for one of its own escapes (_x000D_).
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

PLAIN, BOLD, QUOTED, DAY, WRAPPED = range(5)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{SHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class _Pipe:
    """Takes what the ZIP file writes and hands it on; it cannot be sought in, so sizes stand behind each part."""

    def __init__(self) -> None:
        self.waiting = bytearray()
        self.sent = 0

    def write(self, data: bytes) -> int:
        self.waiting += data
        return len(data)

    def flush(self) -> None:
        pass

    def take(self) -> bytes:
        taken = bytes(self.waiting)
        self.sent += len(taken)
        self.waiting.clear()
        return taken


def written(export: Export) -> Iterator[bytes]:
    """Yield the file, a block at a time: the rows first, then the sheet with question, time, count and code book."""
    pipe = _Pipe()
    archive = zipfile.ZipFile(cast(IO[bytes], pipe), "w", zipfile.ZIP_DEFLATED, compresslevel=3)
    rows = iter(export.rows())
    measured = list(islice(rows, MEASURED))
    rows, opening = chain(measured, rows), _opening(export, measured).encode()
    sheets, more = 0, True
    while more:
        sheets += 1
        more = yield from _sheet(archive, pipe, rows, export, number=sheets, opening=opening)
    for name, text in _frame(export, sheets):
        archive.writestr(name, text)
    archive.close()
    yield pipe.take()


def _sheet(
    archive: zipfile.ZipFile, pipe: _Pipe, rows: Iterator[list[Value]], export: Export, *, number: int, opening: bytes
) -> Generator[bytes, None, bool]:
    """Write rows until they or the sheet are at an end. Returns whether there may be more."""
    size = 0
    with archive.open(f"xl/worksheets/sheet{number + 1}.xml", "w") as part:
        part.write(opening)
        for count in range(2, ROWS + 2):
            row = next(rows, None)
            if row is None:
                _close(part, count, export, rows=count - 1)
                return False
            size += part.write(_row(count, row).encode())
            if len(pipe.waiting) > BLOCK or not pipe.sent:
                yield pipe.take()
            if size > BYTES:
                break
        _close(part, 0, export, rows=count)
    return True


def _close(part: IO[bytes], at: int, export: Export, *, rows: int) -> None:
    """End a sheet, whose header filters and sorts its rows; where the database broke the export off, with a row that says so."""
    last = _row(at, [export.fault]) if at and export.fault else ""
    whole = f"A1:{_letters(len(export.table.columns) - 1)}{rows}"
    part.write(f'{last}</sheetData><autoFilter ref="{whole}"/></worksheet>'.encode())


def _opening(export: Export, measured: Sequence[list[Value]]) -> str:
    """The sheet up to its header, which stays in sight when the reader scrolls; `measured` are its first rows."""
    names = [column.name for column in export.table.columns]
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    view = f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    wide = (_width([name, *(row[place] for row in measured)]) for place, name in enumerate(names))
    columns = "".join(f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>' for place, width in enumerate(wide, start=1))
    return f'{HEAD}<worksheet xmlns="{SHEET}">{view}<cols>{columns}</cols><sheetData>{_row(1, list(names), style=BOLD)}'


def _width(values: Iterable[Value]) -> int:
    """Characters that a column needs to show most of these values, its name the first, with room for the sign of the filter beside that."""
    name, *others = (len(said(value)) if value not in (None, [], "") else 0 for value in values)
    most = sorted(others)[len(others) * 9 // 10] if others else 0
    return max(NARROWEST, name + 4, min(most + 2, WIDEST))


def _row(number: int, values: Iterable[Value], *, style: int = PLAIN) -> str:
    cells = (_cell(f"{_letters(place)}{number}", value, style) for place, value in enumerate(values))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(at: str, value: Value, style: int) -> str:
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, (int, float)):
        return f'<c r="{at}" s="{style}"><v>{value}</v></c>'
    if isinstance(value, datetime.date) and value.year >= 1900:
        return f'<c r="{at}" s="{DAY}"><v>{_serial(value)}</v></c>'
    text = said(value)
    if text.startswith(FORMULAS):
        style = QUOTED  # shown letter for letter; the cell stays text when somebody edits it
    return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_text(text)}</t></is></c>'


def _serial(day: datetime.date) -> int:
    """The number of a day as Excel counts, which takes 1900 for a leap year."""
    days = (day - datetime.date(1899, 12, 30)).days
    return days if days > 60 else days - 1


def _text(text: str) -> str:
    cut = text if len(text) <= CELL else text[: CELL - len(CUT)] + CUT
    return escape(ESCAPE.sub("_x005F_", NO_XML.sub("", cut)))


def _letters(place: int) -> str:
    """A, B, …, Z, AA, … for 0, 1, …"""
    first, last = divmod(place, 26)
    return (_letters(first - 1) if first else "") + ascii_uppercase[last]


# ---- what is written last ----


def _frame(export: Export, sheets: int) -> Iterator[tuple[str, str]]:
    """The parts besides the rows: the first sheet, and which sheets there are."""
    names = ["Question", *(export.question.noun.capitalize() + (f" {n}" if n > 1 else "") for n in range(1, sheets + 1))]
    numbered = list(enumerate(names, start=1))
    yield "xl/worksheets/sheet1.xml", _question(export)
    yield "xl/styles.xml", STYLES
    listed = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in numbered)
    yield "xl/workbook.xml", f'{HEAD}<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    parts = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered]
    yield "xl/_rels/workbook.xml.rels", _relations([*parts, (f"rId{len(names) + 1}", "styles", "styles.xml")])
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    sheet_types = "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPES}.worksheet+xml"/>' for n, _ in numbered)
    yield (
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/>{sheet_types}</Types>',
    )


def _relations(parts: Iterable[tuple[str, str, str]]) -> str:
    related = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for name, kind, target in parts)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'


def _question(export: Export) -> str:
    """The first sheet: what was asked, when, how many there are, and what each column means."""
    code_book: list[list[Value]] = [[column.name, column.words] for column in export.table.columns]
    told: list[list[Value]] = [
        ["Question", export.sentence],
        ["Page", export.address],
        ["Asked", export.asked_at.strftime("%Y-%m-%d %H:%M UTC")],
        ["Rows", export.count],
        ["Whole", export.fault or "yes, everything that fits"],
        [],
        ["Column", "What stands in it"],
        *code_book,
        [],
        ["Several values", "of one cell stand apart by “; ”."],
        ["Nothing", "in a cell: not stated, or not told. Nothing is guessed."],
    ]
    rows = "".join(_told(number, row) for number, row in enumerate(told, start=1))
    columns = '<cols><col min="1" max="1" width="20" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols>'
    return f'{HEAD}<worksheet xmlns="{SHEET}">{columns}<sheetData>{rows}</sheetData></worksheet>'


def _told(number: int, row: list[Value]) -> str:
    cells = [_cell(f"{letter}{number}", value, style) for letter, value, style in zip("AB", row, (BOLD, WRAPPED), strict=False)]
    return f'<row r="{number}">{"".join(cells)}</row>'
