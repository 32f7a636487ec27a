"""A kept question with what is new in its answer."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import Any

from django.db.models import Model
from django.urls import reverse

from archive.filters.question import Question
from archive.forms import asked
from archive.models import Agreement, Appointment, Meeting, Quote, SavedSearch
from archive.prose.dates import NOTHING, days_in_words, in_words
from archive.prose.meetings import name_of

SHOWN = 20  # of what is new, on a page or in a mail; the list has them all


class SearchRecord:
    """A saved search as its owner sees it; new is what the archive first told after `since`, else after the last look."""

    def __init__(self, search: SavedSearch, *, since: datetime.datetime | None = None) -> None:
        self.search = search
        self.since = since or search.last_looked

    @cached_property
    def question(self) -> Question:
        return asked(self.search.page, self.search.query)

    @property
    def address(self) -> str:
        """The address of the whole answer."""
        return reverse(self.search.page) + self.question.address().rstrip("?")

    @cached_property
    def new(self) -> int:
        """How many are new. None are where the question is no longer understood; `question.understood` tells."""
        return int(self._new().count()) if self.question.understood else 0

    @cached_property
    def newest(self) -> list[tuple[str, str, str]]:
        """What is new in the order of the list: name, date in words, address."""
        if not self.question.understood:
            return []
        return [_line(thing) for thing in self.question.sorted(self._new().for_list())[:SHOWN]]

    def _new(self) -> Any:
        return self.question.leaving_out().new_since(self.since)


def _line(thing: Model) -> tuple[str, str, str]:
    if isinstance(thing, Meeting):
        return name_of(thing), str(in_words(thing.date, thing.end_date)), reverse("meeting", args=[thing.public_id])
    if isinstance(thing, Agreement):
        return f"{thing.title} ({thing.action})", "", reverse("article", args=[thing.article.public_id])
    if isinstance(thing, Appointment):
        seen = str(days_in_words(thing.first_seen or thing.last_seen, thing.last_seen)) if thing.last_seen else str(NOTHING)
        return f"{thing.person}: {thing}", seen, reverse("person", args=[thing.person.public_id])
    if isinstance(thing, Quote):
        return (
            f"{thing.speaker_name}: “{thing.text}”",
            str(in_words(thing.article.published)),
            reverse("article", args=[thing.article.public_id]),
        )
    when = str(in_words(thing.published)) if hasattr(thing, "published") else ""
    return str(thing), when, reverse(str(thing._meta.model_name), args=[thing.public_id])  # type: ignore[attr-defined]
