"""Which request or job the words of the log belong to."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest

_request: ContextVar[str] = ContextVar("request", default="")
_job: ContextVar[str] = ContextVar("job", default="")

TOLD = re.compile(r"[A-Za-z0-9._-]{8,64}")


@contextmanager
def request(told: str = "") -> Iterator[str]:
    """The id of the request that is answered meanwhile: what a proxy told, where it has the form of an id, else a new one."""
    name = told if TOLD.fullmatch(told) else uuid.uuid4().hex
    token = _request.set(name)
    try:
        yield name
    finally:
        _request.reset(token)


@contextmanager
def job(name: object) -> Iterator[None]:
    """The job that is done meanwhile."""
    token = _job.set(str(name))
    try:
        yield
    finally:
        _job.reset(token)


def request_id() -> str:
    """The id of the request in hand; empty outside of one."""
    return _request.get()


class Named(logging.Filter):
    """Gives each line of the log the ids `request_id` and `job_id`; empty outside of a request or job.

    Django tells of answers like 404 when the request is over, with the request in hand: the id is taken from there, and what is
    secret in the address is left out.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if hasattr(record, "request_id"):  # another handler has written the line
            return True
        over = getattr(record, "request", None)
        record.request_id, record.job_id = _request.get() or getattr(over, "traced_as", ""), _job.get()
        if over is not None and hasattr(over, "path"):
            record.msg, record.args = record.getMessage().replace(over.path, shown(over)), ()
            record.request = f"{over.method} {shown(over)}"
        return True


def shown(request: HttpRequest) -> str:
    """The path without what is secret in it: whoever reads the log must not be able to use it."""
    secret = (request.resolver_match.kwargs.get("token") if request.resolver_match else None) or ""
    return request.path.replace(secret, "…") if secret else request.path
