"""Who may see the desk, and whose uploads."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]


def editors_only(view: View) -> View:
    """The view, for those who may upload: the groups `editors` and `admins`. Others are told that they may not."""

    @wraps(view)
    @login_required
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not request.user.has_perms(("archive.add_importbatch", "archive.change_article")):
            raise PermissionDenied("Uploading is for editors. Ask an administrator to add your account to the group.")
        return view(request, *args, **kwargs)

    return guarded


def signed_in(request: HttpRequest) -> User:
    """Who asks; nobody reaches a guarded view without having signed in."""
    return cast(User, request.user)
