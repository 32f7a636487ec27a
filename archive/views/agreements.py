"""The list of agreements."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.filters.agreements import AgreementQuestion
from archive.models import Agreement
from archive.records.corrections import CorrectionRecord
from archive.views.found import found
from archive.views.listing import asked


def listing(request: HttpRequest) -> HttpResponse:
    """Agreements that fit the question of the address."""
    agreements = asked(request, AgreementQuestion, Agreement.objects.public())
    return render(request, "archive/agreements.html", {"room": "agreements", "listing": agreements})


def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One agreement, with its words in the release."""
    row = found(Agreement.objects.public().select_related("article__publisher", "meeting"), public_id)
    return render(request, "archive/agreement.html", {"room": "agreements", "agreement": row, "record": CorrectionRecord(row)})
