"""Which officials of two countries were at one meeting, counted for any of the meetings in a twentieth of a second."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import combinations, islice

from django.db.models.functions import Coalesce

from archive.masks.bits import Bits, Hanging, Places, flags, in_order, places_of
from archive.masks.gathered import by_value
from archive.models import Participation

FEW = 3  # one meeting of so many: these are looked up one by one
UNKNOWN = 9  # a level below all that there are
MOST = 1 << 31  # ids of officials lie below
AT_ONCE = 50_000  # ties, in between which other threads of the process go on
KEPT = 6_000_000  # ties, each of two officials at one meeting, 8 bytes: where there are more, the database counts

Acquaintance = tuple[int, int, int]


@dataclass(frozen=True)
class Attendance:
    """Who was there for a country: of the meeting at place n the rows from `starts[n]` to before `starts[n + 1]`.

    A row is a person by the id, a country by its place in `codes`, and the level of the office held; 0 stands for none.
    """

    codes: Sequence[str]
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
    """Which two met where: `at` has them by the meeting's place, each two as one number, the id of the one times `MOST` and the other's."""

    at: Hanging

    def most(self, within: Bits, count: int) -> list[Acquaintance]:
        """The two who met most often at those within, so many of them, as `tally_acquaintances` has them."""
        meetings = len(self.at.starts) - 1
        few = within.bit_count() * FEW < meetings
        all_ties = self.at.on_places(places_of(within, meetings)) if few else self.at.on_flagged(flags(within, meetings))
        met: Counter[int] = Counter()
        while some := list(islice(all_ties, AT_ONCE)):
            met.update(some)
        fewest = min(nlargest(count, met.values()), default=0)
        found = ((*divmod(two, MOST), times) for two, times in met.items() if times >= fewest)
        return nsmallest(count, found, key=lambda row: (-row[2], row[0], row[1]))


def read(there: Attendance) -> Ties | None:
    """The ties of all meetings; None where there are too many to keep."""
    starts, at = array("i", [0]), array("q")
    for place in range(len(there.starts) - 1):
        for (one, home), (other, elsewhere) in combinations(sorted(there.officials(place)), 2):
            if home != elsewhere:
                at.append(one * MOST + other)
        starts.append(len(at))
        if len(at) > KEPT:
            return None
    return Ties(Hanging(Places(()), starts, at))


def attendance(places: Places) -> Attendance:
    """Who was at the meetings of these places."""
    codes: list[str] = []
    at, people, countries, levels = array("i"), array("q"), array("h"), array("b")
    rows = Participation.objects.filter(country__isnull=False).annotate(who=Coalesce("person", 0))
    for code, level, met, who in by_value(rows, "country", "appointment__level", of=("meeting", "who")):
        if code not in codes:
            codes.append(code)
        for place, person in zip(places.each(met), who, strict=True):
            if place >= 0:
                at.append(place)
                people.append(person)
        countries.extend([codes.index(code)] * (len(at) - len(countries)))
        levels.extend([level or 0] * (len(at) - len(levels)))
    starts, order = in_order(at, len(places))
    people, countries, levels = (array(row.typecode, map(row.__getitem__, order)) for row in (people, countries, levels))
    return Attendance(codes, starts, people, countries, levels)
