"""`manage.py import-articles`: an archive of another installation into this one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.how_far import HowFar
from ingest.moving import NotAnArchive, import_from


class Command(BaseCommand):
    """Takes over what is not here; what is here stands, and is told."""

    help = (
        "Take over what manage.py export-articles wrote in another installation: releases, what was read from them, and what people "
        "decided, in the names of those who did. What is here already stands. A run that was broken off is simply started again."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="the ZIP file")

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            moved = import_from(file, progress=HowFar(self.stderr, "releases").more)
        except NotAnArchive as error:
            raise CommandError(str(error)) from None
        for line in moved.left:
            self.stderr.write(line)
        there = "".join(f", {count:,} {what} were here" for what, count in sorted(moved.there.items()))
        self.stdout.write(f"{moved.articles:,} releases and {moved.decisions:,} decisions came over{there}, {len(moved.left):,} were left.")
