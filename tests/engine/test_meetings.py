"""What whole releases amount to: made-up ones in the manners of many ministries. Names, dates and events are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine.rules import dates, meetings, places
from ingest.engine.types import Meeting, Organization, Person, Release
from tests.engine.made_up import both_of, placed, placed_bodies


def official(row: str) -> Person:
    """A person from `name | aliases | rank | position | organization | country`; what is empty is not told."""
    name, aliases, rank, position, organization, country = (cell.strip() or None for cell in row.split("|"))
    short = tuple((aliases or "").split(";")) if aliases else ()
    return Person(name or "", short, rank=rank, position=position, organization=organization, country=country)


def read(published: str, title: str, body: str, rows: list[str], bodies: list[str]) -> tuple[Meeting, ...]:
    release = Release(title, body, published=published)
    both = both_of(body, title)
    people = placed(both, *map(official, rows))
    named = placed_bodies(both, *(Organization(name, country="INT") for name in bodies))
    return meetings.find(both, release, people, named, places.find(both), dates.find(both, release))


def told(meeting: Meeting) -> tuple[object, ...]:
    """Kind, first and last day, country, sides and family names: what a reader would check first."""
    sides = " ".join(sorted((*meeting.countries, *meeting.organizations)))
    return (
        meeting.kind,
        meeting.date,
        meeting.end_date,
        meeting.country,
        sides,
        " ".join(sorted(name.split()[-1] for name in meeting.people)),
    )


RELEASES = [
    pytest.param(
        "2023-05-04",
        "Readout of Secretary of Defense Walter P. Dunn III's Call With Norwegian Minister of Defense Bjørn Dahl",
        """Pentagon Press Secretary Brig. Gen. Karen Moss provided the following readout:

Secretary of Defense Walter P. Dunn III spoke by phone today with Norwegian Minister of Defense Bjørn Dahl to discuss support to Ukraine and the upcoming NATO Defense Ministerial. Secretary Dunn congratulated Minister Dahl on his appointment. The two leaders agreed to meet in Brussels next month.""",
        [
            "Walter P. Dunn III|Dunn||Secretary of Defense||US",
            "Bjørn Dahl|Dahl||Minister of Defense||NO",
            "Karen Moss||Brigadier General|Press Secretary|Pentagon|US",
        ],
        [],
        [
            ("call", "2023-05-04", None, None, "NO US", "Dahl III"),
        ],
        id="a readout of a call",
    ),
    pytest.param(
        "2023-05-04",
        "Readout of Secretary Dunn's Meeting With Peruvian Minister of Defense Jorge Chávez",
        """Secretary of Defense Walter P. Dunn III hosted Peruvian Minister of Defense Jorge Chávez at the Pentagon today to reaffirm the importance of the U.S.-Peru defense relationship.

