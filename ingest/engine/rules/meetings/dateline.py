"""What stands before a first sentence to say where and when the release was written."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.types import Date, Place


def is_dateline(line: Line, place: Place) -> bool:
    """Whether the place only says where the release was written: "CALLAO, Peru (NNS) -- ", "LIMA, Nov. 9 (Andina) -- "."""
    return bool(_DATELINE.match(line.text, place.evidence.end - line.start)) and place.evidence.start - line.start < 4


_DATELINE = patterns.compile(r"(?:[A-Z][a-z]{2,3}\.|[^.;–—]){0,60}?(?:--|\s[–—-]\s|:)")


def stands_alone(line: Line) -> bool:
    """Whether a line holds nothing but where the release was written: "BAKU, Azerbaijan, May 12."."""
    if len(line.places) != 1 or line.people or len(line.text) > _LONGEST:
        return False
    return line.places[0].evidence.start - line.start < len("A ") and not _LOWER_VERB.search(line.text)


_LONGEST = 60
_LOWER_VERB = patterns.compile(r"\s[a-z]{3,}")


def without_dateline(line: Line) -> tuple[Date, ...]:
    """The days of the sentence without that of a dateline, on which it was written: "LIMA, May 14 — ".

    One in brackets is that of what is told, unless another day is: "LIMA, Peru (May 14, 2024) — ".
    """
    dates = line.dates
    if line.number == 0 and dates and _BRACKETED.match(line.text, 0, dates[0].evidence.start - line.start):
        return dates[1:] if any(not date.start.endswith("XX") for date in dates[1:]) else dates
    if line.number == 0 and dates and _DATED.fullmatch(line.text[: dates[0].evidence.end - line.start]):
        behind = _DASH.match(line.text, dates[0].evidence.end - line.start)
        return dates[1:] if behind else dates
    return dates


_DATED = patterns.compile(r"[A-ZÀ-Ž][\w’' .-]{2,30}(?:\s?[\[(][A-Z][\w ]{2,20}[\])])?,\s(?:[A-Z][\w ]{2,20},\s)?[\w. ,]{3,20}")
_BRACKETED = patterns.compile(r"[A-ZÀ-Ž][\w’'. ,-]{2,50}\((?:[A-Z]{2,10}[ ,]{1,2})?\Z")
_DASH = patterns.compile(r"(?:\s\([^()]{1,20}\)|\s/[^/]{1,20}/|,\s[A-Z]{2,10})?\s*[-–—:]{1,2}\s")  # "Accra, July 31, GNA –"
