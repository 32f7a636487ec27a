"""What stands around the text of unknown pages: who is addressed, whose picture it is, where the house is, who the author was."""

from __future__ import annotations

import pytest

from ingest.engine.types import Release
from tests.engine.test_clean import release

TEXT = "The two ministers met on Thursday and spoke about the training of pilots.\n\nThey agreed to meet again in the autumn."


def page(*above: str, below: str = "") -> Release:
    return release("\n\n".join([*above, TEXT, below]).strip() + "\n")


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(
            "The Chief of the General Staff, General Ana Popa;\nThe Ambassador of Peru, Luis Roca;\nLadies and gentlemen.", id="a list"
        ),
        pytest.param("Mr. President,\nExcellencies,\nDear colleagues,", id="offices alone"),
        pytest.param("Distinguished guests!", id="one line"),
    ],
)
def test_whom_a_speech_addresses_is_of_the_text(address: str) -> None:
    found = page("Ministry of Defence", "Remarks of the Minister at the opening of the seminar", "3 May 2024", "Venue: Lima", address)
    assert " ".join(found.body.split()).startswith(" ".join(address.split()))
    assert found.title == "Remarks of the Minister at the opening of the seminar"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Category: Speeches;", id="a label"),
        pytest.param("Venue: Lima", id="a venue"),
        pytest.param("In brief:", id="a kicker"),
    ],
)
def test_other_lines_above_a_text_are_not(line: str) -> None:
    found = page("Ministry of Defence", "Remarks of the Minister at the opening of the seminar", "3 May 2024", line)
    assert found.body.startswith("The two ministers met")


NOTES = [
    "(The author is a research fellow at the Institute of the Sea. The views expressed are his own.)",
    "The author commanded a brigade until 2016.",
    "About the author: Ana Popa teaches at the Defence College.",
    "The views expressed in this article are those of the writer and not of the Ministry.",
    "Footer Disclaimer: These pages are kept by the Embassy of Peru.",
]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_on_the_author_is_not_of_the_text(note: str) -> None:
    assert page("Ministers speak about pilots", "3 May 2024", below=note).body == TEXT


@pytest.mark.parametrize(
    "last",
    [
        "The authors of the agreement thanked both ministers for their patience.",
        "The views of the two sides were close on all points.",
        "The writers' union of Peru received the minister in the evening.",
    ],
)
def test_a_sentence_on_authors_and_views_stays(last: str) -> None:
    assert page("Ministers speak about pilots", "3 May 2024", below=last).body.endswith(last)


@pytest.mark.parametrize(
    "line", ["Factsheet on the agreement (696 KB PDF file)", "Programme of the visit [PDF, 1.2 MB]", "Joint statement (PDF 88KB)"]
)
def test_what_is_attached_is_not_of_the_text(line: str) -> None:
    assert page("Ministers speak about pilots", "3 May 2024", below=line).body == TEXT


def test_an_address_is_no_headline() -> None:
    found = page(
        "MINISTRY OF DEFENCE", "Camp Admiral Roca, Harbour City", "PRESS RELEASE\n3 May 2024", "MINISTER, PERUVIAN ENVOY ON PILOTS"
    )
    assert found.title == "MINISTER, PERUVIAN ENVOY ON PILOTS"


def test_a_headline_that_begins_with_a_camp_stays_one() -> None:
    assert page("Ministry of Defence", "Camp Roca, oldest base of the Navy, hosts talks", "3 May 2024").title is not None


def test_a_sentence_below_a_credit_and_apart_from_the_text_is_of_the_picture() -> None:
    found = page(
        "Ministers speak about pilots", "3 May 2024", "[Photo: Navy/Ana Roca]\nPilots of both air forces present arms on the square."
    )
    assert found.body == TEXT


@pytest.mark.parametrize(
    "first", ["The Minister of Defence will travel to Lima on Monday.", "The Minister received the envoy of Peru on the square on Monday."]
)
def test_a_sentence_below_a_credit_that_tells_something_stays(first: str) -> None:
    assert page("Ministers speak about pilots", "3 May 2024", f"[Photo: Navy/Ana Roca]\n{first}").body.startswith(first)


@pytest.mark.parametrize("day", ["October 3, Reiwa 6 (2024)", "3 October, Minguo 113 (2024)"])
def test_the_year_behind_an_era_is_the_year(day: str) -> None:
    assert page("Ministry of Defence", "Ministers speak about pilots", day).published == "2024-10-03"


def test_a_million_signs_before_a_letter_are_read_in_time_that_grows_with_them() -> None:
    """A pattern of them took minutes."""
    assert page("Ministers speak about pilots", "3 May 2024", "*" * 1_000_000 + " a").title == "Ministers speak about pilots"
