"""Organizations: joining two that are one, parting one that is two, taking away what is none."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.actions import corrections, judgements, splits
from archive.actions.people import AnsweredMeanwhile, CannotMerge, answered
from archive.actions.tables import tables
from archive.models import Correction, Judgement, Mention, Organization


@transaction.atomic
def merge(*, source: Organization, into: Organization, by: AbstractBaseUser, reason: str = "") -> Judgement:
    """`source` and `into` are one body, called as `into` is; the address of `source` leads there until the judgement is withdrawn."""
    tables().lock()
    if source.pk == into.pk:
        raise CannotMerge(f"{source} cannot be merged into itself. Choose another organization.")
    splits.refuse_parted(source, into)
    one, other = _mention_of(source), _mention_of(into)
    try:
        return judgements.join(kind=Judgement.Kind.MENTION, one=one, other=other, by=by, reason=reason, stays=other)
    except judgements.Contradiction as refused:
        raise CannotMerge(f"{source} and {into} cannot be one. {refused}") from refused


@transaction.atomic
def answer(
    *, one: Organization, other: Organization, keys: tuple[str, str], verdict: str, by: AbstractBaseUser, reason: str = ""
) -> Judgement:
    """The verdict on the question whether two bodies are one, asked of the two keys that were compared; the name of `one` stays.

    Raises `AnsweredMeanwhile` where another has found otherwise since it was asked.
    """
    tables().lock()
    earlier = answered(keys)
    if earlier is not None and earlier.verdict != verdict:
        raise AnsweredMeanwhile(earlier)
    if earlier is not None:
        return earlier
    if verdict == Judgement.Verdict.SAME:
        splits.refuse_parted(one, other)
    marks = [_mention_of(body, key=key) for body, key in zip((one, other), keys, strict=True)]
    stays = marks[0] if verdict == Judgement.Verdict.SAME else ""
    return judgements.add(kind=Judgement.Kind.MENTION, one=marks[0], other=marks[1], verdict=verdict, by=by, reason=reason, stays=stays)


def split(*, organization: Organization, mentions: Collection[Mention], by: AbstractBaseUser, reason: str = "") -> str:
    """The mentions go to an organization of their own, with all others by the same name in their articles; its key."""
    return splits.split(thing=organization, mentions=mentions, by=by, reason=reason)


def undo_split(*, organization: Organization, by: AbstractBaseUser) -> None:
    """The mentions that were split off as this organization are taken again for what the machine takes them."""
    splits.undo(thing=organization, by=by)


def merges(body: Organization) -> list[tuple[Judgement, str]]:
    """The judgements that made one of this body and others, in force, the newest first; each with the name that was joined."""
    own = list(body.mentions.values_list("key", flat=True))
    same = Judgement.objects.in_force().filter(kind="mention", verdict="same", left__in=own, right__in=own).select_related("by")
    names = dict(Mention.objects.filter(key__in=own).values_list("key", "value"))
    return [(one, names.get(one.left if one.stays == one.right else one.right, "")) for one in same.order_by("-made_at")]


def suppress(*, organization: Organization, by: AbstractBaseUser, reason: str = "") -> Correction:
    """It is not an organization: nothing shows it, whatever articles tell, until the correction is withdrawn."""
    return corrections.suppress(kind="organization", key=organization.key, old={"name": organization.name}, by=by, reason=reason)


def _mention_of(body: Organization, *, key: str = "") -> str:
    keys = list(body.mentions.order_by("key").values_list("key", flat=True))
    own = [mention for mention, of in tables().spoken_of(keys).items() if of == (key or body.key)]
    if not own:
        raise CannotMerge(f"No release names {body} in words of its own, so there is nothing to go by. Correct its name instead.")
    return min(own)
