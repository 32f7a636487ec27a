"""What an embassy writes of a ceremony in the state where it stands: whose the officials are, who was there, who built what was given."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Record, Release


def read(body: str, publisher: str | None = None) -> Record:
    return pipeline.read(Release(title=None, body=body, publisher=publisher, published="2024-05-15"))


@pytest.mark.parametrize(
    ("line", "name", "country"),
    [
        ("The Governor of the Larch Region, Afi Lawson, cut the ribbon.", "Afi Lawson", "TG"),
        ("The County Governor, Ali Bo, spoke.", "Ali Bo", "TG"),
        ("The Prefect of Golfe, Ali Bo, spoke.", "Ali Bo", "TG"),
        ("The Commander of the Navy, Captain Yao Mensah, cut the ribbon.", "Yao Mensah", "TG"),
        ("The Chief of Police, Yao Mensah, took part.", "Yao Mensah", "TG"),
        ("The Governor of Ohio, Mike Gray, took part.", "Mike Gray", "US"),
        ("The Defense Attaché, Colonel Ruth Carver, spoke.", "Ruth Carver", "US"),
        ("Colonel Ruth Carver spoke.", "Ruth Carver", "US"),
    ],
)
def test_hosts_of_an_embassy_are_not_its_own(line: str, name: str, country: str) -> None:
    people = {each.name: each for each in read(f"Trucks arrived in Lomé. {line}", "U.S. Embassy in Togo").people}
    assert people[name].country == country


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("Minister of Infrastructure", "TG"),
        ("Minister for Primary Education and Literacy", "TG"),
        ("Minister of Public Works", "TG"),
        ("Provincial Minister", "TG"),
        ("Minister of Defense", "JP"),
        ("Minister for Foreign Affairs", "JP"),
        ("First Secretary", "JP"),
    ],
)
def test_who_governs_the_land_of_an_embassy(office: str, country: str) -> None:
    people = {
        each.name: each for each in read(f"A school was opened in Lomé. The {office}, Bo Ray, spoke.", "Embassy of Japan in Togo").people
    }
    assert people["Bo Ray"].country == country


def test_a_region_that_is_governed_is_no_body() -> None:
    person = read("The Governor of the Larch Region, Afi Lawson, cut the ribbon.").people[0]
    assert (person.position, person.organization) == ("Governor of the Larch Region", None)


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("Ambassador Ruth Carver, the Minister of Defence, General Kodjo Mensah, and others spoke.", ("Ambassador", "Minister of Defence")),
        ("Ambassador Ruth Carver, the Minister of Defence General Kodjo Mensah, and others spoke.", ("Ambassador", "Minister of Defence")),
        ("Ruth Carver, the Minister of Defence, and General Kodjo Mensah spoke.", ("Minister of Defence", None)),
    ],
)
def test_an_office_between_an_ambassador_and_an_officer_is_of_the_officer(line: str, office: tuple[str | None, str | None]) -> None:
    people = {each.name: each.position for each in read(line, "Embassy of Peru in Togo").people}
    assert (people["Ruth Carver"], people["Kodjo Mensah"]) == office


@pytest.mark.parametrize(
    "act",
    [
        "cut the ribbon in front of the guests", "unveiled a bronze plaque", "laid a wreath at the gate", "reviewed the formation",
        "raised both flags", "planted a tree", "read out a letter of thanks", "took the salute", "exchanged certificates",
    ],
)  # fmt: skip
def test_who_acts_in_a_ceremony_was_there(act: str) -> None:
    body = f"Chile handed over two boats to the Peruvian Navy in a ceremony at Callao on 14 May. Ambassador Ana Popa of Chile and Admiral Luis Roca of Peru {act}."
    assert [meeting.people for meeting in read(body).meetings] == [("Ana Popa", "Luis Roca")]


@pytest.mark.parametrize(
    "line",
    [
        "Ambassador Ana Popa of Chile cut the budget.",
        "Ambassador Ana Popa of Chile wrote a letter to the port.",
        "The flag of Ambassador Ana Popa of Chile is red.",
    ],
)
def test_what_is_no_act_of_a_ceremony_brings_nobody_to_it(line: str) -> None:
    body = f"Chile handed over two boats to the Peruvian Navy in a ceremony at Callao on 14 May. {line}"
    assert all("Ana Popa" not in meeting.people for meeting in read(body).meetings)


def test_the_two_generals_are_generals() -> None:
    body = (
        "The Ohio National Guard and the Serbian Armed Forces celebrated 15 years of partnership on May 13 with a parade in Nis. "
        "President Ana Popa of Serbia and Ambassador Jane Doe of the United States attended. Maj. Gen. Jon Harding, the adjutant general of "
        "Ohio, and Gen. Ivan Rusu of Serbia reviewed the formation.\n\nThe next day, the two generals met in Belgrade with Minister of Defence Eva Ilic of Serbia."
    )
    people = [set(meeting.people) for meeting in read(body).meetings]
    assert {"Jon Harding", "Ivan Rusu", "Eva Ilic"} in people


def test_those_at_the_meetings_were_not_on_the_visit_of_the_next_day() -> None:
    body = (
        "On 12 May, Chilean Minister Ana Popa met Peruvian Minister Luis Roca in Lima. The same day, Minister Popa met Ada Vega, Head of the Security Bureau of Peru. "
        "The meetings were attended by the Chilean Ambassador to Peru Jon Diaz.\n\nOn 13 May, Minister Popa visited the Naval School in Callao, where she was welcomed by Admiral Eva Sol of Peru."
    )
    assert ["Jon Diaz" in meeting.people for meeting in read(body).meetings] == [True, True, False]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The guests saw the products of the TARN-OPTIK company.", "TARN-OPTIK"),
        ("They toured the yard of the Rodal Marine shipyard.", "Rodal Marine"),
        ("The boats were built by Halden Marine of Maine.", "Halden Marine"),
        ("The boats were built by Seabees of Battalion Three.", None),
        ("They saw the Alpha company and the Charlie company.", None),
        ("They praised the Wolf company commander.", None),
        ("It was sold to the Larchville-based firm.", None),
        ("The wall was built by people of Maine.", None),
    ],
)
def test_firms_named_by_what_they_make(line: str, name: str | None) -> None:
    found = {each.name for each in read(line).organizations}
    assert name in found if name else not found - {"Battalion Three"}


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("They were welcomed in Warsaw by the Secretary of State, General Jan Nowak. Poland was thanked.", "PL"),
        ("In Warsaw, Poland, they met the Secretary of State of the United States, Jan Nowak.", "US"),
    ],
)
def test_a_secretary_of_state_is_not_american_where_no_american_is_named(line: str, country: str) -> None:
    body = f"The Minister of Defence of Armenia, Davit Manukyan, visited Poland on May 11. {line}"
    people = {each.name: each for each in read(body, "Ministry of Defence of the Republic of Armenia").people}
    assert people["Jan Nowak"].country == country


def test_a_courtesy_before_an_envoy_hides_no_office() -> None:
    person = read("HE Ambassador of Kazakhstan to Oman Arman Serikov attended the meeting.").people[0]
    assert (person.name, person.position, person.country) == ("Arman Serikov", "Ambassador to Oman", "KZ")


def test_a_deputy_minister_serves_in_no_department_of_policy() -> None:
    body = "The Deputy Minister of Defence Hrant Sahakyan and the Head of the Department of Defence Policy Lusine Grigoryan came."
    people = {each.name: each.organization for each in read(body, "Ministry of Defence of the Republic of Armenia").people}
    assert people == {"Hrant Sahakyan": None, "Lusine Grigoryan": "Department of Defence Policy"}


@pytest.mark.parametrize(
    "end",
    [
        "The trip ended in Beirut on 12 May with staff talks.",
        "The visit closed in Beirut on 12 May with a working session.",
        "The tour wound up in Beirut on 12 May with talks at the ministry.",
    ],
)
def test_a_journey_that_ends_with_talks(end: str) -> None:
    body = (
        "Admiral Giulio Neri of Italy, the Chief of Defence, travelled to Jordan and Lebanon from 10 to 12 May. On 10 May in Amman, Neri met Major "
        f"General Omar Haddad of Jordan. {end} General Jean Khoury, commander of the Lebanese Armed Forces, led the host delegation."
    )
    last = read(body, "Ministry of Defence of Italy").meetings[-1]
    assert (last.kind, last.place, last.people) == ("meeting", "Beirut", ("Giulio Neri", "Jean Khoury"))


def test_talks_in_the_plan_of_a_trip_are_no_meeting() -> None:
    body = "Admiral Giulio Neri of Italy travelled to Lebanon on 10 May. The trip ended with satisfaction about the talks of March."
    assert all(meeting.kind != "meeting" for meeting in read(body, "Ministry of Defence of Italy").meetings)


@pytest.mark.parametrize(
    ("line", "bodies"),
    [
        ("Colonel Brian Banda and Major Ruth Mwale of the Zambia Army accompanied him.", ("Zambia Army", "Zambia Army")),
        ("He was met by Colonel Brian Banda and Major Ruth Mwale of the Zambia Army.", ("Zambia Army", "Zambia Army")),
        ("Colonel Brian Banda and Major Ruth Mwale of the Zambia Army discussed training.", (None, "Zambia Army")),
    ],
)
def test_officers_of_one_row_serve_in_the_body_that_closes_it(line: str, bodies: tuple[str | None, str | None]) -> None:
    people = {each.name: each.organization for each in read(line, "Ministry of Defence of Kenya").people}
    assert (people["Brian Banda"], people["Ruth Mwale"]) == bodies


def test_who_laid_a_wreath_during_the_ceremony_was_at_the_one_told_before() -> None:
    body = (
        "Chile handed over two boats to the Peruvian Navy in a ceremony at Callao on 14 May. Ambassador Ana Popa of Chile and Admiral Luis Roca of "
        "Peru cut the ribbon. On 13 May, Ambassador Popa met Minister Eva Sol of Peru in Lima.\n\nAlso in the ambassador’s party were Colonel Jon Diaz of "
        "Chile, who laid a wreath during the ceremony, and Major Ada Vega of Chile."
    )
    ceremony = next(meeting for meeting in read(body).meetings if meeting.kind == "ceremony")
    assert {"Jon Diaz", "Ada Vega"} <= set(ceremony.people)
