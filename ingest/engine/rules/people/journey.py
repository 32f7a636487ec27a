"""Where a release plays: the foreign state to which the publisher's people have come, and whom they meet there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ingest.engine import gazetteers, patterns, tables
from ingest.engine.rules.people.home import INTERNATIONAL, of_name
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import Found, View
from ingest.engine.types import Release, Where
from ingest.engine.values import frozen

Journeys = dict[Where, "Journey"]


def of(both: tuple[View, View], home: str | None, release: Release) -> Journeys:
    """The journeys that headline and body tell."""
    title, _ = both
    post = _post(release, home)
    opening = post or _of_headline(title, home) or _of_dateline(title, release, home)
    return {view.passage.where: Journey(view, home, opening, post) for view in both}


_RETURNING = frozenset({"returned", "returns"})


class Journey:
    """The places of a passage to which somebody comes, in order; None in the list is a return home.

    `opening` is the foreign state in which publisher, headline or dateline say that all of it was, `post` that in which the embassy
    stands that publishes.
    """

    def __init__(self, view: View, home: str | None, opening: str | None = None, post: str | None = None) -> None:
        self.view, self.home, self.opening, self.post = view, home, opening, post
        words = _words()
        returning = [] if _RETURNING.isdisjoint(view.folds) else [at for at, fold in enumerate(view.folds) if fold in _RETURNING]
        home_again: list[tuple[int, str | None]] = [(at, None) for at in returning if view.fold(at + 1) in words.homeward]
        self.stops = sorted([(at, found.value if found.value != home else None) for at, found in _stops(view)] + home_again)
        self.at_words = [at for at, _ in self.stops]

    def at(self, sighting: Sighting) -> str | None:
        """The foreign state in which the person is met; None at home.

        The last stop named before in the sentence, else one that closes it, else the last before it, else that of the whole release.
        """
        start, stop = self.view.sentence(sighting.begin)
        if (place := _place_behind(sighting) or self._place_before(sighting)) is not None:
            return place.value if place.value != self.home else None
        before = bisect_left(self.at_words, sighting.begin) - 1
        if before >= 0 and self.at_words[before] >= start:
            return self.stops[before][1]
        behind = bisect_left(self.at_words, sighting.close)
        if behind < len(self.stops) and self.at_words[behind] < min(stop, sighting.close + _CLOSING):
            return self.stops[behind][1]
        number = self.view.sentence_number(start)
        if before >= 0 and self._lasts(number, self.view.sentence_number(self.at_words[before]), sighting):
            return self.stops[before][1]
        return self.opening

    def _place_before(self, sighting: Sighting) -> Found | None:
        """The place whose clause the name stands in: "to visit the yard in | Kiel |, where they are met by Captain N".

        An organization of states has its own people there: "visited the Secretariat in Washington, where she was met by N".
        """
        view, start = self.view, max(sighting.view.sentence(sighting.begin)[0], sighting.begin - _CLOSING)
        where = next((at for at in range(sighting.begin - 1, start, -1) if view.folds[at] == "where"), None)
        if where is None or self.home == INTERNATIONAL:
            return None
        end = where - (view.folds[where - 1] == ",")
        return next(
            (found for at in range(end - 1, max(end - _NAMES, 0) - 1, -1) if (found := _found(view, at)) is not None and found.end == end),
            None,
        )

    def _lasts(self, number: int, told: int, sighting: Sighting) -> bool:
        """Whether a stop told in an earlier sentence still holds; for one who receives somebody only in its paragraph."""
        if _hosts(sighting):
            return self.view.paragraph(number) == self.view.paragraph(told)
        return number - told <= _LASTING


def _place_behind(sighting: Sighting) -> Found | None:
    """The place that closes the name: "made a courtesy call on the governor, General N, in | Goma"."""
    view, at = sighting.view, sighting.close
    at += view.fold(at) == ","
    if view.fold(at) != "in":
        return None
    found = _found(view, at + 1)
    return found if found is not None and not view.capital[min(found.end, len(view.words) - 1)] else None


def _found(view: View, at: int) -> Found | None:
    """The country or place named from the word on."""
    found = view.countries.get(at) or view.places.get(at)
    return found if found is not None and found.kind != "demonym" else None


_NAMES = 4  # words that the name of a place has
_CLOSING = 12  # words behind a name in which its sentence tells where: "met with Minister Popa | in Lima"
_LASTING = 8  # sentences for which a stop holds


def _stops(view: View) -> Iterator[tuple[int, Found]]:
    """The places that are come to, with their positions."""
    words = _words()
    for at in sorted({*view.countries, *view.places}):
        found = view.countries.get(at) or view.places[at]
        if found.kind == "demonym":
            if view.fold(found.end) == "capital" and view.fold(at - 1) == "the" and view.fold(at - 2) in {"in", "to", "at"}:
                yield at, found  # "his stay in the Norwegian capital"
        elif view.folds[at] in words.seats:
            continue  # whom ministers meet there comes from anywhere
        elif _is_gone_over(view, found) or _is_come_to(view, at, found) or _opens_sentence(view, at) or _is_heading(view, found):
            yield at, found


def _is_gone_over(view: View, found: Found) -> bool:
    """Whether somebody's visit is called by its country: "began his | India | visit"."""
    return view.fold(found.end) in {"visit", "trip", "tour"} and view.fold(found.start - 1) in {"his", "her", "their", "day"}


