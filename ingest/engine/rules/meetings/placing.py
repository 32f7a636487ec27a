"""Where occasions were whose sentences do not say so: in a ship’s port, at the stop of a journey, where headline or dateline say."""

from __future__ import annotations

from ingest.engine import gazetteers, patterns
from ingest.engine.rules import places as towns
from ingest.engine.rules.meetings import missions
from ingest.engine.rules.meetings.occasion import ENVOY, Occasion, days_apart, venue_side
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.types import Evidence, Place
from ingest.engine.values import replace

OPENING = 2  # sentences from the start in which a release says when and where all of it was


def find_land_of_port(occasion: Occasion) -> None:
    """The state of the port is a side; a port that no gazetteer knows lies in the one that the release names beside that of the ship."""
    if occasion.place is None or occasion.destination or occasion.first.trigger.needs != "unit" or len(occasion.sides) != 1:
        return
    scene, at = occasion.scene, occasion.place.evidence
    if occasion.place.country is not None:
        if not occasion.is_umbrella and occasion.first.tense == "past":
            occasion.sides.setdefault(occasion.place.country, (Side(occasion.place.country, True, at.start, at.end), at))
        return
    near = {place.country: place for place in occasion.first.line.places if place.country and place.country not in occasion.sides}
    named = {term.value: term for term in scene.terms(0, len(scene.passage.text)) if term.kind in ("country", "demonym")}
    others = [term for code, term in named.items() if code not in occasion.sides]
    if len(near) == 1:  # "docked at Tien Port, the city of Arica"
        ((country, place),) = near.items()
        occasion.destination = Side(country or "", True, place.evidence.start, place.evidence.end)
    elif len(others) == 1:
        occasion.destination = Side(others[0].value, True, others[0].start, others[0].end)
    if occasion.destination and not occasion.is_umbrella and occasion.first.tense == "past":
        occasion.sides.setdefault(occasion.destination.name, (occasion.destination, at))


def in_port(occasions: list[Occasion]) -> None:
    """Calls that the officers of a ship make were in its port, where the release tells of one."""
    ports = [each for each in occasions if each.first.trigger.needs == "unit" and each.place and each.status == "primary"]
    if len(ports) != 1:
        return
    port = ports[0].place
    for occasion in occasions:
        calls = occasion.first.kind == "meeting" and occasion.status == "primary" and occasion.place is None
        if calls and port and port.country in occasion.sides and ports[0].sides.keys() & occasion.sides.keys():
            occasion.place = port


def host_of_sidelines(scene: Scene) -> Place | None:
    """The place of the gathering beside which a release reports its talks: "held several meetings in Lima on the margins of the Forum"."""
    for line in scene.lines[:OPENING]:
        if scene.where == "body" and _BESIDE_GATHERING.search(line.text) and len({place.name for place in line.places}) == 1:
            return line.places[0]
    return None


# "on the margins of the Forum", "is in Lima for the Ministerial"
_BESIDE_GATHERING = patterns.compile(
    r"\b(?:on|in|at)\s+the\s+(?:sidelines|margins|fringes)\s+of\b|\b(?:(?:is|was|are|were|arrived)\s+in|left\s+for|travell?ed\s+to|went\s+to)\s+[A-Z][\w\s]{2,30}?\s(?:for|to\s+attend|to\s+take\s+part\s+in|to\s+participate\s+in)\s+(?:the|an?)\s"
)


def stops(scene: Scene) -> dict[str, Place]:
    """The towns of a journey with which a release opens, one in each country: "traveled to Lima, Peru, and Quito, Ecuador"."""
    for line in scene.lines[:OPENING] if scene.where == "body" else ():
        towns = _towns_of_tour(scene, line) or _town_visited(line)
        if towns:
            return towns
    return {}


