"""Pictures of the meetings that fit a question: a matrix, a network, a timeline, a map. Every number leads to the list behind it."""

from __future__ import annotations

import calendar
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from archive.filters.question import Parameters, Question
from archive.masks.bits import Bits
from archive.masks.meetings import MeetingMasks
from archive.models import Person
from archive.patience import patient
from archive.records.world import WorldRecord
from archive.records.years import Bar, bars
from archive.remembered import remembered

SHOWN = 16  # rows and columns of a matrix
NODES = 24  # of a network: more cannot be told apart
TIES = 60  # lines of a network
SECONDS = 5.0
RADIUS, MARGIN = 236, 26  # of the circle of a network, from there to the names
NAME, LETTER = 20, 7.6  # letters of a name on the circle at most, and how wide one is

Pairing = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """How often two met, the list of it, how dark it is drawn, 0 to 5, and what is counted, for those who do not see where it stands."""

    count: int
    address: str
    shade: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """One of a circle: where it stands, how large, its name, whole and as drawn, where it leads, and the lines that end in it."""

    name: str
    short: str
    count: int
    address: str
    x: float
    y: float
    size: float
    turn: str
    after: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two: its path, how thick it is, 1 to 5, and what it says."""

    path: str
    weight: int
    words: str
    address: str
    count: int
    ends: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Countries by countries. `rest` is how many more have met somebody."""

    names: tuple[tuple[str, str, str], ...]
    rows: tuple[tuple[str, str, str, tuple[Cell | None, ...]], ...]
    rest: int
    cut: bool


@dataclass(frozen=True, slots=True)
class Network:
    """A circle of countries or officials with the lines between them, those of most meetings."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    more: bool
    cut: bool
    width: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its months; the last number counts what only has a year."""

    year: int
    count: int
    address: str
    months: tuple[Cell | None, ...]
    unplaced: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """All years, the newest first, and bars, the oldest first."""

    years: tuple[Year, ...]
    bars: tuple[Bar, ...]
    span: tuple[int, ...]
    months: tuple[str, ...]
    without_year: int
    cut: bool


@dataclass(frozen=True, slots=True)
class Map:
    world: WorldRecord
    rows: tuple[tuple[str, str, str, int], ...]
    cut: bool


def of(kind: str, question: Question) -> Any:
    """Return the picture of this kind for the meetings that fit a question that was understood."""
    return PICTURES[kind](question)


# ---- who met whom ----


def matrix(question: Question) -> Matrix:
    ranked, pairings, cut = _who_met_whom(question, SHOWN)
    shown = ranked[:SHOWN]
    counts = {frozenset(pair): n for *pair, n in pairings}
    most = max((counts.get(frozenset((one, other)), 0) for one in shown for other in shown if one != other), default=0)
    names = tuple((code, question.countries.name(code), _list(question, sides=(code,))) for code in shown)
    rows = tuple((*head, tuple(_cell(question, counts, head[0], other, most) for other in shown)) for head in names)
    return Matrix(names, rows, len(ranked) - len(shown), cut)


def _cell(question: Question, counts: dict[frozenset[str], int], one: str, other: str, most: int) -> Cell | None:
    if one == other:
        return None
    count = counts.get(frozenset((one, other)), 0)
    if not count:
        return Cell(0, "", 0)
    names = question.countries.name
    return Cell(count, _list(question, sides=(one, other)), shade(count, most), f"{names(one)} and {names(other)}")


def _who_met_whom(question: Question, most: int) -> tuple[list[str], list[Pairing], bool]:
    """The countries that met others, how often each two of the first `most` met, and whether there was no time to count.

    Those of most meetings come first; one large conference makes none of them frequent.
    """
    if counted := _in_masks(question):
        made, within = counted
        met = made.met_others(within)
        ranked = _most_first(met, met)
        return ranked, made.pairings(within, ranked[:most]), False
    (pairings, met), cut = _asked(question, lambda found: (found.tally_pairings(), found.tally_countries()), otherwise=((), {}))
    ranked = _most_first({code for one, other, _ in pairings for code in (one, other)}, met)
    shown = set(ranked[:most])
    return ranked, [(one, other, n) for one, other, n in pairings if one in shown and other in shown], cut


def _most_first(codes: Iterable[str], met: Mapping[str, int]) -> list[str]:
    return sorted(codes, key=lambda code: (-met.get(code, 0), code))


def shade(count: int, most: int) -> int:
    """From 1 to 5 by the root of the share, since few pairs meet very often; 0 for none."""
    return math.ceil(5 * math.sqrt(count / most)) if count else 0


# ---- ties ----


def network(question: Question) -> Network:
    ranked, pairings, cut = _who_met_whom(question, NODES)
    shown = ranked[:NODES]
    known = question.countries
    order = sorted(shown, key=lambda code: (known[code].region if code in known else "", known.name(code)))
    ties = pairings[:TIES]
    return _drawn(
        [(code, known.name(code), _cut(known.name(code)), _list(question, sides=(code,))) for code in order],
        ties,
        lambda one, other: _list(question, sides=(one, other)),
        more=len(ranked) > len(shown) or len(pairings) > len(ties),
        cut=cut,
    )


