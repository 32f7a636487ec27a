"""The thing that an address means, also where it was joined to another since the address was given out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from archive.actions import splits
from archive.keys import PUBLIC
from archive.models import FormerKey

SPLIT = (FormerKey.Kind.PERSON, FormerKey.Kind.ORGANIZATION)  # what mentions are split off of
Thing = TypeVar("Thing", bound=models.Model)


class MovedOn(Exception):
    """The thing was joined to another; `public_id` is that one's."""

    def __init__(self, public_id: str) -> None:
        super().__init__(public_id)
        self.public_id = public_id


def found(queryset: models.QuerySet[Thing], public_id: str, *, kind: str | None = None) -> Thing:
    """Return the thing with this id. Raises `MovedOn` where it was joined to another, and Http404 where there never was one."""
    thing: Thing | None = queryset.with_public_id(public_id).first()  # type: ignore[attr-defined]
    if thing is not None:
        return thing
    now = FormerKey.objects.filter(kind=kind, key__startswith=public_id).values_list("now", flat=True).first() if kind else None
    if now is None and kind in SPLIT:
        now = splits.taken_back(kind, public_id)
    if now is None:
        raise Http404("There is no such page in the archive.")
    raise MovedOn(now[:PUBLIC])


def leads_on(name: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Make a view send the reader on where the thing of its address was joined to another one; `name` is the view's in `urls`."""

    def leading(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def lead(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, *args, **kwargs)
            except MovedOn as moved:
                return redirect(name, public_id=moved.public_id)  # for now: a join can be undone, and browsers keep what is permanent

        return lead

    return leading
