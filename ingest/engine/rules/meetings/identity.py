"""Whether two tellings are of one occasion: an ordered table of reasons, of which the first that holds decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from ingest.engine import patterns
from ingest.engine.rules.meetings import attendance, dateline, exercises, rosters, standing
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.occasion import ANOTHER_DAY, BESIDE, Occasion, alike, country_of, is_other_place, overlap
from ingest.engine.rules.meetings.pairs import OF_TWO, Pair
from ingest.engine.rules.meetings.told import Told
from ingest.engine.types import Prominence


def match(told: Told, frame: Frame, status: Prominence) -> Occasion | None:
    """The occasion that the frame tells more about; None where it opens one."""
    mine = frozenset(reference.person.name for reference in frame.people)
    sides = frozenset(side.name for side in told.sides_of(frame))
    for occasion in reversed(told.occasions):
        if occasion.status == status and _is_same(Pair(told, frame, occasion, mine, sides)):
            return occasion
    return None


def _is_same(pair: Pair) -> bool:
    return next((verdict == "one" for verdict, holds in _REASONS if holds(pair)), False)


# ---- by how, when and where ----


def _one_is_a_call(pair: Pair) -> bool:
    is_other = (pair.frame.kind == "call") != pair.occasion.is_call
    if is_other and pair.occasion.is_call and pair.frame.trigger.rule.endswith(_IN_THE_CALL) and pair.mine <= pair.theirs:
        return False  # "They also conferred on the strait", told of those who telephoned
    return is_other and bool(pair.frame.people) and not _names_those_of(pair.told, pair.frame, pair.occasion)


_IN_THE_CALL = (".conferred-with", ".discussed", ".talked-with", ".shared", ".agreed-together")


def _trained_beside(pair: Pair) -> bool:
    """ "On leaving, the frigate trained with", told after a visit or talks."""
    trained = pair.frame.trigger.kind == "exercise" and pair.occasion.first.kind in ("visit", "meeting", "call")
    return trained and pair.frame.line is not pair.occasion.first.line


def _is_still_to_come(pair: Pair) -> bool:
    """ "is also scheduled to call on the Prime Minister tomorrow"."""
    to_come = pair.frame.tense == "future" and pair.frame.date is not None
    return to_come and pair.occasion.state == "held" and not pair.occasion.is_journey


def _was_before_what_is_planned(pair: Pair) -> bool:
    """ "Colonel Roca visited Chile in June", told behind talks in August that are still to come."""
    frame, published = pair.frame, pair.told.scene.published
    if frame.tense != "past" or pair.occasion.state != "planned" or frame.date is None or published is None:
        return False
    return "X" not in published + frame.date.start[:7] and frame.date.start[:7] < published[:7]


def _has_another_name(pair: Pair) -> bool:
    mine, theirs = pair.frame.name, pair.occasion.name
    return mine is not None and theirs is not None and not alike(mine.text, theirs.text)


def _was_another_day(pair: Pair) -> bool:
    day = pair.day if pair.frame.date else None
    return pair.frame.date is not None and day is not None and not overlap(pair.frame.date, day)


def _was_a_day_apart(pair: Pair) -> bool:
    """ "A day before the signing, Ministers Popa and Roca met"; "The previous day he was received by"."""
    apart = pair.frame.people and pair.frame.line is not pair.occasion.first.line and ANOTHER_DAY.match(pair.frame.line.text)
    return bool(apart) and not (pair.frame.date and pair.occasion.date and pair.frame.date.start == pair.occasion.date.start)


def _was_in_another_country(pair: Pair) -> bool:
    frame, occasion = pair.frame, pair.occasion
    if frame.place and occasion.place and is_other_place(frame.place, occasion.place):
        return not _was_told_from_dateline(pair)
    if frame.destination and occasion.place and occasion.place.country not in (None, frame.destination.name):
        return True
    if occasion.destination is None:
        return False
    gone_on = frame.place.country if frame.place and frame.people else None  # "In Peru, she met … Finally, at Arica, Chile, she met"
    return any(there and there != occasion.destination.name for there in (gone_on, frame.destination and frame.destination.name))


def _was_told_from_dateline(pair: Pair) -> bool:
    """ "TOKYO – The minister held talks with his Chilean counterpart", and then "Minister Okada met Minister Roca in Lima"."""
    frame, occasion = pair.frame, pair.occasion
    lead, place = occasion.first, occasion.place
    if place is None or lead.line.number or frame.line.number > 1 or frame.kind != lead.kind or not dateline.is_dateline(lead.line, place):
        return False
    return pair.theirs < pair.mine and pair.sides == occasion.states()


def _is_one_day_of_several(pair: Pair) -> bool:
    """A day of a journey, a talk of a round; a day on which something else was seen."""
    frame, occasion = pair.frame, pair.occasion
    if not (occasion.date and occasion.date.end and frame.date and not frame.date.end):
        return False
    return occasion.is_umbrella or len(occasion.sides) < 2 or (frame.kind == "visit" and _is_of_another_place(frame, occasion))


def _is_gathering_after_talks(pair: Pair) -> bool:
    """Talks with somebody, and then a gathering."""
    frame, occasion = pair.frame, pair.occasion
    named = frame.name is not None and occasion.name is None and frame.trigger.needs == "occasion"
    talked = len(pair.told.homes(set(occasion.people))) > 1 or bool(occasion.first.before and occasion.first.behind)
    now = _IS_IN_IT.search(frame.line.text, 0, frame.end - frame.line.start) is not None and occasion.state == "held"
    return named and talked and (bool(frame.people) or now)


# "The Peruvian Navy is taking part in the Forum", told behind talks: for which its people had come
_IS_IN_IT = patterns.compile(r"\b(?:is|are)\s+(?:also\s+|currently\s+|now\s+)?(?:participating|taking\s+part)\s+in\b")


def _goes_elsewhere(pair: Pair) -> bool:
    """ "Both ministers then flew to"; a gathering with a name in another place."""
    frame, occasion = pair.frame, pair.occasion
    if not (frame.place and occasion.place and frame.place.name != occasion.place.name):
        return False
    return (frame.name is not None and occasion.name is None) or (frame.kind == "visit" and frame.sequel)


def _is_sight_after_talks(pair: Pair) -> bool:
    frame, occasion = pair.frame, pair.occasion
    return is_tour(frame) and frame.place is not None and not occasion.is_umbrella and _is_of_another_place(frame, occasion)


def _is_sight_with_others(pair: Pair) -> bool:
    """ "She also visited the naval base, where she was welcomed by Admiral Lind", told behind talks with somebody else."""
    frame, occasion = pair.frame, pair.occasion
    talked = occasion.first.kind == "meeting" or (occasion.is_journey and not occasion.is_umbrella)
    if not is_tour(frame) or not frame.before or not talked or frame.line is occasion.first.line:
        return False
    hosts = [each for each in frame.line.people if each.start > frame.end and each.how == "name"]
    return bool(hosts) and not {each.person.name for each in hosts} & pair.theirs and frame.tense == "past"


def _is_call_after_talks(pair: Pair) -> bool:
    """ "The delegation also called on the Chief of the Navy, Colonel Roca", told behind talks that have a name.

    Or behind the first of the calls that were paid on a visit in port.
    """
    frame, occasion, last = pair.frame, pair.occasion, pair.told.last
    called = frame.trigger.rule.endswith("called-on") and frame.tense == "past" and bool(frame.behind)
    in_port = occasion.first.trigger.needs == "unit" and last is not None and last.first.trigger.rule.endswith("called-on")
    return called and (occasion.name is not None or in_port) and not {each.person.name for each in frame.behind} & pair.theirs


def _is_of_more_states(pair: Pair) -> bool:
    """ "They spoke of the meeting of Chile, Peru and Brazil", told behind talks of two."""
    talks = pair.frame.trigger.needs in ("parties", "told-parties") and not pair.occasion.is_gathering
    states = {side.name for side in pair.frame.sides}
    return (
        talks
        and pair.occasion.first.kind == "meeting"
        and len(pair.told.homes(set(pair.theirs))) > 1
        and not states <= pair.occasion.states()
    )


def _prepared_the_session(pair: Pair) -> bool:
    """ "The meeting of the senior officials was led by", told of a session of ministers, without a day or place of its own."""
    frame, occasion = pair.frame, pair.occasion
    if (
        occasion.name is None
        or frame.name
        or frame.date
        or frame.place
        or frame.tense not in ("past", "perfect")
        or pair.mine & pair.theirs
    ):
        return False
    return _OF_OFFICIALS.match(frame.line.text) is not None


_OF_OFFICIALS = patterns.compile(
    r"(?:The|A)\s+(?:preparatory\s+|preceding\s+)?(?:meeting|session|segment|talks)\s+(?:of|at\s+the\s+level\s+of)\s+(?:the\s+)?(?:senior\s+|technical\s+)?(?:officials|experts|teams)\b"
)


def _was_right_before(pair: Pair) -> bool:
    """ "Before the ceremony, Ministers Popa and Roca had met in Lima", of two who were then at a ceremony or session of more."""
    frame, occasion = pair.frame, pair.occasion
    fewer = len(pair.mine) > 1 and pair.mine < pair.theirs and frame.kind == "meeting"
    return fewer and frame.tense == "perfect" and occasion.first.line.number < frame.line.number and standing.is_right_before(frame)


# ---- of fewer, beside a gathering ----


def _is_on_the_margins(pair: Pair) -> bool:
    """ "On its margins, Ministers Popa and Roca agreed to"."""
    return pair.frame.kind != "ceremony" and _is_beside(pair.frame) and 1 < len(pair.homes) < len(pair.occasion.sides)


def _is_of_two_at_gathering(pair: Pair) -> bool:
    """Whether two of those who met in a gathering of several states met by themselves: "Popa had a bilateral with Roca as well"."""
    told, frame, occasion = pair.told, pair.frame, pair.occasion
    if not occasion.is_gathering or not frame.trigger.rule.endswith(OF_TWO) or frame.plural or frame.name or not frame.before:
        return False
    met = {side.name for side in frame.sides if side.start >= frame.start} | told.homes({each.person.name for each in frame.behind})
    hosts = told.homes({each.person.name for each in frame.before})
    by_themselves = not frame.line.words.isdisjoint(_BILATERAL) and rosters.is_of_many(occasion)  # of whom not all are told
    return len(met) == 1 and len(hosts) == 1 and met != hosts and (by_themselves or len(met | hosts) < len(occasion.states()))


_BILATERAL = frozenset(["bilateral", "one-on-one"])


def _is_another_to_come(pair: Pair) -> bool:
    """ "will take part in the Andean Summit on 14 June. She will also meet with Minister Roca".

    The talks to come on a journey are others where those whom it brings together are of another state than those told before.
    """
    frame, occasion = pair.frame, pair.occasion
    met = {each.person.name for each in frame.behind}
    if frame.tense != "future" or occasion.state != "planned" or frame.kind != "meeting" or frame.name or not (frame.before and met):
        return False
    if occasion.name is not None:
        leads = frame.trigger.rule.endswith(".chaired") and _THE_SAME.search(frame.line.text, frame.end - frame.line.start) is not None
        return met.isdisjoint(occasion.people) and not leads
    hosts = pair.told.homes(met)
    return len(occasion.states()) > 1 and bool(hosts) and hosts.isdisjoint(occasion.states())


# "will hold the Defence Policy Talks in May. General Popa will co-chair | the talks | with"
_THE_SAME = patterns.compile(r"\s+(?:the|these|this)\s+(?:talks|dialogue|meeting|session|consultations|conference|forum|discussions)\b")


def _is_between_delegations(pair: Pair) -> bool:
    return pair.frame.kind == "meeting" and pair.is_within and _is_at_large(pair.frame)


def _names_those_met_apart(pair: Pair) -> bool:
    """ "The meetings with Minister Popa and Minister Roca were held", of meetings told before by country alone."""
    is_one = pair.frame.trigger.rule.endswith("the-meeting-with") and pair.frame.apart
    return (is_one or pair.is_announced) and bool(pair.theirs) and pair.theirs < pair.mine and pair.is_within


def _is_one_of_series(pair: Pair) -> bool:
    return pair.occasion.is_series and len(pair.sides) > 1


def _is_talk_of_journey(pair: Pair) -> bool:
    return pair.frame.kind == "meeting" and pair.occasion.is_umbrella and _has_told_meetings(pair.told, pair.occasion)


# ---- ceremonies ----


def _opens_exercise(pair: Pair) -> bool:
    """ "the exercise opened with a ceremony", "The closing ceremony was attended by"."""
    if pair.occasion.first.kind != "exercise" or pair.frame.kind not in ("ceremony", "exercise"):
        return False
    apart = pair.frame.line.number - pair.occasion.frames[-1].line.number
    return (apart <= 1 and pair.frame.kind == "ceremony") or (apart <= _NEAR and exercises.tells_its_ceremony(pair.frame.line))


_NEAR = 4  # sentences behind an exercise within which a ceremony is its own


def _are_talks_beside_exercise(pair: Pair) -> bool:
    """ "The meeting was co-chaired by", of talks told in passing behind an exercise."""
    return pair.occasion.first.kind == "exercise" and pair.frame.kind == "meeting" and bool(_THE_TALKS.match(pair.frame.line.text))


_THE_TALKS = patterns.compile(r"(?:The|Their|This)\s+(?:[\w-]+\s+){0,2}?(?:meeting|talks|discussions|session|consultations)\b")


def _is_exercise_known(pair: Pair) -> bool:
    """ "Chile and Peru are taking part in the exercise for the first time"."""
    frame = pair.frame
    trained = frame.trigger.kind == "exercise" and pair.occasion.first.kind == "exercise"
    return trained and exercises.is_known(frame.line, frame.start, frame.end)


def _is_ceremony_of_another_day(pair: Pair) -> bool:
    if pair.frame.kind != "ceremony" or "signed" in pair.frame.trigger.rule or pair.frame.date is None:
        return False
    day = pair.day
    return day is not None and pair.frame.date.start != day.start


def _is_bilateral_signing(pair: Pair) -> bool:
    """ "Popa and Roca also signed a bilateral agreement", at a meeting of more."""
    signed = pair.frame.kind == "ceremony" and bool(pair.frame.before) and "bilateral" in pair.frame.line.words
    return signed and 1 < len(pair.homes) < len(pair.occasion.states())


def _is_ceremony_of_same(pair: Pair) -> bool:
    handed = pair.frame.trigger.rule.endswith(("received", "received-by"))  # a thing, to somebody who may be another
    return pair.frame.kind == "ceremony" and not handed and pair.is_within and pair.occasion.status == "primary"


def _welcomes_ship(pair: Pair) -> bool:
    """Whether a ship whose call is told was welcomed there: "On the pier she was welcomed by Rear Admiral Roca"."""
    first, frame = pair.occasion.first, pair.frame
    by_hosts = frame.trigger.rule.endswith("received-by") and not frame.before
    return (
        by_hosts
        and first.trigger.needs == "unit"
        and frame.line.number - first.line.number <= _SOON
        and _SHE.search(frame.line.text) is not None
    )


def _receives_the_visitors(pair: Pair) -> bool:
    """ "The head of the centre received the delegation", told right behind the visit or talks of those visitors."""
    occasion, frame = pair.occasion, pair.frame
    if not frame.trigger.rule.endswith(".received") or frame.line.number - occasion.frames[-1].line.number > _SOON:
        return False
    if not pair.sides <= occasion.states() | {country_of(occasion)}:
        return False
    hosts = {each.person.name for each in frame.before}
    if _had_another_host(pair, hosts):
        return False
    known = hosts & pair.theirs if occasion.first.kind != "visit" else True
    return bool(known) and _THE_VISITORS.match(frame.line.text, frame.end - frame.line.start) is not None


def _had_another_host(pair: Pair, hosts: set[str]) -> bool:
    """Whether the guests had met somebody else of the host's state already: "Colonel Roca in turn gave a lunch for the visitors"."""
    talked = any(each.kind == "meeting" and each.behind for each in pair.occasion.frames)
    homes = pair.told.homes(hosts)
    return talked and bool(hosts) and hosts.isdisjoint(pair.theirs) and bool(homes & pair.told.homes(set(pair.theirs)))


