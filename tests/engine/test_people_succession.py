"""Whose somebody is who follows another in office, and whose an attaché is of whom no state is told."""

from __future__ import annotations

import pytest

from tests.engine.test_people_world import read

CALL = "The Commander of the French Forces in Peru, General Paul Martel, called on President Luis Roca on 4 May 2021. "


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("General Martel will be succeeded by Colonel Ana Leroy in July.", id="by surname"),
        pytest.param("The General is to be replaced by Colonel Ana Leroy.", id="by rank"),
        pytest.param("He will be relieved by Colonel Ana Leroy.", id="by pronoun"),
        pytest.param("Martel will hand over command to Colonel Ana Leroy.", id="by surname alone"),
        pytest.param("President Roca thanked General Martel, who will be succeeded by Colonel Ana Leroy.", id="in a clause"),
        pytest.param(
            "General Martel met the Minister of Peru, Jorge Rey, to introduce his replacement, Colonel Ana Leroy.", id="introduced"
        ),
    ],
)
def test_a_successor_serves_the_same_state(sentence):
    assert read(CALL + sentence)["Ana Leroy"].country == "FR"


def test_who_takes_a_gift_follows_nobody():
    assert read(CALL + "General Martel will hand over the boat to the Minister of Peru, Colonel Ana Rey.")["Ana Rey"].country == "PE"


def test_the_successor_of_a_host_is_no_guest():
    assert read(CALL + "General Juan Soto of the Peruvian Army will be succeeded by Colonel Ana Leroy.")["Ana Leroy"].country == "PE"


@pytest.mark.parametrize(
    ("body", "country"),
    [
        pytest.param(
            "The Defence Attaché, Colonel Petr Dvorak, called on the Commander of the Zambia Army, General Moses Phiri.", None, id="calls"
        ),
        pytest.param(
            "The Chief of Defence Forces of Zambia, General Moses Phiri, received the Defence Attaché, Colonel Petr Dvorak.",
            None,
            id="is received",
        ),
        pytest.param("The Czech delegation was led by the Defence Attaché, Colonel Petr Dvorak.", "CZ", id="of a delegation"),
    ],
)
def test_an_attache_is_not_of_the_state_he_calls_on(body, country):
    assert read(body)["Petr Dvorak"].country == country
