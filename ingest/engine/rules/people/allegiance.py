"""For which country a person speaks, where rank, office or body do not say: delegation, place of the visit, the release itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit

from ingest.engine import gazetteers
from ingest.engine.rules.people.lexicon import lexicon
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import View
from ingest.engine.types import Organization, Release, Where

INTERNATIONAL = "INT"
_NEAR = 80  # words of a sentence that are looked at for a country


def settle(sightings: list[Sighting], home: str | None, bodies: tuple[Organization, ...]) -> list[Sighting]:
    """The sightings with the country that their surroundings tell; a country that stands beside the name is left as it is."""
    known = {body.name: body.country for body in bodies}
    settled = []
    marks: dict[Where, _Delegations] = {}
    for sighting in sightings:
        where = sighting.view.passage.where
        if where not in marks:
            marks[where] = _Delegations(sighting.view)
        settled.append(_settled(sighting, known, marks[where], home))
    return _shared(settled, home)


def home_country(release: Release, both: tuple[View, View], sightings: list[Sighting]) -> str | None:
    """The country whose authorities issued the release, "INT" for an international organization, None where nothing tells.

    In this order: the name of the publisher, the web address, addresses and mastheads cut from the page, the place of the dateline,
    the place that the first sentences name, the country named most.
    """
    return (
        (release.publisher and _of_text(release.publisher))
        or _of_address(release.source_url)
        or _of_page(release)
        or (release.dateline and _of_text(release.dateline))
        or _of_opening(both[1])
        or _named_most(both, sightings)
        or None
    )


# ---- one sighting ----


def _settled(sighting: Sighting, known: dict[str, str | None], delegations: _Delegations, home: str | None) -> Sighting:
    if sighting.country is not None:
        return sighting
    office = sighting.office
    if office is not None and office.country is not None:
        return replace(sighting, country=office.country, country_at=(office.start, office.end))
    organization = sighting.organization or (office.organization if office else None)
    body = known.get(organization) if organization else None
    if organization and (body == INTERNATIONAL or _names_international(organization)):
        return replace(sighting, country=INTERNATIONAL, country_at=(sighting.begin, sighting.close))
    if organization and (code := _of_text(organization)):
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
    start = max(view.sentence(sighting.begin)[0], sighting.begin - _NEAR)
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
    around = range(max(start, sighting.begin - _NEAR), min(stop, sighting.close + _NEAR))
    named = [found for at in around if (found := view.countries.get(at) or view.places.get(at)) is not None]
    near = [found for found in named if found.value != home]
    if len({found.value for found in near}) == 1:
        return near[0].value, (near[0].start, near[0].end)
    return None


def _named_before(sighting: Sighting) -> tuple[str, tuple[int, int]] | None:
    view = sighting.view
    for at in range(sighting.begin - 1, max(view.sentence(sighting.begin)[0], sighting.begin - _NEAR) - 1, -1):
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


# ---- delegations ----

_SIDES = frozenset(
    {"delegation", "delegations", "side", "team", "party", "participants", "representatives", "representation", "contingent", "group"}
)
_MARKING = _SIDES | {"represented", "that", "and"}
_LEADS = frozenset(
    {"led", "headed", "represented", "included", "include", "includes", "comprised", "consisted", "chaired", "were", "was", "side", ":"}
)


# Verbs that show a sentence of its own, and so no item of a list.
_TELLING = frozenset(
    {"said", "says", "was", "were", "is", "are", "has", "had", "will", "met", "also", "thanked", "stated", "expressed", "noted", "added"}
)


class _Delegations:
    """The places of a passage at which a delegation is named, each with its country."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.marks: list[tuple[int, str, tuple[int, int]]] = []
        self.sure: set[int] = set()  # the marks that need no "led by" after them
        for at, fold in enumerate(view.folds):
            if fold not in _MARKING:
                continue
            if fold in _SIDES:
                self._side(at)
            elif fold == "represented" and view.fold(at + 1) == "by":
                self._represented(at)
            elif (fold == "that" and view.fold(at + 1) == "of" and (found := view.countries.get(at + 2))) or (
                fold == "and" and (found := view.countries.get(at + 1)) and view.fold(found.end) == "by"
            ):
                self.sure.add(found.end)
                self.marks.append((found.end, found.value, (found.start, found.end)))
        self.marks.sort()
        self.lists = self._lists()

    def of(self, sighting: Sighting) -> tuple[str, tuple[int, int]] | None:
        """The country of the delegation that the sighting stands in: named before it in the sentence, or at the head of its list."""
        start, _ = self.view.sentence(sighting.begin)
        number = bisect_right(self.marks, sighting.begin, key=lambda mark: mark[0]) - 1
        if number >= 0 and self.marks[number][0] >= start:
            at, code, span = self.marks[number]
            if at in self.sure or self._led(at, sighting.begin):
                return code, span
        return self.lists.get(self.view.sentence_number(sighting.start))

    def _led(self, mark: int, begin: int) -> bool:
        """Whether the delegation is told of by its members: "led by", "included"."""
        return any(self.view.folds[at] in _LEADS for at in range(mark, min(begin, mark + _NEAR)))

    def _side(self, at: int) -> None:
        view = self.view
        found = view.countries_ending.get(at)
        before = at - 1
        while found is None and before >= 0 and before > at - 5 and (view.plain[before] or view.folds[before] in {"'s", "'", "-"}):
            found = view.countries_ending.get(before + 0) if view.folds[before] not in {"'s", "'"} else view.countries_ending.get(before)
            before -= 1
        if found is None and view.fold(at + 1) in {"of", "from"}:
            inner = at + 2 + (view.fold(at + 2) == "the")
            found = view.countries.get(inner)
        if found is not None:
            self.marks.append((max(at + 1, found.end), found.value, (found.start, found.end)))

    def _represented(self, at: int) -> None:
        view = self.view
        before = at - 1 if view.fold(at - 1) in {"was", "is", "were"} else at
        found = view.countries_ending.get(before)
        if found is not None:
            self.marks.append((at, found.value, (found.start, found.end)))

    def _lists(self) -> dict[int, tuple[str, tuple[int, int]]]:
        """The country of each sentence that is an item of a delegation’s list."""
        sentences = self.view.sentences
        found: dict[int, tuple[str, tuple[int, int]]] = {}
        current: tuple[str, tuple[int, int]] | None = None
        for number, (start, stop) in enumerate(sentences):
            if self.view.words[stop - 1] == ":" and stop - 1 >= start:
                first = bisect_left(self.marks, start, key=lambda mark: mark[0])
                mark = self.marks[first] if first < len(self.marks) and self.marks[first][0] <= stop else None
                current = (mark[1], mark[2]) if mark else None
            elif (
                current is not None
                and self._is_item(start, stop)
                and self.view.paragraph(number) != self.view.paragraph(max(number - 1, 0))
            ):
                found[number] = current
            else:
                current = None
        return found

    def _is_item(self, start: int, stop: int) -> bool:
        first, last = self.view.words[start], self.view.words[stop - 1]
        introduced = start in self.view.ranks or start in self.view.honorifics or self.view.is_name_like(start)
        if introduced and not any(self.view.folds[at] in _TELLING for at in range(start, stop)):
            return True
        return not first[0].isalpha() or (self.view.fold(start + 1) in {")", "."} and len(first) <= 2) or last not in '.!?”"'


