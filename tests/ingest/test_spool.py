"""Files on their way: thousands at once, without thousands of open files."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from ingest import room, spool

FILES = 300


@pytest.fixture
def _few_open_files() -> Iterator[None]:
    """This process may open twenty files more than it has open."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(int(open_file.name) for open_file in Path("/dev/fd").iterdir()) + 20, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.usefixtures("_few_open_files")
@pytest.mark.parametrize("size", [pytest.param(100, id="all of it small"), pytest.param(20_000, id="more than is kept in memory")])
def test_many_files_of_one_request_come_whole_and_in_any_order(size: int) -> None:
    contents = [str(number).encode() * (size // 3) for number in range(FILES)]
    sent = [SimpleUploadedFile(f"{number}.txt", content) for number, content in enumerate([*contents, b""])]
    files = RequestFactory().post("/upload/", {"files": sent}).FILES.getlist("files")
    for number in (FILES - 1, 0, 17, 0):
        assert (files[number].name, b"".join(files[number].chunks())) == (f"{number}.txt", contents[number])
    files[3].close()
    assert files[4].read() == contents[4]
    assert (files[FILES].size, files[FILES].read()) == (0, b"")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param(b"talks.txt", "talks.txt", id="a plain name"),
        pytest.param("Gespräche.txt".encode(), "Gespräche.txt", id="UTF-8"),
        pytest.param(b"Gespr\xe4che.txt", "Gespräche.txt", id="of a system that had another character set"),
        pytest.param(b"\x81\xff.txt", "\ufffdÿ.txt", id="bytes that are no letters anywhere"),
        pytest.param(b"\x01\x02", "without a name", id="nothing that could be shown"),
        pytest.param(b"..", "without a name", id="a folder"),
    ],
)
@pytest.mark.parametrize("piece", [pytest.param(7, id="in small pieces"), pytest.param(65_536, id="at once")])
def test_a_file_of_any_name_is_there_with_its_bytes(name: bytes, kept: str, piece: int) -> None:
    content = b"--edg\r\n\xff" * 300
    body = b"".join(_part(one, content) for one in (b"first.txt", name, b"last.txt")) + b"--edge--\r\n"
    request = RequestFactory().generic("POST", "/upload/", body, content_type="multipart/form-data; boundary=edge")
    for handler in request.upload_handlers:
        handler.chunk_size = piece
    files = request.FILES.getlist("files")
    assert [file.name for file in files] == ["first.txt", kept, "last.txt"]
    assert {b"".join(file.chunks()) for file in files} == {content}


def _part(name: bytes, content: bytes) -> bytes:
    return b'--edge\r\nContent-Disposition: form-data; name="files"; filename="%s"\r\n\r\n%s\r\n' % (name, content)


@pytest.mark.parametrize(
    ("free", "told"),
    [
        pytest.param(499_000_000, "Only 499 MB are free", id="less than is kept free"),
        pytest.param(500_000_500, "For what was sent there is no room: 500 MB are free", id="room for all but what is sent"),
        pytest.param(600_000_000, "", id="room"),
    ],
)
def test_what_the_disk_has_no_room_for_is_passed_over_on_its_way_in(monkeypatch: pytest.MonkeyPatch, free: int, told: str) -> None:
    monkeypatch.setattr(room, "free", lambda folder: free)
    request = RequestFactory().post("/upload/", {"text": "They met.", "files": SimpleUploadedFile("a.txt", b"x" * 1000)})
    assert (len(request.FILES.getlist("files")), request.META.get(spool.NO_ROOM, "")[: len(told)]) == (0 if told else 1, told)
