"""The first day of what ended on the day told, and days told beside a week or month; published on Wednesday, 15 May 2024."""

from __future__ import annotations

import pytest

from ingest.engine.types import Meeting
from tests.engine.test_meeting_places import reported

ENDED = [
    ("The joint border commission of Peru and Chile closed its session on Tuesday, 14 May 2024 in Tacna after two days of debate.",
     "2024-05-13/2024-05-14"),
    ("The naval talks of Peru and Chile, held in Callao, ended yesterday after two days.", "2024-05-13/2024-05-14"),
    ("Officials of Peru and Chile wrapped up the sixth round of their defence talks in Callao on Tuesday following three days of"
     " sessions.", "2024-05-12/2024-05-14"),
    ("Today marked the close of the two-day meeting of the naval staffs of Peru and Chile in Callao.", "2024-05-14/2024-05-15"),
    ("The naval talks of Peru and Chile ended in Callao on Tuesday. Over the two days the staffs reviewed the plan.",
     "2024-05-13/2024-05-14"),
    ("The naval talks of Peru and Chile, which began on Monday in Callao, wrapped up today.", "2024-05-13/2024-05-15"),
    ("The naval talks between Peru and Chile, which had opened in Callao on 9 May, came to an end on Friday, 10 May.",
     "2024-05-09/2024-05-10"),
    ("The naval talks of Peru and Chile took place in Callao this week, on Monday and Tuesday.", "2024-05-13/2024-05-14"),
    ("The naval talks of Peru and Chile took place in Callao this week.", "2024-05-XX"),
    ("In mid-April, Colonel Luis Roca met with Rear Admiral Eva Lind in Callao.", "2024-04-XX"),
    # near misses: a day on which nothing ended, and a course that has days of its own
    ("The naval talks of Peru and Chile took place in Callao on Tuesday after two days of rain.", "2024-05-14"),
    ("The naval talks of Peru and Chile were held in Callao on Tuesday. A course that began on 6 May goes on.", "2024-05-14"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), ENDED)
def test_the_days_of_what_has_ended(body: str, expected: str) -> None:
    assert "; ".join(map(_days, reported(body))) == expected


def test_a_visit_that_was_completed_ended_on_the_day_told() -> None:
    (visit,) = reported("Rear Admiral Eva Lind completed a three-day visit to Peru on Tuesday.")
    assert _days(visit) == "2024-05-12/2024-05-14"


def _days(meeting: Meeting) -> str:
    return f"{meeting.date}/{meeting.end_date}" if meeting.end_date else f"{meeting.date}"


LEFT = [
    ("Rear Admiral Eva Lind left for Lima on Monday to attend the Andean Naval Forum, scheduled for 21-22 May, with ministers of"
     " Peru, Chile and Bolivia.", "2024-05-21/2024-05-22"),
    ("Rear Admiral Eva Lind will fly to Lima on Sunday, where she will attend the Andean Naval Forum (21-23 May) with ministers of"
     " Peru, Chile and Bolivia.", "2024-05-21/2024-05-23"),
    ("Rear Admiral Eva Lind took part in the Andean Naval Forum in Lima on Monday with ministers of Peru, Chile and Bolivia. The next one"
     " will be held on 21 May.", "2024-05-13"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), LEFT)
def test_the_days_of_a_forum_are_not_that_of_leaving_for_it(body: str, expected: str) -> None:
    assert _days(reported(body)[0]) == expected


def test_a_day_to_come_is_not_that_of_earlier_in_the_day() -> None:
    told = reported(
        "Colonel Luis Roca held talks with Rear Admiral Eva Lind in Lima on Monday. She praised the yard, which she will tour on"
        " Thursday.\n\nA plan is to be signed in June.\n\nRear Admiral Eva Lind had earlier in the day paid a courtesy call"
        " on Major General Kofi Mensah."
    )
    assert [meeting.date for meeting in told if "Kofi Mensah" in meeting.people] == ["2024-05-13"]
