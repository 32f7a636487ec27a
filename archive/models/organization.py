"""Ministries, forces, commands, alliances, and how one followed another."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.text import slugify

from archive.models.checks import is_among
from archive.models.confidence import MeasuredQuerySet
from archive.models.country import Country
from archive.models.functions import Fold, FoldAll, Likeness
from archive.models.history import changed
from archive.models.keyed import Keyed, public_id_is_unique
from archive.models.publication import first_told_since, only_unpublished, published

ALIKE = 0.5  # word similarity from which a name is taken for a spelling of another


class OrganizationQuerySet(MeasuredQuerySet["Organization"]):
    """Questions about organizations. Each keeps those that answer it; together they are the question of a list."""

    def public(self) -> Self:
        """Those that readers may see: all but those that only unpublished releases name."""
        from archive.models.mention import Mention

        return self.exclude(pk__in=only_unpublished(Mention, "organization"))

    def named(self, name: str) -> Self:
        """Those with this name, acronym or a spelling near it, the nearest first."""
        folded = Fold(Value(name))
        found = self.filter(spellings__trigram_word_similar=folded)
        alike = found.annotate(likeness=Likeness(folded, "spellings"), own=Likeness(folded, "folded"))
        return alike.filter(likeness__gte=ALIKE).order_by("-likeness", "-own", "name", "id")

    def of(self, countries: Collection[str]) -> Self:
        """Those of any of these countries."""
        return self.filter(country__in=countries)

    def of_kind(self, kinds: Collection[str]) -> Self:
        """Those of any of these kinds; "" for those whose kind is not told."""
        return self.filter(kind__in=kinds)

    def confidence(self) -> Subquery:
        """That of the surest place in a published release that names them."""
        from archive.models.mention import Mention

        named = Mention.objects.filter(organization=OuterRef("pk"), article__status="published").order_by().values("organization")
        return Subquery(named.annotate(most=Max("confidence")).values("most"))

    def by_name(self) -> Self:
        """As in an alphabet, whatever the database takes for one: capitals and accents are passed over."""
        return self.order_by("folded", "id")

    def most_named(self) -> Self:
        """Those first that most releases name."""
        return self.order_by("-articles", "folded", "id")

    def for_list(self) -> Self:
        """With `articles` and `meetings`: how many releases name them, and in how many meetings they or officials of theirs took part."""
        from archive.models.mention import Mention
        from archive.models.participation import Participation

        named = published(Mention.objects.filter(organization=OuterRef("pk"))).order_by().values("organization")
        itself = Participation.objects.filter(organization=OuterRef("pk"))
        too = Participation.objects.filter(meeting=OuterRef("meeting"), organization=OuterRef("appointment__organization"))
        officials = Participation.objects.filter(~Exists(too), appointment__organization=OuterRef("pk"))
        present = Coalesce(Subquery(itself.meetings_of_each("organization")), 0)
        represented = Coalesce(Subquery(officials.meetings_of_each("appointment__organization")), 0)
        return self.select_related("country", "parent").annotate(
            articles=Coalesce(Subquery(named.annotate(n=Count("article", distinct=True)).values("n")), 0),
            meetings=present + represented,
        )

    def new_since(self, moment: datetime.datetime) -> Self:
        """Those of which no release told that was public at that moment."""
        from archive.models.mention import Mention

        return self.filter(pk__in=first_told_since(Mention.objects.all(), "organization", moment))

    def for_export(self) -> Self:
        """With everything that a line of a table says."""
        return self.for_list().with_confidence()

    def tally_countries(self) -> dict[str, int]:
        return dict(self.order_by().filter(country__isnull=False).values_list("country").annotate(n=Count("pk")))

    def tally_kinds(self) -> dict[str, int]:
        return dict(self.order_by().values_list("kind").annotate(n=Count("pk")))


class OrganizationKind(models.TextChoices):
    MINISTRY = "ministry", "ministry or department of state"
    FORCES = "forces", "armed forces or service"
    STAFF = "staff", "general or joint staff"
    COMMAND = "command", "command"
    UNIT = "unit", "unit"
    AGENCY = "agency", "agency or office"
    EMBASSY = "embassy", "embassy or mission"
    ALLIANCE = "alliance", "alliance or international organization"
    BODY = "body", "council, committee or working group"
    SCHOOL = "school", "school or university"
    COMPANY = "company", "company"
    OTHER = "other", "other"


@pghistory.track(changed(), exclude=["folded", "spellings"])
class Organization(Keyed):
    """A named body, of one country or international."""

    Kind = OrganizationKind

    name = models.CharField(max_length=300)
    folded = models.GeneratedField(expression=Fold(F("name")), output_field=models.TextField(), db_persist=True)
    acronyms = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    other_names = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    spellings = models.GeneratedField(
        expression=FoldAll("name", "acronyms", "other_names"), output_field=models.TextField(), db_persist=True
    )
    country = models.ForeignKey(Country, on_delete=models.PROTECT, null=True, blank=True, related_name="organizations")
    international = models.BooleanField(default=False)
    kind = models.CharField(max_length=10, choices=Kind, blank=True, help_text="Empty: not told.")
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="parts")

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            GinIndex(OpClass(F("folded"), name="gin_trgm_ops"), name="organization_folded"),
            GinIndex(OpClass(F("spellings"), name="gin_trgm_ops"), name="organization_spellings"),
            models.Index(fields=["country", "name"], name="organization_of_country"),
            models.Index(fields=["folded", "id"], name="organization_in_alphabet"),
        ]
        constraints = [
            public_id_is_unique("organization_public_id_unique"),
            is_among("kind", OrganizationKind, name="organization_kind_known", blank=True),
            models.CheckConstraint(
                condition=Q(international=False) | Q(country__isnull=True),
                name="organization_of_one_or_of_many",
                violation_error_message="An international organization is of no country. Clear the country, or the mark “international”.",
            ),
            models.CheckConstraint(condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="organization_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        return slugify(self.name)


class SuccessionKind(models.TextChoices):
    """How one body followed another. Both stay: the office of that day keeps its name."""

    RENAMED = "renamed", "was renamed"
    SUCCEEDED = "succeeded", "was succeeded by"
    MERGED = "merged", "was merged into"
    SPLIT = "split", "was split into"
