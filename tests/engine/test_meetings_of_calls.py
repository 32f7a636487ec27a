"""Calls and talks told by a headline alone, with counterparts of several states, with groups, or before others. All is invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings_spoken_of import told
from tests.engine.test_people_sides import read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Minister Ana Popa of Peru met today with her counterparts from OAS Allies Chile, Bolivia, and Brazil.", ["meeting held 2024-05-03 BO BR CL PE"]),
        ("Minister Ana Popa of Norway met in Oslo on Friday with her colleagues from Sweden, Finland and Denmark.", ["meeting held 2024-05-03 DK FI NO SE"]),
        ("Minister Ana Popa of Norway spoke today with her counterparts from her Nordic neighbours Sweden, Finland and Denmark.", ["call held 2024-05-03 DK FI NO SE"]),
        ("Minister Ana Popa of Peru met today with Ambassadors and Chiefs of Mission from Chile, Bolivia and Brazil.", ["meeting held 2024-05-03 BO BR CL PE"]),
        ("Minister Ana Popa of Norway met in Oslo on Friday separately with her counterparts from Sweden, Finland and Denmark.", ["meeting held 2024-05-03 NO SE", "meeting held 2024-05-03 FI NO", "meeting held 2024-05-03 DK NO"]),
        ("On the sidelines of the Forum, Minister Ana Popa of Norway met on Friday with her counterparts from Sweden, Finland and Denmark.", ["meeting held 2024-05-03 NO SE", "meeting held 2024-05-03 FI NO", "meeting held 2024-05-03 DK NO"]),
    ],
)  # fmt: skip
def test_counterparts_of_several_states_sat_together_unless_told_apart(body: str, expected: list[str]) -> None:
    assert told("Minister Popa and others", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("President Ana Popa of Peru spoke today by phone with the G7.", ["call held 2024-05-03 PE G7"]),
        ("President Ana Popa of Peru met today in Lima with ambassadors from the Bucharest Nine (B9).", ["meeting held 2024-05-03 PE Bucharest Nine"]),
        ("President Ana Popa of Peru spoke today with the European Union about trade.", ["call held 2024-05-03 PE European Union"]),
        ("President Ana Popa of Peru spoke today with the Bucharest Nine. Joining President Popa on the call were Polish President Jan Mora and Latvian President Egils Ozols.", ["call held 2024-05-03 LV PE PL"]),
        ("President Ana Popa of Peru spoke today about the Bucharest Nine.", []),
        ("President Ana Popa of Peru spoke today with farmers from the European Union’s eastern rim.", []),
    ],
)  # fmt: skip
def test_groups_of_states_are_met_and_talked_to(body: str, expected: list[str]) -> None:
    assert told("President Popa and others", body) == expected


THEY = "They discussed training."


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Readout of Norwegian Defence Minister Ana Popa’s Call with Foreign Minister Luis Roca of Peru", THEY, ["call held - NO PE"]),
        ("Norwegian Defence Minister Ana Popa’s Meeting with Secretary General Jan Mora of NATO", THEY, ["meeting held - NO NATO"]),
        ("Statement by Spokesperson Eva Lind on Norwegian Minister Ana Popa’s Calls with Minister Luis Roca of Peru", THEY, ["call held - NO PE"]),
        ("Norwegian Defence Minister Ana Popa’s Letter to Foreign Minister Luis Roca of Peru", THEY, []),
        ("Norwegian Defence Minister Ana Popa’s Call for Action with Foreign Minister Luis Roca of Peru", THEY, []),
        ("Talks", "Minister Ana Popa of Norway met today with Minister Luis Roca of Peru. The meeting will build on Minister Popa’s calls this week with Minister Juan Mora of Chile and Minister Eva Lind of Sweden.", ["meeting held 2024-05-03 NO PE"]),
        ("Talks", "Minister Ana Popa of Norway met today with Minister Luis Roca of Peru. They committed to pursue additional high-level diplomacy and consultations between Norway and Peru, including through a call between President Juan Mora and President Eva Lind.", ["meeting held 2024-05-03 NO PE"]),
    ],
)  # fmt: skip
def test_a_headline_tells_a_call_and_calls_of_before_are_none_reported(title: str, body: str, expected: list[str]) -> None:
    assert told(title, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("President Ana Popa of Norway spoke with Minister Luis Roca of Peru regarding preparations for the May 22-23 Leaders Summit.", ["call held - NO PE"]),
        ("Minister Ana Popa of Norway met with Minister Luis Roca of Peru to follow up on the recent meeting between President Juan Mora and President Eva Lind last week.", ["meeting held - NO PE"]),
        ("Minister Ana Popa of Norway met with Minister Luis Roca of Peru at the 2 May ministerial.", ["meeting held 2024-05-02 NO PE"]),
    ],
)  # fmt: skip
def test_days_of_other_occasions_are_not_those_of_the_talks(body: str, expected: list[str]) -> None:
    assert told("Talks", body) == expected


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Minister Ana Popa of Norway spoke with Juri Toom, Foreign Policy Advisor to President Mart Saar of Estonia.", "EE"),
        ("Minister Ana Popa of Norway spoke with Juri Toom, Military Adviser to Estonian President Mart Saar.", "EE"),
        ("Minister Ana Popa of Norway, on her way to Estonia, spoke with Juri Toom, Military Adviser to Minister Luis Roca of Peru.", "PE"),
        ("Minister Ana Popa of Norway spoke with Juri Toom, Adviser to farmers in Estonia.", None),
    ],
)
def test_an_adviser_is_of_the_state_of_whom_he_serves(body: str, code: str | None) -> None:
    assert read(body, publisher="Ministry of Defence of Norway")["Juri Toom"].country in ({code} if code else {None, "NO"})


def test_one_who_advises_somebody_takes_part_himself() -> None:
    body = "National Security Advisor of Peru Don Luis Roca met with Minister Ana Popa of Norway in Lima on 3 May."
    assert told("Talks", body) == ["meeting held 2024-05-03 NO PE"]
    assert told("Talks", "Minister Ana Popa of Norway met today with Peruvian Diplomatic Advisor to the Prime Minister Luis Roca.") == [
        "meeting held 2024-05-03 NO PE"
    ]
