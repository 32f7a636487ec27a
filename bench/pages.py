"""How quick pages are over a large archive: `python -m bench.pages` makes one and asks it, each question for the first time and again."""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

import psutil

LISTS = (
    *("meetings, unfiltered", "meetings of a country", "meetings of a pair since", "meetings of groups", "meetings by filters"),
    *("meetings by office", "meetings by words", "meetings, a deep page", "questions worth following"),
    *("articles", "people", "people by name", "organizations", "agreements", "quotes"),
)
COUNTS = "counts of a changed archive, made in the background"
MEANWHILE = {
    "front page while counts are made": ("/",),
    "lists while counts are made": ("/meetings/", "/meetings/?of=US", "/articles/", "/people/", "/organizations/", "/quotes/"),
}
TOGETHER = {"all lists": LISTS, "all profiles": ("country", "pair", "person")}


def main() -> None:
    """Print one JSON object: for each kind of page the 95th percentiles in milliseconds, first asked and asked again, and its size.

    `work` is the time of the processor for the first, of the page and of its connection to the database: on a machine that does other
    things too, it tells more than the clock. What PostgreSQL does in processes beside the connection is not in it.
    """
    options = _options()
    os.environ.update(PARLEY_DATA=str(options.data), DATABASE_URL="", DJANGO_SETTINGS_MODULE="config.settings")
    import django

    django.setup()
    _filled(options.articles, options.meetings)
    print(json.dumps(dict(_measured(options.asked))))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the archive; it is filled if it is empty")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--meetings", type=int, default=150_000)
    parser.add_argument("--asked", type=int, default=25, help="questions of each kind")
    return parser.parse_args()


def _filled(articles: int, meetings: int) -> None:
    from django.core.management import call_command

    from archive.models import Article
    from bench.archive import Size, fill, settle

    call_command("migrate", verbosity=0)
    if not Article.objects.exists():
        fill(Size(articles, meetings))
        settle()


def questions(asked: int) -> dict[str, list[str]]:
    """The addresses to ask, by kind of page."""
    from django.db.models import Count

    from archive.models import Country, Meeting, Person

    chance = random.Random(2)
    counts = Meeting.objects.tally_countries()
    codes = sorted(counts, key=lambda code: -counts[code]) or list(Country.objects.values_list("code", flat=True))
    busy = codes[:30]
    names = list(Person.objects.order_by("id").values_list("name", flat=True)[:2000])
    met = Person.objects.annotate(n=Count("participations")).order_by("-n")[:asked]
    years = range(2011, 2024)
    return {
        "home": ["/"],
        "meetings, unfiltered": ["/meetings/"],
        "meetings of a country": [f"/meetings/?of={code}" for code in busy[:asked]],
        "meetings of a pair since": [f"/meetings/?of={a}&with={b}&since={chance.choice(years)}" for a, b in _pairs(chance, busy, asked)],
        "meetings of groups": [f"/meetings/?of={a}&with={b}" for a in ("nato", "eu-members") for b in ("asean", "gcc", "quad", busy[0])],
        "meetings by filters": [
            f"/meetings/?level={1 + n % 4}&kind=meeting&topic=maritime+security&since={2010 + n % 13}" for n in range(asked)
        ],
        "meetings by office": ["/meetings/?office=chief+of+defense", "/meetings/?office=navy+commander&of=" + busy[0]],
        "meetings by words": [
            f"/meetings/?q={words}" for words in ("cyber", '"joint+training"', "maritime+deterrence", "attack+or+medical")
        ],
        "meetings, a deep page": [f"/meetings/?page={page}" for page in (50, 500, 5000)],
        "questions worth following": [
            f"/meetings/?lead={lead}" for lead in ("unreported", "both-sides", "after-release", "apart", "first")
        ],
        "pictures of meetings": [f"/meetings/{kind}/?of={busy[0]}" for kind in ("matrix", "network", "officials", "timeline", "map")],
        "search": [
            f"/search/?q={words}" for words in ("cyber", '"joint+training"', "attack+or+medical", "xyzzy", *_names(chance, names, asked))
        ],
        "articles": ["/articles/", *(f"/articles/?of={code}" for code in busy[:10]), "/articles/?q=cyber+deterrence&sort=fit"],
        "people": ["/people/", *(f"/people/?of={code}" for code in busy[:10])],
        "people by name": [
            f"/people/?q={name.split()[-1][: 5 + n % 4]}" for n, name in enumerate(chance.sample(names, min(asked, len(names))))
        ],
        "organizations": ["/organizations/", *(f"/organizations/?of={code}" for code in busy[:10])],
        "agreements": ["/agreements/", *(f"/agreements/?of={code}" for code in busy[:10])],
        "quotes": ["/quotes/", *(f"/quotes/?of={code}" for code in busy[:10]), "/quotes/?q=cyber"],
        "country": [f"/countries/{code}/" for code in busy[:asked]],
        "pair": [f"/countries/{min(a, b)}/{max(a, b)}/" for a, b in _pairs(chance, busy, asked)],
        "person": [f"/people/{person.public_id}/" for person in met],
        "meeting": [f"/meetings/{meeting.public_id}/" for meeting in Meeting.objects.newest()[:asked]],
    }


