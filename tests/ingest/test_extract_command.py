"""`manage.py extract` and `explain`: what is in a file, without a database, whatever the file is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).parents[2]
RELEASE = """\
Talks in Tirana

TIRANA, Sept. 12, 2024 – Minister of Defense of Romania Ana Popa met her Albanian counterpart Ilir Hoxha in Tirana on September 10.

“We know what the sea is worth,” Popa said. They signed a letter of intent on mine clearance.
"""


@pytest.fixture
def release(tmp_path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


def extract(*arguments: object) -> tuple[list[dict], str, int]:
    """The lines printed, what is on standard error, the exit status."""
    out, err = StringIO(), StringIO()
    try:
        call_command("extract", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue() + str(error), error.returncode
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue(), 0


def test_a_release_is_one_line_of_json_with_its_path_first(release) -> None:
    [record], errors, status = extract(release)
    assert (next(iter(record)), record["path"], errors, status) == ("path", str(release), "", 0)
    assert [person["name"] for person in record["people"]] == ["Ana Popa", "Ilir Hoxha"]


def test_every_span_of_evidence_lies_in_the_text(release) -> None:
    [record], _, _ = extract(release)
    spans = [
        item for kind in ("people", "organizations", "meetings", "agreements", "quotes") for one in record[kind] for item in one["evidence"]
    ]
    assert spans
    assert all(0 <= item["start"] < item["end"] <= len(record[item["where"]]) for item in spans)


def test_a_folder_is_read_whole(release, tmp_path) -> None:
    (tmp_path / "other.txt").write_text(RELEASE, encoding="utf-8")
    assert [Path(record["path"]).name for record in extract(tmp_path)[0]] == ["other.txt", "release.txt"]


def test_several_processes_print_what_one_does(release, tmp_path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{RELEASE}\nNumber {number}.", encoding="utf-8")
    assert extract(tmp_path, "--processes", 2) == extract(tmp_path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \n\t ", "blanks", id="blank"),
        pytest.param(bytes(range(256)) * 20, "binary", id="binary"),
        pytest.param(b"%PDF-1.7 ...", "PDF", id="another format"),
        pytest.param(b"\xff\xfe\x00", "UTF-16", id="UTF-16 cut off"),
        pytest.param(b"x" * 50_000_000, "MB", id="50 MB"),
    ],
)
def test_a_bad_file_gets_a_clear_line_and_the_rest_goes_on(release, tmp_path, content, words) -> None:
    bad = tmp_path / "a-bad.txt"
    bad.write_bytes(content)
    records, errors, status = extract(bad, release)
    assert ([record["path"] for record in records], status) == ([str(release)], 1)
    assert f"{bad}: " in errors
    assert words in errors


@pytest.mark.parametrize("kind", ["missing", "dangling link", "pipe", "no right to read"])
def test_what_cannot_be_opened_gets_a_clear_line_and_the_rest_goes_on(release, tmp_path, kind) -> None:
    bad = tmp_path / "a-bad.txt"
    if kind == "dangling link":
        bad.symlink_to(tmp_path / "nowhere")
    elif kind == "pipe":
        os.mkfifo(bad)
    elif kind == "no right to read":
        if os.geteuid() == 0:
            pytest.skip("root may read everything")
        bad.write_text(RELEASE)
        bad.chmod(0)
    records, errors, status = extract(bad, release)
    assert (len(records), status) == (1, 1)
    assert f"{bad}: " in errors


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(RELEASE.encode("utf-8-sig"), id="UTF-8 with its mark"),
        pytest.param(RELEASE.encode("utf-16"), id="UTF-16 with its mark"),
        pytest.param(RELEASE.encode("utf-16-le"), id="UTF-16 without its mark"),
        pytest.param(RELEASE.encode("cp1252"), id="Windows-1252"),
        pytest.param(RELEASE.replace("\n", "\r\n").encode(), id="line ends of Windows"),
    ],
)
def test_the_same_text_in_another_encoding_gives_the_same_record(release, tmp_path, content) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(content)
    (plain, coded), _, _ = extract(release, other)
    assert {**coded, "path": ""} == {**plain, "path": ""}


def test_a_release_without_title_and_date_is_read(tmp_path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("Minister of Defense of Romania Ana Popa met her Albanian counterpart Ilir Hoxha in Tirana.\n", encoding="utf-8")
    [record], _, status = extract(path)
    assert (record["published"], status) == (None, 0)
    assert "Ana Popa" in record["body"]


def test_the_same_bytes_give_the_same_line_in_every_process(release) -> None:
    """Nothing may depend on the order of a set, which differs from process to process."""
    lines = {_run("extract", release, PYTHONHASHSEED=seed) for seed in ("1", "2", "3")}
    assert len(lines) == 1


def test_extract_needs_no_database_and_no_data_folder(release, tmp_path) -> None:
    line = _run("extract", release, PARLEY_DATA="/dev/null/nowhere", DATABASE_URL="")
    assert json.loads(line)["people"]


def test_explain_marks_findings_with_brackets_where_there_are_no_colors(release) -> None:
    page = _run("explain", release)
    assert "[Ana Popa ‹person: Ana Popa" in page.replace("\n", " ")
    assert "\x1b[" not in page
    assert "People" in page
    assert "Meeting 1" in page


def test_explain_of_a_bad_file_says_what_is_wrong() -> None:
    with pytest.raises(CommandError, match=r"missing.txt: There is no such file"):
        call_command("explain", "missing.txt")


def _run(command: str, path: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", command, str(path)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
