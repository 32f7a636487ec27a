"""The front page: what the archive holds, its newest meetings with their sentences, and the years."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from django.db.models import Count, Max, Min
from django.urls import reverse
from django.utils.safestring import SafeString

from archive import masks
from archive.filters.countries import Countries
from archive.large import is_large
from archive.masks.meetings import MeetingMasks
from archive.models import Agreement, Article, Meeting, MeetingReport, Person
from archive.models.meeting import LEADS
from archive.records.silences import fallen_silent
from archive.records.slips import excerpt, spans_of
from archive.records.world import WorldRecord
from archive.records.years import Bar, bars
from archive.remembered import lately

NEWEST = 7
DAYS = ("first", "last", "end")  # of publication
QUESTIONS = {
    "unreported": "Announced, but never reported as held",
    "both-sides": "Told by the releases of both sides",
    "after-release": "Dated after their own release",
    "apart": "Sides three levels apart",
    "first": "First meeting of a pair",
}
TELLING = ("title", "occasion", "kind", "state", "date", "place", "host")  # fields, those whose words show best what a meeting was first


@dataclass(frozen=True, slots=True)
class News:
    """A meeting with the words that tell of it."""

    meeting: Meeting
    words: SafeString | str


@dataclass(frozen=True, slots=True)
class Lead:
    """A question worth following: in words, with its address and its number of answers."""

    words: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the archive holds in numbers."""

    articles: dict[str, Any]
    meetings: int
    people: int
    by_country: dict[str, int]
    by_year: dict[int | None, int]
    leads: dict[str, int]
    promised: int
    silent: int

    @classmethod
    def count(cls, today: datetime.date) -> Self:
        """Counted by masks where they are ready, which takes a hundredth of the time."""
        told = _of_articles()
        by_country, by_year, leads = _of_meetings(today)
        promised, people = masks.ready("agreements"), masks.ready("people")
        return cls(
            articles=told,
            meetings=sum(by_year.values()),
            people=len(people.ids) if people else Person.objects.public().count(),
            by_country=by_country,
            by_year=by_year,
            leads=leads,
            promised=promised.having("lead", ["promised"]).bit_count() if promised else Agreement.objects.public().promised().count(),
            silent=len(fallen_silent(told["end"])),
        )


def _of_articles() -> dict[str, Any]:
    """How many articles there are, of how many publishers, and from when to when."""
    if made := masks.ready("articles"):
        return {"count": len(made.ids), "publishers": len(made.values["publisher"]), **dict(zip(DAYS, made.days_from_to, strict=True))}
    days = dict(zip(DAYS, (Min("published_earliest"), Max("published_earliest"), Max("published_latest")), strict=True))
    told: dict[str, Any] = Article.objects.public().aggregate(count=Count("pk"), publishers=Count("publisher", distinct=True), **days)
    return told


def _of_meetings(today: datetime.date) -> tuple[dict[str, int], dict[int | None, int], dict[str, int]]:
    """How many meetings there are of each country, in each year and for each question worth following.

    In a large archive, the last are left to masks: to count them in the database takes longer than a reader waits.
    """
    made = masks.ready("meetings")
    if not isinstance(made, MeetingMasks):
        meetings = Meeting.objects.public()
        leads = dict.fromkeys(LEADS, 0) if is_large() else meetings.tally_leads(today)
        return meetings.tally_countries(), meetings.tally_years(), leads
    years: dict[int | None, int] = {int(year): n for year, n in made.counts("year", made.all).items()}
    undated = (made.all & ~made.having("dated", ["only"])).bit_count()
    return made.sides(made.all)[0], years | ({None: undated} if undated else {}), made.leads(made.all, today)


class HomeRecord:
    """What the front page shows."""

    def __init__(self, countries: Countries, *, today: datetime.date) -> None:
        ready = masks.ready("meetings") is not None
        self.figures, self.counted = lately("home", lambda: Figures.count(today), version=f"{today} {ready}", hold=is_large() and not ready)
        self.world = WorldRecord(countries, self.figures.by_country)

    @property
    def leads(self) -> list[Lead]:
        """The questions worth following that have an answer now."""
        counts, meetings = self.figures.leads, reverse("meetings")
        rows = [Lead(words, f"{meetings}?lead={lead}", counts[lead]) for lead, words in QUESTIONS.items()]
        rows.append(Lead("Agreements promised, no signature found", reverse("agreements") + "?lead=promised", self.figures.promised))
        rows.append(Lead("Pairs of countries that fell silent", reverse("silences"), self.figures.silent))
        return [row for row in rows if row.count]

    @cached_property
    def newest(self) -> list[News]:
        return [News(meeting, _words(meeting)) for meeting in Meeting.objects.public().for_page().newest()[:NEWEST]]

    @cached_property
    def agreements(self) -> list[Agreement]:
        return list(Agreement.objects.public().for_list().newest()[:4])

    @property
    def _by_year(self) -> dict[int | None, int]:
        return self.figures.by_year

    @cached_property
    def years(self) -> list[int]:
        known = [year for year in self._by_year if year]
        return list(range(min(known), max(known) + 1)) if known else []

    @property
    def bars(self) -> list[Bar]:
        return bars({year: n for year, n in self._by_year.items() if year}, self.years)

    @property
    def without_year(self) -> int:
        return self._by_year.get(None, 0)


def _words(meeting: Meeting) -> SafeString | str:
    """Return the words of the first release that best tell of the meeting, with some of their sentence."""
    for report in meeting.reports.all():
        found = _telling(report)
        if found:
            return found
    return ""


def _telling(report: MeetingReport) -> SafeString | str:
    places = [at for name in TELLING for at in spans_of(report.evidence, name) if at.where == "body"]
    return excerpt(report.article.body, places[0].start, places[0].end, also=places) if places else ""
