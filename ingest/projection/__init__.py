"""Machine facts ⊕ human judgements → the tables that readers see.

`project` brings the archive in line with what one article tells now; `rebuild` derives everything anew. Both arrive at the same
archive: each table is a function of the extractions in force and of what people decided, whatever was loaded in whatever order. Rows
keep their keys, and where its key stays so does the row.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from archive.models import Article, Extraction
from ingest.engine.record import Json
from ingest.projection import facts, meetings, officials, organizations, spans
from ingest.projection.decided import Corrections
from ingest.projection.facts import Facts
from ingest.projection.lookups import Lookups, lock

NOTHING = Facts((), (), (), (), (), ())
READ_AT_ONCE = 200


def project(article: Article, form: Json, *, lookups: Lookups | None = None, new: bool = False) -> None:
    """People, organizations and meetings are those that all articles tell of, with `article` telling `form`.

    `new` says that nothing of the article is in the tables yet. Where the article makes another's reading of a name doubtful (two
    bearers of it are now told apart), that one is brought in line too. To be called in a transaction that holds the `lock`.

    A release that is not published tells nothing: what readers see never rests on a draft.
    """
    if article.status == Article.Status.PUBLISHED:
        _project(article, facts.read(form, article=article.key), lookups or Lookups(), new=new)
    elif not new:
        _project(article, NOTHING, lookups or Lookups(), new=False)


@transaction.atomic
def follow(article: Article) -> None:
    """The tables tell what the article tells if it is published now, and nothing of it if it is not."""
    lock()
    extraction = Extraction.objects.filter(article=article, in_force=True).first()
    if extraction is not None:
        project(article, extraction.record)


@transaction.atomic
def withdraw(article: Article) -> None:
    """Nothing in the tables rests on the article any more."""
    lock()
    _project(article, NOTHING, Lookups(), new=False)


@transaction.atomic
def rebuild(*, progress: Callable[[int], None] = lambda done: None) -> int:
    """Every derived row anew from the extractions in force, in one transaction; the number of articles."""
    lock()
    lookups, done = Lookups(), 0
    extractions = Extraction.objects.filter(in_force=True).select_related("article").order_by("article_id")
    for extraction in extractions.iterator(READ_AT_ONCE):
        project(extraction.article, extraction.record, lookups=lookups)
        done += 1
        progress(done)
    organizations.sweep()
    officials.sweep()
    meetings.sweep()
    return done


def _project(article: Article, told: Facts, lookups: Lookups, *, new: bool) -> None:
    doubtful = _replace(article, told, lookups, new=new)
    for extraction in Extraction.objects.filter(article__in=doubtful, in_force=True).select_related("article"):
        other = extraction.article
        _replace(other, facts.read(extraction.record, article=other.key), lookups, new=False)


def _replace(article: Article, told: Facts, lookups: Lookups, *, new: bool) -> frozenset[int]:
    """Take out what the article told before, put in what it tells now; the articles whose officials may now be others."""
    people_before = officials.Before()
    bodies_before: set[str] = set()
    meetings_before: set[tuple[str, int]] = set()
    if not new:
        spans.take_out(article)
        meetings_before = meetings.take_out(article)
        people_before = officials.take_out(article)
        bodies_before = organizations.take_out(article)
    corrections = Corrections()
    bodies = organizations.put_in(article, told, lookups, corrections, before=bodies_before)
    people = officials.put_in(article, told, bodies, lookups, corrections, before=people_before)
    reports = meetings.put_in(article, told, people, bodies, lookups, corrections, before=meetings_before)
    spans.put_in(article, told, people, bodies, reports, lookups)
    return people.doubtful