def _is_come_to(view: View, at: int, found: Found) -> bool:
    """Whether somebody is or comes to the place: "visited | Hungary", "called at | Dakar", "talks in | Doha"; not one to come."""
    words = _words()
    at -= view.fold(at - 1) == "the"
    word, before = view.fold(at - 1), view.fold(at - 2)
    if word in {"visited", "visits", "visiting"}:
        return True
    if word == "visit":
        return False
    if word == "was":
        return before in {"stop", "leg"}
    if word == "from":  # "came home from | Lebanon, where she had spent"
        return view.folds[found.end : found.end + 2] == [",", "where"]
    if word not in _LEADING or any(view.fold(back) in words.other_time for back in range(at - 8, at - 1)):
        return False
    if "who" in view.folds[at - _CLAUSE : at] and not _TO_COME.isdisjoint(view.folds[at - _CLAUSE : at]):
        return False  # "The minister, who will hold talks in | Oslo | tomorrow, paid a call": not yet
    if word == "in" and before in _THEN and "had" in view.folds[max(view.sentence(at)[0], at - _CLOSING) : at]:
        return False  # "had agreed on it at their meeting in | Oslo"
    if word == "for" and _is_left_for(view, at - 1):
        return True
    if word in {"to", "for"}:
        return before in words.going
    return word in {"in", "at"} and (before in words.being or (word == "at" and before == "in" and view.fold(at - 3) in {"put", "puts"}))


_LEADING = frozenset({"for", "to", "in", "at"})
_CLAUSE = 8  # words of a clause before a place
_TO_COME = frozenset({"will", "shall", "due", "scheduled"})


def _is_left_for(view: View, at: int) -> bool:
    """Whether a verb of leaving leads to "for" at `at`, with the place that is left and the day between: "left here | for | India"."""
    words = _words()
    for back in range(at - 1, max(at - _LEAVING, 0) - 1, -1):
        if view.folds[back] in words.leaving:
            return True
        if not (view.capital[back] or view.folds[back] in words.on_leaving or view.words[back][0].isdigit()):
            return False
    return False


_THEN = frozenset({"meeting", "met", "talks", "visit", "discussions", "conference", "summit"})
_LEAVING = 6  # words between a verb of leaving and "for"
_FIRST_WORDS = 6


def _opens_sentence(view: View, at: int) -> bool:
    """ "In Senegal, …", "While in Oslo, …", "On Tuesday, in Lomé, …": the place within the first words."""
    start, _ = view.sentence(at)
    return at - start <= _FIRST_WORDS and view.fold(at - 1) == "in" and (at - start < 4 or view.fold(start) == "on")


def _is_heading(view: View, found: Found) -> bool:
    """Whether the place stands alone on its line or before a colon: "COLOMBIA", "Zagreb", "Bosnia and Herzegovina: Popa …".

    A day may stand with it: "Tirana, 4 March.", "5 May – Riga: The minister …".
    """
    start, stop = view.sentence(found.start)
    end = _past_day(view, found.end, stop)
    opens = found.start - start < _LABEL and _past_day(view, start, found.start) == found.start
    if opens and (view.fold(end) == ":" or (end > found.end and view.folds[end:stop] in ([], ["."]))):
        return True
    if found.start != start:
        return False
    shouted = view.words[start].isupper() and len(view.words[start]) > 3  # "COLOMBIA On Monday"
    return found.end == stop or view.fold(found.end) == ":" or (shouted and view.fold(found.end) in {"in", "on", "at", "the"})


