"""Uploads: beginning one, adding files, stopping it, and trying again what failed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from archive.models import ImportAct, ImportBatch, ImportFile, ImportPart
from archive.models.imports import parts

LONGEST_NAME = 900  # characters, so that a number fits behind it
STORED_AT_ONCE = 200  # files in one question to the database: for each by itself, ten thousand took longer than anybody waits
LARGE = 20_000_000  # bytes of them in hand


def begin(*, name: str, by: AbstractBaseUser) -> ImportBatch:
    """An upload without files yet."""
    return ImportBatch.objects.create(name=name[:300], by_id=by.pk)


def add(*, batch: ImportBatch, name: str, pieces: Iterable[bytes], source_url: str = "") -> ImportFile:
    """One more file of the upload, its bytes kept. Where the upload has one of that name already, a number tells them apart."""
    with transaction.atomic():
        path = _untaken(name[-LONGEST_NAME:], dict.fromkeys(batch.files.values_list("path", flat=True), 1))
        file = ImportFile.objects.create(batch=batch, path=path, source_url=source_url, size=0)
        told = _Counted(pieces)
        file.keep(told)
        file.size, file.sha256 = told.size, told.digest.hexdigest()
        file.save(update_fields=["size", "sha256"])
    return file


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent, of about `size` bytes; with a reason, it is not taken, and that stands in its place."""

    name: str
    pieces: Iterable[bytes] = ()
    size: int = 0
    source_url: str = ""
    reason: str = ""
    advice: str = ""


@transaction.atomic
def add_all(*, batch: ImportBatch, files: Iterable[Sent]) -> tuple[int, int]:
    """All of the files are of the upload, or none is: how many there are, and how many of them are not taken."""
    taken = dict.fromkeys(batch.files.values_list("path", flat=True), 1)
    waiting: list[tuple[ImportFile, bytes]] = []
    count = refused = size = 0
    for sent in files:
        path = _untaken(sent.name[-LONGEST_NAME:], taken)
        count += 1
        refused += bool(sent.reason)
        if sent.size > LARGE:
            add(batch=batch, name=path, pieces=sent.pieces, source_url=sent.source_url)
            continue
        waiting.append(_row(batch, path, sent))
        size += len(waiting[-1][1])
        if len(waiting) >= STORED_AT_ONCE or size > LARGE:
            _store(waiting)
            waiting, size = [], 0
    _store(waiting)
    return count, refused


def sent(*, batch: ImportBatch, by: AbstractBaseUser) -> None:
    """That somebody sent these files is on record."""
    _note(batch, ImportAct.Kind.SENT, batch.files.count(), by)


def cancel(*, batch: ImportBatch, by: AbstractBaseUser) -> int:
    """How many files will not be read after all; those in hand are finished, and what was read stays."""
    now = timezone.now()
    with transaction.atomic():
        stopped = batch.files.filter(state=ImportFile.State.WAITING).update(state=ImportFile.State.CANCELLED, ended=now)
        ImportBatch.objects.filter(pk=batch.pk).update(cancelled=now)
        _note(batch, ImportAct.Kind.STOPPED, stopped, by)
    return stopped


def retry(*, batch: ImportBatch, by: AbstractBaseUser) -> int:
    """How many of the files that failed or were stopped wait again; the others stay as they are."""
    again = [ImportFile.State.FAILED, ImportFile.State.CANCELLED]
    with transaction.atomic():
        kept = batch.files.filter(Exists(ImportPart.objects.filter(file=OuterRef("pk"))), state__in=again)
        count = kept.update(state=ImportFile.State.WAITING, reason="", advice="", attempts=0, ended=None)
        if count:
            ImportBatch.objects.filter(pk=batch.pk).update(cancelled=None, finished=None)
            _note(batch, ImportAct.Kind.RETRIED, count, by)
    return count


def _note(batch: ImportBatch, what: str, files: int, by: AbstractBaseUser) -> None:
    ImportAct.objects.create(batch=batch, what=what, files=files, by_id=by.pk)


def _row(batch: ImportBatch, path: str, sent: Sent) -> tuple[ImportFile, bytes]:
    file = ImportFile(batch=batch, path=path, source_url=sent.source_url, reason=sent.reason, advice=sent.advice)
    if sent.reason:
        file.state, file.ended = ImportFile.State.FAILED, timezone.now()
        return file, b""
    content = b"".join(sent.pieces)
    file.size, file.sha256 = len(content), hashlib.sha256(content).hexdigest()
    return file, content


def _store(files: list[tuple[ImportFile, bytes]]) -> None:
    ImportFile.objects.bulk_create([row for row, _ in files])
    ImportPart.objects.bulk_create(
        [ImportPart(file=row, number=n, content=part) for row, content in files for n, part in enumerate(parts([content]))]
    )


def _untaken(name: str, taken: dict[str, int]) -> str:
    """The name, or the first with a number that is not among those taken: talks.txt, talks (2).txt. It is from now on.

    Those taken have with them how many of their name there are, since a thousand pages may all be called index.html.
    """
    stem, dot, suffix = name.rpartition(".") if "." in name.rpartition("/")[2] else (name, "", "")
    path, number = name, taken.get(name, 1)
    while path in taken:
        number += 1
        path = f"{stem} ({number}){dot}{suffix}"
    taken[path] = 1
    taken[name] = number
    return path


class _Counted:
    """The same pieces; when they are all gone, their size and hash are known."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces, self.size, self.digest = pieces, 0, hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.size += len(piece)
            self.digest.update(piece)
            yield piece
