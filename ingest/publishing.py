"""Releases become public: new ones, and new versions of those that are."""

from __future__ import annotations

from collections.abc import Collection

import pghistory
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from archive.actions import articles as act
from archive.models import Article
from ingest import loading
from ingest.models import NewVersion
from ingest.neighbors import undecided
from ingest.projection.lookups import lock
from ingest.review import Draft


@transaction.atomic
def publish(*, articles: Collection[Article], by: User) -> int:
    """How many of the releases readers see now and did not see before. A new version takes the place of the former one."""
    lock()
    versions = {row.draft_id: row.of for row in NewVersion.objects.filter(draft__in=articles).select_related("of")}
    for article in articles:
        if article.pk in versions:
            with pghistory.context(user=by.pk, reason="A new version is published"):
                loading.take_over(former=versions[article.pk], update=article)
    return len(versions) + act.publish(articles=[article for article in articles if article.pk not in versions], by=by)


def publish_if_plain(*, article: Article, by: User | None) -> bool:
    """Whether the draft was published at once: the setting says so, and nothing in it asks for an editor."""
    if not settings.PUBLISH_AT_ONCE or by is None or article.status != Article.Status.DRAFT:
        return False
    draft = Draft(article)
    if draft.unstated or draft.least_confidence < settings.PUBLISH_CONFIDENCE or undecided(article):
        return False
    return publish(articles=[article], by=by) == 1
