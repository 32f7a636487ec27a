"""Saying whether two mentions, or two reports of a meeting, are the same."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from archive.models import Judgement


class SameKey(ValueError):
    """A thing is not compared with itself."""


def add(*, kind: str, one: str, other: str, verdict: str, by: AbstractBaseUser, reason: str = "") -> Judgement:
    """The judgement in force on this pair of keys from now on; an earlier one on it is withdrawn."""
    if one == other:
        raise SameKey(f"{one} is the same key twice. Choose two different mentions or reports.")
    left, right = sorted((one, other))
    with transaction.atomic():
        earlier = Judgement.objects.in_force().select_for_update().filter(kind=kind, left=left, right=right).first()
        if earlier is not None and earlier.verdict == verdict:
            return earlier
        if earlier is not None:
            withdraw(judgement=earlier, by=by)
        return Judgement.objects.create(kind=kind, left=left, right=right, verdict=verdict, reason=reason, by_id=by.pk)


def withdraw(*, judgement: Judgement, by: AbstractBaseUser) -> None:
    """The judgement is no longer in force; that it was made stays on record."""
    Judgement.objects.in_force().filter(pk=judgement.pk).update(withdrawn_at=timezone.now(), withdrawn_by=by.pk)