The two leaders discussed regional security challenges, including illegal fishing by the People's Republic of China. Secretary Dunn thanked Minister Chávez for hosting the 2022 Conference of Defense Ministers of the Americas in Cusco. They also discussed the exercise UNITAS.""",
        [
            "Walter P. Dunn III|Dunn||Secretary of Defense||US",
            "Jorge Chávez|Chávez||Minister of Defense||PE",
        ],
        [],
        [
            ("meeting", "2023-05-04", None, "US", "PE US", "Chávez III"),
        ],
        id="a guest hosted, with an old conference and an exercise in passing",
    ),
    pytest.param(
        "2024-03-12",
        "Secretary Blake's Meeting with Kenyan Cabinet Secretary Wanjiru",
        """The following is attributable to Spokesperson Mark Mason:

Secretary of State Andrew J. Blake met with Kenyan Cabinet Secretary for Foreign Affairs Grace Wanjiru today in Nairobi. Secretary Blake and Cabinet Secretary Wanjiru discussed the situation in Haiti and Sudan. The Secretary expressed appreciation for Kenya's leadership of the Multinational Security Support mission.""",
        [
            "Andrew J. Blake|Blake||Secretary of State||US",
            "Grace Wanjiru|Wanjiru||Cabinet Secretary for Foreign Affairs||KE",
            "Mark Mason|||Spokesperson||US",
        ],
        [],
        [
            ("meeting", "2024-03-12", None, "KE", "KE US", "Blake Wanjiru"),
        ],
        id="met today in a city",
    ),
    pytest.param(
        "2024-07-10",
        "Defence Secretary visits Odesa",
        """The Defence Secretary, John Harland, has met President Volodymyr Marchuk in Odesa in his first overseas visit.

During the visit on Sunday, the Defence Secretary also met his Ukrainian counterpart, Defence Minister Taras Bondar. He was joined by the Chief of the Defence Staff, Admiral Sir Simon Crewe.

The Defence Secretary said: “We stand with Ukraine for as long as it takes.”""",
        [
            "John Harland|Harland||Defence Secretary||GB",
            "Volodymyr Marchuk|Marchuk||President||UA",
            "Taras Bondar|Bondar||Defence Minister||UA",
            "Simon Crewe||Admiral|Chief of the Defence Staff||GB",
        ],
        [],
        [
            ("meeting", None, None, "UA", "GB UA", "Harland Marchuk"),
            ("meeting", "2024-07-07", None, "UA", "GB UA", "Bondar Crewe Harland"),
        ],
        id="two principals of one host",
    ),
    pytest.param(
        "2024-06-02",
        "Japan-Philippines Defense Ministerial Meeting",
        """On June 1, 2024, from 17:10 for approximately 40 minutes, Mr. KOBAYASHI Ken, Minister of Defense, held a meeting with H.E. Mr. Gilberto Reyes, Secretary of National Defense of the Republic of the Philippines, in Singapore, on the occasion of the Shangri-La Dialogue. The overview of the meeting is as follows.

1. The ministers exchanged views on the regional situation, including the East China Sea and the South China Sea.

2. The ministers concurred on the early conclusion of the Reciprocal Access Agreement between Japan and the Philippines.""",
        [
            "KOBAYASHI Ken|||Minister of Defense||JP",
            "Gilberto Reyes|||Secretary of National Defense||PH",
        ],
        [],
        [
            ("meeting", "2024-06-01", None, "SG", "JP PH", "Ken Reyes"),
        ],
        id="a meeting on the occasion of a forum",
    ),
    pytest.param(
        "2024-06-02",
        "Japan-U.S.-ROK Trilateral Ministerial Meeting",
        """On June 2, Minister of Defense Ken Kobayashi, U.S. Secretary of Defense Walter P. Dunn III and ROK Minister of National Defense Shin Dong-ho held the Japan-U.S.-ROK Trilateral Ministerial Meeting in Singapore.

The ministers condemned North Korea's missile launches. They signed the Memorandum of Cooperation on the Trilateral Security Cooperation Framework.""",
        [
            "Walter P. Dunn III|Dunn||Secretary of Defense||US",
            "Ken Kobayashi|||Minister of Defense||JP",
            "Shin Dong-ho|||Minister of National Defense||KR",
        ],
        [],
        [
            ("conference", "2024-06-02", None, "SG", "JP KR US", "Dong-ho III Kobayashi"),
        ],
        id="a named meeting of three",
    ),
    pytest.param(
        "2023-11-20",
        "Deputy Minister of Defense Receives Pakistani Army Chief",
        """Riyadh, November 20, 2023, SPA -- Deputy Minister of Defense Prince Abdulrahman bin Saad received here today the Chief of Army Staff of Pakistan General Asif Mahmood Khan. During the meeting, they reviewed the military cooperation between the two brotherly countries.

The meeting was attended by the Chief of the General Staff Lieutenant General Fahd Al-Ruwaili, and from the Pakistani side by the Ambassador to the Kingdom Ahmed Farooq.""",
        [
            "Abdulrahman bin Saad|||Deputy Minister of Defense||SA",
            "Asif Mahmood Khan||General|Chief of Army Staff||PK",
            "Fahd Al-Ruwaili||Lieutenant General|Chief of the General Staff||SA",
            "Ahmed Farooq|||Ambassador||PK",
        ],
        [],
        [
            ("meeting", "2023-11-20", None, "SA", "PK SA", "Al-Ruwaili Farooq Khan Saad"),
        ],
        id="received here, attended by",
    ),
    pytest.param(
        "2023-02-21",
        "UAE, Indonesia sign MoU",
        """ABU DHABI, 21st February, 2023 (WAM) -- Khalifa bin Sultan Al Mazrui, Minister of State for Defence Affairs, met today with Bambang Santoso, Minister of Defence of Indonesia, on the sidelines of the International Defence Exhibition.

The two sides signed a memorandum of understanding on defence industries.""",
        [
            "Khalifa bin Sultan Al Mazrui|||Minister of State for Defence Affairs||AE",
            "Bambang Santoso|||Minister of Defence||ID",
        ],
        [],
        [
            ("meeting", "2023-02-21", None, "AE", "AE ID", "Mazrui Santoso"),
        ],
        id="signed after a meeting beside an exhibition",
    ),
    pytest.param(
        "2024-04-08",
        "Raksha Mantri to embark on two-day visit to Vietnam",
        """Raksha Mantri Shri Arjun Rathore will undertake a three-day official visit to Vietnam from 10-12 April 2024. During the visit, he will hold bilateral talks with his Vietnamese counterpart General Phan Van Hung. He will also call on the President of Vietnam Mr Nguyen Van Tho.""",
        [
            "Arjun Rathore|||Raksha Mantri||IN",
            "Phan Van Hung||General|||VN",
            "Nguyen Van Tho|||President||VN",
        ],
        [],
        [
            ("visit", "2024-04-10", "2024-04-12", "VN", "IN VN", "Hung Rathore Tho"),
        ],
        id="a journey announced with its talks",
    ),
    pytest.param(
        "2023-08-03",
        "Minister of Defense receives Ambassador of Canada",
        """Santiago, August 3, 2023.- Minister of National Defense Maya Fuentes received this Thursday the Ambassador of Canada to Chile, Michael Ross, with whom she reviewed the bilateral agenda.

At the meeting, the Undersecretary for Defense, Gabriel Rivas, and the head of International Relations, Colonel Pedro Soto, were also present.""",
        [
            "Maya Fuentes|||Minister of National Defense||CL",
            "Michael Ross|||Ambassador to Chile||CA",
            "Gabriel Rivas|||Undersecretary for Defense||CL",
            "Pedro Soto||Colonel|head of International Relations||CL",
        ],
        [],
        [
            ("meeting", "2023-08-03", None, "CL", "CA CL", "Fuentes Rivas Ross Soto"),
        ],
        id="received this Thursday, also present",
    ),
    pytest.param(
        "2023-06-15",
        "South American defence ministers meet",
        """Defence ministers and representatives of twelve countries met on 14 and 15 June in Cartagena, Colombia, at the 5th South American Defense Dialogue. The Colombian Minister of Defence, Iván Vargas, opened the event.

Brazil was represented by Minister José Moura and Chile by Undersecretary Gabriel Rivas.""",
        [
            "Iván Vargas|||Minister of Defence||CO",
            "José Moura|||Minister||BR",
            "Gabriel Rivas|||Undersecretary||CL",
        ],
        [],
        [
            ("conference", "2023-06-14", "2023-06-15", "CO", "BR CL CO", "Moura Rivas Vargas"),
        ],
        id="a conference of twelve countries",
    ),
    pytest.param(
        "2022-10-05",
        "CDF hosts US AFRICOM Commander",
        """The Chief of the Defence Forces General Robert Kamau hosted the Commander United States Africa Command (AFRICOM) General Michael Langford at the Defence Headquarters, Nairobi on Wednesday.

The two Generals discussed training. Present during the meeting were Vice Chief of the Defence Forces Lieutenant General Francis Otieno and the US Ambassador Meg Wright.""",
        [
            "Robert Kamau||General|Chief of the Defence Forces||KE",
            "Michael Langford||General|Commander|United States Africa Command|US",
            "Francis Otieno||Lieutenant General|Vice Chief of the Defence Forces||KE",
            "Meg Wright|||Ambassador||US",
        ],
        [],
        [
            ("meeting", "2022-10-05", None, "KE", "KE US", "Kamau Langford Otieno Wright"),
        ],
        id="hosted a foreign commander, present were",
    ),
    pytest.param(
        "2021-05-14",
        "BRITISH HIGH COMMISSIONER CALLS ON DEFENCE MINISTER",
        """The British High Commissioner to Ghana, H.E. Harriet Thorn, has paid a courtesy call on the Minister for Defence, Hon. Dominic Asare, at his office at Burma Camp.

The Minister thanked the High Commissioner for UK support. In attendance were the Chief of Army Staff, Maj Gen Thomas Oppong and the Defence Adviser, Lt Col Tim Cave.""",
        [
            "Harriet Thorn|||High Commissioner to Ghana||GB",
            "Dominic Asare|||Minister for Defence||GH",
            "Thomas Oppong||Major General|Chief of Army Staff||GH",
            "Tim Cave||Lieutenant Colonel|Defence Adviser||GB",
        ],
        [],
        [
            ("meeting", None, None, "GH", "GB GH", "Asare Cave Oppong Thorn"),
        ],
        id="a courtesy call, in attendance",
    ),
    pytest.param(
        "2024-01-30",
        "NATO Secretary General meets Prime Minister of Georgia",
        """NATO Secretary General Lars Holm welcomed the Prime Minister of Georgia, Irakli Beridze, to NATO Headquarters on Tuesday (30 January 2024) for talks on Black Sea security.""",
        [
            "Lars Holm|||Secretary General|NATO|INT",
            "Irakli Beridze|||Prime Minister||GE",
        ],
        ["NATO"],
        [
            ("meeting", "2024-01-30", None, "BE", "GE NATO", "Beridze Holm"),
        ],
        id="an official of an alliance as host",
    ),
    pytest.param(
        "2023-02-11",
        "Chairperson receives Foreign Minister of Norway",
        """H.E. Moussa Diallo, Chairperson of the African Union Commission, today received H.E. Anniken Lund, Minister of Foreign Affairs of Norway, at the AU Headquarters in Addis Ababa, Ethiopia.""",
        [
            "Moussa Diallo|||Chairperson|African Union Commission|INT",
            "Anniken Lund|||Minister of Foreign Affairs||NO",
        ],
        ["African Union Commission"],
        [
            ("meeting", "2023-02-11", None, "ET", "African Union Commission NO", "Diallo Lund"),
        ],
        id="a commission as side",
    ),
    pytest.param(
        "2023-02-11",
        "Minister visits troops",
        """The Minister of Defence, Ana Popa, visited the 9th Mechanized Brigade in Constanța on Friday and met with the commander, Colonel Ion Rusu. She praised their service in Afghanistan and said Romania would send more troops to Kosovo.""",
        [
            "Ana Popa|Popa||Minister of Defence||RO",
            "Ion Rusu||Colonel|commander||RO",
        ],
        [],
        [],
        id="a minister among his own troops is none",
    ),
    pytest.param(
        "2024-02-17",
        "Dunn meets ministers",
        """Secretary of Defense Walter P. Dunn III met with Estonian Minister of Defense Mart Tamm and separately with Latvian Minister of Defense Anna Ozola on February 16 in Munich. While in Munich, Dunn also spoke with Finnish Minister Antti Laine.""",
        [
            "Walter P. Dunn III|Dunn||Secretary of Defense||US",
            "Mart Tamm|||Minister of Defense||EE",
            "Anna Ozola|||Minister of Defense||LV",
            "Antti Laine|||Minister||FI",
        ],
        [],
        [
            ("meeting", "2024-02-16", None, "DE", "EE US", "III Tamm"),
            ("meeting", "2024-02-16", None, "DE", "LV US", "III Ozola"),
            ("meeting", "2024-02-16", None, "DE", "FI US", "III Laine"),
        ],
        id="two met separately, a third while there",
    ),
    pytest.param(
        "2024-04-20",
        "SOUTHCOM commander visits Panama, Colombia",
        """U.S. Army Gen. Laura Richards, commander of U.S. Southern Command, visited Panama and Colombia April 15-19.

While in Panama, Richards met with Minister of Public Security Juan Pino on April 16. While in Colombia, she met with Minister of Defense Iván Vargas on April 18 in Bogotá.""",
        [
            "Laura Richards|Richards|General|commander|U.S. Southern Command|US",
            "Juan Pino|||Minister of Public Security||PA",
            "Iván Vargas|||Minister of Defense||CO",
        ],
        [],
        [
            ("meeting", "2024-04-16", None, "PA", "PA US", "Pino Richards"),
            ("meeting", "2024-04-18", None, "CO", "CO US", "Richards Vargas"),
        ],
        id="a tour with a stop in each country",
    ),
    pytest.param(
        "2024-05-06",
        "Exercise African Eagle begins in Ghana",
        """Exercise African Eagle 2024 kicked off in Accra, Ghana, on May 6 with troops from Ghana, Kenya and the United States. Brig. Gen. Tom Hale, deputy commander of U.S. Army Southern European Task Force, and Ghana's Maj. Gen. Kofi Mensah attended the opening ceremony.""",
        [
            "Tom Hale||Brigadier General|deputy commander|U.S. Army Southern European Task Force|US",
            "Kofi Mensah||Major General|||GH",
        ],
        [],
        [
            ("exercise", "2024-05-06", None, "GH", "GH KE US", "Hale Mensah"),
        ],
        id="an exercise opens",
    ),
    pytest.param(
        "2024-05-06",
        "Visit postponed",
        """The official visit of the Minister of Defence of Greece, Nikos Dimitriou, to Cyprus, scheduled for 8 May, has been postponed. He was to meet with his counterpart Vasilis Pavlou in Nicosia.""",
        [
            "Nikos Dimitriou|||Minister of Defence||GR",
            "Vasilis Pavlou|||counterpart||CY",
        ],
        [],
        [
            ("visit", "2024-05-08", None, "CY", "CY GR", "Dimitriou Pavlou"),
        ],
        id="a visit put off",
    ),
    pytest.param(
        "2023-04-12",
        "Korea, Poland vice ministers hold talks",
        """Vice Minister of National Defense Shin Beom-seok met with Polish Deputy Defense Minister Marcin Okon at the Ministry of National Defense in Yongsan, Seoul, on April 11, to discuss ways to expand defense industry cooperation.""",
        [
            "Shin Beom-seok|||Vice Minister of National Defense||KR",
            "Marcin Okon|||Deputy Defense Minister||PL",
        ],
        [],
        [
            ("meeting", "2023-04-11", None, "KR", "KR PL", "Beom-seok Okon"),
        ],
        id="a deputy minister at the ministry",
    ),
    pytest.param(
        "2021-03-18",
        "Ministers hold video talks",
        """Minister of Defence Florence Martin held a video conference with her German counterpart Annika Kramer on 18 March 2021.""",
        [
            "Florence Martin|||Minister of Defence||FR",
            "Annika Kramer|||counterpart||DE",
        ],
        [],
        [
            ("call", "2021-03-18", None, None, "DE FR", "Kramer Martin"),
        ],
        id="a video conference",
    ),
    pytest.param(
        "2021-03-18",
        "Statement on missile launch",
        """The Ministry of Foreign Affairs of Norway condemns the launch of a ballistic missile by North Korea. Minister Ine Berg spoke out against the launch. Norway calls on North Korea to return to talks with the United States.""",
        [
            "Ine Berg|||Minister||NO",
        ],
        [],
        [],
        id="a condemnation is none",
    ),
    pytest.param(
        "2021-03-18",
        "Aircraft handed over",
        """The United States handed over two C-208 aircraft to the Lebanese Armed Forces in a ceremony at Beirut Air Base on 17 March. U.S. Ambassador Dorothy Lane and Army Commander General Joseph Haddad attended the ceremony.""",
        [
            "Dorothy Lane|||Ambassador||US",
            "Joseph Haddad||General|Army Commander||LB",
        ],
        [],
        [
            ("ceremony", "2021-03-17", None, "LB", "LB US", "Haddad Lane"),
        ],
        id="a ceremony of handing over",
    ),
]


