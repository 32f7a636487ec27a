"""Where a meeting was: the smallest place that its own sentence tells, else the dateline, else nothing. All names are invented."""

from __future__ import annotations

import pytest

from ingest.engine.rules import dates, meetings, places
from ingest.engine.rules.meetings.occasion import ENVOY
from ingest.engine.types import Meeting, Organization, Release
from tests.engine.made_up import both_of, placed, placed_bodies
from tests.engine.test_meetings import official
from tests.engine.test_meetings_of_ministries import CAST


def reported(body: str, *, title: str = "", dateline: str | None = None) -> list[Meeting]:
    return [meeting for meeting in every(body, title=title, dateline=dateline) if meeting.status == "primary"]


def every(body: str, *, title: str = "", dateline: str | None = None) -> tuple[Meeting, ...]:
    release = Release(title, body, published="2024-05-15", dateline=dateline)
    both = both_of(body, title)
    people = placed(both, *(official(row) for row in CAST if row.split("|")[0] in body))
    return meetings.find(both, release, people, (), places.find(both), dates.find(both, release))


@pytest.mark.parametrize(
    ("body", "dateline", "where"),
    [
        pytest.param(
            "CALLAO, Peru – Colonel Luis Roca and Rear Admiral Eva Lind met on the parade ground of Santa Berta Naval Base on May 14.",
            "CALLAO, Peru",
            ("Santa Berta Naval Base", "PE"),
            id="a base that no table knows lies in the country of the dateline",
        ),
        pytest.param(
            "CALLAO, Peru – Exercise Blue Anchor, the largest of its kind, opened with a ceremony of the Peruvian and Swedish navies"
            " at the headquarters in Port-Belmar on May 14.",
            "CALLAO, Peru",
            ("Port-Belmar", "PE"),
            id="a place behind the words beats the dateline before them",
        ),
        pytest.param(
            "CAMP T.B. OSTER, Hawaii – General Paul Reed met with Rear Admiral Eva Lind at Camp T.B. Oster on May 14.",
            "CAMP T.B. OSTER, Hawaii",
            ("Camp T.B. Oster", "US"),
            id="a dateline in a state of the United States",
        ),
        pytest.param(
            "Colonel Luis Roca received Rear Admiral Eva Lind on 14 May.",
            "Lima",
            ("Lima", "PE"),
            id="the town of a dateline above the text",
        ),
        pytest.param(
            "Colonel Luis Roca received Rear Admiral Eva Lind on 14 May.", "Berlin", (None, "PE"), id="a dateline in a third country"
        ),
        pytest.param(
            "Rear Admiral Eva Lind met with the Commander in Chief, Navy, Colonel Luis Roca, on 14 May.",
            "Lima",
            ("Lima", "PE"),
            id="an office with “in” in it",
        ),
        pytest.param(
            "Rear Admiral Eva Lind met with the Mayor of Lima and with Colonel Luis Roca on 14 May.",
            None,
            (None, None),
            id="a mayor’s town",
        ),
    ],
)
def test_a_meeting_was_where_its_sentence_says(body: str, dateline: str | None, where: tuple[str | None, str | None]) -> None:
    (meeting,) = reported(body, dateline=dateline)
    assert (meeting.place, meeting.country) == where


@pytest.mark.parametrize(
    ("title", "where"),
    [
        pytest.param("Roca and Lind hold talks in Callao", ("Callao", "PE"), id="the headline says where"),
        pytest.param("Roca, Lind meet on sidelines of Callao Naval Forum", ("Callao", "PE"), id="the forum of a town in the headline"),
        pytest.param("33RD SESSION OF PERU AND SWEDEN HELD IN AREQUIPA", ("Arequipa", "PE"), id="a headline in capitals"),
        pytest.param("Roca praises the frigates of Callao", (None, None), id="a town of which a headline speaks is no venue"),
    ],
)
def test_a_meeting_without_a_place_was_where_the_headline_says(title: str, where: tuple[str | None, str | None]) -> None:
    (meeting,) = reported("Colonel Luis Roca held talks with Rear Admiral Eva Lind on May 14.", title=title)
    assert (meeting.place, meeting.country) == where


