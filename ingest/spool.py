"""Where files are that are being sent: all of one upload in one file on disk, so that thousands take neither memory nor open files."""

from __future__ import annotations

import io
import os
import tempfile
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

IN_MEMORY = 2_500_000  # bytes; what is longer goes to disk


class OneFileUploadHandler(FileUploadHandler):
    """Django's own keeps a file of its own open for each that is sent, and a process may have 1,024 of them on most machines."""

    def new_file(self, *args: Any, **options: Any) -> None:
        super().new_file(*args, **options)
        if not hasattr(self, "_all"):
            self._all: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  it lasts as long as its stretches
        self._start = self._all.seek(0, os.SEEK_END)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._all.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile[Any]:
        sent = io.BufferedReader(Stretch(self._all, start=self._start, size=file_size))
        return UploadedFile(sent, self.file_name, self.content_type, file_size, self.charset, self.content_type_extra)


class Stretch(io.RawIOBase):
    """A part of a file, which reads as a file of its own; closing it leaves the others open."""

    def __init__(self, whole: IO[bytes], *, start: int, size: int) -> None:
        self._whole, self._start, self._size, self._at = whole, start, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        self._at = max(0, offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence])
        return self._at

    def readinto(self, buffer: Any, /) -> int:
        self._whole.seek(self._start + self._at)
        found = self._whole.read(max(0, min(len(buffer), self._size - self._at)))
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)
