"""The ministry of a minister and the forces of a chief of staff: where a release names both, the office is held there."""

from __future__ import annotations

import re

from ingest.engine import gazetteers, patterns
from ingest.engine.rules.people.lexicon import fold
from ingest.engine.types import Evidence, Organization, Person
from ingest.engine.values import replace

# "Ministry of Defence", "Vietnamese Ministry of National Defense", "Defence Ministry"; not the "Office of the Lao Ministry of Defence"
_BODY = patterns.compile(
    r"^(?!office of|delegation of).*?\b(?:ministry|department|under-?secretariat|subsecretariat) (?:of|for) (?:the )?(?P<field>.+)"
    r"|^(?:\S+ ){0,2}?(?P<before>\w+) ministry$",
    re.IGNORECASE,
)
_OFFICE = (
    # "Minister of National Defence", "Deputy Minister for Defence", "State Secretary"
    patterns.compile(r"(?:minister|secretary) (?:of|for) (?:the )?(.+)", re.IGNORECASE),
    # "Minister of State for Defence Affairs", "Secretary of State for Defence"
    patterns.compile(r"(?:minister|secretary) of state for (?:the )?(.+)", re.IGNORECASE),
    # "Defence Minister", "Deputy Foreign Minister"
    patterns.compile(
        r"(?:(?:first|second|deputy|vice|assistant|acting|state|federal) )*(.+?) (?:vice-?)?(?:minister|secretary)", re.IGNORECASE
    ),
)


# "Minister", "Deputy Minister", "State Secretary for Defence Policy": in the one ministry that is named.
_BARE = patterns.compile(
    r"(?:(?:first|deputy|vice|assistant) )*minister|(?:state|permanent) secretary.*|secretary[ -]general", re.IGNORECASE
)


def place(
    officials: tuple[Person, ...], bodies: tuple[Organization, ...], home: str | None, *, publisher: str | None = None
) -> tuple[Person, ...]:
    """The people, each minister without an organization in the ministry of the same field and country that the release names."""
    bodies = tuple(_with_country(body, officials, home) for body in bodies)
    ministries = [(body, _field(found["field"] or found["before"])) for body in bodies if (found := _BODY.search(body.name))]
    forces = [body for body in bodies if (body.name.endswith(_ENDS) or "Forces" in body.name) and not _IS_PART.search(body.name)]
    guards = [body for body in bodies if body.country == "US" and body.name.endswith("National Guard")]
    fullest, missions = _fullest(bodies), _missions(bodies)
    placed = (_in_forces(_placed(person, ministries), forces, guards) for person in officials)
    own = _of_publisher(bodies, publisher) or _alone(bodies)
    forms = _by_form(bodies)
    placed = (_in_named(_in_mission(person, bodies, missions), forms) for person in placed)
    settled = tuple(_in_full(_in_own(person, own), fullest) for person in placed)
    publishing = _publishing(bodies, publisher, home)
    return tuple(_in_publishing(_with_chief(person, settled), publishing) for person in settled)


def _of_publisher(bodies: tuple[Organization, ...], publisher: str | None) -> Organization | None:
    """The organization of states that publishes."""
    if publisher is None:
        return None
    spelled = f" {fold(publisher)} ".replace("-", " ")
    own = [
        body
        for body in bodies
        if body.country == "INT" and any(f" {fold(form)} ".replace("-", " ") in spelled for form in (body.name, *body.aliases))
    ]
    if not own and (listed := _listed(publisher)):  # the whole name above the text, and in it the letters
        own = [body for body in bodies if body.country == "INT" and any(_listed(form) == listed for form in (body.name, *body.aliases))]
    if not own:  # "African Union" above the text, and in it the "African Union Commission"
        own = [body for body in bodies if body.country == "INT" and fold(body.name).removeprefix(spelled.strip()) in _SERVING_ALL]
    return max(own, key=lambda body: len(body.name), default=None)


def _listed(name: str) -> str | None:
    """The organization of states that the tables know by this name."""
    whole = (term.value for term in gazetteers.find(name) if term.kind == "intorg" and term.end - term.start == len(name))
    return next(whole, None)


_SERVING_ALL = frozenset({" commission", " secretariat", " headquarters", " general secretariat"})


