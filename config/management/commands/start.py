"""`manage.py start`: from an empty folder to the running site."""

from __future__ import annotations

import argparse
import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections, transaction
from gunicorn.app.base import BaseApplication

from archive.models import Article
from config import first_password, gunicorn, worker_beside
from config.whole import whole_or_nothing

SEEDS = settings.BASE_DIR / "seeds"
ADMINISTRATOR = "admin"
SHARED = (
    *("worker_class", "workers", "threads", "loglevel", "proc_name", "timeout", "graceful_timeout"),
    *("on_starting", "post_worker_init", "child_exit", "on_exit"),
)  # settings of `config.gunicorn` that hold here too


class Command(BaseCommand):
    """Everything that a newcomer needs, and nothing twice."""

    help = (
        "Prepare the database, ingest the seeds if the archive is empty, make a local administrator (on the embedded database, the first "
        "time) and serve the site until Ctrl-C, with a worker beside it that reads what editors upload."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--port", type=port_number, default=8000, help="port to serve on (8000); 0 takes any that is free")
        parser.add_argument("--host", default="127.0.0.1", help="address to serve on (127.0.0.1, which this machine alone reaches)")

    def execute(self, *args: Any, **options: Any) -> str | None:
        """The checks before a command load what counts, and it is then that it has to be known that several processes count together."""
        owner = os.getpid()
        gunicorn.count_together()
        try:
            return super().execute(*args, **options)
        finally:
            if os.getpid() == owner:
                gunicorn.on_exit(None)

    def handle(self, *, host: str, port: int, **options: Any) -> None:
        door = listen(host, port)
        try:
            self.prepare()
        except KeyboardInterrupt:
            raise CommandError("Stopped before the site was ready. The next start goes on from here.", returncode=130) from None
        words = self.style.SUCCESS(f"Parley is at {address(door)}  (Ctrl-C stops it)")
        connections.close_all()
        # Told only when the server listens to signals: a Ctrl-C right after the line would else find nobody to end things in order.
        with suppress(KeyboardInterrupt), worker_beside.running():
            serve(door, ready=lambda: self.tell(words))

    def prepare(self) -> None:
        self.tell("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        self.ingest_seeds()
        self.make_administrator()

    def ingest_seeds(self) -> None:
        if Article.objects.exists():
            return
        self.tell(f"The archive is empty: ingesting {SEEDS.name}/ …")
        try:
            call_command("ingest", str(SEEDS))
        except (CommandError, SystemExit) as error:
            self.stderr.write(f"Not all seeds were ingested ({error}). The site starts with what is there; see the reasons above.")

    def make_administrator(self) -> None:
        if not is_embedded():
            return
        password = administrator()
        if password is not None:
            self.tell(f"Administrator for this machine: {ADMINISTRATOR}, one-time password {password}")
            self.tell("  It is shown this once and is good for choosing another: sign in at /admin/.")
            self.tell(f"  Should it get lost: python manage.py changepassword {ADMINISTRATOR}")

    def tell(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


def is_embedded() -> bool:
    """A local administrator with a password on the terminal is for a database of this machine only."""
    engine: str = connection.settings_dict["ENGINE"]
    return engine == "config.embedded_postgres"


def administrator() -> str | None:
    """The password of a new administrator, where there is nobody yet who could sign in; else None."""
    if User.objects.exists():
        return None
    password = secrets.token_urlsafe(9)
    with transaction.atomic():
        user = User.objects.create_superuser(ADMINISTRATOR, password=password)
        user.groups.add(Group.objects.get(name="admins"))
        first_password.mark(user)
    return password


def listen(host: str, port: int) -> socket.socket:
    """A socket that holds the port from now on, so that a busy one is told before anything else is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(128)
    except PermissionError as error:
        raise CommandError(f"This account may not serve on port {port}. Choose one above 1023: make run PORT=8001") from error
    except OSError as error:
        raise CommandError(
            f"Port {port} of {host} cannot be had ({error.strerror}); perhaps Parley or another server runs there already. "
            f"Stop it, or choose another port: make run PORT={port + 1 if port < 65535 else 8001}"
        ) from error
    return door


def address(door: socket.socket) -> str:
    host, port = door.getsockname()[:2]
    name = {"0.0.0.0": "localhost", "127.0.0.1": "localhost", "::": "localhost", "::1": "localhost"}.get(host, host)  # noqa: S104
    return f"http://{name}:{port}/"


def port_number(told: str) -> int:
    if not told.isascii() or not told.isdigit() or int(told) > 65535:
        raise argparse.ArgumentTypeError(f"{told!r} is no port: give a number from 0 to 65535, as in make run PORT=8001")
    return int(told)


def serve(door: socket.socket, *, ready: Callable[[], None]) -> None:
    """Serves the site until the process is told to end; `ready` is called once when it answers and can be stopped."""
    Server(door, ready).run()


class Server(BaseApplication):  # type: ignore[misc]  # Gunicorn has no types
    """Gunicorn on a socket that is open already."""

    def __init__(self, door: socket.socket, ready: Callable[[], None]) -> None:
        self.door = door.detach()  # Gunicorn closes it
        self.ready = ready
        super().__init__()

    def load_config(self) -> None:
        self.cfg.set("bind", [f"fd://{self.door}"])
        for name in SHARED:
            self.cfg.set(name, getattr(gunicorn, name))
        self.cfg.set("when_ready", lambda server: self.ready())

    def load(self) -> Any:
        return whole_or_nothing(get_wsgi_application())
