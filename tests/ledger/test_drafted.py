"""What an editor decides on a draft is of that release alone, and waits for its publication."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.actions import articles, corrections
from archive.models import Appointment, Article, Correction, Meeting, Mention, Organization, Person
from archive.records.review import Desk
from ingest import drafted, projection, publishing
from ingest.drafted import Decided, Drafted
from ingest.engine.types import Record
from ingest.loading import load
from ingest.review import Draft
from tests.ingest.made_up import extracted
from tests.ledger.conftest import article, names_in, put


def second() -> Record:
    """A release that tells of the meeting of which the first tells."""
    return names_in("Two", "Mihai Popa", more=" They spoke of ships.")


@pytest.fixture
def draft(db: None) -> Article:
    put(names_in("One", "Mihai Popa"))
    load(extracted(second(), path="Two.txt"), status="draft")
    return article("Two")


def meeting_of(draft: Article) -> tuple[Drafted, Decided]:
    found = Draft(draft).drafted
    return found, next(fact for fact in found.facts if fact.kind == "meeting")


def decide_on(draft: Article, kind: str, of: str = "", /, **told: str) -> None:
    """The editor tells these fields of the fact; takes it away where none is told."""
    found = Draft(draft).drafted
    fact = next(one for one in found.facts if one.kind == kind and one.told.form.get("name", "") == of)
    if told:
        drafted.keep(draft=found, fact=fact, told=told, by=draft_editor())
    else:
        drafted.take_away(draft=found, fact=fact, by=draft_editor())


def draft_editor() -> User:
    return User.objects.get(username="editor")


def told() -> list[str]:
    """The titles of the releases that tell of a meeting that readers see."""
    return list(Meeting.objects.public().order_by("reports__article__title").values_list("reports__article__title", flat=True))


def test_a_meeting_taken_away_from_a_draft_stays_where_another_release_tells_of_it(draft: Article, editor: User) -> None:
    found, fact = meeting_of(draft)
    drafted.take_away(draft=found, fact=fact, by=editor)
    assert meeting_of(draft)[1].state == "taken away"
    publishing.publish(articles=[draft], by=editor)
    assert told() == ["One"]
    put(replace(second(), meetings=tuple(replace(one, kind="visit") for one in second().meetings)), engine="test-2")
    assert told() == ["One"], "another engine brings it back"
    corrections.withdraw(correction=Correction.objects.get(), by=editor)
    assert told() == ["One", "Two"]


@pytest.mark.parametrize(("first", "later"), [("One", "Two"), ("Two", "One")])
def test_what_an_editor_accepts_gives_way_to_what_an_admin_set_right(
    db: None, first: str, later: str, editor: User, administrator: User
) -> None:
    put(names_in(first, "Mihai Popa"))
    known = Meeting.objects.get()
    corrections.correct(kind="meeting", key=known.key, field="place", new="Durrës", seen="Tirana", by=administrator)
    load(extracted(names_in(later, "Mihai Popa", more=" They spoke of ships."), path=f"{later}.txt"), status="draft")
    found, fact = meeting_of(article(later))
    drafted.keep(draft=found, fact=fact, told={}, by=editor)
    publishing.publish(articles=[article(later)], by=editor)
    assert (told(), Meeting.objects.get().place) == (["One", "Two"], "Durrës")


def test_a_field_that_is_emptied_again_is_as_it_was_read(draft: Article, editor: User) -> None:
    for mode in ("video", ""):
        found, fact = meeting_of(draft)
        drafted.keep(draft=found, fact=fact, told={"mode": mode}, by=editor)
    assert not Correction.objects.in_force().filter(field="mode").exists()
    assert meeting_of(draft)[1].state == "accepted"


def test_what_waits_in_a_draft_is_not_lost(draft: Article, editor: User) -> None:
    found, fact = meeting_of(draft)
    drafted.keep(draft=found, fact=fact, told={}, by=editor)
    assert Correction.objects.in_force().exists()
    assert not Desk(editor, queue="orphans").orphans
    articles.withdraw(articles=[draft], by=editor)
    assert not Desk(editor, queue="orphans").orphans


# ---- what others tell is somebody else's ----


def meetings() -> dict[str, tuple[str, list[str]]]:
    """The place of each meeting that readers see, and the releases that tell of it, by its day."""
    there = {one.date: (one.place, sorted(one.reports.values_list("article__title", flat=True))) for one in Meeting.objects.public()}
    assert len(there) == Meeting.objects.public().count()
    return there


def test_a_place_that_an_editor_sets_in_a_draft_leaves_the_meeting_as_another_release_tells_it(draft: Article, editor: User) -> None:
    put(names_in("Three", "Mihai Popa", more=" It rained."))
    decide_on(draft, "meeting", place="Durrës")
    publishing.publish(articles=[draft], by=editor)
    (place, releases), values = meetings()["2024-09-10"], dict(Meeting.objects.get().reports.values_list("article__title", "values__place"))
    assert releases == ["One", "Three", "Two"]
    assert values == {"One": "Tirana", "Two": "Durrës", "Three": "Tirana"}
    assert place == "Tirana", "the meeting is not the editor's alone"
    projection.rebuild()
    assert Meeting.objects.get().place == "Tirana"
    articles.withdraw(articles=[article("One"), article("Three")], by=editor)
    assert meetings() == {"2024-09-10": ("Durrës", ["Two"])}


def test_a_day_that_an_editor_sets_in_a_draft_parts_its_account_from_the_meeting_of_others(draft: Article, editor: User) -> None:
    decide_on(draft, "meeting", date="2024-09-11")
    publishing.publish(articles=[draft], by=editor)
    apart = {"2024-09-10": ("Tirana", ["One"]), "2024-09-11": ("Tirana", ["Two"])}
    assert meetings() == apart
    put(replace(second(), meetings=tuple(replace(one, kind="visit") for one in second().meetings)), engine="test-2")
    assert meetings() == apart, "another engine undoes it"
    corrections.withdraw(correction=Correction.objects.in_force().get(field="date"), by=editor)
    assert meetings() == {"2024-09-10": ("Tirana", ["One", "Two"])}


def test_what_a_meeting_says_as_an_editor_told_it_is_marked_so(draft: Article, editor: User, client: Client) -> None:
    decide_on(draft, "meeting", date="2024-09-11")
    publishing.publish(articles=[draft], by=editor)
    page = client.get(f"/meetings/{Meeting.objects.get(date='2024-09-11').public_id}/").content.decode()
    assert "Corrected by editor" in page
    assert "Corrected by" not in client.get(f"/meetings/{Meeting.objects.get(date='2024-09-10').public_id}/").content.decode()


# ---- officials and organizations ----


def offices_in(title: str) -> set[tuple[str, str, str, str]]:
    """Name, rank, position and country of each official whom readers see in a release."""
    told = Appointment.objects.filter(articles__title=title).select_related("person")
    return {(one.person.name, one.rank, one.position, one.country_id or "") for one in told}


def test_an_official_set_right_in_a_draft_is_so_in_that_release_alone(draft: Article, editor: User) -> None:
    decide_on(draft, "official", "Mihai Popa", rank="General", position="Minister of Defense", country="Moldova")
    assert offices_in("Two") == set()
    publishing.publish(articles=[draft], by=editor)
    assert ("Mihai Popa", "General", "Minister of Defense", "MD") in offices_in("Two")
    assert ("Mihai Popa", "", "chief", "RO") in offices_in("One")
    office = Appointment.objects.get(position="Minister of Defense")
    assert office.level == 2, "the level does not follow the office"
    assert {tuple(one.countries) for one in Meeting.objects.public()} == {("AL", "RO"), ("AL", "MD")}
    put(second(), engine="test-2")
    assert ("Mihai Popa", "General", "Minister of Defense", "MD") in offices_in("Two"), "another engine undoes it"


def test_an_official_of_another_name_is_called_so_wherever_the_release_names_him(draft: Article, editor: User) -> None:
    decide_on(draft, "official", "Mihai Popa", name="Mihai Popescu")
    publishing.publish(articles=[draft], by=editor)
    popescu = Person.objects.get(name="Mihai Popescu")
    assert list(popescu.mentions.values_list("article__title", flat=True).distinct()) == ["Two"]
    assert popescu.participations.get().meeting.reports.filter(article=draft).exists()


def test_nobody_is_taken_away_from_one_release_and_stays_in_another(draft: Article, editor: User) -> None:
    decide_on(draft, "official", "Mihai Popa")
    assert next(one for one in Draft(draft).drafted.facts if one.told.form.get("name") == "Mihai Popa").state == "taken away"
    publishing.publish(articles=[draft], by=editor)
    assert set(Mention.objects.filter(person__name="Mihai Popa").values_list("article__title", flat=True)) == {"One"}
    corrections.withdraw(correction=Correction.objects.get(), by=editor)
    assert set(Mention.objects.filter(person__name="Mihai Popa").values_list("article__title", flat=True)) == {"One", "Two"}


def test_an_organization_is_set_right_and_taken_away_in_one_release_alone(draft: Article, editor: User) -> None:
    decide_on(draft, "body", "General Staff", name="Joint Staff")
    publishing.publish(articles=[draft], by=editor)
    named = {one.name: set(one.mentions.values_list("article__title", flat=True)) for one in Organization.objects.all()}
    assert named == {"General Staff": {"One"}, "Joint Staff": {"Two"}}
    assert set(Appointment.objects.filter(articles=draft, organization__isnull=False).values_list("organization__name", flat=True)) == {
        "Joint Staff"
    }
    corrections.withdraw(correction=Correction.objects.in_force().get(kind="body", field="name"), by=editor)
    articles.withdraw(articles=[draft], by=editor)
    decide_on(draft, "body", "General Staff")
    articles.publish(articles=[draft], by=editor)
    assert not Mention.objects.filter(article=draft, organization__isnull=False).exists()
    assert not Appointment.objects.filter(articles=draft, organization__isnull=False).exists()
    assert Organization.objects.get().mentions.get().article.title == "One"


def test_what_was_accepted_of_an_official_holds_and_what_the_machine_reads_later_is_told(draft: Article, editor: User) -> None:
    decide_on(draft, "official", "Mihai Popa", rank="General")
    publishing.publish(articles=[draft], by=editor)
    put(names_in("Two", "Mihai Popa", more=" They spoke of ships.", rank="Colonel", position="deputy"), engine="test-2")
    assert ("Mihai Popa", "General", "chief", "RO") in offices_in("Two")
    now = dict(Correction.objects.in_force().filter(reads_since__isnull=False).values_list("field", "reads_now"))
    assert now == {"rank": "Colonel", "position": "deputy"}
