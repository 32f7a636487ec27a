"""Accounts of meetings as the tables hold them, with what people told of who was there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from types import MappingProxyType
from typing import Any

from archive.actions import linked
from archive.keys import key_of
from archive.models import Appointment, Correction, Meeting, MeetingReport, Organization, Person
from ingest.engine.record import Json
from ingest.engine.values import frozen, replace
from ingest.projection import decided
from ingest.projection.decided import Corrections, Moved, note_reading
from ingest.resolution.linking import Account, fold

NOBODY_MOVED: Mapping[str, Moved] = MappingProxyType({})
NOBODY_TOLD: Mapping[Any, Any] = MappingProxyType({})
COLUMNS = ("person", "organization", "country", "side", "appointment", "level")  # of a side


@frozen
class Side:
    """Somebody at a meeting as one report tells it, by the keys of facts; a country's code, the level of the office."""

    person: str | None
    organization: str | None
    country: str | None
    side: str
    appointment: str | None = None
    level: int | None = None

    @property
    def field(self) -> str:
        """The field of the meeting that it stands in (`archive.actions.linked`)."""
        if self.person:
            return f"person:{self.person}"
        return f"organization:{self.organization}" if self.organization else f"country:{self.country}"

    @property
    def form(self) -> Json:
        """As it is kept; `Side(**form)` is the side again."""
        return {name: getattr(self, name) for name in COLUMNS}


@frozen
class Told:
    """What people told of who took part in a meeting: on which side, or not at all; whom else; and in which bodies offices are."""

    sides: Mapping[str, str | None] = field(default_factory=lambda: NOBODY_TOLD)  # by fields, as `archive.actions.linked` has them
    added: tuple[Side, ...] = ()
    bodies: Mapping[str, str | None] = field(default_factory=lambda: NOBODY_TOLD)  # by the keys of offices

    def of(self, side: Side) -> Side | None:
        """The side as it was told; None of whoever was not there."""
        now = self.sides.get(side.field, side.side)
        return None if now is None else replace(side, side=now) if now != side.side else side


NOTHING_TOLD = Told()


@frozen
class Report:
    """A report with what tells which meeting it is of."""

    row: MeetingReport
    article: str
    block: str
    sides: tuple[Side, ...]
    gone: frozenset[str] = frozenset()  # keys of people and bodies that somebody found to be none
    moved: Mapping[str, Moved] = field(default_factory=lambda: NOBODY_MOVED)  # by the keys of people: for whom they act, as somebody told
    told: Told = NOTHING_TOLD

    @property
    def there(self) -> Iterator[Side]:
        """The sides, without those who were none; whoever stood in a body that is none stood in none."""
        left = self._left
        for side in (*self.sides, *self.told.added):
            if side.person in self.gone or (not side.person and side.organization in self.gone):
                continue
            if not side.person and not side.organization and side.country in left:
                continue
            if (now := self.told.of(self._now(side))) is not None:
                yield now

    def _now(self, side: Side) -> Side:
        if side.person and side.person in self.moved:
            side = replace(side, country=self.moved[side.person].instead_of(side.country))
        if side.appointment and side.appointment in self.told.bodies:
            side = replace(side, organization=self.told.bodies[side.appointment])
        return replace(side, organization=None) if side.organization in self.gone else side

    @property
    def _left(self) -> frozenset[str | None]:
        """The countries that were there only for officials who act for others: none is one for which somebody stands.

        Where the other country was there by itself, the first was told of beside it, and stays.
        """
        if not self.moved:
            return frozenset()
        alone = {side.country for side in self.sides if not side.person and not side.organization}
        led = [(side.country, self._now(side).country) for side in self.sides if side.person and side.person not in self.gone]
        left = {was for was, now in led if was and was != now and now not in alone}
        return frozenset(left - {now for _, now in led})

    @property
    def by_itself(self) -> Iterator[Side]:
        """The sides as they were read, without the countries for which somebody stands."""
        spoken_for = {side.country for side in self.sides if side.person or side.organization}
        return (side for side in self.sides if side.person or side.organization or side.country not in spoken_for)

    @property
    def account(self) -> Account:
        values = self.row.values
        people = frozenset(side.person for side in self.sides if side.person)
        return Account(self.row.key, self.article, fold(values["title"] or ""), people, values["kind"] == "call", self.block)


def key_of_meeting(first_report: str) -> str:
    return key_of("meeting", first_report)


def addresses(reports: Sequence[Report]) -> list[str]:
    """Every key that a meeting of these reports can have had."""
    return sorted(key_of_meeting(report.row.key) for report in reports)


def told_by_hand(groups: Mapping[str, Sequence[Report]], corrections: Corrections) -> dict[str, Told]:
    """What people told of who was there, by the keys of the meetings. What was told when a meeting had another address still holds."""
    of = {address: key for key, reports in groups.items() for address in (*addresses(reports), key)}
    made = corrections.links(Meeting, of)
    found: dict[str, dict[str, Correction]] = defaultdict(dict)
    for address in sorted(made, key=lambda address: (address == of[address], address)):
        found[of[address]] |= {one.field: one for one in made[address]}
    return {key: _told(groups[key], told) for key, told in found.items()}


def _told(reports: Sequence[Report], made: Mapping[str, Correction]) -> Told:
    sides: dict[str, str | None] = {}
    added: list[Side] = []
    for name, one in sorted(made.items()):
        same = _also_written(name)
        read = next((side.side for report in reports for side in report.by_itself if side.field in same), None)
        note_reading(one, read)
        sides |= dict.fromkeys(same, one.new)
        if read is None and one.new and (side := _added(name, one.new, reports)):
            added.append(side)
    return Told(sides, tuple(added))


def _also_written(name: str) -> set[str]:
    """The field under every key that speaks of the same official, or organization, by now."""
    link, key = linked.parted(name)
    if link == "country":
        return {name}
    model: Any = linked.OTHERS[link]
    return {f"{link}:{one}" for one in decided.leading_to(model, set(decided.chiefs(model, [key]).values()))}


def _added(name: str, side: str, reports: Sequence[Report]) -> Side | None:
    """Whoever people added, in the office that the releases of the meeting tell; None of one of whom nothing is told at present."""
    link, key = linked.parted(name)
    if link == "country":
        return Side(None, None, key, side)
    if link == "organization":
        return Side(None, key, None, side) if decided.rows(Organization, [key]) else None
    person = decided.rows(Person, [key]).get(key)
    if person is None:
        return None
    offices = Appointment.objects.filter(person=person, articles__in=[report.row.article_id for report in reports])
    office = offices.select_related("organization").order_by("key").first()
    if office is None:
        return Side(key, None, person.country_id, side)
    body = office.organization.key if office.organization else None
    return Side(key, body, office.country_id or person.country_id, side, office.key, office.level)
