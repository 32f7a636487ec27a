"""What the headline says of the occasion that the body tells first: that it was a call, or that people sat together."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.types import MeetingKind, Mode
from ingest.engine.values import replace

_EARLY = 3  # sentences within which a body tells what its headline says


def apply(occasions: list[Occasion], headline: str) -> None:
    """Gives the first occasion reported the kind that the headline tells, where its own sentences leave it open.

    "Minister Popa’s Call with Allies": "convened her counterparts" tells a call. "Popa’s Meeting with Minister Roca": "spoke with" none.
    """
    lead = next((occasion for occasion in occasions if occasion.status == "primary"), None)
    if lead is None or lead.first.line.number >= _EARLY or lead.state != "held":
        return
    is_call, is_meeting = _CALL.search(headline), _MEETING.search(headline)
    if is_call and not is_meeting and lead.first.kind == "meeting" and not _is_in_room(lead):
        _turn(lead, "call", lead.first.mode or "phone")
    elif is_meeting and not is_call and lead.first.trigger.rule.endswith(_TALKED) and not _is_told_afar(lead):
        _turn(lead, "meeting", None)


def _turn(lead: Occasion, kind: MeetingKind, mode: Mode | None) -> None:
    """Makes the occasion one of this kind, as its first telling has it."""
    lead.frames[0] = replace(lead.first, kind=kind, mode=mode)


def _is_in_room(lead: Occasion) -> bool:
    """Whether its words tell of people in one room, whatever the headline says."""
    return lead.first.trigger.rule.endswith(_FACE_TO_FACE) or _IN_ROOM.search(lead.first.line.text) is not None


def _is_told_afar(lead: Occasion) -> bool:
    """Whether a sentence that tells it speaks of a telephone or a screen."""
    words = lexicon()
    return any(words.phone.search(frame.line.text) or words.video.search(frame.line.text) for frame in lead.frames)


_TALKED = (".spoke-with", ".spoke")
_FACE_TO_FACE = (".met-with", ".received", ".received-by", ".called-on", ".called-on-by", ".visited-somebody")
# "Minister Popa’s Call with", "Readout of Popa’s calls to Allies", "Telephone conversation of"; no courtesy call, no call for action
_CALL = patterns.compile(
    r"(?<!\bcourtesy\s)(?<!\boffice\s)(?<!\bprotocol\s)(?<!\bfarewell\s)(?<!\bintroductory\s)\bcalls?\s+(?:and\s+\w+\s+)?(?:with|to|between|from)\s+(?!action\b|arms\b|order\b)"
    r"|\b(?:tele)?phone\s+(?:calls?|conversations?|talks)\b|\bby\s+(?:tele)?phone\b|\bconference\s+call\b|\b(?:video\s?|tele)conference\b",
    re.IGNORECASE,
)
_MEETING = patterns.compile(
    r"\b(?:meetings?|visits?|met|meets|receives?|received|hosts?|hosted|summit|lunch|dinner|breakfast|roundtable|trip|travels?)\b",
    re.IGNORECASE,
)
_IN_ROOM = patterns.compile(
    r"\b(?:in\s+person|face\s+to\s+face|met\s+(?:today\s+|yesterday\s+)?(?:in|at)\s+(?!the\s+call\b)|at\s+the\s+(?:Pentagon|ministry|embassy|headquarters))\b",
    re.IGNORECASE,
)
