"""Meetings with groups of states and with those of several states who are only counted, and lists of those on a call. All is invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings_spoken_of import told


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("National Security Adviser Ana Popa of Peru spoke by phone yesterday evening with Association of Southeast Asian Nations (ASEAN) ambassadors in Lima.", "call held 2024-05-02 PE Association of Southeast Asian Nations"),
        ("President Ana Popa of Peru will virtually meet with G7 leaders on May 24, 2024.", "call planned 2024-05-24 PE G7"),
        ("President Ana Popa of Peru met in Lima with G20 leaders today.", "meeting held 2024-05-03 PE G20"),
        ("Cyber Director Ana Popa of Peru held a closed roundtable discussion on Thursday with representatives from partner nations.", "conference held 2024-05-02 PE"),
        ("President Ana Popa of Peru met today with ambassadors of 17 countries.", "conference held 2024-05-03 PE"),
        ("Chile, Peru and Bolivia recently held meetings of the Joint Steering Groups, which were established in 2021.", "meeting held - BO CL PE"),
        ("Today, Indonesia, Peru, and the European Union co-hosted an event on infrastructure.", "meeting held 2024-05-03 ID PE European Union"),
        ("National Security Adviser Ana Popa of Peru spoke today with her counterparts from the five Nordic countries.", "call held 2024-05-03 DK FI IS NO PE SE"),
        ("President Ana Popa of Peru called and congratulated President Luis Roca of Chile today.", "call held 2024-05-03 CL PE"),
        ("In her visit with President Luis Roca of Chile today, President Ana Popa of Peru conveyed condolences.", "meeting held 2024-05-03 CL PE"),
    ],
)  # fmt: skip
def test_groups_and_those_who_are_counted_are_met(body: str, expected: str) -> None:
    assert told("President Popa and others", body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "President Ana Popa of Peru met today with local leaders from five districts.",
        "President Ana Popa of Peru launched a partnership alongside G7 leaders to meet the climate, health, and technology needs of the region.",
        "President Ana Popa of Peru praised the G7 leaders.",
    ],
)
def test_leaders_at_home_and_needs_are_not_met(body: str) -> None:
    assert told("President Popa and others", body) == []


@pytest.mark.parametrize(
    "listed",
    [
        "Participants in the call included Prime Minister Luis Roca of Chile, President Juan Mora of Bolivia, and Chancellor Karl Huber of Austria.",
        "Joining President Popa on the call were Prime Minister Luis Roca of Chile, President Juan Mora of Bolivia, and Chancellor Karl Huber of Austria.",
        "Countries participating in today’s call were Austria, Bolivia, and Chile.",
    ],
)
def test_those_on_a_call_may_be_listed_behind_it(listed: str) -> None:
    body = f"President Ana Popa of Peru spoke today with Andean leaders about the strait. {listed}"
    assert told("President Popa’s Call with Andean Leaders", body) == ["call held 2024-05-03 AT BO CL PE"]
