"""Facts that nobody has looked at and whose rule is often wrong, as measured: those first that stand on most pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef
from django.utils.safestring import SafeString

from archive.models import Article, Correction, Meeting, MeetingReport, Mention, Person
from archive.records.slips import excerpt, spans_of

SURE = 0.75  # measured precision from which a fact is not asked about by itself
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Doubt:
    """A thing that rests on doubtful words alone: the field to confirm with its value, the rule's precision, and the words."""

    kind: str
    thing: Any
    field: str
    value: Any
    rule: str
    precision: float
    pages: int
    words: SafeString | str
    article: Article


def doubts() -> list[Doubt]:
    """The most that touch pages, meetings and officials together."""
    found = [*_meetings(), *_people()]
    return sorted(found, key=lambda one: (-one.pages, one.precision, one.thing.key))[:SHOWN]


def _meetings() -> list[Doubt]:
    decided = Correction.objects.in_force().filter(kind="meeting", key=OuterRef("key"))
    doubtful: Any = Meeting.objects.public().filter(~Exists(decided)).annotate(best=Max("reports__confidence"), told=Count("reports"))
    rows = {one.pk: one for one in doubtful.filter(best__lt=SURE).order_by("-told", "best", "key")[:SHOWN]}
    accounts = (
        MeetingReport.objects.filter(meeting__in=rows).select_related("article__publisher").order_by("meeting", F("confidence").desc())
    )
    found: dict[int, Doubt] = {}
    for account in accounts:
        if account.meeting_id not in found:
            meeting = rows[account.meeting_id]
            at = next((at for at in spans_of(account.evidence, "kind") if at.where == "body"), None)
            words = excerpt(account.article.body, at.start, at.end) if at else ""
            told = (at.rule if at else "", meeting.best or 0.0, meeting.told, words, account.article)
            found[account.meeting_id] = Doubt("meeting", meeting, "kind", meeting.kind, *told)
    return list(found.values())


def _people() -> list[Doubt]:
    decided = Correction.objects.in_force().filter(kind="person", key=OuterRef("key"))
    doubtful: Any = Person.objects.public().filter(~Exists(decided))
    doubtful = doubtful.annotate(best=Max("mentions__confidence"), told=Count("mentions__article", distinct=True))
    rows = {one.pk: one for one in doubtful.filter(best__lt=SURE).order_by("-told", "best", "key")[:SHOWN]}
    mentions = (
        Mention.objects.filter(person__in=rows, where="body").select_related("article__publisher").order_by("person", "article", "start")
    )
    found: dict[int | None, Doubt] = {}
    for mention in mentions.order_by("person", "article", "start"):
        person = rows[mention.person_id]
        words = excerpt(mention.article.body, mention.start, mention.end)
        told = (mention.rule, person.best or 0.0, person.told, words, mention.article)
        found.setdefault(mention.person_id, Doubt("person", person, "name", person.name, *told))
    return list(found.values())
