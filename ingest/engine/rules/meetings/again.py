"""Meetings that a release tells a second time without a word on when or where: they are the one that it reports."""

from __future__ import annotations

from ingest.engine.rules.meetings.occasion import Occasion, overlap


def is_restated(occasion: Occasion, told: list[Occasion]) -> bool:
    """Whether what is told in passing is but the meeting reported: "the conversation between Minister Popa and General Roca dealt with"."""
    told_as_held = (frame.kind in ("meeting", "call") and frame.tense in (None, "past", "relative") for frame in occasion.frames)
    plain = all(told_as_held) and not any(frame.background for frame in occasion.frames)
    if occasion.status != "mentioned" or not plain or len(occasion.people) < 2 or occasion.place or occasion.name:
        return False
    return any(_is_same(occasion, each) for each in told if each.status == "primary" and each.is_call == occasion.is_call)


def _is_same(occasion: Occasion, reported: Occasion) -> bool:
    if not (set(occasion.people) <= set(reported.people) and occasion.states() <= reported.states()):
        return False
    days = occasion.date is None or (reported.date is not None and overlap(occasion.date, reported.date))
    return days and not reported.is_journey
