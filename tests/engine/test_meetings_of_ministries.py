"""Short releases in the manners of forty offices: what each reports, and what it only seems to. Names, dates and events are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings import read, told

# Whoever of these is named in a line is an official of the release.
CAST = [
    "Ana Popa|Popa||Minister of National Defence||RO",
    "Ion Rusu|Rusu|General|Chief of the General Staff||RO",
    "Mart Tamm|Tamm||Minister of Defence||EE",
    "Luis Roca|Roca|Colonel|Commander of the Navy||PE",
    "Eva Lind|Lind|Rear Admiral|Chief of Staff||SE",
    "Jane Doe|Doe||Secretary of Defense||US",
    "Paul Reed|Reed|General|commander|U.S. Southern Command|US",
    "Kofi Mensah|Mensah|Major General|Chief of the Defence Staff||GH",
    "Aminata Diallo|Diallo||Minister of the Armed Forces||SN",
    "Tariq Aziz|Aziz|General|Chief of Army Staff||PK",
    "Omar Haddad|Haddad||Ambassador||JO",
    "Karim Said|Said||Ambassador to Spain||JO",
    "Sato Kenji|Sato||Minister of Defense||JP",
    "Rahul Verma|Verma||Defence Secretary||IN",
    "Nguyen Van Hai|Hai|Senior Lieutenant General|Deputy Minister of National Defence||VN",
    "Marta Silva|Silva||Minister of Defence||PT",
    "Jens Krog|Krog||Assistant Secretary General|NATO|INT",
    "Leila Karimova|Karimova||Deputy Minister of Defence||KZ",
    "Pedro Gil|Gil|Brigadier General|Base Commander||ES",
    "Hana Veli|Veli||Minister of Defence||",
]

ONE = [
    ("Minister of National Defence Ana Popa discussed drones with her Polish counterpart in a telephone conversation on Monday.",
     [("call", "2024-05-13", None, "PL RO", "Popa")], "something is discussed with a counterpart without a name"),
    ("In a telephone conversation on Monday, Minister of National Defence Ana Popa and her Polish counterpart discussed drones.",
     [("call", "2024-05-13", None, "PL RO", "Popa")], "a minister and her counterpart without a name discuss something"),
    ("Earlier on Monday, the Chilean army delegation met with Minister of Defence Hana Veli.",
     [("meeting", "2024-05-13", None, "CL", "Veli")], "a delegation is met by a minister whose state nothing tells"),
    ("Secretary of Defense Jane Doe and Minister of National Defence Ana Popa discussed the Peruvian aggression in a phone conversation on Monday.",
     [("call", "2024-05-13", None, "RO US", "Doe Popa")], "a state whose aggression is spoken of"),
    ("The third Romania-Estonia Secretary-level 2+2 Dialogue was held in Bucharest on Monday.",
     [("meeting", "2024-05-13", "RO", "EE RO", "")], "a dialogue of two ministers on each side"),
    ("Minister of Defence Hana Veli received Ambassador Omar Haddad at the ministry on Monday.",
     [("meeting", "2024-05-13", None, "JO", "Haddad Veli")], "an envoy is received by a minister whose state nothing tells"),
    ("Minister of National Defence Ana Popa held consultations with her Estonian counterpart, Mart Tamm, on the sidelines of the Black Sea Forum, in Constanța, on 14 May.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm")], "consultations on the sidelines of a forum"),
    ("Talks between General Ion Rusu and Rear Admiral Eva Lind took place in Stockholm on Tuesday.",
     [("meeting", "2024-05-14", "SE", "RO SE", "Lind Rusu")], "talks between two take place"),
    ("Lima, 15 May. Today the Commander of the Navy, Colonel Luis Roca, gave an audience to Rear Admiral Eva Lind at Naval Headquarters. They spoke about submarine rescue.",
     [("meeting", "2024-05-15", "PE", "PE SE", "Lind Roca")], "an audience is given"),
    ("Secretary of Defense Jane Doe and Minister of Defense Sato Kenji talked by telephone on May 14 and agreed to meet in Tokyo in June.",
     [("call", "2024-05-14", None, "JP US", "Doe Kenji")], "a telephone talk, with a meeting to come"),
    ("Senior Lieutenant General Nguyen Van Hai hosted a reception in Hanoi on May 13 for Defence Secretary Rahul Verma, who was on a working visit to Vietnam.",
     [("meeting", "2024-05-13", "VN", "IN VN", "Hai Verma")], "a reception hosted for a guest"),
    ("Ambassador Omar Haddad paid a farewell call on General Tariq Aziz at General Headquarters in Rawalpindi today.",
     [("meeting", "2024-05-15", "PK", "JO PK", "Aziz Haddad")], "a farewell call"),
    ("General Paul Reed, commander of U.S. Southern Command, traveled to Lima, Peru, May 12-14 to meet with Colonel Luis Roca.",
     [("meeting", "2024-05-12", "PE", "PE US", "Reed Roca")], "travel to meet somebody"),
    ("Minister of Defence Marta Silva was welcomed with military honours in Dakar on Monday by the Minister of the Armed Forces, Aminata Diallo.",
     [("meeting", "2024-05-13", "SN", "PT SN", "Diallo Silva")], "a guest is welcomed with honours"),
    ("The Chief of the Defence Staff, Major General Kofi Mensah, on Tuesday received in his office at Burma Camp a delegation led by Rear Admiral Eva Lind.",
     [("meeting", "2024-05-14", "GH", "GH SE", "Lind Mensah")], "a delegation led by somebody is received"),
    ("A video conference was held on 13 May between Minister of National Defence Ana Popa and Minister of Defence Mart Tamm.",
     [("call", "2024-05-13", None, "EE RO", "Popa Tamm")], "a video conference between two"),
    ("Minister of National Defence Ana Popa met today in Bucharest with the Assistant Secretary General of NATO, Jens Krog.",
     [("meeting", "2024-05-15", "RO", "NATO RO", "Krog Popa")], "an official of an organization is met"),
    ("On 14 May in Astana, Deputy Minister of Defence Leila Karimova and Defence Secretary Rahul Verma co-chaired the 6th India-Kazakhstan Joint Working Group on Defence Cooperation.",
     [("meeting", "2024-05-14", "KZ", "IN KZ", "Karimova Verma")], "a working group is co-chaired"),
    ("The Portuguese Minister of Defence, Marta Silva, is paying an official visit to Romania from 14 to 16 May, at the invitation of Minister Ana Popa.",
     [("visit", "2024-05-14", "RO", "PT RO", "Popa Silva")], "a visit by invitation"),
    ("Colonel Luis Roca and Rear Admiral Eva Lind signed a Memorandum of Understanding on Submarine Rescue in Callao, Peru, on May 14.",
     [("ceremony", "2024-05-14", "PE", "PE SE", "Lind Roca")], "a signing"),
    ("Prior to his departure for Tallinn, Minister of National Defence Ana Popa told reporters that the brigade was ready. In Tallinn on 14 May she met with Minister of Defence Mart Tamm.",
     [("meeting", "2024-05-14", "EE", "EE RO", "Popa Tamm")], "a departure before the meeting"),
    ("Following the talks, General Tariq Aziz, who had arrived in Accra on Sunday, was briefed. General Aziz met Major General Kofi Mensah in Accra on Monday.",
     [("meeting", "2024-05-13", "GH", "GH PK", "Aziz Mensah")], "a day of arrival stays out"),
    ("Secretary of Defense Jane Doe met with Minister of Defence Marta Silva at the Pentagon today ahead of the summit that will take place in Lisbon on 2 June.",
     [("meeting", "2024-05-15", "US", "PT US", "Doe Silva")], "a summit to come lends neither day nor place"),
    ("General Ion Rusu and General Tariq Aziz held a bilateral meeting in Islamabad on 13 May. The meeting was also attended by Ambassador Omar Haddad.",
     [("meeting", "2024-05-13", "PK", "JO PK RO", "Aziz Haddad Rusu")], "those who also attended"),
    ("Tallinn, 15 May – Today, Minister of Defence Mart Tamm discussed the security situation with Minister of Defence Marta Silva.",
     [("meeting", "2024-05-15", "EE", "EE PT", "Silva Tamm")], "one discusses something with another"),
    ("Minister of the Armed Forces Aminata Diallo and Minister of Defence Marta Silva inaugurated a shipyard in Dakar on 13 May.",
     [("ceremony", "2024-05-13", "SN", "PT SN", "Diallo Silva")], "two inaugurate something"),
    ("Rear Admiral Eva Lind bade farewell to Colonel Luis Roca in Stockholm on Tuesday.",
     [("meeting", "2024-05-14", "SE", "PE SE", "Lind Roca")], "a farewell"),
]  # fmt: skip

SEVERAL = [
    ("Rear Admiral Eva Lind visited Ghana and Senegal from 12 to 14 May.\n\nIn Accra on 12 May, she met with Major General Kofi Mensah.\n\nOn 14 May in Dakar, Lind held talks with Minister Aminata Diallo.",
     [("meeting", "2024-05-12", "GH", "GH SE", "Lind Mensah"), ("meeting", "2024-05-14", "SN", "SE SN", "Diallo Lind")], "a tour of two countries"),
    ("Minister of National Defence Ana Popa met separately in Bucharest today with Minister of Defence Mart Tamm and Minister of Defence Marta Silva.",
     [("meeting", "2024-05-15", "RO", "EE RO", "Popa Tamm"), ("meeting", "2024-05-15", "RO", "PT RO", "Popa Silva")], "two met separately"),
    ("Minister of Defence Marta Silva met Minister of National Defence Ana Popa in Bucharest on Tuesday. After the meeting, the ministers visited the barracks at Cincu.",
     [("meeting", "2024-05-14", "RO", "PT RO", "Popa Silva"), ("visit", "2024-05-14", "RO", "PT RO", "Popa Silva")], "barracks in another town visited after the talks"),
    ("Defence Secretary Rahul Verma called on Minister of Defense Sato Kenji in Tokyo on 13 May. Later, he held a telephone conversation with Senior Lieutenant General Nguyen Van Hai.",
     [("meeting", "2024-05-13", "JP", "IN JP", "Kenji Verma"), ("call", "2024-05-13", None, "IN VN", "Hai Verma")], "a call on and a call to"),
    ("General Paul Reed met with Colonel Luis Roca in Lima on May 13. On May 14, Reed toured the naval base at Callao, where he was received by Colonel Luis Roca.",
     [("meeting", "2024-05-13", "PE", "PE US", "Reed Roca"), ("visit", "2024-05-14", "PE", "PE US", "Reed Roca")], "a base toured the day after"),
]  # fmt: skip

NONE = [
    ("Minister of National Defence Ana Popa discussed with cadets what her Polish counterpart had said.", "a counterpart who is only quoted"),
    ("At the end Minister of National Defence Ana Popa received an honoring trophy from Minister of Defence Mart Tamm.", "a trophy is received"),
    ("Minister of Defence Hana Veli met General Tariq Aziz on Monday.", "a general of one state and a minister who may be of the same"),
    ("Minister of National Defence Ana Popa met with cadets of the Naval Academy in Constanța on Tuesday.", "cadets are no side"),
    ("General Ion Rusu welcomed the progress made by the Estonian army and thanked Minister Mart Tamm for his letter.", "progress welcomed"),
    ("Minister of National Defence Ana Popa visited the Romanian contingent in Senegal on 13 May.", "a minister with her own troops abroad"),
    ("Colonel Luis Roca took over as Commander of the Navy in a ceremony at Callao on Monday.", "a change of command at home"),
    ("General Tariq Aziz chaired the 263rd conference of corps commanders in Rawalpindi today.", "a conference of one’s own commanders"),
    ("Secretary of Defense Jane Doe announced a new package of security assistance for Estonia. Doe thanked the Congress.", "aid announced"),
    ("Rear Admiral Eva Lind said that Sweden and Peru have a long friendship. She praised the sailors of both nations.", "two states in one sentence"),
    ("Minister of National Defence Ana Popa accepted an invitation from Minister of Defence Mart Tamm to visit Tallinn.", "an invitation accepted"),
    ("Minister Aminata Diallo opened a military hospital in Thiès on Tuesday. It was built with help from Portugal.", "a hospital opened"),
    ("The Ministry of Defence congratulates General Ion Rusu on his appointment. Rusu served with NATO in Kosovo in 2004 and studied in the United States.", "a career abroad"),
    ("Major General Kofi Mensah addressed the graduates of the Staff College in Accra. Officers from Senegal and Peru were among the graduates.", "foreign graduates"),
    ("Russian missiles struck Kharkiv on Monday. Minister of National Defence Ana Popa condemned the attack and expressed solidarity with Ukraine.", "an attack condemned"),
    ("Defence Secretary Rahul Verma reviewed the state of coastal security at a meeting with the state governments in Kochi today.", "a meeting with one’s own states"),
    ("Minister of Defense Sato Kenji held a press conference in Tokyo on Tuesday and was asked about China and Taiwan.", "a press conference"),
    ("General Paul Reed received the Peruvian Cross of Naval Merit. The medal was awarded by the Navy of Peru in 2019.", "a medal received"),
    ("Deputy Minister of Defence Leila Karimova met with the families of soldiers in Astana. She was accompanied by General Ion Rusu’s book on Romania.", "families met"),
    ("The Prime Minister of Portugal visited Ghana last year. Minister of Defence Marta Silva inspected the frigates in Lisbon on Monday.", "a visit long ago"),
    ("Colonel Luis Roca discussed the budget with the press. He said that Rear Admiral Eva Lind had written a book.", "a talk with the press"),
    ("Brigadier General Pedro Gil received the keys of the renovated barracks in Zaragoza, Spain, on Monday.", "keys received"),
]  # fmt: skip


def primary(body: str) -> list[tuple[object, ...]]:
    rows = [row for row in CAST if row.split("|")[0] in body]
    found = read("2024-05-15", "", body, rows, ["NATO"])
    return sorted(
        (
            (kind, date, country, sides, people)
            for kind, date, _, country, sides, people in (told(meeting) for meeting in found if meeting.status == "primary")
        ),
        key=str,
    )


@pytest.mark.parametrize(("body", "expected"), [pytest.param(body, expected, id=about) for body, expected, about in [*ONE, *SEVERAL]])
def test_each_office_reports_its_meetings_in_its_own_words(body: str, expected: list[tuple[object, ...]]) -> None:
    assert primary(body) == sorted(expected, key=str)


@pytest.mark.parametrize("body", [pytest.param(body, id=about) for body, about in NONE])
def test_what_is_no_meeting_of_two_sides_is_none(body: str) -> None:
    assert primary(body) == []


def test_talks_for_which_somebody_will_come_are_planned() -> None:
    body = "Minister of National Defence Ana Popa will be in Lima on 20 May for talks with Colonel Luis Roca."
    (meeting,) = read("2024-05-15", "", body, [row for row in CAST if row.split("|")[0] in body], ["NATO"])
    assert meeting.state == "planned"
