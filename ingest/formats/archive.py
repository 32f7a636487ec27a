"""ZIP archives of releases: their files one by one, each with its bytes or with what is wrong with it. Nothing is written to disk.

Sizes, names and counts that an archive tells are its sender's claims. What is unpacked is measured as it comes, and the names serve for
display alone.
"""

from __future__ import annotations

import io
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from ingest.formats.errors import ReadingError

PIECE = 1 << 20
# What programs put into archives beside the files that were meant.
_EXTRAS = ("__MACOSX/", "thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an archive is unpacked."""

    files: int = 20_000
    file_size: int = 20_000_000
    size: int = 2_000_000_000  # of all files together
    ratio: int = 200  # how many times larger than its packed form a file of a megabyte or more may be: text is 3 to 20 times


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its name for display, and its bytes or, in a sentence, why there are none."""

    name: str
    content: bytes = b""
    fault: str = ""


def is_archive(head: bytes, names: frozenset[str] = frozenset()) -> bool:
    """Whether the first bytes are those of a ZIP archive; that it is none of an office program, its names must tell."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not names & _OFFICE


def names(file: IO[bytes]) -> frozenset[str]:
    """The names in the archive; none where it is damaged."""
    try:
        with zipfile.ZipFile(file) as archive:
            return frozenset(archive.namelist())
    except _DAMAGED:
        return frozenset()


def _names_in(content: bytes) -> frozenset[str]:
    return names(io.BytesIO(content)) if content.startswith(b"PK") else frozenset()


def members(file: IO[bytes], limits: Limits) -> Iterator[Member]:
    """The files in the archive, folders and what programs added left out. Raises `ReadingError` where the whole cannot be taken."""
    try:
        archive = zipfile.ZipFile(file)
    except _DAMAGED:
        raise ReadingError("The archive is damaged or cut off. Pack it anew and upload that.") from None
    with archive:
        chosen = [info for info in archive.infolist() if not info.is_dir() and not _is_extra(info.filename)]
        _check(chosen, limits)
        left, seen = limits.size, set[str]()
        for info in chosen:
            member = _member(archive, info, seen, limits)
            left -= len(member.content)
            if left < 0:
                raise ReadingError(f"The archive unpacks to more than {limits.size / 1e6:,.0f} MB. Split it.")
            yield member


def shown(name: str) -> str:
    """A name that can be shown and stored: without control characters and signs that turn the direction of writing."""
    kept = "".join(sign for sign in unicodedata.normalize("NFC", name) if unicodedata.category(sign)[0] != "C")
    return " ".join(kept.split())[-300:] or "without a name"


_OFFICE = frozenset({"word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "META-INF/manifest.xml", "META-INF/container.xml"})
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, OverflowError)


def _is_extra(name: str) -> bool:
    base = name.rsplit("/", 1)[-1]
    return name.startswith(_EXTRAS[0]) or base.lower() in _EXTRAS[1:] or base.startswith("._") or base == ".DS_Store"


def _check(chosen: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raises for what can be refused before anything is unpacked."""
    if not chosen:
        raise ReadingError("The archive is empty. Put the releases in and upload it anew.")
    if len(chosen) > limits.files:
        raise ReadingError(f"The archive holds {len(chosen):,} files, more than the {limits.files:,} that are taken at once. Split it.")
    if sum(info.file_size for info in chosen) > limits.size:
        raise ReadingError(f"The archive unpacks to more than {limits.size / 1e6:,.0f} MB. Split it.")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, seen: set[str], limits: Limits) -> Member:
    name = shown(info.filename)
    if fault := _fault(info, seen, limits):
        return Member(name, fault=fault)
    seen.add(_place(info.filename))
    try:
        content = _unpacked(archive, info, limits)
        return Member(name, fault=_NESTED) if is_archive(content[:4], _names_in(content)) else Member(name, content)
    except ReadingError as error:
        return Member(name, fault=str(error))
    except _DAMAGED:
        return Member(name, fault="The file is damaged inside the archive. Pack it anew and upload that.")


def _fault(info: zipfile.ZipInfo, seen: set[str], limits: Limits) -> str:
    """What is wrong with the entry, told by what the archive says of it; "" for nothing."""
    path = info.filename.replace("\\", "/")
    if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/"):
        return "Its name leads out of the archive. Pack the files anew, without paths above their folder."
    if stat.S_ISLNK(info.external_attr >> 16):
        return "It is a link, not a file. Put the file itself into the archive."
    if info.flag_bits & 1:
        return "It is locked with a password. Pack the files without one and upload that."
    if _place(info.filename) in seen:
        return "The archive has another file of this name. Rename one of them and upload it by itself."
    if info.file_size > limits.file_size:
        return f"It has {info.file_size / 1e6:.1f} MB, more than the {limits.file_size / 1e6:.1f} MB that are read. Split it."
    if info.file_size >= PIECE and info.file_size > limits.ratio * max(info.compress_size, 1):
        return _BOMB
    return ""


_NESTED = "It is an archive in an archive, and those are not opened. Unpack it and upload what is in it."
_BOMB = "It is packed more tightly than any text can be, as files are that are made to fill disks. Unpack it and upload what is in it."


def _place(name: str) -> str:
    """Names that are one on some systems are one here: by capitals, composed accents and either slash."""
    return unicodedata.normalize("NFC", name.replace("\\", "/")).casefold()


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> bytes:
    content = bytearray()
    with archive.open(info) as packed:
        while piece := packed.read(PIECE):
            content += piece
            if len(content) > limits.file_size:
                raise ReadingError("It unpacks to more than the archive says. Pack it anew and upload that.")
            if len(content) >= PIECE and len(content) > limits.ratio * max(info.compress_size, 1):
                raise ReadingError(_BOMB)
    return bytes(content)
