"""What a sentence tells of the side that a person stands on: whom they command, what they visit, where a traveller meets them."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.people import envoys, nationals, own_offices, ships, visitors
from ingest.engine.rules.people.companions import DIPLOMAT
from ingest.engine.rules.people.delegations import NEAR, SIDES
from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.journey import is_object
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.side_words import TITLE, Told, words
from ingest.engine.rules.people.view import Found, View
from ingest.engine.values import replace


def side(sighting: Sighting, *, home: str | None, guest: str | None) -> Told | None:
    """The country that the words around the sighting tell, None where they tell none.

    `home` is the country of the publisher, `guest` the one foreign country that the release is about.
    """
    return (
        ships.side(sighting)
        or nationals.side(sighting)
        or envoys.side(sighting)
        or _closed_by_state(sighting)
        or _titled(sighting, home)
        or _commanded(sighting)
        or _leading(sighting)
        or _of_row(sighting)
        or _of_its_state(sighting)
        or _for_country(sighting)
        or _visiting(sighting, home, guest)
        or _where(sighting, home)
        or _with_guest(sighting, home, guest)
    )


def in_row(sighting: Sighting) -> Told | None:
    """The country with which a row of a list opens: "| Togo |: General N, Chief of the General Staff", "| Grenada | - Mrs. N"."""
    view, at = sighting.view, sighting.begin - 1
    if view.fold(at) not in words().row_signs:
        return None
    found = view.countries_ending.get(at)
    if found is None or found.kind != "country" or _is_dateline(view, found):
        return None  # "ZURICH, SWITZERLAND - Secretary N": where it was written
    return found.value, (found.start, found.end)


def side_behind(sighting: Sighting) -> Told | None:
    """The state of the side that stands behind the name: "under the command of Captain N of the | Chinese | side"."""
    view, at = sighting.view, sighting.close
    if view.fold(at) not in {"of", "from", "on"}:
        return None
    found = view.countries.get(at + 1 + (view.fold(at + 1) == "the"))
    return (found.value, (found.start, found.end)) if found is not None and view.fold(found.end) in _OF_SIDE else None


_OF_SIDE = frozenset({"side", "part", "delegation", "contingent", "team", "detachment", "party", "crew"})


def _is_dateline(view: View, found: Found) -> bool:
    """Whether a town stands before the state at the head of the text."""
    if found.start >= _FIRST_WORDS or view.fold(found.start - 1) != ",":
        return False
    town = range(found.start - 1)  # one that no table knows has capitals: "LARKSUND, | Norway | — Minister N"
    return any(at in view.places for at in town) or all(view.words[at].isupper() for at in town)


_FIRST_WORDS = 6


def inviting(sighting: Sighting) -> Told | None:
    """The country that is visited, for whoever invites: "is on a visit to Peru, at the invitation of the Chief of Staff, N"."""
    view, at = sighting.view, sighting.begin
    at -= view.fold(at - 1) == "the"
    if view.fold(at - 1) != "of" or view.fold(at - 2) != "invitation":
        return None
    start, stop = view.sentence(at)
    met = _visited(view, sighting.close + 1) if view.fold(sighting.close) == "in" else None
    if met is not None:
        return met.value, (met.start, met.end)  # "at the invitation of the Secretary N in | Lima"
    for word in (*range(at - 2, max(start, at - NEAR), -1), *range(sighting.close, min(stop - 1, sighting.close + NEAR))):
        if view.folds[word] in words().visited and (found := _visited(view, word + 1)) is not None:
            return found.value, (found.start, found.end)
        found = _visited(view, word + 1) if view.folds[word] == "in" else None
        if found is not None and view.fold(word - 1) in {"is", "was", "are", "were", "currently"}:
            return found.value, (found.start, found.end)
    return None


def _visited(view: View, at: int) -> Found | None:
    at += view.fold(at) == "the"
    found = view.countries.get(at) or view.places.get(at)
    return found if found is not None and found.kind != "demonym" else None


def _titled(sighting: Sighting, home: str | None) -> Told | None:
    """The foreign state in words of an office that no grammar reads: "welcomed the Commander of the | Indonesian | Command XVII/V, N"."""
    view, at = sighting.view, sighting.begin - 1
    start, _ = view.sentence(sighting.begin)
    named: list[Found] = []
    first = max(start, sighting.begin - TITLE)
    while at >= first and (view.capital[at] or view.folds[at] in words().in_title or view.words[at][0].isdigit()):
        if at in view.ranks or at in view.honorifics or (view.is_name_like(at) and view.is_name_like(at - 1)):
            return None  # somebody else
        if at in view.countries:
            named.append(view.countries[at])
        at -= 1
    lead = view.folds[at] if at >= first else ""
    if lead not in words().leading_to_title or len({found.value for found in named}) != 1 or named[0].value == home:
        return None
    found = named[-1]
    headed = any(view.heads_between(max(found.start - 4, at), sighting.begin))
    return (found.value, (found.start, found.end)) if headed and view.fold(found.start - 1) not in {"to", "in"} else None


def _closed_by_state(sighting: Sighting) -> Told | None:
    """The state that ends a long office behind the name: "N, Chair of the Committee on Defence of the House of | Canada |"."""
    view, at = sighting.view, sighting.end
    if view.fold(at) != "," or view.fold(at + 1) == "and" or not view.heads_between(at, at + 4):
        return None
    if _is_ruler(sighting) and not own_offices.RULERS.isdisjoint(view.folds[at : at + 4]):
        return None  # "Prime Minister N, the Amir of Qatar, and President M"
    last: Found | None = None
    stop = min(view.sentence(at)[1], at + _APPOSITION)
    at += 1
    while at < stop and _goes_on(view, at):
        last = view.countries.get(at, last)
        at = last.end if last is not None and last.start == at else at + 1
    if last is None or last.kind != "country" or view.fold(last.end) not in words().office_ends:
        return None
    before_name = sighting.office is not None and sighting.office.end <= sighting.start
    if before_name and view.fold(sighting.end + 1) == "the" and _is_of_next(view, last.end):
        return None  # "Chief of Staff General N, the Ambassador of | Peru | to Chile, Ms. M"
    before = view.folds[max(last.start - 2, 0) : last.start]
    return (last.value, (last.start, last.end)) if "of" in before else None


def _is_of_next(view: View, at: int) -> bool:
    """Whether a comma and the rank or courtesy of somebody else follow an office."""
    close = next((word for word in range(at, min(at + 5, len(view.words))) if view.words[word] == ","), None)
    return close is not None and (close + 1 in view.ranks or close + 1 in view.honorifics)


def _is_ruler(sighting: Sighting) -> bool:
    return sighting.office is not None and sighting.office.position.lower() in own_offices.RULERS


def _goes_on(view: View, at: int) -> bool:
    """Whether a word may be of an office, and begins nobody's name: "Security | , | Defence and Intelligence"."""
    if at in view.ranks or at in view.honorifics or _is_named(view, at):
        return False
    field = view.folds[at] == "," and at + 1 < len(view.words) and view.plain[at + 1] and at + 1 not in view.heads
    return view.capital[at] or view.folds[at] in words().in_office or (field and view.capital[at + 1])


