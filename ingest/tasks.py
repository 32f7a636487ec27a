"""Background jobs: a few for each upload, which take its files one by one, so that any number of workers share the work.

A job takes files for a moment only and then queues itself anew behind the others, so a single file is not kept waiting by ten thousand.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from time import monotonic, sleep

from asgiref.sync import sync_to_async
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, UniqueViolation
from procrastinate.jobs import Status

from archive.models import Article, ImportBatch
from config import tracing
from ingest import room
from ingest.growth import look_at_what_grew

log = logging.getLogger("parley.jobs")

LANES = 8  # jobs of one upload at most, and so workers that share it
FILES_A_LANE = 8  # for fewer files, another job is not worth it
SECONDS = 2.0  # for which a job takes files before others have their turn
PUBLISHED_AT_ONCE = 20  # articles in one transaction: others who load wait for it
LOOK_AGAIN = 3.0  # seconds after which a job that waits for room on the disk looks again


def start(batch: ImportBatch) -> None:
    """Workers take the files of the upload from now on. Any number of calls is as good as one."""
    left = batch.files.filter(state__in=["waiting", "reading"]).count()
    jobs = [_queue_reading(batch.pk, lane) for lane in range(min(LANES, -(-left // FILES_A_LANE)))]
    if queued := list(filter(None, jobs)):  # the line in which a request and its jobs are found together
        log.info("upload %s: %s files wait", batch.pk, left, extra={"batch": batch.pk, "files": left, "jobs": queued})


def resume() -> None:
    """What a killed worker left behind goes on."""
    for batch in ImportBatch.objects.unfinished():
        start(batch)


def publish_now_or_later(*, batch: ImportBatch, drafts: QuerySet[Article], by: User) -> None:
    """The drafts of the upload are published: at once where they are few, else by a worker."""
    from ingest import publishing  # with it comes the engine, which is loaded where it is needed

    chosen = list(drafts.order_by("pk")[: PUBLISHED_AT_ONCE + 1])
    if len(chosen) <= PUBLISHED_AT_ONCE:
        publishing.publish(articles=chosen, by=by)
        compare_later()
    else:
        publish(batch=batch, by=by.pk)


def publish(*, batch: ImportBatch, by: int) -> None:
    """The drafts of the upload are published by a worker."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        publish_batch.configure(queueing_lock=f"publish-{batch.pk}").defer(batch=batch.pk, by=by)


def compare_later() -> None:
    """A worker compares officials across all releases: in a large archive that takes longer than anybody waits for a page."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        compare.configure(queueing_lock="compare").defer()


@app.task(name="ingest.read_batch", retry=RetryStrategy(max_attempts=20, wait=3), pass_context=True)
def read_batch(context: JobContext, batch: int, lane: int) -> None:
    from ingest.work import do_one  # the engine is loaded where files are read, not wherever tasks are known

    with tracing.job(context.job.id):
        if not _has_room(context):
            _queue_reading(batch, lane)
            return
        until, count = monotonic() + SECONDS, 0
        while do_one(batch):
            count += 1
            if monotonic() > until or context.should_abort():
                _queue_reading(batch, lane)
                break
        look_at_what_grew()
        log.info("upload %s: %s files taken", batch, count, extra={"batch": batch, "lane": lane, "files": count})


@app.task(name="ingest.publish_batch", retry=RetryStrategy(max_attempts=20, wait=3), pass_context=True)
def publish_batch(context: JobContext, batch: int, by: int) -> None:
    from ingest import publishing

    user = User.objects.get(pk=by)
    sent = ImportBatch.objects.get(pk=batch)
    drafts = sent.drafts_of(user).order_by("pk")
    with tracing.job(context.job.id):
        while chosen := list(drafts[:PUBLISHED_AT_ONCE]):
            if not _has_room(context):
                publish(batch=sent, by=by)
                return
            publishing.publish(articles=chosen, by=user)
            look_at_what_grew()
            log.info("upload %s: %s drafts published", batch, len(chosen), extra={"batch": batch, "articles": len(chosen)})
    compare_later()


@app.task(name="ingest.compare", retry=RetryStrategy(max_attempts=5, wait=30))
def compare() -> None:
    """Officials of what was published are compared with those that were there."""
    from ingest import projection

    projection.compare()


@app.periodic(cron="* * * * *")
@app.task(name="ingest.tend", queueing_lock="tend")
async def tend(timestamp: int) -> None:
    """What stands still goes on: jobs whose worker is gone, and uploads that no job is left of."""
    for job in await app.job_manager.get_stalled_jobs():
        try:
            await app.job_manager.retry_job(job)
        except UniqueViolation:  # another job does the same already
            await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
    await sync_to_async(resume)()


def _queue_reading(batch: int, lane: int) -> int | None:
    """The id of the job; None where one waits already."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        return read_batch.configure(queueing_lock=f"batch-{batch}-{lane}").defer(batch=batch, lane=lane)
    return None


def _has_room(context: JobContext) -> bool:
    """True once the disk has room for more, however long that takes; False where the worker is to end before."""
    told = False
    while why := room.short():
        if context.should_abort():
            return False
        if not told:
            log.warning("%s Reading and publishing wait until there is room.", why)
            told = True
        sleep(LOOK_AGAIN)
    return True
