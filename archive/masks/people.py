"""Masks of people."""

from __future__ import annotations

from array import array

from archive.masks import sure
from archive.masks.bits import Masks, Places
from archive.masks.gathered import Gathered, in_orders
from archive.models import Appointment, Mention, Person


def read() -> Masks:
    """Those whom readers may see, by name."""
    ids = array("q", Person.objects.public().by_name().values_list("pk", flat=True).iterator())
    found = Gathered(places := Places(ids))
    found.add_each("of", Person.objects.all(), "country")
    found.add_each("level", Appointment.objects.all(), "level", of="person")
    named = Mention.objects.filter(person__isnull=False, article__status="published")
    values = {"of": found.bits("of"), "level": found.bits("level"), "sure": sure.bands(places, named, of="person")}
    orders = in_orders(places, meetings=Person.objects.public().for_list().most_met())
    return Masks(ids, places, values, (), (), orders=orders)
