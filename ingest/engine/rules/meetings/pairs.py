"""What may be told of one occasion: a frame, and an occasion that was told before it."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.meetings import carrying
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.rules.meetings.told import Told
from ingest.engine.types import Date
from ingest.engine.values import frozen

OF_TWO = ("met-with", "held-talks", "received", "received-by", "called-on", "called-on-by", "meeting-with", "conferred-with")


@frozen
class Pair:
    """A frame and the occasion it may be of; `mine` are the frame’s people, `sides` its sides and those of its people."""

    told: Told
    frame: Frame
    occasion: Occasion
    mine: frozenset[str]
    sides: frozenset[str]

    @property
    def theirs(self) -> frozenset[str]:
        """The people of the occasion."""
        return frozenset(self.occasion.people)

    @property
    def is_within(self) -> bool:
        """Whether the frame names no side that the occasion does not have."""
        return self.sides <= self.occasion.states()

    @property
    def homes(self) -> set[str]:
        """The sides of the frame’s people."""
        return self.told.homes(set(self.mine))

    @property
    def day(self) -> Date | None:
        """The day of the occasion, or the one that it shares with what was told before or with the opening of the release."""
        if self.occasion.date is not None or self.is_announced:
            return self.occasion.date
        return _day_before(self.told, self.occasion) or _day_of_opening(self)

    @property
    def is_announced(self) -> bool:
        """Whether it is one of several meetings of which only the states are told so far: "met with leaders from Chile and Peru"."""
        first = self.occasion.first
        return first.apart and not first.behind and self.sides == self.occasion.states()


def _day_before(told: Told, occasion: Occasion) -> Date | None:
    """The day of the primary occasion told before this one, which it shares unless it says otherwise; None where that took several."""
    if occasion.status != "primary":
        return None
    earlier = [other for other in told.occasions[: told.occasions.index(occasion)] if other.status == "primary" and other.date]
    date = earlier[-1].date if earlier else None
    return date if date and date.end is None else None


def _day_of_opening(pair: Pair) -> Date | None:
    """The day of the first sentence, for what is reported first: "Today Arica hosts a meeting. It is attended by N. Yesterday, N and M"."""
    occasion = pair.occasion
    is_first = occasion is pair.told.lead() and occasion.state == "held" and not occasion.is_call
    itself = _ITSELF.match(pair.frame.line.text)  # "The meeting was held from 7 to 9 August"
    return carrying.opening_day(occasion) if is_first and not itself else None


_ITSELF = patterns.compile(
    r"(?:(?:The|This|Their)\s+(?:[\w-]+\s+)?(?:meeting|talks|session|conference|summit|event|ceremony|visit|discussions)|It|They)\b"
)
