"""Accuracy is pinned: no change makes the engine worse on any annotated release set without somebody saying so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.evaluation import below, evaluate, read_floors

ROOT = Path(__file__).parents[2]
FLOORS = ROOT / "tests" / "floors.json"
GOLD = (ROOT / "../shared/gold").resolve()


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(read_floors(FLOORS)))
def test_no_figure_is_under_its_floor(name: str) -> None:
    if not (GOLD / name).is_dir():
        pytest.skip("the annotated releases are not beside the repository (../shared/gold)")
    assert below(evaluate(GOLD / name), read_floors(FLOORS)) == []


def test_the_seeds_have_floors() -> None:
    assert "seeds" in read_floors(FLOORS), "run: python manage.py evaluate ../shared/gold/seeds --raise-floors"


def test_floors_are_shares_in_a_settled_order() -> None:
    """Written by `--raise-floors` alone: a floor moved by hand shows."""
    floors = read_floors(FLOORS)
    assert all(0 < floor <= 1 for figures in floors.values() for floor in figures.values())
    assert FLOORS.read_text(encoding="utf-8") == json.dumps(floors, indent=2, sort_keys=True) + "\n"
