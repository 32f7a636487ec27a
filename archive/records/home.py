"""The front page: what the archive holds, its newest meetings with their sentences, and the years."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Max, Min
from django.utils.safestring import SafeString

from archive.filters.countries import Countries
from archive.models import Agreement, Article, Meeting, MeetingReport, Person
from archive.records.slips import excerpt, spans_of
from archive.records.world import WorldRecord
from archive.records.years import Bar, bars

NEWEST = 7
TELLING = ("title", "occasion", "kind", "state", "date", "place", "host")  # fields, those whose words show best what a meeting was first


@dataclass(frozen=True, slots=True)
class News:
    """A meeting with the words that tell of it."""

    meeting: Meeting
    words: SafeString | str


class HomeRecord:
    """What the front page shows."""

    def __init__(self, countries: Countries) -> None:
        self.world = WorldRecord(countries)
        self.articles = Article.objects.public().aggregate(
            count=Count("pk"),
            publishers=Count("publisher", distinct=True),
            first=Min("published_earliest"),
            last=Max("published_earliest"),
        )
        self.meetings = Meeting.objects.public().count()
        self.people = Person.objects.public().count()

    @cached_property
    def newest(self) -> list[News]:
        return [News(meeting, _words(meeting)) for meeting in Meeting.objects.public().for_page().newest()[:NEWEST]]

    @cached_property
    def agreements(self) -> list[Agreement]:
        return list(Agreement.objects.public().for_list().newest()[:4])

    @cached_property
    def _by_year(self) -> dict[int | None, int]:
        return Meeting.objects.public().tally_years()

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
