"""Parley beside Datasette on SQLite FTS5, over the same archive, each asked over HTTP: `python -m bench.beside --datasette PROGRAM`.

Datasette is the tool by which many such collections are published today: tables with facets, full-text search and CSV, from one file.
It knows nothing of sides, levels or uncertain dates; what both can answer is compared, with the same rows behind it. Install it in an
environment of its own (`pip install datasette`) and name its program. The table goes to standard output as Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120.0  # seconds for a server to answer at all

SCHEMA = """
CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT, published TEXT, publisher TEXT, country TEXT, body TEXT);
CREATE TABLE meetings (id INTEGER PRIMARY KEY, kind TEXT, state TEXT, date TEXT, place TEXT, country TEXT, host TEXT, level INTEGER);
CREATE TABLE sides (meeting INTEGER REFERENCES meetings(id), country TEXT);
"""
INDEXES = """
CREATE INDEX meetings_date ON meetings(date); CREATE INDEX meetings_kind ON meetings(kind);
CREATE INDEX meetings_level ON meetings(level);
CREATE INDEX sides_country ON sides(country, meeting); CREATE INDEX sides_meeting ON sides(meeting);
CREATE INDEX articles_published ON articles(published); CREATE INDEX articles_country ON articles(country);
CREATE VIRTUAL TABLE articles_fts
USING fts5(title, body, content='articles', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO articles_fts(articles_fts) VALUES ('rebuild');
ANALYZE;
"""
ROWS = {
    "articles": (
        "SELECT a.id, a.title, a.published, p.name, p.country_id, a.body FROM archive_article a"
        " LEFT JOIN archive_publisher p ON p.id = a.publisher_id WHERE a.status = 'published'",
        6,
    ),
    "meetings": ("SELECT id, kind, state, date, place, country_id, host_id, level FROM archive_meeting WHERE NOT suppressed", 8),
    "sides": ("SELECT id, unnest(countries) FROM archive_meeting WHERE NOT suppressed", 2),
}


def main() -> None:
    """Make the archive if there is none, give both the same rows, ask both, print."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="parley-beside-", ignore_cleanup_errors=True) as folder:
        data = options.data or Path(folder) / "data"
        os.environ.update(PARLEY_DATA=str(data), DATABASE_URL="", DJANGO_SETTINGS_MODULE="config.settings")
        try:
            _fill(options.articles, options.meetings)
            seconds = _copy(Path(folder) / "archive.db")
            pair = _busiest_pair()
            with _parley(data) as ours, _datasette(options.datasette, Path(folder) / "archive.db") as theirs:
                asked = dict(_asked_of_both(ours, theirs, pair, options.asked))
        finally:
            if not options.data:
                _stop(data)
    print(json.dumps({"asked": asked, "sqlite": seconds}) if options.json else table(asked, seconds, options))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.beside", description=__doc__)
    parser.add_argument("--datasette", default="datasette", metavar="PROGRAM", help="Datasette's program (datasette)")
    parser.add_argument("--articles", type=int, default=100_000, metavar="N")
    parser.add_argument("--meetings", type=int, default=150_000, metavar="N")
    parser.add_argument("--asked", type=int, default=20, metavar="N", help="how often each question is asked (20)")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="an archive made before; it is filled if it is empty, and kept")
    parser.add_argument("--json", action="store_true", help="print milliseconds as JSON")
    return parser.parse_args()


def questions(one: str, other: str) -> dict[str, tuple[str, str]]:
    """What both can be asked: the address at Parley, and the one at Datasette."""
    newest = "_sort_desc=date&_size=25&_facet=kind&_facet=level&_facet=state"
    return {
        "all meetings, with counts": ("/meetings/", f"/archive/meetings?{newest}"),
        "meetings of a country, with counts": (f"/meetings/?of={one}", f"/archive/meetings?{_where(one)}&{newest}"),
        "meetings of a pair, with counts": (
            f"/meetings/?of={one}&with={other}",
            f"/archive/meetings?{_where(one)}&{_where(other)}&{newest}",
        ),
        "a rare word in articles": ("/articles/?q=frigate", "/archive/articles?_search=frigate&_size=25"),
        "two words in articles": ("/articles/?q=maritime+deterrence", "/archive/articles?_search=maritime+deterrence&_size=25"),
        "page 200 of the meetings": ("/meetings/?page=200", f"/archive/meetings?_sort_desc=date&_size=25&_next={25 * 199}"),
        "all meetings as CSV": ("/meetings.csv", "/archive/meetings.csv?_stream=on&_size=max"),
    }


def _where(code: str) -> str:
    side = f"id IN (SELECT meeting FROM sides WHERE country='{code}')"  # noqa: S608  a code of two letters
    return "_where=" + urllib.request.quote(side)


# ---- the same rows for both ----


