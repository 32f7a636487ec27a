"""Growth is reckoned as it is told, and a measured part replaces the one before and nothing else."""

import math
from pathlib import Path

import pytest

from bench.report import BEGIN, END, _into
from bench.size import Relation, exponent, growth, marginal, relation_rows


@pytest.mark.parametrize(
    ("costs", "found"),
    [
        pytest.param([5, 50, 500], 1.0, id="ten times the articles, ten times the cost"),
        pytest.param([7, 7, 7], 0.0, id="the same at any size"),
        pytest.param([1, 100, 10_000], 2.0, id="each with each"),
    ],
)
def test_the_exponent_of_growth(costs: list[float], found: float) -> None:
    assert exponent([10, 100, 1000], costs) == pytest.approx(found)


def test_one_size_tells_no_growth() -> None:
    assert math.isnan(exponent([10], [5]))
    assert growth([10], [5]) == "–"


def test_what_even_none_would_cost_is_left_out() -> None:
    assert marginal([100, 300], [10 + 100 * 2, 10 + 300 * 2]) == pytest.approx(2)


def test_small_relations_are_told_together() -> None:
    run = [
        Relation("archive_article", "archive_article", False, 990),
        Relation("a", "archive_article", True, 5),
        Relation("b", "x", True, 5),
    ]
    lines = relation_rows([10], [run])
    assert [line.split(" | ")[0] for line in lines[2:]] == ["| `archive_article`", "| 2 others", "| of all of it, indexes", "| **all**"]


def test_only_the_measured_part_of_a_page_is_written_anew(tmp_path: Path) -> None:
    page = tmp_path / "scaling.md"
    page.write_text(f"before\n{BEGIN}\n\nold\n\n{END}\nafter\n", encoding="utf-8")
    _into(page, "new")
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"
