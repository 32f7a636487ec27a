"""The benchmark of pairs: written for this purpose by somebody who had not seen the comparator, in tiers, with invented people."""

import json
from collections import Counter
from pathlib import Path

from ingest.resolution.compare import Description, people

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]


def verdicts() -> Counter[tuple[str, str]]:
    return Counter((pair["want"], people(Description.of(pair["a"]), Description.of(pair["b"])).verdict) for pair in PAIRS)


def test_nobody_is_joined_who_should_not_be():
    found = verdicts()
    assert found["different", "same"] == 0
    assert found["unsure", "same"] == 0


def test_the_share_of_right_verdicts_stays_above_its_floor():
    found = verdicts()
    right = sum(count for (want, got), count in found.items() if want == got)
    assert right / len(PAIRS) >= 0.98


def test_every_tier_is_well_filled():
    assert len(PAIRS) >= 300
    assert min(Counter(pair["tier"] for pair in PAIRS).values()) >= 20
