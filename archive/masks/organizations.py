"""Masks of organizations."""

from __future__ import annotations

from array import array

from archive.masks import sure
from archive.masks.bits import Masks, Places
from archive.masks.gathered import Gathered, in_orders
from archive.models import Mention, Organization


def read() -> Masks:
    """Those that readers may see, by name."""
    ids = array("q", Organization.objects.public().by_name().values_list("pk", flat=True).iterator())
    found = Gathered(places := Places(ids))
    found.add_each("of", Organization.objects.all(), "country")
    found.add_each("kind", Organization.objects.all(), "kind", otherwise="not-stated")
    named = Mention.objects.filter(organization__isnull=False, article__status="published")
    values = {"of": found.bits("of"), "kind": found.bits("kind"), "sure": sure.bands(places, named, of="organization")}
    orders = in_orders(places, articles=Organization.objects.public().for_list().most_named())
    return Masks(ids, places, values, (), (), orders=orders)
