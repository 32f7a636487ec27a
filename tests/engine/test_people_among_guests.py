"""Whose those are who are met in one row, who advise somebody, who serve no state, and who only came to the same place."""

from __future__ import annotations

import pytest

from tests.engine.test_people_sides import read

WHITE_HOUSE = "The White House"


def countries(body: str, publisher: str | None = WHITE_HOUSE) -> dict[str, str | None]:
    return {name: person.country for name, person in read(body, publisher=publisher).items()}


def test_a_row_of_those_who_are_met_shares_the_state_that_one_of_them_tells() -> None:
    body = (
        "Dr. Larkin met with President Ana Roca of Peru, War Cabinet Member Bo Ray, National Security Advisor Al Poe, and opposition leader"
        " Eva Lind in Lima."
    )
    told = countries(body)
    assert {told[name] for name in ("Ana Roca", "Al Poe", "Eva Lind")} == {"PE"}


def test_a_row_in_which_one_of_the_publisher_s_own_stands_is_nobody_s() -> None:
    body = "Dr. Larkin met with President Ana Roca of Peru, U.S. Ambassador Bo Ray, and National Security Advisor Al Poe."
    assert countries(body)["Al Poe"] == "US"


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("Diplomatic Advisor to the Italian Prime Minister", "IT"),
        ("Director for National Security for the Estonian Prime Minister", "EE"),
        ("Senior Director for Latin America", "US"),
    ],
)
def test_who_serves_the_head_of_a_state_is_of_that_state(office: str, country: str) -> None:
    assert countries(f"National Security Advisor Bo Larkin spoke today with Al Poe, {office}.")["Al Poe"] == country


@pytest.mark.parametrize(
    ("body", "country"),
    [
        pytest.param("National Association of Counties", None, id="an association"),
        pytest.param("International Union of Police Officers", None, id="a union"),
        pytest.param("Larkin Airlines", None, id="a firm"),
        pytest.param("National Chamber of Commerce", None, id="merchants"),
        pytest.param("League of Young Voters", None, id="a league"),
        pytest.param("Department of Commerce", "US", id="near miss: a department"),
        pytest.param("National Defense University", "US", id="near miss: a university of the state"),
        pytest.param("Overseas Private Investment Corporation", "US", id="near miss: a corporation of the state"),
    ],
)
def test_private_bodies_speak_for_no_state(body: str, country: str | None) -> None:
    assert countries(f"Participants were Al Poe, Director of the {body}, and others.")["Al Poe"] == country


def test_an_organization_of_states_is_no_private_body() -> None:
    body = "He met Al Poe, Secretary General of the Association of Southeast Asian Nations."
    assert countries(body)["Al Poe"] == "INT"


def test_the_state_of_the_next_of_a_row_is_not_that_of_the_first() -> None:
    body = "National Security Advisor Bo Larkin, National Security Advisor Goro Takeo of Japan, and Minister Al Poe of Peru held a call."
    told = countries(body)
    assert (told["Bo Larkin"], told["Goro Takeo"]) == ("US", "JP")


@pytest.mark.parametrize(
    ("clause", "country"),
    [
        pytest.param("discussed the Peace Summit in Switzerland, where Vice President Bo Larkin will speak", "US", id="a gathering"),
        pytest.param("flew to Switzerland, where Defense Minister Bo Larkin received her", "CH", id="near miss: whoever receives there"),
    ],
)
def test_where_many_gather_tells_nobody_s_side(clause: str, country: str) -> None:
    assert countries(f"The Deputy Secretary {clause}.")["Bo Larkin"] == country


def test_a_ruler_told_next_is_somebody_else() -> None:
    body = "Mr. Larkin spoke of talks with Prime Minister Al Poe, the Amir of Qatar, and President Bo Ray of Egypt."
    assert countries(body).get("Al Poe") != "QA"


@pytest.mark.parametrize(
    ("own", "country"),
    [
        pytest.param("President Biden", "PE", id="their own is named"),
        pytest.param("President Larkin", None, id="near miss: either may be their own"),
    ],
)
def test_another_president_beside_the_american_one_is_a_guest(own: str, country: str | None) -> None:
    body = f"{own} is closely following events in Peru. On Monday President Poe asked for help."
    assert countries(body)["Poe"] == country


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        pytest.param(
            "LIMA – During her visit to Lima, Deputy Secretary Ana Larkin toured a plant. She was received by Peru’s Minister Al Poe. Peru"
            " and Peru’s people were thanked.",
            "Ana Larkin", None, id="her visit",
        ),
        pytest.param(
            "BERN, SWITZERLAND – Secretary of the Treasury Ana Larkin met the Minister of Peru, Al Poe.", "Ana Larkin", "US",
            id="a dateline is no row",
        ),
        pytest.param(
            "Lima: The Ambassador of Norway to Peru and Chile Her Excellency Eva Lind came.", "Eva Lind", "NO", id="to two states",
        ),
        pytest.param(
            "Those who met with the President included: Peruvian Deputy Speaker Al Poe, Defence Minister Bo Ray, and Finance Minister Eva"
            " Lind.",
            "Bo Ray", "PE", id="a row behind a colon",
        ),
    ],
)  # fmt: skip
def test_where_somebody_comes_to_is_not_whence(body: str, name: str, country: str | None) -> None:
    assert countries(body, publisher=None if name != "Bo Ray" else "Presidency of Chile")[name] == country


def test_while_in_a_state_tells_that_somebody_unmarked_is_a_guest_there() -> None:
    body = "Minister Ana Larkin spoke in Peru. While in Peru, Minister Larkin met General Al Poe. Peru and Peru’s Navy thanked her."
    assert countries(body, publisher=None)["Ana Larkin"] is None


def test_while_in_a_state_is_told_by_the_host_of_a_marked_guest() -> None:
    body = (
        "Kenya’s Minister Ana Larkin spoke in Peru. While in Peru, Minister Larkin met the Chief of Staff, General Al Poe. Peru and Peru’s"
        " Navy thanked her."
    )
    assert countries(body, publisher=None)["Al Poe"] == "PE"
