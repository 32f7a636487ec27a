"""Names of publishers that stay in their own language on English pages, and press services that bear the name of a head of state."""

from __future__ import annotations

import pytest

from ingest.engine.cleaning import publishers


@pytest.mark.parametrize(
    "line",
    [
        "Marina Militare",
        "Força Aérea Portuguesa",
        "Försvarsmakten",
        "Stato Maggiore della Difesa",
        "Kaitsevägi",
        "Hrvatska vojska",
    ],
)
def test_a_force_in_its_own_language_is_a_masthead(line: str) -> None:
    assert publishers.is_masthead(line)


@pytest.mark.parametrize(
    "line", ["Forsvaret av norden", "Marinha e Exército em exercício conjunto na costa do Brasil com navios de dez países amigos"]
)
def test_a_headline_in_that_language_is_none(line: str) -> None:
    assert not publishers.is_masthead(f"{line}.")


@pytest.mark.parametrize(
    "line", ["Press Service of the President of the Republic of Peru", "Information Service of the Government of Peru"]
)
def test_a_press_service_is_a_body_and_no_state(line: str) -> None:
    assert publishers.is_masthead(line)
    assert not publishers.is_state(line)


@pytest.mark.parametrize("line", ["President of the Republic of Peru", "Government of Peru"])
def test_the_state_itself_is_one(line: str) -> None:
    assert publishers.is_state(line)
