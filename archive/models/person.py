"""Officials and the forms of their names."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from typing import Any, Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Count, Exists, F, Func, Max, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.text import slugify

from archive.models.confidence import MeasuredQuerySet
from archive.models.country import Country
from archive.models.functions import Fold, Likeness
from archive.models.history import changed
from archive.models.keyed import Keyed, public_id_is_unique
from archive.models.publication import first_told_since, only_unpublished

ALIKE = 0.5  # word similarity from which a name is taken for a spelling of another: "Dinku" finds Dîncu


class PersonQuerySet(MeasuredQuerySet["Person"]):
    """Questions about officials. Each keeps those that answer it; together they are the question of a list."""

    def public(self) -> Self:
        """Those whom readers may see: all but those whom only unpublished releases name."""
        from archive.models.mention import Mention

        return self.exclude(pk__in=only_unpublished(Mention, "person"))

    def named(self, name: str, *, exact: bool = False) -> Self:
        """Those with this name or a spelling near it, the nearest first; `exact` keeps those that have it letter for letter.

        Accents and capitals do not matter in the first case, and do in the second.
        """
        if exact:
            return self.filter(Q(name__contains=name) | Exists(self._alias().filter(name__contains=name)))
        return self.in_this_order(Person.objects.near(name))

    def near(self, name: str) -> list[int]:
        """The ids of all whose name is near this one, the nearest first."""
        folded = Fold(Value(name))
        return _nearest(folded)

    def in_this_order(self, people: Sequence[int]) -> Self:
        """Those with these ids, in the order of the ids."""
        place = Func(Value(list(people), output_field=ArrayField(models.BigIntegerField())), F("pk"), function="array_position")
        return self.filter(pk__in=people).order_by(place)

    def of(self, countries: Collection[str]) -> Self:
        """Those who act for any of these countries."""
        return self.filter(country__in=countries)

    def ever_at_level(self, levels: Collection[int]) -> Self:
        """Those who held an office of any of these levels."""
        return self.filter(self._appointment(level__in=levels))

    def ever_called(self, words: str, countries: Collection[str] = ()) -> Self:
        """Those who held an office of these words; for one of these countries, if any."""
        from archive.models.appointment import Appointment

        return self.filter(Exists(Appointment.objects.called(words, countries).filter(person=OuterRef("pk"))))

    def ever_in(self, organizations: models.QuerySet[Any] | Collection[int]) -> Self:
        """Those who held an office in any of these bodies."""
        return self.filter(self._appointment(organization__in=organizations))

    def confidence(self) -> Subquery:
        """That of the surest place in a published release that names them."""
        from archive.models.mention import Mention

        named = Mention.objects.filter(person=OuterRef("pk"), article__status="published").order_by().values("person")
        return Subquery(named.annotate(most=Max("confidence")).values("most"))

    def by_name(self) -> Self:
        """As in an alphabet, whatever the database takes for one: Álvarez among those with an A, and van den Broeck before Vasile."""
        return self.order_by(Fold("sort_name"), "id")

    def most_met(self) -> Self:
        """Those first who took part in most meetings."""
        return self.order_by("-meetings", Fold("sort_name"), "id")

    def for_list(self) -> Self:
        """With the offices they held, the latest first, and `meetings`: in how many they took part."""
        from archive.models.appointment import Appointment
        from archive.models.participation import Participation

        offices = Appointment.objects.public().newest().select_related("organization")
        count = Participation.objects.filter(person=OuterRef("pk")).meetings_of_each("person")
        return (
            self.select_related("country")
            .annotate(meetings=Coalesce(Subquery(count), 0))
            .prefetch_related(Prefetch("appointments", queryset=offices))
        )

    def new_since(self, moment: datetime.datetime) -> Self:
        """Those of which no release told that was public at that moment."""
        from archive.models.mention import Mention

        return self.filter(pk__in=first_told_since(Mention.objects.all(), "person", moment))

    def for_export(self) -> Self:
        """With everything that a line of a table says."""
        return self.for_list().with_confidence().prefetch_related("aliases")

    def tally_countries(self) -> dict[str, int]:
        """How many act for each country."""
        return dict(self.order_by().filter(country__isnull=False).values_list("country").annotate(n=Count("pk")))

    def tally_levels(self) -> dict[int | None, int]:
        """How many ever held an office of each level."""
        from archive.models.appointment import Appointment

        held = Appointment.objects.filter(person__in=self.order_by().values("pk"), level__isnull=False)
        return dict(held.order_by().values_list("level").annotate(n=Count("person", distinct=True)))

    def _alias(self) -> models.QuerySet[Alias]:
        return Alias.objects.filter(person=OuterRef("pk"))

    def _appointment(self, **fields: object) -> Exists:
        from archive.models.appointment import Appointment

        return Exists(Appointment.objects.filter(person=OuterRef("pk"), **fields))


def _nearest(folded: Fold) -> list[int]:
    people, aliases = (
        model._default_manager.filter(folded__trigram_word_similar=folded)
        .annotate(likeness=Likeness(folded, "folded"))
        .filter(likeness__gte=ALIKE)
        .order_by()
        .values_list(*names, "likeness")
        for model, names in ((Person, ("pk", "sort_name")), (Alias, ("person_id", "person__sort_name")))
    )
    place: dict[int, tuple[float, str]] = {}
    for one, sort_name, likeness in people.union(aliases, all=True):
        place[one] = min(place.get(one, (0.0, sort_name)), (-likeness, sort_name))
    return sorted(place, key=lambda one: (*place[one], one))


@pghistory.track(changed(), exclude=["folded"])
class Person(Keyed):
    """An official, across all releases that name him or her."""

    name = models.CharField(max_length=300, help_text="In the order in which it is written.")
    sort_name = models.CharField(max_length=300, help_text="Family name first.")
    folded = models.GeneratedField(expression=Fold(F("name")), output_field=models.TextField(), db_persist=True)
    country = models.ForeignKey(  # `person_of_country` has it
        Country, on_delete=models.PROTECT, null=True, blank=True, related_name="people", db_index=False
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "people"
        ordering = ["sort_name", "id"]
        indexes = [
            GinIndex(OpClass(F("folded"), name="gin_trgm_ops"), name="person_folded"),
            models.Index(fields=["country", "sort_name"], name="person_of_country"),
            models.Index(Fold("sort_name"), "id", name="person_in_alphabet"),
        ]
        constraints = [public_id_is_unique("person_public_id_unique")]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        return slugify(self.name)


class Alias(models.Model):
    """Another form of an official's name, as releases write it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases", db_index=False)  # its constraint has one
    name = models.CharField(max_length=300)
    folded = models.GeneratedField(expression=Fold(F("name")), output_field=models.TextField(), db_persist=True)

    class Meta:
        verbose_name_plural = "aliases"
        ordering = ["name"]
        indexes = [GinIndex(OpClass(F("folded"), name="gin_trgm_ops"), name="alias_folded")]
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="alias_once_a_person")]

    def __str__(self) -> str:
        return self.name
