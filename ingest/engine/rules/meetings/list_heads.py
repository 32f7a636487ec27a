"""Lines that stand above a list of those who took part, and the items of such a list."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.rules.meetings.scenes import Line

_LONGEST = 60  # characters of a line above a list


def stands_above(line: Line) -> bool:
    """Whether a line stands above a list: "Participants", "(Chilean side)", "Representing Chile were:"."""
    return len(line.text) < _LONGEST and _LIST_HEAD.fullmatch(line.text) is not None


def leads_to(line: Line) -> bool:
    """Whether a sentence that tells of those present goes over into a list."""
    return line.text.rstrip().endswith(":") and _LEADS_TO_LIST.search(line.text) is not None


def is_item(line: Line) -> bool:
    """Whether a line reads as an item of a list: a bullet, a letter, or a name and an office without a verb."""
    if _BULLETED.match(line.text):
        return True
    near = bool(line.people) and line.people[0].start - line.start < 40
    return bool(line.people) and len(line.text) < _LONGEST_ITEM and (near or _VERB.search(line.text) is None)


def is_of_visitors(line: Line) -> bool:
    """Whether the members of a delegation are told, who were wherever it went: "Members of the Chilean delegation:"."""
    return _DELEGATION.search(line.text) is not None


def of_visitors(present: list[Occasion], homes: set[str]) -> list[Occasion]:
    """The meetings of a visiting delegation: those of its state with its head, or with nobody of it told, to which it came."""
    led = [occasion for occasion in present if homes & occasion.states() and not occasion.is_call]
    heads = [name for name in led[0].people if _home(led[0], name) in homes] if led else []
    return [
        each
        for each in led
        if (each is led[0] or not homes & set(each.hosts)) and (not heads or heads[0] in each.people or not _theirs(each, homes))
    ]


def _theirs(occasion: Occasion, homes: set[str]) -> list[str]:
    return [name for name in occasion.people if _home(occasion, name) in homes]


def _home(occasion: Occasion, name: str) -> str | None:
    home = occasion.scene.home(name)
    return home.name if home else None


_SIDE = r"(?:[\w.-]+\s+){1,2}(?:side|party|part|delegation|team)"
_LIST_HEAD = patterns.compile(
    r"\W*(?:(?:facts|fact\s?box|annex|background)\W+)?(?:(?:list\s+of\s+)?(?:participants|attendees|attendance|those\s+(?:present|attending|taking\s+part)|present|delegations?)\b[^.;]{0,30}"
    r"|(?:also\s+)?(?:participated|took\s+part|attended|participating|attending|taking\s+part|in\s+attendance)"
    r"|(?:for|from|on\s+behalf\s+of)\s+(?:the\s+)?[A-Z][\w ]{2,30}:|[\w ]{3,30}\s(?:side|delegation|one\s+by)"
    r"|(?:attending|attended|representing|represented|participating|participated|taking\s+part|took\s+part)\s+"
    r"(?:(?:for|from|on|on\s+behalf\s+of|by)\s+)?(?:the\s+)?[\w. ]{3,30}?(?:\s(?:were|was|are))?:"
    rf"|(?:on|by|from|for)\s+the\s+{_SIDE}:|the\s+visiting\s+(?:party|delegation|team)"
    rf"|(?:with|accompanying)\s+[\w. ]{{3,40}}?(?:\s(?:were|was|came))?:"
    r"|(?:[\w-]+\s){1,2}(?:participants|attendees):)\W*\Z",
    re.IGNORECASE,
)
_LONGEST_ITEM = 200  # characters
# "the Chief of the Joint Staff of the Army, Colonel Roca;" has none
_VERB = patterns.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|said|says|met|held|took|gave|spoke|told|made|paid|saw|went|came"
    r"|(?!(?:retired|accredited|combined|armed|unmanned|integrated|united|allied)\b)[a-z]{3,}ed)\b"
)
_BULLETED = patterns.compile(r"\s*(?:[-–—•·*●▪o]\s|\(?[a-z0-9]{1,3}[).]\s)")
_LEADS_TO_LIST = patterns.compile(
    r"(?:included|were|are|comprised|of|participants|attendees|attendance|participated|took\s+part|present|represented|accompanied|joined|delegation|side|by)\b[^.]{0,30}:\s*$",
    re.IGNORECASE,
)
_DELEGATION = patterns.compile(
    r"\b(?:[Mm]embers\s+of\s+(?:the|his|her|their)\s+(?:[\w.-]+\s+){0,2}delegation\b"
    r"|[Dd]elegation\b[^.;:]{0,30}?\s(?:(?:was|is)\s+(?:completed|composed|made\s+up|rounded\s+off)|(?:also\s+)?(?:includes?|included|comprise[sd]|consist(?:s|ed)))\b"
    r"|visiting\s+(?:party|delegation|team)\W*\Z)"
)
