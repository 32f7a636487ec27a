"""What all lists have in common: the question of the address, its answer by pages, and the ways out of an empty one."""

from __future__ import annotations

import datetime
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
from django.utils.functional import SimpleLazyObject

from archive.filters.countries import Countries
from archive.filters.facets import Facet
from archive.filters.question import Part, Question
from archive.patience import patient
from archive.records.cite import Cite, cited
from archive.remembered import remembered
from archive.standing import shown_as_of

PER_PAGE = 20
SECONDS, EACH = 4.0, 2.0  # for all counts of a page, and for each


@dataclass(frozen=True, slots=True)
class WayOut:
    """The question without one of its parts, and how many fit it then."""

    part: Part
    count: int


class Listing:
    """A list as its template sees it."""

    def __init__(self, question: Question, *, page: str = "1", cite: Cite) -> None:
        self.question = question
        self.asked_page = page
        self.cite = cite

    @cached_property
    def paginator(self) -> Paginator[Model]:
        paginator: Paginator[Model] = Paginator(_Parts(self.question), PER_PAGE)  # type: ignore[arg-type]  # sliced, counted below
        paginator.count = self._counted if self._counted is not None else self._at_least
        return paginator

    @cached_property
    def page(self) -> Page[Model]:
        """The page asked for; the last one where there are not as many, the first where the number is none."""
        return self.paginator.get_page(self.asked_page if self.asked_page.isdecimal() and int(self.asked_page) else 1)

    @property
    def beyond(self) -> bool:
        """Whether a page was asked for that there is not, so that the reader is told which one this is."""
        return self.asked_page != str(self.page.number)

    @property
    def facets(self) -> dict[str, Facet]:
        return self._figures[1]

    @property
    def as_of(self) -> datetime.datetime | None:
        """When the archive was as the list shows it, while releases are taken in; None where that is now."""
        return shown_as_of() if self.question.in_masks else None

    @property
    def cut(self) -> bool:
        """Whether there was no time to count, so that the filters stand without figures."""
        return self._figures[2]

    @property
    def _counted(self) -> int | None:
        return self._figures[0]

    @cached_property
    def _at_least(self) -> int:
        """Where there was no time to count: those up to this page, and one more if there is a next one."""
        page = int(self.asked_page) if self.asked_page.isdecimal() else 1
        start = (max(page, 1) - 1) * PER_PAGE
        found = len(self.question.part(start, start + PER_PAGE + 1))
        return start + found if found else 0

    @cached_property
    def _figures(self) -> tuple[int | None, dict[str, Facet], bool]:
        """How many fit the question, the filters with their counts, and whether there was no time for that."""
        question = self.question
        asked = f"{question.noun} {question.today} {question.address(sort=next(iter(question.sorts)))} {question.faults()}"
        try:
            return remembered(asked, self._count)
        except _Cut as cut:
            return cut.figures

    def _count(self) -> tuple[int | None, dict[str, Facet], bool]:
        """Counted in the time that there is. What was cut is thrown, so that it is not remembered."""
        question = self.question
        with patient(seconds=SECONDS, each=EACH) as patience:
            count = patience.answer(question.count, otherwise=None) if question.understood else 0
            facets = patience.answer(question.facets, otherwise=None)
        if count is None or facets is None:
            raise _Cut((count, facets or question.about_nothing().facets(), True))
        return count, facets, False

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
        """For an empty answer: each part without which there would be any, and how many; of the first four."""
        if self.paginator.count or self.cut or not self.question.understood:
            return []
        parts = {part.name: part for part in self.question.parts}
        without = [WayOut(part, self.question.leaving_out(name).count()) for name, part in list(parts.items())[:4]]
        return [way for way in without if way.count]


class _Cut(Exception):
    """There was no time to count everything; `figures` are what there is."""

    def __init__(self, figures: tuple[int | None, dict[str, Facet], bool]) -> None:
        super().__init__()
        self.figures = figures


class _Parts:
    """The answer to a question as the paginator wants it: something to take a slice of."""

    ordered = True

    def __init__(self, question: Question) -> None:
        self.question = question

    def __getitem__(self, part: slice) -> Any:
        return SimpleLazyObject(lambda: self.question.part(part.start, part.stop))


def asked(request: HttpRequest, question: type[Question], queryset: QuerySet[Any]) -> Listing:
    """Return the list that the address asks for, out of what the queryset holds."""
    data = request.GET
    put = question(data, queryset, countries=Countries.load(), today=timezone.localdate())
    return Listing(put, page=data.get("page", "1")[:12], cite=cited(request, question=put.address().rstrip("?")))
