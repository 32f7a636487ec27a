"""A process that reads files for this one: what a file does to its reader, by accident or on purpose, it does to that process alone."""

from __future__ import annotations

import multiprocessing
import resource
import signal
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

from ingest import formats
from ingest.extraction import Extracted, Unreadable, end_with_parent, extract_content, stand_back
from ingest.formats.archive import Member
from ingest.formats.errors import ReadingError

PATIENCE = 120.0  # seconds for the process to start, on a machine that is busy with other things


class DeskFault(Exception):
    """The file was not read, and what it was read with is gone. The message says what happened."""


class Died(DeskFault):
    """The process ended while it read the file."""


class TookTooLong(DeskFault):
    """The process was ended, since it did not come to an end with the file."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from a file, what whoever sent it should know besides, and the files that came with it, where it is a mail."""

    result: Extracted | Unreadable
    remark: str = ""
    attached: tuple[Member, ...] = ()


class Desk:
    """Reads one file after the other. The process is started for the first, and anew after each that it did not outlive."""

    def __init__(self, *, seconds: float, memory: int, nice: int = 0) -> None:
        self.seconds, self.memory, self.nice = seconds, memory, nice
        self._process: multiprocessing.process.BaseProcess | None = None
        self._door: Connection | None = None

    @property
    def is_ready(self) -> bool:
        return self._door is not None and self._process is not None and self._process.is_alive()

    def ready(self) -> None:
        """The process is there and has loaded what it reads with, so that a file is in hand for no longer than its reading takes."""
        if self.is_ready:
            return
        self.close()
        own, theirs = multiprocessing.Pipe()
        spawn = multiprocessing.get_context("spawn")
        self._process = spawn.Process(target=_serve, args=(theirs, self.memory, self.nice), daemon=True, name="reading")
        self._process.start()
        theirs.close()
        self._door = own
        try:
            if own.poll(PATIENCE):
                own.recv()
                return
        except (EOFError, OSError):
            pass
        self.close()
        raise Died("The process that reads files could not be started.")

    def read(self, content: bytes, *, path: Path, url: str | None = None) -> Read:
        """The record of a file, or why there is none. Raises `DeskFault`."""
        self.ready()
        door = cast(Connection, self._door)
        try:
            door.send((content, path, url))
            if not door.poll(self.seconds):
                self.close()
                raise TookTooLong(f"It took longer than {self.seconds:.0f} seconds to read.")
            read = cast(Read, door.recv())
        except (EOFError, OSError):
            self.close()
            raise Died("It ended the process that read it.") from None
        return replace(read, result=replace(read.result, content=content)) if isinstance(read.result, Extracted) else read

    def close(self) -> None:
        """The process is gone, whatever it was doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._door is not None:
            self._door.close()
        self._process = self._door = None


def _serve(door: Connection, memory: int, nice: int) -> None:
    end_with_parent()
    stand_back(nice)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the worker, which comes to an end with the file in hand
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _read(b"Talks\n\nThe Minister of Defense met his counterpart in Tallinn on Monday, October 3, 2023.", Path("first"), None)
    door.send("ready")
    while True:
        try:
            content, path, url = door.recv()
        except (EOFError, OSError):
            return
        door.send(_read(content, path, url))


def _read(content: bytes, path: Path, url: str | None) -> Read:
    try:
        attached = tuple(formats.attached(content))
        if attached and formats.is_note(content):
            return Read(Unreadable(path, "The mail has no text but a note. Look at what is attached to it."), attached=attached)
        result = extract_content(content, path, url=url)
        if isinstance(result, Unreadable):
            return Read(result, attached=attached)
        return Read(replace(result, content=b""), formats.remark(content), attached)  # the bytes are known where they came from
    except ReadingError as error:
        return Read(Unreadable(path, str(error)))
    except MemoryError:
        return Read(Unreadable(path, "It takes more memory to read than any release does. Split it into single releases."))
