"""Who held which office when."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.filters.offices import OfficeQuestion
from archive.models import Appointment
from archive.records.offices import Spans, following
from archive.views.listing import asked


def listing(request: HttpRequest) -> HttpResponse:
    """Offices that fit the question of the address, with when each was seen to be held; the page of an office names it in `q`."""
    offices = asked(request, OfficeQuestion, Appointment.objects.public())
    context = {"room": "offices", "listing": offices, "spans": Spans(offices.page), "follow": following(offices.question)}
    return render(request, "archive/offices.html", context)