# ---- the release ----


# Only the United States spell these so without saying whose they are.
_AMERICAN = ("Department of Defense", "Department of State", "Department of War", "State Department")


@cache
def _of_text(text: str) -> str | None:
    """The one country that a name tells: "Royal Malaysian Air Force", "The White House"."""
    terms = gazetteers.find(text)
    countries = [term.value for term in terms if term.kind in ("country", "demonym")]
    if not countries and any(name in text for name in _AMERICAN):
        return "US"
    if countries:
        return countries[0]
    for term in terms:
        if term.kind == "intorg":
            return INTERNATIONAL
        if term.kind == "statebody" and (code := term.value.rpartition("|")[2]):
            return code
    cities = {term.value.rpartition("|")[2] for term in terms if term.kind == "city"}
    return cities.pop() if len(cities) == 1 else None


def _names_international(text: str) -> bool:
    return any(term.kind == "intorg" for term in gazetteers.find(text))


_ADDRESS = re.compile(r"(?:@|www\.|https?://)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\b(?:[\w-]{1,63}\.){0,3}gov\.[a-z]{2}\b", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"\b(?:Republic|Kingdom|Government|Ministry|Department|Embassy|Armed Forces|State|Federation|Commonwealth|Crown)\b", re.IGNORECASE
)


def _of_page(release: Release) -> str | None:
    """The country of the addresses and mastheads among what was cut from the page; related stories are passed over."""
    for piece in release.dropped:
        for found in _ADDRESS.finditer(piece.text[:4000]):
            labels = found.group().rpartition("/")[2].rpartition("@")[2].split(".")
            if labels[-1] not in {"com", "org", "net"} and (code := _of_address("https://" + ".".join(labels))):
                return code
    for piece in release.dropped:
        for line in piece.text[:4000].splitlines():
            if len(line) < 90 and (_OFFICIAL.search(line) or "©" in line) and (code := _of_text(line.strip())):
                return code
    return None


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
        marked = sighting.country or (sighting.office.country if sighting.office else None)
        if marked:
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
    if labels[-1] in _DOMAINS:
        return _DOMAINS[labels[-1]]
    if "whitehouse" in labels or "bidenwhitehouse" in labels:
        return "US"
    code = labels[-1].upper()
    return code if code in gazetteers.values("country") else None
