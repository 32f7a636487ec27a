"""An archive in which people decide things: officials of small releases, loaded as the real ones are."""

from __future__ import annotations

import pytest

from archive.models import Article, Person
from ingest.engine.types import Record
from ingest.loading import Loaded, Outcome, load
from tests.ingest.made_up import body_named, extracted, meeting, official, record


def put(read: Record, *, path: str | None = None, engine: str = "test-1") -> Loaded:
    """The record in the archive, as if its file had been ingested."""
    loaded = load(extracted(read, path=path or f"{read.release.title}.txt", engine=engine))
    assert loaded.outcome is not Outcome.FAILED, loaded.reason
    return loaded


def names_in(title: str, name: str, *, country: str = "RO", more: str = "", **fields: object) -> Record:
    """A release in which an official of the General Staff meets Ilir Hoxha of Albania."""
    body = f"{name} of the General Staff met Ilir Hoxha in Tirana. {name} was pleased.{more}"
    told = {"organization": "General Staff", "position": "chief"} | fields
    people = (official(name, country, body, short=False, **told), official("Ilir Hoxha", "AL", body))
    staff = (body_named("General Staff", country, body),)
    return record(title=title, body=body, people=people, organizations=staff, meetings=(meeting(body, people=people),))


@pytest.fixture
def popa(db: None) -> Person:
    """Mihai Popa, of two releases."""
    put(names_in("One", "Mihai Popa"))
    put(names_in("Two", "Mihai Popa", more=" They spoke of ships."))
    return Person.objects.get(name="Mihai Popa")


@pytest.fixture
def twin(popa: Person) -> Person:
    """The same man as a third release writes him."""
    put(names_in("Three", "Mihai-Ion Popa"))
    return Person.objects.get(name="Mihai-Ion Popa")


def article(title: str) -> Article:
    return Article.objects.get(title=title)
