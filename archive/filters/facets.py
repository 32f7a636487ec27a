"""A filter as it stands at the left of a list: its values, each with how many there are for the rest of the question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from archive.filters.groups import SUFFIX
from archive.filters.question import Question

GROUPS = 5  # groups of countries that are shown below the countries
SHOWN = 8  # values of a long filter that are shown; the others can be typed


@dataclass(frozen=True, slots=True)
class Option:
    """One value: as it stands in the address, in words, how many have it, and whether it is asked for."""

    raw: str
    words: str
    count: int | None
    chosen: bool
    plate: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values. `others` are those that are not shown, for the list of suggestions."""

    name: str
    label: str
    options: tuple[Option, ...]
    others: tuple[str, ...] = ()

    @property
    def chosen(self) -> int:
        return sum(option.chosen for option in self.options)


def choices(question: Question, name: str, words: Mapping[str, str], counts: Mapping[str, int | None]) -> Facet:
    """A filter with a fixed set of values, all of them shown, those that nothing has dimmed; None: it is not counted."""
    chosen = {value.raw for value in _chosen(question, name)}
    options = (Option(raw, said, counts.get(raw, 0), raw in chosen) for raw, said in words.items())
    return Facet(name, str(question.filters[name].label), tuple(options))


def countries_of(question: Question, name: str, counts: Mapping[str, int]) -> Facet:
    """Countries: those asked for, then those that most have; all others can be typed."""
    chosen = [value.raw for value in _chosen(question, name)]
    most = sorted(counts, key=lambda code: (-counts[code], question.countries.name(code)))
    shown = [*chosen, *(code for code in most if code not in chosen)][: max(SHOWN, len(chosen))]
    options = (Option(code, question.countries.name(code), counts.get(code, 0), code in chosen, code) for code in shown)
    others = tuple(sorted(country.name for country in question.countries if country.code not in shown))
    return Facet(name, str(question.filters[name].label), tuple(options), others)


def sides_of(question: Question, name: str, countries: Mapping[str, int], groups: Mapping[str, int]) -> Facet:
    """Countries as in `countries_of`, and below them the groups of countries, those that most have first."""
    chosen = {value.raw for value in _chosen(question, name)}
    alone = countries_of(question, name, countries)
    known = question.filters[name].field.groups.all
    most = sorted(known, key=lambda group: (group.raw not in chosen, -groups.get(group.slug, 0), group.name))
    shown = most[: max(GROUPS, len(chosen))]
    options = tuple(Option(group.raw, group.words, groups.get(group.slug, 0), group.raw in chosen) for group in shown)
    countries_only = tuple(option for option in alone.options if not option.raw.endswith(SUFFIX))
    return Facet(name, alone.label, (*countries_only, *options), alone.others)


def named(question: Question, name: str, rows: Iterable[Mapping[str, Any]], *, raw: str, words: str) -> Facet:
    """Things with an id and a name, the most frequent first; those asked for are always there."""
    chosen = {value.raw: value.words for value in _chosen(question, name)}
    counted = {row[raw]: (row[words], row["n"]) for row in rows}
    asked = [Option(key, said, counted.get(key, (said, 0))[1], True) for key, said in chosen.items()]
    rest = [Option(key, said, n, False) for key, (said, n) in counted.items() if key not in chosen]
    return Facet(name, str(question.filters[name].label), (*asked, *rest[: SHOWN - len(asked)]))


def one_of_many(question: Question, rows: Iterable[Mapping[str, Any]], name: str, *, empty: str = "") -> dict[str, int]:
    """Return how many there are for each value of one field, out of rows that count several fields at once.

    What is asked of the other fields of the rows is applied here; what is asked of the field itself is not, since its counts are for
    the rest of the question. `empty` is the value in the address that stands for no value.
    """
    counts: Counter[str] = Counter()
    for row in _fitting(question, rows, besides=name):
        counts[empty if row[name] in (None, "") else str(row[name])] += row["n"]
    return counts


def all_in_all(question: Question, rows: Iterable[Mapping[str, Any]]) -> int:
    """Return how many fit the whole question, out of rows that count several fields at once."""
    return sum(row["n"] for row in _fitting(question, rows))


def _fitting(question: Question, rows: Iterable[Mapping[str, Any]], *, besides: str = "") -> Iterator[Mapping[str, Any]]:
    """The rows that fit what is asked of their fields, `besides` aside."""
    rows = list(rows)
    fields = [field for field in (rows[0].keys() if rows else ()) if field not in (besides, "n") and field in question.asked]
    wanted = {field: question.filters[field].field.arguments(question.asked[field])[0] for field in fields}
    yield from (row for row in rows if all(row[field] in values for field, values in wanted.items()))


def _chosen(question: Question, name: str) -> list[Any]:
    value = question.asked.get(name)
    return list(question.filters[name].values(value)) if value else []
