"""What a body has told so far: its occasions, and who belongs to which side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.rules.meetings.scenes import Scene
from ingest.engine.rules.meetings.sides import Side


@dataclass(slots=True)
class Told:
    """The occasions in the order in which they are told; `last` is the one told last."""

    scene: Scene
    occasions: list[Occasion] = field(default_factory=list)
    last: Occasion | None = None
    headline: frozenset[str] = frozenset()  # the states that the headline names

    def lead(self) -> Occasion | None:
        """The first occasion that the release is there to report."""
        for occasion in self.occasions:
            if occasion.status == "primary":
                return occasion
        return None

    def series(self) -> Occasion | None:
        """The occasion by which the release says that one official had several meetings, before it tells them one by one."""
        return next((occasion for occasion in reversed(self.occasions) if occasion.status == "primary" and occasion.of_several), None)

    def primary_people(self) -> set[str]:
        """The people of all occasions that the release reports."""
        return {name for occasion in self.occasions if occasion.status == "primary" for name in occasion.people}

    def homes(self, names: set[str]) -> set[str]:
        """The sides of these people, by name."""
        return {home.name for name in names if (home := self.home(name))}

    def home(self, name: str) -> Side | None:
        """The side of one person."""
        return self.scene.home(name)

    def sides_of(self, frame: Frame) -> Iterator[Side]:
        """The sides that a frame names, and those of its people."""
        yield from frame.sides
        for reference in frame.people:
            side = self.scene.side_of(reference.person)
            if side:
                yield side
