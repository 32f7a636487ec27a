"""Which organizations came before one, and which after it, as people told."""

from __future__ import annotations

from dataclasses import dataclass

from archive.actions import linked
from archive.models import Correction, FormerKey, Organization
from archive.models.organization import SuccessionKind


@dataclass(frozen=True, slots=True)
class Succession:
    """The other of the two, how the one followed the other, and when (EDTF; empty: not known)."""

    other: Organization
    words: str
    date: str
    made: Correction


def successions(organization: Organization, *, before: bool) -> list[Succession]:
    """Those that came before it, or after it. Of two that were joined since nothing is told: one does not follow itself."""
    keys = [organization.key, *FormerKey.objects.filter(kind="organization", now=organization.key).values_list("key", flat=True)]
    told = Correction.objects.in_force().filter(kind=Correction.Kind.ORGANIZATION, new__isnull=False).select_related("by").order_by("pk")
    if before:
        made = list(told.filter(field__in=[f"followed_by:{key}" for key in keys]))
        others = {one.pk: one.key for one in made}
    else:
        made = list(told.filter(key__in=keys, field__startswith="followed_by:"))
        others = {one.pk: linked.parted(one.field)[1] for one in made}
    rows = _now(set(others.values()))
    return [
        Succession(rows[others[one.pk]], SuccessionKind(how["kind"]).label, how["date"], one)
        for one, how in ((one, one.new or {}) for one in made)
        if others[one.pk] in rows and rows[others[one.pk]] != organization
    ]


def _now(keys: set[str]) -> dict[str, Organization]:
    """The row that each key speaks of by now."""
    led = {key: key for key in keys} | dict(FormerKey.objects.filter(kind="organization", key__in=keys).values_list("key", "now"))
    rows = {row.key: row for row in Organization.objects.filter(key__in=led.values())}
    return {key: rows[now] for key, now in led.items() if now in rows}
