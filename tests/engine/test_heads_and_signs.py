"""Headlines of lower rank, long names of publishers, writers below the text, furniture around it; all names are invented."""

from __future__ import annotations

import pytest

from ingest.engine import clean
from ingest.engine.types import Document, Release
from tests.engine.around_a_release import FIRST, LAST

TITLE = "Minister receives envoy of Sandova in Baku"


def web(head: str, above: str, below: str = "") -> Release:
    page = f"<html><head>{head}</head><body>{above}<div class='text'><p>{FIRST}</p><p>{LAST}</p></div>{below}</body></html>"
    return clean.release(Document(page, "html"))


def text(above: str, below: str = "") -> Release:
    return clean.release(Document(f"{above}\n\n{FIRST}\n\n{LAST}\n{below}", "text"))


@pytest.mark.parametrize("rank", ["h3", "h4"])
def test_a_heading_of_lower_rank_above_the_text_is_the_headline_where_the_window_names_the_site(rank: str) -> None:
    found = web("<title>Sandova Navy | News</title>", f"<section><{rank}>{TITLE}</{rank}></section>")
    assert (found.title, found.body) == (TITLE, f"{FIRST}\n\n{LAST}")


def test_headings_beside_the_text_are_no_headline() -> None:
    found = web(f"<title>{TITLE}</title>", "<aside><h3>Oath taken at the school of sergeants</h3></aside>")
    assert found.title == TITLE


@pytest.mark.parametrize(
    "label",
    ["Press Release", "Siaran Pers Nomor: SP/12/VII/2024", "Nota de prensa", "Pressmeddelande", "Basın Açıklaması No: 12/2024"],
)
def test_a_label_above_the_headline_is_none_in_any_language(label: str) -> None:
    assert text(f"{label}\n\n{TITLE}").title == TITLE


def test_a_headline_behind_its_label_on_one_line_is_read() -> None:
    assert text(f"Sandova Army\nPress Releases\n\nPress Release - {TITLE}").title == TITLE


@pytest.mark.parametrize(
    ("masthead", "publisher"),
    [
        pytest.param(
            "UNOS\nUnited Nations Observers in Sandova\nPress release   Baku, 2 May 2020",
            "United Nations Observers in Sandova",
            id="an acronym above its long name",
        ),
        pytest.param("NNA - Northern News Agency\n2 May 2020", "NNA - Northern News Agency", id="both on one line"),
        pytest.param(
            "DIPA – Direction de l'Information et des Relations publiques des Armées\n2 May 2020",
            "DIPA – Direction de l'Information et des Relations publiques des Armées",
            id="both on one line in French",
        ),
        pytest.param("DEFENCE FORCES SANDOVA\nNews > Press Releases\n2 May 2020", "DEFENCE FORCES SANDOVA", id="forces before their state"),
        pytest.param("Society\nNews | Sport\n2 May 2020", None, id="a section"),
    ],
)
def test_the_long_name_of_the_publisher_is_preferred(masthead: str, publisher: str | None) -> None:
    assert text(f"{masthead}\n\n{TITLE}").publisher == publisher


def test_the_body_before_a_label_of_publication_is_the_publisher() -> None:
    found = web(
        f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1><p class='meta'>Coastal Command Sandova <span>Published 9.2.2024 at 15.10</span></p>"
    )
    assert (found.publisher, found.published) == ("Coastal Command Sandova", "2024-02-09")


@pytest.mark.parametrize(
    ("mark", "author"),
    [
        pytest.param("<p class='sign'>Lena Marsh, NNA</p>", ("Lena Marsh",), id="a signature with the agency"),
        pytest.param("<div class='author'>B.Tomas</div>", ("B. Tomas",), id="an initial without a blank"),
        pytest.param("<dl><dt>Writer</dt><dd>Seo Lin-ha</dd></dl>", ("Seo Lin-ha",), id="a labelled cell"),
        pytest.param("<div class='author'>Press Office</div>", (), id="a desk"),
        pytest.param("<p class='signal'>Lena Marsh</p>", (), id="a class that only begins alike"),
    ],
)
def test_an_element_made_for_the_writer_names_him(mark: str, author: tuple[str, ...]) -> None:
    assert web(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>", mark).authors == author


@pytest.mark.parametrize(
    "below",
    [
        "<p>Views</p><p>148</p>",
        "<div class='boiler'>The mission keeps the peace in Sandova under a resolution of the year 1999 and other texts.</div>",
        "<p>Published by the Editor on behalf of the Harbour Press, 24 Quay Road, and printed at the works next door.</p>",
        "<p>The Minister signs the guest book of the base (photo Sandova PAO)</p>",
    ],
)
def test_counters_boilerplate_imprints_and_captions_are_cut(below: str) -> None:
    assert web(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>", below).body == f"{FIRST}\n\n{LAST}"


def test_a_last_paragraph_signed_with_initials_stays() -> None:
    found = clean.release(Document(f"{TITLE}\n\n{FIRST}\n\nThe next meeting will be held in Baku next year. ART/VIC", "text"))
    assert found.body.endswith("next year.")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Renata Souza/Harbour", ("Renata Souza",)),
        ("By Commander, U.S. Coastal Fleet Public Affairs", ()),
    ],
)
def test_a_byline_names_people_alone(byline: str, authors: tuple[str, ...]) -> None:
    assert text(f"{TITLE}\n\n{byline}\n2 May 2020").authors == authors
