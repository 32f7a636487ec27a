"""Pages of twenty-five sites as they reach an archive when somebody copies them; the people and events are invented."""

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
    title: str
    published: str
    publisher: str | None
    authors: tuple[str, ...] = ()


SITES = {
    "Brazil: menu in columns, summary, numeric dates": (
        """Ir para o Conteúdo 1   Ir para a Página Inicial 2   Ir para o menu principal 3
gov.br   Ministério da Defesa
Acesso à Informação   Participe   Serviços   Legislação   Órgãos do Governo
Home > Centrais de Conteúdo > Notícias
Ministers of Brazil and Suriname agree on staff talks every year
Ministers met in Brasília this Thursday
Published on 05/10/2023 18h22   Updated on 06/10/2023 09h01
Compartilhe:  Facebook  Twitter  LinkedIn
Brasília (DF), 05/10/2023 - FIRST
LAST
By Lieutenant Carla Menezes
Photos: Antônio Oliveira
Assessoria Especial de Comunicação Social (Ascom)
Ministério da Defesa
(61) 3312-4071""",
        Expected(
            "Ministers of Brazil and Suriname agree on staff talks every year", "2023-10-05", "Ministério da Defesa", ("Carla Menezes",)
        ),
    ),
    "Estonia: languages, address block": (
        """Mine sisu juurde
ENG
EST
RUS
Republic of Estonia
Ministry of Defence
News, photos, videos
Defence Ministers of Estonia and Ireland: undersea cables need daily watch
17. April 2024 - 14:05
FIRST
“Cables are cut in minutes and mended in weeks,” said Minister Tamm.
LAST
Photos: https://pildid.mil.ee/index.php?/category/1
Additional information: press@kaitseministeerium.ee
Ministry of Defence
Sakala 1, 15094 Tallinn
+372 717 0022""",
        Expected("Defence Ministers of Estonia and Ireland: undersea cables need daily watch", "2024-04-17", "Ministry of Defence"),
    ),
    "Israel: desk above the date, tags": (
        """IDF Press Releases: Israel at War
IDF Editorial Team
20.11.23
Chief of the General Staff Meets Commander of Hellenic Air Force
IDF
FIRST
LAST
Tags: Chief of the General Staff  International Cooperation
Related Posts
Rescue brigade returns from Cyprus
© 2023 IDF. All rights reserved.""",
        Expected("Chief of the General Staff Meets Commander of Hellenic Air Force", "2023-11-20", "IDF"),
    ),
    "Germany: facts in a list, desk at the end": (
        """Bundesministerium der Verteidigung
Navigation   Service
Startpage   News   Current topics
International cooperation
Germany and Moldova sign declaration of intent
- Date: 12.03.2024
- Location: Berlin
- Reading time: 2 minutes
FIRST
LAST
by Editorial Staff of the Federal Ministry of Defence
More on this topic
Battalion exercise in Bergen
Footer   Imprint   Privacy""",
        Expected("Germany and Moldova sign declaration of intent", "2024-03-12", "Bundesministerium der Verteidigung"),
    ),
    "Korea: alert of a press agency, hour before the date": (
        """Yonhap News Agency
Search   Menu   N Korea   All News
(LEAD) S. Korea, Estonia to step up cooperation in artillery training
National/Politics 15:12 May 08, 2024
facebook   twitter   more
(ATTN: UPDATES with remarks; ADDS photo)
By Park Soo-min
SEOUL, May 8 (Yonhap) -- FIRST
LAST
smpark@yna.example
(END)
Keywords
#Estonia""",
        Expected("S. Korea, Estonia to step up cooperation in artillery training", "2024-05-08", "Yonhap News Agency", ("Park Soo-min",)),
    ),
    "India: headline in capitals, Saka calendar": (
        """पत्र सूचना कार्यालय
PRESS INFORMATION BUREAU
GOVERNMENT OF INDIA
***
INDIA AND OMAN HOLD ELEVENTH ROUND OF ARMY-TO-ARMY STAFF TALKS
New Delhi: Phalguna 20, 1945
Monday, March 11, 2024
FIRST
LAST
***
SC/GP""",
        Expected("INDIA AND OMAN HOLD ELEVENTH ROUND OF ARMY-TO-ARMY STAFF TALKS", "2024-03-11", "PRESS INFORMATION BUREAU"),
    ),
    "Pakistan: number and dateline above the headline": (
        """INTER SERVICES PUBLIC RELATIONS PAKISTAN
Home   Press Releases   Videos   Hilal   Contact
No PR-41/2024-ISPR
Rawalpindi, 14 February 2024:
Commander of Royal Jordanian Land Forces calls on Chief of Army Staff
FIRST
LAST
-----
Copyright ISPR 2024""",
        Expected(
            "Commander of Royal Jordanian Land Forces calls on Chief of Army Staff",
            "2024-02-14",
            "INTER SERVICES PUBLIC RELATIONS PAKISTAN",
        ),
    ),
    "France: place and date above the headline": (
        """Accueil
Ministère des Armées
Direction de la communication
Press release
Paris, 9 July 2024
Meeting between the Minister of the Armed Forces and his Cypriot counterpart
FIRST
LAST
Contacts presse :
Centre media du ministère des Armées
presse@dicod.defense.example   09 88 67 33 33""",
        Expected("Meeting between the Minister of the Armed Forces and his Cypriot counterpart", "2024-07-09", "Ministère des Armées"),
    ),
    "NATO: headline in the window, menu between date and text": (
        """NATO - News: NATO Secretary General welcomes Prime Minister of Iceland, 12-Apr.-2024
NATO Secretary General welcomes Prime Minister of Iceland
12 Apr. 2024 -
Last updated: 13 Apr. 2024 08:10
English   French
Home
Newsroom
FIRST
LAST
Watch
Press Point
Related events
Visit to Reykjavik
What is NATO? News Calendar Careers""",
        Expected("NATO Secretary General welcomes Prime Minister of Iceland", "2024-04-12", "NATO"),
    ),
    "Jordan: bar of sections, agency signs twice": (
        """Jordan News Agency (Petra)
King's News | Local | Economy | Arab & World
Army chief, Greek counterpart discuss military cooperation
15/01/2024 | 16:40:29
Amman, Jan. 15 (Petra) -- FIRST
LAST
//Petra// AF
15/01/2024 16:40:29""",
        Expected("Army chief, Greek counterpart discuss military cooperation", "2024-01-15", "Jordan News Agency (Petra)"),
    ),
    "Kazakhstan: source at the end, report of errors": (
        """Официальный информационный ресурс
Ministry of Defense of the Republic of Kazakhstan
Press center
News
Kazakhstan and Hungary agree on training of pilots
27 June 2023
3 min read
FIRST
LAST
Source: Press Service of the Ministry of Defense
Did you find an error in the text? Select it and press Ctrl+Enter
Was the page useful?
Yes   No""",
        Expected("Kazakhstan and Hungary agree on training of pilots", "2023-06-27", "Ministry of Defense of the Republic of Kazakhstan"),
    ),
    "Chile: dateline in Spanish": (
        """Gobierno de Chile
Ministerio de Defensa Nacional
Inicio | Ministerio | Noticias | Transparencia | Contacto
Minister of Defense receives Ecuadorian counterpart to review Antarctic cooperation
Santiago, 21 de marzo de 2024.
FIRST
LAST
Ministerio de Defensa Nacional - Zenteno 45, Santiago
Teléfono +56 2 2222 1202""",
        Expected(
            "Minister of Defense receives Ecuadorian counterpart to review Antarctic cooperation",
            "2024-03-21",
            "Ministerio de Defensa Nacional",
        ),
    ),
    "United States: command, release number": (
        """U.S. CENTRAL COMMAND
ABOUT US   MEDIA   VISITORS AND PERSONNEL   RESOURCES
HOME | MEDIA | PRESS RELEASES | Press Release View
USCENTCOM
Readout of CENTCOM commander's visit to Tajikistan
March 3, 2024
Release Number 20240303-01
FOR IMMEDIATE RELEASE
TAMPA, Fla. - FIRST
LAST
U.S. CENTRAL COMMAND Headquarters | 7115 South Boundary Boulevard MacDill AFB, FL 33621-5101
Hosted by Defense Media Activity - WEB.mil""",
        Expected("Readout of CENTCOM commander's visit to Tajikistan", "2024-03-03", "U.S. CENTRAL COMMAND"),
    ),
    "United States: army site, caption, account of the unit": (
        """The Official Home Page of the United States Army
U.S. Army, Zambian engineers finish bridge course
By Sgt. 1st Class Nora Whitfield, U.S. Army Southern European Task Force, Africa
April 19, 2024
Share on Twitter  Share on Facebook
1 / 3
Show Caption +
Hide Caption –
Zambian engineers lay planks. (Photo Credit: Sgt. Owen Pratt)
VIEW ORIGINAL
LUSAKA, Zambia -- FIRST
LAST
SETAF-AF prepares Army forces, executes crisis response and strengthens partners to achieve the objectives of the command.
Follow SETAF-AF on: Facebook, Twitter, Instagram, YouTube, LinkedIn & DVIDS.""",
        Expected(
            "U.S. Army, Zambian engineers finish bridge course", "2024-04-19", "U.S. Army Southern European Task Force", ("Nora Whitfield",)
        ),
    ),
    "Bangladesh: two calendars, signature": (
        """আন্তঃবাহিনী জনসংযোগ পরিদপ্তর
Inter Services Public Relation Directorate (ISPR)
Ministry of Defence, Dhaka Cantonment
Press Release
Dhaka, 22 Magh (05 February 2024):
Chief of Navy Meets Visiting Thai Fleet Commander
FIRST
LAST
Rashedul Alam Khan
Assistant Director
Mobile: 01769-010101""",
        Expected("Chief of Navy Meets Visiting Thai Fleet Commander", "2024-02-05", "Inter Services Public Relation Directorate (ISPR)"),
    ),
    "South Africa: media statement": (
        """DEPARTMENT OF DEFENCE
REPUBLIC OF SOUTH AFRICA
MEDIA STATEMENT
17 May 2023
DEFENCE MINISTER HOSTS BOTSWANA COUNTERPART FOR BILATERAL TALKS IN PRETORIA
FIRST
LAST
For media enquiries contact:
Mr Sipho Radebe
Head of Communication
082 555 0110
Issued by: Ministry of Defence and Military Veterans""",
        Expected("DEFENCE MINISTER HOSTS BOTSWANA COUNTERPART FOR BILATERAL TALKS IN PRETORIA", "2023-05-17", "DEPARTMENT OF DEFENCE"),
    ),
    "Finland: ministry and publication date below the headline": (
        """Skip to content
Suomeksi | På svenska | In English
Ministry of Defence
Frontpage > Ministry and topical > Press releases
Finland and Canada to exchange instructors for winter training
Ministry of Defence
Publication date 29.2.2024 10.15
Type: Press release
FIRST
LAST
Inquiries:
Laura Niemi, Special Adviser, tel. +358 295 555 010""",
        Expected("Finland and Canada to exchange instructors for winter training", "2024-02-29", "Ministry of Defence"),
    ),
    "Indonesia: reporter and translator": (
        """ANTARA News
INDONESIA DEFENSE MINISTER VISITS PAPUA NEW GUINEA FOR TALKS
Home  Politics  Law & Politics
Reporter: Rizal Hadi   | Editor: Sri Wahyuni
March 12, 2024 20:15 GMT+700
Jakarta (ANTARA) - FIRST
LAST
Related news: Navy ship calls at Port Moresby
Translator: Rizal H, Yuni A
Editor: Sri Wahyuni
Copyright © ANTARA 2024""",
        Expected("INDONESIA DEFENSE MINISTER VISITS PAPUA NEW GUINEA FOR TALKS", "2024-03-12", "ANTARA News", ("Rizal Hadi",)),
    ),
    "Ireland: from a department, notes to editors": (
        """gov.ie
Press release
Tánaiste meets Minister of Defence of Malta
From Department of Defence
Published on 8 November 2023
Last updated on 9 November 2023
FIRST
LAST
ENDS
Notes to Editors
The Department employs about four hundred officials and supports the Minister in the management of the Defence Forces.
Press Office: 045-492-000""",
        Expected("Tánaiste meets Minister of Defence of Malta", "2023-11-08", "Department of Defence"),
    ),
    "Croatia: labels in Croatian": (
        """MORH   Ministry of Defence of the Republic of Croatia
Naslovnica / Vijesti
Joint exercise of divers ends in Split
Datum: 14.06.2023.
Tekst: Ivana Kovač
Foto: T. Brandt
FIRST
LAST
Podijeli:
Copyright © 2023 MORH""",
        Expected(
            "Joint exercise of divers ends in Split", "2023-06-14", "Ministry of Defence of the Republic of Croatia", ("Ivana Kovač",)
        ),
    ),
    "Canada: date, place and department on one line": (
        """Canada.ca > National Defence
Minister speaks with Portuguese counterpart
From: National Defence
Readout
April 3, 2024 – Ottawa – National Defence/Canadian Armed Forces
FIRST
LAST
Contacts
Daniel Savoie
Press Secretary
Office of the Minister of National Defence
Page details
Date modified: 2024-04-04""",
        Expected("Minister speaks with Portuguese counterpart", "2024-04-03", "National Defence"),
    ),
    "Saudi Arabia: agency with day in the dateline": (
        """Saudi Press Agency
General
Minister of Defense Meets Croatian Counterpart in Riyadh
Riyadh, February 05, 2024, SPA -- FIRST
LAST
-- SPA
16:21 Local Time 13:21 GMT
0023
www.spa.gov.sa/w2037456""",
        Expected("Minister of Defense Meets Croatian Counterpart in Riyadh", "2024-02-05", "Saudi Press Agency"),
    ),
    "Ukraine: masthead over two lines": (
        """Official website
of the Ministry of Defence of Ukraine
Ua  En
Hotline 0 800 500 442
Latest news
Ukraine and Iceland agree on training of sailors
05.03.24 | 12:30
FIRST
LAST
The Ministry of Defence of Ukraine
Government hotline 1545
Website users: 1,204""",
        Expected("Ukraine and Iceland agree on training of sailors", "2024-03-05", "Ministry of Defence of Ukraine"),
    ),
    "Sri Lanka: bar before the date, times read": (
        """Ministry of Defence - Sri Lanka
Home About Us News Institutions Contact
Secretary Defence meets visiting Japanese delegation
| 18 January 2024
FIRST
LAST
Last modified on Friday, 19 January 2024 08:15
Read 312 times
Tweet
back to top""",
        Expected("Secretary Defence meets visiting Japanese delegation", "2024-01-18", "Ministry of Defence"),
    ),
    "mail: dateline above the headline, mark at the end": (
        """FOR IMMEDIATE RELEASE
Contact: Capt. Liam Duarte, 555-010-2233, liam.duarte@mail.example
HONIARA, Solomon Islands (June 4, 2024)
Coast Guard and Solomon Islands police finish two-week patrol
FIRST
LAST
-USCG-
You are receiving this email because you subscribed to our press list.
Unsubscribe""",
        Expected("Coast Guard and Solomon Islands police finish two-week patrol", "2024-06-04", None),
    ),
}


