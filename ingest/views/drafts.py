"""Releases before readers see them, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from archive.actions import additions, corrections
from archive.actions import articles as act
from archive.models import Article, Original
from archive.models.article import ArticleQuerySet
from archive.models.imports import sees_all
from archive.records import adding
from ingest import drafted, neighbors, publishing, sketches, stating, tasks
from ingest.drafted import Decided, Drafted
from ingest.models import FormerVersion, NewVersion, TextJudgement
from ingest.projection.releases import FIELDS
from ingest.review import Draft
from ingest.views.access import editors_only, signed_in
from ingest.views.uploads import as_download

PER_PAGE = 50
SECTIONS = {"official": "people", "body": "organizations"}  # of the page; other kinds have theirs by their own name
IS_PUBLISHED = "The release is published: correct it on the pages that readers see."
STATES = {"draft": "Drafts", "published": "Published", "withdrawn": "Withdrawn"}


@editors_only
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """An editor's own releases by what became of them; an admin sees everybody's."""
    asked = request.GET.get("state", "draft")
    state = asked if asked in STATES else "draft"
    own = _own(request.user)
    counts = {name: own.filter(status=name).count() for name in STATES}
    found = own.filter(status=state).for_list().select_related("uploaded_by", "publisher").order_by("-created", "-pk")
    articles = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    page = {
        "desk": "drafts",
        "state": state,
        "states": [(name, label, counts[name]) for name, label in STATES.items()],
        "articles": articles,
        "alike": neighbors.with_undecided(list(articles.object_list), among=_visible(request.user)) if state == "draft" else (),
        "sees_all": sees_all(request.user),
    }
    return render(request, "ingest/drafts.html", page)


@editors_only
@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """The text at one side, what was read at the other."""
    return _shown(request, _article(request, public_id))


def _shown(request: HttpRequest, article: Article, *, attempt: adding.Attempt | None = None) -> HttpResponse:
    """The page of the release; with a form that was refused, and why beside the field that is to blame."""
    version = NewVersion.objects.filter(draft=article).select_related("of").first()
    typed = {name: request.GET.get(name, "")[:200] for name in FIELDS}
    page = {
        "desk": "drafts",
        "draft": Draft(article),
        "typed": typed,
        "faults": stating.faults(typed),
        "version": version,
        "neighbors": neighbors.undecided(article, among=_visible(request.user)),
        "former": FormerVersion.objects.filter(article=article).defer("content").order_by("-pk"),
        "attempt": attempt,
    }
    return render(request, "ingest/draft.html", page, status=400 if attempt else 200)


@editors_only
@require_POST
def tell(request: HttpRequest, public_id: str) -> HttpResponse:
    """The date and the publisher that the release does not state. Where one is refused, both stand in their fields again, with why."""
    article = _article(request, public_id)
    told = {name: request.POST.get(name, "") for name in FIELDS if request.POST.get(name, "").strip()}
    if stating.faults(told):
        return redirect(f"{reverse('draft', args=[public_id])}?{urlencode(told)}")
    with _refusals_told(request):
        stating.state(article=article, by=signed_in(request), **told)
    return redirect("draft", public_id)


@editors_only
@require_POST
def add(request: HttpRequest, public_id: str) -> HttpResponse:
    """What the machine missed, by the words of the text that tell it."""
    article = _article(request, public_id)
    what = request.POST.get("what", "person")
    if article.status == Article.Status.PUBLISHED or what not in additions.TELLS:
        messages.warning(request, IS_PUBLISHED if what in additions.TELLS else "The form was not whole. Load the page again.")
        return redirect("draft", public_id)
    try:
        start, end = corrections.place_of(request.POST.get("words", ""), article=article)
        told = adding.told_by(request.POST.dict(), what=what)
        reason = request.POST.get("reason", "").strip()[:300]
        additions.add(what=what, article=article, start=start, end=end, by=signed_in(request), reason=reason, **told)
    except corrections.Refused as refused:
        return _shown(request, article, attempt=adding.Attempt(what, request.POST.dict(), refused))
    return redirect(f"{reverse('draft', args=[public_id])}#{adding.SECTIONS[what]}")


@editors_only
@require_POST
def decide_on_fact(request: HttpRequest, public_id: str) -> HttpResponse:
    """What was read from a draft is accepted, set right or taken away, fact by fact; or that is taken back."""
    article = _article(request, public_id)
    draft = Draft(article).drafted
    fact = draft.find(request.POST.get("kind", ""), request.POST.get("key", ""))
    if article.status == Article.Status.PUBLISHED:
        messages.warning(request, IS_PUBLISHED)
    elif fact is None:
        messages.warning(request, "That is not read from the release any more. Look at it again.")
    else:
        with _refusals_told(request):
            messages.success(request, _decide_on(draft, fact, request))
    kind = request.POST.get("kind", "")
    return redirect(f"{reverse('draft', args=[public_id])}#{SECTIONS.get(kind, f'{kind}s')}")


def _decide_on(draft: Drafted, fact: Decided, request: HttpRequest) -> str:
    """What was done, in words."""
    act, by = request.POST.get("do", ""), signed_in(request)
    if act == "take away":
        drafted.take_away(draft=draft, fact=fact, by=by)
        return "Taken away: readers will not see it."
    if act == "undo":
        drafted.undo(draft=draft, fact=fact, by=by)
        return "Taken back: it is as it was read."
    told = {slot.name: request.POST[slot.name] for slot in fact.slots if slot.name in request.POST}
    return "Corrected." if drafted.keep(draft=draft, fact=fact, told=told, by=by) else "Accepted as it was read."


@contextmanager
def _refusals_told(request: HttpRequest) -> Iterator[None]:
    """What is refused is told, with what to do."""
    try:
        yield
    except corrections.Refused as refused:
        messages.warning(request, str(refused))


@editors_only
@require_safe
def compare(request: HttpRequest, public_id: str, other: str) -> HttpResponse:
    """The texts of two releases side by side, with what only one of them has marked; and the question what they are to each other."""
    article, there = _article(request, public_id), get_object_or_404(_visible(request.user).with_public_id(other))
    left, right = sketches.side_by_side(there.body, article.body)
    page = {
        "desk": "drafts",
        "article": article,
        "other": there,
        "former": left,
        "now": right,
        "verdicts": TextJudgement.Verdict,
        "share": round(100 * sketches.in_common(article.body, there.body)),
        "version": NewVersion.objects.filter(draft=article, of=there).exists(),
        "may_replace": _own(request.user).filter(pk=there.pk).exists(),
    }
    return render(request, "ingest/compare.html", page)


@editors_only
@require_POST
def decide(request: HttpRequest, public_id: str, other: str) -> HttpResponse:
    """What the editor says of the two holds, and is not asked again. A release of somebody else is only replaced by an admin."""
    verdict = request.POST.get("verdict", "")
    others = _own(request.user) if verdict == TextJudgement.Verdict.UPDATE else _visible(request.user)
    article, there = _article(request, public_id), get_object_or_404(others.with_public_id(other))
    if verdict not in TextJudgement.Verdict.values:
        messages.warning(request, "Nothing was decided. Press one of the three buttons.")
        return redirect("draft_compare", public_id, other)
    stays = neighbors.decide(article=article, other=there, verdict=verdict, by=signed_in(request))
    tasks.compare_later()
    seen = " Readers see it now." if verdict == TextJudgement.Verdict.UPDATE and stays.status == Article.Status.PUBLISHED else ""
    messages.success(request, f"Decided: {TextJudgement.Verdict(verdict).label}. You will not be asked again.{seen}")
    return redirect("draft", stays.public_id)


@editors_only
@require_safe
def original(request: HttpRequest, public_id: str) -> HttpResponseBase:
    article = _article(request, public_id)
    held = get_object_or_404(Original, article=article)
    return as_download(iter([bytes(held.content)]), name=article.path.rpartition("/")[2] or "release")


@editors_only
@require_safe
def former(request: HttpRequest, public_id: str, pk: int) -> HttpResponseBase:
    """The file of a release as it was before a new version took its place."""
    article = _article(request, public_id)
    held = get_object_or_404(FormerVersion, article=article, pk=pk)
    return as_download(iter([bytes(held.content)]), name=f"former {article.path.rpartition('/')[2] or 'release'}")


@editors_only
@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    """The chosen releases are published, or taken back; whichever button was pressed."""
    chosen = [article for public_id in request.POST.getlist("article")[:PER_PAGE] if (article := _of(request, public_id))]
    if not chosen:
        messages.warning(request, "No release was chosen. Tick those you mean, then press the button again.")
        return redirect(_back(request))
    if request.POST.get("do") == "withdraw":
        count = act.withdraw(articles=chosen, by=signed_in(request), reason=request.POST.get("reason", "")[:500])
        messages.success(request, f"{_releases(count)} withdrawn. Readers no longer see {'it' if count == 1 else 'them'}.")
    else:
        count = publishing.publish(articles=chosen, by=signed_in(request))
        tasks.compare_later()
        messages.success(request, f"{_releases(count)} published.")
    return redirect(_back(request))


def _own(user: Any) -> ArticleQuerySet:
    """The releases that this user looks after."""
    everybodys: ArticleQuerySet = Article.objects.all()
    return everybodys if sees_all(user) else everybodys.filter(uploaded_by=user)


def _visible(user: Any) -> ArticleQuerySet:
    """The releases that this user may read: the own ones, and what is published."""
    everybodys: ArticleQuerySet = Article.objects.all()
    return everybodys if sees_all(user) else everybodys.filter(Q(uploaded_by=user) | Q(status=Article.Status.PUBLISHED))


def _article(request: HttpRequest, public_id: str) -> Article:
    own = _own(request.user).select_related("publisher__country", "uploaded_by")
    return get_object_or_404(own.with_public_id(public_id))


def _of(request: HttpRequest, public_id: str) -> Article | None:
    found: Article | None = _own(request.user).with_public_id(public_id).first()
    return found


def _back(request: HttpRequest) -> str:
    state = request.POST.get("state", "draft")
    return f"/drafts/?state={state if state in STATES else 'draft'}"


def _releases(count: int) -> str:
    return f"{count:,} release{'' if count == 1 else 's'}"
