"""Where somebody serves whose office is told without its body: "visited the Logistics Command, where the commander, Colonel N, …"."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.people import home as home_of
from ingest.engine.rules.people import offices, own_offices, skippers, teams
from ingest.engine.rules.people.journey import is_object
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import Found, View
from ingest.engine.values import replace

_MODIFIERS = r"(?:(?:deputy|vice|acting|senior|assistant|executive|force|command|regional)[ -])*"
_COMMAND = patterns.compile(rf"{_MODIFIERS}(?:commander|commandant|superintendent|chief of staff|enlisted leader|chief)", re.IGNORECASE)
_DIRECTION = patterns.compile(rf"{_MODIFIERS}(?:director|head|director general|president|rector|administrator)", re.IGNORECASE)
_COMMANDED = patterns.compile(
    r"\b(?:commands?|forces?|corps|brigade|division|regiment|battalion|wing|squadron|fleet|flotilla|navy|army|guard|police|headquarters|base|region"
    r"|cent(?:re|er)|school|academy|college|area|garrison|sector|staff)\b",
    re.IGNORECASE,
)
_DIRECTED = patterns.compile(
    r"\b(?:cent(?:re|er)|institute|school|academy|agency|office|bureau|college|university|directorate|hospital|authority|laborator(?:y|ies)|secretariat)\b",
    re.IGNORECASE,
)


def serve(sightings: list[Sighting], publisher: str | None) -> list[Sighting]:
    """The sightings, each bare office with the body that the words before it name; of those in lists the body stands by itself already."""
    settled: list[Sighting] = []
    headed: dict[int, dict[str, Found]] = {}
    for sighting in _named_next(_of_circle([teams.of_leader(each) for each in skippers.called(sightings)])):
        sighting = _beside(sighting, settled[-1]) if settled else sighting
        office = sighting.office
        if office is not None and sighting.organization is None and sighting.view.passage.where == "body":
            sighting = _serving(sighting, settled, publisher) if office.organization is None else sighting
            sighting = _in_body_named_before(sighting)
            if id(sighting.view) not in headed:
                headed[id(sighting.view)] = _headed(sighting.view)
            sighting = _in_body_headed(sighting, headed[id(sighting.view)])
        settled.append(sighting)
    return settled


def _beside(sighting: Sighting, last: Sighting) -> Sighting:
    """The sighting with the body that owns the office before it, too: "the Coast Guard's Director N and | Head of Training M"."""
    office, owned, view = sighting.office, last.office, sighting.view
    if office is None or owned is None or owned.organization is None or last.view is not view or owned.start > last.start:
        return sighting
    bare = office.organization is None and sighting.organization is None and office.country is None and office.start < sighting.start
    joined = view.folds[last.close : sighting.begin] in (["and"], [",", "and"], [","])
    owner = view.folds[owned.start : owned.head]
    if not (bare and joined and "'s" in owner and view.capital[office.head]):
        return sighting
    return replace(sighting, organization=owned.organization, organization_at=(owned.start, owned.end))


def _in_body_headed(sighting: Sighting, headed: dict[str, Found]) -> Sighting:
    """The sighting with the body that a sentence of its own gives the office: "The Operations Commander | heads the Planning Office"."""
    office = sighting.office
    if office is None or sighting.organization is not None or office.organization is not None or " " not in office.position:
        return sighting
    body = headed.get(office.position.lower())
    return sighting if body is None else replace(sighting, organization=body.value, organization_at=(body.start, body.end))


def _headed(view: View) -> dict[str, Found]:
    """The bodies that offices head, by the words between the article and the verb: "The | Operations Commander | heads the Office"."""
    found: dict[str, Found] = {}
    if _HEADING.isdisjoint(view.folds):
        return found
    for at in [at for at, fold in enumerate(view.folds) if fold in _HEADING]:
        body = view.bodies.get(at + 1 + (view.fold(at + 1) == "the"))
        article = next((word for word in range(at - 1, max(at - _LONGEST_OFFICE, -1), -1) if view.folds[word] == "the"), None)
        if body is not None and article is not None:
            found.setdefault(" ".join(view.folds[article + 1 : at]), body)
    return found


_HEADING = frozenset({"heads", "leads", "commands", "directs"})
_LONGEST_OFFICE = 8  # words


def _in_body_named_before(sighting: Sighting) -> Sighting:
    """The sighting with the body that its office only takes up: "the Commandant of the | school", "the | brigade | commander", "the
    agency's | director"."""
    office, view = sighting.office, sighting.view
    if office is None:
        return sighting
    position, noun = _taken_up(view, office)
    if noun is None:
        return sighting
    for at in range(office.start - 1, max(office.start - _TAKEN_UP, -1), -1):
        found = view.bodies.get(at)
        named = found is not None and " " in found.value and noun in found.value.lower().split()
        if found is not None and named and not _OF_MINISTERS.match(found.value):
            return replace(sighting, office=replace(office, position=position, organization=found.value))
    return sighting


