"""Growth is reckoned as it is told, what is over its target is said, and a measured part replaces the one before and nothing else."""

import math
from pathlib import Path

import pytest

from bench.growth import COUNTS, MEANWHILE, TARGETS, Grown, _costs, _over, _table
from bench.report import MEASURED, into
from bench.size import Made, Relation, exponent, growth, marginal, relation_rows


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
    begin, end = MEASURED
    page.write_text(f"before\n{begin}\n\nold\n\n{end}\nafter\n", encoding="utf-8")
    into(page, "new", MEASURED)
    assert page.read_text(encoding="utf-8") == f"before\n{begin}\n\nnew\n\n{end}\nafter\n"


def test_what_is_over_its_target_is_said_of_the_largest_archive() -> None:
    runs = [_grown(articles, work) for articles, work in ((100, 20.0), (1000, 200.0))]
    assert "| search | 20 ms | 200 ms | n^1.00 |" in _table(runs, _costs())
    assert list(_over(runs[0])) == ["Over the targets, which were set for 100,000 articles, at 100: nothing."]
    assert [kind in next(_over(runs[1])) for kind in (*TARGETS, "first byte", "memory")] == [True, True, False, False, False]


def _grown(articles: int, work: float) -> Grown:
    pages = {kind: {"work": work, "memory": 1.0} for kind in (COUNTS, *MEANWHILE, *TARGETS)}
    return Grown(Made(articles, 1.0, ()), pages, {"first": 0.5, "work": 1.0, "lines": 10.0, "memory": 5e6})
