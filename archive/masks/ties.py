"""Which officials of two countries were at one meeting, counted for any of the meetings in a twentieth of a second."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import combinations

from archive.masks.bits import Bits, Hanging, flags, places_of

FEW = 3  # one meeting of so many: these are looked up one by one
UNKNOWN = 9  # a level below all that there are
KEPT = 3_000_000  # ties, each of two officials at one meeting, 12 bytes: where there are more, the database counts

Acquaintance = tuple[int, int, int]


@dataclass(frozen=True)
class Attendance:
    """Who was there for a country: of the meeting at place n the rows from `starts[n]` to before `starts[n + 1]`.

    A row is a person by the id, a country by its place in `codes`, and the level of the office held; 0 stands for none.
    """

    codes: list[str]
    starts: array[int]
    people: array[int]
    countries: array[int]
    levels: array[int]

    def of_sides(self, places: Iterable[int], codes: Collection[str]) -> tuple[dict[tuple[str, int | None], int], Counter[int]]:
        """As `archive.records.between.highest_of_sides`, for these countries at the meetings of these places."""
        starts, countries, levels = self.starts, self.countries, self.levels
        wanted = {number for number, code in enumerate(self.codes) if code in codes}
        rows: list[int] = []
        reached: list[tuple[int, int]] = []  # for each side of each meeting: the country and the highest level
        for place in places:
            highest: dict[int, int] = {}
            for row in range(starts[place], starts[place + 1]):
                side = countries[row]
                if side in wanted:
                    rows.append(row)
                    level = levels[row] or UNKNOWN
                    if level < highest.get(side, UNKNOWN + 1):
                        highest[side] = level
            reached += highest.items()
        found = {(self.codes[side], level if level < UNKNOWN else None): n for (side, level), n in Counter(reached).items()}
        people = Counter(map(self.people.__getitem__, rows))
        people.pop(0, None)
        return found, people

    def officials(self, place: int) -> Iterator[tuple[int, int]]:
        """Each official who was there, with the place of the country."""
        for row in range(self.starts[place], self.starts[place + 1]):
            if self.people[row]:
                yield self.people[row], self.countries[row]


@dataclass(frozen=True)
class Ties:
    """Which two met where: `at` has them by the meeting's place, the nth two being `ones[n]` and `others[n]`, by their ids."""

    at: Hanging
    ones: array[int]
    others: array[int]

    def most(self, within: Bits, count: int) -> list[Acquaintance]:
        """The two who met most often at those within, so many of them, as `tally_acquaintances` has them."""
        meetings = len(self.at.starts) - 1
        few = within.bit_count() * FEW < meetings
        met = Counter(self.at.on_places(places_of(within, meetings)) if few else self.at.on_flagged(flags(within, meetings)))
        fewest = min(nlargest(count, met.values()), default=0)
        found = ((self.ones[two], self.others[two], times) for two, times in met.items() if times >= fewest)
        return nsmallest(count, found, key=lambda row: (-row[2], row[0], row[1]))


def read(there: Attendance) -> Ties | None:
    """The ties of all meetings; None where there are too many to keep."""
    numbers: dict[tuple[int, int], int] = {}
    starts, at = array("l", [0]), array("i")
    for place in range(len(there.starts) - 1):
        for (one, home), (other, elsewhere) in combinations(sorted(there.officials(place)), 2):
            if home != elsewhere:
                at.append(numbers.setdefault((one, other), len(numbers)))
        starts.append(len(at))
        if len(at) > KEPT:
            return None
    return Ties(Hanging({}, starts, at), array("l", (one for one, _ in numbers)), array("l", (other for _, other in numbers)))