@pytest.mark.parametrize(("page", "expected"), SITES.values(), ids=SITES.keys())
def test_a_page_comes_out_clean(page: str, expected: Expected) -> None:
    found = clean.release(Document(page.replace("FIRST", FIRST).replace("LAST", LAST)))

    assert (found.title, found.published, found.publisher, found.authors) == (
        expected.title,
        expected.published,
        expected.publisher,
        expected.authors,
    )
    assert FIRST in found.body[: len(FIRST) + 70]
    assert found.body.endswith(LAST)


@pytest.mark.parametrize(
    ("end", "sign"),
    [
        pytest.param(". - VNA/VNP", "- VNA/VNP", id="two agencies behind a dash"),
        pytest.param(". VNA/VNP", "VNA/VNP", id="two agencies without a dash"),
        pytest.param("./. VNA", "/. VNA", id="end mark and agency"),
        pytest.param("./.", "/.", id="end mark alone"),
        pytest.param(". (QNA)", "(QNA)", id="agency in brackets"),
        pytest.param(". -PTI", "-PTI", id="agency behind a dash"),
        pytest.param(". /WAM/", "/WAM/", id="agency between strokes"),
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["paragraphs apart", "a paragraph on every line"])
def test_the_sign_of_a_press_agency_takes_no_paragraph_with_it(end: str, sign: str, between: str) -> None:
    found = clean.release(Document(between.join(["Ministers meet in Hanoi", FIRST, LAST[:-1] + end, "Related News", "Other talks"])))

    assert found.body == f"{FIRST}\n\n{LAST}"
    assert sign in [piece.text for piece in found.dropped]


@pytest.mark.parametrize(
    ("paragraph", "stays"),
    [
        pytest.param(
            "Northern Command, headquartered in Oslo, is one of four regional commands and works with partners in the Arctic.",
            False,
            id="a command, its seat and its task",
        ),
        pytest.param(
            "The Nordic Defence Agency is a regional organization with a mandate for joint purchases.", False, id="an organization"
        ),
        pytest.param(
            "The Coast Guard Command said that it is one of the services that will take part on Friday.", True, id="news of a body"
        ),
        pytest.param(
            "General Ruiz is responsible for the training of the two battalions in the north of the country.", True, id="a person"
        ),
        pytest.param("This exercise is one of the largest in the region and takes place every second year.", True, id="an exercise"),
    ],
)
def test_a_body_s_account_of_itself_is_no_part_of_the_text(paragraph: str, stays: bool) -> None:
    found = clean.release(Document("\n\n".join(["Ministers meet in Oslo", FIRST, FIRST.replace("two", "three"), LAST, paragraph])))

    assert found.body.endswith(paragraph) is stays
    assert any(piece.text == paragraph for piece in found.dropped) is not stays


def test_lines_without_number_are_put_aside_and_take_no_time() -> None:
    found = clean.release(Document("\n\n".join(["Ministers meet in Oslo", FIRST, LAST, *["Home"] * 30_000])))

    assert found.body == f"{FIRST}\n\n{LAST}"
    assert found.dropped[-1].reason == "behind the twenty thousandth line"
