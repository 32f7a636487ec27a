"""For which country a person speaks, where rank, office or body do not say: delegation, place of the visit, the release itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from ingest.engine import patterns
from ingest.engine.rules.people import companions, leaders, opposed, own_offices, surroundings
from ingest.engine.rules.people import home as home_of
from ingest.engine.rules.people.delegations import NEAR, Delegations
from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.identity import Group
from ingest.engine.rules.people.journey import Journey, Journeys, is_host, is_met, is_object
from ingest.engine.rules.people.line import Sighting, Span
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.side_words import Told
from ingest.engine.rules.people.standing import LATELY
from ingest.engine.rules.people.view import Found, View
from ingest.engine.types import Organization, Where
from ingest.engine.values import frozen, replace


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
    told = frozenset(body.name for body in bodies if any(name == "country" for name, _ in body.evidence))
    named = frozenset(code for view in _views(sightings) for code in {found.value for found in view.countries.values()})
    settled: list[Sighting] = []
    marks: dict[Where, Delegations] = {}
    guest = guest_country(sightings, home)
    resident = home == INTERNATIONAL and _MISSION.search(publisher or "") is not None
    sides: dict[str, str | None] = {}  # their countries
    introduced: dict[str, str] = {}  # surnames of those named in full, with the office told then
    for sighting in sightings:
        sighting = _without_office_beside(sighting, introduced)
        where = sighting.view.passage.where
        if where not in marks:
            marks[where] = Delegations(sighting.view, known)
        again = len(sighting.parts) == 1 and sighting.parts[0] in introduced
        subject = _subject(settled, sighting, sides)
        case = Case(sighting, home, guest, named, known, told, marks[where], journeys[where], subject, resident=resident, again=again)
        sighting = _settled(case)
        settled.append(sighting)
        if len(sighting.parts) > 1:
            introduced.setdefault(sighting.parts[-1], sighting.office.position if sighting.office is not None else "")
            sides.setdefault(sighting.parts[-1], sighting.country)
    settled = opposed.part(companions.share(settled, home), home, guest)
    return settled if home is not None else _by_elimination(settled)


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


# ---- one sighting ----


@frozen
class Case:
    """One sighting with what the release as a whole tells."""

    sighting: Sighting
    home: str | None  # the country of the publisher
    guest: str | None  # the one foreign country that the release is about
    named: frozenset[str]  # the countries that the release names
    known: dict[str, str | None]  # the countries of the bodies
    told: frozenset[str]  # the bodies whose country the text tells
    delegations: Delegations
    journey: Journey  # where the publisher's people are, in the passage of the sighting
    subject: str | None  # the country of the first person of the sentence
    resident: bool  # the publisher is a mission that serves in the country of which it writes
    again: bool  # a surname alone, of somebody introduced before

    @property
    def office(self) -> Office | None:
        return self.sighting.office

    @property
    def body(self) -> str | None:
        """The organization in which the office is held."""
        office = self.office
        return self.sighting.organization or (office.organization if office is not None and not _is_of_contingent(office) else None)

    @property
    def whole(self) -> Span:
        """From the office to what closes the name."""
        return self.sighting.begin, self.sighting.close


def _settled(case: Case) -> Sighting:
    """The sighting with the country that the first rule tells which speaks of it."""
    sighting = case.sighting
    if sighting.country is not None:
        return sighting
    verdict = next((told for rule in DECIDING if (told := rule(case)) is not None), None)
    if verdict is None or verdict == _NOBODY:
        return sighting
    code, at = verdict
    elsewhere = not sighting.begin <= at[0] < sighting.close
    sighting = _of_organization(sighting, at) if code == INTERNATIONAL and elsewhere else sighting
    return replace(sighting, country=code, country_at=at)


def _by_office(case: Case) -> Told | None:
    """The words of the office name the state: "the Kenyan Minister of Defence"."""
    office = case.office
    if office is None or office.country is None or _is_of_contingent(office):
        return None
    return _defended(office.country, case.sighting), (office.start, office.end)


def _by_state_of_office(case: Case) -> Told | None:
    """The state in which somebody holds a state's office: "Minister of Defence Affairs in the Sultanate of | Oman |"; not an envoy's."""
    office = case.office
    if office is None or companions.DIPLOMAT.search(office.position.lower()):
        return None
    told = _IN_STATE.search(office.position)
    code = home_of.of_name(told["state"]) if told else None
    return (code, (office.start, office.end)) if code is not None and code != INTERNATIONAL else None


_IN_STATE = patterns.compile(
    r"(?i:minister|chief|commander|secretary|chairman)\b.*\bin the (?P<state>(?:Sultanate|Kingdom|Republic|State|Emirate) of .+)"
)


def _for_no_state(case: Case) -> Told | None:
    """The person serves a company or university, and so speaks for no state."""
    return _NOBODY if _serves_private_body(case.sighting) else None


def _by_international_body(case: Case) -> Told | None:
    """The office is held in an organization of states."""
    if case.body is None:
        head = _heads_international(case.sighting)
        if head is not None:
            return INTERNATIONAL, (head.start, head.end)
        return (INTERNATIONAL, case.whole) if _commands_for_all(case) else None
    regional = _SECTOR.fullmatch(case.body) and not case.body.startswith("Sector") and case.sighting.view.international
    known = case.known.get(case.body) == INTERNATIONAL or home_of.is_international(case.body) or bool(regional)
    return (INTERNATIONAL, case.whole) if known else None


def _commands_for_all(case: Case) -> bool:
    """Whether the words of the office name a force of several states: "Commander of Multinational Corps Northeast", "of Sector East"."""
    position = case.office.position if case.office is not None else ""
    over = position.partition(" of ")[2].removeprefix("the ")
    if (
        case.home != INTERNATIONAL
        and case.office is not None
        and _FORCE_COMMANDER.search(case.sighting.view.text(case.office.head, case.office.end))
    ):
        return bool(case.sighting.view.international)  # "the Head of Mission and Force Commander"
    if _SECTOR.fullmatch(over):
        # who receives a minister in a sector is most often of the minister's own contingent
        return case.home == INTERNATIONAL or (not over.startswith("Sector") and bool(case.sighting.view.international))
    return case.known.get(over) == INTERNATIONAL


_FORCE_COMMANDER = patterns.compile(r"(?i)^(?:head of mission (?:and|&) )?force commander$")
_SECTOR = patterns.compile(r"(?:Sector|Regional Command)[ -](?:East|West|North|South|Center|Centre|Capital)")


def _by_name_of_body(case: Case) -> Told | None:
    """The name of the body tells its state: "the Finnish Navy"."""
    code = home_of.of_name(case.body) if case.body is not None else None
    return (_defended(code, case.sighting), case.whole) if code is not None else None


def _by_fame(case: Case) -> Told | None:
    """A head of state or government whom the name alone tells."""
    code = leaders.country(case.sighting) if case.body is None else None
    return (code, (case.sighting.start, case.sighting.end)) if code is not None else None


def _by_invitation(case: Case) -> Told | None:
    """Whoever invites is of the country that is visited."""
    return surroundings.inviting(case.sighting)


def _by_row(case: Case) -> Told | None:
    """The state with which the row of a list opens."""
    return surroundings.in_row(case.sighting)


def _by_delegation(case: Case) -> Told | None:
    """The delegation or list in which the person stands."""
    return case.delegations.of(case.sighting)


def _by_own_office(case: Case) -> Told | None:
    """An office that one state alone has, or words so."""
    office = case.office
    if office is None or case.again:
        return None
    code = own_offices.country(office.position, case.home)
    if code == "US" and case.home != "US" and _SHARED.search(office.position.lower()) and "US" not in case.named:
        return None  # the Defense Secretary of Sri Lanka
    return (code, (office.start, office.end)) if code is not None else None


# Others word it so too: Sri Lanka, Pakistan, India.
_SHARED = patterns.compile(r"defen[cs]e secretary$")


def _as_host_of_organization(case: Case) -> Told | None:
    """In a release of an organization of states, an official of the one state that it tells of."""
    there = case.guest or (case.journey.at(case.sighting) if not case.again and is_met(case.sighting) else None)
    if case.home != INTERNATIONAL or there is None or not _is_host(case.sighting, resident=case.resident):
        return None
    return there, case.whole


def _of_own_organization(case: Case) -> Told | None:
    """In a release of an organization of states, one who serves in a body that no state needs to have."""
    if case.body is None or case.home != INTERNATIONAL or _OF_ONE_STATE.search(case.body):
        return None
    return INTERNATIONAL, case.whole


def _by_surroundings(case: Case) -> Told | None:
    """The side that the sentence and the journey tell."""
    return surroundings.side(case.sighting, home=case.home, guest=case.guest) if not case.again else None


def _by_journey(case: Case) -> Told | None:
    """Whoever the publisher's people meet abroad is of the state in which they are."""
    sighting = case.sighting
    if case.again or case.resident or not is_host(sighting) or not is_met(sighting):
        return None
    there = case.journey.at(sighting)
    if case.home is None and case.subject in (None, there):
        return None  # whose journey it is, is not known
    if there is None or (case.home is not None and case.subject not in (None, case.home)):
        return None  # who is met by a guest is no host abroad
    return there, case.whole


