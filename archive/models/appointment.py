"""Offices held."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Case, Count, Exists, F, Func, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat
from django.db.models.lookups import GreaterThan

from archive.models.article import Article
from archive.models.checks import in_order, is_level
from archive.models.country import Country
from archive.models.keyed import Keyed, KeyedQuerySet
from archive.models.level import Level
from archive.models.organization import Organization
from archive.models.person import Person
from archive.models.publication import first_told_since, only_unpublished

# Words that make another office of the one they stand before, and small words that offices are told apart by in nothing.
BELOW = ("deputy", "vice", "assistant", "adviser", "advisor")
SMALL = frozenset({"of", "the", "for", "and", "to"})
SPELLINGS = {
    word: pattern
    for words, pattern in (("defence defense", "defen[cs]e"), ("center centre", "cent(er|re)"), ("theater theatre", "theat(er|re)"))
    for word in words.split()
}


WORDS = Concat("rank", Value(" "), "position")  # as an index has them

# What is told of a person under two names, or of an office in two names of a body, are two rows: names can be parted again. For readers
# offices alike in all of these are one.
SAME = ("person_id", "rank", "position", "organization_id", "country_id", "acting", "former")
NEVER = datetime.date.min


class AppointmentQuerySet(KeyedQuerySet["Appointment"]):
    """Questions about offices held. Each keeps those that answer it; together they are the question of a list."""

    def public(self) -> Self:
        """Those that readers may see: all but those that only unpublished releases tell of."""
        return self.exclude(pk__in=only_unpublished(Appointment.articles.through, "appointment"))

    def each_once(self) -> Self:
        """Of those that readers see as one, the one seen last."""
        return self.exclude(Exists(_alike().filter(GreaterThan(_last(F), _last(OuterRef)))))

    def of(self, countries: Collection[str]) -> Self:
        """Those held for any of these countries."""
        return self.filter(country__in=countries)

    def in_organizations(self, organizations: Collection[int]) -> Self:
        """Those held in any of these bodies."""
        return self.filter(organization__in=organizations)

    def at_level(self, levels: Collection[int]) -> Self:
        return self.filter(level__in=levels)

    def held_by(self, people: Collection[int]) -> Self:
        return self.filter(person__in=people)

    def seen_since(self, day: datetime.date) -> Self:
        """Those last seen on or after this day, or on no day that is known."""
        return self.filter(Q(last_seen__gte=day) | Q(last_seen__isnull=True))

    def seen_until(self, day: datetime.date) -> Self:
        """Those first seen on or before this day, or on no day that is known."""
        return self.filter(Q(first_seen__lte=day) | Q(first_seen__isnull=True) | Exists(_alike().filter(first_seen__lte=day)))

    def newest(self) -> Self:
        """Those seen last first."""
        return self.order_by(F("last_seen").desc(nulls_last=True), F("first_seen").desc(nulls_last=True), "-id")

    def oldest(self) -> Self:
        """Those seen first first."""
        first = Subquery(_alike().order_by().values("person").annotate(first=Min("first_seen")).values("first"))
        return self.order_by(first.asc(nulls_last=True), F("last_seen").asc(nulls_last=True), "id")

    def for_list(self) -> Self:
        """With `told`, in how many articles, and `meetings`, in how many meetings each was held."""
        from archive.models.participation import Participation

        told = Appointment.articles.through._default_manager.filter(appointment=OuterRef("pk"), article__status="published")
        met = Participation.objects.filter(appointment=OuterRef("pk")).meetings_of_each("appointment")
        return self.select_related("person", "organization", "country").annotate(
            told=_number(told, "appointment"), meetings=Coalesce(Subquery(met), 0)
        )

    def for_export(self) -> Self:
        """With everything that a line of a table says, which is what a line of a list shows."""
        return self.for_list()

    def new_since(self, moment: datetime.datetime) -> Self:
        """Those of which no release told that was public at that moment, nor of one that is the same for readers."""
        fresh = first_told_since(Appointment.articles.through._default_manager.all(), "appointment", moment)
        return self.filter(pk__in=fresh).exclude(Exists(_alike().exclude(pk__in=fresh)))

    def tally_countries(self) -> dict[str, int]:
        return dict(self.order_by().filter(country__isnull=False).values_list("country").annotate(n=Count("pk")))

    def tally_levels(self) -> dict[int, int]:
        return dict(self.order_by().filter(level__isnull=False).values_list("level").annotate(n=Count("pk")))

    def called(self, words: str, countries: Collection[str] = ()) -> Self:
        """Those whose position or rank has all these words, in American or British spelling; no deputies unless one is asked for.

        The name of a command counts too: "Commander" of the Southern Theater Command is a theater commander. That of a ministry does
        not: the chief of protocol of a Ministry of Defense is no chief of defense. `countries`: only those held for one of them.
        """
        asked = [word for word in re.findall(r"\w+", words.casefold()) if word not in SMALL]
        commands = Organization.objects.alias(command=Case(When(kind="command", then="name"), default=Value("")))
        found = self.alias(words=WORDS)
        for word in asked:
            pattern = rf"\y{SPELLINGS.get(word, word)}"
            found = found.filter(Q(words__iregex=pattern) | HeldIn(commands.filter(command__iregex=pattern)))
        for word in set(BELOW) - set(asked):
            found = found.exclude(position__icontains=word)
        if countries:
            found = found.filter(country__in=countries)
        return found.order_by() if asked else self.none()


class HeldIn(Func):
    """Whether an office is held in any of some bodies. They are found first, so that both ways to have a word are looked up in an index."""

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = models.BooleanField()

    def __init__(self, organizations: models.QuerySet[Organization]) -> None:
        super().__init__(F("organization_id"), ArraySubquery(organizations.order_by().values("pk")))


class Same(Func):
    """Whether two columns have the same, or both nothing."""

    template = "(%(expressions)s)"
    arg_joiner = " IS NOT DISTINCT FROM "
    output_field = models.BooleanField()


def _alike() -> AppointmentQuerySet:
    """Those that readers see as one with the office of the question around this."""
    alike = {name: OuterRef(name) for name in ("person", "rank", "position", "acting", "former")}
    others = (Same(F(column), OuterRef(column)) for column in ("organization_id", "country_id"))
    found: AppointmentQuerySet = Appointment.objects.public().filter(*others, **alike)
    return found


def _last(field: type[F]) -> Func:
    """What tells of two offices the one that is told of for a later day: the order of `newest`, as one value."""
    days = (Coalesce(field(name), Value(NEVER)) for name in ("last_seen", "first_seen"))
    return Func(*days, field("pk"), function="ROW", output_field=models.TextField())


def as_one(offices: Sequence[Appointment]) -> None:
    """Let each of the offices tell the days, the articles and the meetings of all that readers see as one with it."""
    from archive.models.participation import Participation

    alike: dict[tuple[Any, ...], list[Appointment]] = defaultdict(list)
    for row in Appointment.objects.public().filter(person__in={one.person_id for one in offices}).order_by():
        alike[_shown(row)].append(row)
    several = {one: told for one in offices if len(told := alike[_shown(one)]) > 1}
    if not several:
        return
    ids = [row.pk for told in several.values() for row in told]
    telling = Appointment.articles.through._default_manager.filter(appointment__in=ids, article__status="published")
    articles = _each(telling.values_list("appointment", "article"))
    meetings = _each(Participation.objects.public().filter(appointment__in=ids).values_list("appointment", "meeting"))
    for one, told in several.items():
        one.first_seen = min((row.first_seen for row in told if row.first_seen), default=None)
        one.last_seen = max((row.last_seen for row in told if row.last_seen), default=None)
        one.told = len(set().union(*(articles[row.pk] for row in told)))  # type: ignore[attr-defined]  # as `for_list` has them
        one.meetings = len(set().union(*(meetings[row.pk] for row in told)))  # type: ignore[attr-defined]


def _shown(office: Appointment) -> tuple[Any, ...]:
    return tuple(getattr(office, column) for column in SAME)


def _each(pairs: Any) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return found


def _number(rows: models.QuerySet[Any], of: str) -> Coalesce:
    """How many rows there are of each thing that the field `of` points to."""
    return Coalesce(Subquery(rows.order_by().values(of).annotate(n=Count("pk")).values("n")), 0)


class Appointment(Keyed):
    """A person in an office: rank, position, organization and country, with the articles that say so."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="appointments")
    rank = models.CharField(max_length=150, blank=True)
    position = models.CharField(max_length=400, blank=True)
    organization = models.ForeignKey(Organization, on_delete=models.SET_NULL, null=True, blank=True, related_name="appointments")
    country = models.ForeignKey(  # `appointment_of_country` has it
        Country, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments", db_index=False
    )
    level = models.PositiveSmallIntegerField(choices=Level, null=True, blank=True)
    acting = models.BooleanField(default=False)
    former = models.BooleanField(default=False, help_text="No longer in office when the release was written.")
    first_seen = models.DateField(null=True, blank=True)
    last_seen = models.DateField(null=True, blank=True)
    articles = models.ManyToManyField(Article, related_name="appointments", blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = [F("last_seen").desc(nulls_last=True), "-id"]
        indexes = [
            models.Index(fields=["country", "level"], name="appointment_of_country"),
            GinIndex(OpClass(WORDS, name="gin_trgm_ops"), name="appointment_words"),
        ]
        constraints = [
            is_level(name="appointment_level_known"),
            in_order("first_seen", "last_seen", name="appointment_seen_in_order"),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.rank, self.position) if part) or "office not stated"

    @property
    def is_acting_by_the_way(self) -> bool:
        """Whether the office was held for the time being and its words do not say so themselves ("Acting Chief of Staff")."""
        return self.acting and not self.position.casefold().startswith("acting ")