@pytest.mark.parametrize(
    ("body", "where"),
    [
        pytest.param(
            "The Peruvian Navy held an exercise with the Swedish Navy in the Bay of Bengal on May 14.", ("Bay of Bengal", None), id="a bay"
        ),
        pytest.param("The Peruvian Navy held an exercise with the Swedish Navy in Callao on May 14.", ("Callao", "PE"), id="a port"),
        pytest.param(
            "Colonel Luis Roca and Rear Admiral Eva Lind discussed piracy in the South China Sea on May 14.",
            ("Lima", "PE"),
            id="a sea that was talked about",
        ),
    ],
)
def test_an_exercise_at_sea_was_there_and_in_no_country(body: str, where: tuple[str, str | None]) -> None:
    (meeting,) = reported(body, dateline="Lima")
    assert (meeting.place, meeting.country) == where


@pytest.mark.parametrize(
    ("body", "where"),
    [
        pytest.param(
            "Rear Admiral Eva Lind left Stockholm for Lima on an official visit to Peru on Tuesday.", ("Lima", "PE"), id="the town left for"
        ),
        pytest.param(
            "Colonel Luis Roca met with Rear Admiral Eva Lind at Camp Oster in Lima on May 14.", ("Camp Oster", "PE"), id="a camp in a town"
        ),
        pytest.param(
            "On May 14 in Arequipa, Rear Admiral Eva Lind visited the Peruvian Navy with Colonel Luis Roca.",
            ("Arequipa", "PE"),
            id="the town with which the sentence of a visit opens",
        ),
        pytest.param(
            "Minister of Defence Marta Silva met with the Ambassador to Portugal, Omar Haddad, on May 14.",
            (None, "PT"),
            id="where an envoy serves",
        ),
        pytest.param(
            "Minister of Defence Marta Silva met with the Ambassador to Spain, Karim Said, on May 14.",
            (None, None),
            id="an envoy to another state",
        ),
        pytest.param(
            "Minister of Defence Marta Silva is to meet with Ambassador Omar Haddad on May 18.", (None, None), id="an envoy to be met"
        ),
        pytest.param(
            "During her first working visit to the Republic of Peru, Rear Admiral Eva Lind met with Colonel Luis Roca on May 14.",
            (None, "PE"),
            id="the country of the visit with which a sentence opens",
        ),
        pytest.param(
            "Colonel Luis Roca received Rear Admiral Eva Lind at Bandarakoshi on May 14.",
            ("Bandarakoshi", "PE"),
            id="a site no table knows",
        ),
        pytest.param(
            "Colonel Luis Roca met with Rear Admiral Eva Lind, Chief of Staff of the Navy, and with officers of the Army, the Air Force,"
            " the Coast Guard and the Border Guard of both countries, at a position at Ras Belmar.",
            ("Ras Belmar", None),
            id="a place far behind those who met",
        ),
        pytest.param(
            "Colonel Luis Roca received Rear Admiral Eva Lind at Headquarters on May 14.", (None, "PE"), id="plain words behind at"
        ),
        pytest.param(
            "Colonel Luis Roca received Rear Admiral Eva Lind at Eurosalon 2024 on May 14.", (None, "PE"), id="a fair of one year"
        ),
        pytest.param(
            "Rear Admiral Eva Lind met with Colonel Luis Roca on May 14 as well as visiting Camp Oster.",
            (None, None),
            id="a sight seen besides",
        ),
        pytest.param(
            "Rear Admiral Eva Lind met with Colonel Luis Roca, behind a guard mounted by Santa Berta Air Base, on May 14.",
            (None, None),
            id="a base that sent the guard",
        ),
        pytest.param(
            "Rear Admiral Eva Lind met with Colonel Luis Roca at a Military Airport in Callao on May 14.",
            ("Callao", "PE"),
            id="an airport without a name",
        ),
        pytest.param(
            "STOCKHOLM, May 15. Rear Admiral Eva Lind met with Colonel Luis Roca of Peru on May 14 within her official visit.",
            (None, "PE"),
            id="on her own visit she was where the other is at home",
        ),
        pytest.param(
            "Rear Admiral Eva Lind met with Colonel Luis Roca on May 14. It was held in Callao.",
            ("Callao", "PE"),
            id="it, told right behind",
        ),
        pytest.param(
            "Rear Admiral Eva Lind and Colonel Luis Roca attended the 3rd Andean Security Dialogue on May 14."
            " She led a delegation to the 3rd Andean Security Dialogue, taking place in Callao.",
            ("Callao", "PE"),
            id="its name, told once more",
        ),
        pytest.param(
            "Rear Admiral Eva Lind met with Colonel Luis Roca in Lima on May 14. She is a speaker at the Andean Naval Seminar"
            " that was convened in Callao on May 20.",
            ("Lima", "PE"),
            id="a gathering of a day to come is another one",
        ),
        pytest.param(
            "Colonel Luis Roca met Rear Admiral Eva Lind on May 14 and officials of Kenya, Djibouti and Somalia.",
            (None, None),
            id="a state among states is no town",
        ),
    ],
)
def test_the_smallest_place_is_taken(body: str, where: tuple[str | None, str | None]) -> None:
    (meeting,) = reported(body)
    assert (meeting.place, meeting.country) == where


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param("toured the Andean Peace Training School", "Andean Peace Training School", id="a school"),
        pytest.param("visited the Andean Peace Training School and Roca Industries", None, id="one of two sights"),
    ],
)
def test_a_school_that_was_visited_is_the_place(body: str, place: str | None) -> None:
    text = f"Rear Admiral Eva Lind {body} with Colonel Luis Roca on May 14."
    release = Release("", text, published="2024-05-15")
    both = both_of(text, "")
    people = placed(both, *(official(row) for row in CAST if row.split("|")[0] in text))
    school = placed_bodies(both, Organization("Andean Peace Training School", country="PE"))
    found = meetings.find(both, release, people, school, places.find(both), dates.find(both, release))
    assert {meeting.place for meeting in found} == {place}


