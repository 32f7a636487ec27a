"""Reading every article anew from the bytes that are kept: what an engine that has changed finds in what the archive holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from archive.models import Article, Extraction
from ingest import projection
from ingest.engine.record import from_json
from ingest.engine.types import Record
from ingest.extraction import Extracted, Unreadable, extract_content
from ingest.loading import Outcome, load
from ingest.projection.lookups import Lookups

READ_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Reread:
    """An article, and what the engine reads in it now that it did not before: `gone` and `new` as "people: Ana Popa".

    `fault` says why it could not be read; it is then left as it was.
    """

    article: Article
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    changed: bool = False
    fault: str = ""


def reread(*, store: bool) -> Iterator[Reread]:
    """Every article in turn, read anew; nothing is stored unless `store` says so. What people decided stands either way.

    When all are stored, officials, organizations and meetings are joined by what is told now.
    """
    lookups = Lookups()
    for pk in list(Article.objects.filter(original__isnull=False).order_by("pk").values_list("pk", flat=True)):
        article = Article.objects.select_related("original").get(pk=pk)
        yield _reread(article, lookups, store=store)
    if store:
        projection.compare()


def _reread(article: Article, lookups: Lookups, *, store: bool) -> Reread:
    result = extract_content(bytes(article.original.content), Path(article.path), url=article.source_url or None)
    if isinstance(result, Unreadable):
        return Reread(article, fault=result.reason)
    result = replace(result, place=article.path, format=article.format)
    before, now = _kept(article), result.record
    if store:
        fault = _store(result, lookups)
        if fault:
            return Reread(article, fault=fault)
    if before is None:
        return Reread(article, new=tuple(sorted(_told(now))), changed=True)
    gone, new = _told(before) - _told(now), _told(now) - _told(before)
    return Reread(article, tuple(sorted(gone)), tuple(sorted(new)), changed=replace(before, engine=now.engine) != now)


def _store(result: Extracted, lookups: Lookups) -> str:
    loaded = load(result, lookups=lookups)
    return loaded.reason if loaded.outcome is Outcome.FAILED else ""


def _kept(article: Article) -> Record | None:
    """What was read from it last; None where that is in a form of long ago."""
    extraction = Extraction.objects.filter(article=article, in_force=True).first()
    try:
        return from_json(extraction.record) if extraction else None
    except KeyError:
        return None


def _told(record: Record) -> set[str]:
    """What the record tells, a line each."""
    people = (("people", ", ".join(filter(None, [one.name, one.rank, one.position, one.country]))) for one in record.people)
    bodies = (("organizations", one.name) for one in record.organizations)
    occasions = (("meetings", ", ".join(filter(None, [one.kind, one.date, one.place, *one.countries]))) for one in record.meetings)
    documents = (("agreements", f"{one.action} {one.title}") for one in record.agreements)
    sayings = (("quotes", f"{one.speaker}: {one.text[:60]}") for one in record.quotes)
    return {f"{kind}: {words}" for kind, words in (*people, *bodies, *occasions, *documents, *sayings)}
