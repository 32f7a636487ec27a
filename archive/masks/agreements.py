"""Masks of agreements."""

from __future__ import annotations

from archive.masks.bits import Masks, Places, with_day
from archive.masks.days import days_of
from archive.masks.gathered import Gathered, each_of, in_orders
from archive.models import Agreement


def read() -> Masks:
    """Those that published releases tell of, the last told first."""
    ids, earliest, latest = days_of(Agreement.objects.public().newest(), "article__published")
    found = Gathered(places := Places(ids))
    everything = Agreement.objects.all()
    found.add_each("action", everything, "action")
    found.add_each("of", everything.annotate(code=each_of("countries")), "code")
    found.add("lead", "promised", Agreement.objects.public().promised().every_id())
    found.add_each("sure", everything.annotate(band=everything.band()), "band")
    values = {name: found.bits(name) for name in ("action", "of", "lead", "sure")}
    values["dated"] = {"only": with_day(earliest)}
    orders = in_orders(places, title=Agreement.objects.public().by_title())
    return Masks(ids, places, values, earliest, latest, orders=orders)
