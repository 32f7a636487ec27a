"""The list of what officials were quoted with."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.filters.quotes import QuoteQuestion
from archive.models import Quote
from archive.views.listing import asked


def listing(request: HttpRequest) -> HttpResponse:
    """Quotes that fit the question of the address."""
    quotes = asked(request, QuoteQuestion, Quote.objects.public())
    return render(request, "archive/quotes.html", {"room": "quotes", "listing": quotes})
