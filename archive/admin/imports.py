"""Uploads, and what became of each file."""

from __future__ import annotations

from django.contrib import admin

from archive.admin.kinds import MachineAdmin
from archive.models import ImportBatch, ImportFile


@admin.register(ImportBatch)
class ImportBatchAdmin(MachineAdmin):
    list_display = ["__str__", "by", "created", "finished"]
    list_select_related = ["by"]
    search_fields = ["name", "by__username"]
    date_hierarchy = "created"


@admin.register(ImportFile)
class ImportFileAdmin(MachineAdmin):
    list_display = ["path", "state", "reason", "batch"]
    list_filter = ["state"]
    list_select_related = ["batch"]
    search_fields = ["path", "reason", "sha256"]
