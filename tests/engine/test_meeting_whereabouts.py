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
