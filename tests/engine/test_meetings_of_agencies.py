"""Meetings as agencies and ministries of the Pacific tell them, read from whole pages; names, dates and events are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Document, Meeting

END = "The two sides spoke of the sea."


def read(*paragraphs: str) -> tuple[Meeting, ...]:
    """The meetings of a page with a headline above the paragraphs."""
    return pipeline.extract(Document("\n\n".join(["Talks of Defence Officials", *paragraphs, END]), "text")).meetings


def told(*paragraphs: str) -> list[str]:
    """Status, kind, first day, place and sides of each meeting."""
    return [f"{each.status} {each.kind} {each.date} {each.place} {' '.join(each.countries)}" for each in read(*paragraphs)]


MET = "Gen. Bo Ray of Japan met Gen. Luis Roca of Peru in Lima on Monday."


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            [MET, "Peru and Japan signed a memorandum on defence cooperation in January 2015."],
            ["primary meeting None Lima JP PE"],
            id="month and year",
        ),
        pytest.param(
            [MET, "On June 8, 2015, the Terms of Reference were signed by both armies."],
            ["primary meeting None Lima JP PE"],
            id="a day beside a weekday",
        ),
        pytest.param(
            ["Peru and Japan signed a memorandum on defence cooperation in Lima in January 2015."],
            ["primary ceremony 2015-01-XX Lima JP PE"],
            id="near miss: the news itself",
        ),
    ],
)
def test_an_old_paper_does_not_date_talks_of_no_known_day(paragraphs: list[str], expected: list[str]) -> None:
    assert told(*paragraphs) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            ["LIMA, Nov. 9, 2022 (Harpa) -- Peru's Navy chief had talks Wednesday with the commander of the Japanese fleet.", "Admiral Luis Roca held the meeting with Vice Admiral Bo Ray of Japan during his visit to the fleet's headquarters in Yokosuka, his office said."],
            ["primary meeting 2022-11-09 Yokosuka JP PE"], id="the place behind a dateline",
        ),
        pytest.param(
            ["LIMA, Nov. 9, 2022 (Harpa) -- Peruvian Defence Minister Luis Roca held talks with his Japanese counterpart, Bo Ray, on Wednesday.", "Roca later met the Chilean President, Ana Lind, in Santiago."],
            ["primary meeting 2022-11-09 Lima JP PE", "primary meeting 2022-11-09 Santiago CL PE"], id="near miss: talks with another",
        ),
    ],
)  # fmt: skip
def test_those_of_a_lead_without_names_are_named_abroad(paragraphs: list[str], expected: list[str]) -> None:
    assert told(*paragraphs) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "On 16 May 2024, Defence Minister Bo Ray of Japan held a first telecon after his appointment with Peruvian Defence Minister Luis Roca.",
            "primary call 2024-05-16 None JP PE",
        ),
        (
            "On 16 May 2024, Defence Minister Bo Ray of Japan had a telephone talk with Peruvian Defence Minister Luis Roca.",
            "primary call 2024-05-16 None JP PE",
        ),
        (
            "Defence Minister Bo Ray of Japan held his first talks since taking office with Peruvian Defence Minister Luis Roca in Lima on 16 May 2024.",
            "primary meeting 2024-05-16 Lima JP PE",
        ),
        (
            "Defence Minister Bo Ray of Japan met Peruvian Defence Minister Luis Roca, in office since May 2021, in Lima.",
            "primary meeting None None JP PE",
        ),
        (
            "Defence Minister Bo Ray of Japan will travel to Lima on 16 May 2024 to meet Peruvian Defence Minister Luis Roca for the annual Japan-Peru Defence Ministers' Meeting.",
            "primary meeting 2024-05-16 Lima JP PE",
        ),
    ],
)
def test_day_place_and_kind_stand_behind_what_is_set_between(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(["The multinational exercise “Steppe Quest 2018” opened in Lima, Peru, on June 14, 2018 with troops of 26 countries."], ["primary exercise 2018-06-14 Lima PE"], id="counted there"),
        pytest.param(
            ["President Luis Roca of Peru opened the multinational exercise “Steppe Quest” in Lima on June 14, 2018.", "Soldiers of 26 countries take part."],
            ["primary exercise 2018-06-14 Lima PE"], id="counted behind",
        ),
        pytest.param(["The national exercise “Steppe Quest 2018” opened in Lima, Peru, on June 14, 2018 with troops of the army."], [], id="near miss: of one state"),
    ],
)  # fmt: skip
def test_an_exercise_of_many_is_told_though_one_state_is_named(paragraphs: list[str], expected: list[str]) -> None:
    assert told(*paragraphs) == expected


def test_brackets_do_not_part_a_list_of_those_present() -> None:
    (meeting,) = read(
        "Fijian officers met foreign attachés in Suva on 3 May 2024.",
        "In attendance were the attachés from Chile, Peru (by zoom), Kenya and Oman (online).",
    )
    assert meeting.countries == ("CL", "FJ", "KE", "OM", "PE")


def test_the_article_before_a_pair_is_no_part_of_the_name() -> None:
    (meeting,) = read("The Japan-Peru Defense Ministerial Meeting was held in Lima on 3 May 2024.")
    assert meeting.title == "Japan-Peru Defense Ministerial Meeting"


def test_ships_off_an_island_do_not_make_it_a_side() -> None:
    (meeting,) = read("On 3 May 2024, the frigate HMNZS Larkin conducted a passage exercise with the destroyer USS John Finn off Guam.")
    assert meeting.countries == ("NZ", "US")


@pytest.mark.parametrize("office", ["Second in Command", "Officer in Charge", "Commander in Chief"])
def test_the_end_of_an_office_is_no_place(office: str) -> None:
    (meeting,) = read(f"General Bo Ray of Japan met the {office}, Brigadier Luis Roca of Peru, on 3 May 2024.")
    assert meeting.place is None


def test_a_body_that_took_part_is_called_as_the_release_calls_it() -> None:
    (meeting,) = read(
        "The 18th meeting of the Council of Ministers of Defense of SCO Member States was held in Lima on 28 July 2021. Chinese Defense Minister Li Wei led a delegation to attend."
    )
    assert meeting.organizations == ("SCO",)
