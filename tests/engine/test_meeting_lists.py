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


CONFERENCE = (
    "The yearly conference of the naval chiefs of the Andes was held in Lima on Monday. Delegations from Chile, Peru and Bolivia took part."
)
SPEAKERS = [
    "In his address, the Commissioner of the Andean Community, Hugo Paz, informed the delegates that the funds were there.",
    "Led by its Chairman, Admiral Hugo Paz of Chile, the meeting looked at the patrols.",
    "The day opened with an exchange with the Special Envoy of the United Nations, Hugo Paz.",
    "Admiral Hugo Paz of Chile took the floor to present the report.",
    "The keynote was delivered by the Minister of Defence of Chile, Hugo Paz.",
    "The vote of thanks was given by Admiral Hugo Paz of Chile.",
    "A lecture on tides by Captain Hugo Paz of Bolivia followed.",
    "Admiral Hugo Paz of Chile took over the chair from Peru.",
    "Closing the meeting, Admiral Hugo Paz of Chile thanked the hosts.",
    "Admiral Hugo Paz of Chile stated that no navy could stand aside.",
]
ABSENT = [
    "The conference remembered the late Admiral Hugo Paz of Chile.",
    "In a message read out to the conference, Admiral Hugo Paz of Chile wished it success.",
    "The patrols are commanded by Admiral Hugo Paz of Chile.",
    "The next conference will be chaired by Admiral Hugo Paz of Chile.",
]


def at_conference(sentence: str) -> tuple[str, ...]:
    (meeting,) = (each for each in told(sentence, CONFERENCE) if each.status == "primary")
    return meeting.people


@pytest.mark.parametrize("sentence", SPEAKERS)
def test_who_spoke_at_a_gathering_was_there(sentence: str) -> None:
    assert at_conference(sentence) == ("Hugo Paz",)


@pytest.mark.parametrize("sentence", ABSENT)
def test_who_is_only_spoken_of_at_a_gathering_was_not(sentence: str) -> None:
    assert at_conference(sentence) == ()


SHOWN = [
    "In the afternoon they saw the air base at Pisco. Explanations were given by its commander, Colonel Hugo Paz.",
    "In the afternoon they saw the air base at Pisco. Colonel Hugo Paz, who commands it, showed them the simulator.",
    "In the afternoon they saw the air base at Pisco. Colonel Hugo Paz answered the questions of the guests.",
    "In the afternoon they heard a report on the air base by its commander, Colonel Hugo Paz.",
]


@pytest.mark.parametrize("text", SHOWN)
def test_who_explained_at_the_place_that_was_seen_took_part(text: str) -> None:
    assert "Hugo Paz" in told(text)[-1].people


def test_an_item_may_open_with_a_long_office() -> None:
    items = (
        "For Chile:\n\n- the Deputy Director for Plans and Policy of the Joint Command of the Armed Forces, Colonel Hugo Paz;\n"
        "- the Adviser for Legal and International Affairs of the Ministry, Major Rosa Vega."
    )
    assert told(items)[0].people == FOUR
