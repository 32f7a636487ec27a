"""A date reads as precisely as it is stated, and no more so."""

import datetime

import pytest

from archive.prose.dates import days_in_words, in_words


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        pytest.param("2024-09-12", None, "12 September 2024", id="a day"),
        pytest.param("2024-09-12", "2024-09-12", "12 September 2024", id="a span of one day"),
        pytest.param("XXXX-09-23", None, "23 September, year not stated", id="a day without a year"),
        pytest.param("2024-09-XX", None, "September 2024, day not stated", id="a month written with X"),
        pytest.param("2024-09", None, "September 2024, day not stated", id="a month"),
        pytest.param("2024-XX-XX", None, "2024, month not stated", id="a year written with X"),
        pytest.param("2024", None, "2024, month not stated", id="a year"),
        pytest.param("XXXX-09-XX", None, "September, year not stated", id="a month without a year"),
        pytest.param("2025-41", None, "2025, second half", id="half a year"),
        pytest.param("2025-21", None, "2025, spring", id="a season"),
        pytest.param("199X", None, "1990s", id="a decade"),
        pytest.param("2024~", None, "about 2024, month not stated", id="about a year"),
        pytest.param("2025-06-09", "2025-06-20", "9–20 June 2025", id="days of one month"),
        pytest.param("2025-06-09/2025-06-20", None, "9–20 June 2025", id="a span in one value"),
        pytest.param("2025-05-28", "2025-06-02", "28 May – 2 June 2025", id="days of two months"),
        pytest.param("2024-12-30", "2025-01-02", "30 December 2024 – 2 January 2025", id="days of two years"),
        pytest.param("XXXX-08-03", "XXXX-08-06", "3–6 August, year not stated", id="days without a year"),
        pytest.param("2024-03", "2024-05", "March–May 2024", id="months of one year"),
        pytest.param("2012", "2014", "2012–2014", id="years"),
        pytest.param(None, None, "date not stated", id="nothing"),
        pytest.param("XXXX-XX-XX", None, "date not stated", id="nothing but X"),
        pytest.param("2024-13-40", None, "2024-13-40", id="not EDTF: as it stands"),
        pytest.param("soon", None, "soon", id="not a date: as it stands"),
    ],
)
def test_a_date_reads(start: str | None, end: str | None, said: str) -> None:
    assert str(in_words(start, end)) == said


def test_short_forms_cut_the_month_only_where_that_saves_something() -> None:
    assert in_words("2024-09-10", short=True).text == "10 Sep 2024"
    assert in_words("2024-06-10", short=True).text == "10 June 2024"


@pytest.mark.parametrize(
    ("written", "machine"),
    [
        pytest.param("2024-09-10", "2024-09-10", id="day"),
        pytest.param("2024-09-XX", "2024-09", id="month"),
        pytest.param("2024", "2024", id="year"),
        pytest.param("XXXX-09-23", None, id="no year, no machine value"),
        pytest.param("2025-40", None, id="half a year has none in HTML"),
    ],
)
def test_the_machine_value_is_one_that_html_knows(written: str, machine: str | None) -> None:
    assert in_words(written).machine == machine


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        pytest.param((2023, 3, 14), (2023, 3, 14), "14 March 2023", id="one day"),
        pytest.param((2023, 3, 1), (2023, 3, 31), "March 2023", id="a whole month"),
        pytest.param((2023, 2, 1), (2024, 3, 31), "February 2023 – March 2024", id="whole months"),
        pytest.param((2023, 1, 1), (2023, 12, 31), "2023", id="a whole year"),
        pytest.param((2023, 3, 1), (2023, 3, 30), "1–30 March 2023", id="most of a month"),
        pytest.param((2023, 3, 1), (2023, 3, 1), "1 March 2023", id="the first day of a month"),
    ],
)
def test_whole_months_are_said_to_be_months(first: tuple[int, int, int], last: tuple[int, int, int], said: str) -> None:
    assert str(days_in_words(datetime.date(*first), datetime.date(*last))) == said