def _past_day(view: View, at: int, stop: int) -> int:
    """The word behind a day and the signs around it: ", | 4 March", "(| 4-5 May 2021 |)", "Monday, 5 May |–"."""
    while at < stop and (view.folds[at] in view.lex.calendar or view.folds[at] in _DAY_SIGNS or view.words[at][0].isdigit()):
        at += 1
    return at


_DAY_SIGNS = frozenset({",", "(", ")", "-", "–", "—", "/", "march", "may", "august", "|"})
_LABEL = 8  # words that may stand before the place in a label


# ---- where all of it was ----


def _post(release: Release, home: str | None) -> str | None:
    """The state in which the embassy stands that publishes: "U.S. Embassy in Paraguay", "British Embassy Tbilisi"."""
    if release.publisher is None or home is None or not _MISSION.search(release.publisher):
        return None
    named = {
        term.value.rpartition("|")[2] for term in gazetteers.find(release.publisher) if term.kind in ("country", "demonym", "city")
    } - {home}
    named = named or {code for piece in release.dropped if len(piece.text) < _HEAD if (code := of_name(piece.text.strip()))} - {home}
    return named.pop() if len(named) == 1 else None


_HEAD = 80  # characters of a line above or below the text: "Embassy of Peru", "Nairobi, Kenya"
_MISSION = patterns.compile(r"\b(?:Embassy|Consulate|High Commission)\b")


def _of_headline(title: View, home: str | None) -> str | None:
    """The one foreign state that a headline names, if it is where somebody is: "Minister Popa in Oslo", "… visits Kenya"."""
    tables = (title.countries, title.places)
    named = {found.value for table in tables for found in table.values()} - {home}
    if len(named) != 1:
        return None
    code = named.pop()
    return code if any(found.value == code and _is_place(title, at) for table in tables for at, found in table.items()) else None


def _is_place(title: View, at: int) -> bool:
    while title.fold(at - 1) in {"the", "royal"}:
        at -= 1
    word, before = title.fold(at - 1), title.fold(at - 2)
    if word == "at":
        return before in {"calls", "call", "docks", "arrives", "anchors"}
    if word == "in" and before in _words().staying:
        return False  # "to appoint an attaché in | Peru", "peacekeepers in | Mali"
    return word in {"in", "visits", "visit", "visiting"} or (word == "to" and before in {"visit", "trip", "travels", "tour"})


def _of_dateline(title: View, release: Release, home: str | None) -> str | None:
    """The foreign state in which the release was written, unless the headline names another."""
    code = of_name(release.dateline) if release.dateline else None
    named = {found.value for found in title.countries.values()} - {home, code}
    return code if code != home and not named and home not in (None, INTERNATIONAL) else None


# ---- whom they meet ----


def is_met(sighting: Sighting) -> bool:
    """Whether the travellers meet the person: "met with", "was received by", "called on", "N hosted"; companions are not met."""
    return _hosts(sighting) or is_object(sighting)


def is_object(sighting: Sighting, after: int = 0) -> bool:
    """Whether a verb of meeting, from the word `after` on, leads to the person: "met with | N", "was received by | N"."""
    view, at, words = sighting.view, sighting.begin - 1, _words()
    start, _ = view.sentence(sighting.begin)
    first = max(start, after, sighting.begin - _ROW)
    while at >= first and _is_passed(view, at):
        at -= 1
    if at >= first and view.folds[at] in words.meeting and view.fold(at - 1) not in words.passive:
        return True
    links = (word for word in range(sighting.begin - 1, max(first, at), -1) if view.folds[word] in words.governing)
    link = next((word for word in links if view.folds[word] != "to" or _is_call(view, word)), None)
    if link is None or view.fold(link - 1) in words.companions:
        return False
    governing = words.governing[view.folds[link]]
    return not governing.isdisjoint(view.folds[first:link]) or (view.folds[link] == "by" and _is_done_to_them(view, first, link))


