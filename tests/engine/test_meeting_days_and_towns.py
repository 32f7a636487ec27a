"""Kind, days, town and land of each occasion, where a release tells several of them. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_meeting_places import reported

TRAVELS = [
    pytest.param(
        "LIMA: Rear Admiral Eva Lind called on the military leadership of Ghana during an official visit to Accra, the navy said on Monday."
        "\n\nOn Thursday, Rear Admiral Eva Lind met Chief of the Defence Staff Major General Kofi Mensah.",
        None,
        ["2024-05-09 Accra GH"],
        id="the town of the visit with which the release opens",
    ),
    pytest.param(
        "Rear Admiral Eva Lind began her tour with a stop in Arequipa, Peru.\n\nThere she met on May 7 with Colonel Luis Roca.",
        None,
        ["2024-05-07 Arequipa PE"],
        id="there, where a tour began",
    ),
    pytest.param(
        "Rear Admiral Eva Lind began her tour with a stop in Arequipa, Peru.\n\nOn May 7 she met with Colonel Luis Roca in Callao.",
        None,
        ["2024-05-07 Callao PE"],
        id="a tour that began in another town",
    ),
    pytest.param(
        "Following her visit to Ghana, Rear Admiral Eva Lind traveled to Arequipa, Peru, where on May 7 she received briefings from"
        " the Swedish Ambassador. Later that day she met with Colonel Luis Roca.",
        None,
        ["2024-05-07 Arequipa PE"],
        id="later that day, in the town gone to",
    ),
    pytest.param(
        "Rear Admiral Eva Lind called on Minister of National Defence Ana Popa at the Senate Palace on Tuesday.\n\nShe thanked her.\n\n"
        "The gift will be shown.\n\nIn the afternoon, Rear Admiral Eva Lind held talks with General Ion Rusu.",
        "BUCHAREST",
        ["2024-05-14 Senate Palace RO", "2024-05-14 Bucharest RO"],
        id="a palace is no other town than that of the dateline",
    ),
]
GATHERINGS = [
    pytest.param(
        "LIMA, May 15, 2024 -- Colonel Luis Roca is attending the fourth session of the Andean Naval Committee that has opened in Quito"
        " today. Rear Admiral Eva Lind of Sweden attended, too.",
        "LIMA, May 15, 2024",
        ["2024-05-15 Quito EC"],
        id="a session that has opened elsewhere",
    ),
    pytest.param(
        "The letter of intent was signed in Callao on May 14 by Colonel Luis Roca of Peru and Rear Admiral Eva Lind of Sweden.\n\n"
        "A day before the signing, Roca and Lind held a bilateral meeting in Lima.",
        None,
        ["2024-05-14 Callao PE", "2024-05-13 Lima PE"],
        id="talks a day before the signing",
    ),
    pytest.param(
        "NASSAU, BAHAMAS — Colonel Luis Roca attended the Andean Chiefs of Defence Conference with Rear Admiral Eva Lind"
        " in San Telmo, Belize from May 6-8.",
        "NASSAU, BAHAMAS",
        ["2024-05-06/2024-05-08 San Telmo BZ"],
        id="a town whose first word is a city elsewhere",
    ),
    pytest.param(
        "Colonel Luis Roca received Rear Admiral Eva Lind on 14 May at Naval Station Oster Belmaran. They talked about piracy.",
        None,
        ["2024-05-14 Naval Station Oster Belmaran PE"],
        id="a site at the end of a sentence",
    ),
]

STAYS = [
    pytest.param(
        "LIMA, May 15, 2024 – Colonel Luis Roca left here today for Sweden on an official visit. During the visit, he would have talks with"
        " Rear Admiral Eva Lind. He would visit the Oster Military Museum.\n\nHe is expected to return home on May 19.",
        "LIMA, May 15, 2024",
        ["2024-05-15/2024-05-19 None SE"],
        id="who left here today returns on a day",
    ),
    pytest.param(
        "Rear Admiral Eva Lind met Colonel Luis Roca today. Rear Admiral Eva Lind, who is on a four-day visit to Peru, is scheduled to"
        " attend the parade of midshipmen in Callao on May 18.",
        None,
        ["2024-05-15 None PE"],
        id="the visit on which somebody is has been told, and the parade is to come",
    ),
    pytest.param(
        "On May 10, Rear Admiral Eva Lind left Lima for home after a four-day visit to Peru. She had met Colonel Luis Roca.",
        None,
        ["2024-05-07/2024-05-10 None PE"],
        id="the day on which somebody left after so many days",
    ),
    pytest.param(
        "Colonel Luis Roca met Rear Admiral Eva Lind in Arequipa to prepare the Swedish presidency of the Council in 2025.",
        None,
        ["- Arequipa PE"],
        id="a year to come is no day of what was held",
    ),
    pytest.param(
        "Colonel Luis Roca met Rear Admiral Eva Lind on 14 May, lauding Stockholm's firm commitment to the fleet.",
        None,
        ["2024-05-14 None None"],
        id="a capital that stands for its government",
    ),
    pytest.param(
        "Colonel Luis Roca met Rear Admiral Eva Lind on 14 May as USS Port Belmar sailed. Port Belmar is a cruiser.",
        None,
        ["2024-05-14 None None"],
        id="a ship that is called as a port",
    ),
    pytest.param(
        "The two-day Andean Naval Dialogue between Peru and Sweden opened virtually on May 14, led by Colonel Luis Roca of Peru and Rear"
        " Admiral Eva Lind of Sweden.",
        None,
        ["2024-05-14/2024-05-15 None None"],
        id="two days that opened virtually",
    ),
]


@pytest.mark.parametrize(("body", "dateline", "expected"), [*TRAVELS, *STAYS, *GATHERINGS])
def test_each_occasion_has_its_own_days_and_town(body: str, dateline: str | None, expected: list[str]) -> None:
    found = reported(body, dateline=dateline)
    days = (meeting.date or "-" if meeting.end_date is None else f"{meeting.date}/{meeting.end_date}" for meeting in found)
    assert [f"{day} {meeting.place} {meeting.country}" for day, meeting in zip(days, found, strict=True)] == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        pytest.param(
            "Frigate Visits Callao",
            "Peruvian officers stood on the pier on May 13 as USS Belmar (CG 73) left after a three-day port visit to Peru.",
            ["2024-05-11/2024-05-13 Callao PE"],
            id="the port that a headline in capital letters says was visited",
        ),
        pytest.param(
            "Ministers gather in Peru",
            "A meeting of the defence ministers of the Association of Southeast Asian Nations (ASEAN) kicked off on Tuesday.",
            ["2024-05-14 None PE"],
            id="the ministers of a body in the country of the headline",
        ),
    ],
)
def test_where_it_was_stands_in_the_headline(title: str, body: str, expected: list[str]) -> None:
    found = reported(body, title=title)
    days = (meeting.date or "-" if meeting.end_date is None else f"{meeting.date}/{meeting.end_date}" for meeting in found)
    assert [f"{day} {meeting.place} {meeting.country}" for day, meeting in zip(days, found, strict=True)] == expected
