"""Who issued a release, as pages of many makes tell it; all names are invented."""

from __future__ import annotations

import pytest

from ingest.engine import clean
from ingest.engine.cleaning import publishers, short_names
from ingest.engine.types import Document, Release
from tests.engine.around_a_release import FIRST, LAST


def release(page: str, format: str = "text") -> Release:
    return clean.release(Document(page.replace("FIRST", FIRST).replace("LAST", LAST), format))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        pytest.param(
            "Minister receives envoy in Baku\n4 May 2021\nFIRST\nLAST\n\nPress release by the Directorate of Harbours\nTopic: Harbours",
            "Directorate of Harbours",
            id="whose press release it is, below the text",
        ),
        pytest.param(
            "Minister receives envoy in Baku\n4 May 2021\nFIRST\nLAST\n\nPosted by Harbour News at 7:12 AM\nOlder Post",
            "Harbour News",
            id="who posted it",
        ),
        pytest.param(
            "Minister receives envoy in Baku\n4 May 2021\nFIRST\nLAST\n\nPosted by Min Thu at 7:12 AM\nOlder Post",
            None,
            id="near miss: a person who posted it",
        ),
        pytest.param(
            "Republic of Sandova\nMinistry of Ports\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST\n\n"
            "Ministry of Ports of the Republic of Sandova, Harbour Street 12, Sand\nCopyright © 2021 MPS",
            "Ministry of Ports of the Republic of Sandova",
            id="the whole name before the address in the foot",
        ),
        pytest.param(
            "News\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST\n\nTags :\n"
            "Ministry of Ports, Harbour Building, Sand, 20077, Republic of Sandova, "
            "| Tel Number: 00960 332-3400  |  Emergency Contact: 00960 798-3400",
            "Ministry of Ports",
            id="only an address in the foot",
        ),
        pytest.param(
            "OSCE Mission to Peru\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST", "OSCE Mission to Peru", id="a mission"
        ),
        pytest.param(
            "Embassy of Peru Dar es Salaam, Tanzania\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST",
            "Embassy of Peru Dar es Salaam, Tanzania",
            id="an embassy with a town of small words",
        ),
        pytest.param(
            "HELLENIC REPUBLIC\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST", None, id="a state alone is no publisher"
        ),
        pytest.param(
            "SAFC\nMinister receives envoy in Baku\n4 May 2021\nThe South African Fishing Council (SAFC) met. FIRST\nLAST",
            "South African Fishing Council",
            id="an acronym that the text explains",
        ),
        pytest.param(
            "UN | Harbours\nUNHOF\nUnited Nations Harbour Observer Force\nForce welcomes envoy in Baku\n4 May 2021\nFIRST\nLAST",
            "United Nations Harbour Observer Force",
            id="a name below its own acronym",
        ),
        pytest.param(
            'GATHERING OF THE SOUTHERN ARMED FLEETS\nGSAF\n"One fleet"\nStart | Who we are | Library\nFleets met in Baku\n4 May 2021\n'
            "The Gathering of the Southern Armed Fleets (GSF)"
            " held its session. FIRST\nLAST",
            "Gathering of the Southern Armed Fleets",
            id="a name with which the text opens",
        ),
        pytest.param(
            "Home > The State > Ministry of Defence > News\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST",
            "Ministry of Defence",
            id="the ministry on the way to a page",
        ),
        pytest.param(
            "Harbour Standard\nNews | World | Sports\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST",
            "Harbour Standard",
            id="name of the site above its menu",
        ),
        pytest.param("Diplomacy\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST", None, id="a section in the same spot"),
        pytest.param(
            "Harbour Standard\nNews | World\nMinister receives envoy in Ipoh\nBernama / 25-02-2025 11:42 PM\nFIRST\nLAST",
            "Bernama",
            id="an agency before the date of a paper",
        ),
        pytest.param(
            "Harbour Standard\nNews | World\nMinister receives envoy in Ipoh\nPolitics / 25-02-2025 11:42 PM\nFIRST\nLAST",
            "Harbour Standard",
            id="a section before the date of a paper",
        ),
        pytest.param(
            "Ministry of Health\nMinister receives envoy in Baku\nMedia Note\nBureau of African Affairs\n4 May 2021\nFIRST\nLAST",
            "Bureau of African Affairs",
            id="an office between headline and date",
        ),
        pytest.param(
            "Radio Harbour International\nEN | FR | DE\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST\nSource: HAPA",
            "Radio Harbour International",
            id="a station that prints an agency",
        ),
        pytest.param("World News\nNews | World\nMinister receives envoy\n4 May 2021\nFIRST\nLAST", None, id="a section of two words"),
        pytest.param("Defence Chiefs in Talks\n4 May 2021\nFIRST\nLAST", None, id="a headline in the same spot"),
        pytest.param(
            "Harbour Standard\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST\nSource: Northern News Agency",
            "Northern News Agency",
            id="the source of a reprint before the site",
        ),
        pytest.param(
            "Harbour Standard\nNews | World\nMinister receives envoy in Baku\n4 May 2021\nFIRST\nLAST\nSource: photo archive",
            "Harbour Standard",
            id="the source of a photo is none",
        ),
        pytest.param(
            "PORTAL.COM\nMinister receives envoy in Baku\n(PORTAL- Northern News Agency)\n4 May 2021\nFIRST\nLAST",
            "Northern News Agency",
            id="the agency in brackets behind its portal",
        ),
        pytest.param(
            "Republic of Sandova - Ministry of Foreign Affairs\nEN | FR\nMinister receives envoy\n4 May 2021\nFIRST\nLAST",
            "Ministry of Foreign Affairs",
            id="the ministry behind its state",
        ),
        pytest.param(
            "Ministry of Defence\nMinister receives envoy\n4 May 2021   Author: Public Relations Bureau\nFIRST\nLAST",
            "Ministry of Defence",
            id="a desk gives way to its ministry",
        ),
        pytest.param(
            "Minister receives envoy in Baku\nThe Harbour | January 21, 2021\nFIRST\nLAST\n© Harbour Printing House. All rights reserved.",
            "The Harbour",
            id="the paper before bar and date",
        ),
        pytest.param(
            "harbourmail\nWorld | Life\nMinister receives envoy\n4 May 2021\nFIRST\nLAST\n© 2021, Harbour Mail, All Rights Reserved",
            "Harbour Mail",
            id="a name set in one word is put right by the copyright line",
        ),
        pytest.param(
            "Minister receives envoy\n4 May 2021\nFIRST\nLAST\nMore on News\nFleet returns", None, id="a heading of related stories"
        ),
        pytest.param("Minister receives envoy\nBAKU, May 4 (HARPA) -- FIRST\nLAST", "HARPA", id="the agency of the dateline"),
        pytest.param("Minister receives envoy\nBaku /HARPA/. FIRST\nLAST", "HARPA", id="an agency between strokes"),
        pytest.param("Minister receives envoy\nBaku, HARPA – FIRST\nLAST", "HARPA", id="an agency behind the town"),
        pytest.param("Minister receives envoy\nASTANA. HARPA - FIRST\nLAST", "HARPA", id="an agency behind the town and a stop"),
        pytest.param("Minister receives envoy\nBy Ana Ruiz – Harpa:\nFIRST\nLAST", "Harpa", id="an agency in one word behind its writer"),
        pytest.param("Minister receives envoy\nBy Ana Ruiz – Harare\nFIRST\nLAST", None, id="near miss: a town behind the writer"),
        pytest.param("Minister receives envoy\nBy SECURITY CORRESPONDENT\nFIRST\nLAST", None, id="near miss: a writer without name"),
        pytest.param(
            "Minister receives envoy\nFIRST\nLAST\n(Harbour News Agency May 30, 2007)",
            "Harbour News Agency",
            id="an agency and the day in brackets",
        ),
        pytest.param("Minister receives envoy\n4 May 2021\n(Harpa)\nFIRST\nLAST", "Harpa", id="an agency alone in brackets"),
        pytest.param("Minister receives envoy\n4 May 2021\n(Lusaka)\nFIRST\nLAST", None, id="near miss: a town in brackets"),
        pytest.param("Minister receives envoy\nHarbour News – FIRST\nLAST", "Harbour News", id="a paper before a dash"),
        pytest.param("Minister receives envoy\nBAKU, May 4 (Wednesday) -- FIRST\nLAST", None, id="near miss: a weekday in brackets"),
        pytest.param("Minister receives envoy\nBERLIN (Germany) -- FIRST\nLAST", None, id="near miss: a state in brackets"),
        pytest.param(
            "Ministry of Defence\nMinister receives envoy\nBAKU, May 4 (HARPA) -- FIRST\nLAST", "Ministry of Defence", id="a masthead first"
        ),
        pytest.param(
            "Minister receives envoy\n(PORTAL- Harbour Agency (HA)) FIRST\nLAST", "Harbour Agency", id="whose text a portal prints"
        ),
        pytest.param(
            "Minister receives envoy\nFIRST\nLAST\nThe post Minister receives envoy appeared first on Harbour Mail.",
            "Harbour Mail",
            id="where a post appeared first",
        ),
        pytest.param(
            "Ministry of defence Republic of Peru\n4 May 2021\nMinister receives envoy\nFIRST\nLAST",
            "Ministry of defence Republic of Peru",
            id="a ministry written small",
        ),
        pytest.param(
            "harbour.example\nMenu\nMinister receives envoy\n4 May 2021\nFIRST\nLAST", "harbour.example", id="a host in the corner"
        ),
        pytest.param("SANDOVA GOVERNMENT\nMinister receives envoy\n4 May 2021\nFIRST\nLAST", "SANDOVA GOVERNMENT", id="a government"),
        pytest.param(
            "Minister receives envoy\nSpeech | 02-06-2025 | Ministerie van Defensie\nFIRST\nLAST",
            "Ministerie van Defensie",
            id="in a row with the day",
        ),
        pytest.param(
            "Friday, 7 May 2021\n25 C\nHARBOUR BULLETIN\nNational\nMinister receives envoy\nFIRST\nLAST",
            "HARBOUR BULLETIN",
            id="a paper below the day of printing",
        ),
        pytest.param("Header\nMenu\nMinister receives envoy\n4 May 2021\nFIRST\nLAST", None, id="near miss: what a page calls its parts"),
        pytest.param(
            "Minister receives envoy\n4 May 2021\nFIRST\nLAST\n© Content from this site must be linked when it is used",
            None,
            id="near miss: a rule",
        ),
        pytest.param("Minister receives envoy\n4 May 2021\nFIRST\nLAST\n(end)", None, id="near miss: an end mark"),
        pytest.param(
            "Minister receives envoy\n4 May 2021\nThe Coast Ledger (Kampala)\nFIRST\nLAST", "The Coast Ledger", id="a paper and its city"
        ),
        pytest.param(
            "Minister receives envoy\n4 May 2021\nThe Coast Ledger (Sunday)\nFIRST\nLAST", None, id="near miss: a day in brackets"
        ),
        pytest.param(
            "SANDOVA NATIONAL DEFENCE GENERAL STAFF\nMinister receives envoy\n4 May 2021\nFIRST\nLAST",
            "SANDOVA NATIONAL DEFENCE GENERAL STAFF",
            id="a staff with a general in its name",
        ),
    ],
)
def test_a_text_names_its_publisher(page: str, publisher: str | None) -> None:
    assert release(page).publisher == publisher


