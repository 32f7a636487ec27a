"""The whole database in one file, and back: by pg_dump and pg_restore, which come with the embedded server and serve any other too."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from config.embedded_postgres.server import PROGRAMS

PARTIAL = ".part"
BEGUN = re.compile(r"(?:dumping contents of|processing data for) table \"(?:\w+\.)?(\w+)\"")  # pg_dump, pg_restore --verbose
Begun = Callable[[str], None]  # is told the name of each table when its rows are begun


class DumpError(Exception):
    """Why a backup or a restoration did not come about, with what to do. What was there before is as it was."""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What stands in a file of backup: the time it was begun (as pg_dump writes it), the server's version and the tables with data."""

    begun: str
    server: str
    tables: tuple[str, ...]


def write(database: BaseDatabaseWrapper, path: Path, *, begun: Begun = lambda table: None) -> Contents:
    """The file holds everything as of one moment, while the site goes on. It has its name only once it is whole and was read back.

    :raises DumpError: the server or the disk refused.
    """
    draft = path.with_name(path.name + PARTIAL)
    try:
        words = ("--format=custom", "--no-owner", "--no-privileges", f"--file={draft}")
        _run("pg_dump", *words, database=database, begun=begun)
        contents = read(draft)
        _to_disk(draft)
        draft.replace(path)
    except (OSError, DumpError) as error:
        draft.unlink(missing_ok=True)
        raise error if isinstance(error, DumpError) else DumpError(f"{path} cannot be written: {error.strerror}.") from error
    return contents


def read(path: Path) -> Contents:
    """What the file of backup holds, without restoring it.

    :raises DumpError: the file is none, or is cut short in its table of contents.
    """
    lines = _run("pg_restore", "--list", str(path)).splitlines()
    told = dict(line.lstrip("; ").split(": ", 1) for line in lines if line.startswith(";") and ": " in line)
    begun = next((line.split(" created at ", 1)[1] for line in lines if " created at " in line), "")
    data = [line.split(" TABLE DATA ", 1)[1].split()[1] for line in lines if " TABLE DATA " in line]
    return Contents(begun=begun, server=told.get("Dumped from database version", ""), tables=tuple(sorted(data)))


def restore(database: BaseDatabaseWrapper, path: Path, *, begun: Begun = lambda table: None) -> None:
    """The empty database holds what the file does. In one transaction: a fault leaves it empty.

    :raises DumpError: the database holds something, or the file cannot be restored.
    """
    if tables := database.introspection.table_names():
        raise DumpError(
            f"The database holds {len(tables)} tables already, and restoring never overwrites. Give it an empty one: another DATABASE_URL, "
            "or another PARLEY_DATA for the embedded server."
        )
    words = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    _run("pg_restore", *words, f"--dbname={database.settings_dict['NAME']}", str(path), database=database, begun=begun)


def _run(program: str, *words: str, database: BaseDatabaseWrapper | None = None, begun: Begun | None = None) -> str:
    command = [str(PROGRAMS / "bin" / program), *words, *(["--verbose"] if begun else [])]
    try:
        said, status, faults = _started(command, _environment(database), begun)
    except OSError as error:
        raise DumpError(
            f"{program} cannot be started: {error.strerror}. Is the package embedded-postgres whole? Try `make run`."
        ) from error
    if status:
        raise DumpError(f"{program} stopped: {_reason(faults)}")
    return said


def _started(command: list[str], environment: dict[str, str], begun: Begun | None) -> tuple[str, int, str]:
    """What the program said, how it ended, and what it said on standard error, which is followed where somebody wants to know the tables.

    A program that is followed says nothing else: it writes a file or a database.
    """
    if begun is None:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  our own words
        return done.stdout, done.returncode, done.stderr
    lines: list[str] = []
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as program:  # noqa: S603
        for line in program.stderr or ():
            lines.append(line)
            if told := BEGUN.search(line):
                begun(told[1])
    return "", program.returncode, "".join(lines)


def _environment(database: BaseDatabaseWrapper | None) -> dict[str, str]:
    """The address and password go by the environment, since other accounts of the machine can read command lines."""
    if database is None:
        return dict(os.environ)
    told: dict[str, Any] = database.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    address = {variable: told[name] for variable, name in names.items()}
    options = {f"PG{name.upper()}": value for name, value in told.get("OPTIONS", {}).items() if name.startswith("ssl")}
    return os.environ | {name: str(value) for name, value in (address | options).items() if value}


def _reason(words: str) -> str:
    lines = [line for line in words.strip().splitlines() if line.strip()]
    return next((line for line in lines if "error:" in line), lines[0] if lines else "it said nothing") if lines else "it said nothing"


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
