"""Heads and tails of pages as ministries, commands and press agencies print them; the people and events are invented."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from ingest.engine import clean
from ingest.engine.types import Document

FIRST = (
    "The two ministers reviewed the state of defence cooperation and agreed that staff talks should be held every year, beginning with the "
    "round that is planned for the spring."
)
LAST = "The delegation also visited the naval base, where it was shown the new training centre for divers and the workshop for small boats."


@dataclass(frozen=True)
class Expected:
    title: str | None
    published: str | None
    publisher: str | None
    authors: tuple[str, ...] = ()
    subtitle: str | None = None
    dateline: str | None = None
    begins: str = FIRST
    ends: str = LAST


PAGES = {
    "Japan: date above the title, footer with address": (
        """Japan Ministry of Defense
Home > News > Press Releases
March 5, 2024
Japan-Latvia Defense Ministerial Meeting
FIRST

LAST

Ministry of Defense
5-1 Ichigaya Honmura-cho, Shinjuku-ku, Tokyo 162-8801, Japan
Tel: 03-5366-3111
Copyright(C) Ministry of Defense, Japan. All rights reserved.""",
        Expected("Japan-Latvia Defense Ministerial Meeting", "2024-03-05", "Japan Ministry of Defense"),
    ),
    "India: posted on, by the press bureau": (
        """Ministry of Defence

Raksha Rajya Mantri meets Deputy Prime Minister of Fiji

Posted On: 12 MAR 2024 5:04PM by PIB Delhi

FIRST

LAST

****

ABB/Savvy/KB

(Release ID: 2013871) Visitor Counter : 612""",
        Expected("Raksha Rajya Mantri meets Deputy Prime Minister of Fiji", "2024-03-12", "Ministry of Defence"),
    ),
    "United Kingdom: press release without picture": (
        """Press release
UK and Norway sign maritime security pledge
The Defence Secretary has signed a new pledge with his Norwegian counterpart in Oslo.

From:
Ministry of Defence
Published
16 May 2024

FIRST

LAST

Share this page
The following links open in a new tab
Share on Facebook (opens in new tab)
Share on Twitter (opens in new tab)
Published 16 May 2024
Explore the topic
Defence and armed forces""",
        Expected(
            "UK and Norway sign maritime security pledge",
            "2024-05-16",
            "Ministry of Defence",
            subtitle="The Defence Secretary has signed a new pledge with his Norwegian counterpart in Oslo.",
        ),
    ),
    "Singapore: news release with reply line": (
        """Ministry of Defence, Singapore
News Releases
Minister for Defence Hosts Counterpart from Brunei
03 Apr 2024

FIRST

LAST

More Resources
Infographic: Bilateral Exercises
Last updated on 04 Apr 2024""",
        Expected("Minister for Defence Hosts Counterpart from Brunei", "2024-04-03", "Ministry of Defence, Singapore"),
    ),
    "Philippines: department, dateline in capitals": (
        """Republic of the Philippines
DEPARTMENT OF NATIONAL DEFENSE
Camp General Emilio Aguinaldo, Quezon City

PRESS RELEASE
19 January 2024

PH, CANADA DEFENSE CHIEFS VOW DEEPER TIES

MANILA, Philippines — FIRST

LAST

###

DND Public Affairs Service
Tel. No. (02) 8982-5600""",
        Expected(
            "PH, CANADA DEFENSE CHIEFS VOW DEEPER TIES",
            "2024-01-19",
            "DEPARTMENT OF NATIONAL DEFENSE",
            dateline="MANILA, Philippines",
            begins="MANILA, Philippines — " + FIRST,
        ),
    ),
    "Pakistan: number and date on the line of the label": (
        """Inter Services Public Relations
Pakistan
No PR-45/2024-ISPR
Rawalpindi, 12 March 2024:
FIRST

LAST

-End-""",
        Expected(
            None,
            "2024-03-12",
            "Inter Services Public Relations",
            dateline="Rawalpindi",
            begins=f"Rawalpindi, 12 March 2024: {FIRST}",
        ),
    ),
    "Poland: date in figures, photo credit, back link": (
        """Ministry of National Defence
Republic of Poland
You are here: Home / News
Deputy minister receives delegation from Kenya
12.03.2024
FIRST

LAST

Photo: Sgt. Jan Malinowski/MND
« Back
Share
Facebook Twitter""",
        Expected("Deputy minister receives delegation from Kenya", "2024-03-12", "Ministry of National Defence"),
    ),
    "Turkey: headline in capitals over two lines": (
        """REPUBLIC OF TÜRKİYE
MINISTRY OF NATIONAL DEFENCE

MINISTER RECEIVES CHIEF OF GENERAL STAFF
OF THE ARMED FORCES OF MALTA
05/02/2024

