"""What readers find wrong: a page with one field, open to everybody."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from archive.actions import reports
from archive.actions.corrections import MODELS
from archive.models import Appointment, Article
from archive.records import wording
from archive.records.corrections import FIELDS, CorrectionRecord
from config import clients

ARTICLE = ("title", "publisher", "published", "authors", "text")


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, kind: str, public_id: str) -> HttpResponse:
    """The form for one field of one thing, and what came of it."""
    thing = _thing(kind, public_id)
    field = request.POST.get("field", request.GET.get("field", ""))
    field = field if field in _fields(kind) else ""
    page = {
        "kind": kind,
        "thing": thing,
        "field": field,
        "fields": _choices(kind),
        "longest": reports.LONGEST,
        "shown": _shown(thing, kind, field),
    }
    page |= {"back": thing.person if isinstance(thing, Appointment) else thing, "room": "person" if kind == "appointment" else kind}
    if request.method != "POST":
        return render(request, "archive/report.html", page)
    says = request.POST.get("says", "")
    if request.POST.get("website"):  # a field that no person sees: only a program fills it
        return render(request, "archive/report.html", page | {"sent": True})
    try:
        reports.send(kind=kind, key=thing.key, field=field, shown=page["shown"], says=says, address=clients.address(request))
    except reports.TooMany as refused:
        return render(request, "archive/report.html", page | {"fault": refused, "says": says}, status=429)
    except reports.Refused as refused:
        return render(request, "archive/report.html", page | {"fault": refused, "says": says}, status=400)
    return render(request, "archive/report.html", page | {"sent": True})


def _thing(kind: str, public_id: str) -> Any:
    """The thing, if readers may see it."""
    thing = (Article if kind == "article" else MODELS[kind]).objects.public().filter(key__startswith=public_id).first()
    if thing is None:
        raise Http404("There is no such page in the archive.")
    return thing


def _fields(kind: str) -> tuple[str, ...]:
    return ARTICLE if kind == "article" else FIELDS[kind]


def _choices(kind: str) -> list[tuple[str, str]]:
    return [("", "the whole")] + [(name, wording.label(kind, name)) for name in _fields(kind)]


def _shown(thing: Any, kind: str, field: str) -> str:
    if not field or field == "text":
        return wording.name(thing)
    if kind == "article":
        return str(getattr(thing, field) or "not stated")
    return CorrectionRecord(thing).field(field).value
