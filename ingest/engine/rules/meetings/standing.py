"""Whether a frame tells of what the release reports or only mentions, and whether it was held."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.dates import parse
from ingest.engine.rules.meetings import exercises, manner, others
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.occasion import BESIDE, Occasion, alike, days_apart, is_close, is_coarse, is_of_another_month
from ingest.engine.rules.meetings.told import Told
from ingest.engine.types import Prominence, State


def of(told: Told, frame: Frame) -> tuple[Prominence, State]:
    """Whether the frame tells of what the release reports, and whether that was held."""
    lead = told.lead()
    state = _state(frame)
    if frame.of_others:
        return "mentioned", state
    if lead is None:
        recalled = frame.background and not frame.people and (frame.tense == "past" or bool(_NEXT.search(frame.line.text)))
        long_ago = (
            recalled
            or bool(_PREVIOUSLY.search(frame.line.text, 0, frame.start - frame.line.start))
            or (frame.kind == "exercise" and frame.tense == "perfect")
            or _is_long_ago(told, frame)
            or _is_years_ago(told, frame)
        )
        return ("mentioned" if long_ago or manner.is_invited(frame.line, frame.start) else "primary"), state
    if frame.start == lead.first.start and frame.line is lead.first.line:
        return lead.status, state  # one of those met one by one
    if lead.first.kind == "exercise" and frame.kind == "ceremony" and exercises.tells_its_ceremony(frame.line):
        return lead.status, state
    if frame.tense == "relative" and not is_of_itself(frame):
        return "mentioned", state
    if _is_only_recalled(frame, lead) or _is_thanked_for(frame, lead):
        return "mentioned", "held"
    if frame.kind == "exercise" and _is_held_on_the_way(frame, lead):
        return "primary", state
    if _is_due_on_tour(told, frame, lead) or _is_due_while_here(told, frame, lead):
        return "primary", state
    if frame.background or frame.kind == "exercise" or _is_why_somebody_came(frame, lead):
        return "mentioned", state
    if frame.trigger.rule.endswith("hosts-gathering") or state in ("cancelled", "postponed"):
        return "mentioned", state
    if is_of_another_month(frame, lead) and not _is_later_leg(frame, lead):
        return "mentioned", state
    if _is_noun_of_before(frame, lead):
        return "mentioned", "held"
    if _is_months_before(frame, lead) or _is_before(frame, lead) or _is_earlier_edition(frame, lead) or _was_earlier(frame, lead):
        return "mentioned", state
    if frame.tense == "perfect":
        same = _is_same_journey(told, frame, lead) and not _had_been(told, frame, lead)
        return ("primary" if same or _is_of_ended_visit(told, frame, lead) or _is_of_those_before(told, frame) else "mentioned"), state
    if state == "planned" and lead.state == "held":
        goes_on = _is_same_journey(told, frame, lead) and meets_somebody(frame)
        return ("primary" if goes_on or _is_of_journey(told, frame, lead) or is_due_on_journey(frame, lead) else "mentioned"), state
    return ("primary" if _is_related(told, frame) or _is_headlined(told, frame) else "mentioned"), state


def _is_only_recalled(frame: Frame, lead: Occasion) -> bool:
    """Whether a sentence leads over from what others did before: "to follow up on the May 3 call between Presidents Popa and Roca".

    Or says on the way where somebody had been: "on the flight from Lima, where the President held several conversations with".
    """
    lead_in = frame.line.text[: frame.end - frame.line.start]
    if frame.line is lead.first.line and _WHERE_SOMEBODY.search(lead_in, 0, frame.start - frame.line.start):
        return True
    if not _FOLLOWING_UP.search(lead_in):
        return False
    met = {each.person.name for each in frame.behind}
    another_day = frame.date is not None and lead.date is not None and frame.date.start != lead.date.start
    return another_day or (bool(met) and met.isdisjoint(lead.people))


def _is_thanked_for(frame: Frame, lead: Occasion) -> bool:
    """Whether somebody is only thanked for having been at another gathering: "thanked Minister Popa for attending the Andean Summit"."""
    if frame.name is None or not frame.trigger.rule.endswith("took-part") or (lead.name and alike(lead.name.text, frame.name.text)):
        return False
    return bool(lead.first.before and lead.first.behind) and others.thanked(frame.line, frame.start) is not None


_WHERE_SOMEBODY = patterns.compile(r",\s+where\s+(?:the\s+)?(?:[A-Z][\w.-]*\s+){1,4}(?:had\s+)?\Z")
_FOLLOWING_UP = patterns.compile(
    r"\b(?:[Ff]ollowing(?:\s+(?:up\s+)?on)?|[Aa]fter|[Ff]ollow(?:s|ed)?(?:\s+up)?(?:\s+on)?|[Bb]uild(?:s|ing)?\s+(?:up)?on|[Ii]n\s+line\s+with|[Ss]ince|in\s+their)\s+"
    r"(?:the|their|his|her|(?:[A-Z][\w.-]*\s+){1,3}?[A-Z][\w.-]*['’]s?)\s+(?:[\w-]+\s+){0,5}?(?i:meetings?|calls?|talks|conversations?|discussions?|summit)\s+(?:(?:this|last|earlier)\s+\w+\s+)?(?:between|with|of|by)\Z"
    r"|\bin\s+(?:the|their|his|her)\s+[A-Z]\w+\s+\d{1,2}\s+(?:phone\s+)?(?:call|meeting|conversation)\b[^.;]{0,60}\Z"
)


def _is_long_ago(told: Told, frame: Frame) -> bool:
    """Whether a summit of weeks before is only recalled: "At the summit on January 9 the Presidents instructed", in a release of March."""
    if frame.date is None or not _AT_SUMMIT.match(frame.line.text):
        return False
    day, published = parse(frame.date.start), parse(told.scene.published)
    return bool(day and published and day.exact and published.exact and (published.exact - day.exact).days > _WEEKS_AGO)


def _is_years_ago(told: Told, frame: Frame) -> bool:
    """Whether the frame tells of history: "In May 1944 General Popa met General Roca"."""
    if frame.date is None or told.scene.published is None or frame.tense == "future":
        return False
    years = (told.scene.published[:4], frame.date.start[:4])
    return "X" not in "".join(years) and int(years[0]) - int(years[1]) >= _YEARS_AGO


_PREVIOUSLY = patterns.compile(r"\b(?:had\s+)?previously\s+\Z")
# "will host the next meeting of the ministers", and not the one of which the release tells
_NEXT = patterns.compile(r"\bhosts?\s+the\s+next\s+(?:meeting|session|round|edition|conference|summit)\b")
_WEEKS_AGO = 45  # days
_YEARS_AGO = 2
_AT_SUMMIT = patterns.compile(r"(?:At|During|Following|Since) the [^.;]{0,80}?\b(?:Summit|Conference|Forum|Ministerial|Dialogue)\b")


def _is_due_on_tour(told: Told, frame: Frame, lead: Occasion) -> bool:
    """Whether the guest of whom the release tells is scheduled to meet somebody in the same days and country."""
    to_come = frame.tense == "future" and lead.state == "held" and frame.kind != "exercise" and not _BY_INVITATION.search(frame.line.text)
    shares = {reference.person.name for reference in frame.before} & told.primary_people()
    if not (to_come and shares and frame.date and not frame.date.start.endswith("X") and _is_same_journey(told, frame, lead)):
        return False
    return meets_somebody(frame) and _DUE.search(frame.line.text) is not None


_BY_INVITATION = patterns.compile(r"\binvit\w+\b")
_DUE = patterns.compile(r"\b(?:is|are)\s+(?:also\s+)?(?:scheduled|expected|due|set)\s+to\s+(?:visit|meet|call|tour|hold|be\s+received)\b")


def _is_held_on_the_way(frame: Frame, lead: Occasion) -> bool:
    """Whether an exercise that took place follows another, or the call of a ship at a port of one of those who then trained."""
    if frame.tense != "past" or frame.background or _EARLIER_ON.search(frame.line.text):
        return False
    sides = {side.name for side in frame.sides}
    if len(sides) > 1 and lead.states() <= sides and (lead.first.trigger.needs == "unit" or is_on_leaving(frame)):
        return True
    return lead.first.kind == "exercise"


def is_on_leaving(frame: Frame) -> bool:
    """Whether the sentence says that it was when the guests left: "On her departure, the frigate trained with"."""
    return _LEAVING.search(frame.line.text) is not None


# "On her departure, the frigate", "Before leaving port, the ships"
_LEAVING = patterns.compile(
    r"(?:On|Upon|After|Before|As|While|Prior\s+to|Following)\s+(?:(?:her|its|their|his|the|they|she|it)\s+)?(?:departure|departing|departed|departs?|leaving|left|sailed|(?:port|goodwill)\s+(?:call|visit))\b"
)


def _is_noun_of_before(frame: Frame, lead: Occasion) -> bool:
    """Whether a noun speaks of an earlier day: "the dialogue, as in the conversation between President Popa and N on 3 February"."""
    if (
        frame.date is None
        or lead.date is None
        or not frame.trigger.rule.endswith(_OF_NOUN)
        or is_coarse(frame.date)
        or is_coarse(lead.date)
    ):
        return False
    return lead.state == "held" and frame.tense == "past" and (frame.date.end or frame.date.start) < lead.date.start and bool(frame.people)


_OF_NOUN = (".meeting-between", ".call-between", ".call-of")


def _is_months_before(frame: Frame, lead: Occasion) -> bool:
    """Whether talks of more than a month before the one day that is reported are recalled: "She met with Minister Roca on 30 March"."""
    days = (frame.date, lead.date)
    if any(day is None or "X" in day.start for day in days) or frame.tense == "future" or lead.first.kind not in ("meeting", "call"):
        return False
    return bool(frame.date and lead.date and frame.date.start < lead.date.start and days_apart(frame.date, lead.date) > _MONTH)


_MONTH = 31  # days


def _is_later_leg(frame: Frame, lead: Occasion) -> bool:
    """Whether a ship that was in one port went on to another in a later month: "At the end of June, the frigate called at"."""
    later = bool(frame.date and lead.date and frame.date.start[:7] > lead.date.start[:7])
    return later and frame.trigger.needs == "unit" and frame.tense == "past" and not frame.background


def _is_earlier_edition(frame: Frame, lead: Occasion) -> bool:
    """Whether a gathering of long before the one announced is recalled: "The inaugural Dialogue was held on 3 May 2021"."""
    earlier = lead.state == "planned" and frame.tense == "past" and frame.trigger.rule.endswith("was-held")
    return earlier and bool(
        frame.date and lead.date and frame.date.start < lead.date.start and days_apart(frame.date, lead.date) > _WEEKS_AGO
    )


def _is_before(frame: Frame, lead: Occasion) -> bool:
    """Whether a call of an earlier day only prepared what is reported: "On 29 May she spoke by telephone with N ahead of the visit"."""
    earlier = frame.date is not None and lead.date is not None and frame.date.start < lead.date.start
    return frame.kind == "call" and earlier and bool(_AHEAD_OF.search(frame.line.text))


def _was_earlier(frame: Frame, lead: Occasion) -> bool:
    """Whether a sentence only looks back from the day reported: "Earlier this week, General Popa met with Minister Roca in Arica"."""
    told = lead.date is not None and not lead.date.start.endswith("XX") and lead.date.end is None
    return told and not lead.is_journey and not lead.is_call and frame.tense == "past" and _LOOKS_BACK.match(frame.line.text) is not None


_LOOKS_BACK = patterns.compile(r"(?:Earlier\s+(?:this|in\s+the)\s+(?:week|month|year)|Last\s+(?:week|month|year))\b")
_AHEAD_OF = patterns.compile(
    r"\b(?:ahead\s+of|before|prior\s+to|in\s+advance\s+of|in\s+preparation\s+for)\s+(?:the|his|her|their|this)\s+(?:[\w-]+\s+){0,2}?(?:visit|meeting|talks|trip)\b",
    re.IGNORECASE,
)


def _is_headlined(told: Told, frame: Frame) -> bool:
    """Whether the guests are of a state that the headline names, and the hosts of the one whose meetings the release reports."""
    lead, sides = told.lead(), {side.name for side in told.sides_of(frame)}
    if lead is None or len(sides) != 2 or frame.kind == "call":
        return False
    return bool(sides & lead.states()) and bool((sides - lead.states()) & told.headline)


def _is_of_journey(told: Told, frame: Frame, lead: Occasion) -> bool:
    """Whether a journey that has begun is told on: its traveller, nobody else by name, nowhere else."""
    names = {reference.person.name for reference in frame.people}
    return lead.is_umbrella and bool(names) and names <= set(lead.people) and not _is_elsewhere(told, frame, lead)


def is_due_on_journey(frame: Frame, lead: Occasion) -> bool:
    """Whether what is to come lies in the journey reported: "will hold meetings with N during the visit", said of its traveller."""
    shares = {reference.person.name for reference in frame.people} & set(lead.people)
    homes = {side.name for each in frame.people if (side := lead.scene.side_of(each.person))}
    gone_to = {lead.destination.name} if lead.destination else set()
    unnamed = not lead.people and len(homes) > 1 and homes <= lead.states() | gone_to  # "the head of Chile's army arrived"
    during = _DURING.search(frame.line.text) or (frame.date is None and homes <= lead.states() | gone_to and _is_under_way(lead))
    return lead.is_umbrella and frame.tense == "future" and bool(shares or unnamed) and bool(during)


def _is_under_way(lead: Occasion) -> bool:
    """Whether the days of a visit had not ended when the release came out: "From 11 to 13 May, General Roca | pays | a visit to Chile"."""
    last, published = parse(lead.date.end or lead.date.start) if lead.date else None, parse(lead.scene.published)
    return bool(last and published and last.exact and published.exact and last.exact >= published.exact)


_DURING = patterns.compile(
    r"\b(?:[Dd]uring|[Ii]n\s+the\s+course\s+of|(?:[Ww]ithin|[Ii]n)\s+(?:the|an?)\s+framework\s+of|[Aa]s\s+part\s+of)\s+(?:the|his|her|their|this)\s+(?:[\w-]+\s+){0,2}?(?:visit|stay|trip|tour)\b"
)


def _is_same_journey(told: Told, frame: Frame, lead: Occasion) -> bool:
    """Whether the frame tells of a day close to the lead's, with the same traveller in the same country."""
    shares = {reference.person.name for reference in frame.people} & told.primary_people()
    if not shares and not {side.name for side in told.sides_of(frame)} & lead.states():
        return False
    return frame.date is not None and days_apart(frame.date, lead.date) <= 6 and not _is_elsewhere(told, frame, lead)