def _by_house(case: Case) -> Told | None:
    """Whoever is called on in a house of another state: "called on Captain N at Headquarters Royal Navy of | Oman |"."""
    sighting, view = case.sighting, case.sighting.view
    at = sighting.close + 1 + (view.fold(sighting.close + 1) == "the")
    if case.again or view.fold(sighting.close) != "at" or not (is_host(sighting) and is_met(sighting)):
        return None
    end = at
    while end < min(at + _HOUSE, len(view.words)) and (view.capital[end] or view.folds[end] in {"of", "the"}):
        end += 1
    found = view.country_within(at, end)
    told = found is not None and found.value != case.home and any(word in view.nouns for word in range(at, end))
    return (found.value, (found.start, found.end)) if found is not None and told else None


_HOUSE = 8  # words of the name of a house


def _by_told_body(case: Case) -> Told | None:
    """Where nobody is known to publish: the state that the text gives the body."""
    code = case.known.get(case.body) if case.body is not None and case.home is None and case.body in case.told else None
    return (code, case.whole) if code is not None else None


_NOBODY: Told = ("", (0, 0))  # the verdict that a person speaks for no state

# Whose an official is: the first that speaks decides, from the person’s own words to what the release as a whole tells.
DECIDING: tuple[Callable[[Case], Told | None], ...] = (
    _by_office,
    _by_state_of_office,
    _for_no_state,
    _by_international_body,
    _by_name_of_body,
    _by_fame,
    _by_invitation,
    _by_row,
    _by_delegation,
    _by_own_office,
    _of_own_organization,
    _by_surroundings,
    _by_house,
    _by_journey,
    _as_host_of_organization,
    _by_told_body,
)


