"""One run over many files: what is known is passed over, the rest is read by several processes and loaded by this one, many at once."""

from __future__ import annotations

import gc
import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from itertools import islice

from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from archive.models import ImportBatch, ImportFile
from archive.standing import take_in
from ingest import projection
from ingest.engine import pipeline
from ingest.extraction import Extracted, Unreadable, Written, extract, extract_content
from ingest.files import Source
from ingest.formats.errors import ReadingError
from ingest.growth import look_at_what_grew
from ingest.loading import Loaded, Outcome, known, load_all, storable
from ingest.pool import Asked, Pool
from ingest.projection.lookups import Lookups, longest

LOOKED_UP_AT_ONCE = 64  # files whose hashes are asked for together
LOADED_AT_ONCE = 150  # files in one transaction, about a second: more would be a little quicker, and others wait for it
AHEAD = 2 * LOADED_AT_ONCE  # files that are read, or being read, before the first of them is loaded
CARRIED = 50_000  # bytes of a file up to which they go to the process that reads it, which need not open it a second time
FEW = 8  # files for which starting processes takes longer than reading them

STATES = {
    Outcome.NEW: ImportFile.State.NEW,
    Outcome.UNCHANGED: ImportFile.State.UNCHANGED,
    Outcome.SAME_TEXT: ImportFile.State.UNCHANGED,
    Outcome.CHANGED: ImportFile.State.CHANGED,
    Outcome.READ_ANEW: ImportFile.State.CHANGED,
    Outcome.FAILED: ImportFile.State.FAILED,
}
Result = Extracted | Written | Unreadable | Loaded
Waiting = tuple[Source, Asked | Loaded | Unreadable | None]


def run(
    files: Iterable[Source], *, count: int, name: str = "", by: User | None = None, processes: int = 1, again: bool = False
) -> Iterator[Loaded]:
    """What became of each file, in the order of the files, as it is known. There are about `count` of them.

    `again` reads files anew that the archive holds already. A run that changes something leaves a record of it (`ImportBatch`).
    """
    lookups, batch = Lookups(), _Batch(name, by)
    with Pool(processes) if processes > 1 and count > FEW else nullcontext() as pool, _without_waiting_for_the_disk():
        results = (_result(source, read, pool) for source, read in _read_ahead(files, pool, again=again))
        while some := list(islice(results, LOADED_AT_ONCE)):
            with _nothing_looked_through(), transaction.atomic():  # a run that is killed has told what it loaded
                take_in()
                loaded = _loaded(some, by, lookups)
                batch.note(loaded)
            look_at_what_grew()
            yield from loaded
    batch.close()
    if batch.row is not None:
        with transaction.atomic():
            take_in()
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


@contextmanager
def _nothing_looked_through() -> Iterator[None]:
    """Nobody looks for garbage in cycles meanwhile: to look through what a hundred releases tell took a twelfth of loading them.

    Nearly all of it is in no cycle and gone when they are loaded; then the rest is looked for as ever.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _result(source: Source, read: Asked | Loaded | Unreadable | None, pool: Pool | None) -> Result:
    if isinstance(read, Asked) and pool is not None:
        return pool.result(read)
    if isinstance(read, Loaded | Unreadable):
        return read
    return extract(source.path) if source.content is None else extract_content(source.content, source.path)


def _loaded(results: list[Result], by: User | None, lookups: Lookups) -> list[Loaded]:
    """What became of each, in their order."""
    stored = iter(load_all([result for result in results if isinstance(result, Extracted | Written)], by=by, lookups=lookups))
    return [next(stored) if isinstance(result, Extracted | Written) else _as_loaded(result) for result in results]


def _as_loaded(result: Unreadable | Loaded) -> Loaded:
    return result if isinstance(result, Loaded) else Loaded(result.path, Outcome.FAILED, result.reason)


def _read_ahead(files: Iterable[Source], pool: Pool | None, *, again: bool) -> Iterator[Waiting]:
    waiting: deque[Waiting] = deque()
    rest = iter(files)
    while True:
        if len(waiting) <= (AHEAD if pool else 0):
            some = list(islice(rest, LOOKED_UP_AT_ONCE))
            waiting.extend(_sorted_out(some, pool, again=again) if some else ())
        if not waiting:
            return
        yield waiting.popleft()


def _sorted_out(files: list[Source], pool: Pool | None, *, again: bool) -> Iterator[Waiting]:
    """Each file with what is known of it already, or the reading of it under way; None where this process is to read it."""
    hashes = []
    carried: dict[Source, Source] = {}
    faults: dict[Source, Unreadable] = {}
    for source in files:
        try:
            content = source.bytes()
        except ReadingError as error:
            faults[source] = Unreadable(source.path, str(error))
        else:
            hashes.append((source.path, hashlib.sha256(content).hexdigest()))
            carried[source] = replace(source, content=content) if len(content) <= CARRIED else source
    there = {} if again else known(hashes, engine=pipeline.VERSION)
    told: dict[Source, Asked | Loaded | Unreadable] = {
        source: known_already for source in files if (known_already := faults.get(source) or there.get(source.path))
    }
    if pool:
        wanted = [source for source in files if source not in told]
        told |= dict(zip(wanted, pool.read([carried[source] for source in wanted]), strict=True))
    yield from ((source, told.get(source)) for source in files)


# ---- the record of the run ----


class _Batch:
    """The record of one run, which is begun when the first file turns out to be anything but unchanged."""

    def __init__(self, name: str, by: User | None) -> None:
        self.name, self.by = name, by
        self.row: ImportBatch | None = None

    def note(self, loaded: Iterable[Loaded]) -> None:
        told = [one for one in loaded if one.outcome not in {Outcome.UNCHANGED, Outcome.SAME_TEXT}]
        if told and self.row is None:
            self.row = ImportBatch.objects.create(name=storable(self.name)[: longest(ImportBatch, "name")], by=self.by)
        ImportFile.objects.bulk_create(map(self._row, told), ignore_conflicts=True)  # of two long paths with one end, the first is told

    def _row(self, loaded: Loaded) -> ImportFile:
        path = storable(str(loaded.path))[-longest(ImportFile, "path") :]
        state, now = STATES[loaded.outcome], timezone.now()
        return ImportFile(batch=self.row, path=path, state=state, reason=loaded.reason, article_id=loaded.article, ended=now)

    def close(self) -> None:
        if self.row is not None:
            self.row.finished = timezone.now()
            self.row.save(update_fields=["finished"])
