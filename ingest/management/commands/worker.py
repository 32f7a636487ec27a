"""`manage.py worker`: reads what editors upload."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, connections
from procrastinate.contrib.django import app

from ingest import tasks


class Command(BaseCommand):
    """One worker, until it is stopped. It may be stopped or killed at any moment: the next one goes on where it was."""

    help = (
        "Read what editors upload, in the background, until Ctrl-C. One worker runs beside the site that manage.py start serves; start "
        "more on this machine or on others that reach the database, and they share the work."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="end when nothing is left to do")
        parser.add_argument("--with-parent", action="store_true", help="end when standard input is closed, as it is when its owner ends")

    def handle(self, *, once: bool, with_parent: bool, **options: Any) -> None:
        if with_parent:
            threading.Thread(target=_end_with_standard_input, daemon=True).start()
        connection.ensure_connection()  # the embedded server is started by this, and not by the worker's own connections
        tasks.resume()
        connections.close_all()
        with app.replace_connector(app.connector.get_worker_connector()):  # type: ignore[attr-defined]  # the connector is Django's
            app.run_worker(wait=not once, delete_jobs="successful", fetch_job_polling_interval=2.0)


def _end_with_standard_input() -> None:
    while os.read(sys.stdin.fileno(), 1):  # sys.stdin would be locked by this when the interpreter ends, a fatal error
        pass
    os.kill(os.getpid(), signal.SIGTERM)