@pytest.mark.parametrize(
    ("head", "body", "publisher"),
    [
        pytest.param(
            "<title>Minister receives envoy - Undersecretariat of Defense</title>", "", "Undersecretariat of Defense", id="the window"
        ),
        pytest.param(
            "<title>Envoy in Baku - Talks on Training</title>", "<h1>Envoy in Baku - Talks on Training</h1>", None, id="half of a headline"
        ),
        pytest.param(
            "", "<header>MINISTRY OF DEFENCE OF SANDOVA <nav>News</nav></header>", "MINISTRY OF DEFENCE OF SANDOVA", id="the header"
        ),
        pytest.param("", '<a class="logo"><img alt="Ministry of Defence"></a>', "Ministry of Defence", id="the logo"),
        pytest.param("", "<footer>Public Affairs Office, Camp North, Oslo</footer>", "Public Affairs Office", id="the foot"),
        pytest.param(
            '<meta property="og:site_name" content="DVIDS">',
            "<h3>Courtesy Story</h3><h3>U.S. Fleet Forces Command</h3>",
            "U.S. Fleet Forces Command",
            id="a portal gives way to the unit",
        ),
        pytest.param(
            '<meta property="og:site_name" content="Government Offices">',
            "<p>Article from Ministry of Defence</p>",
            "Ministry of Defence",
            id="a ministry under the roof of its government",
        ),
    ],
)
def test_a_web_page_names_its_publisher(head: str, body: str, publisher: str | None) -> None:
    page = f"<html><head>{head}</head><body><h1>Minister receives envoy</h1>{body}<p>FIRST</p><p>LAST</p></body></html>"

    assert release(page, "html").publisher == publisher


