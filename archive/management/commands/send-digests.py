"""`manage.py send-digests`: mails to analysts what is new in the searches that they keep."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from archive.models import SavedSearch
from archive.records.searches import SearchRecord

SLACK = datetime.timedelta(hours=1)  # a command that is started each morning is not late by the seconds of yesterday's
EVERY = {"daily": datetime.timedelta(days=1) - SLACK, "weekly": datetime.timedelta(days=7) - SLACK}


class Command(BaseCommand):
    """One mail for each search that is due and has something new; safe to start often, and twice at once."""

    help = (
        "Mail to analysts what is new in the searches that they keep, daily or weekly as each asks. Start it once an hour or once a day; "
        "what is not due is left alone. Exit status 1 if a mail could not be sent: it is tried again the next time."
    )

    def handle(self, **options: Any) -> None:
        now = timezone.now()
        sent = failed = 0
        for pk in due(now):
            try:
                sent += send(pk, now)
            except OSError as error:  # what mail servers refuse, and networks
                failed += 1
                self.stderr.write(f"Search {pk}: {error}")
        self.stdout.write(f"{sent} sent, {failed} failed")
        if failed:
            raise CommandError("Not all digests were sent. See the reasons above; the next start tries again.")


def due(now: datetime.datetime) -> list[int]:
    """The searches whose time has come, of owners who can be mailed."""
    waiting = Q()
    for alert, time in EVERY.items():
        waiting |= Q(alert=alert) & (Q(last_sent__lte=now - time) | Q(last_sent__isnull=True))
    found = SavedSearch.objects.filter(waiting, owner__is_active=True).exclude(owner__email="")
    return list(found.order_by("owner", "name").values_list("pk", flat=True))


def send(pk: int, now: datetime.datetime) -> int:
    """How many mails were sent: one, or none where nothing is new or another process has this search in hand."""
    with transaction.atomic():
        search = SavedSearch.objects.select_for_update(skip_locked=True, of=["self"]).select_related("owner").filter(pk=pk).first()
        if search is None or pk not in due(now):
            return 0
        record = SearchRecord(search, since=search.last_sent or search.created)
        SavedSearch.objects.filter(pk=pk).update(last_sent=now)
        if not record.new:
            return 0
        mail(record).send()
    return 1


def mail(record: SearchRecord) -> EmailMessage:
    """The mail with what is new, and the way to be sent no more of them by one click (RFC 8058)."""
    search = record.search
    unsubscribe = settings.PARLEY_URL + reverse("unsubscribe", args=[search.token])
    body = render_to_string("archive/digest.txt", {"record": record, "site": settings.PARLEY_URL, "unsubscribe": unsubscribe})
    return EmailMessage(
        subject=" ".join(f"{record.new} new: {search.name}".split()),
        body=body,
        to=[search.owner.email],
        headers={"List-Unsubscribe": f"<{unsubscribe}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )
