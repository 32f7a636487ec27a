"""What the frames of a release amount to: each occasion once, with all that is told of it, and whether the release is about it."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings import (
    exercises,
    frames,
    guests,
    identity,
    itemised,
    manner,
    meaning,
    news,
    rosters,
    singly,
    standing,
    whereabouts,
)
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.occasion import ANOTHER_DAY, Occasion, is_coarse, overlap
from ingest.engine.rules.meetings.presence import Presence, named_meeting
from ingest.engine.rules.meetings.scenes import Scene
from ingest.engine.rules.meetings.setting import Setting
from ingest.engine.rules.meetings.told import Told
from ingest.engine.types import Prominence
from ingest.engine.values import replace

_MOST = 80  # occasions of one release; a text with more is a chronicle or no prose


def of(scene: Scene, headline: frozenset[str] = frozenset()) -> list[Occasion]:
    """All occasions of a passage, in the order in which they are told first; `headline` holds the states that it names."""
    told, setting = Told(scene, headline=headline), Setting(scene)
    presence, items = Presence(told), itemised.Items(scene)
    for line in scene.lines:
        if len(told.occasions) >= _MOST:
            break
        found = tuple(
            frame
            for frame in frames.of_line(scene, line)
            if not frame.trigger.faint or news.is_news(told, meaning.with_leaders(told, frame))
        )
        found = items.read(line, found)
        setting.note(line, found)
        for frame in found:
            for single in singly.singled(setting.around(frame), scene):
                _take(told, single)
        presence.read(line, found)
        if not found:
            whereabouts.read(told, line)
    presence.close()
    return told.occasions


def _take(told: Told, frame: Frame) -> None:
    if manner.is_only_invited(frame.line, frame.start):
        return
    guests.learn(told, frame)
    frame = _by_calendar(told, _on_departure(told, _on_the_day(told, _in_person(told, meaning.with_leaders(told, frame)))))
    if frame.kind == "visit" and not (frame.people or frame.sides or frame.plural or frame.by_journey) and told.lead():
        return  # "another visited in December"
    if _is_homage(told, frame):
        return
    if (
        frame.goes_on
        and told.last is not None
        and told.last.frames[-1].line.number == frame.line.number
        and not _meets_others(told.last, frame)
    ):
        told.last.join(told.scene, frame)
        return
    status, state = standing.of(told, frame)
    target = _target(told, frame, status)
    if target is None:
        if not _opens(told, frame, status):
            return
        target = Occasion([], status, state, told.scene, of_several=meaning.is_of_several(frame))
        series = told.series()
        target.series = series if series and (meaning.is_one_of_several(frame) or _goes_on_with(series, frame)) else None
        told.occasions.append(target)
    told.last = target
    target.join(told.scene, frame)


def _target(told: Told, frame: Frame, status: Prominence) -> Occasion | None:
    """The occasion told before of which the frame tells more; None where it tells of another."""
    target = identity.match(told, frame, status)
    if _OF_OCCASION.match(frame.line.text) and status == "mentioned" and frame.tense == "past" and not frame.background:
        target = told.last if told.last and told.last.status == "primary" else told.lead()
    if _WILL_BE.match(frame.line.text) and frame.tense == "future" and (lead := told.lead()) and lead.state == "planned":
        target = lead
    if _tells_when_it_was_due(told, frame) or _was_due_on_visit(told, frame):
        target = told.lead()
    target = (
        _among_its_deeds(told, frame)
        or _of_one_signing(told, frame)
        or _signed_behind(told, frame)
        or _of_the_occasion(told, frame)
        or _among_those_of(told, frame)
        or _of_port_call(told, frame)
        or target
    )
    return None if target is not None and _announces_several(told, frame, target) else target


def _meets_others(last: Occasion, frame: Frame) -> bool:
    """Whether a sentence tells a second meeting: "met Minister Popa, then went to the staff, where she met General Roca".

    So do the talks of two at a gathering: "took part in the Andean Forum, where she met General Roca".
    """
    there = [each for each in last.frames if each.line.number == frame.line.number and each.kind == "meeting"]
    met = [each for each in there if each.before and (each.behind or each.name)]
    mine = {reference.person.name for reference in frame.behind}
    apart = all(mine.isdisjoint(each.person.name for each in one.people) for one in met)
    return frame.kind == "meeting" and frame.name is None and bool(frame.before and met and mine) and apart


def _tells_when_it_was_due(told: Told, frame: Frame) -> bool:
    """Whether a sentence says when what was put off had been due: "Minister Popa was scheduled to visit Lima on 3 May"."""
    lead = told.lead()
    if lead is None or lead.state not in ("postponed", "cancelled") or frame.tense != "future" or frame.behind or frame.name:
        return False
    names = {reference.person.name for reference in frame.people}
    return frame.kind == lead.first.kind and bool(names) and names <= set(lead.people) and _WAS_DUE.search(frame.line.text) is not None


def _was_due_on_visit(told: Told, frame: Frame) -> bool:
    """Whether talks were to be held on the visit that was put off: "He was expected to hold talks with Minister Popa during the visit"."""
    lead = told.lead()
    if lead is None or lead.state not in ("postponed", "cancelled") or frame.tense != "future" or not lead.is_journey:
        return False
    shares = {reference.person.name for reference in frame.before} & set(lead.people)
    known = lead.states() | ({lead.destination.name} if lead.destination else set()) | ({lead.place.country or ""} if lead.place else set())
    return bool(shares) and told.homes({each.person.name for each in frame.people}) <= known and frame.date is None


_WAS_DUE = patterns.compile(r"\b(?:was|were|had\s+been)\s+(?:scheduled|due|slated|set|expected|to)\b")


def _is_homage(told: Told, frame: Frame) -> bool:
    """Whether one of those who met only laid a wreath elsewhere: "After the talks, he visited Heroes Square and laid a wreath".

    Or first paid his respects, as to somebody of old: "The guest paid tribute to President Roca and visited the museum".
    """
    lays = _WREATH.search(frame.line.text) if frame.kind == "visit" and not frame.behind else None
    if lays is None:
        return False
    at = frame.line.start + lays.end()
    honoured = at < frame.start  # told before the visit, so that who stands between was paid tribute to
    names = {each.person.name for each in frame.people if not (honoured and at <= each.start < frame.start)}
    return bool(names) and names <= told.primary_people() and len(told.homes(names)) == 1


_WREATH = patterns.compile(
    r"\b(?:laid|laying|placed|lay)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:wreaths?|flowers|bouquets?)\b|\bpaid\s+(?:\w+\s+)?(?:tribute|homage|respects?)\b"
)


def _announces_several(told: Told, frame: Frame, target: Occasion) -> bool:
    """Whether only meetings still to be told are announced, beside the occasion at hand: "held the following bilateral meetings:"."""
    several = meaning.is_of_several(frame) and not target.of_several and not target.is_umbrella
    return several and bool(frame.before) and not frame.behind and not any(side.start > frame.start for side in frame.sides)


def _goes_on_with(series: Occasion, frame: Frame) -> bool:
    """Whether the one who had several meetings takes part in this one, of which no day of its own is told."""
    names = {reference.person.name for reference in frame.people}
    return bool(names & set(series.people)) and frame.date is None and not frame.sequel and frame.kind != "call"


def _of_the_occasion(told: Told, frame: Frame) -> Occasion | None:
    """The occasion told last, where the words speak of it as known: "Minister Popa, who chaired the meeting"."""
    gathering = told.last if told.last and told.last.status == "primary" and told.last.is_gathering else None
    if gathering and frame.kind == "ceremony" and _AT_OPENING.match(frame.line.text) and not frame.background:
        return gathering
    if standing.is_of_itself(frame) and not frame.background and told.last and told.last.is_gathering:
        return told.last
    at, text = frame.start - frame.line.start, frame.line.text
    if frame.name or frame.tense != "past" or frame.background:
        return None
    if told.last and told.last.status == "primary" and _WHO_JOINED.search(text, at):
        return told.last
    if frame.trigger.rule.endswith(".brought-officials") and _OF_OCCASION.match(text) and told.last and told.last.status == "primary":
        return told.last  # "The meeting was chaired by General Roca and brought together delegations from"
    if frame.trigger.rule.endswith("meeting-with") and (met := named_meeting(frame.line, _reported(told))):
        return met
    if not _KNOWN.match(text, at) and not (_AT_KNOWN.match(text, at) and _PRESENT.search(text, max(0, at - 80), at)):
        return None
    return told.last if told.last and told.last.status == "primary" else None


def _reported(told: Told) -> list[Occasion]:
    return [occasion for occasion in told.occasions if occasion.status == "primary"]


def _among_those_of(told: Told, frame: Frame) -> Occasion | None:
    """The occasion of these sides to which two officials belong of whom no words tell that they met by themselves.

    A gathering, an exercise or ceremony, or what was told without people: "Minister Popa welcomed the troops together with Colonel Roca".
    """
    if frame.trigger.needs != "apart":
        return None
    by_themselves = frame.sequel or _BY_THEMSELVES.match(frame.line.text) or ANOTHER_DAY.match(frame.line.text)
    if by_themselves and not _ON_OCCASION.match(frame.line.text):
        return None
    homes = told.homes({each.person.name for each in frame.people})
    for occasion in reversed(told.occasions):
        fits = not (frame.date and occasion.date) or overlap(frame.date, occasion.date)
        theirs = homes <= occasion.states() or not occasion.states() or occasion.is_gathering
        if occasion.status == "primary" and fits and theirs and not occasion.is_call:
            among = occasion.is_gathering or occasion.first.kind in ("exercise", "ceremony") or not occasion.people
            return occasion if among else None
    return None


def _of_port_call(told: Told, frame: Frame) -> Occasion | None:
    """The visit in port whose commander, unnamed, called on hosts: "During the stay, the Commanding Officer called on Colonel Roca"."""
    port = next((each for each in reversed(told.occasions) if each.status == "primary" and each.first.trigger.needs == "unit"), None)
    if port is None or port.first.kind != "visit" or frame.before or frame.tense == "future" or frame.kind not in ("meeting", "visit"):
        return None
    hosts = told.homes({each.person.name for each in frame.behind})
    known = port.states() | ({port.destination.name} if port.destination else set())
    return port if hosts and hosts <= known and _COMMANDER.search(frame.line.text, 0, frame.start - frame.line.start) else None


_COMMANDER = patterns.compile(
    r"\b(?:commanding\s+officers?|mission\s+commander|(?:squadron|flotilla|task\s+(?:group|force)|contingent|fleet)['’]?s?\s+commander"
    r"|commanders?\s+of\s+the\s+(?:[\w-]+\s+){0,2}?(?:ships?|vessels?|squadron|flotilla|group|task\s+(?:group|force)|frigate|corvette|destroyer)|captains?|(?:navy|naval|ship['’]?s?)\s+delegation)\b",
    re.IGNORECASE,
)
_BY_THEMSELVES = patterns.compile(r"(?:Before|After|Ahead\s+of|Later|Earlier|Afterwards|Then|Separately|Over|Following|Prior\s+to)\b")
# "Following the acceptance, Minister Popa handed the keys to": what was done on the occasion
_ON_OCCASION = patterns.compile(
    r"(?:After|Following)\s+(?:the|this|his|her|their)\s+(?:[\w-]+\s+)?(?:acceptance|hand-?over|handing|signing|parade|ceremony|speech(?:es)?|address(?:es)?|remarks|anthems?)\b"
)
# "At the opening ceremony, Minister Popa welcomed", behind a gathering
_AT_OPENING = patterns.compile(
    r"(?:At|During|In)\s+(?:the|its)\s+(?:official\s+|formal\s+)?(?:opening|closing|inaugural)\s+(?:ceremony|session|plenary)\b"
)
_KNOWN = patterns.compile(
    r"(?:co-?)?(?:chaired|hosted|opened|attended|led|closed|moderated|presided\s+over)\s+(?:the|this)\s+(?:meeting|session|conference|talks|summit|event|ceremony|dialogue)\b(?!\s+(?:of|with|between|on)\b)"
    r"|(?:spoke|delivered\s+(?:remarks|speeches|addresses)|gave\s+(?:speeches|addresses))\s+at\s+(?:the|this)\s+(?:\w+\s+)?"
    r"(?:event|ceremony|occasion|opening|closing|handover|gathering|function|reception)\b(?!\s+(?:of|with|between)\b)"
)


# "She also spoke with the commander, Admiral Lind, who took part in the call"
_WHO_JOINED = patterns.compile(
    r",\s+who\s+(?:had\s+)?(?:also\s+)?(?:took\s+part\s+in|participated\s+in|joined|attended|was\s+(?:also\s+)?(?:present|on))\s+(?:at\s+|on\s+|in\s+)?"
    r"(?:the|this)\s+(?:same\s+)?(?:video\s+|telephone\s+|phone\s+)?(?:call|conversation|meeting|talks|session)\b(?!\s+(?:of|with|in|on)\b)"
)


# "were in attendance | at the ceremony"
_PRESENT = patterns.compile(
    r"\b(?:represent(?:ing|ed)\s[^,;]{3,60}|in\s+attendance|present|on\s+hand|took\s+part|take\s+part|participat(?:ed|e|ing)|spoke)\s+\Z"
)
_AT_KNOWN = patterns.compile(
    r"(?:at|in|during|for|on)\s+(?:the|this)\s+(?:\w+\s+)?(?:meeting|session|talks|event|ceremony|occasion|handover|signing)\b(?!\s+of\b)"
)


def _among_its_deeds(told: Told, frame: Frame) -> Occasion | None:
    """The reported meeting, of which a sentence tells what was done: "Among the activities at the meeting was the signing of"."""
    if not frame.trigger.rule.endswith((".at-meeting", ".signed")) or frame.tense == "future" or frame.date is not None:
        return None
    lead = told.lead()
    fits = lead is not None and told.homes({each.person.name for each in frame.people}) <= lead.states()
    return lead if fits and _AMONG_DEEDS.match(frame.line.text) else None


_AMONG_DEEDS = patterns.compile(
    r"(?:Among|One\s+of|Amongst)\s+the\s+(?:[\w-]+\s+){0,2}(?:activities|highlights|events|outcomes|results|items|achievements|deliverables)\b"
)


def _of_one_signing(told: Told, frame: Frame) -> Occasion | None:
    """The occasion to which a signing belongs: "In the framework of the meeting … was signed by", "The paper, signed with Minister N"."""
    if frame.kind != "ceremony" or "signed" not in frame.trigger.rule or frame.tense == "future" or frame.background:
        return None
    last = told.last if told.last and told.last.status == "primary" else None
    if last is not None and last.frames[-1].line is frame.line and last.first.apart and frame.before and not frame.behind:
        return last  # "On the 4th, he met Minister Popa and signed a memorandum", of one of several meetings announced together
    if (reported := last or told.lead()) and _WITHIN.match(frame.line.text):
        return reported  # an earlier round told between them is not the meeting
    signing = last is not None and "signed" in last.first.trigger.rule and frame.line.number - last.frames[-1].line.number <= 1
    one_sided = last is not None and len(told.homes(set(last.people))) == 1 and len(last.sides) == 1
    return last if signing and one_sided and not frame.before and frame.behind else None


# "In the framework of the meeting, the Programme was signed by"
_WITHIN = patterns.compile(
    r"(?:In\s+the\s+framework\s+of|In\s+the\s+course\s+of|During|At\s+the\s+(?:end|conclusion|close)\s+of|Within|At)\s+(?:the|this|their|his|her)\s+(?:\w+\s+)?"
    r"(?:meeting|talks|visit|session|conference|summit|dialogue|consultations|event)\b"
)


def _signed_behind(told: Told, frame: Frame) -> Occasion | None:
    """The reported signing by nobody named yet, of which the meeting is told: "the document was signed following a meeting between"."""
    lead = told.lead()
    if lead is None or "signed" not in lead.first.trigger.rule or lead.people or frame.kind != "meeting" or not frame.behind:
        return None
    known = told.homes({each.person.name for each in frame.people}) == lead.states()
    return lead if known and _WAS_SIGNED.search(frame.line.text, 0, frame.end - frame.line.start) else None


_WAS_SIGNED = patterns.compile(
    r"\b[Tt]he\s+\w+\s+was\s+signed\s+(?:following|after|at|during|in)\s+(?:an?|the|their)\s+(?:\w+\s+)?meeting\b"
)


def _by_calendar(told: Told, frame: Frame) -> Frame:
    """The frame as one of what is to come, where a day behind publication is told of it.

    Of a gathering with a name that holds whatever the tense of the verb, else of one in the present: "arrives tomorrow".
    """
    published, date, lead = told.scene.published, frame.date, told.lead()
    text = told.scene.passage.text
    on_the_way = _UNDER_WAY.match(text, frame.start) is not None
    if on_the_way and date is None and lead is not None and lead.state == "planned":
        return replace(frame, tense="future")  # "She is traveling to Peru at a time when", behind the announcement
    present = _NOW.match(text, frame.start, frame.end) or _NO_PAST.search(text, max(frame.line.start, frame.start - 20), frame.start)
    if frame.tense != "past" or not (present or (frame.name and not frame.people)):
        return frame
    if date is None or published is None or "X" in published + date.start:
        return frame
    is_due = date.start > published or (on_the_way and date.end is not None and date.end > published)
    return replace(frame, tense="future") if is_due else frame


_UNDER_WAY = patterns.compile(r"(?:is|are)\s+(?:currently\s+)?travell?ing\b")  # announced on the day on which it begins
_NOW = patterns.compile(r"(?!was\b|has\b)[a-z]*s\b|are\b")
# "will travel to Lima, Peru, to | attend the Forum", "the Andean Summit, | hosted by"
_NO_PAST = patterns.compile(r"\bto\s+\Z|,\s+\Z")


def _on_the_day(told: Told, frame: Frame) -> Frame:
    """The frame with the day of the occasion told last, where it says "the same day" and a day of something else stands between."""
    date, day = frame.date, told.last.date if told.last else None
    if date is None or day is None or day.end or date.start == day.start or date.basis != "relative" or is_coarse(day):
        return frame
    written = frame.line.text[date.evidence.start - frame.line.start : date.evidence.end - frame.line.start]
    return replace(frame, date=replace(date, start=day.start)) if written.casefold().endswith("same day") else frame


def _on_departure(told: Told, frame: Frame) -> Frame:
    """The frame of an exercise with the day on which the guests left, of which the sentence before tells: "On departure, the ships"."""
    if frame.kind != "exercise" or frame.date is not None or not frame.line.number or not standing.is_on_leaving(frame):
        return frame
    before = told.scene.lines[frame.line.number - 1]
    if before.dates and _DEPARTED.search(before.text):
        return replace(frame, date=before.dates[0])
    opening = told.scene.lines[0]  # "departed Lima on 9 October, on completion of a port call that began on 5 October"
    left = _DEPARTED.search(opening.text) if told.scene.where == "body" else None
    day = next((date for date in opening.dates if left and 0 <= date.evidence.start - opening.start - left.end() < _FAR_FROM_VERB), None)
    return replace(frame, date=day) if day else frame


_FAR_FROM_VERB = 40  # characters between "departed" and its day
_DEPARTED = patterns.compile(r"\b(?:departed|departs|left|leaves|sailed|set\s+sail)\b")


def _in_person(told: Told, frame: Frame) -> Frame:
    """The frame as a meeting where "spoke with" stands between meetings in person and says nothing of a telephone."""
    lead = told.lead()
    if frame.kind != "call" or not frame.trigger.rule.endswith(("spoke-with", "spoke")) or lead is None or lead.is_call:
        return frame
    at_a_distance = frame.line.words & {"phone", "telephone", "telephoned", "phoned", "rang", "call", "video"}
    away = lead.place or lead.destination or lead.is_journey
    return (
        frame
        if at_a_distance or not away or (frame.sequel and not frame.apart and not (told.series() and frame.behind))
        else replace(frame, kind="meeting", mode=None)
    )


def _opens(told: Told, frame: Frame, status: Prominence) -> bool:
    """Whether the frame tells enough to be an occasion of its own."""
    if _is_old_document(told, frame):
        return False
    if frame.name and not frame.people and not frame.sides and _BARE_NUMBER.fullmatch(frame.name.text):
        whole = (occasion.name.text for occasion in told.occasions if occasion.name)
        return any(frame.name.text.split()[-1] in name.split() for name in whole)  # "the 19th Session", told behind the 18th
    if frame.plural and status == "mentioned" and frame.date and frame.kind in ("meeting", "call") and told.lead():
        return True  # "the two ministers last spoke on 2 April"
    if frame.trigger.rule.endswith("exercise-held"):
        of_many = told.lead() is None and exercises.is_of_many_soon(told.scene, frame.line)
        return (len({side.name for side in frame.sides}) > 1 or of_many) and frame.date is not None
    if frame.trigger.rule.endswith(_OF_MANY) and (frame.date or frame.place):
        return True  # who took part is told later
    if told.lead() is None:
        if frame.kind == "exercise" and rosters.counts_many(frame.line.text):
            return True  # those who took part are told later
        return bool(frame.people or frame.sides or frame.name or (frame.plural and frame.date and frame.place))
    if frame.kind == "ceremony" and status == "primary":
        homes = {home.name for each in frame.people if (home := told.scene.side_of(each.person))}
        return bool(frame.people and (frame.date or len(homes) > 1))
    if frame.kind == "visit" and not (frame.place or frame.destination or standing.meets_somebody(frame)):
        return False  # sights seen on the way
    if frame.trigger.needs == "unit" and frame.sides and frame.place and frame.date:
        return True  # the next port of a ship
    return bool(frame.people or frame.name or (len({side.name for side in frame.sides}) > 1))


def _is_old_document(told: Told, frame: Frame) -> bool:
    """Whether a document is only spoken of, signed by nobody named: "under the memorandum signed between Peru and Chile in 2015"."""
    if "signed" not in frame.trigger.rule or frame.people or not (frame.line.number or (frame.date and frame.date.start.endswith("XX-XX"))):
        return False
    return frame.tense == "relative" or _DOCUMENT.search(told.scene.passage.text, frame.line.start, frame.start) is not None


_DOCUMENT = patterns.compile(
    r"\b(?:[Mm]emorand(?:um|a)(?:\s+of\s+\w+)?|MoU|MOU|[Aa]greements?|[Pp]rotocols?|[Tt]reaty|[Dd]eclaration|[Aa]rrangements?|[Ss]tatement|[Aa]ccords?"
    r"|[Dd]ocuments?|[Pp]lan|[Rr]oadmap|[Cc]ontracts?|[Pp]rogramme?)\s+(?:\([^()]{1,30}\)\s+)?\Z"
)
_BARE_NUMBER = patterns.compile(r"\d+(?:st|nd|rd|th) [A-Z]\w+")
# rules of words that tell of those who came from many states
_OF_MANY = (".gathering-of", ".heads-gather", ".attaches-hosted", ".attaches-received", ".conference-of-many")
# "The meeting will be chaired by Minister Popa", of the one that is announced
_WILL_BE = patterns.compile(
    r"(?:The|This)\s+(?:meeting|talks|session|conference|ceremony|dialogue|event|forum|summit)\s+will\s+(?:also\s+)?be\s+(?:co-)?(?:chaired|hosted|attended|opened|led)\b"
)
# "The meeting was opened by Minister Popa and chaired by Secretary Doe"
_OF_OCCASION = patterns.compile(
    r"(?:The|This)\s+(?:[\w-]+\s+){0,2}(?:meeting|talks|session|conference|ceremony|dialogue|discussions|event|forum)\s+(?:was|were|is)\b",
    re.IGNORECASE,
)
