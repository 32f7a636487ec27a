"""The worker that runs beside the site: started with it, started anew when it ends, and gone when the site is."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.conf import settings

PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds before a worker that ended is started anew; doubled while it ends soon
SOON = 30.0
PATIENCE = 5.0  # seconds for a worker to finish the file in hand; killed after that, it loses nothing

# A web server that is forked off while a worker is being started would inherit the pipe on which `Popen` waits for the start to be done,
# and `Popen` would wait for as long as that server lives. So that neither happens during the other.
_starting = threading.Lock()
os.register_at_fork(before=_starting.acquire, after_in_parent=_starting.release, after_in_child=_starting.release)


@contextmanager
def running() -> Iterator[None]:
    """There is a worker meanwhile. Processes that are forked off in between leave it alone."""
    owner, beside = os.getpid(), _Beside()
    try:
        beside.start()
        yield
    finally:
        if os.getpid() == owner:
            beside.stop()


class _Beside(threading.Thread):
    """Keeps one worker running. It ends by itself when this process does, since that closes its standard input."""

    def __init__(self) -> None:
        super().__init__(name="worker-beside", daemon=True)
        self.stopped = threading.Event()
        self.process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        pause = PAUSE
        while not self.stopped.is_set():
            began = time.monotonic()
            self.process = _worker()
            if self.stopped.is_set():  # told to stop while the worker was being started
                self.process.terminate()
            self.process.wait()
            pause = PAUSE if time.monotonic() - began > SOON else min(2 * pause, LONGEST_PAUSE)
            self.stopped.wait(pause)

    def stop(self) -> None:
        self.stopped.set()
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()


def _worker() -> subprocess.Popen[bytes]:
    """In a session of its own, so that Ctrl-C reaches the site alone, which ends it. What it prints (mails) is seen there."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker", "--with-parent"]
    with _starting:
        return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603  our own
