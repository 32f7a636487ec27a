"""The server that Parley brings: there when needed, shared, gone when nobody uses it, and mended after every kind of death."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from config.embedded_postgres import account, locks, server, watcher
from config.embedded_postgres.server import EmbeddedServerError, Server
from tests.installations import PATIENCE, ROOT, embedded, until

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to play another account")

# A process of its own that uses the server until it is told to end.
USER = """
import sys
from pathlib import Path
from config.embedded_postgres.server import Server, EmbeddedServerError
try:
    Server(Path(sys.argv[1]), lasting=False).ensure()
except EmbeddedServerError as error:
    sys.exit(f"told: {error}")
print("ready", flush=True)
sys.stdin.readline()
"""
# What is needed is imported before, since the interpreter may lie where nobody may read.
AS_NOBODY = """
import os, pwd
import config.embedded_postgres.server
nobody = pwd.getpwnam("nobody")
os.setgroups([]), os.setgid(nobody.pw_gid), os.setuid(nobody.pw_uid)
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A folder for a server, which is stopped in the end."""
    home = tmp_path / "postgres"
    yield home
    server.release(home)
    if home.exists() and os.access(home, os.W_OK):
        Server(home).stop()


@pytest.fixture
def running(home: Path) -> Server:
    here = Server(home, lasting=False)
    here.ensure()
    return here


def user_of(home: Path, program: str = USER) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, home],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def is_ready(user: subprocess.Popen[str]) -> bool:
    assert user.stdout is not None
    return user.stdout.readline() == "ready\n"


def ends(home: Path, *, seconds: float = PATIENCE) -> bool:
    return until(lambda: watcher.postmaster(home) is None, seconds=seconds)


def number(here: Server) -> int:
    pid = watcher.postmaster(here.home)
    assert pid is not None
    return pid


def kill_and_wait(pid: int) -> None:
    process = psutil.Process(pid)
    process.kill()
    assert until(lambda: not psutil.pid_exists(pid) or process.status() == psutil.STATUS_ZOMBIE)


# ---- it is there when it is needed ----


def test_importing_the_settings_starts_nothing(tmp_path: Path) -> None:
    program = "import django; django.setup(); from archive.models import Article; Article.objects.filter(title='x')"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=embedded(tmp_path).environment, check=True, timeout=PATIENCE)
    assert not (tmp_path / "postgres").exists()


def test_a_new_folder_gets_a_server_with_the_database(running: Server) -> None:
    with running.connect("parley") as connection:
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)


def test_it_listens_to_no_network(running: Server) -> None:
    with running.connect() as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_only_the_owner_enters_the_folder_of_the_socket(running: Server) -> None:
    assert running.socket_folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("deep/" * 25 + "folder", id="too long for a socket"),
        pytest.param('it\'s a "home" $HOME `x`', id="signs that a shell would read"),
        pytest.param("Übersee, данные", id="letters beyond ASCII, and a comma"),
    ],
)
def test_any_path_will_do(home: Path, name: str) -> None:
    here = Server(home / name, lasting=False)
    try:
        here.ensure()
        with here.connect("parley") as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    finally:
        server.release(here.home)
        here.stop()


# ---- it is shared ----


def test_many_that_start_at_once_get_one_server(home: Path) -> None:
    users = [user_of(home) for _ in range(5)]
    assert all(is_ready(user) for user in users)
    servers = [process for process in psutil.process_iter(["cmdline"]) if f"{home}/cluster" in (process.info["cmdline"] or [])]
    assert len(servers) == 1
    for user in users:
        user.communicate("end\n", timeout=PATIENCE)


def test_it_stays_while_somebody_uses_it_and_then_goes(home: Path) -> None:
    first, second = user_of(home), user_of(home)
    assert is_ready(first)
    assert is_ready(second)
    first.communicate("end\n", timeout=PATIENCE)
    assert not ends(home, seconds=watcher.LINGER + 1)
    second.communicate("end\n", timeout=PATIENCE)
    assert ends(home)


def test_it_goes_when_its_user_was_killed(home: Path) -> None:
    user = user_of(home)
    assert is_ready(user)
    user.kill()
    user.wait()
    assert ends(home)


def is_watched(home: Path) -> bool:
    handle = locks.watch(home)
    if handle is not None:
        os.close(handle)
    return handle is None


def test_a_killed_watcher_is_replaced(running: Server) -> None:
    for process in psutil.process_iter(["cmdline"]):
        if str(running.home) in (process.info["cmdline"] or []) and "config.embedded_postgres.watcher" in process.info["cmdline"]:
            kill_and_wait(process.pid)
    assert not is_watched(running.home)
    running.ensure()
    assert until(lambda: is_watched(running.home))


# ---- it is mended ----


def test_what_was_committed_survives_a_killed_server(home: Path) -> None:
    here = Server(home)
    here.ensure()
    with here.connect("parley") as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('still here')")
    kill_and_wait(number(here))
    here.ensure()
    with here.connect("parley") as connection:
        assert connection.execute("SELECT word FROM kept").fetchone() == ("still here",)


def test_a_number_that_now_belongs_to_another_process_does_not_bar_the_start(running: Server) -> None:
    pid = number(running)
    file = running.cluster / "postmaster.pid"
    kept = file.read_text()
    kill_and_wait(pid)
    file.write_text(kept.replace(str(pid), str(os.getpid()), 1))
    running.ensure()
    assert number(running) not in (pid, os.getpid())


def test_a_start_killed_while_it_makes_the_cluster_leaves_nothing_that_bars_the_next(home: Path) -> None:
    user = user_of(home)
    assert until(lambda: list(home.glob("cluster.new-*/base")), every=0.005)
    user.kill()
    user.wait()
    assert not (home / "cluster").exists()
    here = Server(home, lasting=False)
    here.ensure()
    assert watcher.postmaster(home) is not None
    assert not list(home.glob("cluster.new-*"))


CONNECTS_AGAIN = """
import django, os, signal, time
django.setup()
from django.db import connection
from config.embedded_postgres import watcher
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE kept AS SELECT 'still here' AS word")
pid = watcher.postmaster(connection.server.home)
os.kill(pid, signal.SIGKILL)
time.sleep(0.2)
connection.close()
with connection.cursor() as cursor:
    cursor.execute("SELECT word FROM kept")
    print(cursor.fetchone()[0])
