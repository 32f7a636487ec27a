"""The password that `manage.py start` prints is good for one thing: choosing another.

Whose password it is stands in the data folder, by the fingerprint of its hash; once the password is changed, the fingerprint fits no more.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse


def mark(user: AbstractBaseUser) -> None:
    """This user has to choose a password before anything else."""
    handle = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(_fingerprint(user))


def is_marked(user: AbstractBaseUser) -> bool:
    try:
        return _file().read_text(encoding="ascii") == _fingerprint(user)
    except OSError:
        return False


class FirstPasswordMiddleware:
    """Leads whoever signed in with a first password to the page where another is chosen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.user.is_authenticated or not is_marked(request.user):
            return self.get_response(request)
        choose, leave = reverse("admin:password_change"), reverse("admin:logout")
        if request.path in (choose, leave) or request.path.startswith(f"/{settings.STATIC_URL.lstrip('/')}"):
            return self.get_response(request)
        answer: HttpResponse = redirect(choose)
        return answer


def _file() -> Path:
    path: Path = settings.PARLEY_DATA / "first_password"
    return path


def _fingerprint(user: AbstractBaseUser) -> str:
    return hashlib.sha256(f"{user.pk} {user.password}".encode()).hexdigest()
