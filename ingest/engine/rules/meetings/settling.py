"""What sentences leave open: destinations become sides, journeys give way to their meetings, days and places carry on."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.dates import parse
from ingest.engine.rules import places as towns
from ingest.engine.rules.meetings import placing, standing
from ingest.engine.rules.meetings.dateline import is_dateline
from ingest.engine.rules.meetings.occasion import BESIDE, Occasion, days_apart, overlap, venue_side
from ingest.engine.rules.meetings.scenes import Line, Scene, Side
from ingest.engine.types import Date, Place
from ingest.engine.values import replace


def settle(occasions: list[Occasion], dateline: str | None, headline: frozenset[str], there: Side | Place | None) -> None:
    """Completes what sentences leave open: destinations become sides, journeys give way to their meetings, days and places carry on.

    `headline` holds the states that the headline names, `there` is the country or place in which it says that all of it was.
    """
    for occasion in occasions:
        placing.find_land_of_port(occasion)
        if occasion.destination and (occasion.is_umbrella or _met_unnamed_hosts(occasion)):
            side = occasion.destination
            occasion.sides.setdefault(side.name, (side, occasion.scene.evidence(side.start, side.end, occasion.first.trigger.rule)))
    _fold_journeys(occasions)
    _add_visited(occasions)
    _complete_mentioned(occasions)
    for occasion in occasions:
        placing.on_own_visit(occasion)
        placing.at_hosts(occasion)
    _begin_as_release(occasions)
    before: Occasion | None = None
    earlier: list[Occasion] = []
    placing.in_headline(occasions, there, headline)
    stops = placing.stops(occasions[0].scene) if occasions else {}
    for occasion in occasions:
        if occasion.status == "primary":
            _share_of_series(occasion)
            placing.at_stop(occasion, stops)
            if before is not None and not (len(before.sides) == 1 and before.place in stops.values()):
                _carry(before, occasion)
                _stay_in_town(occasion, earlier)
            earlier.append(occasion)
            placing.at_dateline(occasion, dateline)
            before = occasion
    placing.in_port(occasions)
    host = placing.host_of_sidelines(occasions[0].scene) if occasions else None
    for occasion in occasions:
        placing.beside(occasion, host)
        placing.at_post(occasion)
        _add_side_of_venue(occasion, alone=not _has_others(occasion, occasions))
        _add_side_of_guest(occasion, headline)
        _add_attaches(occasion)


def _met_unnamed_hosts(occasion: Occasion) -> bool:
    """Whether those who came on a visit met hosts of whom nobody is named: "paid visits to the schools and met with their leaders"."""
    return occasion.is_journey and len(occasion.sides) == 1 and not any(frame.behind for frame in occasion.frames)


def _share_of_series(occasion: Occasion) -> None:
    """One of several meetings announced together was on their day and in their place, unless it says otherwise."""
    series = occasion.series
    if series is None or occasion.is_call:
        return
    if series.date and series.date.end is None:
        occasion.date = occasion.date or series.date
    venue, there = venue_side(occasion), series.place.country if series.place else None
    if occasion.place is None and (venue is None or venue.name == there):
        occasion.place, occasion.destination = series.place, series.destination


def _begin_as_release(occasions: list[Occasion]) -> None:
    """The first occasion reported has the day and place of the sentence with which the release opens, where it has none of its own."""
    first = next((occasion for occasion in occasions if occasion.status == "primary"), None)
    if first is None or first.scene.where != "body" or first.state != "held":
        return
    number, text = first.first.line.number, first.first.line.text
    refers = bool(BESIDE.match(text) or _REFERS.match(text))
    if not number or (number > placing.OPENING and not refers):
        return
    for line in first.scene.lines[: min(number, placing.OPENING)]:
        days = [date for date in line.dates if _is_of_release(first, line, date, refers=refers)]
        if first.date is None and len({date.start for date in days}) == 1:
            first.date = days[0]
        there, venue = _told_there(line, refers=refers), venue_side(first)
        if there and not first.is_call and (venue is None or (venue.name == there.country and not first.place)):
            at_home = there.country in first.sides or first.destination is None
            if first.place is None:
                first.place = there if at_home else None
            elif first.destination is None:  # a site that no table knows lies there
                first.destination = Side(there.country or "", True, 0, 0)


def _told_there(line: Line, *, refers: bool) -> Place | None:
    """The one place of a sentence; of one to which the next refers, the first behind the dateline, where all lie in one country."""
    places = [place for place in line.places if not (refers and len(line.places) > 1 and is_dateline(line, place))]
    sites = [place for place in places if place.evidence.rule == "places.site"]
    countries = {place.country for place in places if place.country}
    if len(sites) == 1 and len(countries) == 1:
        return replace(sites[0], country=countries.pop())  # "the people of Lae saw them off at Igam Barracks"
    if not places or len({place.country for place in places}) > 1 or (len(places) > 1 and not refers):
        return None
    return places[0] if places[0].country else None


def _is_of_release(first: Occasion, line: Line, date: Date, *, refers: bool) -> bool:
    """Whether a day with which a release opens is that of what it reports: counted from publication, or of its visit or talks."""
    if date.start.endswith("XX"):
        return False
    if date.basis == "relative":
        return date.end is None
    told, published = parse(date.start), parse(first.scene.published)
    near = bool(told and published and told.exact and published.exact and 0 <= (published.exact - told.exact).days <= _DAYS_BEFORE)
    return (
        near
        and bool(refers or _OF_MEETING.search(line.text) or {reference.person.name for reference in line.people} & set(first.people))
        and not _ENDED.search(line.text)
        and not _DATELINE.match(line.text, date.evidence.end - line.start)
    )


# "During his stay", "The ceremony was presided over": of that with which the release opens, as is what was "on the margins" of it
_REFERS = patterns.compile(
    r"(?:During|In\s+the\s+course\s+of|As\s+part\s+of)\s+(?:his|her|their|the)\s+(?:[\w-]+\s+){0,3}(?:stay|visit|trip|tour)\b"
    r"|(?:The|This)\s+(?:ceremony|event|meeting|session|talks|conference|parade|handover)\s+(?:was|were|is)\b"
)
_DAYS_BEFORE = 10  # days before publication of which a release reports
_OF_MEETING = patterns.compile(r"\b(?:visit|met|meeting|talks|session|hosted|received|welcomed|ceremony|parade|handover|reception)\b")
_ENDED = patterns.compile(r"\b(?:end(?:ed|s)?|concluded|completed|departed|left|set\s+sail|returned\s+(?:home|to|from))\b")
_DATELINE = patterns.compile(r"[^.;]{0,20}?(?:--|\s[–—-]\s)")


def _add_side_of_guest(occasion: Occasion, headline: frozenset[str]) -> None:
    """A guest of whom no country is told comes from the only other one that the headline names; so does a host of unnamed guests."""
    if len(occasion.sides) != 1 or occasion.is_call or not occasion.people:
        return
    scene, (home,) = occasion.scene, occasion.sides
    unnamed = not any((side := scene.home(name)) and side.name == home for name in occasion.people)
    guests = [name for name in occasion.people if (unnamed or name not in occasion.met) and scene.is_unsure(name)]
    visits = occasion.is_journey and occasion.destination and occasion.destination.name == home
    received = occasion.first.trigger.roles in ("guest-host", "host-guest") and (unnamed or len(occasion.people) > 1)
    origin = _left(occasion) or (next(iter(headline - {home})) if len(headline) == 2 and home in headline else None)
    if guests and origin and origin != home and (visits or received):
        at = occasion.people[guests[0]]
        occasion.sides[origin] = (Side(origin, True, at.start, at.end), at)


def _add_attaches(occasion: Occasion) -> None:
    """The attachés whom somebody had with him are those whom the release names, and those of the states that it lists as represented."""
    first, scene = occasion.first, occasion.scene
    told = _ATTACHES.search(scene.passage.text, first.line.start, min(first.line.end, first.end + 60))
    if len(occasion.sides) > 1 or occasion.is_call or not told:
        return
    venue = venue_side(occasion)
    if not occasion.sides and venue:
        occasion.sides[venue.name] = (venue, scene.evidence(first.start, first.end, first.trigger.rule))
    for reference in scene.cast.references:
        home = scene.side_of(reference.person)
        if reference.how == "name" and home and home.name not in occasion.sides and _ATTACHE.search(reference.person.position or ""):
            occasion.add(scene, reference, first.trigger.rule)
    listed = [line for line in scene.lines[first.line.number :] if _LISTED.search(line.text)]
    for term in (term for line in listed for term in scene.terms(line.start, line.end) if term.kind == "country"):
        at = scene.evidence(term.start, term.end, first.trigger.rule)
        occasion.sides.setdefault(term.value, (Side(term.value, True, term.start, term.end), at))


_ATTACHES = patterns.compile(r"\battach[eé]s\b|\bcorps\b", re.IGNORECASE)
_ATTACHE = patterns.compile(r"\battach[eé]|\b(?:defen[cs]e|military|naval|air)\s+advis[eo]r\b|\b(?:dean|doyen)\b", re.IGNORECASE)
# "Represented at the session were Chile, Peru and", "Attachés of Chile, Peru and Brazil took part"
_LISTED = patterns.compile(
    r"\b[Rr]epresented\b[^.;]{0,40}?\bwere\b|\b(?:attach[eé]s|DAs)\s+(?:of|from|representing)\b|\bcountries\s+represented\b|\bwere\s+represented\b"
)


def _left(occasion: Occasion) -> str | None:
    """The country of the town that the sentence says was left: "left Dhaka for New Delhi"."""
    line = occasion.first.line
    return next((place.country for place in line.places if _LEAVING.search(line.text[: place.evidence.start - line.start])), None)


_LEAVING = patterns.compile(r"\b(?:left|leaves|leave|departed|departs)\s+\Z")


def _has_others(occasion: Occasion, occasions: list[Occasion]) -> bool:
    """Whether one of its people takes part in another occasion that is reported."""
    names = set(occasion.people)
    return any(other is not occasion and other.status == "primary" and names & set(other.people) for other in occasions)


def _add_side_of_venue(occasion: Occasion, *, alone: bool) -> None:
    """A host of whom no country is told, or only guessed, is at home where the meeting is: "In Lima the admiral met with Minister Roca"."""
    venue = venue_side(occasion)
    if venue is None or occasion.is_call or len(occasion.sides) != 1 or venue.name in occasion.sides:
        return
    if _is_seen_abroad(occasion, alone=alone) or _is_in_talks_of_two(occasion):
        occasion.sides[venue.name] = (venue, occasion.scene.evidence(occasion.first.start, occasion.first.end, occasion.first.trigger.rule))
        return
    if len(occasion.people) == 1:
        _add_unnamed_hosts(occasion, venue)
        return
    came = {reference.person.name for reference in occasion.first.before}
    met = occasion.met or ([name for name in occasion.people if name not in came] if occasion.is_journey else [])
    hosts = [name for name in met if occasion.scene.is_unsure(name) and _OFFICIAL.search(occasion.scene.person(name).position or "")]
    if hosts:
        at = occasion.people[hosts[0]]
        occasion.sides[venue.name] = (Side(venue.name, True, at.start, at.end), at)


def _is_in_talks_of_two(occasion: Occasion) -> bool:
    """Whether talks by their kind have two sides, of which one is told: "attended the fourth round of staff talks in Lima"."""
    first = occasion.first
    words = occasion.scene.passage.text[first.start : first.end]
    return first.trigger.rule.endswith("took-part-in-round") and _OF_TWO.search(words) is not None


_OF_TWO = patterns.compile(r"\b(?:[Ss]taff|[Bb]ilateral|\w+-to-\w+)\b")


def _is_seen_abroad(occasion: Occasion, *, alone: bool) -> bool:
    """Whether a guest was shown something in a country of which nobody is named: "General Popa toured the museum in Lima".

    One's own troops, embassies and contingents abroad, and bodies of many states, are no hosts.
    """
    first, text = occasion.first, occasion.scene.passage.text
    in_port = first.trigger.needs == "unit" and first.kind == "visit"  # whoever the commander called on there is a host, too
    seen = _SEEN.match(text, first.start) or (in_port and _CAME_IN.match(text, first.start))
    if not (occasion.is_umbrella or in_port) or not seen or occasion.state != "held":
        return False
    if not alone and occasion.place and occasion.place.evidence.start <= first.end + len("the "):
        return False  # a town gone to, in which others were met
    if occasion.place and occasion.sides.keys() & towns.countries_of(occasion.place.name):
        return False  # a town of this name lies in the guests' own country, too
    return not _OWN_ABROAD.search(text, first.end, first.line.end) and not any(side.start > first.start for side in first.sides)


_SEEN = patterns.compile(
    r"(?:(?:was|were)\s+(?:\w+\s+)?(?:shown|taken|acquainted)"
    r"|visited|toured|inspected|saw|viewed|observed|watched|went\s+aboard|boarded|(?:acquainted|familiari[sz]ed)\b|got\s+(?:to\s+know|acquainted)|stopped|went|docked|moored|berthed|anchored|dropped|called|landed|entered|made|paid)"
)
_CAME_IN = patterns.compile(r"(?:arrived|arrives|reached|put\s+in|pulled|tied|is\s+alongside|came)\b")
_OWN_ABROAD = patterns.compile(
    r"\b(?:contingents?|battalion|embassy|consulate|troops|soldiers|peacekeepers|cemetery|detachment|battlegroup|headquarters\s+of\s+(?:NATO|the\s+(?:EU|UN))|exhibition|fair)\b",
    re.IGNORECASE,
)


def _add_unnamed_hosts(occasion: Occasion, venue: Side) -> None:
    """Leaders of the country gone to are a side, though none is named: "In Peru, General Popa met with defense leaders"."""
    first = occasion.first
    if first.kind == "meeting" and first.destination and not first.behind:
        named = _LEADERS.match(occasion.scene.passage.text, first.end)
        if named:
            occasion.sides[venue.name] = (venue, occasion.scene.evidence(first.end, named.end(), first.trigger.rule))


_LEADERS = patterns.compile(
    r"\s+(?:with\s+)?(?:the\s+|his\s+|her\s+|several\s+|senior\s+)?(?:[\w’'-]+\s+){0,4}?(?:leaders|authorities|officials|counterparts?|government|hosts?|ministers|chiefs)\b"
)
_OFFICIAL = patterns.compile(
    r"\b(?:Minister|President|Premier|Chief|Secretary|Governor|King|Speaker|Mayor|Commander|Director|Chairman|Head|Undersecretary)\b",
    re.IGNORECASE,
)


def _add_visited(occasions: list[Occasion]) -> None:
    """A place seen by a guest between his talks has the same hosts: "on Wednesday he visited the brigade in Brest"."""
    primary = [occasion for occasion in occasions if occasion.status == "primary"]
    for at, occasion in enumerate(primary):
        if not occasion.is_umbrella or len(occasion.sides) != 1 or occasion.place is None:
            continue
        for before in reversed(primary[:at]):
            others = before.sides.keys() - occasion.sides.keys()
            at_home = occasion.place.country is None or occasion.place.country in others
            if len(before.sides) == 2 and len(others) == 1 and at_home and set(before.people) & set(occasion.people):
                name = next(iter(others))
                occasion.sides[name] = before.sides[name]
                break


def _complete_mentioned(occasions: list[Occasion]) -> None:
    """A next or earlier meeting told without people ("the 4th round was held in Lima in 2022") has the sides of the one reported."""
    lead = next((occasion for occasion in occasions if occasion.status == "primary"), None)
    for occasion in occasions if lead else ():
        bare = not occasion.people and not occasion.sides and occasion.first.kind == "meeting"
        if lead and occasion.status == "mentioned" and bare and (occasion.date or occasion.place):
            occasion.sides.update(lead.sides)


def _fold_journeys(occasions: list[Occasion]) -> None:
    """Takes a journey away where its meetings are told by themselves, and leaves them its country and days."""
    for journey in [occasion for occasion in occasions if _is_mere_journey(occasion)]:
        gone_to = _gone_to(journey)
        inside = [other for other in occasions if other is not journey and other.status == "primary" and _lies_in(other, journey, gone_to)]
        if not inside:
            continue
        for other in inside:
            here = [side for name, side in gone_to.items() if name in other.sides]
            if other.destination is None and len(here) == 1:
                other.destination = here[0]
        if len(inside) == 1 and inside[0].date is None and inside[0].first.line.number >= journey.first.line.number:
            inside[0].date = journey.date
        occasions.remove(journey)


def _is_mere_journey(occasion: Occasion) -> bool:
    """Whether the occasion opened with a visit of which no talks with anybody named are told."""
    if occasion.status != "primary" or not occasion.is_journey:
        return False
    if occasion.is_umbrella:
        gone_to = occasion.destination and occasion.destination.start >= occasion.first.start
        return bool(gone_to) or (len(occasion.frames) == 1 and _only_arrives(occasion))
    return not any(frame.behind for frame in occasion.frames)


def _only_arrives(occasion: Occasion) -> bool:
    """Whether the words tell of an arrival, and of nobody but who invited."""
    first, text = occasion.first, occasion.scene.passage.text
    invited = all(_INVITATION.search(text, first.end, person.start) for person in first.behind)
    return invited and bool(_ARRIVED.match(text, first.start))


_INVITATION = patterns.compile(r"\binvitation\s+(?:of|from)\b")
_ARRIVED = patterns.compile(r"(?:arriv|travel|fl[iey]|came|on\s+an?\s)")


def _gone_to(journey: Occasion) -> dict[str, Side]:
    """The countries that the sentence of the journey names behind its words, and the one of the place."""
    first = journey.first
    found = {
        term.value: Side(term.value, True, term.start, term.end)
        for term in journey.scene.terms(first.start, first.line.end)
        if term.kind == "country"
    }
    for side in (journey.destination, venue_side(journey)):
        if side:
            found.setdefault(side.name, side)
    return found


def _lies_in(other: Occasion, journey: Occasion, gone_to: dict[str, Side]) -> bool:
    if not journey.people:  # a ship that came, whose commander called on somebody
        return other.first.kind == "meeting" and journey.first.trigger.needs == "unit" and bool(other.sides.keys() & journey.sides.keys())
    if not set(journey.people) & set(other.people) or not other.sides.keys() & gone_to.keys():
        return False
    arrives = _ARRIVED.match(journey.scene.passage.text, journey.first.start)
    if other.date and journey.date and journey.date.end is None and not overlap(other.date, journey.date) and journey.place and not arrives:
        return False  # sights seen on another day
    return not (other.place and other.place.country and other.place.country not in gone_to)


def _carry(before: Occasion, occasion: Occasion) -> None:
    """A later occasion of the same day and country need not say so again."""
    left = occasion.first.kind == "exercise" and standing.is_on_leaving(
        occasion.first
    )  # on the last day of a stay, and not that of the calls
    if occasion.date is None and before.date and not (left or _is_of_late(occasion)) and _is_of_same_days(before, occasion):
        occasion.date = before.date
    venue = venue_side(before)
    if occasion.destination is None and venue and (venue.name in occasion.sides or len(before.sides.keys() & occasion.sides.keys()) > 1):
        occasion.destination = venue
    text = occasion.first.line.text
    if _MARGINS.match(text) and occasion.date and before.date and not overlap(occasion.date, before.date):
        return
    if occasion.destination is None and venue and occasion.first.sequel and set(before.people) & set(occasion.people):
        occasion.destination = venue  # "Afterwards, Minister Popa met with", in a third country
    beside = occasion.first.line.number == before.first.line.number or _NEXT_TO.match(text) or _ALSO.search(text)
    one_by_one = occasion.first.apart and occasion.first.line.paragraph == before.frames[-1].line.paragraph
    after = (
        occasion.first.sequel
        and occasion.first.kind == "meeting"
        and set(before.people) & set(occasion.people)
        and _within(occasion.date, before.date)
    )
    in_town = after or _same_day_and_town(before, occasion)
    if occasion.place is None and not occasion.is_call and (beside or one_by_one or in_town) and not _is_site_of_other(before, occasion):
        occasion.place = before.place


def _is_of_late(occasion: Occasion) -> bool:
    """Whether a sentence leaves open on which of the days before it was: "The ambassador | recently visited | the academy"."""
    line, start = occasion.first.line, occasion.first.start - occasion.first.line.start
    return bool(_RECENTLY.search(line.text, max(0, start - 30), start + 60))


_RECENTLY = patterns.compile(r"\b(?:recently|of\s+late|some\s+time\s+ago|in\s+recent\s+(?:days|weeks|months))\b")


def _stay_in_town(occasion: Occasion, earlier: list[Occasion]) -> None:
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


_DAYS_BESIDE = 3
_NEARBY = 8  # earlier occasions among which one in the same town is sought
# "On the margins of the meeting, on 16 May, the Commissioner received", "hosted at the same venue"
_BESIDE_TALKS = patterns.compile(
    r"(?:On|In|At)\s+(?:the|its)\s+(?:margins|sidelines|fringes)(?:\s+of\s+the\s+(?:\w+\s+)?(?:meeting|session|conference|talks|summit|council|forum|ministerial|dialogue))?\b"
    r"|On\s+the\s+eve\s+of\s+the\s+(?:\w+\s+)?(?:ceremony|meeting|session|conference|talks|exercise)\b"
    r"|[^.;]{0,200}?\bat\s+the\s+same\s+(?:venue|place|location)\b",
    re.IGNORECASE,
)


def _is_site_of_other(before: Occasion, occasion: Occasion) -> bool:
    """Whether the talks before were on a site of hosts who take no part in these."""
    at_site = before.place is not None and before.place.evidence.rule == "places.site"
    return at_site and bool(occasion.met) and not set(before.met) & set(occasion.met)


_MARGINS = patterns.compile(r"(?:On|In)\s+the\s+(?:margins|sidelines)\b")


def _is_of_same_days(before: Occasion, occasion: Occasion) -> bool:
    """Whether an occasion that says no day was on the day of the one before it."""
    text, date = occasion.first.line.text, before.date
    beside = bool(_NEXT_TO.match(text) or _ALSO.search(text))
    if date is None or date.end is not None:
        shares = bool(set(before.people) & set(occasion.people))
        close_by = occasion.first.line.paragraph == before.frames[-1].line.paragraph or (date and _lasts_two_days(date))
        return bool(date and (_NEXT_TO.match(text) or (shares and close_by and not _MARGINS.match(text))))
    if occasion.first.sequel and _LATER_ON.search(text):
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
    return bool(there and shares and (at_home or abroad) and _within(occasion.date, before.date))


def _within(day: Date | None, days: Date | None) -> bool:
    """Whether a date is one of these days, or neither is told."""
    if day is None or days is None:
        return day is days
    return days.start <= day.start <= (days.end or days.start)


_ALSO = patterns.compile(
    r"\b(?:[Oo]n\s+the\s+(?:margins|sidelines)\s+of\s+the|[Ii]n\s+the\s+margins\s+of\s+the|also\s+(?:met|held|had|received|called|paid))\b"
)
