"""`manage.py ingest`: folders into the archive, told file by file; started again after any end, it finishes the work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from psycopg.errors import AdminShutdown, DiskFull

from archive.models import Article, ImportBatch, ImportFile, Meeting
from ingest import room
from ingest.files import Arrivals, printable
from ingest.management.commands import ingest as ingest_command
from tests.formats.made_files import carrying, mail, packed
from tests.ingest.snapshot import snapshot
from tests.ingest.test_files import shut
from tests.installations import PATIENCE, ROOT, Databases, Installation, on, until


def release(number: int) -> str:
    """A release that differs from every other, on officials who come back in others."""
    country, name = (("Albanian", "Ilir Hoxha"), ("Estonian", "Ülo Tamm"), ("Polish", "Jan Nowak"))[number % 3]
    return (
        f"Talks number {number}\n\nTIRANA, Sept. {number % 28 + 1}, 2024 – Minister of Defense of Romania Ana Popa met her {country} "
        f"counterpart {name} in Tirana on Sept. {number % 28 + 1}.\n\n“This is meeting {number} of the year,” Popa said.\n"
    )


def make(folder: Path, numbers: range) -> Path:
    for number in numbers:
        (folder / f"{number:05}.txt").write_text(release(number), encoding="utf-8")
    return folder


def ingest(*arguments: object) -> tuple[str, str, int]:
    """What is on standard output, on standard error, the exit status."""
    out, err = StringIO(), StringIO()
    try:
        call_command("ingest", "--processes", "1", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), err.getvalue() + str(error), error.returncode
    return out.getvalue(), err.getvalue(), 0


def counts(page: str) -> dict[str, int]:
    """The table at the end."""
    rows = (line.split(maxsplit=1) for line in page.splitlines() if line.strip()[:1].isdigit())
    return {words.partition(":")[0].partition(",")[0].strip(): int(number.replace(",", "")) for number, words in rows}


@pytest.mark.django_db
def test_a_folder_goes_in_and_a_table_tells_it(tmp_path) -> None:
    page, _, status = ingest(make(tmp_path, range(3)))
    assert (counts(page), status) == ({"new": 3, "unchanged": 0, "changed": 0, "failed": 0}, 0)
    assert Article.objects.count() == 3
    assert Meeting.objects.count() == 3


@pytest.mark.django_db
def test_twice_the_same_changes_nothing_and_says_so(tmp_path) -> None:
    ingest(make(tmp_path, range(3)))
    before = (snapshot(), ImportBatch.objects.count(), ImportFile.objects.count())
    page, _, status = ingest(tmp_path)
    assert "Nothing changed" in page
    assert (counts(page)["unchanged"], status) == (3, 0)
    assert (snapshot(), ImportBatch.objects.count(), ImportFile.objects.count()) == before


@pytest.mark.django_db
def test_files_read_again_change_nothing_either(tmp_path) -> None:
    ingest(make(tmp_path, range(3)))
    before = snapshot()
    assert "Nothing changed" in ingest(tmp_path, "--again")[0]
    assert snapshot() == before


@pytest.mark.django_db
def test_annotations_and_hidden_files_are_passed_over_and_counted(tmp_path) -> None:
    make(tmp_path, range(1))
    (tmp_path / "00000.json").write_text("{}")
    (tmp_path / ".hidden.txt").write_text("Hidden")
    assert counts(ingest(tmp_path)[0])["passed over"] == 2


@pytest.mark.django_db
def test_bad_files_are_told_with_reasons_and_the_rest_goes_in(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, range(2))
    (tmp_path / "closed").mkdir()
    shut(tmp_path / "closed", monkeypatch)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "long.txt").write_bytes(b"x" * 50_000_000)
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/Verteidigung f\xfcr \x1b[2Jalle.txt")).write_text(release(3), encoding="utf-8")
    page, errors, status = ingest(tmp_path, tmp_path / "missing.txt")
    assert (counts(page)["new"], counts(page)["failed"], status) == (3, 7, 1)
    assert "7 of 10 files failed" in errors
    assert "closed: The folder could not be opened (Permission denied)" in errors
    for name in ("empty", "binary", "long", "link", "pipe", "missing"):
        assert f"{name}.txt: " in errors
    assert Article.objects.count() == 3
    assert Article.objects.get(title="Talks number 3").path.endswith(r"/Verteidigung f\xfcr " + "\x1b[2Jalle.txt")
    assert ImportFile.objects.filter(state="failed").exclude(reason="").count() == 7


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("Ülo\u3000Tamm/talks.txt: new", "Ülo\u3000Tamm/talks.txt: new", id="letters of any language"),
        pytest.param("a\x1b[2J\n.txt", r"a\x1b[2J\n.txt", id="signs that steer a terminal"),
        pytest.param("talks\u202etxt.exe", r"talks\u202etxt.exe", id="a sign that turns the direction of writing"),
        pytest.param("f\udcfcr.txt", r"f\udcfcr.txt", id="a byte that is no letter"),
    ],
)
def test_names_are_printed_and_steer_nothing(line: str, shown: str) -> None:
    assert printable(line) == shown


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("cause", "told"),
    [pytest.param(DiskFull(), "no room left", id="full"), pytest.param(AdminShutdown(), "does not answer", id="stopped meanwhile")],
)
def test_a_database_that_cannot_go_on_is_told_with_what_to_do(tmp_path, cause: Exception, told: str) -> None:
    def broken(execute, question, *more):  # type: ignore[no-untyped-def]
        if "archive_article" in question:
            raise OperationalError("could not extend file") from cause
        return execute(question, *more)

    with connection.execute_wrapper(broken):
        _, errors, status = ingest(make(tmp_path, range(2)))
    assert (told in errors, "then run this again" in errors, status) == (True, True, 1)


@pytest.mark.django_db
def test_a_run_waits_while_the_disk_is_nearly_full_and_goes_on_by_itself(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = iter([10**12, 400_000_000, 300_000_000])
    monkeypatch.setattr(room, "free", lambda folder: next(left, 10**12))
    monkeypatch.setattr(ingest_command, "LOOK_AGAIN", 0)
    page, errors, status = ingest(make(tmp_path, range(3)))
    assert errors.count("Only 400 MB are free on the disk of the archive, and 500 MB have to stay free") == 1
    assert (counts(page)["new"], status) == (3, 0)


@pytest.mark.django_db
def test_ctrl_c_ends_a_run_with_the_files_in_hand_and_the_next_one_does_the_rest(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter(range(100))
    monkeypatch.setattr(room, "free", lambda folder: signal.raise_signal(signal.SIGINT) or 10**12 if next(looks) == 2 else 10**12)
    page, errors, status = ingest(make(tmp_path, range(5)))
    assert (counts(page)["new"], status) == (2, 130)
    assert "Ended by Ctrl-C. What was taken stands" in errors
    assert "Nothing changed" not in page
    assert counts(ingest(tmp_path)[0]) == {"new": 3, "unchanged": 2, "changed": 0, "failed": 0}


@pytest.mark.django_db
def test_the_same_text_under_two_names_is_told(tmp_path) -> None:
    make(tmp_path, range(1))
    (tmp_path / "copy.txt").write_text(release(0), encoding="utf-8")
    (tmp_path / "copy.md").write_bytes(release(0).replace("\n", "\r\n").encode())
    page, _, status = ingest(tmp_path)
    assert (counts(page)["there already"], status) == (2, 0)
    assert "copy.txt: the same file as" in page
    assert "copy.md: the same text as" in page


@pytest.mark.django_db
def test_a_changed_file_is_told_as_changed(tmp_path) -> None:
    ingest(make(tmp_path, range(2)))
    (tmp_path / "00000.txt").write_text(release(7), encoding="utf-8")
    assert counts(ingest(tmp_path)[0]) == {"new": 0, "unchanged": 1, "changed": 1, "failed": 0}
    assert counts(ingest(tmp_path)[0])["unchanged"] == 2


@pytest.mark.django_db
def test_a_release_without_title_and_date_goes_in(tmp_path) -> None:
    (tmp_path / "bare.txt").write_text("Minister of Defense of Romania Ana Popa met her Albanian counterpart Ilir Hoxha in Tirana.\n")
    assert counts(ingest(tmp_path)[0])["new"] == 1
    assert Article.objects.get().published == ""


@pytest.mark.django_db
def test_a_folder_without_releases_says_so(tmp_path) -> None:
    _, errors, status = ingest(tmp_path)
    assert ("No release was found" in errors, status) == (True, 1)


# ---- archives, lists, folders that are watched ----


@pytest.mark.django_db
def test_an_archive_is_opened_and_what_is_wrong_in_it_is_told_by_file(tmp_path) -> None:
    files = {"a.txt": release(1).encode(), "deep/b.txt": release(2).encode(), "../out.txt": release(3).encode(), "empty.txt": b""}
    files["/root.txt"] = release(4).encode()
    (tmp_path / "some.zip").write_bytes(packed(files))
    (tmp_path / "broken.zip").write_bytes(packed(files)[:200])
    (tmp_path / "note.eml").write_bytes(carrying(mail("Release", "It is attached."), ("talks.txt", release(5).encode())))
    page, errors, status = ingest(tmp_path)
    assert (counts(page)["new"], counts(page)["failed"], status) == (3, 4, 1)
    assert Article.objects.filter(path__endswith="note.eml/talks.txt").delete()
    assert "some.zip/../out.txt: Its name leads out of the archive" in errors
    assert "some.zip/root.txt: Its name leads out of the archive" in errors
    assert "broken.zip: The archive is damaged" in errors
    assert {article.path.rpartition("some.zip/")[2] for article in Article.objects.all()} == {"a.txt", "deep/b.txt"}
    assert counts(ingest(tmp_path / "some.zip")[0])["unchanged"] == 2


@pytest.mark.django_db
def test_a_list_names_files_seen_from_its_own_folder(tmp_path) -> None:
    make(tmp_path, range(3))
    (tmp_path / "list").write_text("\ufeff# those of Monday\n00000.txt\n\n00002.txt\nmissing.txt\n", encoding="utf-8")
    page, errors, status = ingest("--list", tmp_path / "list")
    assert (counts(page)["new"], counts(page)["failed"], status) == (2, 1, 1)
    assert "missing.txt" in errors


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param([], "Name releases or folders", id="nothing named"),
        pytest.param(["--list", "nowhere"], "There is no such file", id="no such list"),
        pytest.param(["--watch", "nowhere"], "is no folder", id="no such folder"),
        pytest.param(["--watch", ".", "--every", "0"], "is no time to wait", id="looks without pause"),
        pytest.param(["--watch", ".", "--every", "-1"], "is no time to wait", id="looks before now"),
        pytest.param(["--watch", ".", "--every", "nan"], "is no time to wait", id="looks at no time"),
        pytest.param(["--watch", ".", "--every", "inf"], "is no time to wait", id="looks never again"),
        pytest.param(["--processes", "0", "seeds"], "processes read nothing", id="nobody reads"),
    ],
)
def test_what_the_command_cannot_do_is_told(arguments: list[str], told: str) -> None:
    assert told in ingest(*arguments)[1]


def test_what_arrives_is_told_once_when_it_is_whole_and_again_when_it_changes(tmp_path) -> None:
    arrivals = Arrivals([tmp_path])
    make(tmp_path, range(1))
    file = tmp_path / "00000.txt"
    assert arrivals.settled() == []  # seen for the first time: it may still be being copied
    file.write_text("more of it came")
    assert arrivals.settled() == []
    assert arrivals.settled() == [file]
    assert arrivals.settled() == []
    file.write_text("another version of it")
    assert [arrivals.settled(), arrivals.settled(), arrivals.settled()] == [[], [file], []]
    file.unlink()
    assert arrivals.settled() == []


def test_a_watched_folder_that_vanishes_is_told_once_and_taken_from_when_it_is_back(tmp_path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    arrivals = Arrivals([folder])
    assert (arrivals.settled(), arrivals.shut()) == ([], [])
    folder.rmdir()
    assert arrivals.settled() == []
    assert [(gone.path, "there no more" in gone.fault) for gone in arrivals.shut()] == [(folder, True)]
    assert (arrivals.settled(), arrivals.shut()) == ([], [])
    folder.mkdir()
    make(folder, range(1))
    assert [arrivals.settled(), arrivals.settled()] == [[], [folder / "00000.txt"]]
    assert arrivals.shut() == []


@pytest.mark.slow
def test_a_watched_folder_is_taken_from_until_ctrl_c(tmp_path, databases: Databases) -> None:
    watching = on(databases.migrated()).start("ingest", "--watch", str(tmp_path), "--every", "0.2")
    assert watching.stdout is not None
    try:
        assert "Watching" in watching.stdout.readline()
        make(tmp_path, range(2))
        assert sorted(watching.stdout.readline().strip().partition(": ")[2] for _ in range(2)) == ["new", "new"]
        watching.send_signal(signal.SIGINT)
        assert watching.wait(PATIENCE) == 0
    finally:
        watching.kill()
        watching.communicate()


# ---- killed ----

# The command with fewer files in a transaction, so that a few dozen make several.
IN_SMALL_PORTIONS = """
import sys, django
django.setup()
from django.core.management import call_command
from ingest import run
run.LOADED_AT_ONCE, run.AHEAD = 20, 40
call_command("ingest", sys.argv[1], processes=2)
"""


def kill_when_it_has(articles: int, folder: Path, installation: Installation) -> None:
    """An ingest of the folder is killed, without a chance to tidy up, once the archive holds so many articles."""
    process = subprocess.Popen(
        [sys.executable, "-c", IN_SMALL_PORTIONS, str(folder)],
        cwd=ROOT,
        env=installation.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with installation.connect() as archive:
        count = "SELECT count(*) FROM archive_article"
        until(lambda: process.poll() is not None or archive.execute(count).fetchone() >= (articles,), every=0.01)  # type: ignore[operator]
    process.kill()
    assert process.wait() == -signal.SIGKILL, "it had ended before it was killed"


def told_by(installation: Installation) -> object:
    code = "import json; from tests.ingest.snapshot import snapshot; print(json.dumps(snapshot(), default=str))"
    return json.loads(installation.command("shell", "-v0", "-c", code))


@pytest.mark.slow
def test_killed_half_way_and_run_again_it_ends_as_if_never_killed(tmp_path, databases: Databases) -> None:
    killed, undisturbed = on(databases.migrated()), on(databases.migrated())
    make(tmp_path, range(80))
    undisturbed.command("ingest", str(tmp_path))
    for articles in (1, 21):  # twenty go in together, so each kill hits the next twenty
        kill_when_it_has(articles, tmp_path, killed)
    last = counts(killed.command("ingest", str(tmp_path)))
    assert last["unchanged"] >= 21
    assert last["new"] + last["unchanged"] == 80
    assert told_by(killed) == told_by(undisturbed)
