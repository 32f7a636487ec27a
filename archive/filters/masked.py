"""A question about meetings as bits: which filters masks can answer, and which the database must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.aggregates import ArrayAgg

from archive.filters.groups import SUFFIX
from archive.masks import Bits, Masks

if TYPE_CHECKING:
    from archive.filters.question import Question

# Of the other filters the database tells which meetings fit.
MASKED = frozenset(
    (
        *("kind", "state", "level", "mode", "among", "host", "guest", "venue", "topic", "publisher", "agreement", "sure"),
        *("side", "since", "until", "dated", "of", "with"),
    )
)


KEPT = 200  # answers of the database


class Masked:
    """The counts for a question, out of masks."""

    def __init__(self, question: Question, masks: Masks) -> None:
        self.question = question
        self.masks = masks

    def counts(self) -> dict[str, dict[str, int]]:
        """How many there are for each value of each filter, for the rest of the question."""
        return {name: self.masks.counts(name, self.within(name)) for name in self.masks.values if name not in ("of", "dated")}

    def sides(self, name: str, *, beside: str = "") -> tuple[dict[str, int], dict[str, int]]:
        """How many have a side from each country and each group, for the rest of the question; beside a country, if one is given."""
        return self.masks.sides(self.within(name), beside=beside)

    def within(self, name: str) -> Bits:
        """The meetings that fit the question without the filter of this name."""
        asked = self.question.asked.keys() - {name}
        by_database = asked - MASKED
        if {"of", "with"} <= asked and not self._are_two_sides():
            by_database |= {"of", "with"}
        found = self._by_database(frozenset(by_database))
        for one in sorted(asked - by_database):
            found &= self._by_masks(one)
        return found

    def _by_database(self, names: frozenset[str]) -> Bits:
        """Those that fit these filters, as the database tells; it is asked once for the same while the archive stays as it is."""
        if not names:
            return self.masks.all
        key = str([(name, raw) for name, raw in self.question.parameters() if name in names])
        if key not in self.masks.found:
            if len(self.masks.found) > KEPT:
                self.masks.found.clear()
            fitting = self.question.leaving_out(*(self.question.asked.keys() - names)).order_by()
            self.masks.found[key] = self.masks.of(fitting.aggregate(ids=ArrayAgg("pk"))["ids"] or ())
        return self.masks.found[key]

    def _by_masks(self, name: str) -> Bits:
        """Those that fit one filter."""
        value = self.question.asked[name]
        if name == "since":
            return self.masks.since(value.first)
        if name == "until":
            return self.masks.until(value.last)
        if name == "side":
            return self.masks.with_each(value)
        wanted = [one.raw for one in self.question.filters[name].values(value)]
        return self.masks.having("of" if name == "with" else name, wanted)

    def _are_two_sides(self) -> bool:
        """Whether each side is asked for by countries, none of them for both: then there are two sides wherever there is one of each."""
        one, other = set(self.question.asked["of"]), set(self.question.asked["with"])
        return not one & other and not any(raw.endswith(SUFFIX) for raw in one | other)