# "The head of the centre received | the delegation"
_THE_VISITORS = patterns.compile(r"\s+(?:the|his|her|their)\s+(?:visiting\s+)?(?:delegation|delegates|guests?|visitors?|team)\b")
_SOON = 2  # sentences behind the arrival
_SHE = patterns.compile(r"\b(?:[Ss]he|[Ii]t|[Tt]hey|[Tt]he\s+(?:[\w-]+\s+)?(?:ships?|vessels?|frigates?|crew|sailors))\s+(?:was|were)\b")


def _is_received_there(pair: Pair) -> bool:
    """ "visited the base and was received by Colonel Roca", in one sentence; "The visitors were briefed by N", told behind it."""
    frame, occasion = pair.frame, pair.occasion
    visit = any(each.kind == "visit" for each in occasion.frames) and bool(pair.mine & pair.theirs)
    if not visit or not frame.trigger.rule.endswith("received-by"):
        return False
    briefed = "briefed" in pair.told.scene.passage.text[frame.start : frame.end]
    if frame.line.number == occasion.frames[-1].line.number:
        return briefed or (occasion.first.line.number == frame.line.number and occasion.frames[-1].kind == "visit")
    apart = frame.line.number - occasion.frames[-1].line.number
    return briefed and apart <= _DURING_VISIT and pair.is_within and not (frame.date or frame.place or frame.sequel)


