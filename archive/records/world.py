"""The world map of meetings, and the same as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise

from django.urls import reverse

from archive.filters.countries import Countries
from archive.models import Country

# Lower bounds of the five shades; the first scale whose top is reached by no more than a few countries is taken.
SCALES = ((1, 2, 3, 5, 8), (1, 5, 10, 20, 50), (1, 10, 50, 200, 800), (1, 50, 250, 1000, 4000))


@dataclass(frozen=True, slots=True)
class Shape:
    """A country on the map with its outline, number of meetings and shade from 0 to 5."""

    code: str
    name: str
    path: str
    count: int
    shade: int
    address: str = ""


class WorldRecord:
    """All countries with their meetings."""

    def __init__(self, countries: Countries, counts: Mapping[str, int], *, leading: Callable[[str], str] | None = None) -> None:
        """`leading` gives the address to which a country leads; without it that is its page."""
        self.countries = countries
        self.counts = counts
        self.leading = leading or _page_of

    @cached_property
    def scale(self) -> Sequence[int]:
        """The lower bounds of the shades."""
        most = max(self.counts.values(), default=0)
        return next((scale for scale in SCALES if most < scale[-1] * 4), SCALES[-1])

    @property
    def key(self) -> list[tuple[int, str]]:
        """The shades with what they stand for."""
        bounds = list(self.scale)
        said = [f"{low}–{high - 1}" if high - 1 > low else str(low) for low, high in pairwise(bounds)]
        return [(0, "none found"), *enumerate([*said, f"{bounds[-1]:,} and more"], start=1)]

    @property
    def shapes(self) -> list[Shape]:
        return [self._shape(code, path) for code, path in outlines()]

    @cached_property
    def ranked(self) -> list[tuple[Country, int]]:
        """Countries with meetings, those with most first."""
        known = [(self.countries[code], n) for code, n in self.counts.items() if code in self.countries]
        return sorted(known, key=lambda row: (-row[1], row[0].name))

    @property
    def most(self) -> list[tuple[Country, int]]:
        return self.ranked[:12]

    @property
    def silent(self) -> list[Country]:
        """Countries of which no meeting was read."""
        return [country for country in self.countries if country.code not in self.counts]

    def _shape(self, code: str, path: str) -> Shape:
        count = self.counts.get(code, 0)
        shade = sum(count >= bound for bound in self.scale)
        return Shape(code, self.countries.name(code), path, count, shade, self.leading(code) if count else "")


def _page_of(code: str) -> str:
    return reverse("country", args=[code])


@cache
def outlines() -> tuple[tuple[str, str], ...]:
    """The outlines of `data/world.tsv`: ISO code and SVG path, those that lie below first."""
    lines = files("archive").joinpath("data", "world.tsv").read_text(encoding="utf-8").splitlines()
    return tuple((code, path) for code, _, path in (line.partition("\t") for line in lines if not line.startswith("#")))
