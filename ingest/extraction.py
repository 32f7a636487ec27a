"""From a file to its record, one file or many, in this process or in several: what every command that reads files shares."""

from __future__ import annotations

import gc
import hashlib
import json
import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path

from ingest import formats, reading
from ingest.engine import pipeline
from ingest.engine.record import as_json
from ingest.engine.types import Record
from ingest.files import STANDARD_INPUT
from ingest.formats.errors import ReadingError

AHEAD = 64  # files per process that are read before their results are asked for: enough to keep it busy, little memory


@dataclass(frozen=True, slots=True)
class Extracted:
    """A file, its bytes, and what was read from it."""

    path: Path
    content: bytes
    record: Record
    format: str
    place: str = ""  # what the archive shows as its path, where it did not come from a folder of this machine

    @property
    def sha256(self) -> str:
        """The hash that names these bytes."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Written:
    """A file, its bytes, and the record of it as JSON, with an empty path.

    So it goes from the process that read it to the one that loads it: as a record of many small objects it takes five times as long.
    """

    path: Path
    content: bytes
    text: str
    format: str
    place: str = ""

    @classmethod
    def of(cls, read: Extracted) -> Written:
        return cls(read.path, read.content, json.dumps(as_json(read.record), check_circular=False), read.format, read.place)

    @property
    def sha256(self) -> str:
        """The hash that names these bytes."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that no record could be made of, and why, in words for the person who named it."""

    path: Path
    reason: str


def extract(path: Path) -> Extracted | Unreadable:
    """The record of one file. Never raises for what a file holds or for a file that cannot be opened."""
    try:
        content = sys.stdin.buffer.read() if path == STANDARD_INPUT else reading.content(path)
    except ReadingError as error:
        return Unreadable(path, str(error))
    return extract_content(content, path)


def extract_content(content: bytes, path: Path, *, url: str | None = None) -> Extracted | Unreadable:
    """The record of a file whose bytes are at hand; `url` is where whoever brought it says it stood. Never raises either."""
    try:
        document = reading.document(content, path=str(path), url=url)
        record = pipeline.extract(document)
    except ReadingError as error:
        return Unreadable(path, str(error))
    except MemoryError:
        return Unreadable(path, "It takes more memory to read than any release does. Split it into single releases.")
    except Exception as error:  # a fault of ours in one file of ten thousand must not cost the others
        return Unreadable(
            path, f"the engine broke on it ({type(error).__name__}: {error}). This is a fault of Parley: report it with the file."
        )
    return Extracted(path, content, record, formats.kind(content) or document.format)


def write_all(files: Iterable[tuple[Path, bytes | None]]) -> list[Written | Unreadable]:
    """The records of some files, each with its bytes where they are at hand, as they go to another process."""
    read = (extract(path) if content is None else extract_content(content, path) for path, content in files)
    return [Written.of(result) if isinstance(result, Extracted) else result for result in read]


def extract_all(paths: Iterable[Path], *, processes: int = 1) -> Iterator[Extracted | Unreadable]:
    """The record of each file, in the order of the paths. More than one process reads ahead of what is asked for."""
    if processes <= 1:
        collect_seldom()
        yield from map(extract, paths)
        return
    waiting = iter(paths)
    with several(processes) as pool:
        running: deque[Future[Extracted | Unreadable]] = deque(pool.submit(extract, path) for path in islice(waiting, AHEAD * processes))
        while running:
            yield running.popleft().result()
            running.extend(pool.submit(extract, path) for path in islice(waiting, 1))


def several(processes: int, *, memory: int = 0, nice: int = 0, hear_ctrl_c: bool = True) -> ProcessPoolExecutor:
    """Processes that know nothing of this one's connections, and end when it does, however it ends; each with so many bytes at most.

    `nice` says how far they stand back behind other processes (see `stand_back`).

    A terminal tells Ctrl-C to all of them. Those that do not hear it come to an end with the files in hand, if this one lets them.
    """
    told = (memory, nice, hear_ctrl_c)
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=_begin, initargs=told)


def collect_seldom() -> None:
    """From now on this process seldom looks for garbage in cycles: reading a release makes thousands of values and no cycles.

    It takes a quarter off the time of the engine. Pages of the web leave cycles, a few megabytes before they are found.
    """
    gc.set_threshold(50_000, 20, 20)


def stand_back(nice: int) -> None:
    """This process has the cores that others leave free: pages of a site on the same machine are answered first. 0: as any other."""
    if nice:
        os.nice(nice)


def _begin(memory: int, nice: int, hear_ctrl_c: bool) -> None:
    if not hear_ctrl_c:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    stand_back(nice)
    collect_seldom()
    end_with_parent()


def end_with_parent() -> None:
    """This process ends when the one that started it does, however that ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()