_DURING_VISIT = 8  # sentences behind a visit within which a briefing is part of it


# The first reason that holds says whether both tell of one occasion; where none does, they tell of two.
_REASONS: tuple[tuple[Literal["one", "two"], Callable[[Pair], bool]], ...] = (
    ("two", _one_is_a_call),
    ("two", _trained_beside),
    ("two", _is_still_to_come),
    ("two", _was_before_what_is_planned),
    ("two", _has_another_name),
    ("one", _opens_exercise),
    ("two", _was_another_day),
    ("two", attendance.is_session_after_reception),
    ("one", _prepared_the_session),
    ("two", _was_right_before),
    ("two", _was_a_day_apart),
    ("two", _was_in_another_country),
    ("one", _is_exercise_known),
    ("one", attendance.is_spoken_of_again),
    ("two", _are_talks_beside_exercise),
    ("two", _is_one_day_of_several),
    ("two", _is_gathering_after_talks),
    ("two", _goes_elsewhere),
    ("two", _is_sight_after_talks),
    ("two", _is_sight_with_others),
    ("two", _is_call_after_talks),
    ("two", _is_of_more_states),
    ("two", _is_on_the_margins),
    ("two", _is_of_two_at_gathering),
    ("two", _is_another_to_come),
    ("one", _is_between_delegations),
    ("one", _names_those_met_apart),
    ("two", _is_one_of_series),
    ("two", _is_talk_of_journey),
    ("two", _is_ceremony_of_another_day),
    ("two", _is_bilateral_signing),
    ("one", _is_ceremony_of_same),
    ("one", _welcomes_ship),
    ("one", _receives_the_visitors),
    ("one", _is_received_there),
    ("one", attendance.follows_closely),
    ("two", attendance.is_unpeopled_gathering),
    ("two", attendance.are_talks_of_others),
    ("two", attendance.are_talks_after_ceremony),
    ("two", attendance.is_of_fewer_sides),
    ("one", attendance.names_nobody_new),
    ("two", attendance.names_nobody),
    ("two", attendance.is_of_fewer_afterwards),
    ("two", attendance.is_one_apart),
    ("two", attendance.is_later_with_others),
    ("two", attendance.met_another_office),
    ("two", attendance.met_office_alone),
    ("one", attendance.is_announced_for_journey),
    ("two", attendance.is_smaller_one_more),
    ("two", attendance.is_named_sequel),
    ("two", attendance.is_reception_before_session),
    ("one", attendance.has_no_others),
    ("one", attendance.names_first_people),
    ("two", attendance.shares_nobody),
    ("one", attendance.adds_people),
    ("one", attendance.adds_a_side),
)


