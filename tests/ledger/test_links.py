"""Who was at a meeting, what it was about, which body an office is in, which body followed which: told by people, on keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.actions import corrections, judgements, linked, organizations, people
from archive.models import Appointment, Correction, Judgement, Meeting, Organization, Participation, Person
from archive.records.corrections import CorrectionRecord
from archive.records.organization import OrganizationRecord
from archive.records.review import Desk
from ingest import projection
from tests.ingest.made_up import body_named
from tests.ingest.snapshot import snapshot
from tests.ledger.conftest import article, names_in, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


@pytest.fixture
def talks(popa: Person) -> Meeting:
    """The talks of the first release, of Mihai Popa with Ilir Hoxha; Vesna Ilić is named in another."""
    put(names_in("Four", "Vesna Ilić", country="RS", organization="Guard"))
    return Meeting.objects.get(reports__article=article("One"))


def told(row: object, kind: str, field: str, new: object, by: User) -> Correction:
    return corrections.correct(kind=kind, key=row.key, field=field, new=new, seen=corrections.value_of(row, field), by=by, reason="test")  # type: ignore[attr-defined]


def there(meeting: Meeting) -> dict[str, str]:
    rows = Participation.objects.filter(meeting__key=meeting.key).values_list("person__name", "organization__name", "country", "side")
    return {person or body or country: side for person, body, country, side in rows}


def settled() -> dict[str, list[tuple[object, ...]]]:
    projection.compare()
    return snapshot()


def test_whoever_was_not_there_is_gone_and_whoever_was_missed_is_there_whatever_is_read_anew(talks: Meeting, administrator: User) -> None:
    before = settled()
    hoxha, ilic = (Person.objects.get(name=name) for name in ("Ilir Hoxha", "Vesna Ilić"))
    made = [
        told(talks, "meeting", f"person:{hoxha.key}", None, administrator),
        told(talks, "meeting", f"person:{ilic.key}", "guest", administrator),
        told(talks, "meeting", "topics", ["ships"], administrator),
    ]
    now = there(talks)
    assert (now["Vesna Ilić"], "Ilir Hoxha" in now) == ("guest", False)
    assert Meeting.objects.get(key=talks.key).countries == ["AL", "RO", "RS"]  # Albania was told of, though not by whom it was there
    put(replace(names_in("One", "Mihai Popa"), engine="test-2"), engine="test-2")
    as_decided = settled()
    assert there(talks) == now
    projection.rebuild()
    assert snapshot() == as_decided
    for one in made:
        corrections.withdraw(correction=one, by=administrator)
    assert settled() == before


def test_who_is_joined_with_another_is_at_the_meeting_as_that_one(talks: Meeting, twin: Person, administrator: User) -> None:
    ilic, hoxha = Person.objects.get(name="Vesna Ilić"), Person.objects.get(name="Ilir Hoxha")
    told(talks, "meeting", f"person:{ilic.key}", "guest", administrator)
    same = people.merge(source=ilic, into=twin, by=administrator)
    assert there(talks)["Mihai-Ion Popa"] == "guest"
    projection.rebuild()
    assert there(talks)["Mihai-Ion Popa"] == "guest"
    judgements.withdraw(judgement=same, by=administrator)
    assert there(talks)["Vesna Ilić"] == "guest"
    people.suppress(person=ilic, by=administrator)
    assert "Vesna Ilić" not in there(talks)
    corrections.withdraw(correction=Correction.objects.in_force().get(operation="suppress"), by=administrator)
    assert (there(talks)["Vesna Ilić"], hoxha.name in there(talks)) == ("guest", True)


def test_an_office_is_in_the_body_that_people_told(talks: Meeting, administrator: User) -> None:
    before = settled()
    office = Appointment.objects.get(person__name="Mihai Popa")
    staff, guard = (Organization.objects.get(name=name, country=code) for name, code in (("General Staff", "RO"), ("Guard", "RS")))
    made = told(office, "appointment", "organization", guard.key, administrator)
    assert Appointment.objects.get(key=office.key).organization == guard
    assert Participation.objects.get(meeting=talks, person__name="Mihai Popa").organization == guard
    put(replace(names_in("One", "Mihai Popa"), engine="test-2"), engine="test-2")
    as_decided = settled()
    projection.rebuild()
    assert snapshot() == as_decided
    assert Appointment.objects.get(key=office.key).organization == guard
    corrections.withdraw(correction=made, by=administrator)
    assert Appointment.objects.get(key=office.key).organization == staff
    assert settled() == before


def test_an_office_may_be_in_a_body_that_its_own_release_names(administrator: User) -> None:
    read = names_in("One", "Mihai Popa", more=" The Guard paraded.")
    put(replace(read, organizations=(*read.organizations, body_named("Guard", "RO", read.release.body))))
    office, guard = Appointment.objects.get(), Organization.objects.get(name="Guard")
    made = told(office, "appointment", "organization", guard.key, administrator)
    assert Appointment.objects.get().organization == guard
    organizations.suppress(organization=guard, by=administrator)
    corrections.withdraw(correction=made, by=administrator)
    assert Appointment.objects.get().organization.name == "General Staff"  # type: ignore[union-attr]


def test_an_office_that_is_read_of_another_body_and_country_keeps_what_people_told(talks: Meeting, administrator: User) -> None:
    before = settled()
    office = Appointment.objects.get(person__name="Mihai Popa")
    made = told(office, "appointment", "rank", "Colonel", administrator)
    for title, more in (("One", ""), ("Two", " They spoke of ships.")):
        read = names_in(title, "Mihai Popa", country="MD", more=more, position="head", organization="Guard")
        put(read, engine="test-2")
    now = Appointment.objects.get(person__name="Mihai Popa")
    assert (now.key != office.key, now.rank, now.position, now.country_id) == (True, "Colonel", "head", "MD")
    assert not Desk(administrator, queue="orphans").orphans
    assert [field.state for field in CorrectionRecord(now).fields] == ["corrected", "read", "read", "read"]
    as_decided = settled()
    projection.rebuild()
    assert snapshot() == as_decided
    for title, more in (("One", ""), ("Two", " They spoke of ships.")):
        put(names_in(title, "Mihai Popa", more=more), engine="test-3")
    assert Appointment.objects.get(key=office.key).rank == "Colonel"
    corrections.withdraw(correction=made, by=administrator)
    assert settled() == before


def test_what_followed_a_body_follows_the_one_that_it_is_joined_with(talks: Meeting, administrator: User) -> None:
    guard, staff = Organization.objects.get(name="Guard"), Organization.objects.get(name="General Staff", country="RO")
    other = Organization.objects.get(name="General Staff", country="RS")
    told(other, "organization", f"followed_by:{guard.key}", {"kind": "renamed", "date": "2024"}, administrator)
    for why, of, by, value in (
        ("no day", other, staff, {"kind": "renamed", "date": "2024-02-30"}),
        ("how it followed", other, staff, {"kind": "forgot"}),
        ("does not follow itself", guard, guard, {"kind": "renamed"}),
        ("came first", guard, other, {"kind": "renamed"}),
    ):
        with pytest.raises(ValueError, match=why):
            told(of, "organization", f"followed_by:{by.key}", value, administrator)
    organizations.merge(source=other, into=staff, by=administrator)
    projection.rebuild()
    assert [(one.other.name, one.words, one.date) for one in OrganizationRecord(staff).after] == [("Guard", "was renamed", "2024")]
    assert [one.other for one in OrganizationRecord(guard).before] == [staff]
    judgements.withdraw(judgement=Judgement.objects.in_force().get(), by=administrator)
    assert [one.other.country_id for one in OrganizationRecord(Organization.objects.get(name="Guard")).before] == ["RS"]


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        pytest.param("person:nobody", "guest", "names nobody", id="no key"),
        pytest.param("person:" + "a" * 26, "guest", "not in the archive", id="a key of nobody"),
        pytest.param("country:QQ", "guest", "not in the archive", id="no country"),
        pytest.param("country:FR", "emperor", "Nobody takes part as", id="no side"),
        pytest.param("country:RO", "guest", "takes part already: .* stands for it", id="a country for which an official stands"),
        pytest.param("followed_by:" + "a" * 26, "guest", "No meeting has", id="of another kind"),
    ],
)
def test_a_link_that_cannot_be_is_refused(talks: Meeting, administrator: User, field: str, value: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        corrections.correct(kind="meeting", key=talks.key, field=field, new=value, seen=None, by=administrator)
    assert not Correction.objects.exists()


def test_the_page_adds_corrects_and_shows_who_took_part(talks: Meeting, desk: Client, administrator: User) -> None:
    asked = {"act": "link", "link": "person", "other": "Vesna Ilić", "side": "host", "reason": "The ministry says"}
    page = desk.post(f"/correct/meeting/{talks.public_id}/", asked, follow=True)
    assert "Took part: Vesna Ilić: host." in page.content.decode()
    assert there(talks)["Vesna Ilić"] == "host"
    again = desk.post(f"/correct/meeting/{talks.public_id}/", asked)
    assert (again.status_code, "told there already" in again.content.decode()) == (400, True)
    ilic = linked.field_of(Participation.objects.get(meeting=talks, person__name="Vesna Ilić"))
    page = desk.post(f"/correct/meeting/{talks.public_id}/", {"act": "set", "field": ilic, "seen": '"host"', "new": ""}, follow=True)
    assert "Vesna Ilić" not in there(talks)
    assert "was not there" in page.content.decode()
