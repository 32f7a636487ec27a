"""Figures, floors and the measured precision of rules."""

import pytest

from ingest.evaluation import Evaluation, Hits, below, raised, read_floors, wilson_lower_bound, write_floors


def evaluation(**figures: float | None) -> Evaluation:
    return Evaluation("seeds", {"releases": 2, "without prediction": 0, **figures}, (), ())


def test_a_figure_under_its_floor_is_told() -> None:
    assert below(evaluation(people=0.89), {"seeds": {"people": 0.9}}) == ["seeds: people is 0.890, its floor is 0.900"]


@pytest.mark.parametrize(
    ("figures", "floors"),
    [
        pytest.param({"people": 0.9}, {"seeds": {"people": 0.9}}, id="a figure at its floor"),
        pytest.param({"people": 0.1}, {"seeds": {}}, id="a figure without a floor"),
        pytest.param({"people": 0.1}, {"releases": {"people": 0.9}}, id="a floor of another set"),
    ],
)
def test_nothing_is_told_of(figures: dict[str, float], floors: dict[str, dict[str, float]]) -> None:
    assert below(evaluation(**figures), floors) == []


def test_a_figure_that_is_no_longer_given_is_under_its_floor() -> None:
    assert below(evaluation(people=None), {"seeds": {"people": 0.9}})


def test_floors_rise_and_never_go_down() -> None:
    floors = {"seeds": {"people": 0.9, "quotes": 0.5}, "other": {"people": 0.3}}
    assert raised(floors, [evaluation(people=0.8, quotes=0.7, body=1.0)]) == {
        "seeds": {"people": 0.9, "quotes": 0.7, "body": 1.0},
        "other": {"people": 0.3},
    }


def test_the_number_of_releases_is_no_floor() -> None:
    assert raised({}, [evaluation(people=None)]) == {"seeds": {}}


def test_floors_come_back_from_their_file(tmp_path) -> None:
    floors = {"seeds": {"people": 0.9}}
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors


@pytest.mark.parametrize(
    ("right", "cases", "bound"),
    [
        pytest.param(0, 0, 0.0, id="no case says nothing"),
        pytest.param(3, 3, 0.438, id="three of three promise little"),
        pytest.param(300, 300, 0.987, id="three hundred of three hundred promise much"),
        pytest.param(50, 100, 0.404, id="half of a hundred"),
        pytest.param(0, 10, 0.0, id="never right"),
    ],
)
def test_confidence_is_the_precision_that_a_rule_has_at_least(right: int, cases: int, bound: float) -> None:
    assert wilson_lower_bound(right, cases) == pytest.approx(bound, abs=0.001)


def test_hits_count_right_and_wrong() -> None:
    assert Hits(right=1, wrong=["a"]).confidence == wilson_lower_bound(1, 2)