def _is_named(view: View, at: int) -> bool:
    """Whether an office ends and a name begins here, of which the second word may be a town: "Minister | Goro Takeo | of Japan"."""
    behind = at + 1
    if behind >= len(view.words):
        return False
    name = view.is_name_like(at) and view.capital[behind] and not view.plain[behind] and behind not in view.countries
    return name and any(view.heads[head][0] == at for head in view.heads_between(at - 4, at))


_APPOSITION = 24  # words of an office behind a name


def _commanded(sighting: Sighting) -> Told | None:
    """The country of "Col. N leads the 110 Peruvian soldiers", "N, who headed the Chilean delegation", "N, representing Kenya"."""
    view = sighting.view
    _, stop = view.sentence(sighting.start)
    at = sighting.close
    while at < min(stop, sighting.close + 3) and view.folds[at] in {",", "who", "has", "will"}:
        at += 1
    if view.fold(at) in {"representing", "represents", "represented"}:
        named = _country(view, at + 1, min(at + 14, stop))
        return (named.value, (named.start, named.end)) if named is not None else None
    if at >= stop or view.folds[at] not in words().commands:
        return None
    for marked in range(at + 1, min(at + 8, stop)):
        found = view.countries.get(marked)
        if found is not None and any(
            view.fold(near) in SIDES or view.fold(near) in words().troops for near in range(found.end, found.end + 3)
        ):
            return found.value, (found.start, found.end)
    return None


def _leading(sighting: Sighting) -> Told | None:
    """The side whose delegation the subject of a sentence leads: "General N came to Juba, leading a | Kenyan | delegation"."""
    view, at = sighting.view, sighting.close
    start, stop = view.sentence(sighting.start)
    if sighting.begin > start + 2 and view.fold(sighting.begin - 1) != ",":
        return None
    led = next((word for word in range(at, min(stop, at + NEAR)) if view.folds[word] in {"leading", "heading"}), None)
    if led is None or view.fold(led - 1) != "," or any(word in view.ranks or word in view.honorifics for word in range(at, led)):
        return None
    for marked in range(led + 1, min(led + _LED, stop)):
        found = view.countries.get(marked)
        code, end = (found.value, found.end) if found is not None else (INTERNATIONAL, view.international.get(marked))
        if end is not None and any(view.fold(near) in SIDES for near in range(end, end + 3)):
            return code, (marked, end)
    return None


