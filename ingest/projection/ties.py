"""What is decided on reports of meetings: by people, and by rules that nobody took back."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection

from django.db.models import Q

from archive.models import Judgement, Likeness
from ingest.resolution.linking import Ties

REPORTS = Judgement.Kind.REPORT


def ties_of(reports: Collection[str]) -> Ties:
    """All that people decided on reports, which is little, and what rules made of these."""
    judged: dict[str, set[tuple[str, str]]] = {
        Judgement.Verdict.SAME: set(),
        Judgement.Verdict.DIFFERENT: set(),
        Judgement.Verdict.UNSURE: set(),
    }
    for left, right, verdict in Judgement.objects.in_force().filter(kind=REPORTS).values_list("left", "right", "verdict"):
        judged[verdict].add((left, right))
    of_these = Q(left__among=reports) | Q(right__among=reports)
    likely = Likeness.objects.joining().filter(of_these, kind=Likeness.Kind.MEETING) if reports else ()
    return Ties(
        frozenset(judged[Judgement.Verdict.SAME]),
        frozenset(judged[Judgement.Verdict.DIFFERENT]),
        frozenset((row.left, row.right) for row in likely),
    )


def chain(one: str, other: str, *, without: Judgement | None = None) -> list[Judgement]:
    """The judgements by which people made two reports tell of one meeting, in order from the first; none where they did not."""
    same = [judgement for judgement in _judged(Judgement.Verdict.SAME) if judgement != without]
    came: dict[str, tuple[str, Judgement] | None] = {one: None}
    waiting = deque([one])
    while waiting and other not in came:
        here = waiting.popleft()
        for judgement in same:
            there = {judgement.left: judgement.right, judgement.right: judgement.left}.get(here)
            if there is not None and there not in came:
                came[there] = (here, judgement)
                waiting.append(there)
    steps: list[Judgement] = []
    step = came.get(other)
    while step:
        steps.append(step[1])
        step = came[step[0]]
    return steps[::-1]


def parting(one: str, other: str, *, without: Judgement | None = None) -> list[Judgement]:
    """The judgements from which it follows that two reports are of two meetings."""
    for judgement in _judged(Judgement.Verdict.DIFFERENT):
        for near, far in ((judgement.left, judgement.right), (judgement.right, judgement.left)):
            to, on = chain(one, near, without=without), chain(far, other, without=without)
            if judgement != without and (to or one == near) and (on or far == other):
                return [*to, judgement, *on]
    return []


def _judged(verdict: str) -> list[Judgement]:
    return list(Judgement.objects.in_force().filter(kind=REPORTS, verdict=verdict).select_related("by").order_by("pk"))