"""


def test_django_connects_again_after_its_server_was_killed(home: Path) -> None:
    env = embedded(home.parent).environment
    done = subprocess.run(
        [sys.executable, "-c", CONNECTS_AGAIN], cwd=ROOT, env=env, capture_output=True, text=True, timeout=PATIENCE, check=True
    )
    assert done.stdout == "still here\n"


# ---- what cannot be mended is told, with what to do ----


def test_a_folder_that_is_no_cluster(home: Path) -> None:
    (home / "cluster").mkdir(parents=True)
    os.chown(home / "cluster", *_owner_of_clusters())
    with pytest.raises(EmbeddedServerError, match=r"not a PostgreSQL cluster.*Move the folder away"):
        Server(home).ensure()


def test_a_cluster_of_a_newer_postgresql(running: Server) -> None:
    running.stop()
    (running.cluster / "PG_VERSION").write_text("99\n")
    with pytest.raises(EmbeddedServerError, match=r"made by PostgreSQL 99; this Parley brings \d+\. Dump it"):
        running.ensure()


def test_a_damaged_cluster(running: Server) -> None:
    running.stop()
    (running.cluster / "global" / "pg_control").write_bytes(b"")
    with pytest.raises(EmbeddedServerError, match=r"pg_control.*restore it from a copy or move it away"):
        running.ensure()


def test_no_room_to_write(home: Path) -> None:
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)){USER}"
    done = subprocess.run([sys.executable, "-c", limited, home], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 1
    assert "told: The database in" in done.stderr
    assert "set PARLEY_DATA to another folder" in done.stderr
    assert not (home / "cluster").exists()


@AS_ROOT
def test_a_folder_that_this_account_may_not_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    _open_for_all(tmp_path)
    user = user_of(tmp_path / "postgres", program=AS_NOBODY + USER)
    _, words = user.communicate(timeout=PATIENCE)
    assert "This account may not write there" in words


@AS_ROOT
def test_a_cluster_of_another_account(tmp_path: Path, running: Server) -> None:
    running.stop()
    server.release(running.home)
    _open_for_all(running.home)
    for path in [running.home, *running.home.glob("*.lock"), running.log]:
        path.chmod(0o777)
    os.chown(running.cluster, 1, 1)
    user = user_of(running.home, program=AS_NOBODY + USER)
    _, words = user.communicate(timeout=PATIENCE)
    os.chown(running.cluster, *_owner_of_clusters())
    assert "belongs to daemon" in words
    assert "Run Parley as daemon" in words


@AS_ROOT
def test_a_socket_folder_that_somebody_else_made(home: Path) -> None:
    here = Server(home / ("deep/" * 25), lasting=False)
    here.socket_folder.mkdir()
    os.chown(here.socket_folder, 1, 1)
    try:
        with pytest.raises(EmbeddedServerError, match="Remove what is there"):
            here.ensure()
    finally:
        here.socket_folder.rmdir()
        server.release(here.home)


# ---- a server of one's own ----


def test_database_url_takes_a_server_instead(running: Server, tmp_path: Path) -> None:
    program = "import django; django.setup(); from django.db import connection as c; c.cursor(); print(c.settings_dict['ENGINE'])"
    env = embedded(tmp_path / "other").environment | {"DATABASE_URL": f"postgresql://parley@/parley?host={running.socket_folder}"}
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=env, capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert done.stdout.strip() == "django.db.backends.postgresql"
    assert not (tmp_path / "other" / "postgres").exists()


def test_dbshell_needs_no_psql_of_ones_own(home: Path) -> None:
    command = [sys.executable, "manage.py", "dbshell", "--", "-Atc", "SELECT current_database()"]
    env = embedded(home.parent).environment | {"PATH": "/bin:/usr/bin"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert done.stdout == "parley\n"


# ---- test databases ----


@pytest.mark.django_db
def test_tests_run_on_a_server_of_their_own() -> None:
    from django.conf import settings
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        (folder,) = cursor.fetchone()
    if settings.DATABASE_URL is None:
        assert folder != str(settings.PARLEY_DATA / "postgres" / "cluster")
        assert folder.endswith("postgres-test/cluster")


def _owner_of_clusters() -> tuple[int, int]:
    owner = account.of(Path("/nonexistent"))
    assert owner is not None
    return owner.uid, owner.gid


def _open_for_all(path: Path) -> None:
    for folder in path.parents:
        if folder.stat().st_mode & 0o001 == 0:
            folder.chmod(folder.stat().st_mode | 0o001)


def test_stopping_where_there_never_was_a_server_does_nothing(tmp_path: Path) -> None:
    Server(tmp_path / "never made").stop()
    assert not list(tmp_path.iterdir())
