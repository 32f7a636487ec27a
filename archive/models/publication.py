"""What readers may see: what rests on published releases."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef

UNPUBLISHED = ("draft", "withdrawn")


def only_unpublished(telling: models.QuerySet[Any], thing: str) -> models.QuerySet[Any]:
    """The ids of those things that only releases tell of that are not, or no longer, published.

    `telling` are rows with an article and the field `thing`. Few releases are not published, so leaving these few things out costs
    next to nothing, where looking for a published release of each of many thousands costs most of a page.
    """
    published = telling.filter(article__status="published", **{thing: OuterRef(thing)})
    unpublished = telling.filter(article__status__in=UNPUBLISHED, **{f"{thing}__isnull": False})
    return unpublished.exclude(Exists(published)).order_by().values(thing)


def first_told_since(telling: models.QuerySet[Any], thing: str, moment: datetime.datetime) -> models.QuerySet[Any]:
    """The ids of those things that releases tell of that became public after the moment, and no release that was public before.

    `telling` are rows with an article and the field `thing`.
    """
    from archive.models.article import Article

    fresh = Article.objects.public().public_since(moment).order_by().values("pk")
    published = telling.filter(article__status="published", **{f"{thing}__isnull": False})
    before = published.filter(**{thing: OuterRef(thing)}).exclude(article__in=fresh)
    return published.filter(article__in=fresh).exclude(Exists(before)).order_by().values(thing)
