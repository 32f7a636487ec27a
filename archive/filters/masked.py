"""A question as bits: which filters masks can answer, and which the database must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.masks.bits import Bits, Masks

if TYPE_CHECKING:
    from archive.filters.question import Question


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

    def _by_database(self, names: frozenset[str]) -> Bits:
        """Those that fit these filters, as the database tells; it is asked once for the same while the archive stays as it is."""
        if not names:
            return self.masks.all
        key = str([(name, raw) for name, raw in self.question.parameters() if name in names])
        fitting = self.question.of_everything().leaving_out(*(self.question.asked.keys() - names))
        return self.masks.asked_once(key, lambda: self.masks.of(fitting.every_id()))
