"""Officials compared across articles: whom a rule joins by itself, and whom a person is asked about.

Each pair of keys that may be one by family name and country is compared in everything that articles tell of both. One description that
cannot be of the same official ends it; a join needs one that must be. What comes out depends on what is told alone, in whatever order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations, product

from django.db import transaction
from django.db.models import Max

from archive.models import Likeness, Person
from ingest.models import PersonSighting
from ingest.projection.decided import Corrections
from ingest.projection.lookups import lock
from ingest.projection.names import sort_name
from ingest.resolution import crowds
from ingest.resolution.compare import RULES_VERSION, Decision, Description, people
from ingest.resolution.linking import fold

ALIKE = 4  # letters of a family name that two romanisations of it have in common
DESCRIBED = 12  # descriptions of one official that are compared
CROWD = 20  # officials of one beginning and country above which only those are compared who have something in common beside it
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


@transaction.atomic
def compare_all() -> frozenset[str]:
    """The likenesses of officials are those of what articles tell now; the keys of whom rules join now and did not, or no longer."""
    lock()
    return keep(Likeness.Kind.PERSON, alike(_as_decided(_told())))


def keep(kind: str, found: Iterable[Likeness]) -> frozenset[str]:
    """The likenesses of this kind are these and no others; the keys that rules join now and did not, or no longer."""
    wanted = {(row.left, row.right): row for row in found}
    there = {(row.left, row.right): row for row in Likeness.objects.filter(kind=kind)}
    stale = [row for pair, row in there.items() if pair not in wanted or not _equal(row, wanted[pair])]
    Likeness.objects.filter(pk__in=[row.pk for row in stale]).delete()
    kept = there.keys() - {(row.left, row.right) for row in stale}
    new = [row for pair, row in sorted(wanted.items()) if pair not in kept]
    Likeness.objects.bulk_create(new)
    return frozenset(key for row in (*stale, *new) if row.verdict == Likeness.Verdict.SAME for key in (row.left, row.right))


def _told() -> dict[str, Told]:
    found: dict[str, Told] = defaultdict(Told)
    seen = PersonSighting.objects.exclude(country="").values_list(
        "person_key", "names", "gender", "rank", "position", "appointment__organization__name", "country", "article"
    )
    for key, names, gender, rank, position, body, country, article, date in seen.annotate(day=Max("article__published_latest")).order_by():
        one = found[key]
        one.articles.add(article)
        one.names.update(names)
        one.country = country
        day = date.isoformat() if date else None
        one.descriptions.add(Description(names[0], rank or None, HONORIFICS[gender], position or None, body, country, day))
    return found


def _as_decided(told: dict[str, Told]) -> dict[str, Told]:
    """Whose country people set right is compared as an official of that country."""
    for key, columns in Corrections().of(Person, told).items():
        if country := columns.get("country_id"):
            told[key].country = country
            told[key].descriptions = {replace(one, country=country) for one in told[key].descriptions}
    return told


def alike(told: dict[str, Told]) -> Iterator[Likeness]:
    for left, right in sorted(pairs(told)):
        one, other = told[left], told[right]
        if one.articles & other.articles:
            continue  # who stand beside each other in one release are two
        decision = _decide(one, other)
        if decision.verdict != "different":
            yield Likeness(
                left=left,
                right=right,
                verdict=decision.verdict,
                rule=decision.rule,
                version=RULES_VERSION,
                reasons=list(decision.reasons),
                pages=len(one.articles | other.articles),
            )


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


def _equal(one: Likeness, other: Likeness) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("verdict", "rule", "version", "reasons", "pages"))
