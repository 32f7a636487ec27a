"""Publishing releases and taking them back."""

from __future__ import annotations

from importlib import import_module

import pghistory
from django.conf import settings
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
    """Whole or not at all: the status and the tables that readers see change together."""
    tables = import_module(settings.PROJECTION)
    with transaction.atomic(), pghistory.context(user=by.pk, reason=reason):
        tables.lock()  # before any row is, as whoever loads does
        changed = list(Article.objects.filter(pk__in=[article.pk for article in articles]).exclude(status=status).order_by("pk"))
        Article.objects.filter(pk__in=[article.pk for article in changed]).update(status=status)
        tables.follow(changed)
        return len(changed)
