"""`manage.py reextract`: every article read anew by the engine as it is now."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand

from archive.models import Article, Correction
from config.how_far import HowFar
from ingest.engine import pipeline
from ingest.reextraction import Reread, reread


class Command(BaseCommand):
    """Tells what changes in each article, and in the end how many changed."""

    help = (
        "Read every article anew from the bytes that the archive keeps. What the engine found before is replaced, and what people decided "
        "stands; where the engine now reads something else than a person corrected, that is kept for review. Exit status 1 if one failed."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell what would change, and store nothing")

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        counts = {"articles": 0, "changed": 0, "failed": 0}
        far = HowFar(self.stderr, "articles", of=Article.objects.filter(original__isnull=False).count())
        for one in reread(store=not dry_run):
            counts["articles"] += 1
            counts["changed"] += one.changed
            counts["failed"] += bool(one.fault)
            self._tell(one)
            far.more()
        would = "would change" if dry_run else "changed"
        self.stdout.write(f"{counts['articles']:,} articles read by engine {pipeline.VERSION}; {counts['changed']:,} {would}.")
        waiting = Correction.objects.all().read_otherwise().count() + Correction.objects.all().lost().count()
        if waiting and not dry_run:
            self.stdout.write(f"{waiting:,} correction{'s have' if waiting > 1 else ' has'} something to look at: /review/.")
        if counts["failed"]:
            self.stderr.write(f"{counts['failed']:,} could not be read, and stay as they were; the reasons stand above.")
            raise SystemExit(1)

    def _tell(self, one: Reread) -> None:
        name = one.article.title or one.article.path
        if one.fault:
            self.stderr.write(f"{name}: {one.fault}")
        elif one.changed:
            self.stdout.write(name)
            for sign, lines in (("-", one.gone), ("+", one.new)):
                for line in lines:
                    self.stdout.write(f"  {sign} {line}")
