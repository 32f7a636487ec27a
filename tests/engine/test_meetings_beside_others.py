"""A meeting that a readout only mentions has its own people, day and town, and not those of the meeting it reports. All names are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Release

CALL = "Minister Ana Popa of Peru spoke today by phone with Prime Minister Paul Otieno of Kenya. "
TALKS = "Minister Ana Popa of Peru met today with Minister Paul Otieno of Kenya in Nairobi"


def told(body: str) -> list[str]:
    """Each meeting but the first: status, kind, day, town, sides and people."""
    found = pipeline.read(Release(title=None, body=body, published="2023-05-12")).meetings
    return [
        " ".join(
            [each.status, each.kind, each.date or "-", each.place or "-", *each.countries, *(name.split()[-1] for name in each.people)]
        )
        for each in found[1:]
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            CALL + "She briefed him on Peruvian President Luis Roca’s upcoming meeting with Chilean President Luis Lagos.",
            ["mentioned meeting - - CL PE Roca Lagos"],
            id="whose meeting it is",
        ),
        pytest.param(
            f"{TALKS} ahead of Peruvian President Roca’s meeting with President Ruto of Kenya.",
            ["mentioned meeting - - KE PE Roca Ruto"],
            id="ahead of another, without its day and town",
        ),
        pytest.param(
            f"{TALKS}. The two sides had a candid conversation, building on the Summit between Peruvian President Roca and President Ruto of Kenya in Lamu in November 2022.",
            ["mentioned meeting 2022-11-XX Lamu KE PE Roca Ruto"],
            id="the summit between others on which talks build",
        ),
        pytest.param(
            f"{TALKS}, the first meeting since their leaders met in Cusco in April 2023.",
            ["mentioned meeting 2023-04-XX Cusco KE PE"],
            id="their leaders are others",
        ),
        pytest.param(
            CALL + "Minister Popa highlighted that Peruvian Special Envoy Luis Roca will travel to Kenya next week.",
            ["mentioned visit 2023-05-XX - KE PE Roca"],
            id="who only announces a journey does not make it",
        ),
        pytest.param(
            f"{TALKS}. They welcomed the Peru-Kenya Defence Dialogue that took place in Lamu on April 4.",
            ["mentioned meeting 2023-04-04 Lamu KE PE"],
            id="who welcomes what was held was not said to be there",
        ),
        pytest.param(
            f"{TALKS}. She thanked Minister Otieno for attending the September Andean Leaders’ Summit in Cusco.",
            ["mentioned conference - Cusco KE Otieno"],
            id="who is thanked for having been elsewhere",
        ),
        pytest.param(
            f"{TALKS}. The advisors look forward to the leaders’ summit to be hosted by President Roca in Lima.",
            [],
            id="the leaders’ summit is of leaders",
        ),
        pytest.param(
            f"{TALKS}. Peruvian President Roca met with President Ruto of Kenya in Lima last month, and Peruvian General Tovar recently visited Mombasa.",
            ["mentioned meeting 2023-04-XX Lima KE PE Roca Ruto", "mentioned visit - Mombasa KE PE Tovar"],
            id="each clause has its own subject and day",
        ),
    ],
)
def test_a_meeting_of_others_has_its_own_people(body: str, expected: list[str]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(CALL + "This will be essential to helping meet Kenya’s urgent needs once President Roca signs the bill.", id="needs that are met"),
        pytest.param(CALL + "She invited Prime Minister Otieno to visit Lima.", id="an invitation that nobody has taken up"),
        pytest.param(TALKS + ". The dialogue between our two countries is as constructive as it was, Minister Otieno told her.", id="a dialogue between countries"),
    ],
)  # fmt: skip
def test_what_is_no_other_meeting(body: str) -> None:
    assert told(body) == []


def test_an_invitation_accepted_for_a_day_is_a_visit_to_come() -> None:
    assert told(CALL + "Prime Minister Otieno accepted an invitation to visit Peru in July.") == [
        "mentioned visit 2023-07-XX - KE PE Otieno"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Minister Ana Popa of Peru met today with Minister Paul Otieno of Kenya. President Luis Roca of Peru dropped by the meeting.",
            ["Popa Otieno Roca"],
            id="who dropped by the meeting was there",
        ),
        pytest.param(
            "U.S. Minister Ana Popa will travel to Puerto Rico tomorrow to meet with local officials.",
            [],
            id="a territory is no other state",
        ),
        pytest.param(
            "Minister Ana Popa of Peru met today with the Chief of Staff of the Kenyan Army General Paul Otieno.",
            ["Popa Otieno"],
            id="near miss: a chief of staff himself",
        ),
        pytest.param(
            "Minister Ana Popa of Peru met bilaterally today with her counterparts Paul Otieno of Kenya, Eva Lind of Sweden, and Mart Tamm of Estonia.",
            ["Popa Otieno", "Popa Lind", "Popa Tamm"],
            id="bilaterally with several is one by one",
        ),
        pytest.param(
            "Minister Ana Popa of Peru had two separate calls with leaders from NATO’s eastern flank. She spoke individually with Prime Minister Eva Lind of Sweden and Prime Minister Mart Tamm of Estonia.",
            ["Popa Lind", "Popa Tamm"],
            id="calls that are counted and then told",
        ),
    ],
)
def test_who_took_part(body: str, expected: list[str]) -> None:
    found = pipeline.read(Release(title=None, body=body, published="2023-05-12")).meetings
    assert [" ".join(name.split()[-1] for name in each.people) for each in found] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("President Ana Popa of Peru met with President Roca of Chile to congratulate him on his inauguration in January.", None, id="day of an inauguration"),
        pytest.param("President Ana Popa of Peru met in January with President Roca of Chile to congratulate him on his inauguration.", "2023-01-XX", id="near miss: day of the meeting"),
    ],
)  # fmt: skip
def test_the_day_of_what_somebody_is_congratulated_on(body: str, expected: str | None) -> None:
    assert pipeline.read(Release(title=None, body=body, published="2023-05-12")).meetings[0].date == expected
