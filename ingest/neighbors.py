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
from archive.models.article import ArticleQuerySet
from ingest import loading, sketches
from ingest.models import NewVersion, TextJudgement
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


def undecided(article: Article, *, among: ArticleQuerySet | None = None) -> list[Neighbor]:
    """The releases that an editor is to compare the article with, the likest first; none that was decided on already.

    `among` are those that the editor may read; all where nobody asks.
    """
    return _undecided([article], among, shared=1).get(article.pk, [])


def with_undecided(articles: Collection[Article], *, among: ArticleQuerySet) -> set[int]:
    """The numbers of those articles that an editor is to compare with another; four questions at most, however many they are."""
    return {number for number, found in _undecided(articles, among, shared=SHARED).items() if found}


def _undecided(articles: Collection[Article], among: ArticleQuerySet | None, *, shared: int) -> dict[int, list[Neighbor]]:
    """Of those articles that are like another, by number. Texts with fewer than `shared` hashes in common are not compared."""
    candidates = _candidates(articles, shared)
    if not candidates:
        return {}
    own = {article.pk: article for article in articles if article.pk in candidates}
    readable = Article.objects.all() if among is None else among
    texts = readable.exclude(status=Article.Status.WITHDRAWN).defer("search")
    others = texts.in_bulk({number for near in candidates.values() for number in near} | own.keys())
    keys = [article.key for article in own.values()]
    pairs = TextJudgement.objects.filter(Q(article__in=keys) | Q(other__in=keys)).values_list("article", "other")
    decided = {frozenset(pair) for pair in pairs}
    versions = set(NewVersion.objects.filter(draft__in=own).values_list("draft", "of"))
    found: dict[int, list[Neighbor]] = {}
    for number, near in candidates.items():
        open_ones = [
            others[other]
            for other in near
            if other in others and frozenset((own[number].key, others[other].key)) not in decided and (number, other) not in versions
        ]
        body = others[number].body if number in others else own[number].body
        found[number] = _alike(body, open_ones)
    return found


def _alike(body: str, others: Collection[Article]) -> list[Neighbor]:
    alike = [one for other in others if (one := Neighbor(other, sketches.in_common(body, other.body))).share >= ENOUGH]
    return sorted(alike, key=lambda neighbor: (-neighbor.share, neighbor.article.pk))[:SHOWN]


@transaction.atomic
def decide(*, article: Article, other: Article, verdict: str, by: User) -> Article:
    """What the editor says holds, and is not asked again. Returns the release that goes on.

    The same: the article is withdrawn. An update: the other has the article's file as its new version, and keeps its former ones.
    Different: both stand.
    """
    lock()
    TextJudgement.objects.update_or_create(article=article.key, other=other.key, defaults={"verdict": verdict, "by": by})
    if verdict == Verdict.SAME:
        with pghistory.context(of=other.pk, of_title=str(other)):
            articles.withdraw(articles=[article], by=by, reason="The same release as")
        return other
    if verdict == Verdict.UPDATE:
        told = {"reason": "A new version", "update": article.pk, "update_title": str(article), "of": other.pk, "of_title": str(other)}
        with pghistory.context(user=by.pk, **told):
            loading.take_over(former=other, update=article)
        return other
    return article


def _candidates(articles: Collection[Article], shared: int) -> dict[int, list[int]]:
    """By the number of each article that has any, the articles whose sketches share most with its own."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT own.article_id, near.article_id
            FROM ingest_sketch AS own CROSS JOIN LATERAL (
                SELECT other.article_id, cardinality(ARRAY(SELECT unnest(other.low) INTERSECT SELECT unnest(own.low))) AS shared
                FROM ingest_sketch AS other WHERE other.low && own.low AND other.article_id <> own.article_id
                ORDER BY shared DESC, other.article_id LIMIT %s
            ) AS near
            WHERE own.article_id = ANY(%s) AND near.shared >= %s ORDER BY own.article_id, near.shared DESC, near.article_id
            """,
            [LOOKED_AT, [article.pk for article in articles], shared],
        )
        found: dict[int, list[int]] = {}
        for number, other in cursor.fetchall():
            found.setdefault(number, []).append(other)
    return found
