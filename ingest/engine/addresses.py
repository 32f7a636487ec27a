"""Web addresses as pages print them, of which not each is one."""

from __future__ import annotations

from urllib.parse import urlsplit


def host(address: str | None) -> str:
    """The host of an address in small letters; empty for one that is none ("http://[")."""
    try:
        return (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return ""
