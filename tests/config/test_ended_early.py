"""A site that is told to end while its processes are still being forked off ends at once, not after the longest wait."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from config import gunicorn
from tests.installations import PATIENCE, ROOT, Databases, on

pytestmark = pytest.mark.slow

SLOWLY_FORKED = """
import os, signal, threading, time
from django import setup
setup()
from config.management.commands import start

class Slow(start.Server):
    def load_config(self):
        super().load_config()
        self.cfg.set("post_fork", lambda server, worker: time.sleep(2))
        self.cfg.set("graceful_timeout", 3600)  # longer than the test waits

end = threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT))
Slow(start.listen("127.0.0.1", 0), end.start).run()
"""


def test_a_site_told_to_end_while_it_forks_ends_soon(databases: Databases) -> None:
    subprocess.run([sys.executable, "-c", SLOWLY_FORKED], cwd=ROOT, env=on(databases.empty()).environment, check=True, timeout=PATIENCE)


def test_signals_are_held_only_while_a_process_is_forked_off() -> None:
    gunicorn.hold_signals()
    try:
        assert signal.pthread_sigmask(signal.SIG_BLOCK, set()) >= gunicorn.ENDING
    finally:
        gunicorn.take_signals()
    assert not gunicorn.ENDING & signal.pthread_sigmask(signal.SIG_BLOCK, set())
