"""Uploads: beginning one, adding files, stopping it, and trying again what failed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from archive.models import ImportBatch, ImportFile, ImportPart

LONGEST_NAME = 900  # characters, so that a number fits behind it


def begin(*, name: str, by: AbstractBaseUser) -> ImportBatch:
    """An upload without files yet."""
    return ImportBatch.objects.create(name=name[:300], by_id=by.pk)


def add(*, batch: ImportBatch, name: str, pieces: Iterable[bytes], source_url: str = "") -> ImportFile:
    """One more file of the upload, its bytes kept. Where the upload has one of that name already, a number tells them apart."""
    with transaction.atomic():
        file = ImportFile.objects.create(batch=batch, path=_free(batch, name[-LONGEST_NAME:]), source_url=source_url, size=0)
        told = _Counted(pieces)
        file.keep(told)
        file.size, file.sha256 = told.size, told.digest.hexdigest()
        file.save(update_fields=["size", "sha256"])
    return file


def refuse(*, batch: ImportBatch, name: str, reason: str, advice: str = "") -> ImportFile:
    """A file that was sent and is not taken, with the reason in its place."""
    path = _free(batch, name[-LONGEST_NAME:])
    failed = ImportFile.State.FAILED
    return ImportFile.objects.create(batch=batch, path=path, state=failed, reason=reason, advice=advice, ended=timezone.now())


def cancel(*, batch: ImportBatch) -> int:
    """How many files will not be read after all; those in hand are finished, and what was read stays."""
    now = timezone.now()
    with transaction.atomic():
        stopped = batch.files.filter(state=ImportFile.State.WAITING).update(state=ImportFile.State.CANCELLED, ended=now)
        ImportBatch.objects.filter(pk=batch.pk).update(cancelled=now)
    return stopped


def retry(*, batch: ImportBatch) -> int:
    """How many of the files that failed or were stopped wait again; the others stay as they are."""
    again = [ImportFile.State.FAILED, ImportFile.State.CANCELLED]
    with transaction.atomic():
        kept = batch.files.filter(Exists(ImportPart.objects.filter(file=OuterRef("pk"))), state__in=again)
        count = kept.update(state=ImportFile.State.WAITING, reason="", advice="", attempts=0, ended=None)
        if count:
            ImportBatch.objects.filter(pk=batch.pk).update(cancelled=None, finished=None)
    return count


def _free(batch: ImportBatch, name: str) -> str:
    """The name, or the first with a number that the upload does not have: talks.txt, talks (2).txt."""
    stem, dot, suffix = name.rpartition(".") if "." in name.rpartition("/")[2] else (name, "", "")
    path, number = name, 1
    while batch.files.filter(path=path).exists():
        number += 1
        path = f"{stem} ({number}){dot}{suffix}"
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
