"""A list as a table: its columns with what stands in each, and its lines, fetched from the database a few hundred at a time."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Generic, TypeVar

from django.db import InterfaceError, OperationalError

from archive.exports.evidence import NOTHING, Evidence
from archive.filters.countries import Countries
from archive.filters.question import Question

Value = str | int | float | datetime.date | list[str] | None
T = TypeVar("T")

BROKEN_OFF = (OperationalError, InterfaceError)  # the database ended a query or the connection; other faults are ours
FIRST, CHUNK = 50, 500  # things fetched at first, so that something is sent soon, and at a time, with all that hangs on them


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """One thing of a list with its evidence, and what its columns need besides: names of countries, the address of the site.

    `about` is what several columns need and is worked out once for the line.
    """

    thing: T
    countries: Countries
    site: str
    evidence: Evidence = NOTHING
    named: dict[str, list[str]] = field(default_factory=dict)
    about: Any = None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its name, what stands in it, in words for the code book, and how it is told of a line."""

    name: str
    words: str
    value: Callable[[Line[T]], Value]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """How things of one kind are written as lines. `lines` makes those of one chunk, with a fixed number of queries.

    `shown` names the QuerySet method that fetches what `lines` needs of each thing.
    """

    columns: tuple[Column[T], ...]
    lines: Callable[[Sequence[T], Countries, str], Iterable[Line[T]]]
    shown: str = "for_export"


class Export:
    """The answer to a question as rows of values, in the order of the page, everything that fits.

    `count` is how many rows were given out. Where the database ends the export before its time, the rows simply end, and `fault` says
    so in a sentence, which every format writes as its last line: a part is never taken for the whole.
    """

    def __init__(self, question: Question, table: Table[Any], *, site: str, asked_at: datetime.datetime) -> None:
        self.question = question
        self.table = table
        self.site = site
        self.asked_at = asked_at
        self.count = 0
        self.fault = ""

    @property
    def sentence(self) -> str:
        """The question in words, with the order of the rows."""
        return f"{self.question.sentence}, {self.question.sorts[self.question.sort][0]}"

    @property
    def address(self) -> str:
        """The address of the page that shows the same."""
        return f"{self.site}/{self.question.noun}/{self.question.address().rstrip('?')}"

    def rows(self) -> Iterator[list[Value]]:
        """The values of each thing, in the order of the columns."""
        for line in self.lines():
            yield [column.value(line) for column in self.table.columns]

    def lines(self, part: slice = slice(None)) -> Iterator[Line[Any]]:
        """Everything that fits, or a part of it. The first lines are asked for before the first is given out."""
        shown = self.table.shown
        ids: Iterator[int] | None = None
        while True:
            try:
                ids, size = (self._ids(part), FIRST) if ids is None else (ids, CHUNK)
                chunk = list(islice(ids, size))
                lines = list(self.table.lines(self.question.things(chunk, shown=shown), self.question.countries, self.site))
            except BROKEN_OFF:
                if not self.count:
                    raise
                self.fault = f"Broken off by the database after {self.count:,} rows: this is a part. Ask again for the whole."
                return
            if not chunk:
                return
            for line in lines:
                self.count += 1
                yield line

    def _ids(self, part: slice) -> Iterator[int]:
        """The ids of what is to be written, which the database puts in order sooner than whole things.

        For all of 150,000 it still takes a second, so the first few are asked for by themselves: something is sent meanwhile, and what
        comes into the archive between the two is not told twice.
        """
        if part != slice(None):
            yield from self.question.ids(part)
            return
        first = dict.fromkeys(self.question.ids(slice(FIRST)))
        yield from first
        if len(first) == FIRST:
            yield from (one for one in self.question.ids() if one not in first)


def country_name(line: Line[Any], code: str | None) -> str:
    return line.countries.name(code) if code else ""
