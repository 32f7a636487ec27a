"""Whether two tellings are of one occasion."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.occasion import BESIDE, Occasion, alike, is_other_place, overlap
from ingest.engine.rules.meetings.standing import is_due_on_journey
from ingest.engine.rules.meetings.told import Told
from ingest.engine.types import Date, Prominence


def match(told: Told, frame: Frame, status: Prominence) -> Occasion | None:
    """The occasion that the frame tells more about; None where it opens one."""
    for occasion in reversed(told.occasions):
        if occasion.status == status and _is_same(told, frame, occasion):
            return occasion
    return None


def _is_same(told: Told, frame: Frame, occasion: Occasion) -> bool:
    if (frame.kind == "call") != occasion.is_call and frame.people and not _names_those_of(told, frame, occasion):
        return False
    if frame.kind == "exercise" and occasion.is_umbrella and frame.line is not occasion.first.line:
        return False  # "On leaving, the frigate trained with"
    if frame.tense == "future" and frame.date and occasion.state == "held" and not occasion.is_journey:
        return False  # "is also scheduled to call on the Prime Minister tomorrow"
    if frame.name and occasion.name and not alike(frame.name.text, occasion.name.text):
        return False
    day = occasion.date or _day_before(told, occasion)
    if frame.date and day and not overlap(frame.date, day):
        return False
    if frame.place and occasion.place and is_other_place(frame.place, occasion.place):
        return False
    if frame.destination and occasion.place and occasion.place.country not in (None, frame.destination.name):
        return False
    if frame.destination and occasion.destination and occasion.destination.name != frame.destination.name:
        return False
    if occasion.date and occasion.date.end and frame.date and not frame.date.end and (occasion.is_umbrella or len(occasion.sides) < 2):
        return False  # a day of the journey, a talk of a round
    if (
        occasion.date
        and occasion.date.end
        and frame.date
        and not frame.date.end
        and frame.kind == "visit"
        and _is_of_another_place(frame, occasion)
    ):
        return False  # a day on which something else was seen
    if (
        frame.name
        and not occasion.name
        and frame.trigger.needs == "occasion"
        and len(told.homes(set(occasion.people))) > 1
        and frame.people
    ):
        return False  # talks with somebody, and then a gathering
    if frame.name and not occasion.name and frame.place and occasion.place and frame.place.name != occasion.place.name:
        return False
    if frame.kind == "visit" and frame.sequel and frame.place and occasion.place and frame.place.name != occasion.place.name:
        return False  # "Both ministers then flew to"
    if is_tour(frame) and frame.place and not occasion.is_umbrella and frame.place.name != (occasion.place.name if occasion.place else ""):
        return False  # sights seen after the talks
    if (
        frame.kind != "ceremony"
        and _is_beside(frame)
        and 1 < len(told.homes({each.person.name for each in frame.people})) < len(occasion.sides)
    ):
        return False  # "On its margins, Ministers Popa and Roca agreed to"
    if _is_of_two_at_gathering(told, frame, occasion):
        return False
    mine, theirs = {reference.person.name for reference in frame.people}, set(occasion.people)
    sides = {side.name for side in told.sides_of(frame)}
    if frame.kind == "meeting" and sides <= occasion.states() and _is_at_large(frame):
        return True
    if frame.trigger.rule.endswith("the-meeting-with") and frame.apart and theirs and theirs < mine and sides <= occasion.states():
        return True  # "The meetings with Minister Popa and Minister Roca were held", of meetings told before by country alone
    if occasion.is_series and len(sides) > 1:
        return False
    if frame.kind == "meeting" and occasion.is_umbrella and _has_told_meetings(told, occasion):
        return False
    if frame.kind == "ceremony" and occasion.first.kind == "exercise" and frame.line.number - occasion.frames[-1].line.number <= 1:
        return True  # "the exercise opened with a ceremony"
    if frame.kind == "ceremony" and "signed" not in frame.trigger.rule and frame.date and day and frame.date.start != day.start:
        return False
    if frame.kind == "ceremony" and frame.before and 1 < len(told.homes(mine)) < len(occasion.states()) and "bilateral" in frame.line.words:
        return False  # "Popa and Roca also signed a bilateral agreement", at a meeting of more
    if frame.kind == "ceremony" and sides <= occasion.states() and occasion.status == "primary":
        return True
    if not mine and frame.name and not sides and not frame.plural and occasion.name is None:
        return frame.line.number - occasion.frames[-1].line.number <= 2  # "On this occasion the second session of the Forum took place"
    if (
        occasion.first.kind in ("exercise", "ceremony")
        and frame.kind in ("meeting", "call")
        and len(told.homes(mine)) > 1
        and not mine <= theirs
    ):
        return False
    if not mine:
        return frame.plural or not sides or sides <= occasion.states() or not occasion.people
    if frame.sequel and len(mine) > 1 and len(told.homes(mine)) < len(told.homes(theirs)):
        return False  # "in the margins, the two ministers met"
    if frame.apart and not sides <= occasion.states():
        return False
    if (frame.sequel or _is_anew(frame)) and not frame.plural and not sides <= occasion.states() and not _is_one_sided(told, occasion):
        return False  # "Later she telephoned the Minister of Chile"
    if (_is_anew(frame) or _is_received_later(frame)) and not frame.plural and len(told.homes(mine)) > 1 and mine < theirs:
        return False  # "Popa also held a working meeting with Roca", of a larger one before
    if frame.sequel and frame.name and occasion.name is None and len(occasion.people) > 1:
        return False  # "After that, the third session of the Committee was held"
    if mine <= theirs:
        return True
    if not theirs:
        return bool(sides & occasion.states()) or not occasion.states()
    if not mine & theirs:
        return False
    if frame.tense == "future" and occasion.is_journey and (occasion.state == "planned" or is_due_on_journey(frame, occasion)):
        return True  # what is announced for a journey is part of it
    if not frame.sequel and theirs <= mine and sides <= occasion.states() and frame.kind == occasion.first.kind and not _is_anew(frame):
        return True  # "is welcomed by Minister Popa and General Rusu"
    return not frame.sequel and theirs <= mine and occasion.states() <= sides and _is_open(told, occasion)


def _is_of_two_at_gathering(told: Told, frame: Frame, occasion: Occasion) -> bool:
    """Whether two of those who met in a gathering of several states met by themselves: "Popa had a bilateral with Roca as well"."""
    if not occasion.is_gathering or not frame.trigger.rule.endswith(_OF_TWO) or frame.plural or frame.name or not frame.before:
        return False
    met = {side.name for side in frame.sides if side.start >= frame.start} | told.homes({each.person.name for each in frame.behind})
    hosts = told.homes({each.person.name for each in frame.before})
    return len(met) == 1 and len(hosts) == 1 and met != hosts and len(met | hosts) < len(occasion.states())


_OF_TWO = ("met-with", "held-talks", "received", "received-by", "called-on", "meeting-with", "conferred-with")


def _names_those_of(told: Told, frame: Frame, occasion: Occasion) -> bool:
    """Whether the frame names the people of a call that was told by its states alone: "It was a conversation between Minister Popa and"."""
    homes = told.homes({each.person.name for each in frame.people})
    return frame.kind == "meeting" and not occasion.people and len(homes) > 1 and homes == occasion.states()


def _is_beside(frame: Frame) -> bool:
    """Whether the sentence opens with words that set what it tells beside the gathering: "On its margins, ", "Before the session, "."""
    return bool(BESIDE.match(frame.line.text[: max(0, frame.start - frame.line.start)]))


def _day_before(told: Told, occasion: Occasion) -> Date | None:
    """The day of the primary occasion told before this one, which it shares unless it says otherwise; None where that took several."""
    if occasion.status != "primary":
        return None
    earlier = [other for other in told.occasions[: told.occasions.index(occasion)] if other.status == "primary" and other.date]
    date = earlier[-1].date if earlier else None
    return date if date and date.end is None else None


def _has_told_meetings(told: Told, journey: Occasion) -> bool:
    """Whether talks of the traveller were told by themselves after the journey, so that more of them are no part of it either."""
    later = told.occasions[told.occasions.index(journey) + 1 :]
    return any(other.status == "primary" and not other.is_umbrella and set(other.people) & set(journey.people) for other in later)


def _is_one_sided(told: Told, occasion: Occasion) -> bool:
    """Whether the people of one side only are known, and no other side."""
    return _is_open(told, occasion) and len(occasion.sides) < 2


def _is_open(told: Told, occasion: Occasion) -> bool:
    """Whether the people of one side only are known so far."""
    homes = {side.name for name in occasion.people if (side := told.home(name))}
    return len(homes) < 2


def _is_at_large(frame: Frame) -> bool:
    """Whether delegations sat down after their heads: "Following the one-on-one meeting, they chaired the inter-delegation meeting"."""
    return bool(_AT_LARGE.search(frame.line.text, 0, frame.end - frame.line.start + len("the inter-delegation meeting")))


def _is_anew(frame: Frame) -> bool:
    """Whether words right before or behind the trigger tell of one more occasion."""
    at = frame.start - frame.line.start
    return frame.kind in ("meeting", "call") and bool(
        _ANEW.search(frame.line.text, max(0, at - 40), at + 60) or _IN_ADDITION.match(frame.line.text)
    )


def _is_of_another_place(frame: Frame, occasion: Occasion) -> bool:
    return frame.place is not None and frame.place.name != (occasion.place.name if occasion.place else "")


def _is_received_later(frame: Frame) -> bool:
    """Whether the guest was with one more host: "was later received by", "then called on"."""
    return frame.sequel and frame.trigger.roles == "guest-host"


_ANEW = patterns.compile(
    r"\balso\s+(?:[\w-]+\s+){0,2}(?:met|held|had|received|paid|called|hosted|spoke|meeting|talks|convened)\b|\b(?:separate(?:ly)?|another|similar|second|private|one-on-one|face-to-face)\b"
)
_AT_LARGE = patterns.compile(
    r"\b(?:inter-?delegation|delegation-level|(?:in\s+an?\s+)?(?:expanded|extended|enlarged)\s+(?:format|meeting|talks|session)|(?:meeting|talks)\s+(?:between|of|at\s+the\s+level\s+of)\s+(?:the\s+)?(?:two\s+)?delegations)\b",
    re.IGNORECASE,
)
_IN_ADDITION = patterns.compile(
    r"(?:In\s+addition|Additionally|Furthermore|Meanwhile|Separately|There\s+was\s+also|Also\s+(?:on|in)|(?:On|The)\s+(?:the\s+)?same\s+day)\b"
)


def is_tour(frame: Frame) -> bool:
    """Whether a place was gone over, not only arrived at."""
    return frame.kind == "visit" and bool(re.match(r"(?:visit|tour|inspect)", frame.line.text[frame.start - frame.line.start :]))
