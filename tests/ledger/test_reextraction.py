"""A changed engine replaces what the machine read, and nothing that people decided."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from archive.actions import people
from archive.models import Extraction, Person
from ingest.engine import pipeline
from ingest.engine.types import Document, Record
from tests.ingest.snapshot import snapshot

RELEASE = """\
Ministers meet in Tirana

TIRANA, September 12, 2024 – Minister of Defense Mihai Popa of Romania met Albanian Minister of Defense Ilir Hoxha in Tirana on Thursday.

“We are glad to be here,” Popa said.
"""


@pytest.fixture
def archive(db: None, tmp_path: Path) -> str:
    """One release, as the engine reads it; the name of an official in it."""
    (tmp_path / "release.txt").write_text(RELEASE)
    call_command("ingest", str(tmp_path), processes=1, stdout=StringIO(), stderr=StringIO())
    assert Person.objects.filter(name="Mihai Popa").exists()
    return "Mihai Popa"


@pytest.fixture
def another_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that reads all as before, but for one official's rank."""
    as_before = pipeline.extract

    def extract(document: Document) -> Record:
        record = as_before(document)
        ranked = tuple(replace(one, rank="General") if one.name == "Mihai Popa" else one for one in record.people)
        return replace(record, engine="test-next", people=ranked)

    monkeypatch.setattr(pipeline, "extract", extract)


def run(**options: bool) -> str:
    out = StringIO()
    call_command("reextract", stdout=out, stderr=out, **options)
    return out.getvalue()


def test_the_same_engine_changes_nothing(archive: str) -> None:
    before = snapshot()
    assert "1 articles read by engine" in run()
    assert snapshot() == before


def test_a_dry_run_tells_what_would_change_and_stores_nothing(archive: str, another_engine: None) -> None:
    before = snapshot()
    told = run(dry_run=True)
    assert "+ people: Mihai Popa, General, Minister of Defense, RO" in told
    assert "1 would change" in told
    assert snapshot() == before
    assert Extraction.objects.get(in_force=True).engine == pipeline.VERSION


def test_a_changed_engine_replaces_what_was_read_and_leaves_what_people_decided(
    archive: str, another_engine: None, administrator: User
) -> None:
    popa = Person.objects.get(name=archive)
    made = people.rename(person=popa, name="Mihai-Ion Popa", by=administrator)
    assert "1 changed" in run()
    popa.refresh_from_db()
    made.refresh_from_db()
    assert (popa.name, popa.appointments.get().rank, made.withdrawn_at) == ("Mihai-Ion Popa", "General", None)
    assert Extraction.objects.get(in_force=True).engine == "test-next"
