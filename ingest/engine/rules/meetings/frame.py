"""What one sentence tells of one occasion."""

from __future__ import annotations

from typing import Literal

from ingest.engine.rules.meetings.lexicon import Trigger
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.references import Reference
from ingest.engine.types import Date, MeetingKind, Mode, Place
from ingest.engine.values import frozen

Tense = Literal["past", "perfect", "future", "relative"]


@frozen
class Frame:
    """One telling of an occasion. `before` and `behind` are those who stand at the sides of the trigger's words."""

    line: Line
    trigger: Trigger
    start: int
    end: int
    kind: MeetingKind
    mode: Mode | None
    before: tuple[Reference, ...]
    behind: tuple[Reference, ...]
    sides: tuple[Side, ...]
    plural: bool  # "the two ministers", "they": those of the occasion at hand
    tense: Tense
    background: bool
    sequel: bool  # the sentence opens with "after", "later", "separately": another occasion than the one before
    date: Date | None
    place: Place | None
    name: Name | None
    destination: Side | None  # the country gone to
    goes_on: bool  # "who is on a visit", "where she was received": more of what the sentence told before
    apart: bool  # one of those met one by one
    by_journey: bool  # "the visit ended with": those who travel
    is_reported: bool = False  # in a clause by which somebody says what others did
    of_others: bool = False  # officials of other states say it: "Minister Popa said that Chile and Peru held talks"

    @property
    def is_travel(self) -> bool:
        """Whether the words only tell of going somewhere: "will travel to", and no visit."""
        return self.kind == "visit" and "visit" not in self.line.text[self.start - self.line.start : self.end - self.line.start].casefold()

    @property
    def people(self) -> tuple[Reference, ...]:
        return self.before + self.behind
