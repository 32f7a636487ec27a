"""Areas that are counted, arms in brackets, committees of two states, palaces that act, agencies that report. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_organizations_manners import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("the Naval Region 9 Command", ["Naval Region 9 Command"], id="the command of a counted region"),
        pytest.param("the Military Region IX Command", ["Military Region IX Command"], id="counted in Roman figures"),
        pytest.param("the Coast Guard District 9 Headquarters", ["Coast Guard District 9 Headquarters"], id="a counted district"),
        pytest.param("the 19th Commando Group (Airborne)", ["19th Commando Group (Airborne)"], id="an arm in brackets"),
        pytest.param("the 19th Mechanised Brigade (Larvik)", ["19th Mechanised Brigade"], id="near miss: a town in brackets"),
        pytest.param(
            "the 19th Signals, Surveillance and Salvage Group",
            ["19th Signals, Surveillance and Salvage Group"],
            id="a numbered list of arms",
        ),
        pytest.param(
            "the Committee for Salvage and Coordination of Peru and Bolivia", ["Committee for Salvage and Coordination"], id="of two states"
        ),
        pytest.param("the Committee for Salvage of Peru", ["Committee for Salvage of Peru"], id="near miss: of one state"),
        pytest.param(
            "the Ministry of Salvage of Trinidad and Tobago",
            ["Ministry of Salvage of Trinidad and Tobago"],
            id="near miss: a state of two lands",
        ),
        pytest.param("the Commissioner of Police of Peru met us.", [], id="police as the field of an office"),
        pytest.param("The Sector North Commander met us.", [], id="a sector as the field of an office"),
        pytest.param("They act under Security Council resolution 1999.", [], id="a resolution by its number"),
        pytest.param("The Security Council met.", ["Security Council"], id="near miss: the council itself"),
        pytest.param("A statement from State House told of it.", ["State House"], id="a palace that speaks"),
        pytest.param("State House announced the visit.", ["State House"], id="a palace that announces"),
        pytest.param("He was received at State House.", [], id="near miss: a palace as a place"),
        pytest.param("The talks were brief, KABAR reports.", ["KABAR"], id="an agency that reports"),
        pytest.param("He told KUNA that they were brief.", ["KUNA"], id="an agency that is told"),
        pytest.param("The talks were brief. Belga said why.", ["Belga"], id="an agency that opens a sentence"),
        pytest.param("BISHKEK. KABAR - The talks were brief.", [], id="near miss: the sign of a dateline"),
        pytest.param("The MENA region was discussed.", [], id="near miss: letters that stand for something else"),
    ],
)
def test_names_of_counted_areas_and_of_those_who_act(text: str, names: list[str]) -> None:
    assert [body.name for body in read(text)] == names
