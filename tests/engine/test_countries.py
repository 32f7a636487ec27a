"""Which states a release names: by name, demonym, or inside other names; never through the map or a person."""

from __future__ import annotations

import pytest

from ingest.engine import passages
from ingest.engine.rules import countries
from ingest.engine.types import Release


def named(body: str, title: str = "") -> list[str]:
    return sorted({mention.value for mention in countries.find(passages.of(Release(title=title, body=body)))})


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        pytest.param("The Kenya-Uganda Joint Commission met.", ["KE", "UG"], id="inside the name of a body"),
        pytest.param("He signed the Peru-Chile Agreement.", ["CL", "PE"], id="inside the name of a document"),
        pytest.param("Omani and Emirati pilots flew.", ["AE", "OM"], id="demonyms"),
        pytest.param("The Korean minister spoke.", ["KR"], id="Korea alone is the Republic"),
        pytest.param("Palestinian officials visited the West Bank.", ["PS"], id="Palestine"),
        pytest.param("Congolese troops left.", ["CD"], id="the larger Congo by default"),
        pytest.param("Congolese troops of the Republic of the Congo left.", ["CG"], id="the Congo that is named in full"),
        pytest.param("Dominican sailors of the Commonwealth of Dominica.", ["DM"], id="the Dominica that is named in full"),
        pytest.param("Georgia's armed forces and Tbilisi.", ["GE"], id="Georgia the state"),
        pytest.param("Jordan and Chad agreed.", ["JO", "TD"], id="states whose names are given names"),
        pytest.param("Minister Jordan Pickett met the King of Jordan.", ["JO"], id="given name beside the state"),
        pytest.param(
            "Burmese camps and Kenya, deputy chair of the union.", ["KE", "MM"], id="a state before an office, a people before a camp"
        ),
        pytest.param("Europe and America agreed.", ["US"], id="America as a power"),
        pytest.param("Israel Ministry officials spoke.", ["IL"], id="a state before its ministry"),
    ],
)
def test_states_are_named(body: str, codes: list[str]) -> None:
    assert named(body) == codes


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("They sailed the Gulf of Guinea and the Sea of Japan.", id="gulf and sea of"),
        pytest.param("Peace on the Korean Peninsula and in the Irish Sea.", id="peninsula and sea"),
        pytest.param("On Lake Malawi and the Panama Canal.", id="lake and canal"),
        pytest.param("Soldiers from Columbus, Georgia, and Macon, Georgia.", id="Georgia after a US city"),
        pytest.param("The Georgia National Guard sent trainers.", id="Georgia's guard is American, but the word is the state's"),
        pytest.param("She was born in Lebanon, Pennsylvania.", id="town of a US state"),
        pytest.param("Gen. Michael Jordan and Ms. Amy French spoke.", id="family names after titles"),
        pytest.param("Col. England said so.", id="family name after a rank"),
        pytest.param("Minister Israel Lopez said so.", id="given name after a title"),
        pytest.param("The North Atlantic Treaty Organization and Euro-Atlantic partners.", id="alliance"),
        pytest.param("See www.mod.example/Peru and press@Chile.example for more.", id="web and mail addresses"),
        pytest.param("The Soviet Union and East Germany are no more.", id="states that are no more"),
        pytest.param("Talks in Mexico City.", id="through a city alone"),
        pytest.param("A parade at Burma Camp and India Gate.", id="sites named after states"),
        pytest.param("The envoy Germán Ruiz spoke.", id="given name with an accent"),
        pytest.param("Kenya Rivers, chargé d'affaires, spoke.", id="given name before an office"),
        pytest.param("A tour of Africa, Europe, America and Asian states.", id="America among continents"),
        pytest.param("The course went to Europe, Asia and America.", id="America behind continents"),
    ],
)
def test_other_uses_of_the_word_name_no_state(body: str) -> None:
    assert named(body) == []


def test_the_headline_counts() -> None:
    assert named("They met.", title="SWEDISH AND LATVIAN OFFICERS MEET") == ["LV", "SE"]


def test_evidence_is_the_word_itself() -> None:
    (mention,) = countries.find(passages.of(Release(title="", body="Then Danish ships came.")))
    assert (mention.evidence.start, mention.evidence.end, mention.evidence.rule) == (5, 11, "countries.demonym")


def test_of_many_addresses_each_hides_its_own_names() -> None:
    body = "See www.mod.example/Peru and www.mod.example/Chile of Oman, then www.mod.example/Fiji."

    assert [mention.value for mention in countries.find(passages.of(Release(title=None, body=body)))] == ["OM"]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        pytest.param("The destroyer USS John Finn and the frigate HMAS Australia trained.", [], id="ships"),
        pytest.param("The frigate INS “Chile” sailed.", [], id="a ship in quotation marks"),
        pytest.param("The destroyer USS Larkin and Finnish officers trained.", ["FI"], id="near miss: a people behind a ship"),
        pytest.param("The USS Larkin, Finnish officers and the ROK Navy trained.", ["FI", "KR"], id="near miss: a comma between"),
    ],
)
def test_a_word_in_the_name_of_a_ship_names_no_state(body: str, codes: list[str]) -> None:
    assert named(body) == codes


def test_a_community_of_central_african_states_names_no_republic() -> None:
    community = "The Economic Community of Central African States (ECCAS) met"
    assert named(f"{community} in Gabon.") == ["GA"]
    assert named(f"{community} a Central African delegation in Gabon.") == ["CF", "GA"]
