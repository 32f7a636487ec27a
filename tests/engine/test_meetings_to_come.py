"""Other sessions, and talks of more states, that a release only speaks of. Names, dates and events are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine.rules.meetings.occasion import alike
from tests.engine.test_meetings import read, told
from tests.engine.test_meetings_of_ministries import CAST

SESSION = "The 18th Session of the Peru-Chile Joint Commission on Defence was held in Lima on 13 May 2024. "
TALKS = "Minister Ana Popa met with Minister Mart Tamm in Tallinn on Monday. "


def found(body: str) -> list[str]:
    """The meetings: status, kind, sides."""
    rows = [row for row in CAST if row.split("|")[0] in body]
    return [f"{each.status} {told(each)[0]} {told(each)[4]}" for each in read("2024-05-15", "", body, rows, [])]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{SESSION}The 19th Session will be held in Arica in 2025.", ["primary meeting CL PE", "mentioned meeting CL PE"]),
        (f"{SESSION}The 18th Session was opened by a choir.", ["primary meeting CL PE"]),
        (f"{TALKS}The 19th Session will be held in Arica in 2025.", ["primary meeting EE RO"]),
        (f"{TALKS}The two ministers last spoke by telephone on 2 April.", ["primary meeting EE RO", "mentioned call EE RO"]),
        (f"{TALKS}They talked about the meeting of the defence ministers of Romania, Estonia and Poland which will be held in Riga in June.", ["primary meeting EE RO", "mentioned conference EE PL RO"]),
        ("A meeting of the border representatives of Peru and Chile was held in Arica on 13 May.", ["primary meeting CL PE"]),
        ("A meeting on the border of Peru and Chile drew 200 traders on 13 May.", []),
    ],
)  # fmt: skip
def test_what_is_only_spoken_of_is_told_by_itself(body: str, expected: list[str]) -> None:
    assert found(body) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("18th Session of the Joint Commission", "19th Session", False),
        ("third Staff Talks", "Fourth Staff Talks", False),
        ("18th Session of the Joint Commission", "18th Session", True),
        ("Session of the Joint Commission", "18th Session", True),
    ],
)
def test_sessions_of_other_numbers_are_others(one: str, other: str, expected: bool) -> None:
    assert alike(one, other) is expected
