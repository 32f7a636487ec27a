"""A table as CSV (RFC 4180, UTF-8): one header line, one line a thing; several values in one cell stand apart by "; "."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator

from archive.exports.table import Export, Value

TYPE = "text/csv; charset=utf-8"
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BLOCK = 32_000  # characters that are sent at a time


class _Echo:
    """What `csv` writes to: gives each line back."""

    def write(self, line: str) -> str:
        return line


def written(export: Export) -> Iterator[bytes]:
    """Yield the file, a block at a time. Where the database broke it off, the last line says so."""
    writer = csv.writer(_Echo())
    waiting = [writer.writerow([column.name for column in export.table.columns])]
    size = len(waiting[0])
    for row in export.rows():
        line = writer.writerow([defused(said(value)) for value in row])
        waiting.append(line)
        size += len(line)
        if size > BLOCK:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    if export.fault:
        waiting.append(writer.writerow([f"# {export.fault}"]))
    yield "".join(waiting).encode()


def said(value: Value) -> str:
    """Return a value as text: days as 2024-09-10, nothing as nothing."""
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return "" if value is None else str(value)


def defused(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it.

    NUL, which no file of text may hold, is left out.
    """
    clean = text.replace("\0", "")
    return f"'{clean}" if clean.lstrip(" ").startswith(FORMULAS) else clean