def _towns_of_tour(scene: Scene, line: Line) -> dict[str, Place]:
    gone_to = _TOUR.search(line.text)
    places = [place for place in line.places if gone_to and place.country and place.evidence.start >= line.start + gone_to.end()]
    states = {term.start for term in scene.terms(line.start, line.end) if term.kind == "country"}
    places = [place for place in places if place.evidence.start not in states]  # "visited Djibouti and Kenya": no town
    if len({place.country for place in places}) < _SEVERAL:
        return {}
    by_country = {place.country or "": place for place in reversed(places)}
    return {country: place for country, place in by_country.items() if [each.country for each in places].count(country) == 1}


def _town_visited(line: Line) -> dict[str, Place]:
    """The one town to which a visit went: "called on the leaders of Peru during an official visit to | Lima"."""
    visited = [place for place in line.places if _VISIT_TO.search(line.text[: place.evidence.start - line.start])]
    return {place.country: place for place in visited if place.country} if len(visited) == 1 else {}


_SEVERAL = 2  # countries of a tour
_VISIT_TO = patterns.compile(r"\b(?:visit|trip)\s+to\s+(?:the\s+city\s+of\s+)?\Z")
_TOUR = patterns.compile(r"\b(?:travel(?:l?ed|s|l?ing)?|visited|visits|toured|tours|(?:trip|visit|tour|stops)\s+(?:to|of|in))\s")


def at_stop(occasion: Occasion, stops: dict[str, Place]) -> None:
    """Whom a traveller met without a place being told was met where the journey stopped in that country."""
    if occasion.is_call or occasion.place or occasion.state not in _ON_TOUR or occasion.first.kind != "meeting" or len(occasion.sides) != 2:
        return
    gone_to = [occasion.destination.name] if occasion.destination else list(occasion.sides)
    told = [stops[name] for name in gone_to if name in stops]
    if len(told) == 1:
        occasion.place = told[0]


_ON_TOUR = ("held", "planned")


def beside(occasion: Occasion, host: Place | None) -> None:
    """What is reported without a place was where the gathering was, beside which all of it took place."""
    venue = venue_side(occasion)
    if host and occasion.status == "primary" and not occasion.is_call and (venue is None or venue.name == host.country):
        occasion.place = occasion.place or host


def at_house(occasion: Occasion) -> None:
    """Who was received "at the ministry" was in the capital of the hosts, where the release has told of it and of no other town there."""
    venue = venue_side(occasion)
    if occasion.is_call or occasion.place or venue is None or occasion.status != "primary" or occasion.is_at_sea:
        return
    line, scene = occasion.first.line, occasion.scene
    if not _AT_HOUSE.search(line.text):
        return
    told = {place.name: place for each in scene.lines[: line.number + 1] for place in each.places if place.country == venue.name}
    if len(told) == 1 and all(towns.is_capital(name) for name in told):
        occasion.place = next(iter(told.values()))


def in_only_town(occasion: Occasion, earlier: list[Occasion]) -> None:
    """Who goes on to meet his hosts the same or the next day is still in their capital, the one town of theirs told of so far."""
    venue = venue_side(occasion)
    if occasion.is_call or occasion.place or venue is None or occasion.first.kind != "meeting" or occasion.is_at_sea:
        return
    if (occasion.status, occasion.state) != ("primary", "held"):
        return
    before = [other for other in earlier if other.state == "held" and set(other.people) & set(occasion.people)]
    there = [place for other in before if (place := other.place) and place.country == venue.name]
    lines = occasion.scene.lines[: occasion.first.line.number + 1]
    told = {place.name: place for line in lines for place in line.places if place.country == venue.name}
    towns_told = [place for place in told.values() if place.evidence.rule != "places.site" and "city" in gazetteers.kinds(place.name)]
    near = bool(there) and before[-1].place is there[-1] and _is_next(before[-1], occasion)
    if near and len(towns_told) == 1 and towns.is_capital(towns_told[0].name):
        occasion.place = towns_told[0]


def _is_next(before: Occasion, occasion: Occasion) -> bool:
    """Whether two occasions were on one day, or on two in a row."""
    return bool(before.date and occasion.date and days_apart(before.date, occasion.date) <= 1)


