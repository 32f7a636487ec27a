"""Masks of quotations."""

from __future__ import annotations

from archive.keys import PUBLIC
from archive.masks.bits import Masks, Places, with_day
from archive.masks.days import days_of
from archive.masks.gathered import Gathered, in_orders
from archive.models import Quote


def read() -> Masks:
    """Those in published releases, the newest first."""
    ids, earliest, latest = days_of(Quote.objects.public().newest(), "article__published")
    found = Gathered(places := Places(ids))
    found.add_each("of", Quote.objects.all(), "speaker__country")
    found.add_each("publisher", Quote.objects.all(), "article__publisher__key", at_most=PUBLIC)
    values = {"of": found.bits("of"), "publisher": found.bits("publisher"), "dated": {"only": with_day(earliest)}}
    orders = in_orders(places, oldest=Quote.objects.public().oldest())
    return Masks(ids, places, values, earliest, latest, orders=orders)