def _with_chief(person: Person, officials: tuple[Person, ...]) -> Person:
    """A deputy in the body of the one chief of his state: "Assistant Chairman for Plans" beside the Chairman of the Joint Chiefs."""
    found = _DEPUTY.match(fold(person.position or "")) if person.organization is None else None
    if found is None:
        return person
    served = {
        other.organization: other
        for other in officials
        if other.country == person.country and other.position is not None and fold(other.position) == found["chief"]
    }
    chief = next(iter(served.values()), None) if len(served) == 1 else None
    if chief is None or chief.organization is None:
        return person
    proof = tuple(("organization", evidence) for name, evidence in chief.evidence if name == "organization")[:1]
    return replace(person, organization=chief.organization, evidence=(*person.evidence, *proof))


# "Assistant Chairman for Operations and Training", "Deputy Chief of Defence Forces (Plans)"
_DEPUTY = patterns.compile(
    r"(?:deputy|assistant|vice)[ -]"
    r"(?P<chief>(?:chief|chairman|commander|commissioner|director|inspector)(?:(?! for | \().)*)(?: for .+| \(.+)?$"
)


def _publishing(bodies: tuple[Organization, ...], publisher: str | None, home: str | None) -> Organization | None:
    """The ministry or service that publishes, where the text names it."""
    known = [
        body for body in bodies if publisher and body.country == home != "INT" and fold(publisher) in map(fold, (body.name, *body.aliases))
    ]
    return known[0] if len(known) == 1 and _HOUSE.search(known[0].name) else None


_HOUSE = patterns.compile(r"\bMinistry of (?:National )?Defen[cs]e\b|\b(?:Army|Navy|Air Force|Armed Forces|Defen[cs]e Forces?)$")


def _in_publishing(person: Person, publishing: Organization | None) -> Person:
    """Who directs a field of work for the ministry or service that publishes: "Director General of Military Operations"."""
    if publishing is None or person.organization is not None or person.country != publishing.country:
        return person
    return _at(person, publishing, "people.ministry") if _DIRECTS.match(person.position or "") else person


_DIRECTS = patterns.compile(
    r"(?:(?:Deputy|Assistant|Acting) )*(?:Director|Director[ -]General|Head|Chief) (?:of|for) (?:the )?"
    r"(?:Military|Defen[cs]e|Naval|Air|Army|Plans|Operations|Training|Logistics|Intelligence|International|Policy|Strategic|Strategy|Public)\b"
    r"(?!.*\bStaff\b)(?! (?:Forces?|Attach|Advis))(?!$)",
)


def _alone(bodies: tuple[Organization, ...]) -> Organization | None:
    """The organization of states that alone is named."""
    named = [body for body in bodies if body.country == "INT"]
    return named[0] if len(named) == 1 else None


def _in_own(person: Person, own: Organization | None) -> Person:
    """An official of organizations of states, of whom no more is told, in that which publishes, else in the one that is named."""
    held = person.organization is None and person.country == "INT" and person.position is not None
    if own is None or not held or _OF_NOBODY.match(person.position or ""):
        return person
    return _at(person, own, "people.mission")


# Offices over several organizations, or whose body their name tells: SACEUR, the High Representative of the Union.
_OF_NOBODY = patterns.compile(r"(?:d?saceur|supreme|high representative|hr/vp|ceumc|operation commander)", re.IGNORECASE)


Forms = dict[str, Organization]


def _by_form(bodies: tuple[Organization, ...]) -> Forms:
    """The bodies by the forms of their names in small letters; a word such as "Army" that stands for a longer name tells none."""
    forms = [(body, form) for body in bodies for form in (body.name, *body.aliases)]
    return {fold(form): body for body, form in forms if form == body.name or " " in form or form.isupper()}


def _in_named(person: Person, forms: Forms) -> Person:
    """The person in the body that closes the words of the office: "Commander of the | Marine Corps"."""
    if person.organization is not None or person.position is None or person.position.endswith(("Staff", "staff")):
        return person
    words = fold(person.position)
    for link in _LINK.finditer(words):
        body = forms.get(words[link.end() :])
        if body is not None and body.country in (person.country, None):
            return replace(_at(person, body, "people.forces"), position=person.position[: link.start()])
    return person


_LINK = patterns.compile(r" of (?:the )?")


def _missions(bodies: tuple[Organization, ...]) -> list[Organization]:
    """The missions and forces of organizations of states."""
    return [body for body in bodies if body.country == "INT" and any(_MISSION.search(form) for form in (body.name, *body.aliases))]


_MISSION = patterns.compile(
    r"\b(?:Mission|Force|Operation|[A-Z]*FOR|UN[A-Z]{3,}|MIN[A-Z]{4,}|EUTM[\w-]*|ATMIS|AMISOM)$|\bForce in\b|\bMission in\b"
)


