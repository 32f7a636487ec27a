"""Joining two officials who are one."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Exists, OuterRef

from archive.actions import judgements
from archive.models import Alias, Appointment, FormerKey, Judgement, Mention, Participation, Person, Quote


class CannotMerge(ValueError):
    """The message says why, and what to do."""


def merge(*, source: Person, into: Person, by: AbstractBaseUser, reason: str = "") -> Judgement:
    """`source` is gone, all that it had is `into`'s, and its address leads there. The judgement makes every rebuild do the same."""
    if source.pk == into.pk:
        raise CannotMerge(f"{source} cannot be merged into itself. Choose another official.")
    with transaction.atomic():
        verdict = judgements.add(
            kind=Judgement.Kind.MENTION,
            one=_mention_of(source),
            other=_mention_of(into),
            verdict=Judgement.Verdict.SAME,
            by=by,
            reason=reason,
        )
        _hand_over(source, into)
        FormerKey.objects.filter(kind=FormerKey.Kind.PERSON, now=source.key).update(now=into.key)
        FormerKey.objects.create(kind=FormerKey.Kind.PERSON, key=source.key, now=into.key)
        source.delete()
    return verdict


def _mention_of(person: Person) -> str:
    """The key of one mention of the official, always the same."""
    key = person.mentions.order_by("key").values_list("key", flat=True).first()
    if key is None:
        raise CannotMerge(f"No release in the archive names {person}. Ingest its releases again, then merge.")
    return key


def _hand_over(source: Person, into: Person) -> None:
    """A meeting or a name that both have stays `into`'s, once."""
    theirs = Participation.objects.filter(person=into, meeting=OuterRef("meeting"))
    Participation.objects.filter(Exists(theirs), person=source).delete()
    known = {into.name, *into.aliases.values_list("name", flat=True)}
    names = {source.name, *source.aliases.values_list("name", flat=True)} - known
    source.aliases.all().delete()
    Alias.objects.bulk_create([Alias(person=into, name=name) for name in sorted(names)])
    Mention.objects.filter(person=source).update(person=into)
    Participation.objects.filter(person=source).update(person=into)
    Appointment.objects.filter(person=source).update(person=into)
    Quote.objects.filter(speaker=source).update(speaker=into)
