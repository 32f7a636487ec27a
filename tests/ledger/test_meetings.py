"""One meeting told by two ministries: joined by a rule or by people, parted again, and nothing left half-done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth.models import User

from archive.actions import judgements, meetings, rules
from archive.actions.judgements import Contradiction
from archive.actions.people import CannotMerge
from archive.actions.splits import CannotSplit
from archive.models import FormerKey, Judgement, Likeness, Meeting, MeetingReport
from ingest import projection
from ingest.engine.types import Record
from ingest.resolution import bodies
from tests.ingest.made_up import body_named, meeting, official, record
from tests.ingest.snapshot import snapshot
from tests.ledger.conftest import put

pytestmark = pytest.mark.django_db


def told(title: str, names: dict[str, str], *, day: str = "2024-09-10", countries: tuple[str, ...] = (), **fields: object) -> Record:
    """A release of a meeting of these officials (name to country); more countries than theirs may have been there."""
    body = f"{title}. {' and '.join(names)} met in Tirana."
    people = tuple(official(name, country, body, short=False, position="Minister of Defense") for name, country in names.items())
    there = tuple(sorted({*names.values(), *countries}))
    return record(title=title, body=body, people=people, meetings=(meeting(body, people=people, date=day, countries=there, **fields),))


BOTH = {"Mihai Popa": "RO", "Ilir Hoxha": "AL"}


@pytest.fixture
def two_accounts() -> tuple[MeetingReport, MeetingReport]:
    """Of one day and of the same officials; one release names a third side, so that the first look takes them for two meetings."""
    put(told("From Bucharest", BOTH))
    put(told("From Tirana", BOTH, countries=("XK",)))
    return account("From Bucharest"), account("From Tirana")


@pytest.fixture
def apart() -> tuple[MeetingReport, MeetingReport]:
    """Two accounts that nothing joins."""
    put(told("One", {"Mihai Popa": "RO", "Ilir Hoxha": "AL"}))
    put(told("Two", {"Ana Tamm": "EE", "Ilir Hoxha": "AL"}, day="2024-09-12"))
    return account("One"), account("Two")


def account(title: str) -> MeetingReport:
    return MeetingReport.objects.get(article__title=title)


def test_accounts_of_one_day_and_the_same_officials_of_two_countries_are_of_one_meeting(two_accounts: object) -> None:
    assert Meeting.objects.count() == 2
    projection.compare()
    assert Meeting.objects.count() == 1
    assert set(Meeting.objects.get().participations.values_list("person__name", flat=True)) >= set(BOTH)


def test_a_day_apart_they_are_asked_about(db: None) -> None:
    put(told("From Bucharest", BOTH))
    put(told("From Tirana", BOTH, day="2024-09-11"))
    projection.compare()
    assert Meeting.objects.count() == 2
    assert Likeness.objects.get(kind="meeting").verdict == "unsure"


def test_a_rule_that_joined_meetings_can_be_taken_back_whole(two_accounts: object, administrator: User) -> None:
    before = snapshot()
    projection.compare()
    made = rules.withdraw(rule="meeting-same-officials", version="1", by=administrator)
    assert snapshot()["meetings"] == before["meetings"]
    rules.trust_again(withdrawal=made, by=administrator)
    assert Meeting.objects.count() == 1


def test_what_people_joined_is_one_until_they_take_it_back(apart: tuple[MeetingReport, MeetingReport], administrator: User) -> None:
    before = snapshot()
    one, two = Meeting.objects.order_by("key")
    made = meetings.merge(source=one, into=two, by=administrator)
    whole = Meeting.objects.get()
    assert {one.key, two.key} == {whole.key, FormerKey.objects.get(kind="meeting").key}
    projection.rebuild()
    assert Meeting.objects.get().key == whole.key
    judgements.withdraw(judgement=made, by=administrator)
    assert snapshot() == before


def test_people_part_what_a_rule_joined(two_accounts: tuple[MeetingReport, MeetingReport], administrator: User) -> None:
    projection.compare()
    whole = Meeting.objects.get()
    meetings.split(meeting=whole, report=account("From Tirana"), by=administrator)
    assert Meeting.objects.count() == 2
    projection.compare()
    projection.rebuild()
    assert Meeting.objects.count() == 2


def test_what_people_parted_is_not_joined_through_a_third(apart: tuple[MeetingReport, MeetingReport], administrator: User) -> None:
    put(told("Three", {"Ana Tamm": "EE", "Mihai Popa": "RO"}, day="2024-09-14"))
    one, two, three = account("One"), account("Two"), account("Three")
    say = {"kind": "report", "by": administrator}
    judgements.add(one=one.key, other=two.key, verdict="same", **say)
    judgements.add(one=two.key, other=three.key, verdict="different", **say)
    with pytest.raises(Contradiction, match="parted"):
        judgements.add(one=one.key, other=three.key, verdict="same", **say)
    assert Judgement.objects.in_force().count() == 2


def test_joining_a_meeting_with_itself_and_parting_its_only_account_are_refused(apart: object, administrator: User) -> None:
    one = Meeting.objects.order_by("key")[0]
    with pytest.raises(CannotMerge, match="itself"):
        meetings.merge(source=one, into=one, by=administrator)
    with pytest.raises(CannotSplit, match="Nothing would be left"):
        meetings.split(meeting=one, report=one.reports.get(), by=administrator)


def test_a_join_holds_when_the_release_is_read_anew(apart: tuple[MeetingReport, MeetingReport], administrator: User) -> None:
    one, two = Meeting.objects.order_by("key")
    meetings.merge(source=one, into=two, by=administrator)
    read = told("Two", {"Ana Tamm": "EE", "Ilir Hoxha": "AL"}, day="2024-09-12")
    put(replace(read, agreements=()), path="Two.txt", engine="test-2")
    assert Meeting.objects.count() == 1


def test_a_name_in_full_and_its_acronym_are_one_organization(db: None, administrator: User) -> None:
    for title, name in (("One", "United States European Command"), ("Two", "U.S. European Command"), ("Three", "USEUCOM")):
        body = f"{title}. The {name} was told."
        put(record(title=title, body=body, organizations=(body_named(name, "US", body),)))
    before = snapshot()
    projection.compare()
    told_by = projection.joins.BODIES.model.objects.get()
    assert told_by.name == "United States European Command"
    assert told_by.mentions.count() == 3
    for rule in ("body-country-words", "body-acronym"):
        rules.withdraw(rule=rule, version=bodies.RULES_VERSION, by=administrator)
    assert snapshot()["organizations"] == before["organizations"]
