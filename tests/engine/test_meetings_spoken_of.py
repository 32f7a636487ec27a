"""Talks that are praised, wished for or recalled, and gatherings at home, are no meetings; the headline tells a call. All is invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine import clean, pipeline
from ingest.engine.types import Document, Meeting


def read(headline: str, body: str) -> tuple[Meeting, ...]:
    """What is read from a release of 3 May 2024 under a headline."""
    return pipeline.read(clean.release(Document(f"{headline}\n\n3 May 2024\n\n{body}", "text"))).meetings  # type: ignore[arg-type]


def told(headline: str, body: str) -> list[str]:
    """The meetings that the release reports: kind, state, day, sides."""
    found = [each for each in read(headline, body) if each.status == "primary"]
    return [" ".join([each.kind, each.state, each.date or "-", *each.countries, *each.organizations]) for each in found]


LEAD = "Defence Minister Ana Popa of Peru spoke by phone today with Defence Minister Mart Tamm of Estonia."
ONE = "call held 2024-05-03 EE PE"


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Popa welcomed the resumption of exploratory talks between Chile and Bolivia.",
        "Minister Popa expressed support for negotiations between Chile and Bolivia.",
        "She voiced support for Ghana’s discussions with Senegal.",
        "They stressed the importance of concluding the maritime boundary negotiations between Chile and Bolivia.",
        "They discussed the Andean-led dialogue between Chile and Bolivia.",
        "Minister Popa welcomed Estonia’s new government.",
        "Minister Popa welcomed the statements by Minister Tamm against such acts.",
        "They welcomed improved relations between Chile and Bolivia.",
        "Minister Popa welcomed Chilean Foreign Minister Luis Roca’s historic visit to Bolivia.",
        "Minister Popa welcomed the coming visit by Chilean Foreign Minister Luis Roca to Lima.",
        "Minister Popa and Minister Tamm agreed that all sides support a negotiated settlement.",
        "Minister Popa and Minister Tamm agreed to continue close consultation on the strait.",
        "Minister Popa thanked Minister Tamm for hosting the Baltic Security Forum.",
        "Minister Popa praised Estonia’s leadership in hosting the Baltic Security Forum.",
        "Minister Popa noted her readiness to work with Minister Tamm as Estonia hosts the Baltic Security Forum this year.",
        "They agreed to work closely ahead of the Andean Summit to be held this year.",
        "Minister Popa proposed regular engagement, including a meeting between the Minister and the heads of the Baltic states.",
        "They called on all Estonian leaders to engage in dialogue, and on all parties in Chile to endorse the ceasefire.",
        "Minister Popa will remain fully engaged in the days ahead to promote calm in Tallinn.",
        "She praised its willingness to host the Baltic Talks in July, chair the Fleet Board in 2025, and to host the Andean Summit in 2026.",
        "Minister Tamm also conferred on additional details of the visit to Peru.",
        "The leaders discussed their respective conversations with President Luis Roca of Chile and President Juan Mora of Bolivia.",
        "They noted the recent summit meeting between President Luis Roca of Chile and President Juan Mora of Bolivia.",
        "Minister Popa asked Deputy Minister Luz Vega to attend the Andean Summit on her behalf.",
        "Minister Popa welcomed Italy’s Presidency of the forum next year under Prime Minister Gina Rossi.",
        "Minister Popa met with Minister Tamm on March 30, where they discussed training.",
        "They spoke of next steps following the meeting between President Eva Lind of Peru and President Juho Aalto of Estonia in Tallinn on April 3.",
    ],
)
def test_what_two_only_speak_of_is_no_meeting_of_theirs(sentence: str) -> None:
    assert told("Minister Popa’s Call with Minister Tamm", f"{LEAD} {sentence}") == [ONE]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Defence Minister Ana Popa of Peru welcomed Defence Minister Mart Tamm of Estonia to Lima today.", "meeting held 2024-05-03 EE PE"),
        ("Defence Minister Ana Popa of Peru welcomed a high-level delegation led by Defence Minister Mart Tamm of Estonia in Lima today.", "meeting held 2024-05-03 EE PE"),
        ("Defence Minister Ana Popa of Peru welcomed her Estonian counterpart, Mart Tamm, in Lima today.", "meeting held 2024-05-03 EE PE"),
        ("Talks between Defence Minister Ana Popa of Peru and Defence Minister Mart Tamm of Estonia were held in Lima today.", "meeting held 2024-05-03 EE PE"),
        ("Defence Minister Ana Popa of Peru continued consultations with Defence Minister Mart Tamm of Estonia in Lima today.", "meeting held 2024-05-03 EE PE"),
    ],
)  # fmt: skip
def test_guests_who_are_welcomed_and_talks_that_were_held_are_meetings(body: str, expected: str) -> None:
    assert told("Minister Popa in Lima", body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "The Presidency of Peru hosted its first Housing Summit today, with experts and local leaders.",
        "Today Minister Ana Popa of Peru convened the first meeting of the Council on Native American Affairs.",
        "Today Minister Ana Popa of Peru convened a roundtable with young leaders from twelve states and advocates.",
        "Minister Ana Popa of Peru met today with Estonian activists in Lima.",
        "Minister Ana Popa of Peru met today with Estonian-Peruvian leaders in Lima.",
        "Minister Ana Popa of Peru convened leaders from the Estonian community in Lima today.",
    ],
)
def test_who_gathers_citizens_at_home_meets_no_other_state(body: str) -> None:
    assert told("Minister Popa at home", body) == []


@pytest.mark.parametrize(
    ("headline", "body", "expected"),
    [
        ("President Popa’s Call with Allies", "President Ana Popa of Peru convened Prime Minister Luis Roca of Chile and Chancellor Eva Lind of Austria today.", "call held 2024-05-03 AT CL PE"),
        ("President Popa’s Call with President Tamm", "President Ana Popa of Peru spoke today with President Mart Tamm of Estonia on the fire in Tallinn.", "call held 2024-05-03 EE PE"),
        ("President Popa’s Courtesy Call with President Tamm", "President Ana Popa of Peru received President Mart Tamm of Estonia today.", "meeting held 2024-05-03 EE PE"),
        ("President Popa’s Meeting with President Tamm", "President Ana Popa of Peru spoke today with President Mart Tamm of Estonia.", "meeting held 2024-05-03 EE PE"),
        ("", "LIMA, May 3 – President Ana Popa of Peru spoke with President Mart Tamm of Estonia today.", "call held 2024-05-03 EE PE"),
        ("", "LIMA, May 3 – President Ana Popa of Peru spoke with President Mart Tamm of Estonia in Callao today.", "meeting held 2024-05-03 EE PE"),
        ("President Popa’s Meeting with President Tamm", "President Ana Popa of Peru spoke by video conference today with President Mart Tamm of Estonia.", "call held 2024-05-03 EE PE"),
    ],
)  # fmt: skip
def test_the_headline_tells_a_call_from_a_meeting_where_the_body_leaves_it_open(headline: str, body: str, expected: str) -> None:
    assert told(headline, body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Popa of Peru will travel to Munich, Germany to attend the May 18-20 Munich Security Conference.",
        "Minister Ana Popa of Peru will travel to Munich, Germany, from May 18 to May 20 to participate in the Munich Security Conference.",
    ],
)
def test_a_gathering_for_which_somebody_will_travel_is_planned(body: str) -> None:
    assert told("Minister Popa’s travel", body) == ["conference planned 2024-05-18 PE"]


def test_a_gathering_still_to_be_prepared_is_not_the_call_that_speaks_of_it() -> None:
    body = "Minister Ana Popa of Peru and Minister Mart Tamm of Estonia spoke today about preparations for the Baltic Summit, which will be held in Tallinn on May 29-30, 2024."
    assert told("Minister Popa’s Call with Minister Tamm", body) == [ONE]


def test_a_call_of_others_that_is_followed_up_is_only_mentioned() -> None:
    body = f"{LEAD[:-1]} to follow up on the April 27 call between President Eva Lind of Peru and President Juho Aalto of Estonia."
    assert told("Minister Popa’s Call with Minister Tamm", body) == [ONE]
