"""What is told of a draft, of a treaty in force, of what is foreseen, and where a title ends: made-up lines, near misses beside hits."""

from __future__ import annotations

import pytest

from ingest.engine.rules import agreements
from ingest.engine.types import Release
from tests.engine.made_up import both_of

PAIR = "Minister Ana Roca of Peru and Minister Luis Diaz of Chile "


def told(body: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.action, one.title, one.countries) for one in agreements.find(both_of(body), Release(title=None, body=body), ())]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("went over a draft memorandum of understanding on salvage.", ("discussed", "memorandum of understanding on salvage")),
        ("examined the draft Agreement on Diving.", ("discussed", "Agreement on Diving")),
        ("discussed the Salvage Agreement, which has been in force since 2019.", None),
        ("discussed the Salvage Agreement, in force since last year.", None),
        ("discussed the Salvage Agreement, which they hope to enforce.", ("discussed", "Salvage Agreement")),
        ("discussed the signing of a Protocol on Diving, foreseen for this autumn.", ("planned", "Protocol on Diving")),
        ("discussed the signing of a Protocol on Diving.", ("discussed", "Protocol on Diving")),
        ("will meet General Rusu, and sign a Protocol on Diving.", ("planned", "Protocol on Diving")),
        ("met General Rusu, and signed a Protocol on Diving.", ("signed", "Protocol on Diving")),
        ("plan to sign a Protocol on Diving at the 3rd meeting of the Committee.", ("planned", "Protocol on Diving")),
        ("signed a Protocol on Diving at the ministry in Lima.", ("signed", "Protocol on Diving")),
        ("signed a Protocol on mentoring at the Rescue Centre.", ("signed", "Protocol on mentoring at the Rescue Centre")),
        ("signed an Operational Directive for the Third Phase.", ("signed", "Operational Directive for the Third Phase")),
        ("read the directive for the third phase.", None),
    ],
)
def test_what_is_told_of_a_document(words: str, found: tuple[str, str] | None) -> None:
    assert [one[:2] for one in told(PAIR + words)] == ([found] if found else [])


def test_whom_the_two_agreed_to_help_is_no_party() -> None:
    ((_, _, states),) = told(PAIR + "welcomed progress on an Arrangement on Diving, and agreed on the need to help Mali.")
    assert states == ("CL", "PE")
