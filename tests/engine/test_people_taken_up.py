"""Whose officials are who are told by what stands before: officials of a state of whom some are named, a country taken up, a counterpart of
whoever was spoken of last, an envoy of the other of two states. Near misses stand beside hits."""

from __future__ import annotations

import pytest

from tests.engine.test_people_sides import read


@pytest.mark.parametrize(
    ("before", "country"),
    [
        pytest.param("was attended by high-ranking Fijian officials, including", "FJ", id="officials of a people"),
        pytest.param("was attended by senior officials from Fiji, including", "FJ", id="officials from a state"),
        pytest.param("was attended by several Fijian military leaders including", "FJ", id="no comma"),
        pytest.param("was attended by Fijian officers, namely", "FJ", id="namely"),
        pytest.param("was attended by officials, including", "KE", id="near miss: officials of nobody"),
        pytest.param("told of Fijian officials, including some who spoke, and was opened by", "KE", id="near miss: another clause"),
    ],
)
def test_officials_of_whom_some_are_named(before: str, country: str) -> None:
    found = read(f"The meeting {before} Foreign Minister Al Poe and Finance Minister Bo Ray.", publisher="Kenya Defence Forces")
    assert [person.country for person in found.values()] == [country, country]


def test_who_comes_along_with_officials_is_none_of_them() -> None:
    found = read(
        "The meeting was attended by Fijian officials, including Minister Al Poe, along with the Chief of Staff, General Bo Ray.",
        publisher="Kenya Defence Forces",
    )
    assert (found["Al Poe"].country, found["Bo Ray"].country) == ("FJ", "KE")


@pytest.mark.parametrize(
    ("whose", "country"),
    [
        pytest.param("the country’s Prime Minister", "FJ", id="the country’s"),
        pytest.param("the kingdom’s Prime Minister", "FJ", id="the kingdom’s"),
        pytest.param("the island nation’s Prime Minister", None, id="near miss: which island is not told"),
        pytest.param("the Republic’s Prime Minister", None, id="near miss: a republic by its name"),
    ],
)
def test_a_country_that_is_taken_up(whose: str, country: str | None) -> None:
    body = f"General Cy Lim paid calls to the President of Fiji, Al Poe, and {whose} Bo Ray. Chile and Peru were told."
    assert read(body)["Bo Ray"].country == country


@pytest.mark.parametrize(
    ("said", "position"),
    [
        pytest.param("Poe and his Fijian counterpart Bo Ray held talks.", "Minister of Defence", id="a surname before"),
        pytest.param("Poe then went home. He will see his Fijian counterpart Bo Ray.", "Minister of Defence", id="the sentence before"),
        pytest.param("The President then wrote to his Fijian counterpart, Bo Ray.", "President", id="a title before"),
        pytest.param("Poe’s visit was long. Lim also saw his Fijian counterpart Bo Ray.", "President", id="somebody in between"),
    ],
)
def test_a_counterpart_of_who_was_spoken_of_last(said: str, position: str) -> None:
    body = f"The Minister of Defence of Chile, Al Poe, called on the President of Peru, Cy Lim. {said}"
    assert read(body)["Bo Ray"].position == position


def test_a_successor_follows_who_was_told_last() -> None:
    body = "The Chief of Staff of Chile, Al Poe, met the Attaché of Peru, Colonel Cy Lim. Lim had his successor, Bo Ray, with him."
    assert read(body)["Bo Ray"].position == "Attaché"


@pytest.mark.parametrize(
    ("body", "country"),
    [
        pytest.param("Ambassador Bo Ray called on the Defence Minister of Peru, Al Poe. The Chile-Peru ties are good.", "CL", id="a pair"),
        pytest.param("Ambassador Bo Ray called on the Defence Minister of Peru, Al Poe. Ties with Chile are good.", "CL", id="a name"),
        pytest.param("Ambassador Bo Ray called on the Defence Minister of Peru, Al Poe. Chile, Cuba agree.", None, id="near miss: three"),
    ],
)
def test_an_envoy_of_the_other_of_two_states(body: str, country: str | None) -> None:
    assert read(body)["Bo Ray"].country == country


def test_a_minister_does_not_hold_the_office_of_the_one_whom_a_meeting_was_with() -> None:
    found = read("The meeting of the Fijian Defence Minister with Chilean Defence Minister Bo Ray was long.")
    assert (found["Bo Ray"].position, found["Bo Ray"].country) == ("Defence Minister", "CL")
