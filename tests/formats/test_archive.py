"""Archives of releases: each file by itself, and the tricks that archives are known for."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest.formats import archive
from ingest.formats.archive import Limits, Member
from ingest.formats.errors import ReadingError
from tests.formats.made_files import docx, packed

SMALL = Limits(files=5, file_size=3_000_000, size=5_000_000, ratio=100)


def unpacked(content: bytes, limits: Limits = SMALL) -> list[Member]:
    return list(archive.members(io.BytesIO(content), limits))


def entry(name: str, content: bytes = b"They met.", **fields: int) -> bytes:
    """An archive of one entry with these fields of its own, and a good file behind it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo(name)
        for field, value in fields.items():
            setattr(info, field, value)
        archive.writestr(info, content, zipfile.ZIP_DEFLATED)
        archive.writestr("good.txt", b"They met again.")
    return out.getvalue()


def locked(name: str) -> bytes:
    """An archive whose first entry says that it is encrypted, in both of its headers."""
    content = bytearray(entry(name))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


def twice(name: str, other: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, b"one")
        archive.writestr(other, b"two")
        archive.writestr("good.txt", b"They met again.")
    return out.getvalue()


def test_files_come_with_their_folders_in_their_names_and_without_what_programs_added() -> None:
    content = packed({"2023/a.txt": b"A", "b.md": b"B", "__MACOSX/._a.txt": b"x", "2023/.DS_Store": b"x", "Thumbs.db": b"x"})
    assert unpacked(content) == [Member("2023/a.txt", b"A"), Member("b.md", b"B")]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(entry("../../etc/cron.d/a"), "leads out of the archive", id="a name that goes up"),
        pytest.param(entry("a/../../b.txt"), "leads out of the archive", id="a name that goes up half-way"),
        pytest.param(entry("..\\b.txt"), "leads out of the archive", id="a name that goes up with the other slash"),
        pytest.param(entry("/etc/passwd"), "leads out of the archive", id="an absolute name"),
        pytest.param(entry("C:\\a.txt"), "leads out of the archive", id="the name of a drive"),
        pytest.param(locked("a.txt"), "locked with a password", id="encrypted"),
        pytest.param(entry("a", external_attr=0o120777 << 16), "is a link", id="a link"),
        pytest.param(entry("a.txt", b"0" * 2_900_000), "packed more tightly", id="a bomb"),
        pytest.param(entry("a.txt", packed({"b.txt": b"They met."})), "an archive in an archive", id="an archive, whatever it is called"),
        pytest.param(entry("a.txt", b"0" * 3_100_000), "more than the 3.0 MB", id="a file too large"),
    ],
)
def test_a_bad_entry_is_told_and_the_others_are_taken(content: bytes, fault: str) -> None:
    bad, good = unpacked(content)
    assert fault in bad.fault
    assert bad.content == b""
    assert good == Member("good.txt", b"They met again.")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("a.txt", "a.txt", id="the same"),
        pytest.param("a.txt", "A.TXT", id="the same but for capitals"),
        pytest.param("é.txt", "e\u0301.txt", id="the same but for how the accent is written"),
    ],
)
def test_the_second_file_of_a_name_is_told(name: str, other: str) -> None:
    first, second, good = unpacked(twice(name, other))
    assert (first.content, good.fault) == (b"one", "")
    assert "another file of this name" in second.fault


def test_a_damaged_file_is_told_and_the_others_are_taken() -> None:
    content = bytearray(packed({"a.txt": b"They met in Tallinn.", "good.txt": b"They met again."}))
    content[content.index(b"a.txt") + 8] ^= 0xFF
    bad, good = unpacked(bytes(content))
    assert "is damaged inside" in bad.fault
    assert good.content == b"They met again."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(packed({"a.txt": b"A"})[:-8], "damaged or cut off", id="cut off"),
        pytest.param(b"PK\x03\x04 and nothing", "damaged or cut off", id="no archive"),
        pytest.param(packed({}), "is empty", id="empty"),
        pytest.param(packed({f"{n}.txt": b"A" for n in range(6)}), "6 files, more than the 5", id="too many files"),
        pytest.param(packed({f"{n}.txt": bytes([n]) * 2_000_000 for n in range(3)}), "more than 5 MB", id="too large in all"),
    ],
)
def test_an_archive_that_cannot_be_taken_is_refused_in_plain_words(content: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        unpacked(content)


def test_a_size_that_lies_is_found_out() -> None:
    """The directory says ten bytes, the file unpacks to three million."""
    content = bytearray(entry("a.txt", b"0123456789" * 300_000))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(mark) + place
        content[at : at + 4] = (10).to_bytes(4, "little")
    bad, good = unpacked(bytes(content))
    assert len(bad.content) <= 10
    assert good.content == b"They met again."


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("2023/talks.txt", "2023/talks.txt", id="a plain name"),
        pytest.param("a\x00b\x1b[31m\n.txt", "ab[31m.txt", id="control characters"),
        pytest.param("talks\u202etxt.exe", "talkstxt.exe", id="a sign that turns the direction of writing"),
        pytest.param("\x07", "without a name", id="nothing that shows"),
        pytest.param("x" * 5000, "x" * 300, id="a name without end"),
    ],
)
def test_names_are_made_fit_to_show(name: str, shown: str) -> None:
    assert archive.shown(name) == shown


def overlapping(names: int) -> bytes:
    """An archive of one file that its directory names many times over."""
    content = packed({"a.txt": b"They met. " * 20_000})
    at, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    row = content[at:end]
    rows = b"".join(row.replace(b"a.txt", b"%05d" % number) for number in range(names))
    tail = names.to_bytes(2, "little") * 2 + len(rows).to_bytes(4, "little") + at.to_bytes(4, "little") + bytes(2)
    return content[:at] + rows + content[end : end + 8] + tail


def test_an_archive_whose_files_lie_on_top_of_each_other_gives_no_more_than_it_holds() -> None:
    found = unpacked(overlapping(1000), Limits())
    assert len(found) == 1000
    assert {one.fault for one in found} == {"The file is damaged inside the archive. Pack it anew and upload that."}


def test_a_word_document_is_no_archive_of_releases() -> None:
    content = docx("Talks")
    assert unpacked(packed({"a.docx": content})) == [Member("a.docx", content)]
    assert not archive.is_archive(content[:4], archive.names(io.BytesIO(content)))
    assert archive.is_archive(packed({"a.txt": b"A"})[:4], frozenset({"a.txt"}))
