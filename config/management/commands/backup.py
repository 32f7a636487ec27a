"""`manage.py backup`: the archive in one file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from config import dumps
from config.how_far import HowFar


class Command(BaseCommand):
    """Everything: releases with their original bytes, what was read, judgements, corrections, history, accounts."""

    help = (
        "Write the whole archive, judgements and original files included, into one file, as of one moment, while the site goes on. "
        "The file holds password hashes: keep it where only operators read. manage.py restore brings it back."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="file to write; must not exist yet")

    def handle(self, *, file: Path, **options: Any) -> None:
        if file.exists():
            raise CommandError(f"{file} exists already, and a backup never overwrites another. Choose another name, perhaps with the date.")
        if not file.absolute().parent.is_dir():
            raise CommandError(f"There is no folder {file.absolute().parent}. Make it first.")
        connection.ensure_connection()  # starts the embedded server, and so its address is known
        try:
            contents = dumps.write(connection, file, begun=HowFar(self.stderr, "tables").begun)
        except dumps.DumpError as error:
            raise CommandError(f"No backup was made. {error}") from error
        size = file.stat().st_size / 1_000_000
        self.stdout.write(f"{file}: {size:,.1f} MB, {len(contents.tables)} tables, read back and whole.")
        self.stdout.write("Not in it: SECRET_KEY and the other settings. Keep those by themselves.")
