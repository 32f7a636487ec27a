"""Who was at the talks that a release goes on with, behind a courtesy call told as an aside: whole releases, all invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Release

OPENING = "LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, held talks with Chilean Minister Luis Roca in Lima on Thursday."


def at_talks(text: str) -> tuple[str, ...]:
    """Those who were at the first meeting beside the two ministers."""
    first = pipeline.read(Release(title="Ministers meet", body=f"{OPENING}\n\n{text}", published="2023-05-12")).meetings[0]
    return tuple(name for name in first.people if name not in ("Ana Popa", "Luis Roca"))


ROCA, VEGA = "Minister Roca", "General Rosa Vega of Peru"
WITH_PAZ = "The talks were also attended by Colonel Hugo Paz."


@pytest.mark.parametrize(
    ("text", "others"),
    [
        pytest.param(f"{ROCA} had earlier in the day called on {VEGA}.\n\n{WITH_PAZ}", ("Hugo Paz",), id="had earlier"),
        pytest.param(f"Ahead of the talks, Minister Roca was received by {VEGA}.\n\n{WITH_PAZ}", ("Hugo Paz",), id="ahead"),
        pytest.param(
            "Prior to the meeting, Minister Roca greeted General Rosa Vega at the barracks in Lima. Also present at the meeting was Colonel"
            " Hugo Paz.",
            ("Hugo Paz",),
            id="in one paragraph with the aside",
        ),
        pytest.param(
            f"Earlier in the day, Minister Roca met with {VEGA}. {WITH_PAZ}", (), id="near miss: goes on with the aside"
        ),
        pytest.param(f"Later, Minister Roca met with {VEGA}.\n\n{WITH_PAZ}", (), id="near miss: told in turn"),
        pytest.param(
            f"{ROCA} had earlier called on {VEGA}.\n\nThe meeting with General Vega was attended by Colonel Hugo Paz.",
            (),
            id="near miss: the meeting with another",
        ),
    ],
)  # fmt: skip
def test_who_was_at_the_talks_behind_an_aside(text: str, others: tuple[str, ...]) -> None:
    assert at_talks(text) == others


@pytest.mark.parametrize(
    ("text", "others"),
    [
        pytest.param("The meeting, which was attended by Colonel Hugo Paz, focused on schools.", ("Hugo Paz",), id="the meeting, which"),
        pytest.param("Discussed during the talks, which were attended by Colonel Hugo Paz, were schools.", ("Hugo Paz",), id="during"),
        pytest.param("Schools were the subject of the talks, which were attended by Colonel Hugo Paz.", ("Hugo Paz",), id="of the talks"),
        pytest.param("They recalled the exercise, which was attended by Colonel Hugo Paz.", (), id="near miss: recalled"),
        pytest.param("He invited her to the meeting, which will be attended by Colonel Hugo Paz.", (), id="near miss: to come"),
    ],
)
def test_who_was_at_the_meeting_of_which_a_clause_tells(text: str, others: tuple[str, ...]) -> None:
    assert at_talks(text) == others
