"""The country whose authorities issued a release, and the country that the name of a body tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from ingest.engine import gazetteers, patterns, tables
from ingest.engine.rules.people import own_offices
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import View
from ingest.engine.types import Release
from ingest.engine.values import frozen

INTERNATIONAL = "INT"


def country(release: Release, both: tuple[View, View], sightings: list[Sighting]) -> str | None:
    """The country whose authorities issued the release, "INT" for an international organization, None where nothing tells.

    In this order: the name of the publisher, the web address, addresses and mastheads cut from the page, telephones, a news agency, the
    place of the dateline, the place that an official leaves, the force that welcomes or acts first, the place that the first sentences
    name, the country named most.
    """
    return (
        _of_own_agency(release, both[1])
        or (release.publisher and (of_name(release.publisher) or _of_press(release.publisher)))
        or _of_address(release.source_url)
        or _of_page(release)
        or _of_telephone(release)
        or _of_agency(release)
        or _told_by_text(release, both, sightings)
    )


def _told_by_text(release: Release, both: tuple[View, View], sightings: list[Sighting]) -> str | None:
    """What place and names tell, apart from the countries that mark guests: where all that is named is a guest’s, nothing is told."""
    guests = _of_counterparts(sightings) | _of_received(both)
    told = (release.dateline and of_name(release.dateline)) or _of_departure(both[1]) or _of_welcome(both[1]) or _of_acting_force(both[1])
    if told and told not in guests:
        return told
    guests |= _marked_alone(sightings)
    if (own := _of_own_office(sightings)) is not None:
        return own
    for guess in (_not_destination(_of_opening(both[1]), both, sightings), _of_named(both, sightings)):
        if guess is not None and guess not in guests:
            return guess
    named = {found.value for view in both for found in view.countries.values()} - guests
    return _not_destination(named.pop(), both, sightings) if guests and len(named) == 1 else None


def _of_counterparts(sightings: list[Sighting]) -> set[str]:
    """The countries whose officials are told as counterparts: "held talks with his | Egyptian | counterpart General N"."""
    return {country for each in sightings if each.office is not None and each.office.counterpart and (country := _mark(each))}


def _of_received(both: tuple[View, View]) -> set[str]:
    """The countries whose ambassadors are named, and those whose delegations are received: "met a | Kenyan | naval delegation"."""
    return {
        found.value
        for view in both
        for found in view.countries.values()
        if found.kind == "demonym" and (_SENT & {view.fold(found.end), view.fold(found.end + 1), view.fold(found.end + 2)})
        if view.fold(found.end) in _ENVOYS or _RECEIVING.intersection(view.folds[max(found.start - _REACH, 0) : found.start])
    }


_ENVOYS = frozenset({"ambassador", "attaché", "attache", "counterpart", "counterparts"})
_SENT = _ENVOYS | {"delegation", "delegations"}
_RECEIVING = frozenset({"receive", "receives", "received", "welcomes", "welcomed", "hosts", "hosted", "meets", "met"})
_REACH = 10  # words between the verb and those who are received


def _marked_alone(sightings: list[Sighting]) -> set[str]:
    """The one country that marks officials, where others who hold an office stand without: a ministry does not say whose its own are."""
    marks = {mark for each in sightings if (mark := _mark(each)) is not None and mark != INTERNATIONAL}
    others = any(
        each.office is not None and each.office.position and not each.office.counterpart and _mark(each) is None for each in sightings
    )
    return marks if len(marks) == 1 and others else set()


def _of_own_office(sightings: list[Sighting]) -> str | None:
    """The United States, where somebody whose office only they word so stands without a mark, and nobody is marked as theirs."""
    worded = any(each.office is not None and _mark(each) is None and own_offices.is_american(each.office.position) for each in sightings)
    return "US" if worded and all(_mark(each) != "US" for each in sightings) else None


def _mark(sighting: Sighting) -> str | None:
    return sighting.country or (sighting.office.country if sighting.office else None)


def _of_named(both: tuple[View, View], sightings: list[Sighting]) -> str | None:
    """The country named most; where an official whom no country marks travels there, the one other that is named."""
    most = _named_most(both, sightings)
    if most is None or _not_destination(most, both, sightings) is not None:
        return most
    others = {found.value for view in both for found in view.countries.values()} - {most}
    return _not_destination(others.pop(), both, sightings) if len(others) == 1 else None


def _travels(view: View, at: int) -> bool:
    """Whether a journey leads to what follows the word: "left for", "a visit to", "a visit to Japan and"."""
    for _ in range(3):
        if view.fold(at) in {"to", "for"}:
            return any(word in _JOURNEYS for word in view.folds[max(at - 8, 0) : at])
        if view.fold(at) not in {"and", ","}:
            return False
        at = next((back for back in range(at - 1, max(at - 5, -1), -1) if view.folds[back] in {"to", "for"}), at)
    return False


def _of_own_agency(release: Release, body: View) -> str | None:
    """The country of a news agency that writes from its own country, whoever prints it."""
    code = _of_agency(release)
    if code is None:
        return None
    kickers = (piece.text for piece in release.dropped if len(piece.text) < 40)
    places = [release.dateline and of_name(release.dateline), _of_opening(body), *(of_name(text) for text in kickers)]
    return code if code in places else None


_JOURNEYS = frozenset(
    {"visit", "visits", "visited", "trip", "travel", "travels", "travelled", "traveled", "left", "departed", "departs", "leaves"}
)


def _not_destination(code: str | None, both: tuple[View, View], sightings: list[Sighting]) -> str | None:
    """The country, unless somebody whom no country marks travels there: a ministry does not say whose its own officials are."""
    if code is None:
        return None
    for view in both:
        for table in (view.countries, view.places):
            for found in table.values():
                if found.value == code and found.kind != "demonym" and _is_destination(view, found.start, sightings):
                    return None
    return code


def _is_destination(view: View, at: int, sightings: list[Sighting]) -> bool:
    """Whether an official without a country travels to what begins at `at`: "General N left for Delhi", "N’s visit to India"."""
    before = at - 1 - (view.fold(at - 1) == "the")
    if view.fold(before) in {"visits", "visited"}:
        pass
    elif not _travels(view, before):
        return False
    start, _ = view.sentence(at)
    subject = next((each for each in sightings if each.view is view and start <= each.start < at), None)
    if subject is None:
        return False
    return subject.country is None and (subject.office is None or subject.office.country is None)


def of_publisher(release: Release) -> str | None:
    """The country whose authorities issued the release, "INT" for an international organization, None where nothing tells.

    Told by the publisher's name, the web address, addresses and mastheads cut from the page, telephones or a news agency, in this order;
    never by the text, which may open abroad.
    """
    return (
        (release.publisher and (of_name(release.publisher) or _of_press(release.publisher)))
        or _of_address(release.source_url)
        or _of_page(release)
        or _of_telephone(release)
        or _of_agency(release)
    )


# Only the United States spell these so without saying whose they are.
_AMERICAN = ("Department of Defense", "Department of State", "Department of War", "State Department")


_TELLING = frozenset({"country", "demonym", "intorg", "statebody"})


@cache
def of_name(text: str) -> str | None:
    """The one country that a name tells: "Royal Malaysian Air Force", "The White House"."""
    terms = [term for term in gazetteers.find(text) if term.kind in _TELLING]
    if any(name in text for name in _AMERICAN) and not any(term.kind in ("country", "demonym") for term in terms):
        return "US"
    if "National Guard" in text and any(term.kind == "us_state" for term in gazetteers.find(text)):
        return "US"
    for term in terms:  # the first that tells: "U.S. Mission to NATO", "European Union Delegation in Togo"
        if term.kind in ("country", "demonym"):
            return term.value
        if term.kind == "intorg":
            return INTERNATIONAL
        if code := term.value.rpartition("|")[2]:
            return code
    cities = {term.value.rpartition("|")[2] for term in gazetteers.find(text) if term.kind == "city"}
    return cities.pop() if len(cities) == 1 else None


@cache
def _of_press(publisher: str) -> str | None:
    """The country of the news agency that publishes: "MONTSAME News Agency"."""
    known = _origins().agencies
    if (code := known.get(publisher) or _origins().own_names.get(publisher)) is not None:
        return code
    if (code := _of_paper(publisher.casefold())) is not None:
        return code
    return next((known[word] for word in publisher.split() if len(word) > 3 and word in known), None)


def _of_paper(publisher: str) -> str | None:
    """The country of the newspaper whose name a publisher holds as whole words: "DAILY SABAH WITH AGENCIES"."""
    words = f" {publisher} "
    return next((code for name, code in _origins().papers.items() if f" {name} " in words), None)


def _of_acting_force(body: View) -> str | None:
    """The country of the force or ministry with which the body opens: "The Republic of Peru Navy’s training squadron was in"."""
    start = next((at for at in range(min(4, len(body.words))) if at in body.countries), None)
    found = body.countries.get(start) if start is not None else None
    if found is None or any(fold not in {"the", "a"} for fold in body.folds[: found.start]):
        return None
    return found.value if any(fold in _FORCES for fold in body.folds[found.end : found.end + 3]) else None


_FORCES = frozenset({"navy", "army", "marines", "airmen", "ministry", "department", "forces", "force", "guard", "corps", "command"})


def _of_departure(body: View) -> str | None:
    """The country that an official leaves for another: "Admiral N left | Dhaka | for Muscat", in the words that open the text."""
    for at in range(1, min(60, len(body.words))):
        place = body.places.get(at)
        if place is not None and body.folds[at - 1] in _LEAVING and body.fold(place.end) == "for":
            return place.value
    return None


def _of_welcome(body: View) -> str | None:
    """The country of the body that welcomes the guests in the words that open the text: "were welcomed by the | Fijian | Navy"."""
    for at in range(2, min(120, len(body.words))):
        found = body.countries.get(at)
        if found is None or at not in body.bodies or body.fold(at - 1 - (body.folds[at - 1] == "the")) != "by":
            continue
        if any(word in {"welcomed", "received", "hosted", "greeted"} for word in body.folds[max(at - 5, 0) : at - 1]):
            return found.value
    return None


_LEAVING = frozenset({"left", "leaves", "departed", "departs"})


def is_international(text: str) -> bool:
    return any(term.kind == "intorg" for term in gazetteers.find(text))


_ADDRESS = patterns.compile(
    r"(?:@|www\.|https?://)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\b(?:[\w-]{1,63}\.){0,3}(?:gov|gob|gouv|govt|go|mil|mod|com|co)\.[a-z]{2}\b",
    re.IGNORECASE,
)
_OFFICIAL = patterns.compile(
    r"\b(?:Republic|Kingdom|Government|Ministry|Department|Embassy|Armed Forces|State|Federation|Commonwealth|Crown)\b", re.IGNORECASE
)


def _of_page(release: Release) -> str | None:
    """The country of the addresses and mastheads among what was cut from the page; related stories are passed over."""
    for piece in release.dropped:
        for found in _ADDRESS.finditer(piece.text[:4000]):
            labels = found.group().rpartition("/")[2].rpartition("@")[2].split(".")
            known = ".".join(labels[-2:]) in _origins().hosts
            if (known or labels[-1] not in {"com", "org", "net"}) and (code := _of_address("https://" + ".".join(labels))):
                return code
    if code := _of_masthead(release):
        return code
    for piece in release.dropped:
        if piece.reason in _OTHER_STORIES:
            continue
        for line in piece.text[:4000].splitlines():
            if len(line) < 90 and (_OFFICIAL.search(line) or "©" in line) and (code := of_name(line.strip())):
                return code
        if piece.reason == "page foot" and (code := _of_seat(piece.text[:600])):
            return code
    return None


def _of_seat(text: str) -> str | None:
    """The country of the one city in a page’s foot that names an office: "Ministry of Defence, 8 Harbour Street, Helsinki"."""
    cities = {term.value.rpartition("|")[2] for term in gazetteers.find(text) if term.kind == "city"}
    return cities.pop() if len(cities) == 1 and _OFFICIAL.search(text) else None


@frozen
class _Origins:
    codes: dict[str, str]
    agencies: dict[str, str]
    hosts: dict[str, str]
    papers: dict[str, str]  # by their names in small letters
    own_names: dict[str, str]


@cache
def _origins() -> _Origins:
    data = tables.read("people/origins.yml")
    papers = {name.casefold(): country for name, country in data["papers"].items()}
    codes = {str(code): country for code, country in data["calling_codes"].items()}
    return _Origins(codes, data["agencies"], data["hosts"], papers, data["own_names"])


_TELEPHONE = patterns.compile(r"(?<![\w+])(?:\+|00)[ ]?\(?([1-9]\d{0,2})\)?[ ()./-]?\d")


def _of_telephone(release: Release) -> str | None:
    """The country of the telephones that the release prints, if they are all of one: "+358 295 …"."""
    known = _origins().codes
    found: set[str] = set()
    for text in (*(piece.text[:4000] for piece in release.dropped), release.body[-1500:]):
        if "+" not in text and "00" not in text:
            continue
        for number in _TELEPHONE.finditer(text):
            found |= {known[number[1][:size]] for size in (1, 2, 3) if number[1][:size] in known}
    return found.pop() if len(found) == 1 else None


_AGENCY = patterns.compile(
    r"""
      \(([A-Z][A-Za-zÀ-ÿ]{1,14}(?:[ ][A-Z][a-z]+)?)\)          # "Amman, Nov. 7 (Petra) --"
    | ,[ ](?:\d{4},[ ])?([A-Z]{3,8})[ ]?(?:--?|–|—)            # "October 12, 2022, SPA --"
    | --[ ]?([A-Z]{3})\b                                      # "--SPA"
    | ^[\w ]{3,20}[ ]-[ ]([A-Z]{3,8})\b                       # "Cairo - MENA"
    | [—–][ ]?(\w{4,10})$                                     # "the two countries. — Bernama"
    """,
    re.VERBOSE,
)


def _of_agency(release: Release) -> str | None:
    """The country of the state’s news agency that opens or signs the text: "Amman, Nov. 7 (Petra) --"."""
    known = _origins().agencies
    for text in (release.dateline or "", release.body[:160], release.body[-40:], *_edges(release)):
        for found in _AGENCY.finditer(text):
            if code := known.get(next(filter(None, found.groups()))):
                return code
    return None


def _edges(release: Release) -> Iterator[str]:
    """The first and last words of each piece that was cut from the page."""
    for piece in release.dropped:
        yield piece.text[:80]
        if len(piece.text) > 80:
            yield piece.text[-40:]


def _of_masthead(release: Release) -> str | None:
    """The country or organization that names itself above or below the text: "España", "AFRICAN UNION"."""
    pieces = [piece.text.strip() for piece in release.dropped if piece.reason in _MASTHEADS and len(piece.text) < 80]
    own, names = _own_names()
    for number, text in enumerate([release.publisher or "", *pieces]):
        if found := own.search(text):
            return names[found.group().casefold()]
        if number <= 1 and any(term.kind == "intorg" and term.end - term.start > 0.8 * len(text) for term in gazetteers.find(text)):
            return INTERNATIONAL
    return None


_OTHER_STORIES = frozenset({"headline", "summary", "related stories", "after the text", "caption", "tags"})
_MASTHEADS = frozenset({"masthead", "kicker or section", "copyright"})


@cache
def _own_names() -> tuple[re.Pattern[str], dict[str, str]]:
    """The names of states in their own languages, as one pattern, and their codes."""
    names: dict[str, str] = {name.casefold(): code for name, code in tables.read("people/mastheads.yml")["names"].items()}
    choices = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return patterns.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE), names


def _of_opening(body: View) -> str | None:
    """The country of the place that the body opens with ("Brasília (DF), 06/10 –"), else of the first at which something was held.

    A ministry tells most often of what it hosts itself; the place of an arrival or a visit is left out.
    """
    for at in range(min(120, len(body.words))):
        if at not in body.places or body.is_name_like(body.places[at].end):
            continue
        if at == 0 or (body.folds[at - 1] in {"in", "at"} and body.fold(at - 2) not in _ABROAD):
            return body.places[at].value
    return None


_ABROAD = frozenset({"arrived", "arrives", "arrive", "landed", "visit", "visiting", "stay", "stopped", "embassy", "ambassador"})


def _named_most(both: tuple[View, View], sightings: list[Sighting]) -> str | None:
    """The country named most; where it only marks officials it is a guest’s, for a ministry seldom says whose its own minister is."""
    counts = Counter(found.value for view in both for found in view.countries.values())
    for sighting in sightings:
        if marked := _mark(sighting):
            counts[marked] -= 2
    ranked = counts.most_common(2)
    return ranked[0][0] if ranked and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1] + 1) else None


_DOMAINS = {"gov": "US", "mil": "US", "uk": "GB", "int": INTERNATIONAL}


def _of_address(address: str | None) -> str | None:
    """The country of a government’s web address: "mapn.ro", "gov.uk", "defense.gov"."""
    if not address:
        return None
    labels = (urlsplit(address).hostname or "").split(".")
    if not labels[-1]:
        return None
    if code := _origins().hosts.get(".".join(labels[-2:])):
        return code
    if labels[-1] in _DOMAINS:
        return _DOMAINS[labels[-1]]
    if "whitehouse" in labels or "bidenwhitehouse" in labels:
        return "US"
    code = labels[-1].upper()
    return code if code in gazetteers.values("country") else None
