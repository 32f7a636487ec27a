"""Publishing releases and taking them back."""

from __future__ import annotations

import pghistory
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.models import Article


def publish(*, articles: list[Article], by: AbstractBaseUser) -> int:
    """How many of the releases readers see now and did not see before."""
    return _set_status(articles, Article.Status.PUBLISHED, by=by)


def withdraw(*, articles: list[Article], by: AbstractBaseUser, reason: str = "") -> int:
    """How many of the releases readers saw and see no longer. Nothing is deleted, and `publish` brings them back."""
    return _set_status(articles, Article.Status.WITHDRAWN, by=by, reason=reason)


def _set_status(articles: list[Article], status: str, *, by: AbstractBaseUser, reason: str = "") -> int:
    with transaction.atomic(), pghistory.context(user=by.pk, reason=reason):
        chosen = Article.objects.filter(pk__in=[article.pk for article in articles]).exclude(status=status)
        changed: int = chosen.update(status=status)
        return changed
