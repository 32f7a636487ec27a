"""Who took part beside those who met, as the sentences behind tell it: whole releases, all of them invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Meeting, Release

OPENING = (
    "LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, received General Luis Roca, Chief of the Defence Staff of Chile,"
    " on Friday."
)
BOTH = ("Ana Popa", "Luis Roca")


def told(text: str) -> tuple[Meeting, ...]:
    return pipeline.read(Release(title="Minister receives general", body=text, published="2023-05-12")).meetings


@pytest.mark.parametrize(
    ("line", "others"),
    [
        pytest.param("Attending the meeting from the Chilean side was Colonel Hugo Paz.", ("Hugo Paz",), id="attending from a side"),
        pytest.param(
            "Taking part in the talks were also Colonel Hugo Paz and Major Rosa Vega.", ("Hugo Paz", "Rosa Vega"), id="taking part"
        ),
        pytest.param("With them at the table sat Colonel Hugo Paz.", ("Hugo Paz",), id="at the table"),
        pytest.param("Colonel Hugo Paz moderated the session that followed.", ("Hugo Paz",), id="who moderated"),
        pytest.param("Colonel Hugo Paz delivered a presentation on mountain rescue.", ("Hugo Paz",), id="who presented"),
        pytest.param("Captain Rosa Vega acted as interpreter.", ("Rosa Vega",), id="who interpreted"),
        pytest.param("He introduced his successor, General Hugo Paz.", ("Hugo Paz",), id="who will follow"),
        pytest.param(
            "Also present was Colonel Hugo Paz, who has spent a year at the school in Santiago.", ("Hugo Paz",), id="who was elsewhere"
        ),
        pytest.param("Colonel Hugo Paz could not attend and was represented by Major Rosa Vega.", ("Rosa Vega",), id="who could not come"),
        pytest.param("Also present was Major Rosa Vega. Colonel Hugo Paz was unable to attend.", ("Rosa Vega",), id="who was unable"),
        pytest.param("On Tuesday cadets trained in Callao. Colonel Hugo Paz delivered a presentation on rescue.", (), id="on another day"),
    ],
)
def test_who_was_beside_them_is_told_behind(line: str, others: tuple[str, ...]) -> None:
    (meeting,) = told(f"{OPENING} {line}")
    assert meeting.people == (*BOTH, *others)