def test_a_site_that_signs_with_its_own_name_is_no_writer() -> None:
    found = release("Diálogo Norte\nNews | World\nMinister receives envoy in Baku\nBy Dialogo\nJuly 13, 2015\nFIRST\nLAST")

    assert (found.publisher, found.authors) == ("Diálogo Norte", ())


def test_a_name_alone_between_headline_and_date_is_the_writer() -> None:
    found = release("Minister receives envoy in Baku\nLin Meihua\n2018-06-14 16:59:57\nFIRST\nLAST")

    assert found.authors == ("Lin Meihua",)
    assert release("Minister receives envoy in Baku\nPress Section\n2018-06-14 16:59:57\nFIRST\nLAST").authors == ()


@pytest.mark.parametrize(
    ("line", "published"),
    [
        pytest.param("10 | 09 | 2020", "2020-09-10", id="bars between day, month and year"),
        pytest.param("11/7/2023 2:19:28 PM", "2023-11-07", id="an American clock tells that the month is first"),
        pytest.param(
            "By HARPA - Aug 04,2015 - Last updated at Aug 09,2015", "2015-08-04", id="no blank before the year, and a later change"
        ),
        pytest.param("Speech | 02-06-2025 | Ministry of Defence", "2025-06-02", id="in a row with section and body"),
        pytest.param("by admin_2 June 11, 2021 in World", "2021-06-11", id="the name of an account before the date"),
    ],
)
def test_dates_of_sites(line: str, published: str) -> None:
    assert release(f"Minister receives envoy in Baku\n{line}\nFIRST\nLAST").published == published


