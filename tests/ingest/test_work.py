"""What becomes of each file of an upload, and of what others have in hand."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from procrastinate.contrib.django.models import ProcrastinateJob

from archive.actions import articles, imports
from archive.models import Article, ImportBatch, ImportFile, ImportPart, Meeting
from archive.models import imports as import_tables
from ingest import work
from ingest.desk import Desk, Died, TookTooLong
from ingest.extraction import Extracted
from tests.formats.made_files import HTML, PARAGRAPHS, TEXT, TITLE, carrying, docx, mail, mhtml, packed
from tests.ingest.test_ingest_command import release

pytestmark = pytest.mark.django_db


@pytest.fixture
def batch(editor: User) -> ImportBatch:
    return imports.begin(name="an upload", by=editor)


@pytest.fixture(scope="module", autouse=True)
def _desk_is_closed() -> Iterator[None]:
    yield
    work._desk().close()


def send(batch: ImportBatch, name: str, content: bytes, **fields: str) -> ImportFile:
    return imports.add(batch=batch, name=name, pieces=[content], **fields)


def finish(batch: ImportBatch) -> dict[str, str]:
    """The state of each file when nothing is left to do."""
    while work.do_one(batch.pk):
        pass
    batch.refresh_from_db()
    assert batch.finished is not None
    return dict(batch.files.values_list("path", "state"))


def test_an_upload_becomes_drafts_in_the_name_of_who_sent_it(batch: ImportBatch, editor: User) -> None:
    content = release(1).encode()
    file = send(batch, "talks.txt", content)
    assert finish(batch) == {"talks.txt": "new"}
    file.refresh_from_db()
    article = file.article
    assert (article.status, article.uploaded_by, article.path) == ("draft", editor, f"upload {batch.pk}/talks.txt")
    assert bytes(article.original.content) == content
    assert not ImportPart.objects.exists()
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(("setting", "mails"), [(True, 1), (False, 0)])
def test_who_sent_an_upload_is_mailed_once_when_it_is_done_where_the_setting_says_so(
    batch: ImportBatch, editor: User, settings, mailoutbox, setting: bool, mails: int
) -> None:
    settings.MAIL_UPLOADS = setting
    User.objects.filter(pk=editor.pk).update(email="editor@example.org")
    send(batch, "talks.txt", release(1).encode())
    send(batch, "empty.txt", b"")
    finish(batch)
    work.do_one(batch.pk)
    assert len(mailoutbox) == mails
    if mails:
        assert mailoutbox[0].to == ["editor@example.org"]
        assert "1  New releases" in mailoutbox[0].body
        assert f"/upload/{batch.pk}/" in mailoutbox[0].body
        assert "empty" in mailoutbox[0].body.lower()


def test_the_format_and_the_address_are_kept(batch: ImportBatch) -> None:
    send(batch, "page.html", mhtml(HTML))
    send(
        batch,
        "pasted text",
        b"Talks in Tallinn\n\nMinister of Defence \xc3\x9clo Tamm met guests in Tallinn.",
        source_url="https://mod.example/n/1",
    )
    finish(batch)
    assert sorted(Article.objects.values_list("format", "source_url")) == [
        ("mhtml", "https://mod.example/news/talks-42"),
        ("text", "https://mod.example/n/1"),
    ]


def test_a_file_of_a_name_that_another_upload_had_takes_the_place_of_nothing(batch: ImportBatch, editor: User) -> None:
    other = imports.begin(name="another", by=editor)
    send(batch, "talks.txt", release(1).encode())
    send(other, "talks.txt", release(2).encode())
    assert finish(batch) == finish(other) == {"talks.txt": "new"}
    assert Article.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "state", "kept"),
    [
        pytest.param(TEXT.encode(), "unchanged", False, id="the same bytes"),
        pytest.param(docx(TITLE, *PARAGRAPHS), "duplicate", True, id="the same text in other clothes"),
        pytest.param(release(7).encode(), "new", False, id="another release"),
    ],
)
def test_what_is_there_already_is_told(batch: ImportBatch, editor: User, content: bytes, state: str, kept: bool) -> None:
    send(batch, "a.txt", TEXT.encode())
    finish(batch)
    again = imports.begin(name="again", by=editor)
    file = send(again, "b.txt", content)
    assert finish(again) == {"b.txt": state}
    file.refresh_from_db()
    assert file.parts.exists() is kept
    assert (file.reason == "") is (state == "new")
    assert state == "new" or f"upload {batch.pk}/a.txt" in file.reason


def test_macros_are_told_beside_the_draft(batch: ImportBatch) -> None:
    file = send(batch, "a.docx", docx(TITLE, *PARAGRAPHS, extra={"word/vbaProject.bin": b"Sub AutoOpen()"}))
    assert finish(batch) == {"a.docx": "new"}
    file.refresh_from_db()
    assert "macros were not run" in file.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", "The file is empty", id="empty"),
        pytest.param(b"%PDF-1.7", "The PDF is damaged", id="a damaged PDF"),
        pytest.param(bytes(range(256)) * 9, "The file is binary, not text", id="binary"),
        pytest.param(b"PK\x03\x04 cut off", "The archive is damaged or cut off", id="a damaged archive"),
        pytest.param(b"Home | News | Contact\n", "No running text was found", id="a page without a release"),
        pytest.param(packed({"xl/workbook.xml": b"<x/>"}), "The file is an archive or an office document", id="a table"),
        pytest.param(b"They met. " * 4000, "The file has 40,000 bytes, more than the 30,000 bytes that are read", id="too large"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_is_kept(batch: ImportBatch, settings, content: bytes, reason: str) -> None:
    settings.UPLOAD_FILE_SIZE = 30_000
    file = send(batch, "a.txt", content)
    good = send(batch, "good.txt", release(1).encode())
    assert finish(batch) == {"a.txt": "failed", "good.txt": "new"}
    file.refresh_from_db()
    good.refresh_from_db()
    assert file.reason.startswith(reason)
    assert b"".join(file.pieces()) == content


def test_of_a_page_without_a_release_is_told_what_an_editor_can_do(batch: ImportBatch) -> None:
    file = send(batch, "a.txt", b"Home | News | Contact\n")
    finish(batch)
    file.refresh_from_db()
    assert file.reason == "No running text was found in it"
    assert file.advice.startswith("Save the text of the release alone"), "Editors have no command line."


# ---- archives ----


def test_an_archive_becomes_its_files(batch: ImportBatch) -> None:
    send(batch, "all.zip", packed({"2023/a.txt": release(1).encode(), "b.txt": release(2).encode(), "../c.txt": b"x", "d.txt": b""}))
    assert finish(batch) == {
        "all.zip": "unpacked",
        "all.zip/2023/a.txt": "new",
        "all.zip/b.txt": "new",
        "all.zip/../c.txt": "failed",
        "all.zip/d.txt": "failed",
    }
    assert "leads out of the archive" in batch.files.get(path="all.zip/../c.txt").reason
    assert set(batch.files.kept().filter(is_kept=True).values_list("path", flat=True)) == {  # the archive, since its c.txt is nowhere else
        "all.zip", "all.zip/2023/a.txt", "all.zip/b.txt",
    }  # fmt: skip


def test_an_archive_that_is_refused_leaves_no_file_behind(batch: ImportBatch, settings) -> None:
    settings.UPLOAD_ARCHIVE_SIZE = 30_000
    send(batch, "all.zip", packed({f"{n}.txt": os.urandom(5_000) for n in range(3)} | {"large.txt": os.urandom(25_000)}))
    assert finish(batch) == {"all.zip": "failed"}
    file = batch.files.get()
    assert (file.reason, file.advice) == ("The archive unpacks to more than 0 MB", "Split it.")
    assert file.parts.exists()


def test_many_files_of_an_archive_go_in_by_portions(batch: ImportBatch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "STORED_AT_ONCE", 3)
    send(batch, "all.zip", packed({f"{n}.txt": release(n).encode() for n in range(8)}))
    assert list(finish(batch).values()).count("new") == 8


def test_a_large_file_is_kept_in_parts_and_comes_back_whole(batch: ImportBatch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_tables, "PART", 1000)
    content = os.urandom(4_500)
    file = imports.add(batch=batch, name="a", pieces=[content[:1700], content[1700:1701], content[1701:]])
    assert (file.parts.count(), file.size, file.sha256) == (5, 4_500, hashlib.sha256(content).hexdigest())
    assert b"".join(file.pieces()) == content


def test_what_is_attached_to_a_mail_is_read_by_itself(batch: ImportBatch) -> None:
    note = carrying(
        mail("Release", "Please find our release attached."), ("talks.docx", docx(TITLE, *PARAGRAPHS)), ("table.bin", b"\0" * 99)
    )
    send(batch, "note.eml", note)
    send(batch, "both.eml", carrying(mail("Talks", release(3)), ("more.txt", release(4).encode())))
    assert finish(batch) == {
        "note.eml": "unpacked",
        "note.eml/talks.docx": "new",
        "note.eml/table.bin": "failed",
        "both.eml": "new",
        "both.eml/more.txt": "new",
    }
    assert batch.files.get(path="note.eml").reason == "2 files attached to it, read by themselves."
    assert batch.files.get(path="both.eml").reason == "1 file attached to it, read by itself."
    assert set(batch.files.kept().filter(is_kept=True).values_list("path", flat=True)) == set(batch.files.values_list("path", flat=True))


# ---- retry, cancel ----


def test_the_failed_alone_are_tried_again(batch: ImportBatch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "_desk", lambda: Refusing())
    send(batch, "slow.txt", release(1).encode())
    assert finish(batch) == {"slow.txt": "failed"}
    monkeypatch.undo()
    send(batch, "good.txt", release(2).encode())
    finish(batch)
    ended = batch.files.get(path="good.txt").ended

    assert imports.retry(batch=batch, by=batch.by) == 1
    assert finish(batch) == {"slow.txt": "new", "good.txt": "new"}
    assert batch.files.get(path="good.txt").ended == ended


class Refusing:
    is_ready = True

    def ready(self) -> None:
        """Always."""

    def read(self, *args: object, **options: object) -> None:
        raise TookTooLong("It took longer than 60 seconds to read.")


def test_what_is_cancelled_is_read_no_more_until_it_is_retried(batch: ImportBatch) -> None:
    for number in range(3):
        send(batch, f"{number}.txt", release(number).encode())
    work.do_one(batch.pk)
    assert imports.cancel(batch=batch, by=batch.by) == 2
    assert finish(batch) == {"0.txt": "new", "1.txt": "cancelled", "2.txt": "cancelled"}
    assert imports.retry(batch=batch, by=batch.by) == 2
    assert set(finish(batch).values()) == {"new"}


def test_two_files_of_one_name_are_told_apart(batch: ImportBatch) -> None:
    for name in ("a/talks.txt", "a/talks.txt", "a/talks.txt", "LICENSE", "LICENSE"):
        send(batch, name, b"x")
    assert sorted(batch.files.values_list("path", flat=True)) == [
        "LICENSE", "LICENSE (2)", "a/talks (2).txt", "a/talks (3).txt", "a/talks.txt",
    ]  # fmt: skip


# ---- files that end their reader ----


def test_a_file_that_ends_its_reader_is_set_aside_after_three_tries(batch: ImportBatch, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[str] = []

    class Dying(Refusing):
        def read(self, content: bytes, **options: object) -> None:
            tries.append(str(options["path"]))
            raise Died("It ended the process that read it.")

    monkeypatch.setattr(work, "_desk", Dying)
    file = send(batch, "deadly.txt", b"boo")
    finish(batch)
    file.refresh_from_db()
    assert (file.state, len(tries)) == ("failed", 3)
    assert file.reason == "It ended the process that read it 3 times"


def test_a_database_that_is_gone_is_not_held_against_the_file(batch: ImportBatch, monkeypatch: pytest.MonkeyPatch) -> None:
    file = send(batch, "a.txt", release(1).encode())

    def gone(*args: object) -> None:
        raise OperationalError("no space left on device")

    monkeypatch.setattr(work, "_do", gone)
    for _ in range(5):
        with pytest.raises(OperationalError):
            work.do_one(batch.pk)
    file.refresh_from_db()
    assert file.attempts == 0
    monkeypatch.undo()
    assert finish(batch) == {"a.txt": "new"}


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk(seconds=180, memory=1_500_000_000)
    yield desk
    desk.close()


def reads(desk: Desk) -> bool:
    return isinstance(desk.read(release(1).encode(), path=Path("a.txt")).result, Extracted)


def test_a_desk_outlives_its_process(desk: Desk) -> None:
    assert reads(desk)
    os.kill(desk._process.pid, signal.SIGKILL)  # type: ignore[union-attr]
    desk._process.join()  # type: ignore[union-attr]
    assert reads(desk)


def test_a_process_that_dies_over_a_file_is_told(desk: Desk) -> None:
    assert reads(desk)
    os.kill(desk._process.pid, signal.SIGSTOP)  # type: ignore[union-attr]
    desk.seconds = 0.5
    with pytest.raises(TookTooLong):
        desk.read(release(1).encode(), path=Path("a.txt"))
    desk.seconds = 180
    assert reads(desk)


def test_memory_has_a_bound() -> None:
    small = Desk(seconds=180, memory=350_000_000)
    try:
        result = small.read(b"word " * 3_900_000, path=Path("a.txt")).result
    except Died:
        return  # libraries in C end the process where Python says what it lacks
    finally:
        small.close()
    assert "more memory" in getattr(result, "reason", "")


# ---- what others have in hand ----


def test_nobody_takes_what_another_has_in_hand(transactional_db: None, batch: ImportBatch) -> None:
    first, second = (send(batch, f"{n}.txt", release(n).encode()) for n in range(2))
    settings = connection.get_connection_params()
    settings.pop("cursor_factory", None), settings.pop("context", None)
    with psycopg.connect(**settings, autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(%s, %s)", [work.LOCK, first.pk])
        assert work.do_one(batch.pk)
        assert not work.do_one(batch.pk)
        batch.refresh_from_db()
        assert batch.finished is None
        assert dict(batch.files.values_list("path", "state")) == {"0.txt": "waiting", "1.txt": "new"}
        other.execute("SELECT pg_advisory_unlock(%s, %s)", [work.LOCK, first.pk])
    assert finish(batch) == {"0.txt": "new", "1.txt": "new"}
    assert second.batch_id == first.batch_id


def test_published_drafts_of_an_upload_are_told_to_readers(batch: ImportBatch, editor: User) -> None:
    send(batch, "a.txt", release(1).encode())
    finish(batch)
    articles.publish(articles=list(Article.objects.all()), by=editor)
    assert Meeting.objects.public().count() == 1


@pytest.mark.parametrize(
    ("at_once", "jobs"), [pytest.param(True, 1, id="published at once"), pytest.param(False, 0, id="kept as a draft, which tells nothing")]
)
def test_what_is_published_at_once_is_compared_with_what_was_there(batch: ImportBatch, settings, at_once: bool, jobs: int) -> None:
    settings.PUBLISH_AT_ONCE, settings.PUBLISH_CONFIDENCE = at_once, 0.0
    dated = "---\npublisher: Ministry of Defense of Romania\ndate: 2024-09-03\n---\n" + release(1)
    send(batch, "a.md", dated.encode())
    finish(batch)
    assert Article.objects.get().status == ("published" if at_once else "draft")
    assert ProcrastinateJob.objects.filter(task_name="ingest.compare").count() == jobs
