"""Calls and talks told by a headline alone, with counterparts of several states, with groups, or before others. All is invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings_spoken_of import read as meetings_of
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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a conversation of a day before, of which a sentence speaks on the way
        ("On May 3, Minister Ana Popa of Norway met with Minister Luis Roca of Peru. She praised the candid dialogue, as in last week’s conversation between President Juan Mora of Norway and President Eva Lind of Peru on April 26.", ["meeting held 2024-05-03 NO PE"]),
        # what somebody welcomed is his turn in the chair
        ("Minister Ana Popa of Norway spoke today with Minister Luis Roca of Peru. Minister Popa thanked Minister Roca, and welcomed Chile’s presidency next year under Minister Juan Mora.", ["call held 2024-05-03 NO PE"]),
        # a body of two states whose meeting is spoken of again
        ("On 3 May 2024, the Norway-Peru Task Force on Energy met in Oslo. The meeting was co-chaired by Minister Ana Popa of Norway and Minister Luis Roca of Peru. The meeting of the Task Force took stock of joint work of Norway and Peru.", ["meeting held 2024-05-03 NO PE"]),
        # "proposed … including a meeting" behind letters with stops
        ("Minister Ana Popa of Norway spoke today with Minister Luis Roca of Peru. She proposed regular U.N.-style engagement, including a meeting between the President of Chile and the President of Bolivia.", ["call held 2024-05-03 NO PE"]),
        # and what is told as one more meeting
        ("On May 3, Minister Ana Popa of Norway met with Minister Luis Roca of Peru in Lima. A meeting between Minister Popa and Minister Juan Mora of Chile was held on May 4.", ["meeting held 2024-05-03 NO PE", "meeting held 2024-05-04 CL NO"]),
    ],
)  # fmt: skip
def test_what_is_only_spoken_of_is_no_meeting_reported(body: str, expected: list[str]) -> None:
    assert told("Talks", body) == expected


def test_who_met_first_is_not_at_the_next_talks() -> None:
    found = [
        each
        for each in meetings_of(
            "Talks", "After an audience with King Erik Lund of Norway, President Luis Roca of Peru met Norwegian Foreign Minister Ana Popa."
        )
        if each.status == "primary"
    ]
    assert [sorted(each.people) for each in found] == [["Erik Lund", "Luis Roca"], ["Ana Popa", "Luis Roca"]]


def test_a_town_of_which_somebody_spoke_is_not_where_they_met() -> None:
    found = meetings_of(
        "Talks",
        "Minister Ana Popa of Norway met today with Minister Luis Roca of Peru. In her talks with Minister Roca, Minister Popa repeated her position on Rafah.",
    )
    assert [each.place for each in found] == [None]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Defence Minister Ana Popa of Norway is traveling to Lima, Peru on May 4. There, she will meet with Peruvian Defence Minister Luis Roca.", ["planned 2024-05-04 Lima NO PE"]),
        ("Defence Minister Ana Popa of Norway is travelling to Lima, Peru from May 3-5. There, she will meet with Peruvian Defence Minister Luis Roca.", ["planned 2024-05-03 Lima NO PE"]),
        ("On Monday, Defence Minister Ana Popa of Norway and officials of the ministry will be in Rome. Popa will meet with Italian Defence Minister Marco Dini.", ["planned 2024-05-06 Rome IT NO"]),
        ("Vice President Ana Popa of Norway will travel to Lima, Peru; and Quito, Ecuador. She will meet with President Luis Roca of Peru and President Juan Mora of Ecuador.", ["planned - Lima NO PE", "planned - Quito EC NO"]),
        ("The exercise will be in Peru from 5 to 7 May. General Ana Popa of Chile said the troops will be in good shape.", []),
    ],
)  # fmt: skip
def test_journeys_announced_have_their_towns_and_days(body: str, expected: list[str]) -> None:
    found = [each for each in meetings_of("Talks", body) if each.status == "primary"]
    assert [" ".join([each.state, each.date or "-", each.place or "-", *each.countries]) for each in found] == expected


def test_whom_somebody_consulted_are_not_the_states_of_which_he_spoke() -> None:
    lead = "Minister Ana Popa of Norway spoke today with ministers and other officials from the Bucharest Nine (B9). "
    told_on = "Ms. Popa briefed on the latest Norwegian talks with Chilean officials and consulted her colleagues on training."
    assert told("Talks", lead + told_on) == ["call held 2024-05-03 NO Bucharest Nine"]
