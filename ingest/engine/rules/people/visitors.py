"""The visiting side, told without its state: "From the visiting side, N and M took part", "N, a member of the delegation"."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.people.delegations import NEAR
from ingest.engine.rules.people.line import Sighting


def includes(sighting: Sighting) -> bool:
    """Whether the person is told of with the visiting side, before the name or behind it."""
    view, at = sighting.view, sighting.end
    start, stop = view.sentence(sighting.begin)
    if _TOLD.isdisjoint(view.folds[start:stop]):
        return False
    if _OF_VISITORS.match(" ".join(view.folds[at : at + _BEHIND])):
        return True
    before = " ".join(view.folds[max(start, sighting.begin - NEAR) : sighting.begin])
    led = _FROM_VISITORS.search(before)
    return led is not None and not _OTHER_SIDE.search(before[led.end() :])


_TOLD = frozenset({"visiting", "guest", "member"})
_BEHIND = 9  # words
_VISITORS = r"(?:the )?(?:visiting|guest) (?:\w+ )?(?:side|delegation|team|party|officers|group)"
# "Colonel N | of the visiting delegation", "Major N|, a member of the delegation"
_OF_VISITORS = patterns.compile(
    rf"(?:of|from|on) {_VISITORS}\b|, (?:also )?(?:a|an) (?:\w+ )?member of (?:the|his|her) (?:visiting )?(?:delegation|party)\b"
)
# "From the visiting side,", "Other members of the visiting team were"
_FROM_VISITORS = patterns.compile(
    rf"(?:^|, |; |and )(?:(?:from|on|for) {_VISITORS} (?:\w+ ){{0,3}},"
    rf"|(?:(?:other )?members|others) of {_VISITORS} (?:\w+ ){{0,2}}(?:were|included|are)\b)"
)
_OTHER_SIDE = patterns.compile(r"\b(?:host|side|while|met|received|welcomed|by)\b")
