"""What readers say is wrong: taken without sign-in, a few an hour from one address, and answered by admins."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from archive.models import ReaderReport

AN_HOUR = datetime.timedelta(hours=1)
OF_ONE_SENDER = 6  # an hour
OF_ALL = 300  # an hour, so that no flood buries the queue
LONGEST = 2000  # letters


class Refused(ValueError):
    """The message says why, and what to do."""


class TooMany(Refused):
    """So many reports came that no more are taken for now."""


@transaction.atomic
def send(*, kind: str, key: str, field: str = "", shown: str = "", says: str, address: str) -> ReaderReport:
    """The report waits for an admin. `address` is where it came from; a keyed hash of it and of the day is kept, and nothing else."""
    text = says.replace("\x00", "").strip()
    if len(text) < 3:
        raise Refused("Say what is wrong, in a few words.")
    if len(text) > LONGEST:
        raise Refused(f"Say it in at most {LONGEST:,} letters; yours has {len(text):,}.")
    since = ReaderReport.objects.filter(made_at__gt=timezone.now() - AN_HOUR)
    sender = salted_hmac("archive.reports", f"{address} {timezone.localdate()}", algorithm="sha256").hexdigest()
    if since.filter(sender=sender).count() >= OF_ONE_SENDER or since.count() >= OF_ALL:
        raise TooMany("Many reports came from your network just now. Send yours in an hour; nothing of it was kept.")
    twin = ReaderReport.objects.waiting().filter(sender=sender, kind=kind, key=key, field=field, says=text).first()
    return twin or ReaderReport.objects.create(
        kind=kind, key=key, field=field, shown=shown[:500].replace("\x00", ""), says=text, sender=sender
    )


@transaction.atomic
def answer(*, pk: int, answer: str, by: AbstractBaseUser) -> bool:
    """Whether the report waited for an answer; if it did, it has this one now."""
    waiting = ReaderReport.objects.waiting().select_for_update().filter(pk=pk)
    return bool(waiting.update(answer=answer, answered_at=timezone.now(), answered_by=by.pk))