_LED = 6  # words between a verb of leading and whose delegation it is


def _of_row(sighting: Sighting) -> Told | None:
    """The country of those with whom a sentence begins, and of their delegation: "General N, Chief of Staff, and Colonel M led the
    | Malian | delegation", "Major N and Captain M were members of the | Malian | team"."""
    view, at = sighting.view, sighting.close
    _, stop = view.sentence(sighting.start)
    verb = next((word for word in range(at, min(stop, at + NEAR)) if view.folds[word] in view.lex.verbs and not view.capital[word]), None)
    if verb is None or view.fold(at) not in {",", "and", view.folds[verb]}:
        return None
    belongs = {"members", "member", "part"}.intersection(view.folds[verb + 1 : verb + 5]) and view.folds[verb] in {
        "was",
        "were",
        "is",
        "are",
    }
    if not (belongs or view.folds[verb] in words().commands):
        return None
    for marked in range(verb + 1, min(verb + _LED + 4, stop)):
        found = view.countries.get(marked)
        if found is not None and found.kind == "demonym" and any(view.fold(near) in SIDES for near in range(found.end, found.end + 2)):
            return found.value, (found.start, found.end)
    return None


def _of_its_state(sighting: Sighting) -> Told | None:
    """The state that "its" takes up before an office: "arrived in | Peru | and met its army chief, General N"."""
    view, office = sighting.view, sighting.office
    if office is None or office.start > sighting.start or view.fold(office.start - 1) != "its":
        return None
    start, _ = view.sentence(sighting.begin)
    for at in range(office.start - 2, max(start, office.start - _TAKEN_UP) - 1, -1):
        if at in view.countries:
            found = view.countries[at]
            return found.value, (found.start, found.end)
        if at in view.bodies or at in view.international:
            return None
    return None


_TAKEN_UP = 14  # words between a state and "its"


def _for_country(sighting: Sighting) -> Told | None:
    """The country of "Major N and Ms. M took part for Colombia", "signed on behalf of Peru": of the names in a row before a state."""
    view = sighting.view
    _, stop = view.sentence(sighting.start)
    for at in range(sighting.close, min(stop - 1, sighting.close + 16)):
        if (inner := _on_behalf(view, at)) is not None:
            inner += view.fold(inner) == "the"
            found, body = view.countries.get(inner), view.bodies.get(inner)
            if found is not None and body is not None and body.end > found.end and _ends(view, body.end):
                return found.value, (found.start, found.end)  # "signed for the | Kenya Defence Forces |"
            told = found is not None and (
                (found.kind == "country" and _ends(view, found.end))
                or (found.kind == "demonym" and view.fold(found.end) in _SENT and _ends(view, found.end + 1))
            )
            return (found.value, (found.start, found.end)) if found is not None and told else None
        if not (view.capital[at] or view.folds[at] in words().taking_part or view.folds[at] in view.lex.particles):
            return None
    return None


_SENT = frozenset({"side", "delegation", "contingent", "company", "battalion", "unit", "crew", "team", "party", "detachment", "troops"})


def _on_behalf(view: View, at: int) -> int | None:
    """The word after "for" or "on behalf of"."""
    if view.folds[at] == "for":
        return at + 1
    return at + 3 if view.folds[at : at + 3] == ["on", "behalf", "of"] else None


def _ends(view: View, at: int) -> bool:
    return view.fold(at) in {",", ".", ";", "and", "", "at", "in", "on", "while", "whereas"}


def _visiting(sighting: Sighting, home: str | None, guest: str | None) -> Told | None:
    """The guest’s country for "N visits Vietnam", "N arrived in Vietnam" in a release of Vietnam."""
    view, at = sighting.view, sighting.close
    if guest is None or home is None:
        return None
    for run in map(str.split, words().arrivals):
        if view.folds[at : at + len(run)] == run:
            found = view.countries.get(at + len(run)) or view.places.get(at + len(run))
            comes = found is not None and found.value == home and found.kind != "demonym"  # not "visits | Irish | troops"
            return (guest, (found.start, found.end)) if found is not None and comes else None
    return None


