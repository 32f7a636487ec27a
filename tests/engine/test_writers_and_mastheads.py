"""Writers beside day and text, names of sites in corners, days of other forms, scenes under pictures; all names are invented."""

from __future__ import annotations

import pytest

from ingest.engine import clean
from ingest.engine.cleaning import datelines
from ingest.engine.types import Document, Release
from tests.engine.around_a_release import FIRST, LAST

TITLE = "Minister receives envoy of Sandova in Baku"


def text(above: str = "", below: str = "", *, between: str = "", corner: str = "") -> Release:
    middle = f"{between}\n\n" if between else ""
    return clean.release(Document(f"{corner}\n\n{TITLE}\n\n{above}\n\n{FIRST}\n\n{middle}{LAST}{below}\n", "text"))


@pytest.mark.parametrize(
    ("line", "authors", "published"),
    [
        ("14 May 2025, 16:42 | By Lena Marsh", ("Lena Marsh",), "2025-05-14"),
        ("16:42, 14 May 2025, Lima - Harbour News Agency, by Lena MARSH", ("Lena MARSH",), "2025-05-14"),
        ("Posted on 14 May 2025  by Lt Lena Marsh", ("Lena Marsh",), "2025-05-14"),
        ("Published: May 14, 2025 by Lena Marsh", ("Lena Marsh",), "2025-05-14"),
        ("Posted on May 14, 2025 by Lena Marsh in News", ("Lena Marsh",), "2025-05-14"),
        ("By Lena Marsh on May 14, 2025", ("Lena Marsh",), "2025-05-14"),
        ("By Lena Marsh and Bo Tomas, May 14, 2025", ("Lena Marsh", "Bo Tomas"), "2025-05-14"),
        ("14 May 2025\n\nLena Marsh, Lima", ("Lena Marsh",), "2025-05-14"),
        ("Lena Marsh", ("Lena Marsh",), None),
        ("By Lena Marsh in Lima", ("Lena Marsh",), None),
        ("News by : Lena Marsh", ("Lena Marsh",), None),
        ("Posted on May 14, 2025 by admin in News", (), "2025-05-14"),
        ("14 May 2025\n\nSouth Atlantic", (), "2025-05-14"),
        ("By Web Desk", (), None),
    ],
)
def test_writers_stand_beside_the_day_or_alone_below_the_headline(line: str, authors: tuple[str, ...], published: str | None) -> None:
    found = text(line)
    assert (found.authors, found.published, found.title) == (authors, published, TITLE)


@pytest.mark.parametrize(
    "rank", ["Lt. j.g.", "1st Lt.", "Ensign", "Flying Officer", "Sqn Ldr", "LTJG", "Petty Officer 3rd Class", "Staff Sgt. (SW/AW)"]
)
def test_ranks_of_all_services_are_no_part_of_a_writer_s_name(rank: str) -> None:
    assert text(f"By {rank} Lena Marsh").authors == ("Lena Marsh",)


@pytest.mark.parametrize(
    ("sign", "authors", "publisher"),
    [
        (" Lena Marsh/HNA", ("Lena Marsh",), "HNA"),
        (" HNA/Lena Marsh", ("Lena Marsh",), "HNA"),
        ("\n\nLena Marsh/HNA", ("Lena Marsh",), "HNA"),
        (" /hna/", (), None),
        ("\n\nLena Marsh\n\nShare this page", ("Lena Marsh",), None),
        ("\n\nUNI LM BT\n\nShare this page", (), None),
    ],
)
def test_writer_and_agency_sign_behind_the_last_sentence(sign: str, authors: tuple[str, ...], publisher: str | None) -> None:
    found = text(below=sign)
    assert (found.authors, found.publisher, found.body) == (authors, publisher, f"{FIRST}\n\n{LAST}")


