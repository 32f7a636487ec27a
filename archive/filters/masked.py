"""A question as bits: which filters masks can answer, and which the database must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection

from archive.masks.bits import Bits, Masks

if TYPE_CHECKING:
    from archive.filters.question import Question


@dataclass(frozen=True, slots=True)
class Lookup:
    """What masks ask of the database: the things that fit, and the name under which their bits are kept."""

    masks: Masks
    name: str
    fitting: Any  # a QuerySet

    def bits(self) -> Bits:
        """Those that fit; the database is asked once while the archive stays as it is."""
        return self.masks.asked_once(self.name, lambda: self.masks.of(self.fitting.every_id()))


def look_up(lookups: Iterable[Lookup]) -> None:
    """Ask the database at once for all of these that it was not asked before."""
    new = list({(id(one.masks), one.name): one for one in lookups if one.name not in one.masks.found}.values())
    if not new:
        return
    compiled = [one.fitting.order_by().values("pk").query.sql_with_params() for one in new]
    with connection.cursor() as cursor:
        lists = ", ".join(f"ARRAY({sql})" for sql, _ in compiled)  # compiled by Django
        cursor.execute(f"SELECT {lists}", [value for _, values in compiled for value in values])
        for one, ids in zip(new, cursor.fetchone(), strict=True):
            one.masks.found[one.name] = one.masks.of(ids)


class Masked:
    """The counts for a question, out of masks. A filter that they do not know is asked of the database, which tells what fits it."""

    def __init__(self, question: Question, masks: Masks) -> None:
        self.question = question
        self.masks = masks

    def counts(self, name: str) -> dict[str, int]:
        """How many there are for each value of a filter, for the rest of the question."""
        return self.masks.counts(self.question.masks_of.get(name, name), self.within(name))

    def within(self, *without: str) -> Bits:
        """The things that fit the question without the filters of these names."""
        asked = self.question.asked.keys() - set(without)
        by_masks = asked & self.question.masked
        found = self._by_database(frozenset(asked - by_masks))
        for one in sorted(by_masks):
            found &= self.question.masked_by(self.masks, one, among=by_masks)
        return found

    def lookups(self) -> Iterator[Lookup]:
        """What the database is asked for the whole question."""
        if names := frozenset(self.question.asked.keys() - self.question.masked):
            yield self._lookup(names)

    def _by_database(self, names: frozenset[str]) -> Bits:
        """Those that fit these filters, as the database tells."""
        return self._lookup(names).bits() if names else self.masks.all

    def _lookup(self, names: frozenset[str]) -> Lookup:
        name = str([(name, raw) for name, raw in self.question.parameters() if name in names])
        return Lookup(self.masks, name, self.question.of_everything().leaving_out(*(self.question.asked.keys() - names)))
