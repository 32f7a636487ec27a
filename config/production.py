"""What a site that others reach may not start with. `config.settings` asks, so the web server, workers and every command refuse alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

KEY_LENGTH, KEY_VARIETY = 50, 5  # characters, and different ones: what Django's own check `security.W009` asks of a key
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]", "::1", "testserver"})


def public_hosts(hosts: Iterable[str]) -> list[str]:
    """The host names among these by which others than this machine reach the site."""
    return [host for host in hosts if host not in LOCAL]


def faults(*, debug: bool, secret_key: str | None, database_url: str | None, hosts: Iterable[str]) -> list[str]:
    """What keeps a public site from starting, a line for each fault that ends with what to set; empty where all is well.

    `secret_key` and `database_url` are the environment's own words: None where it does not set them.
    """
    return list(_faults(debug, secret_key, database_url, list(hosts)))


def _faults(debug: bool, secret_key: str | None, database_url: str | None, hosts: list[str]) -> Iterator[str]:
    if debug:
        yield "DEBUG is on, which shows every visitor the insides of each error. Unset DEBUG."
    if not secret_key:
        yield f"SECRET_KEY is not set, and the key kept for development may not sign the sessions of a public site. {_NEW_KEY}"
    elif secret_key.startswith("django-insecure-") or len(secret_key) < KEY_LENGTH or len(set(secret_key)) < KEY_VARIETY:
        yield f"SECRET_KEY is short or made for development ({len(secret_key)} characters; {KEY_LENGTH} are asked for). {_NEW_KEY}"
    if not database_url:
        yield "DATABASE_URL is not set, and the embedded database is for one person's machine. Set it to a PostgreSQL server of yours."
    if "*" in hosts:
        yield "ALLOWED_HOSTS holds *, so that forged host names would reach links and mails. Name the site's own hosts."


_NEW_KEY = "Set it to the output of: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
