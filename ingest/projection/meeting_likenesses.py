"""Reports of meetings compared across articles: one meeting told by two ministries, on different days or with different sides."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from django.db import transaction

from archive import edtf
from archive.models import FormerKey, Likeness, Person
from ingest.models import MeetingSighting
from ingest.projection.likenesses import Pair, keep
from ingest.projection.lookups import lock
from ingest.resolution import occasions
from ingest.resolution.linking import fold
from ingest.resolution.occasions import Occasion

CROWD = 60  # reports of one day and pair of countries above which they tell nothing
TOLD = ("report__key", "report__article", "report__article__publisher", "report__values", "sides", "block")


@transaction.atomic
def compare_meetings() -> frozenset[str]:
    """The likenesses of reports are those of what articles tell now; the keys of reports that rules join now and did not, or no longer."""
    lock()
    return keep(Likeness.Kind.MEETING, _likenesses())


def _likenesses() -> Iterator[Pair]:
    chief = dict(FormerKey.objects.filter(kind=FormerKey.Kind.PERSON).values_list("key", "now"))
    country = dict(Person.objects.exclude(country=None).values_list("key", "country"))
    told: dict[str, Occasion] = {}
    by_itself: dict[str, tuple[str, frozenset[str]]] = {}  # the block of a report, and whom it names before anybody was joined
    found: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for key, article, publisher, values, sides, own in MeetingSighting.objects.values_list(*TOLD).iterator():
        named = frozenset(side["person"] for side in sides if side["person"])
        people = frozenset((now, country.get(now, "")) for now in (chief.get(one, one) for one in named))
        told[key] = _occasion(key, article, publisher, values, people)
        by_itself[key] = own, named
        for group in occasions.blocks(told[key]):
            found[group].append(key)
    pairs = {pair for keys in found.values() if len(keys) <= CROWD for pair in combinations(sorted(keys), 2)}
    for left, right in sorted(pairs):
        (home, ours), (other, theirs) = by_itself[left], by_itself[right]
        if home == other and (ours & theirs or _same_title(told[left], told[right])):
            continue  # `ingest.resolution.linking.meetings` makes them one without asking
        decision = occasions.compare(told[left], told[right])
        if decision.verdict != "different":
            yield Pair.of(left, right, decision, occasions.RULES_VERSION, pages=2)


def _occasion(key: str, article: int, publisher: int | None, values: dict[str, Any], people: frozenset[tuple[str, str]]) -> Occasion:
    first, last = _days(values["date"], values["end_date"])
    return Occasion(
        key=key,
        article=article,
        publisher=publisher,
        by_call=values["kind"] == "call",
        first=first,
        last=last,
        countries=frozenset(values["countries"]),
        people=people,
        title=values["title"] or "",
        place=values["place"] or "",
        country=values["country"] or "",
    )


def _days(date: str | None, end: str | None) -> tuple[datetime.date | None, datetime.date | None]:
    if not date or len(date) != 10 or "X" in date:
        return None, None
    return edtf.bounds(date, end if end and "X" not in end else "")


def _same_title(a: Occasion, b: Occasion) -> bool:
    return bool(a.title) and fold(a.title) == fold(b.title)
