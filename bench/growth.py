"""What a million articles cost: `python -m bench.growth` measures made archives of several sizes, and how all of it grows with them.

The tables are written between marks into `docs/benchmarks.md` and `docs/scaling.md`; `python -m bench.report` leaves them as they are.
Pages are told in time of processors, the page's own and that of its connection to the database, so that what else the machine does
hardly counts. An archive of a million takes 13 GB and a quarter of an hour to make: with `--kept FOLDER` it is there for another run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import size
from bench.pages import COUNTS, MEANWHILE
from bench.report import DOCS, GROWN, into, machine

LINES = 150_000  # of an export
TARGETS = {"all lists": 150, "search": 150, "country": 200}  # milliseconds, 95th percentile, at 100,000 articles
FIRST, MEMORY = 1.0, 200_000_000  # seconds to the first byte of an export, and bytes that it may take


@dataclass(frozen=True, slots=True)
class Grown:
    """A made archive, and what it was asked."""

    made: size.Made
    pages: dict[str, dict[str, float]]  # as `bench.pages` prints them
    export: dict[str, float]  # as `bench.exports` does


def main() -> None:
    """Measure, write into both pages."""
    options = _options()
    runs = [_measured(articles, options) for articles in sorted(options.articles)]
    said = _said(options)
    into(DOCS / "benchmarks.md", "\n".join([said, "", *_table(runs, _rows(runs)), "", *_over(runs[-1])]), GROWN)
    into(DOCS / "scaling.md", "\n".join([said, "", *_table(runs, _costs()), "", *_over(runs[-1])]), GROWN)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    sizes = [10_000, 100_000, 1_000_000]
    parser.add_argument("--articles", type=int, nargs="+", default=sizes, metavar="N", help="made archives (10000 100000 1000000)")
    parser.add_argument("--asked", type=int, default=10, metavar="N", help="how often each question is asked (10)")
    parser.add_argument("--kept", type=Path, metavar="FOLDER", help="where archives are kept for another run; those there are used")
    return parser.parse_args()


def _measured(articles: int, options: argparse.Namespace) -> Grown:
    with tempfile.TemporaryDirectory(prefix="parley-growth-", ignore_cleanup_errors=True) as folder:
        data = (options.kept or Path(folder)) / str(articles)
        try:
            made = size.filled(data, articles)
            asked = ("--articles", str(articles), "--meetings", str(int(size.MEETINGS * articles)), "--asked", str(options.asked))
            pages = _run(data, "-m", "bench.pages", str(data), *asked)
            export = _run(data, "-m", "bench.exports", "take", "csv", "--most", str(LINES))
            return Grown(made, pages, export)
        finally:
            size.stop(data)


def _run(data: Path, *words: str) -> dict[str, dict[str, float]]:
    environment = {**os.environ, "PARLEY_DATA": str(data), "DATABASE_URL": ""}
    done = subprocess.run([sys.executable, *words], cwd=size.ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return json.loads(done.stdout.splitlines()[-1])


# ---- tables ----


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the table: what it tells of an archive, in which unit."""

    words: str
    cost: Callable[[Grown], float]
    unit: str


def _costs() -> list[_Row]:
    """What an archive needs, and the pages that have a target."""
    return [
        _Row("disk", lambda run: size.total(run.made.relations), "B"),
        _Row("of it indexes", lambda run: size.total([one for one in run.made.relations if one.is_index]), "B"),
        _Row("counts of a changed archive, time of processors", lambda run: run.pages[COUNTS]["work"] / 1000, "s"),
        _Row("memory of a web process that has them", lambda run: run.pages[COUNTS]["memory"], "B"),
        _Row("export as CSV: first byte, by the clock", lambda run: 1000 * run.export["first"], "ms"),
        _Row("export as CSV: time of a processor for 1,000 rows", lambda run: 1e6 * run.export["work"] / run.export["lines"], "ms"),
        _Row(f"export as CSV: memory for {LINES:,} rows or all", lambda run: run.export["memory"], "B"),
        *(_page(kind) for kind in (*MEANWHILE, *TARGETS)),
    ]


def _rows(runs: Sequence[Grown]) -> list[_Row]:
    """The same and all other kinds of pages."""
    known = {COUNTS, *MEANWHILE, *TARGETS}
    return [*_costs(), *(_page(kind) for kind in runs[-1].pages if kind not in known)]


def _page(kind: str) -> _Row:
    return _Row(kind, lambda run: run.pages[kind]["work"], "ms")


def _said(options: argparse.Namespace) -> str:
    sizes = " ".join(map(str, sorted(options.articles)))
    return (
        f"Measured by `python -m bench.growth --articles {sizes} --asked {options.asked}`, on {machine()}, {size.MEETINGS} meetings an "
        "article. Pages in milliseconds of processors, 95 of 100 questions take no longer when they are asked for the first time."
    )


def _table(runs: Sequence[Grown], rows: Sequence[_Row]) -> Iterator[str]:
    sizes = [run.made.articles for run in runs]
    yield f"| | {' | '.join(f'{articles:,} articles' for articles in sizes)} | growth |"
    yield "|---|" + "---:|" * (len(sizes) + 1)
    for row in rows:
        costs = [row.cost(run) for run in runs]
        yield f"| {row.words} | {' | '.join(_shown(cost, row.unit) for cost in costs)} | {size.growth(sizes, costs)} |"


def _shown(cost: float, unit: str) -> str:
    return f"{cost:,.0f} ms" if unit == "ms" else size.shown(cost, unit)


def _over(run: Grown) -> Iterator[str]:
    """In a sentence, what takes longer in the largest archive than was set as the target for one of 100,000 articles."""
    works = {kind: run.pages[kind]["work"] for kind in TARGETS}
    over = [f"{kind} {works[kind]:,.0f} ms (target {most} ms)" for kind, most in TARGETS.items() if works[kind] > most]
    if run.export["first"] > FIRST:
        over.append(f"the first byte of an export {run.export['first']:.1f} s (target {FIRST:.0f} s)")
    if run.export["memory"] > MEMORY:
        over.append(f"memory of an export {size.shown(run.export['memory'], 'B')} (target {size.shown(MEMORY, 'B')})")
    yield f"Over the targets, which were set for 100,000 articles, at {run.made.articles:,}: {'; '.join(over) or 'nothing'}."


if __name__ == "__main__":
    os.chdir(size.ROOT)
    main()
