"""Processes that read the files of one run. What a file does to its reader, by accident or on purpose, costs the run that file alone."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Self

from django.conf import settings

from ingest.desk import Desk, DeskFault
from ingest.extraction import Extracted, Unreadable, Written, several, write_all
from ingest.files import Source
from ingest.formats.errors import ReadingError

GIVEN_AT_ONCE = 4  # files to a process that reads: fewer messages, and none of the processes waits long for the last
_BROKEN = (BrokenProcessPool, CancelledError, TimeoutError)


@dataclass(frozen=True, slots=True)
class Asked:
    """A file that is being read, or was, with others that one of the processes was given."""

    source: Source
    number: int
    future: Future[list[Written | Unreadable]]
    of: ProcessPoolExecutor


class Pool:
    """As many processes as were asked for. When one is gone, all are started anew, and what they had in hand is read file by file."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._running = self._started()
        self._desk = Desk(seconds=settings.READING_SECONDS, memory=settings.READING_MEMORY, nice=settings.READING_NICE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._running.shutdown(cancel_futures=True)
        self._desk.close()

    def read(self, files: list[Source]) -> list[Asked]:
        """The reading of the files has begun, or will when a process is free."""
        asked: list[Asked] = []
        for start in range(0, len(files), GIVEN_AT_ONCE):
            some = files[start : start + GIVEN_AT_ONCE]
            future = self._given(some)
            asked += [Asked(source, number, future, self._running) for number, source in enumerate(some)]
        return asked

    def result(self, asked: Asked) -> Extracted | Written | Unreadable:
        """What was read from the file, or why nothing was."""
        try:
            return asked.future.result(GIVEN_AT_ONCE * settings.READING_SECONDS)[asked.number]
        except _BROKEN:
            self._start_anew(asked.of)
            return self._alone(asked.source)

    def _given(self, some: list[Source]) -> Future[list[Written | Unreadable]]:
        named = [(source.path, source.content) for source in some]
        try:
            return self._running.submit(write_all, named)
        except BrokenProcessPool:
            self._start_anew(self._running)
            return self._running.submit(write_all, named)

    def _started(self) -> ProcessPoolExecutor:
        return several(self._processes, memory=settings.READING_MEMORY, nice=settings.READING_NICE, hear_ctrl_c=False)

    def _start_anew(self, broken: ProcessPoolExecutor) -> None:
        """Of many files that the same processes had in hand, the first to be asked for does this."""
        if broken is not self._running:
            return
        self._desk.close()
        for process in multiprocessing.active_children():  # those that do not come to an end with a file, too
            process.kill()
        broken.shutdown(wait=False, cancel_futures=True)
        self._running = self._started()

    def _alone(self, source: Source) -> Extracted | Unreadable:
        try:
            return self._desk.read(source.bytes(), path=source.path).result
        except ReadingError as error:  # it is there no more
            return Unreadable(source.path, str(error))
        except DeskFault as fault:
            return Unreadable(source.path, f"{fault} Report it with the file; nothing else is held up by it.")
