"""What the machine missed in a release is added by its words, outlives the next reading, and is not told twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.actions import additions, corrections
from archive.models import Agreement, Article, Correction, Meeting, Mention, Organization, Person, Quote
from ingest import projection
from ingest.engine.types import Record
from tests.ingest.made_up import meeting, official, record
from tests.ingest.snapshot import snapshot
from tests.ledger.conftest import put

pytestmark = pytest.mark.django_db
BODY = "Ana Popa met Ilir Hoxha in Tirana on 3 May 2024. They signed a memorandum on cyber. “We are glad,” she said for the Coast Guard."
TALKS = "Ana Popa met Ilir Hoxha in Tirana on 3 May 2024"
TITLE = "memorandum on cyber"
TOLD: dict[str, tuple[str, dict[str, Any]]] = {
    "meeting": (TALKS, {"countries": ["RO", "AL"], "people": ["ana popa"], "date": "2024-05-03", "place": "Tirana", "country": "AL"}),
    "agreement": (TITLE, {"action": "signed", "countries": ["AL", "RO"]}),
    "quote": ("“We are glad,”", {"speaker": "Ana Popa"}),
    "organization": ("Coast Guard", {"country": "RO"}),
}


def release(**more: Any) -> Record:
    people = (official("Ana Popa", "RO", BODY, short=False), official("Ilir Hoxha", "AL", BODY, short=False))
    return record(title="One", body=BODY, people=people, **more)


def add(what: str, by: User, *, words: str = "", **told: Any) -> Correction:
    own, fields = TOLD[what]
    one = Article.objects.get()
    start, end = corrections.place_of(words or own, article=one)
    return additions.add(what=what, article=one, start=start, end=end, by=by, reason="Missed", **(told or fields))


def settled() -> dict[str, list[tuple[object, ...]]]:
    projection.compare()
    return snapshot()


def test_all_that_was_missed_is_told_and_gone_when_it_is_taken_back(administrator: User) -> None:
    put(release())
    before = settled()
    made = [add(what, administrator) for what in TOLD]
    talks = Meeting.objects.get()
    assert (talks.date, talks.place, talks.countries, talks.level) == ("2024-05-03", "Tirana", ["AL", "RO"], talks.level)
    assert [one.person.name for one in talks.participations.filter(person__isnull=False)] == ["Ana Popa"]  # type: ignore[union-attr]
    memorandum, said = Agreement.objects.get(), Quote.objects.get()
    assert (memorandum.title, memorandum.countries, memorandum.meeting) == ("memorandum on cyber", ["AL", "RO"], talks)
    assert (said.text, said.speaker) == ("“We are glad,”", Person.objects.get(name="Ana Popa"))
    assert Organization.objects.get(name="Coast Guard").country_id == "RO"
    after = settled()
    projection.rebuild()
    assert snapshot() == after
    put(replace(release(), engine="test-2"), engine="test-2")
    assert settled() == after
    for one in made:
        corrections.withdraw(correction=one, by=administrator)
    assert settled() == before


def test_what_is_read_by_now_is_not_told_twice_and_says_what_people_told(administrator: User) -> None:
    put(release())
    add("meeting", administrator, countries=["RO", "AL"], people=["Ana Popa", "Ilir Hoxha"], date="2024-05-03", place="Durrës")
    mine = Meeting.objects.get().key
    people = release().people
    talks = replace(meeting(BODY, people=people), date="2024-05-03", place="Tirana", countries=("AL", "RO"))
    put(replace(release(meetings=(talks,)), engine="test-2"), engine="test-2")
    now = Meeting.objects.get()
    assert (now.key, now.place) == (mine, "Durrës")


def test_what_was_added_can_be_set_right_and_taken_away_and_brought_back(administrator: User) -> None:
    put(release())
    add("agreement", administrator)
    key = Agreement.objects.get().key
    corrections.correct(kind="agreement", key=key, field="title", new="Memorandum on Cyber Defense", seen=TITLE, by=administrator)
    gone = corrections.suppress(kind="agreement", key=key, old=None, by=administrator)
    assert not Agreement.objects.exists()
    corrections.withdraw(correction=gone, by=administrator)
    assert Agreement.objects.get().title == "Memorandum on Cyber Defense"


@pytest.mark.parametrize(
    ("what", "told", "why"),
    [
        pytest.param("ship", {}, "can be added", id="a kind that there is not"),
        pytest.param("agreement", {"color": "red"}, "can be told", id="a field that there is not"),
        pytest.param("agreement", {"action": "eaten"}, "eaten", id="an action that there is not"),
        pytest.param("agreement", {"countries": ["QQ"]}, "No country", id="an unknown country"),
        pytest.param("quote", {}, "Nobody is said to have spoken", id="a quotation of nobody"),
        pytest.param("meeting", {"date": "2024-05-03"}, "Nobody is said to have met", id="a meeting of nobody"),
        pytest.param("meeting", {"people": ["Vesna Ilić"]}, "It names Ana Popa, Ilir Hoxha", id="somebody whom the release does not name"),
        pytest.param("meeting", {"countries": ["RO"], "date": "2024-05-03", "end_date": "2024-05-01"}, "before it begins", id="backwards"),
        pytest.param("organization", {"name": " "}, "cannot be empty", id="an empty name"),
    ],
)
def test_what_cannot_be_added_is_refused_with_what_to_do(administrator: User, what: str, told: dict[str, Any], why: str) -> None:
    put(release())
    article = Article.objects.get()
    with pytest.raises(ValueError, match=why):
        additions.add(what=what, article=article, start=0, end=8, by=administrator, **told)
    assert not Correction.objects.exists()


def test_the_page_of_the_release_adds_and_leads_to_what_was_added(client: Client, administrator: User) -> None:
    put(release())
    client.force_login(administrator)
    address = f"/articles/{Article.objects.get().public_id}/add/"
    asked = {
        "what": "meeting",
        "words": TALKS,
        "kind": "visit",
        "countries": "Romania, AL",
        "people": "Ana Popa",
        "date": "2024-05-03",
    }
    page = client.post(address, asked, follow=True)
    talks = Meeting.objects.get()
    assert (page.redirect_chain[-1][0], talks.kind) == (f"/meetings/{talks.public_id}/#corrections", "visit")
    assert "Added by hand" in page.content.decode()
    client.post(address, {"what": "organization", "words": "Coast  Guard", "country": "Romania"})
    assert Mention.objects.get(organization__name="Coast Guard").text == "Coast Guard"
    refused = client.post(address, {"what": "agreement", "words": "a treaty of peace"})
    assert (refused.status_code, "do not stand in the text" in refused.content.decode()) == (400, True)
