"""Two who lead, sign or meet together are of two sides: "The talks were co-chaired by Minister Popa and General Roca"."""

from __future__ import annotations

from itertools import pairwise

from ingest.engine.rules.people import last_resort, own_offices
from ingest.engine.rules.people.identity import Group
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.side_words import Told, words
from ingest.engine.rules.people.view import Found, View
from ingest.engine.values import replace


def part(sightings: list[Sighting], home: str | None, guest: str | None) -> list[Sighting]:
    """The sightings, each of two opposite ones with its side where the other or the sentence tells it; else as they were."""
    settled = list(sightings)
    for number in range(len(settled) - 1):
        first, second = settled[number], settled[number + 1]
        if _is_counterpart(first, second) and _is_in_list(settled, number):
            shared = second.country is None and first.country is not None and first.country_at is not None
            settled[number + 1] = replace(second, country=first.country, country_at=first.country_at) if shared else second
            continue
        if _is_counterpart(first, second) and (other := _of_counterpart(_own(settled, number) or home, second, (home, guest))) is not None:
            settled[number + 1] = replace(second, country=other, country_at=(second.begin, second.close))
            continue
        if not _are_two(settled, number) or not _oppose(first, second):
            continue
        states = _in_turn(first)
        if states is not None:
            settled[number], settled[number + 1] = _of(first, states[0]), _of(second, states[1])
        elif home is None:
            continue
        elif second.country is None and first.country in (None, home) and guest is not None and _names(second, guest):
            settled[number + 1] = replace(second, country=guest, country_at=(second.begin, second.close))
        elif first.country is None and second.country == home and guest is not None and _names(first, guest):
            settled[number] = replace(first, country=guest, country_at=(first.begin, first.close))
    return settled


def _own(settled: list[Sighting], number: int) -> str | None:
    """The state of one of them, told here or where the surname was told before."""
    surname = settled[number].parts[-1]
    return next((each.country for each in (settled[number], *settled[:number]) if each.country and each.parts[-1] == surname), None)


def _is_counterpart(first: Sighting, second: Sighting) -> bool:
    """Whether the second is told as the counterpart of the first, and has an office of his own: "met | his counterpart Secretary M"."""
    view = second.view
    at = second.begin - 1 - (view.fold(second.begin - 1) == ",")
    if view.fold(at) != "counterpart" or view.fold(at - 1) not in {"his", "her"} or first.view is not view:
        return False
    return view.sentence(first.begin) == view.sentence(second.begin)


def as_counterpart(sighting: Sighting, subject: str | None, home: str | None, guest: str | None) -> Told | None:
    """The other side, for the counterpart of somebody of the sentence whose state is `subject`, else the publisher's own: "Minister N, who
    is in Spain, met | her counterpart M |".
    """
    office, view = sighting.office, sighting.view
    if office is None or not office.counterpart or home in (None, "INT") or view.folds[office.head] not in _OPPOSITE:
        return None
    if not {"his", "her", "their"}.intersection(view.folds[max(office.start - 1, 0) : office.head]):
        return None
    if subject not in (
        None,
        home,
    ):  # "Thailand's Minister N would visit Cambodia at the invitation of | his counterpart M |", written in China
        return last_resort.only_foreign(sighting, subject) or (home, (sighting.begin, sighting.close))
    return last_resort.only_foreign(sighting, home) or ((guest, (sighting.begin, sighting.close)) if guest is not None else None)


_OPPOSITE = frozenset({"counterpart", "counterparts", "opposite"})


def _is_in_list(settled: list[Sighting], number: int) -> bool:
    """Whether the counterpart is the last of a list, and not of the one before: "met N, M, and | his counterpart Secretary K"."""
    return number > 0 and _joins(settled[number - 1], settled[number]) and settled[number].view.fold(settled[number].close) in {",", "and"}


def _of_counterpart(own: str | None, second: Sighting, states: tuple[str | None, str | None]) -> str | None:
    """The other of the two states, home and guest, for a counterpart beside whom no state is printed; `own` is that of the first."""
    if own is None or second.country not in (None, own) or second.view.country_within(second.begin, second.close) is not None:
        return None
    home, guest = states
    return guest if own == home else home


def _are_two(settled: list[Sighting], number: int) -> bool:
    """Whether exactly two are joined here by "and"."""
    first, second = settled[number], settled[number + 1]
    if len(first.parts) < 2 or len(second.parts) < 2 or not _joins(first, second):
        return False
    before = settled[number - 1] if number else None
    after = settled[number + 2] if number + 2 < len(settled) else None
    return not (before is not None and _joins(before, first)) and not (after is not None and _joins(second, after))


def _joins(first: Sighting, second: Sighting) -> bool:
    view = first.view
    if view is not second.view or not first.close < second.begin <= first.close + _GAP:
        return False
    between = view.folds[first.close : second.begin]
    if "and" not in between and "," not in between:
        return False
    joining, letters = words().joining, view.lex.postnominals  # "led by Colonel N, | psc | and Major M"
    return all(word in joining or word in letters for word in between)


_GAP = 5  # words


