"""Saying whether two mentions, or two reports of a meeting, are the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from archive.actions.tables import tables
from archive.models import Article, Correction, Judgement, MeetingReport, Mention

Kind, Verdict = Judgement.Kind, Judgement.Verdict


class SameKey(ValueError):
    """A thing is not compared with itself."""


class UnknownKey(ValueError):
    """No release has a mention, or a report, of that key."""


class Contradiction(ValueError):
    """The judgement would contradict others in force; `chain` are these, in the order in which one follows from the other."""

    def __init__(self, message: str, chain: list[Judgement]) -> None:
        super().__init__(message)
        self.chain = chain


class AlreadyWithdrawn(ValueError):
    """A decision is withdrawn once."""

    def __init__(self, decision: Judgement | Correction) -> None:
        who = decision.withdrawn_by.get_username() if decision.withdrawn_by else "somebody"
        super().__init__(f"{who} withdrew it on {decision.withdrawn_at:%-d %B %Y}. Decide anew if it should hold again.")


@transaction.atomic
def add(*, kind: str, one: str, other: str, verdict: str, by: AbstractBaseUser, reason: str = "", stays: str = "") -> Judgement:
    """The judgement in force on this pair of keys from now on; an earlier one on it is withdrawn.

    `stays` is, of two that are the same, the one whose name and address stay. Raises `Contradiction` where other judgements say
    that the two are one, or two.
    """
    if one == other:
        raise SameKey(f"{one} is the same key twice. Choose two different mentions or reports.")
    tables().lock()
    left, right = sorted((one, other))
    earlier = Judgement.objects.in_force().select_for_update().filter(kind=kind, left=left, right=right).first()
    if earlier is not None and earlier.verdict == verdict:
        return earlier
    was = _spoken_of(kind, left, right)
    _refuse_contradiction(left, right, was, verdict, without=earlier)
    if earlier is not None:
        _take_back(earlier, by)
    told: dict[str, Any] = {"verdict": verdict, "stays": stays, "reason": reason, "by_id": by.pk}
    made = Judgement.objects.create(kind=kind, left=left, right=right, left_was=was.get(left, ""), right_was=was.get(right, ""), **told)
    moves = verdict == Judgement.Verdict.SAME or earlier is not None
    _follow(made, was.values() if moves else ())  # of two who stay two nothing changes but whom rules may join
    return made


def join(*, kind: str, one: str, other: str, by: AbstractBaseUser, reason: str = "", stays: str = "") -> Judgement:
    """The two are one from now on. Raises `Contradiction` where people parted them, be it by a judgement on these two themselves."""
    left, right = sorted((one, other))
    parted = Judgement.objects.in_force().filter(kind=kind, left=left, right=right, verdict=Verdict.DIFFERENT).select_related("by").first()
    if parted is not None:
        raise Contradiction(_say("They were parted", [parted]), [parted])
    return add(kind=kind, one=one, other=other, verdict=Verdict.SAME, by=by, reason=reason, stays=stays)


def refuse(*, kind: str, one: str, other: str, verdict: str) -> None:
    """Raises what `add` would raise of this judgement; and `UnknownKey` where no release has one of the two."""
    if one == other:
        raise SameKey(f"{one} is the same key twice. Choose two different mentions or reports.")
    model: Any = Mention if kind == Kind.MENTION else MeetingReport
    there = set(model.objects.filter(key__in=(one, other)).values_list("key", flat=True))
    if unknown := next((key for key in (one, other) if key not in there), None):
        raise UnknownKey(
            f"No {'mention' if kind == Kind.MENTION else 'report of a meeting'} has the key “{unknown}”. Copy keys from the tables of "
            "mentions and of reports, or join and part on the pages, where no key is needed."
        )
    left, right = sorted((one, other))
    earlier = Judgement.objects.in_force().filter(kind=kind, left=left, right=right).first()
    _refuse_contradiction(left, right, _spoken_of(kind, left, right), verdict, without=earlier)


def _spoken_of(kind: str, left: str, right: str) -> dict[str, str]:
    return tables().spoken_of([left, right]) if kind == Kind.MENTION else {left: left, right: right}


@transaction.atomic
def withdraw(*, judgement: Judgement, by: AbstractBaseUser) -> None:
    """The judgement is no longer in force; that it was made stays on record. Raises `AlreadyWithdrawn` the second time."""
    tables().lock()
    judgement.refresh_from_db()
    if judgement.withdrawn_at is not None:
        raise AlreadyWithdrawn(judgement)
    _take_back(judgement, by)
    keys = {judgement.left_was, judgement.right_was, *tables().spoken_of([judgement.left, judgement.right]).values()} - {""}
    _follow(judgement, keys)


def _follow(made: Judgement, keys: Iterable[str]) -> None:
    if made.kind == Kind.REPORT:
        tables().decide(reports=(made.left, made.right))
    else:
        tables().decide(mentions=(made.left, made.right), people=list(keys), organizations=list(keys))


def told(judgement: Judgement) -> str:
    """The judgement as a sentence for people: who found what, when, and why."""
    words = _words_of_report if judgement.kind == Kind.REPORT else _words
    one, other = (words(key, was) for key, was in ((judgement.left, judgement.left_was), (judgement.right, judgement.right_was)))
    found = {"same": "the same", "different": "two", "unsure": "not enough to tell"}[judgement.verdict]
    why = f" ({judgement.reason})" if judgement.reason else ""
    return f"{judgement.by.get_username()} found {one} and {other} {found} on {judgement.made_at:%-d %B %Y}{why}"


def _words(mention: str, was: str) -> str:
    """The name that a mention stands for; what is gone is told to be."""
    name = Mention.objects.filter(key=mention).values_list("value", flat=True).first()
    return f"“{name}”" if name else f"somebody no longer in the releases ({was[:10] or mention[:10]})"


def _words_of_report(report: str, was: str) -> str:
    """The account of a meeting by its release."""
    article = Article.objects.filter(reports__key=report).first()
    return f"the account in “{article.title or article.path}”" if article else "an account no longer in the releases"


def _refuse_contradiction(left: str, right: str, was: dict[str, str], verdict: str, *, without: Judgement | None) -> None:
    one, other = was.get(left), was.get(right)
    if not one or not other:
        return
    if verdict == Verdict.DIFFERENT and one == other:
        raise Contradiction("The machine takes both for one, by their name. Split them on the page of the official instead.", [])
    if verdict == Verdict.DIFFERENT and (path := tables().chain(one, other, without=without)):
        raise Contradiction(_say("They are one", path), path)
    if verdict == Verdict.SAME and (path := tables().parting(one, other, without=without)):
        raise Contradiction(_say("They were parted", path), path)


def _say(what: str, chain: list[Judgement]) -> str:
    return f"{what}: {'; then '.join(told(step) for step in chain)}. Withdraw one of these judgements first."


def _take_back(judgement: Judgement, by: AbstractBaseUser) -> None:
    Judgement.objects.in_force().filter(pk=judgement.pk).update(withdrawn_at=timezone.now(), withdrawn_by=by.pk)