FIRST

LAST

All Rights Reserved © 2024""",
        Expected("MINISTER RECEIVES CHIEF OF GENERAL STAFF OF THE ARMED FORCES OF MALTA", "2024-02-05", "MINISTRY OF NATIONAL DEFENCE"),
    ),
    "press agency: dateline with two calendars and end mark with time": (
        """General
Minister of Defense Meets Commander of Mauritian Coast Guard
Riyadh, March 04, 2024, SPA -- FIRST
LAST
-- SPA
18:21 LOCAL TIME 15:21 GMT
0042""",
        Expected(
            "Minister of Defense Meets Commander of Mauritian Coast Guard",
            "2024-03-04",
            None,
            dateline="Riyadh",
            begins="Riyadh, March 04, 2024, SPA -- " + FIRST,
        ),
    ),
    "press agency: wire reprint, writer with family name in capitals": (
        """Ghana, Togo step up joint patrols
By Kwesi Mensah
ACCRA, Oct. 19 (GNA) - FIRST

LAST

GNA
KM/AB
Source: GNA""",
        Expected(
            "Ghana, Togo step up joint patrols",
            "XXXX-10-19",
            "GNA",
            authors=("Kwesi Mensah",),
            dateline="ACCRA",
            begins="ACCRA, Oct. 19 (GNA) - " + FIRST,
        ),
    ),
    "Kenya: news page with reading counter": (
        """Ministry of Defence - Kenya
Home
News
Kenya and Rwanda renew military pact
By Ministry of Defence
August 14, 2023
Views: 512

FIRST

LAST

Related Posts
Cabinet Secretary opens shooting range
The Cabinet Secretary has opened a new shooting range in Isiolo today, in the presence of the county commissioner.""",
        Expected("Kenya and Rwanda renew military pact", "2023-08-14", "Ministry of Defence"),
    ),
    "China: source and editor lines": (
        """Home > News > Top Stories
Chinese defense minister meets Cambodian guest
Source: Ministry of National Defense Editor: Wang Jun Time: 2024-03-18 17:33:21

FIRST

LAST

Related News
Navy hospital ship arrives in Seychelles""",
        Expected("Chinese defense minister meets Cambodian guest", "2024-03-18", "Ministry of National Defense"),
    ),
    "European Union: date, place and service": (
        """EEAS Homepage
Strategic Communications
Iceland: High Representative speaks with Foreign Minister
13.02.2024 EEAS Press Team

FIRST

LAST

SEE ALSO
Partnership mission arrives in Armenia""",
        Expected("Iceland: High Representative speaks with Foreign Minister", "2024-02-13", "EEAS Press Team"),
    ),
    "State Department: office of the spokesperson": (
        """Secretary’s Call with Ecuadorian Foreign Minister
READOUT
OFFICE OF THE SPOKESPERSON

MARCH 14, 2024

The following is attributable to Spokesperson Ann Whitfield:

FIRST

LAST

Tags
Bureau of Western Hemisphere Affairs Ecuador""",
        Expected(
            "Secretary’s Call with Ecuadorian Foreign Minister",
            "2024-03-14",
            "OFFICE OF THE SPOKESPERSON",
            begins="The following is attributable to Spokesperson Ann Whitfield:",
        ),
    ),
    "Pentagon: immediate release, readout": (
        """An official website of the United States Government
Release
Immediate Release
Readout of Deputy Secretary's Meeting With Swedish Defense Minister
July 9, 2024 |

Pentagon Press Secretary Tom Haldane provided the following readout:

FIRST

LAST

Subscribe to Defense.gov Products
Choose which products you want delivered to your inbox.""",
        Expected(
            "Readout of Deputy Secretary's Meeting With Swedish Defense Minister",
            "2024-07-09",
            None,
            begins="Pentagon Press Secretary Tom Haldane provided the following readout:",
        ),
    ),
    "command page: summary, byline run together, gallery": (
        """Africa Command, Botswana close exercise planning

Planners from both countries met in Gaborone for a week.

By Staff Sgt. Ivy Moran U.S. Army Southern European Task Force, Africa Vicenza, Italy Mar 07, 2024
Gallery contains 3 images

FIRST

LAST

More in Exercises
Sailors paint school in Djibouti
Sailors from the camp painted a school on Saturday, together with parents and teachers of the neighbourhood.
Read more""",
        Expected(
            "Africa Command, Botswana close exercise planning",
            "2024-03-07",
            "U.S. Army Southern European Task Force",
            authors=("Ivy Moran",),
            subtitle="Planners from both countries met in Gaborone for a week.",
        ),
    ),
    "hard-wrapped mail with a phone block": (
        """Ministry of Defence of the Republic of Moldova
