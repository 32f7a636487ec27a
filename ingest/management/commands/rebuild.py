"""`manage.py rebuild`: the tables that readers see, derived anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from archive.models import Article, Meeting, Organization, Person
from config.how_far import HowFar
from ingest import projection
from ingest.growth import look_at_what_grew


class Command(BaseCommand):
    """Projects every extraction in force, in one transaction: readers see the archive as it was until it is done."""

    help = (
        "Derive people, organizations, meetings and all that hangs on them anew from what was read from the articles. "
        "Nothing changes unless the rules of joining did; no file is read."
    )

    def handle(self, **options: Any) -> None:
        articles = projection.rebuild(progress=HowFar(self.stderr, "articles", of=Article.objects.count()).reached)
        look_at_what_grew()
        counts = f"{Person.objects.count():,} people, {Organization.objects.count():,} organizations, {Meeting.objects.count():,} meetings"
        self.stdout.write(f"{articles:,} articles give {counts}.")
