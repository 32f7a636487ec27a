"""Everything that `bench` measures in one run, written to `docs/benchmarks.md` and into `docs/scaling.md`: `python -m bench.report`.

Run it on a machine that does nothing else. `--datasette PROGRAM` and `--spacy PYTHON` name what Parley is set beside; what is not installed
is left out, and the page says so and how to install it.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from bench import beside, size, statistical
from bench.pages import COUNTS
from bench.releases import make

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MEASURED = "<!-- measured: written by `python -m bench.report` -->", "<!-- /measured -->"
GROWN = "<!-- grown: written by `python -m bench.growth` -->", "<!-- /grown -->"


@dataclass(frozen=True, slots=True)
class Large:
    """A made archive, the pages asked of it and, where Datasette is there, the same questions asked of both."""

    made: size.Made
    pages: dict[str, dict[str, float]]  # kind of page → milliseconds "first" and "again", "bytes"
    asked: beside.Asked
    sqlite: float  # seconds in which SQLite took the same rows in


def main() -> None:
    """Measure, write both pages, say how long it took."""
    options = _options()
    start = perf_counter()
    engine = _engine(max(options.releases))
    _tell("the engine", start)
    ingested = [size.ingest(count) for count in sorted(options.releases)]
    _tell("ingest", start)
    large = []
    for articles in sorted(options.articles):
        large.append(_large(articles, options))
        _tell(f"{articles:,} articles", start)
    names = statistical.report(options.spacy, options.model, [folder for folder in statistical.SETS if folder.is_dir()])
    _tell("names", start)
    minutes = (perf_counter() - start) / 60
    options.to.write_text("\n".join(_benchmarks(engine, ingested, large, names, options, minutes)) + "\n", encoding="utf-8")
    print(f"{options.to} written")
    if options.to.parent == DOCS:
        into(DOCS / "scaling.md", _costs(ingested, large), MEASURED)
        print("the measured part of docs/scaling.md written")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.report", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000], metavar="N", help="made archives (10000 100000)")
    parser.add_argument("--releases", type=int, nargs="+", default=[500, 2000], metavar="N", help="ingested archives (500 2000)")
    parser.add_argument("--asked", type=int, default=20, metavar="N", help="how often each question is asked (20)")
    parser.add_argument("--datasette", default="datasette", metavar="PROGRAM", help="Datasette's program (datasette)")
    parser.add_argument("--spacy", default=sys.executable, metavar="PYTHON", help="Python that has spaCy and a model (this one)")
    parser.add_argument("--model", default=statistical.MODEL, help=f"the model's package ({statistical.MODEL})")
    parser.add_argument("--kept", type=Path, metavar="FOLDER", help="where made archives are kept for another run; those there are used")
    parser.add_argument("--to", type=Path, default=DOCS / "benchmarks.md", metavar="FILE", help="page to write (docs/benchmarks.md)")
    return parser.parse_args()


def _tell(done: str, start: float) -> None:
    print(f"{done}: after {perf_counter() - start:.0f} s", file=sys.stderr, flush=True)


# ---- measuring ----


def _engine(count: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="parley-report-") as folder:
        for name, text in make(count, [gold for gold in size.GOLD if gold.is_dir()]):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        return json.loads(_run("-m", "bench.engine", folder))


def _large(articles: int, options: argparse.Namespace) -> Large:
    """One archive is made, or was before, and everything that is asked is asked of it."""
    with tempfile.TemporaryDirectory(prefix="parley-report-", ignore_cleanup_errors=True) as folder:
        data = (options.kept or Path(folder)) / str(articles)
        try:
            made = size.filled(data, articles)
            asked = ["--articles", str(articles), "--meetings", str(int(size.MEETINGS * articles)), "--asked", str(options.asked)]
            pages = json.loads(_run("-m", "bench.pages", str(data), *asked))
            both: dict[str, Any] = {"asked": {}, "sqlite": 0.0}
            if shutil.which(options.datasette):
                try:
                    both = json.loads(_run("-m", "bench.beside", "--json", "--data", str(data), "--datasette", options.datasette, *asked))
                except SystemExit as fault:  # what was measured already is worth keeping
                    _tell(str(fault), perf_counter())
            return Large(made, pages, both["asked"], both["sqlite"])
        finally:
            size.stop(data)


def _run(*words: str) -> str:
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"python {' '.join(words)} failed:\n{done.stderr}")
    return done.stdout.splitlines()[-1]


# ---- docs/benchmarks.md ----


def _benchmarks(
    engine: dict[str, Any],
    ingested: Sequence[size.Ingested],
    large: Sequence[Large],
    names: str,
    options: argparse.Namespace,
    minutes: float,
) -> Iterator[str]:
    yield from ("# Benchmarks", "", "<!-- Written by `python -m bench.report`; changes made by hand are lost. -->", "")
    yield f"Measured by `{_command(options)}` in {minutes:.0f} minutes, on {machine()}."
    yield "Ratios say more than times, which are those of this machine. A growth of n^1.00: ten times the articles, ten times the cost."
    yield from ("", "## The engine", "", *_of_engine(engine))
    yield from ("", "## Ingest and rebuild", "", size.ingested_table(ingested))
    yield from ("## Pages", "", *_of_pages(large, options.asked))
    yield from ("", "## Beside Datasette on SQLite FTS5", "", *_of_both(large, options))
    yield from ("", "## Names, beside a statistical model", "", names)
    yield from ("", "## Disk", "", size.made_table([one.made for one in large]).rstrip())
    yield from ("", "## From 10,000 to a million", "", GROWN[0], "", parted(options.to, GROWN)[1], "", GROWN[1])


def _command(options: argparse.Namespace) -> str:
    """What to type to measure the same; where Datasette and the model are is each machine's own."""
    sizes = {"--releases": sorted(options.releases), "--articles": sorted(options.articles), "--asked": [options.asked]}
    return " ".join(["python -m bench.report", *(f"{name} {' '.join(map(str, numbers))}" for name, numbers in sizes.items())])


