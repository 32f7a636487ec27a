"""What an occasion takes over from those told before it, or from the sentence with which the release opens: day, town and land."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.dates import parse
from ingest.engine.rules.meetings import clause, placing, standing
from ingest.engine.rules.meetings.dateline import is_dateline, stands_alone
from ingest.engine.rules.meetings.day import ends_journey, is_of_saying
from ingest.engine.rules.meetings.occasion import ANOTHER_DAY, BESIDE, Occasion, days_apart, overlap, venue_side
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.types import Date, Place
from ingest.engine.values import replace


def share_of_series(occasion: Occasion) -> None:
    """One of several meetings announced together was on their day and in their place, unless it says otherwise."""
    series = occasion.series
    if series is None or occasion.is_call:
        return
    if series.date and series.date.end is None:
        occasion.date = occasion.date or series.date
    venue, there = venue_side(occasion), series.place.country if series.place else None
    if occasion.place is None and (venue is None or venue.name == there):
        occasion.place, occasion.destination = series.place, series.destination


def begin_as_release(occasions: list[Occasion]) -> None:
    """The first occasion reported has the day and place of the sentence with which the release opens, where it has none of its own."""
    first = next((occasion for occasion in occasions if occasion.status == "primary"), None)
    if first is None or first.scene.where != "body" or first.state != "held":
        return
    number, text = first.first.line.number, first.first.line.text
    refers = bool(BESIDE.match(text) or _REFERS.match(text))
    if not number or (number > placing.OPENING and not refers):
        return
    first.date = first.date or opening_day(first)
    for line in first.scene.lines[: min(number, placing.OPENING)]:
        there, venue = None if stands_alone(line) else _told_there(line, refers=refers), venue_side(first)
        if there and not first.is_call and (venue is None or (venue.name == there.country and not first.place)):
            at_home = there.country in first.sides or first.destination is None
            if first.place is None:
                first.place = there if at_home else None
            elif first.destination is None:  # a site that no table knows lies there
                first.destination = Side(there.country or "", True, 0, 0)


def opening_day(first: Occasion) -> Date | None:
    """The one day with which the release opens, where it is that of the occasion reported first in one of the next sentences."""
    number, text = first.first.line.number, first.first.line.text
    refers = bool(BESIDE.match(text) or _REFERS.match(text))
    if not number or (number > placing.OPENING and not refers):
        return None
    for line in first.scene.lines[: min(number, placing.OPENING)]:
        days = [date for date in line.dates if _is_of_release(first, line, date, refers=refers)]
        if len({date.start for date in days}) == 1:
            return days[0]
    return None


def _told_there(line: Line, *, refers: bool) -> Place | None:
    """The one place of a sentence behind its dateline; of one to which the next refers, the first, where all lie in one country."""
    line = clause.without_asides(line, line.end)
    places = [place for place in line.places if not (len(line.places) > 1 and is_dateline(line, place))]
    if len(places) == 1 and len(line.places) > 1 and places[0].country is None:
        return replace(places[0], country=line.places[0].country)  # "Lima: Talks were held at the headquarters in Belmar Haut"
    sites = [place for place in places if place.evidence.rule == "places.site"]
    countries = {place.country for place in places if place.country}
    if len(sites) == 1 and len(countries) == 1:
        return replace(sites[0], country=countries.pop())  # "the people of Lae saw them off at Igam Barracks"
    if not places or len({place.country for place in places}) > 1 or (len(places) > 1 and not refers):
        return None
    return places[0] if places[0].country else None


def _is_of_release(first: Occasion, line: Line, date: Date, *, refers: bool) -> bool:
    """Whether a day with which a release opens is that of what it reports: counted from publication, or of its visit or talks."""
    if date.start.endswith("XX") or is_of_saying(first.scene.passage.text, date, line.end):
        return False
    travelled = bool({reference.person.name for reference in line.people} & set(first.people))
    if (refers or travelled) and date.end and date.evidence.rule == "dates.lasting":
        return True  # "wrapped up a five-day visit today. During his stay, he met": all the days of the visit
    if ends_journey(first.scene.passage.text, date, line.end):
        return False
    if date.basis == "relative":
        return date.end is None
    told, published = parse(date.start), parse(first.scene.published)
    near = bool(told and published and told.exact and published.exact and 0 <= (published.exact - told.exact).days <= _DAYS_BEFORE)
    return (
        near
        and bool(refers or travelled or _OF_MEETING.search(line.text))
        and not _ENDED.search(line.text)
        and not _DATELINE.match(line.text, date.evidence.end - line.start)
    )


# "During his stay", "The ceremony was presided over": of that with which the release opens, as is what was "on the margins" of it
_REFERS = patterns.compile(
    r"(?:During|In\s+the\s+course\s+of|As\s+part\s+of)\s+(?:his|her|their|the)\s+(?:[\w-]+\s+){0,3}(?:stay|visit|trip|tour)\b"
    r"|(?:(?:The|This)\s+(?:(?:[A-Z][\w-]*|of|and|for)\s+){0,6}(?i:ceremony|event|meeting|session|talks|conference|parade|handover)|Meeting|Talks|Session)\s+(?:was|were|is)\b"
)
_DAYS_BEFORE = 10  # days before publication of which a release reports
_OF_MEETING = patterns.compile(
    r"\b(?:visit(?:s|ed|ing)?|met|meets?|meetings?|talks|discussions?|discuss(?:ed|ing)|consultations?|dialogue|negotiations|sessions?|conference|forum|seminar|workshop|summit"
    r"|symposium|hosted|hosts|hosting|received|receives|welcomed|ceremony|parade|handover|reception|gathered|convened|delegations?|signed|signing|exercise)\b"
)
_ENDED = patterns.compile(r"\b(?:end(?:ed|s)?|concluded|completed|departed|left|set\s+sail|returned\s+(?:home|to|from))\b")
_DATELINE = patterns.compile(r"[^.;]{0,20}?(?:--|\s[–—-]\s)")


def carry(before: Occasion, occasion: Occasion) -> None:
    """A later occasion of the same day and country need not say so again."""
    left = occasion.first.kind == "exercise" and standing.is_on_leaving(
        occasion.first
    )  # on the last day of a stay, and not that of the calls
    whole = _is_of_whole_visit(occasion)
    another_day = left or whole or _is_of_late(occasion) or ANOTHER_DAY.match(occasion.first.line.text)
    if (
        occasion.date is None
        and before.date
        and not another_day
        and (_MARGINS.match(occasion.first.line.text) or not _is_in_another_land(before, occasion))
        and _is_of_same_days(before, occasion)
    ):
        occasion.date = before.date
    venue = venue_side(before)
    if occasion.destination is None and venue and (venue.name in occasion.sides or len(before.sides.keys() & occasion.sides.keys()) > 1):
        occasion.destination = venue
    text = occasion.first.line.text
    if _MARGINS.match(text) and occasion.date and before.date and not overlap(occasion.date, before.date):
        return
    if occasion.destination is None and venue and occasion.first.sequel and set(before.people) & set(occasion.people):
        occasion.destination = venue  # "Afterwards, Minister Popa met with", in a third country
    beside = occasion.first.line.number == before.first.line.number or _NEXT_TO.match(text) or (not whole and _ALSO.search(text))
    one_by_one = occasion.first.apart and occasion.first.line.paragraph == before.frames[-1].line.paragraph
    after = (
        occasion.first.sequel
        and occasion.first.kind == "meeting"
        and set(before.people) & set(occasion.people)
        and _within(occasion.date, before.date)
    )
    in_town = after or _same_day_and_town(before, occasion) or _at_same_hosts(before, occasion)
    if occasion.place is None and not occasion.is_call and (beside or one_by_one or in_town):
        occasion.place = _town_of(before) if _is_house_of_other(before, occasion) else before.place


def day_of_named(occasion: Occasion, earlier: list[Occasion]) -> None:
    """Gives the day of the signing to what was before or after it, though more was told between: "Prior to the signing, he called on"."""
    named = _BY_SIGNING.match(occasion.first.line.text) if occasion.date is None else None
    signings = [other for other in earlier if other.first.kind == "ceremony"] if named else []
    if len(signings) == 1 and signings[0].date and signings[0].date.end is None:
        occasion.date = signings[0].date


_BY_SIGNING = patterns.compile(
    r"(?:Prior\s+to|Before|After|Following|Ahead\s+of|Right\s+after|Shortly\s+(?:before|after))\s+(?:the|this)\s+(?:[\w-]+\s+){0,2}?(?:signing|ceremony|hand-?over)\b"
)


def _is_in_another_land(before: Occasion, occasion: Occasion) -> bool:
    """Whether two occasions of a tour were in two countries, and no word says that they were on one day."""
    here, there = _land_told(before), _land_told(occasion)
    return bool(here and there and here != there and not _LATER_ON.search(occasion.first.line.text))


def _land_told(occasion: Occasion) -> str | None:
    """The country in which words say that it was; a host's own is none, for he may receive abroad."""
    told = occasion.place.country if occasion.place else None
    return told or (occasion.destination.name if occasion.destination else None)


