"""`manage.py extract`: what the engine reads from files, as JSON lines."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.engine.record import as_json
from ingest.explanation import explanation
from ingest.extraction import Unreadable, extract_all
from ingest.files import find


class Command(BaseCommand):
    """Prints one JSON line for each file. Touches no database and needs no settings but the defaults."""

    help = (
        "Read releases and print what is in them, one JSON line per file, without storing anything. "
        "A file that cannot be read is reported on standard error, the rest goes on, and the exit status is 1."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a release, a folder of releases, or - for standard input")
        parser.add_argument("--explain", action="store_true", help="for a person instead: as manage.py explain prints it")
        parser.add_argument("--processes", type=int, default=1, metavar="N", help="read with N processes at once (1)")

    def handle(self, *, files: list[Path], explain: bool, processes: int, **options: Any) -> None:
        found = find(files)
        unreadable = len(found.closed)
        for folder in found.closed:
            self.stderr.write(f"{folder.path}: {folder.fault}")
        for result in extract_all(found.files, processes=processes):
            if isinstance(result, Unreadable):
                unreadable += 1
                self.stderr.write(f"{result.path}: {result.reason}")
            elif explain:
                self.stdout.write(explanation(result.record, terminal=self.stdout.isatty()), ending="")
            else:
                self.stdout.write(json.dumps(as_json(result.record, path=str(result.path)), ensure_ascii=False))
        if unreadable:
            raise CommandError(f"{unreadable} of the files or folders could not be read", returncode=1)
