"""What kind of occasion those who met had: a meeting, a call, a conference, a visit, a ceremony or an exercise."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings import journeys, names, rosters
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.types import MeetingKind


def of(occasion: Occasion, matter: str, *, own: str) -> MeetingKind:
    """The kind that the words tell; `own` are those up to the next occasion, so that talks of another day make no ceremony talks."""
    kinds = _told(occasion)
    if occasion.is_call:
        return "call"
    if "exercise" in kinds:
        return "exercise"
    if occasion.first.trigger.needs == "counted" or _is_conference(occasion, kinds[0], matter):
        return "conference"
    if all(kind == "visit" for kind in kinds):
        met = len({home.name for name in occasion.people if (home := occasion.scene.home(name))}) > 1
        return "meeting" if met and journeys.TALKED.search(matter) else "visit"
    if (kinds[0] == "visit" and _is_seen(occasion)) or _is_shown_unit(occasion):
        return "meeting" if _TALKED_OF.search(_QUOTED.sub("", matter)) else "visit"
    if (
        occasion.first.trigger.needs == "unit"
        and not occasion.first.before
        and set(kinds) <= {"visit", "meeting"}
        and not _TALKED_OF.search(_QUOTED.sub("", matter))
    ):
        return "visit"  # a ship in port, whose commander called on those who received her
    with_people = _with_people(occasion, kinds)
    in_port = occasion.first.trigger.needs == "unit" and kinds[0] == "visit"  # a reception on board is part of it
    if in_port and set(kinds) <= {"visit", "ceremony"}:
        return "visit"
    if (
        "ceremony" in (kinds[0], *with_people[:1])
        and set(with_people) <= {"ceremony", "visit"}
        and not (_TALKS.search(own) or _SESSION.search(matter))
    ):
        return "ceremony"
    return "meeting"


def _with_people(occasion: Occasion, kinds: list[MeetingKind]) -> list[MeetingKind]:
    """The kinds that the sentences with people tell; all of them where the first names those who met by office or delegation alone.

    Who did what at a ceremony makes no talks of it: "handed over the mission in a ceremony. General Popa gave the key to Colonel Roca".
    """
    first = occasion.first
    if first.kind == "ceremony":
        return [frame.kind for frame in occasion.frames if frame.trigger.needs != "apart" and (frame.people or first.people)]
    if first.people or _DELEGATES_MET.search(occasion.scene.passage.text, first.line.start, first.end):
        return kinds
    return [frame.kind for frame in occasion.frames if frame.people]


def _is_conference(occasion: Occasion, kind: MeetingKind, matter: str) -> bool:
    """Whether it was a forum, a ministerial, or a gathering of three delegations and more."""
    if occasion.name and names.is_of_two(occasion.name.text):
        return any(rosters.counts_many(frame.line.text) for frame in occasion.frames)
    if occasion.name and _has_many_delegations(occasion, occasion.name.text):
        return True
    if (
        occasion.first.trigger.rule.endswith(("hosts-gathering", "received"))
        and len(occasion.sides) != 2
        and OF_MINISTERS.search(occasion.first.line.text)
    ):
        return True
    if len(occasion.sides) > 2 and kind == "meeting" and GATHERING.search(occasion.first.line.text):
        return True
    if len(occasion.sides) > 2 and (
        occasion.first.trigger.needs == "many" or occasion.first.trigger.rule.endswith(("gathering-of", "attended-by"))
    ):
        return True
    if len(occasion.sides) > 2 and _OF_LEADERS.search(occasion.first.line.text):
        return True
    many = len(occasion.sides) > 3 and kind == "meeting"
    return bool(many and (_LEADERS_MET.search(occasion.first.line.text) or _REPRESENTED.search(matter)))


def _told(occasion: Occasion) -> list[MeetingKind]:
    """The kinds that its sentences tell; of what is still to come those of the first, and of talks on a journey."""
    talks = occasion.state == "planned" and occasion.first.is_travel
    announced = (each for each in occasion.frames if each.line is occasion.first.line or (talks and each.kind == "meeting" and each.behind))
    return [frame.kind for frame in occasion.frames if frame.tense != "future"] or [frame.kind for frame in announced]


def _is_shown_unit(occasion: Occasion) -> bool:
    """Whether those who serve at a unit, school or centre received the guest there, and no minister or chief of a force."""
    first, scene = occasion.first, occasion.scene
    if first.trigger.roles not in ("guest-host", "host-guest") or first.kind != "meeting" or len(occasion.frames) > 2:
        return False
    hosts = first.behind if first.trigger.roles == "guest-host" else first.before
    principal = any(lexicon().principals.search(reference.person.position or "") for reference in hosts)
    return bool(hosts) and not principal and bool(_SHOWN.search(scene.passage.text, first.line.start, first.line.end))


# "was the guest of the 3rd Brigade, where", "who took him through the barracks", "the guests will tour"
_SHOWN = patterns.compile(
    r"\bguests?\s+of\s+the\s+[^.;,]{0,60}?\b(?:Brigade|Regiment|Battalion|Squadron|Wing|Cent(?:re|er)|School|Academy|Base|Fleet)\b"
    r"|\b(?:took|showed|guided|led)\s+(?:him|her|them|the\s+guests?|the\s+visitors?)\s+(?:through|round|around|over)\b"
    r"|\b(?:will\s+)?(?:visit|tour)(?:ed|s)?\s+(?:the\s+|an?\s+)?(?=[A-Z\d]|military|naval|air|training)|\bguided\s+tour\b"
    r"|,\s+who\s+(?:then\s+|also\s+)?(?:introduced|presented|briefed|explained|acquainted|familiari[sz]ed|demonstrated|gave\s+(?:him|her|them)\s+an?\s+(?:[\w-]+\s+)?(?:briefing|overview|tour))\b"
)
_QUOTED = patterns.compile(r"[“\"][^“”\"]{0,2000}[”\"]")


def _is_seen(occasion: Occasion) -> bool:
    """Whether a site was visited, behind which only the welcome of the guests is told: "toured the museum. They were greeted by N"."""
    rest = [frame for frame in occasion.frames[1:] if frame.kind != "visit"]
    called_on = _CALLED_ON.search(occasion.scene.passage.text, occasion.first.start, occasion.first.end + len(" on"))
    return (
        bool(rest)
        and not called_on
        and occasion.state == "held"
        and all(_WELCOME.match(frame.line.text, frame.start - frame.line.start) for frame in rest)
    )


# "paid a courtesy visit on", "travelled to Lima, where he was received by"
_CALLED_ON = patterns.compile(
    r"\b(?:courtesy|farewell|introductory|protocol)\s+visit\b|\bvisit\s+on\b|\b(?:travel\w*|flew|flies|arriv\w+|proceed\w*|left|leaves)\b"
)
# "was welcomed by", "received him", "greeted them at the gate"
_WELCOME = patterns.compile(
    r"(?:(?:was|were|is|are)\s+)?(?:\w+\s+)?(?:received|greeted|welcomed|met)\s+(?:\w+\s+){0,4}?by\b"
    r"|(?:received|greeted|welcomed|hosted)\s+(?:him|her|them)\b"
)
_TALKED_OF = patterns.compile(
    r"\b(?:discuss\w*|talks|talked|conversations?|exchang(?:ed?|ing)\s+(?:of\s+)?(?:\w+\s+){0,3}?(?:views?|opinions?|viewpoints?|ideas|information|experiences?)|reviewed\s+(?:\w+\s+){0,3}(?:cooperation|relations)|the\s+meeting|their\s+meeting|(?:met|conferred)\s+with|spoke\s+(?:about|of|with)|consultations)\b",
    re.IGNORECASE,
)


def _has_many_delegations(occasion: Occasion, name: str) -> bool:
    if len(occasion.sides) != 2 or lexicon().ministerials.plain.search(name):
        return True
    return any(rosters.counts_many(frame.line.text) for frame in occasion.frames)


# "a meeting of the Nordic defence ministers", "in a virtual summit"
_OF_LEADERS = patterns.compile(
    r"\b(?:ministers|chiefs|leaders)\s+of\s+(?:the\s+)?(?:member\s+)?(?:countries|states|nations)\b|\b(?:meeting|session|gathering)\s+of\s+(?!(?:the\s+)?(?:two|both)\b)(?:the\s+)?(?:[\w-]+\s+){0,4}(?:ministers|chiefs|leaders|heads|directors)\b|\b(?:in|at|for|hosted|hosts?|held)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:summit|ministerial|roundtable)\b",
    re.IGNORECASE,
)
# "The defence ministers of Albania, Kosovo, Montenegro and North Macedonia met"
_LEADERS_MET = patterns.compile(
    r"\b(?:ministers|chiefs)\b[^.;]{0,200}?\b(?:met|meet|gathered|convened|sat\s+together|(?:is|are)\s+meeting)\b", re.IGNORECASE
)
# "At the talks, Slovakia was represented by Director Roca, Poland by Minister Popa"
_REPRESENTED = patterns.compile(r"\bwas\s+represented\s+by\b")
# "received defence ministers", "hosted a meeting of the chiefs of defence": those of other states
OF_MINISTERS = patterns.compile(
    r"\b(?:received|welcomed|(?:meeting|summit|conference|gathering)\s+of|convened)\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){0,3}(?:(?:defen[cs]e|foreign)\s+ministers|chiefs\s+of\s+(?:defen[cs]e|general\s+staff))\b"
)
# "the trilateral meeting of", "at the Chiefs of Defense Conference"
GATHERING = patterns.compile(
    r"\b(?:trilateral|quadrilateral|multilateral)\s+(?:[\w-]+\s+){0,3}?(?:meeting|talks|session|dialogue|summit|ministerial)\b|\b(?-i:(?<!Press\s)Conference|Summit|Forum|Ministerial|Roundtable)\b",
    re.IGNORECASE,
)
# A visit of which talks are told is a meeting.
# "Commanders of the armies of Chile and Peru met", who are told by name in the next sentence
_DELEGATES_MET = patterns.compile(
    r"\b(?:commanders|chiefs|directors|heads|ministers|representatives|delegations|delegates|officials|officers|experts|leaders|teams|staffs|navies|armies|forces)\b[^.;]{0,120}?\b(?:met|held|gathered|convened|conducted|sat\s+down)\Z",
    re.IGNORECASE,
)
# A signing of which the release speaks as a session is more than a ceremony.
_TALKS = patterns.compile(
    r"\b(?:the|their|this|today’s|today's|trilateral|bilateral)\s+(?:\w+\s+)?(?:session|talks|meeting|discussions)\b(?!\s+between\b)",
    re.IGNORECASE,
)


# of all who signed, though told with the talks of two of them: "Prior to the trilateral session, Minister Popa met"
_SESSION = patterns.compile(r"\b(?:trilateral|bilateral)\s+(?:\w+\s+)?(?:session|talks|meeting|discussions)\b", re.IGNORECASE)