@pytest.mark.parametrize(("published", "title", "body", "rows", "bodies", "expected"), RELEASES)
def test_a_release_tells_its_meetings_once_each(
    published: str, title: str, body: str, rows: list[str], bodies: list[str], expected: list[tuple[object, ...]]
) -> None:
    primary = [meeting for meeting in read(published, title, body, rows, bodies) if meeting.status == "primary"]
    assert sorted(map(told, primary), key=str) == sorted(expected, key=str)


ROWS = [
    "Ana Popa|Popa|General|Chief of Defence||RO",
    "Luis Roca|Roca|Colonel|Director for Plans||PE",
    "Eva Lind|Lind|Admiral|Chief of Navy||SE",
]


def only(body: str) -> Meeting:
    (meeting,) = (meeting for meeting in read("2024-05-06", "", body, ROWS, []) if meeting.status == "primary")
    return meeting


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("The talks were also attended by Admiral Eva Lind.", True, id="also attended"),
        pytest.param("Admiral Eva Lind joined them for the last hour.", True, id="joined"),
        pytest.param("They were joined by Admiral Eva Lind.", True, id="joined by"),
        pytest.param("Also present was Admiral Eva Lind.", True, id="also present"),
        pytest.param("Admiral Eva Lind will attend the next meeting.", False, id="the next meeting"),
        pytest.param("General Popa praised the reforms of Admiral Eva Lind.", False, id="talked about"),
        pytest.param("General Popa spoke on behalf of Admiral Eva Lind.", False, id="spoken for"),
        pytest.param("“They were joined by Admiral Eva Lind,” he said.", False, id="in speech"),
    ],
)
def test_those_told_as_present_take_part_and_those_only_named_do_not(line: str, expected: bool) -> None:
    meeting = only(f"General Ana Popa met with Colonel Luis Roca in Lima on 3 May 2024. {line}")
    assert ("Eva Lind" in meeting.people) is expected


