"""Rows of people who hold one office in several states or bodies: the office is told once, in the plural, and goes over to each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ingest.engine.rules.people import honours, names
from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people.line import Line, Sighting
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import Found, View
from ingest.engine.values import replace

# ---- an office before a row that something leads up to ----


def shared(line: Line, seen: list[Sighting]) -> list[Sighting]:
    """The people of a sentence, those of a row with the office told before it: "the ministers of defence of several countries, in
    particular General N (Kenya) and | General M (Uganda) |", "the deputy ministers of the two countries - Kenya’s N and Uganda’s M"."""
    settled = list(seen)
    for office in line.by_start.values():
        if not is_shared(line.view, office):
            continue
        first = bisect_left(settled, office.end, key=lambda each: each.begin)
        for number in _row(line.view, office, settled, first):
            if settled[number].office is None:
                settled[number] = _holding(settled[number], office)
    return _in_one_body(line, settled)


def is_shared(view: View, office: Office) -> bool:
    """Whether each of several may hold the office: no counterparts or members, and more than a bare "chiefs"."""
    if not office.plural or office.counterpart or not office.position or office.head not in view.heads or view.heads[office.head][1].minor:
        return False
    return not office.weak or (" " in office.position and view.folds[office.head] not in _OF_ANY)


_OF_ANY = frozenset(
    {"leaders", "representatives", "delegates", "members", "experts", "assistants", "deputies", "analysts", "planners", "speakers",
     "panelists", "panellists", "moderators", "presenters", "participants", "guests", "officials", "officers", "staff", "hosts"}
)  # fmt: skip


def _row(view: View, office: Office, seen: list[Sighting], first: int) -> list[int]:
    """The places of those to whom words such as "including" or a colon lead over from the office; without such words, a row of two."""
    if first == len(seen) or not 0 < seen[first].begin - office.end < _LEADING:
        return []
    between = view.folds[office.end : seen[first].begin]
    if not all(_may_lead(view, at) for at in range(office.end, seen[first].begin)) or not _LEADS_OVER.intersection(between):
        return []
    row = [first]
    while (number := row[-1] + 1) < len(seen) and _joins(view, seen[number - 1].close, seen[number].begin):
        row.append(number)
    return row if len(row) > 1 or _NAMING.intersection(between) else []


_LEADING = 14  # words between an office and the first of a row
_NAMING = frozenset({"including", "particular", "namely", "notably"})
_LEADS_OVER = _NAMING | {":", "-", "–", "—", "such"}
_BETWEEN = frozenset(
    {",", "in", "the", "as", "of", "from", "and", "both", "all", "various", "several", "different", "many", "other", "two", "three", "four",
     "five", "six", "seven", "eight", "participating", "member", "partner", "neighbouring", "neighboring", "countries", "nations",
     "states", "'s", "'"}
)  # fmt: skip


def _may_lead(view: View, at: int) -> bool:
    return view.folds[at] in _BETWEEN or view.folds[at] in _LEADS_OVER or at in view.countries or (at + 1) in view.countries_ending


def _joins(view: View, start: int, end: int) -> bool:
    """Whether only signs, "and" and states stand between two of a row."""
    return 0 <= end - start < _LEADING and all(
        view.folds[at] in {",", ";", "and", "the", "of", "from", "'s", "'", "as", "well"} or _is_of_state(view, at)
        for at in range(start, end)
    )


def _is_of_state(view: View, at: int) -> bool:
    return any(start in view.countries and view.countries[start].end > at for start in range(at, max(at - 5, -1), -1))


def _holding(sighting: Sighting, office: Office) -> Sighting:
    """The sighting with the office, and with the state that stands before it in the row."""
    view, at = sighting.view, sighting.begin - (sighting.view.fold(sighting.begin - 1) in {",", "'s", "'"})
    before = view.countries_ending.get(at)
    if sighting.country is None and before is not None:
        sighting = replace(sighting, country=before.value, country_at=(before.start, before.end))
    return replace(sighting, office=replace(office, country=None), rule="people.plural-head")