def officials(question: Question) -> Network:
    found, cut = _acquaintances(question)
    counted: Counter[int] = Counter()
    for one, other, n in found:
        counted[one] += n
        counted[other] += n
    shown = [pk for pk, _ in counted.most_common(NODES)]
    people = Person.objects.filter(pk__in=shown).order_by("country", "sort_name", "pk")
    nodes = [(one.pk, _name_of(one), _initialed(one), _list(question, people=[one])) for one in people]
    known = {one.pk: one for one in people}
    ties = [(one, other, n) for one, other, n in found if one in shown and other in shown]
    return _drawn(nodes, ties, lambda one, other: _list(question, people=[known[one], known[other]]), more=len(found) == TIES, cut=cut)


def _acquaintances(question: Question) -> tuple[Sequence[tuple[int, int, int]], bool]:
    """Which officials met most often, and whether there was no time to count; the database counts once for each state of the archive."""
    counted = _in_masks(question)
    if counted and (ties := counted[0].ties):
        return ties.most(counted[1], TIES), False

    def count() -> Any:
        found, cut = _asked(question, lambda meetings: meetings.tally_acquaintances(TIES))
        if cut:
            raise _CutError
        return found

    try:
        return remembered(f"acquaintances {question.today} {question.address()}", count), False
    except _CutError:
        return (), True


class _CutError(Exception):
    """There was no time to count, and what was not counted is not remembered."""


def _name_of(person: Person) -> str:
    return f"{person.name} ({person.country_id})" if person.country_id else person.name


def _initialed(person: Person) -> str:
    """The name as there is room for it: the family name whole, of the others as many initials as it takes, "L. C. Sandoval (MX)"."""
    family = person.sort_name.partition(",")[0].split()
    words = person.name.split()
    for place, word in enumerate(words):
        if word not in family and len(" ".join(words)) > NAME:
            words[place] = f"{word[:1]}."
    name = _cut(" ".join(words))
    return f"{name} ({person.country_id})" if person.country_id else name


def _cut(name: str) -> str:
    return name if len(name) <= NAME else f"{name[: NAME - 1].rstrip()}…"


def _drawn(
    nodes: Sequence[tuple[Any, str, str, str]],
    ties: Sequence[tuple[Any, Any, int]],
    leading: Callable[[Any, Any], str],
    *,
    more: bool,
    cut: bool,
) -> Network:
    """The nodes that have a tie, on a circle in their order; the lines bend towards its middle, to tell neighbors from those opposite.

    A node is its key, its name whole and as drawn, and the address it leads to; `leading` gives the address of a tie.
    """
    tied = {key for one, other, _ in ties for key in (one, other)}
    nodes = [node for node in nodes if node[0] in tied]
    middle = round(RADIUS + MARGIN + LETTER * max((len(short) for _, _, short, _ in nodes), default=0))
    at = {key: _place(number, len(nodes), RADIUS, middle) for number, (key, *_) in enumerate(nodes)}
    names = {key: name for key, name, *_ in nodes}
    most = max((n for *_, n in ties), default=1)
    total: Counter[Any] = Counter()
    lines: dict[tuple[Any, Any], Line] = {}
    for one, other, n in ties:
        total.update({one: n, other: n})
        path, ends = _curve(at[one], at[other], middle), (names[one], names[other])
        lines[one, other] = Line(path, shade(n, most), " and ".join(ends), leading(one, other), n, ends)
    largest = max(total.values(), default=1)
    drawn: list[Node] = []
    for number, (key, name, short, address) in enumerate(nodes):
        own = tuple(line for pair, line in lines.items() if key in pair)
        size = round(4 + 9 * math.sqrt(total[key] / largest), 1)
        drawn.append(Node(name, short, total[key], address, *at[key], size, *_turned(number, len(nodes), middle), own))
    return Network(tuple(drawn), tuple(lines.values()), more, cut, 2 * middle)


def _turned(number: int, of_all: int, middle: int) -> tuple[str, bool]:
    """How a name is turned to point away from the circle, and whether it begins there; on the left it ends there, to be read upright."""
    angle = 360 * number / of_all - 90
    after = not 90 < angle % 360 < 270
    x, y = _place(number, of_all, RADIUS + MARGIN, middle)
    return f"translate({x} {y}) rotate({round(angle if after else angle + 180, 1)})", after


def _place(number: int, of_all: int, radius: float, middle: int) -> tuple[float, float]:
    angle = math.tau * number / max(of_all, 1) - math.pi / 2
    return round(middle + radius * math.cos(angle), 1), round(middle + radius * math.sin(angle), 1)


def _curve(one: tuple[float, float], other: tuple[float, float], middle: int) -> str:
    x, y = (round(middle + ((a + b) / 2 - middle) * 0.35, 1) for a, b in zip(one, other, strict=True))
    return f"M{one[0]} {one[1]}Q{x} {y} {other[0]} {other[1]}"


# ---- when and where ----