def _taken_up(view: View, office: Office) -> tuple[str, str | None]:
    """The position, and the noun in which its words take up a body named before; None where they take up none."""
    if office.organization is not None:
        bare = _BARE_NOUN.fullmatch(office.organization)
        return office.position, office.organization.lower() if bare else None
    if described := _OF_NOUN.fullmatch(office.position):
        return described["position"], described["noun"].lower()
    if leading := _NOUN_FIRST.fullmatch(office.position):
        return office.position, leading["noun"].lower()
    if view.fold(office.start - 1) == "'s" and _BARE_NOUN.fullmatch(view.fold(office.start - 2)):
        return office.position, view.fold(office.start - 2)
    return office.position, None


_TAKEN_UP = 200  # words between a body and the noun that takes it up
_NOUNS = (
    r"school|academy|college|university|faculty|cent(?:re|er)|institute|hospital|battalion|brigade|regiment|squadron|wing|corps|fleet|flotilla"
    r"|base|district|garrison|committee|commission|council|agency|authority|directorate|department|secretariat|bureau|inspectorate"
    r"|laboratory|association|foundation|organi[sz]ation|board|fund|council|court|parliament|assembly|senate|chamber|federation"
)
_HEADING_IT = r"commander|commandant|director|head|chief|rector|president|principal|dean"
_OF_NOUN = patterns.compile(rf"(?P<position>.+?) (?:of|at) the (?P<noun>{_NOUNS})")
_NOUN_FIRST = patterns.compile(rf"(?P<noun>{_NOUNS}) (?:deputy )?(?:{_HEADING_IT})")
_BARE_NOUN = patterns.compile(rf"(?i:{_NOUNS})")
# whose head is a minister or secretary, and whose departments are no further named
_OF_MINISTERS = patterns.compile(r"(?i:.*\bdepartment of (?:the |national )?(?:defen[cs]e|state|war)\b)")


