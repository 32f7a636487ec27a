"""Settings read from environment variables: each function returns a checked value, or says which variable to mend."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}


def flag(name: str, *, default: bool = False) -> bool:
    """True or False as the variable says; the default where it is not set."""
    told = os.environ.get(name)
    if told is None:
        return default
    if told.strip().lower() in YES:
        return True
    if told.strip().lower() in NO:
        return False
    raise ImproperlyConfigured(f"{name}={told!r} is neither yes nor no. Set it to 1 or 0, or leave it out.")


def number(name: str, *, default: int) -> int:
    """The whole number, 0 or more, that the variable holds; the default where it is not set."""
    told = os.environ.get(name)
    if told is None or not told.strip():
        return default
    if not told.strip().isascii() or not told.strip().isdigit():
        raise ImproperlyConfigured(f"{name}={told!r} is no whole number. Set it to 0 or more, or leave it out.")
    return int(told)


def one_of(name: str, *choices: str, default: str) -> str:
    """The one of the choices that the variable names; the default where it is not set."""
    told = os.environ.get(name) or default
    if told not in choices:
        raise ImproperlyConfigured(f"{name}={told!r} is none of {', '.join(choices)}. Set it to one of these, or leave it out.")
    return told


def words(name: str, *, default: tuple[str, ...] = ()) -> list[str]:
    """The comma-separated values of the variable, without blanks."""
    told = os.environ.get(name)
    if told is None:
        return list(default)
    return [word.strip() for word in told.split(",") if word.strip()]


def database(url: str) -> dict[str, Any]:
    """Django's settings for the server that a DATABASE_URL names; whatever follows `?` goes to the driver as options."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}. {_URL_FORM}") from error
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"DATABASE_URL starts with {parts.scheme!r}, and Parley keeps its data in PostgreSQL only. {_URL_FORM}")
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ImproperlyConfigured(f"DATABASE_URL names no database. {_URL_FORM}")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A socket folder cannot stand in the host part of a URL, so it is given as ?host=/run/postgresql.
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": port or "",
        "OPTIONS": options,
    }


_URL_FORM = "Its form is postgresql://USER:PASSWORD@HOST:PORT/NAME."


def secret_key(folder: Path) -> str:
    """The key that signs sessions: SECRET_KEY, else the one kept in the data folder (made there at first, readable by its owner alone).

    Where the folder cannot be written, the key lasts as long as the process; the check `parley.W001` then tells so.
    """
    told = os.environ.get("SECRET_KEY")
    if told:
        return told
    kept = folder / "secret_key"
    try:
        return _kept_key(kept)
    except OSError:
        return EPHEMERAL + secrets.token_urlsafe(50)


EPHEMERAL = "for-this-process-only-"


def _kept_key(kept: Path) -> str:
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        _write_once(kept, secrets.token_urlsafe(50))
    key = kept.read_text(encoding="ascii").strip()
    if not key:
        raise ImproperlyConfigured(
            f"The secret key in {kept} is empty. Delete the file, and a new key is made (everybody has to sign in again)."
        )
    return key


def _write_once(path: Path, text: str) -> None:
    """The file holds this text, or what another process wrote a moment earlier; nobody ever sees half of it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(text)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
