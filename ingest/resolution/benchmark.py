"""`python -m ingest.resolution.benchmark FILE.jsonl`: how often the comparison is right, tier by tier, of officials or of organizations."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from ingest.resolution import bodies
from ingest.resolution.bodies import Body
from ingest.resolution.compare import Description, people


def main(arguments: list[str]) -> int:
    """Print a line a tier and the sums. Exit status 1 where somebody was joined who should not be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help='lines {"tier": …, "want": "same|different|unsure", "a": {…}, "b": {…}}')
    found = tally(parser.parse_args(arguments).file)
    print(f"{'pairs':34}  right    of   joined falsely")
    for tier, verdicts in [*sorted(found.items()), ("all", sum(found.values(), Counter()))]:
        right = sum(count for (want, got), count in verdicts.items() if want == got)
        print(f"{tier:34}{right:7}{verdicts.total():6}{_false_joins(verdicts):17}")
    return int(any(map(_false_joins, found.values())))


def tally(file: Path) -> dict[str, Counter[tuple[str, str]]]:
    """For each tier how often each verdict was wanted and given: {tier: {(wanted, given): count}}."""
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for line in file.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        found[pair["tier"]][pair["want"], _verdict(pair)] += 1
    return dict(found)


def _verdict(pair: dict[str, Any]) -> str:
    """The verdict on a pair; organizations are told by their other names, officials never are."""
    if "aliases" in pair["a"]:
        return bodies.compare(Body.of(pair["a"]), Body.of(pair["b"])).verdict
    return people(Description.of(pair["a"]), Description.of(pair["b"])).verdict


def _false_joins(verdicts: Counter[tuple[str, str]]) -> int:
    return sum(count for (want, got), count in verdicts.items() if got == "same" != want)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