def _named_next(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings, the first of a release with the office with which the sentence before begins: "The commander of the 4th Fleet ended
    a tour of Chile and Peru. | Admiral N | began her tour in Lima"."""
    first = next((each for each in sightings if each.view.passage.where == "body"), None)
    if first is None or first.office is not None or first.organization is not None or first.rank is None or len(first.parts) < 2:
        return sightings
    office = _of_opening(first)
    if office is None or any(each.office is not None and each.parts[-1] == first.parts[-1] for each in sightings):
        return sightings
    return [replace(each, office=office) if each is first else each for each in sightings]


def _of_opening(first: Sighting) -> Office | None:
    """The office that opens the text, where the name stands at the head of the next sentence, which goes on with the same journey."""
    view = first.view
    number = view.sentence_number(first.begin)
    start, stop = view.sentences[number]
    if number == 0 or first.begin != start or view.fold(first.close) in {",", "and", ";"}:
        return None
    begun = view.sentences[number - 1][0]
    opened = begun if number == 1 else -1
    heads = view.heads_between(max(opened, 0), start)[:1]
    goes_on = any(
        view.folds[at] in {"his", "her"} and view.fold(at + 1) in _JOURNEYS for at in range(first.close, min(stop, first.close + 8))
    )
    told = view.fold(first.close) in _GOING and bool(_GOING.union(_JOURNEYS).intersection(view.folds[begun:start]))
    if opened < 0 or not (goes_on or told) or not heads:
        return None
    office = next((each for each in offices.find(view, begun, start) if each.head == heads[0]), None)
    if office is None or office.plural or office.counterpart or office.organization is None:
        return None
    lead = [word for word in view.folds[begun : office.start] if word not in {"the", "a"}]
    told = not lead or lead[-1] in _DASHES  # "LIMA -- The commander of"
    return office if told else None


_DASHES = frozenset({"-", "--", "–", "—", ":"})
_GOING = frozenset({"traveled", "travelled", "visited", "flew", "arrived", "departed"})
_JOURNEYS = frozenset({"tour", "visit", "trip", "journey", "stay", "stop", "travels", "engagements", "first"})


def _of_circle(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings with the body of those who close their row: "General N, Colonel M and other senior SBDF officers"."""
    settled = list(sightings)
    for number in range(len(settled) - 1, -1, -1):
        last = settled[number]
        body = _others_of(last.view, last.close)
        following = last
        while body is not None and number >= 0 and settled[number].view is last.view:
            each = settled[number]
            gap = each.view.folds[each.close : following.begin] if each is not last else []
            if any(word not in {",", "and", ";", "the"} for word in gap):
                break
            bare = each.organization is None and (each.office is None or each.office.organization is None)
            if bare and not (_MISSION.search(body.value) and each.office is not None and own_offices.is_of_state(each.office.position)):
                settled[number] = replace(each, organization=body.value, organization_at=(body.start, body.end))
            following, number = each, number - 1
    return settled


_MISSION = patterns.compile(r"\b(?:Embassy|High Commission|Consulate)\b")  # which no Chief of Defence Staff serves


def _others_of(view: View, at: int) -> Found | None:
    """The body of "and other senior SBDF officers", which begins at `at`."""
    at += view.fold(at) == ","
    if view.fold(at) != "and" or view.fold(at + 1) != "other":
        return None
    at += 2
    while view.fold(at) in {"senior", "top", "high-ranking", "ranking", "key"}:
        at += 1
    body = view.bodies.get(at)
    return body if body is not None and view.fold(body.end) in {"officers", "officials", "generals", "commanders", "leaders"} else None


_AIDE = patterns.compile(r"(?i)aide(?:[- ]de[- ]camp)?|adc|(?:senior |personal |military |flag |staff )*(?:assistant|aide|secretary)")


def _with_principal(sighting: Sighting, model: Sighting) -> Sighting:
    """The aide in the body of the one named just before: "He was accompanied by his aide, | Lieutenant N"."""
    if model.view is not sighting.view or not 0 <= sighting.begin - model.close < _CIRCLE:
        return sighting
    held = model.office
    name = model.organization or (held.organization if held is not None else None)
    state = model.country or (held.country if held is not None else None)
    office = replace(sighting.office, country=state) if sighting.office is not None else None
    return replace(sighting, office=office, organization=name, organization_at=(model.begin, model.close) if name else None)


_CIRCLE = 40  # words between somebody and his or her aide


def _serving(sighting: Sighting, earlier: list[Sighting], publisher: str | None) -> Sighting:
    office, view = sighting.office, sighting.view
    if office is None or office.country is not None:
        return sighting
    if view.fold(office.start - 1) == "its" and (body := _last_body(view, office.start, _ANY)) is not None:
        if any(view.is_ship(at) or at in view.countries for at in range(body.end, office.start)):
            return sighting  # "the Navy said that USS Larkspur, under | its commanding officer |", "the Navy met Peru and | its chief |"
        return replace(sighting, organization=body.value, organization_at=(body.start, body.end))
    if view.fold(office.start - 1) in {"his", "her"} and earlier and _AIDE.fullmatch(office.position):
        return _with_principal(sighting, earlier[-1])
    kind = _COMMANDED if _COMMAND.fullmatch(office.position) else _DIRECTED if _DIRECTION.fullmatch(office.position) else None
    if kind is None:
        if not re.fullmatch(r"deputy", office.position, re.IGNORECASE):
            return sighting
        kind = _COMMANDED
    lead = view.fold(office.start - 1)
    if lead in {"his", "her"} and earlier:  # "General N, and his deputy, Colonel M"
        model = earlier[-1]
        name = model.organization or (model.office.organization if model.office else None)
        near = model.view is view and office.start - model.close < 10
        return replace(sighting, organization=name, organization_at=(model.begin, model.close)) if name and near else sighting
    if lead not in {"the", "its", "their", "whose", "'s"} or (lead == "'s" and view.fold(office.start - 2) in _NO_BODIES):
        return sighting
    if office.position.lower() == "force commander":
        kind = _FORCE
    if lead == "whose" and (owner := _owner(view, office.start - 1)) is not None:
        return replace(sighting, organization=owner.value, organization_at=(owner.start, owner.end))
    body = _last_body(view, office.start, _ANY if lead == "whose" else kind)
    begun, _ = view.sentence(office.start)
    if (
        body is not None
        and body.start >= begun
        and (_receives(view, office.start - 1) or _is_received(view, office.start - 1) or is_object(sighting))
        and not _is_where(view, body, office.start)
    ):
        body = None  # "The students of the College were received by | the Commander |", "The Army’s head called on | the Chief |"
    if body is not None and body.start < begun and _is_of_foreigner(view, body, office.start, earlier, publisher):
        body = (
            None  # "N met the Vice Chief of the Peruvian Army, General M. | The Deputy Chief |, General K, took part" in a release of Chile
        )
    body = body or (_sent_before(view, office.start) if _leads_team(view, office.start - 1) else _of_publisher(view, kind, publisher))
    return sighting if body is None else replace(sighting, organization=body.value, organization_at=(body.start, body.end))


def _owner(view: View, at: int) -> Found | None:
    """The body in capitals right before "whose", which only its noun shows: "the | Naval Force of the Coast |, whose commander, N"."""
    end = at - (view.fold(at - 1) == ",")
    if end in view.bodies_ending:
        return None
    start = end
    while start > max(end - _LONGEST_BODY, 0) and (view.capital[start - 1] or view.folds[start - 1] in {"of", "the"}):
        start -= 1
        if view.folds[start] == "the" and not (view.fold(start - 1) == "of" and start > 1 and view.capital[start - 2]):
            break
    begun = start + (view.fold(start) == "the")
    told = start < begun < end and view.capital[begun] and any(noun in view.nouns and view.capital[noun] for noun in range(begun, end))
    return Found(begun, end, view.text(begun, end)) if told and not view.heads_between(begun, end) else None


def _is_of_foreigner(view: View, body: Found, stop: int, earlier: list[Sighting], publisher: str | None) -> bool:
    """Whether the body is that of another state than the publisher’s, and named only as that in which somebody before serves."""
    own, others = home_of.of_name(publisher) if publisher is not None else None, home_of.of_name(body.value)
    if own is None or others is None or own in (others, home_of.INTERNATIONAL) or others == home_of.INTERNATIONAL:
        return False
    if any(place.value == others and body.start <= at < stop for at, place in view.places.items()):
        return False  # "N called on the Commander of the Omani Navy, M, in Muscat. | The Deputy Commander |, K, was there"
    held = (each.office for each in earlier[-_LATELY:] if each.office is not None)
    return any(office.start <= body.start < office.end for office in held)


_LATELY = 6  # sightings before


def _leads_team(view: View, at: int) -> bool:
    """Whether visitors are led by the one whose article stands at a word: "The team of officers led by | the | Commandant, General N"."""
    if view.fold(at - 1) != "by" or view.fold(at - 2) not in {"led", "headed"}:
        return False
    return not _TEAM.isdisjoint(view.folds[max(view.sentence(at)[0], at - _LONGEST_TEAM) : at])


def _sent_before(view: View, at: int) -> Found | None:
    """The body from which a delegation came, told in one of the sentences before: "A delegation from the | Staff College | visited"."""
    start, _ = view.sentences[max(view.sentence_number(at) - 2, 0)]
    found = (view.bodies[word] for word in range(at - 1, start - 1, -1) if word in view.bodies)
    return next((body for body in found if body.end <= at and teams.is_sent(view, body)), None)


_TEAM = frozenset({"team", "delegation", "group", "class", "party", "students", "officers"})
_LONGEST_TEAM = 12  # words from "The team" to the one who leads it


def _receives(view: View, at: int) -> bool:
    """Whether guests are received by the one whose article stands at a word."""
    return view.fold(at - 1) == "by" and view.fold(at - 2) in {"received", "welcomed", "greeted", "hosted"}


def _is_received(view: View, at: int) -> bool:
    """Whether somebody receives the one whose article stands at a word: "The Army’s head received | the | Chief of Staff, General N"."""
    return view.fold(at - 1) in {"received", "receives", "welcomed", "welcomes", "hosted", "hosts"} and view.fold(at - 2) not in _PASSIVE


_PASSIVE = frozenset({"was", "were", "been", "be", "is", "are"})


def _is_where(view: View, body: Found, stop: int) -> bool:
    """Whether a body is the place to which guests come: "visited the | Logistics School |", "the | School |, where they were"."""
    if "where" in view.folds[body.end : stop]:
        return True
    at = body.start - 1 - (view.fold(body.start - 1) == "the")
    return view.fold(at) in {"at", "to", "in", "visit", "visited", "visits", "visiting", "toured", "reached"}


_ANY = patterns.compile("")
# "the state's senior enlisted leader", "the ship's commander"
_NO_BODIES = frozenset(
    {"state", "country", "nation", "republic", "kingdom", "world", "ship", "vessel", "frigate", "submarine", "destroyer"}
)
_FORCE = patterns.compile(
    r"\b(?:Force|Mission|Operation|MIN[A-Z]+|UN[A-Z]{2,}|EU[A-Z]{2,}|[A-Z]*FOR|(?:EU[ ]?NAVFOR|EUTM|EUCAP)[ ][A-Z].*)$"
)


def _of_publisher(view: View, kind: re.Pattern[str], publisher: str | None) -> Found | None:
    """The service that issued the release, for "the Commander" and "the Chief of Staff" of whom it says no more."""
    if publisher is None or kind is not _COMMANDED or not _SERVICE.search(publisher):
        return None
    return next((found for found in view.bodies.values() if found.value == publisher), None)


_SERVICE = patterns.compile(r"\b(?:Army|Navy|Air Force|Coast Guard|(?:Armed|Military|Defen[cs]e) Forces?)$")


def _last_body(view: View, at: int, kind: re.Pattern[str]) -> Found | None:
    """The last body of a kind that is named before `at`, in its sentence or the one before in the same paragraph."""
    number = view.sentence_number(at)
    start, _ = view.sentences[number]
    if number > 0 and view.paragraph(number - 1) == view.paragraph(number):
        start = view.sentences[number - 1][0]
    for word in range(at - 1, max(start, at - _TAKEN_UP) - 1, -1):
        found = view.bodies.get(word)
        sits = found is not None and found.value.endswith("Headquarters") and view.fold(word - 1 - (view.fold(word - 1) == "the")) == "at"
        if found is not None and found.end <= at and kind.search(found.value) and not sits:
            return _whole(view, found, start)
    return None


def _whole(view: View, body: Found, start: int) -> Found:
    """The body of which the one found closes the name: "the | 3rd Air Base of the Royal Air Force |, whose commander"."""
    around = (view.bodies[at] for at in range(max(body.start - _LONGEST_BODY, start), body.start) if at in view.bodies)
    return next((each for each in around if each.end == body.end), body)


_LONGEST_BODY = 12  # words
