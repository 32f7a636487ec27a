"""From which day to which day a visit was, and what kind of occasion words tell; published on Wednesday, 15 May 2024."""

from __future__ import annotations

import pytest

from ingest.engine.types import Meeting
from tests.engine.test_meeting_places import reported

VISITS = [
    ("Rear Admiral Eva Lind wrapped up a five-day visit to Peru today.", "2024-05-11/2024-05-15 visit"),
    ("Rear Admiral Eva Lind completed her official visit to Peru on Monday.", "2024-05-13 visit"),
    ("Rear Admiral Eva Lind carried out a working visit to Peru on 8-9 May.", "2024-05-08/2024-05-09 visit"),
    ("Rear Admiral Eva Lind kicked off her three-day visit to Peru on Monday.", "2024-05-13/2024-05-15 visit"),
    ("Rear Admiral Eva Lind is undertaking an official visit to Peru from 13 to 17 May 2024.", "2024-05-13/2024-05-17 visit"),
    ("Rear Admiral Eva Lind realised a visit to the Republic of Peru in the period from 8 to 9 May.", "2024-05-08/2024-05-09 visit"),
    ("Rear Admiral Eva Lind embarked on a two-day tour to Peru on Monday.", "2024-05-13/2024-05-14 visit"),
    ("From 8 to 9 May, Rear Admiral Eva Lind was on an official visit in Peru.", "2024-05-08/2024-05-09 visit"),
    ("Between 8 and 9 May, Rear Admiral Eva Lind stayed in Peru on a working visit.", "2024-05-08/2024-05-09 visit"),
    ("Rear Admiral Eva Lind is visiting Peru on 15 and 16 May.", "2024-05-15/2024-05-16 visit"),
    ("The official visit of Rear Admiral Eva Lind to Peru took place on 8 and 9 May.", "2024-05-08/2024-05-09 visit"),
    ("The visit of Rear Admiral Eva Lind to Peru began on Monday and will last until Thursday.", "2024-05-13/2024-05-16 visit"),
    ("Rear Admiral Eva Lind arrives in Peru tomorrow on an official visit.", "2024-05-16 visit planned"),
    ("Rear Admiral Eva Lind will be on a five day visit to Peru starting tomorrow.", "2024-05-16/2024-05-20 visit planned"),
    ("Rear Admiral Eva Lind arrived in Peru on Monday for a two days official visit.", "2024-05-13/2024-05-14 visit"),
    ("Rear Admiral Eva Lind began a week-long visit to Peru on Monday.", "2024-05-13/2024-05-19 visit"),
    ("Rear Admiral Eva Lind completed a course of two days in Peru on Monday.", ""),
    ("Rear Admiral Eva Lind conducted a fleet review on Monday and spoke of the visit of a frigate from Peru.", ""),
]  # fmt: skip
STAYS = [
    ("Rear Admiral Eva Lind is paying a two-day visit to Peru. Colonel Luis Roca talked with Rear Admiral Eva Lind"
     " today.", "2024-05-15 meeting"),
    ("CALLAO, Peru (May 15, 2024) -- Rear Admiral Eva Lind of the Swedish Navy met with Colonel Luis Roca, chief of the coast patrols, for"
     " the annual staff talks in Callao, May 6-8.", "2024-05-06/2024-05-08 meeting"),
    ("CALLAO, Peru (May 14, 2024) -- Rear Admiral Eva Lind of Sweden met with Colonel Luis Roca in Callao.", "2024-05-14 meeting"),
    ("Both navies will train together, Colonel Luis Roca said on Tuesday at a meeting with Rear Admiral Eva Lind.", "2024-05-14 meeting"),
    ("On Monday, Colonel Luis Roca took part in the commissioning of a ship, invited by Rear Admiral Eva Lind.", "2024-05-13 ceremony"),
]  # fmt: skip
SAID = [
    ("Rear Admiral Eva Lind met Colonel Luis Roca in Callao, a spokesman said here today.", "None meeting"),
    ("Rear Admiral Eva Lind met Colonel Luis Roca in Callao on Monday, it was announced today.", "2024-05-13 meeting"),
    ("Rear Admiral Eva Lind met Colonel Luis Roca in Callao and, she said, today was a good day.", "2024-05-15 meeting"),
    ("Rear Admiral Eva Lind wrapped up a five-day visit to Peru today. During her stay she held talks with Colonel Luis Roca.",
     "2024-05-11/2024-05-15 meeting"),
    ("Rear Admiral Eva Lind is visiting Peru. Today Colonel Luis Roca had a bilateral meeting with her.", "2024-05-15 meeting"),
    ("Rear Admiral Eva Lind will travel to Lima on Thursday to meet Colonel Luis Roca.", "2024-05-16 meeting planned"),
]  # fmt: skip
KINDS = [
    ("Rear Admiral Eva Lind paid a courtesy visit on Colonel Luis Roca on Monday. Roca welcomed the delegation.", "2024-05-13 meeting"),
    ("Rear Admiral Eva Lind toured the naval school in Callao on Monday. Colonel Luis Roca received her at the gate.", "2024-05-13 visit"),
    ("At the air base near Rota, Rear Admiral Eva Lind was received on Monday by its commander, Brigadier General Pedro Gil, who introduced"
     " the plans.", "2024-05-13 visit"),
    ("Officers of the navies of Sweden and Peru met in Callao on Monday. Rear Admiral Eva Lind led the Swedes. Colonel Luis Roca and Rear"
     " Admiral Eva Lind signed the plan for 2025.", "2024-05-13 meeting"),
    ("Colonel Luis Roca received the keys of ten trucks in Lima on Monday from Rear Admiral Eva Lind.", "2024-05-13 ceremony"),
    ("Colonel Luis Roca and Rear Admiral Eva Lind attended the handover ceremony of ten boats in Lima on Monday. The boats are a"
     " fruit of the meeting between the presidents.", "2024-05-13 ceremony"),
    ("A handover ceremony for ten boats took place in Lima on Monday. The event was attended by Colonel Luis Roca and Rear Admiral Eva"
     " Lind.", "2024-05-13 ceremony"),
    ("Talks on ten boats took place in Lima on Monday. The event was attended by Colonel Luis Roca and Rear Admiral Eva"
     " Lind.", "2024-05-13 meeting"),
    ("Rear Admiral Eva Lind joined Colonel Luis Roca in Lima on Monday for a ribbon cutting ceremony. While there, Rear Admiral Eva Lind"
     " also presided over a graduation ceremony.", "2024-05-13 ceremony"),
    ("Ten boats were received on Monday by Colonel Luis Roca from Rear Admiral Eva Lind.", "2024-05-13 ceremony"),
    ("Colonel Luis Roca received Rear Admiral Eva Lind in Lima on Monday and spoke of ten trucks from Sweden.", "2024-05-13 meeting"),
    ("Rear Admiral Eva Lind and Colonel Luis Roca took part in the delivery of two boats in Callao on Monday. Earlier this week, Rear"
     " Admiral Eva Lind met with Colonel Luis Roca in Arequipa.", "2024-05-13 ceremony"),
]  # fmt: skip


