"""The list of what officials were quoted with."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.filters.quotes import QuoteQuestion
from archive.models import Quote
from archive.records.cite import cited, source_in_words
from archive.records.corrections import CorrectionRecord
from archive.views.found import found
from archive.views.listing import asked


def listing(request: HttpRequest) -> HttpResponse:
    """Quotes that fit the question of the address."""
    quotes = asked(request, QuoteQuestion, Quote.objects.public())
    return render(request, "archive/quotes.html", {"room": "quotes", "listing": quotes})


def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One quote, with its words in the release."""
    row = found(Quote.objects.public().select_related("article__publisher", "speaker"), public_id)
    words = f"{row.speaker_name}: “{row.text}” Quoted in: {source_in_words(row.article)}."
    shown = {"quote": row, "record": CorrectionRecord(row), "cite": cited(request), "cite_text": words, "sources": [row.article]}
    return render(request, "archive/quote.html", {"room": "quotes", **shown})
