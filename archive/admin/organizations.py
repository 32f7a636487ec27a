"""Bodies, and which followed which."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.db.models import QuerySet
from django.http import HttpRequest

from archive import edtf
from archive.admin.kinds import CorrectableAdmin, TableAdmin
from archive.models import Organization, OrganizationRelation


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


class RelationForm(forms.ModelForm):  # type: ignore[type-arg]
    """A relation on a day that is one."""

    def clean_date(self) -> str:
        date = str(self.cleaned_data["date"]).strip()
        if date and not edtf.is_date(date):
            raise forms.ValidationError(f"“{date}” is no day of the calendar. {edtf.HOW_TO_WRITE}")
        return date


@admin.register(OrganizationRelation)
class OrganizationRelationAdmin(TableAdmin):
    form = RelationForm
    list_display = ["predecessor", "kind", "successor", "date"]
    list_filter = ["kind"]
    list_select_related = ["predecessor", "successor"]
    search_fields = ["predecessor__name", "successor__name"]
    autocomplete_fields = ["predecessor", "successor"]
    readonly_fields = ["earliest", "latest"]

    def save_model(self, request: HttpRequest, obj: OrganizationRelation, form: Any, change: bool) -> None:
        obj.earliest, obj.latest = edtf.bounds(obj.date)
        super().save_model(request, obj, form, change)
