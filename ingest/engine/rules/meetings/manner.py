"""In which manner words tell of an occasion: what kind it was, over which distance, in which tense, and whether it is only recalled."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.cued import Cued
from ingest.engine.rules.meetings.dateline import is_dateline
from ingest.engine.rules.meetings.frame import Tense
from ingest.engine.rules.meetings.lexicon import Trigger, lexicon
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.types import MeetingKind, Mode, Place


def kind(trigger: Trigger, line: Line, start: int, place: Place | None, behind: str) -> MeetingKind:
    """The kind of the trigger, unless the sentence says that a talk was over a distance, or a place or "in person" that it was not.

    The text `behind` the sentence may still say that a talk was a call: "talked with Minister Popa. In the call".
    """
    at = start - line.start
    phone = lexicon().phone.search(line.text) if "phon" in (small := line.text.casefold()) or "readout" in small else None
    if trigger.rule.endswith("joined-for") and _is_by_video(line):
        return "call"
    if trigger.kind == "call" and not phone and _OFFICE_CALL.search(line.text, max(0, at - 20), at + 40):
        return "meeting"
    if (
        trigger.rule.endswith(("spoke-with", "spoke"))
        and not phone
        and ((place and not is_dateline(line, place)) or _IN_PERSON.search(line.text) or _is_face_to_face(line, at, behind))
    ):
        return "meeting"
    if trigger.kind != "meeting":
        return trigger.kind
    if trigger.rule.endswith((".received", ".received-by")) and (_IN_CEREMONY.search(line, at, at + 300) or _is_handed_over(line, at)):
        return "ceremony"
    if trigger.rule.endswith(".chaired") and _OVER_CEREMONY.match(line.text, at):
        return "ceremony"
    if phone and phone.end() <= at and _AND_ALSO.search(line.text, phone.end(), at):
        return "meeting"  # "spoke by phone with N, and met M"
    return "call" if (phone and abs(phone.start() - at) < 150) or _is_over_video(line, at) else "meeting"


# "presided over a graduation ceremony"
_OVER_CEREMONY = patterns.compile(r"presided\s+over\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}?(?:ceremony|parade|inauguration)\b")


def _is_face_to_face(line: Line, at: int, behind: str) -> bool:
    """Whether a verb of talking tells of people in one room: "talked with Minister Popa", "spoke with the Attaché of Peru"."""
    return (_TALKED.match(line.text, at) is not None and not _IN_CALL.search(behind)) or _WITH_RESIDENT.match(line.text, at) is not None


_TALKED = patterns.compile(r"talked\b(?![^.;]{0,160}\b(?:calls?|video\w*|virtual\w*|online|line)\b)")
_IN_CALL = patterns.compile(r"\b(?:calls?|(?:tele)?phone|video\w*|virtual\w*)\b", re.IGNORECASE)
# ambassadors and attachés live where they are talked to
_WITH_RESIDENT = patterns.compile(
    r"spoke\s+(?:[\w,-]+\s+){0,4}?(?:with|to)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:[Aa]mbassador|[Aa]ttach[eé]|[Dd]efen[cs]e\s+[Aa]dvis[eo]r|[Hh]igh\s+[Cc]ommissioner|[Cc]harg[eé]\s+d['’][Aa]ffaires)\b"
)
# "was honoured to | host | Admiral Lind in the change of command ceremony"
_IN_CEREMONY = Cued(
    "ceremony command over handover authority",
    r"[^.;]{0,240}?\s(?:in|at|for|during)\s+(?:the|an?|its)\s+(?:[\w-]+\s+){0,3}?(?:change[\s-]of[\s-]command|hand-?\s?over|transfer[\s-]of[\s-]authority)\b"
    r"|received\s+(?:[^.;]{0,40}?\s)?by\b[^.;]{0,200}?\sat\s+an?\s+ceremony\b",
)


def _is_handed_over(line: Line, at: int) -> bool:
    """Whether it is a thing that was received: "received the keys of ten trucks from", "the boat was received by"."""
    return bool(_THINGS_FROM.match(line.text, at) or _THINGS.search(line.text, max(0, at - 60), at))


_THING = (
    r"(?:boats?|ships?|vessels?|frigates?|trucks?|vehicles?|buses|ambulances?|cars?|aircraft|helicopters?|planes?|drones?|equipment|supplies|donations?|materiel|radars?"
    r"|keys|uniforms|weapons|ammunition|simulators?|containers?|generators?|tents|computers?|batch|consignment|medals?|orders?|decorations?|certificates?)"
)
_THINGS_FROM = patterns.compile(rf"received\s+(?:the|an?|its|\d+|[a-z]+)\s+(?:[\w-]+\s+){{0,5}}?{_THING}\b[^.;,]{{0,60}}?\sfrom\b")
_THINGS = patterns.compile(rf"\b{_THING}(?:\s+(?:(?:donated|provided|given|presented|delivered)\s+by\s+)?[^.;,]{{0,30}})?\s\Z")
_OFFICE_CALL = patterns.compile(r"\b(?:office|courtesy|introductory|farewell|protocol)\s+calls?\b", re.IGNORECASE)
_AND_ALSO = patterns.compile(r"\band\s+(?:(?:then|later|also|afterwards)\s+)?\Z")


def _is_over_video(line: Line, at: int) -> bool:
    """Whether the words behind a verb say that it was done over a screen: "met virtually", "conferred by video link"."""
    return any(part in line.text for part in _VIDEO) and bool(_SCREEN.search(line.text, max(0, at - 30), at + 160))


_SCREEN = patterns.compile(
    r"\b(?:virtually|online|remotely|(?:by|via|over|through|in|during)\s+(?:an?\s+)?(?:\w+\s+)?(?:video[\w-]*|Zoom|Teams|VTC|teleconference|(?:tele)?phone)\b)|\b(?:virtual|online|video)\s+(?:[\w-]+\s+)?(?:meeting|talks|session|summit|discussions?|consultations|conversations?|dialogue|calls?|conferences?|exchange)\b",
    re.IGNORECASE,
)
_IN_PERSON = patterns.compile(
    r"\b(?:in\s+person|face\s+to\s+face|on\s+the\s+(?:margins|sidelines)\s+of|at\s+the\s+(?:Pentagon|White\s+House|ministry)|at\s+an?\s+(?:\w+\s+)?(?:breakfast|lunch|luncheon|dinner|reception|roundtable|round\s+table))\b",
    re.IGNORECASE,
)


def mode(trigger: Trigger, line: Line) -> Mode | None:
    if _is_by_video(line):
        return "video"
    if trigger.kind == "call":
        return "phone"
    return None


def _is_by_video(line: Line) -> bool:
    return any(part in line.text for part in _VIDEO) and bool(lexicon().video.search(line.text))


PHONE = ("phon", "readout", "telecon", "telcon")  # one of which stands in every sentence in small letters that the pattern can match
_VIDEO = ("ideo", "VTC", "irtual", "nline", "via ")  # one of which stands in every sentence that the pattern can match


def tense(clause: str) -> Tense:
    if _RELATIVE.search(clause) and not _IS_PLANNED.search(clause) and not _REPORTS.search(clause):
        return "relative"
    if _FUTURE.search(clause) or _WILL_BE_THERE.search(clause):
        return "future"
    return "perfect" if _PERFECT.search(clause) else "past"


def tense_behind(text: str, start: int, end: int, until: int) -> Tense | None:
    """The tense that a verb behind the noun of a meeting tells: "Talks between N and M will be held"; None where it tells no other."""
    bare = _BARE_NOUN.search(text, max(start, end - 20), end) is not None
    if _EXPECTED.match(text, start) or (bare and _TO_COME.match(text, end, end + 120)):
        return "future"
    if _NOUN_OF_VISIT.match(text, start) and _SCHEDULED.match(text, end, end + _LONGEST_PHRASE):
        return "future"
    if bare and _WHICH_WILL.match(text, end, until):
        return "future"
    verb = _HELD.search(text, end, min(until, end + _LONGEST_PHRASE)) if _NOUN.search(text, end - _NOUN_BEFORE, end) else None
    if verb is None or _OF_ANOTHER.search(text, end, verb.start()):
        return None
    return "future" if verb["future"] else "perfect" if verb["perfect"] else None


# "be signed during the | visit of | Minister Popa to Lima, scheduled for May"
_NOUN_OF_VISIT = patterns.compile(r"(?:[\w-]+\s+){0,3}?(?:visit|trip)\b")
_SCHEDULED = patterns.compile(r"[^;,]{0,120},\s(?:which\sis\s)?(?:scheduled|planned|slated|due|set)\s(?:for|in|on)\b")
_EXPECTED = patterns.compile(r"(?:is|are)\s+(?:expected|due|awaited)\b")
# "the first session of the trilateral | consultations | is scheduled for May"
_BARE_NOUN = patterns.compile(r"(?:talks|[a-z]+(?:ations?|ions?|logues?|ings?)|[Cc]ommittee|[Cc]ommission|[Gg]roup|[Cc]ouncil)\Z")
_TO_COME = patterns.compile(r"(?:\s+[\w’'-]+){0,5}?\s+(?:(?:is|are)\s+(?:foreseen|planned|scheduled|expected|due|set|to)|will)\b")
_LONGEST_PHRASE = 300  # characters between a noun and its verb, with two names and offices between
_NOUN_BEFORE = 50  # characters of the noun and what stands between it and "between"
_NOUN = patterns.compile(
    r"\b(?:[Mm]eetings?|[Tt]alks|discussions|consultations|conversations?|negotiations|calls?|visits?|trip|[Ee]xercises?|[Dd]rills?)\s+(?:[\w‘’'-]+\s+){0,3}?(?:between|with|on|of|by|involving)\Z"
)
# "the meeting | of the ministers of Chile and Peru, which will be held in May"
_WHICH_WILL = patterns.compile(
    r"\s(?:of|between|with)\s[^.;]{3,160}?,?\s(?:(?:which|that)\s+(?:will|is|are)\s+(?:to\s+|due\s+|scheduled\s+|planned\s+|expected\s+)?|(?:to\s+be|planned|scheduled|due)\s+)(?:be\s+)?(?:held|take|for|in|to)\b"
)
# "referred to their consultations, the next session of | which | will be held"
_OF_ANOTHER = patterns.compile(r"\b(?:next|of\s+which)\b")
_HELD = patterns.compile(
    r"\b(?:(?P<future>(?:will|would|is\s+to|are\s+to|is\s+due\s+to|are\s+due\s+to)\s+(?:also\s+)?(?:be\s+(?:held|conducted)|take\s+place)"
    r"|(?:is|are)\s+(?:also\s+)?(?:foreseen|planned|scheduled|expected|envisaged)\b)|(?P<perfect>had\s+(?:already\s+)?(?:been\s+held|taken\s+place))|(?:was|were)\s+held|took\s+place)"
)


# "The Navy media unit said that | General Popa met", "The statement added that the envoy | called on"
_REPORTS = patterns.compile(
    r"\b(?:unit|wing|ministry|service|office|statement|release|communiqu[eé]|navy|army|force|department|directorate|agency|headquarters|command|staff|relations|ISPR|MoD|spokes\w+|sources?|embassy)\b"
    r"[^.;,]{0,30}\s(?:said|says|stated|announced|reported|reports|informed|confirmed|added|revealed|disclosed)\s(?:\w+\s){0,2}that\s",
    re.IGNORECASE,
)
_IS_PLANNED = patterns.compile(r"\b(?:planned|expected|scheduled|foreseen|envisaged|intended)\s+that\s")  # "Popa will meet"
_FUTURE = patterns.compile(
    r"\b(?:will|would|shall|(?-i:may)|could|(?:is|are|was|were|be|expected|scheduled|due|set|plans?|planned|intends?|slated|hopes?|expects?|going|about|invited|agreed|invitation)(?:\s+(?:also|then|next|soon))?\s+to)"
    r"\s+(?:(?:also|then|be|have|soon|jointly|officially|virtually|again|separately|personally)\s+){0,2}\Z|,\s+to\s+\Z",
    re.IGNORECASE,
)
# "will be in Lima on 5 March for | talks with"
_WILL_BE_THERE = patterns.compile(
    r"\b(?:will|shall|(?:is|are|plans?|expected|due|scheduled|set)\s+to)\s+(?:be|travel|go|fly|come|arrive|return|visit|participate|attend|represent|lead)\b"
    r"(?:(?!\b(?:after|since|when|who|which|that|because|as)\b)[^.;,]){0,80}\Z"
)
_PERFECT = patterns.compile(r"\bhad\s+(?:(?:also|been|already|last|previously|just)\s+){0,2}\Z", re.IGNORECASE)
# "the talks | which were hosted"; not "was accorded a guard of honour, after which he | called on", "later that day she | met"
_RELATIVE = patterns.compile(
    r"(?<!\b[Aa]fter\s)(?<!\b[Ff]ollowing\s)(?<!\b[Uu]pon\s)"
    r"\b(?:which|that(?!\s+(?:same\s+)?(?:day|morning|noon|afternoon|evening|night|week|month|year)\b))\s+(?:(?:the\s+)?[\w’-]+\s+){0,3}\Z"
)
SEQUEL = patterns.compile(
    r"(?:In\s+addition|Additionally|Furthermore|Meanwhile|(?:On|The)\s+(?:the\s+)?same\s+day|Following|After|Afterwards|Later|Prior\s+to|Before|Earlier|Previously|Separately|Subsequently|Then|Also|In\s+the\s+(?:afternoon|evening|morning)|[OI]n\s+the\s+(?:margins|sidelines)"
    r"|During\s+(?:his|her|the)\s+(?:\w+\s+){0,2}(?:visit|stay|trip))\b"
)
SEPARATE = patterns.compile(r"\b(?:separately|afterwards|later|then|subsequently)\s+(?:in\s+the\s+(?:day|evening|afternoon)\s+)?\Z")
# "was later received by", "was then met by"
LATER = patterns.compile(r"(?:was|were)\s+(?:separately|afterwards|later|then|subsequently)\b")


def is_background(line: Line, start: int, end: int) -> bool:
    """Whether the words right around the trigger tell of another day: "met last year", "the next meeting will be held"."""
    behind = line.text[end - line.start : end - line.start + 70]
    clause = _FOUNDED.search(behind)  # of what met, and not of the meeting
    around = line.text[max(0, start - line.start - 70) : end - line.start] + (behind[: clause.start()] if clause else behind)
    tells = not line.parts.isdisjoint(lexicon().background_stems) and lexicon().background.search(around) is not None
    return tells or is_invited(line, start)


# "held meetings of the Steering Groups, | which were established in 2021", "unveiled a stone | that carries all names since 2003"
_FOUNDED = patterns.compile(
    r",\s(?:which|that)\s(?:was|were|had\sbeen)\s(?:established|founded|created|launched|set\sup|formed)\b|\s(?:that|which)\s(?:carries|bears|holds|shows|lists)\b"
)


def is_invited(line: Line, start: int) -> bool:
    """Whether the sentence only tells of an invitation to what the words at this position say."""
    return "invit" in line.text and bool(_INVITED.search(line.text, 0, start - line.start))


def is_only_invited(line: Line, start: int) -> bool:
    """Whether it is an invitation that nobody is said to have taken up, and of which no day is told."""
    return is_invited(line, start) and not line.dates and _ACCEPTED.search(line.text) is None


_ACCEPTED = patterns.compile(r"\b(?:accept(?:ed|s|ing|ance)|took\s+up|agreed\s+to)\b")
# "conveyed the invitation of Minister Popa for Secretary Doe to visit Lima", and not "at the invitation of"
_INVITED = patterns.compile(
    r"(?<!\bat\s)(?<!\bon\s)(?:\bthe|\bhis|\bher|\ban)\s+invitation\b[^.;]{0,150}\bto\s+(?:\w+\s+){0,3}\Z|\binvit(?:ed|es)\b[^.;]{0,80}\bto\s+(?:\w+\s+){0,3}\Z"
)
