"""Readers of page layouts: what markup, front matter and line breaks say."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from ingest.engine import clean, sources
from ingest.engine.sources import plain
from ingest.engine.types import Document, Release
from tests.engine.around_a_release import FIRST, LAST

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> str:
    return (PAGES / f"{name}.html").read_text("utf-8")


def html(page: str) -> Release:
    return clean.release(Document(page.replace("FIRST", FIRST).replace("LAST", LAST), "html"))


def markdown(page: str) -> Release:
    return clean.release(Document(page.replace("FIRST", FIRST).replace("LAST", LAST), "markdown"))


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_every_format_has_a_reader(format: str) -> None:
    assert sources.of(Document("x", format)).name == {"text": "plain"}.get(format, format)  # type: ignore[arg-type]


def test_a_blog_page_is_read_from_its_entry() -> None:
    found = html(page("wordpress"))

    assert (found.title, found.published) == ("Minister receives ambassador", "2023-11-02")
    assert found.publisher == "Ministry of Defence of Montenegro"
    assert found.body.split("\n\n") == [FIRST, "Colonel A. Radic, head of the directorate", "Ms. B. Novak, adviser", LAST]


def test_a_page_says_why_its_parts_were_cut() -> None:
    reasons = {piece.reason for piece in html(page("wordpress")).dropped}

    assert {"navigation", "caption or credit", "share buttons", "related stories"} <= reasons


def test_linked_data_tells_date_publisher_and_writer() -> None:
    found = html(page("drupal"))

    assert (found.title, found.published) == ("Deputy Minister in Cairo for talks", "2022-05-30")
    assert found.publisher == "Ministry for Home Affairs"
    assert found.authors == ("Maria Borg",)
    assert found.body == f"{FIRST}\n\n{LAST}"


def test_a_page_of_tables_and_line_breaks_is_read_by_its_lines() -> None:
    found = html(page("tables"))

    assert (found.title, found.published) == ("Defence delegation returns from Lima", "2009-06-12")
    assert found.body == f"{FIRST}\n\n{LAST}"


def test_a_form_round_the_whole_page_does_not_hide_it() -> None:
    found = html("<html><body><form><h1>Ministers hold talks in Oslo</h1><p>FIRST</p><p>LAST</p></form></body></html>")

    assert found.body == f"{FIRST}\n\n{LAST}"


def test_front_matter_states_title_date_and_address() -> None:
    found = markdown(
        "---\ntitle: \"Readout of the\\_Call\"\ndate: '2024-01-31'\nsource_url: https://example.org/a\nauthor: Ana Ruiz\n---\n"
        "\nFIRST\n\nLAST\n\n\\###\n"
    )

    assert (found.title, found.published, found.source_url) == ("Readout of the Call", "2024-01-31", "https://example.org/a")
    assert found.authors == ("Ana Ruiz",)
    assert found.body == f"{FIRST}\n\n{LAST}"


def test_the_host_of_an_archive_tells_the_publisher_that_its_pages_leave_out() -> None:
    page = "---\ntitle: Readout\nsource_url: https://trumpwhitehouse.archives.gov/briefings-statements/readout/\n---\nFIRST\n"

    assert markdown(page).publisher == "The White House"


def test_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    found = markdown("---\ntitle: Readout: the [second\ndate: 2024-01-31\n---\nFIRST\n")

    assert (found.title, found.published) == ("Readout: the [second", "2024-01-31")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("see [wider\nefforts](https://example.org/(a)/b) made by both.", "see wider efforts made by both.", id="link"),
        pytest.param("the 12<sup>th</sup> meeting of the joint committee.", "the 12th meeting of the joint committee.", id="tag"),
        pytest.param("it is **not** the *last* meeting of the two.", "it is not the last meeting of the two.", id="emphasis"),
        pytest.param("the file snake_case_name stays as it is.", "the file snake_case_name stays as it is.", id="underscores"),
        pytest.param("a sum of 3 * 4 * 5 million was set aside.", "a sum of 3 * 4 * 5 million was set aside.", id="stars of a sum"),
    ],
)
def test_markdown_is_read_as_it_is_rendered(line: str, shown: str) -> None:
    assert markdown(f"---\ntitle: A\n---\n{line}\n").body == shown


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        pytest.param(
            "Ana Ruiz, Chair  \nJan Novak, Roads\nFund  \nLuis Roca", ["Ana Ruiz, Chair", "Jan Novak, Roads Fund", "Luis Roca"], id="blanks"
        ),
        pytest.param("Ana Ruiz, Chair\\\nJan Novak, Roads Fund", ["Ana Ruiz, Chair", "Jan Novak, Roads Fund"], id="backslash"),
        pytest.param("Ana Ruiz, Chair<br>Jan Novak, Roads Fund", ["Ana Ruiz, Chair", "Jan Novak, Roads Fund"], id="tag"),
        pytest.param(
            "Ana Ruiz, Chair of the  \nroads fund of the state", ["Ana Ruiz, Chair of the roads fund of the state"], id="in a sentence"
        ),
        pytest.param("Ana Ruiz, **Chair  \n**Jan Novak, Roads Fund", ["Ana Ruiz, Chair", "Jan Novak, Roads Fund"], id="signs left over"),
    ],
)
def test_a_line_break_of_markdown_parts_the_lines_of_a_list(lines: str, shown: list[str]) -> None:
    found = markdown(f"---\ntitle: A\n---\n\nFIRST\n\nParticipants included:\n\n{lines}\n")

    assert found.body.split("\n\n")[2:] == shown


@pytest.mark.parametrize("text", [">\n", ">\n====\n", "> \n---", "\n\n===\n"])
def test_a_quotation_without_words_is_no_heading(text: str) -> None:
    assert clean.release(Document(text, "markdown")).title is None


def test_a_first_paragraph_in_italics_is_a_summary_unless_it_leads_over() -> None:
    summary = "*The talks covered training,\nships and cadets.*"
    leading = "*The Press Secretary provided the following readout:*"

    assert markdown(f"---\ntitle: A\n---\n\n{summary}\n\nFIRST\n\nLAST\n").body == f"{FIRST}\n\n{LAST}"
    assert markdown(f"---\ntitle: A\n---\n\n{leading}\n\nFIRST\n\nLAST\n").body.startswith("The Press Secretary provided")
    assert markdown("---\ntitle: A\n---\n\n*FIRST*\n\n*LAST*\n").body == f"{FIRST}\n\n{LAST}"
    assert markdown("---\ntitle: A\n---\n\n*Aurora* left the port, and *Borealis* arrived in it today.\n\nLAST\n").body.startswith("Aurora")


@pytest.mark.parametrize("key", ["issued_by", "organisation", "organization", "publisher"])
def test_front_matter_states_the_publisher_under_more_than_one_name(key: str) -> None:
    assert markdown(f"---\ntitle: A\n{key}: Office of the Harbour Board\n---\n\nFIRST\n\nLAST\n").publisher == "Office of the Harbour Board"


def test_a_closing_list_of_bare_links_is_no_part_of_the_text() -> None:
    links = "- [Navy buys a new ship](https://mod.example/1)\n- [Minister opens the school of divers](https://mod.example/2)"
    partners = "Taking part in the talks were:\n\n- Colonel A, of the [staff](https://mod.example/3)\n- Colonel B, of the navy"

    assert markdown(f"---\ntitle: A\n---\n\nFIRST\n\nLAST\n\n{links}\n").body == f"{FIRST}\n\n{LAST}"
    assert markdown(f"---\ntitle: A\n---\n\nFIRST\n\n{links}\n\nLAST\n").body.count("\n\n") == 3
    assert markdown(f"---\ntitle: A\n---\n\nFIRST\n\n{partners}\n").body.endswith("Colonel B, of the navy")


def test_a_host_is_no_name_of_a_site() -> None:
    head = '<head><title>Talks in the old port</title><meta property="og:site_name" content="{site}"></head>'
    body = "<body><article><h1>Talks in the old port</h1><p>By Ana Ruiz, DOD News</p><p>FIRST</p><p>LAST</p></article></body>"

    assert html(f"<html>{head.format(site='www.pacfor.mil')}{body}</html>").publisher == "DOD News"
    assert html(f"<html>{head.format(site='Pacific Force')}{body}</html>").publisher == "Pacific Force"


def test_a_stamp_and_a_kicker_beside_a_headline_are_lines_of_their_own() -> None:
    stamp = '<span class="stamp">4.6.2021 9.15</span> <span class="kicker">News from the whole of the service</span>'
    within = '<p>The talks of <span class="date">4 June 2021</span> were the third ones of the year for the two navies.</p>'
    found = html(f"<html><body><div id='main'>{stamp}<h1>Talks in the old port</h1><p>FIRST</p>{within}<p>LAST</p></div></body></html>")

    assert found.published == "2021-06-04"
    assert "The talks of 4 June 2021 were" in found.body


def test_a_summary_and_an_account_of_the_body_are_cut_by_their_classes() -> None:
    page = '<p class="summary">The two navies held talks.</p><p>FIRST</p><p>LAST</p><p class="about">The Pacific Force keeps watch.</p>'

    assert html(f"<html><body><article><h1>Talks in the old port</h1>{page}</article></body></html>").body == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    ("line", "item"),
    [
        pytest.param("C. Clark; A. de Vries, adviser; and B. Novak", False, id="an initial and a surname"),
        pytest.param("J. Novak said that the talks were useful", False, id="an initial before a verb"),
        pytest.param("C. Sharing of information at sea", True, id="a letter of a list"),
        pytest.param("a) Ms. B. Novak, adviser;", True, id="a letter and a bracket"),
        pytest.param("3. Colonel Novak, of the staff", True, id="a number"),
        pytest.param("- C. Clark, adviser", True, id="a dash before an initial"),
    ],
)
def test_an_initial_is_told_from_the_letter_of_a_list(line: str, item: bool) -> None:
    assert plain.is_item(line) is item


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("First line of a paragraph that stands alone.\nSecond one.", 2, id="lines of their own"),
        pytest.param(
            "The two ministers met in the capital on Tuesday and spoke about the\n"
            "training of pilots, the repair of ships and the exchange of cadets;\n"
            "they also signed a plan for the coming year and agreed to meet again\n"
            "in the autumn.",
            1,
            id="a paragraph wrapped at a fixed width",
        ),
        pytest.param("Present were:\n-  Colonel A, of the staff\n-  Colonel B, of the navy", 3, id="items of a list"),
        pytest.param("MINISTRY OF DEFENCE\nPRESS OFFICE\n12 March 2024", 3, id="a masthead"),
    ],
)
def test_lines_of_plain_text_become_paragraphs(text: str, expected: int) -> None:
    assert len(plain.blocks(text)) == expected


def test_a_wrapped_text_that_was_set_double_spaced_is_whole_again() -> None:
    wrapped = "\n\n".join(textwrap.wrap(" ".join([FIRST, LAST, FIRST]), 62))

    assert [block.text for block in plain.blocks(f"{wrapped}\n\n\nShort end.")] == [" ".join([FIRST, LAST, FIRST]), "Short end."]


def test_paragraphs_with_an_empty_line_between_them_stay_apart() -> None:
    text = "\n\n".join([FIRST, LAST, FIRST, LAST, FIRST, LAST, FIRST, LAST])

    assert len(plain.blocks(text)) == 8