def _is_of_ended_visit(told: Told, frame: Frame, lead: Occasion) -> bool:
    """Whether a visit that has ended is told on: "The visit of General Popa to Peru ended on Tuesday. She had met with Colonel Roca"."""
    ended = lead.first.trigger.rule.endswith("visit-of") and frame.date is None
    return ended and bool({each.person.name for each in frame.before} & set(lead.people)) and not _is_elsewhere(told, frame, lead)


def _is_of_those_before(told: Told, frame: Frame) -> bool:
    """Whether some of those who took part had met on the way to it."""
    return bool({reference.person.name for reference in frame.people} & told.primary_people()) and is_right_before(frame)


def is_right_before(frame: Frame) -> bool:
    """Whether the sentence opens with what came then, and tells no day: "Before the ceremony, Ministers Popa and Roca had met in Lima"."""
    return frame.date is None and not frame.background and _BEFORE_IT.match(frame.line.text) is not None


_BEFORE_IT = patterns.compile(
    r"(?:(?:Shortly|Immediately|Right|Just)\s+)?(?:[Bb]efore|[Pp]rior\s+to|[Aa]head\s+of)\s+(?:the|this|their)\s+(?:[\w-]+\s+){0,2}?(?:ceremony|meeting|talks|session|event|handover|signing|parade|conference|reception|dinner)\b"
)


