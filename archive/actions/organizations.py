"""Organizations: joining two that are one, taking away what is none."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.actions import corrections, judgements
from archive.actions.people import CannotMerge
from archive.actions.tables import tables
from archive.models import Correction, Judgement, Organization


@transaction.atomic
def merge(*, source: Organization, into: Organization, by: AbstractBaseUser, reason: str = "") -> Judgement:
    """`source` and `into` are one body, called as `into` is; the address of `source` leads there until the judgement is withdrawn."""
    tables().lock()
    if source.pk == into.pk:
        raise CannotMerge(f"{source} cannot be merged into itself. Choose another organization.")
    one, other = _mention_of(source), _mention_of(into)
    try:
        same = Judgement.Verdict.SAME
        return judgements.add(kind=Judgement.Kind.MENTION, one=one, other=other, verdict=same, by=by, reason=reason, stays=other)
    except judgements.Contradiction as refused:
        raise CannotMerge(f"{source} and {into} cannot be one. {refused}") from refused


def suppress(*, organization: Organization, by: AbstractBaseUser, reason: str = "") -> Correction:
    """It is not an organization: nothing shows it, whatever articles tell, until the correction is withdrawn."""
    return corrections.suppress(kind="organization", key=organization.key, old={"name": organization.name}, by=by, reason=reason)


def _mention_of(body: Organization) -> str:
    keys = list(body.mentions.order_by("key").values_list("key", flat=True))
    own = [key for key, of in tables().spoken_of(keys).items() if of == body.key]
    if not own:
        raise CannotMerge(f"No release names {body} in words of its own, so there is nothing to go by. Correct its name instead.")
    return min(own)
