"""Agreements, quotations and officials added by hand: what rests on one release is set right there, and outlives its next reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from archive.actions import corrections
from archive.models import Agreement, Article, Correction, Person, Quote
from ingest.engine import types
from ingest.engine.types import Record
from tests.ingest.made_up import at, official, record
from tests.ledger.conftest import put

pytestmark = pytest.mark.django_db
BODY = "Ana Popa signed a memorandum on cyber. “We are glad,” she said. Captain Ion Vasile, the aide, stood by."


def release() -> Record:
    popa = official("Ana Popa", "RO", BODY, short=False)
    memorandum = types.Agreement(
        title="memorandum on cyber", action="signed", countries=("RO",), evidence=(("title", at(BODY, "memorandum on cyber")),)
    )
    said = types.Quote("Ana Popa", "We are glad,", at(BODY, "We are glad,"))
    return record(title="One", body=BODY, people=(popa,), agreements=(memorandum,), quotes=(said,))


@pytest.fixture
def admin(client: Client, administrator: User) -> Client:
    put(release())
    client.force_login(administrator)
    return client


def test_the_parties_of_an_agreement_are_set_and_hold_through_the_next_reading(admin: Client) -> None:
    agreement = Agreement.objects.get()
    form = {"act": "set", "field": "countries", "seen": '["RO"]', "new": "Romania, AL", "reason": "Both signed"}
    assert admin.post(f"/correct/agreement/{agreement.public_id}/", form).status_code == 302
    assert Agreement.objects.get().countries == ["AL", "RO"]
    put(release(), engine="test-2")
    assert Agreement.objects.get().countries == ["AL", "RO"]
    corrections.withdraw(correction=Correction.objects.get(), by=User.objects.get(username="administrator"))
    assert Agreement.objects.get().countries == ["RO"]


def test_an_agreement_that_is_none_is_taken_away_and_brought_back(admin: Client) -> None:
    agreement = Agreement.objects.get()
    assert admin.post(f"/correct/agreement/{agreement.public_id}/", {"act": "suppress"}).status_code == 302
    assert not Agreement.objects.exists()
    assert "memorandum on cyber" in admin.get("/review/?queue=suppressed").content.decode()
    admin.post("/withdraw/", {"what": "correction", "pk": Correction.objects.get().pk})
    assert Agreement.objects.get().key == agreement.key


def test_an_official_whom_the_machine_missed_is_added_by_the_words_and_may_be_the_speaker(admin: Client) -> None:
    article, quote = Article.objects.get(), Quote.objects.get()
    form = {"words": "Ion Vasile", "rank": "Captain", "country": "Romania"}
    assert admin.post(f"/articles/{article.public_id}/add/", form).status_code == 302
    vasile = Person.objects.get(name="Ion Vasile")
    assert (vasile.country_id, vasile.appointments.get().rank) == ("RO", "Captain")
    seen = f'"{Person.objects.get(name="Ana Popa").key}"'
    admin.post(f"/correct/quote/{quote.public_id}/", {"act": "set", "field": "speaker", "seen": seen, "new": "Ion Vasile"})
    put(release(), engine="test-2")
    assert Quote.objects.get().speaker.name == "Ion Vasile"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("form", "why", "field"),
    [
        ({"words": "Nobody at all"}, "do not stand in the text", "add-person-words"),
        ({"words": ""}, "do not stand in the text", "add-person-words"),
        ({"words": "Ion Vasile", "country": "Atlantis"}, "No country is called", "add-person-country"),
        ({"what": "meeting", "words": "Ion Vasile", "kind": "visit"}, "Nobody is said to have met", "add-meeting-countries"),
        ({"what": "meeting", "words": "Ion Vasile", "countries": "RO", "date": "May"}, "no day of the calendar", "add-meeting-date"),
        ({"what": "meeting", "words": "Ion Vasile", "people": "Vesna Ilić"}, "names no official", "add-meeting-people"),
    ],
    ids=["words that are not there", "no words", "an unknown country", "a meeting of nobody", "no day", "somebody not named there"],
)
def test_an_addition_that_cannot_be_is_refused_beside_its_field_with_what_was_typed(
    admin: Client, form: dict[str, str], why: str, field: str
) -> None:
    article = Article.objects.get()
    answer = admin.post(f"/articles/{article.public_id}/add/", form)
    page = BeautifulSoup(answer.content, "lxml")
    fault = page.find(id=f"{field}-error")
    assert answer.status_code == 400
    assert fault is not None
    assert why in fault.text
    to_blame = page.select_one(f"#{field}[autofocus][aria-invalid=true]")
    assert to_blame is not None
    assert fault["id"] in to_blame["aria-describedby"]
    filled = to_blame.find_parent("details")
    assert filled is not None
    assert filled.has_attr("open")
    assert [one["value"] for one in filled.select("input[name=country]")] == [form.get("country", "")]
    assert len(page.select("#add details[open]")) == len(page.select("#add .error")) == 1
    assert page.select_one(".cite a")["href"].endswith(f"/articles/{article.public_id}/")  # type: ignore[index, union-attr]
    assert not Correction.objects.exists()


def test_who_is_told_to_speak_goes_on_being_told_of_though_another_country_is_read(admin: Client, administrator: User) -> None:
    read = release()
    spoken, popa = Quote.objects.get(), Person.objects.get(name="Ana Popa")
    corrections.correct(kind="quote", key=spoken.key, field="speaker", new=popa.key, seen=popa.key, by=administrator)
    put(replace(read, people=tuple(replace(one, country="MD") for one in read.people)), engine="test-2")
    assert Quote.objects.get().speaker == Person.objects.get(key=popa.key)
    corrections.withdraw(correction=Correction.objects.get(), by=administrator)
    assert not Person.objects.filter(key=popa.key).exists()