def _is_elsewhere(told: Told, frame: Frame, lead: Occasion) -> bool:
    there = frame.place.country if frame.place else None
    here = (lead.place.country if lead.place else None) or (lead.destination.name if lead.destination else None)
    return bool(there and here and there != here)


def _is_due_while_here(told: Told, frame: Frame, lead: Occasion) -> bool:
    """Whether a guest who has been received is to see somebody else on the next days of his stay: "N, who arrived on Monday for a five-day
    visit, is scheduled to meet Minister Popa tomorrow"."""
    due = frame.tense == "future" and lead.state == "held" and not manner.is_invited(frame.line, frame.start)
    if not due or not frame.behind or not _WHO_STAYS.search(frame.line.text, 0, frame.start - frame.line.start):
        return False
    return frame.date is not None and days_apart(frame.date, lead.date) <= _NEXT_DAYS and _is_same_journey(told, frame, lead)


_NEXT_DAYS = 3
_WHO_STAYS = patterns.compile(
    r"\bwho\s+(?:arrived|landed|came|is\s+(?:currently\s+|presently\s+)?(?:here|in|on|visiting|paying))\b|\bon\s+an?\s+(?:[\w-]+\s+){0,3}visit\b"
)


def _is_related(told: Told, frame: Frame) -> bool:
    """Whether one of those of a primary occasion takes part again, or nobody is named."""
    names = {reference.person.name for reference in frame.people}
    if names & told.primary_people() or not names:
        return True
    if frame.tense == "past" and BESIDE.match(frame.line.text):
        return True  # "On the margins of the meeting, the Commissioner received"
    sides = {side.name for side in told.sides_of(frame)}
    lead = told.lead()
    if lead and (frame.is_reported or _ANOTHER_STATEMENT.match(frame.line.text)) and _was_days_before(frame, lead):
        return False  # "In another statement, the ministry said General Popa met Ambassador Roca on 20 July", told on the 25th
    if lead and not told.primary_people():
        if lead.first.kind == "exercise" and not lead.states():
            return True  # an exercise of which nobody is told yet
        there = {lead.destination.name} if lead.destination is not None and lead.first.trigger.needs == "unit" else set()
        return bool(sides & (lead.states() | there)) or (lead.is_gathering and not lead.states())
    if frame.tense == "past" and lead and sides & lead.states() and len(sides) > 1 and _is_of_same_day(frame, lead):
        return True  # "Likewise, General Popa called on the Chief of Staff today": others of the same house received guests too
    if _is_beside_lead(told, frame, sides):
        return True
    return any(
        len(sides & occasion.states()) >= 2 and (frame.kind != "call" or is_close(frame, occasion))
        for occasion in told.occasions
        if occasion.status == "primary"
    )


