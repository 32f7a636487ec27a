"""Releases that tell of several meetings at once and then of each, of offices without names, of what belongs to a meeting and what does not."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings import read, told
from tests.engine.test_meetings_of_ministries import CAST

OTHERS = [
    "Ivan Petrov|Petrov||Ambassador||BG",
    "Lea Novak|Novak|Colonel|Defense Attaché||SI",
    "Kai Saar|Saar|Major|Commander||EE",
]

REPORTED = [
    ("Minister Ana Popa held bilateral talks with her counterparts from three countries on the sidelines of the Black Sea Forum in Constanța on Tuesday. With Minister Mart Tamm, she discussed air defence. The meeting with Minister Marta Silva dealt with frigates. Popa and Secretary of Defense Jane Doe agreed to widen training.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm"), ("meeting", "2024-05-14", "RO", "PT RO", "Popa Silva"), ("meeting", "2024-05-14", "RO", "RO US", "Doe Popa")], "several announced, then told by partner"),
    ("Minister Ana Popa met Minister Mart Tamm on the sidelines of the Black Sea Forum in Constanța on 14 May. She also met with Colonel Lea Novak, Minister Marta Silva and Ambassador Ivan Petrov.",
     [("meeting", "2024-05-14", "RO", "BG RO", "Petrov Popa"), ("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm"), ("meeting", "2024-05-14", "RO", "PT RO", "Popa Silva"), ("meeting", "2024-05-14", "RO", "RO SI", "Novak Popa")], "others met there too"),
    ("Minister Marta Silva had a series of meetings in Brussels on 14 May. In talks with Minister Ana Popa, Silva praised the battalion. Her meeting with Minister Mart Tamm focused on drones.",
     [("meeting", "2024-05-14", "BE", "PT RO", "Popa Silva"), ("meeting", "2024-05-14", "BE", "EE PT", "Silva Tamm")], "a series in a third country"),
    ("Defence Secretary Rahul Verma held separate meetings with his counterparts in New Delhi on 13 May. During the meeting with Minister of Defense Sato Kenji, Verma proposed a joint working group. In the meeting with Deputy Minister of Defence Leila Karimova, the two sides reviewed training.",
     [("meeting", "2024-05-13", "IN", "IN JP", "Kenji Verma"), ("meeting", "2024-05-13", "IN", "IN KZ", "Karimova Verma")], "separate meetings, each opened by its partner"),
    ("Minister Ana Popa opened the meeting with Ambassador Omar Haddad in Bucharest on 14 May by condemning the attack in Aqaba.",
     [("meeting", "2024-05-14", "RO", "JO RO", "Haddad Popa")], "a place that was talked about is no venue"),
    ("Romania and Estonia will train together under a Letter of Intent signed by Minister Ana Popa in Tallinn on Tuesday. The letter, signed with Minister Mart Tamm, runs for five years.",
     [("ceremony", "2024-05-14", "EE", "EE RO", "Popa Tamm")], "a signing told in two halves, on a day gone by"),
    ("Minister Ana Popa met Minister Mart Tamm in Bucharest on 14 May. In the framework of the meeting, a technical arrangement was signed by General Ion Rusu and Colonel Lea Novak.",
     [("meeting", "2024-05-14", "RO", "EE RO SI", "Novak Popa Rusu Tamm")], "those who sign within a meeting are of it"),
    ("Rear Admiral Eva Lind paid courtesies to Major General Kofi Mensah at Burma Camp on 14 May.",
     [("meeting", "2024-05-14", "GH", "GH SE", "Lind Mensah")], "courtesies are paid"),
    ("Minister Ana Popa and Minister Mart Tamm exchanged a Memorandum of Understanding in Tallinn on 14 May.",
     [("ceremony", "2024-05-14", "EE", "EE RO", "Popa Tamm")], "a memorandum is exchanged"),
    ("Major General Kofi Mensah met Rear Admiral Eva Lind in Accra on 14 May. Attendees included Brigadier General Pedro Gil and Ambassador Omar Haddad.",
     [("meeting", "2024-05-14", "GH", "ES GH JO SE", "Gil Haddad Lind Mensah")], "attendees"),
    ("Rear Admiral Eva Lind left Stockholm for Lima on a four-day official visit to Peru on Tuesday. She will hold talks with Colonel Luis Roca during the visit.",
     [("visit", "2024-05-14", "PE", "PE SE", "Lind Roca")], "talks due on a visit that has begun"),
    ("Rear Admiral Eva Lind met General Ion Rusu in Bucharest on 14 May. On 15 May, the admiral is scheduled to visit the naval base in Constanța, where she will be welcomed by Minister Ana Popa.",
     [("meeting", "2024-05-14", "RO", "RO SE", "Lind Rusu"), ("visit", "2024-05-15", "RO", "RO SE", "Lind Popa")], "whom the guest is scheduled to meet next"),
    ("Rear Admiral Eva Lind met Colonel Luis Roca in Lima on 14 May. On 15 May, the admiral is scheduled to visit the coast guard station in Callao.",
     [("meeting", "2024-05-14", "PE", "PE SE", "Lind Roca")], "a place where the guest is only scheduled to go"),
    ("On 14 May, Rear Admiral Eva Lind was given a tour of the naval base in Callao by Colonel Luis Roca.",
     [("visit", "2024-05-14", "PE", "PE SE", "Lind Roca")], "given a tour"),
    ("Minister Ana Popa met Minister Mart Tamm in Brussels on 14 May. Afterwards, Popa had a separate meeting with Minister Marta Silva.",
     [("meeting", "2024-05-14", "BE", "EE RO", "Popa Tamm"), ("meeting", "2024-05-14", "BE", "PT RO", "Popa Silva")], "afterwards, in a third country"),
    ("Minister Ana Popa met Minister Mart Tamm in Bucharest on 14 May. They recalled the exercise that ended on 3 May. Later on the same day, General Ion Rusu received Minister Mart Tamm.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm"), ("meeting", "2024-05-14", "RO", "EE RO", "Rusu Tamm")], "the same day as the meeting, not as an old exercise"),
    ("Cyber defence was the main topic of consultations of the ministers of defence of Estonia and Portugal, Mart Tamm and Marta Silva, on 14 May in Lisbon.",
     [("meeting", "2024-05-14", "PT", "EE PT", "Silva Tamm")], "consultations of two"),
    ("On 14 May, Minister Ana Popa took part in a meeting in Tallinn with her counterparts Mart Tamm and Marta Silva.",
     [("meeting", "2024-05-14", "EE", "EE PT RO", "Popa Silva Tamm")], "a meeting without a name is taken part in"),
    ("Minister Mart Tamm met Minister Ana Popa in Tallinn on 14 May. Minister Marta Silva, who chaired the meeting, praised both.",
     [("meeting", "2024-05-14", "EE", "EE PT RO", "Popa Silva Tamm")], "who chaired the meeting told before"),
    ("Rear Admiral Eva Lind met General Ion Rusu at Camp Viorica in Bucharest on 14 May.",
     [("meeting", "2024-05-14", "RO", "RO SE", "Lind Rusu")], "a camp in a city"),
    ("Minister Ana Popa received Minister Mart Tamm in Bucharest on 14 May. On 10 May, Popa spoke by telephone with Minister Tamm ahead of the visit.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm")], "a call that prepared the visit is not what is reported"),
    ("The Minister of National Defence of Romania hosted a delegation of Estonia in Bucharest on 14 May.",
     [("meeting", "2024-05-14", "RO", "EE RO", "")], "hosts by their office alone"),
    ("Estonia and Portugal reaffirmed their ties during the third meeting of the Baltic-Atlantic Defence Dialogue on 14 May in Tallinn.",
     [("meeting", "2024-05-14", "EE", "EE PT", "")], "during an occasion"),
    ("Estonia, Portugal and Romania met in Tallinn on 14 May for the third Baltic-Atlantic Defence Dialogue. Japan and Peru attended as observers.",
     [("conference", "2024-05-14", "EE", "EE JP PE PT RO", "")], "observers"),
    ("Minister Ana Popa attended the Andean Security Forum in Lima on 14 May. Apart from her bilateral meetings with Minister Marta Silva and Secretary of Defense Jane Doe, she also had deliberations with Minister Mart Tamm.",
     [("meeting", "2024-05-14", "PE", "PT RO", "Popa Silva"), ("meeting", "2024-05-14", "PE", "RO US", "Doe Popa"), ("meeting", "2024-05-14", "PE", "EE RO", "Popa Tamm")], "apart from these, others"),
    ("Minister Mart Tamm discussed drones during separate phone conversations with Minister Ana Popa and Minister Marta Silva on 14 May.",
     [("call", "2024-05-14", None, "EE RO", "Popa Tamm"), ("call", "2024-05-14", None, "EE PT", "Silva Tamm")], "separate calls, of which something else is the verb"),
    ("Major General Kofi Mensah received Ambassador Omar Haddad in Accra on 14 May. In the afternoon Ambassador Ivan Petrov was welcomed by him.",
     [("meeting", "2024-05-14", "GH", "GH JO", "Haddad Mensah"), ("meeting", "2024-05-14", "GH", "BG GH", "Mensah Petrov")], "welcomed by him"),
    ("Major General Kofi Mensah received Ambassador Omar Haddad in Accra on 14 May. Later he had an interaction with Ambassador Ivan Petrov.",
     [("meeting", "2024-05-14", "GH", "GH JO", "Haddad Mensah"), ("meeting", "2024-05-14", "GH", "BG GH", "Mensah Petrov")], "an interaction"),
]  # fmt: skip

NOT_REPORTED = [
    ("Minister Ana Popa visited the headquarters of the company Roca Systems in Lima on 14 May.", "a company"),
    ("The meeting with the trade unions dealt with pay, said Minister Ana Popa. Minister Mart Tamm did not comment.", "a meeting with nobody of another state"),
    ("With Minister Mart Tamm as its author, the book was praised by Minister Ana Popa.", "with, and no series of meetings"),
    ("Minister Ana Popa and Minister Mart Tamm shared a prize for their letters.", "shared, and no series of meetings"),
    ("Minister Ana Popa said that intelligence gathered in Lima was shared with Minister Mart Tamm.", "what was gathered is no gathering"),
    ("Estonia and Portugal reaffirmed their commitment to the Baltic-Atlantic Defence Dialogue.", "an occasion that is only spoken of"),
    ("Minister Ana Popa and Minister Mart Tamm exchanged notes on the weather.", "notes that are no papers"),
    ("The memorandum was exchanged for a new one, said Minister Ana Popa of the one with Portugal.", "a paper exchanged for another"),
]  # fmt: skip


def primary(body: str) -> list[tuple[object, ...]]:
    rows = [row for row in [*CAST, *OTHERS] if row.split("|")[0] in body]
    found = [told(meeting) for meeting in read("2024-05-15", "", body, rows, ["NATO"]) if meeting.status == "primary"]
    return sorted(((kind, date, country, sides, people) for kind, date, _, country, sides, people in found), key=str)


@pytest.mark.parametrize(("body", "expected"), [pytest.param(body, expected, id=about) for body, expected, about in REPORTED])
def test_each_of_several_meetings_is_told_once_with_its_own_people(body: str, expected: list[tuple[object, ...]]) -> None:
    assert primary(body) == sorted(expected, key=str)


@pytest.mark.parametrize("body", [pytest.param(body, id=about) for body, about in NOT_REPORTED])
def test_words_that_only_sound_like_one_of_several_meetings_tell_none(body: str) -> None:
    assert primary(body) == []


def dates_of(published: str, body: str) -> set[tuple[str | None, str | None]]:
    rows = [row for row in [*CAST, *OTHERS] if row.split("|")[0] in body]
    return {(meeting.date, meeting.end_date) for meeting in read(published, "", body, rows, []) if meeting.status == "primary"}


@pytest.mark.parametrize(
    ("body", "days"),
    [
        pytest.param("Minister Ana Popa met Minister Mart Tamm in Tallinn last week.", ("2024-05-XX", None), id="last week, in one month"),
        pytest.param("TALLINN, May 15 — Minister Ana Popa met Minister Mart Tamm in Tallinn.", (None, None), id="a dateline is the day of writing"),
        pytest.param(
            "TALLINN, May 15 — Minister Ana Popa met Minister Mart Tamm in Tallinn on 14 May.", ("2024-05-14", None), id="a day behind a dateline"
        ),
        pytest.param(
            "Rear Admiral Eva Lind left Stockholm by air for Lima on a visit to Peru on 14 May. She is scheduled to return home on 17 May.",
            ("2024-05-14", "2024-05-17"),
            id="back home on a day",
        ),
        pytest.param(
            "Rear Admiral Eva Lind is on a visit to Peru from 14 May. She stays until 17 May.", ("2024-05-14", "2024-05-17"), id="stays until"
        ),
        pytest.param(
            "Rear Admiral Eva Lind paid a visit to Peru on 14 May. Colonel Luis Roca will return to Tacna on 17 May.",
            ("2024-05-14", None),
            id="somebody else goes somewhere",
        ),
        pytest.param(
            "Minister Ana Popa will pay a working visit to Estonia at the invitation of her Estonian counterpart Mart Tamm on 20 May."
            " The visit will last until 21 May.",
            ("2024-05-20", "2024-05-21"),
            id="lasts until",
        ),
        pytest.param(
            "Minister Ana Popa met Minister Mart Tamm after the cable had been cut on Sunday.", (None, None), id="a day of what was before"
        ),
        pytest.param(
            "Minister Ana Popa thanked for aid in last year’s search and met Minister Mart Tamm.", (None, None), id="a year of something else"
        ),
        pytest.param(
            "Rear Admiral Eva Lind is on a four-day visit to Peru. On Tuesday she called on Colonel Luis Roca.",
            ("2024-05-14", None),
            id="one day of a visit",
        ),
        pytest.param(
            "The ministry said on Monday that Minister Ana Popa met Minister Mart Tamm in Tallinn.", (None, None), id="the day of saying"
        ),
        pytest.param(
            "On the 9th, Minister Ana Popa was received by Minister Mart Tamm, and on the 10th she toured a school.",
            ("2024-05-09", None),
            id="the day of the next clause",
        ),
        pytest.param(
            "Minister Ana Popa met Minister Mart Tamm during her visit of 6-8 May. The meeting took place on 7 May.",
            ("2024-05-07", None),
            id="the day within a visit",
        ),
        pytest.param(
            "Minister Ana Popa completed a week-long trip today to Estonia, where she met Minister Mart Tamm.", (None, None), id="end of a trip"
        ),
    ],
)  # fmt: skip
def test_a_meeting_lasts_as_long_as_is_told(body: str, days: tuple[str | None, str | None]) -> None:
    assert dates_of("2024-05-15", body) == {days}


def test_names_of_papers_in_single_marks_are_no_speech_that_hides_who_was_present() -> None:
    body = (
        "Minister Ana Popa met Minister Mart Tamm in Tallinn on 14 May. The ministers signed the ‘Memorandum of Understanding on Naval Training’"
        " and will conclude an ‘Agreement on the Protection of Information’ this year. General Ion Rusu was also present."
    )
    assert {people for *_, people in primary(body)} == {"Popa Rusu Tamm"}
