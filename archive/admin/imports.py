"""Uploads, and what became of each file."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.kinds import MachineAdmin
from archive.models import ImportAct, ImportBatch, ImportFile, ImportPart


@admin.register(ImportBatch)
class ImportBatchAdmin(MachineAdmin):
    list_display = ["__str__", "by", "created", "finished"]
    list_select_related = ["by"]
    search_fields = ["name", "by__username"]
    date_hierarchy = "created"

    def seen_by(self, user: Any, rows: QuerySet[ImportBatch]) -> QuerySet[ImportBatch]:
        return rows.filter(by=user)


@admin.register(ImportFile)
class ImportFileAdmin(MachineAdmin):
    list_display = ["path", "state", "reason", "batch"]
    list_filter = ["state"]
    list_select_related = ["batch"]
    search_fields = ["path", "reason", "sha256"]

    def seen_by(self, user: Any, rows: QuerySet[ImportFile]) -> QuerySet[ImportFile]:
        return rows.filter(batch__by=user)


@admin.register(ImportPart)
class ImportPartAdmin(MachineAdmin):
    list_display = ["file", "number"]
    list_select_related = ["file"]
    search_fields = ["file__path"]
    fields = ["file", "number", "size"]

    def seen_by(self, user: Any, rows: QuerySet[ImportPart]) -> QuerySet[ImportPart]:
        return rows.filter(file__batch__by=user)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportPart]:
        return super().get_queryset(request).defer("content")

    @admin.display(description="bytes")
    def size(self, part: ImportPart) -> int:
        return len(part.content)


@admin.register(ImportAct)
class ImportActAdmin(MachineAdmin):
    list_display = ["__str__", "files", "by", "made_at"]
    list_filter = ["what"]
    list_select_related = ["batch", "by"]
    search_fields = ["batch__name", "by__username"]

    def seen_by(self, user: Any, rows: QuerySet[ImportAct]) -> QuerySet[ImportAct]:
        return rows.filter(batch__by=user)
