"""Day, place, country, name and kind of a meeting, told in other words than its first sentence has. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_meeting_places import reported


@pytest.mark.parametrize(
    ("body", "days", "where"),
    [
        pytest.param(
            "LIMA – Minister of Defence Marta Silva, who visited Cambodia to attend the Andean Defence Ministers’ Meeting, held talks with"
            " Colonel Luis Roca on Tuesday.",
            ("2024-05-14", None),
            (None, "KH"),
            id="written elsewhere than in the country that was visited",
        ),
        pytest.param(
            "Rear Admiral Eva Lind paid a visit to the Naval Headquarters and met Colonel Luis Roca today."
            " She is scheduled to leave on 22 May.",
            ("2024-05-15", None),
            (None, "PE"),
            id="talks in a house of the hosts are no stay",
        ),
        pytest.param(
            "Colonel Luis Roca met separately with Rear Admiral Eva Lind in Lima on Tuesday."
            " The guest is in Lima to attend the Andean Forum, which opened on Monday.",
            ("2024-05-14", None),
            ("Lima", "PE"),
            id="the day of a forum for which a guest had come",
        ),
    ],
)
def test_day_and_place_are_those_of_the_talks(body: str, days: tuple[str | None, str | None], where: tuple[str | None, str | None]) -> None:
    (meeting,) = reported(body)
    assert ((meeting.date, meeting.end_date), (meeting.place, meeting.country)) == (days, where)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param(
            "Colonel Luis Roca held talks with Rear Admiral Eva Lind, who was visiting Lima to participate in the Andean Defence Dialogue.",
            None,
            id="what the guest had come for",
        ),
        pytest.param(
            "Colonel Luis Roca and Rear Admiral Eva Lind co-chaired the Andean Defence Dialogue in Lima.",
            "Andean Defence Dialogue",
            id="what both chaired",
        ),
    ],
)
def test_a_name_is_that_of_the_talks(body: str, title: str | None) -> None:
    (meeting,) = reported(body)
    assert meeting.title == title
