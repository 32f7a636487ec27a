"""`manage.py ingest`: releases into the archive."""

from __future__ import annotations

import argparse
import os
import signal
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from itertools import chain
from pathlib import Path
from time import monotonic, sleep
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.db import InterfaceError, InternalError, OperationalError
from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from ingest import room
from ingest.explanation import WIDTH
from ingest.extraction import collect_seldom
from ingest.files import Arrivals, Found, Source, find, how_many, listed, opened, printable
from ingest.formats.errors import ReadingError
from ingest.loading import Loaded, Outcome
from ingest.run import run
from ingest.work import limits

SECONDS_BETWEEN_LINES = 5
LOOK_AGAIN = 2.0  # seconds between two looks for room on the disk
SHORTEST, LONGEST = 0.1, 86_400  # seconds between two looks at a watched folder
FEW = 20  # files after which their speed tells how long the rest takes
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

    requires_system_checks: list[str] = []  # they are of the site, and load all its pages: longer than reading fifty releases

    help = (
        "Read releases into the archive: files, and folders with all that is in them. What is there already is left alone, so a run that "
        "was broken off is simply started again. ZIP archives are opened, with the limits of an upload. Exit status 1 if a file failed."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a release, a ZIP archive, or a folder of them")
        parser.add_argument(
            "--list",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help="a text file with a path on each line; - reads standard input",
        )
        parser.add_argument(
            "--watch",
            type=Path,
            action="append",
            default=[],
            metavar="FOLDER",
            help="until Ctrl-C, take what arrives in the folder",
        )
        parser.add_argument("--every", type=seconds, default=5.0, metavar="SECONDS", help="how often a watched folder is looked at (5)")
        parser.add_argument("--again", action="store_true", help="read files anew that are in the archive already")
        parser.add_argument(
            "--processes",
            type=at_least_one,
            default=os.cpu_count() or 1,
            metavar="N",
            help="read with N processes at once (one a core)",
        )

    def handle(
        self, *, paths: list[Path], list: list[Path], watch: list[Path], every: float, again: bool, processes: int, **options: Any
    ) -> None:
        paths += self._listed(list)
        if not paths and not watch:
            raise CommandError("Name releases or folders, a list of them with --list, or a folder to watch with --watch.")
        collect_seldom()
        with _database_told():
            if paths:
                self._ingest(paths, again=again, processes=processes)
            if watch:
                self._watch(watch, every=every, processes=processes)

    def _listed(self, lists: list[Path]) -> list[Path]:
        try:
            return [path for file in lists for path in listed(file)]
        except ReadingError as error:
            raise CommandError(str(error)) from None

    def _ingest(self, paths: list[Path], *, again: bool, processes: int) -> None:
        found = find(paths, archives=True)
        total = how_many(found.files) + len(found.closed)
        name = " ".join(str(path) for path in paths)
        ending = Ending()
        files = self._as_long_as_it_goes(chain(found.closed, opened(found.files, limits=limits())), ending)
        results = run(files, count=total, name=name, processes=processes, again=again)
        counts: Counter[Outcome] = Counter()
        told: list[Loaded] = []
        with ending.heard():
            for result in _with_progress(results, total=total, out=self.stderr):
                counts[result.outcome] += 1
                if result.reason and len(told) < REASONS_SHOWN:
                    told.append(result)
        self._tell(found, counts, told)
        if ending.asked:
            raise CommandError("Ended by Ctrl-C. What was taken stands: run this again, and it goes on with the rest.", returncode=130)
        self._end(found, counts)

    def _watch(self, folders: list[Path], *, every: float, processes: int) -> None:
        """What arrives is told a line a file. A file is taken when it has not changed between two looks: it may still be being copied."""
        for folder in folders:
            if not folder.is_dir():
                raise CommandError(f"{folder} is no folder. Make it, or name another.")
        self.stdout.write(f"Watching {', '.join(map(str, folders))}. Ctrl-C ends it.")
        self.stdout.flush()
        arrivals, ending = Arrivals(folders), Ending()
        with ending.heard():
            while not ending.asked:
                files = arrivals.settled()
                for closed in arrivals.shut():
                    self.stderr.write(printable(f"{closed.path}: {closed.fault}"))
                if files:
                    self._take(files, processes, ending)
                ending.wait(every)

    def _take(self, files: list[Path], processes: int, ending: Ending) -> None:
        arrived = self._as_long_as_it_goes(opened(files, limits=limits()), ending)
        for result in run(arrived, count=how_many(files), name=f"watched: {files[0].parent}", processes=processes):
            out = self.stderr if result.outcome is Outcome.FAILED else self.stdout
            out.write(printable(": ".join(filter(None, [str(result.path), MEANINGS[result.outcome], result.reason]))))
            out.flush()

    def _as_long_as_it_goes(self, files: Iterable[Source], ending: Ending) -> Iterator[Source]:
        """The files until Ctrl-C, each once the disk of the archive has room for more, however long that takes."""
        told = False
        for file in files:
            while why := room.short():
                if not told:
                    self.stderr.write(f"{why} This waits until there is room; Ctrl-C ends it, and what was taken stands.")
                    self.stderr.flush()
                    told = True
                ending.wait(LOOK_AGAIN)
                if ending.asked:
                    return
            if ending.asked:
                return
            told = False
            yield file

    def _tell(self, found: Found, counts: Counter[Outcome], told: list[Loaded]) -> None:
        for result in sorted(told, key=lambda result: result.outcome is not Outcome.FAILED):
            out = self.stderr if result.outcome is Outcome.FAILED else self.stdout
            out.write(printable(f"{result.path}: {result.reason}"))
        for folder in found.linked:
            self.stdout.write(printable(f"{folder}: a link to a folder, which is not followed. Name the folder itself."))
        self._print(_table(found, counts))

    def _end(self, found: Found, counts: Counter[Outcome]) -> None:
        if found.files and not any(counts[outcome] for outcome in Outcome if outcome not in {Outcome.UNCHANGED, Outcome.SAME_TEXT}):
            self.stdout.write("Nothing changed: all of it is in the archive already.")
        if not found.files and not found.closed:
            raise CommandError("No release was found there. Releases are files that end in .txt, .md, .html, .mhtml, .eml, .docx or .pdf.")
        if counts[Outcome.FAILED]:
            raise CommandError(f"{counts[Outcome.FAILED]:,} of {counts.total():,} files failed; the reasons stand above.", returncode=1)

    def _print(self, table: Table) -> None:
        page = StringIO()
        Console(file=page, force_terminal=self.stdout.isatty(), width=WIDTH).print(table)
        self.stdout.write(page.getvalue(), ending="")


def seconds(told: str) -> float:
    """How long to wait between two looks; neither without pause nor for ever."""
    with suppress(ValueError):
        if SHORTEST <= (length := float(told)) <= LONGEST:  # which "nan" is not
            return length
    raise argparse.ArgumentTypeError(f"{told!r} is no time to wait: give seconds from {SHORTEST} to {LONGEST:,}, as in --every 5")


def at_least_one(told: str) -> int:
    with suppress(ValueError):
        if (number := int(told)) >= 1:
            return number
    raise argparse.ArgumentTypeError(f"{told!r} processes read nothing: give a number from 1 on, as in --processes 2")


@contextmanager
def _database_told() -> Iterator[None]:
    """That the database is full or away is told with what to do, and not as a fault of Parley."""
    try:
        yield
    except (OperationalError, InterfaceError, InternalError) as error:
        from config import faults  # with it come all pages of the site, which a run that ends well does not need

        if not (kind := faults.trouble(error)):
            raise
        raise CommandError(f"The archive cannot go on. {faults.WHY[kind]} What was taken until now stands: then run this again.") from None


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


# ---- until Ctrl-C ----


class Ending:
    """Whether Ctrl-C was pressed. It ends a wait at once and lets the files in hand be taken first; a second one breaks them off.

    An exception in the midst of work could be lost where Python cannot raise it, and would leave other processes behind.
    """

    def __init__(self) -> None:
        self.asked = False
        self._waiting = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Ctrl-C means this meanwhile; signals reach the first thread alone, where commands are."""
        former = signal.signal(signal.SIGINT, self._ask)
        try:
            with suppress(KeyboardInterrupt):
                yield
        finally:
            signal.signal(signal.SIGINT, former)

    def wait(self, seconds: float) -> None:
        self._waiting = True
        if not self.asked:
            sleep(seconds)
        self._waiting = False

    def _ask(self, number: int, frame: FrameType | None) -> None:
        again, self.asked = self.asked, True
        if again or self._waiting:
            raise KeyboardInterrupt


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
            guess = f", {rate:,.0f} a second, {(total - done) / rate:,.0f} seconds left" if done >= FEW else ""
            out.write(f"{done:,} of {total:,} files{guess}")
