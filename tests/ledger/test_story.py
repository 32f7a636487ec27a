"""The story of docs/guides/a-correction.md, told anew by the archive: what the document prints is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User

from archive.actions import corrections, people
from archive.models import Correction, Person
from archive.records.history import Asked, History
from archive.records.review import Desk
from ingest import projection
from ingest.engine.types import Record
from tests.ingest.made_up import meeting, official, record
from tests.ledger.conftest import put

DOCUMENT = settings.BASE_DIR / "docs" / "guides" / "a-correction.md"
RELEASES = ("Talks in Chisinau", "A visit to the range", "Farewell call")


def read(title: str, *, position: str, country: str = "MD") -> Record:
    """What an engine reads in one of the three releases: that the official is of Moldova, which he is not, in this office."""
    body = f"{title}. Colonel Ilie Marin met Ilir Hoxha. Colonel Marin thanked his hosts."
    marin = official("Ilie Marin", country, body, short=False, rank="Colonel", position=position)
    hoxha = official("Ilir Hoxha", "AL", body)
    return record(title=title, body=body, people=(marin, hoxha), meetings=(meeting(body, people=(marin, hoxha)),))


def told() -> str:
    """The official as readers see him, in one line."""
    marin = Person.objects.select_related("country").get(name="Ilie Marin")
    field = corrections.Correction.objects.in_force().filter(kind="person", key=marin.key, field="country").first()
    state = "read by rule" if field is None else f"{field.get_operation_display()} by {field.by.get_username()}"
    office = marin.appointments.get().position
    return f"Ilie Marin, {office}: {marin.country}, {state}; in {marin.mentions.values('article').distinct().count()} articles"


@pytest.mark.django_db
def test_the_story_is_what_happens(administrator: User) -> None:
    lines: list[str] = []
    for title in RELEASES:
        put(read(title, position="attaché"), engine="1")
    lines += ["engine 1 reads three releases", f"    {told()}"]

    marin = Person.objects.get(name="Ilie Marin")
    first = people.set_country(person=marin, country="RO", by=administrator, reason="Romanian attaché, see his ministry’s list")
    lines += ["an admin sets the country right, once", f"    {told()}"]

    for title in RELEASES:
        put(read(title, position="defense attaché"), engine="2")
    projection.rebuild()
    lines += ["engine 2 reads all three anew, and the archive is rebuilt", f"    {told()}"]
    assert not Desk(administrator, queue="reads").reads

    for title in RELEASES:
        put(read(title, position="defense attaché", country="UA"), engine="3")
    [(made, _)] = Desk(administrator, queue="reads").reads
    lines += [f"engine 3 reads a third country; the desk shows: {made.reads_now} where {made.old} was set to {made.new}", f"    {told()}"]
    for title in RELEASES:
        put(read(title, position="defense attaché"), engine="2")

    corrections.withdraw(correction=Correction.objects.get(pk=first.pk), by=administrator)
    lines += ["engine 2 is put back, and the correction is taken back", f"    {told()}"]

    people.set_country(person=Person.objects.get(pk=marin.pk), country="RO", by=administrator, reason="It was right after all")
    lines += ["and made again", f"    {told()}"]

    lines.append("the history keeps all of it, the newest first")
    for entry in History(Asked()).entries:
        back = f", taken back by {entry.back_by}" if entry.back_by else ""
        lines.append(f"    {entry.what} of {entry.name}: {entry.before} → {entry.after}, by {entry.who}{back} ({entry.why})")
    assert "\n".join(lines) in Path(DOCUMENT).read_text(encoding="utf-8"), "\n".join(lines)
