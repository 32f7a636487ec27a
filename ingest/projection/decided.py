"""What people decided, where machine facts become rows: who was merged into whom, and which fields were set right.

A merge leaves the key that was given up, leading to the one that stays; facts go on speaking of the former, and rows are found through
it. A corrected field has the corrected value whatever any article tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from archive.models import Appointment, Correction, FormerKey, Meeting, Organization, Person

Thing = TypeVar("Thing", Person, Organization)
HOLDS = (Correction.Operation.SET, Correction.Operation.CONFIRM)
KINDS = {
    Person: Correction.Kind.PERSON,
    Organization: Correction.Kind.ORGANIZATION,
    Appointment: Correction.Kind.APPOINTMENT,
    Meeting: Correction.Kind.MEETING,
}


def rows(model: type[Thing], keys: Collection[str]) -> dict[str, Thing]:
    """The row that each key speaks of: its own, or the one that it was merged into. Keys without a row are left out."""
    found = {row.key: row for row in model.objects.filter(key__in=keys)}
    given_up = dict(_former(model).filter(key__in=set(keys) - found.keys()).values_list("key", "now")) if len(found) < len(keys) else {}
    now = {row.key: row for row in model.objects.filter(key__in=given_up.values())} if given_up else {}
    return found | {key: now[lead] for key, lead in given_up.items() if lead in now}


def owners(model: type[Thing], things: Iterable[Thing]) -> dict[str, Thing]:
    """Every key that speaks of one of the things: its own and those that were given up for it."""
    own = {thing.key: thing for thing in things}
    return own | {key: own[now] for key, now in _former(model).filter(now__in=own).values_list("key", "now")}


def merged(model: type[Thing]) -> Any:
    """The keys that others were given up for, as a subquery."""
    return _former(model).values("now")


class Corrections:
    """The corrections in force, asked for only where there are any at all."""

    def __init__(self) -> None:
        self.any = Correction.objects.in_force().filter(operation__in=HOLDS).exists()

    def of(self, model: type[Any], keys: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The columns that were set right, by the key of the row."""
        told: dict[str, dict[str, Any]] = defaultdict(dict)
        if self.any:
            held = Correction.objects.in_force().filter(kind=KINDS[model], key__in=list(keys), operation__in=HOLDS)
            for key, field, new in held.values_list("key", "field", "new"):
                told[key][model._meta.get_field(field).attname] = new
        return told


def _former(model: type[Any]) -> Any:
    kind = FormerKey.Kind.PERSON if model is Person else FormerKey.Kind.ORGANIZATION
    return FormerKey.objects.filter(kind=kind)
