"""Verdicts on pairs of organizations: one under its acronym, in translation and renamed; never two of two countries."""

import json
from collections import Counter
from pathlib import Path

import pytest

from ingest.resolution import bodies
from ingest.resolution.bodies import Body, compare

PAIRS = [json.loads(line) for line in Path(__file__).with_name("bodies.jsonl").read_text(encoding="utf-8").splitlines()]


def test_nothing_is_joined_that_should_not_be_and_nearly_all_verdicts_are_right() -> None:
    found = Counter((pair["want"], compare(Body.of(pair["a"]), Body.of(pair["b"])).verdict) for pair in PAIRS)
    assert found["different", "same"] == found["unsure", "same"] == 0
    assert sum(count for (want, got), count in found.items() if want == got) / found.total() >= 0.98


def test_whatever_is_not_different_has_a_block_in_common() -> None:
    """Pairs without one are never compared in an archive."""
    for pair in PAIRS:
        a, b = Body.of(pair["a"]), Body.of(pair["b"])
        if a.country == b.country and compare(a, b).verdict != "different":
            assert bodies.blocks(a) & bodies.blocks(b), (a, b)


def test_the_order_of_the_two_does_not_matter() -> None:
    for pair in PAIRS:
        a, b = Body.of(pair["a"]), Body.of(pair["b"])
        assert compare(a, b).verdict == compare(b, a).verdict, (a, b)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        pytest.param(
            Body("Ministry of Defence", ("Ministry",), "RO"),
            Body("Ministry of the Interior", ("Ministry",), "RO"),
            "different",
            id="the Ministry",
        ),
        pytest.param(
            Body("Ministry of Defence", ("MoD",), "GE"), Body("Ministry of Development", ("MoD",), "GE"), "unsure", id="one acronym of two"
        ),
        pytest.param(Body("MoD", (), "GE"), Body("Ministry of Defence", ("MoD",), "GE"), "same", id="an acronym told with its name"),
    ],
)
def test_other_names_join_only_where_they_tell_the_body(one: Body, other: Body, verdict: str) -> None:
    assert compare(one, other).verdict == verdict
