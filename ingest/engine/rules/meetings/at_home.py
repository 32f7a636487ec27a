"""Officials of the publisher's own state of whom only the office is told: "The Minister of Defence received Ambassador Roca of Peru"."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.rules.meetings.scenes import Scene
from ingest.engine.rules.meetings.sides import Side

_TALKS = ("received", "received-by", "called-on", "called-on-by", "met-with", "held-talks", "talked-with", "conferred-with", "spoke-with")


def add_offices(occasions: list[Occasion], home: str | None) -> None:
    """Adds the publisher's state where the other side met the holder of one of its offices, and the release tells of no journey abroad."""
    if home is None or home == "INT":
        return
    abroad = any(each.destination and each.destination.name != home for each in occasions if each.is_journey)
    for occasion in occasions if not abroad else ():
        first, sides = occasion.first, list(occasion.sides.values())
        if len(sides) != 1 or not sides[0][0].is_state or home in occasion.sides or first.kind not in ("meeting", "call"):
            continue
        if not first.trigger.rule.endswith(_TALKS) or (occasion.place and occasion.place.country not in (None, home)):
            continue
        if not occasion.people and not _GUEST.match(occasion.scene.passage.text, sides[0][0].end):
            continue  # "The Minister met with Polish veterans"
        span = _before(occasion.scene, first) or _behind(occasion.scene, first)
        if span and _is_own(occasion.scene, *span, home):
            told = occasion.scene.evidence(*span, first.trigger.rule)
            occasion.sides[home] = (Side(home, True, *span), told)
            if first.trigger.roles != "peers":
                occasion.hosts.setdefault(home, told)


def _before(scene: Scene, frame: Frame) -> tuple[int, int] | None:
    """Where an office alone is the subject of the words: "| The Minister of Defence | today received"."""
    start = frame.line.start
    if any(person.start < frame.start for person in frame.line.people):
        return None
    return (start, frame.start) if _SUBJECT.fullmatch(scene.passage.text, start, frame.start) else None


def _behind(scene: Scene, frame: Frame) -> tuple[int, int] | None:
    """Where an office alone stands behind the words: "called on | the Minister of Defence | on Monday"."""
    office = _OBJECT.match(scene.passage.text, frame.end) if frame.before and not frame.behind else None
    return office.span() if office else None


def _is_own(scene: Scene, start: int, end: int, home: str) -> bool:
    """Whether no other state and no body of one is named with the office."""
    others = [term for term in scene.terms(start, end) if term.value != home]
    return not others and all(side.name == home for side in scene.national_bodies(start, end))


# "received the Japanese | Minister of Defence"
_GUEST = patterns.compile(r"\s+(?:[\w’'-]+\s+){0,4}?(?:Minister|Secretary|Chief|Commander|Ambassador|Attach[eé]|delegation|counterpart)\b")
_OFFICE = (
    r"(?:[Tt]he\s+)?(?:[A-Z][\w’'-]*\s+){0,4}?(?:Minister|Secretary|Under-?[Ss]ecretary|Chief|Commander|Chairman|Chairperson|Director|Head|Inspector|Commandant)"
    r"(?:[-\s]General)?(?:\s+(?:of|for|at|in|to)\s+(?:the\s+|our\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:and|of|the|for)\s+){0,2}[A-Z][\w’'-]*){0,5})*"
)
_LEAD = r"(?:(?:On|In|At|Today|Yesterday|Earlier|This)\b[^,;.]{0,50},?\s+)?"
_SUBJECT = patterns.compile(
    rf"{_LEAD}{_OFFICE}\s+(?:(?:has|have|also|today|yesterday|officially|here|on\s+\w+day|on\s+\d+\s+\w+|this\s+\w+)\s+){{0,3}}"
)
_OBJECT = patterns.compile(
    rf"\s+(?:with\s+)?{_OFFICE}(?=\s*[.,;]|\s+(?:on|in|at|today|yesterday|here|this|to|for|during|and)\b)(?!,\s+(?:[A-Z]|of\b))"
)