def _names(chance: random.Random, names: list[str], asked: int) -> list[str]:
    return [name.split()[-1] for name in chance.sample(names, min(asked, len(names)))]


def _pairs(chance: random.Random, codes: list[str], asked: int) -> Iterator[tuple[str, str]]:
    yield codes[0], codes[1]  # the two that met most
    for _ in range(asked - 1):
        one, other = chance.sample(codes, 2)
        yield one, other


def _measured(asked: int) -> Iterator[tuple[str, dict[str, float]]]:
    from django.test import Client

    from archive import masks, warm

    warm.templates()  # as a web process does when it begins
    client = Client(headers={"accept-encoding": "gzip"}, SERVER_NAME="localhost")
    processes, asking = _Processes(), questions(asked)
    with masks.making:  # as it is while another thread makes them
        client.get("/people/")  # templates are read, connections made
        for kind, addresses in MEANWHILE.items():
            yield kind, _figures(_asked_twice(client, addresses, processes))
    start, work = perf_counter(), processes.work()
    masks.make()  # as a large archive does by itself, in the background, when it was changed
    spent, work = 1000 * (perf_counter() - start), processes.work() - work
    warm.words_once()  # as it does then
    memory = psutil.Process().memory_info().rss
    yield COUNTS, {"first": spent, "again": spent, "work": work, "bytes": 0, "memory": memory}
    took: dict[str, _Asked] = {}
    for kind, addresses in asking.items():
        took[kind] = _asked_twice(client, addresses, processes)
        yield kind, _figures(took[kind])
    for name, kinds in TOGETHER.items():
        yield name, _figures(([one for kind in kinds for one in took[kind][0]], [one for kind in kinds for one in took[kind][1]]))


@dataclass(frozen=True, slots=True)
class _Spent:
    """What a page took: milliseconds of the clock and of processors, and bytes."""

    time: float
    work: float
    size: int


_Asked = tuple[list[_Spent], list[_Spent]]  # for the first time, and again


def _asked_twice(client: object, addresses: Sequence[str], processes: _Processes) -> _Asked:
    first = [_spent(client, address, processes) for address in addresses]
    return first, [_spent(client, address, processes) for address in addresses]


def _figures(asked: _Asked) -> dict[str, float]:
    first, again = asked
    return {
        "first": _most([one.time for one in first]),
        "again": _most([one.time for one in again]),
        "work": _most([one.work for one in first]),
        "bytes": max(one.size for one in first),
    }


class _Processes:
    """This process and the one that serves its connection to the database."""

    def __init__(self) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.backend = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")

    def work(self) -> float:
        """Milliseconds of processors since they began; only its own, where the database runs elsewhere."""
        nanoseconds = int(self.backend.read_text().split()[0]) if self.backend.exists() else 0
        return 1000 * process_time() + nanoseconds / 1e6


def _spent(client: object, address: str, processes: _Processes) -> _Spent:
    work, start = processes.work(), perf_counter()
    response = client.get(address)  # type: ignore[attr-defined]
    spent = _Spent(1000 * (perf_counter() - start), processes.work() - work, len(response.content))
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}.")
    return spent


def _most(times: list[float]) -> float:
    """The 95th percentile; of few times the longest."""
    return statistics.quantiles(times, n=20)[-1] if len(times) >= 20 else max(times)


if __name__ == "__main__":
    main()