def _fill(articles: int, meetings: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from archive.models import Article
    from bench.archive import Size, fill, settle

    call_command("migrate", verbosity=0)
    if not Article.objects.exists():
        fill(Size(articles, meetings))
        settle()


def _copy(path: Path) -> float:
    """Seconds that SQLite took to take in the rows and to index their words."""
    from django.db import connection

    target = sqlite3.connect(path)
    target.executescript(SCHEMA)
    spent = 0.0
    for table, (query, width) in ROWS.items():
        with connection.cursor() as cursor:
            cursor.execute(query)
            while rows := cursor.fetchmany(10_000):
                start = perf_counter()
                target.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)  # noqa: S608  our own names
                spent += perf_counter() - start
    start = perf_counter()
    target.executescript(INDEXES)
    target.commit()
    target.close()
    return spent + perf_counter() - start


def _busiest_pair() -> tuple[str, str]:
    from archive.models import Meeting

    counts = Meeting.objects.tally_countries()
    one, other = sorted(counts, key=lambda code: -counts[code])[:2]
    return one, other


# ---- both servers ----


@contextmanager
def _parley(data: Path) -> Iterator[str]:
    from django.db import connections

    connections.close_all()
    environment = os.environ | {"PARLEY_DATA": str(data), "PARLEY_WEB_WORKERS": "1"}
    with _serving(
        lambda port: [sys.executable, "-m", "gunicorn", "-c", "python:config.gunicorn", "-b", f"127.0.0.1:{port}", "config.wsgi"],
        environment,
    ) as address:
        yield address


@contextmanager
def _datasette(program: str, path: Path) -> Iterator[str]:
    settings = {"sql_time_limit_ms": 60_000, "facet_time_limit_ms": 60_000, "max_csv_mb": 0}
    words = [word for name, value in settings.items() for word in ("--setting", name, str(value))]
    with _serving(lambda port: [program, "serve", "--immutable", str(path), "--port", str(port), *words], dict(os.environ)) as address:
        yield address


@contextmanager
def _serving(command: Callable[[int], list[str]], environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    server = subprocess.Popen(command(port), cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(30)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    end = perf_counter() + PATIENCE
    while perf_counter() < end:
        if server.poll() is not None:
            raise SystemExit(f"{server.args[0]} ended at once; try it by hand.")  # type: ignore[index]
        try:
            urllib.request.urlopen(address, timeout=10).close()  # noqa: S310
        except OSError:
            sleep(0.2)
        else:
            return
    raise SystemExit(f"{address} did not answer within {PATIENCE:.0f} s.")


# ---- asking ----


Asked = dict[str, tuple[float | None, float | None]]  # question → milliseconds of Parley and of Datasette; None: no answer


def _asked_of_both(ours: str, theirs: str, pair: tuple[str, str], times: int) -> Iterator[tuple[str, tuple[float | None, float | None]]]:
    for words, (mine, other) in questions(*pair).items():
        yield words, (_asked(ours + mine, times), _asked(theirs + other, times))


def table(asked: Asked, indexed: float, options: argparse.Namespace) -> str:
    """Both side by side, with ratios, as Markdown."""
    lines = [
        f"{options.articles:,} articles, {options.meetings:,} meetings; one web process each, over HTTP; "
        f"95th percentile of {options.asked} times after a first.",
        "",
        "| question | Parley, ms | Datasette, ms | Parley / Datasette |",
        "|---|---:|---:|---:|",
        *(f"| {words} | {shown(mine)} | {shown(other)} | {ratio(mine, other)} |" for words, (mine, other) in asked.items()),
        "",
        f"SQLite took in the same rows, read already, and indexed their words in {indexed:.1f} s.",
    ]
    return "\n".join(lines)


def ratio(mine: float | None, other: float | None) -> str:
    """How many times as long it takes; a dash where one has no answer."""
    return f"{mine / other:.2f}" if mine and other else "–"


def _asked(address: str, times: int) -> float | None:
    """Milliseconds, the 95th percentile, the first time left out; None where the server could not answer."""
    spent = []
    once = ".csv" in address  # an export is long enough to be timed once, the first time
    for _ in range(1 if once else times + 1):
        start = perf_counter()
        try:
            with urllib.request.urlopen(address, timeout=300) as answer:  # noqa: S310
                while answer.read(1 << 16):
                    pass
        except urllib.error.HTTPError as error:
            print(json.dumps({"address": address, "status": error.code}), file=sys.stderr)
            return None
        spent.append(1000 * (perf_counter() - start))
    spent = spent if once else spent[1:]
    return statistics.quantiles(spent, n=20)[-1] if len(spent) >= 20 else max(spent)


def shown(milliseconds: float | None) -> str:
    """Milliseconds, or that there was no answer."""
    return "no answer" if milliseconds is None else f"{milliseconds:,.0f}"


def _stop(data: Path) -> None:
    from django.db import connections

    from config.embedded_postgres.server import Server

    connections.close_all()
    Server(data / "postgres").stop()


if __name__ == "__main__":
    main()
