"""Searches that analysts keep: saved under a name, looked at for what is new, mailed, let go."""

from __future__ import annotations

import datetime
from typing import cast

from django.contrib.auth.decorators import login_not_required, login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from archive.actions import searches
from archive.forms import SavedSearchForm, asked
from archive.models import SavedSearch
from archive.records.searches import SearchRecord

A_WEEK = datetime.timedelta(days=7)
NAME = 150  # characters of the name that is suggested


@login_required
@never_cache
def listing(request: HttpRequest) -> HttpResponse:
    """The reader's searches, each with how much is new in it."""
    kept = [SearchRecord(search) for search in SavedSearch.objects.filter(owner=_reader(request))]
    return render(request, "archive/searches.html", {"searches": kept, "alerts": SavedSearch.Alert.choices})


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """A form to keep a question, with how much it would have told of; the name that it suggests is the question in words."""
    if request.method == "POST":
        form = SavedSearchForm(request.POST)
        if form.is_valid() and _saved(form, _reader(request)):
            return redirect("searches")
    else:
        page, query = request.GET.get("page", ""), request.GET.get("query", "")[:10_000].replace("\0", "")
        form = SavedSearchForm(initial={"page": page, "query": query, "name": asked(page, query).sentence[:NAME], "alert": "never"})
    told = SavedSearch(page=form["page"].value() or "", query=form["query"].value() or "")
    record = SearchRecord(told, since=timezone.now() - A_WEEK)
    return render(request, "archive/search_new.html", {"form": form, "record": record, "alerts": SavedSearch.Alert.choices})


@login_required
@never_cache
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What is new in one search since the last look. Only the button below it says that it was looked at."""
    record = SearchRecord(_own(request, pk))
    return render(request, "archive/search.html", {"record": record, "now": timezone.now().isoformat()})


@login_required
@require_POST
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """Seen up to the moment at which the page was made; what came after it stays new."""
    try:
        shown = parse_datetime(request.POST.get("shown", ""))
    except ValueError:
        shown = None
    now = timezone.now()
    searches.look(search=_own(request, pk), at=min(shown, now) if shown and timezone.is_aware(shown) else now)
    return redirect("searches")


@login_required
@require_POST
def alert(request: HttpRequest, pk: int) -> HttpResponse:
    """How often it is mailed; what is no such choice changes nothing."""
    if request.POST.get("alert") in SavedSearch.Alert.values:
        searches.change_alert(search=_own(request, pk), alert=request.POST["alert"])
    return redirect("searches")


@login_required
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """The search is gone; what it found stays."""
    searches.delete(search=_own(request, pk))
    return redirect("searches")


@csrf_exempt  # mail programs post here on their own (RFC 8058); the token in the address is what allows it
@login_not_required
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """No more mail for the search of this token. Looking at the page changes nothing, so that programs that follow links do no harm."""
    search = get_object_or_404(SavedSearch, token=token)
    if request.method == "POST":
        searches.change_alert(search=search, alert=SavedSearch.Alert.NEVER)
    return render(request, "archive/unsubscribe.html", {"search": search, "done": request.method == "POST"})


def _saved(form: SavedSearchForm, reader: User) -> bool:
    try:
        searches.save(**form.cleaned_data, by=reader)
    except searches.NameTaken as fault:
        form.add_error("name", str(fault))
        return False
    return True


def _own(request: HttpRequest, pk: int) -> SavedSearch:
    """One of the reader's own; those of others are not there."""
    return get_object_or_404(SavedSearch, pk=pk, owner=_reader(request))


def _reader(request: HttpRequest) -> User:
    return cast(User, request.user)
