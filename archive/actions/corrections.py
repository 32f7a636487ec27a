"""Setting right what the machine read. A correction is laid over every extraction to come, and is never overwritten by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from archive.models import Article, Correction

CONTEXT = 60  # characters kept before and after the words of an anchor


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a correction rests on, with what stands around them: found again in a text that was cleaned anew."""

    article_key: str
    text: str
    before: str = ""
    after: str = ""


def anchor(*, article: Article, start: int, end: int) -> Anchor:
    """The anchor of these characters of the article's body."""
    body = article.body
    return Anchor(article.key, body[start:end], body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT])


def set_field(
    *, kind: str, key: str, field: str, old: Any, new: Any, by: AbstractBaseUser, reason: str = "", at: Anchor | None = None
) -> Correction:
    """The field of the thing with this key has the new value from now on; an earlier correction of it is withdrawn."""
    return _add(kind, key, field, Correction.Operation.SET, old=old, new=new, by=by, reason=reason, at=at)


def confirm(*, kind: str, key: str, field: str, value: Any, by: AbstractBaseUser, reason: str = "", at: Anchor | None = None) -> Correction:
    """Somebody looked at the field and found it right: it keeps this value whatever the machine reads next."""
    return _add(kind, key, field, Correction.Operation.CONFIRM, old=value, new=value, by=by, reason=reason, at=at)


def suppress(*, kind: str, key: str, old: Any, by: AbstractBaseUser, reason: str = "", at: Anchor | None = None) -> Correction:
    """The thing with this key is not there: the machine saw what is not in the text."""
    return _add(kind, key, "", Correction.Operation.SUPPRESS, old=old, new=None, by=by, reason=reason, at=at)


def add(*, kind: str, key: str, new: Any, by: AbstractBaseUser, reason: str = "", at: Anchor | None = None) -> Correction:
    """A thing that the machine missed is there, with these values."""
    return _add(kind, key, "", Correction.Operation.ADD, old=None, new=new, by=by, reason=reason, at=at)


def withdraw(*, correction: Correction, by: AbstractBaseUser) -> None:
    """What the machine read counts again; that the correction was made stays on record."""
    Correction.objects.in_force().filter(pk=correction.pk).update(withdrawn_at=timezone.now(), withdrawn_by=by.pk)


def _add(
    kind: str, key: str, field: str, operation: str, *, old: Any, new: Any, by: AbstractBaseUser, reason: str, at: Anchor | None
) -> Correction:
    with transaction.atomic():
        for earlier in Correction.objects.in_force().select_for_update().filter(kind=kind, key=key, field=field):
            withdraw(correction=earlier, by=by)
        return Correction.objects.create(
            kind=kind,
            key=key,
            field=field,
            operation=operation,
            old=old,
            new=new,
            reason=reason,
            by_id=by.pk,
            article_key=at.article_key if at else "",
            anchor_text=at.text if at else "",
            anchor_before=at.before if at else "",
            anchor_after=at.after if at else "",
        )
