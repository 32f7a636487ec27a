"""Keeping a question, looking at what is new in its answer, letting it go."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import User
from django.db import transaction

from archive.models import SavedSearch


class NameTaken(ValueError):
    """The owner has another search of this name; the message says so in words for the field."""


def save(*, name: str, page: str, query: str, alert: str, by: User) -> SavedSearch:
    """The question kept under this name. What it is answered with now counts as seen. Raises `NameTaken`."""
    with transaction.atomic():
        kept, made = SavedSearch.objects.get_or_create(owner=by, name=name, defaults={"page": page, "query": query, "alert": alert})
    if not made:
        raise NameTaken(f"You have a search called “{name}” already. Choose another name.")
    return kept


def look(*, search: SavedSearch, at: datetime.datetime) -> None:
    """What was told up to this moment is no longer new."""
    SavedSearch.objects.filter(pk=search.pk, last_looked__lt=at).update(last_looked=at)


def change_alert(*, search: SavedSearch, alert: str) -> None:
    """How often the answer is mailed from now on."""
    SavedSearch.objects.filter(pk=search.pk).update(alert=alert)


def delete(*, search: SavedSearch) -> None:
    search.delete()
