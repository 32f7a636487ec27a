"""The people of a release: everyone whom headline or body names, with the office held that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.engine import levels, patterns
from ingest.engine.rules.people import (
    allegiance,
    antecedents,
    identity,
    journey,
    last_resort,
    lettered,
    ministries,
    opposed,
    sightings,
    standing,
    summary,
    titles,
    view,
    whence,
)
from ingest.engine.rules.people.identity import Group
from ingest.engine.rules.people.journey import Journeys
from ingest.engine.rules.people.line import Sighting
from ingest.engine.types import Evidence, Organization, Passage, Person, Release


def find(both: tuple[Passage, Passage], release: Release, bodies: tuple[Organization, ...]) -> tuple[Person, ...]:
    """Return the people named in headline and body, in the order in which the body names them first.

    `bodies` are the organizations found so far; they part position from organization. A name counts where rank, honorific, office, a body
    or a country stands beside it; after that its short forms count as well.
    """
    title, body = (view.of(passage, bodies) for passage in both)
    seen = [*titles.told(lettered.held(sightings.find(body))), *sightings.find(title), *summary.read(release, body, bodies)]
    home = whence.country(release, (title, body), seen)
    served = antecedents.serve(standing.counterparts(seen), release.publisher)
    journeys = journey.of((title, body), home, release)
    settled = allegiance.settle(served, home, bodies, journeys, publisher=release.publisher)
    if home is not None and release.publisher is None and opposed.is_of_partner(settled, home):
        home, journeys = None, journey.of((title, body), None, release)
        settled = allegiance.settle(served, home, bodies, journeys)
    seen = standing.in_for(settled)
    groups = identity.gather(seen)
    for each in (body, title):
        identity.mention(each, groups)
    rivals = allegiance.rivals(groups, home) if home is not None else {}
    guest = allegiance.guest_country(seen, home)
    undecided = opposed.undecided(groups)
    found = (
        _person(group, None if number in undecided else home, rivals.get(number), guest, journeys)
        for number, group in enumerate(groups)
        if _is_person(group)
    )
    return ministries.place(tuple(found), bodies, home, publisher=release.publisher)


def _is_person(group: Group) -> bool:
    """Whether the sightings are enough for a person: a headline in capitals alone is not, for all of its words look like names."""
    return any(not each.view.shouting for each in group.sightings)


def _person(group: Group, home: str | None, rival: bool | None, guest: str | None, journeys: Journeys) -> Person:
    ranked = next((each for each in group.sightings if each.rank is not None), None)
    held = _office(group)
    office = held.office if held else None
    position = office.position if office else None
    honoured = next((each for each in group.sightings if each.honorific is not None), None)
    honoured = None if honoured is not None and honoured.honorific == position else honoured
    organization, serves_at = _organization(group, held)
    country, speaks_at = _country(group, home, guest, journeys)
    if rival is not None and country == home and speaks_at is not None and speaks_at.rule == "people.country-context":
        country, speaks_at = _of_rival(group, home, guest if rival else None, speaks_at)
    rank = _rank(ranked, country, position)
    name, honorific = _called(group.fullest.name, honoured.honorific if honoured else None)
    return Person(
        name=name,
        aliases=_aliases(group),
        rank=rank,
        honorific=honorific,
        position=position,
        organization=organization,
        country=country,
        level=levels.level(rank, position, organization=organization),
        acting=bool(office and office.acting),
        former=bool(office and office.former),
        on_behalf_of=next((each.on_behalf_of for each in group.sightings if each.on_behalf_of), None),
        evidence=(*_shown(group.fullest, ranked, honoured, held), *_proofs(organization=serves_at, country=speaks_at)),
        mentions=tuple(_mentions(group)),
    )


def _rank(ranked: Sighting | None, country: str | None, position: str | None) -> str | None:
    rank = ranked.rank.name if ranked and ranked.rank else None
    if rank == "Field Marshal" and ranked and ranked.rank and ranked.rank.abbreviated and _OF_FOREIGN_AFFAIRS.search(position or ""):
        return None  # "FM N", the foreign minister
    return "General" if rank == "Army General" and country in _WITHOUT_ARMY_GENERALS else rank


_OF_FOREIGN_AFFAIRS = patterns.compile(r"(?i)\b(?:foreign|external)\b.*\bminister\b|\bminister\b.*\b(?:foreign|external)\b|^FM$")

# Where "Army General N" is the service and the rank, and no rank by itself.
_WITHOUT_ARMY_GENERALS = frozenset({"US", "GB", "CA", "AU", "NZ", "KR", "PH", "IN", "PK"})


def _called(name: str, honorific: str | None) -> tuple[str, str | None]:
    """The name and the honorific, of which "Sheikh Hasina", whom no release names otherwise, has none."""
    if honorific in _PARTS_OF_NAMES and " " not in name:
        return f"{honorific} {name}", None
    return name, honorific


_PARTS_OF_NAMES = frozenset({"Sheikh", "Begum"})


def _shown(named: Sighting, ranked: Sighting | None, honoured: Sighting | None, held: Sighting | None) -> Iterator[tuple[str, Evidence]]:
    """Where name, rank, honorific and position stand."""
    office = held.office if held else None
    spans = (
        ("name", named, (named.start, named.end)),
        ("rank", ranked, ranked.rank_at if ranked else None),
        ("honorific", honoured, honoured.honorific_at if honoured else None),
        ("position", held, (office.start, office.end) if office else None),
    )
    for name, sighting, span in spans:
        if sighting is not None and span is not None:
            yield name, sighting.view.evidence(*span, sighting.rule)


def _proofs(**found: Evidence | None) -> Iterator[tuple[str, Evidence]]:
    for name, evidence in found.items():
        if evidence is not None:
            yield name, evidence


def _office(group: Group) -> Sighting | None:
    """The first of the sightings that tell the office best: in more than one word, no mere grade, in the body, beside the full name."""
    holding = [each for each in group.sightings if each.office is not None and each.office.position]
    if not holding:
        return None

    def worth(each: Sighting) -> tuple[bool, bool, bool, bool, bool]:
        words = len(each.office.position.split()) + bool(each.office.organization) if each.office else 0
        own = each.office is not None and not each.office.counterpart
        told = words > 1 or _is_sufficient(each)
        return own, told, not _is_grade(each), each.view.passage.where == "body", len(each.parts) > 1

    return max(holding, key=worth)


def _is_grade(sighting: Sighting) -> bool:
    """Whether the office is a grade, which gives way to one told elsewhere: "Assistant to the President for National Security Affairs"."""
    return sighting.office is not None and sighting.office.position.lower().startswith(sighting.view.lex.grades)


def _is_sufficient(sighting: Sighting) -> bool:
    """Whether one word says all of an office: "President", "Tánaiste"."""
    return sighting.office is not None and sighting.office.position.lower() in _SUFFICIENT


_SUFFICIENT = frozenset(
    {
        "president",
        "premier",
        "chancellor",
        "king",
        "queen",
        "emir",
        "amir",
        "sultan",
        "pope",
        "taoiseach",
        "tánaiste",
        "ambassador",
        "saceur",
    }
)


def _organization(group: Group, held: Sighting | None) -> tuple[str | None, Evidence | None]:
    if held and held.office and held.office.organization:
        return held.office.organization, held.view.evidence(held.office.start, held.office.end, held.rule)
    for each in ([held] if held else []) + group.sightings:
        if each.organization and each.organization_at:
            return each.organization, each.view.evidence(*each.organization_at, each.rule)
        if each.office and each.office.organization:
            return each.office.organization, each.view.evidence(each.office.start, each.office.end, each.rule)
    return None, None


def _country(group: Group, home: str | None, guest: str | None, journeys: Journeys) -> tuple[str | None, Evidence | None]:
    for each in sorted(group.sightings, key=_is_bare_counterpart):  # whoever is told elsewhere with a state is of that one
        if each.country and each.country_at:
            return each.country, each.view.evidence(*each.country_at, each.rule)
    for each in group.sightings:
        if found := last_resort.country(each, home, guest, journeys[each.view.passage.where]):
            return found[0], each.view.evidence(*found[1], "people.country-context")
    return None, None


def _is_bare_counterpart(sighting: Sighting) -> bool:
    return sighting.office is not None and sighting.office.counterpart and sighting.office.country is None


def _of_rival(group: Group, home: str | None, guest: str | None, context: Evidence) -> tuple[str | None, Evidence | None]:
    """The country of one who holds an office that another holds at home: the one foreign state of a sentence, else the guest's."""
    for each in group.sightings:
        if found := last_resort.only_foreign(each, home):
            return found[0], each.view.evidence(*found[1], "people.country-context")
    return (guest, context) if guest is not None else (None, None)


def _aliases(group: Group) -> tuple[str, ...]:
    name = group.fullest.name
    forms = [each.name for each in group.sightings if not each.view.shouting] + [
        text for _, text in group.mentions if not text.isupper() or name.isupper()
    ]
    kept: list[str] = []
    for form in _by_place(group, forms):
        if form != name and form.lower() not in {other.lower() for other in (*kept, name)}:
            kept.append(form)
    return tuple(kept)


def _by_place(group: Group, forms: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(forms), key=len)


def _mentions(group: Group) -> Iterator[Evidence]:
    spans = {(each.view.passage.where, each.start, each.end): each for each in group.sightings}
    found = [each.view.evidence(each.start, each.end, each.rule) for each in spans.values()] + [evidence for evidence, _ in group.mentions]
    yield from sorted(found, key=lambda evidence: (evidence.where == "body", evidence.start))
