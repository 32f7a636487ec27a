"""How a page is cited: its lasting address and the day it was seen."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from archive.prose.dates import in_words


@dataclass(frozen=True, slots=True)
class Cite:
    """The address to cite, and the day of access in words."""

    permalink: str
    seen: str


def cited(request: HttpRequest) -> Cite:
    """Return what a reader needs to cite this page. The address is the one without a question, which never changes."""
    return Cite(request.build_absolute_uri(request.path), in_words(timezone.localdate().isoformat()).text)
