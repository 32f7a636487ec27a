"""Long numbers whose bits are the things of a list, in its order: to count is to “and” two of them and to count bits."""

from __future__ import annotations

import datetime
import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain, compress, islice

Bits = int
KEPT = 200  # answers that are not looked for again
FEW = 24  # bits that are quicker to take off a number one by one, wherever they lie, than to look for from its end
MANY, ONE = 64, ord("1")  # where one place of so many has its bit, digits are quicker to set than bits
PAGE = 10  # bits of an id that tell its place on a page of `Places`
NOWHERE = array("i", [-1]) * (1 << PAGE)

MONTH, WITH_MONTH = len("2023-05"), re.compile(r"\d{4}-\d{2}")
FLAGS = bytes.maketrans(b"01", b"\0\1")
NEVER, ALWAYS = 0, datetime.date.max.toordinal()  # the number of a day before all others, and after


class Places:
    """At which place of a list each thing stands, by its id: in four bytes each, where a dictionary takes a hundred."""

    def __init__(self, ids: Iterable[int]) -> None:
        self.count = 0
        self._pages: dict[int, array[int]] = {}
        for place, pk in enumerate(ids):
            if pk >> PAGE not in self._pages:
                self._pages[pk >> PAGE] = NOWHERE[:]
            self._pages[pk >> PAGE][pk % (1 << PAGE)] = place
            self.count = place + 1

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, pk: int) -> int:
        """The place of one that is in the list."""
        return self.of([pk])[0]

    def of(self, ids: Iterable[int]) -> list[int]:
        """The places of those of the ids that are in the list."""
        page_of, last = self._pages.get, (1 << PAGE) - 1
        return [place for pk in ids if (place := page_of(pk >> PAGE, NOWHERE)[pk & last]) >= 0]

    def each(self, ids: Iterable[int]) -> Iterator[int]:
        """The place of each; -1 for one that is not in the list."""
        page_of, last = self._pages.get, (1 << PAGE) - 1
        return (page_of(pk >> PAGE, NOWHERE)[pk & last] for pk in ids)


@dataclass(frozen=True)
class Masks:
    """The things of one list that readers may see, as bits, in the order of the list.

    `values` holds for each filter, by its name in the address, the bits of each value; `found` what the database was asked before.
    Where things have days, the list has those first whose `earliest` day is the last. `orders` has the places of all things in other
    orders, by their names in the address.
    """

    ids: Sequence[int]
    places: Places
    values: Mapping[str, Mapping[str, Bits]]
    earliest: Sequence[int]
    latest: Sequence[int]
    days: dict[tuple[str, int], Bits] = field(default_factory=dict)
    found: dict[str, Bits] = field(default_factory=dict)
    totals: dict[str, dict[str, int]] = field(default_factory=dict)  # how many have each value, of all
    orders: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def work_out(self) -> None:
        """What many questions share is there, so that no reader waits for it."""
        self._by_certainty  # noqa: B018
        for name in self.values:
            self._totals(name)

    @property
    def all(self) -> Bits:
        return (1 << len(self.places)) - 1

    def of(self, ids: Iterable[int]) -> Bits:
        """The bits of things by their ids; those that came since are left out."""
        return bits(self.places.of(ids), len(self.places))

    def among(self, ids: Iterable[int], within: Bits) -> Iterator[int]:
        """Those of the ids that are within, in their own order."""
        wanted = flags(within, len(self.places))
        ids = list(ids)
        return (pk for pk, place in zip(ids, self.places.each(ids), strict=True) if place >= 0 and wanted[place])

    def part(self, within: Bits, start: int, stop: int) -> list[int]:
        """The ids of those within from the `start`th, in the order of the list, up to the `stop`th."""
        if start == 0 and stop >= len(self.ids):
            return list(compress(self.ids, flags(within, len(self.ids))))
        if start == 0 and stop <= FEW:
            return [self.ids[place] for place in islice(lowest(within), stop)]
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

    def part_by(self, order: str, within: Bits, start: int, stop: int) -> Iterator[int]:
        """As `part`, in another order."""
        wanted = flags(within, len(self.places))
        return (self.ids[place] for place in islice(filter(wanted.__getitem__, self.orders[order]), start, stop))

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
        return self._kept(("since", day.toordinal()), lambda: self._since(day.toordinal()))

    def until(self, day: datetime.date) -> Bits:
        """Those that may lie on or before the day."""
        return self._kept(("until", day.toordinal()), lambda: self.all & ~((1 << self._from(day.toordinal() + 1)) - 1))

    def begun(self, since: int, before: int) -> Bits:
        """Those whose first day is known and lies from the number of one day to before that of another; they stand side by side."""
        first, end = self._from(max(before, NEVER + 1)), self._from(max(since, NEVER + 1))
        return (1 << end) - (1 << first) if end > first else 0

    @property
    def days_from_to(self) -> tuple[datetime.date | None, datetime.date | None, datetime.date | None]:
        """The first and the last day on which any of them may have begun, and the last on which any may lie."""
        begun = [day for day in self.earliest if day]
        ends = (last for first, last in zip(self.earliest, self.latest, strict=True) if first and last)
        days = (min(begun, default=None), max(begun, default=None), max(ends, default=None))
        first, last, end = (datetime.date.fromordinal(day) if day else None for day in days)
        return first, last, end

    def counts(self, name: str, within: Bits) -> dict[str, int]:
        """How many have each value, of those within."""
        if within == self.all:
            return dict(self._totals(name))
        counted = ((value, (mask & within).bit_count()) for value, mask in self.values[name].items())
        return {value: n for value, n in counted if n}

    def _totals(self, name: str) -> dict[str, int]:
        found = self.totals.get(name)
        if found is None:
            found = self.totals[name] = {value: mask.bit_count() for value, mask in self.values[name].items() if mask}
        return found

    def asked_once(self, question: str, ask: Callable[[], Bits]) -> Bits:
        """What the database answers, which is not asked again."""
        found = self.found.get(question)
        if found is None:
            found = ask()
            if len(self.found) > KEPT:
                self.found.clear()
            self.found[question] = found
        return found

    def each(self, within: Bits) -> Iterator[int]:
        """The places of those within, in the order of the list."""
        return places_of(within, len(self.places))

    def _since(self, day: int) -> Bits:
        certain, loose = self._by_certainty
        late = bits((place for place in loose if self.latest[place] >= day), len(self.places))
        return certain & ((1 << self._from(day)) - 1) | late

    def _from(self, day: int) -> int:
        """How many begin on this day or later: those are the first of the list."""
        return bisect_right(self.earliest, -day, key=lambda first: -first)

    @cached_property
    def _by_certainty(self) -> tuple[Bits, Sequence[int]]:
        """Those of which the first and the last day are the same, and the places of the others, which are few."""
        loose = [place for place, (first, last) in enumerate(zip(self.earliest, self.latest, strict=True)) if first != last]
        return self.all & ~bits(loose, len(self.places)), loose

    def _kept(self, key: tuple[str, int], fitting: Callable[[], Bits]) -> Bits:
        found = self.days.get(key)
        if found is None:
            found = fitting()
            if len(self.days) > KEPT:
                self.days.clear()
            self.days[key] = found
        return found


