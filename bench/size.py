"""What an archive costs: bytes of each table and index, time and memory, and how they grow: `python -m bench.size`.

Two kinds of archives are measured, each at several sizes. *Ingested* ones are made by `manage.py ingest` from releases of real length, so
that they hold everything: originals, what the engine read, words. *Made* ones (`bench.archive`) are filled without reading, so that they
can be large; they show how tables, indexes and pages grow. A growth of n^1.00 means that twice the articles cost twice as much.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import perf_counter

from bench.releases import make

ROOT = Path(__file__).resolve().parent.parent
GOLD = [Path("../shared/gold") / name for name in ("seeds", "releases", "whitehouse")]
MEETINGS = 1.5  # of the made archive, an article
YEAR = re.compile(r"\b20[012]\d\b")
WRITES = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn"
RELATIONS = """
SELECT c.relname, t.relname, c.relkind = 'i', CASE WHEN c.relkind = 'i' THEN pg_relation_size(c.oid) ELSE pg_table_size(c.oid) END
FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_class t ON t.oid = coalesce(i.indrelid, c.oid)
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'i')
"""


@dataclass(frozen=True, slots=True)
class Relation:
    """A table without its indexes (with what it keeps out of line), or one index. `size` is without what it takes in an empty archive."""

    name: str
    table: str
    is_index: bool
    size: int


@dataclass(frozen=True, slots=True)
class Ingested:
    """What it took to take releases in."""

    releases: int
    seconds: float  # of the command `ingest`, from start to end
    rebuild: float  # seconds of the command `rebuild`
    memory: int  # bytes of the largest process of the command
    written: int  # bytes of the database's log
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A made archive."""

    articles: int
    seconds: float
    relations: tuple[Relation, ...]


