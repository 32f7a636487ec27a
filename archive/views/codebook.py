"""What each column of an export means."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.exports.sources import SOURCE
from archive.records.cite import cited
from archive.views.exports import TABLES

OWN = "articles"  # the list whose lines are themselves what others give for a proof


def page(request: HttpRequest) -> HttpResponse:
    """The columns of each list in their order; those of the proof, which all have but articles, once."""
    rooms = [(room, [one for one in table.columns if room == OWN or one not in SOURCE]) for room, table in TABLES.items()]
    return render(request, "archive/codebook.html", {"rooms": rooms, "proof": SOURCE, "cite": cited(request)})
