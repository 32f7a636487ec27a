"""The benchmark of pairs: written for this purpose by somebody who had not seen the comparator, in tiers, with invented people."""

from collections import Counter
from pathlib import Path

import pytest

from ingest.resolution.benchmark import main, tally

FILE = Path(__file__).parent / "pairs.jsonl"


@pytest.fixture(scope="module")
def found():
    return tally(FILE)


def test_nobody_is_joined_who_should_not_be(found):
    together = sum(found.values(), Counter())
    assert together["different", "same"] == 0
    assert together["unsure", "same"] == 0


def test_the_share_of_right_verdicts_stays_above_its_floor(found):
    together = sum(found.values(), Counter())
    assert sum(count for (want, got), count in together.items() if want == got) / together.total() >= 0.98


def test_every_tier_is_well_filled(found):
    assert sum(found.values(), Counter()).total() >= 300
    assert min(verdicts.total() for verdicts in found.values()) >= 20


def test_the_table_has_a_line_for_each_tier_and_the_sum(found, capsys):
    assert main([str(FILE)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(found) + 2
    assert lines[-1].startswith("all")
