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


SEA = "Commander of CTF 150 (CCTF 150) held a video conference call with the Commander of the Royal Navy of Oman (CRNO) to discuss patrols."


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
