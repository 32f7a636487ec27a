"""Whose an official is, decided sighting by sighting: by the office, the body, the delegation, the words around, the journey."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.engine import gazetteers, patterns
from ingest.engine.rules.people import companions, leaders, messages, opposed, own_offices, surroundings
from ingest.engine.rules.people import home as home_of
from ingest.engine.rules.people.delegations import NEAR, Delegations
from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.journey import Journey, is_host, is_met
from ingest.engine.rules.people.line import Sighting, Span
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.side_words import Told
from ingest.engine.rules.people.view import Found, View
from ingest.engine.values import frozen, replace


@frozen
class Case:
    """One sighting with what the release as a whole tells."""

    sighting: Sighting
    home: str | None  # the country of the publisher
    guest: str | None  # the one foreign country that the release is about
    named: frozenset[str]  # the countries that the release names
    known: dict[str, str | None]  # the countries of the bodies
    short: dict[str, str]  # and those of their acronyms
    told: frozenset[str]  # the bodies whose country the text tells
    delegations: Delegations
    journey: Journey  # where the publisher's people are, in the passage of the sighting
    subject: str | None  # the country of the first person of the sentence
    traveller: Sighting | None  # whoever is told first and goes abroad, of a state that nothing tells
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


def settled(case: Case) -> Sighting:
    """The sighting with the country that the first rule tells which speaks of it."""
    sighting = case.sighting
    if sighting.country is not None and not _is_uniform(case):
        return sighting
    if sighting.country_at is not None:
        sighting = replace(sighting, country=None, country_at=None)
    verdict = next((told for rule in DECIDING if (told := rule(case)) is not None), None)
    if verdict is None or verdict == _NOBODY:
        return sighting
    code, at = verdict
    elsewhere = not sighting.begin <= at[0] < sighting.close
    sighting = _of_organization(sighting, at) if code == INTERNATIONAL and elsewhere else sighting
    return replace(sighting, country=code, country_at=at)


def _is_uniform(case: Case) -> bool:
    """Whether the state is only that whose uniform one who serves in an organization wears: "KFOR’s Chief of Staff, Colonel N (ITA)"."""
    sighting, at = case.sighting, case.sighting.country_at
    if at is None:
        return False
    if _is_lent(sighting, at):
        told = _by_international_body(case)
        leads = case.home == INTERNATIONAL and case.office is not None and _OF_ORGANIZATION.search(case.office.position.lower()) is not None
        return leads or (told is not None and told[0] == INTERNATIONAL)
    if sighting.view.words[at[0]] not in sighting.view.lex.trigraphs or sighting.view.fold(at[0] - 1) != "(":
        return False
    if case.home == INTERNATIONAL and sighting.office is not None:
        return not own_offices.is_national(sighting.office.position)
    told = _by_office(case) or _by_international_body(case)
    return told is not None and told[0] == INTERNATIONAL


def _is_lent(sighting: Sighting, at: Span) -> bool:
    """Whether "of" and a state stand behind an officer who is named with an office: "Force Commander, General N | of Peru |"."""
    of = at[0] - 1 - (sighting.view.fold(at[0] - 1) == "the")
    beside = of == sighting.end and sighting.view.folds[of] == "of" and at[0] not in sighting.view.bodies
    return beside and sighting.rank is not None and sighting.office is not None and sighting.office.end <= sighting.start


def _by_office(case: Case) -> Told | None:
    """The words of the office name the state: "the Kenyan Minister of Defence"."""
    office = case.office
    if office is None or office.country is None or _is_of_contingent(office) or _is_of_sector(case):
        return None
    if _is_sited(case.sighting.view, office):
        return INTERNATIONAL, (office.start, office.end)
    return _defended(office.country, case.sighting), (office.start, office.end)


def _is_sited(view: View, office: Office) -> bool:
    """Whether the state only tells where a mission of states is: "Commander of the EU Naval Force (EU NAVFOR) | Somalia |"."""
    for start in range(office.head, office.end):
        end = view.international.get(start)
        if end is None:
            continue
        if view.fold(end) == "(":
            end = next((close + 1 for close in (end + 2, end + 3) if view.fold(close) == ")"), end)
        if end in view.countries and view.countries[end].kind == "country" and end < office.end:
            return True
    return False


def _by_state_of_office(case: Case) -> Told | None:
    """The state in which somebody holds a state's office: "Minister of Defence Affairs in the Sultanate of | Oman |"; not an envoy's."""
    office = case.office
    if office is None or companions.DIPLOMAT.search(office.position.lower()):
        return None
    told = _IN_STATE.search(case.sighting.view.text(office.head, office.end))
    code = home_of.of_name(told["state"]) if told else None
    return (code, (office.start, office.end)) if code is not None and code != INTERNATIONAL else None


_IN_STATE = patterns.compile(
    r"(?i:minister|chief|commander|secretary|chairman)\b.*\bin the (?P<state>(?:Sultanate|Kingdom|Republic|State|Emirate) of .+)"
)


def _by_state_served(case: Case) -> Told | None:
    """The state for which a consul serves: "Honorary Consul General for | Norway | in Sri Lanka"."""
    office, view = case.office, case.sighting.view
    if office is None or not _CONSUL.match(office.position):
        return None
    link = next((at for at in range(office.head, office.end - 1) if view.folds[at] == "for"), None)
    found = view.countries.get(link + 1 + (view.fold(link + 1) == "the")) if link is not None else None
    return (found.value, (office.start, office.end)) if found is not None and found.kind == "country" else None


_CONSUL = patterns.compile(r"(?i)(?:honou?rary\s)?consul\b")


def _by_country_taken_up(case: Case) -> Told | None:
    """The state named last before words that take it up: "the President of Peru, N, and | the country’s | Prime Minister, M"."""
    office, view = case.office, case.sighting.view
    if office is None:
        return None
    owner = next((at for at in range(office.head, max(office.start - 3, 0), -1) if view.folds[at] in {"'s", "'"}), None)
    if owner is None or view.fold(owner - 1) not in _TAKING_UP or view.fold(owner - 2) != "the":
        return None  # "the island nation’s minister": whose no word near tells
    number = view.sentence_number(office.head)
    first = view.sentences[max(number - 1, 0)][0]
    found = next((view.countries_ending[at] for at in range(owner - 1, first, -1) if at in view.countries_ending), None)
    return (found.value, (found.start, found.end)) if found is not None else None


_TAKING_UP = frozenset({"country", "nation", "kingdom", "sultanate"})


def _for_no_state(case: Case) -> Told | None:
    """The person serves a company or university, and so speaks for no state."""
    return _NOBODY if own_offices.serves_private_body(case.sighting) else None


def _by_international_body(case: Case) -> Told | None:
    """The office is held in an organization of states."""
    if case.body is None:
        head = _heads_international(case.sighting)
        if head is not None:
            return INTERNATIONAL, (head.start, head.end)
        return (INTERNATIONAL, case.whole) if _commands_for_all(case) else None
    taken = case.known.get(case.body) == INTERNATIONAL and not _is_met_abroad(case)
    taken = taken or (case.body in _OF_ALLIANCE and bool(case.sighting.view.international))
    known = taken or home_of.is_international(case.body) or _is_of_sector(case)
    return (INTERNATIONAL, case.whole) if known else None


_OF_ALLIANCE = frozenset({"Military Committee", "International Military Staff", "North Atlantic Council"})  # where NATO or the EU is named


def _is_met_abroad(case: Case) -> bool:
    """Whether people of an organization come to the person: "travelled to Oman, where he met the Head of the Security Centre, | N |"."""
    if case.home != INTERNATIONAL or case.resident or case.sighting.view.international.get(case.sighting.begin) is not None:
        return False
    return is_met(case.sighting) and case.journey.at(case.sighting) is not None


def _is_of_sector(case: Case) -> bool:
    """Whether the body is a part of a mission that the passage names: "Regional Command West", "Sector West Joint Task Force Lebanon"."""
    if case.body is None or not _SECTOR.match(case.body) or not case.sighting.view.international:
        return False
    return not (_SECTOR.fullmatch(case.body) and case.body.startswith("Sector"))


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
    """The name of the body tells its state, or the acronym in it does: "the Finnish Navy", "the General Staff of the KLDF"."""
    code = home_of.of_name(case.body) if case.body is not None else None
    if code is None and case.body is not None:
        words = (word.removesuffix("'s").removesuffix("’s") for word in case.body.split())  # "KLCG’s Training Bureau"
        code = next((case.short[word] for word in words if word in case.short), None)
    if code == "GB" and home_of.is_own_royal(case.body or "", case.home, case.named):
        code = case.home
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


def _by_side_behind(case: Case) -> Told | None:
    """The side that is told behind the name."""
    return surroundings.side_behind(case.sighting)


def _by_delegation(case: Case) -> Told | None:
    """The delegation or list in which the person stands."""
    return case.delegations.of(case.sighting)


def _by_own_office(case: Case) -> Told | None:
    """An office that one state alone has, or words so."""
    office = case.office
    if office is None or case.again or (office.counterpart and case.sighting.view.folds[office.head] in _OPPOSITE):
        return None  # "the Raksha Mantri met his counterpart", whose state calls the office otherwise
    code = own_offices.country(office.position, case.home)
    if code == "US" and case.home != "US" and "US" not in case.named:
        position = office.position.lower()
        if _SHARED.search(position) or (position == "secretary of state" and case.named - {case.home}):
            return None  # the Defense Secretary of Sri Lanka, the Secretary of State in a ministry of Poland
    if code == "US" and case.body is not None and _MINISTRY.search(case.body):
        return None  # "Secretary of State at the | Ministry | of National Defence": the United States have no ministries
    return (code, (office.start, office.end)) if code is not None else None


_OPPOSITE = frozenset({"counterpart", "counterparts", "opposite", "colleague", "colleagues"})


def _by_american_state(case: Case) -> Told | None:
    """The office is one of a state of the United States: "the adjutant general of Ohio", "Ohio Governor N"."""
    office, view = case.office, case.sighting.view
    if office is None and (case.sighting.honorific or "").lower().startswith("gov"):  # "| Ohio | Gov. N"
        before = next((at for at in range(case.sighting.begin - 1, max(case.sighting.begin - 3, -1), -1) if at in view.places), None)
        governed = before is not None and view.places[before].kind == "us_state" and view.places[before].end == case.sighting.begin
        return ("US", case.whole) if governed else None
    if office is None or _OF_AMERICAN_STATE.search(office.position.lower()) is None:
        return None
    near = view.text(max(office.start - 2, 0), min(office.end + 1, len(view.words)))
    names = [term for term in gazetteers.find(near) if term.kind == "us_state" and term.value not in _ALSO_STATES]
    return ("US", (office.start, office.end)) if names else None


_OF_AMERICAN_STATE = patterns.compile(r"adjutant general|governor|^state partnership")
_ALSO_STATES = frozenset({"Georgia", "GA"})
_MINISTRY = patterns.compile(r"\bMinistry\b")
# Others word it so too: Sri Lanka, Pakistan, India.
_SHARED = patterns.compile(r"defen[cs]e secretary$")


def _as_host_of_organization(case: Case) -> Told | None:
    """In a release of an organization of states, an official of the one state that it tells of."""
    there = case.guest or (case.journey.at(case.sighting) if not case.again and is_met(case.sighting) else None)
    if case.home != INTERNATIONAL or there is None:
        return None
    if case.subject == there == case.guest and not case.again and is_met(case.sighting):
        return None  # "General N of Peru had talks with | Minister M |" in the land of the mission: no countryman of the guest
    of_state = case.body is not None and case.office is None and _OF_ONE_STATE.search(case.body) is not None
    return (there, case.whole) if of_state or _is_host(case.sighting, resident=case.resident) else None


def _as_host_of_embassy(case: Case) -> Told | None:
    """In a release of an embassy, who governs a town or region or commands a whole service: not of those who are posted there."""
    post, office = case.journey.post, case.office
    if post is None or office is None or case.again or companions.DIPLOMAT.search(office.position.lower()):
        return None
    held = f"{office.position} of {office.organization}" if office.organization is not None else office.position
    return (post, case.whole) if _HOST_ALONE.match(held) and not _is_of_own_place(case.sighting.view, office) else None


# "Governor of the Maritime Region", "County Governor", "Commander of the Navy"; a minister or a general may be a visitor from home
_HOST_ALONE = patterns.compile(
    r"(?:(?:deputy|vice|acting|assistant|lord) )*"
    r"(?:(?:county|provincial|regional|district|state|city|municipal) (?:governor|commissioner|minister|administrator|executive|mayor)\b"
    r"|(?:governor|mayor|prefect|sub-?prefect|intendant|alcalde|metropolitan chief executive)\b(?! general)"
    r"|(?:commander|commander[ -]in[ -]chief|chief) of (?:the )?(?:national )?(?:army|navy|air force|gendarmerie|police|armed forces)$"
    r"|(?:inspector[ -]general|commissioner|director[ -]general) of (?:the )?(?:national )?police$"
    r"|minister (?:of state )?(?:of|for|in charge of) (?:the )?(?:[\w,]+ (?:and )?){0,3}?"
    r"(?:infrastructure|(?:public )?works|transport|health|education|agriculture|livestock|fisheries|water|sanitation|energy|mines"
    r"|local government|social|gender|women|youth|sports?|housing|lands|home affairs|(?:the )?interior|internal|rural|tourism|labou?r)\b)",
    re.IGNORECASE,
)


def _is_of_own_place(view: View, office: Office) -> bool:
    """Whether the words of the office, or those before, name a state of the United States, as of a governor who came along."""
    words = view.text(max(office.start - 1, 0), min(office.end + 1, len(view.words)))
    return any(term.kind.startswith("us_state") for term in gazetteers.find(words))


def _of_own_organization(case: Case) -> Told | None:
    """In a release of an organization of states, one who serves in a body that no state needs to have."""
    of_state = case.body in case.told and case.known.get(case.body) not in (None, INTERNATIONAL)
    if case.body is None or case.home != INTERNATIONAL or of_state or _OF_ONE_STATE.search(case.body):
        return None
    if _is_met_abroad(case):
        return None
    return INTERNATIONAL, case.whole


def _by_message(case: Case) -> Told | None:
    """Who sends a message is of the side of who brings it."""
    code = messages.side(case.sighting, case.subject) if not case.again else None
    return (code, case.whole) if code is not None else None


def _by_surroundings(case: Case) -> Told | None:
    """The side that the sentence and the journey tell."""
    return surroundings.side(case.sighting, home=case.home, guest=case.guest) if not case.again else None


def _by_journey(case: Case) -> Told | None:
    """Whoever the publisher's people meet abroad is of the state in which they are."""
    sighting = case.sighting
    if case.again or case.resident or not is_host(sighting) or not is_met(sighting):
        return None
    there = case.journey.at(sighting)
    if case.home is None and case.subject in (None, there) and not _is_host_of(case.traveller, sighting):
        return None  # whose journey it is, is not known
    if there is None or (case.home is not None and case.subject not in (None, case.home)):
        return None  # who is met by a guest is no host abroad
    return there, case.whole


