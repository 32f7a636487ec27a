"""What the whole archive has on some words: the best of each kind, with the way to the rest."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from archive.filters.countries import Countries
from archive.filters.masked import look_up
from archive.filters.question import Question, first_ids
from archive.filters.rooms import QUESTIONS
from archive.models import Country
from archive.patience import Patience, patient
from archive.remembered import remembered

SHOWN = 5  # of each kind
COUNTED = 1000  # beyond this many are not counted
SECONDS, EACH = 4.0, 1.5
ROOMS = ("people", "offices", "organizations", "meetings", "articles", "agreements", "quotes")
BETWEEN = re.compile(r"\s*(?:,|–|/|\band\b|\bwith\b|\bvs\.?(?=\s))\s*")  # "Korea and Romania", "Korea, Romania"


@dataclass(frozen=True, slots=True)
class Section:
    """What one room has. `count` stops a little above `COUNTED`; None: there was no time to count, or to look (`things` is None too)."""

    room: str
    address: str
    things: list[Any] | None
    count: int | None

    @property
    def more(self) -> bool:
        """Whether the room has more than is shown."""
        return self.count is None or self.count > SHOWN

    @property
    def uncounted(self) -> bool:
        """Whether there are so many that they were not all counted."""
        return self.count is not None and self.count > COUNTED


class EverythingRecord:
    """The answer of all rooms to some words."""

    def __init__(self, words: str, *, exact: bool, countries: Countries, today: datetime.date) -> None:
        self.words = words
        self.exact = exact
        self.countries = countries
        self.today = today
        self.cut = False

    @cached_property
    def named(self) -> list[Country]:
        """The countries that the words are the names of: "Romania", "Korea and Romania"."""
        codes = [self.countries.code(part) for part in BETWEEN.split(self.words) if part]
        return [self.countries[code] for code in dict.fromkeys(codes) if code] if codes and all(codes) else []

    @property
    def meant(self) -> str:
        """The country whose name the words may be a slip of; only where no release has them."""
        told = any(section.room in {"meetings", "articles"} for section in self.found)
        return "" if self.named or told or self.failed else self.countries.near(self.words) or ""

    @cached_property
    def sections(self) -> list[Section]:
        """What each room has, in one order."""
        with patient(seconds=SECONDS, each=EACH) as patience:
            found = self._looked_for(patience)
        self.cut = patience.cut
        return found

    @property
    def found(self) -> list[Section]:
        return [section for section in self.sections if section.things]

    @property
    def cite_text(self) -> str:
        return f"“{self.words}” in the whole archive."

    @property
    def empty(self) -> list[Section]:
        return [section for section in self.sections if section.things == []]

    @property
    def failed(self) -> list[Section]:
        """The rooms that had no time to answer."""
        return [section for section in self.sections if section.things is None]

    def _looked_for(self, patience: Patience) -> list[Section]:
        """What each room has. The database is asked at once for the words that masks do not know, and at once for the first of all rooms
        that have no masks, as many as are counted; where that takes too long, each of these rooms is asked by itself."""
        asked = {room: self._question(room) for room in ROOMS}
        patience.answer(lambda: look_up(one for question in asked.values() for one in question.lookups()), otherwise=None)
        others = {room: question for room, question in asked.items() if not question.in_order_of_masks}
        told = f"first {COUNTED} {list(others)} {self.words} {self.exact}"
        known: list[list[int]] | None = None
        known = patience.answer(lambda: remembered(told, lambda: first_ids(COUNTED + 1, list(others.values()))), otherwise=known)
        first = dict(zip(others, known, strict=True)) if known is not None else {}
        return [self._section(room, question, first.get(room), patience) for room, question in asked.items()]

    def _section(self, room: str, question: Question, first: list[int] | None, patience: Patience) -> Section:
        nothing: tuple[list[Any] | None, int | None] = None, None
        things, count = patience.answer(lambda: _begun(question, first), otherwise=nothing)
        return Section(room, reverse(room) + question.address().rstrip("?"), things, count)

    def _question(self, room: str) -> Question:
        data = QueryDict(mutable=True)
        if room == "meetings" and len(self.named) == 2:
            data["of"], data["with"] = (country.code for country in self.named)
        else:
            data["q"] = self.words
        if room == "people" and (self.exact or self.named):  # of a country's name no spelling near it is meant
            data["exact"] = "yes"
        question = QUESTIONS[room]
        return question(data, question._meta.model.objects.public(), countries=self.countries, today=self.today)


def _begun(question: Question, first: list[int] | None) -> tuple[list[Any] | None, int | None]:
    """What is shown of a room, and how many it has, as in `Section`; `first` are the ids of the first that fit, where they are known."""
    if first is not None:
        return question.things(first[:SHOWN]), len(first)
    if question.in_order_of_masks:
        return question.part(0, SHOWN), min(question.count(), COUNTED + 1)
    some = question.part(0, SHOWN + 1)
    return some[:SHOWN], len(some) if len(some) <= SHOWN else None
