"""Cleaning: single rules, each with the lines that made it necessary, and what holds for every text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.engine import clean
from ingest.engine.cleaning import bylines, datelines, issued, publishers
from ingest.engine.cleaning.lines import classified
from ingest.engine.sources.page import Block
from ingest.engine.types import Document, Release
from tests.engine.around_a_release import FIRST, LAST
from tests.engine.growth import is_steady

SECOND = "They also signed a plan for the coming year, which lists twelve joint activities of the two navies and air forces."


def release(text: str) -> Release:
    return clean.release(Document(text.replace("FIRST", FIRST).replace("SECOND", SECOND).replace("LAST", LAST)))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Posted On: 14 NOV 2024 5:42PM by PIB Delhi", "date", id="posted on"),
        pytest.param("NEWS | Dec. 9, 2024", "date", id="kicker with date"),
        pytest.param("13. June 2024 - 15:40", "date", id="a day with its stop is no item of a list"),
        pytest.param("05/02/2024", "date", id="figures alone"),
        pytest.param("Readout of the Minister's Call, March 5, 2024", "other", id="a headline with a date is none"),
        pytest.param("By Chul-Hwan, Kim < >", "byline", id="byline"),
        pytest.param("By the end of the year all units", "other", id="a line that begins with By"),
        pytest.param("Ministry of National Defence", "masthead", id="ministry"),
        pytest.param("Israel Ministry of Defense | Spokesperson’s Office", "masthead", id="ministry and its office"),
        pytest.param("Ministry of Defence hosts talks", "other", id="a headline that begins with a ministry"),
        pytest.param("MINISTER VISITS NAVY", "other", id="a headline that ends with a service"),
        pytest.param("Home » Military", "noise", id="breadcrumbs"),
        pytest.param("SHARE PRINT", "noise", id="share bar"),
        pytest.param("E-mail: presamapn@mapn.ro", "noise", id="address"),
        pytest.param("The spokesman. Author: ardi hallismaa", "noise", id="caption with its author"),
        pytest.param("(U.S. Army photo by Sgt. Ana Ruiz)", "noise", id="credit"),
        pytest.param("DHQ/ABJ/901/48/DDI", "noise", id="file number"),
        pytest.param("<Copyright ⓒ The Korea Defense Daily, All rights reserved>", "tail", id="copyright"),
        pytest.param("More in Partner Strong", "tail", id="related stories"),
        pytest.param("\\###", "end", id="end mark, escaped"),
        pytest.param("-END-", "end", id="end mark in words"),
        pytest.param("“We start digging together.”", "other", id="a short quotation"),
        pytest.param("3. " + FIRST, "prose", id="a numbered paragraph"),
        pytest.param("a) Ms. B. Novak, adviser;", "item", id="an item of a list"),
        pytest.param("Tunis, 11/19/2020. Reading time: 2 MIN.", "date", id="place, date and time to read"),
        pytest.param("Selin Aydoğdu | 14.05.2024", "byline", id="a writer before a bar and a date"),
        pytest.param("Defence Cooperation | 14.05.2024", "date", id="a section before a bar and a date"),
        pytest.param("New Delhi | 14.05.2024", "date", id="a town before a bar and a date"),
        pytest.param("Reported by Mai Anh - Photo by Van Hung", "byline", id="a reporter and a photographer"),
        pytest.param("Noticias relacionadas", "tail", id="related stories in the language of the state"),
        pytest.param("Berita Terkait", "tail", id="related stories in Malay"),
        pytest.param("Bagikan:  Facebook  Twitter", "noise", id="a share bar in Malay"),
        pytest.param("Pular para o conteúdo principal", "noise", id="a link to the text in Portuguese"),
    ],
)
def test_a_line_is_known_for_what_it_is(line: str, kind: str) -> None:
    block_kind = "item" if line[1:2] in ").3" else "text"
    assert classified(Block(line, block_kind)).kind == kind  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        pytest.param("21st May 2024", "2024-05-21", id="ordinal"),
        pytest.param("PRESS RELEASE No. 112 14.05.2015", "2015-05-14", id="figures with stops"),
        pytest.param("2024年3月5日", "2024-03-05", id="Japanese"),
        pytest.param("8 Sep 06", "2006-09-08", id="two figures for the year at the end"),
        pytest.param("8 Sep 06:30", "XXXX-09-08", id="a time at the end"),
        pytest.param("2021 September 8", "2021-09-08", id="year first"),
        pytest.param("September 8 , 2021", "2021-09-08", id="a blank before the comma"),
        pytest.param("12 Ogos 2019", "2019-08-12", id="Malay"),
        pytest.param("6 de outubro de 2023", "2023-10-06", id="Portuguese"),
        pytest.param("11 April 14:26", "XXXX-04-11", id="no year, but a time"),
        pytest.param("Oct. 19 (GNA)", "XXXX-10-19", id="no year"),
        pytest.param("September 2024", "2024-09-XX", id="no day"),
        pytest.param("13/05/2023", "2023-05-13", id="day first, since there is no month 13"),
        pytest.param("05/13/2023", "2023-05-13", id="month first, since there is no month 13"),
        pytest.param("40 May 2024", None, id="no such day"),
        pytest.param("Room 14.2, building 5", None, id="numbers that are no date"),
    ],
)
def test_a_date_is_read_as_far_as_it_is_told(line: str, date: str | None) -> None:
    assert next((found.date for found in issued.find(line)), None) == date


def test_a_line_with_months_of_two_languages_tells_both_days() -> None:
    assert [found.date for found in issued.find("Lima, 14 de marzo de 2024 | 15 March 2024")] == ["2024-03-14", "2024-03-15"]


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Fleet on patrol around the islands in answer to talks at sea [May 2021]", id="closed by a bracket"),
        pytest.param(
            "Readout of Talks With Sandovan Minister of Defence Ana Ruiz; Peruvian Minister of Defence José Vega; Norwegian "
            "Minister of Defence Kari Berg; and Danish Minister of Defence Mette Holm in Oslo",
            id="many names and offices",
        ),
    ],
)
def test_a_line_without_a_stop_is_a_headline_however_long_or_closed(title: str) -> None:
    assert release(f"Ministry of Defence\n\n{title}\n\nFIRST\n\nSECOND").title == title


@pytest.mark.parametrize(
    ("page", "published"),
    [
        pytest.param(
            "Ministry of Defence\nTalks in the old port city\n06/10/2023\n\nFIRST\n\nSECOND", "2023-10-06", id="day first by default"
        ),
        pytest.param(
            "U.S. Embassy Harare\nTalks in the old port city\n06/10/2023\n\nFIRST",
            "2023-06-10",
            id="month first on a page of the US",
        ),
        pytest.param(
            "Army Press Service\nTalks in the old port city\n06/10/2023\n\nFIRST\n\nSECOND\n\nPhone 555, info@navy.mil.xk",
            "2023-10-06",
            id="day first where the armed forces of another state have an address",
        ),
        pytest.param(
            "Talks in port\nUpdated 9 May 2023\nPublished 6 May 2023\n\nFIRST\n\nSECOND",
            "2023-05-06",
            id="published before updated",
        ),
        pytest.param(
            "Friday, July 5, 2024\nHarbour\nTalks in the old port city\nJune 21, 2022\n\nFIRST",
            "2022-06-21",
            id="below the headline before the day of printing",
        ),
        pytest.param(
            "20 March 2022\n\nTalks in the old port city\n\nFIRST\n\nSECOND", "2022-03-20", id="above the headline, where none is below"
        ),
        pytest.param(
            "Talks in the old port city\n\nBAKU, AUGUST 9, HARPA. On August 9, 2022, FIRST",
            "2022-08-09",
            id="the text tells the year of the dateline",
        ),
        pytest.param(
            "Talks in the old port city\n\nFIRST\n\nThey will meet again on 3 May 2025 in Rome, as was agreed.",
            None,
            id="a day in the text is none",
        ),
    ],
)
def test_the_day_of_publication_is_told_from_other_days(page: str, published: str | None) -> None:
    assert release(page).published == published


@pytest.mark.parametrize(
    ("line", "authors", "publisher"),
    [
        pytest.param("By Chul-Hwan, Kim < >", ("Chul-Hwan Kim",), None, id="comma between the parts of one name"),
        pytest.param("By Jim Halloran, DOD News", ("Jim Halloran",), "DOD News", id="writer and service"),
        pytest.param(
            "By Staff Sgt. John A. Doe 1st Infantry Division Public Affairs Fort Riley, Kansas Sep 12, 2024",
            ("John A. Doe",),
            "1st Infantry Division Public Affairs",
            id="run together",
        ),
        pytest.param(
            "By U.S. Mission Romania U.S. Department of State Bucharest, Romania Sep 12, 2024",
            (),
            "U.S. Mission Romania",
            id="a body as writer",
        ),
        pytest.param("By JOHN SMITH and MARY JONES", ("John Smith", "Mary Jones"), None, id="two writers in capitals"),
        pytest.param("By Our Correspondent", (), None, id="nobody in particular"),
        pytest.param("Selin Aydoğdu | 14.05.2024", ("Selin Aydoğdu",), None, id="a name before a bar and a date"),
        pytest.param("Reported by Mai Anh - Photo by Van Hung", ("Mai Anh",), None, id="a photographer is no writer"),
        pytest.param(
            "By Sgt. Ana Ruiz | U.S. Army Pacific Task Force, Oceania | APIA, Samoa | May 3, 2024",
            ("Ana Ruiz",),
            "U.S. Army Pacific Task Force, Oceania",
            id="a comma within the name of a body",
        ),
        pytest.param(
            "By Sgt. Ana Ruiz | U.S. Army Pacific Task Force, Samoa | May 3, 2024",
            ("Ana Ruiz",),
            "U.S. Army Pacific Task Force",
            id="a comma between a body and its state",
        ),
        pytest.param("Nur Azhar - 08 October 2020 16:00 WIB", ("Nur Azhar",), None, id="a name before a dash and a date"),
        pytest.param("Nur Azhar • 08 October 2020 16:00", ("Nur Azhar",), None, id="a name before a point and a date"),
        pytest.param("(Reporting by Karin Lema)", ("Karin Lema",), None, id="in brackets below the text"),
        pytest.param("By First-Lieutenant (T) Ana Ruiz - Dakar, Senegal", ("Ana Ruiz",), None, id="a town is no writer"),
        pytest.param("NANCY ROSS and IAN VEGA, Lusaka", ("Nancy Ross", "Ian Vega"), None, id="in capitals, with their town"),
        pytest.param("By Reuters - 4 May 2021", (), "Reuters", id="an agency as writer"),
        pytest.param("By USINDOPACOM Public Affairs", (), "USINDOPACOM Public Affairs", id="an office as writer"),
    ],
)
def test_a_byline_tells_writers_from_bodies(line: str, authors: tuple[str, ...], publisher: str | None) -> None:
    found = bylines.read(line)

    assert (found.authors, found.publisher) == (authors, publisher)


@pytest.mark.parametrize(
    ("paragraph", "place", "date"),
    [
        pytest.param("HAT YAI, 14 March 2024 - The meeting", "HAT YAI", "2024-03-14", id="place, date and dash"),
        pytest.param("CAMP H.M. SMITH, Hawaii – Officers of", "CAMP H.M. SMITH, Hawaii", None, id="place with its state"),
        pytest.param("Dhaka, 27 September 2023 (Wednesday) : Chief of", "Dhaka", "2023-09-27", id="weekday in brackets"),
        pytest.param("Baku. April 11. REPORT.AZ/ The Minister", "Baku", "XXXX-04-11", id="agency behind the date"),
        pytest.param("ACCRA, Oct. 19 (GNA) - The two", "ACCRA", "XXXX-10-19", id="agency in brackets"),
        pytest.param("On 14 March 2024 the minister met - as planned -", None, None, id="a sentence that begins with a date"),
        pytest.param("Jeddah, Shaban 9, 1445, February 19, 2024, QPA -- His Highness", "Jeddah", "2024-02-19", id="two calendars"),
        pytest.param(
            "Jeddah, 9 Shaban 1445 H corresponding to 19 February 2024 (QPA): His", "Jeddah", "2024-02-19", id="two calendars, day first"
        ),
        pytest.param("QINGDAO, June 26: The minister", "QINGDAO", "XXXX-06-26", id="a colon behind the day"),
        pytest.param("15 April, 2021 18:28During the meeting", None, "2021-04-15", id="a clock that runs into the text"),
        pytest.param("(PORTAL- Harbour Agency (HA)) OSLO, May 4 (HA) -- The", "OSLO", "XXXX-05-04", id="behind the source"),
        pytest.param("Lima [Peru], May 4 (HA): The", "Lima [Peru]", "XXXX-05-04", id="the state between brackets"),
        pytest.param("(8 May 2021, Lima) The minister", "Lima", "2021-05-08", id="all of it in brackets"),
        pytest.param("Oslo, 8 May 2021. The minister", "Oslo", "2021-05-08", id="closed by a stop"),
        pytest.param("He was born in Oslo, 8 May. The minister", None, None, id="a sentence closed by a day"),
        pytest.param("NATO and Japan – two old partners – met", None, None, id="a sentence with dashes"),
    ],
)
def test_a_dateline_is_told_from_a_sentence(paragraph: str, place: str | None, date: str | None) -> None:
    found = datelines.read(paragraph)

    assert (found.place, found.date) == (place, date)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        pytest.param("<Copyright ⓒ The Korea Defense Daily, All rights reserved>", "The Korea Defense Daily", id="in angle brackets"),
        pytest.param(
            "© 2019 Ministry of National Defence - Website designed by us", "Ministry of National Defence", id="year and designer"
        ),
        pytest.param("© Crown copyright", None, id="the Crown is no publisher"),
        pytest.param("All Rights Reserved © 2024", None, id="nobody"),
    ],
)
def test_a_copyright_line_tells_the_owner(line: str, owner: str | None) -> None:
    assert publishers.of_copyright(line) == owner


def test_a_lead_that_stands_twice_counts_once() -> None:
    found = release("Talks in the old port city\n\nFIRST\n\nBy Ana Ruiz, Navy News\n\nFIRST\n\nLAST")

    assert found.body == f"{FIRST}\n\n{LAST}"


def test_a_lead_that_the_first_paragraph_takes_up_counts_once() -> None:
    lead = FIRST.rstrip(".")
    found = release(f"Talks in the old port city\n\n{lead}.\n\n{lead}, in the words of both.\n\nLAST")

    assert found.body == f"{lead}, in the words of both.\n\n{LAST}"


def test_a_page_printed_twice_counts_once() -> None:
    found = release("Talks in the old port city\n\nFIRST\n\nSECOND\n\nLAST\n\nTalks in the old port city\n\nFIRST\n\nSECOND\n\nLAST")

    assert found.body == f"{FIRST}\n\n{SECOND}\n\n{LAST}"


def test_a_block_that_comes_back_is_no_part_of_the_text() -> None:
    teaser = "Engineers of three nations built a bridge across the river in less than four hours last week.\nWatch now\n\n"
    found = release(f"Talks in the old port city\n\nFIRST\n\nLAST\n\n{teaser * 3}")

    assert found.body == f"{FIRST}\n\n{LAST}"


def test_a_closing_list_of_participants_stays() -> None:
    items = "Taking part in the talks on the side of the host were:\n- Colonel A, of the staff\n- Colonel B, of the navy"
    found = release(f"Talks in the old port city\n\nFIRST\n\n{items}\n\n###\n\nPress office")

    assert found.body.endswith("host were:\n\nColonel A, of the staff\n\nColonel B, of the navy")


def test_a_dateline_on_a_line_of_its_own_opens_the_first_paragraph() -> None:
    found = release("Army Press Service\n\nTalks in the old port city\n\nHarare - May 3, 2021:\n\nFIRST\n\nLAST")

    assert found.body == f"Harare - May 3, 2021: {FIRST}\n\n{LAST}"
    assert (found.published, found.dateline) == ("2021-05-03", "Harare")


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        pytest.param("Harare, May 3, 2021", "Harare", id="town and day"),
        pytest.param("TIRANA, 3 May 2021", "TIRANA", id="town in capitals"),
        pytest.param("Brussels - 3 May, 2021", "Brussels", id="town and day parted by a dash"),
        pytest.param("News, May 3, 2021", None, id="a section is no town"),
        pytest.param("Monday, 3 May 2021", None, id="a weekday is no town"),
    ],
)
def test_a_date_line_without_a_sign_behind_it_tells_the_town_and_is_no_text(line: str, dateline: str | None) -> None:
    found = release(f"Army Press Service\n\nTalks in the old port city\n\n{line}\n\nFIRST\n\nLAST")

    assert (found.body, found.dateline) == (f"{FIRST}\n\n{LAST}", dateline)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        pytest.param("Issued by: Department of Water Defence", "Department of Water Defence", id="a body"),
        pytest.param("Released by the Ministry of Defence", "Ministry of Defence", id="a body with its article"),
        pytest.param("Issued by: Thandi Mokoena", None, id="a person"),
    ],
)
def test_the_body_below_the_text_that_issued_it_is_the_publisher(line: str, publisher: str | None) -> None:
    assert release(f"Talks in the old port city\n3 May 2021\n\nFIRST\n\nLAST\n\n{line}\nShare this page").publisher == publisher


def test_a_date_at_the_head_of_a_longer_line_counts_where_no_other_is_told() -> None:
    page = "4.6.2021 9.15 News from the whole of the service\nTalks in the old port city\n{date}\nFIRST\n\nLAST"

    assert release(page.format(date="")).published == "2021-06-04"
    assert release(page.format(date="Published: 5.6.2021\n")).published == "2021-06-05"


@pytest.mark.parametrize(
    ("paragraph", "cut"),
    [
        pytest.param(
            "U.S. Oceania Command is one of nine U.S. Department of Defense geographic combatant commands, with staff in five states.",
            True,
            id="a command and its rank among others",
        ),
        pytest.param(
            "Under Commander, Northern Fleet, 4th Squadron is the largest forward-deployed squadron of the service.",
            True,
            id="below another",
        ),
        pytest.param("Harbour Group One is one of four standing groups that serve the Alliance.", True, id="one of four groups"),
        pytest.param(
            "Under a new agreement, the Harbour Command is the largest command to which the delegation came.", False, id="near miss: news"
        ),
        pytest.param(
            "PACFOR, headquartered in Apia, is responsible for training in fourteen states and territories.", True, id="a headquarters"
        ),
        pytest.param(
            "PACFOR is responsible for the second part of the plan, which the two ministers discussed at length.",
            False,
            id="a task discussed",
        ),
        pytest.param(
            "PACFOR is the body that prepares the talks; the delegation was shown its new building in the port.",
            False,
            id="a host of guests",
        ),
        pytest.param("PACFOR is one of the services that will take part in the exercise in the autumn.", False, id="what is to come"),
    ],
)
def test_a_body_that_describes_itself_is_told_from_a_true_last_paragraph(paragraph: str, cut: bool) -> None:
    found = release(f"Talks in the old port city\n\nFIRST\n\nSECOND\n\nLAST\n\n{paragraph}\n\n###")

    assert (paragraph not in found.body) is cut


def test_a_headline_cut_short_gives_way_to_the_whole() -> None:
    whole = "Ministers of the two states agree to hold staff talks every year"

    assert release(f"{whole[:48]}...\n\n{whole}\n\nFIRST\n\nLAST").title == whole


def test_a_word_of_a_sidebar_in_the_midst_of_the_text_does_not_end_it() -> None:
    found = release(
        f"Talks in the old port city\n\nFIRST\n\nRelated\n\nSECOND\n\nLAST\n\n{FIRST[:-1]} on.\n\nRelated news\n\nNavy buys a ship"
    )

    assert LAST in found.body
    assert "Navy buys a ship" not in found.body


# ---- what holds for every text ----

LINES = st.sampled_from(
    [
        FIRST,
        SECOND,
        LAST,
        "",
        "",
        "Ministry of Defence",
        "12 March 2024",
        "By Ana Ruiz",
        "PRESS RELEASE",
        "Home > News",
        "###",
        "Related",
        "- item one",
        "1. " + LAST,
        "Talks in Oslo on ships",
        "\t",
        "©",
    ]
)
TEXTS = st.lists(LINES | st.text(max_size=40), max_size=25).map("\n".join)


@given(TEXTS | st.text(), st.sampled_from(["text", "markdown", "html"]))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_it_raise_and_all_that_it_keeps_stands_in_the_text(text: str, format: str) -> None:
    found = clean.release(Document(text, format))  # type: ignore[arg-type]

    assert found == clean.release(Document(text, format))  # type: ignore[arg-type]
    if format == "text":
        plain = "".join(sign for sign in text if sign.isalnum())
        assert all("".join(sign for sign in part if sign.isalnum()) in plain for part in found.body.split("\n\n"))
    assert all(part == part.strip() and part for part in found.body.split("\n\n")) or not found.body


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("Some menu line of a page here\n", id="lines of a menu"),
        pytest.param("Ministry of Defence\n", id="mastheads"),
        pytest.param("12 March 2024\n", id="dates"),
        pytest.param(FIRST + "\n\n", id="one paragraph again and again"),
        pytest.param("Related\n\n" + FIRST + "\n\n", id="endings"),
        pytest.param("Oslo (HARPA) May 4, (", id="datelines without end"),
        pytest.param("a > b ", id="breadcrumbs without end"),
        pytest.param("<div class=related>a</div>", id="elements side by side"),
        pytest.param("<div>", id="elements in one another"),
        pytest.param("[a](", id="links that never close"),
        pytest.param("*a", id="emphasis that never closes"),
    ],
)
@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_time_grows_with_the_text_and_no_faster(piece: str, format: str) -> None:
    assert is_steady(lambda text: clean.release(Document(text, format)), piece, end=FIRST)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "last",
    [
        pytest.param("The eighth round of the talks will be held in Lima in 2025. END", id="END behind the last sentence"),
        pytest.param("The first round of the talks was held in Lima last year. ###", id="signs behind the last sentence"),
        pytest.param("The exercise finishes on 31 October.", id="a short sentence with a day"),
    ],
)
def test_a_short_last_sentence_is_text_whatever_stands_behind_it(last: str) -> None:
    first = "General Ana Popa met with Colonel Luis Roca in Lima on Tuesday and thanked him for the warm welcome given to her delegation."
    second = "The two officers spoke about mine clearance and about the exercise of the next year."
    text = f"Talks in Lima\n\n14 May 2024\n\n{first}\n\n{second}\n\n{last}\n"
    body = release(text).body
    assert body.endswith(last.removesuffix(" END").removesuffix(" ###"))


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        pytest.param("Brigadier Ana Lind of the Liaison Office was also present", True, id="who was there"),
        pytest.param("The delegation will leave Lima on Friday", True, id="what comes"),
        pytest.param("Minister Receives Ambassador of Chile in Lima", False, id="near miss: a headline in capitals"),
        pytest.param(
            "Army will be there\n\nMinister will visit Chile to meet her counterpart", False, id="near miss: one of several headlines"
        ),
        pytest.param("Fleet returns from exercise in the north of Chile", False, id="near miss: a headline tells what is"),
    ],
)
def test_a_last_sentence_may_have_lost_its_stop(last: str, kept: bool) -> None:
    first = "General Ana Popa met with Colonel Luis Roca in Lima on Tuesday and thanked him for the warm welcome given to her delegation."
    assert release(f"Talks in Lima\n\n14 May 2024\n\n{first}\n\n{last}\n").body.endswith(last) is kept


ONE_SENTENCE = [
    pytest.param("Rear Admiral Kofi Mensah received Commodore Yaw Boateng in Accra.", None, "Rear Admiral Kofi", id="a sentence alone"),
    pytest.param("ACCRA, 3 March 2024: Kofi Mensah met Yaw Boateng.", None, "ACCRA, 3 March", id="behind a dateline"),
    pytest.param("Rear Admiral receives commodore in Accra", "Rear Admiral receives commodore in Accra", "", id="a headline alone"),
    pytest.param("Read more here.", "Read more here.", "", id="words that are no sentence"),
    pytest.param("Visit of the Navy\n\nHe received him in Accra today.", "Visit of the Navy", "He received", id="below a headline"),
]


@pytest.mark.parametrize(("page", "title", "body"), ONE_SENTENCE)
def test_a_text_of_one_sentence_is_text(page: str, title: str | None, body: str) -> None:
    found = release(page)
    assert found.title == title
    assert found.body.startswith(body)
    assert bool(found.body) == bool(body)
