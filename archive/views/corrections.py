"""Setting right what a page shows: each form of the page's corrections does one act and leads back."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import resolve, reverse
from django.views.decorators.http import require_POST

from archive.actions import additions, corrections, judgements, linked, meetings, organizations, people, splits
from archive.actions.corrections import MODELS
from archive.keys import PUBLIC
from archive.models import Appointment, Article, Correction, FormerKey, Judgement, Meeting, MeetingReport, Mention, Organization, Person
from archive.records import adding, wording
from archive.records.refusals import Refusal
from archive.views import articles

may_correct = permission_required("archive.add_correction", raise_exception=True)
COUNTRIES = ("country", "host")
LISTS = ("acronyms", "other_names", "topics")  # typed with semicolons between them


@require_POST
@may_correct
def act(request: HttpRequest, kind: str, public_id: str) -> HttpResponse:
    """Do what the form asks, and show the page again; what is refused is told with what to do, and nothing is changed."""
    thing = MODELS[kind].objects.filter(key__startswith=public_id).first()
    if thing is None:
        raise Http404("There is no such page in the archive.")
    doing = ACTS.get(request.POST.get("act", ""))
    if doing is None or (doing is not _set and doing not in MAY_BE_DONE_TO.get(kind, ())):
        raise Http404("There is no such act.")
    try:
        said, key = doing(request, thing, kind)
    except ValueError as refused:
        return _shown_again(request, thing, kind, refused)
    messages.success(request, said)
    if not key:  # the thing has no page any more; the desk shows what was taken away, to be taken back there
        return redirect(f"{reverse('review')}?queue=suppressed")
    if isinstance(thing, Appointment):
        kind, key = "person", thing.person.key
    return redirect(f"{reverse(kind, args=[key[:PUBLIC]])}#corrections")


def _shown_again(request: HttpRequest, thing: Any, kind: str, why: ValueError) -> HttpResponse:
    """The page as under its own address, its form open with what was typed and why that cannot be; a page of its own where it is gone."""
    back, kind = (thing.person, "person") if isinstance(thing, Appointment) else (thing, kind)
    status = 409 if isinstance(why, corrections.Changed) else 400
    request.path = reverse(kind, args=[back.public_id])
    request.refusal = Refusal(request.POST.get("act", ""), thing.key, request.POST, why)  # type: ignore[attr-defined]
    with suppress(Http404):
        match = resolve(request.path)
        page: HttpResponse = match.func(request, *match.args, **match.kwargs)
        if page.status_code == HTTPStatus.OK:
            page.status_code = status
            return page
    return render(request, "review/refused.html", {"thing": back, "kind": kind, "why": why}, status=status)


@require_POST
@may_correct
def add(request: HttpRequest, public_id: str) -> HttpResponse:
    """What the machine missed in this article is there, by the words that tell it; the page of what was added follows."""
    article = get_object_or_404(Article.objects.with_public_id(public_id))
    kind = request.POST.get("what", "person")
    if kind not in additions.TELLS:
        why = "The form was not whole. Load the page again."
        return render(request, "review/refused.html", {"thing": article, "kind": "article", "why": why}, status=400)
    try:
        start, end = corrections.place_of(request.POST.get("words", ""), article=article)
        told = {"article": article, "start": start, "end": end, **adding.told_by(request.POST.dict(), what=kind)}
        made = additions.add(what=kind, by=signed_in(request), reason=_reason(request), **told)
    except corrections.Refused as refused:
        return articles.shown(request, public_id, attempt=adding.Attempt(kind, request.POST.dict(), refused))
    messages.success(request, "Added. It is in the archive now.")
    thing = _of(made)
    return redirect(f"{reverse(kind, args=[thing.public_id])}#corrections" if thing else reverse("article", args=[article.public_id]))


def _of(made: Correction) -> Any:
    """What was added by the decision, as it is now; None where it has no page."""
    words = Mention.objects.filter(article__key=made.article_key, text=made.anchor_text, rule="people.by-hand")
    if made.kind in {"person", "organization"}:
        mention = words.filter(kind=made.kind).select_related("person", "organization").first()
        return getattr(mention, made.kind) if mention else None
    return MODELS[made.kind].objects.filter(key__in=[made.key, *_now(made.key)]).first()


def _now(meeting: str) -> list[str]:
    return list(FormerKey.objects.filter(kind="meeting", key=meeting).values_list("now", flat=True))


@require_POST
@may_correct
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take back a decision, wherever it is shown."""
    model: type[Correction] | type[Judgement] = Judgement if request.POST.get("what") == "judgement" else Correction
    decision: Any = get_object_or_404(model, pk=_number(request.POST.get("pk", "")))
    try:
        if isinstance(decision, Correction):
            corrections.withdraw(correction=decision, by=signed_in(request))
        else:
            judgements.withdraw(judgement=decision, by=signed_in(request))
    except ValueError as refused:
        return render(request, "review/refused.html", {"why": refused}, status=409)
    messages.success(request, "Taken back. It stays on record.")
    back = request.POST.get("back", "")
    return redirect(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "review")


Act = Callable[[HttpRequest, Any, str], tuple[str, str]]


