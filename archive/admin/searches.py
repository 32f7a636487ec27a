"""Questions that analysts keep."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.kinds import TableAdmin, signed_in
from archive.models import SavedSearch


@admin.register(SavedSearch)
class SavedSearchAdmin(TableAdmin):
    """What somebody looks for is told to nobody else: not to editors, nor to admins, only to whoever runs the site."""

    list_display = ["name", "owner", "page", "alert", "last_sent"]
    list_filter = ["page", "alert"]
    list_select_related = ["owner"]
    search_fields = ["name", "query", "owner__username"]
    autocomplete_fields = ["owner"]
    readonly_fields = ["last_sent"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[SavedSearch]:
        everybodys = super().get_queryset(request)
        return everybodys if signed_in(request).is_superuser else everybodys.filter(owner=signed_in(request))