_ANOTHER_STATEMENT = patterns.compile(
    r"(?:In|According\s+to)\s+(?:a|another)\s+(?:separate\s+|earlier\s+|different\s+)?(?:statement|release|notice|post)\b"
)


def _was_days_before(frame: Frame, lead: Occasion) -> bool:
    """Whether the frame tells of one day, more than one before that of what the release reports."""
    days = (frame.date, lead.date)
    if any(date is None or date.start.endswith("XX") for date in days) or lead.is_journey:
        return False
    return bool(frame.date and lead.date and frame.date.start < lead.date.start and days_apart(frame.date, lead.date) > 1)


def _is_beside_lead(told: Told, frame: Frame, sides: set[str]) -> bool:
    """Whether two sides met of whom one took part in what is reported first, or of that only one side is known; on a day close to it.

    Calls, and what was "earlier this week" or "last month", are left to be mentioned.
    """
    lead = told.lead()
    if lead is None or frame.tense != "past" or frame.kind in ("call", "exercise") or len(sides) < 2 or _EARLIER_ON.search(frame.line.text):
        return False
    if frame.trigger.needs == "occasion":
        return False  # a gathering that one of them attends
    alone = len(lead.states()) < 2 and len(frame.people) > 0
    guests = frame.before or (frame.trigger.roles == "guest-host" and frame.behind)
    if not (alone or sides & lead.states()) or not (guests and (frame.behind or frame.sides)):
        return False
    return (
        frame.date is None or lead.date is None or (not frame.date.start.endswith("XX") and days_apart(frame.date, lead.date) <= _SAME_DAYS)
    )


