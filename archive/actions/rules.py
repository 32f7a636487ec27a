"""Taking back a rule that joins officials by itself, whole: what it joined is apart again, and what people decided stands."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from archive.actions.tables import tables
from archive.models import Likeness, RuleWithdrawal


@transaction.atomic
def withdraw(*, rule: str, version: str, by: AbstractBaseUser, reason: str = "") -> RuleWithdrawal:
    """Nobody is joined by this version of the rule any more."""
    tables().lock()
    in_force = RuleWithdrawal.objects.filter(rule=rule, version=version, withdrawn_at__isnull=True).first()
    if in_force is not None:
        return in_force
    made = RuleWithdrawal.objects.create(rule=rule, version=version, by_id=by.pk, reason=reason)
    tables().decide(people=_joined_by(rule, version))
    return made


@transaction.atomic
def trust_again(*, withdrawal: RuleWithdrawal, by: AbstractBaseUser) -> None:
    """The rule joins as it did before it was taken back."""
    tables().lock()
    RuleWithdrawal.objects.filter(pk=withdrawal.pk, withdrawn_at__isnull=True).update(withdrawn_at=timezone.now(), withdrawn_by=by.pk)
    tables().decide(people=_joined_by(withdrawal.rule, withdrawal.version))


def _joined_by(rule: str, version: str) -> Collection[str]:
    pairs = Likeness.objects.filter(rule=rule, version=version, verdict=Likeness.Verdict.SAME).values_list("left", "right")
    return {key for pair in pairs for key in pair}
