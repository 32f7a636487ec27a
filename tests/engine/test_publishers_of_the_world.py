"""Publishers, days and ends of pages as papers, staffs and content systems all over the world print them; all names are invented."""

from __future__ import annotations

import pytest

from ingest.engine.cleaning import bylines, closings, datelines, publishers
from tests.engine.test_publishers import release

TALKS = "The ministers of two states met in the old port city and spoke about the training of young officers."


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        pytest.param(f"Lima, Feb 16 (Daily Lantern) - {TALKS}", "Daily Lantern", id="a paper in brackets behind the day"),
        pytest.param(f"LIMA (Harbour 24); {TALKS}", "Harbour 24", id="a channel behind its town"),
        pytest.param(f"HARBOURNEXT – {TALKS}", "HARBOURNEXT", id="a site in capitals"),
        pytest.param(f"Coast-Press – Peru. {TALKS}", "Coast-Press", id="a press with its hyphen"),
        pytest.param(f"Lima, Feb 16 (Local Time) - {TALKS}", None, id="near miss: a note on the hour"),
        pytest.param(f"Lima (Naval Base) {TALKS}", None, id="near miss: a place in brackets without a sign"),
        pytest.param(f"BENGUELA – {TALKS}", None, id="near miss: a town in capitals"),
    ],
)
def test_the_paper_of_a_dateline(opening: str, agency: str | None) -> None:
    assert datelines.read(opening).agency == agency


HEADLINE = "Minister receives envoy in the port"


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        pytest.param(
            f"{HEADLINE}\nPress release from the Ministry of Ports Republic of Sandova\n\nFIRST\nLAST",
            "Ministry of Ports Republic of Sandova",
            id="from the ministry",
        ),
        pytest.param(
            "Republic of Peru\nMinistry of Ports\nGeneral Staff of the Peruvian\nArmed Forces\n\nHarbour Street 55\n\n"
            f"{HEADLINE}\n\nFIRST\nLAST",
            "General Staff of the Peruvian Armed Forces",
            id="a staff below its ministry, broken in two",
        ),
        pytest.param(
            f"Ministry of Foreign Affairs of Sandova\nEmbassy of Sandova in Peru\n\n{HEADLINE}\n\nFIRST\nLAST",
            "Embassy of Sandova in Peru",
            id="an embassy below its ministry",
        ),
        pytest.param(
            f"Ministry of Ports\nPress Office\n\n{HEADLINE}\n\nFIRST\nLAST", "Ministry of Ports", id="near miss: a desk below its ministry"
        ),
        pytest.param(
            f"SDF News\nSandovan Defence Force — Official Page\n\n{HEADLINE}\n\nFIRST\nLAST",
            "Sandovan Defence Force",
            id="an official page",
        ),
        pytest.param(f"- Government of Peru\n\n{HEADLINE}\n\nFIRST\nLAST", "Government of Peru", id="a government as the first step"),
        pytest.param(
            f"{HEADLINE}\nHarbour News, Coastal Media Activity\n\nFIRST\nLAST", "Harbour News", id="a service that signs with its parent"
        ),
        pytest.param(
            f"PERUVIAN NAVY\nOnward\n\n{HEADLINE}\n\nNaval Headquarters, Lima\n27 Oct 2022\n\nFIRST\nLAST",
            "PERUVIAN NAVY",
            id="near miss: headquarters with their town",
        ),
        pytest.param(f"{HEADLINE}\n\nFIRST\nLAST\n\nCoastview.PE", "Coastview.PE", id="a host alone below the text"),
        pytest.param(f"{HEADLINE}\n\nBAKU, Azerbaijan, Jan. 31\n\nCoastal:\n\nFIRST\nLAST", "Coastal", id="an agency below the day"),
        pytest.param(
            f"{HEADLINE}\n\nFIRST\nLAST\n\nPress Contacts:\nTel.: (+511) 555 272\nWebsite: www.mfa.gov.pe",
            "Ministry of Foreign Affairs",
            id="the host of a ministry in its contact details",
        ),
        pytest.param(
            f"{HEADLINE}\n\nFIRST\nGeneral Ana Ruiz told the Harbour Observer that the talks went well.\nLAST",
            "Harbour Observer",
            id="a paper to which an official spoke",
        ),
        pytest.param(f"{HEADLINE}\n10 Oct 2014 Posted in Press releases\n\nFIRST\nLAST", None, id="near miss: a section"),
        pytest.param(f"Photo: The Ministry of Ports of Peru\n\n{HEADLINE}\n\nFIRST\nLAST", None, id="near miss: a credit"),
        pytest.param(
            f"Oslo - Information Office - January 24\n\n{HEADLINE}\n\nFIRST\nLAST",
            "Information Office",
            id="an office between town and day",
        ),
    ],
)
def test_a_page_names_its_publisher(page: str, publisher: str | None) -> None:
    assert release(page).publisher == publisher


