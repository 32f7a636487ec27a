"""Whether two tellings are of one occasion, by who took part in each: reasons of `identity`."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.rules.meetings.pairs import OF_TWO, Pair
from ingest.engine.rules.meetings.standing import is_due_on_journey
from ingest.engine.rules.meetings.told import Told


def is_unpeopled_gathering(pair: Pair) -> bool:
    """Whether a gathering with a name is told of which nobody is told: "On this occasion the second session of the Forum took place"."""
    frame = pair.frame
    return not pair.mine and frame.name is not None and not pair.sides and not frame.plural and pair.occasion.name is None


def follows_closely(pair: Pair) -> bool:
    return is_unpeopled_gathering(pair) and pair.frame.line.number - pair.occasion.frames[-1].line.number <= 2


def is_spoken_of_again(pair: Pair) -> bool:
    """ "The meeting of the Task Force took stock of", told of nobody and of no day behind the meeting that it means."""
    frame, occasion = pair.frame, pair.occasion
    bare = not (pair.mine or frame.date or frame.place or frame.name or frame.plural) and frame.kind == "meeting"
    near = occasion.status == "primary" and frame.line.number - occasion.frames[-1].line.number <= _NEAR
    return bare and near and not occasion.is_call and _THE_MEETING.match(frame.line.text) is not None


_NEAR = 3  # sentences
_THE_MEETING = patterns.compile(
    r"(?:The|This)\s+(?:meeting|session|talks|discussions?)\s+of\s+the\s+(?:(?:[A-Z][\w-]*|[Jj]oint|[Ss]teering|[Ww]orking)\s+){0,4}"
    r"(?:[Tt]ask\s+[Ff]orce|[Gg]roup|[Cc]ommittee|[Cc]ommission|[Cc]ouncil|[Bb]oard)\s+(?!(?:was|were|is|will)\b)[a-z]+"
)


def are_talks_of_others(pair: Pair) -> bool:
    """Talks after an exercise or ceremony at which somebody else was."""
    of_show = pair.occasion.first.kind in ("exercise", "ceremony")
    return of_show and pair.frame.kind in ("meeting", "call") and len(pair.homes) > 1 and not pair.mine <= pair.theirs


def are_talks_after_ceremony(pair: Pair) -> bool:
    """ "The Director met the Chief of Defence", in a paragraph of its own behind a ceremony at which more were."""
    frame, occasion = pair.frame, pair.occasion
    if occasion.first.kind != "ceremony" or frame.kind != "meeting" or frame.plural or not frame.behind:
        return False
    apart = frame.line.paragraph != occasion.frames[-1].line.paragraph and frame.trigger.rule.endswith(OF_TWO)
    return apart and pair.mine < pair.theirs and 1 < len(pair.sides) < len(occasion.states())


def is_of_fewer_sides(pair: Pair) -> bool:
    """ "Earlier the same day, Chile and Peru held a separate meeting", told without names beside a meeting of more."""
    known = 1 < len(pair.sides) < len(pair.occasion.states())
    return known and not pair.mine and pair.is_within and pair.frame.kind == "meeting" and bool(_SEPARATE.search(pair.frame.line.text))


_SEPARATE = patterns.compile(r"\b(?:separate(?:ly)?|bilaterally|trilaterally|bilateral|trilateral)\b")


def names_nobody(pair: Pair) -> bool:
    return not pair.mine


def names_nobody_new(pair: Pair) -> bool:
    return not pair.mine and (pair.frame.plural or not pair.sides or pair.is_within or not pair.occasion.people)


def is_of_fewer_afterwards(pair: Pair) -> bool:
    """ "in the margins, the two ministers met"."""
    return pair.frame.sequel and len(pair.mine) > 1 and len(pair.homes) < len(pair.told.homes(set(pair.theirs)))


def is_one_apart(pair: Pair) -> bool:
    return pair.frame.apart and not pair.is_within


def is_later_with_others(pair: Pair) -> bool:
    """ "Later she telephoned the Minister of Chile"."""
    anew = (pair.frame.sequel or _is_anew(pair.frame)) and not pair.frame.plural
    return anew and not pair.is_within and (pair.occasion.name is not None or not _is_one_sided(pair.told, pair.occasion))


def met_another_office(pair: Pair) -> bool:
    """ "In the afternoon, she met the Commander of the Navy, Admiral Roca", who had been received by a minister not named."""
    first, frame = pair.occasion.first, pair.frame
    if not frame.sequel or not frame.behind or first.behind or first.trigger.roles != "guest-host" or pair.mine <= pair.theirs:
        return False
    told = _BY_OFFICE.match(first.line.text, first.end - first.line.start)
    words = set(re.findall(r"[a-z]{4,}", told["office"].casefold())) if told else set()
    held = {word for each in frame.behind for word in re.findall(r"[a-z]{4,}", (each.person.position or "").casefold())}
    return bool(words and held) and words.isdisjoint(held - {"defence", "defense"})


_BY_OFFICE = patterns.compile(r"\s+(?:the|his|her)\s+(?P<office>(?:[A-Z][\w-]*|of|the|for|and)(?:\s(?:[A-Z][\w-]*|of|the|for|and)){0,7})")


def met_office_alone(pair: Pair) -> bool:
    """ "He also called on the President of Peru", told without a name behind talks with the Minister of Defence."""
    frame, occasion = pair.frame, pair.occasion
    guests = pair.homes
    if frame.trigger.roles != "guest-host" or frame.behind or len(guests) != 1 or occasion.first.kind != "meeting":
        return False
    told = _OFFICE_ALONE.match(frame.line.text, frame.end - frame.line.start)
    hosts = pair.theirs - pair.mine
    held = {word for name in hosts for word in re.findall(r"[a-z]{4,}", (occasion.scene.person(name).position or "").casefold())}
    is_other = told is not None and bool(held) and told["head"].casefold() not in held
    return is_other and not pair.told.homes(set(hosts)) <= guests


# "called on | the President", "was received by | His Majesty the King"
_OFFICE_ALONE = patterns.compile(
    r"\s+(?:(?:the|his|her|their|H\.?E\.?|Excellency|Majesty|Highness|Royal|[A-Z][a-z]+(?:ian|ese|ish|an|i))\s+){0,4}(?:(?:Deputy|Vice|Crown|Prime|State|Foreign|Defen[cs]e)[\s-]+){0,2}"
    r"(?P<head>President|Premier|Minister|King|Queen|Emir|Sultan|Prince|Speaker|Secretary|Governor|Chief|Commander|Chairman|Chancellor|Mayor|Director|Commandant|Ambassador)\b",
    re.IGNORECASE,
)


def is_smaller_one_more(pair: Pair) -> bool:
    """ "Popa also held a working meeting with Roca", "Later, Popa met Roca at the barracks", of a larger one before."""
    anew = (_is_anew(pair.frame) or _is_received_later(pair.frame) or _is_later_elsewhere(pair)) and not pair.frame.plural
    return anew and len(pair.homes) > 1 and pair.mine < pair.theirs


def is_named_sequel(pair: Pair) -> bool:
    """ "After that, the third session of the Committee was held"."""
    return pair.frame.sequel and pair.frame.name is not None and pair.occasion.name is None and len(pair.occasion.people) > 1


def is_reception_before_session(pair: Pair) -> bool:
    """ "Before the session, Minister Popa received Deputy Minister Roca", told behind a session of which nobody is told yet."""
    frame, occasion = pair.frame, pair.occasion
    if not frame.trigger.rule.endswith(_COURTESIES) or pair.theirs or len(pair.homes) < 2 or occasion.first.line is frame.line:
        return False
    apart = _BEFORE_SESSION.match(frame.line.text) or _THEN_SESSION.search(frame.line.text, frame.end - frame.line.start)
    return apart is not None and _OF_BODY.search(occasion.first.line.text, 0, occasion.first.end - occasion.first.line.start) is not None


def is_session_after_reception(pair: Pair) -> bool:
    """ "Minister Popa received Deputy Minister Roca, and then began the session of the committee", behind a session told already."""
    frame, first = pair.frame, pair.occasion.first
    if not first.trigger.rule.endswith(_COURTESIES) or frame.trigger.rule.endswith(_COURTESIES) or pair.occasion is pair.told.occasions[0]:
        return False
    return _THEN_SESSION.search(frame.line.text, 0, frame.end - frame.line.start + _LONG_VERB) is not None


_LONG_VERB = 40  # characters from a verb to the session that it began
_COURTESIES = (".received", ".received-by", ".called-on", ".called-on-by")
_OF_BODY = patterns.compile(r"\b(?:Committee|Commission|Council|Working\s+Group|Dialogue|Consultations)\b")
_BEFORE_SESSION = patterns.compile(
    r"(?:Before|Prior\s+to|Ahead\s+of|In\s+advance\s+of)\s+(?:the|this)\s+(?:[\w-]+\s+){0,3}?(?:session|meeting|talks)\b"
)
_THEN_SESSION = patterns.compile(
    r"\b(?:and|,)\s+then\b[^.;]{0,80}?\b(?:session|(?i:commission|committee|council)(?:['’]s)?\s+(?:meeting|began|started))\b"
)


def has_no_others(pair: Pair) -> bool:
    return pair.mine <= pair.theirs


def names_first_people(pair: Pair) -> bool:
    states = pair.occasion.states()
    gone_to = {pair.occasion.destination.name} if pair.occasion.destination and pair.occasion.first.trigger.needs == "unit" else set()
    return not pair.theirs and (bool(pair.sides & (states | gone_to)) or not states)


def shares_nobody(pair: Pair) -> bool:
    return not pair.mine & pair.theirs


def is_announced_for_journey(pair: Pair) -> bool:
    """What is announced for a journey is part of it."""
    to_come = pair.frame.tense == "future" and pair.occasion.is_journey
    return to_come and (pair.occasion.state == "planned" or is_due_on_journey(pair.frame, pair.occasion))


def adds_people(pair: Pair) -> bool:
    """ "is welcomed by Minister Popa and General Rusu"."""
    goes_on = not pair.frame.sequel and pair.theirs <= pair.mine
    return goes_on and pair.is_within and pair.frame.kind == pair.occasion.first.kind and not _is_anew(pair.frame)


def adds_a_side(pair: Pair) -> bool:
    goes_on = not pair.frame.sequel and pair.theirs <= pair.mine
    return goes_on and pair.occasion.states() <= pair.sides and _is_open(pair.told, pair.occasion)


# ---- the parts of the reasons ----


def _is_one_sided(told: Told, occasion: Occasion) -> bool:
    """Whether the people of one side only are known, and no other side."""
    return _is_open(told, occasion) and len(occasion.sides) < 2


def _is_open(told: Told, occasion: Occasion) -> bool:
    """Whether the people of one side only are known so far."""
    homes = {side.name for name in occasion.people if (side := told.home(name))}
    return len(homes) < 2


def _is_anew(frame: Frame) -> bool:
    """Whether words right before or behind the trigger tell of one more occasion."""
    at = frame.start - frame.line.start
    return frame.kind in ("meeting", "call") and bool(
        _ANEW.search(frame.line.text, max(0, at - 40), at + 60) or _IN_ADDITION.match(frame.line.text)
    )


def _is_later_elsewhere(pair: Pair) -> bool:
    """Whether a later sentence brings two together at another place than that of the larger meeting."""
    frame, there = pair.frame, pair.occasion.place
    elsewhere = frame.place is not None and there is not None and frame.place.name != there.name
    return frame.sequel and elsewhere and bool(frame.before and frame.behind)


def _is_received_later(frame: Frame) -> bool:
    """Whether the guest was with one more host: "was later received by", "then called on"."""
    return frame.sequel and frame.trigger.roles == "guest-host"


_ANEW = patterns.compile(
    r"\balso\s+(?:[\w-]+\s+){0,2}(?:met|held|had|received|paid|called|hosted|spoke|meeting|talks|convened)\b|\b(?:separate(?:ly)?|another|similar|second|private|one-on-one|face-to-face|closed-door|tête-à-tête)\b"
)
_IN_ADDITION = patterns.compile(
    r"(?:Earlier\s+(?:(?:the\s+)?same\s+day|in\s+the\s+(?:day|week)|today|yesterday|on\s+\w+day|that\s+day|this\s+(?:week|month))|In\s+addition|Additionally|Furthermore|Meanwhile|Separately|There\s+was\s+also|Also\s+(?:on|in)|(?:On|The)\s+(?:the\s+)?same\s+day)\b"
)