def _oppose(first: Sighting, second: Sighting) -> bool:
    """Whether a verb of two sides governs both: "headed by A and by B", "Ministers A and B met"."""
    view, at = first.view, first.begin - 1 - (first.view.fold(first.begin - 1) == "the")
    if view.fold(at) == "by" and "and" in view.folds[first.close : second.begin]:
        return view.fold(at - 1) in words().led or (view.fold(at - 1) == "respectively" and view.fold(at - 2) in words().led)
    plural = first.office is not None and first.office.plural and first.office.end <= first.start
    return plural and view.fold(second.close) in words().together


def is_of_partner(sightings: list[Sighting], home: str) -> bool:
    """Whether the state that seemed to be the publisher's is that of a counterpart: "Minister N met with | his counterpart, M, Minister of
    Defence of Peru"."""
    for first, second in pairwise(sightings):
        view = second.view
        bare = view.fold(second.begin) == "counterpart" and view.fold(second.begin - 1) in {"his", "her"}
        if second.country != home or not bare or first.view is not view:
            continue
        if first.country is None and view.sentence(first.begin) == view.sentence(second.begin) and not _is_marked(first):
            return True
    return False


def _is_marked(sighting: Sighting) -> bool:
    return sighting.office is not None and sighting.office.country is not None


def undecided(groups: list[Group]) -> set[int]:
    """The places in the list of two rulers of whom nothing says which is whose: "the meeting between President Popa and President Roca"."""
    number_of = {id(sighting): number for number, group in enumerate(groups) for sighting in group.sightings}
    in_order = sorted((each for group in groups for each in group.sightings), key=lambda each: (each.view.passage.where, each.start))
    found: set[int] = set()
    for first, second in pairwise(in_order):
        if _joins(first, second) and _are_unmarked_rulers(first, second):
            both = {number_of[id(first)], number_of[id(second)]}
            if all(len(groups[number].sightings) == 1 for number in both):
                found |= both
    return found


def _are_unmarked_rulers(first: Sighting, second: Sighting) -> bool:
    offices = {each.office.position.lower() if each.office is not None else "" for each in (first, second)}
    if first.view.fold(first.begin - 1) not in {"between", "by"} or not (len(offices) == 1 and offices <= own_offices.RULERS):
        return False
    return first.country is None and second.country is None


def _in_turn(first: Sighting) -> tuple[Found, Found] | None:
    """The two states that the words before name together: "The delegations of | Chile and Argentina, headed by"."""
    view = first.view
    start, _ = view.sentence(first.begin)
    named = [view.countries[at] for at in range(max(start, first.begin - _BEFORE), first.begin) if at in view.countries]
    if len(named) != 2 or not _are_sides(view, *named):
        return None
    return named[0], named[1]


_BEFORE = 16  # words


def _are_sides(view: View, one: Found, other: Found) -> bool:
    """Whether two states are those of delegations: "the delegations of Chile and Argentina", "the Chilean and Argentine delegations"."""
    between = view.folds[one.end : other.start]
    joined = [word for word in between if word != "the"] == ["and"]
    around = {*view.folds[max(one.start - 3, 0) : one.start], *view.folds[other.end : other.end + 2]}
    return joined and (not around.isdisjoint(_OF_TWO) or _are_talks_between(view, one.start))


def _are_talks_between(view: View, start: int) -> bool:
    """Whether talks were between the states that begin here or bodies of theirs: "Staff talks between the ministries of | Chile"."""
    between = next((at for at in range(start - 1, max(start - _BODIES, 0), -1) if view.folds[at] == "between"), None)
    return between is not None and not _TALKS.isdisjoint(view.folds[max(between - _TALKS_BEFORE, 0) : between])


_BODIES = 9  # words from "between" to the first of two states: "the foreign policy departments of"
_TALKS_BEFORE = 3  # words: "consultations on defence policy between"
_TALKS = frozenset({"talks", "consultations", "meeting", "negotiations", "discussions", "session", "dialogue", "round"})
_OF_TWO = frozenset(
    {"delegations", "contingents", "sides", "parties", "teams", "ministries", "departments", "staffs", "committees", "navies", "armies"}
)


def _names(sighting: Sighting, guest: str) -> bool:
    """Whether the sentence or the one before names the guest’s state."""
    view = sighting.view
    number = view.sentence_number(sighting.begin)
    start = max(view.sentences[max(number - 1, 0)][0], sighting.begin - _NEAR)
    stop = min(view.sentences[number][1], sighting.close + _NEAR)
    if any(at in view.countries and view.countries[at].value == guest for at in range(start, stop)):
        return True
    return any(view.folds[at] in {"both", "two"} and view.fold(at + 1) in words().both_sides for at in range(start, stop))


_NEAR = 60  # words


def _of(sighting: Sighting, state: Found) -> Sighting:
    """The sighting with the state, unless words at its own name tell another."""
    at = sighting.country_at
    if sighting.country is not None and at is not None and sighting.begin <= at[0] < sighting.close:
        return sighting
    return replace(sighting, country=state.value, country_at=(state.start, state.end))
