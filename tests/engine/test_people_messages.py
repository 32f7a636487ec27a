"""Whose greetings, letters and invitations somebody brings is of his side. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_people_abroad import read

TALKS = "The Minister of Defence, Mr. Ion Popa, received the Georgian Minister of Defence, Mr. Zaza Beridze, in Bucharest. "


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        pytest.param("Mr. Beridze conveyed the greetings of Prime Minister Ana Lind.", "GE", id="greetings"),
        pytest.param("Mr. Beridze delivered a letter from the Foreign Minister, Ana Lind.", "GE", id="a letter"),
        pytest.param("Mr. Beridze handed over an invitation from Her Excellency President Ana Lind.", "GE", id="an invitation"),
        pytest.param("Mr. Popa relayed a message from Foreign Minister Ana Lind.", "RO", id="of the host"),
        pytest.param("Mr. Beridze thanked Foreign Minister Ana Lind.", "RO", id="near miss: no message"),
        pytest.param("Mr. Beridze spoke of the letter of Foreign Minister Ana Lind.", "RO", id="near miss: it was not brought"),
    ],
)
def test_who_sends_a_message_is_of_the_side_of_its_bearer(sentence: str, country: str) -> None:
    assert read(TALKS + sentence, publisher="Ministry of Defence of Romania")["Ana Lind"].country == country
