"""What readers may do and see: report an error from any field without signing in, and read what people decided."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.actions import corrections, people, reports
from archive.models import Agreement, Quote, ReaderReport
from tests.conftest import SmallArchive

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> Client:
    return Client()


@pytest.fixture
def admin(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


def test_a_reader_reports_an_error_and_an_admin_answers_it(reader: Client, admin: Client, small_archive: SmallArchive) -> None:
    address = f"/report/meeting/{small_archive.talks.public_id}/"
    assert "Shown now: Tallinn" in reader.get(f"{address}?field=place").content.decode()
    sent = reader.post(address, {"field": "place", "says": "It was Tartu; see the photographs."})
    assert "waits for somebody" in sent.content.decode()
    report = ReaderReport.objects.get()
    assert (report.kind, report.field, report.shown) == ("meeting", "place", "Tallinn")
    assert "It was Tartu" in admin.get("/review/?queue=reports").content.decode()
    assert "1 report from readers" in admin.get(f"/meetings/{small_archive.talks.public_id}/").content.decode()
    answered = {"pk": report.pk, "answer": "corrected"}
    assert admin.post("/review/reply/", answered).status_code == 302
    assert "answered that report meanwhile" in admin.post("/review/reply/", answered, follow=True).content.decode()
    assert "It was Tartu" not in admin.get("/review/?queue=reports").content.decode()


@pytest.mark.parametrize("says", ["", "  ", "x", "long" * 600], ids=["empty", "blanks", "one letter", "too long"])
def test_a_report_that_says_nothing_or_too_much_is_refused_with_the_reason(reader: Client, small_archive: SmallArchive, says: str) -> None:
    answer = reader.post(f"/report/person/{small_archive.tamm.public_id}/", {"says": says})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert not ReaderReport.objects.exists()


def test_one_sender_is_heard_a_few_times_an_hour(reader: Client, small_archive: SmallArchive) -> None:
    address = f"/report/person/{small_archive.tamm.public_id}/"
    answers = [reader.post(address, {"says": f"Wrong in way {number}"}).status_code for number in range(reports.OF_ONE_SENDER + 1)]
    assert answers == [200] * reports.OF_ONE_SENDER + [429]
    assert ReaderReport.objects.count() == reports.OF_ONE_SENDER


def test_the_same_report_sent_twice_is_one_and_what_a_program_fills_in_is_none(reader: Client, small_archive: SmallArchive) -> None:
    address = f"/report/person/{small_archive.tamm.public_id}/"
    for _ in range(2):
        reader.post(address, {"says": "The country is wrong."})
    reader.post(address, {"says": "Buy this", "website": "http://example.org"})
    assert ReaderReport.objects.count() == 1


def test_reports_need_the_token_of_their_form(small_archive: SmallArchive) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"/report/person/{small_archive.tamm.public_id}/", {"says": "The country is wrong."}).status_code == 403


def test_nothing_is_reported_on_what_readers_may_not_see(reader: Client, small_archive: SmallArchive) -> None:
    small_archive.release.status = "draft"
    small_archive.release.save()
    assert reader.get(f"/report/article/{small_archive.release.public_id}/").status_code == 404
    assert reader.get("/report/person/aaaaaaaaaa/").status_code == 404


def test_readers_see_who_confirmed_and_corrected_a_field(reader: Client, small_archive: SmallArchive, administrator: User) -> None:
    people.rename(person=small_archive.costa, name="João Gomes da Costa", by=administrator)
    assert "Name corrected by administrator" in reader.get(f"/people/{small_archive.costa.public_id}/").content.decode()
    quote, agreement = Quote.objects.get(), Agreement.objects.get()
    corrections.confirm(kind="agreement", key=agreement.key, field="action", value="signed", by=administrator)
    assert "Confirmed by administrator" in reader.get(f"/agreements/{agreement.public_id}/").content.decode()
    assert quote.text in reader.get(f"/quotes/{quote.public_id}/").content.decode()


def test_accuracy_tells_what_people_found(reader: Client, small_archive: SmallArchive, administrator: User) -> None:
    mention = small_archive.tamm.mentions.get()
    corrections.confirm(kind="person", key=small_archive.tamm.key, field="name", value="Ülo Tamm", by=administrator)
    page = reader.get("/accuracy/").content.decode()
    assert mention.rule in page
    assert "Ministry of Defence of Estonia" in page


def test_accuracy_begins_with_what_to_expect_of_a_release_that_nobody_read(reader: Client, small_archive: SmallArchive) -> None:
    page = reader.get("/accuracy/").content.decode()
    expected, known = page.index("Of 100 meetings that new releases tell of, expect"), page.index("the rules were written with")
    assert expected < page.index("Precision and recall on unread") < known < page.index("Precision and recall on releases")


def test_the_history_is_for_those_who_may_see_decisions_and_can_be_narrowed(
    reader: Client, admin: Client, small_archive: SmallArchive, administrator: User
) -> None:
    assert reader.get("/history/").status_code in {302, 403}
    made = people.set_country(person=small_archive.costa, country="BR", by=administrator, reason="He says so himself.")
    corrections.confirm(kind="meeting", key=small_archive.talks.key, field="kind", value="meeting", by=administrator)
    whole = admin.get("/history/").content.decode()
    assert "2</b> decisions" in whole
    assert "He says so himself." in whole
    narrowed = admin.get("/history/?kind=confirm&by=administrator&stands=yes").content.decode()
    assert "1</b> decision<" in narrowed
    assert "He says so himself." not in narrowed
    assert "1</b> decision<" in admin.get("/history/?q=himself&since=2020-01-01").content.decode()
    assert f'name="pk" value="{made.pk}"' in whole
    again = admin.post("/withdraw/", {"what": "correction", "pk": made.pk, "back": "/history/?by=administrator"}, follow=True)
    assert "Taken back. It stays on record." in again.content.decode()
    assert "taken back by administrator" in admin.get("/history/?stands=no").content.decode()
    assert admin.get("/history/?kind=nonsense&since=yesterday&page=99").status_code == 200