@pytest.mark.parametrize(
    ("body", "pairs"),
    [
        pytest.param(
            "General Ana Popa held bilateral meetings with Colonel Luis Roca and Admiral Eva Lind in Oslo.",
            [("Ana Popa", "Luis Roca"), ("Ana Popa", "Eva Lind")],
            id="bilateral meetings are one each",
        ),
        pytest.param(
            "General Ana Popa met with Colonel Luis Roca and Admiral Eva Lind in Oslo.",
            [("Ana Popa", "Luis Roca", "Eva Lind")],
            id="met with two is one meeting",
        ),
        pytest.param(
            "General Ana Popa met with Colonel Luis Roca at the Munich Security Forum. She later met with Admiral Eva Lind.",
            [("Ana Popa", "Luis Roca"), ("Ana Popa", "Eva Lind")],
            id="later met another",
        ),
        pytest.param(
            "Colonel Luis Roca, who is in Romania on a visit, met with General Ana Popa. Admiral Eva Lind spoke to reporters.",
            [("Luis Roca", "Ana Popa")],
            id="words to reporters are no meeting",
        ),
    ],
)
def test_meetings_are_as_many_as_the_release_tells_apart(body: str, pairs: list[tuple[str, ...]]) -> None:
    primary = [meeting for meeting in read("2024-05-06", "", body, ROWS, []) if meeting.status == "primary"]
    assert [meeting.people for meeting in primary] == pairs
    assert {meeting.kind for meeting in primary} == {"meeting"}


