"""Stops the server when the last process that used it is gone, however that process ended.

Run as `python -S -m config.embedded_postgres.watcher FOLDER` by whoever starts the server; only the standard library is imported.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from config.embedded_postgres import locks

# Commands often follow each other; the server outlives the last one a little, so that the next need not start it again.
LINGER = 2.0


def watch(home: Path) -> None:
    """Returns when the server of the folder has been stopped because nobody used it, or when it is gone by itself."""
    if locks.watch(home) is None:
        return
    while postmaster(home) is not None:
        locks.wait_until_nobody_uses(home)
        time.sleep(LINGER)
        if stop_if_unused(home):
            return


def stop_if_unused(home: Path) -> bool:
    """True if no server is left running; False if somebody still uses it."""
    with locks.starting(home):
        if not locks.nobody_uses(home):
            return False
        stop(home)
        return True


def stop(home: Path, *, timeout: float = 60.0) -> None:
    """The server of the folder has stopped: in good order, or within `timeout` seconds the hard way (it recovers at the next start)."""
    pid = postmaster(home)
    if pid is None:
        return
    for how, patience in ((signal.SIGINT, timeout), (signal.SIGQUIT, 5.0)):
        if not _signal(pid, how):
            return
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if postmaster(home) != pid:
                return
            time.sleep(0.02)


def postmaster(home: Path) -> int | None:
    """The process number that the server wrote into its folder; None where there is none, or where no such process is alive."""
    try:
        pid = int((home / "cluster" / "postmaster.pid").read_text().split("\n", 1)[0])
        os.kill(pid, 0)
    except PermissionError:
        return None  # taken over by another account's process: the number is an old one
    except (OSError, ValueError):
        return None
    return pid


def _signal(pid: int, how: signal.Signals) -> bool:
    try:
        os.kill(pid, how)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
