"""Masks of articles."""

from __future__ import annotations

from django.db.models.functions import Left

from archive.keys import PUBLIC
from archive.masks import sure
from archive.masks.bits import MONTH, Masks, Places, month_of, with_day
from archive.masks.days import days_of
from archive.masks.gathered import Gathered, by_value, in_orders
from archive.models import Article, MeetingReport, Mention


def read() -> Masks:
    """The published articles, the newest first."""
    ids, earliest, latest = days_of(Article.objects.public().newest(), "published")
    found = Gathered(places := Places(ids))
    everything = Article.objects.all()
    found.add_each("publisher", everything, "publisher__key", at_most=PUBLIC)
    found.add_each("home", everything, "publisher__country")
    found.add_each("of", Mention.objects.all(), "country", of="article")
    for date, of_month in by_value(everything.annotate(date=Left("published", MONTH)), "date"):
        if month := month_of(date):
            found.add("month", month, of_month)
    told = MeetingReport.objects.filter(article__status="published", meeting__suppressed=False)
    values = {name: found.bits(name) for name in ("publisher", "home", "of", "month")}
    values |= {"dated": {"only": with_day(earliest)}, "sure": sure.bands(places, told, of="article", order=sure.LEAST_SURE)}
    orders = in_orders(places, oldest=Article.objects.public().oldest())
    return Masks(ids, places, values, earliest, latest, orders=orders)
