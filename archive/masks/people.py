"""Masks of people."""

from __future__ import annotations

from django.db.models import Max

from archive.masks import sure
from archive.masks.bits import Gathered, Masks
from archive.models import Appointment, Mention, Person


def read() -> Masks:
    """Those whom readers may see, by name."""
    rows = list(Person.objects.public().by_name().values_list("pk", "country"))
    places = {pk: place for place, (pk, _) in enumerate(rows)}
    found = Gathered(len(rows))
    for place, (_, code) in enumerate(rows):
        if code:
            found.add("of", code, place)
    held = Appointment.objects.filter(level__isnull=False).order_by().values_list("person", "level").distinct()
    for person, level in held.iterator(5000):
        if person in places:
            found.add("level", str(level), places[person])
    named = Mention.objects.filter(person__isnull=False, article__status="published").order_by().values_list("person")
    sure.gather(found, places, named.annotate(most=Max("confidence")))
    return Masks(list(places), places, {name: found.bits(name) for name in ("of", "level", "sure")}, (), ())
