"""Masks of organizations."""

from __future__ import annotations

from django.db.models import Max

from archive.masks import sure
from archive.masks.bits import Gathered, Masks
from archive.models import Mention, Organization


def read() -> Masks:
    """Those that readers may see, by name."""
    rows = list(Organization.objects.public().by_name().values_list("pk", "country", "kind"))
    found = Gathered(len(rows))
    for place, (_, code, kind) in enumerate(rows):
        found.add("kind", kind or "not-stated", place)
        if code:
            found.add("of", code, place)
    places = {row[0]: place for place, row in enumerate(rows)}
    named = Mention.objects.filter(organization__isnull=False, article__status="published").order_by().values_list("organization")
    sure.gather(found, places, named.annotate(most=Max("confidence")))
    return Masks(list(places), places, {name: found.bits(name) for name in ("of", "kind", "sure")}, (), ())
