"""How gunicorn serves Parley: `gunicorn -c python:config.gunicorn config.wsgi`; the site of `manage.py start` uses the same.

Each setting can be overruled on gunicorn's command line. Web servers of one machine add up what they count in a folder of their own.
"""

from __future__ import annotations

import gc
import os
import shutil
import signal
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings

from config.refusal import told_plainly

bind = os.environ.get("PARLEY_BIND") or "127.0.0.1:8000"
workers = int(os.environ.get("PARLEY_WEB_WORKERS") or 2)
worker_class = "gthread"  # a slow reader or a long export holds a thread, not a process
threads = 4
timeout = 60
graceful_timeout = 30
max_requests, max_requests_jitter = 20_000, 2_000
loglevel = "warning"
proc_name = "parley"

OWN = "parley-metrics-"
ENDING = {signal.SIGTERM, signal.SIGQUIT, signal.SIGINT}


def on_starting(server: Any) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    with told_plainly():
        settings.DEBUG  # noqa: B018  asks for the settings: what cannot be right is told once, not by each process
    count_together()
    os.register_at_fork(before=hold_signals, after_in_parent=take_signals)


def post_worker_init(worker: Any) -> None:
    """Views and templates are loaded, and not looked through for garbage with each request: that takes longer than most pages."""
    from archive import warm

    warm.views()
    warm.templates()
    gc.collect()
    gc.freeze()
    take_signals()


def hold_signals() -> None:
    """A process that was just forked off cannot end in order yet. It would forget the signal, and be waited for and killed in the end."""
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)


def take_signals() -> None:
    """What was held meanwhile arrives now."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def child_exit(server: Any, worker: Any) -> None:
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def on_exit(server: Any) -> None:
    """The folder of counts goes with the web server whose it is."""
    folder = Path(os.environ.get("PROMETHEUS_MULTIPROC_DIR", ""))
    if folder.name.startswith(OWN):
        shutil.rmtree(folder, ignore_errors=True)


def count_together() -> None:
    """Processes forked from now on add up their counts in a new folder; counts begin at nothing with each start, as is usual."""
    folder = os.environ.get("PROMETHEUS_MULTIPROC_DIR") or tempfile.mkdtemp(prefix=OWN)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for left in Path(folder).glob("*.db"):
        left.unlink()
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
