"""One run over many files: what is known is passed over, the rest is read by several processes and loaded by this one."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from django.contrib.auth.models import User
from django.db import DatabaseError, connection
from django.utils import timezone

from archive.models import ImportBatch, ImportFile
from ingest import projection, reading
from ingest.engine import pipeline
from ingest.extraction import Extracted, Unreadable, extract, several
from ingest.formats.errors import ReadingError
from ingest.loading import Loaded, Outcome, known, load
from ingest.projection.lookups import Lookups, longest

LOOKED_UP_AT_ONCE = 64  # files whose hashes are asked for together
AHEAD = 128  # files that are read, or being read, before the first of them is loaded
FEW = 8  # files for which starting processes takes longer than reading them

STATES = {
    Outcome.NEW: ImportFile.State.NEW,
    Outcome.UNCHANGED: ImportFile.State.UNCHANGED,
    Outcome.SAME_TEXT: ImportFile.State.UNCHANGED,
    Outcome.CHANGED: ImportFile.State.CHANGED,
    Outcome.READ_ANEW: ImportFile.State.CHANGED,
    Outcome.FAILED: ImportFile.State.FAILED,
}
Waiting = tuple[Path, "Future[Extracted | Unreadable] | Loaded | Unreadable | None"]


def run(files: Sequence[Path], *, name: str = "", by: User | None = None, processes: int = 1, again: bool = False) -> Iterator[Loaded]:
    """What became of each file, in the order of the files, as it is known.

    `again` reads files anew that the archive holds already. A run that changes something leaves a record of it (`ImportBatch`).
    """
    lookups, batch = Lookups(), _Batch(name, by)
    pool = several(processes) if processes > 1 and len(files) > FEW else None
    try:
        with _without_waiting_for_the_disk():
            for path, read in _read_ahead(files, pool, again=again):
                result = extract(path) if read is None else read.result() if isinstance(read, Future) else read
                outcome = _outcome(result, by, lookups)
                batch.note(outcome)
                yield outcome
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)
    batch.close()
    if batch.row is not None:
        projection.compare()


@contextmanager
def _without_waiting_for_the_disk() -> Iterator[None]:
    """Transactions end before they are on disk: a power cut may take the last few articles, whole, and the next run brings them back."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")
    try:
        yield
    finally:
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("RESET synchronous_commit")


def _outcome(result: Extracted | Unreadable | Loaded, by: User | None, lookups: Lookups) -> Loaded:
    if isinstance(result, Loaded):
        return result
    if isinstance(result, Unreadable):
        return Loaded(result.path, Outcome.FAILED, result.reason)
    return load(result, by=by, lookups=lookups)


def _read_ahead(files: Iterable[Path], pool: ProcessPoolExecutor | None, *, again: bool) -> Iterator[Waiting]:
    waiting: deque[Waiting] = deque()
    rest = iter(files)
    while True:
        if len(waiting) <= (AHEAD if pool else 0):
            waiting.extend(_sorted_out(list(islice(rest, LOOKED_UP_AT_ONCE)), pool, again=again))
        if not waiting:
            return
        yield waiting.popleft()


def _sorted_out(files: list[Path], pool: ProcessPoolExecutor | None, *, again: bool) -> Iterator[Waiting]:
    """Each file with what is known of it already, or the reading of it under way; None where this process is to read it."""
    hashes: list[tuple[Path, str]] = []
    faults: dict[Path, Unreadable] = {}
    for path in files:
        try:
            hashes.append((path, hashlib.sha256(reading.content(path)).hexdigest()))
        except ReadingError as error:
            faults[path] = Unreadable(path, str(error))
    there = {} if again else known(hashes, engine=pipeline.VERSION)
    for path in files:
        yield path, faults.get(path) or there.get(path) or (pool.submit(extract, path) if pool else None)


# ---- the record of the run ----


class _Batch:
    """The record of one run, which is begun when the first file turns out to be anything but unchanged."""

    def __init__(self, name: str, by: User | None) -> None:
        self.name, self.by = name, by
        self.row: ImportBatch | None = None

    def note(self, loaded: Loaded) -> None:
        if loaded.outcome in {Outcome.UNCHANGED, Outcome.SAME_TEXT}:
            return
        if self.row is None:
            self.row = ImportBatch.objects.create(name=self.name[: longest(ImportBatch, "name")], by=self.by)
        ImportFile.objects.update_or_create(
            batch=self.row,
            path=str(loaded.path)[-longest(ImportFile, "path") :],
            defaults={"state": STATES[loaded.outcome], "reason": loaded.reason, "article_id": loaded.article},
        )

    def close(self) -> None:
        if self.row is not None:
            self.row.finished = timezone.now()
            self.row.save(update_fields=["finished"])
