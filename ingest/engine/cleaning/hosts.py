"""Bodies by the hosts of their pages, for pages that name no publisher in their text."""

from __future__ import annotations

from functools import cache

from ingest.engine import addresses, tables


def of_address(url: str | None) -> str | None:
    """The body whose host this is, from the table of hosts; None for a host without an entry or an address that is none."""
    if not (host := addresses.host(url)):
        return None
    hosts = _hosts()
    if host in hosts:
        return hosts[host]
    return next((name for suffix, name in hosts.items() if suffix.startswith(".") and f".{host}".endswith(suffix)), None)


def of_host(name: str) -> str | None:
    """The body whose host stands for its name: "Beehive.govt.nz" is that of the New Zealand Government."""
    if "." not in name or " " in name:
        return None
    return of_address(f"https://{name}") or of_address(f"https://www.{name}")


@cache
def _hosts() -> dict[str, str]:
    """The table of hosts, the longest first; one that begins with a dot stands for every host below it."""
    return dict(sorted(tables.read("publishers.yaml")["hosts"].items(), key=lambda entry: -len(entry[0])))
