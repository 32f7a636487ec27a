"""Several documents that one sentence tells, and documents that were not signed. All names are invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Release

BOTH = "Ana Popa of Peru and Luis Roca of Chile"


def read(text: str) -> list[tuple[str, str]]:
    record = pipeline.read(Release(title="Ministers meet", body=f"LIMA, 12 May 2023 – {text}", published="2023-05-12"))
    return [(document.action, document.title) for document in record.agreements]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            f"{BOTH} signed two memoranda of understanding, on salvage and on diving.",
            ["memorandum of understanding on salvage", "memorandum of understanding on diving"],
            id="two of a Latin plural",
        ),
        pytest.param(
            f"{BOTH} signed two agreements, one on salvage and the other on diving.",
            ["agreement on salvage", "agreement on diving"],
            id="one and the other",
        ),
        pytest.param(
            f"Two letters of intent, on the purchase of boats and on diving, were signed by {BOTH}.",
            ["letter of intent on the purchase of boats", "letter of intent on diving"],
            id="two that were signed",
        ),
        pytest.param(
            f"{BOTH} signed an agreement on salvage and on diving.",
            ["agreement on salvage and on diving"],
            id="near miss: one of two matters",
        ),
        pytest.param(
            f"{BOTH} signed three agreements: the Salvage Agreement, the Protocol on Diving and a Memorandum on Mines.",
            ["Salvage Agreement", "Protocol on Diving", "Memorandum on Mines"],
            id="a list behind a colon",
        ),
    ],
)
def test_each_of_several_documents_is_told(text: str, titles: list[str]) -> None:
    assert read(text) == [("signed", title) for title in titles]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Peru has not signed any agreement with Chile.", id="not signed"),
        pytest.param("Peru has not yet signed the Protocol on Diving with Chile.", id="not yet signed"),
        pytest.param("Chile refused to sign the Memorandum on Mines with Peru.", id="refused"),
        pytest.param("The Protocol on Diving between Peru and Chile was not signed on Friday.", id="was not signed"),
        pytest.param("They discussed three agreements: nothing came of it.", id="a colon that no document follows"),
    ],
)
def test_what_was_not_signed_is_no_agreement(text: str) -> None:
    assert read(text) == []
