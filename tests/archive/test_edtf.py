"""Bounds of dates that keep their precision, compared with another reader of EDTF where it has one."""

from __future__ import annotations

import datetime
import re
import time

import pytest
from edtf import parse_edtf

from archive import edtf


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        pytest.param("2024-09-10", None, "2024-09-10", "2024-09-10", id="a day"),
        pytest.param("2024-09", None, "2024-09-01", "2024-09-30", id="a month"),
        pytest.param("2024-02-XX", None, "2024-02-01", "2024-02-29", id="a month of a leap year, day not stated"),
        pytest.param("2024", None, "2024-01-01", "2024-12-31", id="a year"),
        pytest.param("2024-XX-XX", None, "2024-01-01", "2024-12-31", id="a year, month and day not stated"),
        pytest.param("199X", None, "1990-01-01", "1999-12-31", id="a decade"),
        pytest.param("2025-40", None, "2025-01-01", "2025-06-30", id="half a year"),
        pytest.param("2025-35", None, "2025-07-01", "2025-09-30", id="a quarter"),
        pytest.param("2024~", None, "2024-01-01", "2024-12-31", id="about a year"),
        pytest.param("2021-08-03", "2021-08-06", "2021-08-03", "2021-08-06", id="a span of days"),
        pytest.param("2021-08-03", "2021-09-XX", "2021-08-03", "2021-09-30", id="a span with a vague end"),
        pytest.param("2021-08-03", "2021-08-01", "2021-08-03", "2021-08-03", id="an end before the start is left out"),
        pytest.param("2021-08-03", "XXXX-08-06", "2021-08-03", "2021-08-03", id="an end without a year is left out"),
    ],
)
def test_bounds(start: str, end: str | None, first: str, last: str) -> None:
    assert edtf.bounds(start, end) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize(
    "told", ["XXXX-09-23", "", None, "2024-02-30", "2024-13-01", "0000-01-01", "September", "2024-9-1", "20XX-02-30", "２０２４-01-01"]
)
def test_what_has_no_year_or_is_no_day_has_no_bounds(told: str | None) -> None:
    assert edtf.bounds(told) == (None, None)


@pytest.mark.parametrize("told", ["2024-09-10", "2024-09", "2024-02-XX", "2024", "2024-XX-XX", "199X", "1999-12-31"])
def test_another_reader_of_edtf_finds_the_same(told: str) -> None:
    other = parse_edtf(told)
    first, last = (datetime.date.fromtimestamp(time.mktime(day)) for day in (other.lower_strict(), other.upper_strict()))
    assert edtf.bounds(told) == (first, last)


@pytest.mark.parametrize("told", ["2024-09-10", "XXXX-09-23", "2024-XX-XX", "2025-40", "2024~", "20XX"])
def test_the_pattern_takes_what_releases_state(told: str) -> None:
    assert re.match(edtf.PATTERN, told)


@pytest.mark.parametrize("told", ["24-09-10", "2024/09/10", "2024-09-10T12:00", "2024-9", "next week", "2024-09-10\n2"])
def test_the_pattern_takes_nothing_else(told: str) -> None:
    assert not re.fullmatch(edtf.PATTERN, told)
