"""In a crowd those are compared who may be one, so that the work grows with the crowd and not with its square."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from ingest.resolution import crowds
from ingest.resolution.compare import Description, people

SYLLABLES = "jong min ho seok sup seop hyun hyeon woo young yeong chul soo jin hee kyung tae il sang dong chan sung yong".split()  # noqa: SIM905


def paired(*told: Description, family: str) -> bool:
    crowd = {str(number): [one] for number, one in enumerate(told)}
    return ("0", "1") in set(crowds.pairs(crowd, dict.fromkeys(crowd, family)))


@pytest.mark.parametrize(
    ("one", "other", "country", "family"),
    [
        pytest.param("Kim Jong-sup", "Jongseop Kim", "KR", "kim", id="two romanisations, in two orders"),
        pytest.param("Bob Johnson", "Robert Johnson", "US", "johnson", id="a short form"),
        pytest.param("J. Johnson", "John Johnson", "US", "johnson", id="an initial"),
        pytest.param("Lloyd Johnson", "Llyod Johnson", "US", "johnson", id="two letters turned"),
        pytest.param("Lloyd Johnson", "Loyd Johnson", "US", "johnson", id="a letter lost"),
        pytest.param("Anna-Maria Johansson", "Anna Johansson", "SE", "johansson", id="half of a double name"),
    ],
)
def test_who_may_be_one_is_compared(one: str, other: str, country: str, family: str) -> None:
    assert paired(Description(one, country=country), Description(other, country=country), family=family)


def test_a_family_name_alone_is_compared_with_whoever_holds_the_office() -> None:
    minister, general = ({"position": "Minister of National Defense", "country": "KR"}, {"rank": "General", "country": "KR"})
    assert paired(Description("Kim", **minister), Description("Kim Jong-sup", **minister), family="kim")
    assert not paired(Description("Kim", **minister), Description("Kim Jong-sup", **general), family="kim")


def _crowd(count: int) -> dict[str, list[Description]]:
    chance = random.Random(count)
    return {
        f"{number:04}": [
            Description(
                f"Kim {chance.choice(SYLLABLES).capitalize()}-{chance.choice(SYLLABLES)}",
                chance.choice(("General", "Colonel", None)),
                position=chance.choice(("Minister of National Defense", "Defense Attaché", None)),
                country="KR",
                date=f"20{chance.randrange(10, 25)}-05-11",
            )
        ]
        for number in range(count)
    }


def test_nobody_is_joined_less_than_if_all_were_compared() -> None:
    crowd = _crowd(150)
    compared = set(crowds.pairs(crowd, dict.fromkeys(crowd, "kim")))
    joined = {(a, b) for a, b in combinations(sorted(crowd), 2) if people(crowd[a][0], crowd[b][0]).verdict == "same"}
    assert joined
    assert joined <= compared


def test_few_of_all_pairs_are_compared() -> None:
    crowd = _crowd(1000)
    assert len(set(crowds.pairs(crowd, dict.fromkeys(crowd, "kim")))) < 1000 * 999 / 2 / 50
