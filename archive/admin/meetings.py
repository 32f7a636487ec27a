"""Meetings, what releases say of them, and who took part."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.db.models import QuerySet
from django.http import HttpRequest

from archive import edtf
from archive.actions import meetings
from archive.admin.kinds import CorrectableAdmin, DecidedOnAdmin, MachineAdmin, MachineInline, signed_in
from archive.models import FormerKey, Meeting, MeetingReport, Participation


class ReportInline(MachineInline):
    model = MeetingReport
    fields = ["article", "prominence", "confidence"]


class ParticipationInline(MachineInline):
    model = Participation
    fields = ["person", "organization", "country", "side", "appointment"]


@admin.register(Meeting)
class MeetingAdmin(CorrectableAdmin):
    kind = "meeting"
    correctable = ("title", "kind", "mode", "state", "date", "end_date", "basis", "place", "country", "host", "level", "topics")
    list_display = ["__str__", "kind", "state", "date", "place", "country", "level"]
    list_filter = ["kind", "mode", "state", "level", ("country", RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    search_fields = ["title", "place", "key"]
    date_hierarchy = "earliest"
    autocomplete_fields = ["country", "host"]
    inlines = [ReportInline, ParticipationInline]

    def seen_by(self, user: Any, rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
        return rows.filter(pk__in=Meeting.objects.public())

    def save_model(self, request: HttpRequest, obj: Meeting, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        obj.earliest, obj.latest = edtf.bounds(obj.date, obj.end_date)
        obj.save(update_fields=["earliest", "latest"])


@admin.register(MeetingReport)
class MeetingReportAdmin(DecidedOnAdmin):
    actions = ["split_chosen"]
    list_display = ["meeting", "article", "prominence", "confidence"]
    list_filter = ["prominence"]
    list_select_related = ["meeting", "article"]
    search_fields = ["article__title", "meeting__title", "key"]

    @admin.action(description="Split the chosen accounts off: they are of other meetings", permissions=["correct"])
    def split_chosen(self, request: HttpRequest, queryset: QuerySet[MeetingReport]) -> None:
        for report in queryset.select_related("meeting"):
            try:
                meetings.split(meeting=report.meeting, report=report, by=signed_in(request), reason="Split in administration")
                self.message_user(request, f"“{report.article}” tells of a meeting of its own now.", messages.SUCCESS)
            except ValueError as refused:
                self.message_user(request, str(refused), messages.ERROR)


@admin.register(Participation)
class ParticipationAdmin(MachineAdmin):
    list_display = ["meeting", "person", "organization", "country", "side"]
    list_filter = ["side", ("country", RelatedOnlyFieldListFilter)]
    list_select_related = ["meeting", "person", "organization", "country"]
    search_fields = ["person__name", "person__folded", "organization__name", "meeting__title"]


@admin.register(FormerKey)
class FormerKeyAdmin(MachineAdmin):
    list_display = ["key", "kind", "now"]
    list_filter = ["kind"]
    search_fields = ["key", "now"]
