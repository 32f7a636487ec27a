"""The page of an office tells who held it when; it is followed whoever holds it."""

from __future__ import annotations

import csv
import datetime
import io
import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from archive.models import Appointment, Article, Participation, SavedSearch
from archive.records.offices import Spans
from tests.conftest import SmallArchive, make_meeting, make_person, make_report

KASK, VIRTANEN, TAMM = "Talks of Mart Kask", "Talks of Aino Virtanen", "Estonia-Portugal talks"


@pytest.fixture
def archive(small_archive: SmallArchive) -> SmallArchive:
    """With Tamm's predecessor, and a minister of another country; both met."""
    for name, country, year in (("Mart Kask", "EE", 2019), ("Aino Virtanen", "FI", 2020)):
        person = make_person(name, name, country)
        office = Appointment.objects.create(
            key=f"{year:010}{16 * 'o'}",
            person=person,
            position="Minister of Defence",
            country_id=country,
            level=2,
            first_seen=datetime.date(year, 1, 1),
            last_seen=datetime.date(year, 12, 31),
        )
        office.articles.add(small_archive.release)
        meeting = make_meeting(f"Talks of {name}", date=f"{year}-05-01")
        make_report(meeting, small_archive.release, position=year - 2000)
        Participation.objects.create(meeting=meeting, person=person, country_id=country, appointment=office)
    return small_archive


def test_it_tells_who_held_it_and_when(archive: SmallArchive, client: Client) -> None:
    html = client.get("/offices/?q=minister+of+defense+of+Estonia").content.decode()
    assert html.index("Ülo Tamm") < html.index("Mart Kask")
    assert "Aino Virtanen" not in html
    assert '<time datetime="2019">2019</time>' in html


@pytest.mark.parametrize(("position", "said"), [("Acting Minister of Defence", 0), ("Minister of Defence", 1)])
def test_who_acts_is_told_once(archive: SmallArchive, client: Client, position: str, said: int) -> None:
    Appointment.objects.filter(person__name="Mart Kask").update(acting=True, position=position)
    rows = re.findall(r"<tr>.*?</tr>", client.get("/offices/?q=minister+of+defence").content.decode(), re.DOTALL)
    row = next(row for row in rows if "Mart Kask" in row)
    assert row.count(", acting") == said


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("office=minister+of+defence", {KASK, VIRTANEN, TAMM}, id="of any country"),
        pytest.param("office=minister+of+defence+of+Estonia", {KASK, TAMM}, id="of one country"),
        pytest.param("office=minister+of+Finland", {VIRTANEN}, id="of another, in fewer words"),
        pytest.param("office=chief+of+staff", set(), id="an “of” that no country follows"),
    ],
)
def test_meetings_are_found_by_the_office_of_a_country_whoever_held_it(
    asked: str, found: set[str], archive: SmallArchive, client: Client
) -> None:
    html = client.get(f"/meetings/?{asked}").content.decode()
    assert set(re.findall(r"<h3><a [^>]+>([^<]+)</a>", html)) == found


def test_it_is_followed_whoever_holds_it(archive: SmallArchive, analyst: User, client: Client) -> None:
    html = client.get("/offices/?q=minister+of+defence&of=EE").content.decode()
    assert "Follow this office, whoever holds it" in html
    client.force_login(analyst)
    asked = "office=minister+of+defence+of+Estonia"
    client.post("/searches/new/", {"name": "Tallinn", "page": "meetings", "query": asked, "alert": "weekly"})
    assert SavedSearch.objects.get().query == asked
    assert client.get(f"/meetings.atom?{asked}").status_code == 200


def test_it_can_be_taken_away_with_the_sentence_that_names_its_holder(archive: SmallArchive, client: Client) -> None:
    taken = b"".join(client.get("/offices.csv?of=EE&sort=oldest").streaming_content)  # type: ignore[attr-defined]
    rows = list(csv.DictReader(io.StringIO(taken.decode())))
    assert [row["person"] for row in rows] == ["Mart Kask", "Ülo Tamm"]
    assert (rows[0]["first_seen"], rows[0]["meetings"]) == ("2019-01-01", "1")
    assert rows[1]["sentence"].startswith("TALLINN – Minister of Defence Ülo Tamm met")
    assert client.get("/api/v1/offices/?q=minister&of=FI").json()["results"][0]["person"]["name"] == "Aino Virtanen"


