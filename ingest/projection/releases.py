"""What a release says of itself: as it was read, with what people told of it laid over."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from archive import edtf
from archive.models import Article, Correction, Extraction
from ingest.engine.record import from_json
from ingest.engine.rules.people import home
from ingest.engine.types import Release
from ingest.projection.lookups import Lookups, stored_date

FIELDS = ("published", "publisher")  # what people can tell; a headline keeps its letters, since findings in it are counted by them


def columns(release: Release, lookups: Lookups) -> dict[str, Any]:
    """The columns of an article that say when and by whom it was published."""
    published = stored_date(release.published, model=Article, column="published")
    named = release.publisher and not home.of_name(release.publisher)  # else the name tells whose it is
    at_home = home.of_publisher(release) if named else None
    return {**_dated(published), "publisher_id": lookups.publisher(release.publisher, home=at_home)}


def lay_over(article: Article) -> None:
    """The release has the date and the publisher that people told, whatever was read."""
    _set(article, _told(article, Lookups()))


def restate(articles: Collection[str]) -> None:
    """The releases (by their keys) of which people ever told date or publisher have what was read, and what is told of them now over it."""
    lookups = Lookups()
    ever = Correction.objects.filter(kind=Correction.Kind.ARTICLE, key__in=articles, field__in=FIELDS)
    told = Extraction.objects.filter(article__key__in=ever.values("key"), in_force=True).select_related("article")
    for extraction in told if articles and ever.exists() else ():
        article = extraction.article
        _set(article, columns(_release(extraction), lookups) | _told(article, lookups))


def _release(extraction: Extraction) -> Release:
    return replace(from_json(extraction.record).release, source_url=extraction.article.source_url or None)


def _told(article: Article, lookups: Lookups) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for made in Correction.objects.in_force().filter(kind=Correction.Kind.ARTICLE, key=article.key, field__in=FIELDS):
        found |= {"publisher_id": lookups.publisher(str(made.new))} if made.field == "publisher" else _dated(str(made.new or ""))
    return found


def _dated(published: str) -> dict[str, Any]:
    earliest, latest = edtf.bounds(published)
    return {"published": published, "published_earliest": earliest, "published_latest": latest}


def _set(article: Article, told: dict[str, Any]) -> None:
    changed = {name: value for name, value in told.items() if getattr(article, name) != value}
    for name, value in changed.items():
        setattr(article, name, value)
    if changed:
        article.save(update_fields=[*changed, "updated"])
