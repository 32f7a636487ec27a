"""Parting an official, or an organization, that is two: chosen mentions go to one of their own."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet

from archive.actions import corrections
from archive.actions.tables import tables
from archive.keys import key_of
from archive.models import Correction, FormerKey, Mention, Organization, Person


class CannotSplit(ValueError):
    """The message says why, and what to do."""


class Parted(ValueError):
    """The two were split from each other. The message says by whom, and what to do."""


@transaction.atomic
def split(*, thing: Person | Organization, mentions: Collection[Mention], by: AbstractBaseUser, reason: str = "") -> str:
    """The mentions go to one of their own, with all others by the same name in their articles; the key of that one.

    What later articles tell of the name stays with `thing`.
    """
    tables().lock()
    going = _with_others_of_the_article(thing, mentions)
    if not going:
        raise CannotSplit("No mention was chosen. Choose those that are of somebody else.")
    if not thing.mentions.exclude(pk__in=[mention.pk for mention in going]).exists():
        raise CannotSplit(f"Nothing would be left of {thing}: the mentions chosen are all there are. Correct the name instead.")
    field = field_of(thing)
    own = key_of("split" if field == "person" else "split body", *(mention.key for mention in going))
    for mention in going:
        _move(mention, field, was=thing.key, now=own, by=by, reason=reason)
    tables().decide(articles={mention.article.key for mention in going})
    now: Mention = Mention.objects.select_related(field).get(key=going[0].key)
    return str(getattr(now, field).key)


@transaction.atomic
def undo(*, thing: Person | Organization, by: AbstractBaseUser) -> None:
    """The mentions that were split off as this one are taken again for whom, or what, the machine takes them."""
    tables().lock()
    moved = list(moved_to(thing))
    if not moved:
        raise CannotSplit(f"{thing} was not split from anybody. Reload the page: somebody may have undone it already.")
    for one in moved:
        corrections.take_back(one, by=by)
    tables().decide(articles={one.article_key for one in moved})


def moved_to(thing: Person | Organization) -> QuerySet[Correction]:
    """The corrections in force by which people took it out of another."""
    return Correction.objects.in_force().filter(kind="mention", field=field_of(thing), key__in=thing.mentions.values("key"))


def refuse_parted(one: Person | Organization, other: Person | Organization) -> None:
    """Raises `Parted` where people split one of the two from the other."""
    for part, whole in ((one, other), (other, one)):
        led = FormerKey.objects.filter(kind=field_of(whole), now=whole.key).values_list("key", flat=True)
        made = moved_to(part).filter(old__in=[whole.key, *led]).select_related("by").first()
        if made is not None:
            raise Parted(
                f"{made.by.get_username()} split {part} from {whole} on {made.made_at:%-d %B %Y}, so they are two. If they are one, "
                "undo the split on the page of what was split off."
            )


def taken_back(kind: str, public_id: str) -> str | None:
    """The key of whom those are of now who had a page under this id while they were split off; None where nobody ever was."""
    made = Correction.objects.filter(kind=Correction.Kind.MENTION, field=kind, withdrawn_at__isnull=False).order_by("-withdrawn_at")
    moved: dict[str, list[str]] = {}
    for where, mention in made.values_list("new", "key"):
        moved.setdefault(str(where), []).append(mention)
    keys = tables().keys_split_off(kind, moved)
    mentions = [mention for where, key in keys.items() if key.startswith(public_id) for mention in moved[where]]
    now = Mention.objects.filter(key__in=mentions, **{f"{kind}__isnull": False}).order_by("key") if mentions else Mention.objects.none()
    found: str | None = now.values_list(f"{kind}__key", flat=True).first()
    return found


def field_of(thing: Person | Organization) -> str:
    """What a mention calls it."""
    return "person" if isinstance(thing, Person) else "organization"


def _with_others_of_the_article(thing: Person | Organization, mentions: Collection[Mention]) -> list[Mention]:
    """An article names one by several mentions; they go together."""
    column = f"{field_of(thing)}_id"
    chosen = {(mention.article_id, mention.value) for mention in mentions if getattr(mention, column) == thing.pk}
    own = thing.mentions.select_related("article").order_by("article", "where", "start")
    return [mention for mention in own if (mention.article_id, mention.value) in chosen]


def _move(mention: Mention, field: str, *, was: str, now: str, by: AbstractBaseUser, reason: str) -> None:
    at = corrections.anchor(article=mention.article, start=mention.start, end=mention.end) if mention.where == "body" else None
    corrections.record(
        kind=Correction.Kind.MENTION,
        key=mention.key,
        field=field,
        operation=Correction.Operation.SET,
        old=was,
        new=now,
        by=by,
        reason=reason,
        at=at or corrections.Anchor(mention.article.key, ""),
    )