def _where(sighting: Sighting, home: str | None) -> Told | None:
    """The country of "flew to Oman, where she held talks with …" for those who are met there, not of "where Mr. N", who travels."""
    view = sighting.view
    if sighting.office is not None and DIPLOMAT.search(sighting.office.position.lower()):
        return None  # travellers meet their own envoy too
    start = max(view.sentence(sighting.begin)[0], sighting.begin - NEAR)
    for at in range(sighting.begin - 1, start, -1):
        if view.folds[at] == "where" and (at + 1 < sighting.begin or sighting.office is not None):
            if (house := _house(view, at - 1)) is not None and house.value != home:
                return house.value, (house.start, house.end)
            for place in range(at - 1, start - 1, -1):
                found = view.countries.get(place) or view.places.get(place)
                if found is not None and _is_come_to(view, place, found):
                    if not words().gatherings.isdisjoint(view.folds[max(place - _GATHERED, start) : place]):
                        return None  # "the Summit in | Norway |, where Minister N will speak": they come from anywhere
                    return (found.value, (found.start, found.end)) if found.value != home else None
    return None


def _is_come_to(view: View, at: int, found: Found) -> bool:
    """Whether words lead to a place, or to a house of a people: "flew to | Oman |", "visited the | Omani | Naval Academy"."""
    if found.kind != "demonym":
        return view.fold(at - 1) in {"to", "in", "at", "for", "of"}
    house = at in view.bodies or any(word in view.nouns for word in range(found.end, found.end + 3))
    return house and view.fold(at - 1) == "the" and view.fold(at - 2) in {"visited", "visits", "toured", "tours"}


_GATHERED = 6  # words between a gathering and its place


def _house(view: View, at: int) -> Found | None:
    """The state in the name of the body that ends before a comma: "the | Pakistan Naval Academy |, where"."""
    body = view.bodies_ending.get(at) if view.fold(at) == "," else None
    if body is None or body.start in view.international:
        return None
    found = view.country_within(body.start, body.end)
    return replace(body, value=found.value) if found is not None else None


# ---- a journey ----


def _with_guest(sighting: Sighting, home: str | None, guest: str | None) -> Told | None:
    """The guest's country for "The guest was accompanied by N"."""
    view, at = sighting.view, sighting.begin
    if guest is not None and home is not None and visitors.includes(sighting):
        return guest, (sighting.begin, sighting.close)
    if guest is not None and (_speaks_as_guest(sighting) or _is_welcomed(sighting, home)):
        return guest, (sighting.begin, sighting.close)
    at -= view.fold(at - 1) == "the"
    if guest is None or view.fold(at - 1) != "by" or view.fold(at - 2) != "accompanied":
        return None
    return (guest, (at - 2, at)) if any(view.fold(word) in words().guests for word in range(at - 5, at - 2)) else None


def _is_welcomed(sighting: Sighting, home: str | None) -> bool:
    """Whether a guest without an office is received as one: "welcomed General N | to Bucharest", "received the visiting | General N"."""
    view, at = sighting.view, sighting.begin - 1
    led = view.fold(at) in _RECEIVING or view.fold(at - 1 - (view.fold(at - 1) == "the")) in _RECEIVING
    if sighting.office is not None or not (led or is_object(sighting)):
        return False
    if view.fold(at) == "visiting" or view.folds[sighting.close : sighting.close + 3] == ["and", "his", "accompanying"]:
        return True
    inner = sighting.close + 1 + (view.fold(sighting.close + 1) == "the")
    found = view.countries.get(inner) or view.places.get(inner)
    welcomed = view.fold(sighting.close) == "to" and found is not None and found.value == home
    return welcomed or bool(_ON_VISIT.match(" ".join(view.folds[sighting.close : sighting.close + 8])))


_RECEIVING = frozenset({"received", "welcomed", "hosted", "greeted", "receives", "welcomes", "hosts"})
# "N, who is on an official visit to", "N during his visit", "N on the occasion of her visit"
_ON_VISIT = patterns.compile(
    r"(?:, )?(?:who (?:is|was) |currently |presently )?(?:on|during|for|visiting|paying|on the occasion of)? ?(?:an?|his|her)?"
    r" ?(?:\w+[ -]){0,2}(?:visit|visiting|tour)\b"
)


def _speaks_as_guest(sighting: Sighting) -> bool:
    """Whether somebody heads the guests, is one of them or thanks the hosts: "N, the delegation chief", "N thanked the hosts"."""
    view, at = sighting.view, sighting.close
    if sighting.office is not None and sighting.office.position.lower() in words().of_delegation and sighting.office.organization is None:
        return True
    behind = view.folds[at : min(at + 8, view.sentence(at - 1)[1])]
    if behind[:1] == ["thanked"]:
        return "hosts" in behind or "hospitality" in behind or "welcome" in behind
    return behind[:1] in (["form"], ["forms"], ["formed"]) and behind[1:3] == ["part", "of"] and "delegation" in behind


def _country(view: View, start: int, stop: int) -> Found | None:
    """The first country between two words, in one clause."""
    for at in range(start, stop):
        if view.folds[at] in {",", ";", ".", "who", "at", "in"} or at in view.ranks:
            return None
        if (found := view.countries.get(at)) is not None:
            return found
    return None
