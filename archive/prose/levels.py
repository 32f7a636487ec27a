"""The six levels of officials in words, and the other code words of a meeting as a reader sees them."""

from __future__ import annotations

LEVELS = {
    1: "head of state or government",
    2: "minister",
    3: "deputy minister, chief of defense",
    4: "service chief, theater commander",
    5: "general officer, director",
    6: "working level",
}
KINDS = {
    "meeting": "talks",
    "call": "call",
    "visit": "visit",
    "conference": "conference",
    "ceremony": "ceremony",
    "exercise": "exercise",
}
MODES = {"in_person": "in person", "phone": "by telephone", "video": "by video"}
STATES = {"held": "held", "planned": "planned", "postponed": "postponed", "cancelled": "cancelled"}
ACTIONS = {"signed": "signed", "amended": "amended", "renewed": "renewed", "planned": "planned", "discussed": "discussed"}
SURE = {"95": "95 % and more", "90": "90 to 95 %", "80": "80 to 90 %", "below": "below 80 %", "unknown": "not measured"}


def level_in_words(level: int | None) -> str:
    """Return "minister" for 2; a level that is not known is said to be not stated."""
    return LEVELS.get(level, "level not stated") if level else "level not stated"
