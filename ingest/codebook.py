"""The code book, `docs/codebook.md`: every field of an extraction, every column of the exports and every field of the API, in words.

What a column of an export means stands beside its code (`archive/exports`), where the workbook takes it from too; what a field of an
extraction means and how it is read stands in `codebook.yaml`. Nothing is said twice, and what has no words is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from archive.api.serializers import ArticleDetailSerializer
from archive.api.views import ROOMS
from archive.exports.table import Column
from archive.views.exports import TABLES

KINDS = ("article", "people", "organizations", "meetings", "agreements", "quotes", "mentions")
PROOF = frozenset({"sentence", "sentence_rule", "article_permalink", "publisher", "published", "source_url", "sha256"})


def codebook() -> str:
    """The page. Raises KeyError for a field, column or answer of which nothing is said."""
    return "\n".join(["# Code book", "", "{written_by}", "", _said()["introduction"], *_record(), *_exports(), *_api()])


def facts() -> Mapping[str, Mapping[str, Any]]:
    """What is said of each field of the record, by kind of thing."""
    return {kind: _said()[kind] for kind in KINDS}


@cache
def _said() -> dict[str, Any]:
    said: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("codebook.yaml").read_text(encoding="utf-8"))
    return said


# ---- the record ----


def _record() -> Iterator[str]:
    yield "# The record"
    for kind, fields in facts().items():
        yield from ("", f"## {kind.capitalize()}", "", "| field | definition | how it is read | measured by |", "|---|---|---|---|")
        for name, fact in fields.items():
            yield f"| `{name}` | {_cell(fact['what'])} | {_cell(fact['read'])} | {fact['measured'] or '–'} |"


# ---- exports ----


def _exports() -> Iterator[str]:
    yield from ("", "# Exports", "", _said()["exports"], *_head("column", "what stands in it"))
    proof = [column for column in TABLES["meetings"].columns if column.name in PROOF]
    yield from (f"| `{column.name}` | {_cell(column.words)} |" for column in proof)
    for room, table in TABLES.items():
        yield from ("", f"## {room.capitalize()}", "", *_head("column", "what stands in it", "fact"))
        for column in table.columns:
            if room == "articles" or column.name not in PROOF:
                yield f"| `{column.name}` | {_cell(column.words)} | {_shown(fact_of(room, column.name))} |"


def fact_of(room: str, column: str) -> str | None:
    """The field of the record that a column shows ("meetings.date"); None where it is not read."""
    renamed: dict[str, str | None] = _said()["columns"].get(room, {})
    if column in renamed:
        return renamed[column]
    kind = "article" if room == "articles" else room
    return f"{kind}.{column}" if column in _said().get(kind, {}) else None


def _shown(fact: str | None) -> str:
    return f"`{fact}`" if fact else "–"


# ---- the API ----


def _api() -> Iterator[str]:
    yield from ("", "# API", "", _said()["answers"])
    for room in ROOMS:
        yield from (f"## {room.room.capitalize()} of the API", "", *_head("field", "what stands in it"))
        for name, words in answers(room).items():
            yield f"| `{name}` | {_cell(words)} |"
        yield ""


def answers(room: Any) -> dict[str, str]:
    """What each field of the answers of a room means: in its own words, those of the export, or those of `codebook.yaml`."""
    serializer = room.serializer_class or ArticleDetailSerializer
    columns: dict[str, Column[Any]] = {column.name: column for column in TABLES[room.room].columns} if room.room in TABLES else {}
    own, common = _said()["api"][room.room], _said()["api"]["all"]
    found = {}
    for name, field in serializer().fields.items():
        column = columns.get(name) if name not in common else None
        words = own.get(name) or field.help_text or (column and column.words) or common.get(name)
        if not words:
            raise KeyError(f"{room.room}: nothing is said of the field {name}; add it to ingest/codebook.yaml, below api")
        found[name] = str(words)
    return found


def _head(*names: str) -> tuple[str, str]:
    return f"| {' | '.join(names)} |", "|---" * len(names) + "|"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
