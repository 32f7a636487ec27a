"""Offices held."""

from __future__ import annotations

import re
from typing import Self

from django.db import models
from django.db.models import Value
from django.db.models.functions import Concat

from archive.models.article import Article
from archive.models.checks import in_order, is_level
from archive.models.country import Country
from archive.models.keyed import Keyed, KeyedQuerySet
from archive.models.level import Level
from archive.models.organization import Organization
from archive.models.person import Person

# Words that make another office of the one they stand before, and small words that offices are told apart by in nothing.
BELOW = ("deputy", "vice", "assistant", "adviser", "advisor")
SMALL = frozenset({"of", "the", "for", "and", "to"})
SPELLINGS = {"defence": "defen[cs]e", "defense": "defen[cs]e", "center": "cent(er|re)", "centre": "cent(er|re)"}


class AppointmentQuerySet(KeyedQuerySet["Appointment"]):
    """Questions about offices held."""

    def called(self, words: str) -> Self:
        """Those whose position or rank has all these words, in American or British spelling; no deputies unless one is asked for."""
        asked = [word for word in re.findall(r"\w+", words.casefold()) if word not in SMALL]
        found = self.annotate(told=Concat("rank", Value(" "), "position"))
        for word in asked:
            found = found.filter(told__iregex=rf"\y{SPELLINGS.get(word, word)}")
        for word in set(BELOW) - set(asked):
            found = found.exclude(position__icontains=word)
        return found if asked else self.none()


class Appointment(Keyed):
    """A person in an office: rank, position, organization and country, with the articles that say so."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="appointments")
    rank = models.CharField(max_length=150, blank=True)
    position = models.CharField(max_length=400, blank=True)
    organization = models.ForeignKey(Organization, on_delete=models.SET_NULL, null=True, blank=True, related_name="appointments")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments")
    level = models.PositiveSmallIntegerField(choices=Level, null=True, blank=True)
    acting = models.BooleanField(default=False)
    former = models.BooleanField(default=False, help_text="No longer in office when the release was written.")
    first_seen = models.DateField(null=True, blank=True)
    last_seen = models.DateField(null=True, blank=True)
    articles = models.ManyToManyField(Article, related_name="appointments", blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = [models.F("last_seen").desc(nulls_last=True), "-id"]
        indexes = [models.Index(fields=["country", "level"], name="appointment_of_country")]
        constraints = [
            is_level(name="appointment_level_known"),
            in_order("first_seen", "last_seen", name="appointment_seen_in_order"),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.rank, self.position) if part) or "office not stated"
