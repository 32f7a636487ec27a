"""Meetings told as lists, over a distance at the head of a sentence, and papers presented. Names, dates and events are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings_told_on import primary

EACH = ["meeting EE RO Popa Tamm", "meeting PT RO Popa Silva"]


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Popa held bilateral meetings on Monday with:\n\n– Minister Mart Tamm;\n\n– Minister Marta Silva.",
        "On the sidelines of the forum, Minister Ana Popa met on Monday with the following ministers:\n\nMinister Mart Tamm\n\nMinister Marta Silva",
        "Minister Ana Popa held talks on Monday with: Minister Mart Tamm; Minister Marta Silva.",
        "Minister Ana Popa met on Monday with Minister Mart Tamm and, in another meeting, Minister Marta Silva.",
        "Minister Ana Popa met with Minister Mart Tamm on Monday. Another meeting was held with Minister Marta Silva.",
        "Minister Ana Popa met with defence ministers of Estonia and Portugal on Monday. At the meeting held with Minister Mart Tamm, training was discussed. At the meeting held with Minister Marta Silva, ships were discussed.",
    ],
)
def test_those_who_are_listed_were_met_one_by_one(body: str) -> None:
    assert primary(body) == EACH


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Popa thanked the following officers:\n\n– General Ion Rusu;\n\n– Rear Admiral Eva Lind.",
        "Minister Ana Popa will present these books:\n\n– Admiral Eva Lind by Luis Roca.",
        "Minister Ana Popa held talks with: the mayors of the region. Rear Admiral Eva Lind sent a letter.",
    ],
)
def test_other_lists_tell_no_meetings(body: str) -> None:
    assert primary(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("During a phone conversation on Monday, Minister Ana Popa thanked Minister Mart Tamm for his help.", "call EE RO Popa Tamm"),
        ("In a video call today, Minister Ana Popa and Minister Mart Tamm agreed to train together.", "call EE RO Popa Tamm"),
        ("Minister Ana Popa had a virtual bilateral meeting with Minister Mart Tamm on Monday.", "call EE RO Popa Tamm"),
        ("During an office call on Monday, Minister Ana Popa and Minister Mart Tamm discussed training.", "meeting EE RO Popa Tamm"),
        ("Minister Ana Popa’s meeting with Minister Mart Tamm in Tallinn on Monday dealt with training.", "meeting EE RO Popa Tamm"),
        ("Ambassador Omar Haddad presented his credentials to Minister Ana Popa on Monday.", "ceremony JO RO Haddad Popa"),
        ("Ambassador Omar Haddad presented a copy of his letter of accreditation to Minister Ana Popa on Monday.", "ceremony JO RO Haddad Popa"),
    ],
)  # fmt: skip
def test_calls_at_the_head_of_a_sentence_and_papers_presented(body: str, expected: str) -> None:
    assert primary(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Ambassador Omar Haddad presented his book on credentials to the library on Monday.",
        "During a phone conversation on Monday, Minister Ana Popa thanked General Ion Rusu.",
        "Minister Ana Popa called the budget a success in a video call with journalists.",
    ],
)
def test_other_calls_and_papers_are_no_meetings(body: str) -> None:
    assert primary(body) == []
