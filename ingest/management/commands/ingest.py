"""`manage.py ingest`: releases into the archive."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from ingest.explanation import WIDTH
from ingest.files import Found, find
from ingest.loading import Loaded, Outcome
from ingest.run import run

SECONDS_BETWEEN_LINES = 5
REASONS_SHOWN = 1000
MEANINGS = {
    Outcome.NEW: "new",
    Outcome.UNCHANGED: "unchanged",
    Outcome.CHANGED: "changed: a new version of an article",
    Outcome.READ_ANEW: "read anew: the engine finds something else",
    Outcome.SAME_TEXT: "there already, under another name",
    Outcome.FAILED: "failed",
}


class Command(BaseCommand):
    """Loads files and folders, tells how far it is, and ends with a table."""

    help = (
        "Read releases into the archive: files, and folders with all that is in them. What is there already is left alone, so a run that "
        "was broken off is simply started again. Exit status 1 if a file failed."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a release, or a folder of releases")
        parser.add_argument("--again", action="store_true", help="read files anew that are in the archive already")
        parser.add_argument(
            "--processes",
            type=int,
            default=os.cpu_count() or 1,
            metavar="N",
            help="read with N processes at once (one a core)",
        )

    def handle(self, *, paths: list[Path], again: bool, processes: int, **options: Any) -> None:
        found = find(paths)
        name = " ".join(str(path) for path in paths)
        results = run(found.files, name=name, processes=processes, again=again)
        counts: Counter[Outcome] = Counter()
        told: list[Loaded] = []
        for result in _with_progress(results, total=len(found.files), out=self.stderr):
            counts[result.outcome] += 1
            if result.reason and len(told) < REASONS_SHOWN:
                told.append(result)
        self._end(found, counts, told)

    def _end(self, found: Found, counts: Counter[Outcome], told: list[Loaded]) -> None:
        for result in sorted(told, key=lambda result: result.outcome is not Outcome.FAILED):
            out = self.stderr if result.outcome is Outcome.FAILED else self.stdout
            out.write(f"{result.path}: {result.reason}")
        self._print(_table(found, counts))
        if found.files and not any(counts[outcome] for outcome in Outcome if outcome not in {Outcome.UNCHANGED, Outcome.SAME_TEXT}):
            self.stdout.write("Nothing changed: all of it is in the archive already.")
        if not found.files:
            raise CommandError("No release was found there. Releases are files that end in .txt, .md, .html, .mhtml, .eml, .docx or .pdf.")
        if counts[Outcome.FAILED]:
            raise CommandError(f"{counts[Outcome.FAILED]} of {len(found.files)} files failed; the reasons stand above.", returncode=1)

    def _print(self, table: Table) -> None:
        page = StringIO()
        Console(file=page, force_terminal=self.stdout.isatty(), width=WIDTH).print(table)
        self.stdout.write(page.getvalue(), ending="")


def _table(found: Found, counts: Counter[Outcome]) -> Table:
    table = Table(box=box.SIMPLE, show_header=False, show_footer=False)
    table.add_column(justify="right")
    table.add_column()
    for outcome, meaning in MEANINGS.items():
        if counts[outcome] or outcome in {Outcome.NEW, Outcome.UNCHANGED, Outcome.CHANGED, Outcome.FAILED}:
            table.add_row(f"{counts[outcome]:,}", meaning)
    if found.passed_over:
        table.add_row(f"{found.passed_over:,}", "passed over: hidden, or of no format that releases come in")
    return table


# ---- how far it is ----


def _with_progress(results: Iterable[Loaded], *, total: int, out: OutputWrapper) -> Iterator[Loaded]:
    if out.isatty():
        yield from _with_bar(results, total)
    else:
        yield from _with_lines(results, total, out)


def _with_bar(results: Iterable[Loaded], total: int) -> Iterator[Loaded]:
    columns = (TextColumn("ingest"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        yield from progress.track(results, total=total)


class _Rate(ProgressColumn):
    """How many files a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "", style="progress.data.speed")


def _with_lines(results: Iterable[Loaded], total: int, out: OutputWrapper) -> Iterator[Loaded]:
    """A line every few seconds, for logs."""
    began = last = monotonic()
    for done, result in enumerate(results, 1):
        yield result
        now = monotonic()
        if now - last >= SECONDS_BETWEEN_LINES:
            last = now
            rate = done / (now - began)
            out.write(f"{done:,} of {total:,} files, {rate:,.0f} a second, {(total - done) / rate:,.0f} seconds left")
