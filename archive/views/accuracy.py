"""How far the archive can be trusted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.records.accuracy import Accuracy


def page(request: HttpRequest) -> HttpResponse:
    """What was measured, and what people found since."""
    return render(request, "archive/accuracy.html", {"accuracy": Accuracy()})
