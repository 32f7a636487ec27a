"""Which files are read when files and folders are named."""

from pathlib import Path

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
    assert names(tmp_path) == ["a/b.txt"]
