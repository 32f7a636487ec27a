"""Questions that analysts keep."""

from __future__ import annotations

from django.contrib import admin

from archive.admin.kinds import TableAdmin
from archive.models import SavedSearch


@admin.register(SavedSearch)
class SavedSearchAdmin(TableAdmin):
    list_display = ["name", "owner", "page", "alert", "last_sent"]
    list_filter = ["page", "alert"]
    list_select_related = ["owner"]
    search_fields = ["name", "query", "owner__username"]
    autocomplete_fields = ["owner"]
    readonly_fields = ["last_sent"]
