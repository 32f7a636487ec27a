"""Organizations compared across articles: acronyms, translations, former names, names with and without the country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from django.db import transaction

from archive.models import Likeness
from ingest.engine.values import replace
from ingest.models import OrganizationSighting
from ingest.projection.likenesses import Pair, keep
from ingest.projection.lookups import lock
from ingest.resolution import bodies
from ingest.resolution.bodies import Body

CROWD = 200  # bodies in one block above which it tells nothing


@dataclass(slots=True)
class Told:
    """What all articles tell of one key."""

    names: set[tuple[str, ...]] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    country: str = ""

    @property
    def body(self) -> Body:
        first, *others = dict.fromkeys(name for names in sorted(self.names) for name in names)
        return Body(first, tuple(others), self.country)


@transaction.atomic
def compare_bodies() -> frozenset[str]:
    """The likenesses of organizations are those of what articles tell now; the keys that rules join now and did not, or no longer."""
    lock()
    return keep(Likeness.Kind.ORGANIZATION, _likenesses(_told()))


def _told() -> dict[str, Told]:
    found: dict[str, Told] = defaultdict(Told)
    seen = OrganizationSighting.objects.exclude(country="").values_list("organization_key", "names", "country", "article")
    for key, names, country, article in seen.order_by():
        one = found[key]
        one.names.add(tuple(names))
        one.articles.add(article)
        one.country = country
    return found


def _likenesses(told: dict[str, Told]) -> Iterator[Pair]:
    known = {key: one.body for key, one in told.items()}
    for left, right in sorted(_pairs(known)):
        decision = bodies.compare(known[left], known[right])
        together = told[left].articles & told[right].articles
        if decision.verdict == "different" or (together and decision.verdict == "unsure"):
            continue  # what one release names as two, and nothing makes one, is two
        if together:
            decision = replace(decision, verdict="unsure", reasons=(*decision.reasons, "one release names both as two"))
        yield Pair.of(left, right, decision, bodies.RULES_VERSION, pages=len(told[left].articles | told[right].articles))


def _pairs(known: dict[str, Body]) -> set[tuple[str, str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, body in known.items():
        for block in bodies.blocks(body):
            blocks[block].append(key)
    return {pair for keys in blocks.values() if len(keys) <= CROWD for pair in combinations(sorted(keys), 2)}
