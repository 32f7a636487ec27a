"""Offices that a clause tells of whom it names: "N, who heads the Office", "N was appointed Commander", "in his capacity as"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ingest.engine import tables
from ingest.engine.rules.people import handovers
from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people.line import Line
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import View
from ingest.engine.values import frozen


def told(line: Line, begin: int, at: int) -> Office | None:
    """The office of the one whose name, with all that leads up to it, stands from `begin` to `at`."""
    return _assumed(line, at) or _given(line, begin, at) or _in_capacity(line, at)


def heading(line: Line, at: int) -> Office | None:
    """The office of one who leads a body, told from `at` behind a comma: "who | commands the Navy’s 151st Fleet", "currently | heading"."""
    view, words = line.view, _words()
    relative = view.fold(at) == "who"
    at = _past(view, at + relative, words.beside)
    verb = view.fold(at)
    if verb == "in" and view.fold(at + 1) == "charge" and view.fold(at + 2) == "of":
        at, verb = at + 2, "charge"
    perfect = view.fold(at - 1) in {"has", "since"} or view.fold(at - 2) == "has"
    fits = not verb.endswith("ing") if relative else verb.endswith("ing")
    if verb not in words.heading or not (fits or verb == "charge") or (verb in _PAST and not perfect):
        return None
    body = _body(line, at + 1)
    if body is None or view.fold(body[1]) in _SENT:
        return None
    named = view.country_within(*body)
    country = "INT" if body[0] in view.international else named.value if named is not None else None
    return Office(at, body[1], at, words.heading[verb], view.text(*body), country)


_PAST = frozenset({"led", "headed", "commanded"})
_SENT = frozenset({"delegation", "contingent", "team", "side", "group", "mission", "column", "teams", "delegations", "convoy"})


def being(view: View, at: int) -> int:
    """The word after "is", "has been", "currently serves as" and the like."""
    words = _words()
    return _past(view, at, words.beside | words.being | words.been | {"as"})


def _body(line: Line, at: int) -> tuple[int, int] | None:
    """The body that begins at `at`, with the part of it that a possessive tells: "the | Navy’s 151st Amphibious Fleet"."""
    view = line.view
    inner = at + (view.fold(at) == "the")
    end = lines.body_end(line, inner)
    if end is not None and view.fold(end) == "'s":
        end = lines.body_end(line, end + 1) or end
    if end is None and (owner := view.countries.get(inner)) is not None and view.fold(owner.end) == "'s":
        end = lines.body_end(line, owner.end + 1)
    return (inner, end) if end is not None else None


def _assumed(line: Line, at: int) -> Office | None:
    """The office that somebody holds or takes up: "N | assumed duties as the 27th Commander of the Navy", "N | is the Chief of"."""
    view, words = line.view, _words()
    relative = view.fold(at) == "," and view.fold(at + 1) == "who"
    begun = at + 2 * relative
    verb = _past(view, begun, words.beside)
    if verb >= line.stop:
        return None
    if view.folds[verb] in words.appointed or view.folds[verb] in words.assuming:
        return _led_to(line, verb + 1) or _over_another(line, verb)
    if relative or words.being.isdisjoint(view.folds[begun : verb + 1]):
        return None  # who somebody is between commas is read with what is told there
    office = _led_to(line, being(view, verb))
    return office if office is not None and _is_held(line, office) else None


def _given(line: Line, begin: int, at: int) -> Office | None:
    """The office of one whom a verb or noun of appointing governs: "the appointment of | N | as Commander", "takes over from | M | as"."""
    view = line.view
    if view.fold(at) == "as":
        near = view.folds[max(begin - _NEAR, line.start) : begin]
        return _led_to(line, at + 1) if not _words().appointing.isdisjoint(near) else None
    named = begin > line.start and view.folds[begin - 1] in _words().naming
    return _led_to(line, at) if named and at in line.by_start and view.capital[at] else None  # "named | General M | Chief of Staff"


_NEAR = 6  # words between an appointment and who is appointed


def _led_to(line: Line, at: int) -> Office | None:
    """The office to which "as the new", "to the post of" and the like lead from `at`."""
    view, words = line.view, _words()
    for word in range(at, min(at + _LEADING, line.stop)):  # "was appointed | the country’s new Commander"
        office = line.by_start.get(word)
        if office is not None and not office.counterpart and not office.plural:
            office = handovers.over_last(line, office)
            if view.heads[office.head][1].minor and office.organization is None:
                return None  # "was named Officer of the Year"
            return office if view.capital[office.head] or office.organization is not None or _is_full(view, office) else None
        if view.folds[word] not in words.leading_on and not view.words[word][0].isdigit():
            return None
    return None


_LEADING = 9  # words from a verb to the office


def _is_full(view: View, office: Office) -> bool:
    """Whether an office in small letters says over what it is held: "deputy minister of defence"; not "a leader of the talks"."""
    return not office.weak and view.fold(office.head + 1) in {"of", "for"} and office.end > office.head + 2


def _is_held(line: Line, office: Office) -> bool:
    """Whether a sentence says that somebody holds the office: not "is the first minister to visit", "is a member of the Committee"."""
    view = line.view
    only = not office.weak or (office.organization is not None and view.fold(office.start - 1) not in {"a", "an"})
    return only and view.fold(office.start) not in {"first", "second", "third"} and view.fold(office.end) not in {"to", "who"}


def _over_another(line: Line, verb: int) -> Office | None:
    """The office that is told behind the one who held it: "takes | over from Captain M as Commanding Officer"."""
    view, words = line.view, _words()
    if words.succeeding.isdisjoint(view.folds[verb : verb + 2]):
        return None
    link = next((at for at in range(verb + 1, min(verb + _OTHER, line.stop)) if view.folds[at] in {"as", ";", "who"}), None)
    return _led_to(line, link + 1) if link is not None and view.folds[link] == "as" else None


_OTHER = 16  # words of whom somebody succeeds


def _in_capacity(line: Line, at: int) -> Office | None:
    """The office of "N | attended the talks in his capacity as Defence Attaché of Peru", where nobody else is named between."""
    view, words = line.view, _words()
    for word in range(at, min(at + _CLAUSE, line.stop - 2)):
        if word in view.ranks or word in view.honorifics or view.folds[word] in {"who", ";", "while"} or view.is_name_like(word):
            return None
        if view.folds[word] in words.capacity and view.folds[word + 1] in {"as", "of"} and "in" in view.folds[word - 4 : word]:
            return _led_to(line, word + 2)
    return None


_CLAUSE = 20  # words between a name and "in his capacity as"


def _past(view: View, at: int, passed: frozenset[str]) -> int:
    begun = at
    while at < begun + 7 and view.fold(at) in passed:
        at += 1
    return at


@frozen
class _Words:
    beside: frozenset[str]
    being: frozenset[str]
    been: frozenset[str]
    appointed: frozenset[str]
    assuming: frozenset[str]
    succeeding: frozenset[str]
    leading_on: frozenset[str]
    capacity: frozenset[str]
    appointing: frozenset[str]
    naming: frozenset[str]
    heading: Mapping[str, str]


@cache
def _words() -> _Words:
    data = tables.read("people/holding.yml")
    lists = {name: frozenset(listed) for name, listed in data.items() if name != "heading"}
    return _Words(**lists, heading=data["heading"])
