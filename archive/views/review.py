"""The review desk: one question at a time, or a list of decisions to look at."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from archive.actions import corrections, people
from archive.models import Correction, Person
from archive.records.review import Desk
from archive.views.corrections import may_correct, signed_in

VERDICTS = {"same": "the same", "different": "different", "unsure": "not enough to tell"}


@may_correct
def desk(request: HttpRequest) -> HttpResponse:
    """The queue that the address names, at the question that it names."""
    shown = Desk(signed_in(request), queue=request.GET.get("queue", ""), at=request.GET.get("at", ""))
    return render(request, "review/desk.html", {"desk": "review", "review": shown})


@require_POST
@may_correct
def answer(request: HttpRequest) -> HttpResponse:
    """Keep the verdict on the two officials of the form, and go on to the next question."""
    asked = request.POST
    onward = f"{reverse('review')}?{urlencode({'queue': 'people', 'at': asked.get('next', '')})}"
    one, other = (Person.objects.filter(key=asked.get(side, "")).first() for side in ("one", "other"))
    verdict = asked.get("verdict", "")
    if one is None or other is None or verdict not in VERDICTS:
        messages.warning(request, "Somebody has dealt with that question meanwhile.")
        return redirect(onward)
    try:
        keys = (asked.get("one_key", ""), asked.get("other_key", ""))
        people.answer(
            one=one, other=other, keys=keys, verdict=verdict, by=signed_in(request), reason=asked.get("reason", "").strip()[:1000]
        )
        messages.success(request, f"{one} and {other}: {VERDICTS[verdict]}.")
    except ValueError as refused:
        messages.warning(request, str(refused))
    return redirect(onward)


@require_POST
@may_correct
def keep(request: HttpRequest) -> HttpResponse:
    """The correction holds, and what the machine reads now is known: it is asked about again only when it reads something else."""
    pk = request.POST.get("pk", "")
    made = get_object_or_404(Correction.objects.all().read_otherwise(), pk=int(pk) if pk.isdigit() and len(pk) < 12 else 0)
    corrections.set_field(
        kind=made.kind,
        key=made.key,
        field=made.field,
        old=made.reads_now,
        new=made.new,
        by=signed_in(request),
        reason=made.reason,
    )
    messages.success(request, "Kept.")
    return redirect(f"{reverse('review')}?queue=reads")