def main() -> None:
    """Measure and print Markdown."""
    options = _options()
    if options.releases:
        print(ingested_table([ingest(count) for count in sorted(options.releases)]))
    if options.articles:
        print(made_table([_made(count) for count in sorted(options.articles)]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.size", description=__doc__)
    parser.add_argument("--releases", type=int, nargs="*", default=[500, 2000], metavar="N", help="sizes of ingested archives (500 2000)")
    parser.add_argument("--articles", type=int, nargs="*", default=[10_000], metavar="N", help="sizes of made archives (10000)")
    return parser.parse_args()


# ---- archives ----


def ingest(count: int) -> Ingested:
    """Releases of real length go into an empty archive by the command, in processes of their own."""
    with tempfile.TemporaryDirectory(prefix="parley-size-", ignore_cleanup_errors=True) as folder:
        releases, data = Path(folder) / "releases", Path(folder) / "data"
        releases.mkdir()
        for name, text in _in_any_year(make(count, [gold for gold in GOLD if gold.is_dir()])):
            (releases / name).write_text(text, encoding="utf-8")
        try:
            _manage(data, "migrate", "-v0")
            empty = relations(data)
            before = int(_asked(data, WRITES)[0][0])
            seconds = _manage(data, "ingest", str(releases))
            written = int(_asked(data, WRITES)[0][0]) - before
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
            rebuild = _manage(data, "rebuild")
            return Ingested(count, seconds, rebuild, memory, written, _beyond(relations(data), empty))
        finally:
            stop(data)


def _in_any_year(releases: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The same releases told of many years: else the few that they are made from would all tell of the same few days."""
    chance = random.Random(3)
    for name, text in releases:
        later = chance.randrange(0, 60)
        yield name, YEAR.sub(lambda year, later=later: str(int(year[0]) - 30 + later), text)


def _made(articles: int) -> Made:
    with tempfile.TemporaryDirectory(prefix="parley-size-", ignore_cleanup_errors=True) as folder:
        try:
            return fill(Path(folder) / "data", articles)
        finally:
            stop(Path(folder) / "data")


def fill(data: Path, articles: int) -> Made:
    """An archive of that size is made in the folder; its server goes on."""
    start = perf_counter()
    _manage(data, "migrate", "-v0")
    empty = relations(data)
    size = f"Size({articles}, {int(MEETINGS * articles)})"
    _manage(data, "shell", "-v0", "-c", f"from bench.archive import Size, fill, settle; fill({size}); settle()")
    seconds = perf_counter() - start
    return Made(articles, seconds, _beyond(relations(data), empty))


def filled(data: Path, articles: int) -> Made:
    """The archive of that size in the folder, as it was made there before or is made now; beside it stands what was measured then."""
    noted = data.with_name(f"{data.name}.json")
    if not noted.exists():
        made = fill(data, articles)
        noted.write_text(json.dumps(asdict(made)), encoding="utf-8")
        return made
    told = json.loads(noted.read_text(encoding="utf-8"))
    return Made(told["articles"], told["seconds"], tuple(Relation(**one) for one in told["relations"]))


def relations(data: Path) -> tuple[Relation, ...]:
    """Tables and indexes as they lie on the disk, with the slack of the way they came to be."""
    _manage(data, "shell", "-v0", "-c", "from django.db import connection; connection.cursor().execute('VACUUM ANALYZE')")
    return tuple(Relation(name, table, is_index, size) for name, table, is_index, size in _asked(data, RELATIONS))


def _beyond(relations: Sequence[Relation], empty: Sequence[Relation]) -> tuple[Relation, ...]:
    """What the articles alone take: the catalogue of countries and the first page of each index are there in any archive."""
    base = {one.name: one.size for one in empty}
    return tuple(replace(one, size=max(0, one.size - base.get(one.name, 0))) for one in relations)


def stop(data: Path) -> None:
    """The server of the folder ends now, not two seconds later."""
    from config.embedded_postgres.server import Server

    if (data / "postgres").is_dir():
        Server(data / "postgres").stop()


def _manage(data: Path, *words: str) -> float:
    """Seconds that the command took."""
    start = perf_counter()
    _run(data, *words)
    return perf_counter() - start


def _asked(data: Path, query: str) -> list[list[object]]:
    program = f"import json; from django.db import connection as c; k = c.cursor(); k.execute({query!r}); "
    said = _run(data, "shell", "-v0", "-c", program + "print(json.dumps(k.fetchall(), default=str))")
    return json.loads(said.splitlines()[-1])


def _run(data: Path, *words: str) -> str:
    environment = {**os.environ, "PARLEY_DATA": str(data), "DATABASE_URL": ""}
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"manage.py {words[0]} failed:\n{done.stderr}")
    return done.stdout


# ---- tables ----


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The b of cost = a · size^b that lies nearest to the points, by least squares of the logarithms. NaN of fewer than two sizes."""
    if len(set(sizes)) < 2:
        return math.nan
    x, y = [math.log(size) for size in sizes], [math.log(max(cost, 1e-9)) for cost in costs]
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y, strict=True)) / sum((a - middle_x) ** 2 for a in x)


def marginal(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """What one more costs, without what even none would (starting, loading); of one size alone the mean."""
    if len(sizes) < 2:
        return costs[0] / sizes[0]
    return (costs[-1] - costs[0]) / (sizes[-1] - sizes[0])


def growth(sizes: Sequence[float], costs: Sequence[float]) -> str:
    """The exponent as it is printed."""
    found = exponent(sizes, costs)
    return "–" if math.isnan(found) else f"n^{found:.2f}"


def ingested_table(runs: Sequence[Ingested]) -> str:
    """Time, memory and disk of taking releases in; for 100,000 articles by what each release beyond the smallest run cost."""
    sizes = [run.releases for run in runs]
    rows = [
        ("ingest, all cores", [run.seconds for run in runs], "s"),
        ("rebuild", [run.rebuild for run in runs], "s"),
        ("written to the database's log", [run.written for run in runs], "B"),
        ("disk", [total(run.relations) for run in runs], "B"),
    ]
    lines = [f"| ingested | {' | '.join(f'{size:,} releases' for size in sizes)} | for 100,000 | growth |", _rule(len(sizes) + 2)]
    for words, costs, unit in rows:
        each = 100_000 * marginal(sizes, costs)
        lines.append(f"| {words} | {' | '.join(shown(cost, unit) for cost in costs)} | {shown(each, unit)} | {growth(sizes, costs)} |")
    lines.append(f"| largest process of the ingest | {' | '.join(shown(run.memory, 'B') for run in runs)} | | |")
    return "\n".join([*lines, "", "Disk by table and index:", "", *relation_rows(sizes, [run.relations for run in runs]), ""])


def made_table(runs: Sequence[Made]) -> str:
    """Disk of made archives, by table and index."""
    sizes = [run.articles for run in runs]
    many = ", ".join(f"{size:,}" for size in sizes)
    head = f"Made archives of {many} articles, {MEETINGS} meetings an article, disk by table and index:"
    return "\n".join([head, "", *relation_rows(sizes, [run.relations for run in runs]), ""])


def relation_rows(sizes: Sequence[int], runs: Sequence[Sequence[Relation]], *, least: float = 0.01) -> list[str]:
    """A line for each relation that takes at least that share of the disk in the largest archive, the largest first, and for the rest."""
    known = [{relation.name: relation for relation in run} for run in runs]
    whole = total(runs[-1])
    large = sorted((one for one in runs[-1] if one.size >= least * whole), key=lambda one: -one.size)
    lines = [f"| table or index | {' | '.join(f'{size:,}' for size in sizes)} | an article | share | growth |", _rule(len(sizes) + 3)]
    for one in large:
        costs = [run[one.name].size for run in known]
        name = f"`{one.name}`" if not one.is_index else f"index `{one.name}`"
        lines.append(_relation(name, sizes, costs, whole))
    rest = [total([one for one in run if one.name not in {kept.name for kept in large}]) for run in runs]
    lines.append(_relation(f"{len(runs[-1]) - len(large)} others", sizes, rest, whole))
    indexes = [total([one for one in run if one.is_index]) for run in runs]
    lines.append(_relation("of all of it, indexes", sizes, indexes, whole))
    return [*lines, _relation("**all**", sizes, [total(run) for run in runs], whole)]


def total(relations: Sequence[Relation]) -> int:
    """Bytes of all of them."""
    return sum(relation.size for relation in relations)


def _relation(name: str, sizes: Sequence[int], costs: Sequence[int], whole: int) -> str:
    cells = " | ".join(shown(cost, "B") for cost in costs)
    return f"| {name} | {cells} | {costs[-1] / sizes[-1]:,.0f} B | {costs[-1] / whole:.0%} | {growth(sizes, costs)} |"


def shown(cost: float, unit: str) -> str:
    """12.3 s, 15 min, 3.1 h, 1.2 MB, …"""
    if unit == "s":
        return f"{cost:,.1f} s" if cost < 100 else f"{cost / 60:,.0f} min" if cost < 10_000 else f"{cost / 3600:,.1f} h"
    for name, size in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if cost >= size:
            return f"{cost / size:,.1f} {name}"
    return f"{cost:,.0f} B"


def _rule(columns: int) -> str:
    return "|---|" + "---:|" * columns


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
