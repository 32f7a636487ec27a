"""What can be wrong with the set-up, told by `manage.py check` with an id and what to do."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from config.environment import EPHEMERAL


@register()
def the_secret_key_lasts(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not settings.SECRET_KEY.startswith(EPHEMERAL):
        return []
    return [
        Warning(
            f"The data folder {settings.PARLEY_DATA} cannot be written, so the key that signs sessions ends with this process.",
            hint="Set SECRET_KEY, or point PARLEY_DATA to a folder that this account may write.",
            id="parley.W001",
        )
    ]
