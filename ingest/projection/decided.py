"""What people decided, where machine facts become rows: who leads to whom, what is no such thing, and which fields were set right.

A key that was joined to another leads to it (`ingest.projection.joins`); facts go on speaking of the former, and rows are found through
it. A corrected field has the corrected value whatever any article tells, and what the machine reads instead is noted beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils import timezone

from archive.actions.linked import MARK
from archive.models import Agreement, Appointment, Correction, FormerKey, Meeting, Organization, Person, Quote

Thing = TypeVar("Thing", Person, Organization)
HOLDS = (Correction.Operation.SET, Correction.Operation.CONFIRM)
KINDS = {
    Person: Correction.Kind.PERSON,
    Organization: Correction.Kind.ORGANIZATION,
    Appointment: Correction.Kind.APPOINTMENT,
    Meeting: Correction.Kind.MEETING,
    Agreement: Correction.Kind.AGREEMENT,
    Quote: Correction.Kind.QUOTE,
}
UNTOLD: tuple[Any, ...] = (None, "")


def rows(model: type[Thing], keys: Collection[str]) -> dict[str, Thing]:
    """The row that each key speaks of: its own, or the one that it was joined to. Keys without a row are left out."""
    if not keys:
        return {}
    found = {row.key: row for row in model.objects.filter(key__among=keys)}
    given_up = dict(_former(model).filter(key__among=set(keys) - found.keys()).values_list("key", "now")) if len(found) < len(keys) else {}
    now = {row.key: row for row in model.objects.filter(key__among=given_up.values())} if given_up else {}
    return found | {key: now[lead] for key, lead in given_up.items() if lead in now}


def chiefs(model: type[Thing], keys: Collection[str]) -> dict[str, str]:
    """The key whose row each of the keys has a share in: its own, or the one that it was joined to. Own ones come last."""
    led = dict(_former(model).filter(key__among=keys).values_list("key", "now")) if keys else {}
    return led | {key: key for key in keys if key not in led}


def owners(model: type[Thing], things: Iterable[Thing]) -> dict[str, Thing]:
    """Every key that speaks of one of the things: its own and those that were given up for it."""
    own = {thing.key: thing for thing in things}
    return own | {key: own[now] for key, now in _former(model).filter(now__among=own).values_list("key", "now")}


def leading_to(model: type[Any], keys: Collection[str]) -> set[str]:
    """The keys, and all that were given up for one of them."""
    return set(keys) | set(_former(model).filter(now__among=keys).values_list("key", flat=True))


@dataclass(frozen=True, slots=True)
class Moved:
    """The country for which the machine takes an official to act, and the one that people told."""

    read: str | None
    now: str | None

    def instead_of(self, country: str | None) -> str | None:
        """The country to show for one that was read. Where an office or a meeting had none while the official had one, it has none."""
        return None if country is None and self.read else self.now


class Corrections:
    """The corrections in force, asked for only where there are any at all."""

    def __init__(self) -> None:
        self.any = Correction.objects.in_force().exists()

    def of(self, model: type[Any], keys: Iterable[str], operations: Collection[str] = HOLDS) -> dict[str, dict[str, Any]]:
        """The columns that were set right or confirmed, by the key of the row."""
        told: dict[str, dict[str, Any]] = defaultdict(dict)
        if self.any:
            wanted = list(keys)
            heir = handed_on(wanted) if model is Appointment else {}
            held = Correction.objects.in_force().filter(kind=KINDS[model], key__among=[*wanted, *heir], operation__in=operations)
            rows_told = held.exclude(field__contains=MARK).order_by("pk").values_list("key", "field", "new")
            # what was told of the office itself comes last
            for key, field, new in sorted(rows_told, key=lambda row: row[0] not in heir):
                told[heir.get(key, key)][model._meta.get_field(field).attname] = new
        return _in_rows(told) if model is Appointment else told

    def bodies_of_offices(self, offices: Collection[str]) -> dict[str, str | None]:
        """The organizations that people told offices to be in, by the keys of the offices; None for in none."""
        held = Correction.objects.in_force().filter(kind=Correction.Kind.APPOINTMENT, field="organization", operation__in=HOLDS)
        if not self.any or not offices:
            return {}
        heir = handed_on(offices)
        told = sorted(held.filter(key__among=[*offices, *heir]).values_list("key", "new"), key=lambda row: row[0] not in heir)
        return {heir.get(key, key): new for key, new in told}

    def links(self, model: type[Any], keys: Iterable[str]) -> dict[str, list[Correction]]:
        """The decisions on whom, or what, things are linked with, by the keys of the things, those made first at first."""
        found: dict[str, list[Correction]] = defaultdict(list)
        if self.any:
            held = Correction.objects.in_force().filter(kind=KINDS[model], key__among=list(keys), operation__in=HOLDS)
            for made in held.filter(field__contains=MARK).order_by("pk"):
                found[made.key].append(made)
        return found

    def suppressed(self, model: type[Any], keys: Iterable[str]) -> set[str]:
        """Those of the keys that speak of what somebody found to be no such thing."""
        wanted = set(keys)
        if not self.any or not wanted:
            return set()
        led = dict(_former(model).filter(key__among=wanted).values_list("key", "now")) if model in (Person, Organization) else {}
        told = Correction.objects.in_force().filter(kind=KINDS[model], operation=Correction.Operation.SUPPRESS)
        gone = set(told.filter(key__in={led.get(key, key) for key in wanted}).values_list("key", flat=True))
        return {key for key in wanted if led.get(key, key) in gone}

    def moved(self, people: Collection[str]) -> dict[str, Moved]:
        """Of officials, by the keys that facts speak of, those whose country people told; of whoever was joined to another, the other's."""
        told = Correction.objects.in_force().filter(kind=Correction.Kind.PERSON, field="country", operation__in=HOLDS)
        if not self.any or not people or not told.exists():
            return {}
        chief = chiefs(Person, people)
        values = told.filter(key__among=chief.values()).values_list("key", "old", "new")
        held = {key: Moved(old or None, new or None) for key, old, new in values}
        return {key: held[now] for key, now in chief.items() if now in held}

    def note(self, model: type[Any], read: Mapping[str, Mapping[str, Any]]) -> None:
        """What it reads now (columns by key) stands beside each correction, where it is neither what it read then nor what holds."""
        if not self.any or not read:
            return
        if model is Appointment:
            read = {**read, **{key: read[now] for key, now in handed_on(read).items()}}
        held = Correction.objects.in_force().filter(kind=KINDS[model], key__in=read.keys(), operation__in=HOLDS)
        for made in held.exclude(field__contains=MARK):
            column = model._meta.get_field(made.field).attname
            if column in read[made.key]:
                note_reading(made, read[made.key][column])


