"""`manage.py export-articles`: the archive in one file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.models import Article
from config.how_far import HowFar
from ingest.moving import export_to


class Command(BaseCommand):
    """Writes the file beside its place and puts it there when it is whole."""

    help = (
        "Write the whole archive into one file: releases as they came with their former versions, what was read from them, and what "
        "people decided. manage.py import-articles reads it in another installation. "
        "Passwords, saved searches and records of uploads are not in it."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="the ZIP file to write; one that is there is replaced")

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            count = export_to(file, progress=HowFar(self.stderr, "releases", of=Article.objects.count()).more)
        except OSError as error:
            raise CommandError(f"{file} could not be written ({error.strerror}). Choose another place.") from None
        self.stdout.write(f"{count:,} releases and all decisions are in {file}.")
