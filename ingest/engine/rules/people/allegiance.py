"""For which country a person speaks, where rank, office or body do not say: delegation, place of the visit, the release itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from ingest.engine import patterns
from ingest.engine.rules.people import among_guests, companions, deciding, opposed, own_offices, receiving
from ingest.engine.rules.people import home as home_of
from ingest.engine.rules.people.delegations import NEAR, Delegations
from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.identity import Group
from ingest.engine.rules.people.journey import Journeys, is_object
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.standing import LATELY
from ingest.engine.rules.people.view import View
from ingest.engine.types import Organization, Where
from ingest.engine.values import replace


def settle(
    sightings: list[Sighting],
    home: str | None,
    bodies: tuple[Organization, ...],
    journeys: Journeys,
    *,
    publisher: str | None = None,
) -> list[Sighting]:
    """The sightings with the country that their surroundings tell; a country that stands beside the name is left as it is."""
    known = {body.name: body.country for body in bodies}
    guest = guest_country(sightings, home)
    case = partial(
        deciding.Case,
        home=home,
        guest=guest,
        named=frozenset(found.value for view in _views(sightings) for found in view.countries.values()),
        known=known,
        short=_short(bodies),
        told=frozenset(body.name for body in bodies if any(name == "country" for name, _ in body.evidence)),
        traveller=_traveller(sightings, journeys) if home is None else None,
        resident=home == INTERNATIONAL and _MISSION.search(publisher or "") is not None,
    )
    settled = receiving.part(_in_turn(sightings, journeys, known, case), home)
    settled = opposed.part(companions.share(settled, home), home, guest)
    if home is None:
        return _of_sole_state(_sent_by_the_other(_by_elimination(settled)), journeys)
    return among_guests.share(settled, home, guest, journeys) if home != INTERNATIONAL else settled


def _short(bodies: tuple[Organization, ...]) -> dict[str, str]:
    """The countries of the bodies whose names tell one, by the acronyms of these."""
    return {
        alias: code for body in bodies for alias in body.aliases if alias.isupper() and (code := home_of.of_name(body.name)) is not None
    }


def _in_turn(
    sightings: list[Sighting], journeys: Journeys, known: dict[str, str | None], case: Callable[..., deciding.Case]
) -> list[Sighting]:
    """The sightings settled from the first to the last, each with what is known of those before it."""
    settled: list[Sighting] = []
    marks: dict[Where, Delegations] = {}
    sides: dict[str, str | None] = {}  # their countries
    introduced: dict[str, str] = {}  # surnames of those named in full, with the office told then
    for sighting in sightings:
        sighting = _without_office_beside(sighting, introduced)
        where = sighting.view.passage.where
        if where not in marks:
            marks[where] = Delegations(sighting.view, known)
        parts = sighting.parts
        again = len(parts) == 1 and parts[0] in introduced
        subject = _subject(settled, sighting, sides)
        told = case(sighting=sighting, delegations=marks[where], journey=journeys[where], subject=subject, again=again)
        sighting = deciding.settled(told)
        settled.append(sighting)
        if len(parts) > 1:
            introduced.setdefault(parts[-1], sighting.office.position if sighting.office is not None else "")
            sides.setdefault(parts[-1], sighting.country)
    return settled


def _traveller(sightings: list[Sighting], journeys: Journeys) -> Sighting | None:
    """The one who is told first, if no country marks him or her and the same sentence tells that somebody comes to another state."""
    first = next((each for each in sightings if each.view.passage.where == "body"), None)
    if first is None or first.country is not None or (first.office is not None and first.office.country is not None) or is_object(first):
        return None
    _, stop = first.view.sentence(first.begin)
    journey = journeys[first.view.passage.where]
    goes = any(first.close <= at < stop and place is not None for at, place in journey.stops)
    tour = len({place for _, place in journey.stops if place is not None}) > 1  # "In Chile, Mr N met", "In Peru, the minister met"
    return first if goes or tour else None


def _subject(settled: list[Sighting], sighting: Sighting, sides: dict[str, str | None]) -> str | None:
    """The country of the first person of the sentence, by name or surname; None where the sighting is the first, the first is one of those
    who are met ("He will meet Minister N and | General M"), or nothing tells."""
    view = sighting.view
    start, _ = view.sentence(sighting.begin)
    before = [each for each in settled[-LATELY:] if each.view is view and start <= each.start]
    named = before[0] if before else None
    both_met = named is not None and is_object(named) and is_object(sighting)
    if named is not None and both_met and not _COMPANY.intersection(view.folds[named.close : sighting.begin]):
        return None
    for at in range(start, min(sighting.begin, start + NEAR)):
        if named is not None and named.start <= at < named.end:
            return named.country or sides.get(named.parts[-1])
        if view.folds[at] in sides and view.capital[at]:
            return sides[view.folds[at]]
    if named is None and view.fold(start) in {"he", "she"} and sighting.office is not None and sighting.office.counterpart:
        number = view.sentence_number(start)
        earlier = (each for each in settled[-LATELY:] if each.view is view and view.sentence_number(each.start) == number - 1)
        return next((each.country or sides.get(each.parts[-1]) for each in earlier), None)  # "N came. | She met her counterpart M"
    return None


_COMPANY = frozenset({"accompanied", "joined", "along", "together", "while", "who", "where"})


def _without_office_beside(sighting: Sighting, introduced: dict[str, str]) -> Sighting:
    """The sighting without an office that is another's: of "General Popa, the Greek Minister of Defence and N", told as Chief before."""
    office = sighting.office
    if office is None or office.country is None or office.start < sighting.end or len(sighting.parts) != 1:
        return sighting
    held = introduced.get(sighting.parts[0])
    return replace(sighting, office=None) if held and held.lower() != office.position.lower() else sighting


