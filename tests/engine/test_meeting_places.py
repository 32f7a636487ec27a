"""Where a meeting was: the smallest place that its own sentence tells, else the dateline, else nothing. All names are invented."""

from __future__ import annotations

import pytest

from ingest.engine.rules import dates, meetings, places
from ingest.engine.types import Meeting, Release
from tests.engine.made_up import both_of, placed
from tests.engine.test_meetings import official
from tests.engine.test_meetings_of_ministries import CAST


def reported(body: str, *, title: str = "", dateline: str | None = None) -> list[Meeting]:
    release = Release(title, body, published="2024-05-15", dateline=dateline)
    both = both_of(body, title)
    people = placed(both, *(official(row) for row in CAST if row.split("|")[0] in body))
    found = meetings.find(both, release, people, (), places.find(both), dates.find(both, release))
    return [meeting for meeting in found if meeting.status == "primary"]


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
