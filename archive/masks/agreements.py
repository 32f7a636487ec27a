"""Masks of agreements."""

from __future__ import annotations

from archive.masks import sure
from archive.masks.bits import Gathered, Masks, first_day, last_day
from archive.models import Agreement


def read() -> Masks:
    """Those that published releases tell of, the last told first."""
    fields = ("pk", "action", "countries", "article__published_earliest", "article__published_latest")
    rows = list(Agreement.objects.public().newest().values_list(*fields))
    places = {row[0]: place for place, row in enumerate(rows)}
    found = Gathered(len(rows))
    for place, (_, action, countries, earliest, _) in enumerate(rows):
        found.add("action", action, place)
        for code in dict.fromkeys(countries):
            found.add("of", code, place)
        if earliest:
            found.add("dated", "only", place)
    for pk in Agreement.objects.public().promised().order_by().values_list("pk", flat=True):
        if pk in places:
            found.add("lead", "promised", places[pk])
    sure.gather(found, places, Agreement.objects.public().order_by().values_list("pk", Agreement.objects.confidence()))
    values = {name: found.bits(name) for name in ("action", "of", "dated", "lead", "sure")}
    return Masks(list(places), places, values, [first_day(row[3]) for row in rows], [last_day(*row[3:]) for row in rows])
