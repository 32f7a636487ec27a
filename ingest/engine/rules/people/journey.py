"""Where a release plays: the foreign state to which the publisher's people have come, and whom they meet there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ingest.engine import gazetteers, patterns
from ingest.engine.rules.people.home import INTERNATIONAL, of_name
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import Found, View
from ingest.engine.types import Release, Where


Journeys = dict[Where, "Journey"]


def of(both: tuple[View, View], home: str | None, release: Release) -> Journeys:
    """The journeys that headline and body tell."""
    title, _ = both
    opening = _post(release, home) or _of_headline(title, home) or _of_dateline(title, release, home)
    return {view.passage.where: Journey(view, home, opening) for view in both}


class Journey:
    """The places of a passage to which somebody comes, in order; None in the list is a return home.

    `opening` is the foreign state in which publisher, headline or dateline say that all of it was.
    """

    def __init__(self, view: View, home: str | None, opening: str | None = None) -> None:
        self.view, self.opening = view, opening
        self.stops = [(at, found.value if found.value != home else None) for at, found in _stops(view)]
        self.at_words = [at for at, _ in self.stops]

    def at(self, sighting: Sighting) -> str | None:
        """The foreign state in which the person is met; None at home.

        The last stop named before in the sentence, else one that closes it, else the last before it, else that of the whole release.
        """
        start, stop = self.view.sentence(sighting.begin)
        before = bisect_left(self.at_words, sighting.begin) - 1
        if before >= 0 and self.at_words[before] >= start:
            return self.stops[before][1]
        behind = bisect_left(self.at_words, sighting.close)
        if behind < len(self.stops) and self.at_words[behind] < min(stop, sighting.close + _CLOSING):
            return self.stops[behind][1]
        number = self.view.sentence_number(start)
        if before >= 0 and number - self.view.sentence_number(self.at_words[before]) <= _LASTING:
            return self.stops[before][1]
        return self.opening


_CLOSING = 12  # words behind a name in which its sentence tells where: "met with Minister Popa | in Lima"
_LASTING = 8  # sentences for which a stop holds


def _stops(view: View) -> Iterator[tuple[int, Found]]:
    """The places that are come to, with their positions."""
    for at in sorted({*view.countries, *view.places}):
        found = view.countries.get(at) or view.places[at]
        if found.kind == "demonym":
            if view.fold(found.end) == "capital" and view.fold(at - 1) == "the" and view.fold(at - 2) in {"in", "to", "at"}:
                yield at, found  # "his stay in the Norwegian capital"
        elif view.folds[at] in _SEATS:
            continue  # whom ministers meet there comes from anywhere
        elif _is_come_to(view, at) or _opens_sentence(view, at) or _is_heading(view, found):
            yield at, found


def _is_come_to(view: View, at: int) -> bool:
    """Whether somebody is or comes to the place: "visited | Hungary", "called at | Dakar", "talks in | Doha"; not one to come."""
    at -= view.fold(at - 1) == "the"
    word, before = view.fold(at - 1), view.fold(at - 2)
    if word in {"visited", "visits", "visiting"}:
        return True
    if word == "visit":
        return False
    if any(view.fold(back) in _NOT_NOW for back in range(at - 8, at - 1)):
        return False
    if word in {"to", "for"}:
        return before in _GOING
    return word in {"in", "at"} and before in _BEING_THERE


_SEATS = frozenset({"brussels", "geneva", "new", "vienna", "munich", "davos", "luxembourg"})
_GOING = frozenset({"visit", "travelled", "traveled", "flew", "trip", "travels", "sailed", "tour", "arrived", "moved", "proceeded", "journeyed"})
_BEING_THERE = frozenset(
    {
        "called",
        "arrived",
        "arrives",
        "docked",
        "landed",
        "is",
        "was",
        "met",
        "meets",
        "while",
        "anchored",
        "talks",
        "meeting",
        "meetings",
        "discussions",
        "stay",
        "consultations",
        "held",
        "moored",
        "stop",
        "stopped",
    }
)
_NOT_NOW = frozenset({"invited", "invitation", "invite", "next", "planned", "future", "last", "previous", "expected", "accepted", "earlier"})


def _opens_sentence(view: View, at: int) -> bool:
    """ "In Senegal, …", "While in Oslo, …", "On Tuesday, in Lomé, …": the place within the first words."""
    start, _ = view.sentence(at)
    return at - start <= _FIRST_WORDS and view.fold(at - 1) == "in" and (at - start < 4 or view.fold(start) == "on")


_FIRST_WORDS = 6


def _is_heading(view: View, found: Found) -> bool:
    """Whether the place stands alone on its line or before a colon: "COLOMBIA", "Zagreb", "Bosnia and Herzegovina: Popa …"."""
    start, stop = view.sentence(found.start)
    if found.start != start:
        return False
    return found.end == stop or view.fold(found.end) == ":"


# ---- where all of it was ----


def _post(release: Release, home: str | None) -> str | None:
    """The state in which the embassy stands that publishes: "U.S. Embassy in Paraguay", "British Embassy Tbilisi"."""
    if release.publisher is None or home is None or not _MISSION.search(release.publisher):
        return None
    named = {
        term.value.rpartition("|")[2] for term in gazetteers.find(release.publisher) if term.kind in ("country", "demonym", "city")
    } - {home}
    return named.pop() if len(named) == 1 else None


_MISSION = patterns.compile(r"\b(?:Embassy|Consulate|High Commission)\b")


def _of_headline(title: View, home: str | None) -> str | None:
    """The one foreign state that a headline names, if it is where somebody is: "Minister Popa in Oslo", "… visits Kenya"."""
    named = {found.value for table in (title.countries, title.places) for found in table.values()} - {home}
    if len(named) != 1:
        return None
    code = named.pop()
    tables = (title.countries, title.places)
    return code if any(found.value == code and _is_place(title, at) for table in tables for at, found in table.items()) else None


def _is_place(title: View, at: int) -> bool:
    while title.fold(at - 1) in {"the", "royal"}:
        at -= 1
    word, before = title.fold(at - 1), title.fold(at - 2)
    return word in {"in", "visits", "visit", "visiting"} or (word == "to" and before in {"visit", "trip", "travels", "tour"})


def _of_dateline(title: View, release: Release, home: str | None) -> str | None:
    """The foreign state in which the release was written, unless the headline names another."""
    code = of_name(release.dateline) if release.dateline else None
    named = {found.value for found in title.countries.values()} - {home, code}
    return code if code != home and not named and home not in (None, INTERNATIONAL) else None


# ---- whom they meet ----


def is_met(sighting: Sighting) -> bool:
    """Whether words lead to the name that tell of those whom travellers meet: "met with", "was received by", "called on"."""
    view, at = sighting.view, sighting.begin - 1
    start, _ = view.sentence(sighting.begin)
    first = max(start, sighting.begin - _ROW)
    while at >= first and _is_passed(view, at):
        at -= 1
    if at < first:
        return False
    word, following = view.folds[at], view.fold(at + 1)
    if word in _RECEIVING and "by" in view.folds[at + 1 : at + _LINK]:
        return True
    if word in _CALLING:
        return following in {"on", "upon"}
    if word in _MEETING and word not in _TAKING_OBJECT:
        return "with" in view.folds[at + 1 : at + _LINK]
    return word in _TAKING_OBJECT and view.fold(at - 1) not in _PASSIVE


_ROW = 40  # words before a name in which others of a row are passed
_LINK = 12  # words between talks and "with"
_RECEIVING = frozenset({"received", "welcomed", "hosted", "greeted", "briefed", "met", "awaited", "escorted"})
_CALLING = frozenset({"called", "call", "calls"})
_TAKING_OBJECT = frozenset({"met", "meets", "meet", "meeting"})
_PASSIVE = frozenset({"were", "was", "be", "been", "the", "a", "this", "their", "his", "her"})
_MEETING = _TAKING_OBJECT | {
    "talks", "meetings", "discussions", "conferred", "spoke", "lunch", "dinner", "breakfast", "conversations", "consultations", "audience",
    "conversation",
}  # fmt: skip


def _is_passed(view: View, at: int) -> bool:
    """Whether a word may stand between the verb and one of the names that it leads to."""
    word = view.folds[at]
    return view.capital[at] or word in _PASSED or word in view.lex.particles or word[0].isdigit() or at in view.heads


_PASSED = frozenset(
    {",", "and", "the", "of", "for", "with", "by", "in", "at", "his", "her", "local", "there", "also", "counterpart", "its", "on", "upon", "'s"}
)


def is_host(position: str) -> bool:
    """Whether an office is one that hosts hold: not that of an envoy, nor one over troops of the guests themselves."""
    return bool(position) and not _SENT.search(position)


_SENT = patterns.compile(
    r"(?i)\b(?:sector|contingent|battalion|battle ?group|task (?:force|group)|mission|detachment|ambassador|attach[eé]|high commissioner|consul"
    r"|charg[eé]s? d|envoy|force commander|delegation|special representative|commanding officer|of the ships?|nuncio|advis[eo]r)\b"
)
