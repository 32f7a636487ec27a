"""What a worker does with the files of an upload: takes one, reads it, and notes in one transaction what became of it.

Whoever holds a file has a lock of the database on it, which ends with the connection. A worker that is killed leaves the file marked as
being read but unlocked; the next worker to come by takes it again. What was done is done whole or not at all, so nothing is lost and
nothing is there twice.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import F
from django.utils import timezone

from archive.actions import imports
from archive.actions.imports import Sent
from archive.models import Article, ImportBatch, ImportFile
from archive.standing import take_in
from ingest import notices, reading, tasks
from ingest.desk import Desk, Died, Read, TookTooLong
from ingest.extraction import Unreadable
from ingest.formats import archive
from ingest.formats.archive import Limits, Member
from ingest.formats.errors import ReadingError
from ingest.loading import Loaded, Outcome, load
from ingest.projection.lookups import Lookups
from ingest.publishing import publish_if_plain

LOCK = 0x46494C45  # one number for all of Parley's processes; the second one is the file's
LOOKED_AT = 32  # files that a worker looks at for one that nobody holds; more workers than this do not help

State = ImportFile.State
OUTCOMES = {
    Outcome.NEW: State.NEW,
    Outcome.CHANGED: State.CHANGED,
    Outcome.READ_ANEW: State.CHANGED,
    Outcome.UNCHANGED: State.UNCHANGED,
    Outcome.SAME_TEXT: State.DUPLICATE,
}
REMARKS = {Outcome.READ_ANEW: "the same file, from which the engine reads something else now"}


def do_one(batch: int) -> bool:
    """Whether there was a file of the upload to take; if so, it is done. Raises only where the database is gone."""
    if not _desk().is_ready and ImportFile.objects.filter(batch=batch, state__in=State.under_way()).exists():
        _desk().ready()
    with _taken(batch) as file:
        if file is None:
            _finish(batch)
            return False
        try:
            _do(file)
        except (OperationalError, InterfaceError):  # the server is gone or full, which is no fault of the file
            with suppress(OperationalError, InterfaceError):
                ImportFile.objects.filter(pk=file.pk).update(attempts=F("attempts") - 1)
            raise
        except Exception as error:  # a fault of ours in one file of ten thousand must not cost the others
            _fail(file, f"Parley broke on it ({type(error).__name__}: {error})", "Try again once; then report it with the file.")
        return True


# ---- taking ----


@contextmanager
def _taken(batch: int) -> Iterator[ImportFile | None]:
    """A file of the upload that nobody else has in hand, and that nobody else gets until this is over."""
    file = next(_free(batch), None)
    try:
        yield file
    finally:
        if file is not None:
            _unlock(file.pk)


def _free(batch: int) -> Iterator[ImportFile]:
    """Those files of the upload, each locked when it is asked for, that nobody else has in hand."""
    left = ImportFile.objects.filter(batch=batch, state__in=State.under_way())
    while (pk := _locked(batch)) is not None:
        if left.filter(pk=pk).update(state=State.READING, attempts=F("attempts") + 1, taken=timezone.now()):
            yield ImportFile.objects.select_related("batch__by").get(pk=pk)
            return
        _unlock(pk)  # it was done between the look and the lock


def _locked(batch: int) -> int | None:
    """The first file of the upload that could be locked; the look stops there, so that no other is."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH left_over AS MATERIALIZED (
                SELECT id FROM archive_importfile WHERE batch_id = %s AND state = ANY(%s) ORDER BY id LIMIT %s
            )
            SELECT id FROM left_over WHERE pg_try_advisory_lock(%s, (id %% 2147483648)::integer) LIMIT 1
            """,
            [batch, State.under_way(), LOOKED_AT, LOCK],
        )
        row = cursor.fetchone()
        return None if row is None else int(row[0])


def _unlock(pk: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, pk % 2**31])


def _finish(batch: int) -> None:
    """The upload is over when none of its files is on the way."""
    if not ImportFile.objects.filter(batch=batch, state__in=State.under_way()).exists():
        ended = ImportBatch.objects.filter(pk=batch, finished=None).update(finished=timezone.now())
        if ended:  # of all workers, one
            if Article.objects.public().filter(import_files__batch=batch).exists():  # what was published at once, beside what was there
                tasks.compare_later()
            notices.upload_done(ImportBatch.objects.select_related("by").get(pk=batch))


# ---- one file ----


def _do(file: ImportFile) -> None:
    if file.attempts > settings.READING_TRIES:
        tries = settings.READING_TRIES
        _fail(file, f"It ended the process that read it {tries} times", "Report it with the file; nothing else is held up by it.")
        return
    with tempfile.TemporaryFile() as kept:
        file.write_to(kept)
        head = kept.read(4)
        kept.seek(0)
        if archive.is_archive(head, archive.names(kept) if head.startswith(b"PK") else frozenset()):
            kept.seek(0)
            _unpack(file, kept)
            return
        try:
            reading.check_size(file.size or 0, settings.UPLOAD_FILE_SIZE)
        except ReadingError as error:
            _fail(file, *_parted(str(error)))
            return
        kept.seek(0)
        content = kept.read()
    _read(file, content)


def _unpack(file: ImportFile, kept: IO[bytes]) -> None:
    """Each file of the archive is a file of the upload, and the archive is done: all of it or nothing."""
    try:
        with transaction.atomic():
            inside = (_sent(file, member) for member in archive.members(kept, limits()))
            count, refused = imports.add_all(batch=file.batch, files=inside)
            if not refused:  # what could not be taken out of it is nowhere else
                file.parts.all().delete()
            _end(file, State.UNPACKED, f"{_files(count)} in it" + (f", {refused:,} of which could not be taken out" if refused else ""))
    except ReadingError as error:
        _fail(file, *_parted(str(error)))


def _files(count: int) -> str:
    return f"{count:,} file{'' if count == 1 else 's'}"


def _sent(file: ImportFile, member: Member) -> Sent:
    reason, advice = _parted(member.fault)
    return Sent(f"{file.path}/{member.name}", [member.content], len(member.content), reason=reason, advice=advice)


def limits() -> Limits:
    return Limits(
        files=settings.UPLOAD_ARCHIVE_FILES,
        file_size=settings.UPLOAD_FILE_SIZE,
        size=settings.UPLOAD_ARCHIVE_SIZE,
        ratio=settings.UPLOAD_ARCHIVE_RATIO,
    )


def _read(file: ImportFile, content: bytes) -> None:
    try:
        read = _desk().read(content, path=Path(file.path), url=file.source_url or None)
    except Died:
        return  # it stays marked as being read, and whoever takes it next counts the tries
    except TookTooLong as error:
        _fail(file, str(error).rstrip("."), "Try again; if that does not help, split it or save its text as .txt.")
        return
    if isinstance(read.result, Unreadable) and read.attached:
        with transaction.atomic():
            _end(file, State.UNPACKED, _with_attached(file, read))
    elif isinstance(read.result, Unreadable):
        _fail(file, *_parted(read.result.reason))
    else:
        _load(file, read)


def _load(file: ImportFile, read: Read) -> None:
    """The article and what is told of the file are there together, or neither is."""
    assert not isinstance(read.result, Unreadable)  # noqa: S101  for the type checker
    result = replace(read.result, place=f"upload {file.batch_id}/{file.path}")
    with transaction.atomic():
        if file.batch.files.filter(state=State.WAITING).exists():  # of a single release readers see at once what became of it
            take_in()
        loaded = load(result, by=file.batch.by, lookups=Lookups(), status=Article.Status.DRAFT)
        file.article_id = loaded.article
        if loaded.outcome is Outcome.FAILED:
            if read.attached:
                _end(file, State.UNPACKED, _with_attached(file, read))
            else:
                _fail(file, *_parted(loaded.reason))
            return
        article = Article.objects.filter(pk=loaded.article).first()
        is_kept = article is not None and article.sha256 == result.sha256
        if article is not None and loaded.outcome in {Outcome.NEW, Outcome.CHANGED}:
            publish_if_plain(article=article, by=file.batch.by)
        if is_kept:
            file.parts.all().delete()
        told = [_sentence(loaded.reason or REMARKS.get(loaded.outcome, "")), read.remark, _with_attached(file, read)]
        _end(file, _state(loaded, same_bytes=is_kept), " ".join(filter(None, told)))


def _with_attached(file: ImportFile, read: Read) -> str:
    """What is said of the files that came with a mail; each of them is a file of the upload from now on."""
    if not read.attached:
        return ""
    count, _ = imports.add_all(batch=file.batch, files=(_sent(file, member) for member in read.attached))
    return f"{_files(count)} attached to it, read by {'itself' if count == 1 else 'themselves'}."


def _state(loaded: Loaded, *, same_bytes: bool) -> str:
    """The same file under another name is unchanged; the same text in another file is a duplicate."""
    return State.UNCHANGED if loaded.outcome is Outcome.SAME_TEXT and same_bytes else OUTCOMES[loaded.outcome]


@cache
def _desk() -> Desk:
    """The desk of this process."""
    return Desk(seconds=settings.READING_SECONDS, memory=settings.READING_MEMORY, nice=settings.READING_NICE)


# ---- what became of it ----


def _fail(file: ImportFile, reason: str, advice: str = "") -> None:
    file.advice = advice
    _end(file, State.FAILED, reason)


def _end(file: ImportFile, state: str, reason: str = "") -> None:
    file.state, file.reason, file.ended = state, reason, timezone.now()
    file.save(update_fields=["state", "reason", "advice", "ended", "article"])


def _parted(words: str) -> tuple[str, str]:
    """What is wrong, and what to do: the first sentence, and those behind it."""
    reason, _, advice = words.partition(". ")
    return _sentence(reason), advice


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