@pytest.fixture
def twice(archive: SmallArchive) -> Appointment:
    """Tamm's office once more, years before, as of somebody who was read under another name."""
    tamm = Appointment.objects.get(person=archive.tamm)
    again = Appointment.objects.get(pk=tamm.pk)
    again.pk, again.key = None, f"{'again':0>10}{16 * 'o'}"
    again.first_seen = again.last_seen = datetime.date(2018, 3, 1)
    again.save()
    again.articles.add(archive.release, archive.note)
    return again


def _rows(client: Client, asked: str) -> list[dict[str, str]]:
    taken = b"".join(client.get(f"/offices.csv?{asked}").streaming_content)  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(taken.decode())))


def test_what_was_read_under_two_names_is_one_office(archive: SmallArchive, twice: Appointment, client: Client) -> None:
    tamm = Appointment.objects.get(person=archive.tamm, first_seen__gt=twice.last_seen)
    html = client.get("/offices/?of=EE").content.decode()
    assert html.count(f'/people/{archive.tamm.public_id}/">Ülo Tamm') == 1
    assert "2 offices" in html
    row = next(row for row in _rows(client, "of=EE") if row["person"] == "Ülo Tamm")
    assert (row["id"], row["first_seen"], row["last_seen"]) == (tamm.key, "2018-03-01", str(tamm.last_seen))
    assert row["articles"] == "2"
    told = [one for one in client.get("/api/v1/offices/?of=EE").json()["results"] if one["person"]["name"] == "Ülo Tamm"]
    assert [(one["key"], one["first_seen"]) for one in told] == [(tamm.key, "2018-03-01")]
    assert client.get(f"/api/v1/offices/{twice.public_id}/").json()["last_seen"] == str(tamm.last_seen)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("of=EE&until=2018", ["Ülo Tamm"], id="until a day between the two"),
        pytest.param("of=EE&since=2022", ["Ülo Tamm"], id="since one"),
        pytest.param("of=EE&sort=oldest", ["Ülo Tamm", "Mart Kask"], id="in the order of the first days"),
    ],
)
def test_it_is_asked_for_by_all_its_days(asked: str, found: list[str], twice: Appointment, client: Client) -> None:
    assert [row["person"] for row in _rows(client, asked)] == found


def test_what_unpublished_releases_tell_is_no_part_of_it(archive: SmallArchive, twice: Appointment, client: Client) -> None:
    twice.last_seen = datetime.date(2099, 1, 1)
    twice.save()
    draft = archive.note
    draft.status = "draft"
    draft.save()
    twice.articles.set([draft])
    row = next(row for row in _rows(client, "of=EE") if row["person"] == "Ülo Tamm")
    assert (row["id"], row["articles"]) == (Appointment.objects.get(person=archive.tamm, last_seen__lt=twice.last_seen).key, "1")


def test_an_office_known_before_is_not_new(archive: SmallArchive, twice: Appointment) -> None:
    yesterday = timezone.now() - datetime.timedelta(days=1)
    Article.objects.update(created=yesterday - datetime.timedelta(days=1))
    Article.objects.filter(pk=archive.note.pk).update(created=timezone.now())
    twice.articles.set([archive.note])
    assert not Appointment.objects.filter(person=archive.tamm).new_since(yesterday).exists()


def test_spans_lie_on_one_line_of_time(archive: SmallArchive) -> None:
    spans = {span.office.person.name: span for span in Spans(Appointment.objects.for_list())}
    assert spans["Mart Kask"].start == 0
    assert spans["Ülo Tamm"].start + spans["Ülo Tamm"].length == pytest.approx(100, abs=0.02)  # type: ignore[operator]
    assert spans["Mart Kask"].length > spans["Ülo Tamm"].length  # type: ignore[operator]


def test_an_office_without_a_day_has_no_bar(db: None) -> None:
    office = Appointment(person=make_person("Nemo", "Nemo"), position="Captain")
    assert [span.length for span in Spans([office])] == [None]
