"""How much time and memory an export takes: `python -m bench.exports fill N` makes meetings, `take SUFFIX` exports them all."""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
from datetime import date, timedelta
from time import perf_counter, process_time

import django

COUNTRIES = ["RO", "KR", "US", "FR", "DE", "PL", "JP", "AU", "EE", "PT"]
BODY = "BUCHAREST – Minister {one} received Minister {other} in Bucharest on {day}.\n\n" + "They spoke of cooperation at sea. " * 60


def main() -> None:
    """Fill or take, as asked."""
    options = _options()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    if options.verb == "fill":
        fill(options.meetings)
    else:
        print(json.dumps(take(options.suffix, most=options.most)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.exports", description=__doc__, epilog="The archive is that of PARLEY_DATA.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("fill", help="make meetings").add_argument("meetings", type=int, help="how many")
    taking = verbs.add_parser("take", help="export all meetings")
    taking.add_argument("suffix", choices=["csv", "xlsx", "json", "atom"])
    taking.add_argument("--most", type=int, metavar="LINES", help="break off after so many lines")
    return parser.parse_args()


def fill(count: int) -> None:
    """As many meetings as asked for, each told by an article of 2,000 characters, with two officials."""
    from archive.keys import key_of
    from archive.models import Article, Meeting, MeetingReport, Participation, Person

    chance = random.Random(7)
    people = [
        Person(key=key_of("person", n), name=f"Person {n}", sort_name=f"{n} Person", country_id=chance.choice(COUNTRIES))
        for n in range(2000)
    ]
    Person.objects.bulk_create(people, batch_size=1000)
    for start in range(0, count, 1000):
        numbers = range(start, min(start + 1000, count))
        days = [date(2000, 1, 1) + timedelta(days=chance.randrange(9000)) for _ in numbers]
        pairs = [chance.sample(people, 2) for _ in numbers]
        articles = [_article(Article, key_of, n, day, pair) for n, day, pair in zip(numbers, days, pairs, strict=True)]
        Article.objects.bulk_create(articles)
        meetings = [
            Meeting(key=key_of("meeting", n), kind="meeting", date=day.isoformat(), earliest=day, latest=day, place="Bucharest")
            for n, day in zip(numbers, days, strict=True)
        ]
        Meeting.objects.bulk_create(meetings)
        evidence = {"kind": {"start": 30, "end": 40, "rule": "bench", "where": "body"}}
        MeetingReport.objects.bulk_create(
            MeetingReport(key=key_of("report", n), meeting=meeting, article=article, prominence="primary", evidence=evidence)
            for n, meeting, article in zip(numbers, meetings, articles, strict=True)
        )
        Participation.objects.bulk_create(
            Participation(meeting=meeting, person=person, country_id=person.country_id)
            for meeting, pair in zip(meetings, pairs, strict=True)
            for person in pair
        )


def take(suffix: str, *, most: int | None = None) -> dict[str, float]:
    """Seconds until the first byte and the last, and of the processor; bytes, lines, and by how many bytes the process grew.

    Counts of a large archive are not made meanwhile: they have a figure of their own.
    """
    from django.conf import settings
    from django.test import Client

    from archive import masks

    masks.making.acquire()
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    b"".join(client.get(f"/meetings.{suffix}?of=Estonia&since=2024-06-01").streaming_content)  # loads what is loaded once
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, work = perf_counter(), process_time()
    response = client.get(f"/meetings.{suffix}")
    first, size, lines = 0.0, 0, 0
    for block in response.streaming_content:
        first = first or perf_counter() - start
        size += len(block)
        lines += block.count(b"\n")
        if most and lines > most:
            break
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    spent = {"seconds": perf_counter() - start, "work": process_time() - work}
    return {"first": first, **spent, "bytes": size, "lines": lines, "memory": grown * 1024}


def _article(model, key_of, number: int, day: date, pair):  # type: ignore[no-untyped-def]
    digest = f"{number:064x}"
    return model(
        key=key_of("article", number),
        title=f"Release {number}",
        body=BODY.format(one=pair[0].name, other=pair[1].name, day=day),
        published=day.isoformat(),
        published_earliest=day,
        published_latest=day,
        sha256=digest,
        text_hash=digest,
    )


if __name__ == "__main__":
    main()
