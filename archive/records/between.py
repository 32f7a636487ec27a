"""What is counted of the meetings of two countries: in a large archive by masks, else by the database."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models.expressions import RawSQL

from archive import masks
from archive.masks.bits import Bits
from archive.masks.meetings import MeetingMasks
from archive.models import Meeting, MeetingReport, Participation

TOLD, FEWEST = 60, 4  # meetings that are told one by one, all together and of a year at least
BY_WIRE = ("phone", "video")

Levels = Mapping[tuple[str, int | None], int]


@dataclass(frozen=True, slots=True)
class Between:
    """The meetings of two countries in numbers.

    `years` has how many there are of each year, None for those without one, and `newest` the ids of those that are told one by one.
    `held` counts those held in each year. `levels` are by side and level, its highest official's; `people` are those of the two.
    """

    count: int
    years: Mapping[int | None, int]
    newest: Mapping[int | None, Sequence[int]]
    held: Mapping[int | None, int]
    hosted: Mapping[str, int]
    visits: Mapping[str, int]
    exercises: int
    by_wire: int
    venues: Mapping[str, int]
    level: int | None
    last: tuple[datetime.date, int] | None
    levels: Levels
    people: Mapping[int, int]
    unplaced: int


def between(one: str, other: str) -> Between:
    """Return what is counted of the meetings of these two."""
    made = masks.ready("meetings")
    return _by_masks(made, one, other) if isinstance(made, MeetingMasks) else _by_database(one, other)


def each_year(years: int) -> int:
    """How many of a year are told one by one, where there are so many years; the others are in its list."""
    return max(FEWEST, TOLD // max(years, 1))


def highest_of_sides(rows: Iterable[tuple[int, str, int | None, int | None]]) -> tuple[Levels, Mapping[int, int]]:
    """For each side and level at how many meetings its highest official had it, None where none is known; and how often each person came.

    Rows are of the meeting, the country, the person and the level of the office that was held.
    """
    highest: dict[tuple[int, str], int | None] = {}
    people: dict[int, int] = {}
    for meeting, code, person, level in rows:
        before = highest.get((meeting, code))
        highest[meeting, code] = min(level, before) if level and before else level or before
        if person:
            people[person] = people.get(person, 0) + 1
    return Counter((code, level) for (_, code), level in highest.items()), people


# ---- by the database ----


def _by_database(one: str, other: str) -> Between:
    found = Meeting.objects.public().between([one], [other])
    rows = list(found.newest().values("pk", "earliest", "state", "kind", "host", "country", "mode", "level"))
    ids = RawSQL("SELECT unnest(%s::bigint[])", ([row["pk"] for row in rows],))  # they were found once
    present = Participation.objects.filter(meeting__in=ids, country__in=(one, other)).order_by()
    levels, people = highest_of_sides(present.values_list("meeting", "country", "person", "appointment__level"))
    newest: dict[int | None, list[int]] = {}
    for row in rows:
        newest.setdefault(_year(row), []).append(row["pk"])
    held = [row for row in rows if row["state"] == Meeting.State.HELD]
    told = each_year(len(newest))
    return Between(
        count=len(rows),
        years={year: len(of_year) for year, of_year in newest.items()},
        newest={year: of_year[:told] for year, of_year in newest.items()},
        held=Counter(_year(row) for row in held),
        hosted=Counter(row["host"] for row in rows if row["host"] in (one, other)),
        visits=Counter(row["host"] for row in rows if row["host"] in (one, other) and row["kind"] == "visit"),
        exercises=_number(rows, lambda row: row["kind"] == "exercise"),
        by_wire=_number(rows, lambda row: row["mode"] in BY_WIRE),
        venues=Counter(row["country"] for row in rows if row["country"] and row["country"] not in (one, other)),
        level=min((row["level"] for row in rows if row["level"]), default=None),
        last=next(((row["earliest"], row["pk"]) for row in held if row["earliest"]), None),
        levels=levels,
        people=people,
        unplaced=_unplaced(ids),
    )


def _year(row: Mapping[str, Any]) -> int | None:
    return row["earliest"].year if row["earliest"] else None


def _number(rows: Sequence[Mapping[str, Any]], wanted: Callable[[Mapping[str, Any]], bool]) -> int:
    return sum(1 for row in rows if wanted(row))


def _unplaced(meetings: RawSQL) -> int:
    """Articles on the two whose publisher is of no known country."""
    told = MeetingReport.objects.filter(meeting__in=meetings, article__status="published")
    return int(told.filter(article__publisher__country__isnull=True).values("article").distinct().count())


# ---- in a large archive ----


def _by_masks(made: MeetingMasks, one: str, other: str) -> Between:
    own = made.having("of", [one]) & made.having("of", [other])
    held = own & made.having("state", [Meeting.State.HELD])
    visits = own & made.having("kind", ["visit"])
    years = _years(made, own)
    told = each_year(len(years))
    levels, people = made.attendance.of_sides(made.each(own), (one, other))
    hosts = made.values["host"]
    return Between(
        count=own.bit_count(),
        years=years,
        newest={year: made.part(own & _of_year(made, year), 0, told) for year in years},
        held=_years(made, held),
        hosted=_counted({code: own & hosts.get(code, 0) for code in (one, other)}),
        visits=_counted({code: visits & hosts.get(code, 0) for code in (one, other)}),
        exercises=(own & made.having("kind", ["exercise"])).bit_count(),
        by_wire=(own & made.having("mode", BY_WIRE)).bit_count(),
        venues={code: n for code, n in made.counts("venue", own).items() if code not in (one, other)},
        level=min((int(level) for level in made.counts("level", own) if level.isdecimal()), default=None),
        last=_last(made, held & made.having("dated", ["only"])),
        levels=levels,
        people=people,
        unplaced=_unplaced_by_masks(made, own),
    )


def _years(made: MeetingMasks, within: Bits) -> dict[int | None, int]:
    found: dict[int | None, int] = {int(year): n for year, n in made.counts("year", within).items()}
    undated = (within & ~made.having("dated", ["only"])).bit_count()
    return found | ({None: undated} if undated else {})


def _of_year(made: MeetingMasks, year: int | None) -> Bits:
    return made.having("year", [str(year)]) if year else ~made.having("dated", ["only"])


def _counted(found: Mapping[str, Bits]) -> dict[str, int]:
    return {code: mask.bit_count() for code, mask in found.items()}


def _last(made: MeetingMasks, held: Bits) -> tuple[datetime.date, int] | None:
    for pk in made.part(held, 0, 1):
        return datetime.date.fromordinal(made.earliest[made.places[pk]]), pk
    return None


def _unplaced_by_masks(made: MeetingMasks, own: Bits) -> int:
    articles = masks.ready("articles")
    if articles is None:
        return 0
    unplaced = articles.all & ~articles.having("home", articles.values["home"])
    return made.telling_of(own, articles.part(unplaced, 0, len(articles.ids))) if unplaced else 0
