"""Lines around a text that are part of it, and names on a page that are nobody’s: whole pages, all of them invented."""

from __future__ import annotations

import pytest

from tests.engine.test_clean import release

LEAD = "The talks, held at the headquarters of the navy, were about divers and their schools. Admiral Lind thanked his guests."
FIRST = (
    "The Chief of Staff of the Peruvian Navy, Admiral Eva Lind, received Colonel Luis Roca of Chile in Lima on Friday, 5 July 2024,"
    " and showed him the new harbour."
)
LAST = "The two will see each other again in Arica before the end of the year, when the course begins."


def test_a_paragraph_between_a_summary_and_its_copy_is_text() -> None:
    assert release(f"Navies meet in Lima\n\n{LEAD}\n\n{FIRST}\n\n{LEAD}\n\n{LAST}").body == f"{FIRST}\n\n{LEAD}\n\n{LAST}"


def test_an_offer_between_a_summary_and_its_copy_is_none() -> None:
    offer = (
        "You can support our work: subscribe to the newsletter of the harbour and read more of what divers found on the ground of the"
        " bay last year."
    )
    assert release(f"Navies meet in Lima\n\n{LEAD}\n\n{offer}\n\n{LEAD}\n\n{LAST}").body == f"{LEAD}\n\n{LAST}"


def test_a_credit_of_photos_does_not_end_the_text() -> None:
    assert (
        release(f"Navies meet in Lima\n\n{FIRST}\n\nPhotos: The Ministry of Defence\n\n{LEAD}\n\n{LAST}").body
        == f"{FIRST}\n\n{LEAD}\n\n{LAST}"
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("PERU", id="a section called by a state"),
        pytest.param("Download logo", id="a button"),
    ],
)
def test_what_publishes_nothing(line: str) -> None:
    assert release(f"{line}\n\nNavies meet in Lima\n\n{FIRST}\n\n{LAST}").publisher is None