def _is_host_of(traveller: Sighting | None, sighting: Sighting) -> bool:
    """Whether it is somebody else than the one whose journey the release tells, and whom a diplomat of the same state meets too."""
    return traveller is not None and sighting.parts[-1] != traveller.parts[-1] and sighting.begin > traveller.close


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
    """Where nobody is known to publish, or an organization of states: the state that the text gives the body."""
    code = case.known.get(case.body) if case.body is not None and case.body in case.told else None
    named = case.office is None and case.sighting.rule == "people.name-of"  # "Admiral N of SEMAR", the navy’s secretariat of Mexico
    if case.home not in (None, INTERNATIONAL) and (code is None or not (named or _SERVICE.search(case.body or ""))):
        return None  # "MSDF Admiral N" of Japan’s MSDF
    return (code, case.whole) if code is not None else None


_SERVICE = patterns.compile(r"\b(?:Army|Navy|Air Force|(?:Self-)?Defen[cs]e Forces?|Armed Forces|Coast Guard|Marine Corps)$")
_NOBODY: Told = ("", (0, 0))  # the verdict that a person speaks for no state

# Whose an official is: the first that speaks decides, from the person’s own words to what the release as a whole tells.
DECIDING: tuple[Callable[[Case], Told | None], ...] = (
    _by_office,
    _by_state_of_office,
    _by_state_served,
    _by_country_taken_up,
    _for_no_state,
    _by_international_body,
    _by_name_of_body,
    _by_fame,
    _by_invitation,
    _by_row,
    _by_side_behind,
    _by_delegation,
    _by_own_office,
    _by_american_state,
    _of_own_organization,
    _by_message,
    _by_surroundings,
    _by_house,
    _by_journey,
    _as_host_of_organization,
    _by_told_body,
    _as_host_of_embassy,
    lambda case: opposed.as_counterpart(case.sighting, case.subject, case.home, case.guest),
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
    if own_offices.is_national(position) and not _OF_ORGANIZATION.search(position):
        return True
    if position and own_offices.is_over_body_of_state(sighting):
        return True
    return not resident and bool(position) and not _OF_ORGANIZATION.search(position)
