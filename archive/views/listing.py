"""What all lists have in common: the question of the address, its answer by pages, and the ways out of an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from archive.filters.countries import Countries
from archive.filters.facets import Facet
from archive.filters.question import Part, Question
from archive.remembered import remembered

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class WayOut:
    """The question without one of its parts, and how many fit it then."""

    part: Part
    count: int


class Listing:
    """A list as its template sees it."""

    def __init__(self, question: Question, *, page: str = "1") -> None:
        self.question = question
        self.asked_page = page

    @cached_property
    def paginator(self) -> Paginator[Model]:
        paginator = Paginator(self.question.answer(), PER_PAGE)
        paginator.count = self._figures[0]
        return paginator

    @cached_property
    def page(self) -> Page[Model]:
        """The page asked for; the last one where there are not as many, the first where the number is none."""
        return self.paginator.get_page(self.asked_page)

    @property
    def beyond(self) -> bool:
        """Whether a page was asked for that there is not, so that the reader is told which one this is."""
        return self.asked_page != str(self.page.number)

    @property
    def facets(self) -> dict[str, Facet]:
        return self._figures[1]

    @cached_property
    def _figures(self) -> tuple[int, dict[str, Facet]]:
        """How many fit the question, and the filters with their counts."""
        question = self.question
        asked = f"{question.noun} {question.today} {question.address(sort=next(iter(question.sorts)))} {question.faults()}"
        return remembered(asked, lambda: (question.count() if question.understood else 0, question.facets()))

    @property
    def pages(self) -> Iterator[tuple[int | None, str]]:
        """Page numbers to choose from with their addresses; None for a gap."""
        for number in self.page.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1):
            known = number if isinstance(number, int) else None
            yield known, self.question.address(page=known) if known else ""

    @property
    def previous(self) -> str:
        return self.question.address(page=self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next(self) -> str:
        return self.question.address(page=self.page.number + 1) if self.page.has_next() else ""

    @property
    def sorts(self) -> Iterator[tuple[str, str, bool]]:
        for name, (words, _) in self.question.sorts.items():
            yield name, words, name == self.question.sort

    @property
    def takeaways(self) -> Iterator[tuple[str, str]]:
        """The formats in which the whole answer can be taken away, each with its address."""
        for words, suffix in (("CSV", "csv"), ("Excel", "xlsx"), ("JSON", "json"), ("feed", "atom")):
            yield words, reverse("export", args=[self.question.noun, suffix]) + self.question.address().rstrip("?")

    @property
    def keeping(self) -> str:
        """The address at which the question can be kept, to be told of new ones."""
        asked = {"page": self.question.noun, "query": self.question.address().removeprefix("?")}
        return f"{reverse('search-new')}?{urlencode(asked)}"

    @property
    def feed(self) -> str:
        return reverse("export", args=[self.question.noun, "atom"]) + self.question.address().rstrip("?")

    @cached_property
    def ways_out(self) -> list[WayOut]:
        """For an empty answer: each part that could be dropped, and how many there are without it; at most five."""
        if self.paginator.count or not self.question.understood:
            return []
        parts = {part.name: part for part in self.question.parts}
        return [WayOut(part, self.question.leaving_out(name).count()) for name, part in list(parts.items())[:5]]


def asked(request: HttpRequest, question: type[Question], queryset: QuerySet[Any]) -> Listing:
    """Return the list that the address asks for, out of what the queryset holds."""
    data = request.GET
    today = timezone.localdate()
    return Listing(question(data, queryset, countries=Countries.load(), today=today), page=data.get("page", "1")[:12])
