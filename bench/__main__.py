"""`python -m bench`: how quick the engine is by stage, how much memory it takes, how quick releases go into an empty archive.

`python -m bench pages`: how quick pages are over a large archive that is made for it.
`python -m bench exports`: how soon an export of all meetings of such an archive begins, how long it takes, and in how much memory.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import IO, cast

from rich import box
from rich.console import Console
from rich.table import Table

from bench.releases import make

GOLD = [Path("../shared/gold") / name for name in ("seeds", "releases", "whitehouse")]


def main() -> None:
    """Make releases, measure, print."""
    options = _options()
    console = Console(width=100)
    with tempfile.TemporaryDirectory(prefix="parley-bench-", ignore_cleanup_errors=True) as folder:
        if options.what == "pages":
            console.print(_pages(Path(folder) / "data", options))
            return
        if options.what == "exports":
            console.print(_exports(Path(folder) / "exports", options.meetings))
            return
        releases = Path(folder) / "releases"
        releases.mkdir()
        for name, text in make(options.releases, options.gold):
            (releases / name).write_text(text, encoding="utf-8")
        console.print(_engine(releases))
        if not options.engine_only:
            console.print(_ingest(releases, Path(folder) / "data", options.releases))
            console.print(_exports(Path(folder) / "exports", 20 * options.releases))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("what", nargs="?", choices=["releases", "pages", "exports"], default="releases")
    parser.add_argument("--articles", type=int, default=100_000, metavar="N", help="pages: articles of the archive (100,000)")
    parser.add_argument("--meetings", type=int, default=150_000, metavar="N", help="pages, exports: meetings of the archive (150,000)")
    parser.add_argument("--asked", type=int, default=25, metavar="N", help="pages: questions of each kind (25)")
    parser.add_argument("--releases", type=int, default=1000, metavar="N", help="how many releases to make (1000)")
    parser.add_argument("--gold", type=Path, action="append", metavar="FOLDER", help="annotated releases to make them from")
    parser.add_argument("--engine-only", action="store_true", help="leave out the archive")
    options = parser.parse_args()
    options.gold = options.gold or [folder for folder in GOLD if folder.is_dir()]
    return options


def _engine(releases: Path) -> Table:
    """The second start is measured: the first compiles the modules, where Python was told to keep none compiled beside the code."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(releases.parent / "compiled")}
    _run([sys.executable, "-c", "import ingest.extraction"], environment)
    figures = json.loads(_run([sys.executable, "-m", "bench.engine", str(releases)], environment))
    count, seconds = figures["releases"], figures["seconds"]
    table = Table("engine, in time of one core", "", "share", box=box.SIMPLE_HEAD)
    table.add_row("releases a second", f"{count / seconds:,.0f}", "")
    for name, spent in figures["stages"].items():
        table.add_row(f"  {name}", f"{1000 * spent / count:.2f} ms a release", f"{spent / seconds:.0%}")
    table.add_row("import", f"{figures['import']:.2f} s", "")
    table.add_row("first release (data is loaded)", f"{figures['first release']:.2f} s", "")
    table.add_row("peak memory", f"{figures['memory'] / 1e6:,.0f} MB", "")
    return table


def _ingest(releases: Path, data: Path, count: int) -> Table:
    """Into an empty archive, and a second time, each from start to end of the command."""
    environment = {**os.environ, "PARLEY_DATA": str(data), "DATABASE_URL": ""}
    manage = [sys.executable, "manage.py"]
    table = Table("ingest, all cores", "", box=box.SIMPLE_HEAD)
    try:
        _run([*manage, "migrate", "-v0"], environment)
        beside = _beside(environment)
        start = perf_counter()
        memory = _peak_memory([*manage, "ingest", str(releases)], environment)
        seconds = perf_counter() - start
        table.add_row("into an empty archive, search included", f"{count / seconds:,.0f} releases a second ({seconds:.1f} s)")
        table.add_row("  largest process meanwhile", f"{memory / 1e6:,.0f} MB")
        pages = json.loads(beside.communicate()[0])
        table.add_row("  95 % of list pages meanwhile", f"under {pages['p95']:,.0f} ms ({pages['pages']} asked for)")
        for page, most in pages["of each"].items():
            table.add_row(f"    {page}", f"under {most:,.0f} ms" if most is not None else "asked for once at most")
        start = perf_counter()
        _run([*manage, "ingest", str(releases)], environment)
        seconds = perf_counter() - start
        table.add_row("the same again", f"{count / seconds:,.0f} releases a second ({seconds:.1f} s)")
        start = perf_counter()
        _run([*manage, "rebuild"], environment)
        table.add_row("rebuild", f"{count / (perf_counter() - start):,.0f} articles a second")
    finally:
        _stop(data)
    return table


def _beside(environment: dict[str, str]) -> subprocess.Popen[str]:
    """A reader who goes from list to list, and has begun; ends when it is communicated with."""
    environment = {**environment, "DJANGO_SETTINGS_MODULE": "config.settings"}
    command = [sys.executable, "-m", "bench.meanwhile"]
    reader = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    cast("IO[str]", reader.stdout).readline()  # a site that is read was started before
    return reader


def _peak_memory(command: list[str], environment: dict[str, str]) -> int:
    """The most bytes of memory that any one process of the command held, as the system kept count: to look again and again takes time."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=told)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{told.read()}")
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _pages(data: Path, options: argparse.Namespace) -> Table:
    """The 95th percentiles of pages, asked for the first time and again, while nothing is written; and the largest as sent."""
    sizes = [text for name in ("articles", "meetings", "asked") for text in (f"--{name}", str(getattr(options, name)))]
    command = [sys.executable, "-m", "bench.pages", str(data), *sizes]
    try:
        figures = json.loads(_run(command, os.environ.copy()))
    finally:
        _stop(data)
    table = Table("pages, 95th percentile", "first asked", "again", "time of processors", "largest as sent", box=box.SIMPLE_HEAD)
    for kind, row in figures.items():
        table.add_row(kind, *(f"{row[name]:,.0f} ms" for name in ("first", "again", "work")), f"{row['bytes'] / 1000:,.0f} kB")
    return table


def _exports(data: Path, meetings: int) -> Table:
    """Each format in a process of its own, out of an archive of so many meetings with an article of 2,000 characters each."""
    environment = {**os.environ, "PARLEY_DATA": str(data), "DATABASE_URL": ""}
    bench = [sys.executable, "-m", "bench.exports"]
    table = Table(f"export of {meetings:,} meetings", "first byte", "all", "sent", "memory", box=box.SIMPLE_HEAD)
    try:
        _run([sys.executable, "manage.py", "migrate", "-v0"], environment)
        _run([*bench, "fill", str(meetings)], environment)
        for suffix in ("csv", "xlsx", "json", "atom"):
            took = json.loads(_run([*bench, "take", suffix], environment))
            sizes = (f"{took['bytes'] / 1e6:,.0f} MB", f"{took['memory'] / 1e6:,.0f} MB")
            table.add_row(suffix, f"{took['first']:.2f} s", f"{took['seconds']:,.0f} s", *sizes)
    finally:
        _stop(data)
    return table


def _stop(data: Path) -> None:
    from config.embedded_postgres.server import Server

    Server(data / "postgres").stop()


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
