"""The form of the log: lines of JSON for machines that gather them, or of text for people. It goes to standard error."""

from __future__ import annotations

from typing import Any


def configuration(*, form: str, level: str) -> dict[str, Any]:
    """Django's LOGGING. `form`: json or text. `level`: the least grave of Parley's own lines that is written."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"named": {"()": "config.tracing.Named"}},
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s %(request_id)s %(job_id)s",
                "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
            },
            "text": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": form, "filters": ["named"]}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            # Passwords, sessions and cookies are never logged: an error tells the request's address and the place in the code.
            "django": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
            "parley": {"level": level, "handlers": ["stderr"], "propagate": False},
            "axes": {"level": "WARNING"},
            "procrastinate": {"level": "WARNING"},
        },
    }