def test_the_headline_alone_tells_of_a_meeting_where_the_body_does_not() -> None:
    title = "Joint Statement Following the Meeting Between General Ana Popa and Colonel Luis Roca in Lima"
    (meeting,) = read("2024-05-06", title, "Romania and Peru stand by the rules of the sea.", ROWS, [])
    assert (meeting.people, meeting.country) == (("Ana Popa", "Luis Roca"), "PE")
    assert {at.where for _, at in meeting.evidence} == {"title"}


def test_a_headline_that_only_names_two_people_tells_of_none() -> None:
    assert read("2024-05-06", "Statement by General Ana Popa and Colonel Luis Roca on Mines", "Mines must be cleared.", ROWS, []) == ()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("They had met in Oslo last year.", id="an earlier meeting"),
        pytest.param("General Popa will host Colonel Roca in Bucharest in 2025.", id="a meeting to come"),
        pytest.param("The Andean Committee, which met in Quito in March, was praised.", id="a committee in passing"),
        pytest.param("General Popa invited Colonel Roca to visit Romania.", id="an invitation"),
        pytest.param("The Chief of Police received a letter from Admiral Eva Lind.", id="a letter received"),
        pytest.param("General Popa called on Russia to end the war.", id="a call on a state"),
        pytest.param("The aircraft met the requirements of the Peruvian side.", id="requirements met"),
    ],
)
def test_what_is_told_in_passing_is_no_meeting_of_the_release(line: str) -> None:
    assert only(f"General Ana Popa met with Colonel Luis Roca in Lima on 3 May 2024. {line}").people == ("Ana Popa", "Luis Roca")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param(
            "On this occasion, the third session of the Andean Dialogue took place.", "Andean Dialogue", id="told on the occasion"
        ),
        pytest.param("The Andean Security Forum took place in Quito in March 2024.", None, id="another place and month"),
        pytest.param("They praised the report of the Andean Committee, which met in Quito in March.", None, id="a report of a committee"),
        pytest.param(
            "There General Ana Popa talked with Colonel Luis Roca, who is attending the 9th Andean Security Forum.",
            None,
            id="a forum for which one of them came",
        ),
    ],
)
def test_a_meeting_takes_the_name_of_its_occasion_and_of_no_other(line: str, title: str | None) -> None:
    assert only(f"General Ana Popa met with Colonel Luis Roca in Lima on 3 May 2024. {line}").title == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param("Following the Bilateral Staff Talks in Lima on 3 May 2024, ", "Bilateral Staff Talks", id="talks just held"),
        pytest.param("After the International Defence Dialogue in Lima on 3 May 2024, ", None, id="a forum of many"),
    ],
)
def test_talks_told_as_over_name_the_meeting(line: str, title: str | None) -> None:
    assert only(f"{line}General Ana Popa and Colonel Luis Roca signed a Letter of Intent.").title == title


