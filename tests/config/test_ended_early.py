"""A site that is told to end while its processes are still being forked off ends at once, not after the longest wait."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from config import gunicorn
from config.embedded_postgres.server import Server
from tests.config.test_embedded_postgres import ROOT, environment

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

end = threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT))
Slow(start.listen("127.0.0.1", 0), end.start).run()
"""


def test_a_site_told_to_end_while_it_forks_ends_soon(tmp_path: Path) -> None:
    here = Server(tmp_path / "postgres", lasting=False)
    here.ensure()
    variables = {"DATABASE_URL": f"postgresql://parley@/parley?host={here.socket_folder}", "DJANGO_SETTINGS_MODULE": "config.settings"}
    try:
        subprocess.run(
            [sys.executable, "-c", SLOWLY_FORKED],
            cwd=ROOT,
            env=environment(tmp_path) | variables,
            check=True,
            timeout=gunicorn.graceful_timeout,
        )
    finally:
        here.stop()


def test_signals_are_held_only_while_a_process_is_forked_off() -> None:
    gunicorn.hold_signals()
    try:
        assert signal.pthread_sigmask(signal.SIG_BLOCK, set()) >= gunicorn.ENDING
    finally:
        gunicorn.take_signals()
    assert not gunicorn.ENDING & signal.pthread_sigmask(signal.SIG_BLOCK, set())
