"""Correct once, for good: what people set right outlives every reading, and what the machine reads instead is told."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.actions import corrections, judgements, people
from archive.actions.corrections import Changed, Refused
from archive.actions.judgements import AlreadyWithdrawn
from archive.models import Correction, Meeting, Organization, Person
from ingest import projection
from tests.ingest.snapshot import snapshot
from tests.ledger.conftest import article, names_in, put


def test_a_corrected_name_outlives_another_engine(popa: Person, administrator: User) -> None:
    people.rename(person=popa, name="Mihai  Popescu", by=administrator, reason="a slip of the release")
    put(names_in("One", "Mihai Popa"), engine="test-2")
    put(names_in("Two", "Mihai Popa", more=" They spoke of ships.", rank="General"), engine="test-2")
    popa.refresh_from_db()
    assert (popa.name, popa.sort_name) == ("Mihai Popescu", "Popescu, Mihai")


def test_a_withdrawn_correction_gives_the_machine_its_say_at_once(popa: Person, administrator: User) -> None:
    before = snapshot()
    made = [
        people.rename(person=popa, name="Mihai Popescu", by=administrator),
        people.set_country(person=popa, country="MD", by=administrator),
    ]
    popa.refresh_from_db()
    assert (popa.name, popa.country_id) == ("Mihai Popescu", "MD")
    for one in made:
        corrections.withdraw(correction=one, by=administrator)
    assert snapshot() == before


def test_a_correction_is_withdrawn_once(popa: Person, administrator: User) -> None:
    made = people.rename(person=popa, name="Mihai Popescu", by=administrator)
    corrections.withdraw(correction=made, by=administrator)
    with pytest.raises(AlreadyWithdrawn, match="administrator withdrew it"):
        corrections.withdraw(correction=made, by=administrator)


def test_a_value_that_changed_meanwhile_is_refused_with_both(popa: Person, administrator: User) -> None:
    people.rename(person=popa, name="Mihai Popescu", by=administrator)
    with pytest.raises(Changed) as refused:
        corrections.correct(kind="person", key=popa.key, field="name", new="M. Popa", seen="Mihai Popa", by=administrator)
    assert "your page showed “Mihai Popa”, and now it is “Mihai Popescu”" in str(refused.value)
    assert Correction.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "new", "why"),
    [
        pytest.param("name", "  ", "Name cannot be empty", id="an empty name"),
        pytest.param("country", "ZZ", "No country has the code “ZZ”", id="an unknown country"),
        pytest.param("name", "x" * 400, "at most 300 characters", id="a name longer than the column"),
    ],
)
def test_a_value_that_cannot_be_is_refused(popa: Person, administrator: User, field: str, new: str, why: str) -> None:
    seen = corrections.value_of(popa, field)
    with pytest.raises(Refused, match=why):
        corrections.correct(kind="person", key=popa.key, field=field, new=new, seen=seen, by=administrator)
    assert not Correction.objects.exists()


def test_the_value_that_holds_is_confirmed(popa: Person, administrator: User) -> None:
    made = people.rename(person=popa, name="Mihai Popa", by=administrator)
    assert made.operation == Correction.Operation.CONFIRM


def test_what_the_machine_reads_now_is_told_beside_what_people_decided(popa: Person, administrator: User) -> None:
    occasion = Meeting.objects.get()
    corrections.correct(kind="meeting", key=occasion.key, field="place", new="Durrës", seen="Tirana", by=administrator)
    read = [names_in("One", "Mihai Popa"), names_in("Two", "Mihai Popa", more=" They spoke of ships.")]
    for one in read:
        put(_elsewhere(one, "Vlorë"), engine="test-2")
    made = Correction.objects.get()
    assert (Meeting.objects.get().place, made.old, made.reads_now) == ("Durrës", "Tirana", "Vlorë")
    assert list(Correction.objects.all().read_otherwise()) == [made]
    for one in read:
        put(one, engine="test-3")
    assert not Correction.objects.all().read_otherwise().exists()


def _elsewhere(read, place: str):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(read, meetings=tuple(replace(one, place=place) for one in read.meetings))


def test_a_correction_whose_words_are_gone_is_lost_until_they_are_back(popa: Person, administrator: User) -> None:
    source = article("One")
    occasion = Meeting.objects.get()
    at = corrections.anchor(article=source, start=0, end=10)
    corrections.correct(kind="meeting", key=occasion.key, field="place", new="Durrës", seen="Tirana", by=administrator, at=at)
    put(names_in("One", "Ion Tamm"), path="One.txt")
    assert [one.anchor_text for one in Correction.objects.all().lost()] == ["Mihai Popa"]
    put(names_in("One", "Mihai Popa"), path="One.txt")
    assert not Correction.objects.all().lost().exists()


def test_rebuild_changes_nothing_of_what_was_decided(popa: Person, twin: Person, administrator: User) -> None:
    people.rename(person=popa, name="Mihai Popescu", by=administrator)
    people.merge(source=twin, into=popa, by=administrator)
    corrections.correct(kind="meeting", key=Meeting.objects.first().key, field="level", new=2, seen=None, by=administrator)
    decided = snapshot()
    projection.rebuild()
    assert snapshot() == decided


def test_the_country_of_an_official_is_that_of_the_office_and_of_the_side_at_each_meeting(popa: Person, administrator: User) -> None:
    before = snapshot()
    made = people.set_country(person=popa, country="MD", by=administrator)
    assert (Meeting.objects.get().countries, popa.appointments.get().country_id) == (["AL", "MD"], "MD")
    put(names_in("Five", "Mihai Popa", more=" They spoke of tanks."), engine="test-2")
    assert (Meeting.objects.get().countries, popa.appointments.get().country_id) == (["AL", "MD"], "MD")
    decided = snapshot()
    projection.rebuild()
    assert snapshot() == decided
    corrections.withdraw(correction=made, by=administrator)
    assert Meeting.objects.get().countries == ["AL", "RO"]
    article("Five").delete()
    projection.rebuild()
    assert snapshot() == before


def test_one_who_joins_a_corrected_official_acts_for_the_same_country(popa: Person, twin: Person, administrator: User) -> None:
    people.set_country(person=popa, country="MD", by=administrator)
    apart = snapshot()
    joined = people.merge(source=twin, into=popa, by=administrator)
    assert set(Person.objects.get(key=popa.key).appointments.values_list("country", flat=True)) == {"MD"}
    assert {tuple(one.countries) for one in Meeting.objects.all()} == {("AL", "MD")}
    judgements.withdraw(judgement=joined, by=administrator)
    assert snapshot() == apart


def test_the_level_of_a_meeting_follows_the_level_of_an_office(popa: Person, administrator: User) -> None:
    levels = Meeting.objects.values_list("level", flat=True)
    before, office = levels.get(), popa.appointments.get()
    made = corrections.correct(kind="appointment", key=office.key, field="level", new=1, seen=office.level, by=administrator)
    assert levels.get() == 1
    corrections.withdraw(correction=made, by=administrator)
    assert levels.get() == before


def test_the_day_of_a_release_is_set_right_in_administration_for_good_and_taken_back(
    popa: Person, administrator: User, client: Client
) -> None:
    administrator.is_superuser = administrator.is_staff = True
    administrator.save()
    client.force_login(administrator)
    before, address = snapshot(), f"/admin/archive/article/{article('One').pk}/change/"
    refused = client.post(address, {"published": "2024-02-30", "publisher": ""}).content.decode()
    assert ("no day of the calendar" in refused, Correction.objects.exists()) == (True, False)
    assert client.post(address, {"published": "2024-10-01", "publisher": ""}).status_code == 302
    put(names_in("One", "Mihai Popa", rank="General"), engine="test-2")
    one = article("One")
    assert (one.published, str(one.published_earliest)) == ("2024-10-01", "2024-10-01")
    put(names_in("One", "Mihai Popa"))
    for made in Correction.objects.in_force():
        corrections.withdraw(correction=made, by=administrator)
    assert snapshot() == before


def test_an_international_body_that_is_told_to_be_of_a_country_is_of_it_whatever_is_read_next(popa: Person, administrator: User) -> None:
    before, staff = snapshot(), Organization.objects.get(name="General Staff")
    Organization.objects.filter(pk=staff.pk).update(country=None, international=True)
    made = corrections.correct(kind="organization", key=staff.key, field="country", new="MD", seen=None, by=administrator)
    staff.refresh_from_db()
    assert (staff.country_id, staff.international) == ("MD", False)
    corrections.withdraw(correction=made, by=administrator)
    assert snapshot() == before
