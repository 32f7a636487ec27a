"""Masks of quotations."""

from __future__ import annotations

from archive.keys import PUBLIC
from archive.masks.bits import Gathered, Masks, first_day, last_day
from archive.models import Quote


def read() -> Masks:
    """Those in published releases, the newest first."""
    fields = ("pk", "speaker__country", "article__publisher__key", "article__published_earliest", "article__published_latest")
    rows = list(Quote.objects.public().newest().values_list(*fields))
    found = Gathered(len(rows))
    for place, (_, code, publisher, earliest, _) in enumerate(rows):
        if code:
            found.add("of", code, place)
        if publisher:
            found.add("publisher", publisher[:PUBLIC], place)
        if earliest:
            found.add("dated", "only", place)
    places = {row[0]: place for place, row in enumerate(rows)}
    values = {name: found.bits(name) for name in ("of", "publisher", "dated")}
    return Masks(list(places), places, values, [first_day(row[3]) for row in rows], [last_day(*row[3:]) for row in rows])