_SAME_DAYS = 6  # days within which a release reports what its people did


# "Earlier this week, State Secretary Roca spoke", "on the margins of the Forum last month"
def _had_been(told: Told, frame: Frame, lead: Occasion) -> bool:
    """Whether a meeting of an earlier day, elsewhere, lay before the one reported: "On Tuesday in Arica, Colonel Roca had met with"."""
    earlier = frame.date and lead.date and frame.date.start < lead.date.start and days_apart(frame.date, lead.date) > 1
    return (
        bool(earlier) and not lead.is_journey and frame.place is not None and lead.place is not None and frame.place.name != lead.place.name
    )


_EARLIER_ON = patterns.compile(
    r"\b(?:earlier\s+(?:this|that|in\s+the)\s+(?:week|month|year)|(?:last|previous|past)\s+(?:week|month|year|visit|meeting)|recently|(?:days|weeks|months)\s+(?:ago|before|earlier))\b",
    re.IGNORECASE,
)


def _is_of_same_day(frame: Frame, lead: Occasion) -> bool:
    """Whether the frame tells of a day right beside the lead’s, both told to the day."""
    dates = (frame.date, lead.date)
    return all(date is not None and date.end is None and not date.start.endswith("XX") for date in dates) and is_close(frame, lead)


def is_of_itself(frame: Frame) -> bool:
    """Whether a relative clause tells of the occasion at hand: "the talks, which were hosted by"."""
    return frame.tense == "relative" and bool(_ITSELF.search(frame.line.text[: frame.start - frame.line.start]))


