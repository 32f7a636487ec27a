"""Addresses that lead on."""

from __future__ import annotations

from django.db import models

from archive.keys import LENGTH
from archive.models.checks import is_among


class FormerKeyKind(models.TextChoices):
    PERSON = "person", "official"
    ORGANIZATION = "organization", "organization"
    MEETING = "meeting", "meeting"
    APPOINTMENT = "appointment", "office"


class FormerKey(models.Model):
    """A key that a thing had before it was joined to another; its old address leads to the new one.

    The key of an office on which people decided leads to the office in which the same words are read by now.
    """

    Kind = FormerKeyKind

    kind = models.CharField(max_length=12, choices=Kind)
    key = models.CharField(max_length=LENGTH)
    now = models.CharField(max_length=LENGTH, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="former_key_leads_to_one"),
            models.CheckConstraint(condition=~models.Q(key=models.F("now")), name="former_key_leads_on"),
            is_among("kind", FormerKeyKind, name="former_key_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.key} is now {self.now}"
