"""Masks of articles."""

from __future__ import annotations

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Min

from archive.keys import PUBLIC
from archive.masks import sure
from archive.masks.bits import Gathered, Masks, bits, first_day, last_day, month_of
from archive.models import Article, MeetingReport, Mention


def read() -> Masks:
    """The published articles, the newest first."""
    fields = ("pk", "publisher__key", "publisher__country", "published", "published_earliest", "published_latest")
    rows = list(Article.objects.public().newest().values_list(*fields))
    places = {row[0]: place for place, row in enumerate(rows)}
    found = Gathered(len(rows))
    for place, (_, publisher, home, published, earliest, _) in enumerate(rows):
        if publisher:
            found.add("publisher", publisher[:PUBLIC], place)
        if home:
            found.add("home", home, place)
        if earliest:
            found.add("dated", "only", place)
        if month := month_of(published):
            found.add("month", month, place)
    told = MeetingReport.objects.filter(article__status="published", meeting__suppressed=False).order_by().values_list("article")
    sure.gather(found, places, told.annotate(least=Min("confidence")))
    values = {name: found.bits(name) for name in ("publisher", "home", "dated", "month", "sure")} | {"of": dict(_naming(places))}
    return Masks(list(places), places, values, [first_day(row[4]) for row in rows], [last_day(*row[4:]) for row in rows])


def _naming(places: dict[int, int]):  # type: ignore[no-untyped-def]
    """Which of them name each country."""
    named = Mention.objects.filter(country__isnull=False).order_by().values("country")
    for code, ids in named.annotate(ids=ArrayAgg("article")).values_list("country", "ids").iterator(20):
        mask = bits((places[pk] for pk in ids if pk in places), len(places))
        if mask:
            yield code, mask
