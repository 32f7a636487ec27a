"""What others did, what was long ago and what no officials did is no meeting of those of whom a release tells. Names and events are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings_told_on import primary

OTHERS = [
    "Colonel Luis Roca said on Monday that Ecuador and Colombia had signed an agreement on their border last month.",
    "Colonel Luis Roca of Peru said that the presidents of Ghana and Senegal met last week and that Peru welcomes it.",
    "Minister Ana Popa recalled that Romania and Estonia signed an agreement on training last month.",
    "Colonel Luis Roca informed the committee that the ministers of defence of Ghana and Senegal met in Accra on Friday.",
    "General Tariq Aziz denied reports that Pakistani and Indian generals had met in London.",
    "Experts commented on the talks between Minister Ana Popa and Minister Mart Tamm.",
    "In May 1944 General Ion Rusu met Colonel Luis Roca before the last attack.",
    "Secretary of Defense Jane Doe said that the decision had been welcomed by Minister Ana Popa and by Minister Mart Tamm.",
    "In 2012 Rear Admiral Eva Lind was in Lima, where she received the Order of Merit from Colonel Luis Roca.",
    "The Armament Agency of Peru and the Chilean company Famae signed a contract for rifles on Monday.",
    "General Ion Rusu addressed the troops who leave for Peru on Monday.",
]


@pytest.mark.parametrize("body", [pytest.param(body, id=body[:60]) for body in OTHERS])
def test_what_is_only_said_of_others_or_was_long_ago_is_no_meeting_of_the_release(body: str) -> None:
    assert primary(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("General Ion Rusu said that Minister Ana Popa met with Minister Mart Tamm in Tallinn on Monday.", "meeting EE RO Popa Tamm"),
        ("The ministry said that Minister Ana Popa met with Minister Mart Tamm in Tallinn on Monday.", "meeting EE RO Popa Tamm"),
        ("Minister Ana Popa praised Colonel Luis Roca of Peru, who met with Minister Mart Tamm in Tallinn on Monday.", "meeting EE PE Roca Tamm"),
        ("Minister Ana Popa thanked Rear Admiral Eva Lind, who, along with Colonel Luis Roca of Peru, held talks with Minister Mart Tamm in Tallinn on Monday.", "meeting EE PE SE Lind Roca Tamm"),
        ("Minister Ana Popa and General Ion Rusu, who visited Tallinn on Monday, met Minister Mart Tamm.", "meeting EE RO Popa Rusu Tamm"),
        ("Minister Ana Popa said that she met with Minister Mart Tamm in Tallinn on Monday.", "meeting EE RO Popa Tamm"),
        ("Minister Ana Popa said that the talks with Minister Mart Tamm were held in Tallinn on Monday.", "meeting EE RO Popa Tamm"),
        ("Minister Ana Popa received the Minister of Defence of Estonia, Mart Tamm, from Tallinn on Monday.", "meeting EE RO Popa Tamm"),
        ("Minister Ana Popa, who left for Estonia on Monday, met with Minister Mart Tamm in Tallinn.", "meeting EE RO Popa Tamm"),
    ],
)  # fmt: skip
def test_who_met_is_told_by_the_clause_and_not_by_the_one_who_says_so(body: str, expected: str) -> None:
    assert primary(body) == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Minister Mart Tamm participated today in Brussels in the meeting of NATO defence ministers.", "conference EE NATO Tamm"),
        ("Major General Kofi Mensah attended on 13 May a NATO Military Committee conference of chiefs of General Staffs.", "conference GH NATO Military Committee Mensah"),
        ("Minister Ana Popa paid today, at the invitation of Minister Mart Tamm, an official visit to Estonia.", "visit EE RO Popa"),
        ("Minister Marta Silva took part on Monday in Brussels in the Andean Affairs Council with the ministers of Peru and Chile.", "conference CL PE PT Silva"),
    ],
)  # fmt: skip
def test_day_and_town_may_stand_between_a_verb_and_the_gathering(body: str, expected: str) -> None:
    assert primary(body) == [expected]


def test_the_people_of_talks_told_without_them_are_those_who_talked() -> None:
    body = "Romanian and Estonian officials held a bilateral meeting on Monday. During the meeting, Minister Ana Popa and Minister Mart Tamm agreed to train together."
    assert primary(body) == ["meeting EE RO Popa Tamm"]


CHAIRED = "General Ion Rusu and attended by Colonel Luis Roca of Peru"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"A working meeting was convened in Lima on Monday. The meeting was presided by {CHAIRED}.", "meeting PE RO Roca Rusu"),
        (f"An expanded session was organised in Lima on Monday, presided over by {CHAIRED}.", "meeting PE RO Roca Rusu"),
        ("The talks took place at the General Staff. They were led by General Ion Rusu and Colonel Luis Roca of Peru.", "meeting PE RO Roca Rusu"),
        ("A session was convened in Lima. It was attended by General Ion Rusu and Colonel Luis Roca of Peru.", "meeting PE RO Roca Rusu"),
    ],
)  # fmt: skip
def test_a_meeting_may_be_told_by_who_was_in_the_chair(body: str, expected: str) -> None:
    (found,) = primary(body)
    assert sorted(found.split()) == sorted(expected.split())


@pytest.mark.parametrize(
    "body",
    [
        "A race for cadets was held in Lima. It was attended by General Ion Rusu and Colonel Luis Roca of Peru.",
        "Two columns came to Lima for the fair. They were led by General Ion Rusu and Colonel Luis Roca of Peru.",
        "The first session was held in 2011, chaired by a judge. General Ion Rusu thanked Colonel Luis Roca of Peru for his letter.",
    ],
)
def test_what_is_led_or_attended_need_be_no_meeting(body: str) -> None:
    assert primary(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Minister Ana Popa noted that the talks between Minister Mart Tamm and Colonel Luis Roca in Tallinn on Monday were useful.",
            ["meeting EE PE Roca Tamm"],
        ),
        (
            "Minister Ana Popa attended the talks between Minister Mart Tamm and Colonel Luis Roca in Tallinn on Monday.",
            ["meeting EE PE RO Popa Roca Tamm"],
        ),
        (
            "Colonel Luis Roca said that the boats are among the results of the meeting between Minister Ana Popa and Minister Mart Tamm in Tallinn.",
            [],
        ),
        (
            "The centre was opened, as agreed at talks between Minister Ana Popa and Minister Mart Tamm in Tallinn.",
            [],
        ),
    ],
)
def test_who_speaks_of_a_meeting_between_others_was_not_there(body: str, expected: list[str]) -> None:
    assert primary(body) == expected
