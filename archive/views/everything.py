"""One search over all rooms of the archive."""

from __future__ import annotations

from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.filters import fields
from archive.filters.countries import Countries
from archive.records.cite import cited
from archive.records.everything import EverythingRecord


class WordsForm(forms.Form):
    """What is looked for, and whether names must be spelt just so."""

    use_required_attribute = False

    q = fields.Words(required=False)
    exact = forms.BooleanField(required=False)


def search(request: HttpRequest) -> HttpResponse:
    """People, offices, organizations, meetings, articles, agreements and quotes that have the words, the first of each kind."""
    form = WordsForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    record = None
    if words:
        record = EverythingRecord(words, exact=form.cleaned_data["exact"], countries=Countries.load(), today=timezone.localdate())
    asked = urlencode({"q": words} | ({"exact": "yes"} if record and record.exact else {}))
    return render(request, "archive/everything.html", {"form": form, "record": record, "cite": cited(request, question=f"?{asked}")})
