"""Officials, their names and offices."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.db.models import QuerySet

from archive.admin.kinds import CorrectableAdmin, MachineAdmin, MachineInline
from archive.models import Alias, Appointment, Person


class AliasInline(MachineInline):
    model = Alias
    fields = ["name"]


class AppointmentInline(MachineInline):
    model = Appointment
    fields = ["rank", "position", "organization", "country", "level", "first_seen", "last_seen"]


@admin.register(Person)
class PersonAdmin(CorrectableAdmin):
    kind = "person"
    correctable = ("name", "sort_name", "country")
    list_display = ["name", "sort_name", "country"]
    list_filter = [("country", RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    search_fields = ["name", "folded", "aliases__name", "key"]
    search_help_text = "A name, with or without its accents"
    autocomplete_fields = ["country"]
    inlines = [AliasInline, AppointmentInline]

    def seen_by(self, user: Any, rows: QuerySet[Person]) -> QuerySet[Person]:
        return rows.filter(pk__in=Person.objects.public())


@admin.register(Alias)
class AliasAdmin(MachineAdmin):
    list_display = ["name", "person"]
    list_select_related = ["person"]
    search_fields = ["name", "folded", "person__name"]

    def seen_by(self, user: Any, rows: QuerySet[Alias]) -> QuerySet[Alias]:
        return rows.filter(person__in=Person.objects.public())


@admin.register(Appointment)
class AppointmentAdmin(MachineAdmin):
    list_display = ["person", "rank", "position", "organization", "country", "level", "first_seen", "last_seen"]
    list_filter = ["level", "acting", "former", ("country", RelatedOnlyFieldListFilter)]
    list_select_related = ["person", "organization", "country"]
    search_fields = ["person__name", "person__folded", "rank", "position"]

    def seen_by(self, user: Any, rows: QuerySet[Appointment]) -> QuerySet[Appointment]:
        return rows.filter(person__in=Person.objects.public())
