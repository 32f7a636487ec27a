"""Journeys whose meetings are told by themselves: they give way to these, and leave them country, town and day."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings import placing
from ingest.engine.rules.meetings.cued import Cued
from ingest.engine.rules.meetings.dateline import is_dateline
from ingest.engine.rules.meetings.occasion import Occasion, overlap, venue_side
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side


def settle(occasions: list[Occasion]) -> None:
    """Journeys give way to their meetings, and these were in the land of the journey."""
    _place_series(occasions)
    _fold_plans(occasions)
    _fold(occasions)
    _fold_stages(occasions)
    _find_hosts(occasions)


def _place_series(occasions: list[Occasion]) -> None:
    """Whom a traveller met was met where he was, though of a third state: "on his visit to Malaysia he met leaders of Peru"."""
    for at, journey in enumerate(occasions):
        venue = venue_side(journey) if _tells_of_talks(journey, occasions) else None
        for other in occasions[at + 1 :] if venue else ():
            of_others = venue and venue.name not in other.sides and len(other.sides) > 1 and set(journey.people) & set(other.people)
            known = other.is_call or other.place or venue_side(other)
            if of_others and not known and (other.status, other.state) == ("primary", "held"):
                other.destination, other.place = venue, journey.place


def _tells_of_talks(journey: Occasion, occasions: list[Occasion]) -> bool:
    """Whether a release opens with a journey to one country, and the sentence says that talks were held, with nobody named."""
    line = journey.first.line
    if journey.status != "primary" or not journey.is_journey or journey.is_call or line.number >= placing.OPENING:
        return False
    if len({place.country for place in line.places if place.country}) > 1 or len(_gone_to(journey)) > 1:
        return False
    frames = (frame for each in occasions for frame in each.frames if frame.line is line)
    return any(frame.kind == "meeting" and not frame.behind for frame in frames)


def _fold(occasions: list[Occasion]) -> None:
    """Takes a journey away where its meetings are told by themselves, and leaves them its country and days."""
    for journey in [each for each in occasions if _is_mere_journey(each) and not _tells_talks(each, occasions)]:
        gone_to = _gone_to(journey)
        inside = [other for other in occasions if other is not journey and other.status == "primary" and _lies_in(other, journey, gone_to)]
        if not inside:
            continue
        for other in inside:
            here = [side for name, side in gone_to.items() if name in other.sides]
            if other.destination is None and len(here) == 1:
                other.destination = here[0]
            if _is_in_town_gone_to(other, journey):
                other.place = journey.place
        if len(inside) == 1 and inside[0].date is None and inside[0].first.line.number >= journey.first.line.number:
            inside[0].date = journey.date
        occasions.remove(journey)


def _fold_plans(occasions: list[Occasion]) -> None:
    """Takes into a journey to one country, of which no meeting is told as held, whom the traveller is to meet there.

    "General N left for Peru on a four-day visit. During the visit he will meet Minister M. Besides, he will call on General K."
    """
    for journey in [each for each in occasions if each.status == "primary" and each.is_journey and not each.is_call]:
        gone_to = _gone_to(journey)
        held = any(
            each is not journey and each.status == "primary" and each.state == "held" and set(each.people) & set(journey.people)
            for each in occasions
        )
        met = any(frame.kind == "meeting" and frame.behind and frame.tense != "future" for frame in journey.frames)
        begin = journey.first.line.start
        if held or met or len(gone_to) != 1 or not journey.people or TALKED.search(journey.scene.passage.text, begin, begin + _FAR):
            continue
        for plan in [each for each in occasions if each is not journey and _is_plan_of(each, journey, gone_to)]:
            for name, at in plan.people.items():
                journey.people.setdefault(name, at)
            for name, side in plan.sides.items():
                journey.sides.setdefault(name, side)
            occasions.remove(plan)


_FAR = 3000  # characters behind a journey in which talks of it would be told


def _is_plan_of(plan: Occasion, journey: Occasion, gone_to: dict[str, Side]) -> bool:
    """Whether a meeting to come, of no day and town of its own, is one of those for which somebody travels."""
    if plan.state != "planned" or plan.first.kind != "meeting" or plan.is_call or plan.name is not None or plan.place is not None:
        return False
    in_time = plan.date is None or (journey.date is not None and overlap(plan.date, journey.date))
    later = plan.first.line.number > journey.first.line.number
    return in_time and later and bool(set(plan.people) & set(journey.people)) and plan.sides.keys() <= journey.sides.keys() | gone_to.keys()


def _fold_stages(occasions: list[Occasion]) -> None:
    """Takes away what is told of a journey in passing that is reported anyway, of which no day is told.

    "He will visit the shipyards", "who is on a four-day visit to Peru" behind his talks there.
    """
    reported = [each for each in occasions if each.status == "primary" and not each.is_call]
    for stage in [each for each in occasions if each.status == "mentioned" and each.is_umbrella]:
        venue, names = venue_side(stage), set(stage.people)
        if venue is None or stage.date or not names or any(frame.behind for frame in stage.frames):
            continue
        is_on = _IS_ON.search(stage.first.line.text, 0, stage.first.end - stage.first.line.start)
        there = [each for each in reported if names <= set(each.people) and (venue_side(each) or (is_on and venue)) == venue]
        if there and (is_on or (stage.state == "planned" and any(each.is_journey for each in there))):
            occasions.remove(stage)
            for each in there:
                each.destination = each.destination or (venue if venue.name in each.sides else None)


_IS_ON = patterns.compile(r"\b(?:is|are|was|were|being)\s+(?:currently\s+|now\s+)?on\s+(?:an?|his|her|their|the)\s[^.;,]{0,60}\bvisit\b")


def _find_hosts(occasions: list[Occasion]) -> None:
    """Who is on a visit to a country met its people there: "Admiral Lind, who is on a four-day visit to | Peru, is to attend".

    So did the one of whose visit the release tells at its start: "Admiral Lind returned home on completion of her visit to | Peru".
    """
    for line in occasions[0].scene.lines if occasions else ():
        told = _WHO_IS_ON.search(line)
        if told is None and line.number < placing.OPENING and (visit := _HIS_VISIT.search(line.text)):
            _place_guests(occasions, line, visit.end())
        land = _land_behind(occasions[0].scene, line.start + told.end()) if told else None
        guest = next((each.person.name for each in line.people if told and each.end == line.start + told.start()), None)
        for each in occasions if told and guest else ():
            if each.status == "primary" and guest in each.people and not venue_side(each):
                each.destination = (land if land and land.name in each.sides else None) or _other_side(each, guest or "", line, told)


def leave_dateline(occasions: list[Occasion]) -> None:
    """What was told from home was in the country visited: "LIMA – General N held talks with M during an official visit to | Ghana"."""
    scene = occasions[0].scene
    for line in scene.lines[: placing.OPENING]:
        visit = _DURING_VISIT.search(line.text)
        land = _land_behind(scene, line.start + visit.end()) if visit and not _NOT_NOW.search(line.text, 0, visit.end()) else None
        guests = {each.person.name for each in line.people if (home := scene.side_of(each.person)) and land and home.name != land.name}
        for each in occasions:
            told = each.place is not None and is_dateline(scene.lines[0], each.place) and each.place.country != (land and land.name)
            if land and told and not each.is_call and land.name in each.sides and guests & set(each.people):
                each.place, each.destination = None, land


_DURING_VISIT = patterns.compile(
    r"\b(?:during|on|in)\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+){0,4}?(?:visit|trip|tour)\s+(?:to|of)\s+(?:the\s+)?(?=[A-Z])"
)


def _other_side(occasion: Occasion, guest: str, line: Line, told: re.Match[str] | None) -> Side | None:
    """The side of the hosts, where the words speak of "a visit to the | country" without its name."""
    home = occasion.scene.home(guest)
    others = [side for side, _ in occasion.sides.values() if side.is_state and home and side.name != home.name]
    here = told and _THE_COUNTRY.match(line.text, told.end())
    return others[0] if here and len(others) == 1 else None


_THE_COUNTRY = patterns.compile(r"(?:our\s+|this\s+|host\s+)?(?:country|Kingdom|Sultanate|Republic|island|emirate)\b(?!\s+of\b)")


def _place_guests(occasions: list[Occasion], line: Line, at: int) -> None:
    """Gives the occasions of those in a line the country whose name begins at the position, where they come from another."""
    scene = occasions[0].scene
    land = None if _NOT_NOW.search(line.text, 0, at) else _land_behind(scene, line.start + at)
    guests = {each.person.name for each in line.people if (home := scene.side_of(each.person)) and land and home.name != land.name}
    for each in occasions:
        if land and each.status == "primary" and not each.is_call and guests & set(each.people) and land.name in each.sides:
            each.destination = each.destination or (None if venue_side(each) else land)


# "recalled his visit to Peru", "invited the minister to pay an official visit to Peru"
_NOT_NOW = patterns.compile(r"\b(?:recall\w*|last|previous|earlier|next|upcoming|forthcoming|future|invit(?:ed|es|ing))\b")
# "on conclusion of his official visit to the | US", "during their two-day visit to | Peru"
_HIS_VISIT = patterns.compile(
    r"\b(?:his|her|their|a|an)\s+(?:[\w-]+\s+){0,4}?(?:visit|trip|tour)\s+(?:to|of)\s+(?:the\s+)?"
    r"(?=(?:Republic|Kingdom|State|Sultanate|United|US|UK|UAE|[A-Z]))"
)


def _land_behind(scene: Scene, at: int) -> Side | None:
    """The country that begins at the position, or behind its form: "the Kingdom of | Sweden"."""
    terms = scene.terms(at, at + len("Democratic Republic of "))
    return next((Side(term.value, True, term.start, term.end) for term in terms if term.kind == "country"), None)


_WHO_IS_ON = Cued(
    "who",
    r",?\s+who\s+(?:is|are|was|were)\s+(?:currently\s+|now\s+)?(?:on\s+an?\s+(?:[\w-]+\s+){0,4}?visit\s+to|visiting|(?:paying|making)\s+an?\s+(?:[\w-]+\s+){0,4}?visit\s+to)\s+(?:the\s+)?",
)


def _is_in_town_gone_to(other: Occasion, journey: Occasion) -> bool:
    """Whether what tells no place was in the town gone to: "flew to Lima, where on 7 May he was briefed. Later that day she met N"."""
    town, venue = journey.place, other.destination
    if town is None or town.country is None or other.place or other.is_call or (venue and venue.name != town.country):
        return False
    goes_on = other.first.line.number >= journey.first.line.number and other.first.line.paragraph == journey.frames[-1].line.paragraph
    return goes_on and town.country in other.sides and (other.date is None or journey.date is None or overlap(other.date, journey.date))


def _is_mere_journey(occasion: Occasion) -> bool:
    """Whether the occasion opened with a visit of which no talks with anybody named are told."""
    if occasion.status != "primary" or not occasion.is_journey:
        return False
    if occasion.is_umbrella:
        gone_to = occasion.destination and occasion.destination.start >= occasion.first.start
        return bool(gone_to) or (len(occasion.frames) == 1 and (_only_arrives(occasion) or _comes_to_staff(occasion) or _lasts(occasion)))
    return not any(frame.behind or (frame.trigger.roles == "host-guest" and frame.before) for frame in occasion.frames)


def _tells_talks(journey: Occasion, occasions: list[Occasion]) -> bool:
    """Whether a host who is named with the journey then talked with the guest: "where he was welcomed by N. The ministers discussed"."""
    scene, start = journey.scene, journey.first.line.start
    homes = {home.name for name in journey.people if (home := scene.home(name))}
    later = (each.first.line.start for each in occasions if each.first.line.start > start)
    return len(homes) > 1 and TALKED.search(scene.passage.text, start, min(later, default=len(scene.passage.text))) is not None


# those who met on a visit are said to have talked
TALKED = patterns.compile(
    r"\b(?:discussions|talks|meeting)\s+between\b|\b(?:their|the)\s+(?:meeting|talks)\s+(?:was|were|focused|centred|centered|covered|took|discussed)\b"
    r"|\bwill\s+(?:also\s+)?exchange\s+views\b"
    r"|\b(?:the\s+two|both)\s+(?:[\w-]+\s+){1,3}(?:discussed|exchanged|talked|reviewed)\b"
    r"|\b(?:they|the\s+(?:ministers|generals|admirals|sides|parties|leaders|commanders|chiefs|officials|delegations|interlocutors|counterparts|officers))\s+(?:also\s+)?(?:discussed|exchanged|talked|reviewed)\b"
    r"|\b(?:during|at|in\s+the\s+course\s+of)\s+(?:the|their)\s+(?:\w+\s+)?(?:meeting|talks|discussions|conversation)(?:,|\s+of\s+the\s+(?:two\s+)?delegations\b)",
    re.IGNORECASE,
)


def _lasts(occasion: Occasion) -> bool:
    """Whether a visit of several days to a body of one other state is told, each meeting of which the release may tell by itself."""
    several_days = occasion.date is not None and occasion.date.end is not None
    return several_days and len(occasion.sides) == _PAIR and not occasion.first.behind


_PAIR = 2  # states: the guest's and the host's


def _only_arrives(occasion: Occasion) -> bool:
    """Whether the words tell of an arrival, and of nobody but who invited."""
    first, text = occasion.first, occasion.scene.passage.text
    invited = all(_INVITATION.search(text, first.end, person.start) for person in first.behind)
    return invited and bool(_ARRIVED.match(text, first.start))


def _comes_to_staff(occasion: Occasion) -> bool:
    """Whether the guests paid a visit to the bodies whose heads they then met: "paid a working visit to the General Staff in Lima"."""
    first, text = occasion.first, occasion.scene.passage.text
    there = occasion.place is not None and occasion.place.country is not None and first.tense in ("past", "perfect")
    return there and not first.behind and _TO_STAFF.match(text, first.start) is not None


_TO_STAFF = patterns.compile(
    r"(?:paid|pays|paying|made|makes|is\s+paying|are\s+paying|on)\s+an?\s+(?:[\w-]+\s+){0,3}?visit\s+to\s+(?:the\s+)?"
    r"(?:Ministry|Defen[cs]e\s+Ministry|General\s+Staff|Defen[cs]e\s+(?:Staff|Headquarters)|Joint\s+Staff|General\s+Headquarters|(?:Army|Naval|Navy|Air\s+Force)\s+Headquarters)\b"
)
_INVITATION = patterns.compile(r"\binvitation\s+(?:of|from)\b")
_ARRIVED = patterns.compile(r"(?:arriv|travel|fl[iey]|came|on\s+an?\s)")


def _gone_to(journey: Occasion) -> dict[str, Side]:
    """The countries that the sentence of the journey names behind its words, and the one of the place; not that of the travellers."""
    first = journey.first
    if first.apart and first.destination:  # one stop of a tour, each with its own days
        return {first.destination.name: first.destination}
    homes = {home.name for reference in first.before if (home := journey.scene.side_of(reference.person))}
    found = {
        term.value: Side(term.value, True, term.start, term.end)
        for term in journey.scene.terms(first.start, first.line.end)
        if term.kind == "country" and term.value not in homes
    }
    for side in (journey.destination, venue_side(journey)):
        if side:
            found.setdefault(side.name, side)
    hosts = {name: side for name, (side, _) in journey.sides.items() if side.is_state and name not in homes}
    return found or (hosts if homes and _lasts(journey) else {})  # "visited the Larrian Navy": whose service it is, not named by its state


def _lies_in(other: Occasion, journey: Occasion, gone_to: dict[str, Side]) -> bool:
    if not journey.people:
        return False  # a ship came: her call in port is told beside those that her commander paid
    if not set(journey.people) & set(other.people) or not other.sides.keys() & gone_to.keys():
        return False
    arrives = _ARRIVED.match(journey.scene.passage.text, journey.first.start)
    if other.date and journey.date and journey.date.end is None and not overlap(other.date, journey.date) and journey.place and not arrives:
        return False  # sights seen on another day
    return not (other.place and other.place.country and other.place.country not in gone_to)
