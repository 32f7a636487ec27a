"""What a web process gets ready when it begins, so that its first readers wait no longer than others."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import connection
from django.template.loader import get_template
from django.urls import get_resolver

NEWEST = 100_000  # articles whose words are read: two thousand bytes of each

WORDS = """
    SELECT sum(length(search)) FROM (
        SELECT search FROM archive_article ORDER BY published_earliest DESC NULLS LAST, id DESC LIMIT %s
    ) AS newest
"""

_read: set[str] = set()


def views() -> None:
    """All code that answers is loaded, which else waits for the first request."""
    get_resolver().url_patterns  # noqa: B018  asking loads them


def templates() -> None:
    """All templates of the site are understood: that takes as long as the page that is made of one."""
    folder = Path(settings.BASE_DIR) / "templates"
    for path in sorted(folder.rglob("*.html")):
        get_template(path.relative_to(folder).as_posix())


def words_once() -> None:
    """The words of the newest articles were read into memory once in this process. A phrase is looked for in all that have its words,
    apart or together: from the disk that takes more than a second."""
    database = str(connection.settings_dict["NAME"])
    if database in _read:
        return
    _read.add(database)
    with connection.cursor() as cursor:
        cursor.execute(WORDS, [NEWEST])
