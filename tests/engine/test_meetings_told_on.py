"""Meetings that are told on under other words for those who met, and what only looks like one more. Names, dates and events are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine.rules import blends
from tests.engine.test_meetings import read, told
from tests.engine.test_meetings_of_ministries import CAST

TALKS = "Rear Admiral Eva Lind met General Ion Rusu in Bucharest on 14 May. They discussed training. "
FIRST = "meeting RO SE Lind Rusu"


def primary(body: str) -> list[str]:
    """The meetings that the release reports: kind, sides, family names."""
    rows = [row for row in CAST if row.split("|")[0] in body]
    found = [each for each in read("2024-05-15", "", body, rows, []) if each.status == "primary"]
    return [" ".join((told(each)[0], *told(each)[4:])).strip() for each in found]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "guest",
    [
        "The head of the Swedish delegation", "The Swedish officer", "The Swedish guest", "The guest from Sweden", "The visitor", "The distinguished guest",
        "The head of the delegation", "The visiting dignitary", "The top Swedish officer", "The Swedish visitor", "The visiting Chief of Staff",
    ],
)  # fmt: skip
def test_the_guest_under_other_words_is_received_by_one_more(guest: str) -> None:
    assert primary(f"{TALKS}{guest} was also received by Minister Ana Popa.") == [FIRST, "meeting RO SE Lind Popa"]


@pytest.mark.parametrize(
    "guest",
    [
        "the head of the Swedish delegation", "the guest", "the Swedish guest", "the delegation", "the Swedish officer", "the guest from Sweden",
        "the visitor", "the head of the delegation", "the visiting admiral",
    ],
)  # fmt: skip
@pytest.mark.parametrize("words", ["Minister Ana Popa also met with {}.", "Later in the day, Minister Ana Popa received {}."])
def test_one_more_host_receives_the_guest_under_other_words(words: str, guest: str) -> None:
    assert primary(TALKS + words.format(guest)) == [FIRST, "meeting RO SE Lind Popa"]


@pytest.mark.parametrize(
    "line",
    [
        "Minister Ana Popa also met with a Swedish officer who studies in Bucharest.",
        "Minister Ana Popa will send members of the delegation to Lima.",
        "General Ion Rusu received the guest at the headquarters of the staff.",
        "The Swedish officer, Captain Bo Ek, will stay in Bucharest.",
    ],
)
def test_other_officers_and_the_same_talks_bring_the_guest_no_meeting(line: str) -> None:
    assert [each for each in primary(TALKS + line) if "Lind" in each] == [FIRST]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Admiral Lind was also received by the President of Romania.", [FIRST, "meeting RO SE Lind"]),
        ("Later, the visitor paid a courtesy visit to the Prime Minister.", [FIRST, "meeting RO SE Lind"]),
        ("On the margins of the talks, Admiral Lind called on the Minister of National Defence.", [FIRST, "meeting RO SE Lind"]),
        ("Admiral Lind was received by the Chief of the General Staff with full honours.", [FIRST]),
        ("Admiral Lind paid a courtesy visit to the naval museum.", [FIRST]),
    ],
)
def test_a_host_told_by_office_alone_is_one_more_unless_it_is_the_one_told(line: str, expected: list[str]) -> None:
    assert primary(TALKS + line) == expected


VISIT = "Rear Admiral Eva Lind paid an official visit to Romania on 14 May, where she was welcomed by General Ion Rusu. "


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The admirals discussed training.", ["meeting RO SE Lind Rusu"]),
        ("The two officers discussed training. Rear Admiral Lind also met with Minister Ana Popa.", [FIRST, "meeting RO SE Lind Popa"]),
        ("During the talks, General Ion Rusu and Rear Admiral Eva Lind discussed training.", [FIRST]),
        ("The cadets discussed training.", ["visit RO SE Lind Rusu"]),
    ],
)
def test_who_talks_with_the_guest_whom_he_welcomed_had_a_meeting(line: str, expected: list[str]) -> None:
    assert primary(VISIT + line) == expected


def test_talks_with_a_host_are_told_of_the_one_who_is_on_a_visit() -> None:
    body = "Rear Admiral Eva Lind is paying an official visit to Romania. The talks with General Ion Rusu covered training."
    assert primary(body) == [FIRST]


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("SAF", "General Staff of the Sylvan Armed Forces", True),
        ("SOUTHCOM", "U.S. Southern Command", True),
        ("INDOPACOM", "U.S. Indo-Pacific Command", True),
        ("army", "Armed Forces", False),
        ("JTF", "Joint Task Force Arica", False),
        ("AF", "Armed Forces", False),
    ],
)
def test_a_short_name_is_made_of_the_beginnings_of_the_last_words(short: str, name: str, expected: bool) -> None:
    assert blends.is_of(short, name) is expected


def test_a_commander_is_known_by_the_short_name_of_his_command() -> None:
    body = "General Paul Reed met with Minister Ana Popa in Bucharest on 14 May. The SOUTHCOM commander also met with General Ion Rusu."
    assert primary(body) == ["meeting RO US Popa Reed", "meeting RO US Reed Rusu"]


TWO = "General Ion Rusu received Rear Admiral Eva Lind and Captain Bo Ek of Sweden in Bucharest on 14 May. "
CAPTAIN = "Bo Ek|Ek|Captain|||SE"


@pytest.mark.parametrize(
    ("line", "met"),
    [
        ("The Swedish officers also met with Minister Ana Popa.", "Ek Lind Popa"),
        ("The guests were then received by Minister Ana Popa.", "Ek Lind Popa"),
        ("The two Swedish officials were also welcomed by Minister Ana Popa.", "Ek Lind Popa"),
        ("Minister Ana Popa also received the Swedish guests.", "Ek Lind Popa"),
        ("Later, the two attachés were received by Minister Ana Popa.", "Ek Lind Popa"),
        ("The delegation was also received by Minister Ana Popa.", "Lind Popa"),
        ("The Swedish officer was also received by Minister Ana Popa.", "Lind Popa"),
    ],
)
def test_several_guests_under_one_word_are_all_of_them(line: str, met: str) -> None:
    body = TWO + line
    rows = [row for row in (*CAST, CAPTAIN) if row.split("|")[0] in body]
    found = [told(each) for each in read("2024-05-15", "", body, rows, []) if each.status == "primary"]
    assert [people for *_, people in found] == ["Ek Lind Rusu", met]
