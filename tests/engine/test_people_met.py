"""For which country somebody speaks whom nothing marks: those whom he met are of other states, and one of these is paired with his own."""

from __future__ import annotations

import pytest

from tests.engine.test_people_sides import read

WHOLE = [
    pytest.param(
        "BANGKOK, 17 November – Defence Minister Bo Ray held talks with Japanese Defence Minister Al Poe on the sidelines of the forum. He"
        " also met Deputy Prime Minister of Thailand Cy Fox and spoke of the relations between India and Thailand.",
        "IN",
        id="a pair of states of which one was met, in the capital of the other",
    ),
    pytest.param(
        "Army chief General Bo Ray held a meeting with Nepal's Defence Minister Al Poe in Kathmandu. They discussed the cooperation between"
        " Bangladesh and Nepal. He will go to a conference hosted by India.",
        "BD",
        id="a third state named later",
    ),
    pytest.param(
        "Commander of the Navy Vice Admiral Bo Ray called on the Prime Minister of Pakistan, Al Poe, in Islamabad. The Sri Lanka Navy"
        " thanked its hosts.",
        "LK",
        id="the one state left",
    ),
    pytest.param(
        "Army Chief General Bo Ray embarked on a visit to Oman. General Ray then left for Kenya. The tour underscores India's interest in"
        " the region.",
        "IN",
        id="the one state to which nobody goes",
    ),
    pytest.param(
        "Minister of National Defence Bo Ray, Minister of Defence of Latvia Al Poe and Minister of Defence of Estonia Cy Fox will meet in"
        " Klaipeda. They will be welcomed by Commander of the Lithuanian Navy Captain Di Orr.",
        "LT",
        id="a minister beside those of two states, welcomed by a commander of the own",
    ),
]
NOT_TOLD = [
    pytest.param(
        "Chilean Defence Minister Bo Ray held talks with Japanese Defence Minister Al Poe. Relations between India and Japan are close.",
        "CL",
        id="one whose state is told",
    ),
    pytest.param(
        "Defence Minister Bo Ray met the Chief of Army Staff of Ghana, General Al Poe, in Accra. Ties between Peru and Ghana"
        " and between Chile and Ghana are close.",
        None,
        id="two states paired with the host",
    ),
]


@pytest.mark.parametrize(("body", "country"), [*WHOLE, *NOT_TOLD])
def test_an_official_is_of_no_state_whose_people_he_met(body: str, country: str | None) -> None:
    assert read(body)["Bo Ray"].country == country
