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
from ingest.projection.likenesses import keep
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


def _likenesses() -> Iterator[Likeness]:
    chief = dict(FormerKey.objects.filter(kind=FormerKey.Kind.PERSON).values_list("key", "now"))
    country = dict(Person.objects.exclude(country=None).values_list("key", "country"))
    told: dict[str, Occasion] = {}
    block: dict[str, str] = {}
    found: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for key, article, publisher, values, sides, own in MeetingSighting.objects.values_list(*TOLD).iterator():
        people = (chief.get(side["person"], side["person"]) for side in sides if side["person"])
        told[key] = _occasion(key, article, publisher, values, frozenset((one, country.get(one, "")) for one in people))
        block[key] = own
        for group in occasions.blocks(told[key]):
            found[group].append(key)
    pairs = {pair for keys in found.values() if len(keys) <= CROWD for pair in combinations(sorted(keys), 2)}
    for left, right in sorted(pairs):
        if block[left] == block[right] and _joined_anyway(told[left], told[right]):
            continue
        decision = occasions.compare(told[left], told[right])
        if decision.verdict != "different":
            yield Likeness(
                kind=Likeness.Kind.MEETING,
                left=left,
                right=right,
                verdict=decision.verdict,
                rule=decision.rule,
                version=occasions.RULES_VERSION,
                reasons=list(decision.reasons),
                pages=2,
            )


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


def _joined_anyway(a: Occasion, b: Occasion) -> bool:
    """Whether reports of one block are one meeting without a likeness: see `ingest.resolution.linking.meetings`."""
    same_title = bool(a.title) and fold(a.title) == fold(b.title)
    return a.article != b.article and a.by_call == b.by_call and (same_title or bool(a.people & b.people))
