"""Years and what was read in them: bars, silences, and months without an article."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

HEIGHT = 100  # of a chart's box; a bar's height is a share of it


@dataclass(frozen=True, slots=True)
class Bar:
    """One year in a chart: its place and height in a box of `HEIGHT`, what it counts, and where it leads, if anywhere."""

    year: int
    x: float
    y: float
    height: float
    count: int
    address: str = ""


def bars(counts: Mapping[int, int], years: Sequence[int], *, leading: Callable[[int], str] = lambda year: "") -> list[Bar]:
    """Return a bar for each year, in a box one wide for each and `HEIGHT` high; a year that has any is never invisible.

    `leading` gives the address to which the bar of a year leads.
    """
    most = max((counts.get(year, 0) for year in years), default=0) or 1
    found: list[Bar] = []
    for place, year in enumerate(years):
        count = counts.get(year, 0)
        height = max(round(count / most * HEIGHT, 1), 2.0) if count else 0.0
        found.append(Bar(year, round(place + 0.08, 2), round(HEIGHT - height, 1), height, count, leading(year) if count else ""))
    return found


def by_year(months: Mapping[datetime.date, int]) -> Counter[int]:
    """Return counts by year for counts by month."""
    years: Counter[int] = Counter()
    for month, count in months.items():
        years[month.year] += count
    return years


def silent_months(months: Mapping[datetime.date, int], year: int, *, today: datetime.date) -> list[datetime.date]:
    """Return the months of a year, up to today, in which there is no article."""
    last = today.month if year == today.year else 12
    return [day for month in range(1, last + 1) if (day := datetime.date(year, month, 1)) not in months and day <= today]
