"""What sentences leave open: destinations become sides, journeys give way to their meetings, days and places carry on."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules import places as towns
from ingest.engine.rules.meetings import carrying, courtesies, journeys, placing
from ingest.engine.rules.meetings.hits import OFFICE
from ingest.engine.rules.meetings.occasion import Occasion, days_apart, told_at, venue_side
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.types import Place


def settle(occasions: list[Occasion], dateline: str | None, headline: frozenset[str], there: Side | Place | None) -> None:
    """Completes what sentences leave open: destinations become sides, journeys give way to their meetings, days and places carry on.

    `headline` holds the states that the headline names, `there` is the country or place in which it says that all of it was.
    """
    for occasion in occasions:
        placing.find_land_of_port(occasion)
        if occasion.destination and (occasion.is_umbrella or _met_unnamed_hosts(occasion)):
            side = occasion.destination
            occasion.sides.setdefault(side.name, (side, told_at(side, occasion.scene, occasion.first)))
    _add_offices_called_on(occasions)
    journeys.settle(occasions)
    _add_visited(occasions)
    _complete_mentioned(occasions)
    for occasion in occasions:
        placing.on_own_visit(occasion)
        placing.at_hosts(occasion)
    courtesies.find_hosts(occasions)
    carrying.begin_as_release(occasions)
    placing.in_headline(occasions, there, headline)
    _carry_on([occasion for occasion in occasions if occasion.status == "primary"], dateline)
    if occasions:
        journeys.leave_dateline(occasions)
    placing.in_port(occasions)
    host = placing.host_of_sidelines(occasions[0].scene) if occasions else None
    for occasion in occasions:
        placing.beside(occasion, host)
        placing.at_house(occasion)
        placing.at_post(occasion)
        placing.at_mission(occasion)
        _add_side_of_venue(occasion, alone=not _has_others(occasion, occasions))
        _add_side_of_guest(occasion, headline)
        _add_attaches(occasion)
        drop_wholes(occasion)


def drop_wholes(occasion: Occasion) -> None:
    """Where a part of an organization took part, the whole did not by itself: "the NATO Military Committee", and not NATO besides.

    Headquarters, staff and divisions are those of the whole; it may be there beside its mission.
    """
    named = [name for name, (side, _) in occasion.sides.items() if not side.is_state]
    for whole in named if len(named) > 1 else ():
        begins = tuple(f"{form} " for form in occasion.scene.forms_of(whole))
        for part in [
            each for each in named if each != whole and each.startswith(begins) and " Mission" not in each.removesuffix("Senior Mission")
        ]:
            occasion.sides.pop(part if part.endswith(("Headquarters", "Staff", "Division", "Senior Mission")) else whole, None)


def _carry_on(reported: list[Occasion], dateline: str | None) -> None:
    """Gives what is reported the days and places of the stops of a tour, of what was reported before it, and of the dateline."""
    stops = placing.stops(reported[0].scene) if reported else {}
    earlier: list[Occasion] = []
    for occasion in reported:
        carrying.share_of_series(occasion)
        placing.at_stop(occasion, stops)
        carrying.day_of_named(occasion, earlier)
        before = earlier[-1] if earlier else None
        if before is not None and not (len(before.sides) == 1 and before.place in stops.values()):
            carrying.carry(before, occasion)
            carrying.stay_in_town(occasion, earlier)
            placing.in_only_town(occasion, earlier)
        earlier.append(occasion)
        placing.at_dateline(occasion, dateline)
        carrying.stay_where_gone(occasion, reported[0])


def _met_unnamed_hosts(occasion: Occasion) -> bool:
    """Whether those who came on a visit met hosts of whom nobody is named: "paid visits to the schools and met with their leaders"."""
    return occasion.is_journey and len(occasion.sides) == 1 and not any(frame.behind for frame in occasion.frames)


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
    r"|\b(?:participants|attendees|guests)\s+(?:represented|came\s+from)\b"
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
    hosts = hosts or _hosts_in_clause(occasion)
    if hosts:
        at = occasion.people[hosts[0]]
        occasion.sides[venue.name] = (Side(venue.name, True, at.start, at.end), at)


def _hosts_in_clause(occasion: Occasion) -> list[str]:
    """Those who, as a clause says, received a guest where he had come: "visited Lima, where Colonel Roca hosted him"."""
    told = (frame for frame in occasion.frames if frame.goes_on and frame.trigger.needs == "pronoun")
    return [each.person.name for frame in told for each in frame.before if occasion.scene.is_unsure(each.person.name)]


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
    if occasion.place and (occasion.place.name in _SEATS or occasion.sides.keys() & towns.countries_of(occasion.place.name)):
        return False  # he came to the body of many states; a town of this name lies in the guests' own country, too
    return not _OWN_ABROAD.search(text, first.end, first.line.end) and not any(side.start > first.start for side in first.sides)


_SEATS = frozenset(["Brussels", "Mons", "Strasbourg", "Geneva", "New York", "Vienna", "The Hague"])  # towns of bodies of many states
_SEEN = patterns.compile(
    r"(?:(?:was|were)\s+(?:\w+\s+)?(?:shown|taken|acquainted)"
    r"|visited|toured|inspected|saw|viewed|observed|watched|went\s+aboard|boarded|(?:acquainted|familiari[sz]ed)\b|got\s+(?:to\s+know|acquainted)|stopped|went|docked|moored|berthed|anchored|dropped|called|landed|entered"
    r"|made|makes|making|paid|pays|paying|undert(?:ook|akes|aking)|on\s+an?\s+(?:[\w-]+\s+){0,3}?visit\b)"
)
_CAME_IN = patterns.compile(
    r"(?:arrived|arrives|reached|put\s+in|pulled|tied|is\s+alongside|came|steamed|glided|slipped|(?:is|are)\s+(?:currently\s+)?paying"
    r"|(?:was|were)\s+(?:\w+ly\s+)?(?:welcomed|hosted|received))\b"
)
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


def _add_offices_called_on(occasions: list[Occasion]) -> None:
    """Who received a guest on his journey and is told by his office alone is of the country gone to: "received by the Minister"."""
    primary = [occasion for occasion in occasions if occasion.status == "primary"]
    for at, occasion in enumerate(primary):
        if len(occasion.sides) != 1 or occasion.first.trigger.roles != "guest-host" or occasion.first.behind:
            continue
        journey = next((each for each in reversed(primary[:at]) if each.is_journey and set(each.people) & set(occasion.people)), None)
        venue = venue_side(journey) if journey else None
        if journey is None:
            journey, venue = _with_its_host(occasion, primary[:at])
        near = journey and (occasion.date is None or days_apart(occasion.date, journey.date) <= _DAYS_OF_JOURNEY)
        if venue and near and venue.name not in occasion.sides and OFFICE.match(occasion.scene.passage.text, occasion.first.end):
            occasion.destination = occasion.destination or venue
            occasion.sides[venue.name] = (
                venue,
                occasion.scene.evidence(occasion.first.start, occasion.first.end, occasion.first.trigger.rule),
            )


def _with_its_host(occasion: Occasion, earlier: list[Occasion]) -> tuple[Occasion | None, Side | None]:
    """The talks of the same guest that were told last, and the side of those who received him there."""
    guests = set(occasion.people)
    talks = next((each for each in reversed(earlier) if guests & set(each.people) and len(each.sides) == _PAIR and not each.is_call), None)
    if talks is None or talks.first.kind != "meeting":
        return None, None
    (host,) = (
        (side for name, (side, _) in talks.sides.items() if name not in occasion.sides)
        if occasion.sides.keys() <= talks.sides.keys()
        else (None,)
    )
    venue = venue_side(talks)
    return talks, host if host and (venue is None or venue.name == host.name) else None


_PAIR = 2  # states, of which one received
_DAYS_OF_JOURNEY = 7


def _complete_mentioned(occasions: list[Occasion]) -> None:
    """A next or earlier meeting told without people ("the 4th round was held in Lima in 2022") has the sides of the one reported."""
    lead = next((occasion for occasion in occasions if occasion.status == "primary"), None)
    for occasion in occasions if lead else ():
        bare = not occasion.people and not occasion.sides and occasion.first.kind in ("meeting", "call")
        if lead and occasion.status == "mentioned" and bare and (occasion.date or occasion.place):
            occasion.sides.update(lead.sides)
