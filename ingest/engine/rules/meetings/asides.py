"""Which meeting a sentence means by "the talks" behind a courtesy call told only as an aside."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.rules.meetings.scenes import Line


def main_talks(line: Line, present: list[Occasion], last: Occasion) -> Occasion | None:
    """The talks before an aside, of which a sentence behind it goes on: "The talks were also attended by", behind "had earlier called on".

    An aside opens with the talks to which it belongs ("Before the meeting, …"), or goes back behind them ("had earlier", "Earlier the
    same day"); of the second kind a sentence in its own paragraph goes on with what it tells.
    """
    spoken = _THE_TALKS.search(line.text)
    if spoken is None or last not in present or last.first.line is line or last.is_gathering:
        return None
    aside = last.first.line
    before = [each for each in present[: present.index(last)] if each.first.line.number < aside.number]
    if not before or not (_BESIDE_TALKS.match(aside.text) or (aside.paragraph != line.paragraph and _EARLIER.search(aside.text))):
        return None
    return before[-1]


_TALKS = r"(?:meeting|talks|session|discussions|negotiations|consultations|working\s+meeting)"
# "The talks were also attended by", "present at the meeting were"; not "at the meeting with Minister Popa"
_THE_TALKS = patterns.compile(
    rf"(?:\A(?:The|These)|\b(?:at|during|in|attended|attending|joined|joining)\s+the)\s+(?:(?:bilateral|official|expanded|plenary|defen[cs]e)\s+){{0,2}}"
    rf"{_TALKS}\b(?!\s+(?:with|of|for|at)\b)"
)
# "Prior to the talks, the guest called on"
_BESIDE_TALKS = patterns.compile(rf"(?:Before|Ahead\s+of|Prior\s+to|In\s+advance\s+of)\s+(?:the|this|these)\s+(?:[\w-]+\s+)?{_TALKS}\b")
# "The visitor had | earlier in the day | paid", "Earlier the same day, he met"
_EARLIER = patterns.compile(
    r"\bhad\s+(?:also\s+)?earlier\b|\A(?:Earlier|In\s+the\s+morning)\b|\bearlier\s+(?:in\s+the\s+day|the\s+same\s+day|that\s+day)\b"
)
