"""Reading needs sign-in where PARLEY_CLOSED is set; otherwise the archive is public."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponseBase


class ClosedArchiveMiddleware(LoginRequiredMiddleware):
    """Sends everybody who is not signed in to the sign-in page. Views marked `login_not_required` stay open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.PARLEY_CLOSED:
            raise MiddlewareNotUsed
        super().__init__(get_response)
