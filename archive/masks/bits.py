"""Long numbers whose bits are the things of a list, in its order: to count is to “and” two of them and to count bits."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Bits = int
KEPT = 200  # answers that are not looked for again

NEVER, ALWAYS = 0, datetime.date.max.toordinal()  # the number of a day before all others, and after


@dataclass(frozen=True)
class Masks:
    """The things of one list that readers may see, as bits, in the order of the list.

    `values` holds for each filter, by its name in the address, the bits of each value; `found` what the database was asked before.
    """

    ids: Sequence[int]
    places: Mapping[int, int]
    values: Mapping[str, Mapping[str, Bits]]
    earliest: Sequence[int]
    latest: Sequence[int]
    days: dict[tuple[str, int], Bits] = field(default_factory=dict)
    found: dict[str, Bits] = field(default_factory=dict)

    @property
    def all(self) -> Bits:
        return (1 << len(self.places)) - 1

    def of(self, ids: Iterable[int]) -> Bits:
        """The bits of things by their ids; those that came since are left out."""
        return bits((self.places[pk] for pk in ids if pk in self.places), len(self.places))

    def part(self, within: Bits, start: int, stop: int) -> list[int]:
        """The ids of those within from the `start`th, in the order of the list, up to the `stop`th."""
        found: list[int] = []
        before = 0  # how many are passed over or found
        for number, word in enumerate(memoryview(within.to_bytes(len(self.ids) // 64 * 8 + 8, "little")).cast("Q")):
            here = word.bit_count()
            if before + here > start:
                places = (64 * number + bit for bit in range(64) if word >> bit & 1)
                found += [self.ids[place] for at, place in enumerate(places, before) if start <= at < stop]
            before += here
            if before >= stop:
                break
        return found

    def having(self, name: str, wanted: Iterable[str]) -> Bits:
        """Those with any of these values."""
        found = 0
        for value in wanted:
            found |= self.values[name].get(value, 0)
        return found

    def having_each(self, name: str, wanted: Iterable[str]) -> Bits:
        """Those with each of these values."""
        found = self.all
        for value in wanted:
            found &= self.values[name].get(value, 0)
        return found

    def since(self, day: datetime.date) -> Bits:
        """Those that may lie on or after the day."""
        return self._kept(("since", day.toordinal()), (last >= day.toordinal() for last in self.latest))

    def until(self, day: datetime.date) -> Bits:
        """Those that may lie on or before the day."""
        return self._kept(("until", day.toordinal()), (first <= day.toordinal() for first in self.earliest))

    def counts(self, name: str, within: Bits) -> dict[str, int]:
        """How many have each value, of those within."""
        counted = ((value, (mask & within).bit_count()) for value, mask in self.values[name].items())
        return {value: n for value, n in counted if n}

    def asked_once(self, question: str, ask: Callable[[], Bits]) -> Bits:
        """What the database answers, which is not asked again."""
        found = self.found.get(question)
        if found is None:
            found = ask()
            if len(self.found) > KEPT:
                self.found.clear()
            self.found[question] = found
        return found

    def _kept(self, key: tuple[str, int], fits: Iterable[bool]) -> Bits:
        found = self.days.get(key)
        if found is None:
            found = bits((place for place, fit in enumerate(fits) if fit), len(self.places))
            if len(self.days) > KEPT:
                self.days.clear()
            self.days[key] = found
        return found


class Gathered:
    """The places of each value of each filter, as they are read."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    def add(self, name: str, value: str, place: int) -> None:
        self.places[name][value].append(place)

    def bits(self, name: str) -> dict[str, Bits]:
        return {value: bits(places, self.size) for value, places in self.places[name].items()}


def bits(places: Iterable[int], size: int) -> Bits:
    """The number that has these bits."""
    holder = bytearray(size // 8 + 1)
    for place in places:
        holder[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(holder, "little")


def first_day(earliest: datetime.date | None) -> int:
    """The number of the first day that a thing may lie on; one without a year may lie on any."""
    return earliest.toordinal() if earliest else NEVER


def last_day(earliest: datetime.date | None, latest: datetime.date | None) -> int:
    """The number of the last day that a thing may lie on; one without a year may lie after all."""
    if earliest is None:
        return ALWAYS
    return latest.toordinal() if latest else NEVER
