"""How many meetings there are of each kind, side, time and pair: what the figures and pictures of lists are made of."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import connections, models
from django.db.models import Case, Count, ExpressionWrapper, F, Func, Max, Min, Q, Value, When
from django.db.models.functions import ExtractMonth

from archive.keys import PUBLIC
from archive.models.confidence import M, MeasuredQuerySet
from archive.models.meeting_values import MeetingState

WITH_MONTH = r"^\d{4}-\d{2}"  # a date whose month is stated


class MeetingTallies(MeasuredQuerySet[M]):
    """Counts of the meetings that are asked for."""

    def tally(self, *fields: str) -> list[dict[str, Any]]:
        """How many there are for each combination of these fields: rows of the fields and `n`."""
        return list(self.order_by().values(*fields).annotate(n=Count("pk")))

    def tally_countries(self) -> dict[str, int]:
        """How many have a side from each country."""
        rows = self.order_by().annotate(code=Func(F("countries"), function="unnest")).values("code").annotate(n=Count("pk"))
        return {row["code"]: row["n"] for row in rows}

    def tally_contacts(self) -> list[tuple[str, int, datetime.date | None]]:
        """How many have a side from each country, and when the last of them was that is told as held: rows of code, number and day."""
        rows = self.order_by().annotate(code=Func(F("countries"), function="unnest")).values_list("code")
        return list(rows.annotate(n=Count("pk"), last=Max("earliest", filter=Q(state=MeetingState.HELD))))

    def tally_sides(self, days: Collection[datetime.date]) -> list[tuple[list[str], int | None, int]]:
        """How many there are for each set of countries and time: rows of countries, time and number.

        The time is how many of the ascending `days` had come when the meeting began; None where its year is not known.
        """
        spell = Func(F("earliest"), Value(list(days), output_field=ArrayField(models.DateField())), function="width_bucket")
        rows = self.order_by().annotate(spell=ExpressionWrapper(spell, models.IntegerField())).values_list("countries", "spell")
        return list(rows.annotate(n=Count("pk")))

    def counting_sides(self) -> Self:
        """With `among`: "two" for two countries, "more" for more of them, "" for one or none."""
        number = Case(When(countries__len=2, then=Value("two")), When(countries__len__gte=3, then=Value("more")), default=Value(""))
        return self.annotate(among=number)

    def tally_pairs(self) -> list[tuple[list[str], int, datetime.date, datetime.date]]:
        """For each two countries that met by themselves: rows of their codes, the number, and the first and the last day."""
        held = self.order_by().filter(state=MeetingState.HELD, countries__len=2, earliest__isnull=False)
        return list(held.values_list("countries").annotate(n=Count("pk"), first=Min("earliest"), last=Max("earliest")))

    def tally_pairings(self) -> list[tuple[str, str, int]]:
        """How often each two countries were sides of one meeting, the most first: rows of their codes and the number."""
        sides, arguments = self.order_by().values("countries").query.sql_with_params()
        with connections[self.db].cursor() as cursor:
            cursor.execute(PAIRINGS.format(sides=sides), arguments)
            return list(cursor.fetchall())

    def tally_acquaintances(self, most: int) -> list[tuple[int, int, int]]:
        """How often each two officials of two countries were at one meeting, so many of the most: rows of their ids and the number."""
        meetings, arguments = self.order_by().values("pk").query.sql_with_params()
        with connections[self.db].cursor() as cursor:
            cursor.execute(ACQUAINTANCES.format(meetings=meetings), [*arguments, most])
            return list(cursor.fetchall())

    def tally_months(self) -> list[tuple[int, int | None, int]]:
        """How many began in each month: rows of the year, the month and the number; None where only the year is known."""
        month = Case(When(date__regex=WITH_MONTH, then=ExtractMonth("earliest")), default=None)
        known = self.order_by().filter(earliest__isnull=False).annotate(month=month).values_list("earliest__year", "month")
        return list(known.annotate(n=Count("pk")))

    def tally_topics(self) -> dict[str, int]:
        """How many are about each topic."""
        rows = self.order_by().annotate(topic=Func(F("topics"), function="unnest")).values_list("topic")
        return dict(rows.annotate(n=Count("pk")))

    def tally_publishers(self) -> list[dict[str, Any]]:
        """How many each publisher tells of, the most first: rows of `public`, `name` and `n`."""
        from archive.models.meeting_report import MeetingReport

        told = MeetingReport.objects.filter(meeting__in=self.order_by().values("pk"), article__status="published")
        rows = told.order_by().filter(article__publisher__isnull=False).values_list("article__publisher__key", "article__publisher__name")
        counts = [{"public": key[:PUBLIC], "name": name, "n": n} for key, name, n in rows.annotate(n=Count("meeting", distinct=True))]
        return sorted(counts, key=lambda row: (-row["n"], row["name"]))

    def tally_years(self) -> dict[int | None, int]:
        """How many there are in each year in which they may have begun; None for those without a year."""
        rows = self.order_by().values("earliest__year").annotate(n=Count("pk"))
        return {row["earliest__year"]: row["n"] for row in rows}


PAIRINGS = """
    SELECT one, other, count(*) FROM ({sides}) AS meeting, unnest(meeting.countries) AS one, unnest(meeting.countries) AS other
    WHERE one < other GROUP BY one, other ORDER BY count(*) DESC, one, other
"""

ACQUAINTANCES = """
    SELECT one.person_id, other.person_id, count(*)
    FROM archive_participation AS one
    JOIN archive_participation AS other ON other.meeting_id = one.meeting_id AND one.person_id < other.person_id
    WHERE one.country_id <> other.country_id AND one.meeting_id IN ({meetings})
    GROUP BY one.person_id, other.person_id ORDER BY count(*) DESC, one.person_id, other.person_id LIMIT %s
"""
