"""Who issues releases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pghistory
from django.db import models

from archive.models.country import Country
from archive.models.history import changed, deleted
from archive.models.keyed import Keyed, KeyedQuerySet, public_id_is_unique


class PublisherQuerySet(KeyedQuerySet["Publisher"]):
    def with_counts(self, counts: Mapping[str, int]) -> list[dict[str, Any]]:
        """The publishers of these ids, those with most first: rows of `public`, `name` and `n`."""
        rows = ({"public": one.public_id, "name": one.name, "n": counts.get(one.public_id, 0)} for one in self)
        return sorted((row for row in rows if row["n"]), key=lambda row: (-row["n"], row["name"]))


@pghistory.track(changed(), deleted())
class Publisher(Keyed):
    """A ministry, embassy, headquarters or paper that issues releases."""

    name = models.CharField(max_length=300, unique=True)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, null=True, blank=True, related_name="publishers")
    website = models.URLField(max_length=500, blank=True)

    objects = PublisherQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [public_id_is_unique("publisher_public_id_unique")]

    def __str__(self) -> str:
        return self.name