def test_a_unit_of_one_state_below_its_writer() -> None:
    assert publishers.is_unit("U.S. Coastal Forces Southern Command / U.S. 9th Fleet")
    assert not publishers.is_unit("Estonia Latvia Royal Navy")


@pytest.mark.parametrize(
    ("name", "known"), [("Argentina.gob.ar", True), ("gov.pl", True), ("mod.gov.az", False), ("Harbour.com.ar", False)]
)
def test_the_site_of_a_whole_government(name: str, known: bool) -> None:
    assert publishers.is_portal_of_state(name) is known


def test_a_writer_with_rank_stands_before_any_unit() -> None:
    found = bylines.read("By Staff Sgt. Ana Lind Northern Harbour Command Public Affairs")

    assert (found.authors, found.publisher) == (("Ana Lind",), "Northern Harbour Command Public Affairs")


def test_a_day_in_the_sign_behind_the_last_sentence() -> None:
    found = release(f"{HEADLINE}\n\nFIRST\n\nLAST (Lima/Jul9/2024)")

    assert found.published == "2024-07-09"
    assert (found.body or "").endswith("small boats.")
    assert closings.day_of("(HNA/Ruiz)", month_first=True) is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Port-au-Prince, February 6th, 2025", "2025-02-06"),
        ("Oslo - Information Office - January 24", "XXXX-01-24"),
    ],
)
def test_a_day_beside_its_town(line: str, published: str) -> None:
    assert release(f"{HEADLINE}\n\n{line}\n\nFIRST\nLAST").published == published


def test_a_fleet_service_puts_the_month_first() -> None:
    page = f"Defense Visual Information Distribution Service Logo\n\n{HEADLINE}\n\n11.09.2023\n\nFIRST\nLAST"

    assert release(page).published == "2023-11-09"


@pytest.mark.parametrize(
    "below",
    [
        "Save my name, email, and website in this browser for the next time I comment.",
        "Leave a Reply Cancel replyYour email address will not be published. Required fields are marked * Name *",
        "(* The foregoing is a provisional translation; its day is that of the text in the other language.)",
        "¿Te fue útil esta página?",
        "Engineers of three nations built a bridge across the river. Watch now",
    ],
)
def test_what_a_site_puts_below_is_no_part_of_the_text(below: str) -> None:
    assert (release(f"{HEADLINE}\n\nFIRST\n\nLAST\n\n{below}").body or "").endswith("small boats.")


def test_a_long_last_sentence_keeps_its_place_without_its_stop() -> None:
    last = "These meetings come within the framework of the efforts of both sides to develop training and to hold more exercises together"
    found = release(f"{HEADLINE}\n\nFIRST\n\nLAST\n\n{last}\n\nup\n5 users have voted.\nNewsletter")

    assert (found.body or "").endswith("exercises together")


def test_a_line_that_stands_twice_within_the_text_is_a_caption() -> None:
    caption = "The Minister and the Envoy during talks in the port today"
    found = release(f"{HEADLINE}\n\nFIRST\n\n{caption}\n\n{caption}\n\nLAST")

    assert "during talks in the port" not in (found.body or "")


def test_what_a_server_left_unfilled_is_no_headline() -> None:
    page = f'<html><head><title><%= Settings["Prefix"] %>{HEADLINE}</title></head><body><p>FIRST</p><p>LAST</p></body></html>'

    assert release(page, "html").title == HEADLINE


def test_a_window_that_names_the_site_alone_is_no_headline() -> None:
    page = "<html><title>::: Armed Forces of Peru :::</title><body><b>Chief of Staff in Hungary</b><br>21.09.2009<br>FIRST<br>LAST"

    assert release(page, "html").title == "Chief of Staff in Hungary"
