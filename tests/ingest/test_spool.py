"""Files on their way: thousands at once, without thousands of open files."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

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
