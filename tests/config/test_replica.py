"""A site that reads from a streaming replica, as `docs/operating.md` has it: visitors are served there, nobody writes there."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from config.embedded_postgres import account
from config.embedded_postgres.server import PROGRAMS, Server
from tests.config.test_faults import asked
from tests.conftest import SmallArchive, make_article
from tests.installations import PATIENCE, ROOT, on, until


@pytest.fixture
def replica(tmp_path: Path, transactional_db: None) -> Iterator[Server]:
    """A replica of the tests' own server: a copy of its files that goes on with its log."""
    if settings.DATABASE_URL:
        pytest.skip("the embedded server is copied, and DATABASE_URL names another")
    connection.ensure_connection()
    primary = connection.get_connection_params()["host"]
    here = Server(tmp_path / "replica", lasting=False)
    here.home.mkdir()
    owner = account.of(here.cluster)
    assert owner is not None
    os.chown(here.home, owner.uid, owner.gid)
    account.open_the_way(owner, here.cluster)
    subprocess.run(
        [PROGRAMS / "bin" / "pg_basebackup", "-h", primary, "-U", "parley", "-D", here.cluster, "-R", "-X", "stream", "-c", "fast"],
        check=True,
        cwd="/",
        **owner.process(),
    )
    here.ensure()
    yield here
    here.stop()


@pytest.mark.slow
def test_visitors_are_served_by_a_replica_and_see_what_the_primary_takes_in(replica: Server, small_archive: SmallArchive) -> None:
    site = serve(replica)
    try:
        base = address(site)
        assert until_shown(base + "articles/", small_archive.release.title)
        for path in ("", "meetings/?country=EE", "countries/EE/", "people/", "search/?q=cyber", "api/v1/meetings/", "meetings.csv"):
            assert asked(base + path)[0] == 200, path
        assert asked(base + "readyz")[0] == 200

        make_article("Told after the copy was made", "The primary has it.")
        assert until_shown(base + "articles/", "Told after the copy was made")

        status, page = sent(base + "sign-in/", username="editor", password="wrong")
        assert (status, "only answers questions for now" in page) == (503, True)
    finally:
        site.send_signal(signal.SIGTERM)
        site.communicate(timeout=PATIENCE)


def serve(replica: Server) -> subprocess.Popen[str]:
    name = connection.settings_dict["NAME"]
    return subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "-c", "python:config.gunicorn", "-b", "127.0.0.1:0", "--log-level", "info", "config.wsgi"],
        cwd=ROOT,
        env=on(f"postgresql://parley@/{name}?host={replica.socket_folder}").environment,
        stderr=subprocess.PIPE,
        text=True,
    )


def address(site: subprocess.Popen[str]) -> str:
    assert site.stderr is not None
    for line in site.stderr:
        if found := re.search(r"Listening at: (http://\S+)", line):
            return f"{found.group(1)}/"
    raise AssertionError("the site did not start")


def until_shown(url: str, words: str) -> bool:
    """Whether the page soon shows the words: a replica is some moments behind."""
    return until(lambda: words in asked(url)[1])


def sent(url: str, **fields: str) -> tuple[int, str]:
    """The answer to a form of the page, sent with its token."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    page = opener.open(url, timeout=PATIENCE).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token is not None
    data = urllib.parse.urlencode({"csrfmiddlewaretoken": token.group(1), **fields}).encode()
    try:
        with opener.open(url, data, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
