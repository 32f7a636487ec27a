"""Which files a command is to read, found from what was named on its command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest import formats, reading
from ingest.formats import archive
from ingest.formats.archive import Limits, Member
from ingest.formats.errors import ReadingError

STANDARD_INPUT = Path("-")
RELEASES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".docx", ".docm", ".pdf", ""}
)
ARCHIVE = ".zip"
MAIL = ".eml"
GONE = "The folder is there no more. Make it again, or end this; what arrives in it then is taken."


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: where it lies; or, out of an archive, its bytes or what is wrong with it."""

    path: Path
    content: bytes | None = None
    fault: str = ""

    def bytes(self) -> bytes:
        """What is in it. Raises `ReadingError`."""
        if self.fault:
            raise ReadingError(self.fault)
        return reading.content(self.path) if self.content is None else self.content


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, each once and in a settled order; how many others their folders hold, and which folders were not looked into."""

    files: tuple[Path, ...]
    passed_over: int = 0
    closed: tuple[Source, ...] = ()  # folders that could not be opened, each with what is wrong
    linked: tuple[Path, ...] = ()  # links to folders, which are not followed since they may lead back


def find(named: Iterable[Path], *, archives: bool = False) -> Found:
    """The releases among what was named: every file named by itself, and from each folder, at any depth, those that look like releases.

    Passed over in folders, and counted: hidden files, and files whose suffix is not one of a release (annotations in JSON, programs,
    images). Folders that are not looked into are told. A named file that does not exist is kept, so that reading it can say so; one that
    holds the annotations of a release beside it is passed over even if named, since `seeds/*` names both. `archives` finds ZIP archives
    too.
    """
    files: dict[Path, None] = {}
    closed: dict[Path, Source] = {}
    linked: dict[Path, None] = {}
    passed_over = 0
    for path in named:
        if not os.path.isdir(path):  # noqa: PTH112  which a folder above that may not be entered does not break
            if _is_annotation(path):
                passed_over += 1
            else:
                files[path] = None
            continue
        for file in _inside(path, closed, linked):
            if _is_release(file) or (archives and _is_packed(file)):
                files[file] = None
            else:
                passed_over += 1
    return Found(tuple(files), passed_over, tuple(closed.values()), tuple(linked))


def opened(files: Iterable[Path], *, limits: Limits) -> Iterator[Source]:
    """The files, archives and mails opened: each file in one has its path before its own. One archive at a time is in hand."""
    for source in _unpacked(files, limits=limits):
        yield from _with_attachments(source) if source.path.suffix.lower() == MAIL and not source.fault else [source]


def _unpacked(files: Iterable[Path], *, limits: Limits) -> Iterator[Source]:
    for path in files:
        if path.suffix.lower() != ARCHIVE or not os.path.isfile(path):  # noqa: PTH113  as in `find`
            yield Source(path)
            continue
        try:
            with path.open("rb") as packed:
                for member in archive.members(packed, limits):
                    yield Source(_within(path, member), None if member.fault else member.content, member.fault)
        except ReadingError as error:
            yield Source(path, fault=str(error))
        except OSError as error:
            yield Source(path, fault=f"The archive could not be opened ({error.strerror}). Copy it anew and try again.")


def _with_attachments(mail: Source) -> Iterator[Source]:
    """The mail, unless it is but a note that something is attached, and what is attached to it."""
    try:
        content = mail.bytes()
        attached = formats.attached(content)
        if not attached or not formats.is_note(content):
            yield mail
    except ReadingError as error:
        yield Source(mail.path, fault=str(error))
        return
    for member in attached:
        yield Source(_within(mail.path, member), None if member.fault else member.content, member.fault)


def _within(carrier: Path, member: Member) -> Path:
    """The path of a file in an archive or a mail, behind that of what it came in; a name that begins at the root stands there too."""
    return Path(f"{carrier}/{member.name}")


def how_many(files: Iterable[Path]) -> int:
    """About how many files there are when archives are opened."""
    return sum(_packed(path) if path.suffix.lower() == ARCHIVE else 1 for path in files)


def listed(file: Path) -> Iterator[Path]:
    """The paths that a list names, one a line, seen from the folder of the list; lines that begin with # are passed over.

    Raises `ReadingError` for a list that cannot be read.
    """
    folder = Path() if file == STANDARD_INPUT else file.parent
    try:
        text = sys.stdin.read() if file == STANDARD_INPUT else reading.content(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReadingError(f"{file}: a list is plain text in UTF-8, a path on each line.") from None
    except ReadingError as error:
        raise ReadingError(f"{file}: {error}") from None
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith("#"):
            yield folder / line


def printable(line: str) -> str:
    """The line as a terminal may show it: signs that would steer it, and bytes of names that are no letters, as `\\x1b`."""
    return "".join(sign if sign.isprintable() or sign in " \u3000\u00a0" else sign.encode("unicode_escape").decode() for sign in line)


class Arrivals:
    """The releases that come into folders, each once; one that is changed afterwards is one more."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = list(folders)
        self._seen: dict[Path, tuple[int, int]] = {}
        self._taken: dict[Path, tuple[int, int]] = {}
        self._closed: frozenset[Source] = frozenset()
        self._before: frozenset[Source] = frozenset()

    def settled(self) -> list[Path]:
        """Those that look as they did at the last look, and were not told as they are now."""
        found = find(self._folders, archives=True)
        now = {path: state for path in found.files if (state := _state(path))}
        ready = [path for path, state in now.items() if self._seen.get(path) == state != self._taken.get(path)]
        self._taken = {path: state for path, state in self._taken.items() if path in now} | {path: now[path] for path in ready}
        self._seen = now
        self._closed, self._before = frozenset(found.closed) | self._gone(), self._closed
        return ready

    def shut(self) -> list[Source]:
        """The folders that could not be opened at the last look or were gone, and were not told so at the one before."""
        return [source for source in self._closed if source not in self._before]

    def _gone(self) -> frozenset[Source]:
        """The folders themselves that are there no more: of a share that was cut off, say."""
        return frozenset(Source(folder, fault=GONE) for folder in self._folders if not os.path.isdir(folder))  # noqa: PTH112  as in `find`


def _state(path: Path) -> tuple[int, int] | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns


def _packed(path: Path) -> int:
    try:
        with path.open("rb") as packed:
            return max(1, sum(not name.endswith("/") for name in archive.names(packed)))
    except OSError:
        return 1


def _inside(folder: Path, closed: dict[Path, Source], linked: dict[Path, None]) -> Iterator[Path]:
    """The files in the folder, at any depth; which folders were not looked into is noted."""

    def note(error: OSError) -> None:
        path = Path(error.filename)
        why = f"The folder could not be opened ({error.strerror}), and nothing in it was read. Mend that, and run this again."
        closed[path] = Source(path, fault=why)

    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked |= dict.fromkeys(path for path in (Path(parent, name) for name in folders) if path.is_symlink())
        for name in sorted(names):
            yield Path(parent, name)


def _is_release(file: Path) -> bool:
    return not file.name.startswith(".") and file.suffix.lower() in RELEASES


def _is_packed(file: Path) -> bool:
    return not file.name.startswith(".") and file.suffix.lower() == ARCHIVE


def _is_annotation(file: Path) -> bool:
    return file.suffix == ".json" and any(os.path.exists(file.with_suffix(suffix)) for suffix in RELEASES if suffix)  # noqa: PTH110