def _in_mission(person: Person, bodies: tuple[Organization, ...], missions: list[Organization]) -> Person:
    """The force commander of the one mission named, a commander whose acronym holds his force, the High Representative of the EU."""
    position = (person.position or "").lower()
    if person.organization is not None or person.country != "INT":
        return person
    if position.endswith("force commander"):
        return _at(person, missions[0], "people.mission") if len(missions) == 1 else person
    short = position.removeprefix("d").removeprefix("com") if " " not in position else ""
    wanted = {short} if len(short) > 3 else {"european union", "eu"} if position.startswith("high representative") else set()
    named = [body for body in bodies if wanted & {form.lower() for form in (body.name, *body.aliases)}]
    return _at(person, named[0], "people.mission") if len(named) == 1 else person


def _fullest(bodies: tuple[Organization, ...]) -> dict[str, str]:
    """The fullest name of the one body that each shorter form stands for: "UNSOS", "Department of Defence"."""
    owners: dict[str, set[str]] = {}
    for body in bodies:
        for form in (body.name, *body.aliases):
            owners.setdefault(form, set()).add(body.name)
    return {form: names.pop() for form, names in owners.items() if len(names) == 1}


def _in_full(person: Person, fullest: dict[str, str]) -> Person:
    """The person with the fullest name that the release has for the organization."""
    full = fullest.get(person.organization or "", person.organization)
    return person if full == person.organization else replace(person, organization=full)


def _with_country(body: Organization, officials: tuple[Person, ...], home: str | None) -> Organization:
    """The body with the country of those who serve in it, where the text does not tell it; a generic name is the publisher’s own."""
    if any(name == "country" for name, _ in body.evidence):
        return body
    told = {person.country for person in officials if person.organization == body.name and person.country}
    if home in {"US", "INT"} and body.name.startswith("Ministry"):
        home = None  # neither has ministries: the hosts' own
    country = told.pop() if len(told) == 1 else body.country or home
    return body if country == body.country else replace(body, country=country)


# "Chief of Defence Force", "Vice Chief of the Naval Staff", "Quartermaster General"
_CHIEF = patterns.compile(
    r"chief of (?:the )?(?:defen[cs]e|joint|army|naval|navy|air)(?: force)?(?: staff| forces?)?|(?:quartermaster|adjutant) general"
    r"|^(?:deputy |vice |acting )?(?:command(?:er|ant)(?:[- ]in[- ]chief| general)?|general commander|commanding general|inspector general"
    r"|chief of staff) of (?:the )?(?:army|navy|air force|(?:land|naval|air|ground) forces?|marines?|coast ?guard)$"
    r"|^(?:army|navy|air ?force|coast ?guard|armed forces) (?:deputy )?commander$"
    r"|^chief of staff$",
    re.IGNORECASE,
)
_NO_FORCES = r"Staff|Command|Headquarters|College|Academy|School|University|Division"
_FORCES = patterns.compile(rf"^(?!.*(?:{_NO_FORCES})).*\b(?:Armed Forces|Military Forces|Defen[cs]e Forces?)\b")
_SERVICES = (
    (patterns.compile(r"\barmy\b|quartermaster|adjutant", re.IGNORECASE), patterns.compile(r"\bArmy$")),
    (patterns.compile(r"\bnav(?:y|al)\b", re.IGNORECASE), patterns.compile(r"\bNavy$")),
    (patterns.compile(r"\bair\b", re.IGNORECASE), patterns.compile(r"\bAir Force$|^[A-Z]{1,2}AF$")),
    (patterns.compile(r"\bcoast ?guard\b", re.IGNORECASE), patterns.compile(r"\bCoast ?[Gg]uard$")),
)


# "Directorate of Public Relations of the Peruvian Navy", "Land Forces of the Peruvian Defence Forces", and no service
_IS_PART = patterns.compile(
    r"^(?:Land|Naval|Air|Ground|Special|Reserve) Forces? of the .*Forces?$|"
    r"\b(?:Directorate|Department|Office|Bureau|Division|Branch|Headquarters|Staff|College|School|Academy|Command)\b.* of "
)
_ENDS = ("Army", "Navy", "AF", "Force", "Forces")


