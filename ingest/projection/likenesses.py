"""Officials compared across articles: whom a rule joins by itself, and whom a person is asked about.

Each pair of keys that may be one by family name and country is compared in everything that articles tell of both. One description that
cannot be of the same official ends it; a join needs one that must be. What comes out depends on what is told alone, in whatever order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations, groupby, islice, product
from json import dumps
from operator import itemgetter
from typing import Any, NamedTuple, Self

from django.db import transaction
from django.db.models import QuerySet

from archive.models import Correction, Likeness, Person
from ingest.models import PersonSighting
from ingest.projection.decided import Corrections
from ingest.projection.lookups import lock
from ingest.projection.names import sort_name
from ingest.projection.rows import copy
from ingest.resolution import crowds
from ingest.resolution.compare import RULES_VERSION, Decision, Description, people
from ingest.resolution.linking import fold

ALIKE = 4  # letters of a family name that two romanisations of it have in common
DESCRIBED = 12  # descriptions of one official that are compared
CROWD = 20  # officials of one beginning and country above which only those are compared who have something in common beside it
KEPT_AT_ONCE = 2_000  # likenesses
COLUMNS = (
    "person_key",
    "names",
    "gender",
    "rank",
    "position",
    "appointment__organization__name",
    "country",
    "article",
    "article__published_latest",
)
COUNTRY = COLUMNS.index("country")
HONORIFICS = {"m": "Mr.", "f": "Ms.", "": None}


@dataclass
class Told:
    """What all articles tell of one key."""

    descriptions: set[Description] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    country: str = ""

    @cached_property
    def chosen(self) -> list[Description]:
        """Of many descriptions the earliest and the latest. Asked for when all is told."""
        in_order = sorted(self.descriptions, key=lambda told: (told.date or "", repr(told)))
        half = DESCRIBED // 2
        return in_order if len(in_order) <= DESCRIBED else [*in_order[:half], *in_order[-half:]]


class Pair(NamedTuple):
    """A likeness as its table has it. They come by the ten thousand: to make the objects of as many rows takes longer than to compare."""

    left: str
    right: str
    verdict: str
    rule: str
    version: str
    reasons: str  # as JSON
    pages: int

    @classmethod
    def of(cls, left: str, right: str, decision: Decision, version: str, *, pages: int) -> Self:
        return cls(left, right, decision.verdict, decision.rule, version, dumps(decision.reasons), pages)


@transaction.atomic
def compare_all() -> frozenset[str]:
    """The likenesses of officials are those of what articles tell now; the keys of whom rules join now and did not, or no longer."""
    lock()
    return keep(Likeness.Kind.PERSON, (found for told in _by_country() for found in alike(told)))


def keep(kind: str, found: Iterable[Pair]) -> frozenset[str]:
    """The likenesses of this kind are these and no others; the keys that rules join now and did not, or no longer.

    Few at a time are in memory, and the ids of those that were there.
    """
    gone = set(Likeness.objects.filter(kind=kind).values_list("pk", flat=True).iterator())
    turned: set[str] = set()
    rest = iter(found)
    while some := {pair[:2]: pair for pair in islice(rest, KEPT_AT_ONCE)}:
        there = _there(kind, some) if gone else {}
        gone -= there.keys()
        turned |= _taken_away([pk for pk, pair in there.items() if pair != some[pair[:2]]])
        standing = set(there.values())
        new = [pair for pair in some.values() if pair not in standing]
        copy(Likeness, ("kind", *Pair._fields), ((kind, *pair) for pair in new))
        turned |= _joined(new)
    return frozenset(turned | _taken_away(list(gone)))


def _there(kind: str, pairs: Mapping[tuple[str, str], Pair]) -> dict[int, Pair]:
    """What the table has of the pairs, by the numbers of its rows."""
    rows = Likeness.objects.filter(kind=kind, left__among={left for left, _ in pairs}).values_list("pk", *Pair._fields)
    return {pk: Pair._make((*told, dumps(reasons), pages)) for pk, *told, reasons, pages in rows if tuple(told[:2]) in pairs}


def _taken_away(ids: Sequence[int]) -> set[str]:
    """The rows are gone; the keys that they joined."""
    joined: set[str] = set()
    for start in range(0, len(ids), KEPT_AT_ONCE):
        rows = Likeness.objects.filter(pk__in=ids[start : start + KEPT_AT_ONCE])
        for pair in rows.filter(verdict=Likeness.Verdict.SAME).values_list("left", "right"):
            joined.update(pair)
        rows.delete()
    return joined


def _joined(pairs: Iterable[Pair]) -> set[str]:
    return {key for pair in pairs if pair.verdict == Likeness.Verdict.SAME for key in pair[:2]}


def _by_country() -> Iterator[dict[str, Told]]:
    """What all articles tell of the officials of one country, for each: only they are compared with each other.

    Whose country people set right is compared as an official of that country.
    """
    told_countries = _told_countries()
    moved: dict[str, dict[str, Told]] = defaultdict(dict)
    for key, one in _told(_sightings().filter(person_key__among=told_countries)).items():
        one.country = told_countries[key]
        one.descriptions = {replace(description, country=one.country) for description in one.descriptions}
        moved[one.country][key] = one
    others = (row for row in _sightings().order_by("country").iterator() if row[0] not in told_countries)
    for country, rows in groupby(others, key=itemgetter(COUNTRY)):
        yield _told(rows) | moved.pop(country, {})
    yield from moved.values()


def _sightings() -> QuerySet[PersonSighting, tuple[Any, ...]]:
    return PersonSighting.objects.exclude(country="").order_by().values_list(*COLUMNS)


def _told(rows: Iterable[tuple[Any, ...]]) -> dict[str, Told]:
    found: dict[str, Told] = defaultdict(Told)
    for key, names, gender, rank, position, body, country, article, date in rows:
        one = found[key]
        one.articles.add(article)
        one.names.update(names)
        one.country = country
        day = date.isoformat() if date else None
        one.descriptions.add(Description(names[0], rank or None, HONORIFICS[gender], position or None, body, country, day))
    return found


def _told_countries() -> dict[str, str]:
    """The countries that people told, by the keys of the officials."""
    set_right = Correction.objects.in_force().filter(kind=Correction.Kind.PERSON, field="country")
    told = Corrections().of(Person, set_right.values_list("key", flat=True))
    return {key: country for key, columns in told.items() if (country := columns.get("country_id"))}


def alike(told: dict[str, Told]) -> Iterator[Pair]:
    for left, right in sorted(pairs(told)):
        one, other = told[left], told[right]
        if one.articles & other.articles:
            continue  # who stand beside each other in one release are two
        decision = _decide(one, other)
        if decision.verdict != "different":
            yield Pair.of(left, right, decision, RULES_VERSION, pages=len(one.articles | other.articles))


def _decide(one: Told, other: Told) -> Decision:
    """The verdict on two officials from those on what is told of them; "different" where any is."""
    decisions = []
    for a, b in product(one.chosen, other.chosen):
        decision = people(a, b)
        if decision.verdict == "different":
            return decision
        decisions.append(decision)
    return min(decisions, key=lambda decision: (decision.verdict != "same", decision.rule, decision.reasons))


def pairs(told: dict[str, Told]) -> set[tuple[str, str]]:
    """Two keys of one country whose family names begin alike; of a crowd those who have more in common."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    families = {key: _family(one) for key, one in told.items()}
    for key, family in families.items():
        blocks[told[key].country, family[:ALIKE]].append(key)
    found: set[tuple[str, str]] = set()
    for keys in blocks.values():
        found.update(_of_block(sorted(keys), told, families))
    return found


def _of_block(keys: list[str], told: dict[str, Told], families: dict[str, str]) -> Iterable[tuple[str, str]]:
    if len(keys) <= CROWD:
        return combinations(keys, 2)
    return crowds.pairs({key: told[key].chosen for key in keys}, {key: families[key] for key in keys})


def _family(one: Told) -> str:
    name = min(one.names, key=lambda form: (-len(fold(form)), form))
    return "".join(fold(sort_name(name, forms=one.names, country=one.country).partition(",")[0]))
