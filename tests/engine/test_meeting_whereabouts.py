"""When and where an occasion was, as other sentences than its own tell. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_meeting_places import reported

TALKS = "Minister Ana Popa met Minister Mart Tamm. "
IN_CLAUSES = [
    pytest.param("At the meeting, which took place on 14 May in Estonia, they spoke of cadets.", "2024-05-14 None EE", id="at the, which"),
    pytest.param(
        "In the course of the talks held in Tallinn on 14 May, they spoke of cadets.", "2024-05-14 Tallinn EE", id="talks held in"
    ),
    pytest.param(
        "Cadets were on the agenda of the meeting, which was held in Tallinn on 14 May.", "2024-05-14 Tallinn EE", id="of the, which"
    ),
    pytest.param("The two sides, meeting in Tallinn on 14 May, spoke of cadets.", "2024-05-14 Tallinn EE", id="meeting in"),
    pytest.param("During their meeting in Tallinn on Monday, they spoke of cadets.", "2024-05-13 Tallinn EE", id="a town and a day"),
    pytest.param(
        "During the meeting at the Royal Belmar Armed Forces Headquarters on Monday, they spoke.", "2024-05-13 None None", id="a house"
    ),
    pytest.param("The meeting on Monday focused on cadets.", "2024-05-13 None None", id="the meeting on a day"),
    pytest.param("The meeting on 20 May will be of cadets.", "- None None", id="near miss: a day to come"),
    pytest.param("They recalled the talks, which were held in Tallinn in January.", "- None None", id="near miss: recalled"),
    pytest.param("At the conference held in Tallinn in 2023 they had spoken of cadets.", "- None None", id="near miss: an old one"),
    pytest.param("They praised the results of the session, which was held in Tallinn on 2 May.", "- None None", id="near miss: results"),
    pytest.param("They spoke of cadets (a paper was written in Tallinn on 2 May).", "- None None", id="near miss: an aside in brackets"),
]
ONE_AND_TWO = "On 13 May, Minister Ana Popa met Minister Mart Tamm. On 14 May, she met Colonel Luis Roca. "
SUMMED_UP = [
    pytest.param("All the meetings took place in Doha.", ["2024-05-13 Doha QA", "2024-05-14 Doha QA"], id="all the meetings"),
    pytest.param("All of the above meetings were held in Doha.", ["2024-05-13 Doha QA", "2024-05-14 Doha QA"], id="all of the above"),
    pytest.param("These bilateral talks took place in Doha.", ["2024-05-13 Doha QA", "2024-05-14 Doha QA"], id="these talks"),
    pytest.param(
        "All the previous meetings were held in Doha.", ["2024-05-13 None None", "2024-05-14 None None"], id="near miss: previous"
    ),
]
IN_CAPITALS = [
    pytest.param("in Peru’s capital", "2024-05-14 None PE", id="a state's capital"),
    pytest.param("in the Peruvian capital", "2024-05-14 None PE", id="a people's capital"),
    pytest.param("in the capital of Peru", "2024-05-14 None PE", id="the capital of a state"),
]

SERIES = [
    pytest.param(
        "She toured the Baltics.\n\nTallinn, 13 May. Minister Ana Popa met Minister Mart Tamm.\n\nRiga, 14 May. She met Colonel Luis Roca.",
        ["2024-05-13 Tallinn EE", "2024-05-14 Riga LV"],
        id="labels of town and day",
    ),
    pytest.param(
        "On 13 May, Minister Ana Popa met Minister Mart Tamm. On 14 May, she met Colonel Luis Roca. As part of the visit, she also met"
        " Rear Admiral Eva Lind.",
        ["2024-05-13 None None", "2024-05-14 None None", "- None None"],
        id="some time in a visit of several days",
    ),
    pytest.param(
        "Minister Ana Popa met Colonel Luis Roca in Lima on the morning of 13 May.\n\nThe two-day visit has a full programme.\n\n"
        "In the afternoon, she met Rear Admiral Eva Lind.",
        ["2024-05-13 Lima PE", "2024-05-13 Lima PE"],
        id="in the afternoon of the day told before",
    ),
    pytest.param(
        "Minister Ana Popa is on a visit to Doha, where she held several bilateral meetings. On 13 May she met Minister Mart Tamm. On 14"
        " May she met Colonel Luis Roca.",
        ["2024-05-13 Doha QA", "2024-05-14 Doha QA"],
        id="officials of third states met on a visit",
    ),
    pytest.param(
        "Minister Ana Popa visited Peru on 12 May and Sweden on 14 May. In Peru she met Colonel Luis Roca. In Sweden she met Rear Admiral"
        " Eva Lind.",
        ["2024-05-12 None PE", "2024-05-14 None SE"],
        id="each stop of a tour has its own day",
    ),
    pytest.param(
        "Minister Ana Popa will visit Peru from 20 to 21 May and Sweden from 22 to 24 May.",
        ["2024-05-20/2024-05-21 None PE", "2024-05-22/2024-05-24 None SE"],
        id="each stop of a tour to come has its own days",
    ),
    pytest.param(
        "Minister Ana Popa and Colonel Luis Roca discussed the training of pilots at the school in Belmar on 14 May.",
        ["2024-05-14 None None"],
        id="the place of what was discussed",
    ),
    pytest.param(
        "LIMA – Minister Ana Popa and Colonel Luis Roca held talks to discuss the search for ships in distress, May 14, in Arequipa.",
        ["2024-05-14 Arequipa PE"],
        id="the place right behind the day",
    ),
    pytest.param(
        "Minister Ana Popa, presently in Peru on a five-day visit, called on Colonel Luis Roca in Lima on Tuesday.",
        ["2024-05-14 Lima PE"],
        id="the day of a call on a visit",
    ),
    pytest.param(
        "Minister Ana Popa met yesterday with Colonel Luis Roca as part of its working visit to Peru.",
        ["2024-05-14 None PE"],
        id="as part of its visit",
    ),
    pytest.param(
        "Minister Ana Popa will arrive in Peru on 20 May for a visit. The visit is scheduled from 20 to 22 May 2024.",
        ["2024-05-20/2024-05-22 None PE"],
        id="the days of a visit to come",
    ),
    pytest.param(
        "Minister Ana Popa met Colonel Luis Roca in Lima on 13 May. On the following day, she called on General Ion Rusu.",
        ["2024-05-13 Lima PE"],
        id="near miss: one of her own state",
    ),
]
AT_HOUSES = [
    pytest.param("in Lima", "at the Ministry of Defence", ["2024-05-13 Lima PE", "2024-05-14 Lima PE"], id="a ministry in the capital"),
    pytest.param("in Arequipa", "at the Ministry of Defence", ["2024-05-13 Arequipa PE", "2024-05-14 None PE"], id="told of another town"),
]


def _told(body: str) -> list[str]:
    found = reported(body)
    days = (meeting.date or "-" if meeting.end_date is None else f"{meeting.date}/{meeting.end_date}" for meeting in found)
    return [f"{day} {meeting.place} {meeting.country}" for day, meeting in zip(days, found, strict=True)]


@pytest.mark.parametrize(("sentence", "expected"), IN_CLAUSES)
def test_a_clause_tells_when_and_where_it_was(sentence: str, expected: str) -> None:
    assert _told(TALKS + sentence) == [expected]


@pytest.mark.parametrize(("sentence", "expected"), SUMMED_UP)
def test_a_sentence_tells_the_place_of_all_of_them(sentence: str, expected: list[str]) -> None:
    assert _told(ONE_AND_TWO + sentence) == expected


@pytest.mark.parametrize(("words", "expected"), IN_CAPITALS)
def test_a_capital_tells_the_country(words: str, expected: str) -> None:
    assert _told(f"Minister Ana Popa held talks with Colonel Luis Roca {words} on 14 May.") == [expected]


@pytest.mark.parametrize(("body", "expected"), SERIES)
def test_when_and_where_each_of_several_was(body: str, expected: list[str]) -> None:
    assert _told(body) == expected


@pytest.mark.parametrize(("town", "house", "expected"), AT_HOUSES)
def test_a_ministry_is_in_the_capital_that_was_told(town: str, house: str, expected: list[str]) -> None:
    calls = (
        f"On 13 May, Minister Ana Popa met Colonel Luis Roca {town}. On the following day, she was received by Colonel Luis Roca {house}."
    )
    assert _told(calls) == expected