def _set(request: HttpRequest, thing: Any, kind: str) -> tuple[str, str]:
    field = request.POST.get("field", "")
    try:
        seen = json.loads(request.POST.get("seen", "null"))
        if not linked.is_link(field):
            thing._meta.get_field(field)
    except Exception as fault:
        raise corrections.Refused("The form was not whole. Load the page again.") from fault
    new: Any = request.POST.get("new", "").strip()
    if field in COUNTRIES and new:
        new = adding.code_of(new)
    if field in LISTS:
        new = [" ".join(word.split()) for word in new.split(";") if word.strip()]
    if field == "countries":
        new = sorted({adding.code_of(word.strip()) for word in new.split(",") if word.strip()})
    if field == "speaker" and new:
        new = _named(Person, new).key
    if field == "organization" and new:
        new = _named(Organization, new).key
    if field == "level":
        new = int(new) if new.isdigit() else None
    made = corrections.correct(
        kind=kind,
        key=thing.key,
        field=field,
        new=new,
        seen=seen,
        by=signed_in(request),
        reason=_reason(request),
    )
    return ("Confirmed." if made.operation == Correction.Operation.CONFIRM else "Corrected."), thing.key


def _link(request: HttpRequest, thing: Any, kind: str) -> tuple[str, str]:
    """Whoever is named took part in the meeting, or followed the organization."""
    told = request.POST
    link, typed = told.get("link", ""), told.get("other", "").strip()
    if link not in linked.LINKS.get(kind, ()):
        raise corrections.Refused("The form was not whole. Load the page again.")
    key = adding.code_of(typed) if link == "country" else _named(linked.OTHERS[link], typed).key
    field = f"{link}:{key}"
    if linked.value_of(thing, field) is not None:
        raise corrections.Refused(f"{wording.called(field)} is told there already. Correct that, where it stands.")
    new = {"kind": told.get("how", ""), "date": told.get("date", "")} if link == "followed_by" else told.get("side", "")
    if not new:
        raise corrections.Refused("No side was chosen. Choose one.")
    corrections.correct(kind=kind, key=thing.key, field=field, new=new, seen=None, by=signed_in(request), reason=_reason(request))
    return f"{wording.label(kind, field)}: {wording.value(kind, field, new)}.", thing.key


def _suppress(request: HttpRequest, thing: Any, kind: str) -> tuple[str, str]:
    name = wording.name(thing)
    corrections.suppress(kind=kind, key=thing.key, old={"name": name}, by=signed_in(request), reason=_reason(request))
    return f"{name} is shown nowhere any more.", ""


def _merge(request: HttpRequest, thing: Any, kind: str) -> tuple[str, str]:
    other = _named(type(thing), request.POST.get("other", ""))
    verbs: Any = {"person": people, "organization": organizations, "meeting": meetings}[kind]
    name = wording.name(other)
    verbs.merge(source=other, into=thing, by=signed_in(request), reason=_reason(request))
    key = thing.key if kind != "meeting" else _leads_to(thing)
    return f"{name} is one with {wording.name(thing)} now.", key


def _leads_to(meeting: Meeting) -> str:
    """The key of the meeting as it is now: of two that are joined either address may be the one that stays."""
    now = FormerKey.objects.filter(kind="meeting", key=meeting.key).values_list("now", flat=True).first()
    return now or meeting.key


def _split(request: HttpRequest, thing: Any, kind: str) -> tuple[str, str]:
    if kind == "meeting":
        account = MeetingReport.objects.filter(key=request.POST.get("account", "")).first()
        if account is None:
            raise corrections.Refused("No account was chosen. Choose the one that is of another meeting.")
        meetings.split(meeting=thing, report=account, by=signed_in(request), reason=_reason(request))
        return "The account is of a meeting of its own now.", MeetingReport.objects.select_related("meeting").get(
            key=account.key
        ).meeting.key
    chosen = list(Mention.objects.filter(key__in=request.POST.getlist("mention")))
    key = splits.split(thing=thing, mentions=chosen, by=signed_in(request), reason=_reason(request))
    return f"This {'official' if kind == 'person' else kind} was split from {thing}.", key


def _undo_split(request: HttpRequest, thing: Any, kind: str) -> tuple[str, str]:
    mention = thing.mentions.values_list("key", flat=True).first()
    splits.undo(thing=thing, by=signed_in(request))
    return "They are one again.", Mention.objects.values_list(f"{splits.field_of(thing)}__key", flat=True).get(key=mention)


ACTS: dict[str, Act] = {"set": _set, "link": _link, "suppress": _suppress, "merge": _merge, "split": _split, "undo_split": _undo_split}


MAY_BE_DONE_TO: dict[str, tuple[Act, ...]] = {
    "person": (_suppress, _merge, _split, _undo_split),
    "organization": (_suppress, _merge, _split, _undo_split, _link),
    "meeting": (_suppress, _merge, _split, _link),
    "agreement": (_suppress,),
    "quote": (_suppress,),
}


def _named(model: type[Any], typed: str) -> Any:
    """The official, body or meeting whose address, id or whole name was typed."""
    text = typed.strip()
    public_id = text.rstrip("/").rpartition("/")[2]
    found = list(model.objects.filter(key__startswith=public_id)[:2]) if len(public_id) == PUBLIC else []
    if not found and model is not Meeting:
        found = list(model.objects.filter(name__iexact=text)[:2])
    if not found and len(public_id) == PUBLIC:
        now = FormerKey.objects.filter(key__startswith=public_id).values_list("now", flat=True).first()
        found = list(model.objects.filter(key=now)) if now else []
    if not found:
        raise corrections.Refused(f"Nothing in the archive has the address or the name “{text}”. Paste the address of its page.")
    if len(found) > 1:
        raise corrections.Refused(f"Several are called “{text}”. Paste the address of the page of the one that is meant.")
    return found[0]


def signed_in(request: HttpRequest) -> Any:
    """The user; nobody gets here without having signed in."""
    return request.user


def _reason(request: HttpRequest) -> str:
    return " ".join(request.POST.get("reason", "").split())[:1000]


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 12 else 0
