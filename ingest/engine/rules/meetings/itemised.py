"""Meetings told as a list: "held bilateral meetings with:", and behind it an item for each of those who were met."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings import who
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.values import replace


class Items:
    """Reads line by line whom the items of a list say that the subject of its heading met."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._heading: Frame | None = None

    def read(self, line: Line, found: tuple[Frame, ...]) -> tuple[Frame, ...]:
        """The frames of a sentence, or the one that it tells as an item of the list of which the heading was told last."""
        if found:
            self._heading = found[-1] if _opens_list(found[-1]) else None
            return found
        if self._heading is None:
            return found
        people = tuple(who.present(self._scene.passage.text, line, list(line.people))) if _is_item(line) else ()
        if not people:
            self._heading = None
            return found
        date = next(iter(line.dates), self._heading.date)
        return (
            replace(
                self._heading,
                line=line,
                start=line.start,
                end=line.start,
                behind=people,
                sides=line.sides,
                date=date,
                sequel=True,
                apart=True,
            ),
        )


def _opens_list(frame: Frame) -> bool:
    """Whether the words lead to a list of those met: "met on Monday with:"."""
    open_end = frame.line.text.rstrip().endswith(":") and _WITH.search(frame.line.text) is not None
    return frame.kind in ("meeting", "call") and bool(frame.before) and not frame.behind and open_end


def _is_item(line: Line) -> bool:
    """Whether a line opens with a mark, or with an office and a name alone."""
    named = bool(line.people) and _OFFICE.fullmatch(line.text, 0, line.people[0].start - line.start) is not None
    return bool(_MARK.match(line.text)) or (named and not _SENTENCE.search(line.text))


_WITH = patterns.compile(
    r"\b(?:with|met|received|following|counterparts|colleagues|leaders|officials|ministers|chiefs)\b[^.;:]{0,80}:\s*\Z"
)
_MARK = patterns.compile(r"\s*(?:[-–—•·*●▪■]|\(?[a-z0-9]{1,2}[).])\s")
_OFFICE = patterns.compile(r"\s*(?:(?:[Tt]he|of|for|and|to|with|his|her)\s+|[A-Z][\w’'.-]*,?\s+)*+")  # possessive, for "The" is both
_SENTENCE = re.compile(r"\b(?:said|was|were|is|are|has|had|will|met|visited|received|discussed)\b")