def _in_forces(person: Person, forces: list[Organization], guards: list[Organization]) -> Person:
    """A chief of staff with the service, else the armed forces, of the same country; an adjutant general with the guard of the state."""
    if person.organization is not None or person.position is None or person.country is None or not _CHIEF.search(person.position):
        return person
    own = [body for body in forces if body.country == person.country]
    if "adjutant general" in person.position.lower() and person.country == "US":
        return _at(person, guards[0], "people.forces") if len(guards) == 1 else person
    fields = [service for field, service in _SERVICES if field.search(person.position)]
    fitting = [body for body in own if any(service.search(body.name) for service in fields)] or [
        body for body in own if _FORCES.search(body.name)
    ]
    if len(fitting) != 1:
        return person
    placed = _at(person, fitting[0], "people.forces")
    parted = _OF_SERVICE.fullmatch(person.position)
    return replace(placed, position=parted["head"]) if parted and _SAME.search(fitting[0].name) else placed


# whose service the release names by its state: "Commander General | of the Navy", where the "Peruvian Navy" is named
_OF_SERVICE = patterns.compile(
    r"(?P<head>.*(?:Command(?:er|ant)(?:[- ]in[- ]chief| General)?|General Commander|Commanding General|Inspector General|Chief of Staff))"
    r" of (?:the )?(?:Army|Navy|Air Force|Coast ?Guard)",
    re.IGNORECASE,
)
_SAME = patterns.compile(r"\w (?:Army|Navy|Air Force|Coast ?Guard)$")


def _says(position: str, name: str) -> bool:
    """Whether the position names the body already: "Chief of Defence Force" of the New Zealand Defence Force."""
    return _field(position.rpartition(" of ")[2].removeprefix("the ")).rstrip("s") in fold(name).replace("defense", "defence")


def _placed(person: Person, ministries: list[tuple[Organization, str]]) -> Person:
    if person.organization is not None or person.position is None or person.country is None:
        return person
    own = [(body, field) for body, field in ministries if body.country in (person.country, None)]
    under = [(body, field) for body, field in own if _is_under(body.name)]
    own = under if under and _is_under(person.position) else [each for each in own if each not in under]
    if not own:
        return person
    fields = {
        _field(found.group(1)) for pattern in _OFFICE if (found := pattern.fullmatch(person.position) or pattern.search(person.position))
    }
    if "attorney general" in person.position.lower():
        fields.add("justice")
    fitting = [body for body, field in own if field in fields or (_BARE.fullmatch(person.position) and _is_ministry(body))]
    if (
        not fitting and person.country != "US"
    ):  # where a state of the union has secretaries; "Minister for Defence" in the "Ministry of Defence and Veterans"
        fitting = [body for body, field in own if any(each and field.startswith(f"{each} and ") for each in fields)]
    if not fitting and _JUNIOR.match(person.position):
        fitting = [body for body, field in own if field.startswith("defence") and _is_ministry(body)]
    if len({body.name for body in fitting}) != 1:
        return person
    return _at(person, fitting[0], "people.ministry")


def _is_under(words: str) -> bool:
    return words.lower().startswith(("undersecretar", "under-secretar", "subsecretar"))


# Under a minister, for part of what the ministry does: "Vice Minister for Military Affairs", "Undersecretary for Capability Assessment"
_JUNIOR = patterns.compile(
    r"(?:(?:acting|deputy|first|principal) )*(?:(?:vice|deputy|assistant) minister|under-?[ ]?secretary|assistant secretary) (?:of|for) "
    r"(?!(?:the )?(?:foreign|state|interior|home|finance|health|justice|trade|economy|energy|education|transport))",
    re.IGNORECASE,
)


def _is_ministry(body: Organization) -> bool:
    """Whether a minister heads the body: no department in one, as is a "Department of Defence Policy"."""
    return (
        "department" not in body.name.lower()
        or re.search(r"Department of (?:the |National )?(?:Defen[cs]e|State|War)(?! [A-Z])", body.name) is not None
    )


def _at(person: Person, body: Organization, rule: str) -> Person:
    at = body.mentions[0] if body.mentions else None
    proof = (("organization", Evidence(at.start, at.end, rule, at.where)),) if at else ()
    return replace(person, organization=body.name, evidence=(*person.evidence, *proof))


def _field(words: str) -> str:
    """A field of work as it is compared: "National Defense", "Defence of Mongolia" and "Defence" are one."""
    plain = fold(words).replace("defense", "defence").removeprefix("national ").removesuffix(" ii")
    return _BEHIND_FIELD.split(plain)[0].strip().removesuffix(" affairs")


_BEHIND_FIELD = patterns.compile(r" of | \(|,| for | in charge ")
