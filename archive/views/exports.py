"""Lists to take away: the address of a list with a suffix (`/meetings.csv?of=RO`) is everything that fits, as a file."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from itertools import chain
from types import ModuleType
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from archive.exports import agreements, articles, commas, feed, meetings, objects, offices, organizations, people, quotes, workbook
from archive.exports.table import BROKEN_OFF, Export, Table
from archive.filters.question import Question
from archive.filters.rooms import question_to

logger = logging.getLogger(__name__)

TABLES: dict[str, Table[Any]] = {
    "meetings": meetings.TABLE,
    "articles": articles.TABLE,
    "people": people.TABLE,
    "organizations": organizations.TABLE,
    "agreements": agreements.TABLE,
    "quotes": quotes.TABLE,
    "offices": offices.TABLE,
}
FORMATS: dict[str, ModuleType] = {"csv": commas, "xlsx": workbook, "json": objects}
PAGES = 1_000_000  # a feed has no more pages than this


@require_safe
def export(request: HttpRequest, room: str, suffix: str) -> HttpResponseBase:
    """Everything that fits the question of the address, in the order of the page. 400 where the question is not understood."""
    asked_at = timezone.now()
    question = question_to(room, request.GET, today=asked_at.date())
    faults = list(_faults(question, suffix))
    if faults:
        return _refused(request, question, faults)
    made = Export(question, TABLES[room], site=f"{request.scheme}://{request.get_host()}", asked_at=asked_at)
    if suffix == "atom":
        return _sent(request, feed.written(made, feed_url=_feed_url(request, question), page=_page(request)), feed.TYPE)
    kind = FORMATS[suffix]
    response = _sent(request, kind.written(made), kind.TYPE)
    name = slugify(question.sentence)[:80] or room
    response["Content-Disposition"] = f"attachment; filename={quote(name)}-{asked_at:%Y-%m-%d}.{suffix}"
    return response


def _faults(question: Question, suffix: str) -> Iterator[str]:
    """What is wrong with the question, a line each."""
    for name, words, _ in question.faults():
        yield f"{name}: {words}"
    for name in question.unknown():
        yield f"{name[:60]}: There is no such filter. There are: {', '.join(question.filters)}, sort."
    sort = question.data.get("sort", question.sort)
    if sort != question.sort:
        yield f"sort: “{sort[:60]}” is none of: {', '.join(question.sorts)}."
    page = question.data.get("page", "1")
    if suffix == "atom" and not (page.isascii() and page.isdigit() and 1 <= int(page[:9]) <= PAGES):
        yield f"page: “{page[:60]}” is no page of a feed."


def _refused(request: HttpRequest, question: Question, faults: Iterable[str]) -> HttpResponse:
    page = request.build_absolute_uri(f"/{question.noun}/{question.address().rstrip('?')}")
    lines = ["This question was not understood, so nothing was exported.", *faults, f"The question without that: {page}"]
    return HttpResponse("\n".join(lines) + "\n", status=400, content_type="text/plain; charset=utf-8")


def _sent(request: HttpRequest, blocks: Iterator[bytes], content_type: str) -> HttpResponseBase:
    """The first block is fetched before anything is sent, so that a fault of the database at the start is told as one."""
    if request.method == "HEAD":
        return HttpResponse(content_type=content_type)
    try:
        first = next(blocks)
    except BROKEN_OFF:
        logger.exception("An export did not begin.")
        words = "The database could not answer this. Try again in a minute, or ask for less.\n"
        return HttpResponse(words, status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": "60"})
    return StreamingHttpResponse(chain([first], blocks), content_type=content_type)


def _page(request: HttpRequest) -> int:
    return int(request.GET.get("page", "1"))


def _feed_url(request: HttpRequest, question: Question) -> str:
    """The address of the feed in one way of writing it, without a page."""
    return request.build_absolute_uri(request.path) + question.address().rstrip("?")
