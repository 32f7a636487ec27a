"""Faults as problem details (RFC 9457): what is wrong and which parameter is to blame, in words."""

from __future__ import annotations

import math
from http import HTTPStatus
from typing import Any

from django.db import OperationalError
from rest_framework.exceptions import APIException, ErrorDetail, Throttled, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

TYPE = "application/problem+json"
TOO_MANY = "These are too many requests in a minute. Go on in {seconds} seconds, as Retry-After says; with a token more are answered."


class Busy(APIException):
    status_code = 503
    default_detail = "The database could not answer this in time. Try again in a minute, or ask for less."
    default_code = "busy"
    wait = 60  # seconds, told as Retry-After


def answered(error: Exception, context: dict[str, Any]) -> Response | None:
    """Return the fault as problem details; None for a fault of the archive itself, which is logged and told as any other page's."""
    if isinstance(error, Throttled):
        error.detail = ErrorDetail(TOO_MANY.format(seconds=math.ceil(getattr(error, "wait", None) or 60)), code=error.default_code)
    response = exception_handler(Busy() if isinstance(error, OperationalError) else error, context)
    if response is None:
        return None
    errors = _errors(error)
    status = HTTPStatus(response.status_code)
    detail = " ".join(f"{name}: {words}" for name, words in errors.items()) or str(response.data.get("detail", status.description))
    response.data = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": detail,
        "instance": context["request"].get_full_path(),
        **({"errors": errors} if errors else {}),
    }
    response.content_type = TYPE
    return response


def _errors(error: Exception) -> dict[str, str]:
    """The fault of each parameter, in words."""
    if not isinstance(error, ValidationError) or not isinstance(error.detail, dict):
        return {}
    return {name: " ".join(map(str, words if isinstance(words, list) else [words])) for name, words in error.detail.items()}
