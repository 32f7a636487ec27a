"""Lists of those who took part, by the lines that stand above them, and sentences that tell of them: whole releases, all invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Meeting, Release

OPENING = (
    "LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, received the Chief of the Army of Chile, General Luis Roca, on Friday."
)
ITEMS = "- Colonel Hugo Paz, Head of the Planning Department\n- Major Rosa Vega, Legal Adviser"
BOTH = ("Ana Popa", "Luis Roca")
FOUR = (*BOTH, "Hugo Paz", "Rosa Vega")


def told(text: str, opening: str = OPENING) -> tuple[Meeting, ...]:
    return pipeline.read(Release(title="Minister receives general", body=f"{opening}\n\n{text}", published="2023-05-12")).meetings


HEADS = [
    "Chilean participants:", "Also attending:", "Attending for Chile were:", "Representing Chile:", "Taking part on the Chilean side were:",
    "With General Roca were:", "By the Chilean party:", "The visiting party:", "Those taking part:", "Accompanying officials:",
    "Participated for Chile:", "The Chilean delegation was completed by:", "Members of the Chilean delegation:",
]  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_those_in_a_list_took_part(head: str) -> None:
    (meeting,) = told(f"{head}\n\n{ITEMS}")
    assert meeting.people == FOUR


SENTENCES = [
    "Rounding out the visiting team were Colonel Hugo Paz and Major Rosa Vega.",
    "On the Chilean side there were Colonel Hugo Paz and Major Rosa Vega.",
    "For the Chilean part, Colonel Hugo Paz and Major Rosa Vega were at the table.",
    "In General Roca's delegation were Colonel Hugo Paz and Major Rosa Vega.",
    "General Roca was travelling with Colonel Hugo Paz and Major Rosa Vega.",
    "Colonel Hugo Paz and Major Rosa Vega completed the Chilean delegation.",
    "The meeting counted on the participation of Colonel Hugo Paz and Major Rosa Vega.",
    "Attendees: Colonel Hugo Paz, Major Rosa Vega.",
    "Also in the room were Colonel Hugo Paz and Major Rosa Vega.",
    "On hand were Colonel Hugo Paz and Major Rosa Vega.",
    "Colonel Hugo Paz and Major Rosa Vega made up the rest of the Chilean team.",
    "General Roca had Colonel Hugo Paz and Major Rosa Vega with him.",
]
NOT_THERE = [
    "General Roca spoke of a cadet, who was travelling with Colonel Hugo Paz and Major Rosa Vega in 2020.",
    "The minister told the delegation: Colonel Hugo Paz and Major Rosa Vega are remembered in Lima.",
    "The barracks are named for Colonel Hugo Paz and Major Rosa Vega.",
    "Colonel Hugo Paz and Major Rosa Vega will sit at the table in June.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_those_told_in_words_of_presence_took_part(sentence: str) -> None:
    (meeting,) = told(sentence)
    assert meeting.people == FOUR


@pytest.mark.parametrize("sentence", NOT_THERE)
def test_those_only_spoken_of_did_not(sentence: str) -> None:
    assert told(sentence)[0].people == BOTH


def test_the_members_of_a_visiting_delegation_were_at_all_its_meetings() -> None:
    later = "Earlier the same day, Admiral Eva Lind of Peru held talks with General Roca.\n\nMembers of the Chilean delegation:\n\n"
    first, second = told(later + ITEMS)
    assert first.people == FOUR
    assert set(second.people) == {"Eva Lind", "Luis Roca", "Hugo Paz", "Rosa Vega"}


def test_the_participants_of_the_last_meeting_were_not_at_the_one_before() -> None:
    later = (
        "Later the same day, Admiral Eva Lind of Peru held talks with General Roca. With them were Colonel Hugo Paz and Major Rosa Vega."
    )
    assert told(later)[0].people == BOTH
