"""Several people in a row: those who hold one office or rank together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.engine.rules.people import after, honours, names, rows
from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people.line import Line, Sighting, Span
from ingest.engine.rules.people.view import Found, View


def others(line: Line, first: Sighting) -> Iterator[Sighting]:
    """Further holders of a plural office or rank: "Ministers X and Y", "Presidents N of C and M of D"."""
    if first.office is not None and first.office.plural and first.office.end <= first.start:
        apart = list(rows.parted(line, first))
        if apart or (line.view.fold(first.close) in {";", ","} and line.view.fold(first.close + 1) == "of"):
            yield from apart
            return
    if first.rule == "people.name-met":
        yield from _met(line, first)
        return
    yield from _holders(line, first)


def in_turn(holders: list[Sighting]) -> list[Sighting]:
    """Those who hold an office, each with his or her state if as many are named: "his Chilean and Peruvian counterparts A and B"."""
    first = holders[0]
    view, office = first.view, first.office
    if office is None or len(holders) < 2 or office.end > first.start:
        return holders
    if (behind := rows.states_behind(holders)) is not None:
        return behind
    begin = _first_people(view, office.start)
    codes = [view.countries[at] for at in range(begin, office.end) if at in view.countries and not _is_sent_to(view, at)]
    joined = all(view.folds[one.end : two.start] in (["and"], [","], [",", "and"], ["and", "the"]) for one, two in pairwise(codes))
    if len(codes) != len(holders) or not joined or any(each.country_at and each.country_at[0] >= first.start for each in holders):
        return holders
    return [replace(each, country=code.value, country_at=(code.start, code.end)) for each, code in zip(holders, codes, strict=True)]


def _is_sent_to(view: View, at: int) -> bool:
    """Whether envoys serve in the country: "The British and Canadian High Commissioners to | Guyana"."""
    return view.fold(at - 1 - (view.fold(at - 1) == "the")) in {"to", "in"}


def _first_people(view: View, at: int) -> int:
    """Where the peoples begin that are joined before an office whose first word is that of the last of them: "Chilean and | Peruvian"."""
    while (end := at - 1 - (view.fold(at - 1) == "and" and view.fold(at - 2) == ",")) >= 0 and view.fold(at - 1) in {",", "and"}:
        found = view.countries_ending.get(end)
        if found is None or (found.kind != "demonym" and view.fold(found.start - 1) in {"of", "from", "in", "to"}):
            break  # "The U.S. and | Japanese ambassadors"
        at = found.start
    return at


def _holders(line: Line, first: Sighting) -> Iterator[Sighting]:
    plural = (first.office is not None and first.office.plural) or (first.rank is not None and first.rank.plural)
    view, at = line.view, first.close
    while plural and at < line.stop and view.fold(at) in {",", ";", "and", "&"}:
        at = lines.past_staff_section(view, at)
        at += 1 + (view.fold(at) in {",", ";"} and view.fold(at + 1) == "and")
        begin, at = at, lines.past_honorifics(line, at)
        ranked = view.ranks.get(at) if first.office is not None and first.office.plural else None
        courtesy = at
        at = lines.past_branch(line, lines.past_status(line, ranked[0])) if ranked is not None else at
        end = names.read(view, at, line.stop, introduced=True, strongly=at > begin)
        if end is None:
            return
        shared = first.office if first.office is not None and first.office.start < first.start else None
        other = replace(
            first,
            office=shared,
            rank=ranked[1] if ranked is not None else first.rank if first.rank is not None and first.rank.plural else None,
            rank_at=(courtesy, ranked[0]) if ranked is not None else first.rank_at,
            start=at,
            end=end,
            begin=begin,
            close=honours.past_letters(line, end),
            honorific=view.text(begin, courtesy) or None,
            honorific_at=(begin, courtesy) if courtesy > begin else None,
            country=None,
            country_at=None,
            organization=None,
            organization_at=None,
            rule="people.plural-head",
        )
        if first.country is not None and first.country_at is not None and first.country_at[0] < first.start:
            other = replace(other, country=first.country, country_at=first.country_at)
        other = (
            after.body(line, after.country(line, other))
            if shared is not None or (first.office is None and view.fold(other.close) != "(")
            else after.complete(line, other)
        )
        yield other
        at = other.close


# ---- lists of those met ----


def owner(line: Line, at: int, end: int) -> Found | None:
    """The state of a name in a row of such: "joined by Peru's | Ana Paz |, Chile's Juan Gil and Cuba's Eva Ruiz"."""
    found = _owner(line, at)
    if found is None or not only_names(line, at, end) or line.view.fold(end) not in {",", "and", ".", ";"}:
        return None
    around = range(max(line.start, at - _IN_ROW), min(line.stop, end + _IN_ROW))
    if any(line.view.folds[word] in {"counterparts", "colleagues"} for word in around):
        return found  # "several of his counterparts, including Chile's | Juan Gil"
    another = any(word != at and _owner(line, word) is not None and line.view.is_name_like(word + 1) for word in around)
    return found if another else None


_IN_ROW = 12  # words to the next name of a row


def _owner(line: Line, at: int) -> Found | None:
    """The state whose possessive stands before a word that is like a name."""
    view = line.view
    if view.fold(at - 1) not in {"'s", "'"} or not view.is_name_like(at):
        return None
    return view.countries_ending.get(at - 1)


_MEETING = frozenset({"thanked", "congratulated", "welcomed", "received", "hosted", "met", "greeted", "briefed"})
_BEFORE_WITH = frozenset({
    "met", "spoke", "talked", "conferred", "meeting", "meetings", "talks", "discussions", "conversation", "consulted", "consultations",
    "down", "views", "interacted", "interaction", "dined", "session", "dialogue",
})  # fmt: skip


def are_met(line: Line, at: int, end: int) -> bool:
    """Whether the name at [at, end) opens a row of names behind a verb of meeting: "thanked | Ana Lind, Bo Dahl and Ulla Ek for"."""
    lead, before = line.view.fold(at - 1), line.view.fold(at - 2)
    if not (lead in _MEETING or (lead == "with" and before in _BEFORE_WITH)) or not only_names(line, at, end):
        return False
    return _following(line, end) is not None


def leads(line: Line, at: int, end: int) -> bool:
    """Whether the name at [at, end) is that of somebody who leads those told of before: "the delegation was headed by | Ana Lind"."""
    view = line.view
    if view.fold(at - 1) != "by" or view.fold(at - 2) not in _LED or not only_names(line, at, end):
        return False
    return any(view.fold(word) in _LED_ONES for word in range(at - _IN_ROW, at - 2))


_LED = frozenset({"led", "headed", "chaired", "represented"})
_LED_ONES = frozenset(
    {"delegation", "delegations", "team", "side", "group", "committee", "subcommittee", "commission", "meeting", "mission", "members"}
)


def _met(line: Line, first: Sighting) -> Iterator[Sighting]:
    at = first.close
    while (span := _following(line, at)) is not None:
        begin, at = span
        yield replace(first, start=begin, end=at, begin=begin, close=at)


def _following(line: Line, at: int) -> Span | None:
    """The full name that a comma or "and" joins to one that ends at `at`."""
    view = line.view
    if view.fold(at) not in {",", "and"} or at + 1 >= line.stop:
        return None
    begin = at + 1 + (view.fold(at) == "," and view.fold(at + 1) == "and")
    end = names.read(view, begin, line.stop, introduced=False)
    return (begin, end) if end is not None and end - begin > 1 and only_names(line, begin, end) else None


def only_names(line: Line, start: int, end: int) -> bool:
    """Whether each word is a name and nothing else: no English, place, body or acronym."""
    view = line.view
    taken = (view.bodies, view.places, view.countries, view.nouns)
    return not any(view.plain[at] or view.is_acronym(at) or any(at in spans for spans in taken) for at in range(start, end))


# ---- lists of participants ----

_PARTICIPANTS = frozenset(
    {"participants", "attendees", "speakers", "delegation", "delegations", "members", "attended", "present", "guests"}
)


def is_item(line: Line, at: int) -> bool:
    """Whether a name opens an item of a list that is announced as one of people: "Participants included:"."""
    view = line.view
    if at in view.countries or at > line.start + 1 or (at == line.start + 1 and view.words[line.start][0].isalnum()):
        return False
    number = view.sentence_number(line.start)
    for earlier in range(number - 1, max(number - _LONGEST_LIST, -1), -1):
        start, stop = view.sentences[earlier]
        if view.words[stop - 1] == ":":
            return any(view.folds[word] in _PARTICIPANTS for word in range(start, stop))
        if view.words[stop - 1] in {".", "!", "?"} and stop - start > _LONGEST_ITEM:
            return False
    return False


_LONGEST_LIST, _LONGEST_ITEM = 40, 25  # sentences, words