Press Office

PRESS RELEASE No. 7 of 21 November 2023

Joint medical training ends at Balti

The two ministers reviewed the state of defence cooperation and agreed that
staff talks should be held every year, beginning with the round that is
planned for the spring.

The delegation also visited the naval base, where it was shown the new
training centre for divers and the workshop for small boats.

Contact: Maj. Ion Rusu, spokesman
Phone: +373 22 555 010
E-mail: press@army.example""",
        Expected("Joint medical training ends at Balti", "2023-11-21", "Ministry of Defence of the Republic of Moldova"),
    ),
    "African Union: closing contacts and about": (
        """PRESS RELEASE

African Union and Somali officers plan handover of bases

Addis Ababa, 6 June 2024: FIRST

LAST

For media inquiries, please contact:
Ms. Hana Bekele, Communications Officer, E-mail: hana@example.org
About the Peace and Security Department
The department supports the member states in the prevention of conflicts on the whole continent and its islands.""",
        Expected(
            "African Union and Somali officers plan handover of bases",
            "2024-06-06",
            None,
            dateline="Addis Ababa",
            begins="Addis Ababa, 6 June 2024: " + FIRST,
        ),
    ),
    "Sweden: label that names the ministry": (
        """Government Offices of Sweden
Press release from Ministry of Defence
Sweden and Denmark sign agreement on surveillance
Published 14 December 2022

FIRST

LAST

Press contact
Anna Berg
Press Secretary to Minister for Defence
Phone +46 8 555 10 00""",
        Expected("Sweden and Denmark sign agreement on surveillance", "2022-12-14", "Ministry of Defence"),
    ),
    "Uzbekistan: headline that begins with About": (
        """Ministry of Foreign Affairs of the Republic of Uzbekistan
About the meeting with the Ambassador of Latvia
04.04.2023
FIRST
LAST""",
        Expected(
            "About the meeting with the Ambassador of Latvia", "2023-04-04", "Ministry of Foreign Affairs of the Republic of Uzbekistan"
        ),
    ),
    "Papua New Guinea: numbered media release in capitals": (
        """Thursday, 7 March 2024

Media Release 024/2024

MINISTER FOR DEFENCE FORCE HOSTS COUNTERPART FROM TONGA

FIRST

“Our people are our strength,” said Minister Lata.

LAST

ENDS

Media contact: Salote Vea | 555 0199 | salote@example.org""",
        Expected("MINISTER FOR DEFENCE FORCE HOSTS COUNTERPART FROM TONGA", "2024-03-07", None),
    ),
    "Lithuania: question as headline, date and ministry on one line": (
        """Why do joint patrols matter?

12 May 2023 | Ministry of Defence of Lithuania

FIRST

LAST

For more information: Public Relations Department, tel. +370 5 210 3000""",
        Expected("Why do joint patrols matter?", "2023-05-12", "Ministry of Defence of Lithuania"),
    ),
    "embassy: sections on a bar, byline above and below": (
        """U.S. Embassy in Georgia
Home | News & Events | Ambassador visits training center
Ambassador visits training center

By U.S. Embassy Tbilisi | 5 MINUTE READ | July 2, 2021

FIRST

LAST

By U.S. Embassy Tbilisi | 2 July, 2021 | Topics: News, Press Releases""",
        Expected("Ambassador visits training center", "2021-07-02", "U.S. Embassy Tbilisi"),
    ),
}


@pytest.mark.parametrize(("page", "expected"), PAGES.values(), ids=PAGES.keys())
def test_a_page_is_reduced_to_its_release(page: str, expected: Expected) -> None:
    found = clean.release(Document(page.replace("FIRST", FIRST).replace("LAST", LAST)))

    assert found.title == expected.title
    assert found.published == expected.published
    assert found.publisher == expected.publisher
    assert found.authors == expected.authors
    assert found.dateline == expected.dateline
    assert found.body == f"{expected.begins}\n\n{expected.ends}" or (
        found.body.startswith(expected.begins) and found.body.endswith(expected.ends)
    )
    assert found.body.count(LAST) == 1
    assert found.subtitle == expected.subtitle


@pytest.mark.parametrize("page", [page for page, _ in PAGES.values()], ids=PAGES.keys())
def test_every_line_of_a_page_is_in_the_release_or_among_what_was_dropped(page: str) -> None:
    text = page.replace("FIRST", FIRST).replace("LAST", LAST)
    found = clean.release(Document(text))
    kept = " ".join([found.body, found.title or "", *(piece.text for piece in found.dropped)])

    lost = [line for line in text.splitlines() if line.strip() and " ".join(line.split()) not in " ".join(kept.split())]
    assert lost == []