def test_a_next_round_told_without_people_has_the_same_sides() -> None:
    body = "General Ana Popa met with Colonel Luis Roca in Lima on 3 May 2024. The 4th Andean Dialogue will be held in Bucharest in 2025."
    (coming,) = (meeting for meeting in read("2024-05-06", "", body, ROWS, []) if meeting.status == "mentioned")
    assert (coming.title, coming.state, coming.date, coming.countries) == ("4th Andean Dialogue", "planned", "2025-XX-XX", ("PE", "RO"))


def test_every_field_has_its_words() -> None:
    body = "General Ana Popa received Colonel Luis Roca in Bucharest on 3 May 2024."
    meeting = only(body)
    words = {field: body[at.start : at.end] for field, at in meeting.evidence}
    assert words == {
        "kind": "received",
        "date": "3 May 2024",
        "place": "Bucharest",
        "country": "Bucharest",
        "host": "received",
        "countries:RO": "Ana Popa",
        "countries:PE": "Luis Roca",
        "people:Ana Popa": "Ana Popa",
        "people:Luis Roca": "Luis Roca",
    }


@pytest.mark.parametrize(
    ("summit", "mode", "country"),
    [
        pytest.param("a virtual summit of the region", "video", None, id="a virtual summit"),
        pytest.param("an online summit", "video", None, id="an online summit"),
        pytest.param("a summit in Bucharest", "in_person", "RO", id="near miss: a town"),
    ],
)
def test_a_summit_over_a_screen_is_held_in_no_state(summit: str, mode: str, country: str | None) -> None:
    meeting = only(f"General Ana Popa took part on 3 May 2024 in {summit} hosted by Colonel Luis Roca. An online record was kept.")
    assert (meeting.mode, meeting.country) == (mode, country)