def _of_organization(sighting: Sighting, at: Span) -> Sighting:
    """The sighting with the organization for which it was told to speak: "The NATO delegation also included N, Head of Press"."""
    if sighting.organization is not None or (sighting.office is not None and sighting.office.organization is not None):
        return sighting
    body = sighting.view.bodies.get(at[0])
    return replace(sighting, organization=body.value if body is not None else sighting.view.text(*at), organization_at=at)


def _is_of_contingent(office: Office) -> bool:
    """Whether the office is held over what a state sends to an organization: "commander of the contingent in KFOR"."""
    return office.country == INTERNATIONAL and "contingent" in office.position.lower()


def _heads_international(sighting: Sighting) -> Found | None:
    """The organization of states that its secretary general serves: "NATO's meeting, chaired by Secretary General N"."""
    view, office = sighting.view, sighting.office
    if office is None or not _OF_ALL_STATES.fullmatch(office.position.lower()):
        return None
    begin = office.start - (view.fold(office.start - 1) == "the")
    if view.fold(begin - 1) == "by" and view.fold(begin - 2) == "accompanied":
        return None  # the secretary general of a ministry
    start, _ = view.sentence(sighting.begin)
    for at in range(begin - 1, max(start, begin - NEAR) - 1, -1):
        if at in view.international and view.folds[at] not in _WITHOUT_SECRETARY:
            return Found(at, view.international[at], "")
    return None


