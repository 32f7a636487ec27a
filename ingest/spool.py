"""Where files are that are being sent: all of one upload in one file on disk, so that thousands take neither memory nor open files."""

from __future__ import annotations

import io
import os
import tempfile
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http.multipartparser import MultiPartParser

from ingest import room

IN_MEMORY = 2_500_000  # bytes; what is longer goes to disk
NO_ROOM = "parley.no_room"  # in META of a request of which no file was taken: why
NAMELESS = "without a name"
LONGEST_HEAD = 70_000  # bytes of the lines above a file; Django refuses far fewer


class OneFileUploadHandler(FileUploadHandler):
    """Django's own keeps a file of its own open for each that is sent, and a process may have 1,024 of them on most machines.

    Where the disk has no room for what is sent, it is passed over, and the request says why.
    """

    def handle_raw_input(self, input_data: Any, META: dict[str, str], content_length: int, boundary: Any, encoding: Any = None) -> Any:
        """The form as Django reads it, with every file in it, whatever its name."""
        if isinstance(input_data, Legible):
            return None
        if why := room.short(sent=content_length):
            META[NO_ROOM] = why
        return EveryFile(META, Legible(input_data, boundary), [self], encoding).parse()  # type: ignore[arg-type]

    def new_file(self, *args: Any, **options: Any) -> None:
        if self.request is not None and NO_ROOM in self.request.META:
            raise StopUpload(connection_reset=False)  # the rest is passed over, so that the answer is heard
        super().new_file(*args, **options)
        if not hasattr(self, "_all"):
            self._all: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  it lasts as long as its stretches
        self._start = self._all.seek(0, os.SEEK_END)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._all.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile[Any]:
        sent = io.BufferedReader(Stretch(self._all, start=self._start, size=file_size))
        return UploadedFile(sent, self.file_name, self.content_type, file_size, self.charset, self.content_type_extra)


class EveryFile(MultiPartParser):
    """Django's own leaves out files of whose names nothing can be shown, and says nothing."""

    def sanitize_file_name(self, file_name: str) -> str:
        return super().sanitize_file_name(file_name) or NAMELESS


class Legible:
    """The body of a form, in which names of files that are not UTF-8 are: Django passes over a file above which it cannot decode a line.

    Programs send them, as curl does, from folders that were filled on other systems. Browsers send UTF-8.
    """

    def __init__(self, sent: Any, boundary: bytes) -> None:
        self._sent, self._mark, self._held = sent, b"--" + boundary + b"\r\n", b""

    def read(self, size: int = -1, /) -> bytes:
        """About so many bytes; none only at the end."""
        while piece := self._sent.read(size):
            self._held += piece
            if ready := self._ready():
                return ready
        rest, self._held = self._held, b""
        return rest

    def _ready(self) -> bytes:
        """What is held, mended, up to where a mark or the lines below one might go on."""
        held, at = self._held, 0
        ready: list[bytes] = []
        while (mark := held.find(self._mark, at)) >= 0:
            head = mark + len(self._mark)
            end = held.find(b"\r\n\r\n", head)
            if end < 0 and len(held) - head < LONGEST_HEAD:
                self._held = held[mark:]
                return b"".join([*ready, held[at:mark]])
            end = max(head, end)
            ready += [held[at:head], _legible(held[head:end])]
            at = end
        rest = max(at, len(held) - len(self._mark))
        self._held = held[rest:]
        return b"".join([*ready, held[at:rest]])


def _legible(head: bytes) -> bytes:
    try:
        head.decode()
    except UnicodeDecodeError:
        return head.decode("cp1252", "replace").encode()  # as texts are read that are not UTF-8
    return head


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