def test_a_host_and_a_guest_stand_on_their_sides() -> None:
    meeting = only("General Ana Popa received Colonel Luis Roca in Bucharest on 3 May 2024.")
    assert [(each.person, each.side) for each in meeting.participants] == [("Ana Popa", "host"), ("Luis Roca", "guest")]
    assert (meeting.host, meeting.mode, meeting.state, meeting.date_basis) == ("RO", "in_person", "held", "stated")


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        pytest.param("They discussed cyber defence.", "cyber and information", id="cyber"),
        pytest.param("They discussed the training of pilots.", "training and capacity", id="training"),
        pytest.param("They discussed a co-production of boats.", "arms industry", id="co-production"),
        pytest.param("They discussed an exchange between their hospitals.", "military medicine", id="hospitals"),
        pytest.param("They discussed the role of women in the forces.", "women, peace and security", id="women"),
        pytest.param("They discussed the return of the remains of missing aviators.", "history and ceremony", id="remains"),
    ],
)
def test_topics_are_read_from_what_was_talked_about(line: str, topic: str) -> None:
    assert topic in only(f"General Ana Popa met with Colonel Luis Roca in Lima on 3 May 2024. {line}").topics


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Colonel Roca was grateful for the hospitality.", id="hospitality"),
        pytest.param("Peru remains committed to the friendship of both peoples.", id="what remains"),
        pytest.param("He thanked the men and women in uniform.", id="women in uniform"),
        pytest.param("They spoke of the freedom fighters of the last century, and of patriotic songs.", id="fighters"),
        pytest.param("They exchanged commemorative gifts.", id="gifts"),
    ],
)
def test_words_that_only_sound_like_a_topic_are_none(line: str) -> None:
    assert only(f"General Ana Popa met with Colonel Luis Roca in Lima on 3 May 2024. {line}").topics == ()


@pytest.mark.parametrize(
    "text", ["met " * 3000, "N met N. " * 800, "held the " * 2000 + "talks", "was held " * 2000, "visit to " * 2000, ""]
)
def test_any_text_is_read_without_fault(text: str) -> None:
    read("2024-05-06", "met", text, ROWS, [])