def _by_elimination(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings with the other of two states for those who hold an office that the one, the United States, does not have."""
    named = {found.value: found for view in _views(sightings) for found in view.countries.values()}
    other = next((code for code in named if code != "US"), None)
    if len(named) != 2 or "US" not in named or other is None:
        return sightings
    return [
        replace(each, country=other, country_at=(each.begin, each.close))
        if each.country is None and each.office is not None and own_offices.is_of_state(each.office.position)
        else each
        for each in sightings
    ]


def _sent_by_the_other(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings where envoys whom nothing marks are of the other of two states that the release names, if officials of one alone are
    marked: an embassy writes "Ambassador N called on the Defence Minister of Peru" and names its own state only with the ties."""
    marks = {each.country for each in sightings} - {None, INTERNATIONAL}
    if len(marks) != 1 or all(each.country is not None for each in sightings):
        return sightings
    views = _views(sightings)
    joined = (part for view in views for word in view.words if "-" in word for part in word.split("-") if part[:1].isupper())
    named = {found.value for view in views for found in view.countries.values()} | {home_of.of_name(part) for part in joined} - {None}
    if len(named) != 2 or not marks < named:
        return sightings
    other = next(iter(named - marks))
    return [
        replace(each, country=other, country_at=(each.begin, each.close))
        if each.country is None
        and each.office is not None
        and _ENVOY.fullmatch(each.office.position.lower())
        and _meets(each, sightings[number + 1 : number + _NEXT])
        else each
        for number, each in enumerate(sightings)
    ]


_NEXT = 6  # sightings behind an envoy among which is whoever was called on


def _meets(envoy: Sighting, behind: list[Sighting]) -> bool:
    """Whether an encounter leads from the envoy to an official whom a country marks: "Ambassador N | called on | Peru’s Minister M"."""
    view = envoy.view
    _, stop = view.sentence(envoy.begin)
    met = next((each for each in behind if each.view is view and envoy.close < each.start < stop and each.country is not None), None)
    return met is not None and not companions.ENCOUNTERS.isdisjoint(view.folds[envoy.close : met.begin]) and not is_object(envoy)


_ENVOY = patterns.compile(r"(?:ambassador|high commissioner|charg[eé] d.affaires(?: a\.?i\.?)?|defen[cs]e (?:attach[eé]|advis[eo]r))")


def _of_sole_state(sightings: list[Sighting], journeys: Journeys) -> list[Sighting]:
    """The sightings where all others serve organizations of states, with the one state that is named for those who hold a state's office:
    "Officers of KFOR met the Minister of Defence, | N |"; not where somebody comes to it."""
    named = {found.value for view in _views(sightings) for found in view.countries.values()}
    marks = {each.country for each in sightings} - {None} - named
    if len(named) != 1 or marks != {INTERNATIONAL}:
        return sightings
    state = next(iter(named))
    if any(place == state for journey in journeys.values() for _, place in journey.stops):
        return sightings
    return [
        replace(each, country=state, country_at=(each.begin, each.close))
        if each.country is None and each.office is not None and own_offices.is_of_state(each.office.position)
        else each
        for each in sightings
    ]


# Publishers that serve in the country of which they write, so that a general whom nothing marks is their own.
_MISSION = patterns.compile(r"\b(?:Mission|Force|Operation|[A-Z]*FOR|UN[A-Z]{3,}|MIN[A-Z]{4}|MONUSCO|EU[A-Z]{2})\b")


def rivals(groups: list[Group], home: str | None) -> dict[int, bool]:
    """The places in the list of those who hold an office that a state has once, where somebody named as often holds it too.

    True where that other is named twice as often or more, and so is the one at home.
    """
    by_office: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        if any(each.country is not None for each in group.sightings):
            continue
        offices = {each.office.position.lower() for each in group.sightings if each.office is not None and not each.office.former}
        if own_offices.has_secretaries(home):  # "Secretary of State for Defence" is the minister's junior there
            offices = {position for position in offices if "secretary" not in position}
        for position in {_HELD_ONCE[held] for position in offices if (held := _IN_PASSING.sub("", position)) in _HELD_ONCE}:
            by_office.setdefault(position, []).append(number)
    found: dict[int, bool] = {}
    for position, numbers in by_office.items():
        times = {number: len(groups[number].sightings) + len(groups[number].mentions) for number in numbers}
        own = max(numbers, key=lambda number: (times[number], -number))
        alone = position in {"defence minister", "foreign minister"}  # two presidents may meet in any order
        found |= {number: alone and 2 * times[number] <= times[own] for number in numbers if number != own}
    return found


_IN_PASSING = patterns.compile(r"(?:acting|interim|caretaker|new|outgoing|incoming) ")  # who holds an office for a while holds it too
_HELD_ONCE = {
    **{office: office for office in ("president", "prime minister", "king", "queen", "chancellor", "foreign minister")},
    **{
        f"{head} {field}": "defence minister"
        for head in ("minister of", "minister for", "secretary of", "secretary of state for")
        for field in ("defence", "defense", "national defence", "national defense")
    },
    "defence minister": "defence minister",
    "defense minister": "defence minister",
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
}


def guest_country(sightings: list[Sighting], home: str | None) -> str | None:
    """The one foreign country that a release is about: named at least three times as often as any other."""
    counts = Counter(found.value for view in _views(sightings) for found in view.countries.values() if found.value != home)
    ranked = counts.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1]) else None


def _views(sightings: list[Sighting]) -> list[View]:
    """The passages in which somebody is seen."""
    return list({id(sighting.view): sighting.view for sighting in sightings}.values())
