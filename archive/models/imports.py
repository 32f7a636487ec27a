"""Uploads, and what became of each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any, Self

from django.conf import settings
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import MD5

from archive.models.article import Article, ArticleQuerySet
from archive.models.checks import in_order, is_among

PART = 4_000_000  # bytes; a large upload is kept in parts, so that nobody ever holds the whole of it in memory


class ImportBatchQuerySet(models.QuerySet["ImportBatch"]):
    def seen_by(self, user: Any) -> Self:
        """An editor's own; for an admin, everybody's."""
        return self if sees_all(user) else self.filter(by=user)

    def unfinished(self) -> Self:
        """Those of which files wait or are being read."""
        return self.filter(files__state__in=ImportFileState.under_way()).distinct()

    def for_list(self) -> Self:
        """With how many files each has, how many failed, and how many are still to be read."""
        return (
            self.select_related("by")
            .order_by("-created", "-pk")
            .annotate(
                count=Count("files"),
                failed=Count("files", filter=Q(files__state=ImportFileState.FAILED)),
                left=Count("files", filter=Q(files__state__in=ImportFileState.under_way())),
            )
        )


def sees_all(user: Any) -> bool:
    """Whether the uploads of all editors are this user's to look after."""
    return bool(user.is_superuser or user.groups.filter(name="admins").exists())


class ImportBatch(models.Model):
    """One upload, or one run of `manage.py ingest`."""

    name = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="import_batches")
    created = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True, blank=True)
    cancelled = models.DateTimeField(null=True, blank=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "import batches"
        ordering = ["-created"]
        constraints = [in_order("created", "finished", name="batch_times_in_order")]

    def __str__(self) -> str:
        return self.name or f"Import {self.pk}"

    def drafts_of(self, user: Any) -> ArticleQuerySet:
        """The drafts that came of it and are the user's to publish. Of two who send the same file, the first has the draft."""
        drafts: ArticleQuerySet = Article.objects.filter(import_files__batch=self, status=Article.Status.DRAFT).distinct()
        return drafts if sees_all(user) else drafts.filter(uploaded_by=user)


class ImportFileState(models.TextChoices):
    WAITING = "waiting", "waiting"
    READING = "reading", "being read"
    NEW = "new", "new"
    CHANGED = "changed", "new version"
    UNCHANGED = "unchanged", "unchanged"
    DUPLICATE = "duplicate", "duplicate"
    UNPACKED = "unpacked", "unpacked"
    FAILED = "failed", "failed"
    CANCELLED = "cancelled", "cancelled"

    @classmethod
    def under_way(cls) -> list[str]:
        """The states from which a file still goes on."""
        return [cls.WAITING.value, cls.READING.value]


class ImportFileQuerySet(models.QuerySet["ImportFile"]):
    def kept(self) -> Self:
        """With whether the bytes are here (`is_kept`): until an article has them, and from then on as those of the article."""
        parts = ImportPart.objects.filter(file=OuterRef("pk"))
        return self.annotate(is_kept=Exists(parts) | Q(state__in=["new", "changed", "unchanged"]))


class ImportFile(models.Model):
    """One file of an upload: what became of it, why, and what to do."""

    State = ImportFileState

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="files")
    path = models.CharField(max_length=1000, help_text="Its name as it was sent, for display alone.")
    size = models.PositiveBigIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    source_url = models.URLField(max_length=2000, blank=True, help_text="Where the text was taken from, as whoever sent it says.")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    reason = models.TextField(blank=True)
    advice = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0, help_text="How often its reading was begun.")
    taken = models.DateTimeField(null=True, blank=True, help_text="When its reading was begun last.")
    ended = models.DateTimeField(null=True, blank=True)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="import_files")

    objects = ImportFileQuerySet.as_manager()

    class Meta:
        ordering = ["batch", "path"]
        indexes = [models.Index(fields=["batch", "state"], name="import_file_state"), HashIndex(fields=["path"], name="import_file_path")]
        constraints = [
            # By its hash, since a path may be longer than an entry of an index (2,704 bytes).
            models.UniqueConstraint("batch", MD5("path"), name="import_file_once_a_batch"),
            is_among("state", ImportFileState, name="import_file_state_known"),
            models.CheckConstraint(condition=~Q(state="failed") | ~Q(reason=""), name="import_file_failure_has_reason"),
        ]

    def __str__(self) -> str:
        return self.path

    def keep(self, pieces: Iterable[bytes]) -> None:
        """The bytes as they were sent are in the database."""
        for number, part in enumerate(parts(pieces)):
            ImportPart.objects.create(file=self, number=number, content=part)

    def pieces(self) -> Iterator[bytes]:
        """The bytes as they were sent; none once they are the file of an article, which has them then."""
        number = 0
        while part := self.parts.filter(number=number).values_list("content", flat=True).first():
            yield bytes(part)
            if len(part) < PART:
                return
            number += 1

    def write_to(self, out: IO[bytes]) -> None:
        for piece in self.pieces():
            out.write(piece)
        out.seek(0)


class ImportActKind(models.TextChoices):
    SENT = "sent", "sent"
    STOPPED = "stopped", "stopped"
    RETRIED = "retried", "tried again"


class ImportAct(models.Model):
    """What somebody did with an upload, and with how many of its files. That its releases were published is told of each of them."""

    Kind = ImportActKind

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="acts")
    what = models.CharField(max_length=10, choices=ImportActKind)
    files = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [is_among("what", ImportActKind, name="import_act_known")]

    def __str__(self) -> str:
        return f"Upload {self.batch_id} {self.get_what_display()}"


class ImportPart(models.Model):
    """A stretch of an uploaded file, kept until an article has it."""

    file = models.ForeignKey(ImportFile, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="import_part_once_a_file")]

    def __str__(self) -> str:
        return f"Part {self.number} of file {self.file_id}"


def parts(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in parts of one size, the last one smaller."""
    kept = bytearray()
    for piece in pieces:
        kept += piece
        while len(kept) >= PART:
            yield bytes(kept[:PART])
            del kept[:PART]
    if kept:
        yield bytes(kept)
