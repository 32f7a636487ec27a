"""The front page leads to questions worth following, each with its number of answers; figures follow the archive."""

from __future__ import annotations

import datetime

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from archive.models import Agreement, Article, Meeting, Participation
from archive.records.silences import end_of_archive, fallen_silent
from archive.remembered import remembered
from tests.conftest import SmallArchive, make_article, make_meeting


def test_a_lead_with_answers_stands_there_and_one_without_does_not(small_archive: SmallArchive, client: Client) -> None:
    html = client.get("/").content.decode()
    assert '<a href="/meetings/?lead=first">First meeting of a pair</a> <b>1</b>' in html
    assert "lead=apart" not in html


def test_figures_are_counted_again_when_something_was_written(transactional_db: None, client: Client) -> None:
    cache.clear()
    assert "<dd>0</dd>" in client.get("/").content.decode()
    make_article("A release", "They met.", published="2023-10-03")
    assert "<dt>Articles they were read from</dt><dd>1</dd>" in client.get("/").content.decode()


def test_a_transaction_that_has_written_sees_what_it_wrote(transactional_db: None) -> None:
    with transaction.atomic():
        make_article("A release", "They met.")
        assert remembered("articles", Article.objects.count) == 1
        make_article("Another", "They met again.")
        assert remembered("articles", Article.objects.count) == 2


@pytest.mark.parametrize(
    ("signed", "published", "countries", "found"),
    [
        pytest.param("MoU on cyber exercises", "2024-05-01", ["EE", "PT"], 0, id="signed later"),
        pytest.param("MoU on cyber exercises", "2022-05-01", ["EE", "PT"], 1, id="signed before it was promised"),
        pytest.param("MoU on cyber exercises", "2024-05-01", ["EE", "FR"], 1, id="signed by others"),
        pytest.param("Protocol of visiting forces", "2024-05-01", ["EE", "PT"], 1, id="another document"),
    ],
)
def test_what_was_promised_is_found_until_a_signature_is(
    signed: str, published: str, countries: list[str], found: int, small_archive: SmallArchive
) -> None:
    Agreement.objects.update(action="planned")
    later = make_article("Signed", "They signed.", published=published)
    Agreement.objects.create(key="x" * 26, article=later, title=signed, action="signed", countries=countries)
    assert Agreement.objects.public().promised().count() == found


class TestSilences:
    def test_a_pair_that_met_every_month_and_then_no_more_fell_silent(self, db: None, client: Client) -> None:
        self._met("EE", "PT", [datetime.date(2020, month, 1) for month in range(1, 7)])
        self._met("EE", "FR", [datetime.date(year, 1, 1) for year in (2014, 2017, 2020)])
        make_article("The last", "Nothing.", published="2022-01-01")
        assert [silence.codes for silence in fallen_silent(end_of_archive())] == [("EE", "PT")]
        html = client.get("/countries/silences/").content.decode()
        assert "Estonia and Portugal" in html
        assert "no silence can be told" in html

    def test_where_the_archive_ends_there_is_no_silence_yet(self, db: None) -> None:
        self._met("EE", "PT", [datetime.date(2020, month, 1) for month in range(1, 7)])
        make_article("The last", "Nothing.", published="2020-07-01")
        assert fallen_silent(end_of_archive()) == []

    def _met(self, one: str, other: str, days: list[datetime.date]) -> None:
        for day in days:
            meeting: Meeting = make_meeting(f"{one} {other}", date=day.isoformat())
            for code in (one, other):
                Participation.objects.create(meeting=meeting, country_id=code)
