"""An archive moved to another installation is the same there: rows, keys, bytes, former versions, decisions and who made them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Model

from archive.actions import additions, corrections, judgements, people
from archive.models import Agreement, Article, Correction, Judgement, Meeting, Original, Person
from ingest import projection
from ingest.loading import load
from ingest.models import FormerVersion, NewVersion, TextJudgement
from ingest.moving import Moved, export_to, import_from
from tests.ingest.made_up import any_record, extracted, official, record
from tests.ingest.snapshot import snapshot

pytestmark = pytest.mark.django_db


def ledger() -> list[tuple[object, ...]]:
    """Every decision, in a form that can be compared."""
    told = Correction.objects.values_list("kind", "key", "field", "operation", "old", "new", "by__username", "made_at", "withdrawn_at")
    judged = Judgement.objects.values_list("left", "right", "verdict", "stays", "by__username", "made_at", "withdrawn_at")
    texts = TextJudgement.objects.values_list("article", "other", "verdict", "by__username", "made_at")
    return sorted([*told, *judged, *texts], key=repr)


# Not moved, on purpose: records of uploads, what analysts keep, who may sign in, and what the other installation notes for itself.
STAY = {
    "importact", "importbatch", "importfile", "importpart", "savedsearch", "apitoken", "readerreport",
    "country", "countrygroup", "groupmembership",
    "articleevent", "publisherevent", "savedsearchevent", "meetingevent", "organizationevent", "personevent",
}  # fmt: skip
OF_THE_INSTALLATION = {"id", "created", "updated", "search"}  # columns: numbers, and when a row came to be here


def tables() -> dict[str, list[str]]:
    """Every table of ours, row by row, with the key of what a row hangs on in place of its number."""
    models = [*apps.get_app_config("archive").get_models(), *apps.get_app_config("ingest").get_models()]
    return {name: rows(model) for model in models if (name := model._meta.model_name or "") not in STAY}


def rows(model: type[Model]) -> list[str]:
    one = [field.name for field in model._meta.local_concrete_fields if field.name not in OF_THE_INSTALLATION]
    many = [field.name for field in model._meta.local_many_to_many]
    return sorted(
        repr([*(known_by(getattr(row, name)) for name in one), *(sorted(map(known_by, getattr(row, name).all())) for name in many)])
        for row in model._default_manager.all()
    )


def known_by(value: object) -> str:
    """By what it is known in any installation: a row by its key or name, or by what it hangs on; anything else by itself."""
    if not isinstance(value, Model):
        return repr(bytes(value) if isinstance(value, memoryview) else value)
    for name in ("key", "username", "code"):
        if hasattr(value, name):
            return str(getattr(value, name))
    return known_by(next(getattr(value, field.name) for field in value._meta.local_concrete_fields if field.is_relation))


def bytes_kept() -> list[bytes]:
    return sorted(bytes(one) for model in (Original, FormerVersion) for one in model.objects.values_list("content", flat=True))


def empty() -> None:
    """Another installation: nothing of this one is in the database, not even its accounts."""
    tables = "archive_article, archive_person, archive_organization, archive_meeting, archive_publisher, archive_correction, "
    tables += "archive_judgement, archive_likeness, archive_formerkey, ingest_textjudgement, ingest_footing, auth_user"
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {tables} CASCADE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    assert not Article.objects.exists()


@pytest.fixture
def lived_in(administrator: User, editor: User) -> None:
    """Releases of all states, one of them in its second version; a merge, a correction, one taken back, a judgement on two texts."""
    for seed in range(10):
        load(extracted(any_record(seed), path=f"{seed}.txt"), by=editor, status=("published", "published", "draft", "withdrawn")[seed % 4])
    load(extracted(any_record(77), path="0.txt"))
    for title, name in (("One", "Mihai Lupu"), ("Two", "Mihai-Ion Lupu")):
        load(extracted(record(title=title, body=f"{name} spoke.", people=(official(name, "RO", f"{name} spoke."),)), path=f"{title}.txt"))
    people.merge(source=Person.objects.get(name="Mihai Lupu"), into=Person.objects.get(name="Mihai-Ion Lupu"), by=administrator)
    lupu = Person.objects.get(name="Mihai-Ion Lupu")
    corrections.set_field(kind="person", key=lupu.key, field="name", old=lupu.name, new="Mihai Ion Lupu", by=editor)
    taken_back = corrections.set_field(kind="person", key=lupu.key, field="country", old="RO", new="MD", by=editor)
    corrections.withdraw(correction=taken_back, by=administrator)
    additions.add(what="agreement", article=Article.objects.get(title="Two"), start=0, end=9, by=editor, title="A Treaty")
    talks = Meeting.objects.order_by("key")[0]
    corrections.correct(kind="meeting", key=talks.key, field=f"person:{lupu.key}", new="guest", seen=None, by=editor)
    for title, name in (("One", "Mihai Lupu"), ("Two", "Mihai-Ion Lupu")):  # read anew by another engine, as of another country
        read = record(title=title, body=f"{name} spoke.", people=(official(name, "UA", f"{name} spoke."),))
        load(extracted(read, path=f"{title}.txt", engine="test-2"))
    assert Person.objects.get(name="Mihai Ion Lupu").pk == lupu.pk
    keys = sorted(Article.objects.values_list("key", flat=True)[:2])
    TextJudgement.objects.create(article=keys[0], other=keys[1], verdict="different", by=editor)
    load(extracted(any_record(78), path="1.txt"), by=editor, status="draft")  # waits to take the place of a release that is published
    assert NewVersion.objects.count() == 1
    projection.compare()


def test_what_is_exported_and_imported_is_the_same_archive(lived_in, tmp_path: Path) -> None:
    before = snapshot(), ledger(), bytes_kept(), tables()
    count = export_to(tmp_path / "archive.zip")
    empty()
    moved = import_from(tmp_path / "archive.zip")
    assert (moved.articles, moved.decisions, moved.left) == (count, len(before[1]), [])
    assert tables() == before[3]
    assert Agreement.objects.filter(title="A Treaty").exists()
    assert Person.objects.get(name="Mihai Ion Lupu").participations.exists()
    assert (snapshot(), ledger(), bytes_kept()) == before[:3]
    assert not User.objects.filter(is_active=True).exists()


def test_imported_twice_nothing_changes(lived_in, tmp_path: Path) -> None:
    export_to(tmp_path / "archive.zip")
    before = snapshot(), ledger()
    moved = import_from(tmp_path / "archive.zip")
    assert (moved.articles, moved.decisions, moved.left) == (0, 0, [])
    assert (snapshot(), ledger()) == before


def test_what_people_decided_here_stands_against_what_comes(lived_in, tmp_path: Path, administrator: User) -> None:
    export_to(tmp_path / "archive.zip")
    lupu = Person.objects.get(name="Mihai Ion Lupu")
    corrections.set_field(kind="person", key=lupu.key, field="name", old=lupu.name, new="Mihai I. Lupu", by=administrator)
    moved: Moved = import_from(tmp_path / "archive.zip")
    assert Person.objects.filter(name="Mihai I. Lupu").exists()
    assert judgements.Judgement.objects.in_force().count() == 1
    assert moved.articles == 0


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + bytes(18), b"no archive"])
def test_a_file_that_is_none_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(CommandError, match="export-articles"):
        call_command("import-articles", str(tmp_path / "a.zip"))


def test_a_file_that_is_not_there_is_not_called_a_bad_one(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"a\.zip could not be opened \(No such file or directory\)"):
        call_command("import-articles", str(tmp_path / "a.zip"))


def test_a_file_that_was_tampered_with_is_refused(lived_in, tmp_path: Path) -> None:
    export_to(tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as old, zipfile.ZipFile(tmp_path / "other.zip", "w") as new:
        for name in old.namelist():
            new.writestr(name, b"something else" if name.startswith("files/") else old.read(name))
    empty()
    with pytest.raises(CommandError, match="not what it was"):
        call_command("import-articles", str(tmp_path / "other.zip"))
    assert not Article.objects.exists()
