"""Who may read the API, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:  # the settings of the framework name this module, and are read while its views are imported
    from rest_framework.views import APIView


class ReadersOnly(BasePermission):
    """Everybody where reading is public; those who are signed in where `PARLEY_CLOSED` is set."""

    message = "This archive is closed: sign in to read."

    def has_permission(self, request: Request, view: APIView) -> bool:
        return not settings.PARLEY_CLOSED or bool(request.user and request.user.is_authenticated)