def timeline(question: Question) -> Timeline:
    rows, cut = _months(question)
    counts: dict[int, Counter[int | None]] = {}
    for year, month, n in rows:
        counts.setdefault(year, Counter())[month] += n
    span = tuple(range(min(counts), max(counts) + 1)) if counts else ()
    most = max((n for _, month, n in rows if month), default=1)
    whole = {year: sum(months.values()) for year, months in counts.items()}
    drawn = tuple(bars(whole, span, leading=lambda year: _list(question, time=str(year))))
    years = tuple(_year(question, year, counts.get(year, Counter()), most) for year in reversed(span))
    dated = sum(n for *_, n in rows)
    return Timeline(years, drawn, span, tuple(calendar.month_abbr[1:]), 0 if cut else max(question.count() - dated, 0), cut)


def _months(question: Question) -> tuple[Sequence[tuple[int, int | None, int]], bool]:
    """How many began in each month, as `tally_months` tells it, and whether there was no time to count."""
    if counted := _in_masks(question):
        made, within = counted
        counts = made.counts("month", within)
        return [(int(month[:4]), int(month[5:]) if month[5:] else None, n) for month, n in counts.items()], False
    return _asked(question, lambda found: found.tally_months())


def _year(question: Question, year: int, months: Counter[int | None], most: int) -> Year:
    cells = tuple(
        Cell(n, _list(question, time=f"{year}-{month:02}"), shade(n, most), f"{calendar.month_name[month]} {year}") if n else None
        for month, n in ((month, months[month]) for month in range(1, 13))
    )
    return Year(year, sum(months.values()), _list(question, time=str(year)), cells, months[None])


def world(question: Question) -> Map:
    counts, cut = _countries(question)
    drawn = WorldRecord(question.countries, counts, leading=lambda code: _list(question, sides=(code,)))
    rows = tuple((country.code, country.name, _list(question, sides=(country.code,)), n) for country, n in drawn.ranked)
    return Map(drawn, rows, cut)


def _countries(question: Question) -> tuple[Mapping[str, int], bool]:
    """How many had a side from each country, and whether there was no time to count."""
    if counted := _in_masks(question):
        made, within = counted
        return made.sides(within)[0], False
    return _asked(question, lambda found: found.tally_countries(), otherwise={})


PICTURES: dict[str, Callable[[Question], Any]] = {
    "matrix": matrix,
    "network": network,
    "officials": officials,
    "timeline": timeline,
    "map": world,
}


# ---- questions and addresses ----


def _asked(question: Question, tally: Callable[[Any], Any], *, otherwise: Any = ()) -> tuple[Any, bool]:
    """What is counted of the meetings that fit, and whether there was no time for it."""
    with patient(seconds=SECONDS, each=max(SECONDS, 0)) as patience:
        return patience.answer(lambda: tally(question.leaving_out()), otherwise=otherwise), patience.cut


def _in_masks(question: Question) -> tuple[MeetingMasks, Bits] | None:
    """The masks of a large archive, where they are ready, and what of them fits the question."""
    made = question.in_masks
    return (made.masks, made.within()) if made and isinstance(made.masks, MeetingMasks) else None


def _list(question: Question, *, sides: Sequence[str] = (), people: Sequence[Person] = (), time: str = "") -> str:
    """The address of the list of those that fit the question and have these sides, these officials or this time.

    Empty where the question names an official and two others are wanted besides: no list is of three.
    """
    asked = question.parameters()
    if sides:
        asked = [*asked, *_sides(question, sides)]
    if people:
        wanted = _attended_by(question, people)
        if len(wanted) < len(people):
            return ""
        asked = [*((name, raw) for name, raw in asked if name not in wanted), *wanted.items()]
    if time:
        asked = [(name, raw) for name, raw in asked if name not in ("since", "until", "dated")]
        asked = [*asked, ("since", time), ("until", time), ("dated", "month" if "-" in time else "only")]
    return reverse("meetings") + question.address(asked)


def _attended_by(question: Question, people: Sequence[Person]) -> dict[str, str]:
    """The filters by which these officials are asked for, besides those who are asked for already; fewer where there is no room for all."""
    wanted: dict[str, str] = {}
    for one in people:
        own = next((name for name, found in _named(question).items() if one.pk in found and name not in wanted), None)
        free = next((name for name in ("person", "beside") if name not in question.asked and name not in wanted), None)
        if name := own or free:
            wanted[name] = one.public_id
    return wanted


def _named(question: Question) -> dict[str, Sequence[int]]:
    """The officials that the question asks for, by the filter that does."""
    return {name: question.asked[name].ids for name in ("person", "beside") if name in question.asked}


def _sides(question: Question, sides: Sequence[str]) -> Parameters:
    """As "of … with …" where neither is asked for yet; otherwise as sides that are there besides."""
    if {"of", "with", "side"} & question.asked.keys():
        alone = [code for name in ("of", "with") if len(question.asked.get(name, ())) == 1 for code in question.asked[name]]
        there = {*question.asked.get("side", ()), *alone}
        return [("side", code) for code in sides if code not in there]
    return list(zip(("of", "with"), sides, strict=False))
