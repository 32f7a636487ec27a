"""Meetings of one official with several who were met one by one: one frame for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.engine import patterns
from ingest.engine.rules.meetings import rosters
from ingest.engine.rules.meetings.cued import Cued
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.scenes import Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.references import Reference
from ingest.engine.types import Date
from ingest.engine.values import replace

_PAIR = 2  # sides


def singled(frame: Frame, scene: Scene) -> Iterator[Frame]:
    """One frame for each counterpart where they were met one by one ("bilateral meetings with N and M"), else the frame itself."""
    several = tuple(_rounds(frame, scene)) or tuple(_stops(frame, scene))
    if len(several) > 1:
        yield from several
        return
    guests = tuple(_guests_apart(frame, scene))
    if len(guests) > 1:
        yield from (replace(frame, before=before, sides=sides, sequel=True, apart=True) for before, sides in guests)
        return
    groups = list(_one_by_one(frame, scene))
    if len(groups) < 2:
        yield frame
        return
    for at, (behind, sides) in enumerate(groups):
        date = _own_day(frame, groups, at) or frame.date
        yield replace(frame, behind=behind, sides=sides, date=date, sequel=True, apart=True)


def _own_day(frame: Frame, groups: list[tuple[tuple[Reference, ...], tuple[Side, ...]]], at: int) -> Date | None:
    """The day that is told for one of several who were met: "Minister Popa on 9 May and Minister Roca on 10 May"."""
    if not all(behind for behind, _ in groups):
        return None
    begins, ends = [behind[0].start for behind, _ in groups], [behind[-1].end for behind, _ in groups]
    text, shift = frame.line.text, frame.line.start
    reached = [_turn(text, end - shift, begin - shift) + shift for end, begin in zip(ends, begins[1:], strict=False)]
    start = reached[at - 1] if at else frame.end
    until = reached[at] if at < len(reached) else min(frame.line.end, ends[at] + _CLOSE)
    return next((date for date in frame.line.dates if start <= date.evidence.start < until), None)


def _turn(text: str, start: int, end: int) -> int:
    """Where words between two who were met go over from one to the other: at their "and", or at the end of the first."""
    joint = _JOINT.search(text, start, end)
    return joint.start() if joint else start


_JOINT = patterns.compile(r"\b(?:and|then|before|followed)\b|;")
_CLOSE = 40  # characters behind the last who was met in which his day stands


def _guests_apart(frame: Frame, scene: Scene) -> Iterator[tuple[tuple[Reference, ...], tuple[Side, ...]]]:
    """The guests in the groups in which they came: "Ambassador Popa and Ambassador Roca called separately on"."""
    if frame.trigger.roles != "guest-host" or not frame.behind:
        return
    if not (_EACH.pattern.search(scene.passage.text, frame.start - 20, frame.end) or _SEPARATELY.search(frame.line)):
        return
    homes = [side.name for person in frame.before if (side := scene.side_of(person.person))]
    for home in dict.fromkeys(homes):
        group = tuple(person for person in frame.before if _is_of(scene, person, home))
        yield group, tuple(side for side in frame.sides if side.name == home or side.start >= frame.start)


# "called on General Roca separately", "called on the Chief of Staff, one after the other"
_SEPARATELY = Cued(
    "separately individually one separate", r",?\s(?:separately|individually|one\s+after\s+the\s+other|in\s+separate\s+\w+)\b"
)


def _rounds(frame: Frame, scene: Scene) -> Iterator[Frame]:
    """One frame for each round of talks: "on Tuesday between the Chilean and the Peruvian staffs, and on Friday between"."""
    if frame.trigger.needs not in ("parties", "told-parties"):
        return
    heads = [match.start() for match in _ROUND.finditer(scene.passage.text, frame.start, frame.line.end)]
    for start, end in pairwise([*heads, frame.line.end]):
        sides = tuple(side for side in frame.sides if start <= side.start < end)
        day = next((date for date in frame.line.dates if start <= date.evidence.start < end), frame.date)
        if len({side.name for side in sides}) > 1:
            yield replace(frame, sides=sides, date=day, sequel=True, apart=True)


_ROUND = patterns.compile(r"(?:\b(?:on\s+[^,;:.]{3,40}\s)?)\bbetween\b")


def _stops(frame: Frame, scene: Scene) -> Iterator[Frame]:
    """One frame for each country of a tour of which the days are told: "will visit Peru from 5 to 7 May and | Chile | from 8 to 10 May"."""
    if frame.kind != "visit" or frame.destination is None or frame.behind or frame.destination.start < frame.start:
        return
    text, lands = scene.passage.text, [frame.destination]
    for term in scene.terms(frame.destination.end, frame.line.end):
        if term.kind == "country" and _AND_TO.search(text, lands[-1].end, term.start):
            lands.append(Side(term.value, True, term.start, term.end))
    for land, until in pairwise([*lands, Side("", True, frame.line.end, frame.line.end)]):
        day = next(
            (date for date in frame.line.dates if 0 <= date.evidence.start - land.end <= _CLOSE and date.evidence.end <= until.start), None
        )
        if day is None:
            return
        yield replace(frame, destination=land, date=day, sequel=True, apart=True)


_AND_TO = patterns.compile(r"(?:,|\band|\bthen)\s+(?:(?:then|later|afterwards|also)\s+)?(?:to\s+)?(?:the\s+)?\Z")


def _are_heads(frame: Frame, scene: Scene) -> bool:
    """Whether those behind the words led or attended one round: "Peru and Chile held the 3rd Defence Talks, led by N and M"."""
    if frame.trigger.rule.endswith((".attended-by", ".chaired")):
        return True
    if frame.name is None or frame.before or not frame.behind:
        return False
    return _LED_BY.search(scene.passage.text, frame.end, frame.behind[0].start) is not None


_LED_BY = patterns.compile(r"\b(?:co-?)?(?:led|headed|chaired|presided\s+over)\s+(?:[a-z]+\s+)?by\b")


def _one_by_one(frame: Frame, scene: Scene) -> Iterator[tuple[tuple[Reference, ...], tuple[Side, ...]]]:
    """Those behind the words, and their sides, in the groups in which they were met."""
    named_behind = {side.name: side for side in frame.sides if side.start >= frame.end}
    if len(frame.behind) < 2 and len(named_behind) < 2:
        return
    text = scene.passage.text
    if len({side.start for side in named_behind.values()}) < len(named_behind) and not frame.behind:
        return  # "her Nordic counterparts": the states of one group
    if _OF_THREE.search(frame.line) or _ALONG_WITH.search(text, frame.start, frame.end) or _are_heads(frame, scene):
        return
    words = text[frame.start : max(frame.end, frame.behind[0].start if frame.behind else 0)]
    each = _EACH.may_match(frame.line) and _EACH.pattern.search(words) is not None
    if len(frame.behind) > 1 and _IN_SEPARATE.match(text, frame.behind[-1].end, frame.line.end):
        yield from _each_with_side(frame, scene)
    elif len(frame.behind) > 1:
        yield from _of_several(frame, scene, words, each=each)
    elif frame.behind:
        if each and _COUNTERPARTS.search(text, frame.start, frame.line.end):
            for name, side in named_behind.items():
                yield tuple(person for person in frame.behind if _is_of(scene, person, name)), (side,)
    elif (
        each
        or _CALLS.match(words)
        or text.endswith("separately ", frame.line.start, frame.start)
        or (_COUNTERPARTS.search(text, frame.start, frame.line.end) and not _is_one_for_all(frame, named_behind))
        or _AGAIN.search(text, frame.end, frame.line.end)
    ):
        yield from (((), (side,)) for side in named_behind.values())


def _each_with_side(frame: Frame, scene: Scene) -> Iterator[tuple[tuple[Reference, ...], tuple[Side, ...]]]:
    """Those behind the words one by one, each with the sides of his state."""
    for person in frame.behind:
        home = scene.side_of(person.person)
        yield (person,), tuple(side for side in frame.sides if side.start < frame.start or (home and side.name == home.name))


# "called on General Roca and Admiral Lind | in two separate meetings"
_IN_SEPARATE = patterns.compile(
    r"[^.;,]{0,60}?,?\s(?:in|during|at)\s(?:two\s|three\s)?(?:separate|back-to-back|individual)\s(?:[\w-]+\s)?(?:meetings|calls|audiences|engagements)\b"
)


def _is_one_for_all(frame: Frame, met: dict[str, Side]) -> bool:
    """Whether counterparts of more states than two sat together: the release opens with them, and tells of no gathering beside which.

    "Minister Popa met today with her counterparts from Chile, Peru and Brazil", and not "On the sidelines of the Forum, she met with".
    """
    opens = frame.line.number == 0 and frame.name is None and frame.kind in ("meeting", "call") and not frame.plural
    return opens and len(met) > _PAIR and _APART.search(frame.line.text) is None


_APART = patterns.compile(
    r"\b(?:separate(?:ly)?|individual(?:ly)?|successively|in\s+(?:turn|succession)|sidelines?|margins?|fringes?|[Ff]orum|[Ss]ummit|[Cc]onference|[Mm]eetings|[Tt]alks|[Cc]alls|visits?|tour|trip)\b"
)


def _of_several(frame: Frame, scene: Scene, words: str, *, each: bool) -> Iterator[tuple[tuple[Reference, ...], tuple[Side, ...]]]:
    """The people behind the words by their states, or one by one; `each` is whether the words say that they were met by themselves."""
    text = scene.passage.text
    homes = {side.name for person in frame.behind if (side := scene.side_of(person.person))}
    several = each or _COURTESIES.search(words) or (_LIST.search(words) and ";" in text[frame.behind[0].end : frame.behind[-1].start])
    apart = several or _PLURAL.search(words) or _ONE_BY_ONE.match(text[frame.line.start : frame.start]) or _are_listed_below(frame, scene)
    if len(homes) > 1 and (apart or (len(homes) > _PAIR and _is_in_round(frame, scene)) or _is_on_tour(frame, scene, homes)):
        for home in sorted(homes, key=lambda name: next(at for at, p in enumerate(frame.behind) if _is_of(scene, p, name))):
            behind = tuple(person for person in frame.behind if _is_of(scene, person, home))
            yield behind, tuple(side for side in frame.sides if side.name == home)
    elif _SEPARATELY.pattern.search(text, frame.behind[-1].end, frame.line.end):
        yield from (((person,), ()) for person in {each.person.name: each for each in frame.behind}.values())
    else:
        groups = list(_called_on(frame, text) or _repeated(frame, text))
        states = [{side.name for each in group if (side := scene.side_of(each.person))} for group in groups]
        if several or all(bool(mine) == bool(theirs) and not mine & theirs for mine, theirs in pairwise(states)):
            yield from ((group, ()) for group in groups)


def _is_on_tour(frame: Frame, scene: Scene, homes: set[str]) -> bool:
    """Whether those who are met are the hosts of a journey to several states: "will travel to Chile and Peru and meet with N and M"."""
    if not frame.trigger.rule.endswith(("met-with", "held-talks")) or not frame.before:
        return False
    for line in scene.lines[: frame.line.number + 1]:
        gone = _GOES_TO.search(line.text)
        row = next(rosters.rows(scene, line, fewest=_PAIR), None) if gone else None
        if gone and row and row.start - line.start <= gone.end() + len("the ") and homes <= {side.name for side in row.sides}:
            return True
        stops = {term.value for term in scene.terms(line.start + gone.end(), line.end) if term.kind == "country"} if gone else set()
        if line is not frame.line and homes <= stops:
            return True  # "to Accra, Ghana; Dakar, Senegal; and Lusaka, Zambia"
    return False


_GOES_TO = patterns.compile(r"\b(?:travel(?:s|l?ed)?|visits?|visited|trip|tour|journey)\s+(?:to\s+)?(?:the\s+)?(?=[A-Z])")


# "held talks with: Minister Popa; Minister Roca"
_LIST = patterns.compile(r"\bwith\s*:")
# "had | meetings with | Minister Popa; and Minister Roca"
_PLURAL = patterns.compile(r"\b(?:held|had|has|conducted)\s+(?:[\w-]+\s+){0,2}?(?:meetings|bilaterals|engagements|audiences)\s+with\b")
# "met her counterparts from Chile and Peru for trilateral talks"
_OF_THREE = Cued("trilateral quadrilateral three four trio", r"\b(?:trilateral|quadrilateral|three-way|four-way|trio)\b", re.IGNORECASE)


def _is_in_round(frame: Frame, scene: Scene) -> bool:
    """Whether those of more states than two were met one by one, for the release speaks of meetings of two, or on the sidelines."""
    by_one = frame.trigger.rule.endswith(("met-with", "held-talks")) and bool(frame.before) and not frame.plural and frame.name is None
    text = scene.passage.text
    aside = text.endswith("also ", frame.line.start, frame.start) and _ASIDE.search(text, 0, frame.line.end) is not None
    return by_one and (aside or _BILATERALS.search(text, 0, frame.line.end) is not None)


_BILATERALS = patterns.compile(
    r"\b(?:bilateral|one-on-one|individual|separate)\s+(?:[\w-]+\s+)?(?:meetings|talks|engagements|bilaterals)\b|\bpull-asides\b"
)
# "met with Minister Lund on the sidelines of the Forum. She | also | met"
_ASIDE = patterns.compile(r"\b(?:sidelines?|margins?|fringes?)\s+of\s+(?:the|this|an?|his|her|[A-Z0-9])")


# "take part | in the meeting along with | his counterparts from Chile and Peru": all in one
_ALONG_WITH = patterns.compile(r"\b(?:along|together|alongside)\b")


def _called_on(frame: Frame, text: str) -> list[tuple[Reference, ...]]:
    """Those on whom calls were made, each by himself, with those beside him: "paid courtesy calls on N, accompanied by M, and K"."""
    if not _COURTESIES.search(text, frame.start, frame.behind[0].start):
        return []
    groups: list[tuple[Reference, ...]] = []
    for person in frame.behind:
        last = groups[-1] if groups else ()
        with_him = any(other.person.name == person.person.name for other in last)  # named again by his title
        if last and (with_him or _BESIDE_HIM.search(text, last[-1].end, person.start)):
            groups[-1] = (*last, person)
        else:
            groups.append((person,))
    return groups


# "paid courtesy calls on", "received courtesy calls from": of several each by himself
_COURTESIES = patterns.compile(
    r"\b(?:courtesy|office|protocol|introductory|farewell|official|separate|formal)\s+(?:\w+\s+)?calls\b[^.;,]{0,40}?\s(?:on|upon|to|with|from|by)\b",
    re.IGNORECASE,
)
_BESIDE_HIM = patterns.compile(r"\b(?:accompanied|together|along|flanked|in\s+the\s+presence)\b")


def _repeated(frame: Frame, text: str) -> Iterator[tuple[Reference, ...]]:
    """Those behind the words, parted where a preposition stands again: "met with N, and with M", "call on N and on M"."""
    group: list[Reference] = []
    for person in frame.behind:
        if group and _AGAIN.search(text, group[-1].end, person.start):
            yield tuple(group)
            group = []
        group.append(person)
    yield tuple(group)


def _are_listed_below(frame: Frame, scene: Scene) -> bool:
    """Whether the sentence before tells of several meetings, of which this one names the partners."""
    above = scene.lines[frame.line.number - 1] if frame.line.number else None
    return bool(
        above
        and above.paragraph >= frame.line.paragraph - 1
        and _EACH.search(above)
        and not any(person.start > frame.start for person in above.people)
    )


# "on Monday", "on 9 May 2025", "on May 9", "on the 9th"
_DAY = (
    r"on\s+(?:\w+day(?:\s+\w+)?|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?[A-Z][a-z]+)?(?:,?\s+\d{4})?"
    r"|[A-Z][a-z]+\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?)"
)
_AGAIN = patterns.compile(
    r"(?:,\s*|\s)and,?\s+(?:(?:also|then|later)\s+|[\w\s]{3,20},\s+)?(?:with|on)\s+(?!(?:regional|bilateral|issues|matters|the\s+(?:situation|sidelines|margins)))"
    r"|\s+and\s+another\s+(?:one\s+)?(?:with|from)\s+|[,;]\s+(?:then|later|afterwards|followed\s+by\s+one)\s+with\s+|\s(?:before|as\s+well\s+as|then)\s+with\s+"
    r"|,?\s+and,?\s+(?:(?:an\s+hour|some\s+\w+|shortly|soon|a\s+(?:day|little|while)|\w+\s+(?:hours|minutes))\s+)?(?:later(?:\s+on)?|then|afterwards?|separately|subsequently|thereafter),?\s+"
    r"|[,;]\s+(?:and\s+)?(?:then|afterwards|later)\s+(?=the\b|his\b|her\b|[A-Z])"
    rf"|\b(?:{_DAY}|in\s+the\s+(?:morning|afternoon|evening)|yesterday|today|at\s+noon),?\s+(?:and|then|while)\s+(?!discussed|agreed|signed)"
)
_COUNTERPARTS = patterns.compile(
    r"\b(?:his|her)\s+(?:counterparts|colleagues)\s+(?:from|of|in)\b|\bmet\s+(?:with\s+)?(?:the\s+)?(?:(?:military|defen[cs]e|army|navy|naval|air)\s+)?(?:leaders|chiefs|ministers|commanders)\s+(?:from|of)\s(?!(?:the\s+)?(?:defen[cs]e|staff|general|armed|army|navy|air)\b)"
    r"|\bmeetings\s+with\s+(?:his\s+|her\s+|the\s+)?[A-Z]\w+(?:,\s+[A-Z]\w+){0,4},?\s+and\s+[A-Z]\w+\s+(?:colleagues|counterparts)\b"
)
_CALLS = patterns.compile(r"(?:telephoned|phoned|(?:made|placed|held|had)\s+(?:[\w-]+\s+){0,3}calls\b|called\b)")
# "In separate telephone conversations on Monday, "
_ONE_BY_ONE = patterns.compile(
    r"In\s+(?:\w+\s+)?(?:separate|individual|back-to-back)\s+(?:\w+\s+){0,2}(?:meetings|talks|discussions|conversations|calls)\b"
)
_EACH = Cued(
    "bilateral bilaterally separate individual one face back sideline separately individually successively turn succession meetings",
    r"\bbilaterally\b|\b(?:bilateral|separate|individual|one-on-one|one-to-one|face-to-face|back-to-back|sideline)\s+(?:\w+\s+)?(?:meetings|talks|discussions|negotiations|consultations|conversations|calls|exchanges|audiences)\b|\b(?:separately|individually|successively|one\s+after\s+(?:the\s+other|another)|one\s+by\s+one|in\s+(?:turn|succession))\b|\A(?:the|his|her)\s+(?:\w+\s+)?meetings\s+with\b",
    re.IGNORECASE,
)


def _is_of(scene: Scene, reference: Reference, home: str) -> bool:
    side = scene.side_of(reference.person)
    return side is not None and side.name == home
