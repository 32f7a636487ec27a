"""The bodies that headline and body name: ministries, services, commands, organizations of states, firms, schools."""

from __future__ import annotations

from ingest.engine.rules import Rule, countries
from ingest.engine.rules.countries import States
from ingest.engine.rules.organizations import merging, names, seats
from ingest.engine.rules.organizations.whose import Home
from ingest.engine.types import Evidence, Meeting, Organization, Passage, Person, Release

RULES = (
    Rule(
        "organizations.head",
        "Words around a head such as Ministry, Committee or Academy name a body.",
        "The Committee on Maritime Safety met.",
    ),
    Rule(
        "organizations.service",
        "A state before or behind Army, Navy, Forces and the like names a service.",
        "The Royal Norwegian Navy sailed.",
    ),
    Rule(
        "organizations.unit",
        "Capital words or a number before Staff, Command, Brigade and the like name a unit.",
        "The 12th Mechanized Brigade trained.",
    ),
    Rule("organizations.company", "Capital words before the form of a firm name a firm.", "Nordvik Shipbuilding, Ltd. signed."),
    Rule(
        "organizations.listed",
        "A line of a list of bodies, or what closes the line of a person in a list, names a body.",
        "Ann Berg, Director, Harbour Pilots United",
    ),
    Rule("organizations.known", "A name or acronym of the tables names a body.", "The OSCE and NATO agreed."),
    Rule("organizations.group", "A standing group of states counts as a body where no document or event bears its name.", "The G7 agreed."),
    Rule(
        "organizations.armed-group",
        "An acronym before rebels, militants or terrorists names an armed group, which belongs to no state.",
        "The patrol met RNF rebels.",
    ),
    Rule("organizations.of-canada", "Subjects before Canada name a department.", "Veterans Affairs Canada agreed."),
    Rule(
        "organizations.acronym",
        "An acronym in brackets behind a name stands for the body from there on.",
        "The Forest Protection Agency (FPA) met.",
    ),
    Rule(
        "organizations.service-acronym",
        "AF or DF behind the initials of a state names its air force or defense force.",
        "The PNGDF sent a company.",
    ),
)


def find(both: tuple[Passage, Passage], release: Release, states: States | None = None) -> tuple[Organization, ...]:
    """The bodies named in the release, each once, in order of first mention.

    `name` is the fullest form, `aliases` the others that the release uses; a generic name takes its country from the text.
    `states` is `countries.states(both)`, where the caller has it already.
    """
    spans = [(passage, name) for passage in both for name in names.read(passage, release.body)]
    return merging.merge(spans, Home(both, release, states or countries.states(both)), both, release)


def complete(
    bodies: tuple[Organization, ...], officials: tuple[Person, ...], both: tuple[Passage, Passage], release: Release
) -> tuple[Organization, ...]:
    """The bodies again, with what the officials tell: no body lies inside the name of a person, and one office tells a country."""
    people = [at for official in officials for at in official.mentions]
    kept = [body for body in bodies if not all(_is_inside(at, people) for at in body.mentions)]
    return tuple(merging.with_country(body, officials) for body in kept)


def seated(
    bodies: tuple[Organization, ...], meetings: tuple[Meeting, ...], officials: tuple[Person, ...], body: Passage
) -> tuple[Organization, ...]:
    """The bodies once more, with what the meetings tell: a school that guests were shown is the school of the state in which they were."""
    return seats.settle(bodies, meetings, officials, body)


def _is_inside(at: Evidence, names_of_people: list[Evidence]) -> bool:
    return any(at.where == name.where and name.start <= at.start and at.end <= name.end for name in names_of_people)