def _is_of_whole_visit(occasion: Occasion) -> bool:
    """Whether an occasion was some time in a visit of which several days are told one by one: "As part of the visit, he also met".

    So are the talks of two behind gatherings on several days: "He met bilaterally with his counterparts Popa and Roca".
    """
    line = occasion.first.line
    bilateral = occasion.first.apart and "bilaterally" in line.words
    if occasion.date is not None or not (bilateral or _IN_VISIT.match(line.text)):
        return False
    told = {date.start for other in occasion.scene.lines[: line.number] for date in other.dates if date.end is None}
    return len([day for day in told if "X" not in day]) > 1


# "As part of the visit, Captain Popa also met"
_IN_VISIT = patterns.compile(
    r"(?:As\s+(?:a\s+)?part\s+of|During|Within(?:\s+the\s+(?:framework|scope)\s+of)?|In\s+the\s+(?:framework|course|context)\s+of)"
    r"\s+(?:the|this|his|her|their|its)\s+(?:[\w-]+\s+){0,3}?(?:visit|stay|trip|tour)\b"
)


def _is_of_late(occasion: Occasion) -> bool:
    """Whether a sentence leaves open on which of the days before it was: "The ambassador | recently visited | the academy"."""
    line, start = occasion.first.line, occasion.first.start - occasion.first.line.start
    return bool(_RECENTLY.search(line.text, max(0, start - 30), start + 60))


