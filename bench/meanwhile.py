"""How quick list pages are while something else is at work: asked for one after the other until standard input is closed."""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
from statistics import quantiles
from time import perf_counter, sleep

PAGES = ("/", "/meetings/", "/meetings/?of=RO", "/articles/", "/articles/?q=defence", "/people/", "/organizations/", "/countries/")
EVERY = 0.4  # seconds from one page to the next, where they come in time: some fifty readers who look at each page for twenty seconds


def main() -> None:
    """Print that it has begun; at the end how many pages were asked for, and the 95th percentile in milliseconds, of all and of each."""
    argparse.ArgumentParser(prog="python -m bench.meanwhile", description=__doc__).parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.test import Client

    client, over = Client(headers={"host": "localhost"}), threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
    for page in PAGES:
        client.get(page)  # templates are compiled
    print("begun", flush=True)
    spent: list[tuple[str, float]] = []
    while not over.is_set():
        page = PAGES[len(spent) % len(PAGES)]
        start = perf_counter()
        answer = client.get(page)
        spent.append((page, perf_counter() - start))
        if answer.status_code != 200:
            raise SystemExit(f"{page} answered {answer.status_code}.")
        sleep(max(0.0, start + EVERY - perf_counter()))
    of_each = {page: _most([seconds for asked, seconds in spent if asked == page]) for page in PAGES}
    print(json.dumps({"pages": len(spent), "p95": _most([seconds for _, seconds in spent]), "of each": of_each}))


def _most(spent: list[float]) -> float | None:
    """The 95th percentile in milliseconds; None of fewer than two."""
    return 1000 * quantiles(spent, n=20)[-1] if len(spent) > 1 else None


if __name__ == "__main__":
    main()
