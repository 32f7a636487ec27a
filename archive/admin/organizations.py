"""Bodies. Which followed which is told on their pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.db.models import QuerySet

from archive.admin.kinds import CorrectableAdmin
from archive.models import Organization


@admin.register(Organization)
class OrganizationAdmin(CorrectableAdmin):
    kind = "organization"
    correctable = ("name", "acronyms", "other_names", "country", "international", "kind")
    list_display = ["name", "kind", "country", "international", "parent"]
    list_filter = ["kind", "international", ("country", RelatedOnlyFieldListFilter)]
    list_select_related = ["country", "parent"]
    search_fields = ["name", "folded", "key"]
    search_help_text = "A name, with or without its accents"
    autocomplete_fields = ["country"]

    def seen_by(self, user: Any, rows: QuerySet[Organization]) -> QuerySet[Organization]:
        return rows.filter(pk__in=Organization.objects.public())
