"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.filters.countries import Countries
from archive.records.home import HomeRecord


def home(request: HttpRequest) -> HttpResponse:
    """What the archive holds, and the ways into it."""
    return render(request, "archive/home.html", {"record": HomeRecord(Countries.load(), today=timezone.localdate())})