# ---- names in brackets ----


def bracketed(line: Line, seen: list[Sighting]) -> list[Sighting]:
    """The people of a sentence with those in brackets behind their offices: "the ministers of Kenya | (N), Uganda (M) and Rwanda (K) |",
    "the Chief of the Navy of Peru | (Admiral N) |"."""
    found = [holder for office in line.by_start.values() for holder in _in_brackets(line, office)]
    if not found:
        return seen
    spans = [(each.begin, each.close) for each in found]
    apart = [each for each in seen if not any(begin < each.close and each.begin < close for begin, close in spans)]
    return sorted([*apart, *found], key=lambda each: each.start)


def _in_brackets(line: Line, office: Office) -> Iterator[Sighting]:
    """Those who stand in brackets behind an office and the states that it is told of; one who holds it alone has a rank or courtesy."""
    view, at = line.view, office.end
    if view.fold(at) != "(" or office.counterpart:
        return
    several = office.country is not None and (is_shared(view, office) or (office.plural and office.organization is not None))
    titled = at + 1 in view.ranks or at + 1 in view.courtesies
    if not (titled or several):
        return
    own = view.countries_ending.get(at)
    post, state = replace(office, end=at), own.value if own is not None and office.country is not None else None
    while (holder := _bracketed_at(line, at, replace(post, country=state or office.country))) is not None:
        yield holder
        if not several or (following := _next_state(view, holder.close)) is None:
            return
        at, state = following.end, following.value
        post = replace(office, start=following.start, end=following.end)


def _bracketed_at(line: Line, at: int, office: Office) -> Sighting | None:
    """The holder whose name is all that the bracket at a word holds."""
    view = line.view
    holder = _named(line, office.start, at + 1, office) if view.fold(at) == "(" else None
    if holder is None or view.fold(holder.close) != ")" or (holder.begin == holder.start and holder.end - holder.start < 2):
        return None
    named = holder.rank is not None or holder.honorific is not None or (view.is_name_like(at + 1) and holder.end - holder.start > 1)
    return replace(holder, close=holder.close + 1) if named else None


def _next_state(view: View, at: int) -> Found | None:
    """The state behind the sign and "of" that carry a row on."""
    while view.fold(at) in {",", ";", "and", "of", "the", "as", "well"}:
        at += 1
    found = view.countries.get(at)
    return found if found is not None and found.kind == "country" else None


# ---- officers of one body ----


def _in_one_body(line: Line, seen: list[Sighting]) -> list[Sighting]:
    """The people of a sentence, officers without an office in the body that closes their row: "accompanied by Colonel N and Major M | of
    the Chilean Army |", "Colonel N and Major M | of the Chilean Army | accompanied him"; not "N and Major M of the Chilean Army spoke"."""
    settled = list(seen)
    for number, last in enumerate(seen):
        if not _closes_row(last):
            continue
        first = number
        while first and _is_bare_officer(seen[first - 1]) and _stand_together(line.view, seen[first - 1].close, seen[first].begin):
            first -= 1
        if first < number and _are_on_one_side(line, seen[first].begin, last.close):
            for each in range(first, number):
                settled[each] = replace(
                    settled[each], organization=last.organization, organization_at=last.organization_at,
                    country=last.country, country_at=last.country_at,
                )  # fmt: skip
    return settled


def _closes_row(sighting: Sighting) -> bool:
    """Whether "of" and a body stand behind an officer."""
    at = sighting.organization_at
    return sighting.rank is not None and sighting.office is None and sighting.rule == "people.name-of" and at is not None


def _is_bare_officer(sighting: Sighting) -> bool:
    return sighting.rank is not None and sighting.office is None and sighting.organization is None and sighting.country is None


def _stand_together(view: View, start: int, end: int) -> bool:
    return 0 < end - start <= 2 and all(view.folds[at] in {",", "and"} for at in range(start, end))


def _are_on_one_side(line: Line, start: int, end: int) -> bool:
    """Whether all of a row are met, or go with somebody: nobody of the row meets another of it."""
    return line.view.fold(start - 1) in _LEADING_TO or line.view.fold(end) in _GOING


