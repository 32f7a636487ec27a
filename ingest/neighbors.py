"""Releases that have much of their text in common: found by an index, laid side by side, decided by an editor."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pghistory
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Q

from archive.actions import articles
from archive.models import Article
from ingest import loading, sketches
from ingest.models import Sketch, TextJudgement
from ingest.projection.lookups import lock

Verdict = TextJudgement.Verdict
LOOKED_AT = 12  # candidates whose texts are compared
SHOWN = 3
SHARED = 4  # of the sixteen hashes of a sketch: fewer are in common to texts that share a greeting
ENOUGH = 0.5  # share of the shorter text's runs of words


@dataclass(frozen=True, slots=True)
class Neighbor:
    """Another release and how much of the shorter of the two texts both have, 0 to 1."""

    article: Article
    share: float

    @property
    def percent(self) -> int:
        return round(100 * self.share)


def undecided(article: Article) -> list[Neighbor]:
    """The releases that an editor is to compare the article with, the likest first; none that was decided on already."""
    pairs = TextJudgement.objects.filter(Q(article=article.key) | Q(other=article.key)).values_list("article", "other")
    known = {key for pair in pairs for key in pair}
    near = Article.objects.filter(pk__in=_candidates(article)).exclude(key__in=known).exclude(status=Article.Status.WITHDRAWN)
    found = [Neighbor(other, sketches.in_common(article.body, other.body)) for other in near.exclude(new_versions__draft=article)]
    alike = [neighbor for neighbor in found if neighbor.share >= ENOUGH]
    return sorted(alike, key=lambda neighbor: (-neighbor.share, neighbor.article.pk))[:SHOWN]


def with_undecided(articles: Collection[Article]) -> set[int]:
    """The numbers of those articles that an editor is to compare with another; one question for most of a list, which are like nothing."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT own.article_id FROM ingest_sketch AS own WHERE own.article_id = ANY(%s) AND EXISTS (
                SELECT FROM ingest_sketch AS other WHERE other.low && own.low AND other.article_id <> own.article_id
                AND cardinality(ARRAY(SELECT unnest(other.low) INTERSECT SELECT unnest(own.low))) >= %s
            )
            """,
            [[article.pk for article in articles], SHARED],
        )
        near = {number for (number,) in cursor.fetchall()}
    return {article.pk for article in articles if article.pk in near and undecided(article)}


@transaction.atomic
def decide(*, article: Article, other: Article, verdict: str, by: User) -> Article:
    """What the editor says holds, and is not asked again. Returns the release that goes on.

    The same: the article is withdrawn. An update: the other has the article's file as its new version, and keeps its former ones.
    Different: both stand.
    """
    lock()
    TextJudgement.objects.update_or_create(article=article.key, other=other.key, defaults={"verdict": verdict, "by": by})
    if verdict == Verdict.SAME:
        articles.withdraw(articles=[article], by=by, reason=f"The same release as {other.public_id}")
        return other
    if verdict == Verdict.UPDATE:
        with pghistory.context(user=by.pk, reason=f"{article.public_id} is a new version of it"):
            loading.take_over(former=other, update=article)
        return other
    return article


def _candidates(article: Article) -> Collection[int]:
    """The articles whose sketches share most with that of the article."""
    own = Sketch.objects.filter(article=article).values_list("low", flat=True).first()
    if not own:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT article_id FROM ingest_sketch WHERE low && %s::integer[] AND article_id <> %s
            ORDER BY cardinality(ARRAY(SELECT unnest(low) INTERSECT SELECT unnest(%s::integer[]))) DESC, article_id LIMIT %s
            """,
            [own, article.pk, own, LOOKED_AT],
        )
        return [number for (number,) in cursor.fetchall()]