_OF_ALL_STATES = patterns.compile(r"(?:(?:deputy|assistant) )?secretary[ -]general")
_WITHOUT_SECRETARY = frozenset({"eu", "european"})


def _defended(code: str, sighting: Sighting) -> str:
    """The state whose forces stand in a territory, for an officer who commands there."""
    return _DEFENDED.get(code, code) if sighting.rank is not None else code


# Territories and the states whose officers command there: "Commander of the Armed Forces in French Polynesia".
_DEFENDED = {
    **dict.fromkeys(["PF", "NC", "RE", "GP", "MQ", "GF", "YT", "WF", "PM", "BL", "MF"], "FR"),
    **dict.fromkeys(["GU", "PR", "AS", "MP", "VI", "UM"], "US"),
    **dict.fromkeys(["GL", "FO"], "DK"),
    **dict.fromkeys(["AW", "CW", "SX", "BQ"], "NL"),
    **dict.fromkeys(["GI", "FK", "IO", "SH"], "GB"),
}

# Offices of organizations of states, and bodies that only a state has.
_OF_ORGANIZATION = patterns.compile(
    r"executive (?:director|secretary)|secretary[ -]general"
    r"|high representative|special representative|(?<!air )(?<!task )(?<!ground )force commander"
    r"|chief executive|commissioner|head of mission"
    r"|special envoy|military representative|supreme|saceur|spokes|press|resident coordinator|humanitarian coordinator"
)
_OF_ONE_STATE = patterns.compile(
    r"\b(?:Ministry|Army|Navy|Air Force|Armed Forces|Land Forces|General Staff|Parliament|Defence Staff|Defense Staff)\b"
)


def _is_host(sighting: Sighting, *, resident: bool) -> bool:
    """Whether an official in a release of an organization, of whom nothing else is told, is one of the state that it tells of."""
    position = sighting.office.position.lower() if sighting.office is not None else ""
    if _NATIONAL.search(position) and not _OF_ORGANIZATION.search(position):
        return True
    return not resident and bool(position) and not _OF_ORGANIZATION.search(position)


def fallback(sighting: Sighting, home: str | None, guest: str | None, journey: Journey) -> Told | None:
    """The country of an official whom nothing near marks: an envoy’s that of the other side, others the release’s own; with an
    international publisher, the country named last before in the sentence."""
    position = sighting.office.position.lower() if sighting.office is not None else ""
    if _serves_private_body(sighting) or sighting.rule in {"people.listed", "people.name-met"}:
        return None
    whole = (sighting.begin, sighting.close)
    if companions.DIPLOMAT.search(position) and home != "US":
        return _sent(sighting, home, guest, journey)
    if home == "US" and _is_not_american(sighting):
        there = journey.at(sighting)
        return only_foreign(sighting, home) or ((there, whole) if there is not None else None)
    if home is not None and home != INTERNATIONAL:
        return home, whole
    if home == INTERNATIONAL and sighting.office is not None and not _NATIONAL.search(sighting.office.position.lower()):
        return INTERNATIONAL, whole
    told = sighting.office is not None or sighting.rank is not None
    return _named_before(sighting) if home == INTERNATIONAL and told else None


