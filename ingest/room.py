"""Whether there is room on the disk: uploads, workers and `manage.py ingest` wait before the last of it is taken.

A PostgreSQL that finds no room for its log stops, and the site is gone with it until somebody makes some. What is held back keeps the site
readable, and lets people correct and publish meanwhile. Only the disk of the embedded server can be seen from here; that of another is
for whoever runs it to watch (docs/operating.md).
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from django.conf import settings

COPIES = 3  # of what is sent: on its way in, in the log of the database, and in its tables


def short(*, sent: int = 0) -> str:
    """Why nothing more is taken in for now, in a sentence; "" where there is room. `sent` is how many bytes are about to come."""
    cluster = settings.DATABASES["default"].get("FOLDER")
    reserve = settings.UPLOAD_RESERVE
    if cluster and reserve and (left := free(cluster)) < reserve + COPIES * sent:
        kept = f"{_megabytes(left)} are free on the disk of the archive, and {_megabytes(reserve)} have to stay free for what is in it."
        return f"Only {kept}" if left < reserve else f"For what was sent there is no room: {kept}"
    on_its_way = Path(tempfile.gettempdir())
    if sent and (left := free(on_its_way)) < sent:
        return f"For what was sent there is no room: {_megabytes(left)} are free where uploads lie on their way in ({on_its_way})."
    return ""


def free(folder: Path) -> int:
    """How many bytes this account may still write on the disk that the folder is on, or will be."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"