def test_the_dateline_tells_day_from_month() -> None:
    assert release(f"Minister receives envoy\n11/7/2023\nAmman, Nov. 7 (ANA) -- {FIRST}\nLAST").published == "2023-11-07"


def test_the_sign_of_an_agency_behind_the_last_sentence_is_cut() -> None:
    assert release(f"Minister receives envoy\n4 May 2021\nFIRST\n{LAST} — Northpress").body.endswith(LAST)


@pytest.mark.parametrize(
    ("name", "known"),
    [("MoD Press Service", True), ("Press Office", True), ("Observer Staff Reporter", True), ("Fleet Forces Command", False)],
)
def test_desks(name: str, known: bool) -> None:
    assert publishers.is_desk(name) is known


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("MoD of Peru", "Ministry of Defence of the Republic of Peru", True),
        ("MoD of Peru", "Ministry of Defence of Chile", False),
        ("Modern Peru", "Ministry of Defence of Peru", False),
    ],
)
def test_an_abbreviated_ministry_is_the_one_of_the_copyright_line(short: str, full: str, same: bool) -> None:
    assert short_names.is_short_for(short, full) is same


@pytest.mark.parametrize(
    ("name", "plain"), [("gov.fm", False), ("กระทรวงการต่างประเทศ", False), ("malaymail", True), ("Ministério da Defesa", True)]
)
def test_a_name_in_letters_of_its_own_or_a_host_alone_gives_way(name: str, plain: bool) -> None:
    assert publishers.is_plain_name(name) is plain


@pytest.mark.parametrize("name", ["in News", "https://harbour.example/news/12/"])
def test_an_address_and_a_section_are_no_publisher(name: str) -> None:
    assert publishers.is_no_name(name)


def test_the_state_before_an_information_service_gives_no_letter() -> None:
    assert short_names.spelled_out("GIS", ["Barbados Government Information Service"]) == "Barbados Government Information Service"
    assert short_names.spelled_out("GIS", ["Harbour Government Information Service"]) is None