_LEADING_TO = frozenset({"by", "were", "with", "are", "including", "included"})
_GOING = frozenset({"accompanied", "accompany", "escorted", "assisted"})


# ---- a row told state by state ----


def parted(line: Line, first: Sighting) -> Iterator[Sighting]:
    """Further holders of an office that is told body by body or state by state: "the commanders of the Army, General N; | of the Navy,
    Admiral M |", "the ministers of Kenya, N, | of Uganda, M |", "the ambassadors of Kenya, N; | Uganda, M |"."""
    view, at, office = line.view, first.close, first.office
    while office is not None and at < line.stop and view.fold(at) in {";", ",", "and"}:
        at += 1 + (view.fold(at + 1) == "and")
        inner = at + (view.fold(at) == "of")
        inner += view.fold(inner) == "the"
        state = view.countries.get(inner)
        if state is not None and state.kind == "country":
            other = _of_state(line, at, state, office)
        else:
            other = _of_body(line, at, inner, office) if view.fold(at) == "of" else None
        if other is None:
            return
        yield other
        at = other.close


def _of_state(line: Line, at: int, state: Found, office: Office) -> Sighting | None:
    """Who is named behind a state, where the office of the first was told with a state too."""
    view = line.view
    own = view.countries_ending.get(office.end)
    if own is None or own.kind != "country" or office.country is None:
        return None
    begin = state.end + (view.fold(state.end) == ",")
    return _named(line, at, begin, replace(office, start=at, end=state.end, country=state.value))


def _of_body(line: Line, at: int, inner: int, office: Office) -> Sighting | None:
    """Who is named behind a body and a comma."""
    view = line.view
    end = next((each for each in range(inner + 1, min(inner + 6, line.stop)) if view.words[each] == ","), None)
    if end is None or not view.capital[inner]:
        return None
    head = office.position.partition(" of ")[0]
    return _named(line, at, end + 1, replace(office, start=at, end=end, position=head, organization=view.text(inner, end)))


def _named(line: Line, at: int, begin: int, office: Office) -> Sighting | None:
    """The holder whose rank, courtesy or name begins at a word."""
    view = line.view
    ranked = view.ranks.get(begin)
    start = ranked[0] if ranked is not None else lines.past_honorifics(line, begin)
    end = names.read(view, start, line.stop, introduced=True, strongly=start > begin)
    if end is None:
        return None
    courtesy = (begin, start) if ranked is None and start > begin else None
    return Sighting(
        view, start, end, "people.plural-head", at, honours.past_letters(line, end), rank=ranked[1] if ranked else None,
        rank_at=(begin, start) if ranked else None, office=office, honorific=view.text(*courtesy) if courtesy else None,
        honorific_at=courtesy,
    )  # fmt: skip


# ---- states behind a row ----


def states_behind(holders: list[Sighting]) -> list[Sighting] | None:
    """The holders each with a state, where as many states close the row: "Ministers A, B and C | of Kenya, Uganda and Rwanda |"."""
    last = holders[-1]
    view, at = last.view, last.country_at
    if at is None or at[0] < last.end or view.fold(at[0] - 1) not in {"of", "from", "the"}:
        return None
    if any(each.country_at is not None and each.country_at[0] >= each.end for each in holders[:-1]):
        return None
    first = view.countries.get(at[0])
    if first is None:  # the state is told by an adjective, or by what only a part of a name tells
        return None
    states, end = [first], first.end
    while view.fold(end) in {",", "and"}:
        inner = end + 1 + (view.fold(end) == "," and view.fold(end + 1) == "and")
        found = view.countries.get(inner + (view.fold(inner) == "the"))
        if found is None:
            break
        states.append(found)
        end = found.end
    if len(states) != len(holders):
        return None
    return [
        replace(each, country=state.value, country_at=(state.start, state.end), close=max(each.close, end if each is last else each.close))
        for each, state in zip(holders, states, strict=True)
    ]