_RECENTLY = patterns.compile(r"\b(?:recently|of\s+late|some\s+time\s+ago|in\s+recent\s+(?:days|weeks|months))\b")


def stay_in_town(occasion: Occasion, earlier: list[Occasion]) -> None:
    """What says no place was where the talks were beside which it was held, or in the town in which one of its people was that day."""
    if occasion.is_call or occasion.place is not None:
        return
    venue = venue_side(occasion)
    for other in reversed(earlier[-_NEARBY:]):
        if other.place is None or other.is_call or (venue and venue.name != other.place.country):
            continue
        near = occasion.date is None or other.date is None or days_apart(occasion.date, other.date) <= _DAYS_BESIDE
        if (near and _BESIDE_TALKS.match(occasion.first.line.text)) or (venue is None and _same_day_and_town(other, occasion)):
            occasion.place = other.place
            return


def stay_where_gone(occasion: Occasion, lead: Occasion) -> None:
    """Who "travelled to Lima for two meetings" was there for those that are told in that country, where no other town of it is named."""
    away = occasion.is_call or occasion.first.kind == "exercise"
    if lead.place is None or lead.place.country is None or not lead.is_journey or occasion.place or away:
        return
    venue, until = venue_side(occasion), occasion.first.line.number
    towns = {place.name for line in occasion.scene.lines[: until + 1] for place in line.places if place.country == lead.place.country}
    if venue and venue.name == lead.place.country and towns == {lead.place.name} and occasion.state == lead.state:
        occasion.place = lead.place


_DAYS_BESIDE = 3
_NEARBY = 8  # earlier occasions among which one in the same town is sought
# "On the margins of the meeting, on 16 May, the Commissioner received", "hosted at the same venue"
_BESIDE_TALKS = patterns.compile(
    r"(?:On|In|At)\s+(?:the|its)\s+(?:margins|sidelines|fringes)(?:\s+of\s+the\s+(?:\w+\s+)?(?:meeting|session|conference|talks|summit|council|forum|ministerial|dialogue))?\b"
    r"|On\s+the\s+eve\s+of\s+the\s+(?:\w+\s+)?(?:ceremony|meeting|session|conference|talks|exercise)\b"
    r"|[^.;]{0,200}?\bat\s+the\s+same\s+(?:venue|place|location)\b",
    re.IGNORECASE,
)


def _is_house_of_other(before: Occasion, occasion: Occasion) -> bool:
    """Whether the talks before were on a site, or in a house, of hosts who take no part in these."""
    if _SAME_HOUSE.search(occasion.first.line.text):
        return False
    at_site = before.place is not None and before.place.evidence.rule == "places.site"
    if at_site and occasion.met and not set(before.met) & set(occasion.met):
        return True
    if before.place is None or not _HOUSE.search(before.place.name) or not occasion.met:
        return False
    return not set(before.met) & set(occasion.met) and not set(_receiving(before)) & set(occasion.people)


def _receiving(occasion: Occasion) -> list[str]:
    """The people of the state in whose house an occasion was."""
    there = occasion.place.country if occasion.place else None
    return [name for name in occasion.people if (home := occasion.scene.home(name)) and home.name == there]


def _town_of(before: Occasion) -> Place | None:
    """The town told behind a house or site in its sentence: "at Belmar Palace in | Lima |"."""
    house = before.place
    if house is None:
        return None
    behind = (place for place in before.first.line.places if place.evidence.start > house.evidence.start)
    return next((place for place in behind if place.country == house.country and not _HOUSE.search(place.name)), None)


