"""Files become documents, or an error that says what is wrong."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import reading


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("“Dîncu”".encode(), "“Dîncu”", id="UTF-8"),
        pytest.param("“Dîncu”".encode("utf-8-sig"), "“Dîncu”", id="UTF-8 with its mark"),
        pytest.param("The minister".encode("utf-16"), "The minister", id="UTF-16 with its mark"),
        pytest.param("The minister".encode("utf-16-le"), "The minister", id="UTF-16 without a mark, little end first"),
        pytest.param("The minister".encode("utf-16-be"), "The minister", id="UTF-16 without a mark, big end first"),
        pytest.param("Ministère – “oui”".encode("cp1252"), "Ministère – “oui”", id="Windows-1252"),
        pytest.param(b"<meta charset=iso-8859-2>\xbaef", "<meta charset=iso-8859-2>şef", id="the declared character set"),
        pytest.param(b"<meta charset=latin1>\xc3\xa9t\xc3\xa9", "<meta charset=latin1>été", id="UTF-8 that declares to be another"),
        pytest.param(b"<meta charset=klingon>\xe9", "<meta charset=klingon>é", id="a character set that does not exist"),
        pytest.param("é".encode() * 9 + b"\xe2\x80", "é" * 9 + "\ufffd", id="UTF-8 cut off in the midst of a sign"),
        pytest.param("the Ministerâ€™s cafÃ©".encode(), "the Minister’s café", id="mojibake"),
        pytest.param("Ã propos, São Tomé, VISÃO".encode(), "Ã propos, São Tomé, VISÃO", id="capitals that only look like mojibake"),
        pytest.param("s\u0326ef".encode(), "șef", id="a letter and its accent become one"),
        pytest.param(b"one\r\ntwo\rthree", "one\ntwo\nthree", id="line ends"),
    ],
)
def test_text_is_decoded(content: bytes, text: str) -> None:
    assert reading.document(content).text == text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n\t \r\n", "nothing but blanks", id="blanks"),
        pytest.param("\u00a0\u200b\n".encode(), "nothing but blanks", id="blanks without width"),
        pytest.param(b"%PDF-1.7 ...", "PDF is damaged", id="PDF"),
        pytest.param(b"PK\x03\x04....", "is an archive", id="archive"),
        pytest.param(b"\x89PNG\r\n", "an image", id="image"),
        pytest.param(bytes(range(256)) * 8, "is binary", id="binary"),
        pytest.param(b"abc\x00def", "is binary", id="a zero byte"),
        pytest.param(b"\xff\xfea", "cut off", id="UTF-16 cut off"),
        pytest.param(b"\x81\x8d\x8f abc \xe9", "could not be told", id="no character set fits"),
        pytest.param(b"a" * 200, "more than the 100 bytes", id="too large"),
    ],
)
def test_what_holds_no_text_is_refused_in_plain_words(content: bytes, message: str) -> None:
    with pytest.raises(reading.ReadingError, match=message):
        reading.document(content, limit=100 if len(content) == 200 else reading.LIMIT)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        pytest.param("Ministers meet\n\nThey met.", "text", id="text"),
        pytest.param("---\ntitle: Ministers meet\n---\nThey met.", "markdown", id="front matter"),
        pytest.param("# Ministers meet\n\nSee [the note](https://example.org/a).", "markdown", id="headings and links"),
        pytest.param("<!doctype html><p>They met.", "html", id="a page with its doctype"),
        pytest.param("<p>They met.</p><p>And left.</p><br><div></div>", "html", id="a piece of a page"),
        pytest.param("Minister < President, a <b> in text", "text", id="a lone sign is no tag"),
        pytest.param("---\nThey met.\n---", "text", id="rules are no front matter"),
        pytest.param("They met.\n\n###", "text", id="an end mark is no heading"),
    ],
)
def test_the_format_is_told_by_the_content(text: str, format: str) -> None:
    assert reading.document(text.encode(), path="release.pdf").format == format


def test_a_file_keeps_its_bytes_and_their_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"They met.\r\n")

    found = reading.read(path)

    assert found.content == b"They met.\r\n"
    assert found.sha256 == hashlib.sha256(b"They met.\r\n").hexdigest()
    assert (found.document.text, found.document.path) == ("They met.\n", str(path))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(reading.ReadingError, match="no such file"):
        reading.read(tmp_path / "none.txt")
    with pytest.raises(reading.ReadingError, match="is a directory"):
        reading.read(tmp_path)


def test_a_device_is_refused_before_it_is_read() -> None:
    with pytest.raises(reading.ReadingError, match="device or a pipe"):
        reading.read("/dev/zero")


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("the file was opened"))

    with pytest.raises(reading.ReadingError, match=r"50\.0 MB, more than the 20\.0 MB"):
        reading.read(path)


@given(st.binary(max_size=400) | st.text().map(lambda text: text.encode("utf-8", "ignore")))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        found = reading.document(content)
    except reading.ReadingError as error:
        refusal = str(error)
    else:
        refusal = ""
        assert found.text.strip()
    assert refusal == "" or refusal.endswith(".")
