"""What people do in ceremonies, by which a sentence tells that they were there: ribbons, plaques, wreaths, parades."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.rules.meetings.scenes import Line


def act(line: Line, last: Occasion | None) -> re.Match[str] | None:
    """What somebody did in the ceremony that was told last, not long before: "cut the ribbon", "took the salute"."""
    if last is None or last.status != "primary" or last.first.kind != "ceremony" or line.words.isdisjoint(_THINGS):
        return None
    return _ACTS.search(line.text) if line.number - last.frames[-1].line.number <= _SOON else None


def is_only_beside(line: Line, cue: re.Match[str], last: Occasion | None) -> bool:
    """Whether those who accompanied somebody were there when a wreath was laid, behind talks: "accompanied by N, she laid flowers"."""
    if last is None or last.first.kind not in ("meeting", "call") or _OF_TALKS.search(line.text):
        return False
    return _WITH.match(cue.group()) is not None and not line.words.isdisjoint(_HONOURED) and _HOMAGE.search(line.text) is not None


_WITH = patterns.compile(r"(?:(?:was|were|is|are)\s+(?:\w+\s+)?)?(?:accompan|flanked|joined)", re.IGNORECASE)
_OF_TALKS = patterns.compile(r"\b(?:meetings?|talks|calls?|discussions|conversations?|session|received|throughout)\b", re.IGNORECASE)
_HONOURED = frozenset({"wreath", "wreaths", "flowers", "bouquet", "bouquets", "tribute", "homage", "respects", "candle", "candles"})
_HOMAGE = patterns.compile(
    r"\b(?:laid|laying|placed|lay|lit)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:wreaths?|flowers|bouquets?|candles?)\b"
    r"|\bpa(?:id|ying)\s+(?:\w+\s+)?(?:tribute|homage|respects)\b"
)
_SOON = 3  # sentences behind a ceremony
# "cut the ribbon", "reviewed the formation", "unveiled a plaque", "smashed a bottle of champagne on the bow"
_THINGS = frozenset(
    {"ribbon", "tape", "plaque", "wreath", "wreaths", "formation", "troops", "guard", "parade", "ranks", "flag", "flags", "keys", "key"}
    | {"salute", "bottle", "tree", "trees", "cake", "monument", "statue", "letter", "message", "certificate", "certificates", "flowers"}
)
_ACTS = patterns.compile(
    r"\b(?:(?:cut|snipped)\s+(?:the|a)\s+(?:[\w-]+\s+){0,2}?(?:ribbon|tape|cake)|unveiled\s+(?:the|a)\s+(?:[\w-]+\s+){0,2}?(?:plaque|monument|statue)"
    r"|(?:laid|placed)\s+(?:(?:the|a)\s+)?(?:[\w-]+\s+){0,2}?(?:wreaths?|flowers)"
    r"|(?:reviewed|inspected|saluted)\s+(?:the|a)\s+(?:[\w-]+\s+){0,2}?(?:formation|troops|guard|parade|ranks)|took\s+the\s+salute"
    r"|(?:raised|hoisted|lowered)\s+(?:the|a|both|their)\s+(?:[\w’'-]+\s+){0,2}?flags?|planted\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?trees?"
    r"|(?:broke|smashed|swung)\s+(?:a|the)\s+(?:[\w-]+\s+){0,2}?bottle|read\s+(?:out\s+|aloud\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:letter|message)"
    r"|(?:handed|presented|exchanged|received|accepted)\s+(?:over\s+)?(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:keys?|certificates?))\b"
)
