"""Telling an editor by mail that an upload is done."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from archive.models import ImportBatch
from ingest.progress import Progress

log = logging.getLogger(__name__)


def upload_done(batch: ImportBatch) -> None:
    """Whoever sent the upload is told what came of it, where the setting says so. A mail that cannot be sent holds nothing up."""
    if not settings.MAIL_UPLOADS or batch.by is None or not batch.by.email:
        return
    progress = Progress(batch)
    lines = [f"{one.count:>7,}  {one.label}" for one in progress.came]
    address = settings.PARLEY_URL.rstrip("/") + reverse("batch", args=[batch.pk])
    reasons = [f"- {failure.reason} ({failure.count:,}): {failure.advice or 'look at the file.'}" for failure in progress.failures]
    body = "\n".join([f"Of {progress.total:,} files:", "", *lines, "", *reasons, "", address, ""])
    mail = EmailMessage(f"Upload {batch.pk} is done: {batch.name[:80]}", body, to=[batch.by.email])
    try:
        mail.send()
    except OSError as error:  # what smtplib raises, and what the network does
        log.warning("The mail on upload %s could not be sent: %s", batch.pk, error)
