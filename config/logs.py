"""The form of the log: lines of JSON for machines that gather them, or of text for people. It goes to standard error."""

from __future__ import annotations

import logging
from time import monotonic
from typing import Any

ONE_LINE = 60.0  # seconds for which one line about unknown hosts is enough


def configuration(*, form: str, level: str) -> dict[str, Any]:
    """Django's LOGGING. `form`: json or text. `level`: the least grave of Parley's own lines that is written."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"named": {"()": "config.tracing.Named"}, "unknown host": {"()": "config.logs.UnknownHost"}},
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s %(request_id)s %(job_id)s",
                "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
            },
            "text": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
        },
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": form, "filters": ["named"]},
            # A filter of the logger itself would stay, and count twice, where logging is configured again.
            "unknown hosts": {"class": "logging.StreamHandler", "formatter": form, "filters": ["unknown host", "named"]},
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            # Passwords, sessions and cookies are never logged: an error tells the request's address and the place in the code.
            "django": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
            "django.security.DisallowedHost": {"handlers": ["unknown hosts"], "propagate": False},
            "parley": {"level": level, "handlers": ["stderr"], "propagate": False},
            "axes": {"level": "WARNING"},
            "procrastinate": {"level": "WARNING"},
        },
    }


class UnknownHost(logging.Filter):
    """Requests for a host that this site is not are counted, and told as a warning once a minute: whoever scans the net makes thousands.

    Django tells each as an error, which it is of none of ours.
    """

    def __init__(self) -> None:
        super().__init__()
        self._told = -ONE_LINE

    def filter(self, record: logging.LogRecord) -> bool:
        from config import metrics  # not needed by most of what logs

        metrics.UNKNOWN_HOSTS.inc()
        if monotonic() - self._told < ONE_LINE:
            return False
        self._told = monotonic()
        record.levelno, record.levelname = logging.WARNING, logging.getLevelName(logging.WARNING)
        record.exc_info = record.exc_text = None  # where the code found it out tells nobody anything
        return True
