"""Journeys that are announced: each stop, gathering and host of another state is a meeting of its own. All is invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings_spoken_of import told

GOES = "President Ana Popa of Peru will travel to "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Estonia from May 20-22. She will meet with President Mart Tamm of Estonia to discuss training.", ["meeting planned 2024-05-20 EE PE"]),
        ("Estonia from May 20-22.", ["visit planned 2024-05-20 EE PE"]),
        (
            "Ghana, Senegal, and Zambia in May 2024. She will meet with President Kofi Mensah of Ghana, President Awa Diop of Senegal, and President Moses Banda of Zambia.",
            ["meeting planned - GH PE", "meeting planned - PE SN", "meeting planned - PE ZM"],
        ),
        (
            "Brussels, Belgium, where she will participate in the Andean Summit on May 14. The President will also meet with Turkish President Kemal Aslan.",
            ["conference planned 2024-05-14 PE", "meeting planned 2024-05-14 PE TR"],
        ),
        (
            "Geneva, Switzerland where she will hold a bilateral summit with President Luis Roca of Chile on May 16. While in Geneva she will also meet with Swiss President Karl Huber.",
            ["meeting planned 2024-05-16 CL PE", "meeting planned 2024-05-16 CH PE"],
        ),
    ],
)  # fmt: skip
def test_hosts_of_other_states_and_gatherings_on_a_journey_are_met_apart(body: str, expected: list[str]) -> None:
    assert told("President Popa’s Travel", GOES + body) == expected


def test_those_of_several_states_who_are_met_at_home_are_met_together() -> None:
    body = "President Ana Popa of Peru met in Lima today with President Kofi Mensah of Ghana, President Awa Diop of Senegal, and President Moses Banda of Zambia."
    assert len(told("President Popa in Lima", body)) == 1


def test_states_with_their_letters_in_brackets_stand_in_one_row() -> None:
    body = "Today the heads of government of Chile, the United Arab Emirates (UAE), and Peru convened for the first meeting of the group."
    assert told("Joint Statement", body) == ["conference held 2024-05-03 AE CL PE"]