@pytest.mark.parametrize(
    ("corner", "publisher"),
    [
        pytest.param("Skip to content\nHarbour Star\n\nHome > News", "Harbour Star", id="below a link past the menu"),
        pytest.param("Logo\nThe Daily Harbour", "The Daily Harbour", id="below the name of a picture"),
        pytest.param(
            "NAVAL FORCES NORTHERN COMMAND / 9TH FLEET\nSearch\nMenu", "NAVAL FORCES NORTHERN COMMAND / 9TH FLEET", id="two commands"
        ),
        pytest.param(
            "Ministry of Defence – Peru\nHOME | DEFENCE NEWS | PUBLICATIONS", "Ministry of Defence – Peru", id="a state behind it"
        ),
        pytest.param("Sandova Government Information Service\nSearch", "Sandova Government Information Service", id="of a government"),
        pytest.param("Aizsardzības ministrija\nHome › News", "Aizsardzības ministrija", id="in the state's language"),
        pytest.param("Archive -Peru\nSearch", None, id="a section"),
    ],
)
def test_the_name_in_the_corner_is_the_publisher(corner: str, publisher: str | None) -> None:
    found = text("14 May 2025", corner=corner)
    assert (found.publisher, found.title) == (publisher, TITLE)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Radio Harbour, Lima, 13/11/2019", "Radio Harbour"),
        ("Lima, March 18, 2014/Northern News Agency", "Northern News Agency"),
        ("14 May 2025\npuolustusministeriö", "puolustusministeriö"),
    ],
)
def test_neither_day_nor_town_is_part_of_the_publisher_s_name(line: str, publisher: str) -> None:
    assert text(line).publisher == publisher


def test_the_ministry_beside_the_day_signs_on_the_site_of_a_whole_government() -> None:
    page = (
        "<html><head><title>T | GOV.PE</title><meta property='og:site_name' content='Portal GOV.PE'></head><body><main>"
        f"<ul class='meta'><li>31. 5. 2023</li><li>Ministry of Defence</li></ul><h1>{TITLE}</h1><p>{FIRST}</p><p>{LAST}</p>"
        "</main></body></html>"
    )
    found = clean.release(Document(page, "html"))
    assert (found.publisher, found.published) == ("Ministry of Defence", "2023-05-31")


@pytest.mark.parametrize(
    ("above", "published"),
    [
        ("Reference Number: PR12, Press Release Issue Date: Dec 13, 2024", "2024-12-13"),
        ("Fri. 25 of October of 2024, 17:12h", "2024-10-25"),
        ("23 May. 2024 - 24 May. 2024 | Last updated: 24 May. 2024 15:12", "2024-05-24"),
    ],
)
def test_days_of_other_forms_are_read(above: str, published: str) -> None:
    assert text(above).published == published


def test_a_dateline_goes_before_the_hour_at_which_the_page_was_read() -> None:
    page = f"DATE: Tue Mar 12, 2024 9:14 am\n\nSandova Army\nHome\nNews\n\n{TITLE}\n\nLima, 5 February 2024 ›› {FIRST}\n\n{LAST}\n"
    assert clean.release(Document(page, "text")).published == "2024-02-05"


def test_a_headline_with_a_stop_stands_above_the_day_of_a_change() -> None:
    title = "Chief of Defence meets with leaders from 3 countries."
    found = clean.release(Document(f"Sandova Army\nHome / News\n\n{title}\n\nUpdated: 17-09-2023, 10:45\n\n{FIRST}\n\n{LAST}\n", "text"))
    assert (found.title, found.published, found.body) == (title, "2023-09-17", f"{FIRST}\n\n{LAST}")


@pytest.mark.parametrize(
    "scene",
    [
        "Chiefs of Staff in a group photograph with the visitors at the ministry",
        "General Marsh receiving a plaque from the delegation of Peru",
        "Chief of Defence Staff shaking hands with the envoy",
        "The visiting team being briefed at the Operations Centre",
        "Minister Marsh, right, shakes hands with Ambassador Tomas in Lima, 14 May 2024",
        "Minister Marsh and Ambassador Tomas during the meeting",
        "Some of the participants",
        "Participants of the talks in Lima",
        "Officers pose with the visitors",
        "Minister Marsh (left) and the Commander of the Fleet Admiral Bo T Tomas. Photo courtesy National Navy.",
        "Minister Marsh, left, during a meeting with the envoy in Lima. – Photo courtesy of the Embassy.",
    ],
)
def test_a_line_that_tells_what_a_picture_shows_is_none_of_the_text(scene: str) -> None:
    assert scene not in text("14 May 2025", between=scene).body


