"""What carries the name of a body on behind its head, and what is no body. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_organizations_manners import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "the NATO Multinational Brigade in Chad", ["NATO Multinational Brigade in Chad"], id="a brigade of several where it is"
        ),
        pytest.param("the Norwegian Northern Brigade in Chad", ["Norwegian Northern Brigade"], id="near miss: a brigade that is somewhere"),
        pytest.param(
            "the Commander of the French Armed Forces in the Southern Coral Sea Zone",
            ["French Armed Forces in the Southern Coral Sea Zone"],
            id="forces whose commander is named",
        ),
        pytest.param(
            "the French Armed Forces in the Far Coral Sea (FAFACO)", ["French Armed Forces in the Far Coral Sea"], id="forces with letters"
        ),
        pytest.param("the French Armed Forces in the Sahel", ["French Armed Forces"], id="near miss: forces in some land"),
        pytest.param(
            "the Ministry of Defence and National Service", ["Ministry of Defence and National Service"], id="a service that is a subject"
        ),
        pytest.param(
            "the Ministry of Justice and Correctional Services of Fiji",
            ["Ministry of Justice and Correctional Services of Fiji"],
            id="services that are a subject",
        ),
        pytest.param(
            "the Ministry of Defence and Veteran Affairs Headquarters",
            ["Ministry of Defence and Veteran Affairs"],
            id="the house of a ministry",
        ),
        pytest.param("the Department of Veterans' Affairs", ["Department of Veterans' Affairs"], id="a possessive inside the complement"),
        pytest.param(
            "the Bureau of South and Central Asian Affairs", ["Bureau of South and Central Asian Affairs"], id="two quarters of one subject"
        ),
        pytest.param("the Centre of the South and General Ray", ["Centre of the South"], id="near miss: somebody behind a quarter"),
        pytest.param("the Sri Lanka-Peru Maritime Council", ["Sri Lanka-Peru Maritime Council"], id="a state of two words tied to another"),
        pytest.param(
            "the Saudi Arabia-Nordic Maritime Council", ["Saudi Arabia-Nordic Maritime Council"], id="a state of two words tied to a group"
        ),
        pytest.param("near Lanka-Bay Maritime Council", ["Lanka-Bay Maritime Council"], id="near miss: a word tied that ends no state"),
        pytest.param("the Larvik Region", [], id="a part of a state"),
        pytest.param("the Fourth Naval Region", ["Fourth Naval Region"], id="near miss: a naval region"),
        pytest.param("our Search and Rescue Centres", [], id="houses without a name"),
        pytest.param("the Centers for Disease Control", ["Centers for Disease Control"], id="near miss: houses with their subject"),
        pytest.param("the Naval Component Commander", [], id="an office over a component"),
        pytest.param("the Norwegian Naval Component Commander", ["Norwegian Naval Component"], id="near miss: a component of a state"),
        pytest.param("the U.S. Coast Guard District Seven", ["U.S. Coast Guard District Seven"], id="a number in words"),
        pytest.param(
            "the U.S. Naval Forces Lakes Command/U.S. 9th Fleet",
            ["U.S. Naval Forces Lakes Command/U.S. 9th Fleet"],
            id="one staff of two names",
        ),
        pytest.param("the Army Staff/Navy Staff", ["Army Staff", "Navy Staff"], id="near miss: two staffs"),
        pytest.param(
            "the Norwegian Defence Research Establishment", ["Norwegian Defence Research Establishment"], id="an establishment of a state"
        ),
        pytest.param(
            "the enhanced Forward Presence Battle Group", ["enhanced Forward Presence Battle Group"], id="a small letter in a name"
        ),
        pytest.param("the enhanced Combat Brigade of Peru", ["Combat Brigade of Peru"], id="near miss: a brigade made better"),
        pytest.param("the Strategy, Policy, and Plans Directorate", ["Strategy, Policy, and Plans Directorate"], id="a list of fields"),
        pytest.param("Ada Moss, Policy and Plans Directorate", ["Policy and Plans Directorate"], id="near miss: a name before a list"),
        pytest.param("the Training and Doctrine Command", ["Training and Doctrine Command"], id="two fields of a command"),
        pytest.param("the Navy and Support Command", ["Navy", "Support Command"], id="near miss: a service and a command"),
        pytest.param("the Central Command Posts", [], id="posts of a command"),
        pytest.param("the Civilian Staff", [], id="those who work with somebody"),
        pytest.param("the U.S. 9th Fleet Rear Adm. Ann Ball", ["U.S. 9th Fleet"], id="a rank before a name that is a thing"),
        pytest.param("the Establishment of a hotline", [], id="near miss: something that is set up"),
    ],
)
def test_a_name_ends_where_its_complement_does(text: str, names: list[str]) -> None:
    assert [body.name for body in read(f"They met on 3 May. It was about {text}.")] == names


def test_a_staff_of_two_names_is_one_body_under_each() -> None:
    (staff,) = read("The U.S. Naval Forces Lakes Command/U.S. 9th Fleet sailed. U.S. 9th Fleet said so.")
    assert staff.aliases == ("U.S. 9th Fleet",)


def test_a_force_of_many_nations_with_a_hyphen_is_of_no_one_state() -> None:
    (force,) = read("Abuja: Nigeria praised the Multi-National Larvik Task Force.", publisher="Nigerian Army")
    assert force.country == "INT"


def test_the_service_of_the_one_who_publishes_is_not_the_guests() -> None:
    text = "Colombo: Colonel Al Poe of the British Army called on the Commander of the Army at the Army Headquarters. The Army thanked him."
    bodies = {body.name: (body.aliases, body.country) for body in read(text, publisher="Sri Lanka Army")}
    assert bodies == {"British Army": ((), "GB"), "Army": ((), "LK"), "Army Headquarters": ((), "LK")}


def test_a_house_where_two_states_met_is_not_the_guests() -> None:
    text = "Muscat: Oman and Qatar met at the headquarters of the Ministry of Defence. The British officers of the Defence Staff came."
    assert [(body.name, body.country) for body in read(text)] == [("Ministry of Defence", "OM"), ("Defence Staff", "GB")]


@pytest.mark.parametrize(("state", "code"), [("Bangladesh", "BD"), ("Pakistan", "PK")])
def test_letters_that_bodies_of_two_states_bear_are_those_at_home(state: str, code: str) -> None:
    bodies = {body.name: body.country for body in read(f"The Army of {state} sailed, ISPR said.", publisher=f"{state} Army")}
    assert bodies["ISPR"] == code
