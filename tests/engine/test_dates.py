"""Dates as releases write them, and arithmetic on dates of which parts are unknown; the `edtf` package is the oracle."""

from __future__ import annotations

from datetime import date

import edtf
import pytest
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.engine import dates, passages
from ingest.engine.rules import dates as rules
from ingest.engine.types import Release


def read(body: str, published: str | None = "2024-04-20") -> list[str]:
    """The dates of the text: start, or start/end."""
    release = Release(title="", body=body, published=published)
    return [f"{found.start}/{found.end}" if found.end else found.start for found in rules.find(passages.of(release), release)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They met on 12 March 2024.", "2024-03-12", id="day month year"),
        pytest.param("They met on March 12, 2024.", "2024-03-12", id="month day year"),
        pytest.param("They met on the 12th of March, 2024.", "2024-03-12", id="ordinal"),
        pytest.param("They met on March 12,2024 14:09.", "2024-03-12", id="no blank before the year"),
        pytest.param("Tuesday, 12 March", "2024-03-12", id="weekday and date are one date"),
        pytest.param("On Tuesday (March 12) they met.", "2024-03-12", id="date in brackets behind the weekday"),
        pytest.param("12 March (Tuesday)", "2024-03-12", id="weekday in brackets behind the date"),
        pytest.param("from 12 to 14 March 2024", "2024-03-12/2024-03-14", id="from to"),
        pytest.param("on 12–14 March", "2024-03-12/2024-03-14", id="dash"),
        pytest.param("on 12 - 14 March", "2024-03-12/2024-03-14", id="dash between blanks"),
        pytest.param("between 12 and 13 March", "2024-03-12/2024-03-13", id="two days on end joined by and"),
        pytest.param("between 5 and 9 March in Lima", "2024-03-05/2024-03-09", id="between days that do not follow each other"),
        pytest.param("between March 5 and 9 in Lima", "2024-03-05/2024-03-09", id="between days behind their month"),
        pytest.param("on the 6th and 7th of March 2023", "2023-03-06/2023-03-07", id="two ordinals before their month"),
        pytest.param("from Tuesday, March 5, to Thursday, March 7", "2024-03-05/2024-03-07", id="a comma before the last day"),
        pytest.param("from March 5, 2023, to March 7, 2023", "2023-03-05/2023-03-07", id="a year on both days"),
        pytest.param("on March 5, to discuss 7 matters", "2024-03-05", id="no last day behind to"),
        pytest.param("from Tuesday (9) to Thursday (11)", "2024-04-09/2024-04-11", id="days in brackets"),
        pytest.param("On the morning of the 6th, they met.", "2024-04-06", id="the morning of an ordinal"),
        pytest.param("They met today, April 19, 2024, in Lima.", "2024-04-19", id="today with its date, printed a day later"),
        pytest.param(
            "The navies began a two-day Passage Exercise (PASSEX) in the bay on Friday.",
            "2024-04-19/2024-04-20",
            id="began a two-day exercise on",
        ),
        pytest.param("They will meet in Lima on Saturday.", "2024-04-20", id="the weekday of publication, to come"),
        pytest.param("They met last morning in Lima.", "2024-04-19", id="last morning"),
        pytest.param("They met last evening (April 18) in Lima.", "2024-04-18", id="last evening with its date"),
        pytest.param("on 5, 6 and 7 March", "2024-03-05/2024-03-07", id="three days on end"),
        pytest.param("Feb. 5-7", "2024-02-05/2024-02-07", id="abbreviated month first"),
        pytest.param("June 30 - July 2, 2024", "2024-06-30/2024-07-02", id="two months, month first"),
        pytest.param("Monday 30 June - Wednesday 2 July 2025", "2025-06-30/2025-07-02", id="two months, with weekdays"),
        pytest.param("from 30 June to 2 July", "2024-06-30/2024-07-02", id="two months, day first"),
        pytest.param("from 30 December to 2 January 2024", "2023-12-30/2024-01-02", id="across the turn of the year"),
        pytest.param("14.05.2015", "2015-05-14", id="numbers with points"),
        pytest.param("31/12/2023", "2023-12-31", id="numbers with strokes"),
        pytest.param("2024-03-12", "2024-03-12", id="ISO"),
        pytest.param("14 NOV 2023", "2023-11-14", id="capitals"),
        pytest.param("14 Nov 23", "2023-11-14", id="two-digit year after a short month"),
        pytest.param("in March 2022", "2022-03-XX", id="month and year"),
        pytest.param("by the end of 2025", "2025-XX-XX", id="year"),
        pytest.param("on Mar.14", "2024-03-14", id="no blank behind an abbreviated month"),
        pytest.param("They met in September.", "2023-09-XX", id="month without year, past tense"),
        pytest.param("They will meet in September.", "2024-09-XX", id="month without year, future tense"),
        pytest.param("last May in Oslo", "2023-05-XX", id="last May"),
        pytest.param("in July this year", "2024-07-XX", id="this year behind the month"),
        pytest.param("on December 30", "2023-12-30", id="no year: nearest to publication"),
        pytest.param("They met on Friday.", "2024-04-19", id="weekday before publication"),
        pytest.param("They met yesterday (18) in Oslo.", "2024-04-18", id="yesterday with its day"),
        pytest.param("They met this morning (19).", "2024-04-19", id="this morning with its day"),
        pytest.param("They met on Monday morning (15).", "2024-04-15", id="a part of a weekday with its day"),
        pytest.param("She came at the weekend (14).", "2024-04-14", id="a weekend with its day"),
        pytest.param("They met today (40).", "2024-04-20", id="today before a number that is no day"),
        pytest.param("They met on Monday 8 with all.", "2024-04-08", id="weekday with its day, weeks before publication"),
        pytest.param("On Monday 8 ships left.", "2024-04-15", id="weekday before a number of ships"),
        pytest.param("between Tuesday 9 and Thursday 11 in Lima", "2024-04-09/2024-04-11", id="weekdays with their days, joined by and"),
        pytest.param("On Tuesday and Wednesday, 9 and 10 April, they met.", "2024-04-09/2024-04-10", id="weekdays before their date"),
        pytest.param("They moved on at the weekend.", "2024-04-20/2024-04-21", id="the weekend of publication"),
        pytest.param("They will meet at the weekend.", "2024-04-27/2024-04-28", id="the weekend to come"),
        pytest.param("It ended here today after two days of talks.", "2024-04-19/2024-04-20", id="the last of so many days"),
        pytest.param("They met on Saturday.", "2024-04-20", id="weekday of publication"),
        pytest.param("They will meet on Friday.", "2024-04-26", id="weekday to come"),
        pytest.param("The upcoming talks on Friday matter.", "2024-04-26", id="weekday of what is upcoming"),
        pytest.param("They discussed the upcoming summit in a call on Friday.", "2024-04-19", id="weekday behind, of what is upcoming"),
        pytest.param("She visits Peru on Tuesday.", "2024-04-23", id="weekday of a journey in the present"),
        pytest.param("On Wednesday, he meets the minister in Lima.", "2024-04-24", id="weekday before a meeting in the present"),
        pytest.param("He is hosting them on Monday and Tuesday.", "2024-04-22/2024-04-23", id="weekdays of what is being hosted"),
        pytest.param("She meets the crew on Friday.", "2024-04-19", id="yesterday, told in the present"),
        pytest.param("He met the crew, who visits often, on Tuesday.", "2024-04-16", id="weekday of what was, beside a present"),
        pytest.param("It was signed on Tuesday and hosts agreed.", "2024-04-16", id="weekday of what was signed"),
        pytest.param("He hopes to see her on Friday.", "2024-04-26", id="weekday that somebody hopes for"),
        pytest.param("They agreed to meet in June.", "2024-06-XX", id="month agreed on"),
        pytest.param("It met in June and agreed to more.", "2023-06-XX", id="month before what was agreed"),
        pytest.param("They planned a seminar for October.", "2024-10-XX", id="month that a plan is for"),
        pytest.param("It meets again in six months' time.", "2024-10-XX", id="in months' time"),
        pytest.param("early in the new year", "2025-XX-XX", id="the new year"),
        pytest.param("The three-day talks ended on Thursday.", "2024-04-16/2024-04-18", id="days of talks that ended"),
        pytest.param(
            "It wound up here yesterday. The two-day meeting was long.", "2024-04-18/2024-04-19", id="length in the next sentence"
        ),
        pytest.param("The two-day fair began on Thursday.", "2024-04-18/2024-04-19", id="days of a fair that began"),
        pytest.param("The four-day session began at the Ministry in Lima on Tuesday.", "2024-04-16/2024-04-19", id="a site before the day"),
        pytest.param("The army on Thursday opened it. The two-day forum is big.", "2024-04-18/2024-04-19", id="the verb behind the day"),
        pytest.param("They ended on April 18 a five-day event.", "2024-04-14/2024-04-18", id="a stated last day"),
        pytest.param("The fair began on April 18, and is big.", "2024-04-18", id="a stated day without a length"),
        pytest.param("They met yesterday and today.", "2024-04-19/2024-04-20", id="yesterday and today"),
        pytest.param("He arrived on Thursday for a two-day visit.", "2024-04-18", id="length alone makes no span"),
        pytest.param("They met from Wednesday to Friday.", "2024-04-17/2024-04-19", id="days from weekday to weekday"),
        pytest.param("He was there on Tuesday and Wednesday.", "2024-04-16/2024-04-17", id="two weekdays in a row"),
        pytest.param("They met from Friday to Sunday.", "2024-04-12/2024-04-14", id="days that are over when they are told"),
        pytest.param("They will meet from Monday to Tuesday.", "2024-04-22/2024-04-23", id="weekdays to come"),
        pytest.param("last Saturday", "2024-04-13", id="last is never today"),
        pytest.param("this Friday (19)", "2024-04-19", id="weekday with the day's number"),
        pytest.param("earlier today", "2024-04-20", id="today"),
        pytest.param("the day before yesterday", "2024-04-18", id="the day before yesterday"),
        pytest.param("last night", "2024-04-19", id="last night"),
        pytest.param("this morning", "2024-04-20", id="this morning"),
        pytest.param("tomorrow", "2024-04-21", id="tomorrow"),
        pytest.param("last week", "2024-04-08/2024-04-14", id="last week"),
        pytest.param("next month", "2024-05-XX", id="next month"),
        pytest.param("early next year", "2025-XX-XX", id="early next year"),
        pytest.param("this autumn", "2024-XX-XX", id="season"),
        pytest.param("two days ago", "2024-04-18", id="days ago"),
        pytest.param("They met on 31 March and 1 April.", "2024-03-31/2024-04-01", id="two days in a row of two months"),
        pytest.param("They met on 5.4. in Oslo.", "2024-04-05", id="day and month in figures"),
        pytest.param("20 years ago", "2004-XX-XX", id="years ago"),
    ],
)
def test_dates_are_read_in_every_form(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Resolution 1325 and an F-16 of the 2nd Brigade", id="numbers of other things"),
        pytest.param("between 5-7 percent of 1,400 men", id="counts"),
        pytest.param("They may march on.", id="may and march in small letters"),
        pytest.param("May I add a word? March on!", id="May and March as words"),
        pytest.param("Exercise Sea Lance 2021", id="year in a name"),
        pytest.param("today's world and today's threats", id="no day is meant"),
        pytest.param("the last morning of the visit", id="a morning of the visit"),
        pytest.param("on 31 April", id="a day that no calendar has"),
        pytest.param("version 10.2.3", id="version number"),
        pytest.param("The Sun rose.", id="short weekday as a word"),
        pytest.param("at 16:30 on channel 7", id="time of day"),
        pytest.param("based on 5.4 percent", id="a share"),
    ],
)
def test_other_numbers_and_words_are_no_dates(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They met on 3 March. The next day they left.", ["2024-03-03", "2024-03-04"], id="next day"),
        pytest.param(
            "They met on 3 March. A drill will begin on 24 May. The following day they left.",
            ["2024-03-03", "2024-05-24", "2024-03-04"],
            id="following day, behind what is still to come",
        ),
        pytest.param(
            "They met on 3 March. A drill will begin on 24 May. The following day ships will sail.",
            ["2024-03-03", "2024-05-24", "2024-05-25"],
            id="following day of what is still to come",
        ),
        pytest.param(
            "They met on 3 March. On the 7th and 8th, they left.", ["2024-03-03", "2024-03-07/2024-03-08"], id="ordinals in a row"
        ),
        pytest.param("They met on 3 March. The next morning they left.", ["2024-03-03", "2024-03-04"], id="next morning"),
        pytest.param("They met on 3 March and dined the same evening.", ["2024-03-03", "2024-03-03"], id="same evening"),
        pytest.param("They met on 3 March. On the 7th, they left.", ["2024-03-03", "2024-03-07"], id="ordinal alone"),
        pytest.param(
            "From 12 to 14 March 2024 he toured. On Wednesday he spoke.", ["2024-03-12/2024-03-14", "2024-03-13"], id="day of a visit"
        ),
        ("They met on 3 March. Two days earlier, he left.", ["2024-03-03", "2024-03-01"]),
        ("They met on 3 March. It runs until 9 March. On the eve of the talks he came.", ["2024-03-03", "2024-03-09", "2024-03-02"]),
        ("They met on 3 March. He spoke with her the day before the meeting.", ["2024-03-03", "2024-03-02"]),
        ("They met on 3 March. She came the day before the storm.", ["2024-03-03"]),
        ("They met on 19 April. Later in the day, he left.", ["2024-04-19", "2024-04-19"]),
        ("He signed it on 3 March. Later in the day, he left.", ["2024-03-03"]),
        pytest.param("They met on 30 March and 1 April.", ["2024-03-30", "2024-04-01"], id="two days that do not follow each other"),
        pytest.param("They will meet in May, the ministry said on Monday.", ["2024-05-XX", "2024-04-15"], id="said on a day gone by"),
        pytest.param("The visit began on Monday and will end on Monday.", ["2024-04-15", "2024-04-22"], id="began, and will end"),
        pytest.param(
            "He returned home on Tuesday after a three-day official visit to Peru.", ["2024-04-14/2024-04-16"], id="home after three days"
        ),
        pytest.param("He returned home on Tuesday after a concert.", ["2024-04-16"], id="home after a concert"),
        pytest.param("They wrapped up the two days visit on Tuesday.", ["2024-04-15/2024-04-16"], id="two days without a hyphen"),
        ("He arrived in Lima on Monday, 4 March. On the second day of the visit he spoke.", ["2024-03-04", "2024-03-05"]),
        ("On 4 March he arrived. On 5 March he spoke. On the third day he left.", ["2024-03-04", "2024-03-05", "2024-03-06"]),
        ("He spoke on 4 March. On the second day of the visit he left.", ["2024-03-04"]),
        ("He arrived on 4 March. On the last day of the visit he left.", ["2024-03-04"]),
        ("He arrived on 4 March. On the second day of his stay, 6 March, he left.", ["2024-03-04", "2024-03-06"]),
        ("He toured the port between 29 March and 2 April.", ["2024-03-29/2024-04-02"]),
        ("They met on 8 of March of the current year.", ["2024-03-08"]),
        ("Between Wednesday, 13 March, and Friday, 15 March, he toured.", ["2024-03-13/2024-03-15"]),
        ("He toured from 13.03.2024 to 15.03.2024.", ["2024-03-13/2024-03-15"]),
        ("He toured from Wednesday (13 March) to Friday (15 March).", ["2024-03-13/2024-03-15"]),
        ("They sat on Monday, 4 March and Tuesday, 5 March.", ["2024-03-04/2024-03-05"]),
        ("He came on 4 March and on 5 March he spoke.", ["2024-03-04", "2024-03-05"]),
        ("From 9 March the base is open, and on 10 March he came.", ["2024-03-09", "2024-03-10"]),
        ("They met on 3 March. On the eve of the Meeting he came.", ["2024-03-03", "2024-03-02"]),
        ("The ship berthed on Sunday and leaves for Lima on Wednesday.", ["2024-04-14", "2024-04-24"]),
        pytest.param("The talks started on Tuesday and ran for three days.", ["2024-04-16/2024-04-18"], id="ran for days"),
    ],
)
def test_days_are_counted_from_the_date_before(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        pytest.param(None, "on September 23", ["XXXX-09-23"], id="no publication: the year stays open"),
        pytest.param(None, "yesterday and on Friday", [], id="no publication: nothing to count from"),
        pytest.param("XXXX-04-11", "Today they met; yesterday they came.", ["XXXX-04-11", "XXXX-04-10"], id="year of publication unknown"),
        pytest.param(None, "On Monday, June 3, they met. On Tuesday they left.", ["XXXX-06-03", "XXXX-06-04"], id="a weekday behind a day"),
        pytest.param(None, "On June 3 they met. On Tuesday they left.", ["XXXX-06-03"], id="a weekday behind a day of no weekday"),
        pytest.param("9999-12-31", "They will meet on Saturday and tomorrow.", [], id="beyond the last day of the calendar"),
        pytest.param("2024-04-XX", "On 3 March they met.", ["2024-03-03"], id="day of publication unknown"),
    ],
)
def test_what_publication_does_not_tell_stays_open(published: str | None, text: str, expected: list[str]) -> None:
    assert read(text, published) == expected