def test_whom_a_traveller_met_was_met_at_the_stop_in_that_country() -> None:
    met = reported(
        "Rear Admiral Eva Lind traveled to Arequipa, Peru; Tallinn, Estonia; and Djibouti May 12-14.\n\nOn May 12, Lind met with Colonel"
        " Luis Roca. In Tallinn, Lind met with Minister of Defence Mart Tamm. On May 14, Lind met with General Ion Rusu."
    )
    assert [(meeting.place, meeting.country) for meeting in met] == [("Arequipa", "PE"), ("Tallinn", "EE"), (None, None)]


def test_the_town_that_stands_alone_before_the_first_sentence_is_where_the_release_reports_from() -> None:
    (meeting,) = reported("LIMA, Peru, May 14. Colonel Luis Roca met with Rear Admiral Eva Lind, who is visiting Peru.")
    assert (meeting.place, meeting.country) == ("Lima", "PE")


@pytest.mark.parametrize(
    ("body", "where"),
    [
        pytest.param(
            "Peru and Estonia held talks in Lima on 14 May. On the margins of the talks, Minister Ana Popa received Rear Admiral Eva Lind.",
            [("Lima", "PE"), ("Lima", "PE")],
            id="on the margins of talks of others",
        ),
        pytest.param(
            "CALLAO – Sailors of Sweden were decorated on 14 May at Camp Oster in Lima. The ceremony was hosted by Colonel Luis Roca of"
            " Peru in the presence of Rear Admiral Eva Lind.",
            [("Camp Oster", "PE")],
            id="the ceremony with which the release opens",
        ),
        pytest.param(
            "A day prior to the talks in Lima, Colonel Luis Roca met Rear Admiral Eva Lind.",
            [(None, None)],
            id="where something was on another day",
        ),
        pytest.param(
            "Colonel Luis Roca met Rear Admiral Eva Lind on 14 May. The two will meet again at a session to be held in Arequipa in June.",
            [(None, None)],
            id="the place of what is to come",
        ),
        pytest.param(
            "Colonel Luis Roca met Minister of Defence Mart Tamm at the Belmar House in Lima on 14 May."
            " Colonel Luis Roca hosted at the same venue Rear Admiral Eva Lind.",
            [("Belmar House", "PE"), ("Belmar House", "PE")],
            id="at the same venue",
        ),
        pytest.param(
            "Minister Ana Popa met Minister of Defence Mart Tamm in Lima on 14 May. Minister Ana Popa met Rear Admiral Eva Lind on 9 May.",
            [("Lima", "PE"), (None, None)],
            id="on another day",
        ),
        pytest.param(
            "Peru and Sweden reaffirmed their ties at the 3rd Session of the Sweden-Peru Joint Commission. Rear Admiral Eva Lind, who"
            " announced that the meeting has kicked off in Arequipa in Peru, praised it.",
            [("Arequipa", "PE")],
            id="what somebody announced of the meeting",
        ),
        pytest.param(
            "Peru and Sweden reaffirmed their ties at the 3rd Session of the Sweden-Peru Joint Commission. Rear Admiral Eva Lind"
            " announced that the next meeting has been set for Arequipa in Peru.",
            [(None, None)],
            id="what somebody announced of the next one",
        ),
        pytest.param(
            "STOCKHOLM – Rear Admiral Eva Lind will meet Colonel Luis Roca on 20 May. They said the meeting will be at Camp Oster in Lima.",
            [("Camp Oster", "PE")],
            id="what is to come, told behind",
        ),
        pytest.param(
            "Rear Admiral Eva Lind met Minister Ana Popa on 14 May. She also met Colonel Luis Roca. The two meetings took place in Lima.",
            [("Lima", "PE"), ("Lima", "PE")],
            id="two meetings, told behind",
        ),
        pytest.param(
            "Rear Admiral Eva Lind flew to Lima on 14 May, where she met Colonel Luis Roca at Belmar House.",
            [("Belmar House", "PE")],
            id="where somebody went, and where he was received there",
        ),
        pytest.param(
            "Rear Admiral Eva Lind returned on 14 May from Lima, where she met Colonel Luis Roca.",
            [("Lima", "PE")],
            id="what was left behind",
        ),
    ],
)
def test_a_meeting_was_where_another_sentence_tells(body: str, where: list[tuple[str | None, str | None]]) -> None:
    assert [(meeting.place, meeting.country) for meeting in reported(body)] == where


