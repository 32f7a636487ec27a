"""On which day a release was published, as the pages of many offices print it."""

from __future__ import annotations

import pytest

from tests.engine.around_a_release import release

BELOW_HEADLINE = [
    pytest.param("09:15, 14 May 2021, Oslo - Harbour news agency, by Ana Lind", "2021-05-14", id="hour, day, town and agency"),
    pytest.param("Fri. 14 of May of 2021, 17:12h", "2021-05-14", id="of a month of a year"),
    pytest.param("Reference Number: PR21/88, Press Release Issue Date: May 14, 2021", "2021-05-14", id="a label behind a number"),
    pytest.param("Views: 318 Date: 14.05.2021 Category: News", "2021-05-14", id="a label between counts"),
    pytest.param("Date:2021-05-14 Source: Ministry of Defence", "2021-05-14", id="no blank behind the label"),
    pytest.param("Release Date: 14/May/2021", "2021-05-14", id="a month in words between strokes"),
    pytest.param("May 14, 2021 - Updated May 15, 2021", "2021-05-14", id="a change behind the day"),
    pytest.param("13 May. 2021 - 14 May. 2021 | Last updated: 14 May. 2021 15:12", "2021-05-14", id="the days of the event and a change"),
    pytest.param("17\nMay\n2021", "2021-05-17", id="a leaf of a calendar in three lines"),
    pytest.param("17 May\n2021", "2021-05-17", id="the year on a line of its own"),
    pytest.param("May\n17, 2021", "2021-05-17", id="the month on a line of its own"),
    pytest.param("17May2021", "2021-05-17", id="parts of a leaf run together"),
    pytest.param("May, 17/2021 - 18:20", "2021-05-17", id="month, stroke and year"),
    pytest.param("Monday 17 May 2021 - 5 Shawwal 1442", "2021-05-17", id="the day of another calendar behind it"),
    pytest.param("Posted by admin on Mon, 05/17/2021 - 14:20", "2021-05-17", id="posted by somebody on"),
    pytest.param("HNA; File Photo17.05.2021 Sandova", "2021-05-17", id="glued to the credit of a picture"),
    pytest.param("Notes on the bilateral talks of 17.05.2021 in Oslo", None, id="near miss: a day in figures within a subtitle"),
    pytest.param("May\n17", None, id="near miss: a leaf without a year"),
    pytest.param("17\nMay I help", None, id="near miss: a number above words"),
    pytest.param("13 May 2021 - 14 May 2021", None, id="near miss: the days of the event alone"),
    pytest.param("At 09:15 the delegation came to the port on 14 May 2021", None, id="near miss: a day within a line of words"),
]


@pytest.mark.parametrize(("line", "published"), BELOW_HEADLINE)
def test_a_line_below_the_headline(line: str, published: str | None) -> None:
    assert release(f"HEADLINE\n{line}\n\nFIRST\n\nLAST").published == published


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        pytest.param("ARMY HQ, Oslo, 05 May 2021 ›› FIRST", "2021-05-05", id="arrows behind the day"),
        pytest.param("OSLO, 05 May 2021 | FIRST", "2021-05-05", id="a bar behind the day"),
        pytest.param("Oslo, Feb.5, 2021 (HNA): FIRST", "2021-02-05", id="no blank behind an abbreviated month"),
        pytest.param("[Oslo, 5 May 2021] FIRST", "2021-05-05", id="square brackets"),
        pytest.param("Dar es Salaam, 9 Feb 2024 – FIRST", "2024-02-09", id="a town with a small word"),
        pytest.param("[In the port of Oslo, 5 May 2021 was a holiday] FIRST", None, id="near miss: a remark in brackets"),
    ],
)
def test_a_dateline(opening: str, published: str | None) -> None:
    assert release(f"HEADLINE\n\n{opening}\n\nLAST").published == published


@pytest.mark.parametrize("opening", ["date 2021-05-17 FIRST", "Date: 2021-05-17", "date 2021-05-17 OSLO: FIRST"])
def test_a_label_of_the_day_at_the_head_of_the_lead(opening: str) -> None:
    found = release(f"{opening}\n\nLAST")
    assert found.published == "2021-05-17"
    assert "2021" not in found.body


def test_a_dateline_knows_better_than_the_day_with_which_the_page_begins() -> None:
    page = "DATE: Tue Jun 8, 2021 9:14 am\n\nSandova Armed Forces\nHome   News   Gallery   Contact\n\nHEADLINE\n\n{}FIRST\n\nLAST"
    assert release(page.format("Oslo, 5 May 2021 – ")).published == "2021-05-05"
    assert release(page.format("")).published == "2021-06-08"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("release_date", "2021-05-17T00:00:00Z"),
        ("publicationDate", "17.05.2021"),
        ("pubDate", "Mon, 17 May 2021 10:00:00 GMT"),
        ("Published-At", "20210517"),
    ],
)
def test_front_matter_tells_the_day_under_many_keys(key: str, value: str) -> None:
    assert (
        release(f"---\ntitle: HEADLINE\nretrieved: 2026-01-05\n{key}: {value}\n---\n\nFIRST\n\nLAST", "markdown").published == "2021-05-17"
    )