# "the talks which were hosted by": the relative clause tells of the occasion at hand
_ITSELF = patterns.compile(
    r"\b(?:the|these|this)\s+(?:\w+\s+)?(?:talks|meeting|session|conference|ceremony|dialogue|visit|discussions|call),?\s+(?:which|that)\s+(?:(?:is|was|are|were)\s+(?:(?:being|jointly|again)\s+)?)?\Z",
    re.IGNORECASE,
)


def _is_why_somebody_came(frame: Frame, lead: Occasion) -> bool:
    """Whether words only say why somebody travelled: "who is on a visit to Indonesia to | attend the Forum".

    Whom he is to meet on the journey reported is told beside it: "will travel to Lima on Monday to | meet Colonel Roca".
    """
    to_meet = (lead.is_umbrella or lead.first.trigger.kind == "visit") and lead.first.line.number == frame.line.number and frame.behind
    return not to_meet and _ON_THE_WAY.search(frame.line.text[: frame.start - frame.line.start]) is not None


# "a visit to Indonesia to attend the Forum": why somebody travelled, told beside the meeting reported
_ON_THE_WAY = patterns.compile(
    r"\b(?:visit|visiting|trip|travel\w*|arrived|came|stay)\b[^,.;]{0,60}\bto\s+\Z"
    r"|,\s+who\s+(?:is|are|was|were)\s+(?:currently\s+|also\s+)?(?:here|in|at)\b[^,.;]{0,60}\bto\s+\Z"
)


def meets_somebody(frame: Frame) -> bool:
    """Whether somebody is named behind the words: "will leave for Arica, where it will be welcomed by Colonel Luis Roca"."""
    return any(person.start >= frame.start for person in frame.line.people)


# One of these stands in every sentence that tells of what was not held.
_PUT_OFF = frozenset(["postponed", "put", "rescheduled", "deferred", "cancelled", "canceled", "called", "scrapped"])


def _state(frame: Frame) -> State:
    to_come = frame.tense == "future" or manner.is_invited(frame.line, frame.start)
    if _PUT_OFF.isdisjoint(frame.line.words):
        return "planned" if to_come else "held"
    if lexicon().cancelled.search(frame.line.text):
        return "cancelled"
    if lexicon().postponed.search(frame.line.text):
        return "postponed"
    return "planned" if to_come else "held"