def handed_on(offices: Collection[str]) -> dict[str, str]:
    """The keys whose decisions hold of one of the offices by now, each with the office's."""
    return dict(
        FormerKey.objects.filter(kind=FormerKey.Kind.APPOINTMENT, now__among=list(offices)).order_by("key").values_list("key", "now")
    )


def heirs_of(offices: Collection[str]) -> dict[str, str]:
    """The offices of which decisions on these hold by now, by the keys of these."""
    led = FormerKey.objects.filter(kind=FormerKey.Kind.APPOINTMENT, key__in=offices)
    return dict(led.values_list("key", "now")) if offices else {}


def note_reading(made: Correction, value: Any) -> None:
    """What the machine reads now stands beside the correction, where it is neither what it read then nor what holds."""
    known = any(value == one or (value in UNTOLD and one in UNTOLD) for one in (made.old, made.new))
    now = None if known else value
    if (made.reads_since is None) != known or made.reads_now != now:
        made.reads_now, made.reads_since = now, None if known else timezone.now()
        made.save(update_fields=["reads_now", "reads_since"])


def _in_rows(told: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The same with the row of each organization in place of its key. One that is not told of at present is left out."""
    there = rows(Organization, {str(columns["organization_id"]) for columns in told.values() if columns.get("organization_id")})
    for columns in told.values():
        key = columns.get("organization_id")
        if key in there:
            columns["organization_id"] = there[key].pk
        elif key:
            del columns["organization_id"]
    return told


def _former(model: type[Any]) -> Any:
    kind = FormerKey.Kind.PERSON if model is Person else FormerKey.Kind.ORGANIZATION
    return FormerKey.objects.filter(kind=kind)
