"""`manage.py restore`: the archive back from a file that `manage.py backup` wrote."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from archive.models import Article, Judgement, Meeting
from config import dumps
from config.how_far import HowFar


class Command(BaseCommand):
    """All or nothing, into an empty database."""

    help = (
        "Bring an archive back from a file of manage.py backup, into an empty database: the one that DATABASE_URL names, or the embedded "
        "one of PARLEY_DATA. All or nothing; what an older version wrote is brought up to date by migrations."
    )
    requires_migrations_checks = False

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="file that manage.py backup wrote")

    def handle(self, *, file: Path, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        connection.ensure_connection()
        try:
            contents = dumps.read(file)
            if "archive_article" not in contents.tables:
                raise dumps.DumpError(f"{file} is a backup of some other database: it holds no articles of Parley.")
            far = HowFar(self.stderr, "tables", of=len(contents.tables))
            dumps.restore(connection, file, begun=far.begun)
        except dumps.DumpError as error:
            raise CommandError(f"Nothing was restored. {error}") from error
        call_command("migrate", verbosity=0, interactive=False)
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE archive_change")  # numbers of transactions, which mean nothing on another server
            cursor.execute("ANALYZE")  # a restored database knows nothing yet of how its values are spread
        self.stdout.write(
            f"Restored as of {contents.begun}: {Article.objects.count():,} articles, {Meeting.objects.count():,} meetings, "
            f"{Judgement.objects.count():,} judgements."
        )
