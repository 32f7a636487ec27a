"""Whether a faint trigger tells of a meeting that no other words of the release have told."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.meetings import hits, meaning
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.occasion import ANOTHER_DAY, BESIDE, is_coarse, overlap
from ingest.engine.rules.meetings.scenes import Scene
from ingest.engine.rules.meetings.told import Told


def is_news(told: Told, frame: Frame) -> bool:
    """Whether a faint trigger tells of people of two sides who met in no occasion told so far; a bare noun only opens a release."""
    names = {each.person.name for each in frame.people}
    if frame.trigger.rule.endswith(".attended-by") and _IT.match(frame.line.text) and not _follows_meeting(told.scene, frame):
        return False  # "A parade was held. It was attended by"
    if _IN_ANOTHER.match(frame.line.text) and len(told.homes(names)) > 1:
        return not any(names <= set(occasion.people) for occasion in told.occasions)
    if BESIDE.match(frame.line.text) and len(told.homes(names)) > 1:
        return not any(told.homes(names) == occasion.states() and names <= set(occasion.people) for occasion in told.occasions)
    if frame.trigger.needs in ("parties", "told-parties", "nations"):
        return _is_of_other_states(told, frame)
    if frame.trigger.needs in ("counted", "many"):
        return told.lead() is None
    if frame.trigger.needs == "apart":
        return bool(ANOTHER_DAY.match(frame.line.text)) or not any(
            len(told.homes(names & set(occasion.people))) > 1 for occasion in told.occasions
        )
    if frame.trigger.rule.endswith((".discussed", ".discussed-with")) and _is_of_new_day(told, frame, names):
        return True
    if frame.trigger.needs == "occasion":
        return told.lead() is None and (len({side.name for side in told.sides_of(frame)}) > 1 or _speaks_at_gathering(frame))
    if frame.trigger.rule.endswith("the-meeting-with") and not _IN_PASSING.match(frame.line.text) and len(told.homes(names)) > 1:
        return not any(names <= set(occasion.people) for occasion in told.occasions)
    if meaning.is_one_of_several(frame) and (told.lead() or not frame.trigger.rule.endswith(".agreed-together")):
        known = any(names <= set(occasion.people) for occasion in told.occasions if occasion.status == "primary")
        lead = told.lead()
        on_visit = lead is not None and lead.is_umbrella and bool(names & set(lead.people)) and not names <= set(lead.people)
        beside = len(told.homes(names)) > 1 and (on_visit or bool(_MARGINS.match(frame.line.text)))
        return beside or (told.series() is not None and not known)
    if frame.name and told.lead() and not any(occasion.name and occasion.name.text == frame.name.text for occasion in told.occasions):
        return len(told.homes(names)) > 1  # "At the 9th Meeting of the Staffs, N sat with M", told after another
    lead = told.lead()
    unnamed = {side.name for side in hits.counterparts(frame.line, frame.line.start)} if lead is None and names else set()
    met = (occasion for occasion in told.occasions if not occasion.is_umbrella)  # talks make more of a visit on which both were named
    if len(told.homes(names) | unnamed) < 2 or any(names <= set(occasion.people) for occasion in met):
        return False
    handed = lead is not None and lead.first.kind == "ceremony" and not lead.people and frame.trigger.needs == "across"
    on_visit = lead is not None and lead.is_umbrella and names <= set(lead.people)
    of_nobody = lead is not None and lead.first.kind == "meeting" and not lead.people and told.homes(names) == lead.states()
    return lead is None or handed or on_visit or of_nobody or frame.trigger.needs == "object" or frame.trigger.rule.endswith(".call-of")


def _is_of_new_day(told: Told, frame: Frame, names: set[str]) -> bool:
    """Whether two talked on a day on which nothing is told of them yet: "On Tuesday General Popa and Colonel Roca discussed training"."""
    if frame.date is None or frame.tense != "past" or frame.background or is_coarse(frame.date) or len(told.homes(names)) < _PAIR:
        return False
    known = [occasion for occasion in told.occasions if occasion.date is not None and names & set(occasion.people)]
    met = any(names <= set(occasion.people) for occasion in told.occasions)
    return bool(known) and not met and not any(occasion.date and overlap(frame.date, occasion.date) for occasion in known)


_PAIR = 2  # sides that talk with each other


def _follows_meeting(scene: Scene, frame: Frame) -> bool:
    """Whether the sentence before tells that a meeting took place: "A session was convened in Lima. | It was attended by"."""
    before = scene.lines[frame.line.number - 1] if frame.line.number else None
    return before is not None and _CONVENED.search(before.text) is not None


_IT = patterns.compile(r"(?:It|They)\s")
_CONVENED = patterns.compile(r"\b(?:[Mm]eeting|[Ss]ession|[Tt]alks|[Dd]iscussions|[Cc]onsultations|[Rr]ound\s?table)\b")


def _is_of_other_states(told: Told, frame: Frame) -> bool:
    """Whether talks, or an exercise, are told of states of which none is reported yet; of seats that are taken where nothing is."""
    if frame.trigger.rule.endswith("took-seats"):
        return told.lead() is None
    states, trained = {side.name for side in frame.sides}, frame.kind == "exercise"
    reported = (each for each in told.occasions if each.status == "primary" and (each.first.kind == "exercise") == trained)
    return not any(states <= occasion.states() for occasion in reported)


def _speaks_at_gathering(frame: Frame) -> bool:
    """Whether an official says something at a gathering of many states: "announced at the meeting of NATO defence ministers"."""
    many = frame.name is not None and (lexicon().many.search(frame.name.text) or lexicon().ministerials.plain.search(frame.name.text))
    return bool(many and frame.people and _SPEAKS.search(frame.line.text))


_SPEAKS = patterns.compile(
    r"\b(?:said|says|announced|announces|told|tells|stressed|underlined|emphasi[sz]ed|underscored|pledged|declared|presented|called\s+(?:for|on)|urged|spoke|reaffirmed|stated|warned)\b"
)
# "In a separate engagement, General Popa and Colonel Roca expressed"
_IN_ANOTHER = patterns.compile(
    r"(?:In|At|During)\s+(?:an?|another)\s+(?:(?:separate|similar|parallel|second|later|bilateral)\s+)+(?:[\w-]+\s+)?(?:engagement|meeting|session|call|conversation|discussion|talks)\b"
)
# "The meeting with Minister Roca was devoted to", told before; not "A separate meeting with", "There followed a lunch with"
_IN_PASSING = patterns.compile(
    r"(?:The|His|Her|Their|In|During|At)\s+(?!(?:[\w’'-]+\s+){0,3}?(?:program(?:me)?|agenda|itinerary|schedule|visit|stay|trip|tour|day)\s)"
    r"(?:[\w-]+\s+){0,3}?[a-z]+\s+with\b|An?\s+(?!(?:separate|further|second|third|last|final|bilateral|short|brief|working|meeting|one-on-one"
    r"|private|lunch|dinner|breakfast|audience|encounter|exchange)\b)"
)
# "On its margins, Ministers Popa and Roca agreed to"
_MARGINS = patterns.compile(r"(?:On|At|In)\s+(?:the|its|their)\s+(?:margins|sidelines|fringes)\b")
