"""`manage.py explain`: what the engine reads from one release, for a person."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.explanation import explanation
from ingest.extraction import Unreadable, extract


class Command(BaseCommand):
    """Prints one release with its findings marked, and tables of them."""

    help = (
        "Show what is read from a release and why: the text with every finding marked and its rule, then people, organizations, "
        "meetings with the words that prove each field, agreements, quotes, and what was left out of the text. Nothing is stored."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a release, or - for standard input")

    def handle(self, *, file: Path, **options: Any) -> None:
        result = extract(file)
        if isinstance(result, Unreadable):
            raise CommandError(f"{result.path}: {result.reason}")
        self.stdout.write(explanation(result.record, terminal=self.stdout.isatty()), ending="")
