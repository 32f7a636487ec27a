"""Whether two reports are of one meeting: a verdict with its reasons. What both ministries tell is one meeting, told twice.

Joined is what has the same day and, of two countries or more, the same officials. Where officials are told by one of the two alone, or
the days are one apart (a release is often dated by the night it was written in), a person is asked.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ingest.resolution.compare import Decision
from ingest.resolution.linking import fold

RULES_VERSION = "1"

_NEAR = 1  # days between two reports of what may be one meeting
_MANY = 4  # countries above which a report is looked up by its title alone


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one report tells. `people` are (key, country); days are None where they are not wholly known."""

    key: str
    article: int
    publisher: int | None
    by_call: bool
    first: datetime.date | None
    last: datetime.date | None
    countries: frozenset[str]
    people: frozenset[tuple[str, str]]
    title: str = ""
    place: str = ""
    country: str = ""


def compare(a: Occasion, b: Occasion) -> Decision:
    """Whether two reports of different articles are of one meeting."""
    apart = _days_apart(a, b)
    if a.article == b.article or a.by_call != b.by_call or apart is None or apart > _NEAR:
        return Decision("different", "meeting-other-occasion", ("occasion: another article, manner or day is told of each",))
    if a.country and b.country and a.country != b.country and not a.by_call:
        return Decision("different", "meeting-other-place", (f"place: held in {a.country} and in {b.country}",))
    sides = a.countries & b.countries
    shared = a.people & b.people
    of_sides = {country for _, country in shared if country}
    day = f"day: {a.first}" if not apart else f"days: {a.first} and {b.first}"
    reasons = (day, f"countries: {', '.join(sorted(sides))}")
    if len(sides) < 2:
        return Decision("different", "meeting-other-sides", reasons)
    if len(of_sides) >= 2:
        told = f"officials: {len(shared)} of {len(of_sides)} countries are told by both"
        sure = not apart and not _places_differ(a, b)
        return Decision("same" if sure else "unsure", "meeting-same-officials" if sure else "meeting-near", (*reasons, told))
    if apart or a.publisher == b.publisher or a.countries != b.countries:
        return Decision("different", "meeting-not-told-alike", reasons)
    if shared or not a.people or not b.people:
        return Decision("unsure", "meeting-told-by-two", (*reasons, "officials: some are told by one of the two alone"))
    return Decision("different", "meeting-other-officials", (*reasons, "officials: none is told by both"))


def blocks(one: Occasion) -> Iterator[tuple[object, ...]]:
    """What two reports must have in common to be compared at all."""
    if one.first is None:
        return
    days = [one.first + datetime.timedelta(days=shift) for shift in (0, _NEAR)]  # two days that are one apart have one in common
    for day in days:
        if len(one.countries) <= _MANY:
            for pair in combinations(sorted(one.countries), 2):
                yield (day, *pair)
        elif one.title:
            yield (day, *fold(one.title))


def _days_apart(a: Occasion, b: Occasion) -> int | None:
    """Days between the two, none where they overlap; None where a day is not known."""
    if a.first is None or b.first is None:
        return None
    gaps = ((b.first - (a.last or a.first)).days, (a.first - (b.last or b.first)).days)
    return max(0, *gaps)


def _places_differ(a: Occasion, b: Occasion) -> bool:
    one, other = set(fold(a.place)), set(fold(b.place))
    return bool(one and other) and not one & other and not a.by_call