def _sent(sighting: Sighting, home: str | None, guest: str | None, journey: Journey) -> Told | None:
    """The country of an envoy: the publisher’s own where its people are abroad, else that of the guests."""
    if home is None or home == INTERNATIONAL:
        return only_foreign(sighting, home)
    whole = (sighting.begin, sighting.close)
    abroad = _posted(sighting)
    if (abroad is not None and home != abroad.value) or journey.at(sighting) is not None:
        return home, whole
    return only_foreign(sighting, home) or ((guest, whole) if guest is not None else None)


# Bodies whose people speak for no state, unless their name says that they are the state’s.
_PRIVATE = patterns.compile(
    r"\b(?:University|College|Institute|Association|Foundation|Coalition|Company|Inc|Ltd|LLC|Hospital|Nurses"
    r"|Medical Center|Society|Church|Bank|Clinic)\b"
)
_OF_STATE = patterns.compile(
    r"\b(?:Defen[cs]e|Military|Naval|War|Staff|Army|Navy|Air|National|Police|Security|Federal|State Department|European|African|Ministry)\b"
)


def _serves_private_body(sighting: Sighting) -> bool:
    """Whether the person serves a university, company or society, and so speaks for no state."""
    organization = sighting.organization or (sighting.office.organization if sighting.office is not None else None)
    if organization is None or sighting.rank is not None:
        return False
    return bool(_PRIVATE.search(organization)) and not _OF_STATE.search(organization)


def _is_not_american(sighting: Sighting) -> bool:
    """Whether somebody holds an office that the United States do not have: in a release of theirs a guest."""
    office = sighting.office
    if office is None:
        return False
    held = f"{office.position} of the {office.organization}" if office.organization else office.position
    return own_offices.is_of_state(held)


_NATIONAL = patterns.compile(
    r"minister|president|premier|chancellor|ambassador|chief of (?:the )?(?:general|defen[cs]e|army|naval|air)|secretary of|king|mayor"
)


def _posted(sighting: Sighting) -> Found | None:
    """The state that an envoy is sent to by the words of the office: "Ambassador to | Chad", "Defence Attaché in | Paris"."""
    view, office = sighting.view, sighting.office
    if office is None:
        return None
    for at in range(office.head, office.end - 1):
        if view.folds[at] in {"to", "in"}:
            inner = at + 1 + (view.fold(at + 1) == "the")
            return view.countries.get(inner) or view.places.get(inner)
    return None


def only_foreign(sighting: Sighting, home: str | None) -> tuple[str, tuple[int, int]] | None:
    """The one foreign country that the sentence names, or tells by its places; not the one an envoy is sent to."""
    view = sighting.view
    start, stop = view.sentence(sighting.start)
    around = range(max(start, sighting.begin - NEAR), min(stop, sighting.close + NEAR))
    abroad = _posted(sighting)
    passed = {home, abroad.value if abroad is not None else home}
    for table in (view.countries, view.places):
        near = [found for at in around if (found := table.get(at)) is not None and found.value not in passed]
        near = [found for found in near if not (sighting.start <= found.start < sighting.end or _is_in_name(view, found))]
        if len({found.value for found in near}) == 1:
            return near[0].value, (near[0].start, near[0].end)
        if near:
            return None
    return None


def _is_in_name(view: View, found: Found) -> bool:
    """Whether a place stands beside a word that can only be a name: "Tito Livio | Moreno"."""
    return view.is_name_like(found.start - 1) or view.is_name_like(found.end)


def _named_before(sighting: Sighting) -> tuple[str, tuple[int, int]] | None:
    view = sighting.view
    for at in range(sighting.begin - 1, max(view.sentence(sighting.begin)[0], sighting.begin - NEAR) - 1, -1):
        found = view.countries.get(at)
        if found is not None:
            return found.value, (found.start, found.end)
    return None