HOMAGE = [
    ("Colonel Luis Roca met with Rear Admiral Eva Lind in Lima on Monday. During her stay, Rear Admiral Eva Lind paid tribute to Tariq Aziz"
     " at his mausoleum in Lima, visited the fleet museum in Callao and saw a play.", "2024-05-13 meeting"),
    ("Colonel Luis Roca met with Rear Admiral Eva Lind in Lima on Monday. On Tuesday, Rear Admiral Eva Lind visited the fleet school in"
     " Callao, Peru, where she was received by Major General Kofi Mensah.", "2024-05-13 meeting; 2024-05-14 visit"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), HOMAGE)
def test_who_only_paid_tribute_made_no_other_visit(body: str, expected: str) -> None:
    assert "; ".join(map(_shown, reported(body))) == expected


@pytest.mark.parametrize(("body", "expected"), VISITS)
def test_the_days_of_a_visit(body: str, expected: str) -> None:
    assert "; ".join(map(_shown, reported(body))) == expected


@pytest.mark.parametrize(("body", "expected"), STAYS + SAID)
def test_the_day_of_what_is_told_beside_other_days(body: str, expected: str) -> None:
    assert "; ".join(map(_shown, reported(body))) == expected


@pytest.mark.parametrize(("body", "expected"), KINDS)
def test_the_kind_of_what_is_told(body: str, expected: str) -> None:
    assert "; ".join(map(_shown, reported(body))) == expected


def _shown(meeting: Meeting) -> str:
    days = f"{meeting.date}/{meeting.end_date}" if meeting.end_date else f"{meeting.date}"
    return f"{days} {meeting.kind}" if meeting.state == "held" else f"{days} {meeting.kind} {meeting.state}"