# ---- the parts of the reasons ----


def _names_those_of(told: Told, frame: Frame, occasion: Occasion) -> bool:
    """Whether the frame names the people of a call that was told by its sides: "It was a conversation between Minister Popa and".

    Where one of them is known already by an office, they only spoke: "The Chief called the Commander of the Navy. N talked with M".
    """
    names = {each.person.name for each in frame.people}
    homes = told.homes(names)
    spoke = frame.trigger.rule.endswith("spoke-with") and set(occasion.people) <= names
    return frame.kind == "meeting" and (spoke or not occasion.people) and len(homes) > 1 and homes == occasion.states()


def _is_beside(frame: Frame) -> bool:
    """Whether the sentence opens with words that set what it tells beside the gathering: "On its margins, ", "Before the session, "."""
    return bool(BESIDE.match(frame.line.text[: max(0, frame.start - frame.line.start)]))


def _has_told_meetings(told: Told, journey: Occasion) -> bool:
    """Whether talks of the traveller were told by themselves after the journey, so that more of them are no part of it either."""
    later = told.occasions[told.occasions.index(journey) + 1 :]
    return any(other.status == "primary" and not other.is_umbrella and set(other.people) & set(journey.people) for other in later)


def _is_at_large(frame: Frame) -> bool:
    """Whether delegations sat down after their heads: "Following the one-on-one meeting, they chaired the inter-delegation meeting"."""
    return bool(_AT_LARGE.search(frame.line.text, 0, frame.end - frame.line.start + len("the inter-delegation meeting")))


