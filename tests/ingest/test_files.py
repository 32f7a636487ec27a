"""Which files are read when files and folders are named."""

import os
from pathlib import Path

import pytest

from ingest.files import find


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text")


def names(folder: Path, *named: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in find(named or [folder]).files]


def test_releases_are_found_at_any_depth_in_the_order_of_their_names(tmp_path) -> None:
    make(tmp_path, "b.txt", "a.md", "deep/er/c.html", "deep/no-suffix")
    assert names(tmp_path) == ["a.md", "b.txt", "deep/no-suffix", "deep/er/c.html"]


def test_hidden_files_hidden_folders_and_what_is_no_release_are_passed_over_and_counted(tmp_path) -> None:
    make(tmp_path, "a.txt", "a.json", ".hidden.txt", "program.py", ".git/config.txt")
    found = find([tmp_path])
    assert (len(found.files), found.passed_over) == (1, 3)


def test_a_file_named_twice_is_read_once(tmp_path) -> None:
    make(tmp_path, "a.txt")
    assert names(tmp_path, tmp_path / "a.txt", tmp_path) == ["a.txt"]


def test_a_file_named_by_itself_is_read_whatever_it_is_called(tmp_path) -> None:
    make(tmp_path, ".hidden.log")
    assert names(tmp_path, tmp_path / ".hidden.log") == [".hidden.log"]


def test_the_annotations_beside_a_release_are_passed_over_even_if_named(tmp_path) -> None:
    make(tmp_path, "a.txt", "a.json", "alone.json")
    assert names(tmp_path, *sorted(tmp_path.iterdir())) == ["a.txt", "alone.json"]


def test_a_file_that_is_not_there_is_kept_so_that_reading_it_can_say_so(tmp_path) -> None:
    assert names(tmp_path, tmp_path / "missing.txt") == ["missing.txt"]


def test_ten_thousand_files_in_one_folder(tmp_path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number}.txt").touch()
    assert len(find([tmp_path]).files) == 10_000


def test_a_link_that_leads_back_is_not_followed(tmp_path) -> None:
    make(tmp_path, "a/b.txt")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    found = find([tmp_path])
    assert (found.files, found.linked) == ((tmp_path / "a/b.txt",), (tmp_path / "a/back",))


def test_a_folder_that_cannot_be_opened_is_told_with_the_reason(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt", "closed/b.txt", "open/c.txt")
    shut(tmp_path / "closed", monkeypatch)
    found = find([tmp_path])
    assert [path.name for path in found.files] == ["a.txt", "c.txt"]
    (closed,) = found.closed
    assert closed.path == tmp_path / "closed"
    assert closed.fault.startswith("The folder could not be opened (Permission denied)")


def shut(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is one that this account may not open; the tests may run as root, who may open any."""
    really = os.scandir

    def scandir(path: str | Path) -> object:
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
