"""What real pages print around a release: windows that name the site first, pictures with small print, notes, links below the text."""

from __future__ import annotations

import pytest

from ingest.engine.cleaning import publishers
from ingest.engine.types import Release
from tests.engine.around_a_release import END, FIRST, HEADLINE, LAST, release


def page(*, window: str = "HEADLINE", above: str = "", inside: str = "", below: str = "") -> Release:
    text = f"<div class='text'>{inside}<p>FIRST</p><p>LAST</p><p>END</p></div>"
    return release(f"<html><head><title>{window}</title></head><body>{above}<h2>HEADLINE</h2>{text}{below}</body></html>", "html")


@pytest.mark.parametrize(
    ("window", "publisher"),
    [
        pytest.param("Harbour Gazette - HEADLINE", "Harbour Gazette", id="before the headline"),
        pytest.param("HEADLINE :: The Harbour Gazette", "The Harbour Gazette", id="behind it"),
        pytest.param("Official Website of the Sandovan Army - HEADLINE", "Sandovan Army", id="as the site of a body"),
        pytest.param("Ministry of Defense - Republic of Sandova - HEADLINE", "Ministry of Defense", id="a ministry and its state"),
        pytest.param("HEADLINE | Ministry of defence Sandova", "Ministry of defence Sandova", id="in small letters"),
        pytest.param("HEADLINE", None, id="the headline alone"),
        pytest.param("News - HEADLINE", None, id="near miss: a section"),
    ],
)
def test_the_window_names_the_site_on_either_side_of_the_headline(window: str, publisher: str | None) -> None:
    found = page(window=window)
    assert (found.publisher, found.title) == (publisher, HEADLINE)


def test_the_fullest_name_of_one_body_is_told() -> None:
    header = "<header><div class='logo'>MINISTRY OF DEFENCE</div></header>"
    footer = "<footer>© 2025. Ministry of Defence of the Republic of Sandova. All rights reserved.</footer>"
    assert page(above=header, below=footer).publisher == "Ministry of Defence of the Republic of Sandova"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Government of Malta", "The Government of Malta"),
        ("Government of Kenya, Harambee Avenue, Nairobi", "Government of Kenya"),
        ("Government of the people", None),
        ("Malta", None),
    ],
)
def test_a_government_signs_where_no_ministry_does(line: str, name: str | None) -> None:
    assert publishers.of_government(line) == name


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        pytest.param("<div><img src='1.jpg'><br><small>Both delegations met at the gate.</small></div>", False, id="small print"),
        pytest.param("<p><img src='1.jpg'><em>Both delegations met at the gate.</em></p>", False, id="slanted print"),
        pytest.param("<p><img src='1.jpg'>Both delegations met at the gate.</p>", True, id="near miss: print like the rest"),
        pytest.param("<p><em>Both delegations met at the gate.</em></p>", True, id="near miss: no picture"),
    ],
)
def test_small_print_with_a_picture_is_its_caption(inside: str, kept: bool) -> None:
    assert ("met at the gate" in page(inside=inside).body) is kept


