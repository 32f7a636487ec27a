"""Who was the host where nobody is said to have received: of two states that met in one of them, that one."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.meetings.occasion import ENVOY, Occasion, country_of
from ingest.engine.types import Evidence

RULE = "meetings.at-home"
_PAIR = 2  # states


def find_hosts(occasions: list[Occasion]) -> None:
    """Gives talks and visits of two states, with no host told, the one of them in which they were held, with the words of the place."""
    for occasion in occasions:
        country, at = country_of(occasion), _where(occasion)
        if at and country in occasion.sides and _is_open(occasion) and not _is_of_envoys(occasion, country):
            occasion.hosts[country] = Evidence(at.start, at.end, RULE, at.where)


def _is_open(occasion: Occasion) -> bool:
    states = [side.is_state for side, _ in occasion.sides.values()]
    aside = any(_ASIDE.search(frame.line.text) for frame in occasion.frames)
    return states == [True] * _PAIR and not occasion.hosts and occasion.first.kind in ("meeting", "visit") and not aside


# where many states meet, or one has its house or troops in the other, the state around them is not who received
_ASIDE = patterns.compile(
    r"\b(?:(?:side-?lines|margins|fringes)\s+of|(?:[Ee]mbassy|[Hh]igh\s+[Cc]ommission|[Cc]onsulate|[Rr]esidence|[Rr]esidency)\b(?!\s+staff)"
    r"|General\s+Assembly|contingents?\b|peacekeep|troops\s+(?:deployed|stationed))"
)


def _where(occasion: Occasion) -> Evidence | None:
    """The words of the place or of the country gone to; a dateline above the text has none."""
    if occasion.place and occasion.place.country:
        return occasion.place.evidence if occasion.place.evidence.end else None
    gone_to = occasion.destination
    return occasion.scene.evidence(gone_to.start, gone_to.end, RULE) if gone_to and gone_to.end else None


def _is_of_envoys(occasion: Occasion, country: str) -> bool:
    """Whether the state of the place was there by its envoys alone, who came from elsewhere themselves."""
    scene = occasion.scene
    theirs = [scene.person(name) for name in occasion.people if (home := scene.home(name)) and home.name == country]
    return bool(theirs) and all(ENVOY.search(person.position or "") for person in theirs)
