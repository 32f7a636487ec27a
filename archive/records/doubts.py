"""Facts that nobody has looked at and whose rule is often wrong, as measured: those first that stand on most pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max
from django.utils.safestring import SafeString

from archive.models import Article, Correction, Meeting, MeetingReport, Mention, Person
from archive.records.slips import excerpt, spans_of
from archive.remembered import lately

SURE = 0.75  # measured precision from which a fact is not asked about by itself
SHOWN = 60
MEASURED = 4 * SHOWN  # of these some are decided on before they are measured again
MODELS: dict[str, type[Any]] = {"meeting": Meeting, "person": Person}
Measured = tuple[float, int]  # the best precision, and in how many words it is told


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


def how_many() -> int:
    """How many doubts there are, as far as they are shown."""
    return min(
        SHOWN, sum(len(_undecided(kind, measured)) for kind, measured in (("meeting", _doubtful_meetings), ("person", _doubtful_people)))
    )


def _undecided(kind: str, measured: Callable[[], Any]) -> dict[int, Measured]:
    """The first that nobody has decided on. In a large archive all are measured now and then: every mention is looked at for it."""
    decided = Correction.objects.in_force().filter(kind=kind)
    last = Correction.objects.filter(kind=kind).aggregate(made=Max("pk"), back=Max("withdrawn_at"))
    rows, _ = lately(f"doubtful {kind}", lambda: list(measured()[:MEASURED]), version=str(last))
    keys = dict(MODELS[kind].objects.filter(pk__in=[pk for pk, *_ in rows]).values_list("pk", "key"))
    gone = set(decided.filter(key__in=keys.values()).values_list("key", flat=True))
    left = [(pk, best, told) for pk, best, told in rows if keys.get(pk, "") and keys[pk] not in gone]
    return {pk: (best or 0.0, told) for pk, best, told in left[:SHOWN]}


def _doubtful_meetings() -> Any:
    """The ids of meetings that rest on doubtful accounts alone, with the best precision and the number of accounts."""
    decided = Correction.objects.in_force().filter(kind="meeting").values("key")
    told = MeetingReport.objects.order_by().values_list("meeting").annotate(best=Max("confidence"), told=Count("pk")).filter(best__lt=SURE)
    there = Meeting.objects.public().exclude(key__in=decided)
    return told.filter(meeting__in=there.values("pk")).order_by("-told", "best", "meeting")


def _doubtful_people() -> Any:
    """The same of officials. They are counted by mentions: to tell all articles apart would take as long as all else."""
    decided = Correction.objects.in_force().filter(kind="person").values("key")
    told = Mention.objects.filter(person__isnull=False).order_by().values_list("person").annotate(best=Max("confidence"), told=Count("pk"))
    there = Person.objects.public().exclude(key__in=decided)
    return told.filter(best__lt=SURE, person__in=there.values("pk")).order_by("-told", "best", "person")


def _meetings() -> list[Doubt]:
    measured = _undecided("meeting", _doubtful_meetings)
    rows = Meeting.objects.in_bulk(list(measured))
    accounts = MeetingReport.objects.filter(meeting__in=rows).select_related("article__publisher")
    found: dict[int, Doubt] = {}
    for account in accounts.order_by("meeting", F("confidence").desc()):
        if account.meeting_id not in found:
            meeting, (best, told) = rows[account.meeting_id], measured[account.meeting_id]
            at = next((at for at in spans_of(account.evidence, "kind") if at.where == "body"), None)
            words = excerpt(account.article.body, at.start, at.end) if at else ""
            found[meeting.pk] = Doubt("meeting", meeting, "kind", meeting.kind, at.rule if at else "", best, told, words, account.article)
    return list(found.values())


def _people() -> list[Doubt]:
    measured = {pk: best for pk, (best, _) in _undecided("person", _doubtful_people).items()}
    rows = Person.objects.in_bulk(list(measured))
    mentions = Mention.objects.filter(person__in=rows, where="body")
    pages = dict(mentions.order_by().values_list("person").annotate(told=Count("article", distinct=True)))
    found: dict[int, Doubt] = {}
    for mention in mentions.select_related("article__publisher").order_by("person", "article", "start"):
        if mention.person_id not in found:
            person = rows[mention.person_id]
            words = excerpt(mention.article.body, mention.start, mention.end)
            told = (mention.rule, measured[person.pk], pages[person.pk], words, mention.article)
            found[person.pk] = Doubt("person", person, "name", person.name, *told)
    return list(found.values())
