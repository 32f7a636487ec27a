"""Countries, and the groups they belong to."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from archive.admin.kinds import TableAdmin
from archive.models import Country, CountryGroup, GroupMembership


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg]
    model = GroupMembership
    extra = 0
    autocomplete_fields = ["country", "group"]


@admin.register(Country)
class CountryAdmin(TableAdmin):
    list_display = ["name", "code", "official_name", "region"]
    list_filter = ["region", "memberships__group"]
    search_fields = ["=code", "name", "official_name", "other_names"]
    readonly_fields = ["code"]
    inlines = [MembershipInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(CountryGroup)
class CountryGroupAdmin(TableAdmin):
    list_display = ["name", "full_name"]
    search_fields = ["name", "full_name"]
    inlines = [MembershipInline]


@admin.register(GroupMembership)
class GroupMembershipAdmin(TableAdmin):
    list_display = ["group", "country", "since", "until"]
    list_filter = ["group", ("until", admin.EmptyFieldListFilter)]
    list_select_related = ["group", "country"]
    search_fields = ["country__name", "=country__code", "group__name"]
    autocomplete_fields = ["country", "group"]