def machine() -> str:
    """When, what and where it was measured."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    today = datetime.datetime.now(tz=datetime.UTC).date()
    found = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    version = f"version {found.stdout.strip()}, " if found.returncode == 0 else ""
    return f"{today}, {version}{os.cpu_count()} cores, {memory:.0f} GB, Python {platform.python_version()}"


def _of_engine(figures: dict[str, Any]) -> Iterator[str]:
    count, seconds = figures["releases"], figures["seconds"]
    yield f"{count:,} releases of real length: {count / seconds:,.0f} a second on one core, {figures['memory'] / 1e6:,.0f} MB at most; "
    yield f"{figures['import']:.2f} s to import, {figures['first release']:.2f} s for the first release."
    yield from ("", "| stage | ms a release | share |", "|---|---:|---:|")
    for name, spent in figures["stages"].items():
        yield f"| {name} | {1000 * spent / count:.2f} | {spent / seconds:.0%} |"


def _of_pages(large: Sequence[Large], asked: int) -> Iterator[str]:
    sizes = [one.made.articles for one in large]
    yield f"95th percentile in milliseconds, {asked} questions of each kind, asked for the first time and again, by one process."
    heads = [f"{count:,}, {when}" for count in sizes for when in ("first", "again")]
    yield from ("", f"| page | {' | '.join(heads)} | growth, first |", "|---|" + "---:|" * (len(heads) + 1))
    for kind in large[-1].pages:
        rows = [one.pages[kind] for one in large]
        cells = [f"{row[when]:,.0f}" for row in rows for when in ("first", "again")]
        yield f"| {kind} | {' | '.join(cells)} | {size.growth(sizes, [row['first'] for row in rows])} |"


def _of_both(large: Sequence[Large], options: argparse.Namespace) -> Iterator[str]:
    if not large[-1].asked:
        yield f"Not compared: there is no working program `{options.datasette}`. `pip install datasette` in an environment of its own,"
        yield "and name its program with `--datasette`."
        return
    sizes = [one.made.articles for one in large]
    yield "The same rows behind both, one web process each, over HTTP; 95th percentile in milliseconds after a first. Datasette counts by "
    yield "kind, level and state; Parley counts by every filter of its page, and shows names, sides and evidence besides."
    heads = [f"{count:,}: {whose}" for count in sizes for whose in ("Parley", "Datasette", "ratio")]
    yield from ("", f"| question | {' | '.join(heads)} | growth, Parley | growth, Datasette |", "|---|" + "---:|" * (len(heads) + 2))
    for words in large[-1].asked:
        pairs = [one.asked.get(words, (None, None)) for one in large]
        cells = [cell for mine, other in pairs for cell in (beside.shown(mine), beside.shown(other), beside.ratio(mine, other))]
        yield f"| {words} | {' | '.join(cells)} | {_growth(sizes, [p[0] for p in pairs])} | {_growth(sizes, [p[1] for p in pairs])} |"
    taken = ", ".join(f"{one.sqlite:.1f} s for {one.made.articles:,} articles" for one in large)
    yield from (
        "",
        f"SQLite takes in the same rows, read already, and indexes their words in {taken}. Parley's ingest, above, reads them first.",
    )


def _growth(sizes: Sequence[int], costs: Sequence[float | None]) -> str:
    known = [cost for cost in costs if cost is not None]
    return size.growth(sizes, known) if len(known) == len(sizes) else "–"


# ---- docs/scaling.md ----


def _costs(ingested: Sequence[size.Ingested], large: Sequence[Large]) -> str:
    """What 100,000 articles cost, and ten million at the same rate."""
    sizes = [run.releases for run in ingested]
    last = ingested[-1]
    slowest = max(large[-1].pages.keys() - {COUNTS}, key=lambda kind: large[-1].pages[kind]["first"])
    indexes = [size.total([one for one in run.relations if one.is_index]) for run in ingested]
    rows = [
        ("disk, tables and indexes", [size.total(run.relations) for run in ingested], "B"),
        ("of it indexes", indexes, "B"),
        ("written to the database's log by ingest", [run.written for run in ingested], "B"),
        ("time of ingest, all cores of this machine", [run.seconds for run in ingested], "s"),
        ("time of rebuild", [run.rebuild for run in ingested], "s"),
    ]
    lines = ["| | 100,000 articles | ten million | growth |", "|---|---:|---:|---:|"]
    for words, costs, unit in rows:
        each = size.marginal(sizes, costs)
        cells = f"{size.shown(100_000 * each, unit)} | {size.shown(10_000_000 * each, unit)} | {size.growth(sizes, costs)}"
        lines.append(f"| {words} | {cells} |")
    many = large[-1].made.articles
    whole = 10_000_000 * size.marginal(sizes, [size.total(run.relations) for run in ingested])
    log = size.marginal(sizes, [run.written for run in ingested]) / size.marginal(sizes, [run.seconds for run in ingested])
    cores = os.cpu_count() or 1
    hours = 10_000_000 * size.marginal(sizes, [run.seconds for run in ingested]) / 3600
    lines += [
        f"| memory of one process of ingest | {size.shown(last.memory, 'B')} | the same | none |",
        "",
        f"Measured on {machine()}; ingest at {' and '.join(f'{count:,}' for count in sizes)} releases. At {many:,} articles the slowest "
        f"kind of page is “{slowest}”: 95 % within {large[-1].pages[slowest]['first']:,.0f} ms when asked for the first time.",
        "",
        f"Ten million, in numbers: one of 32 partitions {size.shown(whole / 32, 'B')}; the log of an ingest on {cores} cores "
        f"{size.shown(log, 'B')} a second; a first ingest {hours:,.0f} hours on {cores} cores, {hours * cores / 32:,.0f} on 32; a daily "
        f"intake of 3,000 articles {3000 / 10_000_000 * hours * 60:,.0f} minutes on {cores}.",
        "",
        "Where the disk goes, of archives that were ingested:",
        "",
        *size.relation_rows(sizes, [run.relations for run in ingested], least=0.02),
    ]
    return "\n".join(lines)


def into(page: Path, text: str, marks: tuple[str, str]) -> None:
    """The part of the page between the marks is the text now."""
    begin, end = marks
    before, _, after = parted(page, marks)
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def parted(page: Path, marks: tuple[str, str]) -> tuple[str, str, str]:
    """What stands on the page before, between and after the marks."""
    begin, end = marks
    before, _, rest = page.read_text(encoding="utf-8").partition(begin) if page.exists() else ("", "", "")
    between, _, after = rest.partition(end)
    return before, between.strip(), after


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
