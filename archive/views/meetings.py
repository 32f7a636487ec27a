"""The list of meetings, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.filters.meetings import MeetingQuestion
from archive.models import FormerKey, Meeting
from archive.records import pictures
from archive.records.cite import cited
from archive.records.meeting import MeetingRecord
from archive.views.found import found, leads_on
from archive.views.listing import asked


def listing(request: HttpRequest) -> HttpResponse:
    """Meetings that fit the question of the address."""
    meetings = asked(request, MeetingQuestion, Meeting.objects.public())
    return render(request, "archive/meetings.html", {"room": "meetings", "listing": meetings})


def picture(request: HttpRequest, kind: str) -> HttpResponse:
    """The same meetings as a picture with its table: who met whom, how they are tied together, when, where."""
    meetings = asked(request, MeetingQuestion, Meeting.objects.public())
    shown = pictures.of(kind, meetings.question) if meetings.question.understood else None
    return render(request, "archive/picture.html", {"room": "meetings", "listing": meetings, "kind": kind, "picture": shown})


@leads_on("meeting")
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One meeting: each fact beside the words it was read from."""
    record = MeetingRecord(found(Meeting.objects.public().for_page(), public_id, kind=FormerKey.Kind.MEETING))
    return render(request, "archive/meeting.html", {"room": "meetings", "record": record, "cite": cited(request)})
