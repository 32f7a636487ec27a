"""What an editor decides on a draft is of that release alone, and waits for its publication."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth.models import User

from archive.actions import articles, corrections
from archive.models import Article, Correction, Meeting
from archive.records.review import Desk
from ingest import drafted, publishing
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
