"""Whole pages as agencies, commands and envoys write them: whose people stand in them, and who was there; all names are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

from typing import Any

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Document

END = "The two sides spoke of the sea and of the training of young officers."


def read(*paragraphs: str) -> Any:
    return pipeline.extract(Document("\n\n".join([*paragraphs, END]), "text"))


def states(*paragraphs: str) -> dict[str, str | None]:
    return {person.name: person.country for person in read(*paragraphs).people}


def present(*paragraphs: str) -> list[list[str]]:
    return [sorted(meeting.people) for meeting in read(*paragraphs).meetings]


HOST = "DOHA: Salem bin Hamad al Thani, Under-Secretary of the Ministry of Defence, received on Monday General Paul Reeves, Commander of the United States Central Command."


@pytest.mark.parametrize(
    ("paragraphs", "name", "state"),
    [
        pytest.param(
            [
                HOST,
                "The US delegation was received at the base by Rear Admiral Khalid bin Saif al Noaimi, Commander of the Qatari Emiri Navy.",
            ],
            "Salem bin Hamad al Thani",
            "QA",
            id="a host beside another host of the same guests",
        ),
        pytest.param(
            ["WARSAW: Defence Minister Ion Popa held talks with Defence Minister of Poland Jan Kowal on Tuesday."],
            "Ion Popa",
            None,
            id="near miss: a minister who has come to the town of the dateline",
        ),
        pytest.param(
            [
                "In a telephone call with the Foreign Minister of Peru Luis Roca, Minister for the Sea Karl Berg spoke of trade.",
                "Touching upon the situation in Libya, Minister Berg called for one Libya for all Libyans.",
            ],
            "Karl Berg",
            None,
            id="a state that was only talked about in one sentence",
        ),
    ],
)
def test_nobody_is_of_a_state_of_guests_or_matters(paragraphs: list[str], name: str, state: str | None) -> None:
    assert states(*paragraphs)[name] == state


CALL = "In a telephone call with the Foreign Minister of Peru Luis Roca, Minister Karl Berg spoke of trade between the two countries."


@pytest.mark.parametrize(
    ("line", "state"),
    [
        pytest.param("Numru ta' Referenza: PR2014en, Data ta' l-Istqarrija : Lul 30, 2020", "MT", id="Malta"),
        pytest.param("Hoppa yfir valmynd", "IS", id="Iceland"),
        pytest.param("Ugrás a tartalomhoz", "HU", id="Hungary"),
        pytest.param("Zum Inhalt springen", None, id="near miss: a language of several states"),
    ],
)
def test_words_of_a_site_in_the_language_of_one_state_tell_whose_it_is(line: str, state: str | None) -> None:
    page = read(line, "Minister discusses trade with counterpart of Peru", CALL)
    assert {person.name: person.country for person in page.people}["Karl Berg"] == state


def test_a_day_stands_behind_its_label_in_maltese() -> None:
    line = "Numru ta' Referenza: PR2014en, Data ta' l-Istqarrija : Lul 30, 2020"
    assert read("Minister discusses trade with counterpart of Peru", line, CALL).release.published == "2020-07-30"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Consultations between the foreign policy departments of Uzbekistan and Kyrgyzstan, led by Deputy Ministers of Foreign Affairs Rustam Karimov and Asel Toktova, were held in Bishkek.",
            {"Rustam Karimov": "UZ", "Asel Toktova": "KG"},
            id="departments of two states",
        ),
        pytest.param(
            "Talks between the Ministries of Defence of Serbia and Greece, headed by State Secretaries Marko Ilic and Nikos Pappas, were held in Athens.",
            {"Marko Ilic": "RS", "Nikos Pappas": "GR"},
            id="ministries of two states",
        ),
    ],
)
def test_two_who_lead_talks_are_of_the_two_states_in_turn(body: str, expected: dict[str, str]) -> None:
    assert states(body) == expected


SENT = "President Paul Mensah of Ghana on Monday received special envoys from Togo’s President Kofi Amega and Benin’s President Luc Houngbo, who delivered messages."


def test_who_sends_an_envoy_was_not_there() -> None:
    found = read(SENT)
    assert [sorted(meeting.people) for meeting in found.meetings] == [["Paul Mensah"]]
    assert {person.name: (person.position, person.country) for person in found.people}["Kofi Amega"] == ("President", "TG")


def test_the_envoy_is_of_the_state_of_the_sender() -> None:
    body = "President Paul Mensah of Ghana has received a Special Envoy from Togo’s President Kofi Amega, Dr Awa Lawson, Minister of Foreign Affairs, in Accra."
    assert states(body)["Awa Lawson"] == "TG"
    assert present(body) == [["Awa Lawson", "Paul Mensah"]]


def test_an_envoy_named_behind_the_office_of_the_sender_was_there() -> None:
    body = "President Paul Mensah of Ghana received the Special Envoy of Togo’s President, Kofi Amega, in Accra on Monday."
    assert present(body) == [["Kofi Amega", "Paul Mensah"]]


def test_who_leads_a_mission_was_not_at_talks_told_before() -> None:
    body = "General Ants Kask of Estonia met General Jonas Petraitis of Lithuania in Tallinn on Monday. An Estonian unit serves abroad."
    assert present(f"{body} The peacekeeping mission is currently led by Major General Lars Holm.") == [["Ants Kask", "Jonas Petraitis"]]


def test_a_particle_with_a_capital_is_of_the_name() -> None:
    body = "The letter was brought to Accra by Angola’s Minister of Transport, Marco Da Silva Tomas."
    assert states(body) == {"Marco Da Silva Tomas": "AO"}
    assert "Ana Lind" in states("The ministry of Peru sent Defence Attaché Colonel Ana Lind, DA Lima, to the talks.")


SEA = "Patrols were the topic as the Commander of CTF 150 (CCTF 150) and the Commander of the Royal Navy of Oman (CRNO) held a video call."


def test_letters_of_an_office_tell_who_holds_it() -> None:
    found = read(SEA, "Commodore Ivan Kovac (CCTF 150) talked with Rear Admiral Salim bin Said (CRNO) about patrols.")
    held = {person.name: (person.position, person.organization, person.country) for person in found.people}
    assert held == {"Ivan Kovac": ("Commander", "CTF 150", "INT"), "Salim bin Said": ("Commander", "Royal Navy of Oman", "OM")}
    assert [(meeting.kind, len(meeting.people)) for meeting in found.meetings] == [("call", 2)]
    assert {body.name: body.aliases for body in found.organizations}["Royal Navy of Oman"] == ()


def test_letters_of_a_body_are_no_office() -> None:
    found = read(
        "General Ana Popa of Peru met officers of the Coastal Salvage Office (CSO) in Lima.", "Major Luis Roca (CSO) of Chile spoke."
    )
    assert {person.name: person.position for person in found.people}["Luis Roca"] is None


@pytest.mark.parametrize(
    "headline",
    [
        pytest.param("Working Group of Peru and Chile meets in Arica, 3 - 5 May 2021", id="days of a meeting"),
        pytest.param("Joint Commission of Peru and Chile from 18 – 20 November, 2019", id="days behind from"),
    ],
)
def test_days_of_a_meeting_are_of_the_headline(headline: str) -> None:
    found = read(headline, "Peru and Chile held a meeting of their working group in Arica. General Ana Popa led the delegation of Peru.")
    assert (found.release.title, found.release.published) == (headline, None)


def test_a_day_behind_a_headline_is_none_of_its_words() -> None:
    found = read("Working Group of Peru and Chile meets in Arica - 5 May 2021", "Peru and Chile held a meeting in Arica on Monday.")
    assert found.release.published == "2021-05-05"


def test_a_label_without_its_day_is_no_headline() -> None:
    assert read("Written on", "General Ana Popa of Peru met Colonel Luis Roca of Chile in Lima on Monday.").release.title is None


def held(*paragraphs: str) -> dict[str, tuple[str | None, str | None, str | None]]:
    return {person.name: (person.position, person.organization, person.country) for person in read(*paragraphs).people}


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        pytest.param(
            "the head of the Latvian Defence Ministry’s department for international cooperation",
            ("head of the department for international cooperation", "Latvian Defence Ministry", "LV"),
            id="a part in small letters",
        ),
        pytest.param(
            "the director of the Latvian Navy’s training unit",
            ("director of the training unit", "Latvian Navy", "LV"),
            id="a unit",
        ),
        pytest.param("the US chargés d’affaires in Riga", ("chargés d’affaires in Riga", None, "US"), id="an envoy in the plural"),
    ],
)
def test_an_office_goes_on_to_the_part_that_is_headed(office: str, expected: tuple[str | None, ...]) -> None:
    assert held(f"General Ana Popa of Peru met {office}, Anna Liepa, in Riga on 4 May 2020.")["Anna Liepa"] == expected


def test_a_delegation_is_no_part_of_an_army() -> None:
    assert held("He thanked the Commander of the Chilean Army’s delegation, Colonel Luis Roca.")["Luis Roca"][0] is None


@pytest.mark.parametrize(
    ("body", "name", "state"),
    [
        pytest.param(
            "The Commander, Brigadier General Radek Novak from Czech Republic handed over the command of EUTM Mali to Brigadier General Juan Ortiz from Spain.",
            "Juan Ortiz",
            "INT",
            id="who takes over a mission of the Union",
        ),
        pytest.param(
            "Colonel Karl Berg from Germany handed over command of the 3rd Battalion to Colonel Ana Lind from Germany in Oldenburg.",
            "Ana Lind",
            "DE",
            id="near miss: a battalion",
        ),
    ],
)
def test_who_takes_over_a_mission_speaks_for_all(body: str, name: str, state: str) -> None:
    assert states(body)[name] == state


def told(*paragraphs: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(each.kind, each.place, tuple(sorted(each.people))) for each in read(*paragraphs).meetings]


VISIT = "General Paul Byrne of Ireland is on a two-day visit to Latvia. On Monday he met with the Commander of the Latvian Armed Forces, General Janis Berzins."


def test_what_somebody_is_visiting_is_apart_from_talks() -> None:
    found = told(
        VISIT,
        "On Tuesday Byrne is meeting with Minister of Defence Maris Ozols. Later Byrne is visiting the Infantry Brigade stationed at Adazi.",
    )
    assert found[1:] == [("meeting", None, ("Maris Ozols", "Paul Byrne")), ("visit", "Adazi", ("Paul Byrne",))]


def test_what_was_done_at_the_meeting_is_of_the_meeting() -> None:
    page = "Kenya and Uganda held the Joint Border Commission meeting from 3 to 5 May 2021 in Busia, Kenya. The meeting was aimed at trade."
    deeds = "Among the activities at the meeting was the signing of a border memorandum by Kenyan Defence Minister Eunice Wanjiru and Ugandan Security Minister Moses Okello."
    assert told(page, deeds) == [("meeting", "Busia", ("Eunice Wanjiru", "Moses Okello"))]


def test_a_centre_is_smaller_than_the_town_of_the_dateline() -> None:
    page = "LIMA, 28 July 2015 – Peru and Chile held their 3rd Defence Dialogue at the National Simulation Centre."
    assert [place for _, place, _ in told(page)] == ["National Simulation Centre"]


def test_a_centre_at_which_somebody_studies_is_no_place_of_talks() -> None:
    page = "LIMA, 28 July 2015 – Peru and Chile held talks on officers who study at the National Simulation Centre."
    assert [place for _, place, _ in told(page)] == ["Lima"]


SESSION = "The Peru-Chile Defence Committee met in Lima on 4 May 2021. "
CHAIRED = "The session was co-chaired by Deputy Minister Juan Vega of Peru and Luis Roca."


def test_a_reception_before_a_session_is_apart() -> None:
    before = "Before the session, Minister of Defence of Peru Ana Popa received the Deputy Minister of Defence of Chile, Luis Roca. "
    assert [people for _, _, people in told(SESSION + before + CHAIRED)] == [("Juan Vega", "Luis Roca"), ("Ana Popa", "Luis Roca")]


def test_who_received_the_guests_of_a_meeting_was_at_it() -> None:
    page = SESSION + "Minister of Defence of Peru Ana Popa received the Deputy Minister of Defence of Chile, Luis Roca."
    assert [people for _, _, people in told(page)] == [("Ana Popa", "Luis Roca")]


def test_agreements_that_there_are_were_not_signed_now() -> None:
    talks = "General Ana Popa of Peru met Colonel Luis Roca of Chile in Lima on Monday."
    assert read(talks, "They wish to speed up all agreements signed between Peru and Chile on roads.").agreements == ()


def test_a_district_is_no_state_however_it_is_written() -> None:
    found = read("General Ana Popa of Peru met officers of the District of Colombia National Guard in Lima.")
    assert found.countries == ("PE",)


def test_the_part_of_a_body_is_of_the_state_behind_it() -> None:
    found = read("LIMA: General Ana Popa met Karl Reed of the International Policy Division, Department of Defence, Australia, on Monday.")
    assert {body.name: body.country for body in found.organizations}["International Policy Division"] == "AU"


@pytest.mark.parametrize(
    ("paper", "state"),
    [
        pytest.param("the Jamaica Observer", "JM", id="a paper of one state"),
        pytest.param("the Financial Times", None, id="near miss: a paper that all speak to"),
    ],
)
def test_whoever_tells_a_paper_of_a_state_is_at_home_there(paper: str, state: str | None) -> None:
    assert (
        states(f"The Minister of Defence, Rob Vane, told {paper} that talks with General Luis Roca of Peru were useful.")["Rob Vane"]
        == state
    )


@pytest.mark.parametrize(
    ("body", "name", "state"),
    [
        pytest.param(
            "Guests at the reception in Accra included officials of the Ghana Navy and several members of the Brazilian Air Force, among them Colonel Ana Lopes.",
            "Ana Lopes",
            "BR",
            id="among the members of a force",
        ),
        pytest.param(
            "KINGSTON: Minister of Defence Rob Vane of Jamaica met personnel in the US Coast Guard and the Ohio National Guard, including Brigadier General Al Dunn.",
            "Al Dunn",
            "US",
            id="personnel in the second of two bodies",
        ),
        pytest.param(
            "Officials of the Ministry of Defence, including Secretary General Ion Popa, received Colonel Luis Roca of Peru in Bucharest.",
            "Ion Popa",
            "RO",
            id="near miss: a ministry that does not say whose it is",
        ),
    ],
)
def test_who_is_named_among_the_people_of_a_body_is_of_its_state(body: str, name: str, state: str) -> None:
    assert states(body)[name] == state


@pytest.mark.parametrize(
    ("office", "state"),
    [
        pytest.param("Prime Minister of Saxony", None, id="of a land that no table has"),
        pytest.param("Prime Minister", "IS", id="near miss: the own one"),
        pytest.param("Prime Minister of Iceland", "IS", id="near miss: of a state"),
    ],
)
def test_a_prime_minister_of_a_land_is_not_of_the_state_at_home(office: str, state: str | None) -> None:
    page = [
        "Hoppa yfir valmynd",
        "Talks on the support of Ukraine in Munich",
        f"Jon Berg, {office}, spoke of energy at the conference.",
    ]
    assert states(*page)["Jon Berg"] == state
