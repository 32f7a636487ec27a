"""What is held in one article: facts that go on speaking of what people decided on (see `ingest.projection.footings`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from ingest.engine.record import Json
from ingest.resolution import names
from ingest.resolution.linking import fold

Thing = TypeVar("Thing")
NONE: Mapping[str, object] = MappingProxyType({})
KNOWN_AGAIN = 4  # points from which a report is taken for one that was read otherwise before


@dataclass(frozen=True, slots=True)
class HeldOfficial:
    """The official's key, the block in which the decision found him, and the name that was read then."""

    key: str
    block: str
    name: str

    def may_be(self, name: str) -> bool:
        """Whether the name that is read now may be that official's: the machine may have found out that the words are somebody else's."""
        return names.compare(self.name, name).kind not in {"different", "apart"}


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """The key of an office, and what tells it from others beside its holder and its words."""

    key: str
    rest: tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True)
class HeldReport:
    """The key of a report of a meeting, and the values that it had."""

    key: str
    values: Json

    def likeness(self, form: Json) -> int:
        """Points for what the report and a meeting as read now have in common; none where their days differ."""
        was, dates = self.values, (self.values["date"], form["date"])
        if all(dates) and dates[0] != dates[1]:
            return 0
        people = [{fold(name) for name in values["people"] or ()} for values in (was, form)]
        countries = [set(values["countries"] or ()) for values in (was, form)]
        titles = [fold(values["title"] or "") for values in (was, form)]
        points = (
            (2, bool(people[0] & people[1])),
            (1, people[0] == people[1]),
            (2, all(dates)),
            (2, bool(titles[0]) and titles[0] == titles[1]),
            (1, len(countries[0] & countries[1]) > 1),
            (1, bool(countries[0]) and countries[0] == countries[1]),
            (1, bool(was["place"]) and was["place"] == form["place"]),
        )
        return sum(weight for weight, told in points if told)


@dataclass(frozen=True, slots=True)
class Held:
    """By mention what an official, a body or an office is held to; the reports that are; agreements and quotations by their places."""

    people: Mapping[str, HeldOfficial] = field(default_factory=lambda: MappingProxyType({}))
    bodies: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    offices: Mapping[str, HeldOffice] = field(default_factory=lambda: MappingProxyType({}))
    reports: tuple[HeldReport, ...] = ()
    places: Mapping[str, tuple[str, int, int]] = field(default_factory=lambda: MappingProxyType({}))  # key: kind, start, end

    def officials(self, officials: Sequence[tuple[str, str, Collection[str]]]) -> dict[int, HeldOfficial]:
        """Whom each of an article's officials (name, block, mentions) is held to, by number."""
        found: dict[int, HeldOfficial] = {}
        natural = {block for _, block, _ in officials}
        for number, (name, block, mentions) in enumerate(officials):
            held = _first(self.people, mentions)
            if held is None or not held.may_be(name):
                continue
            if held.block == block or (held.block not in natural and held not in found.values()):
                found[number] = held
        return found

    def organizations(self, bodies: Sequence[tuple[str, Collection[str]]]) -> dict[int, str]:
        """The organization to which each of an article's bodies (key, mentions) is held, by number."""
        found: dict[int, str] = {}
        natural = {key for key, _ in bodies}
        for number, (_, mentions) in enumerate(bodies):
            held = _first(self.bodies, mentions)
            if held and held not in natural and held not in found.values():
                found[number] = held
        return found

    def office(self, mentions: Collection[str]) -> HeldOffice | None:
        return _first(self.offices, mentions)

    def of_reports(self, forms: Sequence[tuple[str, Json]]) -> dict[int, str]:
        """The key to which each of an article's reports (key, meeting) is held, by number: of those that are new, the most alike."""
        natural = {key for key, _ in forms}
        gone = [one for one in self.reports if one.key not in natural]
        held = {one.key for one in self.reports}
        new = [number for number, (key, _) in enumerate(forms) if key not in held]
        pairs = sorted((-one.likeness(forms[number][1]), one.key, number) for one in gone for number in new)
        found: dict[int, str] = {}
        for less, key, number in pairs:
            if -less >= KNOWN_AGAIN and number not in found and key not in found.values():
                found[number] = key
        return found

    def of_places(self, kind: str, facts: Sequence[tuple[str, Json | None]]) -> dict[int, str]:
        """The key to which each agreement or quotation (key, span in the text) is held, by number: the one whose words it has."""
        natural = {key for key, _ in facts}
        found: dict[int, str] = {}
        for key, (of_kind, start, end) in self.places.items():
            if of_kind == kind and key not in natural:
                new = (n for n, (own, span) in enumerate(facts) if n not in found and own not in self.places and _meets(span, start, end))
                number = next(new, None)
                if number is not None:
                    found[number] = key
        return found


NOTHING_HELD = Held()


def _first(held: Mapping[str, Thing], mentions: Collection[str]) -> Thing | None:
    found: Iterator[Thing] = (held[mention] for mention in mentions if mention in held)
    return next(found, None)


def _meets(span: Json | None, start: int, end: int) -> bool:
    return span is not None and span["where"] == "body" and span["start"] < end and start < span["end"]