@pytest.mark.parametrize(
    ("day", "published"),
    [
        ('<abbr class="published" title="2021-05-17T10:00">3 years ago</abbr>', "2021-05-17"),
        ('<relative-time datetime="2021-05-17T10:00:00Z">3 years ago</relative-time>', "2021-05-17"),
        ('<div class="leaf"><span>17</span><span>May</span><span>2021</span></div>', "2021-05-17"),
        ('<div class="leaf"><div>17</div><div>May</div><div>2021</div></div>', "2021-05-17"),
        ('<abbr title="Resolution 2021">R2021</abbr>', None),
    ],
)
def test_elements_that_hold_the_day(day: str, published: str | None) -> None:
    page = f"<html><body><article><h1>HEADLINE</h1>{day}<p>FIRST</p><p>LAST</p></article></body></html>"
    assert release(page, "html").published == published


@pytest.mark.parametrize(
    ("posted", "published"),
    [
        pytest.param("Posted on 15 May 2021", "2021-05-15", id="posted on the next day"),
        pytest.param("Posted on 5 August 2021", "XXXX-05-14", id="near miss: of another release"),
    ],
)
def test_a_day_of_posting_tells_the_year_of_the_dateline(posted: str, published: str) -> None:
    assert release(f"HEADLINE\n\nOSLO, May 14 – FIRST\n\nLAST\n\n{posted}").published == published


@pytest.mark.parametrize(
    ("posted", "dateline", "written"),
    [
        ("15 May 2024", "OSLO, May 14 – ", "2024-05-14"),
        ("Wed, 05/15/2024 - 00:47", "Oslo, May 13 (HNA): ", "2024-05-13"),
        ("2 January 2024", "OSLO, December 31 – ", "2023-12-31"),
        ("14 May 2024", "OSLO, May 14 – ", None),
        ("15 June 2024", "OSLO, May 14 – ", None),
        ("14 May 2024", "OSLO, May 15 – ", None),
    ],
)
def test_the_dateline_tells_the_day_on_which_a_page_posted_later_was_written(posted: str, dateline: str, written: str | None) -> None:
    body = "Defence Minister Ana Lund today received the Chilean Ambassador, Luis Roca, and they discussed the exercise of the two navies."

    assert release(f"{posted}\n\nMinister receives envoy\n\n{dateline}{body}").written == written


def test_a_release_of_one_short_sentence_behind_its_dateline_is_no_date_line() -> None:
    found = release(
        "Posted on 15 May 2024\n\nMinister receives envoy\n\nOSLO, May 14 – Defence Minister Ana Lund received Luis Roca on Monday."
    )

    assert (found.publisher, "Luis Roca" in found.body) == (None, True)


@pytest.mark.parametrize(
    ("end", "published", "publisher", "closes"),
    [
        (" (Lima/Jul9/2024)", "2024-07-09", None, True),
        (" (Lima/March 12/2024)", "2024-03-12", None, True),
        (" (Table 9/2024)", None, None, False),
    ],
)
def test_a_stamp_behind_the_last_sentence(end: str, published: str | None, publisher: str | None, closes: bool) -> None:
    last = "They agreed to meet again in the autumn and to write down what was agreed on ports."
    found = release(f"Minister receives envoy\n\nDefence Minister Ana Lund received the Chilean Ambassador, Luis Roca.\n\n{last}{end}")

    assert (found.published, found.publisher, found.body.endswith(last)) == (published, publisher, closes)


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("Oslo, Feb 16 (Harbour Mirror) - ", "Harbour Mirror"),
        ("OSLO (News 1st); ", "News 1st"),
        ("Africa-Press – Rwanda. ", "Africa-Press"),
        ("ECONOMYNEXT – ", "ECONOMYNEXT"),
        ("Press release from the Ministry of Defence of Sandova\n\n", "Ministry of Defence of Sandova"),
        ("OSLO (left); ", None),
        ("ECONOMY – ", None),
    ],
)
def test_who_signs_before_the_first_sentence(opening: str, publisher: str | None) -> None:
    first = "Defence Minister Ana Lund received the Chilean Ambassador, Luis Roca, and they spoke about the ports of the north."

    assert release(f"Minister receives envoy\n\n{opening}{first}\n\nThey will meet again in May.").publisher == publisher
