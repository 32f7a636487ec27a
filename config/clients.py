"""Who asks: the address of the machine at the other end, also through proxies of ours."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def address(request: HttpRequest) -> str:
    """The client's address as the outermost of our PARLEY_PROXIES proxies saw it; what clients claim beyond that is not heard."""
    seen: str = request.META.get("REMOTE_ADDR", "")
    if not settings.PARLEY_PROXIES:
        return seen
    told = [word.strip() for word in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if word.strip()]
    return told[-min(settings.PARLEY_PROXIES, len(told))] if told else seen
