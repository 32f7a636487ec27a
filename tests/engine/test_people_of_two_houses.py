"""Whose officers of two states or bodies are who stand in one sentence or list, and where their deputies and directors serve."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.test_people_sides import read

ARMY = "The Commander of the Kenya Army, General Ali Otieno, met a delegation of the Armed Forces of Burundi (FDNB). "
PIER = "A team of the Regional Salvage Service (RSS) came. Captain Ana Ross visited the Queen Mary Hospital. "
GUEST = "Vice Minister Budi Raya received {} in Jakarta."
CHAIRMAN = "The Chairman of the Joint Chiefs of Staff, General Ali Zaben, received General Luc Morel of France. "


@pytest.mark.parametrize(
    ("body", "name", "fields"),
    [
        pytest.param(
            "The Bhutanese and the Tongan contingents are led by Lt Col Karma Dorji, psc and Maj Semisi Koloi respectively.",
            "Semisi Koloi", {"country": "TO"}, id="contingents of two states with their leaders in turn",
        ),
        pytest.param(
            "They trained under the command of Captain Wu Gang of the Chinese side and Commander Eva Cossa of the Mozambican side.",
            "Eva Cossa", {"country": "MZ"}, id="a side behind the name",
        ),
        pytest.param(
            ARMY + "The delegation was headed by Colonel Prime Ndayi and included Major Aline Kaze.",
            "Aline Kaze", {"country": "BI"}, id="a delegation of an army that somebody of another met",
        ),
        pytest.param(
            "Also present:\n\nFor Honduras:\n\n- Colonel Ana Lagos, Director of Operations of the Ministry of Defence.\n\n"
            "- Major Luis Sosa, Commander of the Special Jungle Brigade.",
            "Luis Sosa", {"country": "HN"}, id="the second line below the heading of a state",
        ),
        pytest.param(
            "U.S. Northern Command hosted officers of Mexico’s Secretariat of Rivers (SERI) and Secretariat of Ports (SEPU). The teams were"
            " led by U.S. Navy Captain Bo Ray and Rear Adm. Ximena Mora of SEPU.",
            "Ximena Mora", {"country": "MX"}, id="the second of two bodies behind one state",
        ),
        pytest.param(
            "The Minister met H.E. Som Vannak, Secretary of State at the Ministry of National Defence, in Phnom Penh.",
            "Som Vannak", {"position": "Secretary of State", "country": "KH"}, id="a secretary of state of a ministry is no American",
        ),
        pytest.param(
            "The U.S. envoy met Secretary of State Al Poe.", "Al Poe", {"country": "US"}, id="near miss: the American one",
        ),
        pytest.param(
            GUEST.format("the Secretary for Defence of Papua New Guinea (PNG) Mr. Philip Kuma"),
            "Philip Kuma", {"position": "Secretary for Defence", "country": "PG"}, id="letters behind a state before the name",
        ),
        pytest.param(
            GUEST.format("the Minister of Defence of Papua New Guinea, Mr. Philip Kuma"),
            "Philip Kuma", {"position": "Minister of Defence", "country": "PG"}, id="near miss: a state without its letters",
        ),
        pytest.param(
            "General Liban Okieh of Djibouti handed over the chair of the Committee of Chiefs of Defence Staff to the Chief of Defence"
            " Staff of the Rwanda Defence Force (RDF), General Aloys Sebera.",
            "Aloys Sebera", {"position": "Chief of Defence Staff", "organization": "Rwanda Defence Force"},
            id="a chair that is handed over is nobody's office",
        ),
        pytest.param(
            "The chair of the Committee on Ports, Ana Lind, spoke.", "Ana Lind", {"position": "chair"}, id="near miss: a chair who speaks",
        ),
        pytest.param(
            PIER + "The executive director of the RSS, Commodore Al Charles, spoke.",
            "Al Charles", {"organization": "Regional Salvage Service"}, id="letters that ships bear too",
        ),
        pytest.param(
            CHAIRMAN + "Assistant Chairman for Plans, Brigadier General Awad Ghazi, attended.",
            "Awad Ghazi", {"organization": "Joint Chiefs of Staff"}, id="an assistant serves where the chairman does",
        ),
        pytest.param(
            CHAIRMAN + "Assistant Commissioner for Ports, Mr. Awad Ghazi, attended.",
            "Awad Ghazi", {"organization": None}, id="near miss: an assistant of somebody else",
        ),
        pytest.param(
            "The FARDC met the Malian Army’s Coordinator of Operation Larkspur, Colonel Ibra Keita.",
            "Ibra Keita", {"position": "Coordinator of Operation Larkspur", "organization": "Malian Army"}, id="an operation is no body",
        ),
        pytest.param(
            "Commissioner Paulo Neto of the Border Guard Police of Angola attended.",
            "Paulo Neto", {"rank": "Commissioner", "position": None}, id="a commissioner is an officer of the police of Angola",
        ),
        pytest.param(
            "Commissioner Jean Ram of the Mauritius Police Force attended.",
            "Jean Ram", {"rank": None, "position": "Commissioner"}, id="near miss: a commissioner who heads the police",
        ),
        pytest.param(
            "The delegation of Peru was headed by Brigade General Juan Carlos Tzul Pop, Deputy Chief of Plans.",
            "Juan Carlos Tzul Pop", {"rank": "Brigade General"}, id="a second surname that is an English word",
        ),
        pytest.param(
            ARMY + "General Otieno telephoned his counterpart of the FDNB, General Jean Niyo.",
            "Jean Niyo", {"organization": "Armed Forces of Burundi", "country": "BI"}, id="a counterpart of a body told by its letters",
        ),
        pytest.param(
            "The Minister of Armed Forces of Madagascar, General de Corps d'Armée Hery Andri, was the chief guest.",
            "Hery Andri", {"position": "Minister of Armed Forces", "country": "MG"}, id="a French rank without its accents",
        ),
        pytest.param(
            "The Minister of Health and Wellness of Barbados, Dr. Ana Howe, spoke at the Ministry of Health and Wellness.",
            "Ana Howe", {"organization": "Ministry of Health and Wellness"}, id="a ministry with wellness in its name",
        ),
        pytest.param(
            "The minister spoke with Nana Adwoa Mensah, Minister for Defence of Ghana.",
            "Nana Adwoa Mensah", {"country": "GH"}, id="a title of Ghana that is a part of the name",
        ),
    ],
)  # fmt: skip
def test_whose_and_where(body: str, name: str, fields: dict[str, Any]) -> None:
    people = read(body)
    assert name in people
    assert {field: getattr(people[name], field) for field in fields} == fields


def test_who_directs_a_field_of_work_serves_the_house_that_publishes() -> None:
    body = "The Nepali Army received Captain Ana Ross. Director General of Military Operations, Major General Sunita Rai, was present."
    assert read(body, publisher="Nepali Army")["Sunita Rai"].organization == "Nepali Army"
    assert read(body)["Sunita Rai"].organization is None


def test_a_royal_service_is_that_of_the_kingdom_at_home_where_the_british_are_not_named() -> None:
    body = "The delegation saw the 3rd Air Base of the Royal Air Force, whose commander, Colonel Driss Ouazzani, welcomed it{}."
    publisher = "Royal Moroccan Armed Forces"
    assert read(body.format(""), publisher=publisher)["Driss Ouazzani"].country == "MA"
    assert read(body.format(" with officers of the United Kingdom"), publisher=publisher)["Driss Ouazzani"].country == "GB"


def test_no_general_is_called_inspectorate() -> None:
    assert "Inspectorate" not in read(
        "A team of the General Inspectorate of Border Police of Moldova, headed by its Chief, Ms. Ana Ungur, came."
    )
