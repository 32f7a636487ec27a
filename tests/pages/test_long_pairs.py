"""The page of two countries that met a thousand times stays small and quick: of each year some are told, the others are in its list."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client

from archive.models import Country, Participation
from archive.records.pair import PairRecord
from tests.conftest import make_meeting


@pytest.fixture
def pair(db: None, monkeypatch: pytest.MonkeyPatch) -> PairRecord:
    monkeypatch.setattr("archive.records.between.TOLD", 10)
    for number in range(12):
        meeting = make_meeting(f"Talks {number}", date=f"2023-{number + 1:02}-01", kind="visit" if number % 3 else "exercise", host_id="PT")
        Participation.objects.bulk_create(Participation(meeting=meeting, country_id=code) for code in ("EE", "PT"))
    return PairRecord(Country.objects.get(code="EE"), Country.objects.get(code="PT"), today=datetime.date(2024, 3, 1))


def test_the_newest_of_a_year_are_told_and_the_others_counted(pair: PairRecord) -> None:
    assert [(len(stretch.events), stretch.more) for stretch in pair.history] == [(10, 2)]
    assert [event.meeting.title for event in pair.history[0].events[:2]] == ["Talks 11", "Talks 10"]


def test_figures_count_all_of_them(pair: PairRecord) -> None:
    figures = {figure.label: figure.number for figure in pair.figures}
    assert (figures["hosted by Portugal"], figures["visits to Portugal"], figures["exercises"]) == ("12", "8", "4")
    assert figures["since the last contact"] == "3"


def test_the_list_of_the_year_has_the_others(pair: PairRecord, client: Client) -> None:
    html = client.get("/countries/EE/PT/").content.decode()
    link = re.search(r'<a href="([^"]+)">2 more in 2023, in the list</a>', html)
    assert link
    assert "12 meetings" in client.get(link[1].replace("&amp;", "&")).content.decode()
