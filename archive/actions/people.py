"""Officials: joining two who are one, parting one who is two, adding whom the machine missed, taking away what is nobody."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q

from archive.actions import additions, corrections, judgements, splits
from archive.actions.tables import tables
from archive.models import Article, Correction, Judgement, Mention, Person

# A full stop, but for one behind a short word with a capital: "Gen. Popa", "Dr. Tamm".
SENTENCE_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})[.!?][\"”’)]*\s|\n")


class CannotMerge(ValueError):
    """The message says why, and what to do."""


class AnsweredMeanwhile(ValueError):
    """Somebody else has answered the question; `judgement` is the answer."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__(f"{judgements.told(judgement)}, while you looked at it. That answer stands; take it back first to give another.")
        self.judgement = judgement


@transaction.atomic
def merge(*, source: Person, into: Person, by: AbstractBaseUser, reason: str = "") -> Judgement:
    """`source` and `into` are one official, called as `into` is; the address of `source` leads there until the judgement is withdrawn."""
    tables().lock()
    if gone := next((one for one in (source, into) if not Person.objects.filter(pk=one.pk).exists()), None):
        raise CannotMerge(f"{gone} was joined to another, or taken away, meanwhile. Load the page again.")
    if source.pk == into.pk:
        raise CannotMerge(f"{source} cannot be merged into itself. Choose another official.")
    splits.refuse_parted(source, into)
    one, other = _mention_of(source), _mention_of(into)
    together = _in_one_list(source, into)
    if together is not None:
        raise CannotMerge(
            f"“{together.title or together.path}” names {source} and {into} beside each other in one sentence or list, so they are two. "
            "If the release names one official twice, suppress the one that is none."
        )
    try:
        return judgements.join(kind=Judgement.Kind.MENTION, one=one, other=other, by=by, reason=reason, stays=other)
    except judgements.Contradiction as refused:
        raise CannotMerge(f"{source} and {into} cannot be one. {refused}") from refused


@transaction.atomic
def answer(*, one: Person, other: Person, keys: tuple[str, str], verdict: str, by: AbstractBaseUser, reason: str = "") -> Judgement:
    """The verdict on the question whether two officials are one, asked of the two keys that were compared; the name of `one` stays.

    Raises `AnsweredMeanwhile` where another has found otherwise since it was asked.
    """
    tables().lock()
    earlier = answered(keys)
    if earlier is not None and earlier.verdict != verdict:
        raise AnsweredMeanwhile(earlier)
    if earlier is not None:
        return earlier
    marks = [_mention_of(person, key=key) for person, key in zip((one, other), keys, strict=True)]
    if verdict == Judgement.Verdict.SAME:
        splits.refuse_parted(one, other)
        if _in_one_list(one, other) is not None:
            raise CannotMerge(f"A release names {one} and {other} beside each other in one sentence or list, so they are two.")
    stays = marks[0] if verdict == Judgement.Verdict.SAME else ""
    return judgements.add(kind=Judgement.Kind.MENTION, one=marks[0], other=marks[1], verdict=verdict, by=by, reason=reason, stays=stays)


def answered(keys: tuple[str, str]) -> Judgement | None:
    """The answer in force to the question asked of these two keys; undecidedness is none."""
    asked = Q(left_was=keys[0], right_was=keys[1]) | Q(left_was=keys[1], right_was=keys[0])
    return Judgement.objects.in_force().filter(asked, kind="mention").exclude(verdict="unsure").select_related("by").first()


def split(*, person: Person, mentions: Collection[Mention], by: AbstractBaseUser, reason: str = "") -> str:
    """The mentions go to an official of their own, with all others by the same name in their articles; the key of that official."""
    return splits.split(thing=person, mentions=mentions, by=by, reason=reason)


def undo_split(*, person: Person, by: AbstractBaseUser) -> None:
    """The mentions that were split off as this official are taken again for whom the machine takes them."""
    splits.undo(thing=person, by=by)


@transaction.atomic
def suppress(*, person: Person, by: AbstractBaseUser, reason: str = "") -> Correction:
    """It is not a person: no page, list or meeting shows it, whatever articles tell, until the correction is withdrawn."""
    return corrections.suppress(kind="person", key=person.key, old={"name": person.name}, by=by, reason=reason)


def add(*, article: Article, start: int, end: int, by: AbstractBaseUser, reason: str = "", **told: Any) -> Correction:
    """The official whom these characters of the article name, and whom the machine missed, is in the archive.

    `told` may hold name (the words themselves, unless given), rank, position, organization, country, level.
    """
    return additions.add(what="person", article=article, start=start, end=end, by=by, reason=reason, **told)


def rename(*, person: Person, name: str, by: AbstractBaseUser, reason: str = "") -> Correction:
    """The official is called so, whatever releases write."""
    return corrections.correct(kind="person", key=person.key, field="name", new=name, seen=person.name, by=by, reason=reason)


def set_country(*, person: Person, country: str | None, by: AbstractBaseUser, reason: str = "") -> Correction:
    """The official acts for this country (ISO 3166 alpha-2), or for none."""
    return corrections.correct(kind="person", key=person.key, field="country", new=country, seen=person.country_id, by=by, reason=reason)


def merges(person: Person) -> list[tuple[Judgement, str]]:
    """The judgements that made one of this official and others, in force, the newest first; each with the name that was joined."""
    own = list(person.mentions.values_list("key", flat=True))
    same = Judgement.objects.in_force().filter(kind="mention", verdict="same").select_related("by")
    told = same.filter(left__in=own) | same.filter(right__in=own)
    names = dict(Mention.objects.filter(key__in=own).values_list("key", "value"))
    return [(one, _other_name(one, names)) for one in told.order_by("-made_at")]


def _other_name(one: Judgement, names: dict[str, str]) -> str:
    gave_way = one.left if one.stays == one.right else one.right
    return names.get(gave_way, "a name no longer in the releases")


def _mention_of(person: Person, *, key: str = "") -> str:
    """The key of one mention of the official, always the same: by the official's own name (or by `key`'s), not by a joined one."""
    keys = list(person.mentions.order_by("key").values_list("key", flat=True))
    own = [mention for mention, of in tables().spoken_of(keys).items() if of == (key or person.key)]
    if not own:
        raise CannotMerge(f"No release in the archive names {person}. Ingest its releases again, then merge.")
    return min(own)


def _in_one_list(one: Person, other: Person) -> Article | None:
    """An article that names both beside each other: within a sentence, or each in its own item of one list."""
    theirs = other.mentions.filter(where="body")
    for mention in one.mentions.filter(where="body", article__in=theirs.values("article")).select_related("article"):
        for beside in theirs.filter(article=mention.article):
            first, last = sorted((mention, beside), key=lambda at: at.start)
            body = mention.article.body
            if first.end <= last.start and (
                not SENTENCE_ENDS.search(body[first.end : last.start]) or _is_list(body, first.start, last.end)
            ):
                return mention.article
    return None


def _is_list(body: str, start: int, end: int) -> bool:
    """Whether all lines from the one in which `start` lies to that of `end` are items of a list."""
    begin, stop = body.rfind("\n", 0, start) + 1, body.find("\n", end)
    lines = body[begin : stop if stop >= 0 else len(body)].splitlines()
    return all(ITEM.match(line) for line in lines if line.strip())


ITEM = re.compile(r"\s*(?:[-–—*•▪·]|\(?(?:\d{1,2}|[a-z])[.)])\s")
