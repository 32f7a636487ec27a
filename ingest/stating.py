"""What a release does not say of itself and an editor knows: its date, its publisher. Both are corrections, and outlive every reading."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction

from archive import edtf
from archive.actions import corrections
from archive.actions.corrections import Anchor, Refused
from archive.models import Article, Correction
from ingest import projection
from ingest.projection.lookups import lock, longest
from ingest.projection.releases import FIELDS


@transaction.atomic
def state(*, article: Article, by: User, **told: str) -> None:
    """The release is of this date (EDTF) and of the publisher of this name, as far as they are told. Raises `Refused`."""
    lock()
    for field, value in told.items():
        new = _checked(field, " ".join(value.split()))
        old = article.published if field == "published" else (article.publisher.name if article.publisher else "")
        if new and new != old:
            corrections.record(
                kind="article", key=article.key, field=field, operation="set", old=old, new=new, by=by, at=Anchor(article.key, "")
            )
    projection.decide(articles=[article.key])
    article.refresh_from_db(fields=["published", "published_earliest", "published_latest", "publisher"])


def faults(told: Mapping[str, str]) -> dict[str, str]:
    """By field why what is told of it would be refused, in words for whoever typed it."""
    found = {}
    for field, value in told.items():
        try:
            _checked(field, " ".join(value.split()))
        except Refused as refused:
            found[field] = str(refused)
    return found


def carry_over(*, former: Article, update: Article) -> None:
    """What people stated of the update holds of the release whose place it takes."""
    for made in Correction.objects.in_force().filter(kind="article", key=update.key, field__in=FIELDS).select_related("by"):
        corrections.record(
            kind="article", key=former.key, field=made.field, operation="set", old=made.old, new=made.new, by=made.by, reason=made.reason,
            at=Anchor(former.key, ""),
        )  # fmt: skip


def _checked(field: str, value: str) -> str:
    if field == "published" and value and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        raise Refused("Give the date as year, month, day: 2024-09-12; or 2024-09, or 2024, where no more is known.")
    if field == "published" and value and edtf.bounds(value)[0] is None:
        raise Refused("There is no such day. Look at the month and the day again.")
    return value[: longest(Article, "published")] if field == "published" else value[:200]
