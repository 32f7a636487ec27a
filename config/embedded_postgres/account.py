"""In whose name the server runs. PostgreSQL refuses to run as root, so root hands it to an account that has no other rights."""

from __future__ import annotations

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ORDINARY = ("postgres", "nobody")  # the first of these that the machine knows, when root starts the server


@dataclass(frozen=True, slots=True)
class Account:
    """The account that owns the cluster and runs the server."""

    name: str
    uid: int
    gid: int

    @property
    def is_ours(self) -> bool:
        return self.uid == os.geteuid()

    def process(self) -> dict[str, Any]:
        """How `subprocess` starts a program in this account's name."""
        if self.is_ours:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def of(cluster: Path) -> Account | None:
    """The account that runs the server of this cluster: its owner's, else ours, else (for root) an ordinary one; None if there is none."""
    if os.geteuid() != 0:
        return _numbered(os.geteuid())
    if cluster.exists():
        owner = cluster.stat().st_uid
        return _numbered(owner) if owner != 0 else None
    for name in ORDINARY:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    return None


def open_the_way(account: Account, *paths: Path) -> None:
    """The account can reach these paths: root lets others pass (not list) the folders above them.

    A checkout below /root or a private temporary folder would else be closed to the server.
    """
    if account.is_ours:
        return
    for path in paths:
        for folder in path.resolve().parents:
            _allow(folder, stat.S_IXOTH)


def open_to_read(account: Account, programs: Path, libraries: Path) -> None:
    """The account can run the programs, also where they were installed with a private umask."""
    if account.is_ours or (programs / "bin" / "postgres").stat().st_mode & stat.S_IXOTH:
        return
    for path in [programs, *programs.rglob("*"), libraries, *libraries.rglob("*")]:
        if path.exists():
            executable = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            _allow(path, stat.S_IROTH | (stat.S_IXOTH if executable else 0))


def _allow(path: Path, bits: int) -> None:
    mode = path.stat().st_mode
    if mode & bits != bits:
        path.chmod(stat.S_IMODE(mode) | bits)


def _numbered(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        return Account(str(uid), uid, os.getegid())
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
