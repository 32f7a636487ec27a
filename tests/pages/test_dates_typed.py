"""A date may be typed in many ways, and the page can say back what it took it for."""

from datetime import date

import pytest

from archive.filters.dates import NotADate, understood

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        pytest.param("2023", date(2023, 1, 1), date(2023, 12, 31), id="a year"),
        pytest.param("March 2023", date(2023, 3, 1), date(2023, 3, 31), id="a month"),
        pytest.param("sept. 2023", date(2023, 9, 1), date(2023, 9, 30), id="a month cut short"),
        pytest.param("2024-02", date(2024, 2, 1), date(2024, 2, 29), id="a month in ISO, leap year"),
        pytest.param("21.09.99", date(1999, 9, 21), date(1999, 9, 21), id="two digits that would lie ahead: the last century"),
        pytest.param("21.09.26", date(2026, 9, 21), date(2026, 9, 21), id="two digits of this century"),
        pytest.param("21/9/2025", date(2025, 9, 21), date(2025, 9, 21), id="slashes: day first"),
        pytest.param("2025-09-21", date(2025, 9, 21), date(2025, 9, 21), id="ISO"),
        pytest.param("  21st of September,  1999 ", date(1999, 9, 21), date(1999, 9, 21), id="in words"),
        pytest.param("September 21, 1999", date(1999, 9, 21), date(1999, 9, 21), id="month first, in words"),
        pytest.param("last 90 days", date(2026, 8, 23), TODAY, id="days back"),
        pytest.param("last year", date(2025, 11, 21), TODAY, id="the year until today"),
        pytest.param("yesterday", date(2026, 11, 20), date(2026, 11, 20), id="yesterday"),
    ],
)
def test_what_is_typed_is_understood(typed: str, first: date, last: date) -> None:
    period = understood(typed, today=TODAY)
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("sometime 2023", id="words around a year"),
        pytest.param("31 February 2023", id="a day that never was"),
        pytest.param("2023-13", id="a thirteenth month"),
        pytest.param("0000", id="no such year"),
        pytest.param("last 99999 years", id="before the calendar"),
        pytest.param("2" * 10_000, id="ten thousand digits"),
        pytest.param("２０２３年", id="another script"),
        pytest.param("\x00", id="a NUL byte"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_date_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(NotADate, match="Try 2023, March 2023") as told:
        understood(typed, today=TODAY)
    assert len(str(told.value)) < 150
