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

SITES = [
    pytest.param(
        "Rear Admiral Eva Lind met on Tuesday with Colonel Luis Roca in Lima.\n\nAt the meeting at Lima Expo Center, the cooperation of the"
        " fleets was discussed.",
        None,
        ["2024-05-14 Lima Expo Center PE"],
        id="a site in a capital with a short name",
    ),
    pytest.param(
        "Rear Admiral Eva Lind and Colonel Luis Roca met for a working lunch in Belmaran am See on May 13.",
        None,
        ["2024-05-13 Belmaran am See None"],
        id="a town on a lake",
    ),
    pytest.param(
        "According to a statement by the Swedish Embassy, Lima, Rear Admiral Eva Lind met on Tuesday with Colonel Luis Roca.",
        None,
        ["2024-05-14 None None"],
        id="the seat of the embassy that told of it",
    ),
    pytest.param(
        "Colonel Luis Roca visited Burma Camp on May 13 and met Major General Kofi Mensah there.",
        None,
        ["2024-05-13 Burma Camp None"],
        id="a garrison that is called as a country",
    ),
    pytest.param(
        "BAKU, May 15, 2024.\n\nRear Admiral Eva Lind, who is paying an official visit to Peru, visited the fleet, the navy said.\n\n"
        "The Admiral met first one on one with Colonel Luis Roca.",
        None,
        ["- None PE"],
        id="a dateline of its own in a third country",
    ),
    pytest.param(
        "Lima: An official session was held between Peru and Sweden at the headquarters of the Ministry of Defence in Muaskar Bait Al"
        " Belmar on Tuesday.\n\nThe Peruvian side was chaired by Colonel Luis Roca, the Swedish side by Rear Admiral Eva Lind.",
        "Lima",
        ["2024-05-14 Muaskar Bait Al Belmar PE"],
        id="a place with an article inside",
    ),
    pytest.param(
        "A Swedish Navy patrol boat has arrived in Peru.\n\nThe vessel, Oster, berthed at the pier in Callao on Wednesday morning.",
        None,
        ["2024-05-15 Callao PE"],
        id="where and when a ship berthed",
    ),
    pytest.param(
        "A Swedish Navy patrol boat has arrived in Peru.\n\nThe vessel last berthed at the pier in Callao on 3 May 2020.",
        None,
        ["- None PE"],
        id="where a ship berthed last",
    ),
]
SITES_ELSEWHERE = [
    pytest.param(
        "BELMAR GARRISON, Wednesday, 15 May 2024 – Rear Admiral Eva Lind this morning called on Colonel Luis Roca at the ministry.",
        "BELMAR GARRISON",
        ["2024-05-15 Belmar Garrison PE"],
        id="a garrison in the dateline",
    ),
    pytest.param(
        "The 3rd Session of the Peru-Sweden Joint Commission was held at the Oster Riley's Hotel, Belmaran, Peru, on 14 May.",
        None,
        ["2024-05-14 Oster Riley's Hotel PE"],
        id="a hotel that bears the name of its owner, and the country behind its town",
    ),
    pytest.param(
        "Rear Admiral Eva Lind visited the Peruvian college at Bait Al Belmar on 14 May and was received by Colonel Luis Roca.",
        None,
        ["2024-05-14 Bait Al Belmar PE"],
        id="at a place with an article",
    ),
    pytest.param(
        "Rear Admiral Eva Lind paid a courtesy call on Colonel Luis Roca on 14 May, at his Wexley, St. Ana office.",
        None,
        ["2024-05-14 Wexley PE"],
        id="at his office in a part of a town",
    ),
    pytest.param(
        "Colonel Luis Roca met on 14 May with the Ambassador, Omar Haddad, with residence in Stockholm.",
        None,
        ["2024-05-14 None PE"],
        id="where an envoy resides",
    ),
    pytest.param(
        "Minister of Defence Marta Silva met on 14 May with the Ambassador to Portugal, Omar Haddad, at the headquarters in Belmaran.",
        None,
        ["2024-05-14 Belmaran PT"],
        id="an envoy met where he serves, at a place that no table knows",
    ),
]
WEEKS = [
    pytest.param(
        "On the afternoon of May 14, Colonel Luis Roca received Rear Admiral Eva Lind, who is on a visit to Peru from May 13 to 17.\n\n"
        "The same afternoon, Colonel Luis Roca also received Minister of Defence Marta Silva.",
        None,
        ["2024-05-14 None PE", "2024-05-14 None PE"],
        id="the same afternoon, behind the days of a visit",
    ),
    pytest.param(
        "Colonel Luis Roca today signed an agreement with Rear Admiral Eva Lind in Lima. The Admiral, who came on Monday, yesterday toured"
        " the Belmar Training School with Colonel Luis Roca. She is expected to depart tomorrow.",
        None,
        ["2024-05-15 Lima PE", "2024-05-14 None PE"],
        id="the day on which guests leave is not that of a tour",
    ),
    pytest.param(
        "General Paul Reed was briefed during his visit to Peru last week. A statement by the navy on Monday said he was happy.\n\n"
        "General Paul Reed held a meeting with Colonel Luis Roca.",
        None,
        ["- None PE"],
        id="the day of a statement",
    ),
    pytest.param(
        "General Paul Reed visited Peru from May 6 to 10. On Tuesday he met Colonel Luis Roca.",
        None,
        ["2024-05-07 None PE"],
        id="a weekday in the days of a visit",
    ),
]

