"""What readers may see: what rests on published releases."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.expressions import RawSQL

UNPUBLISHED = ("draft", "withdrawn")


def only_unpublished(telling: type[models.Model], thing: str) -> RawSQL:
    """The ids of those things that only releases tell of that are not, or no longer, published.

    `telling` has rows with an article and the field `thing`. Few releases are not published, so leaving these few things out costs
    next to nothing, where looking for a published release of each of many thousands costs most of a page.
    """
    return RawSQL(*_only_unpublished(telling, thing))  # noqa: S611 (compiled by Django)


@cache
def _only_unpublished(telling: type[models.Model], thing: str) -> tuple[str, tuple[Any, ...]]:
    """Compiled once: it stands in nearly every question, in some of them four times, and to make it took longer than to answer it."""
    rows = telling._default_manager.all()
    published = rows.filter(article__status="published", **{thing: OuterRef(thing)})
    unpublished = rows.filter(article__status__in=UNPUBLISHED, **{f"{thing}__isnull": False})
    sql, params = unpublished.exclude(Exists(published)).order_by().values(thing).query.sql_with_params()
    return sql, tuple(params)


def published(telling: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Those of the rows whose article is published.

    The others are left out by the ids of their few articles: to look up the article of each of thousands of rows takes three times longer.
    """
    from archive.models.article import Article

    return telling.exclude(article__in=Article.objects.filter(status__in=UNPUBLISHED).order_by().values("pk"))


def first_told_since(telling: models.QuerySet[Any], thing: str, moment: datetime.datetime) -> models.QuerySet[Any]:
    """The ids of those things that releases tell of that became public after the moment, and no release that was public before.

    `telling` are rows with an article and the field `thing`.
    """
    from archive.models.article import Article

    fresh = Article.objects.public().public_since(moment).order_by().values("pk")
    published = telling.filter(article__status="published", **{f"{thing}__isnull": False})
    before = published.filter(**{thing: OuterRef(thing)}).exclude(article__in=fresh)
    return published.filter(article__in=fresh).exclude(Exists(before)).order_by().values(thing)
