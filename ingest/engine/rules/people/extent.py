"""Where the words of an office begin and end in a sentence, and which of them its first office takes up."""

from __future__ import annotations

from ingest.engine.rules.people import closing, opening
from ingest.engine.rules.people.view import View
from ingest.engine.values import frozen

_LONGEST = 50  # words after the head
_COUNTERPARTS = frozenset({"counterpart", "counterparts"})


@frozen
class Extent:
    """The words [start, end) of an office: its head is [head, head_end), and at `core_end` begin the offices that are joined to it."""

    start: int
    head: int
    head_end: int
    core_end: int
    end: int


def of(view: View, at: int, start: int, stop: int) -> Extent:
    """The extent of the office whose head stands at `at`, inside of [start, stop)."""
    head_end = view.heads[at][0]
    if view.folds[at] in _COUNTERPARTS and head_end < stop and view.capital[head_end]:
        return Extent(opening.first_word(view, at, start), at, head_end, head_end, head_end)  # "his counterpart | Defence Minister N"
    core_end, end = closing.ends(view, head_end, min(stop, head_end + _LONGEST))
    return Extent(opening.first_word(view, at, start), at, head_end, core_end, end)