# "at the Ministry of National Defence", "to the ministry’s headquarters", "at his office"
_AT_HOUSE = patterns.compile(
    r"\b(?:at|in|to)\s+(?:the|his|her|their)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:[Mm]inistry|[Dd]epartment\s+of\s+(?:National\s+)?Defen[cs]e|General\s+Staff|[Hh]eadquarters|HQ|[Oo]ffice|(?:[Pp]residential|[Rr]oyal|[Nn]ational)\s+[Pp]alace)\b"
    r"(?!\s+(?:and|in|at)\s+[A-Z])"
)


def at_post(occasion: Occasion) -> None:
    """An envoy met where he serves: "met with the Russian Ambassador to Latvia"; the head of a mission, where the mission is."""
    if occasion.is_call or (occasion.status, occasion.state) != ("primary", "held") or venue_side(occasion) or occasion.is_at_sea:
        return
    posts = {post for name in occasion.people if (post := _post(occasion, name))}
    if len(posts) == 1:
        occasion.destination = Side(next(iter(posts)), True, 0, 0)


def at_mission(occasion: Occasion) -> None:
    """Who met the commander of a mission in the land in which it serves, or was received by him, was there: "the Commander of KFOR"."""
    if occasion.is_call or (occasion.status, occasion.state) != ("primary", "held") or venue_side(occasion) or occasion.is_at_sea:
        return
    lands = {(name, missions.land_of(name)) for name, (side, _) in occasion.sides.items() if not side.is_state}
    there = {land for name, land in lands if land and (land in occasion.sides or name in occasion.hosts)}
    if len(there) == 1:
        occasion.destination = Side(next(iter(there)), True, 0, 0)


def _post(occasion: Occasion, name: str) -> str | None:
    """The state, one of the sides, in which the office of one of the people is held; None where no office of an envoy tells it."""
    person, home = occasion.scene.person(name), occasion.scene.home(name)
    others = {side for side, _ in occasion.sides.values() if side.is_state and not (home and side.name == home.name)}
    if not ENVOY.search(person.position or "") or home is None or not home.is_state:
        return None
    told = {term.value for term in gazetteers.find(f"{person.position} {person.organization}") if term.kind == "country"} - {home.name}
    named = {side.name for side in others}
    return next(iter(named)) if len(named) == 1 and (not told or told == named) else None


def in_headline(occasions: list[Occasion], there: Side | Place | None, headline: frozenset[str]) -> None:
    """What is reported without a place was where the headline says: "General Popa visits Chile", "Military leaders meet in Callao".

    A place is that of the occasion told first and of those between the same states; of others with its people it tells the country.
    """
    told = [occasion for occasion in occasions if occasion.status == "primary"]
    for occasion in told if there else ():
        in_land = isinstance(there, Place) and occasion is told[0] and occasion.destination and occasion.destination.name == there.country
        if occasion.is_call or occasion.place or (occasion.destination and not in_land):
            continue
        if isinstance(there, Place):
            goes_on = bool(set(occasion.people) & set(told[0].people))
            named = occasion.states() - {there.country} <= headline  # "meets Chilean, Peruvian counterparts in Callao"
            alike = occasion is told[0] or (goes_on and (occasion.states() == told[0].states() or named))
            if occasion.is_series or (alike and there.country in occasion.sides):
                occasion.place = there
            elif goes_on and there.country in occasion.sides:
                occasion.destination = Side(there.country, True, 0, 0)
        elif there and venue_side(occasion) is None and (there.name in occasion.sides or _is_of_a_body(occasion, told[0])):
            occasion.destination = there


def _is_of_a_body(occasion: Occasion, lead: Occasion) -> bool:
    """Whether the gathering told first is that of a body of states, of none of which it tells: "the ministers of the Union met"."""
    return occasion is lead and occasion.is_gathering and not any(side.is_state for side, _ in occasion.sides.values())