@dataclass(frozen=True)
class Hanging:
    """Which of a list hang on each of other things: of the nth of these it is `places[starts[n]:starts[n + 1]]`."""

    numbers: Places  # of the other things
    starts: array[int]
    places: array[int]

    @classmethod
    def by_pairs(cls, numbers: Places, places: Places, pairs: Iterable[tuple[Sequence[int], Sequence[int]]]) -> Hanging:
        """`pairs` are, in parts of any size, ids of the other things and beside each the id of one of the list that hangs on it."""
        owners, hanging = array("i"), array("i")
        for things, ids in pairs:
            for number, place in zip(numbers.each(things), places.each(ids), strict=True):
                if number >= 0 and place >= 0:
                    owners.append(number)
                    hanging.append(place)
        starts, order = in_order(owners, len(numbers))
        return cls(numbers, starts, array("i", map(hanging.__getitem__, order)))

    def work_out(self) -> None:
        """As in `Masks`."""
        self._owners  # noqa: B018

    def on(self, things: Iterable[int]) -> set[int]:
        """The places of those that hang on any of these things, by their ids; things that came since are left out."""
        return set(self.on_places(self.numbers.of(things)))

    def on_places(self, numbers: Iterable[int]) -> Iterator[int]:
        """As `on_flagged`, of the things of these numbers: quicker where they are few."""
        return chain.from_iterable(self.places[self.starts[number] : self.starts[number + 1]] for number in numbers)

    def on_flagged(self, things: bytes) -> Iterator[int]:
        """The places of those that hang on the things of which the number has a 1; one that hangs on several comes several times."""
        return compress(self.places, map(things.__getitem__, self._owners))

    @cached_property
    def _owners(self) -> array[int]:
        """On which of the things, by its number, each of `places` hangs."""
        owners = array("i")
        for number in range(len(self.starts) - 1):
            owners.extend([number] * (self.starts[number + 1] - self.starts[number]))
        return owners


def in_order(owners: Sequence[int], size: int) -> tuple[array[int], array[int]]:
    """Where the rows of each of so many owners start, one after the other, and which row comes there; `owners` has the owner of each row.

    By counting: what sorts would keep other threads of the process waiting for seconds.
    """
    counts = array("i", bytes(4 * (size + 1)))
    for owner in owners:
        counts[owner + 1] += 1
    starts = array("i", accumulate(counts))
    following, order = starts[:], array("i", bytes(4 * len(owners)))
    for row, owner in enumerate(owners):
        order[following[owner]] = row
        following[owner] += 1
    return starts, order


def bits(places: Iterable[int], size: int) -> Bits:
    """The number that has these bits."""
    places = list(places)
    if len(places) > size // MANY:
        digits = bytearray(b"0") * (size or 1)
        for place in places:
            digits[place] = ONE
        digits.reverse()
        return int(digits, 2)
    holder = bytearray(size // 8 + 1)
    for place in places:
        holder[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(holder, "little")


def lowest(within: Bits) -> Iterator[int]:
    """The places of its bits, the lowest first."""
    while within:
        bit = within & -within
        yield bit.bit_length() - 1
        within ^= bit


def places_of(within: Bits, size: int) -> Iterator[int]:
    """The places of its bits, the lowest first, where they are many."""
    return compress(range(size), flags(within, size))


def flags(within: Bits, size: int) -> bytes:
    """For each place 1 or 0: whether it is within."""
    return format(within, f"0{size}b")[::-1].encode().translate(FLAGS)[:size]


def with_day(earliest: Iterable[int]) -> Bits:
    """Those whose first day is known: they are the first of a list."""
    return (1 << sum(map(bool, earliest))) - 1


def month_of(date: str) -> str:
    """The month of a date as it stands in the archive: "2023-05". Empty: only the year is known, or nothing."""
    return date[:MONTH] if WITH_MONTH.match(date) else ""


def first_day(earliest: datetime.date | None) -> int:
    """The number of the first day that a thing may lie on; one without a year may lie on any."""
    return earliest.toordinal() if earliest else NEVER


def last_day(earliest: datetime.date | None, latest: datetime.date | None) -> int:
    """The number of the last day that a thing may lie on; one without a year may lie after all."""
    if earliest is None:
        return ALWAYS
    return latest.toordinal() if latest else NEVER
