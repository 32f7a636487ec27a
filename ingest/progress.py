"""How far an upload is, as its page tells it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User
from django.db.models import Count, Exists, Max, Min, OuterRef
from django.utils import timezone

from archive.models import ImportBatch, ImportFile, ImportPart
from ingest import room

State = ImportFile.State
GROUPS = (
    ("new", "New releases", (State.NEW,)),
    ("changed", "New versions of releases", (State.CHANGED,)),
    ("unchanged", "There already, the same file", (State.UNCHANGED,)),
    ("duplicate", "There already, the same text in another file", (State.DUPLICATE,)),
    ("unpacked", "Archives and mails, unpacked", (State.UNPACKED,)),
    ("failed", "Failed", (State.FAILED,)),
    ("cancelled", "Stopped before they were read", (State.CANCELLED,)),
)
RECENT = datetime.timedelta(seconds=20)
NAMED = 20  # files that a reason for failure names


@dataclass(frozen=True, slots=True)
class Failure:
    """A reason, what to do about it, and the files that failed for it; the first of them by name."""

    reason: str
    advice: str
    count: int
    files: list[ImportFile]

    @property
    def more(self) -> int:
        return self.count - len(self.files)


@dataclass(frozen=True, slots=True)
class Came:
    """How many files came to the same end."""

    name: str
    label: str
    count: int


class Progress:
    """An upload and how far it is, as of now, for who sent it or another who looks."""

    def __init__(self, batch: ImportBatch, *, seen_by: User | None = None) -> None:
        self.batch, self.now, self.reader = batch, timezone.now(), seen_by or batch.by

    @cached_property
    def counts(self) -> dict[str, int]:
        return dict(self.batch.files.order_by().values_list("state").annotate(n=Count("pk")))

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def waiting(self) -> int:
        return self.counts.get(State.WAITING, 0)

    @property
    def reading(self) -> int:
        return self.counts.get(State.READING, 0)

    @property
    def left(self) -> int:
        return self.waiting + self.reading

    @property
    def done(self) -> int:
        return self.total - self.left

    @property
    def failed(self) -> int:
        return self.counts.get(State.FAILED, 0)

    @property
    def running(self) -> bool:
        return self.left > 0

    @property
    def came(self) -> list[Came]:
        """What came of the files that are done, by kind; kinds of which there are none are left out, but for new ones."""
        found = [Came(name, label, sum(self.counts.get(state, 0) for state in states)) for name, label, states in GROUPS]
        return [one for one in found if one.count or one.name == "new"]

    @cached_property
    def rate(self) -> float:
        """Files a second of late; 0 where none came to an end."""
        since = self.now - RECENT
        about = self.batch.files.filter(ended__gt=since).aggregate(n=Count("pk"), first=Min("taken"))
        if not about["n"] or not about["first"]:
            return 0.0
        seconds: float = (self.now - max(about["first"], since)).total_seconds()
        count: int = about["n"]
        return count / max(seconds, 0.5)

    @property
    def remaining(self) -> str:
        """How long it takes from now on, roughly; "" where nothing tells."""
        if not self.rate or not self.left:
            return ""
        seconds = self.left / self.rate
        if seconds < 90:
            return f"{max(1, round(seconds))} second{'' if round(seconds) <= 1 else 's'}"
        return f"{round(seconds / 60)} minutes" if seconds < 5400 else f"{round(seconds / 3600)} hours"

    @cached_property
    def no_room(self) -> str:
        """Why the files wait although workers run, in a sentence: the disk of the archive is nearly full. "" where it is not."""
        return room.short() if self.running else ""

    @property
    def stuck(self) -> bool:
        """Whether nothing has moved for so long that no worker can be at it."""
        if self.no_room:
            return False
        last = self.batch.files.aggregate(last=Max("taken"), ended=Max("ended"))
        moved = max(filter(None, [last["last"], last["ended"], self.batch.created]))
        return self.running and self.now - moved > datetime.timedelta(seconds=90)

    @cached_property
    def failures(self) -> list[Failure]:
        """Reasons for failure, that of most files first."""
        failed = self.batch.files.kept().filter(state=State.FAILED)
        reasons = failed.order_by().values_list("reason", "advice").annotate(n=Count("pk")).order_by("-n", "reason")
        return [
            Failure(reason, advice, n, list(failed.filter(reason=reason, advice=advice).order_by("path")[:NAMED]))
            for reason, advice, n in reasons[:NAMED]
        ]

    @cached_property
    def retriable(self) -> int:
        """How many failed or stopped files are kept, so that they can be tried again."""
        kept = ImportPart.objects.filter(file=OuterRef("pk"))
        return self.batch.files.filter(Exists(kept), state__in=[State.FAILED, State.CANCELLED]).count()

    @cached_property
    def all_kept(self) -> bool:
        """Whether the bytes of all files that failed are here."""
        kept = ImportPart.objects.filter(file=OuterRef("pk"))
        return not self.batch.files.filter(~Exists(kept), state=State.FAILED).exclude(size=0).exists()

    @cached_property
    def drafts(self) -> int:
        """How many of its releases wait for the reader to publish them."""
        return self.batch.drafts_of(self.reader).count() if self.reader else 0

    @cached_property
    def drafts_before(self) -> int:
        """How many of these were drafts before: the upload has files that an earlier one had."""
        own = self.batch.files.filter(state__in=[State.NEW, State.CHANGED]).values("article")
        return self.batch.drafts_of(self.reader).exclude(pk__in=own.exclude(article=None)).count() if self.reader else 0
