"""For which country a person speaks, where rank, office or body do not say: delegation, place of the visit, the release itself."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.engine.rules.people import home as home_of
from ingest.engine.rules.people.delegations import NEAR, Delegations
from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.lexicon import lexicon
from ingest.engine.rules.people.line import Sighting
from ingest.engine.types import Organization, Where


def settle(sightings: list[Sighting], home: str | None, bodies: tuple[Organization, ...]) -> list[Sighting]:
    """The sightings with the country that their surroundings tell; a country that stands beside the name is left as it is."""
    known = {body.name: body.country for body in bodies}
    settled = []
    marks: dict[Where, Delegations] = {}
    for sighting in sightings:
        where = sighting.view.passage.where
        if where not in marks:
            marks[where] = Delegations(sighting.view)
        settled.append(_settled(sighting, known, marks[where], home))
    return _shared(settled, home)


# ---- one sighting ----


def _settled(sighting: Sighting, known: dict[str, str | None], delegations: Delegations, home: str | None) -> Sighting:
    if sighting.country is not None:
        return sighting
    office = sighting.office
    if office is not None and office.country is not None:
        return replace(sighting, country=office.country, country_at=(office.start, office.end))
    organization = sighting.organization or (office.organization if office else None)
    body = known.get(organization) if organization else None
    if organization and (body == INTERNATIONAL or home_of.is_international(organization)):
        return replace(sighting, country=INTERNATIONAL, country_at=(sighting.begin, sighting.close))
    if organization and (code := home_of.of_name(organization)):
        return replace(sighting, country=code, country_at=(sighting.begin, sighting.close))
    if office is not None and (code := _own_country(office.position, home)):
        return replace(sighting, country=code, country_at=(office.start, office.end))
    if organization and home == INTERNATIONAL:
        return replace(sighting, country=INTERNATIONAL, country_at=(sighting.begin, sighting.close))
    if found := delegations.of(sighting) or _where(sighting, home):
        return replace(sighting, country=found[0], country_at=found[1])
    if body and home is None:
        return replace(sighting, country=body, country_at=(sighting.begin, sighting.close))
    return sighting


def _own_country(position: str, home: str | None) -> str | None:
    """The country whose offices alone are called so: "Secretary of Defense". Those of the release’s own country keep theirs."""
    lower = position.lower()
    code = next((code for words, code in lexicon().own_countries if words in lower), None)
    return None if code == "US" and home in _SECRETARIES else code


# States besides the United States that have secretaries of defense or of state.
_SECRETARIES = frozenset({"PH", "HN", "MX", "GB", "FR", "PT", "CH", "VA"})


def fallback(sighting: Sighting, home: str | None) -> tuple[str, tuple[int, int]] | None:
    """The country of an official whom nothing near marks: an ambassador the guest’s, others the release’s own; with an international
    publisher, the country named last before in the sentence."""
    position = sighting.office.position.lower() if sighting.office is not None else ""
    if "ambassador" in position and home != "US":
        return _only_foreign(sighting, home)
    if home == "US" and _NOT_AMERICAN.search(position):
        return _only_foreign(sighting, home)
    if home is not None and home != INTERNATIONAL:
        return home, (sighting.begin, sighting.close)
    if home == INTERNATIONAL and sighting.office is not None and not _NATIONAL.search(sighting.office.position.lower()):
        return INTERNATIONAL, (sighting.begin, sighting.close)
    told = sighting.office is not None or sighting.rank is not None
    return _named_before(sighting) if home == INTERNATIONAL and told else None


# Offices that the United States do not have: in a release of theirs whoever holds one is a guest.
_NOT_AMERICAN = re.compile(r"\bminister|\bpremier|chief of (?:the )?(?:defen[cs]e|general staff)")
_NATIONAL = re.compile(
    r"minister|president|premier|chancellor|ambassador|chief of (?:the )?(?:general|defen[cs]e|army|naval|air)|secretary of|king|mayor"
)


def _where(sighting: Sighting, home: str | None) -> tuple[str, tuple[int, int]] | None:
    """The country of "flew to Oman, where she held talks with …" for those who are met there."""
    view = sighting.view
    start = max(view.sentence(sighting.begin)[0], sighting.begin - NEAR)
    for at in range(sighting.begin - 1, start, -1):
        if view.folds[at] == "where":
            for place in range(at - 1, start - 1, -1):
                found = view.countries.get(place) or view.places.get(place)
                if found is not None and view.fold(place - 1) in {"to", "in", "at", "for", "of"} and found.kind != "demonym":
                    return (found.value, (found.start, found.end)) if found.value != home else None
    return None


def _only_foreign(sighting: Sighting, home: str | None) -> tuple[str, tuple[int, int]] | None:
    view = sighting.view
    start, stop = view.sentence(sighting.start)
    around = range(max(start, sighting.begin - NEAR), min(stop, sighting.close + NEAR))
    named = [found for at in around if (found := view.countries.get(at) or view.places.get(at)) is not None]
    near = [found for found in named if found.value != home]
    if len({found.value for found in near}) == 1:
        return near[0].value, (near[0].start, near[0].end)
    return None


def _named_before(sighting: Sighting) -> tuple[str, tuple[int, int]] | None:
    view = sighting.view
    for at in range(sighting.begin - 1, max(view.sentence(sighting.begin)[0], sighting.begin - NEAR) - 1, -1):
        found = view.countries.get(at)
        if found is not None:
            return found.value, (found.start, found.end)
    return None


def _shared(sightings: list[Sighting], home: str | None) -> list[Sighting]:
    """The sightings with the one foreign country of a list after "with" given to all in it: "spoke with A, B and C of the Ukrainian …"."""
    settled = list(sightings)
    first = 0
    while first < len(settled):
        last = first
        while last + 1 < len(settled) and _coordinated(settled[last], settled[last + 1]):
            last += 1
        last_marked = settled[last].country is not None
        codes = {each.country for each in settled[first : last + 1]} - {None}
        before = settled[first].view.fold(settled[first].begin - 1)
        before = settled[first].view.fold(settled[first].begin - 2) if before in {"the", "his", "her"} else before
        if last > first and last_marked and len(codes) == 1 and before == "with" and not codes & {home, INTERNATIONAL}:
            model = next(each for each in settled[first : last + 1] if each.country)
            for number in range(first, last + 1):
                if settled[number].country is None:
                    settled[number] = replace(settled[number], country=model.country, country_at=model.country_at)
        first = last + 1
    return settled


def _coordinated(first: Sighting, second: Sighting) -> bool:
    if first.view is not second.view or not first.close <= second.begin <= first.close + 3:
        return False
    return all(first.view.folds[at] in {",", "and", "the", ";"} for at in range(first.close, second.begin)) and second.begin > first.close
