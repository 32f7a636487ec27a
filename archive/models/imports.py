"""Uploads, and what became of each file."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5

from archive.models.article import Article
from archive.models.checks import in_order, is_among


class ImportBatch(models.Model):
    """One upload, or one run of `manage.py ingest`."""

    name = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="import_batches")
    created = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "import batches"
        ordering = ["-created"]
        constraints = [in_order("created", "finished", name="batch_times_in_order")]

    def __str__(self) -> str:
        return self.name or f"Import {self.pk}"


class ImportFileState(models.TextChoices):
    WAITING = "waiting", "waiting"
    NEW = "new", "new"
    UNCHANGED = "unchanged", "unchanged"
    CHANGED = "changed", "changed"
    FAILED = "failed", "failed"


class ImportFile(models.Model):
    """One file of an upload: what became of it, why, and what to do."""

    State = ImportFileState

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="files")
    path = models.CharField(max_length=1000)
    size = models.PositiveBigIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    reason = models.TextField(blank=True)
    advice = models.TextField(blank=True)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="import_files")

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