def on_own_visit(occasion: Occasion) -> None:
    """Who met somebody "within his official visit" was in the country of the other, wherever that was written down."""
    first, states = occasion.first, [side for side, _ in occasion.sides.values() if side.is_state]
    if (
        occasion.is_call
        or venue_side(occasion)
        or first.trigger.roles != "peers"
        or len(states) != 2
        or not _OWN_VISIT.search(first.line.text)
    ):
        return
    homes = {home.name for reference in first.before if (home := occasion.scene.side_of(reference.person))}
    others = [side for side in states if side.name not in homes]
    if len(homes) == 1 and len(others) == 1:
        occasion.destination = others[0]


def at_hosts(occasion: Occasion) -> None:
    """Who visited a house of the other side was in its country: "visited the Chilean Naval Headquarters and met Admiral Roca"."""
    first, states = occasion.first, [side for side, _ in occasion.sides.values() if side.is_state]
    if occasion.is_call or venue_side(occasion) or first.kind != "visit" or len(states) != 2 or occasion.state != "held":
        return
    homes = {home.name for reference in first.before if (home := occasion.scene.side_of(reference.person))}
    others = [side for side in states if side.name not in homes]
    house = _HOUSE.match(occasion.scene.passage.text, first.end)
    if house and len(homes) == 1 and len(others) == 1:
        occasion.destination = others[0]


_HOUSE = patterns.compile(
    r"\s*(?:to\s+)?(?:the\s+)?(?:[A-Z][\w.’'-]*\s+(?:of\s+|the\s+|and\s+|for\s+)*){0,6}"
    r"(?:[Hh]eadquarters|HQ|[Mm]inistry|[Dd]epartment|[Cc]ommand|[Aa]cademy|[Cc]ollege|[Uu]niversity|[Ss]chool|[Ii]nstitute|[Cc]ent(?:re|er)|[Bb]ase|[Bb]rigade|[Rr]egiment|[Ff]leet|[Ss]taff)\b"
)
_OWN_VISIT = patterns.compile(
    r"\b(?:[Ww]ithin|[Aa]s\s+(?:a\s+)?part\s+of|[Ii]n\s+the\s+(?:framework|scope|course|context)\s+of)\s+(?:his|her|their|its|the\s+(?:former|latter)['’]s)\s+(?:\w+\s+){0,3}?visit\b"
)


def at_dateline(occasion: Occasion, dateline: str | None) -> None:
    """What a release reports without a place happened where it was written, if that lies in the country of one of the sides."""
    if dateline is None or occasion.status != "primary" or occasion.is_call or occasion.is_at_sea or occasion.state == "planned":
        return
    venue = venue_side(occasion)
    if venue and (occasion.place or occasion.is_umbrella or (occasion.first.line.number > OPENING and _leaves_town(occasion, dateline))):
        return
    place, country = occasion.scene.first_place(dateline), occasion.scene.country_of(dateline)
    if country is None and place and venue and occasion.place is None and place.evidence.rule == "places.site":
        occasion.place = replace(place, country=venue.name)  # "BELMAR GARRISON, 14 May –": in the land of the hosts
    if country is None or country not in occasion.sides or (venue and venue.name != country):
        return
    if occasion.place is None and place is None:  # a dateline that stands above the body
        occasion.destination = Side(country, True, 0, 0)
        occasion.place = _town_above(dateline, country)
    elif occasion.place is None:
        occasion.place = place
    else:  # "at Santa Berta Naval Base", which no table knows
        occasion.place = replace(occasion.place, country=country)


def _leaves_town(occasion: Occasion, dateline: str) -> bool:
    """Whether sentences before the occasion tell of another town than that of the dateline; a house of no town told is none."""
    lines = occasion.scene.lines[: occasion.first.line.number + 1]
    towns = (place for line in lines for place in line.places if place.country or place.evidence.rule != "places.site")
    return any(place.name.casefold() not in dateline.casefold() for place in towns)


def _town_above(dateline: str, country: str) -> Place | None:
    """The town of a dateline above the body, which has no span in it: "Tirana, 26 September 2014"."""
    town = dateline.split(",")[0].strip()
    name = town.title() if town.isupper() else town
    is_known = any(term.kind == "city" and term.end - term.start == len(name) for term in gazetteers.find(name))
    return Place(name, country, Evidence(0, 0, "meetings.dateline")) if is_known else None
