"""`manage.py document`: the pages of docs/ that are written from the code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from ingest.documentation import pages

DOCS = Path(__file__).resolve().parents[3] / "docs"


class Command(BaseCommand):
    """Writes the pages; `make test` fails where one is not what the code says."""

    help = "Write docs/commands.md, rules.md, codebook.md and accuracy.md anew from the code and the kept figures."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        for name, text in pages().items():
            (DOCS / name).write_text(text, encoding="utf-8")
            self.stdout.write(f"docs/{name}")
