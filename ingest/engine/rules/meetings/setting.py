"""Where what follows was: a heading or short sentence that names country, place or day."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.land import headed
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.types import Date, Place
from ingest.engine.values import replace


class Setting:
    """The heading or sentence that says where and when the frames that follow were."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._line: Line | None = None
        self._is_heading = False
        self._headed: Side | None = None  # the country with which a sentence of this paragraph opened
        self._paragraph = -1
        self._day: Date | None = None  # the day with which a sentence opened right before, in which nobody met

    def note(self, line: Line, told: tuple[Frame, ...]) -> None:
        if line.paragraph != self._paragraph:
            self._paragraph, self._headed = line.paragraph, None
            self._day = None
        self._headed = headed(self._scene, line, line.end) or self._headed
        if all(frame.kind == "visit" and not frame.people for frame in told):  # "the delegation travelled on to Chile"
            self._day = _opening_day(line)
        if self._line and not self._is_heading and self._line.paragraph != line.paragraph:
            goes_on = self._line.number == line.number - 1 and _THERE.match(line.text)
            self._line = replace(self._line, paragraph=line.paragraph) if goes_on else None
        if told or len(line.text) > 100:
            return
        if line.people:
            if len(line.places) == 1 and _BEGINS_IN.search(line.text[: line.places[0].evidence.start - line.start]):
                self._line, self._is_heading = line, False
        elif self._is_alone(line):
            self._line, self._is_heading = line, True
        elif line.places and _STOPS.search(line.text):
            self._line, self._is_heading = line, False

    def _is_alone(self, line: Line) -> bool:
        """Whether nothing but a country or, below the first line, a town stands in the line: a heading."""
        terms = [term for term in self._scene.terms(line.start, line.end) if term.kind == "country"]
        length = len(_undated(line).strip(" :*#–—-,.()"))
        is_town = len(line.places) == 1 and line.number > 0 and len(line.places[0].name) >= length - 1
        return (len(terms) == 1 and terms[0].end - terms[0].start >= length - 2) or is_town

    def around(self, frame: Frame) -> Frame:
        """The frame with day and place of the heading or sentence above, where it has none of its own."""
        if frame.background or frame.tense != "past":
            return frame
        if self._day and frame.date is None and self._line is None:
            frame = replace(frame, date=self._day)
        if self._headed and not (frame.destination or frame.place or frame.kind == "call"):
            frame = replace(frame, destination=self._headed)
        if self._line is None:
            return replace(frame, place=_there(self._scene, frame)) if frame.place is None and frame.kind != "call" else frame
        if self._is_heading and self._line.places:
            elsewhere = frame.destination or frame.kind == "call"
            return (
                frame if elsewhere else replace(frame, place=frame.place or self._line.places[0], date=frame.date or self._day_of_heading())
            )
        if self._is_heading:
            term = next(term for term in self._scene.terms(self._line.start, self._line.end) if term.kind == "country")
            there = Side(term.value, True, term.start, term.end)
            return frame if frame.destination else replace(frame, destination=there, date=frame.date or self._day_of_heading())
        date = frame.date or (self._line.dates[0] if self._line.dates else None)
        return replace(frame, date=date, place=frame.place or self._line.places[0])

    def _day_of_heading(self) -> Date | None:
        return self._line.dates[0] if self._line and len(self._line.dates) == 1 else None


def _there(scene: Scene, frame: Frame) -> Place | None:
    """The last place of the sentence before, where the clause says "there": "went to Arica. There she was received by Colonel Roca"."""
    line = frame.line
    if "there" not in line.words or not line.number or not _THERE_MET.search(line.text, 0, frame.end - line.start + len(" them there")):
        return None
    before = scene.lines[line.number - 1]
    gone_to = [place for place in before.places if _GONE_TO.search(before.text, 0, place.evidence.start - before.start)]
    return gone_to[-1] if gone_to else None


_THERE_MET = patterns.compile(
    r"\AThere,?\s|\b(?:received|welcomed|greeted|met|hosted|shown|taken|briefed|him|her|them|around|round)\s+(?:[a-z]+\s+)?there\b"
)
# "visited the school in | Arica", "before heading to the Naval School in | Arica"
_GONE_TO = patterns.compile(
    r"\b(?:went|goes|travell?ed|flew|moved|headed|heading|proceed(?:ed|ing)|drove|visit(?:ed|ing)|arrived|arriving|left|leaving|departed|departing|sailed|continued|returned)\b"
    r"(?:(?!\b(?:said|announced|discussed)\b)[^.;]){0,90}?\b(?:to|in|at|for|visited|visiting)\s+(?:the\s+)?\Z"
)


def _undated(line: Line) -> str:
    """The text of a line without its days: "URUGUAY – April 6-7"."""
    text = line.text
    for date in reversed(line.dates):
        text = text[: date.evidence.start - line.start] + text[date.evidence.end - line.start :]
    return text


def _opening_day(line: Line) -> Date | None:
    """The one day with which a sentence opens: "The following day, the Admiral moved on to Chile."."""
    day = line.dates[0] if len(line.dates) == 1 else None
    opens = (
        day is not None
        and day.end is None
        and not day.start.endswith("XX")
        and _OPENS_ON.fullmatch(line.text[: day.evidence.start - line.start])
    )
    return day if opens else None


_OPENS_ON = patterns.compile(r"(?:(?:On|The|Then,?\s+on)\s+)?(?:the\s+)?(?:[A-Z][a-z]{2,5}day,?\s+(?:the\s+)?)?")
# "She began her tour with a stop in Arica. | There | she met"
_THERE = patterns.compile(r"(?:There|Here)\b")
# "General Popa began his trip in | Arica", "The last leg took the general to | Lima"
_BEGINS_IN = patterns.compile(
    r"\b(?:began|started|opened|continued|concluded|ended|finished)\s+(?:his|her|their|the)\s+(?:[\w-]+\s+){0,3}?(?:tour|trip|visit|journey)\s[^.;,]{0,40}\b(?:in|at)\s+\Z"
    r"|\b(?:stop|leg|stage)\b[^.;,]{0,40}\b(?:in|at|to|was)\s+\Z"
)
# "The last stop was Cotonou on 7 February.", "It came after two meetings held in Arica on 3 May."
_STOPS = patterns.compile(
    r"\b(?:meetings|encounters|rounds|engagements|consultations|events)\s+(?:were\s+)?held\s+(?:in|at)\b|\b(?:stop|leg|stage|destination|day)\b[^.;]{0,40}\b(?:was|is|were|took|in|at)\b",
    re.IGNORECASE,
)