@pytest.mark.parametrize(
    "line",
    [
        "Strengthening cooperation with Peru",
        "Signing of the agreement",
        "Steps towards signing a plan of cooperation",
        "Meeting with the Chief of Staff",
        "Talks at the ministry",
        "Officers met in Lima. They spoke of training, and they thanked the hosts for their stay. Photo courtesy of the Navy.",
    ],
)
def test_a_line_that_parts_a_text_stays(line: str) -> None:
    assert line in text("14 May 2025", between=line).body


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("Muscat: The Minister received the envoy.", "Muscat", None),
        ("Kampala, Uganda: The Minister received the envoy.", "Kampala, Uganda", None),
        ("TALLINN, May 14 - HNA - The Minister received the envoy.", "TALLINN", "HNA"),
        ("Beirut - HNA: The Minister received the envoy.", "Beirut", "HNA"),
        ("Podgorica, (HNA) – The Minister received the envoy.", "Podgorica", "HNA"),
        ("BANDAR SERI BEGAWAN (Harbour Bulletin/Northern News Network): The Minister spoke.", "BANDAR SERI BEGAWAN", None),
        ("Training: The units trained in the hills.", None, None),
    ],
)
def test_a_colon_or_dashes_close_a_dateline(opening: str, place: str | None, agency: str | None) -> None:
    read = datelines.read(opening)
    assert (read.place, read.agency) == (place, agency)


def test_headline_and_day_above_the_element_with_the_text_are_read_where_the_window_names_the_headline() -> None:
    page = (
        f"<html><head><title>{TITLE}</title><meta name='author' content='Super User'></head><body><div class='item'><h2>{TITLE}</h2>"
        "<dl><dd>Written by <span>Super User</span></dd><dd><time datetime='2024-05-14T10:00:00'>Published: 14 May 2024</time></dd></dl>"
        f"<div itemprop='articleBody'><p>{FIRST}</p><p>{LAST}</p></div></div></body></html>"
    )
    found = clean.release(Document(page, "html"))
    assert (found.title, found.published, found.authors, found.body) == (TITLE, "2024-05-14", (), f"{FIRST}\n\n{LAST}")


def test_elements_that_a_page_parts_by_their_look_are_parted() -> None:
    page = f"<html><main><h1>{TITLE}</h1><div><a>By Lena Marsh</a><span>May 14, 2024</span></div><p>{FIRST}</p><p>{LAST}</p></main></html>"
    found = clean.release(Document(page, "html"))
    assert (found.authors, found.published, found.subtitle) == (("Lena Marsh",), "2024-05-14", None)


def test_a_word_set_in_pieces_stays_one() -> None:
    words = "<b>O</b>n Friday <span>mini</span><span>sters</span> met."
    page = f"<html><main><h1>{TITLE}</h1><p>{words} {FIRST}</p><p>{LAST}</p></main></html>"
    assert clean.release(Document(page, "html")).body.startswith("On Friday ministers met.")


def test_a_short_headline_with_a_stop_stands_below_the_name_of_an_archive() -> None:
    title = "Both navies hold the talks of their committee."
    found = clean.release(Document(f"Tag archive\n\n{title}\n\n{FIRST}\n\n{LAST}\n", "text"))
    assert (found.title, found.body) == (title, f"{FIRST}\n\n{LAST}")


@pytest.mark.parametrize(
    "closing",
    [
        "Participants: Colonel Luis Roca, Commander Lena Marsh.",
        "The delegation included the following officers:\n\nColonel Luis Roca, Chief of Plans\n\nCommander Lena Marsh, Naval Attaché",
        "Attendees at today’s talks included:\n\nLuis Roca, President, Roca Mills\n\nLena Marsh, Director, Roads Fund",
        "Industry Participants\n\nLuis Roca, President, Roca Mills\n\nLena Marsh, Director, Roads Fund",
        "Participants included:\n\nIndustry:\n\nLuis Roca, Chair, Roca Mills\n\nState:\n\nLena Marsh, Director, Office of Roads",
    ],
)
def test_a_list_of_those_present_closes_a_text(closing: str) -> None:
    assert text("14 May 2025", below=f"\n\n{closing}").body == f"{FIRST}\n\n{LAST}\n\n{closing}"