def test_basis_and_evidence_are_kept() -> None:
    release = Release(title="", body="On 5 May they met; yesterday they left.", published="2024-05-07")
    stated, relative = rules.find(passages.of(release), release)
    assert (stated.basis, relative.basis) == ("stated", "relative")
    assert release.body[stated.evidence.start : stated.evidence.end] == "5 May"
    assert stated.evidence.rule == "dates.day-month-year"


# ---- arithmetic, against the oracle ----

PARTIALS = st.builds(
    dates.partial,
    st.integers(1900, 2100),
    st.one_of(st.none(), st.integers(1, 12)),
    st.one_of(st.none(), st.integers(1, 28)),
).filter(lambda found: found is not None)
EXACT = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda day: dates.Partial(day.year, day.month, day.day))


@settings(deadline=None)  # the first parse of the oracle builds its grammar
@given(PARTIALS)
def test_bounds_agree_with_the_oracle(found: dates.Partial) -> None:
    known = edtf.parse_edtf(str(found))
    assert dates.earliest(str(found)) == date(*known.lower_strict()[:3])
    assert dates.latest(str(found)) == date(*known.upper_strict()[:3])


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(1, 31))
def test_dates_without_a_year_are_valid_edtf(month: int, day: int) -> None:
    found = dates.partial(None, month, day)
    if found is None:
        assert (month, day) not in [(2, 29), (2, 28)]
        return
    try:
        edtf.parse_edtf(str(found))
    except EDTFParseException:
        pytest.fail(f"{found} is no EDTF")


@given(EXACT, st.integers(-400, 400))
def test_shifting_there_and_back_is_the_same_day(day: dates.Partial, days: int) -> None:
    there = dates.shifted(day, days)
    assert there is not None
    assert dates.shifted(there, -days) == day


@given(EXACT, st.integers(0, 6))
def test_a_weekday_lies_within_a_week_on_the_asked_side(anchor: dates.Partial, number: int) -> None:
    before, after = dates.weekday(number, anchor, "past"), dates.weekday(number, anchor, "future")
    assert before
    assert after
    assert before.exact
    assert after.exact
    assert anchor.exact
    assert before.exact.weekday() == after.exact.weekday() == number
    assert before.exact <= anchor.exact < after.exact
    assert (after.exact - before.exact).days == 7


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = dates.parse(text)
    assert found is None or dates.parse(str(found)) == found


@given(st.text(alphabet="0123456789/-. May,tohJunety", max_size=60))
def test_reading_never_fails(text: str) -> None:
    read(text)
