"""Workers as processes of their own: they share an upload, may be killed at any moment, and lose and double nothing."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from django.db import connection

from archive.actions import articles, imports
from archive.models import Article, ImportBatch, ImportFile, Original
from ingest import tasks
from tests.formats.made_files import packed
from tests.ingest.snapshot import snapshot
from tests.ingest.test_ingest_command import release
from tests.installations import PATIENCE, ROOT, address, on, until

pytestmark = [pytest.mark.usefixtures("transactional_db"), pytest.mark.slow]


@pytest.fixture(autouse=True)
def _no_jobs() -> Iterator[None]:
    """Jobs are no rows of a model of ours, so the tests' cleaning leaves them."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


@pytest.fixture
def worker() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts workers on the tests' database; all are gone in the end."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*options: str) -> subprocess.Popen[bytes]:
        started.append(
            subprocess.Popen(
                [sys.executable, "manage.py", "worker", *options],
                cwd=ROOT,
                env=on(address(connection.settings_dict["NAME"])).environment,
                stdin=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def upload(editor: User, numbers: range) -> ImportBatch:
    batch = imports.begin(name="an upload", by=editor)
    for number in numbers:
        imports.add(batch=batch, name=f"{number:03}.txt", pieces=[release(number).encode()])
    return batch


def wait(batch: ImportBatch) -> list[str]:
    """The states of the files once the upload is over."""

    def is_over() -> bool:
        batch.refresh_from_db()
        return batch.finished is not None

    assert until(is_over), f"not finished: {sorted(batch.files.values_list('state', flat=True))}"
    assert list(batch.files.filter(state="failed").values_list("path", "reason")) == []
    return sorted(set(batch.files.values_list("state", flat=True)))


def done(batch: ImportBatch) -> int:
    return batch.files.exclude(state__in=ImportFile.State.under_way()).count()


def test_a_worker_that_runs_takes_what_is_uploaded(editor: User, worker: Callable[..., subprocess.Popen[bytes]]) -> None:
    process = worker()
    batch = upload(editor, range(3))
    imports.add(batch=batch, name="more.zip", pieces=[packed({f"{n}.txt": release(n).encode() for n in range(100, 120)})])
    tasks.start(batch)
    assert wait(batch) == ["new", "unpacked"]
    assert Article.objects.filter(status="draft").count() == 23
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) == 0


def test_a_worker_ends_with_its_owner(worker: Callable[..., subprocess.Popen[bytes]]) -> None:
    process = worker("--with-parent")
    assert until(works)
    assert process.poll() is None
    assert process.stdin is not None
    process.stdin.close()
    process.stdin = None
    assert process.wait(PATIENCE) in {0, -signal.SIGTERM}


def works() -> bool:
    """Whether a worker has told the queue that it is there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM procrastinate_workers")
        return cursor.fetchone() is not None


def test_a_batch_is_published_by_a_worker(editor: User, worker: Callable[..., subprocess.Popen[bytes]]) -> None:
    batch = upload(editor, range(45))
    tasks.start(batch)
    assert worker("--once").wait(PATIENCE) == 0
    tasks.publish(batch=batch, by=editor.pk)
    assert worker("--once").wait(PATIENCE) == 0
    assert Article.objects.filter(status="published").count() == 45


def test_workers_killed_at_any_moment_lose_nothing_and_double_nothing(editor: User, worker: Callable[..., subprocess.Popen[bytes]]) -> None:
    chance = random.Random(1)
    batch = upload(editor, range(20))
    imports.add(batch=batch, name="more.zip", pieces=[packed({f"{n}.txt": release(n).encode() for n in range(100, 120)})])
    tasks.start(batch)
    for _ in range(4):
        pair = [worker(), worker()]
        began = done(batch)
        until(lambda began=began: done(batch) > began or done(batch) == 41, every=0.02)
        time.sleep(chance.random() * 0.6)
        for process in pair:
            process.kill()
            process.wait()
    last = worker()
    assert wait(batch) == ["new", "unpacked"]
    last.kill()  # a worker looks each minute for uploads that nobody reads, and would share what is read below
    last.wait()

    assert batch.files.count() == 41
    assert Article.objects.count() == Original.objects.count() == 40
    articles.publish(articles=list(Article.objects.all()), by=editor)
    assert rows() == undisturbed(editor)


def rows() -> dict[str, object]:
    """What readers see, without where each release came from."""
    return {name: found for name, found in snapshot().items() if name != "articles"}


def undisturbed(editor: User) -> dict[str, object]:
    """What readers would see had nobody been killed."""
    from ingest import projection, work

    Article.objects.all().delete()
    projection.rebuild()
    batch = upload(editor, range(20))
    imports.add(batch=batch, name="more.zip", pieces=[packed({f"{n}.txt": release(n).encode() for n in range(100, 120)})])
    while work.do_one(batch.pk):
        pass
    work._desk().close()
    articles.publish(articles=list(Article.objects.all()), by=editor)
    return rows()
