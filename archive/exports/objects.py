"""A table as one JSON object, sent while it is written: the question, the code book, the rows, and at the end how many there were."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.serializers.json import DjangoJSONEncoder

from archive.exports.table import Export

TYPE = "application/json"
BLOCK = 64_000  # characters that are sent at a time

ENCODER = DjangoJSONEncoder(ensure_ascii=False)


def written(export: Export) -> Iterator[bytes]:
    """Yield the file, a block at a time. `complete` at its end tells whether it is the whole; if not, `fault` tells why."""
    names = [column.name for column in export.table.columns]
    head = {
        "question": export.sentence,
        "page": export.address,
        "asked": export.asked_at,
        "columns": {column.name: column.words for column in export.table.columns},
    }
    waiting = [ENCODER.encode(head)[:-1] + ', "rows": [']
    size = 0
    for row in export.rows():
        line = ("\n" if export.count == 1 else ",\n") + ENCODER.encode(dict(zip(names, row, strict=True)))
        waiting.append(line)
        size += len(line)
        if size > BLOCK:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    tail = {"count": export.count, "complete": not export.fault, **({"fault": export.fault} if export.fault else {})}
    waiting.append("\n], " + ENCODER.encode(tail)[1:] + "\n")
    yield "".join(waiting).encode()
