"""Who uses a server's folder: file locks, which the kernel takes back from a process however it ends.

| file        | held by                                     | so that                                   |
|-------------|---------------------------------------------|-------------------------------------------|
| start.lock  | one process while it starts or stops        | one server is started, not two            |
| use.lock    | every process that uses the server (shared) | the watcher knows when the last is gone   |
| watch.lock  | the watcher                                 | there is one                              |

Locks are given up by closing the file, never by unlocking it: a forked child shares the lock with its parent.
Only the standard library is imported here, since the watcher runs without anything else.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(TimeoutError):
    """Another process kept the lock for longer than was reasonable."""


@contextmanager
def starting(home: Path) -> Iterator[None]:
    """Nobody else starts or stops the server meanwhile."""
    with held(home / "start.lock"):
        yield


@contextmanager
def held(path: Path, *, timeout: float = 180.0) -> Iterator[None]:
    """Nobody else holds this lock meanwhile. Raises `Busy` after `timeout` seconds of waiting."""
    handle = _open(path)
    try:
        deadline = time.monotonic() + timeout
        while not _take(handle, fcntl.LOCK_EX | fcntl.LOCK_NB):
            if time.monotonic() > deadline:
                raise Busy(f"{path} was held by another process for {timeout:.0f} seconds")
            time.sleep(0.02)
        yield
    finally:
        os.close(handle)


def use(home: Path) -> int:
    """The handle of a lock that tells others that this process uses the server, until it is closed or the process ends."""
    handle = _open(home / "use.lock")
    fcntl.flock(handle, fcntl.LOCK_SH)
    return handle


def nobody_uses(home: Path) -> bool:
    handle = _open(home / "use.lock")
    try:
        return _take(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(handle)


def wait_until_nobody_uses(home: Path) -> None:
    handle = _open(home / "use.lock")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    finally:
        os.close(handle)


def watch(home: Path) -> int | None:
    """The handle of the watcher's lock; None where there is a watcher already."""
    handle = _open(home / "watch.lock")
    if _take(handle, fcntl.LOCK_EX | fcntl.LOCK_NB):
        return handle
    os.close(handle)
    return None


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _take(handle: int, how: int) -> bool:
    try:
        fcntl.flock(handle, how)
    except BlockingIOError:
        return False
    return True
