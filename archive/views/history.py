"""What people decided, in the whole archive."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.records.history import KINDS, STANDS, Asked, History


@permission_required("archive.view_correction", raise_exception=True)
def listing(request: HttpRequest) -> HttpResponse:
    """Every decision that fits the question of the address, the newest first."""
    shown = History(Asked.of(request.GET.dict()), page=request.GET.get("page", "1"), reader=cast(User, request.user))
    rest = request.GET.copy()
    rest.pop("page", None)
    return render(
        request,
        "review/history.html",
        {"desk": "history", "history": shown, "kinds": KINDS.items(), "stands": STANDS.items(), "query": rest.urlencode()},
    )
