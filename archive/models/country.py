"""States and territories, and the groups they belong to for a time."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class Country(models.Model):
    """A state or territory of ISO 3166, or Kosovo (XK). International bodies ("INT") are organizations, not countries."""

    code = models.CharField("ISO 3166 alpha-2", max_length=2, primary_key=True)
    name = models.CharField("short name", max_length=100, unique=True)
    official_name = models.CharField(max_length=200, blank=True)
    other_names = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    region = models.CharField(max_length=60, db_index=True)

    class Meta:
        verbose_name_plural = "countries"
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=Q(code__regex=r"^[A-Z]{2}$"), name="country_code_is_alpha2")]

    def __str__(self) -> str:
        return self.name


class CountryGroup(models.Model):
    """An alliance, union or standing group of states: NATO, EU, ASEAN, …"""

    slug = models.SlugField(primary_key=True)
    name = models.CharField(max_length=60, unique=True)
    full_name = models.CharField(max_length=150)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Spell:
    """Days from `since` up to, not including, `until` through which groups had the same members; None where it has no end."""

    since: datetime.date | None
    until: datetime.date | None
    members: tuple[frozenset[str], ...]


class GroupMembershipQuerySet(models.QuerySet["GroupMembership"]):
    def on(self, day: object) -> Self:
        """The memberships in force on that day."""
        return self.filter(Q(since__lte=day), Q(until__isnull=True) | Q(until__gt=day))


def spells_of(*groupings: Collection[GroupMembership]) -> list[Spell]:
    """The spells of time, the first of them first, with the members of each grouping by its memberships."""
    days = sorted({day for rows in groupings for row in rows for day in (row.since, row.until) if day})
    return [Spell(since, until, tuple(_members(rows, since) for rows in groupings)) for since, until in pairwise([None, *days, None])]


def _members(rows: Collection[GroupMembership], day: datetime.date | None) -> frozenset[str]:
    """The members on a day that begins a spell; None is the time before all memberships."""
    if day is None:
        return frozenset()
    return frozenset(row.country_id for row in rows if row.since <= day and (row.until is None or row.until > day))


class GroupMembership(models.Model):
    """A country's time in a group: from `since` up to, not including, `until`."""

    group = models.ForeignKey(CountryGroup, on_delete=models.CASCADE, related_name="memberships")
    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="memberships")
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The first day outside. Empty while it lasts.")

    objects = GroupMembershipQuerySet.as_manager()

    class Meta:
        ordering = ["group", "country", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "country", "since"],
                name="membership_begins_once_a_day",
                violation_error_message="This membership is there already. Change that one.",
            ),
            models.UniqueConstraint(
                fields=["group", "country"],
                condition=Q(until__isnull=True),
                name="membership_lasts_once",
                violation_error_message="The country is a member already, without a last day. Give that membership its last day first.",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="membership_since_before_until",
                violation_error_message="The membership would end before it begins. Set one of the two days right.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} in {self.group_id} since {self.since}"