@pytest.mark.parametrize(
    "closing",
    [
        "About the Coastal Navy: The Navy guards the coast and has three bases in the north of the state.",
        "Related articles:\n\nArmy opens barracks",
        "Featured speakers\n\nArmy opens barracks\n\nNavy takes over a harbour",
    ],
)
def test_what_a_body_tells_of_itself_and_links_close_no_text(closing: str) -> None:
    assert text("14 May 2025", below=f"\n\n{closing}").body == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    ("below", "publisher"),
    [
        ("© Copyright 2024 - Sandova Navy", "Sandova Navy"),
        ("Sandova Ministry of Defence © 2024", "Sandova Ministry of Defence"),
        ("2024 © Harbour Times / Cookies Policy  Privacy Policy", "Harbour Times"),
        ("Courtesy: Harbour Times", "Harbour Times"),
        ("Press Office, Ministry of Defence", "Ministry of Defence"),
        ("Issued by the Ministry of Defence on 14 May 2024", "Ministry of Defence"),
        ("Public Affairs Office\nSandova Navy", "Sandova Navy"),
        ("Contact: Ministry of Defence, Press Office, +47 5555 1234", "Ministry of Defence"),
        ("Released by: Directorate of Public Relations, Sandova Army", "Sandova Army"),
        ("© 2024. All rights reserved.", None),
    ],
)
def test_the_foot_of_a_page_names_the_publisher(below: str, publisher: str | None) -> None:
    assert text("14 May 2025", below=f"\n\n{below}").publisher == publisher


@pytest.mark.parametrize(
    ("above", "publisher", "authors"),
    [
        ("Published on: May 14, 2024 7:47 PM Author: Ministry of Defence", "Ministry of Defence", ()),
        ("Published on: May 14, 2024 7:47 PM Author: Lena Marsh", None, ("Lena Marsh",)),
        ("By Ministry of Defence - 14 May 2024", "Ministry of Defence", ()),
        ("Sandova Defence Force Media, 14 May 2024", "Sandova Defence Force Media", ()),
    ],
)
def test_who_signs_beside_the_day_is_writer_or_publisher(above: str, publisher: str | None, authors: tuple[str, ...]) -> None:
    found = text(above)
    assert (found.publisher, found.authors, found.published) == (publisher, authors, "2024-05-14")


def test_the_headline_above_the_day_goes_before_a_caption_that_stands_twice_below_it() -> None:
    caption = "Defence ministers of the three states meet in Kaunas"
    page = f"You are here\n\nThe two ministers of defence met in Kaunas today\n\n14 May 2025\n{caption}\n{caption}\n\n{FIRST}\n\n{LAST}\n"
    assert clean.release(Document(page, "text")).title == "The two ministers of defence met in Kaunas today"


@pytest.mark.parametrize(
    ("above", "publisher", "authors"),
    [
        ("By Sgt. Maj. Lena Marsh U.S. Army South Public Affairs", "U.S. Army South Public Affairs", ("Lena Marsh",)),
        ("By Airman 1st Class Lena Marsh 924th Airlift Wing Public Affairs", "924th Airlift Wing Public Affairs", ("Lena Marsh",)),
        ("By Lena Marsh New York National Guard", "New York National Guard", ("Lena Marsh",)),
        ("By DoD News DoD News, Defense Media Activity", "DoD News", ()),
        ("By Pacific Air Forces Public Affairs", "Pacific Air Forces Public Affairs", ()),
        ("By Lena Ana Marsh Paredes", None, ("Lena Ana Marsh Paredes",)),
    ],
    ids=["rank", "rank with a number", "a state of the union", "a desk twice", "near miss: a unit alone", "near miss: a long name"],
)
def test_a_writer_stands_before_the_unit_without_a_sign_between(above: str, publisher: str | None, authors: tuple[str, ...]) -> None:
    found = text(above)
    assert (found.publisher, found.authors) == (publisher, authors)


@pytest.mark.parametrize(
    ("above", "place"),
    [
        ("May 14, 2025 – Vancouver, Canada – National Defence / Canadian Armed Forces", "Vancouver, Canada"),
        ("May 14, 2025 – Ottawa – National Defence", "Ottawa"),
        ("May 14, 2025\nOttawa, Ontario", "Ottawa, Ontario"),
        ("May 14, 2025 – Speeches – National Defence", None),
    ],
    ids=["town and state", "town", "town below the day", "near miss: a section"],
)
def test_the_town_behind_or_below_the_day_is_that_of_the_dateline(above: str, place: str | None) -> None:
    found = text(above)
    assert (found.title, found.dateline, found.published) == (TITLE, place, "2025-05-14")


@pytest.mark.parametrize("first", ["Ottawa, Ontario", "Home : Media : News : News Display"])
def test_town_and_way_to_a_page_are_no_headlines(first: str) -> None:
    assert clean.release(Document(f"May 14, 2025\n{first}\n{FIRST}\n\n{LAST}\n", "text")).title is None
