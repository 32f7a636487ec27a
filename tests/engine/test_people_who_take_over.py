"""Who relieves whom, whose state each is of, in what offices end and whom others stand in for. Near misses stand beside hits."""

from __future__ import annotations

import pytest

from tests.engine.test_people_sides import read

HANDOVER = "The Fijian Navy took over Combined Task Force 140 from the Tongan Navy in Suva on Monday. "


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        pytest.param("Captain Al Poe relieved Captain Bo Ray.", ("FJ", "TO"), id="relieved"),
        pytest.param("Captain Al Poe took over from Captain Bo Ray.", ("FJ", "TO"), id="took over from"),
        pytest.param("Captain Al Poe was relieved by Captain Bo Ray.", ("TO", "FJ"), id="was relieved by"),
        pytest.param("Captain Al Poe handed over to Captain Bo Ray.", ("TO", "FJ"), id="handed over to"),
        pytest.param("Captain Al Poe of Chile relieved Captain Bo Ray of Peru.", ("CL", "PE"), id="near miss: states of their own"),
    ],
)
def test_who_takes_a_command_is_of_the_state_that_takes_it(told: str, sides: tuple[str, str]) -> None:
    found = read(HANDOVER + told)
    assert (found["Al Poe"].country, found["Bo Ray"].country) == sides


@pytest.mark.parametrize(
    ("told", "office"),
    [
        pytest.param("as commander of the salvage task force.", ("commander", "Combined Task Force 140"), id="the unit told before"),
        pytest.param("as commander of the salvage task force in a ceremony.", ("commander", "Combined Task Force 140"), id="and where"),
        pytest.param("as commander of the brigade.", (None, None), id="near miss: another kind of unit"),
    ],
)
def test_the_unit_that_an_office_takes_up(told: str, office: tuple[str | None, str | None]) -> None:
    person = read(f"{HANDOVER}Captain Al Poe relieved Captain Bo Ray {told}")["Al Poe"]
    assert (person.position, person.organization) == office


@pytest.mark.parametrize(
    ("text", "position"),
    [
        pytest.param(
            "Captain Al Poe took over as Force Commander of the mission on 3 May 2024.", "Force Commander of the mission", id="a day"
        ),
        pytest.param("Captain Al Poe took over as Commander of the base in June.", "Commander of the base", id="a month"),
        pytest.param(
            "General Al Poe, Chief of the Army Staff (COAS) at Callao, met us.", "Chief of the Army Staff", id="where he was called on"
        ),
        pytest.param("General Al Poe, Commander General of the Navy of Peru, met us.", "Commander General", id="a commander general"),
        pytest.param("Commander General Al Poe met us.", "Commander", id="near miss: a commander who is a general"),
    ],
)
def test_where_an_office_ends(text: str, position: str) -> None:
    assert read(text)["Al Poe"].position == position


@pytest.mark.parametrize(
    ("told", "country"),
    [
        pytest.param("who was representing the Fijian Chief of Defence", "FJ", id="who was representing"),
        pytest.param("who stood in for the Fijian Minister of Defence", "FJ", id="who stood in for"),
        pytest.param("representing the Fijian Commander", "FJ", id="representing"),
        pytest.param("who was thanking the Fijian Chief of Defence", "KE", id="near miss: another verb"),
    ],
)
def test_who_stands_in_for_an_office_of_a_state(told: str, country: str) -> None:
    found = read(f"General Cy Lim received Major General Al Poe, {told}.", publisher="Kenya Defence Forces")
    assert found["Al Poe"].country == country


def test_each_of_a_row_with_the_state_that_owns_him() -> None:
    found = read("The heads, including Fiji's Colonel Al Poe and Tonga's Brig Gen Bo Ray, called on us.", publisher="Kenya Defence Forces")
    assert (found["Al Poe"].country, found["Bo Ray"].country) == ("FJ", "TO")


def test_ranks_and_bodies_behind_an_office() -> None:
    found = read("First Sgt. Al Poe and BGen Bo Ray, Deputy Chief of Staff for Plans, J5, of the Philippine Army, met us.")
    assert found["Al Poe"].rank == "First Sergeant"
    assert (found["Bo Ray"].position, found["Bo Ray"].organization) == ("Deputy Chief of Staff for Plans", "Philippine Army")


def test_whose_forces_those_behind_an_envoy_are() -> None:
    found = read(
        "The Ambassador Extraordinary and Plenipotentiary of Fiji Al Poe and the Deputy Chief of the Joint Staff of the Armed Forces, "
        "General Bo Ray, came.",
        publisher="Ministry of Defence of Kenya",
    )
    assert (found["Al Poe"].country, found["Bo Ray"].country) == ("FJ", "KE")


@pytest.mark.parametrize(
    ("position", "body"),
    [
        pytest.param(
            "Minister of State for Defence in charge of Veterans", "Ministry of Defence and Veteran Affairs", id="a ministry of two fields"
        ),
        pytest.param("Undersecretary of Defence", "Undersecretariat of Defence", id="an undersecretariat"),
        pytest.param("Minister for Health", None, id="near miss: another field"),
    ],
)
def test_the_house_that_an_office_is_held_in(position: str, body: str | None) -> None:
    text = f"The {position}, Al Poe, spoke at the Ministry of Defence and Veteran Affairs and at the Undersecretariat of Defence."
    assert read(text, publisher="Kenya Defence Forces")["Al Poe"].organization == body


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It adds advisers for the crew of the patrol boat Larkspur III.", id="a boat"),
        pytest.param("He met the commander of the frigate Almo Verde.", id="a frigate"),
    ],
)
def test_a_ship_is_nobody(text: str) -> None:
    assert read(text) == {}
