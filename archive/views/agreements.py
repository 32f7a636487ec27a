"""The list of agreements."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.filters.agreements import AgreementQuestion
from archive.models import Agreement
from archive.records.cite import cited, source_in_words
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
    words = f"“{row.title}”, {row.get_action_display()}. Read from: {source_in_words(row.article)}."
    shown = {"agreement": row, "record": CorrectionRecord(row), "cite": cited(request), "cite_text": words, "sources": [row.article]}
    return render(request, "archive/agreement.html", {"room": "agreements", **shown})
