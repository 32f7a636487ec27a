"""The review desk: one question at a time, or a list of decisions to look at."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from archive.actions import corrections, meetings, organizations, people, reports
from archive.actions.corrections import MODELS
from archive.models import Correction, ReaderReport
from archive.records import wording
from archive.records.review import KINDS, LOOKED, Desk
from archive.views.corrections import may_correct, signed_in

VERDICTS = {"same": "the same", "different": "different", "unsure": "not enough to tell"}


@may_correct
def desk(request: HttpRequest) -> HttpResponse:
    """The queue that the address names, at the question that it names."""
    asked = request.GET
    place = {name: asked.get(name, "") for name in ("queue", "at", "page")}
    shown = Desk(signed_in(request), **place, latin=asked.get("latin") == "1")
    return render(request, "review/desk.html", {"desk": "review", "review": shown})


@require_POST
@may_correct
def answer(request: HttpRequest) -> HttpResponse:
    """Keep the verdict on the two of the form, and go on to the next question."""
    asked = request.POST
    queue = asked.get("queue", "people")
    place = {"queue": queue, "at": asked.get("next", "")} | ({"latin": "1"} if asked.get("latin") == "1" else {})
    verdict = asked.get("verdict", "")
    if queue not in KINDS or verdict not in VERDICTS:
        raise Http404("There is no such question.")
    keys = (asked.get("one_key", ""), asked.get("other_key", ""))
    told = {"keys": keys, "verdict": verdict, "by": signed_in(request), "reason": asked.get("reason", "").strip()[:1000]}
    try:
        if queue == "meetings":
            meetings.answer(**told)
        else:
            one, other = (_thing(queue, asked.get(side, "")) for side in ("one", "other"))
            (people if queue == "people" else organizations).answer(one=one, other=other, **told)
        messages.success(request, f"{asked.get('names', 'The two')[:300]}: {VERDICTS[verdict]}.")
    except ValueError as refused:
        messages.warning(request, str(refused))
    return redirect(f"{reverse('review')}?{urlencode(place)}")


def _thing(queue: str, key: str) -> Any:
    thing = MODELS[KINDS[queue]].objects.filter(key=key).first()
    if thing is None:
        raise ValueError("Somebody has dealt with that question meanwhile.")
    return thing


@require_POST
@may_correct
def look(request: HttpRequest) -> HttpResponse:
    """Say of a doubtful fact that it is right, or that there is no such thing."""
    asked = request.POST
    kind = asked.get("kind", "")
    thing = MODELS[kind].objects.filter(key=asked.get("key", "")).first() if kind in MODELS else None
    if thing is None:
        messages.warning(request, "Somebody has dealt with that fact meanwhile.")
    elif asked.get("verdict") == "none":
        corrections.suppress(kind=kind, key=thing.key, old={"name": wording.name(thing)}, by=signed_in(request), reason=LOOKED)
        messages.success(request, f"{wording.name(thing)} is shown nowhere any more.")
    else:
        field = {"meeting": "kind"}.get(kind, "name")
        value = corrections.value_of(thing, field)
        corrections.confirm(kind=kind, key=thing.key, field=field, value=value, by=signed_in(request), reason=LOOKED)
        messages.success(request, f"{wording.name(thing)} is confirmed.")
    return redirect(f"{reverse('review')}?queue=facts")


@require_POST
@may_correct
def reply(request: HttpRequest) -> HttpResponse:
    """Answer what a reader reported; it leaves the queue, and stays on record."""
    pk = request.POST.get("pk", "")
    told = request.POST.get("answer", "")
    if told not in ReaderReport.Answer.values:
        raise Http404("There is no such answer.")
    if reports.answer(pk=int(pk) if pk.isdigit() and len(pk) < 12 else 0, answer=told, by=signed_in(request)):
        messages.success(request, "Answered.")
    else:
        messages.warning(request, "Somebody has answered that report meanwhile.")
    return redirect(f"{reverse('review')}?queue=reports")


@require_POST
@may_correct
def keep(request: HttpRequest) -> HttpResponse:
    """The correction holds though the machine reads something else by now."""
    pk = request.POST.get("pk", "")
    made = get_object_or_404(Correction.objects.all().read_otherwise(), pk=int(pk) if pk.isdigit() and len(pk) < 12 else 0)
    try:
        corrections.keep(correction=made, by=signed_in(request))
        messages.success(request, "Kept.")
    except ValueError as refused:
        messages.warning(request, str(refused))
    return redirect(f"{reverse('review')}?queue=reads")
