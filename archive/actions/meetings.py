"""Meetings: joining two accounts of one, parting two that were taken for one, taking away what is none."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q

from archive.actions import corrections, judgements
from archive.actions.people import AnsweredMeanwhile, CannotMerge
from archive.actions.splits import CannotSplit
from archive.actions.tables import tables
from archive.models import Correction, Judgement, Meeting, MeetingReport


@transaction.atomic
def merge(*, source: Meeting, into: Meeting, by: AbstractBaseUser, reason: str = "") -> Judgement:
    """The accounts of both are of one meeting, until the judgement is withdrawn."""
    tables().lock()
    if source.pk == into.pk:
        raise CannotMerge("A meeting cannot be merged into itself. Choose another meeting.")
    one, other = _account(source), _account(into)
    try:
        return judgements.join(kind=Judgement.Kind.REPORT, one=one, other=other, by=by, reason=reason)
    except judgements.Contradiction as refused:
        raise CannotMerge(f"The two cannot be one meeting. {refused}") from refused


@transaction.atomic
def answer(*, keys: tuple[str, str], verdict: str, by: AbstractBaseUser, reason: str = "") -> Judgement:
    """The verdict on whether two accounts, by their keys, are of one meeting. Raises `AnsweredMeanwhile` where another found otherwise."""
    tables().lock()
    left, right = sorted(keys)
    earlier = (
        Judgement.objects.in_force().filter(kind="report", left=left, right=right).exclude(verdict="unsure").select_related("by").first()
    )
    if earlier is not None and earlier.verdict != verdict:
        raise AnsweredMeanwhile(earlier)
    if gone := {left, right} - set(MeetingReport.objects.filter(key__in=keys).values_list("key", flat=True)):
        raise CannotMerge(f"{len(gone)} of the two accounts is in no release any more. Load the page again.")
    return judgements.add(kind=Judgement.Kind.REPORT, one=left, other=right, verdict=verdict, by=by, reason=reason)


@transaction.atomic
def split(*, meeting: Meeting, report: MeetingReport, by: AbstractBaseUser, reason: str = "") -> list[Judgement]:
    """The account is of another meeting than all others of this one: the judgements that say so."""
    tables().lock()
    others = list(meeting.reports.exclude(pk=report.pk).order_by("key"))
    if report.meeting_id != meeting.pk:
        raise CannotSplit("That account is not of this meeting any more. Load the page again.")
    if not others:
        raise CannotSplit("Nothing would be left of the meeting: this account is all there is. Correct its fields instead.")
    for earlier in _joining(report, others):
        judgements.withdraw(judgement=earlier, by=by)
    different = Judgement.Verdict.DIFFERENT
    return [
        judgements.add(kind=Judgement.Kind.REPORT, one=report.key, other=other.key, verdict=different, by=by, reason=reason)
        for other in others
    ]


@transaction.atomic
def suppress(*, meeting: Meeting, by: AbstractBaseUser, reason: str = "") -> Correction:
    """There was no such meeting: nothing shows it, whatever articles tell, until the correction is withdrawn."""
    return corrections.suppress(kind="meeting", key=meeting.key, old={"name": str(meeting)}, by=by, reason=reason)


def merges(meeting: Meeting) -> list[Judgement]:
    """The judgements in force that made accounts of this meeting one, the newest first."""
    own = list(meeting.reports.values_list("key", flat=True))
    same = Judgement.objects.in_force().filter(kind="report", verdict="same", left__in=own, right__in=own)
    return list(same.select_related("by").order_by("-made_at", "-pk"))


def _account(meeting: Meeting) -> str:
    key = meeting.reports.order_by("key").values_list("key", flat=True).first()
    if key is None:
        raise CannotMerge("No release tells of that meeting any more. Load the page again.")
    return key


def _joining(report: MeetingReport, others: list[MeetingReport]) -> list[Judgement]:
    """The judgements in force by which people made this account one with the others."""
    keys = [other.key for other in others]
    either = Q(left=report.key, right__in=keys) | Q(right=report.key, left__in=keys)
    return list(Judgement.objects.in_force().filter(either, kind="report", verdict="same"))