RETURNS = [
    pytest.param(
        "LIMA: Colonel Luis Roca has returned home Tuesday on conclusion of his official visit to Sweden. He held meetings with"
        " Rear Admiral Eva Lind.",
        "LIMA",
        ["- None SE"],
        id="the day on which somebody came home",
    ),
    pytest.param(
        "Colonel Luis Roca returned home on Friday upon completion of his official trip to Sweden.\n\nColonel Luis Roca had left Peru for"
        " Sweden on 6 May. During the visit, he met Rear Admiral Eva Lind.",
        None,
        ["2024-05-06/2024-05-10 None SE"],
        id="from the day on which he left to the one on which he came home",
    ),
    pytest.param(
        "The scheduled visit of Rear Admiral Eva Lind to Peru tomorrow was deferred. The Admiral was due to arrive tomorrow in Lima on a"
        " two-day visit. Rear Admiral Eva Lind was expected to hold talks with Colonel Luis Roca.",
        None,
        ["2024-05-16/2024-05-17 Lima PE"],
        id="talks of a visit that was put off",
    ),
    pytest.param(
        "Colonel Luis Roca met Rear Admiral Eva Lind who is on a visit to the country to see the fleet.",
        None,
        ["- None PE"],
        id="a visit to the country",
    ),
    pytest.param(
        "Minister of National Defence Ana Popa met the defence minister of Portugal, Marta Silva. At the meeting with Minister of Defence"
        " Marta Silva, Popa expressed her thanks for the talks by the officials in Belmaran.",
        None,
        ["- None None"],
        id="a town of which somebody spoke",
    ),
    pytest.param(
        "The Peruvian and the Swedish coast guards conducted a joint exercise on May 13 off the coast of Dutch Harbor, Alaska.",
        None,
        ["2024-05-13 Dutch Harbor US"],
        id="off the coast of a town",
    ),
    pytest.param(
        "The Peruvian and the Swedish coast guards conducted a joint exercise off Guam on May 13.",
        None,
        ["2024-05-13 None GU"],
        id="off an island",
    ),
    pytest.param(
        "Colonel Luis Roca received Rear Admiral Eva Lind at Al Belmar Club in Lima on May 13.",
        "Lima",
        ["2024-05-13 Al Belmar Club PE"],
        id="a club",
    ),
]


@pytest.mark.parametrize(("body", "dateline", "expected"), [*TRAVELS, *STAYS, *RETURNS, *SITES, *SITES_ELSEWHERE, *WEEKS, *GATHERINGS])
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


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(
            "The boat was handed over to Colonel Luis Roca by Rear Admiral Eva Lind in Callao.", "ceremony", id="a boat is handed over"
        ),
        pytest.param(
            "The cost was explained to Colonel Luis Roca by Rear Admiral Eva Lind in Callao.", "meeting", id="a cost is explained"
        ),
        pytest.param(
            "Minister of Defence Mart Tamm met the partners in Tallinn. At the meeting, Romania was represented by General"
            " Ion Rusu, Portugal by Minister of Defence Marta Silva, and Sweden by Rear Admiral Eva Lind.",
            "conference",
            id="four sides, represented by",
        ),
    ],
)
def test_a_handover_is_a_ceremony_and_delegations_make_a_conference(body: str, kind: str) -> None:
    (meeting,) = reported(body)
    assert meeting.kind == kind