@pytest.mark.parametrize(
    "seat",
    [
        pytest.param("Rear Admiral Eva Lind (residence in Callao)", id="residence in brackets"),
        pytest.param("Rear Admiral Eva Lind (resident in Callao)", id="resident in brackets"),
        pytest.param("the Defence Attaché, Rear Admiral Eva Lind, who resides in Callao", id="resides"),
        pytest.param("the Defence Attaché, Rear Admiral Eva Lind, whose office is in Callao", id="whose office"),
        pytest.param("the Defence Attaché with seat in Callao, Rear Admiral Eva Lind", id="with seat"),
        pytest.param("the Defence Attaché stationed in Callao, Rear Admiral Eva Lind", id="stationed"),
        pytest.param("the Defence Attaché at the Embassy of Sweden in Callao, Rear Admiral Eva Lind", id="at an embassy"),
    ],
)
def test_the_seat_of_an_envoy_is_no_venue(seat: str) -> None:
    (meeting,) = reported(f"Colonel Luis Roca received {seat}, on 14 May.")
    assert meeting.place is None


def test_an_office_or_embassy_in_a_town_is_a_venue() -> None:
    (office,) = reported("Rear Admiral Eva Lind paid a courtesy call on Colonel Luis Roca at his office in Callao.")
    (embassy,) = reported("Colonel Luis Roca met with Rear Admiral Eva Lind at the Embassy of Sweden in Callao.")
    assert (office.place, embassy.place) == ("Callao", "Callao")


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("In Callao, Sweden’s Rear Admiral Eva Lind", id="a possessive"),
        pytest.param("In Callao, Sweden Coast Guard Rear Admiral Eva Lind", id="a service"),
        pytest.param("In Callao, the Netherlands Defence Attaché and Rear Admiral Eva Lind", id="an office"),
    ],
)
def test_a_state_behind_a_town_may_be_that_of_an_office(opening: str) -> None:
    assert reported(f"{opening} met with Colonel Luis Roca on 14 May.")[0].country == "PE"


def test_a_town_may_be_the_subject() -> None:
    (meeting,) = reported("The city of Callao hosted talks between Rear Admiral Eva Lind and Colonel Luis Roca on 14 May.")
    assert meeting.place == "Callao"