_AT_LARGE = patterns.compile(
    r"\b(?:inter-?delegation|delegation-level|(?:in\s+an?\s+)?(?:expanded|extended|enlarged)\s+(?:format|meeting|talks|session)|(?:meeting|talks)\s+(?:between|of|at\s+the\s+level\s+of)\s+(?:the\s+)?(?:two\s+)?delegations)\b",
    re.IGNORECASE,
)


def _is_of_another_place(frame: Frame, occasion: Occasion) -> bool:
    return frame.place is not None and frame.place.name != (occasion.place.name if occasion.place else "")


def is_tour(frame: Frame) -> bool:
    """Whether a place was gone over, not only arrived at."""
    return frame.kind == "visit" and bool(_GONE_OVER.match(frame.line.text, frame.start - frame.line.start))


# "visited the base", "paid an official visit to the Naval Academy", and not "paid an official visit to Chile"
_GONE_OVER = patterns.compile(
    r"(?:(?:is|was|are|were)\s+(?:(?:also|currently|now|then|later)\s+){0,2})?(?:visit|tour|inspect)|[a-z]+\s+(?:an?|his|her|their|the)\s+(?:[\w-]+\s+){0,4}?visit\s+to\s+(?:the\s+)?(?:[\w’'()&-]+\s+){0,6}?"
    r"(?:museum|base|academy|school|college|cent(?:er|re)|shipyard|factory|hospital|barracks|airfield|brigade|regiment|battalion|squadron"
    r"|command|headquarters|camp|institute|university|facility|fort|station|range)\b",
    re.IGNORECASE,
)