def _is_call(view: View, link: int) -> bool:
    """Whether "to" leads to whom a call is paid, and not to whom an office serves: "Security Advisor to the | Federal Chancellor"."""
    return not _words().governing["to"].isdisjoint(view.folds[max(link - _CALL, 0) : link])


_CALL = 4  # words from a call to its "to": "a courtesy visit | to"


def _is_done_to_them(view: View, first: int, link: int) -> bool:
    """Whether something was done to the travellers, whatever it was: "was taken round the yards | by"; not "was accompanied by"."""
    words = _words()
    for at in range(max(first, link - _DONE), link):
        done = view.folds[at].endswith("ed") or view.folds[at] in words.done
        if done and view.folds[at] not in words.beside and view.fold(at - 1) in {"was", "were", "then", "also", "later"}:
            return True
    return False


_DONE = 8  # words between a participle and its "by"


_ROW = 40  # words before a name in which others of a row are passed


def _hosts(sighting: Sighting) -> bool:
    """Whether the person receives somebody: "Minister Popa | hosted"; not a briefing or a medal, which a guest receives."""
    view, at = sighting.view, sighting.close
    if _shows(sighting):
        return True
    return view.fold(at) in _words().hosting and _words().handed.isdisjoint(view.folds[at + 1 : at + _HANDED])


def _shows(sighting: Sighting) -> bool:
    """Whether the person shows the travellers something: "At the detachment, Colonel N | showed him | how the crossings are watched"."""
    view, at = sighting.view, sighting.close
    return view.fold(at) in _words().showing and view.fold(at + 1) in _THEM


_THEM = frozenset({"him", "her", "them"})


_HANDED = 6  # words from "received" to what is given


def _is_passed(view: View, at: int) -> bool:
    """Whether a word may stand between the verb and one of the names that it leads to."""
    word = view.folds[at]
    known = view.capital[at] or word in _SIGNS or word in _words().passed or word in view.lex.particles
    return known or word[0].isdigit() or at in view.heads


_SIGNS = frozenset({",", ";", "(", ")", "'s"})


def is_host(sighting: Sighting) -> bool:
    """Whether an office is one that hosts hold: not that of an envoy, nor one over troops of the guests themselves."""
    view, office = sighting.view, sighting.office
    if office is None and ((sighting.rank is not None and sighting.rank.flag) or _is_received(view, sighting.begin)):
        return True  # "He met General N"
    if office is None and sighting.rank is not None and _shows(sighting):
        return True
    if office is None:
        return view.fold(sighting.begin - 1 - (view.fold(sighting.begin - 1) == "retired")) == "on"  # "pinned the medal on General N"
    return bool(office.position) and not _SENT.search(office.position)


def _is_received(view: View, begin: int) -> bool:
    """Whether the travellers were received by the one named here: "was received by the | CoAS, Lieutenant General N"."""
    link = next((at for at in range(begin - 1, begin - 5, -1) if view.fold(at) == "by"), None)
    return link is not None and view.fold(link - 1) in {"received", "welcomed", "hosted"}


_SENT = patterns.compile(
    r"(?i)\b(?:sector|contingent|battalion|battle ?group|task (?:force|group)|mission|detachment|ambassador|attach[eé]"
    r"|high commissioner|consul|charg[eé]s? d|envoy|force commander|delegation|special representative|commanding officer"
    r"|of the ships?|nuncio|advis[eo]r)\b"
)


# ---- words ----


@frozen
class _Words:
    going: frozenset[str]
    leaving: frozenset[str]
    on_leaving: frozenset[str]
    being: frozenset[str]
    other_time: frozenset[str]
    seats: frozenset[str]
    homeward: frozenset[str]
    hosting: frozenset[str]
    showing: frozenset[str]
    meeting: frozenset[str]
    passive: frozenset[str]
    governing: dict[str, frozenset[str]]
    companions: frozenset[str]
    done: frozenset[str]
    beside: frozenset[str]
    passed: frozenset[str]
    staying: frozenset[str]
    handed: frozenset[str]


@cache
def _words() -> _Words:
    data = tables.read("people/journeys.yml")
    plain = {name: _listed(words) for name, words in data.items() if name != "governing"}
    return _Words(**plain, governing={link: _listed(words) for link, words in data["governing"].items()})


def _listed(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split(","))