@pytest.mark.parametrize(
    "line",
    [
        "Vice Minister Ana Ruiz (right) greets participants at the harbour forum. (Ministry of Defence via Harbour Agency)",
        "Minister Ana Ruiz speaks during the videoconference, Lima, April 7, 2022. (AA Photo)",
        "This content is more than 1 year old.",
        "This speech is available only in English.",
        "(ATTN: UPDATES with details in last 2 paras)",
        "Both delegations pose at the gate of the base | Author: Ministry of Defence",
        "Both delegations pose at the gate of the base © Ministry of Defence",
        ".gov website belongs to an official government organization in the United States.",
        "Rate this item 1 2 3 4 5 (0 votes)",
        "Home » Under Secretary for Public Affairs » Bureau of Public Affairs » Press Releases » 2015",
    ],
)
def test_lines_above_the_text_that_are_none_of_it(line: str) -> None:
    found = release(f"HEADLINE\n4 May 2021\n{line}\n\nFIRST\n\nLAST\n\nEND")
    assert (found.title, found.body.startswith(FIRST)) == (HEADLINE, True)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("• (Presentation and follow-on discussion)", False, id="a file"),
        pytest.param("• Corps: focused, capable, reliable", False, id="a link"),
        pytest.param("• Col. Ana Ruiz, commander of the base; and his deputy.", True, id="near miss: a sentence of the list"),
    ],
)
def test_loose_items_below_the_last_sentence_go(line: str, kept: bool) -> None:
    assert (line.removeprefix("• ") in release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nEND\n\n{line}").body) is kept


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("ABOUT THE COMMITTEE", False, id="an account of a body"),
        pytest.param("PHOTOS (6)", False, id="an album"),
        pytest.param("The Harbour Times Newsletter", False, id="a newsletter"),
        pytest.param(
            "For PDF attachments or links to further information, please visit the release online.", False, id="where more stands"
        ),
        pytest.param("Respectfully announced to the public.", False, id="a formula below the text"),
        pytest.param("End text.", False, id="an end mark in words"),
        pytest.param("Thank you.", True, id="near miss: the last words of a speech"),
        pytest.param("Get top stories and blog posts emailed to you each day.", False, id="an invitation to subscribe"),
        pytest.param("About thirty officers took part in the newsletter project.", True, id="near miss: a sentence"),
    ],
)
def test_headings_of_what_follows_the_text_go(line: str, kept: bool) -> None:
    assert (line in release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nEND\n\n{line}").body) is kept


def test_a_speech_begins_with_whom_it_addresses() -> None:
    address = "Minister Ruiz, Excellencies, Admirals, esteemed partners from Sandova and the other members of the Coalition,"

    assert release(f"HEADLINE\n4 May 2021\n\n{address}\n\nFIRST\n\nLAST").body == f"{address}\n\n{FIRST}\n\n{LAST}"


def test_a_line_in_italics_below_a_picture_is_its_caption() -> None:
    page = "# HEADLINE\n\nFIRST\n\n![Both](a.jpg)\n*Both delegations pose at the gate of the base.*\n\nLAST\n\nEND"

    assert release(page, "markdown").body == f"{FIRST}\n\n{LAST}\n\n{END}"


def test_a_list_that_the_text_announces_stays() -> None:
    listed = "The following took part:\n\n• Col. Ana Ruiz\n\n• Capt. Jan Novak"
    assert "Jan Novak" in release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nEND\n\n{listed}").body


@pytest.mark.parametrize(
    "paragraph",
    [
        "U.S. 6th Fleet, headquartered in Naples, Italy, conducts the full spectrum of joint and naval operations.",
        "The U.S. Navy routinely operates in the Black Sea consistent with international law.",
    ],
)
def test_what_a_fleet_always_does_is_no_news(paragraph: str) -> None:
    assert release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nEND\n\n{paragraph}").body.endswith(END)


def test_two_initials_open_a_sentence_and_no_list() -> None:
    assert page(inside="<p>H. E. Sheikh Saud bin Hamad met with the envoy on Sunday in the capital.</p>").body.startswith("H. E. Sheikh")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        pytest.param("Date: 2081/04/21 B.S. (August 5, 2024 A.D.)", "2024-08-05", id="Nepal"),
        pytest.param("5 August 2024", "2024-08-05", id="one calendar"),
    ],
)
def test_years_of_other_calendars_are_passed_over(line: str, published: str) -> None:
    assert release(f"{line}\nSubject: HEADLINE\n\nFIRST\n\nLAST\n\nEND").published == published


def test_a_label_before_the_headline_is_none_of_it() -> None:
    assert release("5 August 2024\nSubject: HEADLINE\n\nFIRST\n\nLAST\n\nEND").title == HEADLINE


def test_a_short_release_of_wrapped_lines_keeps_its_lead() -> None:
    wrapped = (
        "HEADLINE\n\nBUCHAREST, 12 September 2024 – Minister of National Defense Ana Popa met General Kim Min-ho, Chief of the\n"
        "Joint Chiefs of Staff of the Republic of Korea, in Bucharest on 10 September 2024. They signed a plan for the two\n"
        "ministries.\n\n“Our partnership rests on trust and on years of work together,” said Minister Popa."
    )
    found = release(wrapped)
    assert (found.dateline, found.publisher) == ("BUCHAREST", None)
    assert found.body.startswith(
        "BUCHAREST, 12 September 2024 – Minister of National Defense Ana Popa met General Kim Min-ho, Chief of the Joint"
    )


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        pytest.param("Eva Lind, Minister of Defence of Sandova", True, id="name and office"),
        pytest.param("– Eva Lind, Minister of Defence of Sandova", True, id="behind a dash"),
        pytest.param("Follow us on our pages", False, id="near miss: a line of the site"),
    ],
)
def test_the_name_below_the_last_quotation_belongs_to_the_text(last: str, kept: bool) -> None:
    body = release(f"HEADLINE\n\nFIRST\n\nLAST\n\n“We have trained as one crew for years, and we shall do so again.”\n\n{last}").body
    assert body.endswith(last.removeprefix("– ")) == kept