def test_guests_received_one_after_the_other_were_in_one_town() -> None:
    first, second = reported(
        "On 14 May, Rear Admiral Eva Lind paid a courtesy call on Minister Ana Popa at the Ministry of National Defence in Bucharest."
        " Next to arrive was Secretary of Defense Jane Doe, who was received by General Ion Rusu."
    )
    assert (first.place, second.place) == ("Bucharest", "Bucharest")


@pytest.mark.parametrize(
    "ahead",
    [
        pytest.param("in preparation for the Andean Security Forum in Quito", id="in preparation for"),
        pytest.param("ahead of the Andean Security Forum in Quito", id="ahead of"),
        pytest.param("to prepare for the Andean Security Forum in Quito", id="to prepare for"),
        pytest.param("in the run-up to the Andean Security Forum in Quito", id="in the run-up to"),
        pytest.param("before the Andean Security Forum in Quito", id="before"),
    ],
)
def test_talks_ahead_of_a_gathering_have_neither_its_name_nor_its_place(ahead: str) -> None:
    (meeting,) = reported(f"Colonel Luis Roca met with Rear Admiral Eva Lind on 14 May {ahead}.")
    assert (meeting.title, meeting.place) == (None, None)


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("In Callao, where she attended the Andean Security Forum,", id="where she attended"),
        pytest.param("While attending the Andean Security Forum in Callao,", id="while attending"),
        pytest.param("During her visit to Callao to attend the Andean Security Forum,", id="to attend"),
    ],
)
def test_talks_of_one_who_attends_a_gathering_do_not_bear_its_name(opening: str) -> None:
    (meeting,) = reported(f"{opening} Rear Admiral Eva Lind met with Colonel Luis Roca on 14 May.")
    assert (meeting.title, meeting.place, meeting.country) == (None, "Callao", "PE")


def test_a_round_that_two_led_is_one() -> None:
    (meeting,) = reported(
        "Peru and Sweden held the 3rd Bilateral Defence Talks in Callao on 14 May, led by Colonel Luis Roca and Eva Lind."
    )
    assert (meeting.title, meeting.people) == ("3rd Bilateral Defence Talks", ("Luis Roca", "Eva Lind"))


def test_a_counsellor_of_an_embassy_met_where_he_serves() -> None:
    row = "Omar Haddad|Haddad||Minister-Counsellor||JO"
    assert ENVOY.search(official(row).position or "")


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        pytest.param("Luis Roca met with Eva Lind at the Peruvian Ministry of Defence on 14 May.", "PE", id="a ministry"),
        pytest.param("Luis Roca met with Eva Lind on 14 May at the Ministry of Defence of Peru.", "PE", id="a ministry of a state"),
        pytest.param("Luis Roca and Eva Lind held talks at the headquarters of the Peruvian Navy.", "PE", id="the headquarters of a force"),
        pytest.param("Luis Roca met with Eva Lind at Peruvian Navy Headquarters.", "PE", id="a force and its headquarters"),
        pytest.param("At the Peruvian Ministry of Defence, Luis Roca met with Eva Lind.", "PE", id="with which a sentence opens"),
        pytest.param(
            "Luis Roca met with Eva Lind, Director of Policy at the Peruvian Ministry of Defence.", None, id="an office held there"
        ),
        pytest.param("Luis Roca met with Eva Lind at the Ministry of Defence. The Peruvian coast is long.", None, id="told of another"),
        pytest.param("Luis Roca met with Eva Lind in the Peruvian Navy’s interest.", None, id="a force that is no house"),
        pytest.param("Luis Roca met with Eva Lind at the Peruvian Navy Mission.", None, id="a mission abroad"),
        pytest.param("Luis Roca met with Eva Lind and spoke of officers who study at the Peruvian Naval College.", None, id="a school"),
    ],
)
def test_talks_in_the_house_of_a_state_were_in_its_country(sentence: str, country: str | None) -> None:
    release = Release("", sentence, published="2024-05-15")
    both = both_of(sentence, "")
    people = placed(both, *(official(row) for row in CAST if row.split("|")[0] in sentence))
    names = ("Ministry of Defence", "Peruvian Navy", "Peruvian Navy Mission", "Peruvian Naval College")
    bodies = placed_bodies(both, *(Organization(name, country="PE") for name in names if name in sentence))
    (meeting,) = meetings.find(both, release, people, bodies, places.find(both), dates.find(both, release))
    assert (meeting.place, meeting.country) == (None, country)