_SAME_HOUSE = patterns.compile(r"\bsame\s+(?:venue|place|building|house|palace|location|hotel|site)\b")
# "Windsor Castle", "State House", "Sheetal Niwas": where one host receives, and no town
_HOUSE = patterns.compile(r"\b(?:Palace|Castle|House|Hall|Bhava?n|Bhawan|Bhaban|Niwas|Mansion|Trees|Istana)\b")


_MARGINS = patterns.compile(r"(?:On|In)\s+the\s+(?:margins|sidelines)\b")


def _is_of_same_days(before: Occasion, occasion: Occasion) -> bool:
    """Whether an occasion that says no day was on the day of the one before it."""
    text, date = occasion.first.line.text, before.date
    beside = bool(_NEXT_TO.match(text) or _ALSO.search(text))
    if date is None or date.end is not None:
        shares = bool(set(before.people) & set(occasion.people))
        close_by = occasion.first.line.paragraph == before.frames[-1].line.paragraph or (date and _lasts_two_days(date))
        return bool(date and (_NEXT_TO.match(text) or (shares and close_by and not _MARGINS.match(text))))
    if (occasion.first.sequel and _LATER_ON.search(text)) or _PART_OF_DAY.match(text):
        return True
    today = _TODAY.match(before.scene.passage.text, date.evidence.start) if before.scene.where == "body" else None
    same_paragraph = occasion.first.line.paragraph == before.frames[-1].line.paragraph
    return bool(beside or today or same_paragraph or not _lasts_days(occasion.scene))


def _lasts_two_days(date: Date) -> bool:
    first, last = parse(date.start), parse(date.end)
    return bool(first and last and first.exact and last.exact and (last.exact - first.exact).days <= 1)


# "were afterwards discussed with": of the same day as what was told before
_LATER_ON = patterns.compile(
    r"\b(?:afterwards|subsequently|thereafter|[Ll]ater(?!\s+(?:this|that|in\s+the)\s+(?:week|month|year))|(?:was|were)\s+then)\b"
)
# "In the afternoon, General Popa also met": of the day told before
_PART_OF_DAY = patterns.compile(r"(?:(?:Later|Earlier|Late|Early)\s+)?[Ii]n\s+the\s+(?:morning|afternoon|evening)\b(?!\s+of\b)")
_TODAY = patterns.compile(r"(?:earlier\s+)?(?:today|this\s+(?:morning|afternoon|evening|noon))\b", re.IGNORECASE)


def _lasts_days(scene: Scene) -> bool:
    """Whether a release tells of several days in a row, so that what says no day may be of any of them."""
    return bool(_DAYS.search(scene.passage.text))


_DAYS = patterns.compile(r"\b(?:two|three|four|five|six|seven|\d)-day\b|\b(?:second|third|last|final)\s+day\b")
_NEXT_TO = patterns.compile(
    r"(?:Prior to|Before|After|Following|Ahead of|At the end of) (?:the|his|her|their) (?:\w+ ){0,3}"
    r"(?:talks|meeting|session|discussions|ceremony|call|audience)\b",
    re.IGNORECASE,
)


def _same_day_and_town(before: Occasion, occasion: Occasion) -> bool:
    """Whether talks of the same day with one of the same people go on in the country of the town told last."""
    there = before.place.country if before.place else None
    if occasion.destination and there != occasion.destination.name:
        return False  # he had gone on to another country
    shares = set(before.people) & set(occasion.people)
    abroad = there not in before.sides  # both came to the town of a third
    at_home = there in occasion.sides and occasion.first.kind == "meeting"
    to_come = before.is_gathering and before.state == occasion.state == "planned" and occasion.date is None  # beside a forum to come
    return bool(there and shares and (at_home or abroad) and (to_come or _within(occasion.date, before.date)))


def _at_same_hosts(before: Occasion, occasion: Occasion) -> bool:
    """Whether officials of one state received guest after guest in a town on one day: "Next to be received was Colonel Popa"."""
    there = before.place.country if before.place and before.place.evidence.rule != "places.site" else None
    elsewhere = occasion.destination is not None and occasion.destination.name != there
    return (
        there in before.hosts
        and there in occasion.hosts
        and not elsewhere
        and before.date is not None
        and occasion.date is not None
        and before.date.start == occasion.date.start
    )


def _within(day: Date | None, days: Date | None) -> bool:
    """Whether a date is one of these days, or neither is told."""
    if day is None or days is None:
        return day is days
    return days.start <= day.start <= (days.end or days.start)


_ALSO = patterns.compile(
    r"\b(?:[Oo]n\s+the\s+(?:margins|sidelines)\s+of\s+the|[Ii]n\s+the\s+margins\s+of\s+the|also\s+(?:met|held|had|received|called|paid))\b"
)
