"""What can be wrong with the set-up, told by `manage.py check` with an id and what to do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from config import production
from config.environment import EPHEMERAL

EXTENSIONS = ("pg_trgm", "unaccent")


@register()
def the_secret_key_lasts(app_configs: Any, **options: Any) -> list[CheckMessage]:
    if not settings.SECRET_KEY.startswith(EPHEMERAL):
        return []
    return [
        Warning(
            f"The data folder {settings.PARLEY_DATA} cannot be written, so the key that signs sessions ends with this process.",
            hint="Set SECRET_KEY, or point PARLEY_DATA to a folder that this account may write.",
            id="parley.W001",
        )
    ]


@register()
def all_machines_share_one_secret_key(app_configs: Any, **options: Any) -> list[CheckMessage]:
    if not settings.DATABASE_URL or os.environ.get("SECRET_KEY"):
        return []
    return [
        Warning(
            "The database is on a server, and the key that signs sessions is this machine's own.",
            hint="Set SECRET_KEY to the same long random text on every machine that serves this archive.",
            id="parley.W002",
        )
    ]


@register()
def debugging_stays_at_home(app_configs: Any, **options: Any) -> list[CheckMessage]:
    if not settings.DEBUG or not _public_hosts():
        return []
    return [
        Warning(
            f"DEBUG is on, and the site answers to {', '.join(_public_hosts())}: visitors would see the insides of every error.",
            hint="Unset DEBUG wherever ALLOWED_HOSTS names more than this machine.",
            id="parley.W003",
        )
    ]


@register()
def passwords_travel_encrypted(app_configs: Any, **options: Any) -> list[CheckMessage]:
    if settings.PARLEY_HTTPS or not _public_hosts():
        return []
    return [
        Warning(
            f"The site answers to {', '.join(_public_hosts())} without TLS: passwords and sessions can be read on the way.",
            hint="Put it behind a proxy with a certificate that sets X-Forwarded-Proto, and set PARLEY_HTTPS=1.",
            id="parley.W004",
        )
    ]


@register(Tags.database)
def the_server_brings_what_search_needs(app_configs: Any, databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """`manage.py migrate` asks this before it changes anything."""
    faults: list[CheckMessage] = []
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT name FROM pg_available_extensions WHERE name = ANY(%s)", [list(EXTENSIONS)])
            missing = sorted(set(EXTENSIONS) - {name for (name,) in cursor.fetchall()})
        if missing:
            faults.append(
                Error(
                    f"The PostgreSQL server has no extension {' and '.join(missing)}.",
                    hint="Install the server's contrib package (postgresql-contrib), or unset DATABASE_URL to use the embedded server.",
                    id="parley.E001",
                )
            )
    return faults


def _public_hosts() -> list[str]:
    return production.public_hosts(settings.ALLOWED_HOSTS)
