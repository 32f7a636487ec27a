"""Taking back a rule that joins by itself, whole: what it joined is apart again, and what people decided stands."""

from __future__ import annotations

from collections import defaultdict

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from archive.actions.tables import tables
from archive.models import Likeness, RuleWithdrawal


@transaction.atomic
def withdraw(*, rule: str, version: str, by: AbstractBaseUser, reason: str = "") -> RuleWithdrawal:
    """Nothing is joined by this version of the rule any more."""
    tables().lock()
    in_force = RuleWithdrawal.objects.filter(rule=rule, version=version, withdrawn_at__isnull=True).first()
    if in_force is not None:
        return in_force
    made = RuleWithdrawal.objects.create(rule=rule, version=version, by_id=by.pk, reason=reason)
    _follow(rule, version)
    return made


@transaction.atomic
def trust_again(*, withdrawal: RuleWithdrawal, by: AbstractBaseUser) -> None:
    """The rule joins as it did before it was taken back."""
    tables().lock()
    RuleWithdrawal.objects.filter(pk=withdrawal.pk, withdrawn_at__isnull=True).update(withdrawn_at=timezone.now(), withdrawn_by=by.pk)
    _follow(withdrawal.rule, withdrawal.version)


def _follow(rule: str, version: str) -> None:
    """The tables follow for all whom this version of the rule joined, or would."""
    keys: dict[str, set[str]] = defaultdict(set)
    likely = Likeness.objects.filter(rule=rule, version=version, verdict=Likeness.Verdict.SAME)
    for kind, left, right in likely.values_list("kind", "left", "right"):
        keys[kind] |= {left, right}
    kinds = Likeness.Kind
    tables().decide(people=keys[kinds.PERSON], organizations=keys[kinds.ORGANIZATION], reports=keys[kinds.MEETING])
