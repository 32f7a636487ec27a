"""`python -m bench.officials [N …]`: how long it takes to find out whom of N officials rules join, and whom they ask about.

The officials are invented, with names as unevenly common as real ones. Time is of the processor, and of comparing alone: reading what
articles tell, and writing what is found, grow with the number of officials.
"""

from __future__ import annotations

import argparse
import os
import random
from functools import cache
from itertools import accumulate
from time import process_time

import django

SIZES = (10_000, 30_000, 100_000)
SYLLABLES = [first + second for first in "bdfgklmnprstvz" for second in ("a", "e", "i", "o", "u", "an", "or", "in")]
POSITIONS = ("Minister of Defense", "Chief of Staff", "Defense Attaché", "Deputy Minister of Defense", "Commander", None, None)
RANKS = ("General", "Colonel", "Major General", "Captain", None, None)
MOST_DESCRIPTIONS = 12


def main() -> None:
    """A line for each size."""
    sizes = _options().officials or SIZES
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    print(f"{'officials':>10} {'pairs':>10} {'found':>8} {'seconds':>8}")
    for count in sizes:
        pairs, found, seconds = measure(count)
        print(f"{count:>10,} {pairs:>10,} {found:>8,} {seconds:>8.1f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.officials", description=__doc__)
    parser.add_argument("officials", type=int, nargs="*", metavar="N", help="how many officials (10,000, 30,000, 100,000)")
    return parser.parse_args()


def measure(count: int) -> tuple[int, int, float]:
    """Pairs that are compared, likenesses that are found, seconds of the processor."""
    from ingest.projection import likenesses

    told = officials(count)
    start = process_time()
    found = sum(1 for _ in likenesses.alike(told))
    seconds = process_time() - start
    return len(likenesses.pairs(told)), found, seconds


def officials(count: int) -> dict:  # type: ignore[type-arg]
    """What articles tell of each, by key: the same for the same number."""
    from ingest.projection.likenesses import Told
    from ingest.resolution.compare import Description

    chance = random.Random(count)
    families, given = invented_names(chance, 20_000), invented_names(chance, 600)
    countries = [f"{one}{other}" for one in "ABCDEFGH" for other in "ABCDEFGHIJ"]
    found = {}
    for number in range(count):
        (family,), (country,) = _unevenly(chance, families, 0.8), _unevenly(chance, countries, 0.7)
        name = " ".join([*_unevenly(chance, given, 0.6), family])
        told = Told(names={name}, country=country)
        for _ in range(min(MOST_DESCRIPTIONS, int(chance.paretovariate(1.0)))):
            day = f"20{chance.randrange(10, 25)}-0{chance.randrange(1, 10)}-11"
            told.articles.add(chance.randrange(10**6))
            told.descriptions.add(Description(name, chance.choice(RANKS), None, chance.choice(POSITIONS), None, country, day))
        found[f"{number:026}"] = told
    return found


def invented_names(chance: random.Random, count: int) -> list[str]:
    """So many invented names."""
    return ["".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize() for _ in range(count)]


def _unevenly(chance: random.Random, names: list[str], slope: float) -> list[str]:
    """One of the names, the first by far the most often."""
    return chance.choices(names, cum_weights=_added_weights(len(names), slope))


@cache
def _added_weights(count: int, slope: float) -> list[float]:
    return list(accumulate(1 / (place + 1) ** slope for place in range(count)))


if __name__ == "__main__":
    main()
